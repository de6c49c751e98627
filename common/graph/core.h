/*
 * core: k-core numbers (Seidman 1983) by the bin-sort method of Batagelj and Zaveršnik (2003).
 * O(edges).
 *
 * The core number of a node is the largest k such that it belongs to a set of nodes each of which
 * has at least k neighbours in the set. Weights do not count. The graph is undirected.
 */
#ifndef KOOP_GRAPH_CORE_H
#define KOOP_GRAPH_CORE_H

#include <stdint.h>

#include "graph/graph.h"

/* One number a node, to be freed by the caller. */
uint32_t *cores_find(const struct graph *g);

#endif
