#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graph/component.h"
#include "graph/layout.h"
#include "graph/layoutpack.h"
#include "graph/layoutpiece.h"

/* An edge of length 1 is at most so long on the page, and isolates take at most this share of it.
 */
static const double UNIT_MOST = 90, ISOLATES_MOST = 0.4;

/* A picture that does not fill the page may be drawn out by this much. */
static const double STRETCH = 1.3;

/* How much smaller discs become at most. */
static const double RADIUS_LEAST = 0.25;

/* Free space around a part, in lengths of an edge. */
static const double MARGIN = 0.8;

/*
 * The clusters of a small part, and the branches of one that is nearly a tree, are seen when
 * distances are right, which costs a pair each; in others forces part them, and distances are only
 * where these begin.
 */
enum { FORCE_LEAST = 120, PIVOTS = 60, PAIRS_MOST = 1000000, HALVINGS = 5, FEW_HALVINGS = 3 };
static const double TREE_TIES = 1.3;

/* Discs first keep this much of the room that each has apart, so that no clump is left. */
static const double EASE = 0.15;
enum { EASE_ROUNDS = 30, SPREAD_ROUNDS = 200 };

struct plan {
	const struct graph *g;
	const struct layout_page *page;
	struct components parts;
	struct piece *pieces; /* those with ties */
	struct box *boxes;
	size_t npieces;
	uint32_t *isolates;
	size_t nisolates;
	double isolates_height;
};

/* The members of each part, one part after the other, in order. */
static uint32_t *members(const struct plan *plan)
{
	const struct components *parts = &plan->parts;
	size_t *at = mem_zero(parts->n + 2, sizeof *at);
	uint32_t *nodes = mem_resize(NULL, plan->g->nodes + 1, sizeof *nodes);
	for (size_t k = 1; k < parts->n; k++)
		at[k + 1] = at[k] + parts->size[k];
	for (uint32_t i = 0; i < plan->g->nodes; i++)
		nodes[at[parts->of[i]]++] = i;
	free(at);
	return nodes;
}

/* Turns the part so that it is longest along the longer side of the page, its corner at 0. */
static void align(struct piece *p, bool upright)
{
	double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
	for (size_t i = 0; i < p->n; i++) {
		mx += p->x[i] / (double)p->n;
		my += p->y[i] / (double)p->n;
	}
	for (size_t i = 0; i < p->n; i++) {
		double dx = p->x[i] - mx, dy = p->y[i] - my;
		xx += dx * dx;
		xy += dx * dy;
		yy += dy * dy;
	}
	double half = (xx - yy) / 2, root = sqrt(half * half + xy * xy), c = 1, s = 0;
	if (root > 1e-12 * (xx + yy)) {
		double cc = (1 + half / root) / 2; /* of the angle of the longest axis */
		c = sqrt(cc);
		s = (xy < 0 ? -1 : 1) * sqrt(1 - cc > 0 ? 1 - cc : 0);
	}
	for (size_t i = 0; i < p->n; i++) {
		double dx = p->x[i] - mx, dy = p->y[i] - my;
		double along = c * dx + s * dy, across = c * dy - s * dx;
		p->x[i] = upright ? across : along;
		p->y[i] = upright ? along : across;
	}
}

static void measure_box(struct piece *p, struct box *box)
{
	double left = p->x[0], right = left, top = p->y[0], bottom = top;
	for (size_t i = 0; i < p->n; i++) {
		left = fmin(left, p->x[i]);
		right = fmax(right, p->x[i]);
		top = fmin(top, p->y[i]);
		bottom = fmax(bottom, p->y[i]);
	}
	for (size_t i = 0; i < p->n; i++) {
		p->x[i] += MARGIN - left;
		p->y[i] += MARGIN - top;
	}
	box->width = right - left + 2 * MARGIN;
	box->height = bottom - top + 2 * MARGIN;
}

static void lay_out(struct piece *p, struct randomness *r)
{
	double ties = (double)p->start[p->n] / 2;
	if (p->n < FORCE_LEAST || ties < TREE_TIES * (double)p->n) {
		piece_stress(p, PAIRS_MOST / p->n + 1, HALVINGS, r);
		return;
	}
	piece_stress(p, PIVOTS, FEW_HALVINGS, r);
	piece_force(p);
	piece_even(p);
}

static void make_pieces(struct plan *plan)
{
	const struct components *parts = &plan->parts;
	uint32_t *nodes = members(plan), *place = mem_zero(plan->g->nodes + 1, sizeof *place);
	size_t at = 0, k = 1;
	plan->pieces = mem_zero(parts->n + 1, sizeof *plan->pieces);
	plan->boxes = mem_zero(parts->n + 1, sizeof *plan->boxes);
	for (; k <= parts->n && parts->size[k] > 1; at += parts->size[k++]) {
		struct piece *p = &plan->pieces[plan->npieces];
		struct randomness r = {plan->page->seed};
		piece_make(p, plan->g, nodes + at, parts->size[k], place);
		lay_out(p, &r);
		align(p, plan->page->height > plan->page->width);
		measure_box(p, &plan->boxes[plan->npieces++]);
	}
	plan->nisolates = plan->g->nodes - at;
	plan->isolates = nodes;
	memmove(nodes, nodes + at, plan->nisolates * sizeof *nodes);
	free(place);
}

static int by_group(const void *a, const void *b, void *groups)
{
	const uint32_t *group_of = groups;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	if (group_of && group_of[x] != group_of[y])
		return group_of[x] < group_of[y] ? -1 : 1;
	return (x > y) - (x < y);
}

/* Rows and columns of one cell a node. */
struct lattice {
	double width, height; /* of a cell */
	size_t columns, rows;
	bool named; /* there is room for names */
};

static struct lattice lattice_of(size_t n, double width, double height, double page_width)
{
	struct lattice l = {.width = width, .height = height, .columns = 1};
	if (page_width > width)
		l.columns = (size_t)(page_width / width);
	l.rows = (n + l.columns - 1) / l.columns;
	return l;
}

/* With room for names where they are few, else as near to each other as they may be. */
static struct lattice choose_lattice(const struct plan *plan)
{
	const struct layout_page *page = plan->page;
	double widest = 0, most = page->height * (plan->npieces ? ISOLATES_MOST : 1);
	for (size_t i = 0; i < plan->nisolates; i++)
		widest = fmax(widest, 2 * page->radius[plan->isolates[i]]);
	double cell = widest + 2 * page->gap;
	struct lattice l = lattice_of(plan->nisolates, fmax(cell, page->name_width),
		cell + page->name_height, page->width);
	if (l.rows <= 2 && (double)l.rows * l.height <= most) {
		l.named = true;
		return l;
	}
	do {
		l = lattice_of(plan->nisolates, cell, cell, page->width);
		cell *= 0.9;
	} while ((double)l.rows * l.height > most && cell > 1e-3);
	return l;
}

/* Rows of nodes without ties at the foot of the page. */
static bool put_isolates(struct plan *plan, double *x, double *y)
{
	const struct layout_page *page = plan->page;
	if (!plan->nisolates)
		return true;
	struct lattice l = choose_lattice(plan);
	qsort_r(plan->isolates, plan->nisolates, sizeof *plan->isolates, by_group,
		(void *)(uintptr_t)page->group);
	plan->isolates_height = (double)l.rows * l.height;
	for (size_t i = 0; i < plan->nisolates; i++) {
		uint32_t node = plan->isolates[i];
		x[node] = ((double)(i % l.columns) + 0.5) * l.width;
		y[node] = page->height - plan->isolates_height +
		          ((double)(i / l.columns) + 0.5) * l.height;
	}
	return l.named;
}

/* A long thin part lies on so little of the page that its discs would be a heap. */
static void make_room(struct plan *plan, double area)
{
	const struct piece *largest = &plan->pieces[0];
	double *radius = plan->page->radius, discs = 0;
	for (size_t i = 0; i < largest->n; i++) {
		double r = radius[largest->node[i]] + plan->page->gap / 2;
		discs += 4 * r * r;
	}
	double smaller = fmax(sqrt(area / discs), RADIUS_LEAST);
	for (size_t i = 0; smaller < 1 && i < plan->g->nodes; i++)
		radius[i] *= smaller;
}

/* From lengths of edges to the units of the page. */
static void put_pieces(struct plan *plan, double *x, double *y)
{
	double room = plan->page->height - plan->isolates_height, width, height;
	if (!plan->npieces)
		return;
	boxes_pack(plan->boxes, plan->npieces, plan->page->width / room, &width, &height);
	double x_scale = fmin(plan->page->width / width, UNIT_MOST),
	       y_scale = fmin(room / height, UNIT_MOST), scale = fmin(x_scale, y_scale);
	x_scale = fmin(x_scale, STRETCH * scale);
	y_scale = fmin(y_scale, STRETCH * scale);
	double left = (plan->page->width - width * x_scale) / 2,
	       top = (room - height * y_scale) / 2;
	make_room(plan, plan->boxes[0].width * x_scale * plan->boxes[0].height * y_scale);
	for (size_t k = 0; k < plan->npieces; k++) {
		const struct piece *p = &plan->pieces[k];
		for (size_t i = 0; i < p->n; i++) {
			x[p->node[i]] = left + x_scale * (plan->boxes[k].x + p->x[i]);
			y[p->node[i]] = top + y_scale * (plan->boxes[k].y + p->y[i]);
		}
	}
}

/* Discs of nodes with ties, moved off each other in what the isolates leave of the page. */
static void spread_tied(const struct plan *plan, double *x, double *y)
{
	const struct layout_page *page = plan->page;
	size_t n = plan->g->nodes, tied = 0;
	uint32_t *node = mem_resize(NULL, n + 1, sizeof *node);
	double *at = mem_zero(3 * (n + 1), sizeof *at), *radius = at + 2 * (n + 1);
	for (uint32_t i = 0; i < n; i++) {
		if (plan->parts.size[plan->parts.of[i]] < 2)
			continue;
		at[tied] = x[i];
		at[n + 1 + tied] = y[i];
		radius[tied] = page->radius[i];
		node[tied++] = i;
	}
	struct layout_page rest = *page;
	rest.radius = radius;
	rest.height = page->height - plan->isolates_height;
	rest.gap = fmax(page->gap, EASE * sqrt(rest.width * rest.height / (double)(tied + 1)));
	layout_spread(at, at + n + 1, tied, &rest, EASE_ROUNDS);
	rest.gap = page->gap;
	layout_spread(at, at + n + 1, tied, &rest, SPREAD_ROUNDS);
	for (size_t i = 0; i < tied; i++) {
		x[node[i]] = at[i];
		y[node[i]] = at[n + 1 + i];
	}
	free(node);
	free(at);
}

bool layout_find(double *x, double *y, const struct graph *g, const struct layout_page *page)
{
	struct plan plan = {.g = g, .page = page};
	components_find(&plan.parts, g);
	make_pieces(&plan);
	bool named = put_isolates(&plan, x, y);
	put_pieces(&plan, x, y);
	spread_tied(&plan, x, y);
	for (size_t k = 0; k < plan.npieces; k++)
		piece_release(&plan.pieces[k]);
	free(plan.pieces);
	free(plan.boxes);
	free(plan.isolates);
	components_release(&plan.parts);
	return named;
}
