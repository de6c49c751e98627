/*
 * block: where a network would fall apart. O(nodes + edges), no recursion (Hopcroft and Tarjan
 * 1973).
 *
 * An articulation point is a node, a bridge an edge, without which a component falls into more; a
 * block (biconnected component) is a largest part without an articulation point of its own. A
 * bridge is a block, a node without edges is none. The graph is undirected.
 */
#ifndef KOOP_GRAPH_BLOCK_H
#define KOOP_GRAPH_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "graph/graph.h"

struct blocks {
	bool *articulation; /* of nodes */
	bool *bridge;       /* of edges */
	size_t narticulation, nbridge, n;
};

void blocks_find(struct blocks *b, const struct graph *g);
void blocks_release(struct blocks *b);

#endif
