#require: Rscript
igraph, in R, reads what koop-graph converts: GML in UTF-8, GraphML and Pajek.

  $ Rscript -e 'suppressMessages(library(igraph))'
  $ printf 'source\ttarget\tweight\n<č>; Ђ (A)\tnode\t1.5\nnode\tc\\\\d\t2\nnode\tnode\t1\n' >odd.tsv
  $ for kind in graphml gml pajek; do koop-graph convert -q --gml-utf8 --to=$kind odd.tsv >odd.$kind; done
  [1]
  $ cat >read.R <<'END'
  > suppressMessages(library(igraph))
  > for (kind in c("graphml", "gml", "pajek")) {
  >     g <- read_graph(paste0("odd.", kind), format = kind)
  >     ids <- if (kind == "pajek") V(g)$id else V(g)$name
  >     cat(kind, vcount(g), ecount(g), is_directed(g), E(g)$weight, "\n")
  >     cat(ids, sep = "\n")
  > }
  > END
  $ Rscript read.R
  graphml 3 3 FALSE 1.5 2 1 
  <č>; Ђ (A)
  c\d
  node
  gml 3 3 FALSE 1.5 2 1 
  <č>; Ђ (A)
  c\d
  node
  pajek 3 3 FALSE 1.5 2 1 
  <č>; Ђ (A)
  c\d
  node
  $ koop-graph convert --to=pajek --directed odd.tsv -q >arcs.pajek
  [1]
  $ Rscript -e 'library(igraph, warn.conflicts = FALSE); g <- read_graph("arcs.pajek", format = "pajek"); cat(is_directed(g), ecount(g), "\n")'
  TRUE 3 
