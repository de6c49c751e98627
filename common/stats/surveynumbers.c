#include <math.h>

#include "stats/surveystate.h"

/* Means, totals and the like of numbers: functions of the totals of a group, of n records. */
struct estimator {
	quad (*value)(const quad *total, quad n);
	/* its derivative by each of the totals that it depends on; the others are 0 */
	void (*factors)(const quad *total, quad n, quad *factors);
};

static quad total_value(const quad *total, quad n)
{
	(void)n;
	return total[SUM_WY];
}

static void total_factors(const quad *total, quad n, quad *factors)
{
	(void)total;
	(void)n;
	factors[SUM_WY] = 1;
}

static quad mean_value(const quad *total, quad n)
{
	(void)n;
	return total[SUM_WY] / total[SUM_W];
}

static void mean_factors(const quad *total, quad n, quad *factors)
{
	factors[SUM_W] = -mean_value(total, n) / total[SUM_W];
	factors[SUM_WY] = 1 / total[SUM_W];
}

/* n / (n - 1) times the mean squared distance from the mean. */
static quad variance_value(const quad *total, quad n)
{
	quad w = total[SUM_W], mean = total[SUM_WY] / w, spread = total[SUM_WYY] / w - mean * mean;
	if (spread < mean * mean * 1e-31) /* what rounding leaves of nothing */
		spread = 0;
	return n < 2 ? (quad)NAN : spread * n / (n - 1);
}

static void variance_factors(const quad *total, quad n, quad *factors)
{
	quad w = total[SUM_W], mean = total[SUM_WY] / w, c = n / (n - 1) / w;
	factors[SUM_W] = c * mean * mean - variance_value(total, n) / w;
	factors[SUM_WY] = -2 * c * mean;
	factors[SUM_WYY] = c;
}

static quad ratio_value(const quad *total, quad n)
{
	(void)n;
	return total[SUM_WY] / total[SUM_WX];
}

static void ratio_factors(const quad *total, quad n, quad *factors)
{
	factors[SUM_WY] = 1 / total[SUM_WX];
	factors[SUM_WX] = -ratio_value(total, n) / total[SUM_WX];
}

static const struct estimator *estimator_of(enum stat stat)
{
	static const struct estimator total = {total_value, total_factors};
	static const struct estimator mean = {mean_value, mean_factors};
	static const struct estimator variance = {variance_value, variance_factors};
	static const struct estimator ratio = {ratio_value, ratio_factors};
	switch (stat) {
	case STAT_TOTAL: return &total;
	case STAT_MEAN: return &mean;
	case STAT_RATIO: return &ratio;
	default: return &variance; /* of the deviation, too */
	}
}

/* What the totals of each replicate give. */
static quad replicated(
	const struct group_of_survey *g, const struct sums *s, const struct estimator *e)
{
	quad *theta = survey_thetas(g), total[SUMS];
	for (size_t r = 0; r < s->n; r++) {
		for (size_t k = 0; k < g->job->width; k++)
			total[k] = s->of[k][r];
		theta[r] = e->value(total, s->records);
	}
	return survey_replicated(g, theta);
}

/* The same for a linear function of them. */
static quad replicated_sum(
	const struct group_of_survey *g, const struct sums *s, const quad factors[static LINEAR])
{
	quad *theta = survey_thetas(g);
	for (size_t r = 0; r < s->n; r++)
		for (size_t k = 0; k < g->job->linear; k++)
			theta[r] += factors[k] * s->of[k][r];
	return survey_replicated(g, theta);
}

static struct outcome outcome_of(
	const struct group_of_survey *g, const struct sums *s, const struct estimator *e)
{
	struct outcome o = {.estimate = e->value(s->total, s->records)};
	quad factors[LINEAR] = {0};
	if (g->replicates) {
		o.variance = replicated(g, s, e);
		return o;
	}
	e->factors(s->total, s->records, factors);
	o.variance = survey_linear_variance(g, s, factors);
	return o;
}

/* The spread of the residuals of a ratio, whose mean is 0. */
static quad ratio_spread(const struct sums *s, quad ratio)
{
	quad x = s->total[SUM_WX], n = s->rows;
	quad squares = s->total[SUM_RATIO_YY] - 2 * ratio * s->total[SUM_RATIO_XY] +
	               ratio * ratio * s->total[SUM_RATIO_XX];
	return squares / (x * x * s->total[SUM_W]) * n / (n - 1);
}

static double number_deff(const struct group_of_survey *g, const struct measure *m,
	const struct sums *s, const struct outcome *o)
{
	quad w = s->total[SUM_W];
	if (g->survey->options.deff == DEFF_NONE || s->rows < 2)
		return NAN;
	if (m->stat == STAT_RATIO) { /* that of its residuals, as they are with the full weight */
		quad variance = o->variance, residuals[LINEAR] = {0};
		ratio_factors(s->total, s->records, residuals);
		if (g->replicates)
			variance = replicated_sum(g, s, residuals);
		return survey_deff(
			g->survey, variance, ratio_spread(s, o->estimate), w, s->rows, w);
	}
	if (m->stat != STAT_MEAN && m->stat != STAT_TOTAL)
		return NAN;
	return survey_deff(g->survey, o->variance, variance_value(s->total, s->rows), w, s->rows,
		m->stat == STAT_TOTAL ? w : 1);
}

struct survey_row *survey_number_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct sums s = survey_base_sums(g);
	struct outcome o = {NAN, NAN};
	if (s.records > 0)
		o = outcome_of(g, &s, estimator_of(m->stat));
	if (m->stat == STAT_SD)
		o = (struct outcome){survey_root(o.estimate),
			o.estimate > 0 ? o.variance / (4 * o.estimate) : (quad)NAN};
	struct survey_row *row = arena_alloc(&g->survey->arena, 1, sizeof *row);
	*row = survey_row_of(g, m, o, s.records, s.records);
	row->inference.deff = row->inference.se > 0 ? number_deff(g, m, &s, &o) : NAN;
	if (m->stat == STAT_RATIO)
		row->variable = arena_fmt(&g->survey->arena, STR_FMT "/" STR_FMT,
			STR_ARG(m->variable), STR_ARG(m->args[0]));
	*n = 1;
	return row;
}
