#include <stdlib.h>

#include "base/mem.h"
#include "graph/triangle.h"

/*
 * Every edge points from the end of smaller degree to the other (ties: by number), so that no node
 * has more than sqrt(2 * edges) arcs, and every triangle is met once, at its smallest node.
 */
struct arcs {
	size_t *start;
	uint32_t *to;
};

static bool points(const struct graph *g, uint32_t a, uint32_t b)
{
	size_t x = graph_degree(g, a), y = graph_degree(g, b);
	return x < y || (x == y && a < b);
}

static void direct_edges(struct arcs *arcs, const struct graph *g)
{
	size_t n = 0;
	arcs->start = mem_resize(NULL, g->nodes + 1, sizeof *arcs->start);
	arcs->to = mem_resize(NULL, g->edges + 1, sizeof *arcs->to);
	for (uint32_t i = 0; i < g->nodes; i++) {
		arcs->start[i] = n;
		for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
			if (points(g, i, g->to[k]))
				arcs->to[n++] = g->to[k];
	}
	arcs->start[g->nodes] = n;
}

/* The triangles whose smallest node is a; its arcs are marked. */
static void count_from(const struct arcs *arcs, uint32_t a, const bool *marked, uint64_t *triangles)
{
	for (size_t i = arcs->start[a]; i < arcs->start[a + 1]; i++) {
		uint32_t b = arcs->to[i];
		for (size_t k = arcs->start[b]; k < arcs->start[b + 1]; k++) {
			uint32_t c = arcs->to[k];
			if (!marked[c])
				continue;
			triangles[a]++;
			triangles[b]++;
			triangles[c]++;
		}
	}
}

uint64_t *triangles_count(const struct graph *g)
{
	struct arcs arcs;
	bool *marked = mem_zero(g->nodes + 1, sizeof *marked);
	uint64_t *triangles = mem_zero(g->nodes + 1, sizeof *triangles);
	direct_edges(&arcs, g);
	for (uint32_t a = 0; a < g->nodes; a++) {
		for (size_t i = arcs.start[a]; i < arcs.start[a + 1]; i++)
			marked[arcs.to[i]] = true;
		count_from(&arcs, a, marked, triangles);
		for (size_t i = arcs.start[a]; i < arcs.start[a + 1]; i++)
			marked[arcs.to[i]] = false;
	}
	free(arcs.start);
	free(arcs.to);
	free(marked);
	return triangles;
}
