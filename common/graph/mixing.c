#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "graph/mixing.h"
#include "graph/sum.h"

static void count_edges(struct mixing *m, const struct graph *g, const uint32_t *of)
{
	struct sum weight = {0}, crossing = {0};
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = g->ends[e].a, b = g->ends[e].b;
		if (of[a] == INTERN_NONE || of[b] == INTERN_NONE)
			continue;
		uint32_t *counts = of[a] == of[b] ? m->internal : m->external;
		counts[a]++;
		counts[b]++;
		m->edges++;
		sum_add(&weight, graph_weight(g, e));
		if (of[a] == of[b])
			continue;
		m->crossing++;
		sum_add(&crossing, graph_weight(g, e));
	}
	m->weight = sum_value(&weight);
	m->crossing_weight = sum_value(&crossing);
}

/* The share of edges inside groups that the groups' degrees, or strengths, alone would give: sum of
 * a_i * b_i. */
static double expected_inside(
	const struct mixing *m, const struct graph *g, const struct grouping *groups, bool weighted)
{
	double *out = mem_zero(groups->n + 1, sizeof *out),
	       *in = mem_zero(groups->n + 1, sizeof *in);
	struct sum sum = {0};
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = groups->of[g->ends[e].a], b = groups->of[g->ends[e].b];
		if (a == INTERN_NONE || b == INTERN_NONE)
			continue;
		double weight = weighted ? graph_weight(g, e) : 1;
		if (g->directed) {
			out[a] += weight;
			in[b] += weight;
			continue;
		}
		out[a] += weight / 2;
		in[b] += weight / 2;
		out[b] += weight / 2;
		in[a] += weight / 2;
	}
	double edges = weighted ? m->weight : (double)m->edges;
	for (size_t k = 0; k < groups->n; k++)
		sum_add(&sum, out[k] / edges * (in[k] / edges));
	free(out);
	free(in);
	return sum_value(&sum);
}

static double expected_ei(const struct mixing *m, const struct grouping *groups, size_t nodes)
{
	double *size = mem_zero(groups->n + 1, sizeof *size), n = (double)m->nodes, inside = 0;
	for (size_t i = 0; i < nodes; i++)
		if (groups->of[i] != INTERN_NONE)
			size[groups->of[i]]++;
	for (size_t k = 0; k < groups->n; k++)
		inside += size[k] * (size[k] - 1);
	free(size);
	return n > 1 ? 1 - 2 * inside / (n * (n - 1)) : NAN;
}

void mixing_find(struct mixing *m, const struct graph *g, const struct grouping *groups)
{
	*m = (struct mixing){0};
	m->internal = mem_zero(g->nodes + 1, sizeof *m->internal);
	m->external = mem_zero(g->nodes + 1, sizeof *m->external);
	for (size_t i = 0; i < g->nodes; i++)
		m->nodes += groups->of[i] != INTERN_NONE;
	count_edges(m, g, groups->of);
	m->expected_ei = expected_ei(m, groups, g->nodes);
	m->modularity = m->modularity_weight = m->assortativity = NAN;
	if (m->edges == 0)
		return;
	double chance = expected_inside(m, g, groups, false);
	m->modularity_weight =
		1 - m->crossing_weight / m->weight - expected_inside(m, g, groups, true);
	m->modularity = (double)(m->edges - m->crossing) / (double)m->edges - chance;
	if (chance < 1)
		m->assortativity = m->modularity / (1 - chance);
}

void mixing_release(struct mixing *m)
{
	free(m->internal);
	free(m->external);
	*m = (struct mixing){0};
}
