koop-stats: estimates from samples.

Two regions; PSUs with two or three people each.

  $ cat >s.tsv <<'END'
  > region	village	person	w	N	income	works	age
  > north	n1	1	10	20	100	yes	30
  > north	n1	2	12	20	120	no	41
  > north	n2	3	11	20	90	yes	
  > north	n2	4	10	20	130	yes	22
  > north	n3	5	9	20	80	no	67
  > south	s1	6	20	30	60	no	35
  > south	s1	7	22	30	75	yes	52
  > south	s2	8	18	30		no	19
  > south	s2	9	25	30	95	yes	48
  > END
  $ koop-stats -w w --strata=region --psu=village --fpc=N -m 'mean(income),total(income),ratio(income, age)' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income	89.70588235294117	9.449276402262257	59.63406757895714	119.7776971269252	3	8	8
  total	income	10675	1589.040066623033	5617.965311027754	15732.034688972246	3	8	8
  ratio	income/age	2.0787722687271946	0.32200905173080163	1.053995751778595	3.103548785675794	3	7	7
  $ koop-stats -w w --strata=region --psu=village -b region -m 'prop(works),count(works)' --total --deff s.tsv
  region	stat	variable	level	estimate	se	ci_low	ci_high	df	deff	n	nbase
  north	prop	works	no	0.40384615384615385	0.24749083284791676	-0.6610209536949029	1.4687132613872107	2	1.1259248644286393	2	5
  north	prop	works	yes	0.5961538461538461	0.24749083284791676	-0.4687132613872106	1.6610209536949028	2	1.1259248644286393	3	5
  north	count	works	no	21	10.816653826391969	-25.540305112880368	67.54030511288036	2	0.7953720953034611	2	5
  north	count	works	yes	31	18.193405398660254	-47.27990540198414	109.27990540198414	2	2.250155243978168	3	5
  south	prop	works	no	0.4470588235294118	0.02878892733564014	0.08126081866791224	0.8128568283909113	1	0.010555104211648576	2	4
  south	prop	works	yes	0.5529411764705883	0.02878892733564014	0.18714317160908872	0.9187391813320878	1	0.010555104211648576	2	4
  south	count	works	no	38	2	12.587590527650633	63.41240947234937	1	0.007050723736054083	2	4
  south	count	works	yes	47	3	8.88138579147595	85.11861420852405	1	0.015864128406121687	2	4
  *	prop	works	no	0.4306569343065693	0.09699343170149476	0.12198054595135982	0.7393333226617789	3	0.3285335715667894	4	9
  *	prop	works	yes	0.5693430656934306	0.09699343170149476	0.26066667733822113	0.8780194540486401	3	0.3285335715667894	5	9
  *	count	works	no	59	11	23.993090641879228	94.00690935812077	3	0.22513309430682313	4	9
  *	count	works	yes	78	18.439088914585774	19.318589610978755	136.68141038902124	3	0.6326053889613211	5	9
  $ koop-stats -w w --strata=region --psu=village -m 'var(income),sd(income)' --level=0.9 --df=inf --variant=plain s.tsv
  stat	variant	variable	estimate	se	ci_low	ci_high	df	n	nbase
  variance	plain	income	501.941953251889	160.63546105936734	237.72013251136656	766.1637739924115	Inf	8	8
  sd	plain	income	22.404061088380583	3.584963021339861	16.507321660242802	28.300800516518365	Inf	8	8

Weights alone: every record is a unit.

  $ koop-stats -w w -m 'mean(income),n' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income	89.70588235294117	7.911697355106781	71.46147553558107	107.95028917030128	8	8	8
  n		9					9	9

No design at all, when a proportion is asked for.

  $ koop-stats -m 'prop(works)' s.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  prop	works	no	0.4444444444444444	0.17568209223157663	0.03932081327710896	0.8495680756117798	8	4	9
  prop	works	yes	0.5555555555555556	0.17568209223157663	0.15043192438822012	0.960679186722891	8	5	9

Where all have the same there is no error, not even a small one. Records without a group value are in no group, which
-v says.

  $ koop-filter -d 'same=99.1' '' s.tsv >same.tsv
  > koop-stats -w w --strata=region --psu=village -m 'mean(same),var(same),sd(same),ttest(same, works)' same.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	p	n	nbase
  mean	same	99.1	0	99.1	99.1	3		9	9
  variance	same	0	0	0	0	3		9	9
  sd	same	0				3		9	9
  ttest_diff	same~works	0	0	0	0	2		9	9
  ttest_t	same~works					2		9	9
  $ koop-stats -w w --psu=village -b age -b works -m 'mean(income)' -v s.tsv | tail -n 2 | cut -f 1-5
  koop-stats: records in no group by 'age', for want of a value there: 1
  koop-stats: 9 records read, 9 counted, 0 refused
  *	no	mean	income	81.95121951219512
  *	yes	mean	income	93.78205128205128

A codebook that means another column than it says.

  $ printf 'variable\tcode\tmissing\nwoks\tno\t1\nhouse\t9\t1\n' >slip.tsv
  > koop-stats -w w --codebook=slip.tsv -m 'prop(works)' s.tsv | cut -f 1-4
  koop-stats: slip.tsv: the records have no column 'woks' (did you mean 'works'?)
  stat	variable	level	estimate
  prop	works	no	0.4306569343065693
  prop	works	yes	0.5693430656934306

Records outside the domain stay in the design; a weight of 0 leaves the domain too.

  $ koop-stats -w w --strata=region --psu=village --where='age < 60' -m 'mean(income)' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income	90.55555555555556	11.572204385936315	40.76437876518798	140.34673234592313	2	6	6
  $ koop-filter -d 'w=if(age is missing or age >= 60, 0, w)' '' s.tsv | koop-stats -w w --strata=region --psu=village -m 'mean(income)'
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income	90.55555555555556	11.572204385936315	40.76437876518798	140.34673234592313	2	6	6
  $ koop-stats -w w --strata=region --psu=village --where='age < 0' -m 'mean(income),prop(works)' s.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income							0	0
  prop	works							0	0

A missing group is no domain.

  $ koop-stats -w w --psu=village -b age -m 'mean(income)' s.tsv | cut -f 1-4
  age	stat	variable	estimate
  19	mean	income	
  22	mean	income	130
  30	mean	income	100
  35	mean	income	60
  41	mean	income	120
  48	mean	income	95
  52	mean	income	75
  67	mean	income	80

The order of the records changes nothing.

  $ d=$TESTDIR/cases/survey
  > data=$d/d08_clus1_by_group/data.tsv
  > estimate() { koop-stats -w pw "$@" -b stype -b '' --deff -m 'mean(api00),total(enroll),var(api99),ratio(`api.stu`,enroll),prop(`sch.wide`),gini(enroll),median(enroll),chisq(awards, `comp.imp`),ttest(enroll, awards)'; }
  > shuffle() { awk -v seed=$1 'BEGIN { srand(seed) } NR == 1 { print "0\t" $0 } NR > 1 { print 1 + rand() "\t" $0 }' $data | sort -n | cut -f 2-; }
  $ estimate --psu=dnum --fpc=fpc <$data >psu.tsv
  > estimate --strata=cname <$data >strata.tsv
  > estimate --psu=dnum --poststrata=stype=$d/d17_clus1_poststrat/population.tsv <$data >post.tsv
  > for seed in 1 2 3 4 5; do
  >   shuffle $seed | estimate --psu=dnum --fpc=fpc | cmp - psu.tsv
  >   shuffle $seed | estimate --strata=cname | cmp - strata.tsv
  >   shuffle $seed | estimate --psu=dnum --poststrata=stype=$d/d17_clus1_poststrat/population.tsv | cmp - post.tsv
  > done

  $ data=$d/d15_clus1_jk1/data.tsv
  > replicates() { koop-stats -w pw --repweights='jk*' --rep-type=jk1 -b stype -b '' --deff -m 'var(api00),ratio(`api.stu`,enroll),mr(`sch.wide`),gini(enroll),median(enroll),chisq(stype, `sch.wide`),ttest(enroll, `sch.wide`)' "$@"; }
  > for how in mean quantile; do
  >   replicates --interval=$how <$data >rep.$how 2>rep.says
  >   for seed in 1 2 3; do shuffle $seed | replicates --interval=$how 2>/dev/null | cmp - rep.$how; done
  > done
  > cat rep.says
  koop-stats: 'chisq' needs two rows and two columns; it is left empty
  koop-stats: 'chisq' needs two rows and two columns; it is left empty
  koop-stats: 'chisq' needs two rows and two columns; it is left empty

Designs that no estimate can come from.

  $ sed '3s/12/-1/' s.tsv | koop-stats -w w -m 'mean(income)'
  koop-stats: standard input:3: '-1' is no weight, which is a number from 0 on, in column 'w'
  [2]
  $ sed '3s/12//' s.tsv | koop-stats -w w -m 'mean(income)'
  koop-stats: standard input:3: the weight is missing, in column 'w'
  [2]
  $ sed '3s/12/a dozen/' s.tsv | koop-stats -w w --where='age > 90' -m 'mean(income)'
  koop-stats: standard input:3: 'a dozen' is no weight, which is a number from 0 on, in column 'w'
  [2]
  $ sed '8s/s1/n1/' s.tsv | koop-stats -w w --strata=region --psu=village -m 'mean(income)'
  koop-stats: standard input:8: PSU 'n1' is in stratum 'north' and in stratum 'south'; with '--nest' names of PSUs count within their stratum
  [2]
  $ sed '8s/s1/n1/' s.tsv | koop-stats -w w --strata=region --psu=village --nest -m 'mean(income)' | cut -f 1-4
  stat	variable	estimate	se
  mean	income	89.70588235294117	6.93654949605465
  $ sed '8s/south//' s.tsv | koop-stats -w w --strata=region --psu=village -m 'mean(income)'
  koop-stats: standard input:8: the stratum is missing, in column 'region'
  [2]
  $ sed '8s/s1//' s.tsv | koop-stats -w w --strata=region --psu=village -m 'mean(income)'
  koop-stats: standard input:8: the PSU is missing, in column 'village'
  [2]
  $ sed 's/	20	/	2	/' s.tsv | koop-stats -w w --strata=region --psu=village --fpc=N -m 'mean(income)'
  koop-stats: 'north' has a population size of 2, but 3 units in the sample
  [2]
  $ sed 's/	20	/	0.5	/' s.tsv | koop-stats -w w --strata=region --psu=village --fpc=N -m 'mean(income)'
  koop-stats: column 'N' mixes population sizes and sampling fractions
  [2]
  $ sed '2s/	20	/	21	/' s.tsv | koop-stats -w w --strata=region --psu=village --fpc=N -m 'mean(income)' | cut -f 1-4
  koop-stats: standard input:3: another population size in the same stratum, in column 'N'; the largest counts
  koop-stats: standard input:4: another population size in the same stratum, in column 'N'; the largest counts
  koop-stats: standard input:5: another population size in the same stratum, in column 'N'; the largest counts
  koop-stats: standard input:6: another population size in the same stratum, in column 'N'; the largest counts
  stat	variable	estimate	se
  mean	income	89.70588235294117	9.456665686704158
  $ sed '2s/	20	/	none	/' s.tsv | koop-stats -w w --strata=region --psu=village --fpc=N -m 'mean(income)'
  koop-stats: standard input:2: 'none' is no population size and no sampling fraction, in column 'N'
  [2]
  $ koop-stats --strata=region --psu=village,person --fpc=N -m 'mean(income)' s.tsv
  koop-stats: without '--weight', '--fpc' needs a column for each of the 2 stages
  [2]
  $ koop-stats -w w --strata=region --psu=village --fpc=N,N -m 'mean(income)' s.tsv
  koop-stats: column 'N' is named twice in 'N,N'
  [2]

Replicate weights: factors of a jackknife of five PSUs.

  $ cat >rep.tsv <<'END'
  > psu	w	a1	a2	a3	a4	a5	y	kind
  > 1	2	0	1.25	1.25	1.25	1.25	10	x
  > 1	3	0	1.25	1.25	1.25	1.25	12	y
  > 2	2	1.25	0	1.25	1.25	1.25	9	x
  > 3	4	1.25	1.25	0	1.25	1.25		y
  > 3	1	1.25	1.25	0	1.25	1.25	20	x
  > 4	2	1.25	1.25	1.25	0	1.25	15	z
  > 5	3	1.25	1.25	1.25	1.25	0	13	x
  > END
  $ jackknife() { koop-stats -w w --repweights=a1-a5 --rep-type=jk1 --combined-weights=no "$@"; }
  $ jackknife -m 'mean(y),total(y),prop(kind),mr(kind),median(y)' rep.tsv | cut -f 1-5,8-10
  stat	variable	level	estimate	se	df	n	nbase
  mean	y		12.538461538461538	1.1679047346585392	4	6	6
  total	y		163	34.77067730142742	4	6	6
  prop	kind	x	0.47058823529411764	0.1679974084672162	4	4	7
  prop	kind	y	0.4117647058823529	0.19136933459209765	4	2	7
  prop	kind	z	0.11764705882352941	0.12470009373967932	4	1	7
  mr_count	kind	x	8	2.5495097567963927	4	4	7
  mr_pct_cases	kind	x	0.47058823529411764	0.1679974084672162	4	4	7
  mr_pct_responses	kind	x	0.47058823529411764	0.1679974084672162	4	4	7
  mr_count	kind	y	7	4.358898943540674	4	2	7
  mr_pct_cases	kind	y	0.4117647058823529	0.19136933459209765	4	2	7
  mr_pct_responses	kind	y	0.4117647058823529	0.19136933459209765	4	2	7
  mr_count	kind	z	2	2	4	1	7
  mr_pct_cases	kind	z	0.11764705882352941	0.12470009373967932	4	1	7
  mr_pct_responses	kind	z	0.11764705882352941	0.12470009373967932	4	1	7
  quantile	y	0.5	12		4	6	6
  $ koop-filter -d 'r1=w*a1' -d 'r2=w*a2' -d 'r3=w*a3' -d 'r4=w*a4' -d 'r5=w*a5' '' rep.tsv >weights.tsv
  $ jackknife -m 'mean(y),total(y),prop(kind)' rep.tsv >factors
  $ for columns in r1-r5 'r*' r1,r2,r3,r4,r5 'r?'; do
  >   koop-stats -w w --repweights="$columns" --rep-type=jk1 -m 'mean(y),total(y),prop(kind)' weights.tsv | cmp - factors
  > done
  $ koop-stats -w w --repweights='r*' --rep-type=other --scale=0.8 -m 'mean(y),total(y),prop(kind)' weights.tsv | cmp - factors
  $ koop-stats -w w --repweights='r*' --rep-type=other --rscales=4/5 -m 'mean(y),total(y),prop(kind)' weights.tsv | cmp - factors
  $ koop-stats -w w --repweights='r*' --rep-type=jkn --rscales=4/5*5 -m 'mean(y),total(y),prop(kind)' weights.tsv | cmp - factors

The jackknife of a total is its linearised variance.

  $ jackknife -m 'total(y)' rep.tsv | cut -f 4,7
  se	df
  34.77067730142742	4
  $ koop-stats -w w --psu=psu -m 'total(y)' rep.tsv | cut -f 4,7
  se	df
  34.77067730142742	4

Replicates are fitted to what is known, each by itself; where the one person of a kind is left out, there is nobody
to stand for it.

  $ printf 'kind\tpeople\nx\t20\ny\t10\nz\t5\n' >kinds.tsv
  > jackknife --poststrata=kind=kinds.tsv -m 'count(kind),mean(y)' --where='kind != "z"' rep.tsv | cut -f 1-5,8
  stat	variable	level	estimate	se	df
  count	kind	x	20	0	4
  count	kind	y	10	0	4
  mean	y		12.102941176470589	1.2708268960072935	4
  $ jackknife --poststrata=kind=kinds.tsv -m 'mean(y),median(y)' rep.tsv | cut -f 1-5,8
  koop-stats: 'mean' of a group is not defined by 1 of 5 replicates, which are left out
  koop-stats: 'median' of a group is not defined by 1 of 5 replicates, which are left out
  stat	variable	level	estimate	se	df
  mean	y		12.597560975609756	1.135154329286798	3
  quantile	y	0.5	13		3
  $ jackknife --poststrata=kind=kinds.tsv --calibrate=kinds.tsv -m 'mean(y)' rep.tsv
  koop-stats: '--poststrata', '--rake' and '--calibrate' do not go together (see 'koop-stats --help')
  [2]
  $ { head -n 4 rep.tsv | jackknife --poststrata=kind=kinds.tsv -b psu -b '' -m 'mean(y),prop(kind)' --partial
  >   sed 2,4d rep.tsv | jackknife --poststrata=kind=kinds.tsv -b psu -b '' -m 'mean(y),prop(kind)' --partial
  > } | jackknife --poststrata=kind=kinds.tsv -b psu -b '' -m 'mean(y),prop(kind)' --merge 2>/dev/null >merged
  > jackknife --poststrata=kind=kinds.tsv -b psu -b '' -m 'mean(y),prop(kind)' rep.tsv 2>/dev/null | cmp - merged

A domain that a replicate leaves empty.

  $ jackknife --where='kind = "z"' -m 'mean(y),total(y)' rep.tsv | cut -f 1-4,7
  koop-stats: 'mean' of a group is not defined by 1 of 5 replicates, which are left out
  stat	variable	estimate	se	df
  mean	y	15	0	0
  total	y	30	30	0

What makes no sense.

  $ koop-stats -w w --repweights=b1-b4 --rep-type=jk1 -m 'mean(y)' rep.tsv
  koop-stats: unknown column 'b1-b4'
  [2]
  $ koop-stats -w w --repweights='b*' --rep-type=jk1 -m 'mean(y)' rep.tsv
  koop-stats: no column matches 'b*' of option '--repweights'
  [2]
  $ koop-stats -w w --repweights=a5-a1 --rep-type=jk1 -m 'mean(y)' rep.tsv
  koop-stats: 'a5-a1' for option '--repweights' runs backwards
  [2]
  $ koop-stats -w w --repweights=a1 --rep-type=jk1 -m 'mean(y)' rep.tsv
  koop-stats: 'a1' for option '--repweights' is one column; a variance needs more
  [2]
  $ koop-stats -w w --repweights=y,w --rep-type=jk1 -m 'mean(y)' rep.tsv
  koop-stats: rep.tsv:5: replicate weight '' is not a number that a weight may be, in column 'y'
  [2]
  $ koop-stats -w w --repweights='a*' -m 'mean(y)' rep.tsv
  koop-stats: '--repweights' needs '--rep-type': how the weights were made (see 'koop-stats --help')
  [2]
  $ koop-stats --repweights='a*' --rep-type=brr -m 'mean(y)' rep.tsv
  koop-stats: '--repweights' needs '--weight', the weights of the sample itself (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --psu=psu --repweights='a*' --rep-type=brr -m 'mean(y)' rep.tsv
  koop-stats: replicate weights hold all of the design: strata, PSUs and population sizes do not go with '--repweights' (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --repweights='a*' --rep-type=fay -m 'mean(y)' rep.tsv
  koop-stats: '--rho' goes with '--rep-type=fay', which needs it (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --repweights='a*' --rep-type=jkn -m 'mean(y)' rep.tsv
  koop-stats: '--rep-type=jkn' needs '--rscales' (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --repweights='a*' --rep-type=jkn --rscales=1,2 -m 'mean(y)' rep.tsv
  koop-stats: 2 values in '--rscales' for 5 replicate weights
  [2]
  $ koop-stats -w w --repweights='a*' --rep-type=jkn --rscales=1*6 -m 'mean(y)' rep.tsv
  koop-stats: more values in '--rscales' than the 5 replicate weights
  [2]
  $ koop-stats -w w --repweights='a*' --rep-type=jkn --rscales=one -m 'mean(y)' rep.tsv
  koop-stats: 'one' for option '--rscales' is no number from 0 on, no fraction, and not one of these with * and how often it stands
  [2]
  $ koop-stats -w w --mse -m 'mean(y)' rep.tsv
  koop-stats: '--rep-type', '--rho', '--scale', '--rscales', '--mse' and '--combined-weights' go with '--repweights' (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --interval=quantile -m 'median(y)' rep.tsv
  koop-stats: '--interval=quantile' goes with '--repweights' (see 'koop-stats --help')
  [2]

One PSU in a stratum.

  $ head -n 8 s.tsv >lonely.tsv
  $ koop-stats -w w --strata=region --psu=village -m 'mean(income)' lonely.tsv
  koop-stats: 1 stratum has one PSU only, so the variance is not known: 'south'; choose --lonely=remove, adjust or average
  [2]
  $ for how in remove certainty adjust average; do
  >   koop-stats -w w --strata=region --psu=village --lonely=$how --variant=$how -m 'total(income)' lonely.tsv
  > done
  stat	variant	variable	estimate	se	ci_low	ci_high	df	n	nbase
  total	remove	income	8300	1650.1212076693032	1200.1014814041937	15399.898518595806	2	7	7
  stat	variant	variable	estimate	se	ci_low	ci_high	df	n	nbase
  total	certainty	income	8300	1650.1212076693032	1200.1014814041937	15399.898518595806	2	7	7
  stat	variant	variable	estimate	se	ci_low	ci_high	df	n	nbase
  total	adjust	income	8300	1823.053756749921	456.0327770399408	16143.967222960058	2	7	7
  stat	variant	variable	estimate	se	ci_low	ci_high	df	n	nbase
  total	average	income	8300	2333.623791445399	-1740.772776470836	18340.772776470836	2	7	7
  $ koop-stats -w w --psu=region,village --fpc=N -m 'mean(income)' lonely.tsv
  koop-stats: lonely.tsv:7: another population size in the same stratum, in column 'N'; the largest counts
  koop-stats: 1 stratum has one PSU only, so the variance is not known: stage 2, unit 'south'; choose --lonely=remove, adjust or average
  [2]
  $ sed 1q lonely.tsv | koop-stats -w w --psu=village -m 'mean(income),prop(works)'
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income							0	0
  prop	works							0	0
  $ koop-stats -w w --strata=village -m 'mean(income)' lonely.tsv
  koop-stats: 1 stratum has one PSU only, so the variance is not known: 'n3'; choose --lonely=remove, adjust or average
  [2]

Quantiles.

  $ koop-stats -w w --psu=village -b region -m 'median(income),quantile(age, .25, 0.9),gini(income)' s.tsv
  region	stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  north	quantile	income	0.5	100		80		2	5	5
  north	quantile	age	0.25	30				2	4	4
  north	quantile	age	0.9	67	0	67	67	2	4	4
  north	gini	income		0.2818278052223006	0.013835850260164788	0.22229694633199779	0.3413586641126034	2	5	5
  south	quantile	income	0.5	75				1	3	3
  south	quantile	age	0.25	35	1.1411747489569695	19	48	1	4	4
  south	quantile	age	0.9	52	0	52	52	1	4	4
  south	gini	income		0.42719417267728343	0.08397859786163339	-0.639855085209512	1.4942434305640788	1	3	3
  $ for rule in math school hf4 hf5 hf6 hf7 hf8 hf9; do
  >   printf 'x\n4\n1\n3\n2\n' | koop-stats --bare --qrule=$rule --variant=$rule -m 'quantile(x, 0.1, 0.5, 0.6)' | cut -f 2,4-5
  > done
  math	0.1	1
  math	0.5	2
  math	0.6	3
  school	0.1	1
  school	0.5	2.5
  school	0.6	3
  hf4	0.1	
  hf4	0.5	2
  hf4	0.6	2.4
  hf5	0.1	1
  hf5	0.5	2.5
  hf5	0.6	2.9
  hf6	0.1	1
  hf6	0.5	2.5
  hf6	0.6	3
  hf7	0.1	1.3
  hf7	0.5	2.5
  hf7	0.6	2.8
  hf8	0.1	1
  hf8	0.5	2.5
  hf8	0.6	2.933333333333333
  hf9	0.1	1
  hf9	0.5	2.5
  hf9	0.6	2.925
  $ printf 'x\tw\n4\t1\n1\t2\n3\t3\n2\t1\n' | koop-stats -w w --gini=standard -m 'gini(x)'
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  gini	x	0.23529411764705882	0.12037771928563876	-0.1478015103320014	0.618389745626119	3	4	4
  $ printf 'x\n0\n0\n' | koop-stats -m 'gini(x),median(x)'
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  gini	x						1	2	2
  quantile	x	0.5	0	0	0	0	1	2	2
  $ printf 'x\n\n' | koop-stats -m 'gini(x),median(x)'
  koop-stats: 1 stratum has one PSU only, so the variance is not known: the whole sample; choose --lonely=remove, adjust or average
  [2]

Tables, tests, other intervals.

  $ koop-stats -w w --psu=village -m 'xtab(region, works)' s.tsv | cut -f 1-7
  region	works	stat	variable	estimate	se	ci_low
  north	no	cell_count		21	13.076696830622021	-15.306730907536028
  north	no	cell_prop		0.15328467153284672	0.12316165935126584	-0.18866691472101352
  north	no	row_prop		0.40384615384615385	0.2259271865442409	-0.2234282773657129
  north	no	col_prop		0.3559322033898305	0.25778399513968203	-0.35979090811407183
  north	yes	cell_count		31	20.8806130178211	-26.97387580685875
  north	yes	cell_prop		0.22627737226277372	0.1784893198425649	-0.2692884261441992
  north	yes	row_prop		0.5961538461538461	0.2259271865442409	-0.031120585058020622
  north	yes	col_prop		0.3974358974358974	0.2763112720715448	-0.3697271814181194
  north	*	cell_count		52	24.114311103574988	-14.952061028737603
  north	*	cell_prop		0.3795620437956204	0.2458792785409385	-0.3031082755789334
  north	*	col_prop		0.3795620437956204	0.2458792785409385	-0.3031082755789334
  south	no	cell_count		38	23.323807579381203	-26.757271388348173
  south	no	cell_prop		0.2773722627737226	0.11070096303919251	-0.029982884197125415
  south	no	row_prop		0.4470588235294118	0.022759645443426398	0.3838679173419733
  south	no	col_prop		0.6440677966101694	0.25778399513968203	-0.07165531489373289
  south	yes	cell_count		47	28.879058156387302	-33.18111966102397
  south	yes	cell_prop		0.34306569343065696	0.1368131951994601	-0.036788632707354496
  south	yes	row_prop		0.5529411764705883	0.022759645443426398	0.48975027028314977
  south	yes	col_prop		0.6025641025641025	0.2763112720715448	-0.16459897628991427
  south	*	cell_count		85	52.05766033928148	-59.53523623704746
  south	*	cell_prop		0.6204379562043796	0.2458792785409385	-0.06223236317017422
  south	*	col_prop		0.6204379562043796	0.2458792785409385	-0.06223236317017422
  *	no	cell_count		59	17.776388834631177	9.644832231995537
  *	no	cell_prop		0.4306569343065693	0.08878099789231693	0.18416136727387025
  *	no	row_prop		0.4306569343065693	0.08878099789231693	0.18416136727387025
  *	yes	cell_count		78	23.27015255644019	13.391698837465682
  *	yes	cell_prop		0.5693430656934306	0.08878099789231693	0.3228474986607316
  *	yes	row_prop		0.5693430656934306	0.08878099789231693	0.3228474986607316
  *	*	cell_count		137	32.8861673048107	45.69336175784258
  $ koop-stats -w w --psu=village -m 'xtab(region, works),xtab(works, age),mean(income)' --where='age < 25' s.tsv | cut -f 1-7
  region	works	age	stat	variable	estimate	se
  north	yes		cell_count		10	10
  north	yes		cell_prop		0.35714285714285715	0.3630165681315742
  north	yes		row_prop		1	0
  north	yes		col_prop		1	0
  north	*		cell_count		10	10
  north	*		cell_prop		0.35714285714285715	0.3630165681315742
  north	*		col_prop		0.35714285714285715	0.3630165681315742
  south	no		cell_count		18	18
  south	no		cell_prop		0.6428571428571429	0.3630165681315742
  south	no		row_prop		1	0
  south	no		col_prop		1	0
  south	*		cell_count		18	18
  south	*		cell_prop		0.6428571428571429	0.3630165681315742
  south	*		col_prop		0.6428571428571429	0.3630165681315742
  *	no		cell_count		18	18
  *	no		cell_prop		0.6428571428571429	0.3630165681315742
  *	no		row_prop		0.6428571428571429	0.3630165681315742
  *	yes		cell_count		10	10
  *	yes		cell_prop		0.35714285714285715	0.3630165681315742
  *	yes		row_prop		0.35714285714285715	0.3630165681315742
  *	*		cell_count		28	18.275666882497067
  	no	19	cell_count		18	18
  	no	19	cell_prop		0.6428571428571429	0.3630165681315742
  	no	19	row_prop		1	0
  	no	19	col_prop		1	0
  	no	*	cell_count		18	18
  	no	*	cell_prop		0.6428571428571429	0.3630165681315742
  	no	*	col_prop		0.6428571428571429	0.3630165681315742
  	yes	22	cell_count		10	10
  	yes	22	cell_prop		0.35714285714285715	0.3630165681315742
  	yes	22	row_prop		1	0
  	yes	22	col_prop		1	0
  	yes	*	cell_count		10	10
  	yes	*	cell_prop		0.35714285714285715	0.3630165681315742
  	yes	*	col_prop		0.35714285714285715	0.3630165681315742
  	*	19	cell_count		18	18
  	*	19	cell_prop		0.6428571428571429	0.3630165681315742
  	*	19	row_prop		0.6428571428571429	0.3630165681315742
  	*	22	cell_count		10	10
  	*	22	cell_prop		0.35714285714285715	0.3630165681315742
  	*	22	row_prop		0.35714285714285715	0.3630165681315742
  	*	*	cell_count		28	18.275666882497067
  			mean	income	130	0
  $ koop-stats -w w --psu=village -m 'chisq(region, works),ttest(income, region),ttest(income)' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	df2	p	n	nbase
  chisq_F	region*works	0.03522700237363794				1	4	0.860257181762662	9	9
  chisq_Chisq	region*works	0.016141368793029198				1		0.8511207844541182	9	9
  chisq_Wald	region*works	0.035160743747867845				1	4	0.8603867591367054	9	9
  chisq_adjWald	region*works	0.035160743747867845				1	4	0.8603867591367054	9	9
  ttest_diff	income~region	-26.822617680826635	11.653675358181541	-63.90981376744726	10.264578405793987	3		0.10483019284673815	8	8
  ttest_t	income~region	-2.301644490379221				3		0.10483019284673815	8	8
  ttest_diff	income	89.70588235294117	10.50335331400076	56.279524405710085	123.13224030017227	3		0.0033725845598532346	8	8
  ttest_t	income	8.540689784600984				3		0.0033725845598532346	8	8
  $ koop-stats -w w -m 'chisq(region, works)' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	df2	p	n	nbase
  chisq_F	region*works	0.015067863836211814				1	8	0.9053318242051202	9	9
  chisq_Chisq	region*works	0.016141368793029198				1		0.9023040969433129	9	9
  chisq_Wald	region*works	0.0151263218071504				1	8	0.9051493986192112	9	9
  chisq_adjWald	region*works	0.0151263218071504				1	8	0.9051493986192112	9	9
  $ koop-stats -w w --psu=village -b region -m 'chisq(region, works)' --where='region = "north"' s.tsv
  koop-stats: 'chisq' needs two rows and two columns; it is left empty
  region	stat	variable	estimate	se	ci_low	ci_high	df	df2	p	n	nbase
  north	chisq_F	region*works								5	5
  north	chisq_Chisq	region*works								5	5
  north	chisq_Wald	region*works								5	5
  north	chisq_adjWald	region*works								5	5
  [1]
  $ koop-stats -w w --psu=village -m 'ttest(income, village)' s.tsv
  koop-stats: 'ttest' compares two groups, not 5; it is left empty
  stat	variable	estimate	se	ci_low	ci_high	df	p	n	nbase
  ttest_diff	income~village							4	4
  ttest_t	income~village							4	4
  [1]
  $ koop-stats -w w --psu=village -b region -m 'propci(works, mean, beta)' s.tsv
  region	stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  north	prop_ci_mean	works	no	0.40384615384615385	0.2259271865442409	-0.5682400720630402	1.3759323797553478	2	2	5
  north	prop_ci_beta	works	no	0.40384615384615385	0.2259271865442409	0.004211170102914507	0.975233038042311	2	2	5
  north	prop_ci_mean	works	yes	0.5961538461538461	0.2259271865442409	-0.3759323797553479	1.5682400720630403	2	3	5
  north	prop_ci_beta	works	yes	0.5961538461538461	0.2259271865442409	0.02476696195768903	0.9957888298970855	2	3	5
  south	prop_ci_mean	works	no	0.4470588235294118	0.022759645443426398	0.15787010880249075	0.7362475382563328	1	2	4
  south	prop_ci_beta	works	no	0.4470588235294118	0.022759645443426398	0.2661959003890703	0.6387948891084853	1	2	4
  south	prop_ci_mean	works	yes	0.5529411764705883	0.022759645443426398	0.26375246174366723	0.8421298911975093	1	2	4
  south	prop_ci_beta	works	yes	0.5529411764705883	0.022759645443426398	0.36120511089151447	0.7338040996109301	1	2	4
  $ koop-stats -m 'propci(a, logit, beta, asin)' --header=a <<'END'
  > x
  > x
  > END
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  prop_ci_logit	a	x	1	0			1	2	2
  prop_ci_beta	a	x	1	0			1	2	2
  prop_ci_asin	a	x	1	0			1	2	2

Weights that add up to known populations: the errors of records as PSUs are those of records.

  $ printf 'region\tN\nnorth\t1000\nsouth\t2000\n' >pop.tsv
  $ many='mean(income),total(income),var(income),ratio(income, age),prop(works),count(region),gini(income),chisq(region, works),ttest(income, region)'
  $ koop-stats -w w --poststrata=region=pop.tsv -m "$many" s.tsv | tee elements.tsv | cut -f 1-5
  stat	variable	level	estimate	se
  mean	income		88.39567966280295	6.5133685347890244
  total	income		227748.86877828054	36453.33656644409
  variance	income		487.931062014091	196.7713409538169
  ratio	income/age		2.032605414552353	0.23661149483814678
  prop	works	no	0.43265460030165914	0.19176687225401828
  prop	works	yes	0.5673453996983409	0.19176687225401828
  count	region	north	1000	0
  count	region	south	2000	0
  gini	income		0.2788020959355795	0.02431345476101516
  chisq_F	region*works		0.015069418063006343	
  chisq_Chisq	region*works		0.01521469770317514	
  chisq_Wald	region*works		0.015055425423523247	
  chisq_adjWald	region*works		0.015055425423523247	
  ttest_diff	income~region		-26.822617680826635	12.321738139798818
  ttest_t	income~region		-2.1768534095194285	
  $ koop-stats -w w --psu=person --poststrata=region=pop.tsv -m "$many" s.tsv >psus.tsv; awk -v tolerance=1e-12 -f $d/../estimates.awk elements.tsv psus.tsv
  15 rows, 99 numbers, 0 other rows, 0 faults
  $ sed 's/^/x	/; 1s/x/g/' s.tsv | koop-stats -w w --psu=person --poststrata=region=pop.tsv --where='region = "north"' -m 'mean(income),count(works)'
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  mean	income		104.8076923076923	8.542389686437941	81.09021627608956	128.52516833929505	4	5	5
  count	works	no	403.84615384615387	234.62875998589146	-247.58771835530268	1055.2800260476104	4	2	5
  count	works	yes	596.1538461538462	234.62875998589146	-55.28002604761036	1247.5877183553027	4	3	5
  $ head -n 2 pop.tsv >half.tsv; koop-stats -w w --poststrata=region=half.tsv -m 'mean(income)' s.tsv
  koop-stats: s.tsv:7: no population of 'south' in half.tsv
  [2]
  $ (cat pop.tsv; printf 'east\t5\n') >more.tsv; koop-stats -w w --poststrata=region=more.tsv -m 'mean(income)' s.tsv
  koop-stats: more.tsv: no record of the sample stands for 'east'
  [2]
  $ (cat pop.tsv; printf 'north\t5\n') >twice.tsv; koop-stats -w w --poststrata=region=twice.tsv -m 'mean(income)' s.tsv
  koop-stats: twice.tsv:4: a second population of 'north'
  [2]
  $ (cat pop.tsv; printf 'east\t-5\n') >minus.tsv; koop-stats -w w --poststrata=region=minus.tsv -m 'mean(income)' s.tsv
  koop-stats: minus.tsv:4: '-5' is no population
  [2]
  $ cut -f 1 pop.tsv >short.tsv; koop-stats -w w --poststrata=region=short.tsv -m 'mean(income)' s.tsv
  koop-stats: short.tsv: one column of populations is needed beside those of the cells, not 0
  [2]
  $ koop-stats -w w --poststrata=region,works=pop.tsv -m 'mean(income)' s.tsv
  koop-stats: unknown column 'works'
  [2]
  $ koop-stats -w w --poststrata=region -m 'mean(income)' s.tsv
  koop-stats: 'region' for option '--poststrata' is not COLUMNS=FILE
  [2]

Raking: two margins, which the weights then fit.

  $ printf 'works\tn\nno\t1300\nyes\t1700\n' >works.tsv
  $ rake() { koop-stats -w w --rake=region=pop.tsv --rake=works=works.tsv "$@"; }
  $ rake --strata=region --psu=village -m 'count(region),count(works),mean(income)' s.tsv | cut -f 1-5,8
  stat	variable	level	estimate	se	df
  count	region	north	1000	0	3
  count	region	south	2000	0	3
  count	works	no	1300	0	3
  count	works	yes	1700	0	3
  mean	income		88.38835356000568	9.548742077225159	3
  $ rake -m "$many" s.tsv >elements.tsv; rake --psu=person -m "$many" s.tsv >psus.tsv; awk -v tolerance=1e-12 -f $d/../estimates.awk elements.tsv psus.tsv
  15 rows, 99 numbers, 0 other rows, 0 faults
  $ koop-stats -w w --rake=works=works.tsv --rake=region=pop.tsv -m "$many" s.tsv >turned.tsv; awk -v tolerance=1e-5 -f $d/../estimates.awk elements.tsv turned.tsv
  15 rows, 99 numbers, 0 other rows, 0 faults
  $ rake --psu=village -m 'chisq(region, works)' s.tsv
  stat	variable	estimate	se	ci_low	ci_high	df	df2	p	n	nbase
  chisq_F	region*works	0.06677003389758743				1	4	0.8088501730735236	9	9
  chisq_Chisq	region*works	0.015221569256330943				1		0.7960990021763302	9	9
  chisq_Wald	region*works	0.06747937977658096				1	4	0.8078652983845177	9	9
  chisq_adjWald	region*works	0.06747937977658096				1	4	0.8078652983845177	9	9
  $ printf 'works\tn\nno\t1300\nyes\t1701\n' | koop-stats -w w --rake=region=pop.tsv --rake=works=/dev/stdin -m 'mean(income)' s.tsv
  koop-stats: the populations in /dev/stdin add up to 3001, those in pop.tsv to 3000
  [2]
  $ sed 's/no\t/yes\t/;7,10s/\tyes\t/\tno\t/' s.tsv | rake -m 'mean(income)'
  koop-stats: no weights fit all margins: after 10000 rounds those of 'yes' still differ from the population in works.tsv by 0.7 of it; combinations of values may be missing in the sample
  [2]
  $ koop-filter 'region = "north" or works = "yes"' s.tsv >hole.tsv
  $ printf 'works\tn\nno\t1300\nyes\t1700\n' | koop-stats -w w --rake=region=pop.tsv --rake=works=/dev/stdin -m 'mean(income)' hole.tsv
  koop-stats: no weights fit all margins: after 10000 rounds those of 'no' still differ from the population in /dev/stdin by 0.3 of it; combinations of values may be missing in the sample
  [2]
  $ rake --poststrata=region=pop.tsv -m 'mean(income)' s.tsv
  koop-stats: '--poststrata', '--rake' and '--calibrate' do not go together (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --rake=region -m 'mean(income)' s.tsv
  koop-stats: 'region' for option '--rake' is not COLUMNS=FILE
  [2]

Numbers at the ends of what doubles hold, and texts that are none.

  $ printf 'x\tw\n1e308\t1\n1e308\t1\n1.5e308\t1\n' | koop-stats -w w -m 'total(x),mean(x),var(x),sd(x),median(x),gini(x),ttest(x)' | cut -f 1-7,9
  koop-stats: 'total(x)' of a group, or its error, is too large for a number; it is left empty
  koop-stats: 'var(x)' of a group, or its error, is too large for a number; it is left empty
  koop-stats: 'sd(x)' of a group, or its error, is too large for a number; it is left empty
  stat	variable	level	estimate	se	ci_low	ci_high	p
  total	x						
  mean	x		1.1666666666666667e308	1.6666666666666666e307			
  variance	x						
  sd	x		2.8867513459481287e307				
  quantile	x	0.5	1e308				
  gini	x		0.09523809523809523	0.08163265306122448	-0.25599886229247304	0.4464750527686635	
  ttest_diff	x		1.1666666666666667e308	1.6666666666666666e307			0.09033447060173302
  ttest_t	x		7.000000000000001				0.09033447060173302
  $ printf 'x\tw\n5e-324\t1\n1e-323\t1\n2e-323\t1\n' | koop-stats -w w -m 'total(x),mean(x),sd(x),median(x),gini(x),ttest(x)' | cut -f 1-7,9
  stat	variable	level	estimate	se	ci_low	ci_high	p
  total	x		3.5e-323	1.5e-323	-3e-323	1e-322	
  mean	x		1e-323	5e-324	-1e-323	3e-323	
  sd	x		1e-323	1.5e-323	-5.4e-323	7.4e-323	
  quantile	x	0.5	1e-323				
  gini	x		0.2857142857142857	0.09523809523809523	-0.12406216473804399	0.6954907361666154	
  ttest_diff	x		1e-323	5e-324	-5.4e-323	7.4e-323	0.29516723530086636
  ttest_t	x		2				0.29516723530086636
  $ printf 'x\tw\n5\t1e150\n6\t1e150\n7\t5e-324\n' | koop-stats -w w -m 'mean(x),total(x)'
  stat	variable	estimate	se	ci_low	ci_high	df	n	nbase
  mean	x	5.5	0.4330127018922193	3.6368967161872527	7.363103283812747	2	3	3
  total	x	1.1e151	5.5677643628300215e150	-1.2956156534332366e151	3.4956156534332365e151	2	3	3
  $ printf 'x\tw\n5\t1\n6\t1e151\n' | koop-stats -w w -m 'mean(x)'
  koop-stats: standard input:3: the weight is larger than any can be, in column 'w'
  [2]
  $ for text in NaN Inf -inf 1e400 +1 1,5 0x10 ' 1'; do printf 'x\tw\n1\t1\n3\t1\n%s\t1\n' "$text" | koop-stats --bare -w w -m 'mean(x)'; done
  koop-stats: standard input:4: 'NaN' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: 'Inf' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: '-inf' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: '1e400' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: '+1' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: '1,5' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: '0x10' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  koop-stats: standard input:4: ' 1' is not a number, in column 'x'
  mean	x	2	0.8660254037844386	-1.7262065676254945	5.7262065676254945	2	2	2
  [1]
  $ for text in NaN Inf -inf 1e400 +1 1,5 0x10 ' 1'; do printf 'x\tw\n1\t1\n3\t1\n2\t%s\n' "$text" | koop-stats --bare -w w -m 'mean(x)'; done
  koop-stats: standard input:4: 'NaN' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: 'Inf' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: '-inf' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: '1e400' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: '+1' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: '1,5' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: '0x10' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:4: ' 1' is no weight, which is a number from 0 on, in column 'w'
  [2]
  $ for text in NaN 1e200 x ''; do printf 'x\tw\tr1\tr2\n1\t1\t1\t2\n3\t1\t%s\t1\n' "$text" | koop-stats --bare -w w --repweights='r?' --rep-type=brr -m 'mean(x)'; done
  koop-stats: standard input:3: replicate weight 'NaN' is not a number that a weight may be, in column 'r1'
  koop-stats: standard input:3: replicate weight '1e200' is not a number that a weight may be, in column 'r1'
  koop-stats: standard input:3: replicate weight 'x' is not a number that a weight may be, in column 'r1'
  koop-stats: standard input:3: replicate weight '' is not a number that a weight may be, in column 'r1'
  [2]

Values that hold a TAB or a backslash, or look like a margin.

  $ printf 'a\tw\tpsu\np\\tq\t1\t1\np\\tq\t2\t2\nr\\\\s\t1\t3\n*\t2\t4\n' >odd.tsv; cat odd.tsv
  a	w	psu
  p\tq	1	1
  p\tq	2	2
  r\\s	1	3
  *	2	4
  $ koop-stats -w w --psu=psu -b a -m 'prop(a)' odd.tsv
  a	stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  **	prop	a	*	1	0			0	1	1
  p\tq	prop	a	p\tq	1	0	1	1	1	2	2
  r\\s	prop	a	r\\s	1	0			0	1	1
  $ printf 'a\tn\np\\tq\t10\nr\\\\s\t20\n*\t30\n' >n.tsv; koop-stats -w w --psu=psu --poststrata=a=n.tsv -m 'count(a)' odd.tsv | cut -f 1-5
  stat	variable	level	estimate	se
  count	a	*	30	0
  count	a	p\tq	10	0
  count	a	r\\s	20	0
  $ koop-stats -w w --psu=psu --rake=a=n.tsv -m 'count(a)' odd.tsv | cut -f 1-5
  stat	variable	level	estimate	se
  count	a	*	30	0
  count	a	p\tq	10	0
  count	a	r\\s	20	0
  $ grep -v '^[*]' n.tsv >fewer.tsv; koop-stats -w w --psu=psu --poststrata=a=fewer.tsv -m 'count(a)' odd.tsv
  koop-stats: odd.tsv:5: no population of '*' in fewer.tsv
  [2]
  $ koop-stats -w w --strata=a --psu=psu -m 'count(a)' odd.tsv
  koop-stats: 2 strata have one PSU only, so the variance is not known: '*', 'r\\s'; choose --lonely=remove, adjust or average
  [2]

Intervals of proportions; where all records have the value, that of a binomial.

  $ for how in mean logit xlogit asin beta wilson; do
  >   koop-stats --bare -w w --psu=village --ci=$how -m 'prop(works)' s.tsv | cut -f 1-7
  > done
  prop	works	no	0.4306569343065693	0.08878099789231693	0.18416136727387025	0.6771525013392684
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.3228474986607316	0.8158386327261297
  prop	works	no	0.4306569343065693	0.08878099789231693	0.21678693168804833	0.6739591942205293
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.32604080577947064	0.7832130683119516
  prop	works	no	0.4306569343065693	0.08878099789231693	0.21678693168804833	0.6739591942205293
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.32604080577947064	0.7832130683119516
  prop	works	no	0.4306569343065693	0.08878099789231693	0.20263236935339254	0.6755132299576824
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.3244867700423176	0.7973676306466073
  prop	works	no	0.4306569343065693	0.08878099789231693	0.22195184612832927	0.6591747879989864
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.34082521200101235	0.7780481538716713
  prop	works	no	0.4306569343065693	0.08878099789231693	0.2233327101708707	0.6655233520203638
  prop	works	yes	0.5693430656934306	0.08878099789231693	0.3344766479796361	0.7766672898291294
  $ for how in mean logit asin beta wilson; do
  >   koop-stats --bare -w w --psu=village --ci=$how -b works -m 'prop(works)' s.tsv | cut -f 5-12
  > done
  1	0	1	1	3	4	4
  1	0	1	1	3	5	5
  1	0	0.3976353643835254	1	3	4	4	exact
  1	0	0.47817624989501856	1	3	5	5	exact
  1	0	0.3976353643835254	1	3	4	4	exact
  1	0	0.47817624989501856	1	3	5	5	exact
  1	0	0.3976353643835254	1	3	4	4	exact
  1	0	0.47817624989501856	1	3	5	5	exact
  1	0	0.3976353643835254	1	3	4	4	exact
  1	0	0.47817624989501856	1	3	5	5	exact
  $ koop-stats -w w --psu=village --ci=wilson -m 'xtab(region, works),mr(region)' s.tsv | grep -E '^region|prop|cases' | cut -f 1-8,12
  region	works	stat	variable	level	estimate	se	ci_low	nbase
  north	no	cell_prop			0.15328467153284672	0.12316165935126584	0.02009413385620624	9
  north	no	row_prop			0.40384615384615385	0.2259271865442409	0.07244734127169261	5
  north	no	col_prop			0.3559322033898305	0.25778399513968203	0.04524441231167518	4
  north	yes	cell_prop			0.22627737226277372	0.1784893198425649	0.028661390173961854	9
  north	yes	row_prop			0.5961538461538461	0.2259271865442409	0.1454478330750314	5
  north	yes	col_prop			0.3974358974358974	0.2763112720715448	0.051370585159243955	5
  north	*	cell_prop			0.3795620437956204	0.2458792785409385	0.05603149163774912	9
  north	*	col_prop			0.3795620437956204	0.2458792785409385	0.05603149163774912	9
  south	no	cell_prop			0.2773722627737226	0.11070096303919251	0.08545305105426254	9
  south	no	row_prop			0.4470588235294118	0.022759645443426398	0.385208131622536	4
  south	no	col_prop			0.6440677966101694	0.25778399513968203	0.13432483208040297	4
  south	yes	cell_prop			0.34306569343065696	0.1368131951994601	0.10146637632831097	9
  south	yes	row_prop			0.5529411764705883	0.022759645443426398	0.48940730733490184	4
  south	yes	col_prop			0.6025641025641025	0.2763112720715448	0.11069794299531008	5
  south	*	cell_prop			0.6204379562043796	0.2458792785409385	0.1368900726697983	9
  south	*	col_prop			0.6204379562043796	0.2458792785409385	0.1368900726697983	9
  *	no	cell_prop			0.4306569343065693	0.08878099789231693	0.2233327101708707	9
  *	no	row_prop			0.4306569343065693	0.08878099789231693	0.2233327101708707	9
  *	yes	cell_prop			0.5693430656934306	0.08878099789231693	0.3344766479796361	9
  *	yes	row_prop			0.5693430656934306	0.08878099789231693	0.3344766479796361	9
  		mr_pct_cases	region	north	0.3795620437956204	0.2458792785409385	0.05603149163774912	9
  		mr_pct_cases	region	south	0.6204379562043796	0.2458792785409385	0.1368900726697983	9
  $ koop-stats -w w --poststrata=region=pop.tsv --ci=beta -m 'prop(region)' s.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase	flag
  prop	region	north	0.3333333333333333	0	0.3333333333333333	0.3333333333333333	8	5	9	
  prop	region	south	0.6666666666666666	0	0.6666666666666666	0.6666666666666666	8	4	9	
  $ koop-stats -w w --where='works = "no"' -m 'propci(works, mean, beta)' s.tsv
  stat	variable	level	estimate	se	ci_low	ci_high	df	n	nbase
  prop_ci_mean	works	no	1	0	1	1	3	4	4
  prop_ci_beta	works	no	1	0			3	4	4

Codes of missing answers, and labels.

  $ cat >people.tsv <<'END'
  > w	country	emp	income	fields
  > 1	MK	1	100	music;film
  > 2	MK	2	9998	music
  > 1	RS	1	250	98
  > 3	RS	98	9999.0	
  > 2	RS	2		film;98
  > 1	RS	99	300	film
  > END
  $ cat >codebook.tsv <<'END'
  > variable	code	missing	label_en	label_mk
  > country		0	Country	Земја
  > country	MK	0	North Macedonia	Северна Македонија
  > country	RS	0	Serbia	Србија
  > emp		0	Employment	Работен статус
  > emp	1	0	Permanent	Договор на неопределено
  > emp	2	0	Part-time	
  > emp	98	1	Don't know	Не знае
  > emp	99	1	No answer	Без одговор
  > income	9998..9999	1	Refused	Одби
  > fields	music	0	Music	Музика
  > fields	98	1	Don't know	Не знае
  > unused	1	0	One	Еден
  > END
  $ koop-stats --codebook=codebook.tsv -m 'freq(emp),mean(income),min(income),max(income),distinct(emp),distinct(fields)' people.tsv
  stat	variable	level	estimate	n	nbase
  n	emp	1	2	2	6
  pct_records	emp	1	0.3333333333333333	2	6
  pct_valid	emp	1	0.5	2	4
  n	emp	2	2	2	6
  pct_records	emp	2	0.3333333333333333	2	6
  pct_valid	emp	2	0.5	2	4
  n_missing	emp		2	2	6
  n_missing	emp	98	1	1	6
  n_missing	emp	99	1	1	6
  mean	income		216.66666666666666	3	3
  min	income		100	3	3
  max	income		300	3	3
  distinct	emp		2	4	4
  distinct	fields		2	4	4
  $ koop-stats --missing=emp=98,99 --missing=income=9000.. --missing=fields=98 -m 'freq(emp),mean(income),min(income),max(income),distinct(emp),distinct(fields)' people.tsv |
  > cmp - <(koop-stats --codebook=codebook.tsv -m 'freq(emp),mean(income),min(income),max(income),distinct(emp),distinct(fields)' people.tsv)
  $ koop-stats -w w --codebook=codebook.tsv --labels=mk -b emp -m 'mean(income),mr(fields)' people.tsv | cut -f 1-5,9,10
  emp	stat	variable	level	estimate	df	n
  Договор на неопределено	mean	income		175	1	2
  Договор на неопределено	mr_count	fields	film	1	1	1
  Договор на неопределено	mr_pct_cases	fields	film	1	1	1
  Договор на неопределено	mr_pct_responses	fields	film	0.5	1	1
  Договор на неопределено	mr_count	fields	Музика	1	1	1
  Договор на неопределено	mr_pct_cases	fields	Музика	1	1	1
  Договор на неопределено	mr_pct_responses	fields	Музика	0.5	1	1
  Part-time	mean	income			1	0
  Part-time	mr_count	fields	film	2	1	1
  Part-time	mr_pct_cases	fields	film	0.5	1	1
  Part-time	mr_pct_responses	fields	film	0.5	1	1
  Part-time	mr_count	fields	Музика	2	1	1
  Part-time	mr_pct_cases	fields	Музика	0.5	1	1
  Part-time	mr_pct_responses	fields	Музика	0.5	1	1
  $ koop-stats --codebook=codebook.tsv --labels=mk-MK -m 'freq(fields)' people.tsv
  stat	variable	level	estimate	n	nbase
  n	fields	film	3	3	6
  pct_records	fields	film	0.5	3	6
  pct_valid	fields	film	0.75	3	4
  n	fields	Музика	2	2	6
  pct_records	fields	Музика	0.3333333333333333	2	6
  pct_valid	fields	Музика	0.5	2	4
  n_missing	fields		2	2	6
  n_missing	fields	Не знае	1	1	6
  $ koop-stats -w w --codebook=codebook.tsv --labels=en -m 'xtab(country, emp)' people.tsv | grep cell_count | cut -f 1-6
  North Macedonia	Permanent	cell_count		1	1
  North Macedonia	Part-time	cell_count		2	2
  North Macedonia	*	cell_count		3	2.04939015319192
  Serbia	Permanent	cell_count		1	1
  Serbia	Part-time	cell_count		2	2
  Serbia	*	cell_count		3	2.04939015319192
  *	Permanent	cell_count		2	1.2649110640673518
  *	Part-time	cell_count		4	2.5298221281347035
  *	*	cell_count		6	2.1908902300206643
  $ koop-stats --codebook=codebook.tsv --labels=en -b country -x emp --total people.tsv
  country	Permanent	Part-time	Don't know	No answer	*
  North Macedonia	1	1			2
  Serbia	1	1	1	1	4
  *	2	2	1	1	6
  $ koop-stats --codebook=codebook.tsv --labels=sq -b country people.tsv
  koop-stats: codebook.tsv has no labels in 'sq'; those of 'label_en' are taken
  country	n	share
  North Macedonia	2	0.3333333333333333
  Serbia	4	0.6666666666666666
  [1]
  $ koop-stats --missing=emp=..1,99 -b emp -m 'n,share' people.tsv
  emp	n	share
  1	2	0.3333333333333333
  2	2	0.3333333333333333
  98	1	0.16666666666666666
  99	1	0.16666666666666666
  $ koop-stats --missing='emp,country=RS,98..99' -w w -b country -m 'prop(emp)' people.tsv | cut -f 1-5
  country	stat	variable	level	estimate
  MK	prop	emp	1	0.3333333333333333
  MK	prop	emp	2	0.6666666666666666

What makes no sense.

  $ koop-stats --labels=en -b emp people.tsv
  koop-stats: '--labels' goes with '--codebook', which has them (see 'koop-stats --help')
  [2]
  $ koop-stats --missing=emp -b emp people.tsv
  koop-stats: 'emp' for option '--missing' is not COLUMNS=CODES
  [2]
  $ koop-stats --missing=emp= -b emp people.tsv
  koop-stats: 'emp=' for option '--missing' is not COLUMNS=CODES
  [2]
  $ koop-stats --missing=emp=98,,99 -b emp people.tsv
  koop-stats: a code is missing in 'emp=98,,99' for option '--missing'
  [2]
  $ koop-stats --missing=work=98 -b emp people.tsv
  koop-stats: unknown column 'work'
  [2]
  $ koop-stats --codebook=people.tsv -b emp people.tsv
  koop-stats: people.tsv is no codebook: it has no columns 'variable' and 'code'
  [2]
  $ cut -f 1-3 codebook.tsv >bare.tsv; koop-stats --codebook=bare.tsv --labels=en -b emp people.tsv
  koop-stats: bare.tsv has no column of labels, as 'label_en'
  [2]
  $ sed 's/	1	No/	maybe	No/' codebook.tsv >doubt.tsv; koop-stats --codebook=doubt.tsv -b emp people.tsv
  koop-stats: doubt.tsv:9: 'maybe' in column 'missing' is not 1 and not 0
  [2]
  $ sed '4s/Србија//; 4s/Serbia	//' codebook.tsv >short.tsv; koop-stats --codebook=short.tsv -b emp people.tsv
  koop-stats: short.tsv:4: 4 fields where the header has 5
  koop-stats: short.tsv: a row that cannot be read
  [2]
  $ (cat codebook.tsv; printf 'emp\t1\t0\tFixed\t\n') >twice.tsv; koop-stats --codebook=twice.tsv --labels=en -b emp -m n people.tsv
  koop-stats: twice.tsv:14: code '1' a second time; the first counts
  emp	n
  Permanent	2
  Part-time	2
  Don't know	1
  No answer	1
  [1]

Calibration by regression, to numbers and to values at once; with values alone it is post-stratification.

  $ cat >totals.tsv <<'END'
  > variable	value	total
  > 		3000
  > works	yes	1700
  > age		110000
  > END
  $ regress() { koop-stats -w w --psu=village --calibrate="$@"; }
  $ koop-filter 'age is not missing' s.tsv >aged.tsv
  > regress totals.tsv -m 'count(works),total(age),mean(income),median(income),gini(income),ratio(income, age)' aged.tsv | cut -f 1-7
  stat	variable	level	estimate	se	ci_low	ci_high
  count	works	no	1300	0	1300	1300
  count	works	yes	1700	0	1700	1700
  total	age		110000	0	110000	110000
  mean	income		92.22714857312504	9.85191348263258	64.87385160743764	119.58044553881243
  quantile	income	0.5	95		60	
  gini	income		0.3051655944437225	0.047688404301115886	0.17276135774719584	0.43756983114024917
  ratio	income/age		2.279612935892556	0.3035636089923639	1.43678523958953	3.122440632195582
  $ printf 'variable\tvalue\ttotal\nregion\tnorth\t1000\nregion\tsouth\t2000\n' >regions.tsv
  $ regress regions.tsv -m "$many" s.tsv >regressed.tsv; koop-stats -w w --psu=village --poststrata=region=pop.tsv -m "$many" s.tsv >stratified.tsv
  > awk -v tolerance=1e-12 -f $d/../estimates.awk stratified.tsv regressed.tsv
  15 rows, 99 numbers, 0 other rows, 0 faults
  $ regress totals.tsv -m 'mean(income)' s.tsv
  koop-stats: s.tsv:4: '' is not a number, in column 'age', whose total is known
  [2]
  $ regress totals.tsv -m 'mean(income)' pop.tsv
  koop-stats: unknown column 'w' (did you mean 'N'?)
  [2]
  $ (cat totals.tsv; printf 'works\tno\t1300\n') >more.tsv; regress more.tsv -m 'mean(income)' aged.tsv
  koop-stats: more.tsv: in the sample the totals follow from each other; leave one value of each variable out
  [2]
  $ (cat totals.tsv; printf 'works\tmaybe\t13\n') >more.tsv; regress more.tsv -m 'mean(income)' aged.tsv
  koop-stats: more.tsv: no record of the sample stands for 'works' 'maybe'
  [2]
  $ (cat totals.tsv; printf 'works\tyes\t13\n') >more.tsv; regress more.tsv -m 'mean(income)' aged.tsv
  koop-stats: more.tsv:5: a second total of 'works' 'yes'
  [2]
  $ (cat totals.tsv; printf '\tyes\t13\n') >more.tsv; regress more.tsv -m 'mean(income)' aged.tsv
  koop-stats: more.tsv:5: a value, but no variable
  [2]
  $ (cat totals.tsv; printf 'income\t\tx\n') >more.tsv; regress more.tsv -m 'mean(income)' aged.tsv
  koop-stats: more.tsv:5: 'x' is no total
  [2]
  $ regress pop.tsv -m 'mean(income)' aged.tsv
  koop-stats: pop.tsv has no column 'variable'
  [2]
  $ sed 1q totals.tsv >none.tsv; regress none.tsv -m 'mean(income)' aged.tsv
  koop-stats: none.tsv has no totals
  [2]
  $ koop-stats -w w --calibrate=totals.tsv -m 'mean(income)' aged.tsv
  koop-stats: '--calibrate' needs '--weight', and '--psu', which may be a column that tells all records apart (see 'koop-stats --help')
  [2]
  $ regress totals.tsv --poststrata=region=pop.tsv -m 'mean(income)' aged.tsv
  koop-stats: '--poststrata', '--rake' and '--calibrate' do not go together (see 'koop-stats --help')
  [2]

Three tables of a survey of cultural workers: savings by education, fields of work, and incomes by country, where
few answered not shown.

  $ workers() { (cd $d/d30_see_freq && koop-stats -w weight --strata=country --psu=org --fpc=org_pop --codebook=codebook.tsv --labels=mk "$@" data.tsv); }
  $ workers --ci=logit -m 'xtab(edu, savings)' | grep -E '^edu|row_prop' | cut -f 1-3,5,7-8
  edu	savings	stat	estimate	ci_low	ci_high
  Основно	Да	row_prop	0.2409687679445139	0.17200794897160224	0.32666928285956004
  Основно	Не	row_prop	0.7590312320554861	0.6733307171404399	0.8279920510283977
  Средно	Да	row_prop	0.2750682470145614	0.235172263857847	0.31891028471593424
  Средно	Не	row_prop	0.7249317529854385	0.6810897152840657	0.7648277361421529
  Додипломски	Да	row_prop	0.3234381021155699	0.29142542012887396	0.3571946299762876
  Додипломски	Не	row_prop	0.6765618978844301	0.6428053700237124	0.7085745798711259
  Магистер	Да	row_prop	0.3852717879816944	0.3388682711490328	0.43385968835902755
  Магистер	Не	row_prop	0.6147282120183056	0.5661403116409724	0.6611317288509673
  Докторат	Да	row_prop	0.36709362153614394	0.29056707785125097	0.450963208946299
  Докторат	Не	row_prop	0.632906378463856	0.5490367910537011	0.7094329221487491
  *	Да	row_prop	0.3257840655491686	0.3040892329241176	0.34825213232907176
  *	Не	row_prop	0.6742159344508314	0.6517478676709282	0.6959107670758824
  $ workers -m 'mr(fields)' | grep -E '^stat|pct' | cut -f 1-5 | head -n 7
  stat	variable	level	estimate	se
  mr_pct_cases	Области на работа (повеќе)	cultural management	0.1854743691614048	0.01363358809407104
  mr_pct_responses	Области на работа (повеќе)	cultural management	0.09822570282374445	0.0070925991028427315
  mr_pct_cases	Области на работа (повеќе)	education	0.18774542595442428	0.015135566426463782
  mr_pct_responses	Области на работа (повеќе)	education	0.09942843585179345	0.008063755738189822
  mr_pct_cases	Области на работа (повеќе)	film	0.18285486013731864	0.012293068253142537
  mr_pct_responses	Области на работа (повеќе)	film	0.09683843235555327	0.006445040899669091
  $ workers -b country -b country,edu --suppress=10 -m 'quantile(income, 0.25, 0.5, 0.75)' | cut -f 1-2,5-6,8-9,12-13 | head -n 30 | tail -n 12
  Србија	*	0.75	770	730	860	333	
  Словенија	*	0.25	785	750	880	243	
  Словенија	*	0.5	1130	1010	1255	243	
  Словенија	*	0.75	1550	1455	1715	243	
  Косово	*	0.25	270	175	355	134	
  Косово	*	0.5	415	310	505	134	
  Косово	*	0.75	535	490	625	134	
  Албанија	Основно	0.25					freq
  Албанија	Основно	0.5					freq
  Албанија	Основно	0.75					freq
  Албанија	Средно	0.25	270	200	325	44	
  Албанија	Средно	0.5	350	310	450	44	

Calibrated and replicated samples in parts.

  $ parts() {
  >   data=$1; shift
  >   koop-stats -q "$@" <$data >whole
  >   for n in 1 2 3; do
  >     awk -v n=$n 'NR == 1 || (NR + 1) % 3 == n - 1' $data | koop-stats -q --partial "$@" >part.$n
  >   done
  >   koop-stats -q --merge "$@" part.3 part.1 part.2 | cmp - whole
  >   koop-stats -q --threads=3 "$@" <$data | cmp - whole
  > }
  > all='var(api00),ratio(`api.stu`,enroll),mr(`sch.wide`),gini(enroll),median(enroll),chisq(stype, `sch.wide`),ttest(enroll, `sch.wide`),assoc(stype, `sch.wide`)'
  > parts $d/d15_clus1_jk1/data.tsv -w pw --repweights='jk*' --rep-type=jk1 --deff -m "$all"
  > cd $d/d18_clus1_rake; cp stype.tsv schwide.tsv "$OLDPWD"; cd - >/dev/null
  > parts $d/d18_clus1_rake/data.tsv -w pw --psu=dnum --fpc=fpc --rake=stype=stype.tsv --rake='`sch.wide`=schwide.tsv' -b awards -b '' -m "$all"
  > parts $d/d18_clus1_rake/data.tsv -w pw --rake=stype=stype.tsv --rake='`sch.wide`=schwide.tsv' -b awards -b '' -m "$all"
  > parts $d/d26_greg/data.tsv -w pw --psu=dnum --fpc=fpc --calibrate=$d/d26_greg/totals.tsv -b awards -b '' -m "$all"

Association, in records.

  $ koop-stats -m 'assoc(region, works)' s.tsv | cut -f 1-3,7-9
  stat	variable	estimate	df	p	n
  pearson_chisq	region*works	0.09	1	0.7641771556220949	9
  lr_chisq	region*works	0.09001426417969335	1	0.7641590224574419	9
  yates_chisq	region*works	0	1	1	9
  phi	region*works	-0.1			9
  fisher_exact_p	region*works			1	9
  odds_ratio_sample	region*works	0.6666666666666666			9
  cramers_v	region*works	0.1			9
  contingency_c	region*works	0.09950371902099892			9
  gamma	region*works	-0.2			9
  kendall_tau_b	region*works	-0.1			9
  kendall_tau_c	region*works	-0.09876543209876543			9
  somers_d_col_given_row	region*works	-0.1			9
  spearman	region*works	-0.1			9
  $ koop-stats -w w --strata=village -b region -m 'assoc(works, age)' s.tsv | cut -f 1-4,8-10
  region	stat	variable	estimate	df	p	n
  north	pearson_chisq	works*age	4	3	0.2614641299491103	4
  north	lr_chisq	works*age	5.545177444479562	3	0.13596133758865536	4
  north	fisher_exact_p	works*age			1	4
  north	cramers_v	works*age	1			4
  north	contingency_c	works*age	0.7071067811865476			4
  north	gamma	works*age	-1			4
  north	kendall_tau_b	works*age	-0.816496580927726			4
  north	kendall_tau_c	works*age	-1			4
  north	somers_d_col_given_row	works*age	-1			4
  north	spearman	works*age	-0.8944271909999159			4
  south	pearson_chisq	works*age	4	3	0.2614641299491103	4
  south	lr_chisq	works*age	5.545177444479562	3	0.13596133758865536	4
  south	fisher_exact_p	works*age			1	4
  south	cramers_v	works*age	1			4
  south	contingency_c	works*age	0.7071067811865476			4
  south	gamma	works*age	1			4
  south	kendall_tau_b	works*age	0.816496580927726			4
  south	kendall_tau_c	works*age	1			4
  south	somers_d_col_given_row	works*age	1			4
  south	spearman	works*age	0.8944271909999159			4
  $ printf 'a\tb\nx\t1\ny\t2\nx\t1\n' | koop-stats -m 'assoc(a, b)' | cut -f 1-3,7-9
  stat	variable	estimate	df	p	n
  pearson_chisq	a*b	3	1	0.0832645166635504	3
  lr_chisq	a*b	3.819085009768877	1	0.05067190234699007	3
  yates_chisq	a*b	0.1875	1	0.6650055421020294	3
  phi	a*b	1			3
  fisher_exact_p	a*b			0.3333333333333333	3
  odds_ratio_sample	a*b	Inf			3
  cramers_v	a*b	1			3
  contingency_c	a*b	0.7071067811865476			3
  gamma	a*b	1			3
  kendall_tau_b	a*b	1			3
  kendall_tau_c	a*b	0.8888888888888888			3
  somers_d_col_given_row	a*b	1			3
  spearman	a*b	1			3
  $ printf 'a\tb\nx\t1\n' | koop-stats -m 'assoc(a, b)'
  koop-stats: 'assoc' needs two rows and two columns; it is left empty
  stat	variable	estimate	se	ci_low	ci_high	df	p	n	nbase
  pearson_chisq	a*b							1	1
  [1]
  $ awk 'BEGIN { print "a\tb"; for (i = 0; i < 3000; i++) print i "\t" (-i) }' | koop-stats -m 'assoc(a, b),chisq(a, b)' | cut -f 1-3,10
  koop-stats: a table of 'assoc' has more than 4000000 cells; it is left out
  koop-stats: a table of 'chisq' has more than 4000000 cells; it is left out
  stat	variable	estimate	n
  pearson_chisq	a*b		0
  chisq_F	a*b		0
  chisq_Chisq	a*b		0
  chisq_Wald	a*b		0
  chisq_adjWald	a*b		0

Command lines that make no sense.

  $ koop-stats --psu=village -m n s.tsv
  koop-stats: options of the design go with estimates such as 'mean', without '--cross' (see 'koop-stats --help')
  [2]
  $ koop-stats -w w --psu=village -x works -m 'mean(income)' s.tsv
  koop-stats: options of the design go with estimates such as 'mean', without '--cross' (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'prop(works)' -x region s.tsv
  koop-stats: estimates of values cannot be spread by '--cross' (see 'koop-stats --help')
  [2]
  $ koop-stats --psu=villag -m 'mean(income)' s.tsv
  koop-stats: unknown column 'villag' (did you mean 'village'?)
  [2]
  $ koop-stats --psu=village --lonely=drop -m 'mean(income)' s.tsv
  koop-stats: unknown word 'drop' for option '--lonely' (one of: fail, remove, certainty, adjust, average) (see 'koop-stats --help')
  [2]
  $ koop-stats --level=95 -m 'mean(income)' s.tsv
  koop-stats: '95' for option '--level' is no number between 0 and 1 (see 'koop-stats --help')
  [2]
  $ koop-stats --df=0 -m 'mean(income)' s.tsv
  koop-stats: '0' for option '--df' is no number above 0, and not 'inf' (see 'koop-stats --help')
  [2]
  $ koop-stats --deff=srs -m 'mean(income)' s.tsv
  koop-stats: unknown word 'srs' for option '--deff' (one of: replace) (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'ratio(income)' s.tsv
  koop-stats: measure 'ratio' needs more in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'ratio(income,age,w)' s.tsv
  koop-stats: too much in the brackets of measure 'ratio' (see 'koop-stats --help')
  [2]
  $ koop-stats --psu=a,b,c,d,e,f,g,h,i -m 'mean(a)' --header=a,b,c,d,e,f,g,h,i </dev/null
  koop-stats: 9 columns in '--psu', at most 8 stages can be used
  [2]
  $ koop-stats -m 'quantile(income)' s.tsv
  koop-stats: measure 'quantile' needs more in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'quantile(income, 50)' s.tsv
  koop-stats: '50' is no probability between 0 and 1, in measure 'quantile'
  [2]
  $ koop-stats -m 'median(income)' --qrule=hf10 s.tsv
  koop-stats: unknown word 'hf10' for option '--qrule' (one of: math, school, hf4, hf5, hf6, hf7, hf8, hf9) (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'median(income)' --interval=logit s.tsv
  koop-stats: unknown word 'logit' for option '--interval' (did you mean 'xlogit'?) (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'propci(works)' s.tsv
  koop-stats: measure 'propci' needs more in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'propci(works, exact)' s.tsv
  koop-stats: 'exact' is no interval of 'propci' (one of: mean, logit, xlogit, asin, beta, wilson)
  [2]
  $ koop-stats -m 'xtab(works)' s.tsv
  koop-stats: measure 'xtab' needs more in brackets (see 'koop-stats --help')
  [2]
  $ koop-stats -m 'chisq(works, region)' --list=works s.tsv
  koop-stats: column 'works' holds lists, which measure 'chisq' does not take
  [2]
  $ koop-stats -b region -m 'xtab(works, region)' s.tsv
  koop-stats: column 'region' of the input is also a column of the result; rename it first
  [2]
