#include <math.h>

#include "graph/layoutpack.h"

/* How finely the lower edge of what is there already is known, and how many widths are tried. */
enum { COLUMNS = 256, WIDTHS = 24 };

struct skyline {
	double width;
	double low[COLUMNS];
};

static size_t columns_of(const struct skyline *s, double width)
{
	double columns = ceil(width / s->width * COLUMNS - 1e-9);
	return columns < 1 ? 1 : columns > COLUMNS ? COLUMNS : (size_t)columns;
}

static double lowest(const struct skyline *s, size_t from, size_t n)
{
	double low = 0;
	for (size_t i = from; i < from + n; i++)
		low = fmax(low, s->low[i]);
	return low;
}

static void put_box(struct skyline *s, struct box *box)
{
	size_t n = columns_of(s, box->width), best = 0;
	double y = lowest(s, 0, n);
	for (size_t from = 1; from + n <= COLUMNS; from++) {
		double low = lowest(s, from, n);
		if (low < y - 1e-9) {
			y = low;
			best = from;
		}
	}
	box->x = (double)best * s->width / COLUMNS;
	box->y = y;
	for (size_t i = best; i < best + n; i++)
		s->low[i] = y + box->height;
}

/* The height that the boxes take in this width. */
static double pack(struct box *boxes, size_t n, double width)
{
	struct skyline s = {.width = width};
	for (size_t i = 0; i < n; i++)
		put_box(&s, &boxes[i]);
	return lowest(&s, 0, COLUMNS);
}

static double right_edge(const struct box *boxes, size_t n)
{
	double right = 0;
	for (size_t i = 0; i < n; i++)
		right = fmax(right, boxes[i].x + boxes[i].width);
	return right;
}

void boxes_pack(struct box *boxes, size_t n, double aspect, double *width, double *height)
{
	double area = 0, widest = 0, best = INFINITY, chosen = 1;
	for (size_t i = 0; i < n; i++) {
		area += boxes[i].width * boxes[i].height;
		widest = fmax(widest, boxes[i].width);
	}
	for (int k = 0; k < WIDTHS; k++) {
		double try = fmax(widest, sqrt(area * aspect) * (0.8 + k * 0.05));
		double tall = pack(boxes, n, try);
		double size = fmax(right_edge(boxes, n), tall * aspect);
		if (size < best - 1e-9) {
			best = size;
			chosen = try;
		}
	}
	*height = pack(boxes, n, chosen);
	*width = right_edge(boxes, n);
}
