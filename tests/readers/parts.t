koop-stats: a million records in parts; and all tables on fewer.

  $ TABLES="plain list means quantiles" "$TESTDIR"/parts 1000000 1 2 7 64
  plain: same
  list: same
  means: same
  quantiles: same
  $ "$TESTDIR"/parts 50000 1 2 7 64
  plain: same
  list: same
  dates: same
  means: same
  elements: same
  quantiles: same
  table: same
  poststrata: same
  rake: same
  regression: same
  replicates: same
  responses: same
  flow: same
  hidden: same
  codes: same
