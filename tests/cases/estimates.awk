# usage: awk -f estimates.awk [-v tolerance=1e-9] [-v stats=mean,total] [-v tell=1] EXPECTED ACTUAL...
#
# Compares tables of estimates. What is not a number in the long form names a row: stat, the group columns,
# variable, level; empty and "*" are the same there. Numbers may differ by `tolerance` of themselves; columns
# of numbers that ACTUAL has not are not compared, nor are expected rows of other stats. Prints what differs,
# and a last line, with `tell` the largest difference in it.
BEGIN {
	FS = "\t"
	if (!tolerance) tolerance = 1e-9
	split("estimate se ci_low ci_high df df2 p deff n nbase", words, " ")
	for (i in words) numeric[words[i]] = 1
	nstats = split(stats, words, ",")
	for (i in words) wanted[words[i]] = 1
}
function fault(text) { if (nfaults++ < 10) print "  " text }
function size(x) { return x < 0 ? -x : x }
# The names of columns sorted, so that tables with other columns or another order of them have the same keys.
function key(    i, k, parts, n, swap, text) {
	for (i = 1; i <= NF; i++)
		if (!(name[i] in numeric) && $i != "" && $i != "*") parts[++n] = name[i] "=" $i
	for (i = 2; i <= n; i++)
		for (k = i; k > 1 && parts[k] < parts[k - 1]; k--) {
			swap = parts[k]; parts[k] = parts[k - 1]; parts[k - 1] = swap
		}
	for (i = 1; i <= n; i++) text = text (i > 1 ? " " : "") parts[i]
	return text
}
function compare(row, column, want, got,    most) {
	nvalues++
	most = size(want) > size(got) ? size(want) : size(got)
	# A standard error that is 0 in theory may come out as any small number elsewhere.
	if (want == 0 && got != "" && size(got) <= 1e-8) return
	if (got != "" && got != want && size(want - got) > worst * most) worst = size(want - got) / most
	if (got == "" || (size(want - got) > tolerance * most))
		fault(row ": " column ": expected " want ", got '" got "'")
}
FNR == 1 {
	file++
	split("", name)
	for (i = 1; i <= NF; i++) { name[i] = $i; if ($i == "stat") stat = i }
	next
}
file == 1 {
	if (nstats && !($stat in wanted)) next
	k = key(); expected[k] = 1
	for (i = 1; i <= NF; i++) if (name[i] in numeric) value[k, name[i]] = $i
	next
}
{
	k = key()
	if (!(k in expected)) { nextra++; next }
	expected[k] = 0
	for (i = 1; i <= NF; i++)
		if (name[i] in numeric && value[k, name[i]] != "") compare(k, name[i], value[k, name[i]], $i)
}
END {
	for (k in expected) { nrows++; if (expected[k]) fault("no row " k) }
	printf "%d rows, %d numbers, %d other rows, %d faults", nrows, nvalues, nextra, nfaults
	printf tell ? ", worst %.2g\n" : "\n", worst
	exit nfaults > 0
}
