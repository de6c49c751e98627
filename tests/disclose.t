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

By chance to the one below or above, the same one for the same group in all tables, on the whole without a bias.

  $ koop-stats -b country -b kind -m n --total --round=5 --round-seed=red a.tsv
  country	kind	n
  HR	*	10
  MK	*	5
  RS	*	5
  *		0
  *	firm	5
  *	ngo	5
  *	*	15
  $ koop-stats -b country -m n --round=5 --round-seed=blue a.tsv
  country	n
  HR	5
  MK	0
  RS	5
  $ koop-stats -b country,kind -m n --zero --round=5 --round-seed=red a.tsv
  country	kind	n
  HR		0
  HR	firm	5
  HR	ngo	5
  MK		0
  MK	firm	0
  MK	ngo	0
  RS		0
  RS	firm	0
  RS	ngo	5
  $ koop-stats -b country -x kind --total --round=5 --round-seed=red a.tsv
  country	(missing)	firm	ngo	*
  HR		5	5	10
  MK	0			5
  RS		0	5	5
  *	0	5	5	15
  $ koop-stats -b country --total -m 'n,share,sum(turnover),freq(kind)' --round=5 --round-seed=red a.tsv | grep 'stat\|^RS\|^\*'
  country	stat	variable	level	estimate	n	nbase
  RS	n			5	5	15
  RS	share			0.3333333333333333	5	15
  RS	sum	turnover		110	5	5
  RS	n	kind	firm	0	0	5
  RS	pct_records	kind	firm	0	0	5
  RS	pct_valid	kind	firm	0	0	5
  RS	n	kind	ngo	5	5	5
  RS	pct_records	kind	ngo	1	5	5
  RS	pct_valid	kind	ngo	1	5	5
  RS	n_missing	kind		0	0	5
  *	n			15	15	15
  *	share			1	15	15
  *	sum	turnover		150	10	10
  *	n	kind	firm	5	5	15
  *	pct_records	kind	firm	0.3333333333333333	5	15
  *	pct_valid	kind	firm	0.5	5	10
  *	n	kind	ngo	5	5	15
  *	pct_records	kind	ngo	0.3333333333333333	5	15
  *	pct_valid	kind	ngo	0.5	5	10
  *	n_missing	kind		0	0	15
  $ for seed in $(seq 400); do koop-stats -b country -m n --round=5 --round-seed=$seed --bare a.tsv; done |
  > awk '{ n[$1 " " $2]++ } END { for (i in n) print i, n[i] }' | sort
  HR 10 162
  HR 5 238
  MK 0 323
  MK 5 77
  RS 0 84
  RS 5 316
  $ printf 'joined\tleft\tg\n2010\t2011\ta\n2010\t2012\ta\n2010\t\ta\n2011\t\tb\n' >flow.tsv
  > koop-stats --flow=spells -b g --total --round=2 --round-seed=red flow.tsv
  year	g	joined	left	net	at_end
  2010	a	4	0	4	4
  2011	a	0	2	-2	2
  2011	b	0	0	0	0
  2012	a	0	2	-2	0
  2012	b	0	0	0	0
  *	*	4	2	2	2
  $ koop-stats --flow=spells --round=3 flow.tsv
  year	joined	left	net	at_end
  2010	3	0	3	3
  2011	0	0	0	3
  2012	0	0	0	3
  $ koop-stats -b country --round-seed=5 a.tsv
  koop-stats: '--round-seed' goes with '--round', the base (see 'koop-stats --help')
  [2]

What is hidden cannot be computed back: not from totals, nor from other groupings of the run.

  $ awk 'BEGIN { print "a\tb\tx" } { for (i = 0; i < $3; i++) print $1 "\t" $2 "\t" $4 }' >b.tsv <<'END'
  > r1 c1 5 10
  > r1 c2 2 10
  > r1 c3 6 10
  > r2 c1 4 10
  > r2 c2 7 10
  > r2 c3 9 10
  > r3 c1 3 10
  > r3 c2 5 10
  > r3 c3 4 10
  > END
  $ koop-stats -b a -x b --total --suppress=3 --complementary b.tsv
  a	c1	c2	c3	*	flag
  r1	5			13	c2:freq;c3:secondary
  r2	4	7	9	20	
  r3	3			12	c2:secondary;c3:secondary
  *	12	14	19	45	
  $ koop-stats -b a,b -b a -b b --total -m n --suppress=3 --complementary --audit b.tsv
  a	b	stat	variable	level	flag	estimate	low	high	need_low	need_high	verdict
  r1	c2	n			freq	2	1	2	1	2	safe
  r1	c3	n			secondary	6	6	7			
  r3	c2	n			secondary	5	5	6			
  r3	c3	n			secondary	4	3	4			
  $ koop-stats -b a,b -m n --suppress=3 --complementary b.tsv | cut -f 4 | sort | uniq -c
        8 
        1 flag
        1 freq
  $ koop-stats -b a,b -b a -m n --suppress=3 --complementary b.tsv | grep 'r1\|flag'
  a	b	n	flag
  r1	c1		secondary
  r1	c2		freq
  r1	c3	6	
  r1	*	13	
  $ koop-stats -b b,a -b a,b -b a -m n --suppress=3 --complementary b.tsv | grep 'r1\|flag'
  b	a	n	flag
  c1	r1		secondary
  c2	r1		freq
  c3	r1	6	
  c1	r1		secondary
  c2	r1		freq
  c3	r1	6	
  *	r1	13	

Without it the audit says what a reader can find.

  $ koop-stats -b a -x b --total --suppress=3 --audit b.tsv
  koop-stats: the records of 'a=r1 b=c2' can be told to be between 2 and 2
  a	b	stat	variable	level	flag	estimate	low	high	need_low	need_high	verdict
  r1	c2	n			freq	2	2	2	1	2	tight
  [1]

Shares tell the total, percentages that of their base.

  $ koop-stats -b b -m n --suppress=13 --complementary b.tsv
  b	n	flag
  c1		freq
  c2	14	
  c3	19	
  $ koop-stats -b b --suppress=13 --complementary b.tsv
  b	n	share	flag
  c1			freq
  c2			secondary
  c3	19	0.4222222222222222	
  $ koop-stats -b a -x b --percent=row --suppress=3 --complementary b.tsv
  a	c1	c2	c3	flag
  r1			46.15384615384615	c1:secondary;c2:freq
  r2	20	35	45	
  r3	25	41.666666666666664	33.333333333333336	

Values that are counted in groups; the groups of one run are margins of each other.

  $ koop-stats -b a -m 'freq(b)' --suppress=3 --complementary b.tsv | grep 'estimate\|^r1	n'
  a	stat	variable	level	estimate	n	nbase	flag
  r1	n	b	c1				secondary
  r1	n	b	c2				freq
  r1	n	b	c3	6	6	13	
  r1	n_missing	b		0	0	13	
  $ koop-stats -m 'xtab(a, b)' --suppress=3 --complementary b.tsv | grep 'estimate\|cell_count' | cut -f 1-3,5,12
  a	b	stat	estimate	flag
  r1	c1	cell_count	5	
  r1	c2	cell_count		freq
  r1	c3	cell_count		secondary
  r1	*	cell_count	13	
  r2	c1	cell_count	4	
  r2	c2	cell_count	7	
  r2	c3	cell_count	9	
  r2	*	cell_count	20	
  r3	c1	cell_count	3	
  r3	c2	cell_count		secondary
  r3	c3	cell_count		secondary
  r3	*	cell_count	12	
  *	c1	cell_count	12	
  *	c2	cell_count	14	
  *	c3	cell_count	19	
  *	*	cell_count	45	
  $ koop-stats -b a -b b --total -m n --suppress=13 --complementary b.tsv
  a	b	n	flag
  r1	*		secondary
  r2	*	20	
  r3	*		freq
  *	c1		freq
  *	c2		secondary
  *	c3	19	
  *	*	45	

Several columns counted in the same groups: the groups are looked at by themselves, hidden ones tell no values.

  $ awk 'BEGIN { print "a\tb\tc" } { for (i = 0; i < $4; i++) print $1 "\t" $2 "\t" $3 }' >g.tsv <<'END'
  > r1 u x 5
  > r1 v y 4
  > r2 u y 3
  > r2 v x 6
  > r3 u x 1
  > r3 v y 1
  > r4 v x 3
  > r4 v y 1
  > END
  $ koop-stats -b a --total -m 'n,freq(b),freq(c)' --suppress=3 --complementary g.tsv | grep -v 'pct\|miss'
  a	stat	variable	level	estimate	n	nbase	flag
  r1	n			9	9	24	
  r1	n	b	u				secondary
  r1	n	b	v				secondary
  r1	n	c	x	5	5	9	
  r1	n	c	y	4	4	9	
  r2	n			9	9	24	
  r2	n	b	u	3	3	9	
  r2	n	b	v	6	6	9	
  r2	n	c	x	6	6	9	
  r2	n	c	y	3	3	9	
  r3	n						freq
  r3	n	b					freq
  r3	n	c					freq
  r4	n						secondary
  r4	n	b					secondary
  r4	n	c					secondary
  *	n			24	24	24	
  *	n	b	u	9	9	24	
  *	n	b	v	15	15	24	
  *	n	c	x	15	15	24	
  *	n	c	y	9	9	24	
  $ koop-stats -b a --total -m 'n,freq(b),freq(c)' --suppress=3 --complementary --audit g.tsv
  a	stat	variable	level	flag	estimate	low	high	need_low	need_high	verdict
  r3	n			freq	2	1	2	1	2	safe
  r4	n			secondary	4	4	5			
  r1	n	b	u	secondary	5	3	6			
  r1	n	b	v	secondary	4	3	6			
  r3	n	b	u	freq	1	0	2	1	2	safe
  r3	n	b	v	freq	1	0	2	1	2	safe
  r3	n	c	x	freq	1	0	2	1	2	safe
  r3	n	c	y	freq	1	0	2	1	2	safe
  r4	n	c	y	freq	1	0	2	1	2	safe

A group of few records does not tell which parts it has; values of a hidden group are not told either.

  $ awk 'NR == 1 || $1 != "r1" || ($2 == "c2" || $2 == "c1" && !n++)' b.tsv >c.tsv
  $ koop-stats -b a,b -b a --total -m n --suppress=5 --complementary c.tsv
  a	b	n	flag
  r2	c1		freq
  r2	c2		secondary
  r2	c3	9	
  r3	c1		freq
  r3	c2		secondary
  r3	c3		freq
  r1	*		freq
  r2	*	20	
  r3	*		secondary
  *	*	35	
  $ koop-stats -b a -x b --total --suppress=5 --complementary c.tsv
  a	c1	c2	c3	*	flag
  r1					c1:freq;c2:freq;c3:freq;*:freq
  r2					c1:freq;c2:secondary;c3:secondary;*:secondary
  r3				12	c1:freq;c2:secondary;c3:freq
  *	8	14	13	35	

Sums: nothing may be found nearer than P per cent, and two hidden cells of a row are looked at together.

  $ cat >d.tsv <<'END'
  > a	b	x
  > r1	c1	100
  > r1	c2	90
  > r1	c3	20
  > r1	c3	30
  > r1	c3	10
  > r2	c1	40
  > r2	c1	50
  > r2	c1	60
  > r2	c2	50
  > r2	c2	40
  > r2	c2	30
  > r2	c3	70
  > r2	c3	60
  > r2	c3	50
  > END
  $ koop-stats -b a -x b -m 'sum(x)' --total --ppercent=20 --complementary d.tsv
  a	c1	c2	c3	*	flag
  r1				250	c1:p;c2:p;c3:secondary
  r2				450	c1:secondary;c2:secondary;c3:secondary
  *	250	210	240	700	
  $ koop-stats -b a -x b -m 'sum(x)' --total --ppercent=20 --complementary --audit d.tsv
  a	b	stat	variable	level	flag	estimate	low	high	need_low	need_high	verdict
  r1	c1	n			p	1	1	3			
  r1	c2	n			p	1	1	3			
  r1	c3	n			secondary	3	1	3			
  r2	c1	n			secondary	3	1	3			
  r2	c2	n			secondary	3	1	3			
  r2	c3	n			secondary	3	3	5			
  r1	c1	sum	x		p	100	0	250	80	120	safe
  r1	c2	sum	x		p	90	0	210	72	108	safe
  r1	c3	sum	x		secondary	60	0	240			
  r2	c1	sum	x		secondary	150	0	250			
  r2	c2	sum	x		secondary	120	0	210			
  r2	c3	sum	x		secondary	180	0	240			

Of two hidden cells in a row, whoever is alone in the one could tell the other: a third is hidden, where there are
sums.

  $ cat >e.tsv <<'END'
  > r1 c1 1 10
  > r1 c2 2 10
  > r1 c3 6 10
  > r2 c1 4 10
  > r2 c2 7 10
  > r2 c3 9 10
  > r3 c1 8 10
  > r3 c2 5 10
  > r3 c3 4 10
  > END
  $ awk 'BEGIN { print "a\tb\tx" } { for (i = 0; i < $3; i++) print $1 "\t" $2 "\t" $4 }' e.tsv >f.tsv
  $ koop-stats -b a -x b --total -m n --suppress=3 --complementary f.tsv
  a	c1	c2	c3	*	flag
  r1			6	9	c1:freq;c2:freq
  r2			9	20	c1:secondary;c2:secondary
  r3	8	5	4	17	
  *	13	14	19	46	
  $ koop-stats -b a -x b --total -m 'sum(x)' --suppress=3 --complementary f.tsv
  a	c1	c2	c3	*	flag
  r1				90	c1:freq;c2:freq;c3:secondary
  r2				200	c1:secondary;c2:secondary;c3:secondary
  r3	80	50	40	170	
  *	130	140	190	460	
  $ koop-stats -b a,b -b a -b b --total -m 'sum(x)' --suppress=3 --audit f.tsv | cut -f 1-4,6-9,12
  koop-stats: the records of 'a=r1 b=c1' can be told to be between 1 and 1
  koop-stats: the records of 'a=r1 b=c2' can be told to be between 2 and 2
  koop-stats: a sum of 'a=r1 b=c1' can be told to lie between 10 and 10
  koop-stats: a sum of 'a=r1 b=c2' can be told to lie between 20 and 20
  a	b	stat	variable	flag	estimate	low	high	verdict
  r1	c1	n		freq	1	1	1	tight
  r1	c2	n		freq	2	2	2	tight
  r1	c1	sum	x	freq	10	10	10	tight
  r1	c2	sum	x	freq	20	20	20	tight

A long table: not all numbers of a column are looked at, and none can be found out all the same.

  $ awk 'BEGIN { srand(1); print "a\tb"; for (i = 0; i < 9000; i++) for (n = (i * i + i % 7) % 13; n > 0; n--) print "r" int(i / 3) "\tc" i % 3 }' >long.tsv
  > koop-stats -v -b a -x b --total --suppress=3 --complementary long.tsv 2>said >long.out
  > head -n 1 said
  > grep -c secondary long.out
  > koop-stats -b a -x b --total --suppress=3 --complementary --audit long.tsv | cut -f 12 | sort | uniq -c | awk '{ print $1, $2 }'
  koop-stats: in sums of thousands of numbers only the cheapest to hide were looked at: fewer might do
  1220
  1220 
  1814 safe
  1 verdict
  $ { head -n 1 long.tsv; tail -n +2 long.tsv | tac; } | koop-stats -b a -x b --total --suppress=3 --complementary | cmp - long.out

A total of three groups in three ways cannot be looked at; lists are not added up.

  $ koop-stats -b a,b,x -b a,b -b a,x -b b,x --suppress=3 --complementary b.tsv
  koop-stats: what is hidden can be kept so in tables of one and two ways with their totals; the sums of these groupings cross in more
  [2]
  $ printf 'fields\tkind\nf;m\ta\nm\ta\nm\tb\nm\ta\nm\tb\n' | koop-stats -b fields -x kind --total --suppress=2 --complementary
  fields	a	b	*	flag
  f				a:freq;b:freq;*:freq
  m	3	2	5	
  *	3	2	5	

Where there are weights their sums are looked at, too. What a hidden base hides is hidden well.

  $ awk 'NR == 1 { print $0 "\tw"; next } { print $0 "\t" (NR % 3 + 1) }' b.tsv >w.tsv
  $ koop-stats -w w -b a -x b --percent=row --suppress=3 --complementary w.tsv
  a	c1	c2	c3	flag
  r1			44.44444444444444	c1:secondary;c2:freq
  r2	17.94871794871795	35.8974358974359	46.15384615384615	
  r3	25	41.666666666666664	33.333333333333336	
  $ koop-stats -w w -b a -m 'count(b)' --suppress=3 --complementary --audit w.tsv
  a	stat	variable	level	flag	estimate	low	high	need_low	need_high	verdict
  r1	n	b	c1	secondary	5	5	6			
  r1	n	b	c2	freq	2	1	2	1	2	safe
  r1	weight	b	c1	secondary	10	0	15			
  r1	weight	b	c2	freq	5	0	15	4.5	5.5	safe
  $ printf 'a\tb\nq\tx\nq\ty\nr\tx\nr\tx\nr\tx\nr\ty\nr\ty\nr\ty\n' | koop-stats -b a -x b --percent=row --suppress=3 --complementary
  a	x	y	flag
  q			x:freq;y:freq
  r	50	50	

Items of a list do not add up to the records; but mr() tells how many there are.

  $ printf 'fields\nx;z\nx;u\nx\nx;u\nx;z\nw;u;x\nu;x\n' >l.tsv
  $ koop-stats -m 'freq(fields)' --suppress=2 --complementary l.tsv | grep '^n	\|flag'
  stat	variable	level	estimate	n	nbase	flag
  n	fields	u	4	4	7	
  n	fields	w				freq
  n	fields	x	7	7	7	
  n	fields	z	2	2	7	
  $ koop-stats -m 'mr(fields)' --suppress=2 --complementary l.tsv | grep 'count\|flag' | cut -f 1-4,8-
  stat	variable	level	estimate	df	n	nbase	flag
  mr_count	fields	u					secondary
  mr_count	fields	w					freq
  mr_count	fields	x	7	6	7	7	
  mr_count	fields	z	2	6	2	7	
  $ koop-stats -m 'ttest(turnover, kind)' --suppress=4 --where='country != "MK"' a.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	p	n	nbase	flag
  ttest_diff	turnover~kind									freq
  ttest_t	turnover~kind									freq

The parts of a register say the same together.

  $ koop-stats -b a -x b --total --suppress=3 --complementary b.tsv >whole
  $ sed -n '1p;2~2p' b.tsv | koop-stats -b a -x b --total --suppress=3 --complementary --partial >1.state
  $ sed -n '1p;3~2p' b.tsv | koop-stats -b a -x b --total --suppress=3 --complementary --partial >2.state
  $ koop-stats -b a -x b --total --suppress=3 --complementary --merge 2.state 1.state | cmp - whole
  $ sed 1d b.tsv | sort -r | koop-stats --header=a,b,x -b a -x b --total --suppress=3 --complementary | cmp - whole

A report shows an ellipsis; what is missing otherwise stays empty.

  $ koop-stats -b a -x b --total --suppress=3 --complementary b.tsv | koop-report -f markdown
  | a | c1 | c2 | c3 | \* | flag |
  | --- | ---: | ---: | ---: | ---: | --- |
  | r1 | 5 | … | … | 13 | c2:freq;c3:secondary |
  | r2 | 4 | 7 | 9 | 20 |  |
  | r3 | 3 | … | … | 12 | c2:secondary;c3:secondary |
  | \* | 12 | 14 | 19 | 45 |  |
  $ koop-stats -b a,b -m 'n,mean(x)' --suppress=3 b.tsv | koop-report -f html | grep -o '<td.*r1.*\|<tr><th[^>]*>r1.*' | head -3
  <tr><th scope="row">r1</th><td>c1</td><td>n</td><td></td><td class="r">5</td><td class="r">5</td><td></td></tr>
  <tr><th scope="row">r1</th><td>c1</td><td>mean</td><td>x</td><td class="r">10</td><td class="r">5</td><td></td></tr>
  <tr><th scope="row">r1</th><td>c2</td><td>n</td><td></td><td class="r">…</td><td class="r">…</td><td>freq</td></tr>
  $ koop-stats -b a -b b --suppress=13 b.tsv | koop-report -f csv
  a,b,n,share,flag
  r1,*,13,0.28888888888888886,
  r2,*,20,0.4444444444444444,
  r3,*,,,freq
  *,c1,,,freq
  *,c2,14,0.3111111111111111,
  *,c3,19,0.4222222222222222,
  $ printf 'y\tx\n\t1\n2014\t2\n2014\t\n' | koop-stats -b y -m 'n,mean(x)' --suppress=2 --flag-only | koop-report -f text
     y  stat  variable  estimate  n  flag
  ----  ----  --------  --------  -  ----
        n                      1  1  freq
        mean  x                1  1  freq
  2014  n                      2  2  freq
  2014  mean  x                2  1  freq
  $ printf 'y\tx\n\t1\n2014\t2\n2014\t\n' | koop-stats -b y -m n --suppress=2 | koop-report -f text
     y  n  flag
  ----  -  ----
        …  freq
  2014  2

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
