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

const void *calibrate_cells(const struct calibration *c)
{
	return c->nmargins > 1 ? (const void *)&c->chain[c->nmargins - 2] : &c->margins[0].cells;
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
	struct state_table *t = state_pairs(s, "weights", &c->leaves, leaves, calibrate_cells(c));
	state_room(t, c, room_for_weights);
	state_column(t, &STATE_SUM, &c->weights, sizeof *c->weights,
		offsetof(struct leaf_weight, sum), 2);
	state_column(t, &STATE_COUNT, &c->weights, sizeof *c->weights,
		offsetof(struct leaf_weight, records), 1);
}

static uint32_t cell_of_record(struct calibration *c, const struct record *rec)
{
	uint32_t cell = populations_take(&c->margins[0], rec);
	for (size_t i = 1; i < c->nmargins; i++)
		cell = pairs_number(&c->chain[i - 1], cell, populations_take(&c->margins[i], rec));
	return cell;
}

uint32_t calibrate_take(
	struct calibration *c, const struct record *rec, uint32_t leaf, double weight)
{
	uint32_t pair = pairs_number(&c->leaves, leaf, cell_of_record(c, rec));
	if (pair == c->nweights)
		room_for_weights(c, pair + (size_t)1);
	exactsum_add(&c->weights[pair].sum, weight);
	exactsum_add_product(&c->weights[pair].squares, weight, weight);
	c->weights[pair].records += weight > 0;
	return pair;
}

uint32_t calibrate_take_replicates(
	struct calibration *c, const struct record *rec, const double *weights)
{
	uint32_t cell = cell_of_record(c, rec);
	size_t before = c->leaves.n;
	uint32_t first = pairs_number(&c->leaves, 0, cell);
	for (uint32_t r = 1; c->leaves.n > before && r <= c->nreplicates; r++)
		pairs_number(&c->leaves, r, cell);
	room_for_weights(c, c->leaves.n);
	for (uint32_t r = 0; r <= c->nreplicates; r++)
		exactsum_add(&c->weights[first + r].sum, weights[r]);
	return first;
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

/* Where weights differ most from the populations, by this part of it. */
struct misfit {
	size_t margin;
	uint32_t cell;
	double change;
};

/* Fits the weights to a margin; `worst` grows to the largest change. False when a cell of it has no
 * weights. */
static bool fit_margin(struct calibration *c, size_t k, quad *weights, struct misfit *worst)
{
	const uint32_t *cell_of = c->cell_of + k * c->ncells;
	add_up(c, k, weights);
	for (uint32_t cell = 0; cell < c->margins[k].cells.n; cell++) {
		quad times = c->margins[k].of[cell] / c->margin[cell];
		double change = fabs((double)(times - 1));
		if (!(c->margin[cell] > 0))
			return false;
		c->margin[cell] = times;
		if (change > worst->change)
			*worst = (struct misfit){k, cell, change};
	}
	for (size_t cell = 0; cell < c->ncells; cell++)
		weights[cell] *= c->margin[cell_of[cell]];
	return true;
}

/* Fits the weights by cell to all margins; false when they do not, and `worst` says where. */
static bool rake(struct calibration *c, quad *weights, struct misfit *worst)
{
	for (int round = 0; round <= ROUNDS_MAX; round++) {
		*worst = (struct misfit){0};
		for (size_t k = 0; k < c->nmargins; k++)
			if (!fit_margin(c, k, weights, worst))
				return false;
		if (worst->change < FITS)
			return true;
	}
	return false;
}

/* Each cell of the one margin by itself, so that one without weights spoils no other. */
static void poststratify(struct calibration *c, const quad *weights, quad *ratio)
{
	for (size_t cell = 0; cell < c->ncells; cell++)
		ratio[cell] =
			weights[cell] != 0 ? c->margins[0].of[cell] / weights[cell] : (quad)NAN;
}

/* The ratios by which weights by cell are to be multiplied; `room` is for as many. */
static bool find_ratios(
	struct calibration *c, const quad *weights, quad *room, quad *ratio, struct misfit *worst)
{
	if (!c->raked) {
		poststratify(c, weights, ratio);
		return true;
	}
	memcpy(room, weights, c->ncells * sizeof *room);
	bool fits = rake(c, room, worst);
	for (size_t cell = 0; cell < c->ncells; cell++)
		ratio[cell] = !fits               ? (quad)NAN
		              : weights[cell] > 0 ? room[cell] / weights[cell]
		                                  : 1;
	return fits;
}

static void settle_ratios(struct calibration *c, const quad *weights)
{
	struct misfit worst;
	check_margins(c, weights);
	for (size_t r = 0; r <= c->nreplicates; r++) {
		size_t at = r * c->ncells;
		if (find_ratios(c, weights + at, c->means, c->ratio + at, &worst) || r > 0)
			continue;
		struct populations *p = &c->margins[worst.margin];
		diex("no weights fit all margins: after %d rounds those of '" STR_FMT
		     "' still differ from the population in %s by %.2g of it; combinations of "
		     "values may be missing in the sample",
			ROUNDS_MAX, STR_ARG(populations_cell(p, worst.cell)), p->file,
			worst.change);
	}
}

static void make_room(struct calibration *c)
{
	size_t n = c->leaves.n, most = 0;
	for (size_t k = 0; k < c->nmargins; k++)
		most = c->margins[k].cells.n > most ? c->margins[k].cells.n : most;
	c->ratio = mem_zero((c->nreplicates + 1) * c->ncells + 1, sizeof *c->ratio);
	c->factor = mem_zero(n, sizeof *c->factor);
	c->residuals = mem_zero(n, sizeof *c->residuals);
	c->records = mem_zero(c->ncells, sizeof *c->records);
	c->means = mem_zero(c->ncells, sizeof *c->means);
	c->margin = mem_zero(most, sizeof *c->margin);
}

/* Where the ratio of a pair of leaf and cell stands. */
static size_t ratio_of(const struct calibration *c, uint32_t pair)
{
	size_t replicate = c->nreplicates ? pair_first(&c->leaves, pair) : 0;
	return replicate * c->ncells + pair_second(&c->leaves, pair);
}

void calibrate_settle(struct calibration *c, const double *factor)
{
	size_t n = c->leaves.n;
	settle_cells(c);
	make_room(c);
	quad *weights = mem_zero((c->nreplicates + 1) * c->ncells + 1, sizeof *weights);
	for (uint32_t i = 0; i < n; i++) {
		c->factor[i] = factor ? factor[pair_first(&c->leaves, i)] : 1.0;
		weights[ratio_of(c, i)] += c->factor[i] * exactsum_quad(&c->weights[i].sum);
		c->records[pair_second(&c->leaves, i)] += c->weights[i].records;
	}
	settle_ratios(c, weights);
	for (uint32_t i = 0; i < n; i++)
		c->factor[i] *= c->ratio[ratio_of(c, i)];
	free(weights);
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
	free(c->ratio);
	free(c->factor);
	free(c->records);
	free(c->residuals);
	free(c->means);
	free(c->margin);
}
