#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/gram.h"
#include "stats/surveystate.h"

/* Degrees of freedom. */

/* Adds the products of a class, times what each replicate of it is multiplied by. */
static void add_class(
	double *into, const double *products, const struct calibration *c, uint32_t cell)
{
	for (size_t a = 0; a < c->nreplicates; a++)
		for (size_t b = 0; b <= a; b++)
			*into++ += (double)(c->ratio[(a + 1) * c->ncells + cell] *
					    c->ratio[(b + 1) * c->ncells + cell] * *products++);
}

/* Replicates that cannot be fitted are none. */
static void drop_undefined(double *products, size_t n)
{
	for (size_t a = 0; a < n; a++)
		if (isnan(products[gram_size(a) + a]))
			for (size_t b = 0; b < n; b++)
				products[a > b ? gram_size(a) + b : gram_size(b) + a] = 0;
}

static double *products_by_class(const struct group_of_survey *g, const struct grams *grams)
{
	const struct calibration *c = &g->survey->design->calibration;
	double *sum = mem_zero(gram_size(c->nreplicates) + 1, sizeof *sum);
	for (uint32_t cell = 0; cell < c->ncells; cell++) {
		uint32_t class = pairs_find(&g->cells->classes, g->cell, cell);
		if (class != PAIR_NONE && class < grams->used)
			add_class(sum, grams->products + class * grams->size, c, cell);
	}
	return sum;
}

/* What the columns of two replicates, and how they enter into these, give for their product. */
static double product_of_columns(const struct greg *g, const double *products, size_t a, size_t b)
{
	quad sum = 0;
	for (size_t p = 0; p < g->n; p++)
		for (size_t q = 0; q < g->n; q++) {
			size_t row = a * g->n + p, col = b * g->n + q;
			size_t at = row > col ? gram_size(row) + col : gram_size(col) + row;
			sum += g->coefficient[(a + 1) * g->n + p] *
			       g->coefficient[(b + 1) * g->n + q] * products[at];
		}
	return (double)sum;
}

static double *products_by_column(const struct group_of_survey *g, const struct grams *grams)
{
	const struct greg *greg = &g->survey->design->greg;
	double *sum = mem_zero(gram_size(greg->nreplicates) + 1, sizeof *sum), *at = sum;
	for (size_t a = 0; a < greg->nreplicates && g->cell < grams->used; a++)
		for (size_t b = 0; b <= a; b++)
			*at++ = product_of_columns(
				greg, grams->products + g->cell * grams->size, a, b);
	return sum;
}

/* Of the rows of replicate weights, one less than their rank. */
static double df_of_replicates(const struct group_of_survey *g, const struct grams *grams)
{
	const struct design *d = g->survey->design;
	size_t n = g->replicates->n, rank;
	if (!grams->size || !grams->used || (!survey_by_class(g->survey) && g->cell >= grams->used))
		return NAN;
	if (!d->calibrated)
		return (double)gram_rank(grams->products + g->cell * grams->size, n) - 1;
	double *products =
		d->regressed ? products_by_column(g, grams) : products_by_class(g, grams);
	drop_undefined(products, n);
	rank = gram_rank(products, n);
	free(products);
	return (double)rank - 1;
}

/* PSUs less strata, by the records of each member. */
static double df_of_members(const struct group_of_survey *g, const uint64_t *records, size_t known)
{
	struct survey *s = g->survey;
	struct leaf_count *leaves = arena_alloc(&s->arena, g->nmembers + 1, sizeof *leaves);
	size_t n = 0;
	for (size_t i = 0; i < g->nmembers; i++) {
		uint32_t member = g->members[i];
		if (member < known && records[member])
			leaves[n++] = (struct leaf_count){
				pair_second(&g->cells->members, member), records[member]};
	}
	return design_df(s->design, leaves, n);
}

double survey_df_of_group(const struct group_of_survey *g)
{
	if (!isnan(g->survey->options.df))
		return g->survey->options.df;
	if (g->replicates)
		return df_of_replicates(g, &g->cells->grams);
	return df_of_members(g, g->cells->records, g->cells->members.n);
}

double survey_df_of_values(const struct group_of_survey *g)
{
	const struct bank *b = &g->job_cells->base;
	if (!isnan(g->survey->options.df))
		return g->survey->options.df;
	if (g->replicates)
		return df_of_replicates(g, &g->job_cells->grams);
	return df_of_members(g, b->n, b->used);
}
