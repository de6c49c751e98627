#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graph/spectral.h"

static const double PRECISION = 1e-13, NOTHING = 1e-12;

int spectral_rounds(const struct graph *g)
{
	double least = 20000, most = 1e6, work = 1e9;
	return (int)fmin(fmax(work / (double)(g->edges + g->nodes + 1), least), most);
}

/* to[i] = what arrives at i over the lists given. */
static void gather(const struct graph *g, const size_t *start, const uint32_t *from,
	const uint32_t *via, bool weighted, const double *values, double *to)
{
	for (size_t i = 0; i < g->nodes; i++) {
		double sum = 0;
		for (size_t k = start[i]; k < start[i + 1]; k++)
			sum += values[from[k]] * (weighted ? graph_weight(g, via[k]) : 1);
		to[i] = sum;
	}
}

/* Scales the largest value to 1 (all 0 stays so); how much the values differ from the former ones.
 */
static double scale(double *values, const double *former, size_t n)
{
	double largest = 0, change = 0;
	for (size_t i = 0; i < n; i++)
		largest = fmax(largest, values[i]);
	for (size_t i = 0; i < n; i++) {
		values[i] = largest > 0 ? values[i] / largest : 0;
		change = fmax(change, fabs(values[i] - former[i]));
	}
	return change;
}

static double *ones(size_t n)
{
	double *values = mem_resize(NULL, n + 1, sizeof *values);
	for (size_t i = 0; i < n; i++)
		values[i] = 1;
	return values;
}

/* What only gets smaller from round to round is 0 in the end. */
static void drop_small(double *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (values[i] < NOTHING)
			values[i] = 0;
}

/* What arrives at each node from those of its own part, and its own value `own` times. */
static void gather_in_parts(const struct graph *g, const struct components *parts, bool weighted,
	double own, const double *values, double *to)
{
	for (size_t i = 0; i < g->nodes; i++) {
		double sum = own * values[i];
		for (size_t k = g->in_start[i]; k < g->in_start[i + 1]; k++)
			if (parts->of[g->from[k]] == parts->of[i])
				sum += values[g->from[k]] *
				       (weighted ? graph_weight(g, g->in_via[k]) : 1);
		to[i] = sum;
	}
}

/* As scale, each part by itself; `largest` has room for one number a part. */
static double scale_parts(double *values, const double *former, size_t n,
	const struct components *parts, double *largest)
{
	double change = 0;
	memset(largest, 0, (parts->n + 1) * sizeof *largest);
	for (size_t i = 0; i < n; i++)
		largest[parts->of[i]] = fmax(largest[parts->of[i]], values[i]);
	for (size_t i = 0; i < n; i++) {
		values[i] /= largest[parts->of[i]];
		change = fmax(change, fabs(values[i] - former[i]));
	}
	return change;
}

double *eigenvector_find(const struct graph *g, const struct components *parts, bool weighted)
{
	double *now = ones(g->nodes), *next = ones(g->nodes), own = 1, change = 1;
	double *largest = mem_resize(NULL, parts->n + 1, sizeof *largest);
	int most = spectral_rounds(g);
	/* A share of the own value keeps graphs of two sides from swinging; it moves no
	 * eigenvector. */
	for (size_t e = 0; weighted && e < g->edges; e++)
		own = fmax(own, graph_weight(g, e));
	for (int round = 0; round < most && change > PRECISION; round++) {
		gather_in_parts(g, parts, weighted, own, now, next);
		change = scale_parts(next, now, g->nodes, parts, largest);
		double *swap = now;
		now = next;
		next = swap;
	}
	for (size_t i = 0; i < g->nodes; i++)
		if (parts->size[parts->of[i]] == 1 && parts->n > 1)
			now[i] = NAN;
	free(largest);
	free(next);
	if (change <= PRECISION)
		return now;
	free(now);
	return NULL;
}

bool hits_find(const struct graph *g, bool weighted, double **hub, double **authority)
{
	double *hubs = ones(g->nodes), *next = ones(g->nodes), *ends = ones(g->nodes);
	double change = 1;
	int most = spectral_rounds(g);
	for (int round = 0; round < most && change > PRECISION; round++) {
		gather(g, g->in_start, g->from, g->in_via, weighted, hubs, ends);
		scale(ends, hubs, g->nodes);
		gather(g, g->start, g->to, g->via, weighted, ends, next);
		change = scale(next, hubs, g->nodes);
		double *swap = hubs;
		hubs = next;
		next = swap;
	}
	free(next);
	if (change <= PRECISION) {
		drop_small(hubs, g->nodes);
		drop_small(ends, g->nodes);
		*hub = hubs;
		*authority = ends;
		return true;
	}
	free(hubs);
	free(ends);
	return false;
}
