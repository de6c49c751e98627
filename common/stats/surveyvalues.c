#include <math.h>
#include <stdlib.h>

#include "record/number.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/* The values of a group in ascending order, and where each belongs. */
struct series {
	const struct observation *values; /* also those of weight 0 */
	size_t n;
	struct points points; /* those of weight above 0 */
	uint32_t *leaf;
	struct influences z;      /* room for one of each */
	struct points replicated; /* room for those of a replicate */
	quad *influence;          /* and for their influences */
};

struct row_order {
	const double *rows;
	size_t n;
};

/* Equal values are sorted by weight and place, so that their order in the file changes nothing. */
static int compare_values(const void *a, const void *b, void *order)
{
	const struct observation *x = a, *y = b;
	const struct row_order *o = order;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	if (x->w != y->w)
		return x->w < y->w ? -1 : 1;
	for (size_t r = 0; r < o->n; r++) {
		double p = o->rows[x->row * o->n + r], q = o->rows[y->row * o->n + r];
		if (p != q)
			return p < q ? -1 : 1;
	}
	return (x->member > y->member) - (x->member < y->member);
}

static int compare_members(const void *a, const void *b, void *order)
{
	const struct observation *x = a, *y = b;
	if (x->member != y->member)
		return x->member < y->member ? -1 : 1;
	return compare_values(a, b, order);
}

static struct row_order order_of(const struct job_cells *c)
{
	return (struct row_order){c->replicates, c->nreplicates};
}

void survey_sort_by_member(struct job_cells *c)
{
	struct row_order order = order_of(c);
	qsort_r(c->values, c->nvalues, sizeof *c->values, compare_members, &order);
}

static struct points room_for_points(struct arena *arena, size_t n)
{
	return (struct points){
		.y = arena_alloc(arena, n + 1, sizeof(double)),
		.w = arena_alloc(arena, n + 1, sizeof(double)),
		.below = arena_alloc(arena, n + 1, sizeof(quad)),
	};
}

static void add_point(struct points *p, double y, double w)
{
	if (p->n == 0)
		p->below[0] = 0;
	p->y[p->n] = y;
	p->w[p->n] = w;
	p->below[p->n + 1] = p->below[p->n] + w;
	p->n++;
}

/* The weight of a value in replicate r, from 1 on. */
static double replicate_weight(
	const struct group_of_survey *g, const struct observation *v, size_t r)
{
	return g->job_cells->replicates[v->row * g->replicates->n + r - 1];
}

static struct series series_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	const size_t *start = g->job_cells->value_start + g->cell;
	struct observation *v = g->job_cells->values + start[0];
	size_t n = start[1] - start[0];
	struct row_order order = {g->job_cells->replicates, g->replicates ? g->replicates->n : 0};
	struct series s = {.values = v,
		.n = n,
		.points = room_for_points(arena, n),
		.leaf = arena_alloc(arena, n + 1, sizeof *s.leaf),
		.z = survey_influences(g, n)};
	qsort_r(v, n, sizeof *v, compare_values, &order);
	for (size_t i = 0; i < n; i++) {
		uint32_t leaf = pair_second(&g->cells->members, v[i].member);
		quad factor = g->replicates ? 1 : design_factor(g->survey->design, leaf);
		if (v[i].w == 0)
			continue;
		s.leaf[s.points.n] = leaf;
		add_point(&s.points, v[i].y, (double)(v[i].w * factor));
	}
	if (g->replicates)
		s.replicated = room_for_points(arena, n);
	return s;
}

/* The values as replicate r weights them. */
static const struct points *replicated_points(
	const struct group_of_survey *g, struct series *s, size_t r)
{
	s->replicated.n = 0;
	for (size_t i = 0; i < s->n; i++) {
		double w = replicate_weight(g, &s->values[i], r);
		if (w > 0)
			add_point(&s->replicated, s->values[i].y, w);
	}
	return &s->replicated;
}

/* The part of the weights of a replicate that is at q or below; NaN where it has no weights. */
static quad replicated_part(
	const struct group_of_survey *g, const struct series *s, double q, size_t r)
{
	long double all = 0, part = 0;
	for (size_t i = 0; i < s->n; i++) {
		double w = replicate_weight(g, &s->values[i], r);
		all += w;
		part += s->values[i].y <= q ? w : 0;
	}
	return (quad)part / all;
}

static struct outcome replicated_up_to(
	const struct group_of_survey *g, const struct series *s, double q, quad part)
{
	quad *theta = survey_thetas(g);
	theta[0] = part;
	for (size_t r = 1; r <= g->replicates->n; r++)
		theta[r] = replicated_part(g, s, q, r);
	return (struct outcome){part, survey_replicated(g, theta)};
}

/* The part of the weights that is at q or below, and its variance. */
static struct outcome part_up_to(const struct group_of_survey *g, struct series *s, double q)
{
	const struct points *v = &s->points;
	struct influences z = {s->z.z, 0};
	size_t n = 0;
	while (n < v->n && v->y[n] <= q)
		n++;
	quad all = v->below[v->n], part = v->below[n] / all;
	if (g->replicates)
		return replicated_up_to(g, s, q, part);
	for (size_t i = 0; i < v->n; i++) {
		quad one = ((i < n) - part) / all, w = v->w[i];
		z.z[z.n++] = (struct influence){
			s->leaf[i], w * one, w * one * w * one, w * one * w, one};
	}
	return (struct outcome){part, design_variance(g->survey->design, z.z, z.n)};
}

static double limit_value(const struct points *v, double p, enum qrule rule)
{
	return p >= 0 && p <= 1 ? quantile(v, p, rule) : NAN;
}

/* The interval of Woodruff. */
static void woodruff_limits(
	const struct group_of_survey *g, struct series *s, struct survey_row *row)
{
	static const enum part_limits scale[] = {PART_MEAN, PART_XLOGIT, PART_ASIN, PART_BETA};
	const struct survey_options *options = &g->survey->options;
	struct inference *i = &row->inference;
	struct proportion part = {.outcome = part_up_to(g, s, row->result.estimate),
		.df = i->df,
		.records = g->survey->design->calibrated ? g->survey->design->records : s->n,
		.level = options->level};
	double limit[2];
	part_limits(&part, scale[options->woodruff], limit);
	i->ci_low = limit_value(&s->points, limit[0], options->qrule);
	i->ci_high = limit_value(&s->points, limit[1], options->qrule);
	i->se = (i->ci_high - i->ci_low) / (2 * survey_t(g->survey, i->df));
}

/* The interval by what the replicates say. */
static void replicated_limits(
	const struct group_of_survey *g, struct series *s, double p, struct survey_row *row)
{
	quad *theta = survey_thetas(g);
	theta[0] = row->result.estimate;
	for (size_t r = 1; r <= g->replicates->n; r++) {
		const struct points *v = replicated_points(g, s, r);
		theta[r] = v->n ? quantile(v, p, g->survey->options.qrule) : NAN;
	}
	row->inference.se = survey_root(survey_replicated(g, theta));
	survey_interval(g->survey, row, row->inference.df);
}

static struct survey_row quantile_row(
	const struct group_of_survey *g, const struct measure *m, struct series *s, double p)
{
	struct survey_row row = {
		.stat = STATS[m->stat].output,
		.variable = m->variable,
		.result = {NAN, s->points.n, s->points.n},
		.inference = NO_INFERENCE
        };
	char text[NUMBER_MAX];
	row.level = arena_str(&g->survey->arena, (struct str){text, number_format(p, text)});
	if (s->points.n == 0)
		return row;
	row.result.estimate = quantile(&s->points, p, g->survey->options.qrule);
	row.inference.df = survey_df_of_values(g);
	if (g->survey->options.woodruff == WOODRUFF_NONE)
		replicated_limits(g, s, p, &row);
	else
		woodruff_limits(g, s, &row);
	return row;
}

static quad replicated_gini(const struct group_of_survey *g, struct series *s, quad estimate)
{
	quad *theta = survey_thetas(g);
	theta[0] = estimate;
	for (size_t r = 1; r <= g->replicates->n; r++) {
		const struct points *v = replicated_points(g, s, r);
		theta[r] =
			v->n ? gini(v, g->survey->options.standard_gini, s->influence) : (quad)NAN;
	}
	return survey_replicated(g, theta);
}

static quad linear_gini(const struct group_of_survey *g, const struct series *s)
{
	struct influences z = {s->z.z, 0};
	for (size_t i = 0; i < s->points.n; i++) {
		quad u = s->influence[i], w = s->points.w[i];
		z.z[z.n++] = (struct influence){s->leaf[i], u, u * u, u * w, u / w};
	}
	return design_variance(g->survey->design, z.z, z.n);
}

static struct survey_row gini_row(
	const struct group_of_survey *g, const struct measure *m, struct series *s)
{
	const struct points *v = &s->points;
	struct outcome o = {NAN, NAN};
	s->influence = arena_alloc(&g->survey->arena, s->n + 1, sizeof *s->influence);
	if (v->n) {
		o.estimate = gini(v, g->survey->options.standard_gini, s->influence);
		o.variance = g->replicates ? replicated_gini(g, s, o.estimate) : linear_gini(g, s);
	}
	return survey_row_of(g, m, o, v->n, v->n);
}

/* The probabilities were checked when the measure was added. */
struct survey_row *survey_value_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct series s = series_of(g);
	struct survey_row *rows = arena_alloc(&g->survey->arena, MEASURE_ARGS, sizeof *rows);
	*n = m->stat == STAT_QUANTILE ? m->nargs : 1;
	for (size_t i = 0; i < *n; i++) {
		double p = 0.5;
		if (m->stat == STAT_QUANTILE)
			number_parse(m->args[i], &p);
		rows[i] = m->stat == STAT_GINI ? gini_row(g, m, &s) : quantile_row(g, m, &s, p);
	}
	return rows;
}
