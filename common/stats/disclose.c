#include <stdlib.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/disclosestate.h"

/* The axis of a column whose values are counted. */
static struct axis *value_axis(const struct tabulation *t, struct str column)
{
	for (size_t i = 0; i < t->naxes; i++)
		if (t->axes[i]->kind != AXIS_PERIOD && str_eq(t->axes[i]->name, column))
			return t->axes[i];
	return NULL;
}

static bool has_axis(struct axis *const *axes, size_t n, const struct axis *a)
{
	for (size_t i = 0; i < n; i++)
		if (axes[i] == a)
			return true;
	return false;
}

/* Adds an axis that is not there yet. */
static void add_axis(struct axis **axes, size_t *n, struct axis *a)
{
	if (a && !has_axis(axes, *n, a))
		axes[(*n)++] = a;
}

static struct layer *layer_of(const struct disclose *d, const struct cells *cells)
{
	size_t i = 0;
	while (d->layers[i].cells != cells)
		i++;
	return &d->layers[i];
}

struct layer *disclose_layer(const struct disclose *d, struct axis *const *axes, size_t n)
{
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct cells *cells = d->layers[i].cells;
		size_t same = 0;
		for (size_t k = 0; k < n && cells->naxes == n; k++)
			same += has_axis(cells->axes, n, axes[k]);
		if (cells->naxes == n && same == n)
			return &d->layers[i];
	}
	return NULL;
}

uint32_t disclose_cell(const struct layer *l, const struct layer *other, const uint32_t *codes)
{
	const struct cells *cells = l->cells;
	uint32_t *here = mem_zero(cells->naxes + 1, sizeof *here);
	for (size_t k = 0; k < cells->naxes; k++) {
		size_t i = 0;
		while (other->cells->axes[i] != cells->axes[k])
			i++;
		here[k] = codes[i];
	}
	uint32_t cell = cells_find(cells, here);
	free(here);
	return cell;
}

static bool is_subset(const struct cells *part, const struct cells *whole)
{
	for (size_t k = 0; k < part->naxes; k++)
		if (!has_axis(whole->axes, whole->naxes, part->axes[k]))
			return false;
	return part->naxes < whole->naxes;
}

static bool hides_parts(const struct disclose *d, const struct layer *whole,
	const struct layer *part, uint32_t cell)
{
	bool values = !(part->use & TABLE_GROUPS) && whole->cells->naxes == part->ngroups;
	if (cell == CELL_NONE)
		return false;
	if (!(whole->use & TABLES_SHOWN))
		return sensitive_count(d->rules, whole->cells->count[cell]);
	return whole->flags[cell] & (values ? ~0u : FLAG_FREQ);
}

bool disclose_part(const struct disclose *d, const struct cells *cells, const uint32_t *codes)
{
	const struct layer *part = layer_of(d, cells)->twin;
	if (!d->rules->complementary)
		return false;
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct layer *l = &d->layers[i];
		if (l->twin == l && (l->use & (TABLES_SHOWN | TABLE_LINK)) &&
			is_subset(l->cells, cells) &&
			hides_parts(d, l, part, disclose_cell(l, layer_of(d, cells), codes)))
			return true;
	}
	return false;
}

size_t disclose_axis(const struct disclose *d, const struct axis *a)
{
	size_t i = 0;
	while (d->t->axes[i] != a)
		i++;
	return i;
}

static bool disclose_lacks(const struct layer *l, const uint32_t *codes, size_t axis)
{
	return !axis_is_value(l->cells->axes[axis], codes[axis]);
}

/* What the tables are for. */

static void use_table(struct disclose *d, const struct cells *cells, unsigned use)
{
	for (size_t i = 0; cells && i < d->t->ntables; i++)
		if (d->layers[i].cells == cells)
			d->layers[i].use |= use;
}

static void use_values(struct disclose *d, const struct cells *groups, const struct measure *m)
{
	const struct tabulation *t = d->t;
	struct axis **axes = mem_zero(groups->naxes + 2, sizeof(struct axis *));
	size_t n = groups->naxes;
	if (n)
		memcpy(axes, groups->axes, n * sizeof(struct axis *));
	add_axis(axes, &n, value_axis(t, m->variable));
	struct layer *one = disclose_layer(d, axes, n);
	if (m->stat == STAT_XTAB)
		add_axis(axes, &n, value_axis(t, m->args[0]));
	struct layer *both = disclose_layer(d, axes, n);
	if (n > groups->naxes + 1)
		axes[n - 2] = axes[n - 1];
	struct layer *other = disclose_layer(d, axes, n > groups->naxes + 1 ? n - 1 : n);
	struct layer *const used[] = {one, both, other};
	for (size_t i = 0; i < 3; i++)
		if (used[i] && used[i]->cells != groups) {
			used[i]->use |=
				m->stat == STAT_MR ? TABLE_VALUES | TABLE_RESPONSES : TABLE_VALUES;
			used[i]->ngroups = groups->naxes;
		}
	free(axes);
}

static void use_groups(struct disclose *d, const struct cells *groups, unsigned use)
{
	const struct request *r = d->t->request;
	use_table(d, groups, use);
	for (size_t i = 0; groups && i < r->nmeasures; i++)
		if (STATS[r->measures[i].stat].counts_values)
			use_values(d, groups, &r->measures[i]);
}

/* Do shares tell how many records there are in all, or column nbase? */
static bool shows_all(const struct tabulation *t)
{
	const struct request *r = t->request;
	bool base = t->survey, counts = false;
	for (size_t i = 0; i < r->nmeasures; i++) {
		enum stat stat = r->measures[i].stat;
		if (stat == STAT_SHARE)
			return true;
		counts |= stat == STAT_N || stat == STAT_RECORDS;
		base |= STATS[stat].has_level || STATS[stat].of_spells;
	}
	return r->percent == PERCENT_ALL || (counts && base);
}

static void use_tables(struct disclose *d)
{
	const struct tabulation *t = d->t;
	const struct request *r = t->request;
	for (size_t i = 0; i < t->nblocks; i++) {
		const struct block *b = &t->blocks[i];
		use_groups(d, b->cells, TABLE_GROUPS);
		if (t->cross && r->total)
			use_table(d, b->rows, TABLE_GROUPS);
		if (r->percent == PERCENT_ROW)
			use_table(d, b->rows, TABLE_BASE);
	}
	if (r->total) {
		use_groups(d, t->all, TABLE_GROUPS);
		use_table(d, t->cols, TABLE_GROUPS);
	}
	if (r->percent == PERCENT_COL)
		use_table(d, t->cols, TABLE_BASE);
	if (shows_all(t))
		use_table(d, t->all, TABLE_BASE);
}

/* The rules. */

struct magnitude disclose_numbers(const struct cells *cells, size_t cell, size_t variable)
{
	const struct layout *l = cells->layout;
	const struct variable *v = &l->variables[variable];
	size_t at = cell * l->nvariables + variable;
	struct magnitude m = {.n = cells->ranges[at].n};
	if (v->parts[PART_X])
		m.total = exactsum_quad(&cells->sums[cell * l->nsums + (size_t)v->at[PART_X]]);
	if (l->nlargest)
		m.largest = cells->largest + at * l->nlargest;
	return m;
}

static unsigned number_flags(const struct disclose *d, const struct cells *cells, size_t cell)
{
	unsigned flags = 0;
	for (size_t i = 0; i < cells->layout->nvariables; i++) {
		struct magnitude m = disclose_numbers(cells, cell, i);
		flags |= sensitive_count(d->rules, m.n) | sensitive_sum(d->rules, &m);
	}
	return flags;
}

/* In a survey a missing group value makes no domain, and has no row. */
bool disclose_is_written(const struct disclose *d, const struct layer *l, const uint32_t *codes)
{
	bool groups = l->use & TABLE_GROUPS;
	for (size_t k = 0; k < l->cells->naxes; k++)
		if ((d->t->survey || (!groups && k >= l->ngroups)) && disclose_lacks(l, codes, k))
			return false;
	return true;
}

static void flag_cells(struct disclose *d, struct layer *l)
{
	const struct cells *cells = l->cells;
	uint32_t *codes = mem_zero(cells->naxes + 1, sizeof *codes);
	l->flags = mem_zero(cells->n + 1, 1);
	bool shown = l->use & TABLES_SHOWN;
	for (size_t cell = 0; shown && cell < cells->n; cell++) {
		cells_codes(cells, (uint32_t)cell, codes);
		if (cells->count[cell] == 0 || !disclose_is_written(d, l, codes))
			continue;
		unsigned flags = sensitive_count(d->rules, cells->count[cell]);
		if (l->use & TABLE_GROUPS)
			flags |= number_flags(d, cells, cell);
		l->flags[cell] = (unsigned char)flags;
	}
	free(codes);
}

/* Are these axes what two of the tables shown have in common? */
static bool is_link(const struct disclose *d, const struct cells *cells)
{
	for (size_t i = 0; i < d->t->ntables; i++)
		for (size_t k = 0; k < i; k++) {
			const struct cells *a = d->layers[i].cells, *b = d->layers[k].cells;
			size_t common = 0;
			for (size_t j = 0; j < a->naxes; j++)
				common += has_axis(b->axes, b->naxes, a->axes[j]);
			if (d->layers[i].use & d->layers[k].use & TABLES_SHOWN &&
				common == cells->naxes && is_subset(cells, a) &&
				is_subset(cells, b))
				return true;
		}
	return false;
}

/* Of the layers along the same axes the first stands for all. */
static void find_twins(struct disclose *d)
{
	for (size_t i = 0; i < d->t->ntables; i++) {
		struct layer *l = &d->layers[i];
		l->twin = disclose_layer(d, l->cells->axes, l->cells->naxes);
		l->twin->use |= l->use;
		if (l->twin->use & TABLE_GROUPS)
			l->twin->ngroups = l->cells->naxes;
	}
	for (size_t i = 0; i < d->t->ntables; i++) {
		struct layer *l = &d->layers[i];
		if (l->twin == l && !(l->use & TABLES_SHOWN) && is_link(d, l->cells))
			l->use |= TABLE_LINK;
	}
}

/* What is hidden in a table is hidden in one with the axes in another order, too. */
static void copy_flags(struct disclose *d)
{
	uint32_t *codes = mem_zero(d->t->naxes + 1, sizeof *codes);
	for (size_t i = 0; i < d->t->ntables; i++) {
		struct layer *l = &d->layers[i];
		for (size_t cell = 0; l->twin != l && cell < l->cells->n; cell++) {
			cells_codes(l->cells, (uint32_t)cell, codes);
			uint32_t there = disclose_cell(l->twin, l, codes);
			l->flags[cell] = there == CELL_NONE ? 0 : l->twin->flags[there];
		}
	}
	free(codes);
}

static bool splits(const struct disclose *d, struct axis *a)
{
	uint64_t n = 0;
	if (a->kind == AXIS_VALUE)
		return true;
	const struct layer *l = disclose_layer(d, &a, 1);
	for (size_t cell = 0; l && cell < l->cells->n; cell++)
		n += l->cells->count[cell];
	return n == d->t->records;
}

/* What would be hidden but for what is hidden already. */
static void close_gaps(struct disclose *d)
{
	d->splits = mem_zero(d->t->naxes + 1, sizeof *d->splits);
	for (size_t i = 0; i < d->t->naxes; i++)
		d->splits[i] = splits(d, d->t->axes[i]);
	if (d->rules->complementary) {
		disclose_secondary(d);
		copy_flags(d);
	}
	if (!d->rules->audit)
		disclose_verify(d);
}

struct disclose *disclose_new(const struct tabulation *t, const struct ranks *ranks)
{
	const struct disclosure *rules = &t->request->disclosure;
	if (!sensitive_rules(rules))
		return NULL;
	struct disclose *d = mem_zero(1, sizeof *d);
	d->t = t;
	d->rules = rules;
	d->ranks = ranks;
	d->layers = mem_zero(t->ntables, sizeof *d->layers);
	for (size_t i = 0; i < t->ntables; i++)
		d->layers[i] =
			(struct layer){.cells = t->tables[i], .ngroups = t->tables[i]->naxes};
	use_tables(d);
	find_twins(d);
	for (size_t i = 0; i < t->ntables; i++)
		flag_cells(d, &d->layers[i]);
	if (sensitive_proof(rules))
		close_gaps(d);
	return d;
}

/* What the writer asks. */

unsigned disclose_group(const struct disclose *d, const struct cells *cells, const uint32_t *codes)
{
	uint32_t cell = cells_find(cells, codes);
	unsigned flags = cell == CELL_NONE ? 0 : layer_of(d, cells)->flags[cell];
	return flags | (disclose_part(d, cells, codes) ? FLAG_FREQ | FLAG_PART : 0);
}

/* The codes of a group along the axes of a further layer; those it has not are of texts. False when
 * there is no such text. */
static bool value_codes(const struct layer *l, const struct view *v, const struct measure *m,
	const struct str texts[2], uint32_t *codes)
{
	const struct cells *cells = l->cells;
	bool found = true;
	cells_codes(v->cells, v->cell, codes);
	for (size_t i = v->cells->naxes; i < cells->naxes; i++) {
		const struct axis *a = cells->axes[i];
		codes[i] = intern_find(&a->values, texts[!str_eq(a->name, m->variable)]);
		found &= codes[i] != INTERN_NONE;
	}
	return found;
}

/* The table of the groups of a view by the columns of which there are values. */
static const struct layer *value_layer(const struct disclose *d, const struct view *v,
	const struct measure *m, const struct str texts[2])
{
	struct axis **axes = mem_zero(v->cells->naxes + 2, sizeof(struct axis *));
	size_t n = v->cells->naxes, i = 0;
	if (n)
		memcpy(axes, v->cells->axes, n * sizeof(struct axis *));
	if (texts[0].p)
		add_axis(axes, &n, value_axis(d->t, m->variable));
	if (texts[1].p)
		add_axis(axes, &n, value_axis(d->t, m->args[0]));
	while (n > 0 && i < d->t->ntables &&
		(d->layers[i].cells->naxes != n ||
			memcmp(d->layers[i].cells->axes, axes, n * sizeof *axes) != 0))
		i++;
	free(axes);
	return n > v->cells->naxes && i < d->t->ntables ? &d->layers[i] : NULL;
}

unsigned disclose_value(const struct disclose *d, const struct view *v, const struct measure *m,
	struct str a, struct str b)
{
	const struct str texts[2] = {a, b};
	unsigned flags = 0;
	if (v->cell == CELL_NONE || !STATS[m->stat].counts_values)
		return 0;
	const struct layer *l = value_layer(d, v, m, texts);
	if (!l)
		return 0;
	uint32_t *codes = mem_zero(l->cells->naxes + 1, sizeof *codes);
	if (value_codes(l, v, m, texts, codes))
		flags = disclose_group(d, l->cells, codes);
	free(codes);
	return flags;
}

static size_t variable_at(const struct layout *l, struct str name)
{
	size_t i = 0;
	while (i < l->nvariables && !str_eq(l->variables[i].name, name))
		i++;
	return i;
}

/* How many numbers go with the rarest value of a column in a group; `most` if none is rarer. */
static uint64_t rarest(
	const struct disclose *d, const struct view *v, const struct measure *test, uint64_t most)
{
	const struct measure m = {.variable = test->args[0]};
	const struct str texts[2] = {
		STR("any"), {NULL, 0}
        };
	const struct layer *l = value_layer(d, v, &m, texts);
	if (!l)
		return most;
	const struct axis *a = l->cells->axes[v->cells->naxes];
	uint32_t *codes = mem_zero(l->cells->naxes + 1, sizeof *codes);
	size_t y = variable_at(l->cells->layout, test->variable);
	cells_codes(v->cells, v->cell, codes);
	for (uint32_t code = 0; code < a->values.n; code++) {
		codes[v->cells->naxes] = code;
		uint32_t cell = cells_find(l->cells, codes);
		uint64_t n = cell == CELL_NONE ? 0 : disclose_numbers(l->cells, cell, y).n;
		if (axis_is_value(a, code) && n > 0 && n < most)
			most = n;
	}
	free(codes);
	return most;
}

/* The records of the smaller part, where there are two. */
static uint64_t smaller_part(const struct result *r)
{
	uint64_t part = (uint64_t)(r->estimate * (double)r->n + 0.5), rest = r->n - part;
	if (part == 0 || rest == 0)
		return r->n;
	return part < rest ? part : rest;
}

/* On how many records at least a result rests: those that hold the value shown, or lie beyond it.
 */
static uint64_t support(const struct disclose *d, const struct view *v, const struct measure *m,
	const struct result *r, struct str level)
{
	const struct layout *l = v->cells->layout;
	size_t i = variable_at(l, m->variable);
	double p = 0;
	const struct range *range =
		i < l->nvariables ? &v->cells->ranges[v->cell * l->nvariables + i] : NULL;
	switch (m->stat) {
	case STAT_MIN: return range->nmin;
	case STAT_MAX: return range->nmax;
	case STAT_MEDIAN:
	case STAT_QUANTILE:
		number_parse(level, &p);
		return (uint64_t)((double)r->n * (p < 0.5 ? p : 1 - p));
	case STAT_TTEST: return m->nargs ? rarest(d, v, m, r->n) : r->n;
	case STAT_OUTSIDE_CAPITAL: return m->nargs ? r->n : smaller_part(r);
	default: return r->n;
	}
}

unsigned disclose_result(const struct disclose *d, const struct view *v, const struct measure *m,
	const struct result *r, struct str level)
{
	if (v->cell == CELL_NONE || r->n == 0)
		return 0;
	return support(d, v, m, r, level) < d->rules->suppress ? FLAG_FREQ : 0;
}

void disclose_free(struct disclose *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->t->ntables; i++)
		free(d->layers[i].flags);
	free(d->splits);
	free(d->layers);
	free(d);
}
