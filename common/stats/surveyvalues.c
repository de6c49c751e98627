#include <math.h>
#include <stdlib.h>

#include "record/number.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/* The values of a group in ascending order, and where each belongs. */
struct series {
	struct points points;
	const uint32_t *leaf;
	struct influences z; /* room for one of each */
};

/* Equal values are sorted by weight and place, so that their order in the file changes nothing. */
static int compare_values(const void *a, const void *b)
{
	const struct observation *x = a, *y = b;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	if (x->w != y->w)
		return x->w < y->w ? -1 : 1;
	return (x->member > y->member) - (x->member < y->member);
}

int survey_compare_members(const void *a, const void *b)
{
	const struct observation *x = a, *y = b;
	if (x->member != y->member)
		return x->member < y->member ? -1 : 1;
	return compare_values(a, b);
}

static struct series series_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	const size_t *start = g->job_cells->value_start + g->cell;
	struct observation *v = g->job_cells->values + start[0];
	size_t n = start[1] - start[0];
	double *y = arena_alloc(arena, n + 1, sizeof *y), *w = arena_alloc(arena, n + 1, sizeof *w);
	quad *below = arena_alloc(arena, n + 1, sizeof *below);
	uint32_t *leaf = arena_alloc(arena, n + 1, sizeof *leaf);
	qsort(v, n, sizeof *v, compare_values);
	below[0] = 0;
	for (size_t i = 0; i < n; i++) {
		leaf[i] = pair_second(&g->cells->members, v[i].member);
		y[i] = v[i].y;
		w[i] = (double)(v[i].w * design_factor(g->survey->design, leaf[i]));
		below[i + 1] = below[i] + w[i];
	}
	return (struct series){
		{y, w, below, n},
                leaf, survey_influences(g, n)
        };
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
	for (size_t i = 0; i < v->n; i++) {
		quad one = v->w[i] * ((i < n) - part) / all;
		z.z[z.n++] = (struct influence){s->leaf[i], one, one * one, one * v->w[i]};
	}
	return (struct outcome){part, design_variance(g->survey->design, z.z, z.n)};
}

static double limit_value(const struct points *v, double p, enum qrule rule)
{
	return p >= 0 && p <= 1 ? quantile(v, p, rule) : NAN;
}

static struct survey_row quantile_row(
	const struct group_of_survey *g, const struct measure *m, struct series *s, double p)
{
	static const enum part_limits scale[] = {PART_MEAN, PART_XLOGIT, PART_ASIN, PART_BETA};
	const struct survey_options *options = &g->survey->options;
	const struct bank *b = &g->job_cells->base;
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
	row.result.estimate = quantile(&s->points, p, options->qrule);
	struct proportion part = {.outcome = part_up_to(g, s, row.result.estimate),
		.df = survey_df(g, b->n, b->used),
		.records = g->survey->design->calibrated ? g->survey->design->records : s->points.n,
		.level = options->level};
	double limit[2];
	part_limits(&part, scale[options->woodruff], limit);
	struct inference *i = &row.inference;
	i->df = part.df;
	i->ci_low = limit_value(&s->points, limit[0], options->qrule);
	i->ci_high = limit_value(&s->points, limit[1], options->qrule);
	i->se = (i->ci_high - i->ci_low) / (2 * survey_t(g->survey, part.df));
	return row;
}

static struct survey_row gini_row(
	const struct group_of_survey *g, const struct measure *m, struct series *s)
{
	const struct points *v = &s->points;
	struct influences z = {s->z.z, 0};
	struct outcome o = {NAN, NAN};
	quad *influence = arena_alloc(&g->survey->arena, v->n + 1, sizeof *influence);
	if (v->n) {
		o.estimate = gini(v, g->survey->options.standard_gini, influence);
		for (size_t i = 0; i < v->n; i++)
			z.z[z.n++] = (struct influence){s->leaf[i], influence[i],
				influence[i] * influence[i], influence[i] * v->w[i]};
		o.variance = design_variance(g->survey->design, z.z, z.n);
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
