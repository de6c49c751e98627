/*
 * agree: do two partitions of the same nodes say the same?
 *
 * nmi: mutual information, twice, as a share of the two entropies together (Danon and others 2005);
 * 1 when they are the same, 0 when one says nothing of the other. ari: the share of pairs that both
 * put together or apart, corrected for chance (Hubert and Arabie 1985); 1 when they are the same,
 * near 0 by chance. Two partitions that put all together, or all apart, are the same.
 */
#ifndef KOOP_GRAPH_AGREE_H
#define KOOP_GRAPH_AGREE_H

#include <stddef.h>
#include <stdint.h>

struct agreement {
	double nmi, ari; /* NaN when there are no nodes */
};

/* Nodes where either is INTERN_NONE are left out. O(n log n). */
void agreement_find(struct agreement *a, const uint32_t *x, const uint32_t *y, size_t n);

#endif
