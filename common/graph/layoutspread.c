#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graph/layout.h"

/* Cells of the page, each with a chain of the discs whose centres are in it. */
struct cells {
	double size;
	size_t columns, rows;
	uint32_t *first, *next;
};

enum { CELLS_MOST = 512 };

struct discs {
	double *x, *y;
	size_t n;
	const struct layout_page *page;
	struct cells cells;
};

static size_t cell_along(double at, double size, size_t n)
{
	double k = at / size;
	return k < 0 ? 0 : k >= (double)n ? n - 1 : (size_t)k;
}

static size_t cell_of(const struct discs *d, size_t i)
{
	const struct cells *c = &d->cells;
	return cell_along(d->y[i], c->size, c->rows) * c->columns +
	       cell_along(d->x[i], c->size, c->columns);
}

/* No disc reaches beyond the cells around its own. */
static void cells_make(struct discs *d)
{
	struct cells *c = &d->cells;
	double widest = 1e-3;
	for (size_t i = 0; i < d->n; i++)
		widest = fmax(widest, 2 * d->page->radius[i] + d->page->gap);
	c->size = fmax(widest, fmax(d->page->width, d->page->height) / CELLS_MOST);
	c->columns = (size_t)(d->page->width / c->size) + 1;
	c->rows = (size_t)(d->page->height / c->size) + 1;
	c->first = mem_resize(NULL, c->columns * c->rows, sizeof *c->first);
	c->next = mem_resize(NULL, d->n + 1, sizeof *c->next);
}

static void cells_fill(struct discs *d)
{
	struct cells *c = &d->cells;
	memset(c->first, 0xff, c->columns * c->rows * sizeof *c->first);
	for (size_t i = d->n; i-- > 0;) {
		size_t cell = cell_of(d, i);
		c->next[i] = c->first[cell];
		c->first[cell] = (uint32_t)i;
	}
}

/* Moves two discs off each other, the smaller one more; false when they do not overlap. */
static bool part(struct discs *d, size_t i, size_t j)
{
	const double *radius = d->page->radius;
	double dx = d->x[j] - d->x[i], dy = d->y[j] - d->y[i];
	double wanted = radius[i] + radius[j] + d->page->gap, square = dx * dx + dy * dy;
	if (square >= wanted * wanted * 0.9999)
		return false;
	double far = sqrt(square);
	if (far < 1e-6) { /* in one place: any direction will do, but not the same for all */
		dx = (double)((i * 7 + j * 3) % 11) - 5;
		dy = (double)((i * 5 + j * 13) % 13) - 6.5;
		far = sqrt(dx * dx + dy * dy);
		dx *= 1e-6 / far;
		dy *= 1e-6 / far;
		far = 1e-6;
	}
	double off = (wanted - far) / far, heavy_i = radius[i] * radius[i] + 1e-3,
	       heavy_j = radius[j] * radius[j] + 1e-3;
	double share = heavy_j / (heavy_i + heavy_j);
	d->x[i] -= off * share * dx;
	d->y[i] -= off * share * dy;
	d->x[j] += off * (1 - share) * dx;
	d->y[j] += off * (1 - share) * dy;
	return true;
}

static bool part_from_cell(struct discs *d, size_t i, size_t cell)
{
	bool any = false;
	for (uint32_t j = d->cells.first[cell]; j != UINT32_MAX; j = d->cells.next[j])
		if (j > i)
			any |= part(d, i, j);
	return any;
}

static bool part_from_all(struct discs *d, size_t i)
{
	const struct cells *c = &d->cells;
	size_t row = cell_along(d->y[i], c->size, c->rows),
	       column = cell_along(d->x[i], c->size, c->columns);
	bool any = false;
	for (size_t y = row ? row - 1 : 0; y <= row + 1 && y < c->rows; y++)
		for (size_t x = column ? column - 1 : 0; x <= column + 1 && x < c->columns; x++)
			any |= part_from_cell(d, i, y * c->columns + x);
	return any;
}

static double within(double at, double radius, double size)
{
	double high = fmax(size - radius, size / 2), low = fmin(radius, size / 2);
	return at < low ? low : at > high ? high : at;
}

void layout_spread(double *x, double *y, size_t n, const struct layout_page *page, int rounds)
{
	struct discs d = {.x = x, .y = y, .n = n, .page = page};
	bool any = true;
	cells_make(&d);
	for (int round = 0; any && round < rounds; round++) {
		any = false;
		cells_fill(&d);
		for (size_t i = 0; i < n; i++)
			any |= part_from_all(&d, i);
		for (size_t i = 0; i < n; i++) {
			x[i] = within(x[i], page->radius[i], page->width);
			y[i] = within(y[i], page->radius[i], page->height);
		}
	}
	free(d.cells.first);
	free(d.cells.next);
}
