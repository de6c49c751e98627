/*
 * component: which nodes hang together. O(nodes + edges), no recursion.
 *
 * Components are numbered 1, 2 … by falling size, those of equal size by their bytewise smallest
 * member.
 */
#ifndef KOOP_GRAPH_COMPONENT_H
#define KOOP_GRAPH_COMPONENT_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"

struct components {
	uint32_t *of; /* the number of each node's component */
	size_t *size; /* size[k] of component k, from 1 on */
	size_t n;
};

/* Arrows do not count (weak components). */
void components_find(struct components *c, const struct graph *g);

/* Along the arrows both ways (strong components); in an undirected graph the same as
 * components_find. */
void components_find_strong(struct components *c, const struct graph *g);

void components_release(struct components *c);

#endif
