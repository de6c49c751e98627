#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/layoutpiece.h"

/* How many of the neighbours of two nodes are the same. */
static size_t in_common(const struct graph *g, uint32_t a, uint32_t b)
{
	size_t i = g->start[a], j = g->start[b], n = 0;
	while (i < g->start[a + 1] && j < g->start[b + 1]) {
		n += g->to[i] == g->to[j];
		uint32_t left = g->to[i], right = g->to[j];
		i += left <= right;
		j += right <= left;
	}
	return n;
}

static double edge_length(const struct graph *g, uint32_t a, uint32_t b, double weight)
{
	double common = (double)in_common(g, a, b);
	double others = (double)(graph_degree(g, a) + graph_degree(g, b)) - 2 - 2 * common;
	double strength = sqrt(sqrt(weight));
	strength = strength < 0.7 ? 0.7 : strength > 1.4 ? 1.4 : strength;
	return sqrt(1 + others / 2 + common / 4) / strength;
}

static double mean_weight(const struct graph *g, const struct piece *p)
{
	double sum = 0, n = 0;
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = g->start[p->node[i]]; k < g->start[p->node[i] + 1]; k++, n++)
			sum += sqrt(graph_weight(g, g->via[k]));
	return n > 0 && sum > 0 ? (sum / n) * (sum / n) : 1;
}

void piece_make(
	struct piece *p, const struct graph *g, const uint32_t *nodes, size_t n, uint32_t *place)
{
	size_t ties = 0, at = 0;
	for (size_t i = 0; i < n; i++) {
		place[nodes[i]] = (uint32_t)i;
		ties += graph_degree(g, nodes[i]);
	}
	*p = (struct piece){.n = n};
	p->node = mem_resize(NULL, n + 1, sizeof *p->node);
	p->start = mem_zero(n + 2, sizeof *p->start);
	p->to = mem_resize(NULL, ties + 1, sizeof *p->to);
	p->length = mem_resize(NULL, ties + 1, sizeof *p->length);
	p->x = mem_zero(n + 1, sizeof *p->x);
	p->y = mem_zero(n + 1, sizeof *p->y);
	memcpy(p->node, nodes, n * sizeof *nodes);
	double mean = mean_weight(g, p);
	for (size_t i = 0; i < n; i++) {
		uint32_t node = nodes[i];
		for (size_t k = g->start[node]; k < g->start[node + 1]; k++, at++) {
			p->to[at] = place[g->to[k]];
			p->length[at] =
				edge_length(g, node, g->to[k], graph_weight(g, g->via[k]) / mean);
		}
		p->start[i + 1] = at;
	}
}

void piece_release(struct piece *p)
{
	free(p->node);
	free(p->start);
	free(p->to);
	free(p->length);
	free(p->x);
	free(p->y);
	*p = (struct piece){0};
}
