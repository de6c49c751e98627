What would be by chance, and what a sample says.

  $ cp "$TESTDIR"/cases/graph/karate-communities/*.tsv .

Exact mean and standard deviation when the attribute is dealt out again; probabilities counted in seeded rounds.

  $ koop-graph stats --nodes=nodes.tsv --attr=group --permutations=999 -m ei_index,ei_expected_permutation,ei_sd_permutation,ei_z,ei_p_low,ei_p_high,assortativity_nominal,assortativity_p_low,assortativity_p_high input.tsv
  measure	value
  ei_index	-0.717948717948718
  ei_expected_permutation	0.030303030303030276
  ei_sd_permutation	0.09501838309001902
  ei_z	-7.874810367409278
  ei_p_low	0.001
  ei_p_high	1
  assortativity_nominal	0.7175308641975308
  assortativity_p_low	1
  assortativity_p_high	0.001
  $ koop-graph stats --bare --nodes=nodes.tsv --attr=group --permutations=999 --seed=2 -m assortativity_mean_permutation,assortativity_sd_permutation input.tsv
  assortativity_mean_permutation	-0.05622472874237339
  assortativity_sd_permutation	0.1012938191064778
  $ koop-graph mixing --nodes=nodes.tsv --attr=group --permutations=99 input.tsv | cut -f 1-3,11-
  a	b	edges	p_low	p_high
  Mr.Hi	Mr.Hi	35	1	0.01
  Mr.Hi	Officer	11	0.01	1
  Officer	Officer	32	1	0.01
  $ koop-graph mixing --directed --nodes=nodes.tsv --attr=group --permutations=99 input.tsv | cut -f 1-3,7-
  from	to	arcs	perm_mean	perm_sd	z	config_mean	p_low	p_high
  Mr.Hi	Mr.Hi	35	18.90909090909091	5.948750286013237	2.7049226000866438	20.641025641025642	1	0.01
  Mr.Hi	Officer	11	20.09090909090909	7.668889905950206	-1.1854269917026135	25.358974358974358	0.21	0.85
  Officer	Officer	32	18.90909090909091	5.948750286013237	2.200614996680659	17.641025641025642	1	0.01
  $ (head -n 1 input.tsv; tail -n +2 input.tsv | sort -r) | koop-graph mixing --nodes=nodes.tsv --attr=group --permutations=99 >turned.out
  $ koop-graph mixing --nodes=nodes.tsv --attr=group --permutations=99 input.tsv | cmp - turned.out
  $ koop-graph stats --nodes=nodes.tsv --attr=group -m ei_p_low input.tsv
  koop-graph: measure 'ei_p_low' needs --permutations (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --nodes=nodes.tsv --attr=group --permutations=9 input.tsv
  koop-graph: --permutations does not go with nodes (see 'koop-graph --help')
  [2]

How far communities and an attribute say the same, and how good the attribute is as a partition.

  $ koop-graph stats --bare --unweighted --nodes=nodes.tsv --attr=group -m community_nmi,community_ari,modularity,modularity_of_partition,modularity_of_partition_w input.tsv
  community_nmi	0.5878497068250669
  community_ari	0.46459109844332386
  modularity	0.4197896120973044
  modularity_of_partition	0.3582347140039447
  modularity_of_partition_w	0.3582347140039448
  $ koop-graph stats --bare --communities=nodes.tsv:group -m communities,modularity input.tsv
  communities	2
  modularity	0.39143756676224206
  $ koop-graph stats --communities=nodes.tsv:group --attr=id input.tsv
  koop-graph: --communities does not go with --nodes and --attr (see 'koop-graph --help')
  [2]
  $ koop-graph stats --nodes=nodes.tsv --communities=nodes.tsv:group input.tsv
  koop-graph: --communities does not go with --nodes and --attr (see 'koop-graph --help')
  [2]
  $ koop-graph stats --communities=nodes.tsv input.tsv
  koop-graph: --communities is a file and its column, FILE:COL, not 'nodes.tsv' (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --communities=nodes.tsv:group input.tsv
  koop-graph: --communities does not go with nodes (see 'koop-graph --help')
  [2]
  $ koop-graph communities --method=louvain input.tsv
  koop-graph: unknown word 'louvain' for option '--method' (one of: leiden) (see 'koop-graph --help')
  [2]
  $ koop-graph backbone --method=disparity --alpha=0.05 --rule=or input.tsv | wc -l
  1

Who stands between groups.

  $ printf 'source\ttarget\na\tb\nb\tc\nb\td\nd\te\n' >arcs.tsv
  $ printf 'id\tcountry\na\tRS\nb\tRS\nc\tRS\nd\tHR\ne\tSI\n' >who.tsv
  $ koop-graph nodes --directed --nodes=who.tsv --attr=country -m roles,brokerage,cross_share,cross_share_weight arcs.tsv
  id	coordinator	itinerant	gatekeeper	representative	liaison	brokerage	cross_share	cross_share_weight
  a	0	0	0	0	0	0	0	0
  b	1	0	0	1	0	2	0.3333333333333333	0.3333333333333333
  c	0	0	0	0	0	0	0	0
  d	0	0	0	0	1	1	1	1
  e	0	0	0	0	0	0	1	1
  $ koop-graph nodes --bare --nodes=who.tsv --attr=country -m gatekeeper,representative,consultant arcs.tsv
  a	0	0	0
  b	2	2	0
  c	0	0	0
  d	0	0	0
  e	0	0	0
  $ koop-graph nodes -m liaison arcs.tsv
  koop-graph: measure 'liaison' needs an attribute (--attr) (see 'koop-graph --help')
  [2]

Path measures out of a sample: with all nodes in it they are what they are, and the errors are 0.

  $ koop-graph nodes --top=2 --sample=34 --length=none -m betweenness,harmonic input.tsv
  id	betweenness	betweenness_se	harmonic	harmonic_se
  m01	231.0714285714286	0	23.166666666666668	0
  m34	160.55158730158732	0	23.25	0
  $ koop-graph nodes --top=2 --length=none -m betweenness,harmonic input.tsv
  id	betweenness	harmonic
  m01	231.07142857142858	23.166666666666668
  m34	160.5515873015873	23.25
  $ koop-graph nodes --top=2 --sample=12 -m closeness input.tsv
  id	closeness_inv	closeness_inv_se
  m03	1.6086817746568784	0.11571834394208758
  m32	1.5700934579439254	0.18486884788982758
  $ koop-graph nodes --sample=12 --threads=1 input.tsv >one.out
  $ koop-graph nodes --sample=12 --threads=7 input.tsv | cmp - one.out
  $ koop-graph nodes --directed --sample=30 --top=1 -m betweenness input.tsv
  id	betweenness_inv	betweenness_inv_se
  m03	14.733333333333334	1.6476617589877638
  $ koop-graph nodes --sample=9 -m eccentricity input.tsv
  koop-graph: measure 'eccentricity' cannot be told from a sample (see 'koop-graph --help')
  [2]
  $ koop-graph nodes -m closeness_se input.tsv
  koop-graph: measure 'closeness_se' needs --sample (see 'koop-graph --help')
  [2]
  $ koop-graph stats --sample=9 input.tsv
  koop-graph: --sample does not go with stats (see 'koop-graph --help')
  [2]
  $ printf 'source\ttarget\na\tb\nc\td\n' | koop-graph nodes --sample=2 -m betweenness,closeness,harmonic
  id	betweenness	betweenness_se	closeness	closeness_se	harmonic	harmonic_se
  a	0	0			0	0
  b	0	0			0	0
  c	0	0	1		3	
  d	0	0	1		3	

A large network: what takes long is left out, and that is said.

  $ awk 'BEGIN { print "source\ttarget"; for (i = 0; i < 21000; i++) print "n" i "\tn" int(i / 2) }' >tree.tsv
  $ koop-graph nodes -m degree tree.tsv 2>/dev/null | wc -l
  21001
  $ koop-graph nodes --top=1 tree.tsv
  koop-graph: tree.tsv:2: self loop at 'n0' takes no part in measures
  koop-graph: path measures are left out of a network of more than 20000 nodes: name them with -m, or estimate them with --sample=N
  id	degree	strength	core	clustering	component	community
  n1	3	3	1	0	1	1
  [1]
  $ koop-graph nodes -q --top=1 --sample=20 tree.tsv | head -n 1
  id	degree	strength	betweenness	betweenness_se	closeness	closeness_se	harmonic	harmonic_se	core	clustering	component	community
  $ koop-graph stats tree.tsv 2>&1 | grep -c -e 'left out' -e path -e modularity
  1

Eigenvector centrality has one answer for each component.

  $ printf 'source\ttarget\na\tb\nb\tc\nx\ty\ny\tz\nz\tx\n' >two.tsv
  $ printf 'id\nalone\n' >alone.tsv
  $ koop-graph nodes --nodes=alone.tsv -m eigenvector,eigenvector_component two.tsv
  id	eigenvector	eigenvector_component
  a		0.7071067811865516
  alone		
  b		1
  c		0.7071067811865516
  x		1
  y		1
  z		1
  $ koop-graph nodes --directed --bare -m eigenvector_component two.tsv
  a	
  b	
  c	
  x	1
  y	1
  z	1
