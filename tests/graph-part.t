Parts of a network, and whom to work with next.

  $ tsv() { printf '%s\n' "$@" | tr ' ' '\t'; }
  $ tsv 'source target weight' 'a b 3' 'b c 1' 'c a 1' 'c d 1' 'd e 4' 'f g 9' 'h h 1' >net.tsv
  $ koop-graph filter -q --giant net.tsv
  source	target	weight	rows
  a	b	3	1
  a	c	1	1
  b	c	1	1
  c	d	1	1
  d	e	4	1
  [1]
  $ koop-graph filter -q --bare --core=2 net.tsv
  a	b	3	1
  a	c	1	1
  b	c	1	1
  [1]
  $ koop-graph filter -q --bare --min-weight=3 net.tsv
  a	b	3	1
  d	e	4	1
  f	g	9	1
  [1]
  $ koop-graph filter -q --bare --min-degree=2 net.tsv
  a	b	3	1
  a	c	1	1
  b	c	1	1
  c	d	1	1
  [1]
  $ koop-graph filter -q --bare --ego=d net.tsv
  c	d	1	1
  d	e	4	1
  [1]
  $ koop-graph filter -q --bare --ego=d --steps=2 net.tsv
  a	b	3	1
  a	c	1	1
  b	c	1	1
  c	d	1	1
  d	e	4	1
  [1]
  $ koop-graph filter -q --bare --ego='e;f' --steps=1 net.tsv
  d	e	4	1
  f	g	9	1
  [1]
  $ koop-graph filter -q --bare --ego=h --steps=0 net.tsv
  h	h	1	1
  [1]

Directions do not count for what is near, but stay.

  $ koop-graph filter -q --bare --directed --ego=d net.tsv
  c	d	1	1
  d	e	4	1
  [1]

Every verb works on what is left; one step after the other, in a fixed order.

  $ koop-graph nodes -q --giant --min-weight=2 -m degree net.tsv
  id	degree
  a	1
  b	1
  [1]
  $ koop-graph stats -q --bare --core=2 -m nodes,edges,loops net.tsv
  nodes	3
  edges	3
  loops	0
  [1]
  $ koop-graph nodes -q --bare --min-weight=9 -m degree,loops net.tsv
  a	0	0
  b	0	0
  c	0	0
  d	0	0
  e	0	0
  f	1	0
  g	1	0
  h	0	0
  [1]
  $ koop-graph convert -q --to=pajek --ego=a net.tsv
  *Vertices 3
  1 "a"
  2 "b"
  3 "c"
  *Edges
  1 2 3
  1 3 1
  2 3 1
  [1]
  $ tsv 'id country' 'a RS' 'b HR' 'd RS' 'z ME' >who.tsv
  $ koop-graph nodes -q --nodes=who.tsv --keep=country --ego='a;z' -m degree net.tsv
  id	country	degree
  a	RS	2
  b	HR	2
  c		2
  z	ME	0
  [1]
  $ koop-graph mixing -q --bare --nodes=who.tsv --attr=country --core=2 net.tsv | cut -f 1-3
  (none)	HR	1
  (none)	RS	1
  HR	RS	1

Other columns of edges stay with their edges.

  $ tsv 'source target kind' 'a b x' 'b c y' 'b a z' 'c d w' >kinds.tsv
  $ koop-graph convert --to=json --ego=a kinds.tsv | tail -n 1
  {"source": "a", "target": "b", "weight": 2, "kind": "x;z"}]}

What was projected may be cut too; what belongs to the whole is not to be had then.

  $ tsv 'id partners' '1 a;b' '2 a;b;c' '3 d' >acts.tsv
  $ koop-graph filter --bare --of=partners --min-weight=2 acts.tsv
  a	b	2	1
  $ koop-graph nodes --of=partners --giant -m degree,activities acts.tsv
  koop-graph: measure 'activities' needs lists of who took part (--of), and all of it (see 'koop-graph --help')
  [2]
  $ koop-graph project --of=partners --giant acts.tsv
  koop-graph: a part (--giant and others) does not go with project (see 'koop-graph --help')
  [2]
  $ tsv 'date source target' '2012 a b' '2012 c d' '2012 b x' '2013 c d' >dated.tsv
  $ koop-graph stats --bare --slice=year --giant -m nodes,edges dated.tsv
  2012	3	2
  2013	2	1

What cannot be.

  $ koop-graph filter net.tsv
  koop-graph: filter needs to be told what to keep: --min-weight, --ego, --giant, --core or --min-degree (see 'koop-graph --help')
  [2]
  $ koop-graph filter --ego=aa net.tsv -q
  koop-graph: no node 'aa' (did you mean 'a'?)
  [2]
  $ koop-graph filter --ego=';' net.tsv -q
  koop-graph: no node is named
  [2]
  $ koop-graph filter --min-weight=0 net.tsv
  koop-graph: --min-weight is above 0, not '0' (see 'koop-graph --help')
  [2]
  $ koop-graph filter --core=0 net.tsv
  koop-graph: '0' is not a whole number from 1 to 2147483647, for option '--core' (see 'koop-graph --help')
  [2]
  $ tsv 'source target' | koop-graph filter --giant
  source	target	weight	rows

The largest first

  $ koop-graph nodes -q --top=2 -m strength,degree net.tsv
  id	strength	degree
  f	9	1
  g	9	1
  [1]
  $ koop-graph edges -q --bare --top=2 net.tsv
  f	g	9	1
  d	e	4	1
  [1]
  $ koop-graph nodes -q --bare --top=9 -m clustering net.tsv
  a	1
  b	1
  c	0.3333333333333333
  d	0
  e	
  f	
  g	
  h	
  [1]

Whom to work with next: no tie yet, neighbours in common, another country, the same field.

  $ printf 'id\tcountry\tfields\na\tRS\tmusic;art\nb\tHR\tart\nc\tHR\tfilm\nd\tRS\tart\ne\t\tart\nhub\tSI\t\n' >nodes.tsv
  $ tsv 'source target' 'a hub' 'b hub' 'c hub' 'd hub' 'e hub' 'a x' 'b x' >ties.tsv
  $ koop-graph suggest --nodes=nodes.tsv ties.tsv
  source	target	score	common	via	shared	across	why
  a	b	2.0640299754485754	2	hub;x	art	RS;HR	2 neighbours in common, same fields (art), RS and HR
  b	d	0.6213349345596119	1	hub	art	HR;RS	1 neighbour in common, same fields (art), HR and RS
  $ koop-graph suggest --nodes=nodes.tsv --for=d --bare --fields= ties.tsv
  d	b	0.6213349345596119	1	hub		RS;HR	1 neighbour in common, RS and HR
  d	c	0.6213349345596119	1	hub		RS;HR	1 neighbour in common, RS and HR
  $ koop-graph suggest --nodes=nodes.tsv --for=d --bare --attr= ties.tsv | cut -f 1,2,6-
  d	a	art		1 neighbour in common, same fields (art)
  d	b	art		1 neighbour in common, same fields (art)
  d	e	art		1 neighbour in common, same fields (art)
  $ koop-graph suggest --bare --top=2 ties.tsv
  hub	x	2.8853900817779268	2	a;b			2 neighbours in common
  a	b	2.0640299754485754	2	hub;x			2 neighbours in common
  $ koop-graph suggest --bare --top=2 --directed ties.tsv | cut -f 1-4
  hub	x	2.8853900817779268	2
  a	b	2.0640299754485754	2
  $ (head -n 1 ties.tsv; tail -n +2 ties.tsv | sort -r) | koop-graph suggest --bare --top=2 | cut -f 1-4
  hub	x	2.8853900817779268	2
  a	b	2.0640299754485754	2
  $ koop-graph suggest --for=bub ties.tsv
  koop-graph: no node 'bub' (did you mean 'hub'?)
  [2]
  $ koop-graph suggest --nodes=nodes.tsv --fields=field ties.tsv
  koop-graph: unknown column 'field'
  [2]
  $ koop-graph stats --top=2 ties.tsv
  koop-graph: --top does not go with stats (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --for=a ties.tsv
  koop-graph: --for does not go with nodes (see 'koop-graph --help')
  [2]
