#include <math.h>
#include <stdlib.h>

#include "record/number.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/* What a leaf of the design has: of all the values, or of those up to a quantile. */
struct leaf_part {
	struct exactsum w, squares;
	uint64_t n;
};

/* The values of a group. */
struct series {
	const struct group_of_survey *g;
	const struct values *values;
	quad all;                       /* the sum of the weights */
	double last;                    /* the weight of the largest value */
	uint64_t n, rows;               /* records of weight above 0, and of any */
	bool factors;                   /* weights are multiplied by those of the design */
	bool squares;                   /* squares of weights are needed */
	struct leaf_part *whole, *part; /* by member of the group */
};

typedef bool each_value(void *context, const struct value *v, double w);

/* The number that is kept with a value; 0 is its own weight. */
static double kept_weight(const struct series *s, const struct value *v, size_t i)
{
	return i == 0 ? v->w : s->values->replicates[v->n * s->values->nreplicates + i - 1];
}

/* How many columns weights are calibrated by; 0 where it is not by regression. */
static size_t columns_of(const struct series *s)
{
	const struct design *d = s->g->survey->design;
	return d->regressed ? d->greg.n : 0;
}

static double regressed_weight(const struct series *s, const struct value *v, size_t r)
{
	size_t columns = columns_of(s), first = r * columns;
	const quad *coefficient = s->g->survey->design->greg.coefficient + first;
	quad w = 0;
	for (size_t p = 0; p < columns; p++)
		w += coefficient[p] * kept_weight(s, v, first + p);
	return (double)w;
}

/* The weight of a value in replicate r, 0 being the weight itself. */
static double replicate_weight(const struct series *s, const struct value *v, size_t r)
{
	const struct group_of_survey *g = s->g;
	const struct design *d = g->survey->design;
	if (!d->calibrated)
		return kept_weight(s, v, r);
	if (d->regressed)
		return regressed_weight(s, v, r);
	const struct calibration *c = &d->calibration;
	uint32_t cell = pair_second(&c->leaves, pair_second(&g->cells->members, v->member));
	return (double)(kept_weight(s, v, r) * c->ratio[r * c->ncells + cell]);
}

/* Can the weights of replicate r be calibrated? */
static bool is_defined(const struct series *s, size_t r)
{
	size_t n;
	const struct value *v = values_of(s->values, s->g->cell, &n);
	for (size_t i = 0; i < n && s->factors; i++)
		if (isnan(replicate_weight(s, &v[i], r)))
			return false;
	return true;
}

static double weight_of(const struct series *s, const struct value *v)
{
	const struct group_of_survey *g = s->g;
	if (!s->factors)
		return v->w;
	if (g->replicates || columns_of(s))
		return replicate_weight(s, v, 0);
	return (double)(v->w * design_factor(g->survey->design,
				       pair_second(&g->cells->members, v->member)));
}

/* Calls for each value of weight above 0 in ascending order, until that says false. */
static void for_each(const struct series *s, each_value *call, void *context)
{
	struct values_reading *r = values_read(s->values, s->g->cell);
	const struct value *portion;
	bool more = true;
	size_t n;
	while (more && values_next(r, &portion, &n))
		for (size_t i = 0; i < n && more; i++)
			if (portion[i].w > 0)
				more = call(context, &portion[i], weight_of(s, &portion[i]));
	values_done(r);
}

/* How many records a value stands for. */
static uint32_t times_of(const struct series *s, const struct value *v)
{
	return s->values->nreplicates ? 1 : v->n;
}

static void add_times(struct exactsum *sum, double w, uint32_t times)
{
	if (times == 1)
		exactsum_add(sum, w);
	else
		exactsum_add_product(sum, w, times);
}

static void add_to_leaf(
	const struct series *s, struct leaf_part *parts, const struct value *v, double w)
{
	struct leaf_part *p = &parts[v->member - s->g->members[0]];
	uint32_t times = times_of(s, v);
	size_t columns = columns_of(s);
	add_times(&p->w, columns ? v->w : w, times);
	p->n += times;
	if (s->squares && times == 1)
		exactsum_add_product(&p->squares, w, w);
	else if (s->squares)
		exactsum_add_product3(&p->squares, w, w, times);
	for (size_t k = 1; k < columns; k++) {
		add_times(&p[k].w, kept_weight(s, v, k), times);
		p[k].n += times;
	}
}

/* What the weights of a part of the group add up to. */
static quad sum_of(const struct series *s, const struct leaf_part *parts)
{
	const struct group_of_survey *g = s->g;
	quad sum = 0;
	for (size_t i = 0; i < g->nmembers; i++) {
		uint32_t leaf = pair_second(&g->cells->members, g->members[i]);
		quad times = columns_of(s) ? design_factor(g->survey->design, leaf) : 1;
		sum += times * exactsum_quad(&parts[i].w);
	}
	return sum;
}

static bool add_to_whole(void *context, const struct value *v, double w)
{
	struct series *s = context;
	s->last = w;
	s->n += times_of(s, v);
	if (!s->g->replicates)
		add_to_leaf(s, s->whole, v, w);
	return true;
}

/* Where weights are what they were in the data their sums are there already. */
static void take_whole(struct series *s)
{
	const struct group_of_survey *g = s->g;
	const struct bank *b = &g->job_cells->base;
	for (size_t i = 0; i < g->nmembers; i++) {
		uint32_t member = g->members[i];
		const struct exactsum *sums = b->sums + member * b->width;
		if (member >= b->used)
			continue;
		s->whole[i].n = b->n[member];
		s->n += b->n[member];
		exactsum_merge(&s->whole[i].w, &sums[SUM_W]);
		if (s->squares)
			exactsum_merge(&s->whole[i].squares, &sums[g->job->plain]);
	}
	if (s->n)
		s->last = values_largest(s->values, g->cell).w;
}

static void clear_parts(struct leaf_part *parts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		exactsum_release(&parts[i].w);
		exactsum_release(&parts[i].squares);
		parts[i].n = 0;
	}
}

static bool add_weight(void *sum, const struct value *v, double w)
{
	(void)v;
	exactsum_add(sum, w);
	return true;
}

/* Members of a group are numbered one behind the other (stats/state.h). */
static struct series series_of(const struct group_of_survey *g)
{
	struct design *d = g->survey->design;
	struct arena *arena = &g->survey->arena;
	struct series s = {.g = g,
		.values = &g->job_cells->values,
		.factors = d->calibrated || d->factor,
		.squares = d->elements,
		.whole = arena_zero(arena, g->nmembers + 1, sizeof *s.whole),
		.part = arena_zero(arena, g->nmembers + 1, sizeof *s.part)};
	if (g->replicates || s.factors)
		for_each(&s, add_to_whole, &s);
	else
		take_whole(&s);
	s.rows = s.n;
	s.all = g->replicates ? 0 : sum_of(&s, s.whole);
	if (g->replicates) {
		struct exactsum sum = {0};
		size_t n;
		values_of(s.values, g->cell, &n);
		s.rows = n;
		for_each(&s, add_weight, &sum);
		s.all = exactsum_quad(&sum);
		exactsum_release(&sum);
	}
	return s;
}

static void series_release(struct series *s)
{
	clear_parts(s->whole, s->g->nmembers);
	clear_parts(s->part, s->g->nmembers);
}

/* Quantiles. */

static int compare_p(const void *a, const void *b)
{
	const struct quantile *x = *(struct quantile *const *)a, *y = *(struct quantile *const *)b;
	return (x->p > y->p) - (x->p < y->p);
}

struct search {
	const struct series *s;
	struct quantiles found;
};

static bool add_to_search(void *context, const struct value *v, double w)
{
	struct search *search = context;
	quantiles_add(&search->found, v->y, w, times_of(search->s, v));
	return search->found.found < search->found.n || search->found.halfway;
}

/* Finds all of them in one pass, whatever their order; those with p outside 0 to 1 are NaN. */
static void find_quantiles(const struct series *s, struct quantile *q, size_t n)
{
	struct arena *arena = &s->g->survey->arena;
	struct quantile **order = arena_alloc(arena, n + 1, sizeof(struct quantile *));
	struct quantile *sorted = arena_alloc(arena, n + 1, sizeof *sorted);
	struct search search = {
		.s = s, .found = {.all = s->all, .last = s->last}
        };
	size_t inside = 0;
	for (size_t i = 0; i < n; i++) {
		q[i].q = NAN;
		if (q[i].p >= 0 && q[i].p <= 1)
			order[inside++] = &q[i];
	}
	qsort(order, inside, sizeof(struct quantile *), compare_p);
	for (size_t i = 0; i < inside; i++)
		sorted[i] = *order[i];
	quantiles_begin(&search.found, s->g->survey->options.qrule, sorted, inside);
	if (inside)
		for_each(s, add_to_search, &search);
	quantiles_end(&search.found);
	for (size_t i = 0; i < inside; i++)
		order[i]->q = sorted[i].q;
}

/* The part of the weights of a replicate that is at q or below; NaN where it has no weights. */
static quad replicated_part(const struct series *s, double q, size_t r)
{
	size_t n;
	const struct value *v = values_of(s->values, s->g->cell, &n);
	struct exactsum all = {0}, part = {0};
	for (size_t i = 0; i < n; i++) {
		double w = replicate_weight(s, &v[i], r);
		exactsum_add(&all, w);
		if (v[i].y <= q)
			exactsum_add(&part, w);
	}
	quad of = exactsum_quad(&part) / exactsum_quad(&all);
	exactsum_release(&all);
	exactsum_release(&part);
	return of;
}

static struct outcome replicated_up_to(const struct series *s, double q)
{
	quad *theta = survey_thetas(s->g);
	for (size_t r = 0; r <= s->g->replicates->n; r++)
		theta[r] = is_defined(s, r) ? replicated_part(s, q, r) : (quad)NAN;
	return (struct outcome){theta[0], survey_replicated(s->g, theta)};
}

struct up_to {
	const struct series *s;
	double q;
};

static bool add_up_to(void *context, const struct value *v, double w)
{
	const struct up_to *u = context;
	if (v->y <= u->q)
		add_to_leaf(u->s, u->s->part, v, w);
	return v->y <= u->q;
}

/* The part of the weights that is at q or below, and its variance. */
static struct outcome part_up_to(const struct series *s, double q)
{
	const struct group_of_survey *g = s->g;
	if (g->replicates)
		return replicated_up_to(s, q);
	struct influences z = survey_influences(g, g->nmembers);
	struct up_to up_to = {s, q};
	quad all = s->all;
	for_each(s, add_up_to, &up_to);
	quad p = sum_of(s, s->part) / all;
	for (size_t i = 0; i < g->nmembers; i++) {
		const struct leaf_part *below = &s->part[i], *whole = &s->whole[i];
		if (whole->n == 0)
			continue;
		quad some = exactsum_quad(&below->squares), every = exactsum_quad(&whole->squares);
		z.z[z.n++] = (struct influence){
			.leaf = pair_second(&g->cells->members, g->members[i]),
			.z = (exactsum_quad(&below->w) - p * exactsum_quad(&whole->w)) / all,
			.squares =
				((1 - p) * (1 - p) * some + p * p * (every - some)) / (all * all),
			.cross = (some - p * every) / all,
			.bare = (below->n - p * whole->n) / all};
	}
	clear_parts(s->part, g->nmembers);
	return (struct outcome){p, design_variance(g->survey->design, z.z, z.n)};
}

/* Where the interval of Woodruff lies on the scale of parts. */
static void woodruff_parts(const struct series *s, const struct survey_row *row, double limit[2])
{
	static const enum part_limits scale[] = {PART_MEAN, PART_XLOGIT, PART_ASIN, PART_BETA};
	const struct survey *survey = s->g->survey;
	struct proportion part = {.outcome = part_up_to(s, row->result.estimate),
		.df = row->inference.df,
		.records = survey->design->calibrated && !s->g->replicates ? survey->design->records
	                                                                   : s->rows,
		.level = survey->options.level};
	part_limits(&part, scale[survey->options.woodruff], limit);
}

/* Limits of all quantiles are found together. */
static void woodruff_limits(const struct series *s, struct survey_row *rows, size_t n)
{
	struct quantile *limits = arena_alloc(&s->g->survey->arena, 2 * n + 1, sizeof *limits);
	for (size_t i = 0; i < n; i++) {
		double limit[2];
		woodruff_parts(s, &rows[i], limit);
		limits[2 * i].p = limit[0];
		limits[2 * i + 1].p = limit[1];
	}
	find_quantiles(s, limits, 2 * n);
	for (size_t i = 0; i < n; i++) {
		struct inference *f = &rows[i].inference;
		f->ci_low = limits[2 * i].q;
		f->ci_high = limits[2 * i + 1].q;
		f->se = (f->ci_high - f->ci_low) / (2 * survey_t(s->g->survey, f->df));
	}
}

/* The quantile by the weights of replicate r; NaN where it has none. */
static double replicated_quantile(const struct series *s, double p, size_t r)
{
	size_t n;
	const struct value *v = values_of(s->values, s->g->cell, &n);
	struct quantile at = {.p = p};
	struct quantiles found = {0};
	struct exactsum all = {0};
	for (size_t i = 0; i < n; i++) {
		double w = replicate_weight(s, &v[i], r);
		found.last = w > 0 ? w : found.last;
		if (w > 0)
			exactsum_add(&all, w);
	}
	found.all = exactsum_quad(&all);
	exactsum_release(&all);
	quantiles_begin(&found, s->g->survey->options.qrule, &at, 1);
	for (size_t i = 0; i < n; i++)
		if (replicate_weight(s, &v[i], r) > 0)
			quantiles_add(&found, v[i].y, replicate_weight(s, &v[i], r), 1);
	quantiles_end(&found);
	return at.q;
}

/* The interval by what the replicates say. */
static void replicated_limits(const struct series *s, double p, struct survey_row *row)
{
	quad *theta = survey_thetas(s->g);
	theta[0] = row->result.estimate;
	for (size_t r = 1; r <= s->g->replicates->n; r++)
		theta[r] = is_defined(s, r) ? replicated_quantile(s, p, r) : NAN;
	row->inference.se = survey_root(survey_replicated(s->g, theta));
	survey_interval(s->g->survey, row, row->inference.df);
}

static struct survey_row quantile_row(const struct series *s, const struct quantile *at)
{
	const struct group_of_survey *g = s->g;
	struct survey_row row = {
		.stat = STATS[g->measure->stat].output,
		.variable = g->measure->variable,
		.result = {s->n ? at->q : NAN, s->n, s->n},
		.inference = NO_INFERENCE
        };
	char text[NUMBER_MAX];
	row.level = arena_str(&g->survey->arena, (struct str){text, number_format(at->p, text)});
	if (s->n)
		row.inference.df = survey_df_of_values(g);
	return row;
}

static void quantile_rows(const struct series *s, struct survey_row *rows, size_t n)
{
	const struct group_of_survey *g = s->g;
	struct quantile at[MEASURE_ARGS] = {{.p = 0.5}};
	for (size_t i = 0; i < n && g->measure->stat == STAT_QUANTILE; i++)
		number_parse(g->measure->args[i], &at[i].p);
	find_quantiles(s, at, n);
	for (size_t i = 0; i < n; i++)
		rows[i] = quantile_row(s, &at[i]);
	if (s->n && g->survey->options.woodruff != WOODRUFF_NONE)
		woodruff_limits(s, rows, n);
	else if (s->n)
		for (size_t i = 0; i < n; i++)
			replicated_limits(s, at[i].p, &rows[i]);
}

/* Gini coefficients. */

static quad replicated_gini(const struct series *s, quad estimate)
{
	size_t n;
	const struct value *v = values_of(s->values, s->g->cell, &n);
	quad *theta = survey_thetas(s->g);
	theta[0] = estimate;
	for (size_t r = 1; r <= s->g->replicates->n; r++) {
		struct gini g = {.standard = s->g->survey->options.standard_gini};
		for (size_t i = 0; i < n; i++)
			if (replicate_weight(s, &v[i], r) > 0)
				gini_add(&g, v[i].y, replicate_weight(s, &v[i], r), 1);
		gini_end(&g);
		theta[r] = is_defined(s, r) ? g.value : NAN;
	}
	return survey_replicated(s->g, theta);
}

/* The coefficient in the making. */
struct ranking {
	const struct series *s;
	struct gini gini;
	struct influence *z; /* by member */
};

static bool add_to_ranking(void *context, const struct value *v, double w)
{
	struct ranking *r = context;
	gini_add(&r->gini, v->y, w, times_of(r->s, v));
	return true;
}

static bool add_influence(void *context, const struct value *v, double w)
{
	struct ranking *r = context;
	struct influence *z = &r->z[v->member - r->s->g->members[0]];
	uint32_t times = times_of(r->s, v);
	quad one = gini_influence(&r->gini, v->y, w, times), n = times;
	for (size_t k = 0; k < columns_of(r->s); k++)
		z[k].z += n * one / w * kept_weight(r->s, v, k);
	if (columns_of(r->s))
		return true;
	z->z += n * one;
	z->squares += n * one * one;
	z->cross += n * one * w;
	z->bare += n * one / w;
	return true;
}

static struct survey_row gini_row(const struct series *s)
{
	const struct group_of_survey *g = s->g;
	struct ranking r = {.s = s, .gini.standard = g->survey->options.standard_gini};
	struct outcome o = {NAN, NAN};
	for_each(s, add_to_ranking, &r);
	gini_end(&r.gini);
	if (s->n)
		o.estimate = r.gini.value;
	if (s->n && g->replicates) {
		o.variance = replicated_gini(s, o.estimate);
	} else if (s->n) {
		r.z = arena_zero(&g->survey->arena, g->nmembers + 1, sizeof *r.z);
		for_each(s, add_influence, &r);
		size_t n = 0;
		for (size_t i = 0; i < g->nmembers; i++) {
			r.z[i].leaf = pair_second(&g->cells->members, g->members[i]);
			if (s->whole[i].n)
				r.z[n++] = r.z[i];
		}
		o.variance = design_variance(g->survey->design, r.z, n);
	}
	return survey_row_of(g, g->measure, o, s->n, s->n);
}

/* The probabilities were checked when the measure was added. */
struct survey_row *survey_value_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct series s = series_of(g);
	struct survey_row *rows = arena_alloc(&g->survey->arena, MEASURE_ARGS, sizeof *rows);
	*n = m->stat == STAT_QUANTILE ? m->nargs : 1;
	if (m->stat == STAT_GINI)
		rows[0] = gini_row(&s);
	else
		quantile_rows(&s, rows, *n);
	series_release(&s);
	return rows;
}
