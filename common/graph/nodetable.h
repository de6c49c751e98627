/*
 * nodetable: the attributes of nodes, out of a record file with a row for each.
 */
#ifndef KOOP_GRAPH_NODETABLE_H
#define KOOP_GRAPH_NODETABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "graph/alias.h"

/* A table of nodes: row i describes the node with number i of the edge list's ids. Zeroed is empty.
 */
struct node_table {
	struct arena arena;
	struct str *names; /* of its columns */
	size_t ncolumns;
	size_t kept;        /* the first `kept` columns go to the output */
	struct str *values; /* row after row */
	size_t rows, cap;
};

/* Which file and columns; `id` NULL is the column id, `keep` NULL none, "*" all but the id. */
struct node_columns {
	const char *file, *id, *keep, *attr;
};

/*
 * Reads a file of nodes into ids, which must be empty. Rows without an id, and those whose id was
 * there before, are refused and said. Where aliases go by key, they learn the names of the nodes.
 */
void nodes_read(struct node_table *table, struct intern *ids, const struct node_columns *spec,
	struct aliases *aliases);

/* The position of a column, or COLUMN_NONE. */
long node_table_find(const struct node_table *table, const char *name);

/* The value of a node, empty where the file does not have it. */
static inline struct str node_table_value(
	const struct node_table *table, uint32_t number, size_t column)
{
	return number < table->rows ? table->values[number * table->ncolumns + column]
	                            : (struct str){0};
}

void node_table_release(struct node_table *table);

#endif
