/*
 * ranks: the values of axes sorted by their bytes, and groups sorted by their values.
 */
#ifndef KOOP_STATS_RANKS_H
#define KOOP_STATS_RANKS_H

#include "stats/accumulate.h"

/* The codes of an axis in the order of their texts, and where each code is among them. */
struct ranks {
	uint32_t *code; /* by rank */
	uint32_t *rank; /* by code */
	size_t n;
};

void ranks_make(struct ranks *o, const struct axis *a, struct arena *arena);

/*
 * The groups of a table, each as one code for each axis, sorted by their texts; ranks[k] is that of
 * axis k. The caller frees them. O(n log n).
 */
uint32_t *groups_seen(const struct cells *t, const struct ranks *const *ranks, size_t *n);

/* Every combination of the values of `naxes` axes, sorted; NULL when there are more than `most`. */
uint32_t *groups_all(const struct ranks *const *ranks, size_t naxes, size_t most, size_t *n);

#endif
