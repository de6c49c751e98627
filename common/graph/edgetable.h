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
#include "graph/place.h"

/* Zeroed is empty. */
struct edge_table {
	struct arena arena;
	struct str *names;
	size_t ncolumns;
	/* Row after row as they were read, until edge_table_join; then place after place
	 * (graph/place.h). */
	struct str *values;
	size_t n, cap; /* values */
};

/* The next value of the row at hand. */
void edge_table_add(struct edge_table *table, struct str value);

/* Makes rows of places, of which every row of the table has one. */
void edge_table_join(struct edge_table *table, const struct places *places);

static inline struct str edge_table_value(const struct edge_table *table, size_t at, size_t column)
{
	return table->values[at * table->ncolumns + column];
}

void edge_table_release(struct edge_table *table);

#endif
