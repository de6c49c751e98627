#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/suggest.h"
#include "record/list.h"

struct search {
	const struct graph *g;
	const struct suggest_rule *rule;
	struct suggestion *best; /* a heap with the worst on top */
	size_t nbest, cap;
	uint32_t *common; /* with each node, of the one at hand */
	double *score;
	uint32_t *touched;
	size_t ntouched;
	struct list of_a, of_b;
};

static bool is_better(const struct suggestion *x, const struct suggestion *y)
{
	if (x->score != y->score)
		return x->score > y->score;
	return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static int by_rank(const void *x, const void *y)
{
	return is_better(x, y) ? -1 : is_better(y, x);
}

static void sink_worst(struct suggestion *heap, size_t n)
{
	struct suggestion moving = heap[0];
	size_t i = 0;
	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		child += child + 1 < n && is_better(&heap[child], &heap[child + 1]);
		if (!is_better(&moving, &heap[child]))
			break;
		heap[i] = heap[child];
	}
	heap[i] = moving;
}

static void keep_best(struct search *s, const struct suggestion *found)
{
	if (s->nbest == s->rule->top) {
		if (!is_better(found, &s->best[0]))
			return;
		s->best[0] = *found;
		sink_worst(s->best, s->nbest);
		return;
	}
	s->best = mem_grow(s->best, s->nbest, &s->cap, sizeof *s->best);
	size_t i = s->nbest++;
	for (; i && is_better(&s->best[(i - 1) / 2], found); i = (i - 1) / 2)
		s->best[i] = s->best[(i - 1) / 2];
	s->best[i] = *found;
}

static struct str value_of(const struct search *s, uint32_t node, long column)
{
	return node_table_value(s->rule->table, s->g->number[node], (size_t)column);
}

static bool differ(const struct search *s, uint32_t a, uint32_t b)
{
	if (s->rule->across < 0)
		return true;
	struct str x = value_of(s, a, s->rule->across), y = value_of(s, b, s->rule->across);
	return x.n && y.n && !str_eq(x, y);
}

static bool share(struct search *s, uint32_t b)
{
	if (s->rule->shared < 0)
		return true;
	list_split(&s->of_b, value_of(s, b, s->rule->shared));
	for (size_t i = 0; i < s->of_a.n; i++)
		for (size_t k = 0; k < s->of_b.n; k++)
			if (str_eq(s->of_a.items[i], s->of_b.items[k]))
				return true;
	return false;
}

/* Whom a shares neighbours with, itself and its neighbours among them. */
static void look_around(struct search *s, uint32_t a)
{
	const struct graph *g = s->g;
	s->ntouched = 0;
	for (size_t k = g->start[a]; k < g->start[a + 1]; k++) {
		uint32_t via = g->to[k];
		double worth = 1 / log((double)graph_degree(g, via));
		for (size_t i = g->start[via]; i < g->start[via + 1]; i++) {
			uint32_t b = g->to[i];
			if (s->common[b]++ == 0) {
				s->touched[s->ntouched++] = b;
				s->score[b] = 0;
			}
			s->score[b] += worth;
		}
	}
}

static void suggest_for(struct search *s, uint32_t a, bool both_ways)
{
	look_around(s, a);
	if (s->rule->shared >= 0)
		list_split(&s->of_a, value_of(s, a, s->rule->shared));
	for (size_t i = 0; i < s->ntouched; i++) {
		uint32_t b = s->touched[i];
		struct suggestion found = {a, b, s->common[b], s->score[b]};
		s->common[b] = 0;
		if (b == a || (b < a && !both_ways) || graph_edge(s->g, a, b) != SIZE_MAX)
			continue;
		if (differ(s, a, b) && share(s, b))
			keep_best(s, &found);
	}
}

struct suggestion *suggest_find(
	const struct graph *flat, const struct suggest_rule *rule, size_t *n)
{
	size_t nodes = flat->nodes;
	struct search s = {.g = flat, .rule = rule};
	s.common = mem_zero(nodes + 1, sizeof *s.common);
	s.score = mem_zero(nodes + 1, sizeof *s.score);
	s.touched = mem_zero(nodes + 1, sizeof *s.touched);
	if (rule->node != SIZE_MAX)
		suggest_for(&s, (uint32_t)rule->node, true);
	else
		for (size_t a = 0; a < nodes; a++)
			suggest_for(&s, (uint32_t)a, false);
	free(s.common);
	free(s.score);
	free(s.touched);
	list_release(&s.of_a);
	list_release(&s.of_b);
	*n = s.nbest;
	if (s.nbest)
		qsort(s.best, s.nbest, sizeof *s.best, by_rank);
	return s.best;
}

void common_neighbours(const struct graph *flat, uint32_t a, uint32_t b,
	void (*take)(void *sink, uint32_t node), void *sink)
{
	size_t i = flat->start[a], k = flat->start[b];
	while (i < flat->start[a + 1] && k < flat->start[b + 1]) {
		uint32_t x = flat->to[i], y = flat->to[k];
		if (x == y)
			take(sink, x);
		i += x <= y;
		k += y <= x;
	}
}
