/*
 * network: a graph with all that was read with it: attributes of nodes, who took part in what,
 * when.
 *
 * A network that is to be cut, into slices of time or by relation, has no graph of its own; its
 * parts have, each with the nodes that have a row in it.
 */
#ifndef KOOP_GRAPH_NETWORK_H
#define KOOP_GRAPH_NETWORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/opts.h"
#include "graph/alias.h"
#include "graph/graph.h"
#include "graph/input.h"
#include "graph/keep.h"
#include "graph/measure.h"
#include "graph/multiplex.h"
#include "graph/nodetable.h"
#include "graph/place.h"
#include "graph/project.h"
#include "graph/spell.h"

/* Where nodes and edges come from; strings are as on the command line, NULL where not given. */
struct network_source {
	struct edge_columns edges;
	struct node_columns nodes;
	const char *by, *of; /* of: edges come from lists of who took part */
	bool two_mode;       /* both kinds of node are kept */
	size_t max_partners;
	bool directed;
	const char *aliases, *relation; /* a file; a column */
	bool multiplex;                 /* relations are parallel edges, not networks each */
	bool by_name;                   /* ends are names, told apart by their keys */
	bool attributes;                /* of edges are wanted */
	struct when when;
	struct keep keep;
};

struct network {
	struct edgelist list;
	struct twomode two;
	struct node_table table;
	struct edge_table edges; /* where attributes are wanted */
	struct facts facts;
	struct aliases aliases;
	struct places places;
	struct multiplex multiplex; /* where relations are parallel edges */
	struct spells spells;       /* where they are wanted, and the rows have dates */
	struct graph graph;
	struct intern values; /* of the attribute */
	struct grouping groups;
	bool dated;     /* spells were wanted, and there is a column of dates */
	bool weighted;  /* a column or a projection gave the weights */
	bool part;      /* the table of nodes is that of the whole */
	bool kept;      /* only a part of what took part in what is in the graph */
	bool two_mode;  /* nodes whose number is `items` or more are what is shared */
	uint32_t items; /* else UINT32_MAX */
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

/* The graph of the rows that the network has, and what follows from it; facts of the rows are used
 * up. */
void network_build(struct network *net, const struct network_source *source);

/* Where there is an attribute: the nodes by their value; groups are numbered bytewise. */
void network_group(struct network *net, const struct network_source *source);

/* Is it to be cut? (networkpart.c) */
bool network_cut(const struct network_source *source);

/* One of the parts: a slice of time, a relation, or what is of both. */
struct part {
	int slice;
	uint32_t relation; /* a number of facts.relations.names */
};

/*
 * The parts, relations bytewise, then slices in order: their number in *n; to be freed. The process
 * ends when there are more than SLICES_MAX slices.
 */
struct part *network_parts(
	const struct network *whole, const struct network_source *source, size_t *n);

/* One of them, with the ids and attributes of the whole, which must outlive it. */
void network_part(struct network *net, const struct network *whole,
	const struct network_source *source, struct part part);

/* What measures are computed from; they must not outlive the network. */
void network_measures(struct network *net, struct measures *m);

void network_release(struct network *net);

#endif
