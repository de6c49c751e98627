#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/calibrate.h"

/* The values of the columns, as the record has them; no field holds a TAB. */
static struct str key_of(struct calibration *c, const struct record *rec, const size_t *columns)
{
	buf_clear(&c->key);
	for (size_t i = 0; i < c->ncolumns; i++) {
		if (i)
			buf_putc(&c->key, '\t');
		buf_addstr(&c->key, record_field(rec, columns[i]));
	}
	return buf_str(&c->key);
}

/* How a message shows a cell. */
static struct str shown(struct calibration *c, struct str key)
{
	struct str text = arena_str(&c->arena, key);
	char *p = arena_alloc(&c->arena, text.n + 1, 1);
	for (size_t i = 0; i < text.n; i++)
		p[i] = text.p[i] == '\t' ? ',' : text.p[i];
	return (struct str){p, text.n};
}

/* The one column of the file that the sample is not matched by. */
static size_t population_column(
	const struct calibration *c, const struct header *h, const size_t *columns)
{
	bool *used = mem_zero(h->n, sizeof *used);
	size_t other = 0, n = 0;
	for (size_t i = 0; i < c->ncolumns; i++)
		used[columns[i]] = true;
	for (size_t i = 0; i < h->n; i++)
		if (!used[i]) {
			other = i;
			n++;
		}
	free(used);
	if (n != 1)
		diex("%s: one column of populations is needed beside those of the cells, not %zu",
			c->file, n);
	return other;
}

static void room_for_cells(void *owner, size_t n)
{
	struct calibration *c = owner;
	while (c->cap_cells < n)
		c->population =
			mem_grow(c->population, c->cap_cells, &c->cap_cells, sizeof *c->population);
	for (; c->npopulation < n; c->npopulation++)
		c->population[c->npopulation] = 0;
}

static void read_population(struct calibration *c, const char *list)
{
	char *const files[] = {(char *)(uintptr_t)c->file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *h = reader_header(reader);
	size_t n, *columns = header_need_list(h, list, &n, &c->arena);
	size_t population = population_column(c, h, columns);
	struct record rec;
	while (reader_next(reader, &rec)) {
		struct str field = record_field(&rec, population), key = key_of(c, &rec, columns);
		size_t before = c->cells.n;
		uint32_t cell = intern_add(&c->cells, key);
		if (c->cells.n == before)
			die_at(&rec.pos, "a second population of '" STR_FMT "'",
				STR_ARG(shown(c, key)));
		room_for_cells(c, cell + (size_t)1);
		if (!number_parse(field, &c->population[cell]) || c->population[cell] <= 0)
			die_at(&rec.pos, "'" STR_FMT "' is no population", STR_ARG(field));
	}
	if (reader_refused(reader))
		diex("%s: a population that cannot be read", c->file);
	reader_close(reader);
}

void calibrate_need(struct calibration *c, const struct header *h, const char *spec)
{
	struct str all = str_of(spec);
	size_t at = str_index(all, '=');
	*c = (struct calibration){0};
	if (at == 0 || at + 1 >= all.n)
		diex("'%s' for option '--poststrata' is not COLUMNS=FILE", spec);
	const char *list = arena_str(&c->arena, str_head(all, at)).p;
	c->file = arena_str(&c->arena, str_from(all, at + 1)).p;
	c->columns = header_need_list(h, list, &c->ncolumns, &c->arena);
	read_population(c, list);
}

static void room_for_weights(void *owner, size_t n)
{
	struct calibration *c = owner;
	if (n <= c->nweights)
		return;
	while (c->cap_weights < n)
		c->weights =
			mem_grow(c->weights, c->cap_weights, &c->cap_weights, sizeof *c->weights);
	memset(c->weights + c->nweights, 0, (n - c->nweights) * sizeof *c->weights);
	c->nweights = n;
}

/* All parts of a sample are read beside the same populations. */
static void merge_population(void *into, void *from)
{
	double *here = into, there = *(double *)from;
	if (*here == 0)
		*here = there;
	else if (*here != there)
		diex("the parts of the sample were not read with the same populations");
}

static void write_population(struct buf *out, const void *value)
{
	char text[NUMBER_MAX];
	buf_add(out, text, number_format(*(const double *)value, text));
}

static bool parse_population(struct str text, void *value)
{
	return number_parse(text, value) && *(double *)value > 0;
}

static const struct state_type POPULATION = {
	sizeof(double), merge_population, write_population, parse_population};

void calibrate_state(struct calibration *c, struct state *s, const void *leaves)
{
	struct state_table *t = state_texts(s, "populations", &c->cells);
	state_room(t, c, room_for_cells);
	state_column(t, &POPULATION, &c->population, sizeof *c->population, 0, 1);
	t = state_pairs(s, "weights", &c->leaves, leaves, &c->cells);
	state_room(t, c, room_for_weights);
	state_column(t, &STATE_SUM, &c->weights, sizeof *c->weights,
		offsetof(struct leaf_weight, sum), 2);
}

uint32_t calibrate_take(
	struct calibration *c, const struct record *rec, uint32_t leaf, double weight)
{
	struct str key = key_of(c, rec, c->columns);
	uint32_t cell = intern_find(&c->cells, key);
	if (cell == INTERN_NONE)
		die_at(&rec->pos, "no population of '" STR_FMT "' in %s", STR_ARG(shown(c, key)),
			c->file);
	uint32_t pair = pairs_number(&c->leaves, leaf, cell);
	if (pair == c->nweights)
		room_for_weights(c, pair + (size_t)1);
	exactsum_add(&c->weights[pair].sum, weight);
	exactsum_add_product(&c->weights[pair].squares, weight, weight);
	return pair;
}

void calibrate_settle(struct calibration *c, const double *factor)
{
	size_t n = c->leaves.n, cells = c->cells.n;
	c->factor = mem_zero(n, sizeof *c->factor);
	c->residuals = mem_zero(n, sizeof *c->residuals);
	c->before = mem_zero(cells, sizeof *c->before);
	c->means = mem_zero(cells, sizeof *c->means);
	for (uint32_t i = 0; i < n; i++) {
		c->factor[i] = factor ? factor[pair_first(&c->leaves, i)] : 1.0;
		c->before[pair_second(&c->leaves, i)] +=
			c->factor[i] * exactsum_quad(&c->weights[i].sum);
	}
	for (uint32_t cell = 0; cell < cells; cell++)
		if (!(c->before[cell] > 0))
			diex("%s: no record of the sample stands for '" STR_FMT "'", c->file,
				STR_ARG(shown(c, intern_text(&c->cells, cell))));
	for (uint32_t i = 0; i < n; i++) {
		uint32_t cell = pair_second(&c->leaves, i);
		c->factor[i] = c->factor[i] * c->population[cell] / c->before[cell];
	}
}

/* Weighted by the new weights, the mean of z / w in a cell is its sum by the population. */
struct influence *calibrate_residuals(
	struct calibration *c, const struct influence *z, size_t n, size_t *nresiduals)
{
	struct influence *r = c->residuals;
	memset(r, 0, c->leaves.n * sizeof *r);
	memset(c->means, 0, c->cells.n * sizeof *c->means);
	for (size_t i = 0; i < n; i++) {
		struct influence *at = &r[z[i].leaf];
		at->z += z[i].z;
		at->squares += z[i].squares;
		at->cross += z[i].cross;
		c->means[pair_second(&c->leaves, z[i].leaf)] += z[i].z;
	}
	for (uint32_t i = 0; i < c->leaves.n; i++) {
		uint32_t cell = pair_second(&c->leaves, i);
		quad mean = c->means[cell] / c->population[cell], f = c->factor[i];
		r[i].leaf = pair_first(&c->leaves, i);
		r[i].z -= mean * f * exactsum_quad(&c->weights[i].sum);
		r[i].squares += mean * mean * f * f * exactsum_quad(&c->weights[i].squares) -
		                2 * mean * r[i].cross;
	}
	*nresiduals = c->leaves.n;
	return r;
}

void calibrate_release(struct calibration *c)
{
	for (size_t i = 0; i < c->leaves.n; i++) {
		exactsum_release(&c->weights[i].sum);
		exactsum_release(&c->weights[i].squares);
	}
	pairs_release(&c->leaves);
	intern_release(&c->cells);
	free(c->population);
	free(c->before);
	free(c->weights);
	free(c->factor);
	free(c->residuals);
	free(c->means);
	buf_release(&c->key);
	arena_release(&c->arena);
}
