#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/pagerank.h"

static const double DAMPING = 0.85, PRECISION = 1e-12;

enum { ROUNDS_MAX = 1000 };

struct walk {
	const struct graph *g;
	double *share;    /* 1 / what leaves a node; 0 where nothing does */
	double *arriving; /* weights in the order of g->from; NULL: all are 1 */
	double *rank, *sent;
};

static void find_shares(struct walk *w, bool weighted)
{
	const struct graph *g = w->g;
	for (size_t i = 0; i < g->nodes; i++) {
		double leaving = 0;
		for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
			leaving += weighted ? graph_weight(g, g->via[k]) : 1;
		w->share[i] = leaving > 0 ? 1 / leaving : 0;
	}
	if (!weighted)
		return;
	size_t total = g->in_start[g->nodes];
	w->arriving = mem_resize(NULL, total + 1, sizeof *w->arriving);
	for (size_t k = 0; k < total; k++)
		w->arriving[k] = graph_weight(g, g->in_via[k]);
}

static double arrives(const struct walk *w, size_t node)
{
	const struct graph *g = w->g;
	double sum = 0;
	if (w->arriving)
		for (size_t k = g->in_start[node]; k < g->in_start[node + 1]; k++)
			sum += w->sent[g->from[k]] * w->arriving[k];
	else
		for (size_t k = g->in_start[node]; k < g->in_start[node + 1]; k++)
			sum += w->sent[g->from[k]];
	return sum;
}

/* One step of all walkers; how much the ranks changed. */
static double step(struct walk *w)
{
	size_t n = w->g->nodes;
	double stuck = 0, change = 0;
	for (size_t i = 0; i < n; i++) {
		w->sent[i] = w->rank[i] * w->share[i];
		stuck += w->share[i] > 0 ? 0 : w->rank[i];
	}
	double jumps = (1 - DAMPING + DAMPING * stuck) / (double)n;
	for (size_t i = 0; i < n; i++) {
		double rank = jumps + DAMPING * arrives(w, i);
		change += fabs(rank - w->rank[i]);
		w->rank[i] = rank;
	}
	return change;
}

double *pagerank_find(const struct graph *g, bool weighted)
{
	size_t n = g->nodes;
	struct walk w = {.g = g,
		.share = mem_zero(n + 1, sizeof(double)),
		.rank = mem_zero(n + 1, sizeof(double)),
		.sent = mem_zero(n + 1, sizeof(double))};
	find_shares(&w, weighted && g->weight);
	for (size_t i = 0; i < n; i++)
		w.rank[i] = 1 / (double)n;
	for (int round = 0; round < ROUNDS_MAX && n && step(&w) > PRECISION; round++)
		;
	free(w.share);
	free(w.arriving);
	free(w.sent);
	return w.rank;
}
