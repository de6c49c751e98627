/*
 * Measures of the whole graph: are tied nodes alike? Pearson's correlation of what is known of the
 * two ends of edges (Newman 2003): in a directed graph of tails with heads, else both ways round.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "graph/graphvalue.h"
#include "graph/sum.h"
#include "record/number.h"

/* What nodes have as tails and as heads; NaN: nothing is known. */
struct ends {
	double *tail, *head;
};

static bool known(const struct ends *ends, struct edge edge)
{
	return !isnan(ends->tail[edge.a]) && !isnan(ends->head[edge.b]);
}

static double correlation(const struct graph *g, const struct ends *ends)
{
	struct sum tails = {0}, heads = {0}, xx = {0}, xy = {0}, yy = {0};
	double n = 0;
	for (size_t e = 0; e < g->edges; e++) {
		if (!known(ends, g->ends[e]))
			continue;
		sum_add(&tails, ends->tail[g->ends[e].a]);
		sum_add(&heads, ends->head[g->ends[e].b]);
		n++;
	}
	double tail = sum_value(&tails) / n, head = sum_value(&heads) / n;
	if (!g->directed)
		tail = head = (tail + head) / 2;
	for (size_t e = 0; e < g->edges; e++) {
		if (!known(ends, g->ends[e]))
			continue;
		double x = ends->tail[g->ends[e].a] - tail, y = ends->head[g->ends[e].b] - head;
		sum_add(&xx, x * x);
		sum_add(&yy, y * y);
		sum_add(&xy, x * y);
	}
	double x = sum_value(&xx), y = sum_value(&yy);
	return ratio(sum_value(&xy), g->directed ? sqrt(x * y) : (x + y) / 2);
}

double assort_degree(const struct measures *m)
{
	const struct graph *g = m->g;
	double *degrees = mem_zero(2 * g->nodes + 1, sizeof *degrees);
	struct ends ends = {degrees, degrees + g->nodes};
	for (size_t i = 0; i < g->nodes; i++) {
		ends.tail[i] = (double)graph_degree(g, i);
		ends.head[i] = (double)graph_in_degree(g, i);
	}
	double found = correlation(g, &ends);
	free(degrees);
	return found;
}

/* The values of the groups; NULL when one is no number. */
static double *numbers_of(const struct grouping *groups)
{
	double *numbers = mem_zero(groups->n + 1, sizeof *numbers);
	for (size_t k = 0; k < groups->n; k++) {
		if (number_parse(groups->names[k], &numbers[k]))
			continue;
		free(numbers);
		return NULL;
	}
	return numbers;
}

bool assort_numbers(const struct measures *m)
{
	double *numbers = numbers_of(&m->groups);
	bool all = numbers;
	free(numbers);
	return all;
}

double assort_numeric(const struct measures *m)
{
	double *numbers = numbers_of(&m->groups), found = NAN;
	double *values = mem_zero(m->g->nodes + 1, sizeof *values);
	for (size_t i = 0; numbers && i < m->g->nodes; i++) {
		uint32_t group = m->groups.of[i];
		values[i] = group == INTERN_NONE ? (double)NAN : numbers[group];
	}
	if (numbers)
		found = correlation(m->g, &(struct ends){values, values});
	free(numbers);
	free(values);
	return found;
}

double assort_nominal_w(const struct measures *m)
{
	double inside = 1 - group_cross_share_weight(m), found = m->mixing.modularity_weight;
	return ratio(found, 1 - (inside - found));
}
