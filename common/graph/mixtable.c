/* Mixing of groups, pair by pair. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/mixing.h"
#include "graph/sum.h"

struct str grouping_name(const struct grouping *groups, uint32_t group)
{
	return group < groups->n ? groups->names[group] : STR("(none)");
}

/* An edge with its pair of groups. */
struct paired {
	uint32_t a, b;
	size_t edge;
};

static int by_groups(const void *x, const void *y)
{
	const struct paired *p = x, *q = y;
	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	if (p->b != q->b)
		return p->b < q->b ? -1 : 1;
	return p->edge < q->edge ? -1 : p->edge > q->edge;
}

/* A place for every group in the order of names, "(none)" among them. */
static uint32_t place_of(uint32_t group, uint32_t none_at)
{
	return group == INTERN_NONE ? none_at : group + (group >= none_at);
}

static uint32_t group_at(const struct grouping *groups, uint32_t place, uint32_t none_at)
{
	if (place == none_at)
		return (uint32_t)groups->n;
	return place - (place > none_at);
}

static struct paired *pair_edges(
	const struct graph *g, const struct grouping *groups, uint32_t none_at)
{
	struct paired *pairs = mem_resize(NULL, g->edges + 1, sizeof *pairs);
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = place_of(groups->of[g->ends[e].a], none_at);
		uint32_t b = place_of(groups->of[g->ends[e].b], none_at);
		bool turn = !g->directed && a > b;
		pairs[e] = turn ? (struct paired){b, a, e} : (struct paired){a, b, e};
	}
	qsort(pairs, g->edges, sizeof *pairs, by_groups);
	return pairs;
}

/* What the moments of the counts are made of, over nodes with a group and the edges between them.
 */
struct moments {
	double *size, *degrees; /* of each group, those without last: nodes, and the sum of their
	                           degrees */
	double n, edges;
	double joined; /* pairs of edges that share a node */
	double apart;  /* pairs that do not */
};

static void moments_init(struct moments *mo, const struct graph *g, const struct grouping *groups)
{
	double *degree = mem_zero(g->nodes + 1, sizeof *degree);
	*mo = (struct moments){.size = mem_zero(groups->n + 1, sizeof(double)),
		.degrees = mem_zero(groups->n + 1, sizeof(double))};
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = g->ends[e].a, b = g->ends[e].b;
		if (groups->of[a] == INTERN_NONE || groups->of[b] == INTERN_NONE)
			continue;
		mo->edges++;
		degree[a]++;
		degree[b]++;
	}
	for (size_t i = 0; i < g->nodes; i++) {
		bool none = groups->of[i] == INTERN_NONE;
		size_t group = none ? groups->n : groups->of[i];
		mo->size[group]++;
		mo->degrees[group] += degree[i];
		mo->n += !none;
		mo->joined += degree[i] * (degree[i] - 1) / 2;
	}
	mo->apart = mo->edges * (mo->edges - 1) / 2 - mo->joined;
	free(degree);
}

/* Falling factorial x (x - 1) … of k terms. */
static double falling(double x, int k)
{
	double product = 1;
	for (int i = 0; i < k; i++)
		product *= x - i;
	return product;
}

static double part(double a, double b)
{
	return b > 0 ? a / b : 0;
}

static void find_moments(struct mixing_cell *cell, const struct moments *mo)
{
	double a = mo->size[cell->a], b = mo->size[cell->b], n = mo->n, m = mo->edges, three, four;
	double k_a = mo->degrees[cell->a], k_b = mo->degrees[cell->b];
	if (cell->a == cell->b) {
		cell->perm_mean = m * part(falling(a, 2), falling(n, 2));
		three = falling(a, 3);
		four = falling(a, 4);
		cell->config_mean = part(k_a * (k_a - 1), 2 * (2 * m - 1));
	} else {
		cell->perm_mean = 2 * m * part(a * b, falling(n, 2));
		three = a * b * (a + b - 2);
		four = 4 * falling(a, 2) * falling(b, 2);
		cell->config_mean = part(k_a * k_b, 2 * m - 1);
	}
	double variance = cell->perm_mean + 2 * mo->joined * part(three, falling(n, 3)) +
	                  2 * mo->apart * part(four, falling(n, 4)) -
	                  cell->perm_mean * cell->perm_mean;
	cell->perm_sd = sqrt(fmax(variance, 0));
}

static void fill_cell(struct mixing_cell *cell, const struct graph *g,
	const struct grouping *groups, const struct moments *mo)
{
	double a = mo->size[cell->a], b = mo->size[cell->b];
	cell->possible = cell->a != cell->b ? a * b : g->directed ? a * (a - 1) : a * (a - 1) / 2;
	cell->perm_mean = cell->perm_sd = cell->config_mean = NAN;
	if (!g->directed && cell->a < groups->n && cell->b < groups->n)
		find_moments(cell, mo);
}

struct mixing_cell *mixing_table(const struct graph *g, const struct grouping *groups, size_t *n)
{
	uint32_t none_at = 0;
	while (none_at < groups->n && str_cmp(groups->names[none_at], STR("(none)")) < 0)
		none_at++;
	struct paired *pairs = pair_edges(g, groups, none_at);
	struct mixing_cell *cells = NULL;
	struct moments mo;
	size_t cap = 0;
	moments_init(&mo, g, groups);
	*n = 0;
	for (size_t i = 0, j; i < g->edges; i = j) {
		struct sum weight = {0};
		for (j = i; j < g->edges && pairs[j].a == pairs[i].a && pairs[j].b == pairs[i].b;
			j++)
			sum_add(&weight, graph_weight(g, pairs[j].edge));
		cells = mem_grow(cells, *n, &cap, sizeof *cells);
		cells[*n] = (struct mixing_cell){.a = group_at(groups, pairs[i].a, none_at),
			.b = group_at(groups, pairs[i].b, none_at),
			.edges = j - i,
			.weight = sum_value(&weight)};
		fill_cell(&cells[(*n)++], g, groups, &mo);
	}
	free(pairs);
	free(mo.size);
	free(mo.degrees);
	return cells;
}
