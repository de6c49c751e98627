/*
 * graphformat: a graph in the files of other programs.
 *
 *   dot      Graphviz. Every id and value is quoted; in a quoted id only \" is an escape, in a
 * label \\ too. graphml  GraphML 1.0. Nodes are n0, n1 … and carry their id in the key "name",
 * because XML ids may not hold what ids hold; keys are typed; what is missing is left out; control
 * characters, which XML 1.0 cannot hold, are dropped and said. json     node-link: {"directed",
 * "multigraph", "graph", "nodes", "links"}, as d3 and networkx read it.
 *
 * Nodes come in bytewise order of ids, edges sorted by their ends, columns of the node table as
 * attributes: a column is a number where all its values are. A weight is written when the edges had
 * one.
 */
#ifndef KOOP_OUTPUT_GRAPHFORMAT_H
#define KOOP_OUTPUT_GRAPHFORMAT_H

#include "base/out.h"
#include "graph/graph.h"
#include "graph/input.h"

enum graph_format { GRAPH_DOT, GRAPH_GRAPHML, GRAPH_JSON };

/* Their names, in this order, NULL-ended. */
extern const char *const GRAPH_FORMAT_NAMES[];

/* Only the kept columns of the table are written. */
void graph_format_write(struct out *out, enum graph_format format, const struct graph *g,
	const struct node_table *table);

#endif
