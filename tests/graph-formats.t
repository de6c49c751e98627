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
