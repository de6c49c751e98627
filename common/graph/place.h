/*
 * place: which edge of a graph a row of input became.
 *
 * Tables of edges have a place for every edge e, at e, and behind them one for the self loop of
 * every node i, at edges + i.
 */
#ifndef KOOP_GRAPH_PLACE_H
#define KOOP_GRAPH_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "graph/graph.h"

/* The rows that edges were made of, before they were; and what follows from the graph. */
struct places {
	struct edge *ends; /* by the numbers of the list's ids */
	double *weight;    /* NULL: not kept, or all are 1 */
	size_t rows, numbers;
	size_t *of;    /* the place of each row; `n` when the graph does not have its edge */
	size_t n;      /* places */
	size_t *start; /* rows of place p: by_place[start[p]] … by_place[start[p + 1] - 1] */
	size_t *by_place;
};

/* Keeps the ends, and the weights when they are wanted, before the list is made a graph of. */
void places_keep(struct places *places, const struct edgelist *list, bool weights);

void places_find(struct places *places, const struct graph *g);

void places_release(struct places *places);

/* Which node has each number now; UINT32_MAX: none. To be freed. */
uint32_t *nodes_by_number(const struct graph *g, size_t numbers);

#endif
