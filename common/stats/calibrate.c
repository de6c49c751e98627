#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/calibrate.h"

enum { ROUNDS_MAX = 10000, RESIDUAL_ROUNDS = 10 };

/* Weights fit a margin when they differ from it by less than this part of it. */
static const double FITS = 1e-14;

/* Populations of two margins are the same when they differ by less than this part. */
static const double SAME = 1e-9;

void calibrate_need(struct calibration *c, const struct header *h, const char *spec)
{
	*c = (struct calibration){.nmargins = 1};
	populations_need(&c->margins[0], h, "poststrata", spec);
}

void calibrate_rake_need(
	struct calibration *c, const struct header *h, const char *const *specs, size_t n)
{
	*c = (struct calibration){.raked = true, .nmargins = n};
	for (size_t i = 0; i < n; i++)
		populations_need(&c->margins[i], h, "rake", specs[i]);
}

static void room_for_weights(void *owner, size_t n)
{
	struct calibration *c = owner;
	if (n <= c->nweights)
		return;
	while (c->cap_weights < n)
		c->weights =
			mem_grow(c->weights, c->cap_weights, &c->cap_weights, sizeof *c->weights);
	memset(c->weights + c->nweights, 0, (n - c->nweights) * sizeof *c->weights);
	c->nweights = n;
}

void calibrate_state(struct calibration *c, struct state *s, const void *leaves)
{
	const void *cells = &c->margins[0].cells;
	for (size_t i = 0; i < c->nmargins; i++)
		populations_state(&c->margins[i], s);
	for (size_t i = 1; i < c->nmargins; i++) {
		state_pairs(s, "cells of margins", &c->chain[i - 1], cells, &c->margins[i].cells);
		cells = &c->chain[i - 1];
	}
	struct state_table *t = state_pairs(s, "weights", &c->leaves, leaves, cells);
	state_room(t, c, room_for_weights);
	state_column(t, &STATE_SUM, &c->weights, sizeof *c->weights,
		offsetof(struct leaf_weight, sum), 2);
	state_column(t, &STATE_COUNT, &c->weights, sizeof *c->weights,
		offsetof(struct leaf_weight, records), 1);
}

uint32_t calibrate_take(
	struct calibration *c, const struct record *rec, uint32_t leaf, double weight)
{
	uint32_t cell = populations_take(&c->margins[0], rec);
	for (size_t i = 1; i < c->nmargins; i++)
		cell = pairs_number(&c->chain[i - 1], cell, populations_take(&c->margins[i], rec));
	uint32_t pair = pairs_number(&c->leaves, leaf, cell);
	if (pair == c->nweights)
		room_for_weights(c, pair + (size_t)1);
	exactsum_add(&c->weights[pair].sum, weight);
	exactsum_add_product(&c->weights[pair].squares, weight, weight);
	c->weights[pair].records += weight > 0;
	return pair;
}

/* Which cell of each margin each cell is of. */
static void settle_cells(struct calibration *c)
{
	size_t last = c->nmargins - 1;
	c->ncells = last ? c->chain[last - 1].n : c->margins[0].cells.n;
	c->cell_of = mem_zero(c->nmargins * c->ncells + 1, sizeof *c->cell_of);
	for (size_t cell = 0; cell < c->ncells; cell++) {
		uint32_t at = (uint32_t)cell;
		for (size_t k = last; k > 0; k--) {
			c->cell_of[k * c->ncells + cell] = pair_second(&c->chain[k - 1], at);
			at = pair_first(&c->chain[k - 1], at);
		}
		c->cell_of[cell] = at;
	}
}

/* Adds up by the cells of a margin, in c->margin. */
static void add_up(struct calibration *c, size_t margin, const quad *by_cell)
{
	const uint32_t *cell_of = c->cell_of + margin * c->ncells;
	memset(c->margin, 0, c->margins[margin].cells.n * sizeof *c->margin);
	for (size_t cell = 0; cell < c->ncells; cell++)
		c->margin[cell_of[cell]] += by_cell[cell];
}

static quad population_of(const struct populations *p)
{
	quad sum = 0;
	for (size_t i = 0; i < p->cells.n; i++)
		sum += p->of[i];
	return sum;
}

static void check_margins(struct calibration *c, const quad *weights)
{
	quad first = population_of(&c->margins[0]);
	for (size_t k = 0; k < c->nmargins; k++) {
		struct populations *p = &c->margins[k];
		add_up(c, k, weights);
		for (uint32_t cell = 0; cell < p->cells.n; cell++)
			if (!(c->margin[cell] > 0))
				diex("%s: no record of the sample stands for '" STR_FMT "'",
					p->file, STR_ARG(populations_cell(p, cell)));
		char here[NUMBER_MAX], there[NUMBER_MAX];
		double sum = (double)population_of(p), other = (double)first;
		if (fabs(sum - other) > SAME * other)
			diex("the populations in %s add up to %.*s, those in %s to %.*s", p->file,
				(int)number_format(sum, here), here, c->margins[0].file,
				(int)number_format(other, there), there);
	}
}

/* Fits the weights to a margin; returns the largest change, and the cell of it. */
static double fit_margin(struct calibration *c, size_t k, quad *weights, uint32_t *worst)
{
	const uint32_t *cell_of = c->cell_of + k * c->ncells;
	double most = 0;
	add_up(c, k, weights);
	for (uint32_t cell = 0; cell < c->margins[k].cells.n; cell++) {
		quad times = c->margins[k].of[cell] / c->margin[cell];
		double change = fabs((double)(times - 1));
		c->margin[cell] = times;
		if (change <= most)
			continue;
		most = change;
		*worst = cell;
	}
	for (size_t cell = 0; cell < c->ncells; cell++)
		weights[cell] *= c->margin[cell_of[cell]];
	return most;
}

static void rake(struct calibration *c, quad *weights)
{
	for (int round = 0;; round++) {
		double most = 0;
		for (size_t k = 0; k < c->nmargins; k++) {
			uint32_t worst = 0;
			double change = fit_margin(c, k, weights, &worst);
			most = fmax(most, change);
			if (round == ROUNDS_MAX && change >= FITS)
				diex("no weights fit all margins: after %d rounds those of "
				     "'" STR_FMT "' still differ from the population in %s by %.2g "
				     "of it; combinations of values may be missing in the sample",
					ROUNDS_MAX,
					STR_ARG(populations_cell(&c->margins[k], worst)),
					c->margins[k].file, change);
		}
		if (most < FITS)
			return;
	}
}

void calibrate_settle(struct calibration *c, const double *factor)
{
	size_t n = c->leaves.n, most = 0;
	settle_cells(c);
	for (size_t k = 0; k < c->nmargins; k++)
		most = c->margins[k].cells.n > most ? c->margins[k].cells.n : most;
	c->factor = mem_zero(n, sizeof *c->factor);
	c->residuals = mem_zero(n, sizeof *c->residuals);
	c->records = mem_zero(c->ncells, sizeof *c->records);
	c->means = mem_zero(c->ncells, sizeof *c->means);
	c->margin = mem_zero(most, sizeof *c->margin);
	quad *before = mem_zero(c->ncells, sizeof *before), *after = c->means;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t cell = pair_second(&c->leaves, i);
		c->factor[i] = factor ? factor[pair_first(&c->leaves, i)] : 1.0;
		before[cell] += c->factor[i] * exactsum_quad(&c->weights[i].sum);
		c->records[cell] += c->weights[i].records;
	}
	memcpy(after, before, c->ncells * sizeof *after);
	check_margins(c, before);
	rake(c, after);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t cell = pair_second(&c->leaves, i);
		if (before[cell] > 0)
			c->factor[i] = c->factor[i] * after[cell] / before[cell];
	}
	free(before);
}

/* The means by weight in the cells; by the new weights these add up to the populations. */
static void settle_means(struct calibration *c, const struct influence *z, size_t n)
{
	for (size_t i = 0; i < n; i++)
		c->means[pair_second(&c->leaves, z[i].leaf)] += z[i].z;
	for (size_t cell = 0; cell < c->ncells; cell++)
		c->means[cell] /= c->margins[0].of[cell];
}

/* The plain means by records, margin after margin, of what the means before leave. */
static void settle_raked_means(struct calibration *c, const struct influence *z, size_t n)
{
	quad *left = mem_zero(2 * c->ncells + 1, sizeof *left), *records = left + c->ncells;
	for (size_t i = 0; i < n; i++)
		left[pair_second(&c->leaves, z[i].leaf)] += z[i].bare;
	for (size_t cell = 0; cell < c->ncells; cell++)
		records[cell] = c->records[cell];
	for (size_t k = 0; k < RESIDUAL_ROUNDS * c->nmargins; k++) {
		size_t margin = k % c->nmargins;
		const uint32_t *cell_of = c->cell_of + margin * c->ncells;
		size_t cells = c->margins[margin].cells.n;
		quad *of = mem_zero(cells, sizeof *of);
		add_up(c, margin, records);
		memcpy(of, c->margin, cells * sizeof *of);
		add_up(c, margin, left);
		for (size_t cell = 0; cell < c->ncells; cell++) {
			quad mean = c->margin[cell_of[cell]] / of[cell_of[cell]];
			c->means[cell] += mean;
			left[cell] -= mean * records[cell];
		}
		free(of);
	}
	free(left);
}

struct influence *calibrate_residuals(
	struct calibration *c, const struct influence *z, size_t n, size_t *nresiduals)
{
	struct influence *r = c->residuals;
	memset(r, 0, c->leaves.n * sizeof *r);
	memset(c->means, 0, c->ncells * sizeof *c->means);
	for (size_t i = 0; i < n; i++) {
		struct influence *at = &r[z[i].leaf];
		at->z += z[i].z;
		at->squares += z[i].squares;
		at->cross += z[i].cross;
	}
	if (c->raked)
		settle_raked_means(c, z, n);
	else
		settle_means(c, z, n);
	for (uint32_t i = 0; i < c->leaves.n; i++) {
		quad mean = c->means[pair_second(&c->leaves, i)], f = c->factor[i];
		r[i].leaf = pair_first(&c->leaves, i);
		r[i].z -= mean * f * exactsum_quad(&c->weights[i].sum);
		r[i].squares += mean * mean * f * f * exactsum_quad(&c->weights[i].squares) -
		                2 * mean * r[i].cross;
	}
	*nresiduals = c->leaves.n;
	return r;
}

void calibrate_release(struct calibration *c)
{
	for (size_t i = 0; i < c->leaves.n; i++) {
		exactsum_release(&c->weights[i].sum);
		exactsum_release(&c->weights[i].squares);
	}
	for (size_t i = 0; i < c->nmargins; i++)
		populations_release(&c->margins[i]);
	for (size_t i = 0; i + 1 < c->nmargins; i++)
		pairs_release(&c->chain[i]);
	pairs_release(&c->leaves);
	free(c->weights);
	free(c->cell_of);
	free(c->factor);
	free(c->records);
	free(c->residuals);
	free(c->means);
	free(c->margin);
}
