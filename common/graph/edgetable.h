/*
 * edgetable: the other columns of the rows that edges came from.
 *
 * An edge of several rows has each of their values once, bytewise in order, joined as the items of
 * a list are, so that the order of rows does not matter.
 */
#ifndef KOOP_GRAPH_EDGETABLE_H
#define KOOP_GRAPH_EDGETABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "graph/graph.h"

/* Zeroed is empty. */
struct edge_table {
	struct arena arena;
	struct str *names;
	size_t ncolumns;
	/* Row after row as they were read, until edge_table_join; then edge after edge. */
	struct str *values;
	size_t n, cap; /* values */
	struct edge *ends;
	size_t rows, nodes; /* nodes: as many as the ends may name */
};

/* The next value of the row at hand. */
void edge_table_add(struct edge_table *table, struct str value);

/* Keeps the ends of the rows, in order, before the list is made a graph of. */
void edge_table_keep_ends(struct edge_table *table, const struct edgelist *list);

/* Makes rows of edges, for those that the graph has: edge e, then the self loop of node i at edges
 * + i. */
void edge_table_join(struct edge_table *table, const struct graph *g);

static inline struct str edge_table_value(const struct edge_table *table, size_t at, size_t column)
{
	return table->values[at * table->ncolumns + column];
}

void edge_table_release(struct edge_table *table);

#endif
