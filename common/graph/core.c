#include <stdlib.h>

#include "base/mem.h"
#include "graph/core.h"

/* Nodes in order of what is left of their degree; bin[d] is where degree d begins. */
struct bins {
	uint32_t *node, *place;
	size_t *bin;
};

static void fill_bins(struct bins *b, const uint32_t *degree, size_t nodes, size_t largest)
{
	b->bin = mem_zero(largest + 2, sizeof *b->bin);
	for (size_t i = 0; i < nodes; i++)
		b->bin[degree[i] + 1]++;
	for (size_t d = 0; d <= largest; d++)
		b->bin[d + 1] += b->bin[d];
	for (size_t i = 0; i < nodes; i++) {
		b->place[i] = (uint32_t)b->bin[degree[i]]++;
		b->node[b->place[i]] = (uint32_t)i;
	}
	for (size_t d = largest + 1; d > 0; d--)
		b->bin[d] = b->bin[d - 1];
	b->bin[0] = 0;
}

/* One neighbour of `node` is gone: it changes places with the first of its bin, which then begins
 * later. */
static void lower(struct bins *b, uint32_t *degree, uint32_t node)
{
	size_t *bin = &b->bin[degree[node]];
	uint32_t first = b->node[*bin], place = b->place[node];
	b->node[place] = first;
	b->place[first] = place;
	b->node[*bin] = node;
	b->place[node] = (uint32_t)*bin;
	++*bin;
	degree[node]--;
}

uint32_t *cores_find(const struct graph *g)
{
	uint32_t *degree = mem_resize(NULL, g->nodes + 1, sizeof *degree);
	struct bins b = {.node = mem_resize(NULL, g->nodes + 1, sizeof *b.node),
		.place = mem_resize(NULL, g->nodes + 1, sizeof *b.place)};
	size_t largest = 0;
	for (size_t i = 0; i < g->nodes; i++) {
		degree[i] = (uint32_t)graph_degree(g, i);
		if (degree[i] > largest)
			largest = degree[i];
	}
	fill_bins(&b, degree, g->nodes, largest);
	for (size_t i = 0; i < g->nodes; i++) {
		uint32_t node = b.node[i];
		for (size_t k = g->start[node]; k < g->start[node + 1]; k++)
			if (degree[g->to[k]] > degree[node])
				lower(&b, degree, g->to[k]);
	}
	free(b.node);
	free(b.place);
	free(b.bin);
	return degree;
}
