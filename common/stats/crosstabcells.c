#include <math.h>

#include "base/diag.h"
#include "stats/crosstabstate.h"

const struct ranks *crosstab_ranks_of(const struct crosstab *x, const struct axis *a)
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

void crosstab_write_groups(struct crosstab *x, const struct group *g)
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

/* Rounding. */

void crosstab_write_count(struct crosstab *x, uint64_t n, uint64_t draw)
{
	writer_integer(x->w, (long long)rounding_apply(&x->request->rounding, (double)n, draw));
}

struct draws crosstab_draws(const struct crosstab *x, const struct view *v, const struct measure *m)
{
	uint64_t cell = rounding_key(&x->request->rounding, v->cells, v->cell);
	bool of_all = m->stat == STAT_N || m->stat == STAT_RECORDS || m->stat == STAT_SHARE;
	return (struct draws){cell, of_all ? ROUNDING_ALL : cell};
}

struct draws crosstab_draws_of_value(
	const struct crosstab *x, const struct view *v, struct str column, struct str value)
{
	uint64_t cell = rounding_key(&x->request->rounding, v->cells, v->cell);
	return (struct draws){rounding_part(&x->request->rounding, cell, column, value), cell};
}

/* Disclosure. */

unsigned crosstab_flags_of(
	const struct crosstab *x, const struct cells *cells, const uint32_t *codes)
{
	return x->disclose ? disclose_group(x->disclose, cells, codes) : 0;
}

/* x->codes are those of the cell. */
unsigned crosstab_flags_of_cell(const struct crosstab *x, const struct view *cell,
	const struct measure *m, const struct result *r)
{
	if (!x->disclose)
		return 0;
	return crosstab_flags_of(x, cell->cells, x->codes) |
	       disclose_result(x->disclose, cell, m, r, STR(""));
}

bool crosstab_hides(const struct crosstab *x, unsigned flags)
{
	return flags && !x->request->disclosure.flag_only;
}

/* A part of a group that does not tell which parts it has. */
bool crosstab_is_untold(const struct crosstab *x, unsigned flags)
{
	return crosstab_hides(x, flags) && (flags & FLAG_PART);
}

void crosstab_write_empty(struct crosstab *x, size_t n)
{
	while (n-- > 0)
		writer_field(x->w, STR(""));
}

/* Why a row is not shown, and whether its interval is exact. */
void crosstab_write_flags(struct crosstab *x, unsigned flags, bool exact)
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
double crosstab_shown(const struct crosstab *x, const struct measure *m, const struct result *r,
	const struct draws *draws)
{
	const struct rounding *to = &x->request->rounding;
	if (to->to == 0)
		return r->estimate;
	if (STATS[m->stat].takes_column && m->stat != STAT_FREQ) /* no count: a chance of its own */
		return rounding_apply(to, r->estimate,
			rounding_part(to, draws->cell,
				m->stat == STAT_DISTINCT ? STR("distinct") : STR("sum"),
				m->variable));
	if (m->stat != STAT_SHARE)
		return rounding_apply(to, r->estimate, draws->cell);
	double base = rounding_apply(to, (double)r->nbase, draws->base);
	return base > 0 ? rounding_apply(to, (double)r->n, draws->cell) / base : NAN;
}

void crosstab_write_n(struct crosstab *x, const struct view *v, const struct measure *m)
{
	if (x->t->layout.shared)
		writer_number(x->w, estimate(x->t, v, m).estimate);
	else
		crosstab_write_count(x, view_count(v), crosstab_draws(x, v, m).cell);
}

/* Comparison. */

/* The cell with these codes but in the period that it is compared with, whose codes x->codes are
 * then; false where there is none. */
static bool base_of(
	struct crosstab *x, const struct cells *cells, const uint32_t *codes, struct view *base)
{
	size_t k = 0;
	uint32_t code;
	while (k < cells->naxes && cells->axes[k]->kind != AXIS_PERIOD)
		k++;
	if (k == cells->naxes ||
		!comparison_base(&x->request->compare, cells->axes[k], codes[k], &code) ||
		code == INTERN_NONE)
		return false;
	memmove(x->codes, codes, cells->naxes * sizeof *codes);
	x->codes[k] = code;
	*base = (struct view){cells, cells_find(cells, x->codes)};
	return true;
}

/* A group that is not there, and was not there then. */
bool crosstab_is_idle(struct crosstab *x, const struct group *g)
{
	struct view base;
	return x->request->compared && !x->request->zero && view_count(&g->view) == 0 &&
	       (!g->codes || !base_of(x, g->view.cells, g->codes, &base) || view_count(&base) == 0);
}

struct change crosstab_change(
	struct crosstab *x, const struct view *v, const struct measure *m, unsigned flags)
{
	static const struct change none = {NAN, NAN};
	struct view base;
	if (!v->cells || !base_of(x, v->cells, x->codes, &base))
		return none;
	struct result r = estimate(x->t, v, m), then = estimate(x->t, &base, m);
	if (crosstab_hides(x, flags) ||
		crosstab_hides(x, crosstab_flags_of_cell(x, &base, m, &then)))
		return none;
	bool neither = view_count(v) == 0 && view_count(&base) == 0 && !x->request->zero;
	struct draws here = crosstab_draws(x, v, m), there = crosstab_draws(x, &base, m);
	double now = crosstab_shown(x, m, &r, &here), before = crosstab_shown(x, m, &then, &there);
	return neither ? none : (struct change){now - before, comparison_percent(now, before)};
}

void crosstab_write_comparison(
	struct crosstab *x, const struct group *g, const struct measure *m, unsigned flags)
{
	struct change c = {NAN, NAN};
	if (!x->request->compared)
		return;
	if (g->codes) {
		memcpy(x->codes, g->codes, g->block->nby * sizeof *x->codes);
		c = crosstab_change(x, &g->view, m, flags);
	}
	writer_number(x->w, c.difference);
	writer_number(x->w, c.percent);
}

void crosstab_check_comparison(const struct crosstab *x)
{
	const struct comparison *c = &x->request->compare;
	for (size_t i = 0; c->with == COMPARE_NAMED && i < x->t->naxes; i++) {
		const struct axis *a = x->t->axes[i];
		if (a->kind == AXIS_PERIOD && (c->period < a->first || c->period > a->last))
			warn_at(NULL, "no record lies in the period '%s' to compare with",
				x->request->compared);
	}
}

void crosstab_comparison_columns(const struct crosstab *x, struct header *h)
{
	if (!x->request->compared)
		return;
	crosstab_need_column(h, STR("difference"));
	crosstab_need_column(h, STR("percent"));
}
