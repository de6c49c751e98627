#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/greg.h"
#include "stats/linear.h"

static size_t moments_of(const struct greg *g)
{
	return g->n * (g->n + 1) / 2;
}

static size_t moment_at(size_t p, size_t q)
{
	return p > q ? p * (p + 1) / 2 + q : q * (q + 1) / 2 + p;
}

/* The columns of the file. */
struct file_columns {
	size_t variable, value, total;
};

static void check_new(const struct greg *g, const struct greg_column *x, const struct pos *pos)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->x[i].known && str_eq(g->x[i].name, x->name) &&
			str_eq(g->x[i].value, x->value))
			die_at(pos, "a second total of '" STR_FMT "' '" STR_FMT "'",
				STR_ARG(x->name), STR_ARG(x->value));
}

static void take_total(struct greg *g, const struct header *h, const struct file_columns *c,
	const struct record *rec)
{
	struct greg_column x = {.known = true};
	struct str total = record_field(rec, c->total);
	x.name = arena_str(&g->arena, record_value(rec, c->variable, &g->arena));
	x.value = arena_str(&g->arena, record_field(rec, c->value));
	if (!number_parse(total, &x.total))
		die_at(&rec->pos, "'" STR_FMT "' is no total", STR_ARG(total));
	check_new(g, &x, &rec->pos);
	if (x.name.n == 0) {
		if (x.value.n)
			die_at(&rec->pos, "a value, but no variable");
		g->x[0] = x;
		return;
	}
	if (g->n == GREG_COLUMNS)
		die_at(&rec->pos, "more than %d totals", GREG_COLUMNS - 1);
	x.column = header_need(h, x.name);
	g->x[g->n++] = x;
}

void greg_need(struct greg *g, const struct header *h, const char *file, size_t nreplicates)
{
	char *const files[] = {(char *)(uintptr_t)file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *columns = reader_header(reader);
	struct record rec;
	*g = (struct greg){.n = 1, .file = file, .nreplicates = nreplicates};
	for (const char *const *name = (const char *const[]){"variable", "value", "total", NULL};
		*name; name++)
		if (header_find(columns, str_of(*name)) == COLUMN_NONE)
			diex("%s has no column '%s'", file, *name);
	struct file_columns c = {header_need(columns, STR("variable")),
		header_need(columns, STR("value")), header_need(columns, STR("total"))};
	while (reader_next(reader, &rec))
		take_total(g, h, &c, &rec);
	if (reader_refused(reader))
		diex("%s: a total that cannot be read", file);
	if (g->n == 1 && !g->x[0].known)
		diex("%s has no totals", file);
	reader_close(reader);
	g->totals = arena_alloc(&g->arena, g->n, sizeof *g->totals);
	g->value = arena_zero(&g->arena, greg_values(g), sizeof *g->value);
	for (size_t i = 0; i < g->n; i++) {
		g->totals[i] = g->x[i].total;
		intern_add(&g->names, arena_fmt(&g->arena, "%05zu", i));
	}
}

static double value_of(const struct greg *g, const struct record *rec, size_t p)
{
	const struct greg_column *x = &g->x[p];
	struct str field = record_field(rec, x->column);
	double value = 1;
	if (p == 0)
		return 1;
	if (x->value.n)
		return str_eq(field, x->value);
	if (!number_parse(field, &value))
		die_at(&rec->pos,
			"'" STR_FMT "' is not a number, in column '" STR_FMT
			"', whose total is known",
			STR_ARG(field), STR_ARG(x->name));
	return value;
}

static void room_for_moments(void *owner, size_t n)
{
	struct greg *g = owner;
	size_t width = moments_of(g), cap = g->cap_moments ? g->cap_moments : 64;
	if (n <= g->nmoments)
		return;
	while (cap < n)
		cap *= 2;
	if (cap > g->cap_moments)
		g->moments = mem_resize(g->moments, cap, width * sizeof *g->moments);
	g->cap_moments = cap;
	memset(g->moments + g->nmoments * width, 0, (n - g->nmoments) * width * sizeof *g->moments);
	g->nmoments = n;
}

static void take_columns(const struct greg *g, const struct record *rec, double *x)
{
	for (size_t p = 0; p < g->n; p++)
		x[p] = value_of(g, rec, p);
}

/* The record lies in the leaf with this weight; `value` becomes its products with the columns. */
static uint32_t add_to_leaf(
	struct greg *g, uint32_t leaf, double weight, const double *x, double *value)
{
	size_t before = g->leaves.n;
	uint32_t pair = pairs_number(&g->leaves, leaf, 0);
	for (uint32_t p = 1; g->leaves.n > before && p < g->n; p++)
		pairs_number(&g->leaves, leaf, p);
	room_for_moments(g, leaf + (size_t)1);
	struct exactsum *moments = g->moments + leaf * moments_of(g);
	for (size_t p = 0; p < g->n; p++) {
		value[p] = weight * x[p];
		for (size_t q = 0; q <= p; q++)
			if (x[p] != 0 && x[q] != 0)
				exactsum_add_product3(
					&moments[moment_at(p, q)], weight, x[p], x[q]);
	}
	return pair;
}

uint32_t greg_take(struct greg *g, const struct record *rec, uint32_t leaf, double weight)
{
	double x[GREG_COLUMNS];
	take_columns(g, rec, x);
	return add_to_leaf(g, leaf, weight, x, g->value);
}

uint32_t greg_take_replicates(struct greg *g, const struct record *rec, const double *weights)
{
	double x[GREG_COLUMNS];
	take_columns(g, rec, x);
	uint32_t first = add_to_leaf(g, 0, weights[0], x, g->value);
	for (uint32_t r = 1; r <= g->nreplicates; r++)
		add_to_leaf(g, r, weights[r], x, g->value + r * g->n);
	return first;
}

/* All parts of a sample are calibrated to the same. */
static void merge_total(void *into, void *from)
{
	if (*(double *)into != *(double *)from)
		diex("the parts of the sample were not read with the same totals");
}

static void write_total(struct buf *out, const void *value)
{
	char text[NUMBER_MAX];
	buf_add(out, text, number_format(*(const double *)value, text));
}

static bool parse_total(struct str text, void *value)
{
	return number_parse(text, value);
}

static const struct state_type TOTAL = {sizeof(double), merge_total, write_total, parse_total};

/* The totals are there from the start. */
static void room_for_totals(void *owner, size_t n)
{
	(void)owner;
	(void)n;
}

void greg_state(struct greg *g, struct state *s, const void *leaves)
{
	struct state_table *t = state_texts(s, "totals", &g->names);
	state_room(t, g, room_for_totals);
	state_column(t, &TOTAL, &g->totals, sizeof *g->totals, 0, 1);
	state_pairs(s, "weights", &g->leaves, leaves, &g->names);
	t = state_along(s, "moments", leaves);
	state_room(t, g, room_for_moments);
	state_column(
		t, &STATE_SUM, &g->moments, moments_of(g) * sizeof *g->moments, 0, moments_of(g));
}

/* Solves products * x = b, with columns made as long as each other first. */
static bool solve(const struct greg *g, const quad *products, quad *b)
{
	quad a[GREG_COLUMNS * GREG_COLUMNS], scale[GREG_COLUMNS];
	for (size_t p = 0; p < g->n; p++)
		scale[p] = 1 / sqrtl((long double)products[p * g->n + p]);
	for (size_t p = 0; p < g->n; p++) {
		b[p] *= scale[p];
		for (size_t q = 0; q < g->n; q++)
			a[p * g->n + q] = products[p * g->n + q] * scale[p] * scale[q];
	}
	bool good = linear_solve(a, b, g->n, 1);
	for (size_t p = 0; p < g->n; p++)
		b[p] *= scale[p];
	return good;
}

/* Where the total of column 0 is not known, the column stands alone in the products, with no part
 * in what is solved. */
static void leave_out_first(const struct greg *g, quad *products)
{
	for (size_t p = 1; p < g->n && !g->x[0].known; p++)
		products[p] = products[p * g->n] = 0;
}

/* The column that no record of weight stands for, or the number of columns. */
static size_t empty_column(const struct greg *g, const quad *products)
{
	size_t p = 0;
	while (p < g->n && products[p * g->n + p] > 0)
		p++;
	return p;
}

static bool find_coefficients(const struct greg *g, quad *products, quad *coefficient)
{
	for (size_t p = 0; p < g->n; p++)
		coefficient[p] = g->x[p].known ? g->totals[p] - products[p * g->n] : 0;
	leave_out_first(g, products);
	if (!solve(g, products, coefficient))
		return false;
	coefficient[0] += 1;
	return true;
}

static void settle_sample(struct greg *g)
{
	size_t empty = empty_column(g, g->products);
	if (empty < g->n)
		diex("%s: no record of the sample stands for '" STR_FMT "' '" STR_FMT "'", g->file,
			STR_ARG(g->x[empty].name), STR_ARG(g->x[empty].value));
	if (!find_coefficients(g, g->products, g->coefficient))
		diex("%s: in the sample the totals follow from each other; leave one value of each "
		     "variable out",
			g->file);
}

/* Adds the products of the columns in a leaf. */
static void add_products(const struct greg *g, size_t leaf, quad *products)
{
	const struct exactsum *moments = g->moments + leaf * moments_of(g);
	for (size_t p = 0; p < g->n; p++)
		for (size_t q = 0; q < g->n; q++)
			products[p * g->n + q] += exactsum_quad(&moments[moment_at(p, q)]);
}

static void settle_replicate(struct greg *g, size_t replicate)
{
	quad products[GREG_COLUMNS * GREG_COLUMNS] = {0};
	quad *coefficient = g->coefficient + replicate * g->n;
	add_products(g, replicate, products);
	if (empty_column(g, products) == g->n && find_coefficients(g, products, coefficient))
		return;
	for (size_t p = 0; p < g->n; p++)
		coefficient[p] = NAN;
}

static void cross(struct greg *g, size_t leaf)
{
	const struct exactsum *moments = g->moments + leaf * moments_of(g);
	for (size_t p = 0; p < g->n; p++)
		for (size_t q = 0; q < g->n; q++)
			g->crossed[leaf * g->n + p] +=
				g->coefficient[q] * exactsum_quad(&moments[moment_at(p, q)]);
}

void greg_settle(struct greg *g)
{
	g->coefficient = mem_zero(greg_values(g), sizeof *g->coefficient);
	g->products = mem_zero(g->n * g->n, sizeof *g->products);
	g->crossed = mem_zero(g->nmoments * g->n, sizeof *g->crossed);
	g->residuals = mem_zero(g->nmoments, sizeof *g->residuals);
	if (g->nmoments == 0)
		return;
	for (size_t leaf = 0; leaf < (g->nreplicates ? 1 : g->nmoments); leaf++)
		add_products(g, leaf, g->products);
	settle_sample(g);
	for (size_t r = 1; r <= g->nreplicates; r++)
		settle_replicate(g, r);
	for (size_t leaf = 0; leaf < g->nmoments && !g->nreplicates; leaf++)
		cross(g, leaf);
}

struct influence *greg_residuals(
	struct greg *g, const struct influence *z, size_t n, size_t *nresiduals)
{
	struct influence *r = g->residuals;
	quad explained[GREG_COLUMNS] = {0};
	memset(r, 0, g->nmoments * sizeof *r);
	for (size_t i = 0; i < n; i++) {
		uint32_t p = pair_second(&g->leaves, z[i].leaf);
		r[pair_first(&g->leaves, z[i].leaf)].z += g->coefficient[p] * z[i].z;
		explained[p] += g->x[p].known ? z[i].z : 0;
	}
	solve(g, g->products, explained);
	for (uint32_t leaf = 0; leaf < g->nmoments; leaf++) {
		r[leaf].leaf = leaf;
		for (size_t p = 0; p < g->n; p++)
			r[leaf].z -= explained[p] * g->crossed[leaf * g->n + p];
	}
	*nresiduals = g->nmoments;
	return r;
}

void greg_release(struct greg *g)
{
	for (size_t i = 0; i < g->nmoments * moments_of(g); i++)
		exactsum_release(&g->moments[i]);
	pairs_release(&g->leaves);
	intern_release(&g->names);
	free(g->moments);
	free(g->coefficient);
	free(g->products);
	free(g->crossed);
	free(g->residuals);
	arena_release(&g->arena);
}
