#require: python3
What koop-graph converts, read by networkx, or by Python's JSON where the program that reads the format runs in a
browser.

  $ cp "$TESTDIR"/cases/graph-formats/*.tsv .
  $ cat >read.py <<'END'
  > import io, json, sys
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
  > def elements(data):
  >     g = nx.Graph()
  >     for n in data["elements"]["nodes"]:
  >         g.add_node(n["data"].pop("id"), **n["data"])
  >     for e in data["elements"]["edges"]:
  >         e["data"].pop("id")
  >         g.add_edge(e["data"].pop("source"), e["data"].pop("target"), **e["data"])
  >     return g
  > def node_link(data):
  >     data["edges"] = data.pop("links")
  >     return nx.node_link_graph(data, edges="edges")
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
  >     "kumu": lambda: blueprint(json.loads(text)),
  >     "matrix": lambda: matrix(text),
  > }[kind]()
  > def shown(d):
  >     return [(k, int(v) if isinstance(v, float) and v == int(v) else v) for k, v in sorted(d.items())]
  > for n, d in sorted(g.nodes(data=True)):
  >     print(n, shown(d))
  > for a, b in sorted(map(sorted, g.edges())):
  >     print(a, b, shown(g[a][b]))
  > END
  $ for kind in graphml gexf gml pajek json cytoscape kumu matrix; do
  >     koop-graph convert --to=$kind --nodes=nodes.tsv input.tsv >graph.$kind
  >     python3 read.py $kind graph.$kind >$kind.out
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
  $ sed "s/('direction', 'undirected'), //; s/strength/weight/" kumu.out | diff json.out -

Pajek and the matrix have the names and weights.

  $ sed -E "s/\('kind'.*\), \('weight/('weight/; s/ \[\('(budget|country).*//" json.out >bare.out
  $ sed "s/ \[('id'.*//" pajek.out | diff bare.out -
  $ sed "s/ \[\]//" matrix.out | diff bare.out -
