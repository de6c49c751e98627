/*
 * layoutpack: boxes of different sizes side by side, without overlap.
 */
#ifndef KOOP_GRAPH_LAYOUTPACK_H
#define KOOP_GRAPH_LAYOUTPACK_H

#include <stddef.h>

struct box {
	double width, height; /* above 0 */
	double x, y;          /* its corner, when packed */
};

/*
 * Puts each box where it reaches least far down, in their order, into the width that suits `aspect`
 * (width by height of the page) best; what they take together in *width and *height.
 */
void boxes_pack(struct box *boxes, size_t n, double aspect, double *width, double *height);

#endif
