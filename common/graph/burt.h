/*
 * burt: structural holes (Burt 1992). Is a node tied to people who are tied to each other anyway?
 *
 * With z the tie between two nodes (both ways added), p_ij = z_ij / sum_k z_ik over the whole
 * network and m_jq = z_jq / max_k z_jk: constraint      sum over neighbours j of (p_ij + sum_q p_iq
 * p_qj) ^ 2 effective size  sum over neighbours j of (1 - sum_q p_iq m_jq); without weights degree
 * - 2 t / degree for t ties between the neighbours (Borgatti 1997) Both are undefined (NaN) for
 * isolates. O(sum of the neighbours' degrees), memory two numbers a node.
 */
#ifndef KOOP_GRAPH_BURT_H
#define KOOP_GRAPH_BURT_H

#include <stdbool.h>

#include "graph/graph.h"

struct holes {
	double *constraint, *effective_size;
};

/* `flat` is undirected; where it was made of arcs and weights do not count, a tie is the number of
 * its arcs. */
void holes_find(struct holes *h, const struct graph *flat, bool weighted, bool arcs);
void holes_release(struct holes *h);

#endif
