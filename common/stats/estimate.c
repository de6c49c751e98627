#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/concentration.h"
#include "stats/estimate.h"

static const struct exactsum *sum_of(const struct view *v, int at)
{
	return &v->cells->sums[v->cell * v->cells->layout->nsums + (size_t)at];
}

uint64_t view_count(const struct view *v)
{
	return v->cell == CELL_NONE ? 0 : v->cells->count[v->cell];
}

struct view view_all(const struct tabulation *t)
{
	return (struct view){t->all, t->all && t->all->n ? 0 : CELL_NONE};
}

double estimate_part(
	const struct tabulation *t, const struct view *v, const struct view *base, uint64_t whole)
{
	uint64_t of = base ? view_count(base) : t->records;
	if (of == 0)
		return NAN;
	if (view_count(v) == 0)
		return 0;
	if (t->layout.weighted)
		return exactsum_ratio(
			sum_of(v, t->layout.weight_at), sum_of(base, t->layout.weight_at), whole);
	return (double)(whole * view_count(v)) / (double)of;
}

static const struct variable *variable_of(const struct layout *l, struct str name)
{
	const struct variable *v = l->variables;
	while (!str_eq(v->name, name))
		v++;
	return v;
}

static double spread_of(const struct view *g, const struct variable *v, uint64_t n, bool root)
{
	if (g->cells->layout->weighted) {
		struct exactsum_weighted s = {sum_of(g, v->at[PART_W]), sum_of(g, v->at[PART_WX]),
			sum_of(g, v->at[PART_WXX]), n};
		return root ? exactsum_weighted_deviation(&s) : exactsum_weighted_variance(&s);
	}
	const struct exactsum *x = sum_of(g, v->at[PART_X]), *xx = sum_of(g, v->at[PART_XX]);
	return root ? exactsum_deviation(x, xx, n) : exactsum_variance(x, xx, n);
}

static double mean_of(const struct view *g, const struct variable *v, uint64_t n)
{
	if (g->cells->layout->weighted)
		return exactsum_ratio(sum_of(g, v->at[PART_WX]), sum_of(g, v->at[PART_W]), 1);
	return exactsum_mean(sum_of(g, v->at[PART_X]), n);
}

static double number_of(
	const struct view *g, const struct variable *v, const struct range *range, enum stat stat)
{
	bool weighted = g->cells->layout->weighted;
	switch (stat) {
	case STAT_SUM:
		return exactsum_value(
			sum_of(g, v->at[g->cells->layout->shared ? PART_WX : PART_X]));
	case STAT_TOTAL: return exactsum_value(sum_of(g, v->at[weighted ? PART_WX : PART_X]));
	case STAT_MEAN: return mean_of(g, v, range->n);
	case STAT_VAR: return spread_of(g, v, range->n, false);
	case STAT_SD: return spread_of(g, v, range->n, true);
	case STAT_MIN: return range->min;
	case STAT_MAX: return range->max;
	default: return NAN;
	}
}

static struct result numeric_result(const struct view *g, const struct measure *m)
{
	const struct layout *l = g->cells->layout;
	const struct variable *v = variable_of(l, m->variable);
	const struct range *range =
		&g->cells->ranges[g->cell * l->nvariables + (size_t)(v - l->variables)];
	if (range->n == 0)
		return (struct result){NAN, 0, 0};
	struct result r = {number_of(g, v, range, m->stat), range->n, range->n};
	if (isinf(r.estimate)) {
		warn_at(NULL,
			"'%s(" STR_FMT ")' of a group is too large for a number; it is left empty",
			STATS[m->stat].word, STR_ARG(m->variable));
		r.estimate = NAN;
	}
	return r;
}

static bool is_tally_of(const struct layout *l, size_t at, const struct measure *m)
{
	const struct axis *a = l->tallied[at];
	const struct variable *amount = l->amounts[at];
	bool capital = m->stat == STAT_OUTSIDE_CAPITAL;
	if (!str_eq(a->name, m->variable) || (a->kind == AXIS_CAPITAL) != capital)
		return false;
	bool wants_amount = m->nargs && STATS[m->stat].shares_out;
	return wants_amount == (amount != NULL) && (!amount || str_eq(amount->name, m->args[0]));
}

struct levels estimate_levels(
	const struct tabulation *t, const struct view *v, const struct measure *m)
{
	size_t at = 0;
	while (!is_tally_of(&t->layout, at, m))
		at++;
	const struct variable *amount = t->layout.amounts[at];
	struct levels s = {.axis = t->layout.tallied[at], .summed = amount};
	if (v->cell == CELL_NONE)
		return s;
	s.records = view_count(v);
	if (amount)
		s.records = v->cells->ranges[v->cell * t->layout.nvariables +
					     (size_t)(amount - t->layout.variables)]
		                    .n;
	s.tally = &v->cells->tallies[at];
	s.pairs = s.tally->listed + s.tally->start[v->cell];
	s.n = s.tally->start[v->cell + 1] - s.tally->start[v->cell];
	for (size_t i = 0; i < s.n; i++) {
		uint32_t code = pair_second(&s.tally->pairs, s.pairs[i]);
		if (axis_is_value(s.axis, code))
			s.distinct++;
		else
			s.missing += s.tally->n[s.pairs[i]];
	}
	return s;
}

/* How the values of a column share the group out: by their number, or an amount. */
static double concentration(const struct levels *levels, enum stat stat)
{
	quad *amounts = mem_zero(levels->n, sizeof *amounts);
	size_t n = 0;
	for (size_t i = 0; i < levels->n; i++) {
		uint32_t pair = levels->pairs[i], code = pair_second(&levels->tally->pairs, pair);
		if (intern_text(&levels->axis->values, code).n)
			amounts[n++] = levels->summed ? exactsum_quad(&levels->tally->sums[pair])
			                              : (quad)levels->tally->n[pair];
	}
	double value = stat == STAT_HHI       ? concentration_hhi(amounts, n)
	               : stat == STAT_ENTROPY ? concentration_entropy(amounts, n)
	                                      : concentration_gini(amounts, n);
	free(amounts);
	return value;
}

static double outside_capital(const struct levels *levels, uint64_t known)
{
	uint64_t outside = 0;
	for (size_t i = 0; i < levels->n; i++) {
		uint32_t pair = levels->pairs[i], code = pair_second(&levels->tally->pairs, pair);
		if (str_eq(intern_text(&levels->axis->values, code), STR("elsewhere")))
			outside = levels->tally->n[pair];
	}
	return known ? (double)outside / (double)known : NAN;
}

static double value_of_levels(const struct levels *levels, const struct measure *m, uint64_t known)
{
	switch (m->stat) {
	case STAT_HHI:
	case STAT_ENTROPY:
	case STAT_GINI_COUNTS: return concentration(levels, m->stat);
	case STAT_OUTSIDE_CAPITAL: return outside_capital(levels, known);
	default: return (double)levels->distinct;
	}
}

struct result estimate(const struct tabulation *t, const struct view *v, const struct measure *m)
{
	uint64_t n = view_count(v);
	struct view all = view_all(t);
	bool counted = m->stat == STAT_N || m->stat == STAT_RECORDS;
	if (counted && t->layout.shared && n)
		return (struct result){
			exactsum_value(sum_of(v, t->layout.weight_at)), n, t->records};
	if (counted)
		return (struct result){(double)n, n, t->records};
	if (m->stat == STAT_SHARE)
		return (struct result){
			estimate_part(t, v, t->layout.weighted ? &all : NULL, 1), n, t->records};
	if (n == 0)
		return (struct result){NAN, 0, 0};
	if (STATS[m->stat].takes_numbers)
		return numeric_result(v, m);
	struct levels levels = estimate_levels(t, v, m);
	uint64_t known = levels.records - levels.missing;
	return (struct result){value_of_levels(&levels, m, known), known, known};
}

struct result estimate_value(const struct tabulation *t, const struct view *v,
	const struct measure *m, struct tallied_value value)
{
	struct levels levels = estimate_levels(t, v, m);
	uint64_t base[] = {1, view_count(v), view_count(v) - levels.missing};
	uint64_t of = base[value.part], n = 0;
	uint32_t pair =
		levels.tally ? pairs_find(&levels.tally->pairs, v->cell, value.code) : PAIR_NONE;
	if (pair != PAIR_NONE)
		n = levels.tally->n[pair];
	return (struct result){of ? (double)n / (double)of : NAN, n, of};
}
