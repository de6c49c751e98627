#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/crosstabstate.h"

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

void crosstab_write_subject(struct crosstab *x, const struct group *g, const struct subject *s)
{
	crosstab_write_groups(x, g);
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

bool crosstab_has_base(const struct crosstab *x)
{
	return x->has_level || x->has_inference;
}

/* From `estimate` to `nbase`. */
static size_t columns_of_results(const struct crosstab *x)
{
	size_t of_sample = x->t->survey ? 1u + x->has_df2 + x->has_p + x->has_deff : 0;
	return 2 + 3u * x->has_inference + of_sample + crosstab_has_base(x);
}

static void write_result(
	struct crosstab *x, const struct group *g, const struct subject *s, const struct result *r)
{
	unsigned flags = g->flags | s->flags;
	crosstab_write_subject(x, g, s);
	if (crosstab_hides(x, flags)) {
		crosstab_write_empty(x, columns_of_results(x));
	} else {
		write_number(x, r->estimate);
		if (x->has_inference)
			write_inference(x, s->inference);
		crosstab_write_count(x, r->n, s->draws.cell);
		if (crosstab_has_base(x))
			crosstab_write_count(x, r->nbase, s->draws.base);
	}
	if (s->compared)
		crosstab_write_comparison(x, g, s->compared, flags);
	crosstab_write_flags(x, flags, s->exact && !crosstab_hides(x, flags));
	writer_end(x->w);
}

/* A hidden group does not show which values it has: one row stands for all. */
static bool write_hidden(struct crosstab *x, const struct group *g, const struct measure *m)
{
	struct subject s = {.stat = STATS[m->stat].output, .variable = m->variable};
	if (!STATS[m->stat].counts_values || !crosstab_hides(x, g->flags))
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
		if (!crosstab_is_untold(x, s.flags))
			write_result(x, g, &s, &rows[i].result);
	}
}

/* Two columns, as in "y/x", where a measure is about both. */
struct str crosstab_shown_variable(struct crosstab *x, const struct measure *m)
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
		r.estimate = crosstab_shown(x, &measures[i > 0], &r, &s.draws);
		if (i > 0 && !x->request->rounding.to)
			r.estimate = of ? (double)n / (double)of : NAN;
		write_result(x, g, &s, &r);
	}
}

static int compare_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The values that a group has, sorted; with --zero all values. */
struct ranked *crosstab_ranked_levels(struct crosstab *x, const struct levels *l, size_t *n)
{
	const struct ranks *ranks = crosstab_ranks_of(x, l->axis);
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
	s.draws = crosstab_draws_of_value(x, &g->view, m->variable, s.level);
	r.estimate = crosstab_shown(x, m, &r, &s.draws);
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
	struct ranked *ranked = crosstab_ranked_levels(x, &l, &n);
	for (size_t i = 0; i < n; i++) {
		level.level = intern_text(&l.axis->values, ranked[i].code);
		level.draws = crosstab_draws_of_value(x, &g->view, m->variable, level.level);
		if (x->disclose && level.level.n)
			level.flags = disclose_value(
				x->disclose, &g->view, m, level.level, (struct str){NULL, 0});
		if (axis_is_value(l.axis, ranked[i].code) && !crosstab_is_untold(x, level.flags))
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

void crosstab_write_long(struct crosstab *x, const struct group *g)
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
			.variable = crosstab_shown_variable(x, m),
			.compared = m,
			.draws = crosstab_draws(x, &g->view, m)};
		if (x->disclose)
			s.flags = disclose_result(x->disclose, &g->view, m, &r, STR(""));
		r.estimate = crosstab_shown(x, m, &r, &s.draws);
		write_result(x, g, &s, &r);
	}
}
