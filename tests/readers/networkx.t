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
