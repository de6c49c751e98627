Where networks come from: relations, aliases, names, two kinds of node, dates.

  $ tsv() { printf '%s\n' "$@" | tr ' ' '\t'; }

Relations are told apart: a network for each, and in time one for each slice of each.

  $ tsv 'date relation source target' '2012 funds a b' '2013 member a b' '2014 funds b a' '2015-03 funds b c' '2015  c d' >rel.tsv
  $ koop-graph edges --relation rel.tsv
  relation	source	target	weight	rows	first	last
  	c	d	1	1	2015-01-01	2015-12-31
  funds	a	b	2	2	2012-01-01	2014-12-31
  funds	b	c	1	1	2015-03-01	2015-03-31
  member	a	b	1	1	2013-01-01	2013-12-31
  $ koop-graph edges --relation=relation --directed --bare rel.tsv
  	c	d	1	1	2015-01-01	2015-12-31
  funds	a	b	1	1	2012-01-01	2012-12-31
  funds	b	a	1	1	2014-01-01	2014-12-31
  funds	b	c	1	1	2015-03-01	2015-03-31
  member	a	b	1	1	2013-01-01	2013-12-31
  $ koop-graph stats --relation -m nodes,edges rel.tsv
  relation	nodes	edges
  	2	1
  funds	3	2
  member	2	1
  $ koop-graph nodes --relation --slice=year -m degree rel.tsv
  relation	slice	id	degree
  	2015	c	1
  	2015	d	1
  funds	2012	a	1
  funds	2012	b	1
  funds	2014	a	1
  funds	2014	b	1
  funds	2015	b	1
  funds	2015	c	1
  member	2013	a	1
  member	2013	b	1
  $ koop-graph communities --relation --bare rel.tsv
  	c	1
  	d	1
  funds	a	1
  funds	b	1
  funds	c	1
  member	a	1
  member	b	1
  $ koop-graph nodes --relation -m degree --from=2020 rel.tsv
  relation	id	degree
  $ koop-graph stats --relation=kind -m nodes rel.tsv
  koop-graph: unknown column 'kind'
  [2]
  $ koop-graph suggest --relation rel.tsv
  koop-graph: --relation does not go with suggest (see 'koop-graph --help')
  [2]

What changed from slice to slice; before the first there was nothing.

  $ koop-graph stats --slice=year -m nodes,nodes_new,nodes_kept,nodes_gone,edges,edges_new,edges_kept,edges_gone rel.tsv
  slice	nodes	nodes_new	nodes_kept	nodes_gone	edges	edges_new	edges_kept	edges_gone
  2012	2	2	0	0	1	1	0	0
  2013	2	0	2	0	1	0	1	0
  2014	2	0	2	0	1	0	1	0
  2015	3	2	1	1	2	2	0	1
  $ koop-graph stats --bare --slice=year --relation -m nodes_new,nodes_gone rel.tsv
  	2012	0	0
  	2013	0	0
  	2014	0	0
  	2015	2	0
  funds	2012	2	0
  funds	2013	0	2
  funds	2014	2	0
  funds	2015	1	1
  member	2012	0	0
  member	2013	2	0
  member	2014	0	2
  member	2015	0	0
  $ koop-graph stats --bare --directed --slice=year -m nodes_new,edges_kept rel.tsv
  2012	2	0
  2013	0	1
  2014	0	0
  2015	2	0
  $ koop-graph stats -m nodes_new rel.tsv
  koop-graph: measure 'nodes_new' needs --slice (see 'koop-graph --help')
  [2]

The first and the last day of the rows of an edge, as far as they are known.

  $ tsv 'source target date until' 'a b 2012 2013-04' 'b a 2011-05~ ' 'a c 2014-02-03 2014-02-05' 'c d  ' 'd d 2010 2011' >dated.tsv
  $ koop-graph edges -q dated.tsv
  source	target	weight	rows	first	last
  a	b	2	2	2011-05-01	2012-12-31
  a	c	1	1	2014-02-03	2014-02-03
  c	d	1	1		
  d	d	1	1	2010-01-01	2010-12-31
  [1]
  $ koop-graph edges -q --bare --date=date --date-end=until dated.tsv
  a	b	2	2	2011-05-01	
  a	c	1	1	2014-02-03	2014-02-05
  c	d	1	1		
  d	d	1	1	2010-01-01	2011-12-31
  [1]
  $ tsv 'id date partners' '1 2012 a;b;c' '2 2014-02 b;a' '3  d;a' >acts.tsv
  $ koop-graph edges --of=partners acts.tsv
  source	target	weight	rows	first	last
  a	b	2	1	2012-01-01	2014-02-28
  a	c	1	1	2012-01-01	2012-12-31
  a	d	1	1		
  b	c	1	1	2012-01-01	2012-12-31
  $ tsv 'id date partners kind' '1 2012 a x' '2 2013 b;a y' | koop-graph edges --of=partners --relation=kind
  relation	source	target	weight	rows	first	last
  y	a	b	1	1	2013-01-01	2013-12-31
  $ tsv 'source target date' 'a b soon' | koop-graph edges
  koop-graph: standard input:2: 'soon' is not a date
  source	target	weight	rows	first	last
  a	b	1	1		
  [1]

Memberships say from when to when; an empty end is still to come.

  $ tsv 'member_id network_id valid_from valid_to' 'teatar mreza 2012 2013-05' 'radio mreza 2013-04 ' 'klub savez 2014 ' >memberships.tsv
  $ koop-graph edges memberships.tsv
  source	target	weight	rows	first	last
  klub	savez	1	1	2014-01-01	
  mreza	radio	1	1	2013-04-01	
  mreza	teatar	1	1	2012-01-01	2013-05-31
  $ koop-graph stats --slice=year -m nodes,edges,edges_gone memberships.tsv
  slice	nodes	edges	edges_gone
  2012	2	1	0
  2013	3	2	0
  2014	4	2	1
  $ koop-graph edges --bare --directed --as-of=2013-06 memberships.tsv
  radio	mreza	1	1	2013-04-01	
  $ koop-graph edges --bare --date=valid_from --as-of=2013-06 memberships.tsv
  $ tsv 'source target date valid_from' 'a b 2012 2013' | koop-graph edges --bare
  a	b	1	1	2012-01-01	2012-12-31

Aliases: what else a node is called, over any number of steps.

  $ tsv 'id variant' 'A a' 'B b' 'A c' 'B c' 'C B' 'q r' 'r q' ' s' 't ' >alias.tsv
  $ tsv 'source target' 'a b' 'b c' 'c x' 'a c' | koop-graph edges --aliases=alias.tsv
  koop-graph: alias.tsv:5: 'c' stands for 'A' already
  koop-graph: alias.tsv:9: alias without an 'id'
  koop-graph: alias.tsv:10: alias without a 'variant'
  koop-graph: aliases of 'r' go round in a circle
  koop-graph: standard input:5: self loop at 'A' takes no part in measures
  source	target	weight	rows
  A	A	1	1
  A	C	2	2
  A	x	1	1
  [1]
  $ tsv 'id partners' '1 a;b;c' | koop-graph edges --bare --of=partners --aliases=alias.tsv -q
  A	C	1	1
  [1]
  $ tsv 'id country' 'A RS' 'a HR' 'x ME' >nodes.tsv
  $ tsv 'source target' 'c x' | koop-graph nodes --nodes=nodes.tsv --keep=country -m degree --aliases=alias.tsv
  koop-graph: alias.tsv:5: 'c' stands for 'A' already
  koop-graph: alias.tsv:9: alias without an 'id'
  koop-graph: alias.tsv:10: alias without a 'variant'
  koop-graph: aliases of 'r' go round in a circle
  koop-graph: nodes.tsv:3: node 'A' again; its first row stands
  id	country	degree
  A	RS	1
  x	ME	1
  [1]

Names that have the same strict key are one; a file of nodes says whose they are.

  $ printf 'source\ttarget\nАсоцијација\tRadio „B92“\nUdruženje Asocijacija\tradio b92\nAsociacija\tX\nb92\tX\n' >names.tsv
  $ koop-graph edges --ids=name_key names.tsv
  source	target	weight	rows
  asociacija	x	1	1
  asocijacija	b92 radio	2	2
  b92	x	1	1
  $ printf 'id\tname\tcountry\nasoc\tAsocijacija\tRS\nb92\tRadio B92\tRS\n' >people.tsv
  $ koop-graph edges --bare --ids=name_key --nodes=people.tsv names.tsv
  asoc	b92	2	2
  asociacija	x	1	1
  b92	x	1	1
  $ printf 'id\tname_key\n7\tasocijacija\n8\tasocijacija\n' >keys.tsv
  $ koop-graph nodes --ids=name_key --nodes=keys.tsv -m degree names.tsv
  koop-graph: keys.tsv:3: 'asocijacija' stands for '7' already
  id	degree
  7	1
  8	0
  asociacija	1
  b92	1
  b92 radio	1
  x	2
  [1]
  $ printf 'id\tvariant\nx9\tАСОЦИАЦИЈА\n' >variants.tsv
  $ koop-graph edges --bare --ids=name_key --nodes=people.tsv --aliases=variants.tsv names.tsv
  asoc	b92	2	2
  b92	x	1	1
  x	x9	1	1
  $ koop-graph edges --ids=name_key --nodes=nodes.tsv names.tsv
  koop-graph: nodes known by name need a column 'name_key' or 'name'
  [2]
  $ koop-graph edges --ids=name names.tsv
  koop-graph: unknown word 'name' for option '--ids' (one of: id, name_key) (see 'koop-graph --help')
  [2]

Both kinds of node: who took part, and in what.

  $ tsv 'id partners' 'x1 a;b;a' 'x2 b;c' 'd d;e' >two.tsv
  $ koop-graph edges --two-mode --of=partners two.tsv
  koop-graph: two.tsv:4: 'd' is also a partner; as what is shared it is 'id:d'
  source	target	weight	rows
  a	x1	1	1
  b	x1	1	1
  b	x2	1	1
  c	x2	1	1
  d	id:d	1	1
  e	id:d	1	1
  [1]
  $ koop-graph nodes --two-mode --of=partners -m degree,degree_bipartite,clustering_latapy -q two.tsv
  id	mode	degree	degree_bipartite	clustering_latapy
  a	of	1	0.3333333333333333	0.5
  b	of	2	0.6666666666666666	0.5
  c	of	1	0.3333333333333333	0.5
  d	of	1	0.3333333333333333	1
  e	of	1	0.3333333333333333	1
  id:d	by	2	0.4	0
  x1	by	2	0.4	0.3333333333333333
  x2	by	2	0.4	0.3333333333333333
  [1]
  $ koop-graph stats --two-mode --of=partners -q -m orgs,activities,participations,density_two_mode,clustering_robins_alexander two.tsv
  measure	value
  orgs	5
  activities	3
  participations	6
  density_two_mode	0.4
  clustering_robins_alexander	0
  [1]
  $ tsv 'id country' 'a RS' 'z HR' >who.tsv
  $ koop-graph nodes -q --bare --two-mode --of=partners --nodes=who.tsv --keep=country -m degree two.tsv
  a	of	RS	1
  b	of		2
  c	of		1
  d	of		1
  e	of		1
  id:d	by		2
  x1	by		2
  x2	by		2
  z	of	HR	0
  [1]
  $ tsv 'id date partners' '1 2012 a;b' '2 2013 b;c' | koop-graph nodes --two-mode --of=partners --slice=year -m degree
  slice	id	mode	degree
  2012	1	by	2
  2012	a	of	1
  2012	b	of	1
  2013	2	by	2
  2013	b	of	1
  2013	c	of	1
  $ koop-graph nodes --two-mode two.tsv
  koop-graph: --two-mode needs --of, the columns that say who took part (see 'koop-graph --help')
  [2]
  $ koop-graph project --two-mode --of=partners two.tsv
  koop-graph: --two-mode does not go with project (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --of=partners -m degree_bipartite two.tsv
  koop-graph: measure 'degree_bipartite' needs --two-mode (see 'koop-graph --help')
  [2]
