koop-stats: counting in parts.

However the records are parted, ordered and counted, the same bytes come out.

  $ "$TESTDIR"/parts 1000 1 2 7 64
  plain: same
  list: same
  dates: same
  means: same
  elements: same
  quantiles: same
  table: same
  poststrata: same
  rake: same
  regression: same
  replicates: same
  responses: same
  flow: same
  hidden: same
  codes: same

A state says what it is of, and then what was counted.

  $ printf 'a\tb\tw\nx\t1\t2\ny\t2.5\t1\nx\t-1\t0.1\n' >all.tsv
  $ koop-stats -b a -m 'mean(b)' --partial all.tsv | tee all.state
  koop-state	1	koop-stats	0.1.0
  option	by	a
  option	measure	mean(b)
  columns	a	b	w
  table	records	1
  0	3
  table	values	2
  x
  y
  table	counts	2
  0	2	2 1*-1 1*1	0
  1	1	1 1*2.5 1*2.5	28p-4
  end	12	6d1d44d9b9bd6e1f
  $ koop-stats -b a -m 'mean(b)' --merge all.state
  a	stat	variable	estimate	n
  x	mean	b	0	2
  y	mean	b	2.5	1

Several states may stand in one file, or on standard input; twice the same is twice as many.

  $ cat all.state all.state | koop-stats -b a -m 'mean(b)' --merge
  a	stat	variable	estimate	n
  x	mean	b	0	4
  y	mean	b	2.5	2
  $ koop-stats --by=a -m 'mean(b)' --merge --partial all.state | cmp - all.state

What does not belong together is refused, with the difference.

  $ koop-stats -b a -m 'mean(b)' -w w --merge all.state
  koop-stats: all.state:4: the state was made without '--weight=w', which is given here
  [2]
  $ koop-stats -m 'mean(b)' --merge all.state
  koop-stats: all.state:2: the state was made with '--by=a', which is not given here
  [2]
  $ koop-stats -b a -m 'mean(w)' --merge all.state
  koop-stats: all.state:3: the state was made with '--measure=mean(b)', here it is '--measure=mean(w)'
  [2]
  $ sed 's/a\tb/a\tc/' all.state | koop-stats -b a -m 'mean(b)' --merge all.state -
  koop-stats: standard input:4: the state is of records whose column 2 is 'c', of others it is 'b'
  [2]
  $ sed 1s/0.1.0/0.0.9/ all.state | koop-stats -b a -m 'mean(b)' --merge
  koop-stats: standard input:1: the state was made by koop-stats 0.0.9, this is koop-stats 0.1.0
  [2]
  $ sed '1s/\t1/\t2/' all.state | koop-stats -b a -m 'mean(b)' --merge
  koop-stats: standard input:1: the state is of version '2', not 1
  [2]
  $ koop-stats -b a -m 'mean(b)' --merge all.tsv
  koop-stats: all.tsv:1: not a state that --partial wrote
  [2]
  $ koop-stats -b a --merge nothing.state
  koop-stats: cannot open 'nothing.state': No such file or directory
  [2]
  $ : | koop-stats -b a --merge
  koop-stats: standard input: the state is cut short
  [2]

Populations are part of what must be the same, wherever their file lies.

  $ printf 'a\tpeople\nx\t10\ny\t20\n' >people.tsv
  $ koop-stats -w w --poststrata=a=people.tsv --lonely=remove -m 'mean(b)' --partial all.tsv >post.state
  $ mkdir there && mv people.tsv there
  $ koop-stats -w w --poststrata=a=there/people.tsv --lonely=remove -m 'mean(b)' --merge post.state | cut -f 1-4
  stat	variable	estimate	se
  mean	b	1.9682539682539681	0.052367371355068096
  $ printf 'a\tpeople\nx\t10\ny\t21\n' >there/people.tsv
  $ koop-stats -w w --poststrata=a=there/people.tsv --lonely=remove -m 'mean(b)' --merge post.state
  koop-stats: post.state:6: the state was made with another content of the file of '--poststrata'
  [2]

What was cut short or changed on the way is refused.

  $ n=$(wc -c <all.state)
  > for ((i = 1; i < n; i++)); do
  >   head -c $i all.state | koop-stats -b a -m 'mean(b)' --merge >/dev/null 2>err
  >   [ $? -eq 2 ] || echo "$i bytes: taken"
  > done
  $ for ((i = 1; i <= n; i++)); do
  >   { head -c $((i - 1)) all.state; printf 3; tail -c +$((i + 1)) all.state; } >bad.state
  >   cmp -s all.state bad.state && continue
  >   koop-stats -b a -m 'mean(b)' --merge bad.state >/dev/null 2>err
  >   [ $? -eq 2 ] || echo "byte $i: taken"
  > done
  $ sed 's/^1\t1\t/1\t2\t/' all.state | koop-stats -b a -m 'mean(b)' --merge
  koop-stats: standard input:13: the state is damaged: its lines do not add up to the hash at the end
  [2]
  $ sed '$d' all.state | koop-stats -b a -m 'mean(b)' --merge
  koop-stats: standard input:12: the state is cut short
  [2]

What is wrong with a design is found when the parts come together.

  $ printf 'h\tp\tN\ty\n1\tx\t10\t1\n1\tz\t10\t2\n' >1.tsv
  $ printf 'h\tp\tN\ty\n2\tx\t10\t1\n2\tw\t10\t2\n' >2.tsv
  $ printf 'h\tp\tN\ty\n1\tx\t12\t1\n' >3.tsv
  $ for i in 1 2 3; do koop-stats --strata=h --psu=p --fpc=N -m 'mean(y)' --partial $i.tsv >$i.state; done
  $ koop-stats --strata=h --psu=p --fpc=N -m 'mean(y)' --merge 2.state 1.state
  koop-stats: PSU 'x' is in stratum '1' and in stratum '2'; with '--nest' names of PSUs count within their stratum
  [2]
  $ koop-stats --strata=h --psu=p --fpc=N -m 'mean(y)' --merge 1.state 3.state | cut -f 1-4
  koop-stats: another population size in the same stratum, in another part of the records; the largest counts
  stat	variable	estimate	se
  mean	y	1.3333333333333333	0.40572041296678973

With threads, what is said is said in order, and the first error ends the run.

  $ awk 'BEGIN { print "a\tw"; for (i = 1; i <= 60000; i++) print i % 7 "\t" (i % 9000 ? 1 : i % 18000 ? "1\t" : "x") }' >bad.tsv
  $ for threads in 1 2 5; do
  >   koop-stats --threads=$threads -b a -m 'mean(w)' bad.tsv >out.$threads 2>err.$threads; echo $?
  >   cmp out.1 out.$threads; cmp err.1 err.$threads
  > done
  1
  1
  1
  $ cat err.1
  koop-stats: bad.tsv:9001: 3 fields where the header has 2
  koop-stats: bad.tsv:18001: 'x' is not a number, in column 'w'
  koop-stats: bad.tsv:27001: 3 fields where the header has 2
  koop-stats: bad.tsv:36001: 'x' is not a number, in column 'w'
  koop-stats: bad.tsv:45001: 3 fields where the header has 2
  koop-stats: bad.tsv:54001: 'x' is not a number, in column 'w'
  $ for threads in 1 2 5; do koop-stats --threads=$threads -b a -w w <bad.tsv; done
  koop-stats: standard input:9001: 3 fields where the header has 2
  koop-stats: standard input:18001: 'x' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:9001: 3 fields where the header has 2
  koop-stats: standard input:18001: 'x' is no weight, which is a number from 0 on, in column 'w'
  koop-stats: standard input:9001: 3 fields where the header has 2
  koop-stats: standard input:18001: 'x' is no weight, which is a number from 0 on, in column 'w'
  [2]
  $ { cat bad.tsv; printf 5; } >end.tsv
  $ printf 'b\n' >other.tsv
  $ for threads in 1 3; do koop-stats --threads=$threads -m n bad.tsv end.tsv other.tsv 2>&1 | tail -n 2; done
  koop-stats: end.tsv:60002: 1 fields where the header has 2
  koop-stats: other.tsv:1: column 1 is 'b' here and 'a' in 'bad.tsv'
  koop-stats: end.tsv:60002: 1 fields where the header has 2
  koop-stats: other.tsv:1: column 1 is 'b' here and 'a' in 'bad.tsv'
  $ koop-stats --threads=0 bad.tsv
  koop-stats: '0' is not a whole number from 1 to 256, for option '--threads' (see 'koop-stats --help')
  [2]

Memory has a limit, and it is said when groups do not fit.

  $ awk 'BEGIN { print "a"; for (i = 0; i < 1000000; i++) print i "-" i }' >many.tsv
  $ koop-stats --memory=32M -b a many.tsv
  koop-stats: more memory is needed than the 32 MiB that may be used; --memory=SIZE sets the limit
  [2]
  $ koop-stats --memory=2G -b a many.tsv | wc -l
  1000001
  $ koop-stats --memory=much -b a many.tsv
  koop-stats: 'much' for option '--memory' is no size such as 256M or 4G (see 'koop-stats --help')
  [2]
  $ koop-stats --memory=99999999999T -b a many.tsv
  koop-stats: '99999999999T' for option '--memory' is too large (see 'koop-stats --help')
  [2]

The numbers of quantiles go to files without a name when there are too many; nothing changes, and nothing stays.
(Sanitizers need more memory than these runs may have.)

  $ sanitized=; if grep -q __asan_init "$(command -v koop-stats)"; then sanitized=yes; fi
  $ awk 'BEGIN { srand(3); print "g\ty\tw"; for (i = 0; i < 400000; i++) print i % 3 "\t" rand() * 1000 "\t" 1 + i % 2 }' >values.tsv
  $ mkdir tmp
  > export TMPDIR=$PWD/tmp
  $ [ $sanitized ] || for rule in math hf7; do
  >   ask="-b g -w w -m quantile(y,0.05,0.5),gini(y) --qrule=$rule"
  >   koop-stats $ask values.tsv >whole
  >   koop-stats --memory=24M $ask values.tsv | cmp - whole
  >   koop-stats --memory=48M --threads=2 $ask values.tsv | cmp - whole
  >   koop-stats --memory=24M $ask --partial values.tsv | koop-stats --memory=24M $ask --merge | cmp - whole
  > done
  $ ls tmp
  $ says() { want=$1; shift; got=$("$@" 2>&1 >/dev/null); [ $? -eq 2 ] && [ "$got" = "koop-stats: $want" ] || echo "$got"; }
  $ few() { (ulimit -f 1000; koop-stats --memory=24M -m 'median(y)' values.tsv); }
  $ [ $sanitized ] || says "cannot write a temporary file in '$TMPDIR': File too large" few
  $ nowhere() { TMPDIR=nowhere koop-stats --memory=24M -m 'median(y)' values.tsv; }
  $ [ $sanitized ] || says "cannot make a temporary file in 'nowhere': No such file or directory" nowhere
