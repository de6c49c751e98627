/*
 * bimode: what is measured in a network of two modes, where ties are only between one and the
 * other.
 *
 * Degree, closeness and betweenness are set against the largest that a node of its mode could have
 * (Borgatti and Everett 1997); clustering is that of Latapy, Magnien and Del Vecchio (2008): the
 * mean of shared / all neighbours over the nodes two steps away. O(sum of squared degrees).
 */
#ifndef KOOP_GRAPH_BIMODE_H
#define KOOP_GRAPH_BIMODE_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"

struct bimode {
	size_t items, events; /* nodes of each mode; events have numbers from `first` on */
	uint32_t first;
	double *clustering;
	double squares; /* cycles of four */
};

void bimode_find(struct bimode *b, const struct graph *g, uint32_t first_event);
void bimode_release(struct bimode *b);

/* The degree as a share of the other mode. */
double bimode_degree(const struct bimode *b, const struct graph *g, size_t node);

/* The same for betweenness, and for the sum of distances to `reached` nodes, itself included. */
double bimode_betweenness(
	const struct bimode *b, const struct graph *g, size_t node, double betweenness);
double bimode_closeness(const struct bimode *b, const struct graph *g, size_t node, double distance,
	double reached);

#endif
