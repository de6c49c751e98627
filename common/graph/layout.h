/*
 * layout: where the nodes of a graph lie on a page.
 *
 * Connected parts are laid out one by one (layoutpiece.h), turned so that they lie along the page
 * and packed side by side, the largest first; nodes without ties stand in rows below. Discs do not
 * overlap where the page has room for them all. The same graph, discs and seed give the same
 * places, whatever the order of the rows the graph came from; every place is finite and on the
 * page.
 */
#ifndef KOOP_GRAPH_LAYOUT_H
#define KOOP_GRAPH_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "graph/graph.h"

struct layout_page {
	double width, height;
	double *radius; /* of each disc, in the same units; all are made smaller for a thin part */
	double gap;     /* between discs */
	/* What a name takes: isolates stand so far apart where that is two rows at most. */
	double name_width, name_height;
	const uint32_t *group; /* isolates of one group stand together; NULL: there are none */
	uint32_t seed;
};

/* Of an undirected graph; x and y have room for its nodes. False when isolates have no room for
 * names.
 */
bool layout_find(double *x, double *y, const struct graph *g, const struct layout_page *page);

/* Pushes discs apart until none overlap or `rounds` have passed, and keeps them on the page. */
void layout_spread(double *x, double *y, size_t n, const struct layout_page *page, int rounds);

#endif
