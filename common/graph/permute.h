/*
 * permute: would ties be like that if the attribute did not matter?
 *
 * The attribute is dealt out again by chance over the nodes that have it, the network left as it
 * is. The mean and standard deviation of the edges inside groups, and so of the E-I index, are
 * exact (join counts under non-free sampling: Moran 1948, Cliff and Ord 1981). The probabilities
 * are counted in rounds: (1 + rounds at least as extreme) / (1 + rounds), so they are never 0
 * (North, Curtis and Sham 2002). Same seed, same numbers.
 */
#ifndef KOOP_GRAPH_PERMUTE_H
#define KOOP_GRAPH_PERMUTE_H

#include "graph/graph.h"
#include "graph/mixing.h"

/* How likely a value as low, or as high, is by chance. */
struct chances {
	double low, high;
};

struct permutation {
	double mean, sd; /* of the E-I index, exact */
	/* NaN without rounds: */
	struct chances ei, assortativity;
	double assortativity_mean, assortativity_sd; /* over the rounds */
};

void permutation_find(struct permutation *p, const struct graph *g, const struct grouping *groups,
	size_t rounds, uint32_t seed);

/* The same for the edges of each cell of a mixing table. More than PERMUTED_GROUPS_MAX groups are
 * too many. */
enum { PERMUTED_GROUPS_MAX = 2000 };
void permutation_cells(struct chances *of, const struct mixing_cell *cells, size_t n,
	const struct graph *g, const struct grouping *groups, size_t rounds, uint32_t seed);

#endif
