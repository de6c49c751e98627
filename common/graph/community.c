#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/community.h"
#include "graph/leiden.h"
#include "graph/sum.h"
#include "record/number.h"

static const double RESOLUTION_MAX = 1000;

void community_option(
	struct community_search *search, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_RESOLUTION:
		if (!number_parse(str_of(value), &search->resolution) || search->resolution <= 0 ||
			search->resolution > RESOLUTION_MAX)
			opts_misuse(o, "--resolution is above 0 and at most %g, not '%s'",
				RESOLUTION_MAX, value);
		break;
	case OPT_SEED: search->seed = (uint32_t)opts_number(o, "seed", value, 0, INT32_MAX); break;
	case OPT_RESTARTS:
		search->restarts = (unsigned)opts_number(o, "restarts", value, 1, 10000);
		break;
	default: break;
	}
}

/* The sum over communities of L/m - resolution (K/2m)^2, L the weight inside, K the strength, m the
 * weight of all edges. */
static double modularity_of(const struct graph *g, const uint32_t *of, size_t n, double resolution)
{
	struct sum *inside = mem_zero(n + 1, sizeof *inside),
		   *strength = mem_zero(n + 1, sizeof *strength);
	struct sum total = {0}, modularity = {0};
	for (size_t e = 0; e < g->edges; e++) {
		double weight = graph_weight(g, e);
		uint32_t a = of[g->ends[e].a], b = of[g->ends[e].b];
		sum_add(&total, weight);
		sum_add(&strength[a], weight);
		sum_add(&strength[b], weight);
		if (a == b)
			sum_add(&inside[a], weight);
	}
	double m = sum_value(&total);
	for (size_t c = 0; m > 0 && c < n; c++) {
		double share = sum_value(&strength[c]) / (2 * m);
		sum_add(&modularity, sum_value(&inside[c]) / m - resolution * share * share);
	}
	free(inside);
	free(strength);
	return m > 0 ? sum_value(&modularity) : NAN;
}

/* Parts communities that are not connected, which can only be better; returns how many there are.
 */
static uint32_t part(const struct graph *g, const uint32_t *of, uint32_t *parts)
{
	uint32_t n = 0, *stack = mem_resize(NULL, g->nodes + 1, sizeof *stack);
	for (size_t i = 0; i < g->nodes; i++)
		parts[i] = UINT32_MAX;
	for (uint32_t i = 0; i < g->nodes; i++) {
		size_t top = 0;
		if (parts[i] != UINT32_MAX)
			continue;
		parts[i] = n;
		stack[top++] = i;
		while (top) {
			uint32_t at = stack[--top];
			for (size_t k = g->start[at]; k < g->start[at + 1]; k++) {
				uint32_t to = g->to[k];
				if (of[to] != of[at] || parts[to] != UINT32_MAX)
					continue;
				parts[to] = n;
				stack[top++] = to;
			}
		}
		n++;
	}
	free(stack);
	return n;
}

struct ranked {
	uint32_t part, size;
};

/* Parts were numbered by their smallest id. */
static int by_size(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return (x->part > y->part) - (x->part < y->part);
}

static void number_by_size(uint32_t *parts, size_t nodes, uint32_t n)
{
	struct ranked *ranked = mem_zero(n + 1, sizeof *ranked);
	uint32_t *rank = mem_resize(NULL, n + 1, sizeof *rank);
	for (uint32_t c = 0; c < n; c++)
		ranked[c].part = c;
	for (size_t i = 0; i < nodes; i++)
		ranked[parts[i]].size++;
	qsort(ranked, n, sizeof *ranked, by_size);
	for (uint32_t k = 0; k < n; k++)
		rank[ranked[k].part] = k;
	for (size_t i = 0; i < nodes; i++)
		parts[i] = rank[parts[i]];
	free(ranked);
	free(rank);
}

/* Ten runs, as long as they do not take much longer than one on a million edges. */
static unsigned restarts_for(const struct graph *g, const struct community_search *search)
{
	size_t most = 10, edges = g->edges ? g->edges : 1, fitting = 1000000 / edges;
	if (search->restarts)
		return search->restarts;
	return (unsigned)(fitting > most ? most : fitting ? fitting : 1);
}

/*
 * From ten thousand edges on a round that adds more is the last, unless somebody has asked for
 * their number and so for the time: there a round takes seconds, and dozens of them add the last
 * hundredth.
 */
static double least_gain(const struct graph *g, const struct community_search *search)
{
	double large = 1e4, most = 1e-3;
	if (search->restarts)
		return COMMUNITY_GAIN;
	return fmin(COMMUNITY_GAIN * fmax(1, (double)g->edges / large), most);
}

bool communities_find(
	struct communities *c, const struct graph *g, const struct community_search *search)
{
	uint32_t *of = mem_zero(g->nodes + 1, sizeof *of),
		 *best = mem_zero(g->nodes + 1, sizeof *best);
	double quality, gain, last = 0, most = -INFINITY, least = least_gain(g, search);
	bool good = true;
	unsigned restarts = restarts_for(g, search);
	for (unsigned i = 0; good && g->edges && i < restarts; i++) {
		good = leiden_run(
			g, search->resolution, search->seed + i, least, of, &quality, &gain);
		if (!good || !(quality > most))
			continue;
		most = quality;
		last = gain;
		memcpy(best, of, g->nodes * sizeof *best);
	}
	uint32_t n = part(g, best, of);
	number_by_size(of, g->nodes, n);
	*c = (struct communities){of, n, modularity_of(g, of, n, search->resolution), last};
	for (size_t i = 0; i < g->nodes; i++)
		of[i]++;
	free(best);
	return good;
}

void communities_release(struct communities *c)
{
	free(c->of);
	*c = (struct communities){0};
}
