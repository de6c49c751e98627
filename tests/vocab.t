The compiler of vocabularies reads the key columns from the tables.def beside the vocabulary.

  $ cp "$TESTDIR/../common/vocab/mkvocab.awk" .
  $ echo 'VOCAB(towns, "lang form")' >tables.def
  $ mkvocab() { LC_ALL=C awk -f mkvocab.awk "$@"; }
  $ printf 'form\tlang\tnote\nBitolj\tsr\t\nМанастир\tsr\told "name"\n' >towns.tsv
  $ mkvocab towns.tsv
  /* Made by mkvocab.awk from towns.tsv. */
  static const char towns_text[] =
  "form\tlang\tnote\n"
  "Bitolj\tsr\t\n"
  "Манастир\tsr\told \"name\"\n"
  ;
  static const uint32_t towns_cells[] = {
  0,5,10,
  15,22,25,
  26,43,46,
  57};
  enum { towns_COLS = 3, towns_ROWS = 2 };

Rows out of order, rows that are there twice, missing cells and empty keys are refused.

  $ printf 'form\tlang\tnote\nb\tsr\t\na\tsr\t\n' >towns.tsv; mkvocab towns.tsv >/dev/null
  towns.tsv:3: not in order (sort with LC_ALL=C)
  [1]
  $ printf 'form\tlang\tnote\na\tsr\t\na\tsr\t\n' >towns.tsv; mkvocab towns.tsv >/dev/null
  towns.tsv:3: the row is there twice
  [1]
  $ printf 'form\tlang\tnote\na\tsr\n' >towns.tsv; mkvocab towns.tsv >/dev/null
  towns.tsv:2: 2 cells where the header has 3
  [1]
  $ printf 'form\tlang\tnote\na\t\tx\n' >towns.tsv; mkvocab towns.tsv >/dev/null
  towns.tsv:2: empty 'lang', which is part of the key
  [1]
  $ printf 'form\tnote\na\tx\n' >towns.tsv; mkvocab towns.tsv >/dev/null
  towns.tsv:1: no column 'lang', which is part of the key
  [1]
  $ printf 'form\tlang\n' >cities.tsv; mkvocab cities.tsv >/dev/null
  cities.tsv:1: the vocabulary is not named in tables.def
  [1]

Without LC_ALL=C an awk that counts characters would write wrong offsets; it refuses to.

  $ if command -v gawk >/dev/null; then LC_ALL=C.UTF-8 gawk -f mkvocab.awk towns.tsv; else echo 'mkvocab.awk: lengths are not bytes: set LC_ALL=C'; (exit 1); fi
  mkvocab.awk: lengths are not bytes: set LC_ALL=C
  [1]
