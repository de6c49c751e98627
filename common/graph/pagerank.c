#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/pagerank.h"
#include "graph/sum.h"

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
		double leaving = weighted ? 0 : (double)graph_degree(g, i);
		for (size_t k = g->start[i]; weighted && k < g->start[i + 1]; k++)
			leaving += graph_weight(g, g->via[k]);
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

/*
 * One round over all nodes, each at once seen by those behind it; true when the ranks hardly
 * changed. What is solved is rank = 1 + damping * arriving: jumps from nodes without a way out go
 * where all jumps go, so they only stretch the result, which is scaled at the end. The sum that the
 * ranks must have is known, and is restored after each round: without that it would be the last
 * thing to settle.
 */
static bool settle(struct walk *w)
{
	size_t n = w->g->nodes;
	double total = 0, stuck = 0, change = 0;
	for (size_t i = 0; i < n; i++) {
		double rank = 1 + DAMPING * arrives(w, i);
		change += fabs(rank - w->rank[i]);
		total += rank;
		stuck += w->share[i] > 0 ? 0 : rank;
		w->rank[i] = rank;
		w->sent[i] = rank * w->share[i];
	}
	double stretch = (double)n / ((1 - DAMPING) * total + DAMPING * stuck);
	for (size_t i = 0; i < n; i++) {
		w->rank[i] *= stretch;
		w->sent[i] *= stretch;
	}
	return change <= PRECISION * total;
}

static void scale(double *rank, size_t n)
{
	struct sum total = {0};
	for (size_t i = 0; i < n; i++)
		sum_add(&total, rank[i]);
	for (size_t i = 0; i < n; i++)
		rank[i] /= sum_value(&total);
}

double *pagerank_find(const struct graph *g, bool weighted)
{
	size_t n = g->nodes;
	struct walk w = {.g = g,
		.share = mem_zero(n + 1, sizeof(double)),
		.rank = mem_zero(n + 1, sizeof(double)),
		.sent = mem_zero(n + 1, sizeof(double))};
	find_shares(&w, weighted && g->weight);
	for (size_t i = 0; i < n; i++) {
		w.rank[i] = 1 / (1 - DAMPING);
		w.sent[i] = w.rank[i] * w.share[i];
	}
	for (int round = 0; round < ROUNDS_MAX && !settle(&w); round++)
		;
	scale(w.rank, n);
	free(w.share);
	free(w.arriving);
	free(w.sent);
	return w.rank;
}
