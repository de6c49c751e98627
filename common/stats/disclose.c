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

bool disclose_lacks(const struct layer *l, const uint32_t *codes, size_t axis)
{
	return intern_text(&l->cells->axes[axis]->values, codes[axis]).n == 0;
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
			used[i]->use |= TABLE_VALUES;
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

static bool shows_shares(const struct request *r)
{
	for (size_t i = 0; i < r->nmeasures; i++)
		if (r->measures[i].stat == STAT_SHARE)
			return true;
	return r->percent == PERCENT_ALL;
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
	if (shows_shares(r))
		use_table(d, t->all, TABLE_BASE);
}

/* The rules. */

static unsigned number_flags(const struct disclose *d, const struct cells *cells, size_t cell)
{
	const struct layout *l = cells->layout;
	unsigned flags = 0;
	for (size_t i = 0; i < l->nvariables; i++) {
		size_t at = cell * l->nvariables + i;
		struct magnitude m = {.n = cells->ranges[at].n};
		if (l->nlargest) {
			m.total = exactsum_quad(
				&cells->sums[cell * l->nsums + (size_t)l->variables[i].at[PART_X]]);
			m.largest = cells->largest + at * l->nlargest;
		}
		flags |= sensitive_count(d->rules, m.n) | sensitive_sum(d->rules, &m);
	}
	return flags;
}

/* In a survey a missing group value makes no domain, and has no row. */
static bool is_written(const struct disclose *d, const struct layer *l, const uint32_t *codes)
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
	for (size_t cell = 0; l->use && cell < cells->n; cell++) {
		cells_codes(cells, (uint32_t)cell, codes);
		if (cells->count[cell] == 0 || !is_written(d, l, codes))
			continue;
		unsigned flags = sensitive_count(d->rules, cells->count[cell]);
		if (l->use & TABLE_GROUPS)
			flags |= number_flags(d, cells, cell);
		l->flags[cell] = (unsigned char)flags;
	}
	free(codes);
}

struct disclose *disclose_new(const struct tabulation *t)
{
	const struct disclosure *rules = &t->request->disclosure;
	if (!sensitive_rules(rules))
		return NULL;
	struct disclose *d = mem_zero(1, sizeof *d);
	d->t = t;
	d->rules = rules;
	d->layers = mem_zero(t->ntables, sizeof *d->layers);
	for (size_t i = 0; i < t->ntables; i++)
		d->layers[i] =
			(struct layer){.cells = t->tables[i], .ngroups = t->tables[i]->naxes};
	use_tables(d);
	for (size_t i = 0; i < t->ntables; i++)
		flag_cells(d, &d->layers[i]);
	return d;
}

/* What the writer asks. */

static unsigned flags_at(const struct disclose *d, const struct cells *cells, uint32_t cell)
{
	size_t i = 0;
	while (d->layers[i].cells != cells)
		i++;
	return d->layers[i].flags[cell];
}

unsigned disclose_group(const struct disclose *d, const struct view *v)
{
	return v->cell == CELL_NONE ? 0 : flags_at(d, v->cells, v->cell);
}

/* The codes that a cell of another layer has on the axes of this one; further ones have texts. */
static uint32_t find_cell(const struct layer *l, const struct view *v, const struct measure *m,
	struct str a, struct str b)
{
	const struct cells *cells = l->cells;
	uint32_t *codes = mem_zero(cells->naxes + v->cells->naxes + 2, sizeof *codes);
	uint32_t *group = codes + cells->naxes, cell = 0;
	cells_codes(v->cells, v->cell, group);
	for (size_t i = 0; i < cells->naxes && cell != CELL_NONE; i++) {
		size_t k = 0;
		while (k < v->cells->naxes && v->cells->axes[k] != cells->axes[i])
			k++;
		if (k < v->cells->naxes)
			codes[i] = group[k];
		else
			codes[i] = intern_find(&cells->axes[i]->values,
				str_eq(cells->axes[i]->name, m->variable) ? a : b);
		if (codes[i] == INTERN_NONE)
			cell = CELL_NONE;
	}
	if (cell != CELL_NONE)
		cell = cells_find(cells, codes);
	free(codes);
	return cell;
}

unsigned disclose_value(const struct disclose *d, const struct view *v, const struct measure *m,
	struct str a, struct str b)
{
	if (v->cell == CELL_NONE || !STATS[m->stat].counts_values)
		return 0;
	struct axis **axes = mem_zero(v->cells->naxes + 2, sizeof(struct axis *));
	size_t n = v->cells->naxes;
	memcpy(axes, v->cells->axes, n * sizeof(struct axis *));
	if (a.p)
		add_axis(axes, &n, value_axis(d->t, m->variable));
	if (b.p)
		add_axis(axes, &n, value_axis(d->t, m->args[0]));
	const struct layer *l = n > v->cells->naxes ? disclose_layer(d, axes, n) : NULL;
	free(axes);
	uint32_t cell = l ? find_cell(l, v, m, a, b) : CELL_NONE;
	return cell == CELL_NONE ? 0 : l->flags[cell];
}

/* On how many records at least a result rests: those that hold the value shown, or that lie beyond
 * it. */
static uint64_t support(
	const struct view *v, const struct measure *m, const struct result *r, struct str level)
{
	const struct layout *l = v->cells->layout;
	size_t i = 0;
	double p = 0;
	while (i < l->nvariables && !str_eq(l->variables[i].name, m->variable))
		i++;
	const struct range *range =
		i < l->nvariables ? &v->cells->ranges[v->cell * l->nvariables + i] : NULL;
	switch (m->stat) {
	case STAT_MIN: return range->nmin;
	case STAT_MAX: return range->nmax;
	case STAT_MEDIAN:
	case STAT_QUANTILE:
		number_parse(level, &p);
		return (uint64_t)((double)r->n * (p < 0.5 ? p : 1 - p));
	default: return r->n;
	}
}

unsigned disclose_result(const struct disclose *d, const struct view *v, const struct measure *m,
	const struct result *r, struct str level)
{
	if (v->cell == CELL_NONE || r->n == 0)
		return 0;
	return support(v, m, r, level) < d->rules->suppress ? FLAG_FREQ : 0;
}

void disclose_free(struct disclose *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->t->ntables; i++)
		free(d->layers[i].flags);
	free(d->layers);
	free(d);
}
