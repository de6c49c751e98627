#require: /usr/bin/python3
What koop-graph converts, read by networkx, or by Python's JSON where the program that reads the format runs in a
browser.

  $ cp "$TESTDIR"/cases/graph-formats/*.tsv .
  $ cat >read.py <<'END'
  > import csv, io, json, sys
  > import networkx as nx
  > kind, name = sys.argv[1:]
  > text = open(name, encoding="utf-8").read()
  > def named(g):
  >     return nx.relabel_nodes(g, {n: d.pop("name") for n, d in g.nodes(data=True)})
  > def gexf(text):
  >     # networkx knows GEXF up to 1.2
  >     old = text.replace("gexf.net/1.3", "www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
  >     return nx.read_gexf(io.BytesIO(old.encode()))
  > def blueprint(data):
  >     g = nx.Graph()
  >     for n in data["elements"]:
  >         g.add_node(n.pop("id"), **n)
  >     for e in data["connections"]:
  >         g.add_edge(e.pop("from"), e.pop("to"), **e)
  >     return g
  > def connections(text):
  >     g = nx.Graph()
  >     for r in csv.DictReader(io.StringIO(text)):
  >         g.add_edge(r.pop("From"), r.pop("To"), weight=float(r["Strength"]))
  >     return g
  > def elements(data):
  >     g = nx.Graph()
  >     for n in data["elements"]["nodes"]:
  >         g.add_node(n["data"].pop("id"), **n["data"])
  >     for e in data["elements"]["edges"]:
  >         e["data"].pop("id")
  >         g.add_edge(e["data"].pop("source"), e["data"].pop("target"), **e["data"])
  >     return g
  > def node_link(data):
  >     try:
  >         return nx.node_link_graph(data, edges="links")
  >     except TypeError: # before 3.4 nothing else was known
  >         return nx.node_link_graph(data)
  > def matrix(text):
  >     rows = [l.split("\t") for l in text.splitlines()]
  >     g = nx.Graph()
  >     for r in rows[1:]:
  >         for other, w in zip(rows[0][1:], r[1:]):
  >             if w != "0":
  >                 g.add_edge(r[0].replace("\\\\", "\\"), other.replace("\\\\", "\\"), weight=float(w))
  >     return g
  > g = {
  >     "graphml": lambda: named(nx.read_graphml(name)),
  >     "gexf": lambda: gexf(text),
  >     "gml": lambda: nx.parse_gml(text, label="name"),
  >     "pajek": lambda: nx.Graph(nx.parse_pajek(text.replace("&#34;", "\\\""))),
  >     "json": lambda: node_link(json.loads(text)),
  >     "cytoscape": lambda: elements(json.loads(text)),
  >     "gexf12": lambda: nx.read_gexf(name),
  >     "kumu_json": lambda: blueprint(json.loads(text)),
  >     "kumu": lambda: connections(text),
  >     "matrix": lambda: matrix(text),
  > }[kind]()
  > def shown(d):
  >     return [(k, int(v) if isinstance(v, float) and v == int(v) else v) for k, v in sorted(d.items())]
  > for n, d in sorted(g.nodes(data=True)):
  >     print(n, shown(d))
  > for a, b in sorted(map(sorted, g.edges())):
  >     print(a, b, shown(g[a][b]))
  > END
  $ for kind in graphml gexf gexf12 gml pajek json cytoscape kumu kumu_json matrix; do
  >     koop-graph convert --to=$kind --nodes=nodes.tsv input.tsv >graph.$kind
  >     /usr/bin/python3 read.py $kind graph.$kind >$kind.out
  > done
  $ cat json.out
  123 [('budget', 3), ('country', 'SI'), ('label', '07')]
  <lab> [('country', 'HR'), ('founded', '2013'), ('label', 'Kuća "Lab"')]
  a&b [('budget', 1200.5), ('country', 'RS'), ('founded', '2012-08'), ('label', 'Čaršija „Točka“')]
  back\slash [('budget', 1000), ('country', 'AL'), ('label', 'two\nlines')]
  node [('budget', -1), ('country', 'BA'), ('label', 'graph')]
  ЈАДРО [('budget', 0), ('country', 'MK'), ('founded', '2013-05-04'), ('label', 'ЈАДРО – асоцијација')]
  123 a&b [('kind', 'x=y;z'), ('weight', 10)]
  123 node [('weight', 1)]
  <lab> a&b [('kind', 'project; joint'), ('weight', 2)]
  <lab> ЈАДРО [('kind', 'a "quoted" kind'), ('weight', 0.5)]
  back\slash ЈАДРО [('kind', '<b>'), ('weight', 3)]

All that hold attributes say the same; GEXF numbers the edges, and in Kumu a weight is a strength.

  $ for kind in graphml gml cytoscape; do diff json.out $kind.out; done
  $ sed "s/('id', '[0-9]*'), //" gexf.out | diff json.out -
  $ diff gexf.out gexf12.out
  $ sed "s/('direction', 'undirected'), //; s/strength/weight/" kumu_json.out | diff json.out -

Pajek, the matrix and the sheet of connections have the names and weights; elements have a sheet of their own.

  $ sed -E "s/\('kind'.*\), \('weight/('weight/; s/ \[\('(budget|country).*//" json.out >bare.out
  $ sed "s/ \[('id'.*//" pajek.out | diff bare.out -
  $ sed "s/ \[\]//" matrix.out | diff bare.out -
  $ sed "s/ \[\]//" kumu.out | diff bare.out -
  $ koop-graph convert --to=kumu_elements --nodes=nodes.tsv input.tsv >elements.csv
  $ /usr/bin/python3 -c 'import csv; [print(r) for r in csv.reader(open("elements.csv"))]'
  ['Label', 'label_2', 'country', 'budget', 'founded']
  ['123', '07', 'SI', '3', '']
  ['<lab>', 'Kuća "Lab"', 'HR', '', '2013']
  ['a&b', 'Čaršija „Točka“', 'RS', '1200.5', '2012-08']
  ['back\\slash', 'two\nlines', 'AL', '1e3', '']
  ['node', 'graph', 'BA', '-1', '']
  ['ЈАДРО', 'ЈАДРО – асоцијација', 'MK', '0', '2013-05-04']

One name with every mark that a format gives a meaning, read back out of all of them.

  $ printf 'source\ttarget\tweight\n"A&B" <č>; Ђ\\\\\tnode\t1.5\nnode\t|#{}[]()-->\t2\n' >odd.tsv
  $ for kind in graphml gexf gexf12 gml json cytoscape kumu kumu_json matrix; do
  >     koop-graph convert --to=$kind odd.tsv >odd.$kind
  >     echo $kind $(/usr/bin/python3 read.py $kind odd.$kind | grep -c -e '^"A&B" <č>; Ђ. node.*1.5' -e '^node |#{}.*2)')
  > done
  graphml 2
  gexf 2
  gexf12 2
  gml 2
  json 2
  cytoscape 2
  kumu 2
  kumu_json 2
  matrix 2
  $ koop-graph convert --to=dot odd.tsv | dot -Tjson0 | /usr/bin/python3 -c 'import json, sys; d = json.load(sys.stdin); print([n["name"] for n in d["objects"]], [e["weight"] for e in d["edges"]])'
  koop-graph: a backslash of '"A&B" <č>; Ђ\' is doubled: DOT cannot hold it
  koop-graph: a backslash of '"A&B" <č>; Ђ\' is doubled: DOT cannot hold it
  ['"A&B" <č>; Ђ\\\\', 'node', '|#{}[]()-->'] ['1.5', '2']
  $ koop-graph convert --to=mermaid odd.tsv | /usr/bin/python3 -c '
  > import html, re, sys
  > for m in re.findall(r"\[\"(.*?)\"\]", sys.stdin.read()):
  >     print(html.unescape(re.sub(r"#(\d+);", r"&#\1;", m)))'
  "A&B" <č>; Ђ\
  node
  |#{}[]()-->

Times are read as times.

  $ printf 'source\ttarget\tdate\na\tb\t2012\nb\ta\t2014-03\nb\tc\t2013-05-01/..\nc\td\t\n' >dated.tsv
  $ koop-graph convert --to=gexf12 dated.tsv >dated.gexf12
  $ /usr/bin/python3 -c 'import networkx as nx; g = nx.read_gexf("dated.gexf12"); print(g.graph["mode"]); [print(a, b, d.get("start"), d.get("end"), d.get("spells")) for a, b, d in g.edges(data=True)]'
  dynamic
  a b None None [('2012-01-01', '2012-12-31'), ('2014-03-01', '2014-03-31')]
  b c 2013-05-01 None None
  c d None None None
  $ printf 'id\tdate\tpartners\n1\t2012\ta;b\n2\t2013\ta;b;c\n' >acts.tsv
  $ koop-graph convert --to=gexf12 --of=partners acts.tsv >acts.gexf12
  $ /usr/bin/python3 -c 'import networkx as nx; g = nx.read_gexf("acts.gexf12"); [print(a, b, d["weight"], d.get("start"), d.get("end")) for a, b, d in g.edges(data=True)]'
  a b 2.0 2012-01-01 2013-12-31
  a c 1.0 2013-01-01 2013-12-31
  b c 1.0 2013-01-01 2013-12-31
