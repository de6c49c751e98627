/*
 * graphformat: a graph in the files of other programs.
 *
 * Nodes come in bytewise order of ids, edges sorted by their ends. Columns of the tables of nodes
 * and edges are attributes: a column is a number where all its values are. A weight is written when
 * the edges had one.
 *
 * dot: Graphviz. Every id and value is quoted; in a quoted id only \" is an escape, in a label \\
 * too.
 *
 * graphml: GraphML 1.0. Nodes are n0, n1 … and carry their id in the key "name", because XML ids
 * may not hold what ids hold; keys are typed; what is missing is left out; control characters,
 * which XML 1.0 cannot hold, are dropped and said.
 *
 * gexf: GEXF 1.3. Edges have start and end, or spells, where it is known when they held; nodes have
 * colours and sizes when asked for, which the published schema does not take. gexf12: the same in
 * the older version 1.2.
 *
 * gml: ASCII with numeric entities, as the format wants, or UTF-8, as some read it. Keys hold
 * letters and digits only.
 *
 * pajek: UTF-8; names and weights only, for the format has nowhere to put attributes.
 *
 * json: node-link, {"directed", "multigraph", "graph", "nodes", "links"}, as d3 and networkx read
 * it. cytoscape: {"elements": {"nodes", "edges"}}; ids are strings, edge ids are no node's id.
 *
 * kumu: the sheet of connections, as CSV; kumu_elements: that of elements; kumu_json: a blueprint
 * of both, {"elements", "connections"}.
 *
 * mermaid: a flow chart for web pages, with labels and weights. matrix: records, one row and one
 * column a node, 0 where there is no edge.
 *
 * Where relations are kept apart every edge has its own, as the attribute of that name, and two
 * nodes may have several edges; matrix has no place for them.
 */
#ifndef KOOP_OUTPUT_GRAPHFORMAT_H
#define KOOP_OUTPUT_GRAPHFORMAT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/out.h"
#include "graph/edgetable.h"
#include "graph/graph.h"
#include "graph/nodetable.h"
#include "graph/mixing.h"
#include "graph/multiplex.h"
#include "graph/spell.h"

/* The names of the formats, NULL-ended; a format is its place here. */
extern const char *const GRAPH_FORMAT_NAMES[];

/* What else may be in a file; NULL: nothing is known. */
struct graph_extra {
	const struct node_table *table;
	const struct edge_table *edges;
	const struct spells *spells;
	const struct multiplex *multiplex;
	const struct grouping *groups;
	bool viz, utf8; /* of gexf; of gml */
	uint32_t items; /* nodes whose number is not below are what the others share; UINT32_MAX:
	                   one kind of node */
};

/*
 * Only the kept columns of the table of nodes are written. False, and
 * nothing written, when the graph is larger than what reads the format takes; why has the reason.
 */
bool graph_format_write(struct out *out, size_t format, const struct graph *g,
	const struct graph_extra *extra, struct buf *why);

#endif
