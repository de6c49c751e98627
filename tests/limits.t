The limits that koop(7) and koop-record(5) name are those of the sources.

  $ limit() { sed -n "s/^\tLIMIT_$1 = \([0-9 *]*\),.*/\1/p" "$TESTDIR/../common/base/limits.h"; }
  $ for what in FIELD RECORD COLUMNS; do
  > 	grep -q "$(($(limit $what)))" "$TESTDIR/../man/koop.7" || echo "koop.7: $what"
  > 	grep -q "$(($(limit $what)))" "$TESTDIR/../man/koop-record.5" || echo "koop-record.5: $what"
  > done
