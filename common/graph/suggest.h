/*
 * suggest: whom to work with next.
 *
 * A pair is suggested that has no tie but neighbours in common, where an attribute differs (such as
 * the country; both must be known) and lists have an item in common (such as the fields of work).
 * The score is that of Adamic and Adar (2003): the sum over common neighbours of 1 / ln(degree), so
 * that a neighbour whom everybody has says little. Arrows and weights do not count.
 *
 * O(sum of squared degrees), for one node the sum over its neighbours.
 */
#ifndef KOOP_GRAPH_SUGGEST_H
#define KOOP_GRAPH_SUGGEST_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"
#include "graph/nodetable.h"

struct suggest_rule {
	const struct node_table *table;
	long across, shared; /* columns that must differ, and share an item; COLUMN_NONE: any */
	size_t node;         /* only for this one; SIZE_MAX: for all */
	size_t top;          /* how many at most */
};

struct suggestion {
	uint32_t a, b; /* ids ascending, or a the node that was asked for */
	uint32_t common;
	double score;
};

/*
 * The best, by falling score, equal ones by their ids; their number in *n; to be freed. The graph
 * is undirected.
 */
struct suggestion *suggest_find(
	const struct graph *flat, const struct suggest_rule *rule, size_t *n);

/* Calls take for every common neighbour of two nodes, ascending. */
void common_neighbours(const struct graph *flat, uint32_t a, uint32_t b,
	void (*take)(void *sink, uint32_t node), void *sink);

#endif
