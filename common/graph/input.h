/*
 * input: records to edges and to participations.
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

#endif
