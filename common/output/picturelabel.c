#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "output/drawlegend.h"
#include "output/picture.h"

/*
 * So many of the largest nodes may have a name that lies over smaller ones; every name keeps clear
 * of other names and of the discs of these.
 */
enum { IMPORTANT_LEAST = 10, IMPORTANT_MOST = 40 };

enum { CELL = 40, PLACES = 8, NAME_LONGEST = 260, NAME_SHORTER = 130 };

static const double SIZE_LEAST = 10, SIZE_MOST = 15, ROOM = 2;

struct rectangle {
	double left, top, right, bottom;
};

/* What is on the page already: discs by the cell of their centre, and the names that are shown. */
struct page {
	struct picture *p;
	size_t columns, rows, important;
	uint32_t *first, *next;
	double widest; /* radius */
	uint32_t *rank;
	struct rectangle *taken;
	size_t ntaken;
};

static size_t cell_at(double at, size_t n)
{
	double k = at / CELL;
	return k < 0 ? 0 : k >= (double)n ? n - 1 : (size_t)k;
}

static void page_make(struct page *page)
{
	struct picture *p = page->p;
	size_t n = p->g->nodes;
	page->columns = (size_t)(p->width / CELL) + 1;
	page->rows = (size_t)(p->height / CELL) + 1;
	page->first = mem_resize(NULL, page->columns * page->rows, sizeof *page->first);
	memset(page->first, 0xff, page->columns * page->rows * sizeof *page->first);
	page->next = mem_resize(NULL, n + 1, sizeof *page->next);
	page->rank = mem_resize(NULL, n + 1, sizeof *page->rank);
	page->taken = mem_resize(NULL, n + 1, sizeof *page->taken);
	for (uint32_t i = 0; i < n; i++) {
		size_t cell = cell_at(p->y[i], page->rows) * page->columns +
		              cell_at(p->x[i], page->columns);
		page->next[i] = page->first[cell];
		page->first[cell] = i;
		page->widest = fmax(page->widest, p->radius[i]);
		page->rank[p->order[i]] = i;
	}
	size_t share = n / 20;
	page->important = share < IMPORTANT_LEAST  ? IMPORTANT_LEAST
	                  : share > IMPORTANT_MOST ? IMPORTANT_MOST
	                                           : share;
}

static bool covers(const struct rectangle *r, double x, double y, double radius)
{
	double dx = fmax(fmax(r->left - x, x - r->right), 0),
	       dy = fmax(fmax(r->top - y, y - r->bottom), 0);
	return dx * dx + dy * dy < radius * radius;
}

/* How much of other discs lies under the rectangle; INFINITY where one of them is important. */
static double cost_of_discs(const struct page *page, const struct rectangle *r, uint32_t node)
{
	const struct picture *p = page->p;
	size_t bottom = cell_at(r->bottom + page->widest, page->rows),
	       right = cell_at(r->right + page->widest, page->columns);
	double cost = 0;
	for (size_t row = cell_at(r->top - page->widest, page->rows); row <= bottom; row++)
		for (size_t column = cell_at(r->left - page->widest, page->columns);
			column <= right; column++)
			for (uint32_t i = page->first[row * page->columns + column];
				i != UINT32_MAX; i = page->next[i]) {
				if (i == node || !covers(r, p->x[i], p->y[i], p->radius[i] + 0.5))
					continue;
				if (page->rank[i] < page->important)
					return INFINITY;
				cost += p->radius[i] * p->radius[i];
			}
	return cost;
}

static bool is_free(const struct page *page, const struct rectangle *r)
{
	const struct picture *p = page->p;
	if (r->left < 2 || r->right > p->width - 2 || r->top < p->top - PICTURE_FONT / 2.0 ||
		r->bottom > p->height - 2)
		return false;
	for (size_t i = 0; i < page->ntaken; i++) {
		const struct rectangle *t = &page->taken[i];
		if (r->left < t->right && t->left < r->right && r->top < t->bottom &&
			t->top < r->bottom)
			return false;
	}
	return true;
}

/* Right, left, below, above, then the corners: which way the box goes from the node. */
static const double WAYS[PLACES][2] = {
	{1,    0   },
        {-1,   0   },
        {0,    1   },
        {0,    -1  },
        {0.7,  0.7 },
        {0.7,  -0.7},
        {-0.7, 0.7 },
        {-0.7, -0.7}
};

static struct rectangle place_at(
	const struct picture *p, uint32_t node, const struct label *label, const double *way)
{
	double width = label->width, height = label->size * 1.15, far = p->radius[node] + ROOM;
	double x = p->x[node] + way[0] * (far + width / 2),
	       y = p->y[node] + way[1] * (far + height / 2);
	if (way[0] != 0 && way[1] != 0)
		x = p->x[node] + way[0] * far + (way[0] > 0 ? 0.5 : -0.5) * width;
	return (struct rectangle){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/* Where the name hides least, if it may be there at all. */
static void try_name(struct page *page, uint32_t node, double longest)
{
	struct picture *p = page->p;
	struct label *label = &p->labels[node];
	struct rectangle best = {0};
	double least = page->rank[node] < page->important ? INFINITY : 0.01;
	label->width = text_length(p->names[node], label->size, longest);
	for (int way = 0; way < PLACES; way++) {
		struct rectangle r = place_at(p, node, label, WAYS[way]);
		if (!is_free(page, &r))
			continue;
		double cost = cost_of_discs(page, &r, node);
		if (cost >= least)
			continue;
		least = cost;
		best = r;
		label->shown = true;
		if (cost <= 0)
			break;
	}
	if (!label->shown)
		return;
	page->taken[page->ntaken++] = best;
	label->x = best.left;
	label->y = best.bottom - 0.28 * label->size;
}

struct ranking {
	double size;
	uint32_t node;
};

static int by_size(const void *a, const void *b)
{
	const struct ranking *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return (x->node > y->node) - (x->node < y->node);
}

static void rank_nodes(struct picture *p)
{
	size_t n = p->g->nodes;
	struct ranking *ranking = arena_alloc(&p->arena, n + 1, sizeof *ranking);
	for (uint32_t i = 0; i < n; i++)
		ranking[i] = (struct ranking){isnan(p->size[i]) ? -INFINITY : p->size[i], i};
	qsort(ranking, n, sizeof *ranking, by_size);
	p->order = arena_alloc(&p->arena, n + 1, sizeof *p->order);
	for (size_t i = 0; i < n; i++)
		p->order[i] = ranking[i].node;
}

void picture_label(struct picture *p)
{
	struct page page = {.p = p};
	double least = INFINITY, most = 0;
	rank_nodes(p);
	page_make(&page);
	for (size_t i = 0; i < p->g->nodes; i++) {
		least = fmin(least, p->radius[i]);
		most = fmax(most, p->radius[i]);
	}
	p->labels = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->labels);
	for (size_t k = 0; k < p->g->nodes; k++) {
		uint32_t node = p->order[k];
		struct label *label = &p->labels[node];
		double part = most > least ? (p->radius[node] - least) / (most - least) : 0.4;
		label->size = round(SIZE_LEAST + part * (SIZE_MOST - SIZE_LEAST));
		if (!p->names[node].n || (!p->isolates_named && !graph_degree(p->m->flat, node)))
			continue;
		try_name(&page, node, NAME_LONGEST);
		if (!label->shown && label->width > NAME_SHORTER)
			try_name(&page, node, NAME_SHORTER);
	}
	free(page.first);
	free(page.next);
	free(page.rank);
	free(page.taken);
}
