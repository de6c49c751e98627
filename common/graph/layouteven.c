#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/layoutpiece.h"

/* How much of the way from where forces put nodes to where they lie evenly. */
static const double SHARE = 0.65;

struct spoke {
	double radius;
	uint32_t node;
};

static int by_radius(const void *a, const void *b)
{
	const struct spoke *x = a, *y = b;
	if (x->radius != y->radius)
		return x->radius < y->radius ? -1 : 1;
	return (x->node > y->node) - (x->node < y->node);
}

static struct spoke *spokes_of(const struct piece *p, double mx, double my)
{
	struct spoke *spokes = mem_resize(NULL, p->n + 1, sizeof *spokes);
	for (uint32_t i = 0; i < p->n; i++) {
		double dx = p->x[i] - mx, dy = p->y[i] - my;
		spokes[i] = (struct spoke){sqrt(dx * dx + dy * dy), i};
	}
	qsort(spokes, p->n, sizeof *spokes, by_radius);
	return spokes;
}

void piece_even(struct piece *p)
{
	double mx = 0, my = 0, n = (double)p->n;
	for (size_t i = 0; i < p->n; i++) {
		mx += p->x[i] / n;
		my += p->y[i] / n;
	}
	struct spoke *spokes = spokes_of(p, mx, my);
	/* Of a disc on which nodes lie evenly half are within 1 / sqrt 2 of its radius. */
	double whole = spokes[p->n / 2].radius * sqrt(2);
	for (size_t k = 0; k < p->n; k++) {
		double radius = spokes[k].radius, even = whole * sqrt(((double)k + 0.5) / n);
		double by = radius > 0 ? 1 + SHARE * (even / radius - 1) : 1;
		uint32_t i = spokes[k].node;
		p->x[i] = mx + by * (p->x[i] - mx);
		p->y[i] = my + by * (p->y[i] - my);
	}
	free(spokes);
}
