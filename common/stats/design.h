/*
 * design: how a sample was drawn, and the variance that follows from it.
 *
 * Every record of the file belongs to a unit of the last stage (a leaf), whether it is counted or
 * not: strata are counted in units on the whole file, so a group of records (a domain) is estimated
 * within the whole design. Without PSUs every record is a unit of its own. A stage whose
 * population sizes are not known ends the design: what is below it adds nothing (the ultimate
 * cluster; Cochran, Sampling Techniques, 3rd edition, chapters 5 and 10; Lumley, Complex Surveys,
 * chapters 2 and 3).
 *
 * Memory O(units); without PSUs O(strata), which then are the leaves, and an influence says its
 * squares too. design_take ends the process with status 2, naming the place, where a weight,
 * stratum, PSU or population size is missing or makes no sense: no estimate could be right.
 */
#ifndef KOOP_STATS_DESIGN_H
#define KOOP_STATS_DESIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "record/header.h"
#include "record/reader.h"
#include "stats/calibrate.h"
#include "stats/exactsum.h"
#include "stats/greg.h"
#include "stats/pairs.h"
#include "stats/replicates.h"
#include "stats/state.h"

/* What to do with a stratum that has one unit, whose variance therefore cannot be seen. */
enum lonely {
	LONELY_FAIL,
	LONELY_REMOVE, /* it adds nothing */
	LONELY_CERTAINTY,
	LONELY_ADJUST,  /* its distance from the mean of all units of the domain */
	LONELY_AVERAGE, /* as much as the mean of the other strata */
};

extern const char *const LONELY_WORDS[];

/* Lists of columns as on the command line; NULL where not given. */
struct design_request {
	const char *weight, *strata, *psu, *fpc;
	const char *poststrata; /* COLUMNS=FILE (stats/calibrate.h) */
	const char *rakes[MARGINS_MAX];
	size_t nrakes;
	const char *calibrate; /* a file of totals (stats/greg.h) */
	bool nest;             /* PSU names count within their stratum */
	enum lonely lonely;
	struct replicates_request replicates; /* in place of strata, PSUs and populations */
};

struct stratum {
	uint32_t parent; /* the unit of the stage above that it lies in; 0 on the first */
	uint32_t label;
	uint64_t units;
	double fpc;      /* as given, 0 where there is none */
	double fraction; /* of the units that are in the sample; the rest is after design_settle */
	double share;    /* what its variance is multiplied by: the fractions above */
};

struct unit_sum {
	quad sum;
	uint32_t mark;
};

struct stratum_sum {
	quad sum, squares;
	uint32_t mark;
};

struct stage {
	long psu, strata, fpc; /* columns, or COLUMN_NONE */
	struct intern names, labels;
	struct pairs units, layers; /* (stratum, name), (parent, label) */
	struct stratum *strata_of_stage;
	size_t nstrata, cap_strata;
	uint32_t *stratum; /* by unit */
	size_t nunits, cap_units;
	bool fractions, sizes;      /* what the population sizes look like */
	struct unit_sum *unit_sums; /* for design_variance */
	struct stratum_sum *stratum_sums;
	uint32_t *touched;
};

enum { STAGES_MAX = 8 };

struct design {
	const struct design_request *request;
	const struct header *header;
	struct stage stages[STAGES_MAX];
	size_t nstages;
	long weight;      /* column, or COLUMN_NONE */
	bool elements;    /* there are no PSUs: records are the units, strata the leaves */
	bool own_weights; /* weights follow from the population sizes */
	bool replicated;  /* there are replicate weights: a leaf for each, 0 for the weight, and
	                     where they are calibrated, for each of these in each cell or column */
	struct replicates replicates;
	bool calibrated; /* leaves are then those of the calibration */
	struct calibration calibration;
	bool regressed; /* calibrated by regression: leaves are then those of greg, one for each
	                   weight */
	struct greg greg;
	uint64_t records; /* of the file */
	double *factor;   /* by leaf, then; NULL where there are none */
	uint32_t mark;
	struct arena arena;

	double value;  /* the weight of the record taken last, */
	uint32_t leaf; /* and its unit; where there are replicates, the first of its units */
};

void design_need(struct design *d, const struct header *h, const struct design_request *request);

/* Every record of the file, counted or not. */
void design_take(struct design *d, const struct record *rec);

/* What is kept, and what numbers the leaves (stats/state.h). */
void design_state(struct design *d, struct state *s);
const void *design_leaves(const struct design *d);

/* After the last record: checks the design; ends the process with status 2 where it is bad. */
void design_settle(struct design *d);

/*
 * What the record taken last counts for, in leaves numbered one behind the other from `leaf` on:
 * its weight, and then the replicates of it; where weights are calibrated by regression, for each
 * of these its products with what they are calibrated by.
 */
static inline const double *design_weights(const struct design *d, size_t *n)
{
	*n = d->regressed ? greg_values(&d->greg) : d->replicated ? d->replicates.n + 1 : 1;
	return d->regressed ? d->greg.value : d->replicated ? d->replicates.value : &d->value;
}

/* How many these are. */
static inline size_t design_nweights(const struct design *d)
{
	size_t n;
	design_weights(d, &n);
	return n;
}

/* How many of them there are of each weight. */
static inline size_t design_ncolumns(const struct design *d)
{
	return d->regressed ? d->greg.n : 1;
}

/* Which replicate a leaf is of; 0 is the weight itself. */
static inline uint32_t design_replicate(const struct design *d, uint32_t leaf)
{
	if (!d->replicated)
		return 0;
	if (d->regressed)
		return pair_first(&d->greg.leaves, leaf);
	return d->calibrated ? pair_first(&d->calibration.leaves, leaf) : leaf;
}

/* Does a record count in this leaf once, and not again in others for what is calibrated by? */
static inline bool design_is_first(const struct design *d, uint32_t leaf)
{
	return !d->regressed || pair_second(&d->greg.leaves, leaf) == 0;
}

/* What the weighted sums of a leaf are multiplied by. Influences are of the products; but where
 * weights are calibrated by regression, of the sums as they are. */
static inline quad design_factor(const struct design *d, uint32_t leaf)
{
	if (d->regressed)
		return greg_coefficient(&d->greg, leaf);
	if (d->calibrated)
		return d->calibration.factor[leaf];
	return d->factor ? d->factor[leaf] : 1;
}

/* Do lonely units depend on which strata the domain has? */
static inline bool design_compares_strata(const struct design *d)
{
	return d->request->lonely > LONELY_CERTAINTY && !d->replicated && !d->calibrated;
}

/* Are there influences that need sums without weights? */
static inline bool design_is_raked(const struct design *d)
{
	return d->calibrated && !d->regressed && !d->replicated && d->calibration.raked;
}

/* A leaf and how many records of a domain lie in it. */
struct leaf_count {
	uint32_t leaf;
	uint64_t records;
};

/* PSUs less strata among the leaves of a domain. */
double design_df(struct design *d, const struct leaf_count *leaves, size_t n);

/*
 * The variance of the sum of the influences, O(n). The strata of the domain are those that have a
 * leaf here. NaN when it is undefined.
 */
quad design_variance(struct design *d, const struct influence *z, size_t n);

/*
 * The covariances of `count` such sums, whose influences z[k] are of the same leaves, each once:
 * v[a * count + b]. O(n * count^2) of the cheapest kind. False, and nothing is done, where they do
 * not follow from the squares in the strata of the first stage alone: in designs of several stages,
 * of records as units, calibrated ones and those with lonely units.
 */
bool design_covariance(
	struct design *d, const struct influence *const *z, size_t n, size_t count, quad *v);

void design_release(struct design *d);

#endif
