koop-stats: members in time: imprecise dates, periods, standing, flows.

  $ cat >m.tsv <<'EOF'
  > id	country	kind	budget	joined	left
  > 1	RS	ngo	10	2010	
  > 2	RS		20.5	2010/2012	2015
  > 3	HR	ngo		2011-03	2013-05-06
  > 4	HR	group	x		2014
  > 5	MK	ngo	-3	2012	2012
  > EOF

Certain and possible side by side. A date without a certain period is undated on the certain side.

  $ koop-stats --date=joined --imprecise=both --total m.tsv
  year	n_certain	n_possible
  	2	1
  2010	1	2
  2011	1	2
  2012	1	2
  *	5	5
  $ koop-stats -b country --as-of=2012-06-01 --imprecise=both --total m.tsv
  country	n_certain	n_possible
  HR	1	2
  MK	0	1
  RS	1	2
  *	2	5
  $ koop-stats -b country --as-of=2012-06-01 -m n --total m.tsv
  country	n
  HR	1
  RS	1
  *	2
  $ koop-stats -b country --as-of=2012-06-01 --imprecise=possible -m n --total m.tsv
  country	n
  HR	2
  MK	1
  RS	2
  *	5
  $ koop-stats --as-of=2012-06-01 --date=joined --imprecise=both --zero m.tsv
  year	n_certain	n_possible
  	0	1
  2010	1	2
  2011	1	2
  2012	0	2

Spread: a part in each period by its days, 365, 365 and 366 of them; the parts add up to the records.

  $ koop-stats --date=joined --imprecise=spread --total m.tsv
  year	n	share
  	1	0.2
  2010	1.3330291970802919	0.2666058394160584
  2011	1.3330291970802919	0.2666058394160584
  2012	1.333941605839416	0.2667883211678832
  *	5	1
  $ koop-stats --date=joined --imprecise=spread -b country -x year --total m.tsv
  country	(missing)	2010	2011	2012	*
  HR	1		1		2
  MK				1	1
  RS		1.3330291970802919	0.333029197080292	0.33394160583941607	2
  *	1	1.3330291970802919	1.3330291970802919	1.333941605839416	5
  $ koop-stats --date=joined --imprecise=spread -m 'sum(budget),mean(budget)' -q m.tsv
  year	stat	variable	estimate	n
  	sum	budget		0
  	mean	budget		0
  2010	sum	budget	16.827098540145986	2
  2010	mean	budget	12.623203285420944	2
  2011	sum	budget	6.827098540145985	1
  2011	mean	budget	20.5	1
  2012	sum	budget	3.8458029197080292	2
  2012	mean	budget	2.8830369357045145	2
  [1]
  $ printf 'date\n2013-12-30/2014-01-03\n2014-01\n' | koop-stats --date=date --per=month --imprecise=spread -m n
  month	n
  2013-12	0.4
  2014-01	1.6
  $ (echo joined; seq 1000 | awk '{ print 1900 + $1 % 97 "/" 2000 + $1 % 13 }') | koop-stats --date=joined --per=month --imprecise=spread -m n --total | awk -F'\t' 'NR > 1 { if ($1 == "*") all = $2; else sum += $2 } END { printf "%.9f %s\n", sum, all }'
  1000.000000000 1000

What does not go together.

  $ koop-stats --per=month m.tsv
  koop-stats: '--per' goes with '--date' (see 'koop-stats --help')
  [2]
  $ koop-stats --imprecise=both m.tsv
  koop-stats: '--imprecise' goes with '--date' or '--as-of' (see 'koop-stats --help')
  [2]
  $ koop-stats --as-of=2012 --imprecise=spread m.tsv
  koop-stats: with '--as-of' alone a date is 'certain', 'possible' or 'both' (see 'koop-stats --help')
  [2]
  $ koop-stats --as-of=2012 --imprecise=both -m n,share m.tsv
  koop-stats: '--imprecise=both' goes with the measure 'n' alone, without '--cross' (see 'koop-stats --help')
  [2]
  $ koop-stats --date=joined --imprecise=spread -w budget m.tsv
  koop-stats: '--imprecise=spread' weights records by the parts of their dates: there can be no other weights (see 'koop-stats --help')
  [2]
