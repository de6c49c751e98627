#include <stdlib.h>

#include "base/mem.h"
#include "graph/place.h"

void places_keep(struct places *places, const struct edgelist *list, bool weights)
{
	places->rows = list->n;
	places->numbers = list->ids.n;
	places->ends = mem_resize(NULL, list->n + 1, sizeof *places->ends);
	if (list->n)
		memcpy(places->ends, list->ends, list->n * sizeof *places->ends);
	if (!weights || !list->weight || !list->n)
		return;
	places->weight = mem_resize(NULL, list->n, sizeof *places->weight);
	memcpy(places->weight, list->weight, list->n * sizeof *places->weight);
}

uint32_t *nodes_by_number(const struct graph *g, size_t numbers)
{
	uint32_t *node = mem_resize(NULL, numbers + 1, sizeof *node);
	memset(node, 0xff, numbers * sizeof *node);
	for (uint32_t i = 0; i < g->nodes; i++)
		node[g->number[i]] = i;
	return node;
}

static size_t place_of(const struct graph *g, uint32_t a, uint32_t b)
{
	size_t nowhere = g->edges + g->nodes;
	if (a == UINT32_MAX || b == UINT32_MAX)
		return nowhere;
	if (a == b)
		return g->edges + a;
	size_t edge = graph_edge(g, a, b);
	return edge == SIZE_MAX ? nowhere : edge;
}

/* The rows in order of their places. */
static void sort_rows(struct places *p)
{
	size_t *start = p->start = mem_zero(p->n + 3, sizeof *start), *next = start + 1;
	p->by_place = mem_resize(NULL, p->rows + 1, sizeof *p->by_place);
	for (size_t i = 0; i < p->rows; i++)
		next[p->of[i] + 1]++;
	for (size_t k = 0; k <= p->n; k++)
		start[k + 1] += start[k];
	for (size_t i = 0; i < p->rows; i++)
		p->by_place[next[p->of[i]]++] = i;
}

void places_find(struct places *places, const struct graph *g)
{
	uint32_t *node = nodes_by_number(g, places->numbers);
	places->n = g->edges + g->nodes;
	places->of = mem_resize(NULL, places->rows + 1, sizeof *places->of);
	for (size_t row = 0; row < places->rows; row++)
		places->of[row] = place_of(g, node[places->ends[row].a], node[places->ends[row].b]);
	free(node);
	sort_rows(places);
}

void places_release(struct places *places)
{
	free(places->ends);
	free(places->weight);
	free(places->of);
	free(places->start);
	free(places->by_place);
	*places = (struct places){0};
}
