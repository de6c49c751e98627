# Compiles one vocabulary (NAME.tsv) to C: its bytes as one string, and where every cell begins in it.
# Offsets instead of pointers need no work of the loader at start-up. Run with LC_ALL=C: lengths are bytes.
# Refused: rows that are not in strict byte order (so no row is there twice), rows with another number of
# cells than the header, empty key cells. The key columns are named in tables.def beside the vocabulary.

function fail(line, text)
{
	printf "%s:%d: %s\n", FILENAME, line, text >"/dev/stderr"
	failed = 1
	exit 1
}

# key[i]: column i of this vocabulary belongs to its key.
function read_key(def, name,    line, part, word, n, i, c)
{
	while ((getline line <def) > 0)
		if (index(line, "VOCAB(" name ",") == 1 && split(line, part, "\"") == 3)
			n = split(part[2], word, " ")
	if (!n)
		fail(1, "the vocabulary is not named in " def)
	for (i = 1; i <= n; i++) {
		for (c = 1; c <= ncols && column[c] != word[i]; c++)
			;
		if (c > ncols)
			fail(1, "no column '" word[i] "', which is part of the key")
		key[c] = 1
	}
}

function emit(    text, i)
{
	text = $0
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	gsub(/\t/, "\\t", text)
	printf "\"%s\\n\"\n", text
	for (i = 1; i <= NF; i++) {
		offsets = offsets (at + 0) ","
		at += length($i) + 1
	}
	offsets = offsets "\n"
	if (NR % 64 == 0)
		flush_offsets()
}

# mawk's strings grow by copying: the offsets are kept in pieces.
function flush_offsets()
{
	piece[++npieces] = offsets
	offsets = ""
}

BEGIN {
	FS = "\t"
	if (length("\304\215") != 2) {
		print "mkvocab.awk: lengths are not bytes: set LC_ALL=C" >"/dev/stderr"
		failed = 1
		exit 1
	}
}

NR == 1 {
	def = name = FILENAME
	sub(/[^\/]*$/, "tables.def", def)
	sub(/.*\//, "", name)
	sub(/\.tsv$/, "", name)
	ncols = split($0, column, FS)
	read_key(def, name)
	printf "/* Made by mkvocab.awk from %s.tsv. */\n", name
	printf "static const char %s_text[] =\n", name
	emit()
	next
}

{
	if (NF != ncols)
		fail(NR, NF " cells where the header has " ncols)
	for (c in key)
		if ($c == "")
			fail(NR, "empty '" column[c] "', which is part of the key")
	if (NR > 2 && !(last "" < $0 ""))
		fail(NR, last == $0 ? "the row is there twice" : "not in order (sort with LC_ALL=C)")
	last = $0
	emit()
}

END {
	if (failed)
		exit 1
	flush_offsets()
	printf ";\nstatic const uint32_t %s_cells[] = {\n", name
	for (i = 1; i <= npieces; i++)
		printf "%s", piece[i]
	printf "%d};\nenum { %s_COLS = %d, %s_ROWS = %d };\n", at, name, ncols, name, NR - 1
}
