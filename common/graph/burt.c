#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/burt.h"
#include "graph/sum.h"

struct ties {
	const struct graph *g;
	double *tie;      /* in the order of g->to */
	double *of, *max; /* of each node: the sum of its ties, and the strongest */
	double *share;    /* p of the node at hand to each of its neighbours, else 0 */
	double *around;   /* to each node: by way of the neighbours of the node at hand */
};

static double tie_of(const struct graph *g, size_t edge, bool weighted, bool arcs)
{
	if (weighted)
		return graph_weight(g, edge);
	return arcs && g->rows ? g->rows[edge] : 1;
}

static void ties_init(struct ties *t, const struct graph *g, bool weighted, bool arcs)
{
	t->g = g;
	t->tie = mem_resize(NULL, g->start[g->nodes] + 1, sizeof *t->tie);
	t->of = mem_zero(g->nodes + 1, sizeof *t->of);
	t->max = mem_zero(g->nodes + 1, sizeof *t->max);
	t->share = mem_zero(g->nodes + 1, sizeof *t->share);
	t->around = mem_zero(g->nodes + 1, sizeof *t->around);
	for (size_t i = 0; i < g->nodes; i++) {
		struct sum sum = {0};
		for (size_t k = g->start[i]; k < g->start[i + 1]; k++) {
			t->tie[k] = tie_of(g, g->via[k], weighted, arcs);
			t->max[i] = fmax(t->max[i], t->tie[k]);
			sum_add(&sum, t->tie[k]);
		}
		t->of[i] = sum_value(&sum);
	}
}

/* What a node's neighbours spend on each other; the overlap of their ties with the node's own. */
static double walk_around(struct ties *t, uint32_t node)
{
	const struct graph *g = t->g;
	struct sum overlap = {0};
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
		uint32_t near = g->to[k];
		for (size_t l = g->start[near]; l < g->start[near + 1]; l++) {
			uint32_t far = g->to[l];
			if (t->share[far] == 0)
				continue;
			t->around[far] += t->share[near] * t->tie[l] / t->of[near];
			sum_add(&overlap, t->share[far] * t->tie[l] / t->max[near]);
		}
	}
	return sum_value(&overlap);
}

static void find_one(struct ties *t, struct holes *h, uint32_t node)
{
	const struct graph *g = t->g;
	struct sum constraint = {0};
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++)
		t->share[g->to[k]] = t->tie[k] / t->of[node];
	h->effective_size[node] = (double)graph_degree(g, node) - walk_around(t, node);
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
		double all = t->share[g->to[k]] + t->around[g->to[k]];
		sum_add(&constraint, all * all);
		t->share[g->to[k]] = t->around[g->to[k]] = 0;
	}
	h->constraint[node] = sum_value(&constraint);
}

void holes_find(struct holes *h, const struct graph *flat, bool weighted, bool arcs)
{
	struct ties t;
	ties_init(&t, flat, weighted, arcs);
	h->constraint = mem_resize(NULL, flat->nodes + 1, sizeof *h->constraint);
	h->effective_size = mem_resize(NULL, flat->nodes + 1, sizeof *h->effective_size);
	for (uint32_t i = 0; i < flat->nodes; i++) {
		h->constraint[i] = h->effective_size[i] = NAN;
		if (graph_degree(flat, i))
			find_one(&t, h, i);
	}
	free(t.tie);
	free(t.of);
	free(t.max);
	free(t.share);
	free(t.around);
}

void holes_release(struct holes *h)
{
	free(h->constraint);
	free(h->effective_size);
	*h = (struct holes){0};
}
