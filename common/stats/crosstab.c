#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/crosstab.h"
#include "stats/disclose.h"
#include "stats/estimate.h"
#include "stats/ranks.h"

enum form { FORM_PLAIN, FORM_LONG, FORM_SPREAD };

/* A table being written. */
struct crosstab {
	struct tabulation *t;
	const struct request *request;
	struct writer *w;
	struct disclose *disclose; /* NULL where all is shown */
	enum form form;
	bool has_subject; /* of rows of the spread form */
	bool has_variable, has_level, has_inference, has_deff, has_p, has_flag,
		has_df2;  /* the optional columns of the long form */
	struct axis **by; /* the group columns of all blocks */
	size_t nby;
	struct str *tabled; /* the columns of tables of two columns */
	size_t ntabled;
	struct ranks *ranks; /* of each axis of the tabulation */
	uint32_t *codes;     /* of a cell that is looked up */
	struct watch *watch; /* until when the spells of each measure are looked at */
	struct str *spread;  /* the names of the columns that values are spread over */
	size_t nspread;
	struct buf noted;      /* the flags of the cells of a row */
	struct arena arena;    /* of a row */
	struct arena *lasting; /* of the table */
};

/* A group whose rows are written. */
struct group {
	const struct block *block;
	const uint32_t *codes; /* along block->by; NULL is the grand total */
	struct view view;
	unsigned flags; /* why it is not shown */
};

/* What a row of the long form is about. */
struct subject {
	const char *stat;
	struct str variable, level;
	const struct inference *inference; /* NULL where there is none */
	const struct measure *table;       /* the xtab that `a` and `b` are values of, or NULL */
	struct str a, b;
	const struct measure *compared; /* what may be compared with another period, or NULL */
	unsigned flags;                 /* why it is not shown, beside those of the group */
	bool exact;                     /* so is the interval */
};

static const struct ranks *ranks_of(const struct crosstab *x, const struct axis *a)
{
	size_t i = 0;
	while (x->t->axes[i] != a)
		i++;
	return &x->ranks[i];
}

struct str crosstab_apart_from_margin(struct str value, struct arena *arena)
{
	size_t stars = 0;
	while (stars < value.n && value.p[stars] == '*')
		stars++;
	if (value.n == 0 || stars < value.n)
		return value;
	char *more = arena_alloc(arena, stars + 1, 1);
	memset(more, '*', stars + 1);
	return (struct str){more, stars + 1};
}

static void write_groups(struct crosstab *x, const struct group *g)
{
	for (size_t i = 0; i < x->nby; i++) {
		size_t k = 0;
		while (g->codes && k < g->block->nby && g->block->by[k] != x->by[i])
			k++;
		if (!g->codes || k == g->block->nby) {
			writer_field(x->w, STR("*"));
			continue;
		}
		struct str value = codebook_value(&x->t->codebook, x->by[i]->name,
			intern_text(&x->by[i]->values, g->codes[k]));
		writer_value(x->w, crosstab_apart_from_margin(value, &x->arena));
	}
}

static void write_count(struct crosstab *x, uint64_t n)
{
	writer_integer(x->w, (long long)sensitive_round((double)n, x->request->disclosure.round));
}

/* Disclosure. */

static unsigned flags_of(const struct crosstab *x, const struct cells *cells, const uint32_t *codes)
{
	return x->disclose ? disclose_group(x->disclose, cells, codes) : 0;
}

/* x->codes are those of the cell. */
static unsigned flags_of_cell(const struct crosstab *x, const struct view *cell,
	const struct measure *m, const struct result *r)
{
	if (!x->disclose)
		return 0;
	return flags_of(x, cell->cells, x->codes) |
	       disclose_result(x->disclose, cell, m, r, STR(""));
}

static bool hides(const struct crosstab *x, unsigned flags)
{
	return flags && !x->request->disclosure.flag_only;
}

/* A part of a group that does not tell which parts it has. */
static bool is_untold(const struct crosstab *x, unsigned flags)
{
	return hides(x, flags) && (flags & FLAG_PART);
}

static void write_empty(struct crosstab *x, size_t n)
{
	while (n-- > 0)
		writer_field(x->w, STR(""));
}

/* Why a row is not shown, and whether its interval is exact. */
static void write_flags(struct crosstab *x, unsigned flags, bool exact)
{
	struct buf words = {0};
	if (!x->has_flag)
		return;
	sensitive_words(&words, flags);
	if (exact)
		buf_puts(&words, words.n ? ",exact" : "exact");
	writer_field(x->w, buf_str(&words));
	buf_release(&words);
}

/* A number as it may be shown: a part, of numbers that may be shown. */
static double shown(const struct crosstab *x, const struct measure *m, const struct result *r)
{
	uint64_t to = x->request->disclosure.round;
	if (to == 0)
		return r->estimate;
	if (m->stat != STAT_SHARE)
		return sensitive_round(r->estimate, to);
	double base = sensitive_round((double)r->nbase, to);
	return base > 0 ? sensitive_round((double)r->n, to) / base : NAN;
}

static void write_n(struct crosstab *x, const struct view *v, const struct measure *m)
{
	if (x->t->layout.shared)
		writer_number(x->w, estimate(x->t, v, m).estimate);
	else
		write_count(x, view_count(v));
}

/* Comparison. */

/* The same group in the period that it is compared with; false where there is none. */
static bool base_of(struct crosstab *x, const struct group *g, struct view *base)
{
	const struct block *block = g->block;
	size_t k = 0;
	uint32_t code;
	while (g->codes && k < block->nby && block->by[k]->kind != AXIS_PERIOD)
		k++;
	if (!g->codes || k == block->nby ||
		!comparison_base(&x->request->compare, block->by[k], g->codes[k], &code))
		return false;
	memcpy(x->codes, g->codes, block->nby * sizeof *x->codes);
	x->codes[k] = code;
	uint32_t cell = code == INTERN_NONE ? CELL_NONE : cells_find(block->rows, x->codes);
	*base = (struct view){block->rows, cell};
	return true;
}

/* A group that is not there, and was not there then. */
static bool is_idle(struct crosstab *x, const struct group *g)
{
	struct view base;
	return x->request->compared && !x->request->zero && view_count(&g->view) == 0 &&
	       (!base_of(x, g, &base) || view_count(&base) == 0);
}

/* Of two numbers that are shown; `flags` hides the group. */
static void write_comparison(
	struct crosstab *x, const struct group *g, const struct measure *m, unsigned flags)
{
	struct view base;
	if (!x->request->compared)
		return;
	if (!base_of(x, g, &base)) {
		write_empty(x, 2);
		return;
	}
	struct result r = estimate(x->t, &g->view, m), then = estimate(x->t, &base, m);
	if (hides(x, flags) || hides(x, flags_of_cell(x, &base, m, &then))) {
		write_empty(x, 2);
		return;
	}
	double now = shown(x, m, &r), before = shown(x, m, &then);
	writer_number(x->w, now - before);
	writer_number(x->w, comparison_percent(now, before));
}

static void check_comparison(const struct crosstab *x)
{
	const struct comparison *c = &x->request->compare;
	for (size_t i = 0; c->with == COMPARE_NAMED && i < x->t->naxes; i++) {
		const struct axis *a = x->t->axes[i];
		if (a->kind == AXIS_PERIOD && (c->period < a->first || c->period > a->last))
			warn_at(NULL, "no record lies in the period '%s' to compare with",
				x->request->compared);
	}
}

static void comparison_columns(const struct crosstab *x, struct header *h)
{
	if (!x->request->compared)
		return;
	crosstab_need_column(h, STR("difference"));
	crosstab_need_column(h, STR("percent"));
}

/* The plain form. */

static void write_both(struct crosstab *x, const struct group *g)
{
	const struct view *v = &g->view;
	uint64_t certain = v->cell == CELL_NONE ? 0 : v->cells->certain[v->cell];
	if (g->block && g->block->nby && !x->request->zero && !certain && !view_count(v))
		return;
	write_groups(x, g);
	write_count(x, certain);
	write_count(x, view_count(v));
	writer_end(x->w);
}

static void write_plain(struct crosstab *x, const struct group *g)
{
	if (x->t->layout.both) {
		write_both(x, g);
		return;
	}
	write_groups(x, g);
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		struct result r = estimate(x->t, &g->view, m);
		if (hides(x, g->flags))
			write_empty(x, 1);
		else if (m->stat == STAT_N)
			write_n(x, &g->view, m);
		else
			writer_number(x->w, shown(x, m, &r));
	}
	write_comparison(x, g, &x->request->measures[0], g->flags);
	write_flags(x, g->flags, false);
	writer_end(x->w);
}

/* The long form. */

/* A value of a table of two columns; what has no bytes at all is a margin. */
static void write_table_value(struct crosstab *x, struct str column, struct str value)
{
	value = codebook_value(&x->t->codebook, column, value);
	if (value.p)
		writer_value(x->w, crosstab_apart_from_margin(value, &x->arena));
	else
		writer_field(x->w, STR("*"));
}

static void write_table_values(struct crosstab *x, const struct subject *s)
{
	for (size_t i = 0; i < x->ntabled; i++)
		if (s->table && str_eq(s->table->variable, x->tabled[i]))
			write_table_value(x, x->tabled[i], s->a);
		else if (s->table && str_eq(s->table->args[0], x->tabled[i]))
			write_table_value(x, x->tabled[i], s->b);
		else
			writer_field(x->w, STR(""));
}

static void write_subject(struct crosstab *x, const struct group *g, const struct subject *s)
{
	write_groups(x, g);
	write_table_values(x, s);
	writer_value(x->w, str_of(s->stat));
	if (x->request->variant)
		writer_value(x->w, str_of(x->request->variant));
	if (x->has_variable)
		writer_value(x->w, codebook_variable(&x->t->codebook, s->variable));
	if (x->has_level)
		writer_value(x->w, codebook_value(&x->t->codebook, s->variable, s->level));
}

static void write_number(struct crosstab *x, double number)
{
	if (isinf(number))
		writer_field(x->w, number > 0 ? STR("Inf") : STR("-Inf"));
	else
		writer_number(x->w, number);
}

static void write_inference(struct crosstab *x, const struct inference *inference)
{
	static const struct inference none = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};
	const struct inference *i = inference ? inference : &none;
	write_number(x, i->se);
	write_number(x, i->ci_low);
	write_number(x, i->ci_high);
	if (!x->t->survey)
		return;
	write_number(x, i->df);
	if (x->has_df2)
		write_number(x, i->df2);
	if (x->has_p)
		write_number(x, i->p);
	if (x->has_deff)
		write_number(x, i->deff);
}

static bool has_base(const struct crosstab *x)
{
	return x->has_level || x->has_inference;
}

/* From `estimate` to `nbase`. */
static size_t columns_of_results(const struct crosstab *x)
{
	size_t of_sample = x->t->survey ? 1u + x->has_df2 + x->has_p + x->has_deff : 0;
	return 2 + 3u * x->has_inference + of_sample + has_base(x);
}

static void write_result(
	struct crosstab *x, const struct group *g, const struct subject *s, const struct result *r)
{
	unsigned flags = g->flags | s->flags;
	write_subject(x, g, s);
	if (hides(x, flags)) {
		write_empty(x, columns_of_results(x));
	} else {
		write_number(x, r->estimate);
		if (x->has_inference)
			write_inference(x, s->inference);
		write_count(x, r->n);
		if (has_base(x))
			write_count(x, r->nbase);
	}
	if (s->compared)
		write_comparison(x, g, s->compared, flags);
	write_flags(x, flags, s->exact && !hides(x, flags));
	writer_end(x->w);
}

/* A hidden group does not show which values it has: one row stands for all. */
static bool write_hidden(struct crosstab *x, const struct group *g, const struct measure *m)
{
	struct subject s = {.stat = STATS[m->stat].output, .variable = m->variable};
	if (!STATS[m->stat].counts_values || !hides(x, g->flags))
		return false;
	write_result(x, g, &s, &(struct result){0});
	return true;
}

static unsigned flags_of_row(const struct crosstab *x, const struct group *g,
	const struct measure *m, const struct survey_row *row)
{
	if (!x->disclose)
		return 0;
	bool table = m->stat == STAT_XTAB;
	unsigned flags = disclose_result(x->disclose, &g->view, m, &row->result, row->level);
	const struct str margin = {NULL, 0};
	if (STATS[m->stat].counts_values)
		flags |= disclose_value(x->disclose, &g->view, m, table ? row->a : row->level,
			table ? row->b : margin);
	if (table && strcmp(row->stat, "row_prop") == 0) /* its nbase is that of the row */
		flags |= disclose_value(x->disclose, &g->view, m, row->a, margin);
	if (table && strcmp(row->stat, "col_prop") == 0)
		flags |= disclose_value(x->disclose, &g->view, m, margin, row->b);
	return flags;
}

static void write_estimates(struct crosstab *x, const struct group *g, size_t measure)
{
	const struct measure *m = &x->request->measures[measure];
	size_t n;
	struct survey_row *rows =
		survey_rows(g->view.cells->survey, g->view.cell, x->t->survey_measure[measure], &n);
	if (write_hidden(x, g, m))
		return;
	for (size_t i = 0; i < n; i++) {
		struct subject s = {.stat = rows[i].stat,
			.variable = rows[i].variable,
			.level = rows[i].level,
			.inference = &rows[i].inference,
			.table = m->stat == STAT_XTAB ? m : NULL,
			.a = rows[i].a,
			.b = rows[i].b,
			.exact = rows[i].exact};
		s.flags = flags_of_row(x, g, m, &rows[i]);
		if (!is_untold(x, s.flags))
			write_result(x, g, &s, &rows[i].result);
	}
}

/* Two columns, as in "y/x", where a measure is about both. */
static struct str shown_variable(struct crosstab *x, const struct measure *m)
{
	if (m->nargs == 0 || !STATS[m->stat].shares_out)
		return m->variable;
	return arena_fmt(&x->arena, STR_FMT "/" STR_FMT, STR_ARG(m->variable), STR_ARG(m->args[0]));
}

/* How long the spells of a group last. */
static void write_lengths(struct crosstab *x, const struct group *g, size_t measure)
{
	const struct measure *m = &x->request->measures[measure];
	const struct spell_list *l = &g->view.cells->spells[x->t->spell_measure[measure]];
	size_t n;
	struct length_row *rows = length_rows(l, g->view.cell, m, &x->watch[measure], &n);
	struct str variable = arena_fmt(&x->arena, STR_FMT "/" STR_FMT,
		STR_ARG(l->source->from_name), STR_ARG(l->source->to_name));
	char level[NUMBER_MAX];
	for (size_t i = 0; i < n; i++) {
		struct subject s = {.stat = STATS[m->stat].output,
			.variable = variable,
			.inference = &rows[i].inference};
		if (!isnan(rows[i].level))
			s.level = (struct str){level, number_format(rows[i].level, level)};
		if (x->disclose)
			s.flags =
				disclose_result(x->disclose, &g->view, m, &rows[i].result, s.level);
		write_result(x, g, &s, &rows[i].result);
	}
	free(rows);
}

/* How often a value is there: the count, its part of the records, and of those that have a value.
 */
static void write_level(struct crosstab *x, const struct group *g, struct subject s, uint64_t n,
	const uint64_t base[2])
{
	static const char *const stats[] = {"n", "pct_records", "pct_valid"};
	static const struct measure measures[] = {{.stat = STAT_N}, {.stat = STAT_SHARE}};
	for (int i = 0; i < 3; i++) {
		uint64_t of = base[i == 2];
		struct result r = {(double)n, n, of};
		s.stat = stats[i];
		r.estimate = shown(x, &measures[i > 0], &r);
		if (i > 0 && !x->request->disclosure.round)
			r.estimate = of ? (double)n / (double)of : NAN;
		write_result(x, g, &s, &r);
	}
}

/* Pairs of a tally with the rank of their code, to be sorted. */
struct ranked {
	uint32_t rank, code;
	uint64_t n;
};

static int compare_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The values that a group has, sorted; with --zero all values. */
static struct ranked *ranked_levels(struct crosstab *x, const struct levels *l, size_t *n)
{
	const struct ranks *ranks = ranks_of(x, l->axis);
	size_t size = x->request->zero ? ranks->n : l->n;
	struct ranked *r = mem_zero(size, sizeof *r);
	for (size_t i = 0; x->request->zero && i < size; i++)
		r[i] = (struct ranked){(uint32_t)i, ranks->code[i], 0};
	for (size_t i = 0; i < l->n; i++) {
		uint32_t code = pair_second(&l->tally->pairs, l->pairs[i]),
			 rank = ranks->rank[code];
		r[x->request->zero ? rank : i] =
			(struct ranked){rank, code, l->tally->n[l->pairs[i]]};
	}
	qsort(r, size, sizeof *r, compare_ranked);
	*n = size;
	return r;
}

/* How many have no value; with a level, how many have the code that stands for this. */
static void write_missing(struct crosstab *x, const struct group *g, const struct measure *m,
	struct subject s, uint64_t n, uint64_t records)
{
	struct result r = {(double)n, n, records};
	r.estimate = shown(x, m, &r);
	if (x->disclose && s.level.n)
		s.flags = disclose_value(x->disclose, &g->view, m, s.level, (struct str){NULL, 0});
	write_result(x, g, &s, &r);
}

static void write_freq(struct crosstab *x, const struct group *g, const struct measure *m)
{
	struct levels l = estimate_levels(x->t, &g->view, m);
	uint64_t records = view_count(&g->view);
	if (write_hidden(x, g, m))
		return;
	const uint64_t base[2] = {records, records - l.missing};
	struct subject s = {.stat = "n_missing", .variable = m->variable};
	struct subject level = s;
	size_t n;
	struct ranked *ranked = ranked_levels(x, &l, &n);
	for (size_t i = 0; i < n; i++) {
		level.level = intern_text(&l.axis->values, ranked[i].code);
		if (x->disclose && level.level.n)
			level.flags = disclose_value(
				x->disclose, &g->view, m, level.level, (struct str){NULL, 0});
		if (axis_is_value(l.axis, ranked[i].code) && !is_untold(x, level.flags))
			write_level(x, g, level, ranked[i].n, base);
	}
	write_missing(x, g, m, s, l.missing, records);
	for (size_t i = 0; i < n; i++) {
		s.level = intern_text(&l.axis->values, ranked[i].code);
		if (ranked[i].n && s.level.n && !axis_is_value(l.axis, ranked[i].code))
			write_missing(x, g, m, s, ranked[i].n, records);
	}
	free(ranked);
}

static void write_long(struct crosstab *x, const struct group *g)
{
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		if (x->t->survey && STATS[m->stat].estimated) {
			write_estimates(x, g, i);
			continue;
		}
		if (m->stat == STAT_FREQ) {
			write_freq(x, g, m);
			continue;
		}
		if (STATS[m->stat].of_spells) {
			write_lengths(x, g, i);
			continue;
		}
		struct result r = estimate(x->t, &g->view, m);
		struct subject s = {.stat = STATS[m->stat].output,
			.variable = shown_variable(x, m),
			.compared = m};
		if (x->disclose)
			s.flags = disclose_result(x->disclose, &g->view, m, &r, STR(""));
		r.estimate = shown(x, m, &r);
		write_result(x, g, &s, &r);
	}
}

/* The spread form. */

static double percent_of(const struct crosstab *x, const struct view *cell, const struct view *base)
{
	uint64_t to = x->request->disclosure.round;
	if (to == 0)
		return estimate_part(x->t, cell, base, 100);
	double of = sensitive_round((double)(base ? view_count(base) : x->t->records), to);
	return of > 0 ? 100 * sensitive_round((double)view_count(cell), to) / of : NAN;
}

/* A measure, or one of its values. */
struct spread_row {
	const struct measure *measure;
	const struct tallied_value *value; /* NULL: the measure itself */
};

/* Returns why it is not shown. */
static unsigned write_cell(struct crosstab *x, const struct group *g, const struct spread_row *row,
	const struct view *cell, const struct view *col)
{
	const struct measure *m = row->measure;
	struct view all = view_all(x->t);
	const struct view *const bases[] = {
		NULL, &g->view, col, x->t->layout.weighted ? &all : NULL};
	bool counts = m->stat == STAT_N || m->stat == STAT_RECORDS || m->stat == STAT_SHARE ||
	              (row->value && row->value->part == VALUE_N);
	bool zero = x->request->zero || x->disclose; /* what is empty is hidden then */
	struct result r =
		row->value ? estimate_value(x->t, cell, m, *row->value) : estimate(x->t, cell, m);
	unsigned flags = flags_of_cell(x, cell, m, &r);
	if ((view_count(cell) == 0 && !(zero && counts)) || hides(x, flags))
		writer_field(x->w, STR(""));
	else if (x->request->percent)
		writer_number(x->w, percent_of(x, cell, bases[x->request->percent]));
	else if (m->stat == STAT_N || m->stat == STAT_RECORDS)
		write_n(x, cell, m);
	else
		writer_number(x->w, shown(x, m, &r));
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
	const struct ranks *ranks = ranks_of(x, x->t->cross);
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
	write_subject(x, g,
		&(struct subject){.stat = level.n ? stats[part] : "n_missing",
			.variable = m->variable,
			.level = level});
	write_spread(x, g, &(struct spread_row){m, &value});
}

/* The values that a group has, and a row for the records that have none. */
static void write_spread_freq(struct crosstab *x, const struct group *g, const struct measure *m)
{
	struct levels l = estimate_levels(x->t, &g->view, m);
	uint32_t missing = intern_find(&l.axis->values, STR(""));
	size_t n;
	struct ranked *ranked = ranked_levels(x, &l, &n);
	for (size_t i = 0; i < n; i++)
		for (int part = VALUE_N; part <= VALUE_OF_VALID && ranked[i].code != missing;
			part++)
			write_spread_value(x, g, m, ranked[i].code, (enum value_part)part);
	if (missing != INTERN_NONE)
		write_spread_value(x, g, m, missing, VALUE_N);
	free(ranked);
}

static void write_spread_rows(struct crosstab *x, const struct group *g)
{
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		if (m->stat == STAT_FREQ) {
			write_spread_freq(x, g, m);
			continue;
		}
		if (x->has_subject)
			write_subject(x, g,
				&(struct subject){.stat = STATS[m->stat].output,
					.variable = shown_variable(x, m)});
		else
			write_groups(x, g);
		write_spread(x, g, &(struct spread_row){m, NULL});
	}
}

/* Rows. */

static void write_group(struct crosstab *x, struct group *g)
{
	g->flags = flags_of(x, g->view.cells, g->codes);
	if (is_untold(x, g->flags) && !x->request->zero)
		return;
	switch (x->form) {
	case FORM_PLAIN: write_plain(x, g); break;
	case FORM_LONG: write_long(x, g); break;
	case FORM_SPREAD: write_spread_rows(x, g); break;
	}
	arena_reset(&x->arena);
}

/* Without group columns the one group is there even when no record is. */
static uint32_t *block_groups(struct crosstab *x, const struct block *block, size_t *n)
{
	const struct ranks **ranks = mem_zero(block->nby, sizeof(struct ranks *));
	for (size_t k = 0; k < block->nby; k++)
		ranks[k] = ranks_of(x, block->by[k]);
	bool all = x->request->zero || x->request->compared || block->nby == 0;
	uint32_t *codes = all ? groups_all(ranks, block->nby, CROSSTAB_ROWS_MAX, n)
	                      : groups_seen(block->rows, ranks, n);
	if (!codes)
		diex("--%s would show more than %d groups", x->request->zero ? "zero" : "compare",
			CROSSTAB_ROWS_MAX);
	free(ranks);
	return codes;
}

/* In a survey a missing value makes no domain. */
static bool lacks_value(const struct block *block, const uint32_t *codes)
{
	for (size_t k = 0; k < block->nby; k++)
		if (!axis_is_value(block->by[k], codes[k]))
			return true;
	return false;
}

static void write_block(struct crosstab *x, const struct block *block)
{
	size_t n;
	uint32_t *codes = block_groups(x, block, &n);
	for (size_t i = 0; i < n; i++) {
		const uint32_t *at = codes + i * block->nby;
		struct group g = {
			block, at, {block->rows, cells_find(block->rows, at)},
                          0
                };
		bool met = view_count(&g.view) > 0 || x->request->zero || block->nby == 0;
		if ((x->t->survey && (lacks_value(block, at) || !met)) || is_idle(x, &g))
			continue;
		write_group(x, &g);
	}
	free(codes);
}

/* When no block is the grand total itself. */
static void write_total(struct crosstab *x)
{
	for (size_t i = 0; i < x->t->nblocks; i++)
		if (x->t->blocks[i].nby == 0)
			return;
	struct group g = {NULL, NULL, view_all(x->t), 0};
	write_group(x, &g);
}

/* The header. */

void crosstab_need_column(struct header *h, struct str name)
{
	if (h->n == LIMIT_COLUMNS)
		diex("the table would have more than %d columns", LIMIT_COLUMNS);
	if (!header_add(h, name))
		diex("column '" STR_FMT
		     "' of the input is also a column of the result; rename it first",
			STR_ARG(name));
}

/* A value that is the name of another column already is told apart by the column it comes from. */
static void spread_column(struct crosstab *x, struct header *h, struct str value)
{
	struct buf name = {0};
	buf_addstr(
		&name, value.n ? crosstab_apart_from_margin(value, &x->arena) : STR("(missing)"));
	while (header_find(h, buf_str(&name)) != COLUMN_NONE) {
		struct str taken = arena_str(&x->arena, buf_str(&name));
		buf_clear(&name);
		buf_addstr(&name, x->t->cross->name);
		buf_putc(&name, '=');
		buf_addstr(&name, taken);
	}
	crosstab_need_column(h, buf_str(&name));
	x->spread[x->nspread++] = arena_str(x->lasting, buf_str(&name));
	buf_release(&name);
}

static void subject_columns(const struct crosstab *x, struct header *h)
{
	crosstab_need_column(h, STR("stat"));
	if (x->request->variant)
		crosstab_need_column(h, STR("variant"));
	if (x->has_variable)
		crosstab_need_column(h, STR("variable"));
	if (x->has_level)
		crosstab_need_column(h, STR("level"));
}

static void inference_columns(const struct crosstab *x, struct header *h)
{
	if (!x->has_inference)
		return;
	crosstab_need_column(h, STR("se"));
	crosstab_need_column(h, STR("ci_low"));
	crosstab_need_column(h, STR("ci_high"));
	if (!x->t->survey)
		return;
	crosstab_need_column(h, STR("df"));
	if (x->has_df2)
		crosstab_need_column(h, STR("df2"));
	if (x->has_p)
		crosstab_need_column(h, STR("p"));
	if (x->has_deff)
		crosstab_need_column(h, STR("deff"));
}

static void long_columns(const struct crosstab *x, struct header *h)
{
	subject_columns(x, h);
	crosstab_need_column(h, STR("estimate"));
	inference_columns(x, h);
	crosstab_need_column(h, STR("n"));
	if (has_base(x))
		crosstab_need_column(h, STR("nbase"));
	comparison_columns(x, h);
}

static void spread_columns(struct crosstab *x, struct header *h)
{
	const struct ranks *ranks = ranks_of(x, x->t->cross);
	if (x->has_subject)
		subject_columns(x, h);
	x->spread = arena_alloc(x->lasting, ranks->n + 1, sizeof *x->spread);
	for (size_t i = 0; i < ranks->n; i++)
		spread_column(x, h,
			codebook_value(&x->t->codebook, x->t->cross->name,
				intern_text(&x->t->cross->values, ranks->code[i])));
	if (x->request->total)
		crosstab_need_column(h, STR("*"));
}

static void both_columns(struct header *h)
{
	crosstab_need_column(h, STR("n_certain"));
	crosstab_need_column(h, STR("n_possible"));
}

static void plain_columns(const struct crosstab *x, struct header *h)
{
	for (size_t i = 0; i < x->request->nmeasures; i++)
		crosstab_need_column(h, str_of(STATS[x->request->measures[i].stat].output));
	comparison_columns(x, h);
}

static void write_names(struct crosstab *x, bool bare)
{
	struct header h = {0};
	for (size_t i = 0; i < x->nby; i++)
		crosstab_need_column(&h, x->by[i]->name);
	for (size_t i = 0; i < x->ntabled; i++)
		crosstab_need_column(&h, x->tabled[i]);
	if (x->form == FORM_SPREAD)
		spread_columns(x, &h);
	else if (x->form == FORM_LONG)
		long_columns(x, &h);
	else if (x->t->layout.both)
		both_columns(&h);
	else
		plain_columns(x, &h);
	if (x->has_flag)
		crosstab_need_column(&h, STR("flag"));
	writer_header(x->w, &h, bare);
	header_release(&h);
}

/* The group columns of all blocks, each once, in order of first appearance. */
static void gather_groups(struct crosstab *x, struct arena *arena)
{
	x->by = arena_alloc(arena, x->t->naxes + 1, sizeof(struct axis *));
	for (size_t i = 0; i < x->t->nblocks; i++) {
		const struct block *block = &x->t->blocks[i];
		for (size_t k = 0; k < block->nby; k++) {
			size_t at = 0;
			while (at < x->nby && x->by[at] != block->by[k])
				at++;
			x->by[at] = block->by[k];
			x->nby += at == x->nby;
		}
	}
}

static void add_tabled(struct crosstab *x, struct str name)
{
	for (size_t i = 0; i < x->ntabled; i++)
		if (str_eq(x->tabled[i], name))
			return;
	x->tabled[x->ntabled++] = name;
}

static void gather_tabled(struct crosstab *x, struct arena *arena)
{
	const struct request *r = x->request;
	x->tabled = arena_alloc(arena, 2 * r->nmeasures + 1, sizeof *x->tabled);
	for (size_t i = 0; i < r->nmeasures; i++)
		if (r->measures[i].stat == STAT_XTAB) {
			add_tabled(x, r->measures[i].variable);
			add_tabled(x, r->measures[i].args[0]);
		}
}

static void choose_form(struct crosstab *x)
{
	x->form = x->t->cross ? FORM_SPREAD : FORM_PLAIN;
	x->has_inference = x->t->survey || x->request->lengths;
	x->has_flag = x->t->survey && x->request->options.ci != PART_MEAN;
	x->has_subject = x->request->nmeasures > 1 || x->request->measures[0].stat == STAT_FREQ;
	x->has_deff = x->t->survey && x->request->options.deff != DEFF_NONE;
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		if (!x->t->cross && m->stat != STAT_N && m->stat != STAT_SHARE)
			x->form = FORM_LONG;
		x->has_variable |= STATS[m->stat].takes_column;
		x->has_level |= STATS[m->stat].has_level;
		x->has_p |= m->stat == STAT_CHISQ || m->stat == STAT_TTEST || m->stat == STAT_ASSOC;
		x->has_df2 |= m->stat == STAT_CHISQ;
	}
}

static void sort_values(struct crosstab *x, struct arena *arena)
{
	x->ranks = arena_alloc(arena, x->t->naxes + 1, sizeof *x->ranks);
	if (x->t->survey)
		tabulation_sort(x->t);
	for (size_t i = 0; i < x->t->naxes; i++) {
		if (x->request->zero || x->request->compared)
			axis_fill_periods(x->t->axes[i]);
		ranks_make(&x->ranks[i], x->t->axes[i], arena);
	}
	if (x->t->survey)
		design_settle(&x->t->design);
	for (size_t i = 0; i < x->t->layout.nspells; i++)
		spell_source_settle(&x->t->layout.spells[i]);
	for (size_t i = 0; i < x->t->ntables; i++)
		cells_settle(x->t->tables[i]);
}

/* Until when the spells of each measure are watched. */
static void watch_spells(struct crosstab *x, struct arena *arena)
{
	const struct request *r = x->request;
	const struct spell_source *said = NULL;
	x->watch = arena_zero(arena, r->nmeasures + 1, sizeof *x->watch);
	for (size_t i = 0; r->lengths && i < r->nmeasures; i++) {
		const struct spell_source *source = &x->t->layout.spells[x->t->spell_measure[i]];
		int32_t until = r->until != DAY_MIN ? r->until : spells_latest(source);
		x->watch[i] = (struct watch){r->length_rule, until, r->options.level};
		if (!STATS[r->measures[i].stat].of_spells || until == DAY_MIN || source == said)
			continue;
		said = source;
		char day[EDTF_DAY_MAX];
		diag_note("spells from '" STR_FMT "' to '" STR_FMT "' are watched until %.*s",
			STR_ARG(source->from_name), STR_ARG(source->to_name),
			(int)day_format(until, day), day);
	}
}

static void write_table(struct crosstab *x, bool bare)
{
	write_names(x, bare);
	for (size_t i = 0; i < x->t->nblocks; i++)
		write_block(x, &x->t->blocks[i]);
	if (x->request->total)
		write_total(x);
}

void crosstab_write(struct tabulation *t, struct writer *w, bool bare)
{
	struct arena arena = {0};
	struct crosstab x = {.t = t, .request = t->request, .w = w, .lasting = &arena};
	x.codes = arena_alloc(&arena, t->naxes + 1, sizeof *x.codes);
	choose_form(&x);
	sort_values(&x, &arena);
	watch_spells(&x, &arena);
	check_comparison(&x);
	x.disclose = disclose_new(t, x.ranks);
	x.has_flag |= x.disclose != NULL;
	gather_groups(&x, &arena);
	gather_tabled(&x, &arena);
	if (x.disclose && t->request->disclosure.audit)
		disclose_audit(x.disclose, w, bare);
	else
		write_table(&x, bare);
	disclose_free(x.disclose);
	buf_release(&x.noted);
	arena_release(&x.arena);
	arena_release(&arena);
}
