/*
 * input: records to edges, to participations, and to the attributes of nodes.
 *
 * A row that cannot be an edge (an end missing, a weight that is no number or not above 0) is
 * refused: one line with file and line, counted, passed over. A missing weight is 1, and said.
 */
#ifndef KOOP_GRAPH_INPUT_H
#define KOOP_GRAPH_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "graph/alias.h"
#include "graph/edgetable.h"
#include "graph/graph.h"
#include "graph/project.h"
#include "graph/relation.h"
#include "graph/when.h"
#include "record/reader.h"

/* Which columns make an edge; NULL: found by the header. */
struct edge_columns {
	const char *source, *target, *weight;
	bool unweighted;
};

/* What is known of each row beside what it ties, in order. */
struct facts {
	struct dated dated;
	struct relations relations;
};

void facts_release(struct facts *facts);

/*
 * Reads the stream to its end as edges. `list` may already hold ids (of a node file). The ends are,
 * when not named, the columns source and target or the first pair in use elsewhere (from and to, a
 * and b …); the weight is the column weight where there is one. Ends the process when no columns
 * are found. Where `others` is not NULL it gets all other columns, row for row of the list; `facts`
 * says what time it is about, `aliases` which nodes the ends are.
 */
void edges_read(struct edgelist *list, struct reader *reader, const struct edge_columns *columns,
	struct edge_table *others, struct facts *facts, const struct aliases *aliases);

/*
 * Reads the stream as participations: `by` names the column that tells what is shared (rows with
 * the same value are one; NULL: id where there is such a column, else every row for itself), `of`
 * the list columns whose items take part.
 */
void participations_read(struct twomode *two, struct reader *reader, const char *by, const char *of,
	struct facts *facts, const struct aliases *aliases);

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
