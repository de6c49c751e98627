/*
 * change: what two networks have in common, such as those of two years. O(nodes + edges).
 */
#ifndef KOOP_GRAPH_CHANGE_H
#define KOOP_GRAPH_CHANGE_H

#include <stddef.h>

#include "graph/graph.h"

struct change {
	size_t nodes_before, edges_before; /* of the other network */
	size_t nodes_kept, edges_kept;     /* that both have, by id */
};

void change_find(struct change *change, const struct graph *before, const struct graph *now);

#endif
