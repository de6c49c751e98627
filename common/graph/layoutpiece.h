/*
 * layoutpiece: one connected part of a graph, with nodes numbered for itself, and where its nodes
 * are put.
 *
 * An edge is the longer, the more its ends differ in their neighbours, so that what hangs together
 * lies together and a hub has room for those around it; a strong tie is somewhat shorter.
 */
#ifndef KOOP_GRAPH_LAYOUTPIECE_H
#define KOOP_GRAPH_LAYOUTPIECE_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"
#include "graph/random.h"

struct piece {
	size_t n;
	uint32_t *node; /* its number in the graph */
	size_t *start;  /* neighbours, as in struct graph */
	uint32_t *to;
	double *length;
	double *x, *y;
};

/*
 * The part made of these nodes, which are ascending and connected; `place` has room for a number
 * for each node of the graph.
 */
void piece_make(
	struct piece *p, const struct graph *g, const uint32_t *nodes, size_t n, uint32_t *place);

void piece_release(struct piece *p);

/*
 * Puts the nodes so that their distances are what the lengths of the shortest paths between them
 * say: sparse stress (Ortmann, Klimenta and Brandes 2017) by gradient descent over pairs in random
 * order (Zheng, Pawar and Goodman 2019). O(nodes * pivots). Of a larger part so many
 * nodes, spread over it, stand for the others; the way is taken in 2 ^ halvings steps
 */
void piece_stress(struct piece *p, size_t pivots, int halvings, struct randomness *r);

/*
 * Moves them on so that clusters part: edges pull with a force that grows little with their length,
 * nodes push each other off by the product of their degrees over their distance (Noack 2009,
 * "Modularity clustering is force-directed layout"). O(nodes * log nodes + edges).
 */
void piece_force(struct piece *p);

/*
 * Moves nodes along the line from the middle, most of the way to where they would lie on a disc as
 * evenly as may be: a ball of many has room in its middle then, and a few that are far out leave
 * room to the rest.
 */
void piece_even(struct piece *p);

#endif
