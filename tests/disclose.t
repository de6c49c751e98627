koop-stats: groups that are not shown.

  $ cat >a.tsv <<'END'
  > country	kind	turnover
  > RS	ngo	90
  > RS	ngo	6
  > RS	ngo	4
  > RS	firm	10
  > HR	ngo	10
  > HR	ngo	10
  > HR	ngo	10
  > HR	ngo	
  > HR	firm	
  > HR	firm	7
  > HR	firm	
  > MK		5
  > END

Too few records, or too few numbers; no records at all are no secret.

  $ koop-stats -b country,kind -m n --zero --suppress=2 a.tsv
  country	kind	n	flag
  HR		0	
  HR	firm	3	
  HR	ngo	4	
  MK			freq
  MK	firm	0	
  MK	ngo	0	
  RS		0	
  RS	firm		freq
  RS	ngo	3	
  $ koop-stats -b country,kind -m 'n,mean(turnover)' --suppress=2 a.tsv
  country	kind	stat	variable	estimate	n	flag
  HR	firm	n				freq
  HR	firm	mean	turnover			freq
  HR	ngo	n		4	4	
  HR	ngo	mean	turnover	10	3	
  MK		n				freq
  MK		mean	turnover			freq
  RS	firm	n				freq
  RS	firm	mean	turnover			freq
  RS	ngo	n		3	3	
  RS	ngo	mean	turnover	33.333333333333336	3	

One number dominates, or the largest can be told by the second.

  $ koop-stats -b country,kind -m 'sum(turnover)' --dominance=1,80 --ppercent=10 --flag-only a.tsv
  country	kind	stat	variable	estimate	n	flag
  HR	firm	sum	turnover	7	1	nk,p
  HR	ngo	sum	turnover	30	3	
  MK		sum	turnover	5	1	nk,p
  RS	firm	sum	turnover	10	1	nk,p
  RS	ngo	sum	turnover	100	3	nk,p
  $ koop-stats -b country,kind -m 'sum(turnover)' --dominance=2,96 --flag-only a.tsv | grep -c nk
  3
  $ koop-stats -b country,kind -m 'sum(turnover)' --ppercent=4 --flag-only a.tsv | grep 'RS	ngo'
  RS	ngo	sum	turnover	100	3	

The smallest and the largest number are those of few.

  $ koop-stats -b kind -m 'min(turnover),max(turnover),median(turnover)' --suppress=3 a.tsv | cut -f 1-5,12
  kind	stat	variable	level	estimate	flag
  firm	min	turnover			freq
  firm	max	turnover			freq
  firm	quantile	turnover	0.5		freq
  ngo	min	turnover			freq
  ngo	max	turnover			freq
  ngo	quantile	turnover	0.5	10	

Spread, the flags name the columns.

  $ koop-stats -b country -x kind --total --suppress=3 a.tsv
  country	(missing)	firm	ngo	*	flag
  HR	0	3	4	7	
  MK		0	0		(missing):freq;*:freq
  RS	0		3	4	firm:freq
  *		4	7	12	(missing):freq
  $ koop-stats -b country -x kind --percent=row --suppress=3 a.tsv
  country	(missing)	firm	ngo	flag
  HR	0	42.857142857142854	57.142857142857146	
  MK		0	0	(missing):freq
  RS	0		75	firm:freq

Values of a column are groups, too. A hidden group does not say which it has.

  $ koop-stats -b country -m 'freq(kind)' --suppress=3 a.tsv
  country	stat	variable	level	estimate	n	nbase	flag
  HR	n	kind	firm	3	3	7	
  HR	pct_records	kind	firm	0.42857142857142855	3	7	
  HR	pct_valid	kind	firm	0.42857142857142855	3	7	
  HR	n	kind	ngo	4	4	7	
  HR	pct_records	kind	ngo	0.5714285714285714	4	7	
  HR	pct_valid	kind	ngo	0.5714285714285714	4	7	
  HR	n_missing	kind		0	0	7	
  MK	n	kind					freq
  RS	n	kind	firm				freq
  RS	pct_records	kind	firm				freq
  RS	pct_valid	kind	firm				freq
  RS	n	kind	ngo	3	3	4	
  RS	pct_records	kind	ngo	0.75	3	4	
  RS	pct_valid	kind	ngo	0.75	3	4	
  RS	n_missing	kind		0	0	4	
  $ koop-stats -m 'prop(kind),xtab(country, kind)' --where='kind is not missing' --suppress=3 a.tsv | cut -f 1-5,13 | grep -v _prop
  country	kind	stat	variable	level	flag
  		prop	kind	firm	
  		prop	kind	ngo	
  HR	firm	cell_count			
  HR	ngo	cell_count			
  HR	*	cell_count			
  RS	firm	cell_count			freq
  RS	ngo	cell_count			
  RS	*	cell_count			
  *	firm	cell_count			
  *	ngo	cell_count			
  *	*	cell_count			

Rounding: shares and percentages are made of rounded numbers.

  $ koop-stats -b country --total --round=5 a.tsv
  country	n	share
  HR	5	0.5
  MK	0	0
  RS	5	0.5
  *	10	1
  $ koop-stats -b country -x kind --total --percent=row --round=2 a.tsv
  country	(missing)	firm	ngo	*
  HR		50	50	100
  MK	100			100
  RS		50	100	100
  *	16.666666666666668	33.333333333333336	66.66666666666667	100
  $ koop-stats -b country -m 'count,sum(turnover),freq(kind)' --round=10 a.tsv | head -4
  country	stat	variable	level	estimate	n	nbase
  HR	count			10	10	10
  HR	sum	turnover		40	0	0
  HR	n	kind	firm	0	0	10

What makes no sense is refused.

  $ koop-stats -m 'mean(turnover)' --round=5 a.tsv
  koop-stats: measure 'mean' would tell what '--round' hides (see 'koop-stats --help')
  [2]
  $ koop-stats --dominance=2 a.tsv
  koop-stats: '2' for option '--dominance' is no number of records from 1 to 100, comma and percentage (see 'koop-stats --help')
  [2]
  $ koop-stats --ppercent=x a.tsv
  koop-stats: 'x' for option '--ppercent' is no percentage above 0 (see 'koop-stats --help')
  [2]
  $ koop-stats --flag-only a.tsv
  koop-stats: '--flag-only' goes with '--suppress', '--dominance' or '--ppercent' (see 'koop-stats --help')
  [2]
  $ koop-stats -w turnover -m 'count,mean(turnover)' a.tsv
  koop-stats: measure 'count' needs a column in brackets in a sample (see 'koop-stats --help')
  [2]
