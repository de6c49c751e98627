#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/gram.h"
#include "stats/surveystate.h"

struct survey *survey_new(struct design *design, const struct survey_options *options)
{
	struct survey *s = mem_zero(1, sizeof *s);
	s->design = design;
	s->options = *options;
	return s;
}

static enum job_kind kind_of(const struct measure *m, const struct subject_of_measure *about)
{
	if (about->b)
		return JOB_PAIRS;
	if (m->stat == STAT_MR)
		return JOB_RESPONSES;
	if (about->a)
		return about->y ? JOB_GROUPED : JOB_LEVELS;
	return JOB_NUMBER;
}

static size_t job_for(struct survey *s, enum job_kind kind, const struct subject_of_measure *about)
{
	for (size_t i = 0; i < s->njobs; i++)
		if (s->jobs[i].kind == kind && memcmp(&s->jobs[i].about, about, sizeof *about) == 0)
			return i;
	s->jobs = mem_grow(s->jobs, s->njobs, &s->cap_jobs, sizeof *s->jobs);
	s->jobs[s->njobs] = (struct job){.kind = kind, .about = *about};
	return s->njobs++;
}

/* How many sums are kept, and how many of them influences are linear in. */
static void count_sums(struct job *j)
{
	j->linear = j->plain = SUM_W + 1;
	if (j->kind == JOB_RESPONSES) {
		j->linear = j->plain = SUM_WY + 1;
	} else if (j->about.x) {
		j->linear = LINEAR;
		j->plain = SUM_RATIO_XX + 1;
	} else if (j->about.y) {
		j->linear = j->spread ? LINEAR : SUM_WY + 1;
		j->plain = (j->squares ? SUM_WYY : SUM_WY) + 1;
	}
}

/* What is kept for a job, once all that is asked of it is known. */
static void settle_job(const struct survey *s, struct job *j)
{
	count_sums(j);
	if (s->design->elements)
		j->products = j->linear * (j->linear + 1) / 2;
	if (design_is_raked(s->design))
		j->bare = j->linear - 1;
	j->width = j->plain + j->products + j->bare;
}

size_t survey_add_measure(
	struct survey *s, const struct measure *m, const struct subject_of_measure *about)
{
	s->measures = mem_grow(s->measures, s->nmeasures, &s->cap_measures, sizeof *s->measures);
	s->job_of = mem_grow(s->job_of, s->nmeasures, &s->cap_job_of, sizeof *s->job_of);
	s->measures[s->nmeasures] = *m;
	size_t number = s->job_of[s->nmeasures] = job_for(s, kind_of(m, about), about);
	struct job *j = &s->jobs[number];
	j->spread |= m->stat == STAT_VAR || m->stat == STAT_SD;
	j->values |= m->stat == STAT_MEDIAN || m->stat == STAT_QUANTILE || m->stat == STAT_GINI;
	j->own_df |= m->stat == STAT_MEDIAN || m->stat == STAT_QUANTILE ||
	             (m->stat == STAT_TTEST && m->nargs > 0);
	j->squares |= j->spread || s->options.deff != DEFF_NONE;
	return s->nmeasures++;
}

struct survey_cells *survey_cells_new(struct survey *s)
{
	struct survey_cells *c = mem_zero(1, sizeof *c);
	size_t weights = design_nweights(s->design);
	bool ranked = s->design->replicated && isnan(s->options.df);
	size_t products = ranked ? gram_size(weights - design_ncolumns(s->design)) : 0;
	c->survey = s;
	c->grams.size = products;
	c->jobs = mem_zero(s->njobs, sizeof *c->jobs);
	for (size_t i = 0; i < s->njobs; i++) {
		settle_job(s, &s->jobs[i]);
		c->jobs[i].base.width = c->jobs[i].levels.width = s->jobs[i].width;
		values_init(&c->jobs[i].values, &c->members, weights - 1);
		c->jobs[i].grams.size = s->jobs[i].own_df ? products : 0;
	}
	return c;
}

/* Settling: what belongs to a cell comes to lie together. */

static uint32_t cell_of_slot(const struct survey_cells *c, const struct pairs *slots, uint32_t slot)
{
	return pair_first(&c->members, slots ? pair_first(slots, slot) : slot);
}

static void list_by_cell(
	const struct survey_cells *c, const struct pairs *slots, uint32_t **listed, size_t **start)
{
	size_t n = slots ? slots->n : c->members.n;
	*start = mem_zero(c->ncells + 2, sizeof **start); /* one ahead, moved by the filling */
	*listed = mem_zero(n, sizeof **listed);
	for (uint32_t i = 0; i < n; i++)
		(*start)[cell_of_slot(c, slots, i) + 2]++;
	for (size_t k = 2; k < c->ncells + 2; k++)
		(*start)[k] += (*start)[k - 1];
	for (uint32_t i = 0; i < n; i++)
		(*listed)[(*start)[cell_of_slot(c, slots, i) + 1]++] = i;
}

void survey_settle(struct survey_cells *c, size_t ncells)
{
	c->ncells = ncells;
	list_by_cell(c, NULL, &c->listed, &c->start);
	for (size_t i = 0; i < c->survey->njobs; i++) {
		struct job_cells *j = &c->jobs[i];
		if (job_has_levels(&c->survey->jobs[i]))
			list_by_cell(c, &j->slots, &j->listed, &j->start);
		if (c->survey->jobs[i].values)
			values_settle(&j->values, ncells);
	}
}
/* A group that no record lies in. */
static struct survey_row *empty_row(struct survey *s, const struct measure *m, size_t *n)
{
	struct survey_row *row = arena_alloc(&s->arena, 1, sizeof *row);
	*row = (struct survey_row){
		.stat = STATS[m->stat].output,
		.variable = m->variable,
		.result = {NAN, 0, 0},
		.inference = NO_INFERENCE,
	};
	*n = 1;
	return row;
}

/* The domain of a measure is all that have a value, whatever part of these a row is about. */
static void find_domain(struct group_of_survey *g)
{
	const struct bank *base = &g->job_cells->base;
	g->domain = arena_alloc(&g->survey->arena, g->nmembers + 1, sizeof *g->domain);
	for (size_t i = 0; i < g->nmembers; i++)
		if (g->members[i] < base->used && base->n[g->members[i]])
			g->domain[g->ndomain++] = pair_second(&g->cells->members, g->members[i]);
}

struct survey_row *survey_rows(struct survey_cells *c, uint32_t cell, size_t measure, size_t *n)
{
	struct survey *s = c->survey;
	const struct measure *m = &s->measures[measure];
	arena_reset(&s->arena);
	if (cell == CELL_NONE || cell >= c->ncells)
		return empty_row(s, m, n);
	struct group_of_survey g = {
		.cells = c,
		.survey = s,
		.measure = m,
		.replicates = s->design->replicated ? &s->design->replicates : NULL,
		.cell = cell,
		.job = &s->jobs[s->job_of[measure]],
		.job_cells = &c->jobs[s->job_of[measure]],
		.members = c->listed + c->start[cell],
		.nmembers = c->start[cell + 1] - c->start[cell],
	};
	g.df = survey_df_of_group(&g);
	if (design_compares_strata(s->design))
		find_domain(&g);
	switch (m->stat) {
	case STAT_GINI:
	case STAT_MEDIAN:
	case STAT_QUANTILE: return survey_value_rows(&g, m, n);
	case STAT_XTAB: return survey_xtab_rows(&g, m, n);
	case STAT_CHISQ: return survey_chisq_rows(&g, m, n);
	case STAT_TTEST: return survey_ttest_rows(&g, m, n);
	case STAT_ASSOC: return survey_assoc_rows(&g, m, n);
	case STAT_MR: return survey_response_rows(&g, m, n);
	case STAT_PROP:
	case STAT_COUNT:
	case STAT_PROPCI: return survey_level_rows(&g, m, n);
	default: return survey_number_rows(&g, m, n);
	}
}

static void bank_release(struct bank *b)
{
	for (size_t i = 0; i < b->used * b->width; i++)
		exactsum_release(&b->sums[i]);
	free(b->n);
	free(b->sums);
}

void survey_cells_free(struct survey_cells *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->survey->njobs; i++) {
		struct job_cells *j = &c->jobs[i];
		bank_release(&j->base);
		bank_release(&j->levels);
		pairs_release(&j->slots);
		free(j->grams.products);
		values_release(&j->values);
		free(j->listed);
		free(j->start);
	}
	pairs_release(&c->members);
	pairs_release(&c->classes);
	free(c->grams.products);
	free(c->jobs);
	free(c->records);
	free(c->listed);
	free(c->start);
	free(c);
}

void survey_free(struct survey *s)
{
	if (!s)
		return;
	arena_release(&s->arena);
	for (size_t i = 0; i < s->njobs; i++)
		pairs_release(&s->jobs[i].codes);
	free(s->jobs);
	free(s->scratch);
	free(s->thetas);
	free(s->measures);
	free(s->job_of);
	free(s);
}
