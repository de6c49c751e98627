#require: gvpr gml2gv xmllint
What koop-graph converts, read back by Graphviz and xmllint: ids with every mark that a format gives a meaning.

  $ cp "$TESTDIR"/cases/graph-formats/*.tsv .
  $ cut -f 1 nodes.tsv | tail -n +2 | LC_ALL=C sort >ids
  $ cat ids
  123
  <lab>
  a&b
  back\\slash
  node
  ЈАДРО

Graphviz gives back every id, label and weight.

  $ koop-graph convert --to=dot --nodes=nodes.tsv --keep='*' input.tsv >graph.dot
  $ gvpr 'N { print($.name) }' graph.dot | sed 's/\\/\\\\/g' | LC_ALL=C sort | cmp - ids
  $ gvpr 'N { printf("%s: %s, %s, %s\n", $.name, $.label, $.budget, $.founded) }' graph.dot
  123: 07, 3, 
  <lab>: Kuća "Lab", , 2013
  a&b: Čaršija „Točka“, 1200.5, 2012-08
  back\slash: two\nlines, 1e3, 
  node: graph, -1, 
  ЈАДРО: ЈАДРО – асоцијација, 0, 2013-05-04
  $ gvpr 'E { printf("%s | %s | %s\n", $.tail.name, $.head.name, $.weight) }' graph.dot
  123 | a&b | 10
  123 | node | 1
  <lab> | a&b | 2
  <lab> | ЈАДРО | 0.5
  back\slash | ЈАДРО | 3
  $ koop-graph convert --to=dot --directed input.tsv | gvpr 'BEG_G { print($.directed ? "directed" : "not") } E { printf("%s > %s\n", $.tail.name, $.head.name) }' | LC_ALL=C sort | tail -n 3
  directed
  node > 123
  ЈАДРО > back\slash

XML is well formed and gives them back too.

  $ koop-graph convert --to=graphml --nodes=nodes.tsv --keep='*' input.tsv >graph.graphml
  $ texts() { xmllint --xpath "//*[local-name() = \"node\"]/*[@key = \"$1\"]/text()" graph.graphml; }
  $ texts id
  123
  &lt;lab&gt;
  a&amp;b
  back\slash
  node
  ЈАДРО
  $ texts c0
  07
  Kuća "Lab"
  Čaršija „Točka“
  two
  lines
  graph
  ЈАДРО – асоцијација
  $ xmllint --xpath 'string(//*[@id = "c2"]/@attr.type)' graph.graphml
  double
  $ xmllint --xpath 'count(//*[local-name() = "node"][@id = "n4"]/*)' graph.graphml
  4
  $ xmllint --xpath 'string(//*[local-name() = "node"][@id = "n0"]/*[@key = "c3"])' graph.graphml
  

GEXF has ids and labels in attributes; GML is what Graphviz reads as such.

  $ koop-graph convert --to=gexf --nodes=nodes.tsv input.tsv >graph.gexf
  $ xmllint --xpath '//*[local-name() = "node"][@id = "a&b"]/@label' graph.gexf
   label="Čaršija „Točka“"
  $ xmllint --xpath 'string(//*[local-name() = "edge"][@target = "node"]/@weight)' graph.gexf
  1
  $ xmllint --xpath 'count(//*[local-name() = "edge"]//*[@for = "0"])' graph.gexf
  4
  $ koop-graph convert --to=gml --nodes=nodes.tsv input.tsv | gml2gv | gvpr 'N { print($.country) } E { printf("%s %s\n", $.weight, $.kind) }' | LC_ALL=C sort
  0.5 a &quot;quoted&quot; kind
  1 
  10 x=y;z
  2 project; joint
  3 <b>
  AL
  BA
  HR
  MK
  RS
  SI

An attribute that Graphviz would take as its own, and that may name a file to read, gets another name.

  $ printf 'id\timage\tURL\na\t/etc/passwd\tjavascript:x\n' >own.tsv
  $ printf 'source\ttarget\n' | koop-graph convert --to=dot --nodes=own.tsv --keep='*'
  graph {
    charset="UTF-8";
    "a" ["_image"="/etc/passwd", "_URL"="javascript:x"];
  }
  $ printf 'source\ttarget\theadURL\tlabelhref\na\tb\tjavascript:x\ty\n' | koop-graph convert | grep -- --
    "a" -- "b" ["_headURL"="javascript:x", "_labelhref"="y"];

The same ids whatever backslashes and quotes they hold, but for one backslash before a quote or the end.

  $ printf 'source\ttarget\na\\\\"\ta\\\\\\\\\n\\\\\\\\"x\t"\n' | koop-graph convert --to=dot 2>said | gvpr 'N { print($.name) }'
  "
  \\"x
  a\\"
  a\\
  $ cat said
  koop-graph: a backslash of 'a\"' is doubled: DOT cannot hold it
  koop-graph: a backslash of 'a\"' is doubled: DOT cannot hold it

Times of edges, colours and sizes, and GML in UTF-8, when asked for.

  $ printf 'source\ttarget\tdate\na\tb\t2012\nb\ta\t2014-03\nb\tc\t2013-05-01/..\nc\td\t\n' >dated.tsv
  $ koop-graph convert --to=gexf dated.tsv | grep -e '<graph' -e '<edge '
    <graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
        <edge id="0" source="a" target="b" weight="2"><attvalues><attvalue for="0" value="2012;2014-03"/></attvalues><spells><spell start="2012-01-01" end="2012-12-31"/><spell start="2014-03-01" end="2014-03-31"/></spells></edge>
        <edge id="1" source="b" target="c" weight="1" start="2013-05-01"><attvalues><attvalue for="0" value="2013-05-01/.."/></attvalues></edge>
        <edge id="2" source="c" target="d" weight="1"><attvalues></attvalues></edge>
  $ koop-graph convert --to=gexf12 --from=2014 dated.tsv | grep -e '<gexf' -e '<edge '
  koop-graph: dated.tsv:5: a row without a date is at no time
  <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
        <edge id="0" source="a" target="b" start="2014-03-01" end="2014-03-31"><attvalues><attvalue for="0" value="2014-03"/></attvalues></edge>
        <edge id="1" source="b" target="c" start="2013-05-01"><attvalues><attvalue for="0" value="2013-05-01/.."/></attvalues></edge>
  $ printf 'id\tcountry\na\tRS\nb\tHR\n' >who.tsv
  $ koop-graph convert --to=gexf --viz --nodes=who.tsv --attr=country dated.tsv | grep -e '<gexf' -e '<node '
  <gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
        <node id="a" label="a"><attvalues><attvalue for="0" value="RS"/></attvalues><viz:color r="230" g="159" b="0"/><viz:size value="6"/></node>
        <node id="b" label="b"><attvalues><attvalue for="0" value="HR"/></attvalues><viz:color r="0" g="114" b="178"/><viz:size value="6.8"/></node>
        <node id="c" label="c"><attvalues></attvalues><viz:color r="153" g="153" b="153"/><viz:size value="6.8"/></node>
        <node id="d" label="d"><attvalues></attvalues><viz:color r="153" g="153" b="153"/><viz:size value="6"/></node>
  $ printf 'source\ttarget\nč\t"x"\n' | koop-graph convert --to=gml --gml-utf8
  graph [
    directed 0
    node [ id 0 name "&quot;x&quot;" label "&quot;x&quot;" ]
    node [ id 1 name "č" label "č" ]
    edge [ source 0 target 1 ]
  ]
  $ printf 'id\tpartners\n1\ta;b\n' | koop-graph convert --two-mode --of=partners --to=json
  {"directed": false, "multigraph": false, "graph": {}, "nodes": [
  {"id": "1", "mode": "by"},
  {"id": "a", "mode": "of"},
  {"id": "b", "mode": "of"}], "links": [
  {"source": "1", "target": "a"},
  {"source": "1", "target": "b"}]}
  $ koop-graph edges --viz dated.tsv
  koop-graph: --viz does not go with edges (see 'koop-graph --help')
  [2]
  $ printf 'source\ttarget\trelation\nx,y\t"z"\ta;b\n' | koop-graph convert --to=kumu
  From,To,Direction,Strength,Type
  """z""","x,y",undirected,1,a|b
  $ koop-graph convert --to=kumu_elements --nodes=who.tsv dated.tsv
  Label,country
  a,RS
  b,HR
  c,
  d,

Relations kept apart are edges of their own, each with its weight, times and attributes; so are self loops.

  $ printf 'source\ttarget\trelation\tweight\tdate\tby\nb\ta\tfunds\t0.1\t2012\tx\na\tb\tmember\t3\t2013\ty\na\tb\tfunds\t0.2\t2015\tz\nc\tc\tfunds\t1\t\t\na\tc\t\t2\t2015\t\nc\tc\t"m&"\t1\t\t\n' >kinds.tsv
  $ koop-graph convert -q --relation --to=json kinds.tsv
  {"directed": false, "multigraph": true, "graph": {}, "nodes": [
  {"id": "a"},
  {"id": "b"},
  {"id": "c"}], "links": [
  {"source": "a", "target": "b", "weight": 0.30000000000000004, "relation": "funds", "date": "2012;2015", "by": "x;z"},
  {"source": "a", "target": "b", "weight": 3, "relation": "member", "date": "2013", "by": "y"},
  {"source": "a", "target": "c", "weight": 2, "date": "2015"},
  {"source": "c", "target": "c", "weight": 1, "relation": "\"m&\""},
  {"source": "c", "target": "c", "weight": 1, "relation": "funds"}]}
  [1]
  $ (head -n 1 kinds.tsv; tail -n +2 kinds.tsv | sort -r) | koop-graph convert -q --relation --to=json | cksum >other
  $ koop-graph convert -q --relation --to=json kinds.tsv | cksum | cmp - other
  $ koop-graph convert -q --directed --relation --to=dot kinds.tsv | gvpr 'E { printf("%s > %s: %s %s\n", $.tail.name, $.head.name, $.relation, $.weight) }' | LC_ALL=C sort
  a > b: funds 0.2
  a > b: member 3
  a > c:  2
  b > a: funds 0.1
  c > c: "m&" 1
  c > c: funds 1
  $ koop-graph convert -q --relation --to=gexf kinds.tsv | grep '<edge ' | cut -d '>' -f 1
        <edge id="0" source="a" target="b" kind="funds" weight="0.30000000000000004"
        <edge id="1" source="a" target="b" kind="member" weight="3" start="2013-01-01" end="2013-12-31"
        <edge id="2" source="a" target="c" weight="2" start="2015-01-01" end="2015-12-31"
        <edge id="3" source="c" target="c" kind="&quot;m&amp;&quot;" weight="1"
        <edge id="4" source="c" target="c" kind="funds" weight="1"
  $ koop-graph convert -q --relation --to=gexf kinds.tsv | grep -o '<spell start[^/]*'
  <spell start="2012-01-01" end="2012-12-31"
  <spell start="2015-01-01" end="2015-12-31"
  $ koop-graph convert -q --relation --to=graphml kinds.tsv | xmllint --xpath 'count(//*[local-name() = "edge"])' -
  5
  $ koop-graph convert -q --relation --to=gml kinds.tsv | gml2gv | gvpr 'E { print($.relation) }' | LC_ALL=C sort
  
  &quot;m&amp;&quot;
  funds
  funds
  member
  $ koop-graph convert -q --relation --to=pajek --ego=b kinds.tsv
  *Vertices 2
  1 "a"
  2 "b"
  *Edges
  1 2 0.30000000000000004 l "funds"
  1 2 3 l "member"
  [1]
  $ koop-graph convert -q --relation --to=mermaid --ego=b kinds.tsv | tail -n 2
    n0 ---|"funds, 0.30000000000000004"| n1
    n0 ---|"member, 3"| n1
  $ koop-graph convert -q --relation=by --to=kumu --ego=b kinds.tsv
  From,To,Direction,Strength,Type,date,by
  a,b,undirected,0.1,funds,2012,x
  a,b,undirected,3,member,2013,y
  a,b,undirected,0.2,funds,2015,z
  [1]
  $ koop-graph convert -q --relation --to=matrix kinds.tsv
  koop-graph: a matrix holds one relation: filter the records of it, or leave out --relation
  [2]

Who took part in what, and as what; what is projected has no relation left.

  $ printf 'id\tpartners\trole\n1\ta;b\tlead\n1\tb;c\tpartner\n1\tb\tpartner\n' >roles.tsv
  $ koop-graph convert --two-mode --of=partners --relation=role --to=json roles.tsv | tail -n 4
  {"source": "1", "target": "a", "relation": "lead"},
  {"source": "1", "target": "b", "relation": "lead"},
  {"source": "1", "target": "b", "relation": "partner"},
  {"source": "1", "target": "c", "relation": "partner"}]}
  $ koop-graph convert --of=partners --relation=role --to=json roles.tsv
  koop-graph: --relation does not go with convert of what is projected; --two-mode keeps relations apart (see 'koop-graph --help')
  [2]
