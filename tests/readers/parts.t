koop-stats: a million records in parts.

  $ "$TESTDIR"/parts 1000000 1 2 7 64
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
