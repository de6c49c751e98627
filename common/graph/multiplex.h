/*
 * multiplex: edges of several relations between the same nodes, kept apart.
 *
 * The graph itself has one edge between two nodes. Here it is one for each relation that its rows
 * have, bytewise by relation; so is a self loop. Each has the rows, and so the weight, of its own.
 */
#ifndef KOOP_GRAPH_MULTIPLEX_H
#define KOOP_GRAPH_MULTIPLEX_H

#include <stddef.h>
#include <stdint.h>

#include "graph/place.h"
#include "graph/relation.h"

/* Edge i is of edge[i], a place of the graph (graph/place.h). Zeroed: relations are not kept
 * apart. */
struct multiplex {
	struct relations relations;
	size_t n;
	size_t *edge;
	uint32_t *relation; /* a number of relations.names */
	double *weight;
};

/*
 * Makes places of the edges found, each with its rows, so that tables which follow have a place for
 * each of them and not for those of the graph. Takes what `relations` owns. A row weighs 1 where
 * places have no weights.
 */
void multiplex_find(struct multiplex *m, struct places *places, struct relations *relations);

static inline struct str multiplex_name(const struct multiplex *m, size_t i)
{
	return intern_text(&m->relations.names, m->relation[i]);
}

void multiplex_release(struct multiplex *m);

#endif
