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

Flows: who joined and left in each period, and how many there are at its end. What is imprecise counts where it is
certain to be a member; what has no place has a row of its own.

  $ cat >s.tsv <<'EOF'
  > member_id	network_id	role	valid_from	valid_to
  > m1	n1	associate	2010	2012-05
  > m1	n1	full	2012-06	
  > m2	n1	full	2010-03-01	2013
  > m2	n1	full	2013-10	2015
  > m2	n2	full	2011	
  > m3	n1	full	2011/2013	
  > m4	n2	full		2014
  > m5	n2	full	2015	2014
  > m6	n2	full	2012	x
  > EOF
  $ koop-stats --flow=spells m.tsv
  year	joined	left	net	at_end
  	1	1	0	0
  2010	1	0	1	1
  2011	1	0	1	2
  2012	2	1	1	3
  2013	0	1	-1	2
  2014	0	0	0	2
  2015	0	1	-1	1
  $ koop-stats --flow=spells --imprecise=flag --total m.tsv
  year	joined	left	net	at_end	imprecise
  	1	1	0	0	0
  2010	1	0	1	1	0
  2011	1	0	1	2	0
  2012	2	1	1	3	1
  2013	0	1	-1	2	0
  2014	0	0	0	2	0
  2015	0	1	-1	1	0
  *	5	4	1	1	1
  $ koop-stats --flow=spells --imprecise=both --total m.tsv
  year	joined_certain	joined_possible	left_certain	left_possible	net_certain	net_possible	at_end_certain	at_end_possible
  	1	1	1	1	0	0	0	0
  2010	1	2	0	0	1	2	1	2
  2011	1	1	0	0	1	1	2	3
  2012	2	1	1	1	1	0	3	3
  2013	0	0	1	1	-1	-1	2	2
  2014	0	0	0	0	0	0	2	2
  2015	0	0	1	1	-1	-1	1	1
  *	5	5	4	4	1	1	1	1
  $ koop-stats -b country --flow=spells --imprecise=first m.tsv
  year	country	joined	left	net	at_end
  	HR	1	1	0	0
  2010	RS	2	0	2	2
  2011	HR	1	0	1	1
  2011	RS	0	0	0	2
  2012	HR	0	0	0	1
  2012	MK	1	1	0	0
  2012	RS	0	0	0	2
  2013	HR	0	1	-1	0
  2013	RS	0	0	0	2
  2014	RS	0	0	0	2
  2015	RS	0	1	-1	1
  $ koop-stats -b country,year -b '' --flow=spells --total m.tsv
  country	year	joined	left	net	at_end
  HR		1	1	0	0
  HR	2011	1	0	1	1
  HR	2012	0	0	0	1
  HR	2013	0	1	-1	0
  MK	2012	1	1	0	0
  RS	2010	1	0	1	1
  RS	2011	0	0	0	1
  RS	2012	1	0	1	2
  RS	2013	0	0	0	2
  RS	2014	0	0	0	2
  RS	2015	0	1	-1	1
  *		1	1	0	0
  *	2010	1	0	1	1
  *	2011	1	0	1	2
  *	2012	2	1	1	3
  *	2013	0	1	-1	2
  *	2014	0	0	0	2
  *	2015	0	1	-1	1
  *	*	5	4	1	1
  $ koop-stats --flow=spells --zero -b country,year --where='country != "RS"' m.tsv
  country	year	joined	left	net	at_end
  HR		1	1	0	0
  HR	2011	1	0	1	1
  HR	2012	0	0	0	1
  HR	2013	0	1	-1	0
  MK	2011	0	0	0	0
  MK	2012	1	1	0	0
  MK	2013	0	0	0	0

A body with several spells is one. A change of role is none for it, and one that leaves and comes back within a
period has stayed, in a table of such periods.

  $ koop-stats --flow --total s.tsv
  koop-stats: s.tsv:9: '2014' in column 'valid_to' is before '2015' in column 'valid_from'; when it was is unknown
  koop-stats: s.tsv:10: 'x' is not a date, in column 'valid_to'; when it was is unknown
  year	joined	left	net	at_end	bodies_joined	bodies_left	bodies_net	bodies_at_end
  	3	3	0	0	3	3	0	0
  2010	2	0	2	2	2	0	2	2
  2011	1	0	1	3	0	0	0	2
  2012	1	1	0	3	0	0	0	2
  2013	2	1	1	4	1	0	1	3
  2014	0	0	0	4	0	0	0	3
  2015	0	1	-1	3	0	0	0	3
  *	9	6	3	3	6	3	3	3
  [1]
  $ koop-stats --flow=bodies -b network_id,year --imprecise=possible -q s.tsv
  network_id	year	bodies_joined	bodies_left	bodies_net	bodies_at_end
  n1	2010	2	0	2	2
  n1	2011	1	0	1	3
  n1	2012	0	0	0	3
  n1	2013	0	0	0	3
  n1	2014	0	0	0	3
  n1	2015	0	1	-1	2
  n2		3	3	0	0
  n2	2011	1	0	1	1
  n2	2012	0	0	0	1
  n2	2013	0	0	0	1
  n2	2014	0	0	0	1
  n2	2015	0	0	0	1
  [1]
  $ koop-stats --flow=bodies --per=quarter -q --where='network_id = "n1"' s.tsv
  quarter	bodies_joined	bodies_left	bodies_net	bodies_at_end
  2010-Q1	1	0	1	1
  2010-Q2	0	0	0	1
  2010-Q3	0	0	0	1
  2010-Q4	1	0	1	2
  2011-Q1	0	0	0	2
  2011-Q2	0	0	0	2
  2011-Q3	0	0	0	2
  2011-Q4	0	0	0	2
  2012-Q1	0	0	0	2
  2012-Q2	0	0	0	2
  2012-Q3	0	0	0	2
  2012-Q4	0	0	0	2
  2013-Q1	0	1	-1	1
  2013-Q2	0	0	0	1
  2013-Q3	0	0	0	1
  2013-Q4	2	0	2	3
  2014-Q1	0	0	0	3
  2014-Q2	0	0	0	3
  2014-Q3	0	0	0	3
  2014-Q4	0	0	0	3
  2015-Q1	0	1	-1	2
  $ koop-stats --flow=bodies --id=role -q s.tsv
  year	bodies_joined	bodies_left	bodies_net	bodies_at_end
  	1	1	0	0
  2010	2	0	2	2
  2011	0	0	0	2
  2012	0	1	-1	1
  2013	0	0	0	1
  2014	0	0	0	1
  2015	0	0	0	1
  [1]
  $ printf 'id\tjoined\n\t2012\n\t2013\n' | koop-stats --flow
  year	joined	left	net	at_end	bodies_joined	bodies_left	bodies_net	bodies_at_end
  2012	1	0	1	1	1	0	1	1
  2013	1	0	1	2	1	0	1	2
  $ printf 'id\tleft\n1\t2012\n2\t\n' | koop-stats --flow
  year	joined	left	net	at_end	bodies_joined	bodies_left	bodies_net	bodies_at_end
  	2	1	1	1	2	1	1	1
  $ printf 'id\tjoined\tleft\n' | koop-stats --flow --total
  year	joined	left	net	at_end	bodies_joined	bodies_left	bodies_net	bodies_at_end
  *	0	0	0	0	0	0	0	0

No bound at all on one side.

  $ printf 'joined\tleft\n../2010\t\n2010/..\t../2012\n2009\t[2011..]\n' | koop-stats --flow --imprecise=both --total
  year	joined_certain	joined_possible	left_certain	left_possible	net_certain	net_possible	at_end_certain	at_end_possible
  	1	2	1	1	0	1	0	1
  2009	1	0	0	0	1	0	1	0
  2010	1	1	0	0	1	1	2	1
  2011	0	0	1	0	-1	0	1	1
  2012	0	0	0	1	0	-1	1	0
  *	3	3	2	2	1	1	1	1

Whatever the dates, the groups and the periods: joined - left = net, and at the end there are as many as before and
net, and no spell is lost. Who is there at the end for certain is who is there for certain as of the last day (but for
those who leave on that very day: they have left in the period).

  $ cat >random.awk <<'EOF'
  > function day(y,   r) {
  >     r = rand()
  >     if (r < .4) return y
  >     if (r < .7) return sprintf("%d-%02d", y, 1 + int(rand() * 12))
  >     if (r < .9) return sprintf("%d-%02d-%02d", y, 1 + int(rand() * 12), 1 + int(rand() * 28))
  >     return r < .97 ? y "/" (y + int(rand() * 4)) : ""
  > }
  > BEGIN {
  >     srand(7)
  >     print "id\tg\tfields\tjoined\tleft"
  >     for (i = 0; i < 3000; i++) {
  >         y = 1990 + int(rand() * 20)
  >         from = day(y)
  >         to = rand() < .4 ? "" : day(y + int(rand() * 9))
  >         print int(rand() * 1500) "\tg" int(rand() * 5) "\ta" int(rand() * 3) ";a" int(rand() * 3) "\t" from "\t" to
  >     }
  > }
  > EOF
  $ awk -f random.awk >r.tsv
  $ cat >identity.awk <<'EOF'
  > BEGIN { FS = "\t" }
  > NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
  > { for (s = 1; s <= split(sides, side, ","); s++) for (k = 1; k <= 2; k++) {
  >     p = k == 1 ? "" : "bodies_"; e = side[s] == "-" ? "" : "_" side[s]
  >     j = $at[p "joined" e]; l = $at[p "left" e]; n = $at[p "net" e]; a = $at[p "at_end" e]
  >     key = $1 "," p e
  >     if ($2 == "") { bad += a != n } else { bad += a != last[key] + n; last[key] = a }
  >     bad += j - l != n; rows++; joined[p e] += j } }
  > END { print rows, bad + 0, joined[side[1] == "-" ? "" : "_" side[1]] }
  > EOF
  $ for how in certain possible first flag; do koop-stats --flow -b g,month --per=month --imprecise=$how -q r.tsv | awk -v sides=- -f identity.awk; done
  3340 0 3000
  3490 0 3000
  3340 0 3000
  3340 0 3000
  $ koop-stats --flow -b fields,quarter --per=quarter --imprecise=both -q r.tsv | awk -v sides=certain,possible -f identity.awk
  1404 0 4971
  $ koop-stats --flow -b g,year --zero --imprecise=both -q r.tsv | awk -v sides=certain,possible -f identity.awk
  600 0 3000
  $ koop-filter 'joined is not missing' r.tsv | koop-stats --flow=spells --imprecise=both -q | awk -F'\t' '$1 % 6 == 0 { print $1, $8 }'
  year at_end_certain
   0
  1992 410
  1998 843
  2004 1199
  2010 1454
  2016 1211
  $ for y in 1992 1998 2004 2010; do echo $y $(koop-stats --as-of=$y-12-31 --imprecise=both --where='joined is not missing' -q r.tsv | tail -n 1 | cut -f 1); done
  1992 410
  1998 843
  2004 1199
  2010 1454
  $ (head -n 1 r.tsv; tail -n +2 r.tsv | LC_ALL=C sort -r) | koop-stats --flow -b fields --imprecise=both -q >1.out; koop-stats --flow -b fields --imprecise=both -q r.tsv | cmp - 1.out

How long spells last, when some are open. A year is 365.25 days; an imprecise date is its middle day. The numbers are
beside those of R in tests/cases/survey/d40_member_survival.

  $ cat >l.tsv <<'EOF'
  > g	joined	left
  > a	2010-01-01	2012-01-01
  > a	2010-01-01	2011-01-01
  > a	2010-01-01	2013-01-01
  > a	2010-01-01	
  > b	2012-01-01	
  > b	2011	2011
  > b		2013
  > b	2010-06-15	2012-02-01
  > EOF
  $ koop-stats -v -m 'survival(joined,left,1,2.5),median_length(joined,left),mean_length(joined,left)' l.tsv
  koop-stats: spells from 'joined' to 'left' are watched until 2013-12-31
  koop-stats: 8 records read, 8 counted, 0 refused
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  survival	joined/left	1	0.7142857142857143	0.17074694419062766	0.4470909479277736	1	5	7
  survival	joined/left	2.5	0.42857142857142855	0.18704390591656486	0.18219162308831494	1	2	7
  median_length	joined/left		1.998631074606434		0.999315537303217		7	7
  mean_length	joined/left	3.997262149212868	2.160946514129266	0.5113751383689106	1.1586696603370144	3.1632233679215176	7	7
  $ koop-stats -b g --as-of=2012-12-31 --level=0.9 -m 'survival(joined,left),median_length(joined,left),retention(joined,left)' l.tsv
  g	stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  a	survival	joined/left	1	0.75	0.21650635094610965	0.46649386281020966	1	3	4
  a	survival	joined/left	2	0.5	0.25	0.2196820524637462	1	2	4
  a	median_length	joined/left		1.998631074606434		0.999315537303217		4	4
  a	retention	joined/left	1	0.75	0.21650635094610965	0.35616800859850634	0.9420926788001415	3	4
  a	retention	joined/left	2	0.5	0.25	0.1824001632546449	0.8175998367453551	2	4
  b	survival	joined/left	1	0.6666666666666666	0.2721655269759087	0.34062476980237855	1	1	3
  b	median_length	joined/left		1.6317590691307324		0		3	3
  b	retention	joined/left	1	0.5	0.3535533905932738	0.12086631942227362	0.8791336805777263	1	2
  $ koop-stats -m 'survival(joined, left, all),n' --where='g = "b"' --imprecise=possible l.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  survival	joined/left	0.9965776865160849	0.6666666666666666	0.2721655269759087	0.29950713035902227	1	3	3
  survival	joined/left	1.6317590691307324	0.3333333333333333	0.2721655269759087	0.06727839085192226	1	2	3
  n			4				4	4
  $ koop-stats -m 'mean_length(joined,left)' --where='g = "b"' --imprecise=certain l.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  mean_length	joined/left	1.998631074606434	1.2101300479123889	0.501544241262428	0.22712139838456213	2.1931386974402156	3	3
  $ koop-stats -b g -m median_length,retention --as-of=2011-12-31 l.tsv
  g	stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  a	median_length	joined/left				0.999315537303217		4	4
  a	retention	joined/left	1	0.75	0.21650635094610965	0.3006418425824019	0.9544127391902995	3	4
  b	median_length	joined/left		0		0		2	2
  b	retention	joined/left	1	1	0	0.20654931437723742	1	1	1
  $ printf 'a\n1\n' | koop-stats -m survival
  koop-stats: measure 'survival': no column 'valid_from', 'valid_to', 'joined' or 'left'
  [2]
  $ koop-stats --date=joined -m 'retention(joined,left,1,2)' --as-of=2013-12 l.tsv
  year	stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  	retention	joined/left	1					0	0
  	retention	joined/left	2					0	0
  2010	retention	joined/left	1	0.8	0.17888543819998315	0.37553462976252533	0.9637758913675698	4	5
  2010	retention	joined/left	2	0.4	0.21908902300206645	0.11762077423264786	0.769275718723987	2	5
  2011	retention	joined/left	1	0	0	0	0.7934506856227626	0	1
  2011	retention	joined/left	2	0	0	0	0.7934506856227626	0	1
  2012	retention	joined/left	1	1	0	0.20654931437723742	1	1	1
  2012	retention	joined/left	2					0	0

Spells of one body that follow on each other are one when it is said whose they are.

  $ cat >roles.tsv <<'EOF'
  > member_id	role	valid_from	valid_to
  > a	associate	2010-01-01	2010-12-31
  > a	full	2011-01-01	
  > b	associate	2010	2011
  > b	full	2012	2014
  > b	full	2013-01-01	2013-02-01
  > c	full	2010-01-01	2010-12-31
  > c	full	2012-01-01	2012-12-31
  > 	full	2010-01-01	2010-12-31
  > 	full	2011-01-01	2011-12-31
  > d	full		2013
  > d	full	2012-01-01	2012-12-31
  > EOF
  $ koop-stats -m 'survival(valid_from,valid_to,all)' --as-of=2014-12-31 roles.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  survival	valid_from/valid_to	0.08487337440109514	0.9	0.09486832980505137	0.7320116427439927	1	10	10
  survival	valid_from/valid_to	0.9965776865160849	0.5	0.15811388300841897	0.2690273550635448	0.9292735303476835	9	10
  survival	valid_from/valid_to	0.999315537303217	0.2	0.1264911064067352	0.057900574217989276	0.6908394353638777	5	10
  survival	valid_from/valid_to	2.001368925393566	0.1	0.09486832980505139	0.015576838338526128	0.641978801003991	2	10
  $ koop-stats -m 'survival(valid_from,valid_to,all),median_length' --as-of=2014-12-31 --id=member_id roles.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  survival	valid_from/valid_to	0.9965776865160849	0.5714285714285714	0.18704390591656486	0.3008436463897867	1	7	7
  survival	valid_from/valid_to	0.999315537303217	0.2857142857142857	0.17074694419062764	0.08856084205840786	0.9217691607695636	4	7
  survival	valid_from/valid_to	4	0.14285714285714285	0.13226001425322162	0.02327246909881446	0.8769229933727034	2	7
  median_length	valid_from/valid_to		0.999315537303217		0.9965776865160849		7	7

A curve that stays at a half for a while comes down to it in the middle of that while; at its end, where it gets
there. Without ends, or without spells, there is no median.

  $ printf 'joined\tleft\n2010-01-01\t2011-01-01\n2010-01-01\t2013-01-01\n' | koop-stats -m 'median_length(joined,left)'
  stat	variable	estimate	se	ci_low	ci_high	n	nbase
  median_length	joined/left	2		0.999315537303217		2	2
  $ printf 'joined\tleft\n2010-01-01\t2011-01-01\n2010-01-01\t\n' | koop-stats -m 'median_length(joined,left),survival(joined,left)' --as-of=2013
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  median_length	joined/left		0.999315537303217		0.999315537303217		2	2
  survival	joined/left	1	0.5	0.3535533905932738	0.12504882662995317	1	1	2
  survival	joined/left	2	0.5	0.3535533905932738	0.12504882662995317	1	1	2
  survival	joined/left	3	0.5	0.3535533905932738	0.12504882662995317	1	1	2
  $ printf 'joined\tleft\n2010-01-01\t\n' | koop-stats -m 'median_length(joined,left),mean_length(joined,left),survival(joined,left)' --as-of=2012
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  median_length	joined/left						1	1
  mean_length	joined/left	2.9979466119096507	2.9979466119096507	0	2.9979466119096507	2.9979466119096507	1	1
  survival	joined/left	1	1	0	1	1	1	1
  survival	joined/left	2	1	0	1	1	1	1
  $ printf 'joined\tleft\n\t2013\n' | koop-stats -m 'median_length(joined,left),mean_length(joined,left),survival(joined,left),retention(joined,left,1)'
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  median_length	joined/left						0	0
  mean_length	joined/left						0	0
  retention	joined/left	1					0	0
  $ printf 'joined\tleft\n' | koop-stats -m 'median_length(joined,left),survival(joined,left)'
  stat	variable	level	estimate	se	ci_low	ci_high	n	nbase
  median_length	joined/left						0	0

  $ koop-stats -x g -m 'median_length(joined,left)' l.tsv
  koop-stats: measures of length go without weights and '--cross' (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'survival(joined)' l.tsv
  koop-stats: measure 'survival' needs more in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'survival(joined,left,soon)' l.tsv
  koop-stats: 'soon' is no number of years, in measure 'survival'
  [2]
  $ koop-stats -m 'survival(joined,left)' --as-of=soon l.tsv
  koop-stats: 'soon' for option '--as-of' is no date (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'survival(joined,left)' --imprecise=spread l.tsv
  koop-stats: lengths are 'certain', 'possible' or 'first', or of middle days (see 'koop-stats --help')
  [2]

Periods beside another: what is more or less in each group, and in per cent; where there was nothing, there is no per
cent. A group that is no more is shown, with 0. What came before the first period is not known.

  $ cat >p.tsv <<'EOF'
  > country	founded	budget
  > RS	2010	1
  > RS	2010-05	2
  > RS	2013-02	3
  > MK	2011-01	4
  > MK	2013	
  > MK	2013-02-03	6
  > HR		7
  > HR	2010/2012	8
  > EOF
  $ koop-stats --date=founded --compare=previous --total p.tsv
  year	n	share	difference	percent
  	2	0.25		
  2010	2	0.25		
  2011	1	0.125	-1	-50
  2012	0	0	-1	-100
  2013	3	0.375	3	
  *	8	1		
  $ koop-stats -b country -b '' --date=founded --compare=2010 -m n p.tsv
  year	country	n	difference	percent
  	HR	2		
  2010	RS	2	0	0
  2011	MK	1	1	
  2011	RS	0	-2	-100
  2012	RS	0	-2	-100
  2013	MK	2	2	
  2013	RS	1	-1	-50
  	*	2		
  2010	*	2	0	0
  2011	*	1	-1	-50
  2012	*	0	-2	-100
  2013	*	3	1	50
  $ koop-stats -b country --date=founded --compare=2010 -m n --zero p.tsv
  year	country	n	difference	percent
  	HR	2		
  	MK	0		
  	RS	0		
  2010	HR	0	0	
  2010	MK	0	0	
  2010	RS	2	0	0
  2011	HR	0	0	
  2011	MK	1	1	
  2011	RS	0	-2	-100
  2012	HR	0	0	
  2012	MK	0	0	
  2012	RS	0	-2	-100
  2013	HR	0	0	
  2013	MK	2	2	
  2013	RS	1	-1	-50
  $ koop-stats -b country,year --date=founded --compare=previous -m 'n,sum(budget),mean(budget)' p.tsv
  country	year	stat	variable	estimate	n	difference	percent
  HR		n		2	2		
  HR		sum	budget	15	2		
  HR		mean	budget	7.5	2		
  MK	2011	n		1	1	1	
  MK	2011	sum	budget	4	1		
  MK	2011	mean	budget	4	1		
  MK	2012	n		0	0	-1	-100
  MK	2012	sum	budget		0		
  MK	2012	mean	budget		0		
  MK	2013	n		2	2	2	
  MK	2013	sum	budget	6	1		
  MK	2013	mean	budget	6	1		
  RS	2010	n		2	2		
  RS	2010	sum	budget	3	2		
  RS	2010	mean	budget	1.5	2		
  RS	2011	n		0	0	-2	-100
  RS	2011	sum	budget		0		
  RS	2011	mean	budget		0		
  RS	2013	n		1	1	1	
  RS	2013	sum	budget	3	1		
  RS	2013	mean	budget	3	1		
  $ koop-stats -b country --date=founded -x year --compare=previous --total p.tsv
  country	stat	(missing)	2010	2011	2012	2013	*
  HR	n	2					2
  HR	n_difference						
  HR	n_percent						
  MK	n			1		2	3
  MK	n_difference			1	-1	2	
  MK	n_percent				-100		
  RS	n		2			1	3
  RS	n_difference			-2		1	
  RS	n_percent			-100			
  *	n	2	2	1		3	8
  *	n_difference			-1	-1	3	
  *	n_percent			-50	-100		
  $ koop-stats --date=founded -x country --compare=2010 -m 'n,sum(budget)' --suppress=2 p.tsv
  year	stat	variable	HR	MK	RS	flag
  	n		2	0	0	
  	n_difference					
  	n_percent					
  	sum	budget	15			
  	sum_difference	budget				
  	sum_percent	budget				
  2010	n		0	0	2	
  2010	n_difference				0	
  2010	n_percent				0	
  2010	sum	budget			3	
  2010	sum_difference	budget			0	
  2010	sum_percent	budget			0	
  2011	n		0		0	MK:freq
  2011	n_difference				-2	MK:freq
  2011	n_percent				-100	MK:freq
  2011	sum	budget				MK:freq
  2011	sum_difference	budget				MK:freq
  2011	sum_percent	budget				MK:freq
  2012	n		0	0	0	
  2012	n_difference				-2	
  2012	n_percent				-100	
  2012	sum	budget				
  2012	sum_difference	budget				
  2012	sum_percent	budget				
  2013	n		0			MK:freq;RS:freq
  2013	n_difference					MK:freq;RS:freq
  2013	n_percent					MK:freq;RS:freq
  2013	sum	budget				MK:freq;RS:freq
  2013	sum_difference	budget				MK:freq;RS:freq
  2013	sum_percent	budget				MK:freq;RS:freq
  $ koop-stats --date=founded --per=month --compare=year-before -m n <<'EOF'
  > founded
  > 2010-12
  > 2010-12
  > 2011-01
  > 2011-12-05
  > EOF
  month	n	difference	percent
  2010-12	2		
  2011-01	1		
  2011-12	1	-1	-50
  $ koop-stats --date=founded --per=quarter --compare=2010-Q2 --imprecise=spread -m n p.tsv | sed -n '1,5p;$p'
  quarter	n	difference	percent
  	1		
  2010-Q1	0.32869213078692133	-1.0036521347865215	-75.32978980883355
  2010-Q2	1.3323442655734428	0	0
  2010-Q3	0.335996400359964	-0.9963478652134787	-74.78156291569651
  2013-Q4	0.25205479452054796	-1.0802894710528947	-81.08185691690854
  $ koop-stats --date=founded --compare=2009 -m n p.tsv
  koop-stats: no record lies in the period '2009' to compare with
  year	n	difference	percent
  	2		
  2010	2		
  2011	1		
  2013	3		
  [1]
  $ koop-stats --date=founded --compare=previous --suppress=2 -m n p.tsv
  year	n	difference	percent	flag
  	2			
  2010	2			
  2011				freq
  2012	0			
  2013	3	3		
  $ koop-stats --date=founded --compare=previous --suppress=2 -m 'n,mean(budget)' p.tsv
  year	stat	variable	estimate	n	difference	percent	flag
  	n		2	2			
  	mean	budget	7.5	2			
  2010	n		2	2			
  2010	mean	budget	1.5	2			
  2011	n						freq
  2011	mean	budget					freq
  2012	n		0	0			
  2012	mean	budget		0			
  2013	n		3	3	3		
  2013	mean	budget	4.5	2			

Counted in parts, and in threads, all that is the same.

  $ awk '{ if (NR == 1) head = $0; for (i = 0; NR == 1 && i < 4; i++) print head >("part" i); if (NR > 1) print >("part" NR * 7919 % 4) }' r.tsv
  $ same() {
  >     koop-stats -q "$@" r.tsv >whole.out
  >     koop-stats -q "$@" --threads=3 r.tsv | cmp - whole.out
  >     for i in 2 0 3 1; do koop-stats -q "$@" --partial part$i >state$i; done
  >     koop-stats -q "$@" --merge state0 state1 state2 state3 | cmp - whole.out
  > }
  $ same --flow -b g,month --per=month --imprecise=both --total
  $ same --flow=bodies -b fields --zero --imprecise=flag
  $ same --as-of=2000 --imprecise=both -b g
  $ same --date=joined --imprecise=spread -b g --total
  $ same --date=joined --imprecise=both --per=quarter
  $ same --date=joined --per=month --compare=2000-01 -b g -m 'n,mean(id)'
  $ same -b g -m 'survival(joined,left),median_length(joined,left),mean_length(joined,left),retention(joined,left)'
  $ same -b g -m 'hhi(fields),hhi(fields,id),gini_counts(g,id),outside_capital(g)' -b fields
  $ same -x g -m 'freq(fields)' --total

What does not go together.

  $ koop-stats --per=month m.tsv
  koop-stats: '--per' goes with '--date' or '--flow' (see 'koop-stats --help')
  [2]
  $ koop-stats --imprecise=both m.tsv
  koop-stats: '--imprecise' goes with '--date', '--as-of' or '--flow' (see 'koop-stats --help')
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
  $ koop-stats --flow -m n m.tsv
  koop-stats: '--flow' has columns of its own: it does not go with '--measure' (see 'koop-stats --help')
  [2]
  $ koop-stats --flow --date=joined m.tsv
  koop-stats: '--flow' has columns of its own: it does not go with '--date' (see 'koop-stats --help')
  [2]
  $ koop-stats --flow --imprecise=spread m.tsv
  koop-stats: '--flow' counts whole spells: it does not go with '--imprecise=spread' (see 'koop-stats --help')
  [2]
  $ koop-stats --id=id m.tsv
  koop-stats: '--id' goes with '--flow' and measures of length (see 'koop-stats --help')
  [2]
  $ koop-stats --flow s.tsv --id=mid
  koop-stats: unknown column 'mid'
  [2]
  $ printf 'a\n1\n' | koop-stats --flow
  koop-stats: option '--flow': no column 'valid_from', 'valid_to', 'joined' or 'left'
  [2]
  $ printf 'joined\n1\n' | koop-stats --flow=bodies
  koop-stats: option '--flow=bodies': no column 'member_id' or 'id'; name another with '--id'
  [2]
  $ printf 'joined\nY20150\n2010\n' | koop-stats --flow --per=month
  koop-stats: the dates go from 2010-12 to 20150-12: more than 24000 periods
  [2]
  $ koop-stats --date=founded --per=month --compare=2015 p.tsv
  koop-stats: '2015' for option '--compare' is no month, nor 'previous' or 'year-before' (see 'koop-stats --help')
  [2]
  $ koop-stats --date=founded --compare=2015-Q1 p.tsv
  koop-stats: '2015-Q1' for option '--compare' is no year, nor 'previous' or 'year-before' (see 'koop-stats --help')
  [2]
  $ koop-stats -b country --compare=2015 p.tsv
  koop-stats: '--compare' goes with '--date', without '--flow' (see 'koop-stats --help')
  [2]
  $ koop-stats --flow --date=founded --compare=2015 p.tsv
  koop-stats: '--compare' goes with '--date', without '--flow' (see 'koop-stats --help')
  [2]
  $ koop-stats -b country --date=founded -x year --compare=2010 --percent=row p.tsv
  koop-stats: '--compare' is of numbers, without '--percent' (see 'koop-stats --help')
  [2]
  $ koop-stats --date=founded --compare=2010 -m 'freq(country)' p.tsv
  koop-stats: '--compare' goes with measures of one number without an error, such as 'n' and 'sum' (see 'koop-stats --help')
  [2]
  $ koop-stats --date=founded --compare=2010 -m 'mean(budget)' -w budget p.tsv
  koop-stats: '--compare' goes with measures of one number without an error, such as 'n' and 'sum' (see 'koop-stats --help')
  [2]
  $ koop-stats --flow --suppress=3 m.tsv
  koop-stats: '--flow' tells what it would hide by what there was before and is after: of the options of disclosure '--round' goes with it (see 'koop-stats --help')
  [2]
