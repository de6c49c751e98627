/*
 * backbone: the edges that are strong for their ends, by the disparity filter of Serrano, Boguñá
 * and Vespignani (2009).
 *
 * alpha of an edge at one of its ends is the probability that a weight as large would come about if
 * the end had dealt out its strength at random over its k edges: (1 - weight / strength) ^ (k - 1).
 * An end with one edge says nothing: alpha is 1.
 */
#ifndef KOOP_GRAPH_BACKBONE_H
#define KOOP_GRAPH_BACKBONE_H

#include "graph/graph.h"

struct backbone {
	double *source, *target; /* alpha of each edge at its two ends; in a directed graph out of
	                            one, into the other */
};

void backbone_find(struct backbone *b, const struct graph *g);
void backbone_release(struct backbone *b);

#endif
