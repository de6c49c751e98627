/*
 * greg: weights calibrated to known totals of several columns at once, by general regression.
 *
 * A weight d becomes d (1 + lambda'x), x being the columns whose totals t are known, such that the
 * sums of x fit: lambda = (sum of d x x')^-1 (t - sum of d x). From an influence u what x explains
 * of it is taken away, x'B with B = (sum of d x x')^-1 sum of d x u, on all records of the file
 * (Deville and Särndal, "Calibration estimators in survey sampling", Journal of the American
 * Statistical Association 87, 1992).
 *
 * As lambda is known at the end only, every leaf is kept once for each column, with the weights d
 * x_p; column 0 is 1. Memory O(leaves * columns^2).
 *
 * Replicates of the weights have each a lambda of their own; the leaf of the design is then the
 * number of the replicate, 0 being the weight. A replicate that cannot be fitted has coefficients
 * that are NaN.
 */
#ifndef KOOP_STATS_GREG_H
#define KOOP_STATS_GREG_H

#include "base/arena.h"
#include "base/hash.h"
#include "record/header.h"
#include "record/reader.h"
#include "stats/calibrate.h"
#include "stats/exactsum.h"
#include "stats/pairs.h"
#include "stats/state.h"

enum { GREG_COLUMNS = 64 };

/* A column of the sample, or whether it has a value. */
struct greg_column {
	struct str name, value; /* value empty: the number itself */
	size_t column;
	double total;
	bool known; /* only that of column 0 may be unknown */
};

struct greg {
	struct greg_column x[GREG_COLUMNS];
	size_t n;
	size_t nreplicates;       /* 0: there are none */
	double *totals;           /* by column */
	double *value;            /* d x_p of the record taken last, for each d in turn */
	struct intern names;      /* a number for each column */
	struct pairs leaves;      /* (leaf of the design, column), those of a leaf in a row */
	struct exactsum *moments; /* sums of d x_p x_q by leaf of the design, q <= p */
	size_t nmoments, cap_moments;
	const char *file;

	/* After settling; by replicate those of the sample itself first: */
	quad *coefficient; /* the new weight is the sum of these times d x_p */
	quad *products;    /* of the columns with known totals, in the sample itself */
	quad *crossed;     /* by leaf and column: the sum of the new weights times x_p */
	struct influence *residuals;
	struct arena arena;
};

/* The file has the columns variable, value and total: a row with a value is about the records that
 * have it, one with neither about all. Ends the process with status 2 when it makes no sense. */
void greg_need(struct greg *g, const struct header *h, const char *file, size_t nreplicates);

/* The number of the pair of leaf and column 0 of a record with this weight. */
uint32_t greg_take(struct greg *g, const struct record *rec, uint32_t leaf, double weight);

/* The same for the weight and the replicates of it, whose leaves are 0, 1 ... */
uint32_t greg_take_replicates(struct greg *g, const struct record *rec, const double *weights);

/* How many numbers greg->value has. */
static inline size_t greg_values(const struct greg *g)
{
	return (g->nreplicates + 1) * g->n;
}

/* What the sums of a leaf are multiplied by; leaves are numbered by pairs of leaf and column. */
static inline quad greg_coefficient(const struct greg *g, uint32_t leaf)
{
	size_t replicate = g->nreplicates ? pair_first(&g->leaves, leaf) : 0;
	return g->coefficient[replicate * g->n + pair_second(&g->leaves, leaf)];
}

/* What is kept (stats/state.h); `leaves` numbers the leaves of the design, or the replicates. */
void greg_state(struct greg *g, struct state *s, const void *leaves);

/* After the last record; ends the process when no weights can fit. */
void greg_settle(struct greg *g);

/* As calibrate_residuals. Influences are of the sums with the weights d x_p. */
struct influence *greg_residuals(
	struct greg *g, const struct influence *z, size_t n, size_t *nresiduals);

void greg_release(struct greg *g);

#endif
