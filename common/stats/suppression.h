/*
 * suppression: which further cells of a table must be hidden, so that none of the hidden ones can
 * be computed back from those that are shown.
 *
 * The numbers of a table with margins obey sums. In tables of one and two ways every cell lies in
 * two sums at most, once as a part and once as the total, or as a part of a row and of a column: so
 * the sums are the nodes of a network, the cells its arcs, and the table is a circulation. What a
 * reader knows leaves hidden cells to move along cycles of hidden cells only, each within its
 * bounds. How far one can fall or rise is a maximum flow, exact in whole numbers too (Gusfield, "A
 * graph theoretic approach to statistical data security", SIAM Journal on Computing 17(3), 1988;
 * the flow by Dinic's algorithm). What to hide besides is found by cheapest paths (Castro, "A
 * shortest-paths heuristic for statistical data protection in positive tables", INFORMS Journal on
 * Computing 19(4), 2007): good, not the best there is.
 *
 * Hiding more never narrows what another cell can be. The same cells in the same order give the
 * same result. A flow takes O(nodes^2 * hidden cells) at worst, a path O(cells * log(nodes)); but
 * in sums of thousands of cells a path goes through the cheapest of them only, unless none of these
 * leads to the end.
 */
#ifndef KOOP_STATS_SUPPRESSION_H
#define KOOP_STATS_SUPPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A distance without an end. All others together must stay below it. */
#define SUPPRESSION_FREE (INT64_MAX / 4)

enum way { WAY_FALL, WAY_RISE };

struct suppression_cell {
	uint32_t node[2]; /* it flows from the first to the second; the same: it lies in no sum */
	int64_t room[2];  /* how far it may fall and rise, as far as a reader knows, when hidden */
	int64_t cost;     /* of hiding it, above 0 */
	bool hidden;
	bool locked; /* must not be hidden, if it is not */
};

struct suppression {
	struct suppression_cell *cells; /* the caller's; settle before anything else */
	size_t ncells, nnodes;
	uint32_t *start, *at;   /* the cells at node k are at[start[k]] to at[start[k + 1] - 1] */
	uint32_t *first, *next; /* the hidden ones, as lists */
	int64_t *moved;         /* by cell, in the search going on */
	uint32_t *touched;
	bool *is_touched;
	size_t ntouched;
	struct suppression_node *nodes;
	uint64_t search; /* the number of the search going on */
	uint32_t *path, *heap;
	size_t nheap;
	struct suppression_queue **queues; /* by node: the cells of long sums, by cost */
	bool hasty; /* not all cells of long sums were looked at: there may be cheaper ones */
};

#define SUPPRESSION_NONE UINT32_MAX

/* At most 2^31 cells. */
void suppression_init(
	struct suppression *s, struct suppression_cell *cells, size_t ncells, size_t nnodes);

/* Hides a cell. */
void suppression_hide(struct suppression *s, uint32_t cell);

/*
 * How far a hidden cell can go as far as a reader can tell, up to `limit` (SUPPRESSION_FREE: as far
 * as it can).
 */
int64_t suppression_reach(struct suppression *s, uint32_t cell, enum way way, int64_t limit);

/* Hides the cell and what else it takes so that it can go that far; false when nothing helps. */
bool suppression_protect(struct suppression *s, uint32_t cell, enum way way, int64_t need);

/*
 * Hidden cells of which one tells the others: they get the same label, and only they. (Two edges
 * that together cut a graph lie on the same circuits: the label of each is the sum, bit by bit, of
 * random labels of circuits. Pritchard and Thurimella, "Fast computation of small cuts via cycle
 * space sampling", ACM Transactions on Algorithms 7(4), 2011.) Cells without room are taken as
 * known. Others get 0. O(nodes + cells).
 */
void suppression_labels(const struct suppression *s, uint64_t *labels);

void suppression_release(struct suppression *s);

#endif
