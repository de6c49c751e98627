/*
 * triangle: how many triangles each node is part of. O(edges ^ 1.5) at worst, memory 4 bytes an
 * edge. The graph is undirected; weights do not count.
 */
#ifndef KOOP_GRAPH_TRIANGLE_H
#define KOOP_GRAPH_TRIANGLE_H

#include <stdint.h>

#include "graph/graph.h"

/* One number a node, to be freed by the caller. */
uint64_t *triangles_count(const struct graph *g);

#endif
