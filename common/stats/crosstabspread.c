#include <math.h>
#include <stdlib.h>

#include "stats/crosstabstate.h"

static double percent_of(const struct crosstab *x, const struct view *cell, const struct view *base)
{
	const struct rounding *to = &x->request->rounding;
	if (to->to == 0)
		return estimate_part(x->t, cell, base, 100);
	uint64_t all = base ? view_count(base) : x->t->records,
		 whole = base ? rounding_key(to, base->cells, base->cell) : ROUNDING_ALL,
		 part = rounding_key(to, cell->cells, cell->cell);
	double of = rounding_apply(to, (double)all, whole);
	return of > 0 ? 100 * rounding_apply(to, (double)view_count(cell), part) / of : NAN;
}

/* What a row has of a measure: the number, or how far it is from that of another period. */
enum aspect { ASPECT_NUMBER, ASPECT_DIFFERENCE, ASPECT_PERCENT };

/* A measure, or one of its values. */
struct spread_row {
	const struct measure *measure;
	const struct tallied_value *value; /* NULL: the measure itself */
	enum aspect aspect;
};

/* x->codes are those of the cell. Returns why it is not shown. */
static unsigned write_compared(
	struct crosstab *x, const struct spread_row *row, const struct view *cell)
{
	const struct measure *m = row->measure;
	struct result r = estimate(x->t, cell, m);
	unsigned flags = crosstab_flags_of_cell(x, cell, m, &r);
	struct change c = crosstab_change(x, cell, m, flags);
	writer_number(x->w, row->aspect == ASPECT_DIFFERENCE ? c.difference : c.percent);
	return flags;
}

/* Returns why it is not shown. */
static unsigned write_cell(struct crosstab *x, const struct group *g, const struct spread_row *row,
	const struct view *cell, const struct view *col)
{
	const struct measure *m = row->measure;
	struct view all = view_all(x->t);
	if (row->aspect != ASPECT_NUMBER)
		return write_compared(x, row, cell);
	const struct view *const bases[] = {
		NULL, &g->view, col, x->t->layout.weighted ? &all : NULL};
	bool counts = m->stat == STAT_N || m->stat == STAT_RECORDS || m->stat == STAT_SHARE ||
	              (row->value && row->value->part == VALUE_N);
	bool zero = x->request->zero || x->disclose; /* what is empty is hidden then */
	struct result r =
		row->value ? estimate_value(x->t, cell, m, *row->value) : estimate(x->t, cell, m);
	unsigned flags = crosstab_flags_of_cell(x, cell, m, &r);
	struct draws draws = crosstab_draws(x, cell, m);
	if ((view_count(cell) == 0 && !(zero && counts)) || crosstab_hides(x, flags))
		writer_field(x->w, STR(""));
	else if (x->request->percent)
		writer_number(x->w, percent_of(x, cell, bases[x->request->percent]));
	else if (m->stat == STAT_N || m->stat == STAT_RECORDS)
		crosstab_write_n(x, cell, m);
	else
		writer_number(x->w, crosstab_shown(x, m, &r, &draws));
	return flags;
}

/* Among the flags of a row: those of the cell in this column. */
static void note_flags(struct crosstab *x, struct str column, unsigned flags)
{
	if (!flags)
		return;
	if (x->noted.n)
		buf_putc(&x->noted, ';');
	for (size_t i = 0; i < column.n; i++)
		buf_putc(&x->noted, column.p[i] == ';' ? ',' : column.p[i]);
	buf_putc(&x->noted, ':');
	sensitive_words(&x->noted, flags);
}

/* The cell of a row, or of the row of totals; x->codes are its codes. */
static struct view spread_cell(struct crosstab *x, const struct group *g, uint32_t code)
{
	const struct cells *cells = g->codes ? g->block->cells : x->t->cols;
	size_t n = g->codes ? g->block->nby : 0;
	memcpy(x->codes, g->codes ? g->codes : x->codes, n * sizeof *x->codes);
	x->codes[n] = code;
	return (struct view){cells, cells_find(cells, x->codes)};
}

static void write_row_total(struct crosstab *x, const struct group *g, const struct spread_row *row)
{
	struct view all = view_all(x->t);
	if (g->codes)
		memcpy(x->codes, g->codes, g->block->nby * sizeof *x->codes);
	note_flags(x, STR("*"), write_cell(x, g, row, &g->view, &all));
}

static void write_spread(struct crosstab *x, const struct group *g, const struct spread_row *row)
{
	const struct ranks *ranks = crosstab_ranks_of(x, x->t->cross);
	const struct cells *cols = x->t->cols;
	for (size_t i = 0; i < ranks->n; i++) {
		struct view col = {cols, cols ? cells_find(cols, &ranks->code[i]) : CELL_NONE};
		struct view cell = spread_cell(x, g, ranks->code[i]);
		note_flags(x, x->spread[i], write_cell(x, g, row, &cell, &col));
	}
	if (x->request->total)
		write_row_total(x, g, row);
	if (x->disclose)
		writer_value(x->w, buf_str(&x->noted));
	buf_clear(&x->noted);
	writer_end(x->w);
}

static void write_spread_value(struct crosstab *x, const struct group *g, const struct measure *m,
	uint32_t code, enum value_part part)
{
	static const char *const stats[] = {"n", "pct_records", "pct_valid"};
	struct tallied_value value = {code, part};
	struct str level = intern_text(&estimate_levels(x->t, &g->view, m).axis->values, code);
	crosstab_write_subject(x, g,
		&(struct subject){.stat = level.n ? stats[part] : "n_missing",
			.variable = m->variable,
			.level = level});
	write_spread(x, g, &(struct spread_row){m, &value, ASPECT_NUMBER});
}

/* The values that a group has, and a row for the records that have none. */
static void write_spread_freq(struct crosstab *x, const struct group *g, const struct measure *m)
{
	struct levels l = estimate_levels(x->t, &g->view, m);
	uint32_t missing = intern_find(&l.axis->values, STR(""));
	size_t n;
	struct ranked *ranked = crosstab_ranked_levels(x, &l, &n);
	for (size_t i = 0; i < n; i++)
		for (int part = VALUE_N; part <= VALUE_OF_VALID && ranked[i].code != missing;
			part++)
			write_spread_value(x, g, m, ranked[i].code, (enum value_part)part);
	if (missing != INTERN_NONE)
		write_spread_value(x, g, m, missing, VALUE_N);
	free(ranked);
}

static void write_spread_measure(
	struct crosstab *x, const struct group *g, const struct measure *m, enum aspect aspect)
{
	static const char *const ends[] = {"", "_difference", "_percent"};
	if (x->has_subject)
		crosstab_write_subject(x, g,
			&(struct subject){.stat = arena_fmt(&x->arena, "%s%s",
						  STATS[m->stat].output, ends[aspect])
		                                          .p,
				.variable = crosstab_shown_variable(x, m)});
	else
		crosstab_write_groups(x, g);
	write_spread(x, g, &(struct spread_row){m, NULL, aspect});
}

void crosstab_write_spread_rows(struct crosstab *x, const struct group *g)
{
	enum aspect last = x->request->compared ? ASPECT_PERCENT : ASPECT_NUMBER;
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		if (m->stat == STAT_FREQ) {
			write_spread_freq(x, g, m);
			continue;
		}
		for (int aspect = ASPECT_NUMBER; aspect <= (int)last; aspect++)
			write_spread_measure(x, g, m, (enum aspect)aspect);
	}
}
