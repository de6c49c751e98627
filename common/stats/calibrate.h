/*
 * calibrate: weights that add up to known populations, by post-stratification.
 *
 * Within each cell (the values of some columns) all weights are multiplied so that they add up to
 * the population that a file says the cell has. What is known does not vary: from every influence
 * its mean by weight in its cell is taken away, on all records of the file, also outside the domain
 * (Holt and Smith, "Post stratification", Journal of the Royal Statistical Society A 142, 1979;
 * Särndal, Swensson and Wretman, Model Assisted Survey Sampling, chapter 7).
 *
 * Memory O(leaves * cells that lie in them). The file and a record that lies in no cell of it end
 * the process with status 2.
 */
#ifndef KOOP_STATS_CALIBRATE_H
#define KOOP_STATS_CALIBRATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "record/header.h"
#include "record/reader.h"
#include "stats/exactsum.h"
#include "stats/pairs.h"
#include "stats/state.h"

/* What an estimate owes to a leaf: the sum over its records; where records are the units, also that
 * of the squares, and of the products with the weights. Several for one leaf add up. */
struct influence {
	uint32_t leaf;
	quad z, squares, cross;
};

/* The weights of a leaf and cell, on the whole file. */
struct leaf_weight {
	struct exactsum sum, squares;
};

struct calibration {
	size_t *columns; /* of the sample */
	size_t ncolumns;
	struct intern cells;
	double *population; /* by cell */
	size_t npopulation, cap_cells;
	quad *before;        /* the sum of the weights as they were */
	struct pairs leaves; /* (leaf of the design, cell) */
	struct leaf_weight *weights;
	size_t nweights, cap_weights;
	quad *factor; /* by pair, after settling: by it the weights are multiplied */
	struct influence *residuals;
	quad *means;
	const char *file;
	bool raked;
	struct buf key;
	struct arena arena;
};

/* `spec` is COLUMNS=FILE; FILE has these columns and one more, the population. */
void calibrate_need(struct calibration *c, const struct header *h, const char *spec);

/* The number of the pair of leaf and cell of a record with this weight. */
uint32_t calibrate_take(
	struct calibration *c, const struct record *rec, uint32_t leaf, double weight);

/* What is kept (stats/state.h); `leaves` numbers the leaves of the design. */
void calibrate_state(struct calibration *c, struct state *s, const void *leaves);

/* After the last record; factor is what the weights of a leaf of the design are multiplied by, or
 * NULL. */
void calibrate_settle(struct calibration *c, const double *factor);

/* The residuals of the influences, for leaves of the design: as many as there are pairs. Good until
 * the next call. */
struct influence *calibrate_residuals(
	struct calibration *c, const struct influence *z, size_t n, size_t *nresiduals);

void calibrate_release(struct calibration *c);

#endif
