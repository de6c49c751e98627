koop-graph: edges and participations in, nodes, edges and measures out.

  $ tsv() { printf '%b\n' "$@" | tr ' ' '\t'; }

Edges

Rows with the same ends are one edge, whichever way round; weights are added.

  $ tsv 'source target weight' 'a b 2' 'b a 3' 'b c 0.5' | koop-graph edges
  source	target	weight	rows
  a	b	5	2
  b	c	0.5	1
  $ tsv 'source target weight' 'a b 2' 'b a 3' 'b c 0.5' | koop-graph edges --directed
  source	target	weight	rows
  a	b	2	1
  b	a	3	1
  b	c	0.5	1
  $ tsv 'source target weight' 'a b 2' 'b a 3' 'b c 0.5' | koop-graph edges --unweighted -m edge_betweenness,bridge
  source	target	weight	rows	edge_betweenness	bridge
  a	b	2	2	2	1
  b	c	1	1	2	1

Weights of parallel edges add to the same sum in any order.

  $ tsv 'source target weight' 'a b 0.1' 'a b 1e16' 'a b 0.3' 'b a 0.7' >sum.tsv
  $ koop-graph edges sum.tsv
  source	target	weight	rows
  a	b	10000000000000002	4
  $ (head -n 1 sum.tsv; tail -n +2 sum.tsv | sort -r) | koop-graph edges --bare
  a	b	10000000000000002	4

Columns are found by the header, or named.

  $ tsv 'org_a org_b' 'x y' | koop-graph edges --bare
  x	y	1	1
  $ tsv 'when from to' '2015 x y' | koop-graph edges --bare
  x	y	1	1
  $ tsv 'who whom times' 'x y 3' | koop-graph edges --source=who --target=whom --weight=times --bare
  x	y	3	1
  $ tsv 'who whom' 'x y' | koop-graph edges
  koop-graph: no columns for the ends of edges among 'who', 'whom'; name them with --source and --target, or --of
  [2]
  $ tsv 'who whom' 'x y' | koop-graph edges --source=who --target=whim
  koop-graph: unknown column 'whim' (did you mean 'whom'?)
  [2]
  $ printf 'x\ty\n' | koop-graph edges --header=source,target
  source	target	weight	rows
  x	y	1	1

What cannot be an edge is refused and said; a missing weight is 1.

  $ tsv 'source target weight' 'a  1' ' b 1' 'a b x' 'a b -1' 'a b 0' 'a b 1e200' 'a b ' 'a b 4' >bad.tsv
  $ koop-graph edges bad.tsv
  koop-graph: bad.tsv:2: edge without a 'target'
  koop-graph: bad.tsv:3: edge without a 'source'
  koop-graph: bad.tsv:4: weight 'x' is not a number
  koop-graph: bad.tsv:5: weight '-1' is negative
  koop-graph: bad.tsv:6: weight '0' is no tie
  koop-graph: bad.tsv:7: weight '1e200' is out of range (1e-100 to 1e100)
  koop-graph: bad.tsv:8: missing weight counts as 1
  source	target	weight	rows
  a	b	5	2
  [1]
  $ koop-graph edges -q bad.tsv
  source	target	weight	rows
  a	b	5	2
  [1]

Self loops are said, listed and counted, and take no part in measures.

  $ tsv 'source target weight' 'a a 2' 'a a 1' 'a b 1' 'c c 1' >loops.tsv
  $ koop-graph edges -v loops.tsv
  koop-graph: loops.tsv:2: self loop at 'a' takes no part in measures
  koop-graph: loops.tsv:3: self loop at 'a' takes no part in measures
  koop-graph: loops.tsv:5: self loop at 'c' takes no part in measures
  koop-graph: 4 rows read, 0 refused
  koop-graph: 3 nodes, 1 edges, 3 rows of self loops
  source	target	weight	rows
  a	a	3	2
  a	b	1	1
  c	c	1	1
  [1]
  $ koop-graph nodes -q -m degree,strength,loops,component loops.tsv
  id	degree	strength	loops	component
  a	1	1	2	1
  b	1	1	0	1
  c	0	0	1	2
  [1]
  $ koop-graph stats -q -m nodes,edges,loops,isolates,components loops.tsv
  measure	value
  nodes	3
  edges	1
  loops	3
  isolates	1
  components	2
  [1]

Nothing, and next to nothing

  $ printf 'source\ttarget\n' >none.tsv
  $ koop-graph edges none.tsv
  source	target	weight	rows
  $ koop-graph nodes none.tsv
  id	degree	strength	betweenness	closeness	harmonic	core	clustering	component	community
  $ koop-graph stats -m nodes,edges,components,density,diameter,transitivity,avg_path_length,assortativity_degree none.tsv
  measure	value
  nodes	0
  edges	0
  components	0
  density	
  diameter	
  transitivity	
  avg_path_length	
  assortativity_degree	
  $ koop-graph edges /dev/null
  koop-graph: '/dev/null' is empty: no header line
  [2]
  $ tsv id x >one.tsv
  $ koop-graph nodes --nodes=one.tsv -m degree,betweenness_norm,closeness,closeness_wf,harmonic,core,clustering,pagerank none.tsv
  id	degree	betweenness_norm	closeness	closeness_wf	harmonic	core	clustering	pagerank
  x	0				0	0		1

Nodes and attributes

  $ tsv 'id country name' 'a RS Alfa' 'b HR ' 'c  Gama' 'a MK Again' ' SI none' 'z RS Zeta' >nodes.tsv
  $ tsv 'source target' 'a b' 'b c' 'a d' >edges.tsv
  $ koop-graph nodes --nodes=nodes.tsv --keep=name,country --attr=country -m degree,internal,external,ei -v edges.tsv
  koop-graph: nodes.tsv:5: node 'a' again; its first row stands
  koop-graph: nodes.tsv:6: node without a 'id'
  koop-graph: 3 rows read, 0 refused
  koop-graph: 5 nodes, 3 edges, 0 rows of self loops
  koop-graph: 1 nodes of edges are not in 'nodes.tsv'
  id	name	country	degree	internal	external	ei
  a	Alfa	RS	2	0	1	1
  b		HR	2	0	1	1
  c	Gama		1			
  d			1			
  z	Zeta	RS	0	0	0	
  [1]
  $ koop-graph stats -q --nodes=nodes.tsv --attr=country -m nodes,attr_nodes,attr_missing,attr_edges,ei_index edges.tsv
  measure	value
  nodes	5
  attr_nodes	3
  attr_missing	2
  attr_edges	1
  ei_index	1
  [1]
  $ koop-graph nodes --nodes=nodes.tsv --attr=county edges.tsv
  koop-graph: unknown column 'county' (did you mean 'country'?)
  [2]
  $ koop-graph nodes --attr=country edges.tsv
  koop-graph: --id, --keep and --attr need --nodes (see 'koop-graph --help')
  [2]
  $ koop-graph nodes -m ei edges.tsv
  koop-graph: measure 'ei' needs an attribute (--attr) (see 'koop-graph --help')
  [2]
  $ koop-graph nodes -m degre edges.tsv
  koop-graph: unknown measure 'degre' (did you mean 'degree'?) (see 'koop-graph --help')
  [2]
  $ koop-graph nodes -m in_degree edges.tsv
  koop-graph: measure 'in_degree' is of directed networks (--directed) (see 'koop-graph --help')
  [2]
  $ koop-graph nodes -m scc edges.tsv
  koop-graph: measure 'scc' is of directed networks (--directed) (see 'koop-graph --help')
  [2]
  $ koop-graph stats -m reciprocity edges.tsv
  koop-graph: measure 'reciprocity' is of directed networks (--directed) (see 'koop-graph --help')
  [2]
  $ printf 'id\tdegree\na\t9\n' >taken.tsv
  $ koop-graph nodes --nodes=taken.tsv --keep=degree -m degree edges.tsv
  koop-graph: column 'degree' would stand twice in the output; leave it out of --keep
  [2]
  $ koop-graph edges -m bridge,bridge edges.tsv
  koop-graph: 'bridge' twice in '--measures' (see 'koop-graph --help')
  [2]
  $ koop-graph convert -m degree edges.tsv
  koop-graph: --measures does not go with convert (see 'koop-graph --help')
  [2]
  $ koop-graph nods edges.tsv
  koop-graph: unknown verb 'nods' (did you mean 'nodes'?) (see 'koop-graph --help')
  [2]
  $ koop-graph
  koop-graph: no verb (see 'koop-graph --help')
  [2]

Mixing

  $ koop-graph mixing -q --nodes=nodes.tsv --attr=country edges.tsv
  a	b	edges	weight	possible	density	perm_mean	perm_sd	z	config_mean
  (none)	HR	1	1	2	0.5				
  (none)	RS	1	1	4	0.25				
  HR	RS	1	1	2	0.5	0.6666666666666666	0.4714045207910317	0.7071067811865476	1
  [1]
  $ koop-graph mixing -q --directed --nodes=nodes.tsv --attr=country edges.tsv
  from	to	arcs	weight	possible	density	perm_mean	perm_sd	z	config_mean
  HR	(none)	1	1	2	0.5				
  RS	(none)	1	1	4	0.25				
  RS	HR	1	1	2	0.5	0.3333333333333333	0.4714045207910317	1.4142135623730951	1
  [1]
  $ koop-graph mixing --nodes=nodes.tsv edges.tsv
  koop-graph: mixing needs --attr, the attribute that parts the nodes into groups (see 'koop-graph --help')
  [2]

Backbone

  $ tsv 'source target weight' 'a b 10' 'a c 1' 'a d 1' 'c d 1' >heavy.tsv
  $ koop-graph backbone heavy.tsv
  source	target	weight	alpha_source	alpha_target	alpha_min	alpha_max	keep_or	keep_and
  a	b	10	0.027777777777777766	1	0.027777777777777766	1	1	0
  a	c	1	0.8402777777777777	0.5	0.5	0.8402777777777777	0	0
  a	d	1	0.8402777777777777	0.5	0.5	0.8402777777777777	0	0
  c	d	1	0.5	0.5	0.5	0.5	0	0
  $ koop-graph backbone --rule=or --alpha=0.6 heavy.tsv | cut -f 1-3
  source	target	weight
  a	b	10
  a	c	1
  a	d	1
  c	d	1
  $ koop-graph backbone --rule=and --alpha=0.6 --bare heavy.tsv | cut -f 1-3
  c	d	1
  $ koop-graph backbone --alpha=5 heavy.tsv
  koop-graph: --alpha is above 0 and at most 1, not '5' (see 'koop-graph --help')
  [2]

Directions

  $ tsv 'source target' 'a b' 'b a' 'b c' 'c d' | koop-graph nodes --directed -m degree,component,scc,betweenness
  id	in_degree	out_degree	wcc	scc	betweenness_directed
  a	1	1	1	1	0
  b	1	2	1	1	2
  c	1	1	1	2	2
  d	1	0	1	3	0
  $ tsv 'source target' 'a b' 'b a' 'b c' 'c d' | koop-graph stats --directed -m nodes,arcs,reciprocity,strong_components,density
  measure	value
  nodes	4
  arcs	4
  reciprocity	0.5
  strong_components	3
  density	0.3333333333333333

Lengths

A strong tie is short, unless the weight is said to be the length. Paths that tie do so however they add up.

  $ tsv 'source target weight' 'a b 3' 'b c 6' 'a d 6' 'd c 3' 'a c 2' >ties.tsv
  $ koop-graph nodes -m betweenness,closeness ties.tsv
  id	betweenness_inv	closeness_inv
  a	0.5	3
  b	0.3333333333333333	3
  c	0.5	3
  d	0.3333333333333333	3
  $ koop-graph nodes -m betweenness --length=weight ties.tsv
  id	betweenness_dist
  a	2
  b	0
  c	2
  d	0
  $ koop-graph nodes -m betweenness --length=none --threads=1 ties.tsv
  id	betweenness
  a	0.5
  b	0
  c	0.5
  d	0

Participations

One row with a list, and one row for each item, are the same; repeats count once.

  $ printf 'activity\tpartners\ne1\tx; y;x;;z\ne2\ty;x\ne3\tw\n' >lists.tsv
  $ koop-graph project --by=activity --of=partners --weight=count,newman,jaccard,overlap,pairs,inverse_size lists.tsv
  source	target	count	newman	jaccard	overlap	pairs	inverse_size
  x	y	2	1.5	1	1	1.3333333333333333	0.8333333333333333
  x	z	1	0.5	0.5	1	0.3333333333333333	0.3333333333333333
  y	z	1	0.5	0.5	1	0.3333333333333333	0.3333333333333333
  $ tsv 'activity partners' 'e2 y' 'e1 z' 'e1 x' 'e3 w' 'e1 y' 'e2 x' | koop-graph project --by=activity --of=partners
  source	target	count
  x	y	2
  x	z	1
  y	z	1
  $ koop-graph nodes --by=activity --of=partners -m activities,degree,strength lists.tsv
  id	activities	degree	strength
  w	1	0	0
  x	2	2	3
  y	2	2	3
  z	1	2	2
  $ printf 'organisers\tpartners\na\tb;c\na;b\t\n' | koop-graph project --of=organisers,partners
  source	target	count
  a	b	2
  a	c	1
  b	c	1
  $ printf 'id\tpartners\n\ta;b\n1\ta;b\n' | koop-graph project --of=partners
  koop-graph: standard input:2: record without a 'id'
  source	target	count
  a	b	1
  [1]

What would tie too many is refused, and said.

  $ (printf 'id\tpartners\n'; printf 'big\t'; seq -s ';' 5000; printf 'small\t7;8\n') >big.tsv
  $ koop-graph project --of=partners big.tsv
  koop-graph: big.tsv:2: 'big' has 5000 items, which would make 12497500 edges; the limit is 1000 (--two-mode needs none of them, --max-partners allows more)
  source	target	count
  7	8	1
  [1]
  $ koop-graph project --of=partners --max-partners=5000 big.tsv | wc -l
  12497501
  $ koop-graph project --of=partners --max-partners=4999 big.tsv | wc -l
  koop-graph: big.tsv:2: 'big' has 5000 items, which would make 12497500 edges; the limit is 4999 (--two-mode needs none of them, --max-partners allows more)
  2
  $ koop-graph project lists.tsv
  koop-graph: project needs --of, the columns that say who took part (see 'koop-graph --help')
  [2]
  $ koop-graph project --of=partners --weight=hyperbolic lists.tsv
  koop-graph: unknown word 'hyperbolic' for option '--weight' (one of: count, newman, jaccard, overlap, pairs, inverse_size) (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --of=partner lists.tsv
  koop-graph: unknown column 'partner' (did you mean 'partners'?)
  [2]
  $ koop-graph nodes --by=activity lists.tsv
  koop-graph: --by needs --of, the columns that say who took part (see 'koop-graph --help')
  [2]

The same bytes for any order of the rows and any number of threads

  $ awk 'BEGIN { OFS = "\t"; srand(7); print "source", "target", "weight"
  >     for (i = 0; i < 400; i++) print "n" int(rand() * 120), "n" int(rand() * 120), int(1 + rand() * 90) / 10 }' >random.tsv
  $ (head -n 1 random.tsv; tail -n +2 random.tsv | sort -t '	' -k 3) >shuffled.tsv
  $ all=degree,strength,component,core,triangles,clustering,knn,eccentricity,articulation,pagerank,pagerank_w
  $ all=$all,betweenness,betweenness_inv,betweenness_dist,closeness,closeness_wf,harmonic,harmonic_norm
  $ koop-graph nodes -q -m $all --threads=1 random.tsv >one.out; koop-graph nodes -q -m $all --threads=7 shuffled.tsv >two.out
  [1]
  $ cmp one.out two.out
  $ koop-graph stats -q random.tsv >one.out; koop-graph stats -q shuffled.tsv >two.out; cmp one.out two.out
  $ koop-graph convert --to=graphml -q random.tsv >one.out; koop-graph convert --to=graphml -q shuffled.tsv >two.out; cmp one.out two.out

A long path does not use up the stack.

  $ awk 'BEGIN { print "source\ttarget"; for (i = 0; i < 200000; i++) print i "\t" i + 1 }' >path.tsv
  $ koop-graph stats -m nodes,bridges,articulation_points,components,max_core path.tsv
  measure	value
  nodes	200001
  bridges	200000
  articulation_points	199999
  components	1
  max_core	1
  $ koop-graph stats --directed -m strong_components path.tsv
  measure	value
  strong_components	200001

More shortest paths than can be counted: empty, not wrong.

  $ awk 'BEGIN { print "source\ttarget"; for (i = 0; i < 1200; i++) printf "j%d\tx%d\nj%d\ty%d\nx%d\tj%d\ny%d\tj%d\n", i, i, i, i, i, i + 1, i, i + 1 }' >ladder.tsv
  $ koop-graph nodes -m degree,betweenness ladder.tsv | awk -F '\t' '$1 ~ /^(id|j0|j600)$/'
  id	degree	betweenness
  j0	2	
  j600	4	

Files of other programs

  $ printf 'id\tlabel\tsize\n"A&B" <č>; Ђ\\\\\t"q"\\\\\\n&amp;\t3\nnode\t\t\n' >odd-nodes.tsv
  $ printf 'source\ttarget\tweight\n"A&B" <č>; Ђ\\\\\tnode\t1.5\n' >odd.tsv
  $ koop-graph convert --to=json --nodes=odd-nodes.tsv --keep='*' odd.tsv
  {"directed": false, "multigraph": false, "graph": {}, "nodes": [
  {"id": "\"A&B\" <č>; Ђ\\", "label": "\"q\"\\\n&amp;", "size": 3},
  {"id": "node"}], "links": [
  {"source": "\"A&B\" <č>; Ђ\\", "target": "node", "weight": 1.5}]}
  $ koop-graph convert --to=graphml --nodes=odd-nodes.tsv --keep='*' odd.tsv
  <?xml version="1.0" encoding="UTF-8"?>
  <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
    <key id="id" for="node" attr.name="name" attr.type="string"/>
    <key id="c0" for="node" attr.name="label" attr.type="string"/>
    <key id="c1" for="node" attr.name="size" attr.type="double"/>
    <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
    <graph id="G" edgedefault="undirected">
      <node id="n0"><data key="id">&quot;A&amp;B&quot; &lt;č&gt;; Ђ\</data><data key="c0">&quot;q&quot;\&#10;&amp;amp;</data><data key="c1">3</data></node>
      <node id="n1"><data key="id">node</data></node>
      <edge source="n0" target="n1"><data key="weight">1.5</data></edge>
    </graph>
  </graphml>
  $ koop-graph convert --to=dot --nodes=odd-nodes.tsv --keep='*' odd.tsv
  koop-graph: a backslash of '"A&B" <č>; Ђ\' is doubled: DOT cannot hold it
  koop-graph: a backslash of '"A&B" <č>; Ђ\' is doubled: DOT cannot hold it
  graph {
    charset="UTF-8";
    "\"A&B\" <č>; Ђ\\" ["label"="\"q\"\\\n&amp;amp;", "size"="3"];
    "node";
    "\"A&B\" <č>; Ђ\\" -- "node" [weight=1.5];
  }
  [1]
  $ printf 'source\ttarget\na\001b\tc\n' | koop-graph convert --to=graphml | grep -c 'key="id">ab<'
  koop-graph: a control character of 'a?b' is dropped: XML cannot hold it
  1
  $ koop-graph convert --to=gexf odd.tsv
  <?xml version="1.0" encoding="UTF-8"?>
  <gexf xmlns="http://gexf.net/1.3" version="1.3">
    <graph mode="static" defaultedgetype="undirected">
      <nodes>
        <node id="&quot;A&amp;B&quot; &lt;č&gt;; Ђ\" label="&quot;A&amp;B&quot; &lt;č&gt;; Ђ\"/>
        <node id="node" label="node"/>
      </nodes>
      <edges>
        <edge id="0" source="&quot;A&amp;B&quot; &lt;č&gt;; Ђ\" target="node" weight="1.5"/>
      </edges>
    </graph>
  </gexf>
  $ koop-graph convert --to=gml --nodes=odd-nodes.tsv odd.tsv
  graph [
    directed 0
    node [ id 0 name "&quot;A&amp;B&quot; <&#269;>; &#1026;\" label "&quot;q&quot;\&#10;&amp;amp;" size 3 ]
    node [ id 1 name "node" label "node" ]
    edge [ source 0 target 1 weight 1.5 ]
  ]
  $ koop-graph convert --to=mermaid --directed odd.tsv
  graph LR
    n0["#34;A#38;B#34; #60;č#62;#59; Ђ#92;"]
    n1["node"]
    n0 -->|"1.5"| n1
  $ printf 'source\ttarget\na\\nb"\tc\n' | koop-graph convert --to=pajek --directed
  koop-graph: a line feed of 'a?b"' becomes a blank: Pajek cannot hold it
  *Vertices 2
  1 "a b&#34;"
  2 "c"
  *Arcs
  1 2
  [1]
  $ koop-graph convert --to=dott odd.tsv
  koop-graph: unknown word 'dott' for option '--to' (did you mean 'dot'?) (see 'koop-graph --help')
  [2]

Numbers of GML are whole and small, or have a point; its keys are letters and digits, and no two are the same.

  $ printf 'id\tčl.1\t1\tx1\tname\na\t1e300\t-3\t4000000000\tA\n' >keys.tsv
  $ printf 'source\ttarget\n' | koop-graph convert --to=gml --nodes=keys.tsv
  graph [
    directed 0
    node [ id 0 name "a" label "A" xl1 1.0e300 x12 -3 x1 4000000000.0 ]
  ]

No edge of Cytoscape has the id of a node.

  $ tsv 'source target' 'ee0 e' | koop-graph convert --to=cytoscape | grep -o '"id": "[^"]*"'
  "id": "e"
  "id": "ee0"
  "id": "eee0"

The other columns of edges go along; edges of several rows have each value once. Self loops are there too.

  $ tsv 'source target weight kind id' 'a b 1 y 7' 'b a 2 x 8' 'a b 1 y ' 'c c 1 z 9' 'c b 1  ' >kinds.tsv
  $ koop-graph convert -q --to=json kinds.tsv
  {"directed": false, "multigraph": false, "graph": {}, "nodes": [
  {"id": "a"},
  {"id": "b"},
  {"id": "c"}], "links": [
  {"source": "a", "target": "b", "weight": 4, "kind": "x;y", "id_2": "7;8"},
  {"source": "b", "target": "c", "weight": 1},
  {"source": "c", "target": "c", "weight": 1, "kind": "z", "id_2": "9"}]}
  [1]
  $ (head -n 1 kinds.tsv; tail -n +2 kinds.tsv | sort -r) | koop-graph convert -q --to=json | cmp - <(koop-graph convert -q --to=json kinds.tsv)
  $ koop-graph convert -q --to=matrix kinds.tsv
  id	a	b	c
  a	0	4	0
  b	4	0	1
  c	0	1	1
  [1]
  $ tsv 'source target' 'a id' | koop-graph convert --to=matrix --directed
  id_	a	id
  a	0	1
  id	0	0

What a format cannot show is refused before anything is written.

  $ chain() { awk -v n="$1" 'BEGIN { print "source\ttarget"; for (i = 0; i < n; i++) print i "\t" i + 1 }'; }
  $ chain 500 | koop-graph convert --to=mermaid | wc -l
  1002
  $ chain 501 | koop-graph convert --to=mermaid
  koop-graph: 501 edges are too many for mermaid, which takes 500
  [2]
  $ chain 4094 | koop-graph convert --to=matrix | awk -F '\t' 'END { print NR, NF }'
  4096 4096
  $ chain 4095 | koop-graph convert --to=matrix
  koop-graph: 4096 nodes are too many for matrix, which takes 4095
  [2]

Time

A row holds for the days that its date may mean, or until the end that another column says; empty is still.

  $ tsv 'date until source target' '2012 2013-06 a b' '2013-05-04 2013-05-04 b c' '2014-02  c d' '2014-12-31 2015 d e' >dated.tsv
  $ koop-graph edges --bare --as-of=2012-07-01 dated.tsv | cut -f 1-2
  a	b
  $ koop-graph edges --bare --as-of=2013 --date-end=until dated.tsv | cut -f 1-2
  a	b
  b	c
  $ koop-graph edges --bare --as-of=2013 dated.tsv | cut -f 1-2
  b	c
  $ koop-graph edges --bare --from=2014-03 --date=date --date-end=until dated.tsv | cut -f 1-2
  c	d
  d	e
  $ koop-graph edges --bare --from=2013-06-30 --to=2014-12-30 --date-end=until dated.tsv | cut -f 1-2
  a	b
  c	d
  $ koop-graph convert --to=pajek --as-of=2014-12-31 --date-end=until dated.tsv | tail -n 2
  1 2
  2 3
  $ koop-graph stats --slice=year -m nodes,edges,loops dated.tsv
  slice	nodes	edges	loops
  2012	2	1	0
  2013	2	1	0
  2014	3	2	0
  $ koop-graph stats --slice=year --date-end=until -m nodes,edges dated.tsv
  slice	nodes	edges
  2012	2	1
  2013	3	2
  2014	3	2
  2015	3	2
  $ koop-graph stats --slice=year --cumulative -m edges --from=2013 --bare dated.tsv
  2013	1
  2014	3
  $ koop-graph stats --slice=quarter --date-end=until --from=2014 -m edges --bare dated.tsv
  2014-Q1	1
  2014-Q2	1
  2014-Q3	1
  2014-Q4	2
  2015-Q1	2
  2015-Q2	2
  2015-Q3	2
  2015-Q4	2
  $ koop-graph stats --slice=month --to=2012-03 -m edges --bare dated.tsv
  2012-01	1
  2012-02	1
  2012-03	1

Attributes are those of the whole; nodes are those of the slice.

  $ tsv 'id country' 'z ME' 'a RS' 'b RS' 'c HR' >people.tsv
  $ koop-graph stats --slice=year --nodes=people.tsv --attr=country -m nodes,internal,external,attr_missing dated.tsv
  slice	nodes	internal	external	attr_missing
  2012	2	1	0	0
  2013	2	0	1	0
  2014	3	0	0	2

Columns are the same for every slice, and when there is none; rows at no time are said.

  $ tsv 'date source target' ' a b' 'soon a b' '0000-00 a b' | koop-graph stats --slice=year -m nodes -v
  koop-graph: standard input:2: a row without a date is at no time
  koop-graph: standard input:3: 'soon' is not a date
  koop-graph: standard input:4: '0000-00' is not a date
  koop-graph: 3 rows read, 3 refused
  slice	nodes
  [1]
  $ tsv 'date until source target' '2014 2012 a b' | koop-graph edges --from=2010 --date-end=until --bare
  koop-graph: standard input:2: '2012' ends before it begins
  [1]
  $ tsv 'date source target' '-3000 a b' '2000 b c' | koop-graph stats --slice=year -m nodes
  koop-graph: 5001 slices of time are too many; the limit is 2400
  [2]
  $ tsv 'date source target' '-0001-03 a b' '0001 b c' | koop-graph stats --slice=quarter -m nodes --bare | head -n 3
  -0001-Q1	2
  -0001-Q2	0
  -0001-Q3	0
  $ koop-graph edges --as-of=soon dated.tsv
  koop-graph: --as-of 'soon' is not a date, or leaves no time (see 'koop-graph --help')
  [2]
  $ koop-graph edges --from=2014 --to=2012 dated.tsv
  koop-graph: --to '2012' is not a date, or leaves no time (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --date=date dated.tsv
  koop-graph: --date and --date-end need --as-of, --from, --to or --slice (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --slice=year dated.tsv
  slice	id	degree	strength	betweenness	closeness	harmonic	core	clustering	component	community
  2012	a	1	1	0	1	1	1		1	1
  2012	b	1	1	0	1	1	1		1	1
  2013	b	1	1	0	1	1	1		1	1
  2013	c	1	1	0	1	1	1		1	1
  2014	c	1	1	0	0.6666666666666666	1.5	1		1	1
  2014	d	2	2	1	1	2	1	0	1	1
  2014	e	1	1	0	0.6666666666666666	1.5	1		1	1
  $ koop-graph stats --cumulative dated.tsv
  koop-graph: --cumulative needs --slice (see 'koop-graph --help')
  [2]
  $ tsv 'source target' 'a b' | koop-graph edges --as-of=2012
  koop-graph: unknown column 'date'
  [2]

Are tied nodes alike: by degree, by a number, by a group and weight? A node without the attribute does not count.

  $ tsv 'id n kind' 'a 1 x' 'b 2 x' 'c 4 y' 'd  y' >alike.tsv
  $ tsv 'source target weight' 'a b 1' 'b c 2' 'a c 3' 'c d 9' >ties.tsv
  $ koop-graph stats --bare --nodes=alike.tsv --attr=n -m assortativity_degree,assortativity_numeric ties.tsv
  assortativity_degree	-0.7142857142857143
  assortativity_numeric	-0.5
  $ koop-graph stats --bare --directed --nodes=alike.tsv --attr=n -m assortativity_degree,assortativity_numeric ties.tsv
  assortativity_degree	0
  assortativity_numeric	0.5000000000000001
  $ koop-graph stats --bare --nodes=alike.tsv --attr=kind -m assortativity_nominal,assortativity_nominal_w ties.tsv
  assortativity_nominal	0
  assortativity_nominal_w	0.06832298136645976
  $ koop-graph stats --nodes=alike.tsv --attr=kind -m assortativity_numeric ties.tsv
  koop-graph: measure 'assortativity_numeric' needs an attribute whose values are all numbers (see 'koop-graph --help')
  [2]

Communities

Every seed finds the best that there is in the karate club, or almost, and the order of rows does not matter.

  $ cp "$TESTDIR"/cases/graph/karate-communities/input.tsv karate.tsv
  $ (head -n 1 karate.tsv; tail -n +2 karate.tsv | sort -t '	' -k 2 -r | awk -F '\t' '{ print $2 "\t" $1 "\t" $3 }') >turned.tsv
  $ for seed in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  >     koop-graph stats --bare --unweighted --restarts=1 --seed=$seed -m modularity karate.tsv
  >     koop-graph communities --seed=$seed karate.tsv >one.out; koop-graph communities --seed=$seed turned.tsv | cmp - one.out
  > done | awk '$2 < 0.41139 || $2 > 0.4197897'
  $ koop-graph communities --unweighted karate.tsv | cut -f 2 | sort | uniq -c | sed 's/^ *//'
  12 1
  11 2
  6 3
  5 4
  1 community

Each is connected, and of equal ones the one with the smallest id comes first.

  $ tsv 'source target' 'z y' 'a b' 'n n' 'q r' 'r s' 'q s' | koop-graph communities -q
  id	community
  a	2
  b	2
  n	4
  q	1
  r	1
  s	1
  y	3
  z	3
  [1]
  $ awk 'BEGIN { OFS = "\t"; srand(3); print "source", "target", "weight"
  >     for (i = 0; i < 900; i++) print "n" int(rand() * 400), "n" int(rand() * 400), int(1 + rand() * 9) }' >loose.tsv
  $ koop-graph communities -q --restarts=2 loose.tsv >found.tsv
  [1]
  $ awk -F '\t' 'NR == FNR { of[$1] = $2; next } FNR == 1 || of[$1] == of[$2]' found.tsv loose.tsv | koop-graph stats -q --bare --nodes=found.tsv -m components | cut -f 2 >parts
  $ cut -f 2 found.tsv | sort -n | tail -n 1 | cmp - parts

Strong ties hold together; arrows do not count; without edges everybody is alone.

  $ tsv 'source target weight' 'a b 9' 'b c 1' 'c d 9' 'd a 1' >square.tsv
  $ koop-graph communities --bare square.tsv | tr '\n' ' '
  a	1 b	1 c	2 d	2  (no-eol)
  $ koop-graph stats -m communities,modularity square.tsv
  measure	value
  communities	2
  modularity	0.4
  $ koop-graph communities --bare --directed square.tsv | cut -f 2 | tr -d '\n'
  1122 (no-eol)
  $ koop-graph stats --resolution=0.1 -m communities square.tsv --bare
  communities	1
  $ koop-graph stats --resolution=10 -m communities square.tsv --bare
  communities	4
  $ koop-graph stats -m communities,modularity --nodes=one.tsv none.tsv
  measure	value
  communities	1
  modularity	
  $ koop-graph communities --nodes=people.tsv --keep=country square.tsv
  id	country	community
  a	RS	1
  b	RS	1
  c	HR	2
  d		2
  z	ME	3
  $ koop-graph communities --resolution=0 square.tsv
  koop-graph: --resolution is above 0 and at most 1000, not '0' (see 'koop-graph --help')
  [2]
  $ koop-graph communities -m degree square.tsv
  koop-graph: --measures does not go with communities (see 'koop-graph --help')
  [2]
