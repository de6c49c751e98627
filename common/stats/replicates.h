/*
 * replicates: variances from replicate weights.
 *
 * A statistic is computed once with the weights of the sample (theta[0]) and once with each column
 * of replicate weights (theta[1] to theta[n]); its variance is scale * sum of rscales_r (theta_r -
 * centre)^2, the centre being the mean of the replicates whose rscale is not 0, or theta[0] with
 * `mse` (Wolter, Introduction to Variance Estimation, 2nd edition, chapters 3 to 5; Fay and Train,
 * "Aspects of survey and model-based postcensal estimation", 1995). A replicate that is undefined
 * (NaN) is left out.
 */
#ifndef KOOP_STATS_REPLICATES_H
#define KOOP_STATS_REPLICATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/hash.h"
#include "record/header.h"
#include "record/reader.h"
#include "stats/exactsum.h"

enum rep_type { REP_BRR, REP_FAY, REP_JK1, REP_JKN, REP_BOOTSTRAP, REP_SDR, REP_OTHER };

extern const char *const REP_WORDS[];

/* As on a command line. */
struct replicates_request {
	const char *columns; /* NULL: there are none */
	enum rep_type type;
	bool typed;          /* the type is given */
	double rho;          /* of Fay's method */
	double scale;        /* NaN: by the type */
	const char *rscales; /* NULL: all are 1 */
	bool mse;
	bool factors; /* the columns hold what the weight is multiplied by, not weights */
};

struct replicates {
	size_t n;
	size_t *columns;
	double *value; /* of the record taken last: its weight, and then n replicates */
	double scale;
	double *rscales; /* from 1 to n */
	bool mse, factors;
	struct intern leaves; /* the weight and each replicate have a number and a name here */
	const struct header *header;
};

/*
 * The columns are a list of names, of patterns with * and ?, and of ranges FIRST-LAST (columns from
 * one to the other as the header has them). The rscales are a list of numbers or fractions, each
 * followed by * and how often it stands where it does so more than once. Ends the process with
 * status 2 when a column is unknown or the request makes no sense.
 */
void replicates_need(struct replicates *r, const struct header *h,
	const struct replicates_request *request, struct arena *arena);

/* Ends the process with status 2, naming the place, at a value that is no number, or larger than
 * any weight is. */
void replicates_take(struct replicates *r, const struct record *rec, double weight);

/* How many replicates of theta are undefined. */
size_t replicates_undefined(const struct replicates *r, const quad *theta);

/* NaN when theta[0] or all replicates are undefined. */
quad replicates_variance(const struct replicates *r, const quad *theta);

/* The same for two statistics; replicates of which either is undefined are left out. */
quad replicates_covariance(const struct replicates *r, const quad *a, const quad *b);

void replicates_release(struct replicates *r);

#endif
