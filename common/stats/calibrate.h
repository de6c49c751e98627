/*
 * calibrate: weights that add up to known populations.
 *
 * Post-stratification: within each cell (the values of some columns) all weights are multiplied so
 * that they add up to the population that a file says the cell has. What is known does not vary:
 * from every influence its mean by weight in its cell is taken away, on all records of the file,
 * also outside the domain (Holt and Smith, "Post stratification", Journal of the Royal Statistical
 * Society A 142, 1979; Särndal, Swensson and Wretman, Model Assisted Survey Sampling, chapter 7).
 *
 * Raking: the same for several margins in turn, round after round, until all fit (Deming and
 * Stephan, Annals of Mathematical Statistics 11, 1940; Deville, Särndal and Sautory, "Generalized
 * raking procedures in survey sampling", Journal of the American Statistical Association 88, 1993).
 * The means taken away are plain ones of the records, in ten rounds, as the R package survey does.
 *
 * Of replicate weights each column is fitted by itself, as the weights are; then no means are taken
 * away, since what is known does not vary from replicate to replicate either (Wolter, Introduction
 * to Variance Estimation, 2nd edition, section 2.8). A replicate that cannot be fitted is NaN.
 *
 * Memory O(leaves * cells that lie in them). A file or a record that does not fit, and margins that
 * no weights fit, end the process with status 2.
 */
#ifndef KOOP_STATS_CALIBRATE_H
#define KOOP_STATS_CALIBRATE_H

#include "stats/exactsum.h"
#include "stats/pairs.h"
#include "stats/populations.h"

/*
 * What an estimate owes to a leaf: the sum over its records; where records are the units, also that
 * of the squares, and of the products with the weights; where weights are raked, that of what they
 * are by weight. Several for one leaf add up.
 */
struct influence {
	uint32_t leaf;
	quad z, squares, cross, bare;
};

/* The weights of a leaf and cell, on the whole file, and how many are above 0. */
struct leaf_weight {
	struct exactsum sum, squares;
	uint64_t records;
};

enum { MARGINS_MAX = 16 };

struct calibration {
	struct populations margins[MARGINS_MAX];
	size_t nmargins;
	bool raked;
	size_t nreplicates; /* 0: there are none, and the leaves are those of a design */
	/* A cell is of all margins: chain[k] numbers (cell of margins 0 to k, cell of k + 1). */
	struct pairs chain[MARGINS_MAX - 1];
	struct pairs leaves; /* (leaf of the design, cell); or (replicate, cell), 0 being the weight
	                        and the others behind it in a row until they are put in order */
	struct leaf_weight *weights;
	size_t nweights, cap_weights;

	/* After settling: */
	size_t ncells;
	uint32_t *cell_of; /* cell_of[k * ncells + cell] of margin k */
	quad *ratio;       /* ratio[replicate * ncells + cell]: by it weights are multiplied */
	quad *factor;      /* by pair: the same, and what is known before */
	uint64_t *records; /* by cell */
	struct influence *residuals;
	quad *means, *margin; /* by cell, and room for the cells of one margin */
};

/* To post-stratify; `spec` is COLUMNS=FILE (stats/populations.h). */
void calibrate_need(struct calibration *c, const struct header *h, const char *spec);

/* To rake, each spec a margin. */
void calibrate_rake_need(
	struct calibration *c, const struct header *h, const char *const *specs, size_t n);

/* The number of the pair of leaf and cell of a record with this weight. */
uint32_t calibrate_take(
	struct calibration *c, const struct record *rec, uint32_t leaf, double weight);

/* The same for the weight and the replicates of it: the number of the first of these pairs. */
uint32_t calibrate_take_replicates(
	struct calibration *c, const struct record *rec, const double *weights);

/* What is kept (stats/state.h); `leaves` numbers the leaves of the design, or the replicates. */
void calibrate_state(struct calibration *c, struct state *s, const void *leaves);

/* What numbers the cells. */
const void *calibrate_cells(const struct calibration *c);

/* After the last record; factor is what the weights of a leaf of the design are multiplied by, or
 * NULL. */
void calibrate_settle(struct calibration *c, const double *factor);

/* The residuals of the influences, for leaves of the design: as many as there are pairs. Good until
 * the next call. */
struct influence *calibrate_residuals(
	struct calibration *c, const struct influence *z, size_t n, size_t *nresiduals);

void calibrate_release(struct calibration *c);

#endif
