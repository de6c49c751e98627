#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/bimode.h"
#include "graph/sum.h"

/* How many neighbours a node has in common with each node two steps away. */
struct common {
	uint32_t *count, *touched;
	size_t n;
};

static void look_around(struct common *c, const struct graph *g, size_t node)
{
	c->n = 0;
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++)
		for (size_t i = g->start[g->to[k]]; i < g->start[g->to[k] + 1]; i++) {
			uint32_t other = g->to[i];
			if (other != node && c->count[other]++ == 0)
				c->touched[c->n++] = other;
		}
}

static double cluster(struct bimode *b, struct common *c, const struct graph *g, size_t node)
{
	struct sum sum = {0};
	double degree = (double)graph_degree(g, node);
	for (size_t i = 0; i < c->n; i++) {
		double shared = c->count[c->touched[i]];
		sum_add(&sum, shared / (degree + (double)graph_degree(g, c->touched[i]) - shared));
		b->squares += shared * (shared - 1) / 2;
		c->count[c->touched[i]] = 0;
	}
	return c->n ? sum_value(&sum) / (double)c->n : 0;
}

void bimode_find(struct bimode *b, const struct graph *g, uint32_t first_event)
{
	struct common c = {mem_zero(g->nodes + 1, sizeof *c.count),
		mem_zero(g->nodes + 1, sizeof *c.touched), 0};
	*b = (struct bimode){.first = first_event};
	b->clustering = mem_zero(g->nodes + 1, sizeof *b->clustering);
	for (size_t i = 0; i < g->nodes; i++) {
		bool event = g->number[i] >= first_event;
		b->events += event;
		b->items += !event;
		look_around(&c, g, i);
		b->clustering[i] = cluster(b, &c, g, i);
	}
	/* Every cycle was seen from each of its four nodes. */
	b->squares /= 4;
	free(c.count);
	free(c.touched);
}

void bimode_release(struct bimode *b)
{
	free(b->clustering);
	*b = (struct bimode){0};
}

/* Nodes of the same mode, and of the other. */
static void sizes(
	const struct bimode *b, const struct graph *g, size_t node, double *own, double *other)
{
	bool event = g->number[node] >= b->first;
	*own = (double)(event ? b->events : b->items);
	*other = (double)(event ? b->items : b->events);
}

double bimode_degree(const struct bimode *b, const struct graph *g, size_t node)
{
	double own, other;
	sizes(b, g, node, &own, &other);
	return other > 0 ? (double)graph_degree(g, node) / other : NAN;
}

double bimode_betweenness(
	const struct bimode *b, const struct graph *g, size_t node, double betweenness)
{
	double n, m;
	sizes(b, g, node, &n, &m);
	if (n == 0 || m == 0)
		return NAN;
	double s = floor((n - 1) / m), t = fmod(n - 1, m);
	double most =
		(m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) /
		2;
	return most > 0 ? betweenness / most : NAN;
}

double bimode_closeness(
	const struct bimode *b, const struct graph *g, size_t node, double distance, double reached)
{
	double own, other;
	sizes(b, g, node, &own, &other);
	if (distance <= 0)
		return 0;
	return (other + 2 * (own - 1)) / distance * (reached - 1) / (own + other - 1);
}
