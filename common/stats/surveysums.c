#include <math.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/* Of what a quad has 33 digits of. */
static const quad NOTHING = 1e-31Q;

/* Adds the sums of a slot to place `at` of them. */
static void add_slot(const struct group_of_survey *g, struct sums *s, size_t at,
	const struct bank *b, uint32_t slot, uint32_t leaf)
{
	const struct job *j = g->job;
	const struct design *d = g->survey->design;
	quad factor = design_factor(d, leaf);
	uint32_t replicate = design_replicate(d, leaf);
	bool whole = replicate == 0, first = design_is_first(d, leaf);
	bool plain = d->regressed && !d->replicated; /* influences are of the sums as they are */
	s->leaf[at] = leaf;
	s->count[at] += b->n[slot];
	s->records += whole && first ? b->n[slot] : 0;
	s->rows += replicate == 1 && first ? b->n[slot] : 0;
	for (size_t k = 0; k < j->width; k++) {
		quad by = k < j->plain ? factor : k < j->plain + j->products ? factor * factor : 1;
		quad sum = exactsum_quad(&b->sums[slot * j->width + k]), weighted = by * sum;
		s->of[k][at] += plain ? sum : weighted;
		s->total[k] += whole ? weighted : 0;
	}
}

struct sums survey_gather(const struct group_of_survey *g, const struct bank *b,
	const struct pairs *pairs, const uint32_t *slots, size_t n)
{
	struct arena *arena = &g->survey->arena;
	size_t places = g->replicates ? g->replicates->n + 1 : n;
	struct sums s = {.leaf = arena_zero(arena, places + 1, sizeof *s.leaf),
		.count = arena_zero(arena, places + 1, sizeof *s.count)};
	for (size_t k = 0; k < g->job->width; k++)
		s.of[k] = arena_zero(arena, places + 1, sizeof(quad));
	for (size_t i = 0; i < n; i++) {
		uint32_t slot = slots[i];
		if (slot >= b->used || b->n[slot] == 0)
			continue;
		uint32_t leaf =
			pair_second(&g->cells->members, pairs ? pair_first(pairs, slot) : slot);
		if (!g->replicates && (s.n == 0 || s.leaf[s.n - 1] != leaf))
			s.n++;
		add_slot(g, &s, g->replicates ? design_replicate(g->survey->design, leaf) : s.n - 1,
			b, slot, leaf);
	}
	if (g->replicates)
		s.n = places;
	else
		s.rows = s.records;
	return s;
}

struct sums survey_level_sums(const struct group_of_survey *g, const struct level *level)
{
	return survey_gather(
		g, &g->job_cells->levels, &g->job_cells->slots, level->slots, level->n);
}

struct sums survey_base_sums(const struct group_of_survey *g)
{
	return survey_gather(g, &g->job_cells->base, NULL, g->members, g->nmembers);
}

struct influences survey_influences(const struct group_of_survey *g, size_t n)
{
	return (struct influences){
		arena_alloc(&g->survey->arena, n + 1, sizeof(struct influence)), 0};
}

/* Room for those of one estimate and of the domain, until the next: a table has many. */
static struct influences scratch(const struct group_of_survey *g, size_t n)
{
	struct survey *s = g->survey;
	while (s->cap_scratch < n + g->ndomain)
		s->scratch =
			mem_grow(s->scratch, s->cap_scratch, &s->cap_scratch, sizeof *s->scratch);
	return (struct influences){s->scratch, 0};
}

static quad squares_of(
	const struct job *j, const struct sums *s, const quad factors[static LINEAR], size_t at)
{
	size_t product = j->plain;
	quad sum = 0;
	for (size_t a = 0; a < j->linear; a++)
		for (size_t b = 0; b <= a; b++)
			sum += (a == b ? 1 : 2) * factors[a] * factors[b] * s->of[product++][at];
	return sum;
}

/* What rounding leaves of terms that cancel out is nothing. */
static quad linear_sum(
	const struct job *j, const struct sums *s, const quad factors[static LINEAR], size_t at)
{
	quad sum = 0, size = 0;
	for (size_t k = 0; k < j->linear; k++) {
		quad term = factors[k] * s->of[k][at];
		sum += term;
		size += term < 0 ? -term : term;
	}
	return (sum < 0 ? -sum : sum) < size * NOTHING ? 0 : sum;
}

void survey_influence(struct influences *z, const struct group_of_survey *g, const struct sums *s,
	const quad factors[static LINEAR])
{
	const struct job *j = g->job;
	for (size_t i = 0; i < s->n; i++) {
		struct influence *at = &z->z[z->n++];
		*at = (struct influence){.leaf = s->leaf[i], .z = linear_sum(j, s, factors, i)};
		at->bare = factors[SUM_W] * s->count[i];
		for (size_t k = 0; k < j->bare; k++)
			at->bare += factors[k + 1] * s->of[j->plain + j->products + k][i];
		if (!j->products)
			continue;
		for (size_t k = 0; k < j->linear; k++)
			at->cross += factors[k] * s->of[j->plain + k * (k + 1) / 2][i];
		at->squares = squares_of(j, s, factors, i);
	}
}

/* Of influences in scratch: those of the rest of the domain are 0. */
static quad variance_of(const struct group_of_survey *g, struct influences *z)
{
	for (size_t i = 0; i < g->ndomain; i++)
		z->z[z->n++] = (struct influence){.leaf = g->domain[i]};
	return design_variance(g->survey->design, z->z, z->n);
}

quad survey_linear_variance(
	const struct group_of_survey *g, const struct sums *s, const quad factors[static LINEAR])
{
	struct influences z = scratch(g, s->n);
	survey_influence(&z, g, s, factors);
	return variance_of(g, &z);
}

quad *survey_thetas(const struct group_of_survey *g)
{
	return arena_zero(&g->survey->arena, g->replicates->n + 1, sizeof(quad));
}

quad survey_replicated(const struct group_of_survey *g, const quad *theta)
{
	size_t undefined = replicates_undefined(g->replicates, theta);
	if (undefined && theta[0] == theta[0])
		warn_at(NULL,
			"'%s' of a group is not defined by %zu of %zu replicates, which are left "
			"out",
			STATS[g->measure->stat].word, undefined, g->replicates->n);
	return replicates_variance(g->replicates, theta);
}

struct outcome survey_count(const struct group_of_survey *g, const struct sums *part)
{
	struct outcome o = {.estimate = part->total[SUM_W]};
	if (g->replicates)
		o.variance = survey_replicated(g, part->of[SUM_W]);
	else
		o.variance = survey_linear_variance(g, part, (quad[LINEAR]){1});
	return o;
}

/* The square of (1 - p x), which records of the part give to the base, is 1 - 2 p x and the (p x)^2
 * that it counts itself. */
static quad linear_part(const struct group_of_survey *g, const struct sums *part,
	const struct sums *base, int of_base)
{
	struct influences z = scratch(g, part->n + base->n);
	quad all = base->total[of_base], p = part->total[SUM_W] / all;
	quad factors[LINEAR] = {[SUM_W] = 1 / all};
	survey_influence(&z, g, part, factors);
	for (size_t i = 0; g->job->products && i < part->n; i++) {
		quad *const *products = &part->of[g->job->plain];
		z.z[i].squares = (products[0][i] - 2 * p * products[of_base][i]) / (all * all);
	}
	factors[SUM_W] = 0;
	factors[of_base] = -p / all;
	survey_influence(&z, g, base, factors);
	return variance_of(g, &z);
}

struct outcome survey_part(const struct group_of_survey *g, const struct sums *part,
	const struct sums *base, int of_base)
{
	struct outcome o = {.estimate = part->total[SUM_W] / base->total[of_base]};
	if (!g->replicates) {
		o.variance = linear_part(g, part, base, of_base);
		return o;
	}
	if (!g->survey->thetas)
		g->survey->thetas = mem_zero(g->replicates->n + 1, sizeof(quad));
	quad *theta = g->survey->thetas;
	for (size_t r = 0; r < base->n; r++)
		theta[r] = part->of[SUM_W][r] / base->of[of_base][r];
	o.variance = survey_replicated(g, theta);
	return o;
}

double survey_t(const struct survey *s, double df)
{
	return t_quantile((1 - s->options.level) / 2, df);
}

void survey_interval(const struct survey *s, struct survey_row *row, double df)
{
	struct inference *i = &row->inference;
	double half = survey_t(s, df) * i->se;
	i->df = df;
	i->ci_low = row->result.estimate - half;
	i->ci_high = row->result.estimate + half;
	if (isinf(i->ci_low) || isinf(i->ci_high))
		i->ci_low = i->ci_high = NAN;
}

double survey_root(quad x)
{
	return (double)sqrtl((long double)x);
}

double survey_number(const struct group_of_survey *g, double x)
{
	if (!isinf(x))
		return x;
	warn_at(NULL,
		"'%s(" STR_FMT ")' of a group, or its error, is too large for a number; it is "
		"left empty",
		STATS[g->measure->stat].word, STR_ARG(g->measure->variable));
	return NAN;
}

const struct inference NO_INFERENCE = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};

/* What is calibrated has no error but that of rounding. */
static double error_of(const struct group_of_survey *g, const struct result *r, quad variance)
{
	double se = isnan(r->estimate) ? NAN : survey_number(g, survey_root(variance));
	bool known = g->survey->design->calibrated && se < 1e-8 * fabs(r->estimate);
	return known ? 0 : se;
}

struct survey_row survey_row_of(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase)
{
	struct survey_row row = {
		.stat = STATS[m->stat].output,
		.variable = m->variable,
		.result = {survey_number(g, (double)o.estimate), n, nbase},
		.inference = NO_INFERENCE,
	};
	row.inference.se = error_of(g, &row.result, o.variance);
	survey_interval(g->survey, &row, g->df);
	return row;
}

void survey_part_limits(
	const struct group_of_survey *g, struct survey_row *row, enum part_limits how, bool exact)
{
	double limit[2], se = row->inference.se;
	struct proportion part = {
		.outcome = {row->result.estimate, (quad)se * se},
		.df = g->df,
		.level = g->survey->options.level,
		.records = survey_records(g),
		.base = exact ? row->result.nbase : 0,
	};
	row->exact = part_limits(&part, how, limit);
	row->inference.ci_low = limit[0];
	row->inference.ci_high = limit[1];
}

struct survey_row survey_part_row(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase)
{
	struct survey_row row = survey_row_of(g, m, o, n, nbase);
	if (g->survey->options.ci != PART_MEAN)
		survey_part_limits(g, &row, g->survey->options.ci, true);
	return row;
}

double survey_deff(
	const struct survey *s, quad variance, quad spread, quad w, uint64_t n, quad scale)
{
	if (s->options.deff == DEFF_NONE)
		return NAN;
	quad plain = spread * scale * scale / n;
	if (s->options.deff == DEFF_WITHOUT)
		plain *= (w - n) / w;
	return plain > 0 ? (double)(variance / plain) : NAN;
}

uint64_t survey_records(const struct group_of_survey *g)
{
	const struct design *d = g->survey->design;
	uint64_t n = 0;
	if (d->calibrated && !g->replicates) /* as R counts */
		return d->records;
	for (size_t i = 0; i < g->nmembers; i++) {
		uint32_t leaf = pair_second(&g->cells->members, g->members[i]);
		if (!g->replicates || (design_replicate(d, leaf) == 1 && design_is_first(d, leaf)))
			n += g->cells->records[g->members[i]];
	}
	return n;
}
