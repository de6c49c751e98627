#include <stdlib.h>

#include "base/mem.h"
#include "graph/multiplex.h"
#include "graph/order.h"
#include "graph/sum.h"

/* Where each relation is in bytewise order. */
static uint32_t *rank_names(const struct intern *names)
{
	uint32_t *order = order_texts(names->texts, names->n);
	uint32_t *rank = mem_resize(NULL, names->n + 1, sizeof *rank);
	for (uint32_t k = 0; k < names->n; k++)
		rank[order[k]] = k;
	free(order);
	return rank;
}

/* A row at a place, by what it is sorted by. */
struct ranked {
	uint32_t rank;
	size_t row;
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* Puts the rows of a place in order of their relations. */
static void sort_rows(const struct multiplex *m, struct places *places, size_t place,
	const uint32_t *rank, struct ranked *spare)
{
	size_t *rows = places->by_place + places->start[place];
	size_t n = places->start[place + 1] - places->start[place];
	for (size_t i = 0; i < n; i++)
		spare[i] = (struct ranked){rank[m->relations.of[rows[i]]], rows[i]};
	if (n > 1)
		qsort(spare, n, sizeof *spare, by_rank);
	for (size_t i = 0; i < n; i++)
		rows[i] = spare[i].row;
}

static double weight_of(const struct places *places, const size_t *rows, size_t n, double *spare)
{
	if (!places->weight)
		return (double)n;
	for (size_t i = 0; i < n; i++)
		spare[i] = places->weight[rows[i]];
	return sum_of(spare, n);
}

/* The edges at a place: a run of rows of one relation each. Where they begin goes to start[]. */
static void split_place(struct multiplex *m, const struct places *places, size_t place,
	size_t *start, double *spare)
{
	size_t end = places->start[place + 1];
	for (size_t i = places->start[place], j; i < end; i = j) {
		uint32_t relation = m->relations.of[places->by_place[i]];
		for (j = i + 1; j < end && m->relations.of[places->by_place[j]] == relation; j++)
			;
		start[m->n] = i;
		m->edge[m->n] = place;
		m->relation[m->n] = relation;
		m->weight[m->n++] = weight_of(places, places->by_place + i, j - i, spare);
	}
}

void multiplex_find(struct multiplex *m, struct places *places, struct relations *relations)
{
	size_t most = places->start[places->n] + 1;
	*m = (struct multiplex){.relations = *relations};
	*relations = (struct relations){0};
	uint32_t *rank = rank_names(&m->relations.names);
	struct ranked *rows = mem_resize(NULL, most, sizeof *rows);
	double *weights = mem_resize(NULL, most, sizeof *weights);
	size_t *start = mem_resize(NULL, most, sizeof *start);
	m->edge = mem_resize(NULL, most, sizeof *m->edge);
	m->relation = mem_resize(NULL, most, sizeof *m->relation);
	m->weight = mem_resize(NULL, most, sizeof *m->weight);
	for (size_t p = 0; p < places->n; p++) {
		sort_rows(m, places, p, rank, rows);
		split_place(m, places, p, start, weights);
	}
	start[m->n] = places->start[places->n];
	free(places->start);
	places->start = start;
	places->n = m->n;
	free(rank);
	free(rows);
	free(weights);
}

void multiplex_release(struct multiplex *m)
{
	relations_release(&m->relations);
	free(m->edge);
	free(m->relation);
	free(m->weight);
	*m = (struct multiplex){0};
}
