koop-stats: groups, measures, margins.

A list column with a repeated item and one without items, missing groups, a value that is an asterisk, a
number that is none, and dates of every precision.

  $ cat >a.tsv <<'END'
  > id	country	kind	fields	budget	date
  > 1	RS	ngo	music;film	10	2014
  > 2	RS		music	20.5	2014-05
  > 3	HR	ngo			2015-12-30/2016-01-02
  > 4		group	film;film; dance	x	197X
  > 5	*	ngo	music	-3	
  > END

Without options everything is one group.

  $ koop-stats a.tsv
  n	share
  5	1
  $ koop-stats -m n a.tsv
  n
  5

An empty group is a missing value; an asterisk in the data is not a margin.

  $ koop-stats -b country a.tsv
  country	n	share
  	1	0.2
  **	1	0.2
  HR	1	0.2
  RS	2	0.4
  $ koop-stats -b country -m n --total a.tsv
  country	n
  	1
  **	1
  HR	1
  RS	2
  *	5
  $ koop-stats -b country -m share,n a.tsv
  country	share	n
  	0.2	1
  **	0.2	1
  HR	0.2	1
  RS	0.4	2

Several groupings in one pass; the pairs, then each column alone.

  $ koop-stats -b country,kind -b country -b kind -m n --total a.tsv
  country	kind	n
  	group	1
  **	ngo	1
  HR	ngo	1
  RS		1
  RS	ngo	1
  	*	1
  **	*	1
  HR	*	1
  RS	*	2
  *		1
  *	group	1
  *	ngo	3
  *	*	5
  $ koop-stats -b country,kind -b '' -m n a.tsv
  country	kind	n
  	group	1
  **	ngo	1
  HR	ngo	1
  RS		1
  RS	ngo	1
  *	*	5

A record counts once for each item, and once in a margin.

  $ koop-stats -b fields --total a.tsv
  fields	n	share
  	1	0.2
  dance	1	0.2
  film	2	0.4
  music	3	0.6
  *	5	1
  $ koop-stats -b fields -x kind --total --zero a.tsv
  fields	(missing)	group	ngo	*
  	0	0	1	1
  dance	0	1	0	1
  film	0	1	1	2
  music	1	0	2	3
  *	1	1	3	5
  $ koop-stats -b kind -x fields --total a.tsv
  kind	(missing)	dance	film	music	*
  				1	1
  group		1	1		1
  ngo	1		1	2	3
  *	1	1	2	3	5
  $ koop-stats --list=country -b country -m n <<'END'
  > country
  > RS;HR
  > HR; ;RS
  > END
  country	n
  HR	2
  RS	2

A column spread.

  $ koop-stats -b country -x kind a.tsv
  country	(missing)	group	ngo
  		1	
  **			1
  HR			1
  RS	1		1
  $ koop-stats -x kind a.tsv
  (missing)	group	ngo
  1	1	3
  $ koop-stats -b country -x kind --percent=row --total a.tsv
  country	(missing)	group	ngo	*
  		100		100
  **			100	100
  HR			100	100
  RS	50		50	100
  *	20	20	60	100
  $ koop-stats -b country -x kind --percent=col --total a.tsv
  country	(missing)	group	ngo	*
  		100		20
  **			33.333333333333336	20
  HR			33.333333333333336	20
  RS	100		33.333333333333336	40
  *	100	100	100	100
  $ koop-stats -b country -x kind --percent=all --total --zero a.tsv
  country	(missing)	group	ngo	*
  	0	20	0	20
  **	0	0	20	20
  HR	0	0	20	20
  RS	20	0	20	40
  *	20	20	60	100
  $ koop-stats -b country -b '' -x kind --total --zero a.tsv
  country	(missing)	group	ngo	*
  	0	1	0	1
  **	0	0	1	1
  HR	0	0	1	1
  RS	1	0	1	2
  *	1	1	3	5
  $ koop-stats -b country -x kind -m 'sum(budget)' -q a.tsv
  country	(missing)	group	ngo
  			
  **			-3
  HR			
  RS	20.5		10
  [1]
  $ koop-stats -b country -x kind -m 'sum(budget),n' --total -q a.tsv
  country	stat	variable	(missing)	group	ngo	*
  	sum	budget				
  	n			1		1
  **	sum	budget			-3	-3
  **	n				1	1
  HR	sum	budget				
  HR	n				1	1
  RS	sum	budget	20.5		10	30.5
  RS	n		1		1	2
  *	sum	budget	20.5		7	27.5
  *	n		1	1	3	5
  [1]

A value may be the name of another column, or look like a margin or a missing one.

  $ printf 'kind\tx\n%s\tx\n%s\t*\n%s\t**\n%s\t(missing)\n%s\t\n%s\ta\\tb\n%s\tn\n' a a b b b b kind | koop-stats -b kind -x x --total
  kind	(missing)	x=(missing)	**	***	a\tb	n	x	*
  a			1				1	2
  b	1	1		1	1			4
  kind						1		1
  *	1	1	1	1	1	1	1	7

Measures: the long form.

  $ koop-stats -m 'n,share,sum(budget),total(budget),mean(budget),var(budget),sd(budget),min(budget),max(budget),distinct(fields)' a.tsv
  koop-stats: a.tsv:5: 'x' is not a number, in column 'budget'
  stat	variable	estimate	n
  n		5	5
  share		1	5
  sum	budget	27.5	3
  total	budget	27.5	3
  mean	budget	9.166666666666666	3
  variance	budget	138.58333333333334	3
  sd	budget	11.772142257606868	3
  min	budget	-3	3
  max	budget	20.5	3
  distinct	fields	3	4
  [1]
  $ koop-stats -b kind -m 'freq(fields)' a.tsv
  kind	stat	variable	level	estimate	n	nbase
  	n	fields	music	1	1	1
  	pct_records	fields	music	1	1	1
  	pct_valid	fields	music	1	1	1
  	n_missing	fields		0	0	1
  group	n	fields	dance	1	1	1
  group	pct_records	fields	dance	1	1	1
  group	pct_valid	fields	dance	1	1	1
  group	n	fields	film	1	1	1
  group	pct_records	fields	film	1	1	1
  group	pct_valid	fields	film	1	1	1
  group	n_missing	fields		0	0	1
  ngo	n	fields	film	1	1	3
  ngo	pct_records	fields	film	0.3333333333333333	1	3
  ngo	pct_valid	fields	film	0.5	1	2
  ngo	n	fields	music	2	2	3
  ngo	pct_records	fields	music	0.6666666666666666	2	3
  ngo	pct_valid	fields	music	1	2	2
  ngo	n_missing	fields		1	1	3
  $ koop-stats -m 'freq(kind),mean(budget)' -q a.tsv
  stat	variable	level	estimate	n	nbase
  n	kind	group	1	1	5
  pct_records	kind	group	0.2	1	5
  pct_valid	kind	group	0.25	1	4
  n	kind	ngo	3	3	5
  pct_records	kind	ngo	0.6	3	5
  pct_valid	kind	ngo	0.75	3	4
  n_missing	kind		1	1	5
  mean	budget		9.166666666666666	3	3
  [1]
  $ printf 'a,b\t`\n1\tx\n2\ty\n' | koop-stats -m 'sum(`a,b`),distinct( ` )'
  koop-stats: malformed measure 'distinct( ` )' (see 'koop-stats --help')
  [2]

The same spread: of the records of each cell.

  $ koop-stats -x country -m 'freq(fields)' --total a.tsv
  stat	variable	level	(missing)	**	HR	RS	*
  n	fields	dance	1	0	0	0	1
  pct_records	fields	dance	1	0	0	0	0.2
  pct_valid	fields	dance	1	0		0	0.25
  n	fields	film	1	0	0	1	2
  pct_records	fields	film	1	0	0	0.5	0.4
  pct_valid	fields	film	1	0		0.5	0.5
  n	fields	music	0	1	0	2	3
  pct_records	fields	music	0	1	0	1	0.6
  pct_valid	fields	music	0	1		1	0.75
  n_missing	fields		0	0	1	0	1
  $ koop-stats -b kind -x country -m 'freq(fields),n' --where='kind = "ngo"' --zero a.tsv
  kind	stat	variable	level	**	HR	RS
  ngo	n	fields	film	0	0	1
  ngo	pct_records	fields	film	0	0	1
  ngo	pct_valid	fields	film	0		1
  ngo	n	fields	music	1	0	1
  ngo	pct_records	fields	music	1	0	1
  ngo	pct_valid	fields	music	1		1
  ngo	n_missing	fields		0	1	0
  ngo	n			1	1	1
  $ koop-stats -b country -x kind -m 'freq(budget)' --where='country = "HR"' a.tsv
  country	stat	variable	level	ngo
  HR	n_missing	budget		1

Combinations that do not occur.

  $ koop-stats -b country,kind --zero -m n a.tsv
  country	kind	n
  		0
  	group	1
  	ngo	0
  **		0
  **	group	0
  **	ngo	1
  HR		0
  HR	group	0
  HR	ngo	1
  RS		1
  RS	group	0
  RS	ngo	1

Sums are exact and results are rounded once.

  $ printf 'x\n1e308\n1\n1e-300\n-1e308\n-1\n1e308\n-1e308\n' | koop-stats -m 'sum(x),mean(x)'
  stat	variable	estimate	n
  sum	x	1e-300	7
  mean	x	1.4285714285714285e-301	7
  $ printf 'x\n0.1\n0.2\n0.3\n-0.6\n' | koop-stats -m 'sum(x)'
  stat	variable	estimate	n
  sum	x	2.7755575615628914e-17	4
  $ printf 'x\n1000000000\n1000000001\n1000000002\n' | koop-stats -m 'mean(x),var(x),sd(x)'
  stat	variable	estimate	n
  mean	x	1000000001	3
  variance	x	1	3
  sd	x	1	3
  $ printf 'x\n1e308\n1e308\n' | koop-stats -m 'sum(x),mean(x),max(x)'
  koop-stats: 'sum(x)' of a group is too large for a number; it is left empty
  stat	variable	estimate	n
  sum	x		2
  mean	x	1e308	2
  max	x	1e308	2
  [1]

Weights.

  $ printf 'g\tw\tx\na\t2\t1\na\t1\t4\nb\t0\t100\nb\t0.5\t\nb\t1\t3\n' >w.tsv
  $ koop-stats -w w -b g w.tsv
  g	n	share
  a	2	0.6666666666666666
  b	2	0.3333333333333333
  $ koop-stats -w w -b g -m 'n,mean(x),total(x),sum(x),var(x),sd(x)' w.tsv
  g	stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  a	n		2					2	4
  a	mean	x	2	1.0540925533894598	-11.393515794243621	15.393515794243621	1	2	2
  a	total	x	6	4	-44.824818944698734	56.824818944698734	1	2	2
  a	sum	x	5					2	2
  a	variance	x	4	2.1081851067789197	-22.787031588487242	30.787031588487242	1	2	2
  a	sd	x	2	0.5270462766947299	-4.6967578971218105	8.69675789712181	1	2	2
  b	n		2					2	4
  b	mean	x	3	0	3	3	1	1	1
  b	total	x	3	3	-35.11861420852405	41.11861420852405	1	1	1
  b	sum	x	3					1	1
  b	variance	x					1	1	1
  b	sd	x					1	1	1
  $ koop-stats -w w -b g -x x --percent=row w.tsv
  g	(missing)	1	3	4
  a		66.66666666666667		33.333333333333336
  b	33.333333333333336		66.66666666666667	
  $ printf 'g\tw\na\t1\na\t-1\n' | koop-stats -w w
  koop-stats: standard input:3: '-1' is no weight, which is a number from 0 on, in column 'w'
  [2]
  $ printf 'g\tw\na\t1\na\t\n' | koop-stats -w w
  koop-stats: standard input:3: the weight is missing, in column 'w'
  [2]

Periods: certain, possible, the first, flagged.

  $ koop-stats --date=date -m n a.tsv
  year	n
  	2
  2014	2
  2015	1
  2016	1
  $ koop-stats --date=date -m n --imprecise=possible a.tsv
  year	n
  	1
  1970	1
  1971	1
  1972	1
  1973	1
  1974	1
  1975	1
  1976	1
  1977	1
  1978	1
  1979	1
  2014	2
  2015	1
  2016	1
  $ koop-stats --date=date -m n --imprecise=first a.tsv
  year	n
  	1
  1970	1
  2014	2
  2015	1
  $ koop-stats --date=date -m n --imprecise=flag --total a.tsv
  year	n
  	1
  1970/1979	1
  2014	2
  2015	1
  2016	1
  *	5
  $ koop-stats --date=date --per=quarter -m n a.tsv
  quarter	n
  	3
  2014-Q2	1
  2015-Q4	1
  2016-Q1	1
  $ koop-stats --date=date --per=month -m n --imprecise=flag a.tsv
  month	n
  	1
  1970-01/1979-12	1
  2014-01/2014-12	1
  2014-05	1
  2015-12	1
  2016-01	1
  $ koop-stats -b kind,year --date=date -m n a.tsv
  kind	year	n
  	2014	1
  group		1
  ngo		1
  ngo	2014	1
  ngo	2015	1
  ngo	2016	1
  $ koop-stats -b kind --date=date -x year a.tsv
  kind	(missing)	2014	2015	2016
  		1		
  group	1			
  ngo	1	1	1	1
  $ printf 'date\n2012\n2014-13\n2015\n2005/..\n../2004\n2011/2012\n' | koop-stats --date=date -m n --zero
  koop-stats: standard input:3: '2014-13' is not a date, in column 'date'
  year	n
  	2
  2005	1
  2006	0
  2007	0
  2008	0
  2009	0
  2010	0
  2011	1
  2012	2
  2013	0
  2014	0
  2015	1
  [1]
  $ printf 'joined\n2011/2012\n2011/..\n' | koop-stats --date=joined -m n --imprecise=flag
  year	n
  2011	1
  2011/2012	1
  $ printf 'date\n0001/9999\n' | koop-stats --date=date -m n
  koop-stats: standard input:2: date '0001/9999' lies in more than 2400 periods; it counts as none
  year	n
  	1
  [1]

Only some of the records.

  $ koop-stats --where='kind = "ngo" and fields has "music"' -b country a.tsv
  country	n	share
  **	1	0.5
  RS	1	0.5
  $ koop-stats --where='date >= 2014' --as-of=2015-06-01 -m n <<'END'
  > id	date	valid_from	valid_to
  > 1	2014	2010	
  > 2	2014	2015	2016
  > 3	2014	2015-05	2016
  > 4	2013	2010	
  > 5	2015	2010	2014-12-31
  > END
  n
  2
  $ koop-stats --where='kind = ' a.tsv
  koop-stats: option '--where', character 8: a value expected, but the expression ends
  [2]
  $ koop-stats --where='kind' a.tsv
  koop-stats: option '--where', character 1: a condition is asked for, 'kind' is a text
  [2]
  $ koop-stats --where='knid = 1' a.tsv
  koop-stats: option '--where', character 1: unknown column 'knid' (did you mean 'kind'?)
  [2]
  $ koop-stats --as-of=2015 a.tsv
  koop-stats: option '--as-of': no column 'valid_from', 'valid_to', 'joined' or 'left'
  [2]

Counting the records.

  $ koop-stats --expect=5 -m n a.tsv
  n
  5
  $ koop-stats --expect=6 -m n a.tsv
  koop-stats: 5 records counted where 6 were expected
  n
  5
  [1]
  $ koop-stats -v -m n a.tsv
  koop-stats: 5 records read, 5 counted, 0 refused
  n
  5
  $ printf 'a\nx\ny\tz\n' | koop-stats -v -b a
  koop-stats: standard input:3: 2 fields where the header has 1
  koop-stats: 2 records read, 1 counted, 1 refused
  a	n	share
  x	1	1
  [1]

No records at all.

  $ printf 'a\tb\n' >none.tsv
  $ koop-stats none.tsv
  n	share
  0	
  $ koop-stats -b a none.tsv
  a	n	share
  $ koop-stats -b a --total none.tsv
  a	n	share
  *	0	
  $ koop-stats -b a -x b --total --zero none.tsv
  a	*
  *	0
  $ koop-stats -m 'mean(a),freq(b)' none.tsv
  stat	variable	level	estimate	n	nbase
  mean	a			0	0
  n_missing	b		0	0	0

Input without a header, output without one, to a file.

  $ printf 'x\t1\nx\t2\n' | koop-stats --header=a,b --bare -b a -m n
  x	2
  $ koop-stats -b kind -m n -o out.tsv a.tsv && cat out.tsv
  kind	n
  	1
  group	1
  ngo	3

What cannot be done.

  $ koop-stats -b cuntry a.tsv
  koop-stats: unknown column 'cuntry' (did you mean 'country'?)
  [2]
  $ koop-stats -b kind,kind a.tsv
  koop-stats: column 'kind' is named twice in 'kind,kind'
  [2]
  $ koop-stats -b kind -b kind a.tsv
  koop-stats: grouping 'kind' is given twice
  [2]
  $ koop-stats -b kind -x kind a.tsv
  koop-stats: column 'kind' is grouped by and spread
  [2]
  $ koop-stats -b 'kind,' a.tsv
  koop-stats: malformed list of columns 'kind,'
  [2]
  $ koop-stats -m maen a.tsv
  koop-stats: unknown measure 'maen' (did you mean 'mean'?) (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'mean' a.tsv
  koop-stats: measure 'mean' needs a column in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'n(kind)' a.tsv
  koop-stats: measure 'n' takes no column (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'mean(kind' a.tsv
  koop-stats: malformed measure 'mean(kind' (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'mean(kind)x' a.tsv
  koop-stats: malformed measure 'mean(kind)x' (see 'koop-stats --help')
  [2]
  $ koop-stats -m '' a.tsv
  koop-stats: a measure is missing in the list of measures (see 'koop-stats --help')
  [2]
  $ koop-stats -m n,n a.tsv
  koop-stats: measure 'n' is given twice (see 'koop-stats --help')
  [2]
  $ koop-stats -x kind -m 'freq(country)' --suppress=3 a.tsv
  koop-stats: 'freq' cannot be spread by '--cross' with the options of disclosure (see 'koop-stats --help')
  [2]
  $ koop-stats --percent=row a.tsv
  koop-stats: '--percent' goes with '--cross'; without it there is the measure 'share' (see 'koop-stats --help')
  [2]
  $ koop-stats --percent=rows -x kind a.tsv
  koop-stats: unknown word 'rows' for option '--percent' (did you mean 'row'?) (see 'koop-stats --help')
  [2]
  $ koop-stats --percent=row -x kind -m 'mean(budget)' a.tsv
  koop-stats: '--percent' goes with the measure 'n' alone (see 'koop-stats --help')
  [2]
  $ koop-stats --per=month a.tsv
  koop-stats: '--per' goes with '--date' or '--flow' (see 'koop-stats --help')
  [2]
  $ koop-stats --date=date --per=week a.tsv
  koop-stats: unknown word 'week' for option '--per' (one of: year, quarter, month) (see 'koop-stats --help')
  [2]
  $ printf 'n\tx\n1\t2\n' | koop-stats -b n
  koop-stats: column 'n' of the input is also a column of the result; rename it first
  [2]

More different lists than are kept at a time.

  $ (echo 'x'; seq 450000 | awk '{ print $1 ";" $1 % 7; print "a;b" }') | koop-stats --list=x -b x -m n | awk -F'\t' '$2 > 1'
  x	n
  0	64285
  1	64286
  2	64286
  3	64286
  4	64286
  5	64286
  6	64285
  a	450000
  b	450000
  $ (echo 'x'; seq 450000 | awk '{ print $1 ";" $1 % 7; print "a;b" }') | koop-stats --list=x -m 'distinct(x),n'
  stat	variable	estimate	n
  distinct	x	450003	900000
  n		900000	900000

Limits: columns of a table, groups of --zero, groups of one record.

  $ (echo x; seq 4096) >x.tsv
  $ koop-stats -x x x.tsv | awk -F'\t' '{ print NF }'
  4096
  4096
  $ koop-stats -x x --total x.tsv
  koop-stats: the table would have more than 4096 columns
  [2]
  $ (echo 'a	b'; seq 3163 | awk '{ print $1 "	" $1 }') >ab.tsv
  $ koop-stats -b a,b --zero ab.tsv
  koop-stats: --zero would show more than 10000000 groups
  [2]
  $ head -n 3163 ab.tsv | koop-stats -b a,b --zero -m n | wc -l
  9998245
  $ (echo 'a	b	c'; seq -s ';' 1024 | awk '{ print $1 "	" $1 "	x" }') >lists.tsv
  $ koop-stats --list=a,b -b a,b -m n lists.tsv | wc -l
  1048577
  $ (cat lists.tsv; seq -s ';' 1025 | awk '{ print $1 "	" $1 "	y" }') >more.tsv
  $ koop-stats --list=a,b -b a,b -b c -m n more.tsv | tail -n 1
  koop-stats: more.tsv:3: record lies in more than 1048576 groups; it is not counted
  *	*	x	1

A list of 5000 items, and what is once in each of 200 of them.

  $ (echo 'id	list'; seq 200 | awk '{ printf "%s\t", $1; for (i = 1; i <= 5000; i++) printf "%sx%d", (i > 1 ? ";" : ""), i; print ";y" $1 }') >5000.tsv
  $ koop-stats --list=list -b list --total 5000.tsv | sed -n '1,2p;5002p;$p'
  list	n	share
  x1	200	1
  y1	1	0.005
  *	200	1
  $ koop-stats --list=list -m 'distinct(list),hhi(list)' 5000.tsv
  stat	variable	estimate	n
  distinct	list	5200	200
  hhi	list	0.0001999202239136256	200
