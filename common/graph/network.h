/*
 * network: a graph with all that was read with it: attributes of nodes, who took part in what.
 */
#ifndef KOOP_GRAPH_NETWORK_H
#define KOOP_GRAPH_NETWORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/opts.h"
#include "graph/graph.h"
#include "graph/input.h"
#include "graph/keep.h"
#include "graph/measure.h"
#include "graph/project.h"

/* Where nodes and edges come from; strings are as on the command line, NULL where not given. */
struct network_source {
	struct edge_columns edges;
	struct node_columns nodes;
	const char *by, *of; /* of: edges come from lists of who took part */
	size_t max_partners;
	bool directed;
	bool attributes; /* of edges are wanted */
	struct when when;
	struct keep keep;
};

struct network {
	struct edgelist list;
	struct twomode two;
	struct node_table table;
	struct edge_table edges; /* where attributes are wanted */
	struct dated dated;
	struct graph graph;
	struct intern values; /* of the attribute */
	struct grouping groups;
	bool weighted; /* a column or a projection gave the weights */
	bool part;     /* a slice: the table of nodes is that of the whole */
	bool kept;     /* only a part of what took part in what is in the graph */
};

/*
 * Reads the operands from number 1 on. What is refused has been said; what cannot be read at all,
 * or lacks the columns named, ends the process. Sums are noted for -v.
 */
void network_read(
	struct network *net, const struct network_source *source, const struct opts *opts);

/* Only who took part in what (source->of), without the graph. */
void network_read_participations(
	struct network *net, const struct network_source *source, const struct opts *opts);

/*
 * Of a network that was read to be cut (source->when.unit), which has no graph of its own: how many
 * slices there are, the first in *first; and one of them, with the nodes that have a row in it and
 * the ids and attributes of the whole, which must outlive it.
 */
size_t network_slices(const struct network *whole, int *first);
void network_slice(struct network *slice, const struct network *whole,
	const struct network_source *source, int number);

/* What measures are computed from; they must not outlive the network. */
void network_measures(struct network *net, struct measures *m);

void network_release(struct network *net);

#endif
