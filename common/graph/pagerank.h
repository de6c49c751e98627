/*
 * pagerank: Brin and Page (1998), by the method of Gauss and Seidel until the change is below 1e-12
 * of all.
 *
 * A walker follows an edge (along its arrow, by weight where that counts) with probability 0.85 and
 * jumps to any node else; from a node without a way out it always jumps. The values sum to 1.
 */
#ifndef KOOP_GRAPH_PAGERANK_H
#define KOOP_GRAPH_PAGERANK_H

#include <stdbool.h>

#include "graph/graph.h"

/* One value a node, to be freed by the caller. */
double *pagerank_find(const struct graph *g, bool weighted);

#endif
