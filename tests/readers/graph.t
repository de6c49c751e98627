#require: python3
What koop-graph converts, read by networkx.

  $ cp "$TESTDIR"/cases/graph-formats/*.tsv .
  $ cat >read.py <<'END'
  > import json, sys
  > import networkx as nx
  > kind, name = sys.argv[1:]
  > if kind == "graphml":
  >     g = nx.read_graphml(name)
  >     g = nx.relabel_nodes(g, {n: d.pop("name") for n, d in g.nodes(data=True)})
  > else:
  >     data = json.load(open(name, encoding="utf-8"))
  >     data["edges"] = data.pop("links")
  >     g = nx.node_link_graph(data, edges="edges")
  > for n, d in sorted(g.nodes(data=True)):
  >     print(n, sorted(d.items()))
  > for a, b in sorted(map(sorted, g.edges())):
  >     print(a, b, g[a][b])
  > END
  $ for kind in graphml json; do
  >     koop-graph convert --to=$kind --nodes=nodes.tsv --keep='*' input.tsv >graph.$kind
  >     python3 read.py $kind graph.$kind >$kind.out
  > done
  $ cat json.out
  123 [('budget', 3), ('country', 'SI'), ('label', '07')]
  <lab> [('country', 'HR'), ('founded', '2013'), ('label', 'Kuća "Lab"')]
  a&b [('budget', 1200.5), ('country', 'RS'), ('founded', '2012-08'), ('label', 'Čaršija „Točka“')]
  back\slash [('budget', 1000), ('country', 'AL'), ('label', 'two\nlines')]
  node [('budget', -1), ('country', 'BA'), ('label', 'graph')]
  ЈАДРО [('budget', 0), ('country', 'MK'), ('founded', '2013-05-04'), ('label', 'ЈАДРО – асоцијација')]
  123 a&b {'weight': 10}
  123 node {'weight': 1}
  <lab> a&b {'weight': 2}
  <lab> ЈАДРО {'weight': 0.5}
  back\slash ЈАДРО {'weight': 3}

GraphML says the same, in floating point.

  $ sed -E "s/([0-9])\.0([,)}])/\1\2/g" graphml.out | diff - json.out
