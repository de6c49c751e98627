# usage: awk -f compare.awk [-v tolerance=1e-9] EXPECTED ACTUAL
#
# Compares two tables of records by their keys: the first column, or the first two where they are the ends of
# something. Numbers may differ by `tolerance` of themselves (below 1e-12 all are 0); everything else is exact.
# More columns than expected are no fault, more rows are. Prints what differs, and last "worst X, N faults".
BEGIN {
	FS = "\t"
	if (!tolerance) tolerance = 1e-9
	number = "^-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?$"
}
function key() { return nkeys == 2 ? $1 FS $2 : $1 }
function size(x) { return x < 0 ? -x : x }
function fault(text) { if (nfaults++ < 10) print "  " text }
function compare(row, name, want, got,    most, off) {
	if (want == got) return
	if (want !~ number || got !~ number) {
		fault(row ": " name ": expected '" want "', got '" got "'")
		return
	}
	most = size(want) > size(got) ? size(want) : size(got)
	if (most < 1e-12) return
	off = size(want - got) / most
	if (off > worst) worst = off
	if (off > tolerance) fault(row ": " name ": expected " want ", got " got)
}
FNR == 1 { file++ }
file == 1 && FNR == 1 {
	nkeys = $1 FS $2 ~ /^(source\ttarget|a\tb|from\tto)$/ ? 2 : 1
	for (i = nkeys + 1; i <= NF; i++) names[i] = $i
	next
}
file == 1 {
	want[key()] = 1
	for (i in names) value[key(), i] = $i
	next
}
FNR == 1 {
	for (i = 1; i <= NF; i++) at[$i] = i
	for (i in names) if (!(names[i] in at)) fault("no column '" names[i] "'")
	next
}
!(key() in want) { fault("unexpected row '" key() "'"); next }
{
	delete want[key()]
	for (i in names) if (names[i] in at) compare(key(), names[i], value[key(), i], $at[names[i]])
}
END {
	for (k in want) fault("no row '" k "'")
	printf "worst %.2g, %d faults\n", worst, nfaults
	exit nfaults > 0
}
