#require: /usr/bin/python3
networkx reads what koop-graph converts, and counts the same nodes and ties.

  $ printf 'source\ttarget\tweight\nа "b"\tc & d\t2\nа "b"\t<e>\t1\nc & d\t<e>\t3\n' >ties
  $ koop-graph convert --to graphml ties >ties.graphml
  $ /usr/bin/python3 - <<'END'
  > import networkx
  > graph = networkx.read_graphml("ties.graphml")
  > print(len(graph), graph.number_of_edges(), sorted(dict(graph.nodes(data="name")).values()))
  > END
  3 3 ['<e>', 'c & d', 'а "b"']

Relations are parallel edges, with the ties of each; names with every mark come back from every format.

  $ printf 'source\ttarget\trelation\tweight\nb\ta\tfunds\t2\na\tb\tmember\t3\na\tb\tfunds\t1\nc\tc\tfunds\t1\n' >kinds
  $ for kind in graphml gml gexf12 json pajek; do koop-graph convert -q --relation --to $kind kinds >kinds.$kind; done
  [1]
  $ cat >kinds.py <<'END'
  > import json, networkx
  > read = {"graphml": networkx.read_graphml, "gml": networkx.read_gml, "gexf12": networkx.read_gexf, "pajek": networkx.read_pajek,
  >     "json": lambda path: networkx.node_link_graph(json.load(open(path)))}
  > for kind in sorted(read):
  >     graph = read[kind]("kinds." + kind)
  >     print(kind, graph.is_multigraph(), sorted((d.get("relation", d.get("l")), d["weight"]) for u, v, d in graph.edges(data=True)))
  > END
  $ /usr/bin/python3 kinds.py
  gexf12 True [('funds', 1.0), ('funds', 3.0), ('member', 3.0)]
  gml True [('funds', 1), ('funds', 3), ('member', 3)]
  graphml True [('funds', 1.0), ('funds', 3.0), ('member', 3.0)]
  json True [('funds', 1), ('funds', 3), ('member', 3)]
  pajek True [('funds', 1.0), ('funds', 3.0), ('member', 3.0)]
  $ printf 'source\ttarget\n"A&B" <č>; Ђ\\\\\tx]]>y\n&#65;\ta\\nb\n007\t%%s {}\n' >odd
  $ for kind in graphml gml gexf12 json; do koop-graph convert --to $kind odd >odd.$kind; done
  $ cat >odd.py <<'END'
  > import json, networkx
  > ids = {"graphml": networkx.get_node_attributes(networkx.read_graphml("odd.graphml"), "name").values(),
  >     "gml": map(str, networkx.read_gml("odd.gml", label="name")), "gexf12": networkx.read_gexf("odd.gexf12"),
  >     "json": networkx.node_link_graph(json.load(open("odd.json")))}
  > for kind in ids: print(kind, sorted(ids[kind]))
  > END
  $ /usr/bin/python3 odd.py | cut -d ' ' -f 2- | sort -u
  ['"A&B" <č>; Ђ\\', '%s {}', '&#65;', '007', 'a\nb', 'x]]>y']
