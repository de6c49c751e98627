/*
 * quantile: quantiles of weighted values, and the Gini coefficient, of values that come one after
 * the other in ascending order.
 *
 * Rules: `math` is the smallest value at which the cumulative weight reaches the part p of all;
 * `school` the middle of two where it is reached exactly; hf4 to hf9 are the continuous
 * definitions 4 to 9 of Hyndman and Fan ("Sample quantiles in statistical packages", American
 * Statistician 50, 1996) with weights. The sum of all weights has to be known before: O(n) for
 * any number of quantiles, in O(1) memory.
 */
#ifndef KOOP_STATS_QUANTILE_H
#define KOOP_STATS_QUANTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/exactsum.h"

enum qrule {
	QRULE_MATH,
	QRULE_SCHOOL,
	QRULE_HF4,
	QRULE_HF5,
	QRULE_HF6,
	QRULE_HF7,
	QRULE_HF8,
	QRULE_HF9,
};

extern const char *const QRULE_WORDS[];

/*
 * The scale on which the limits of a quantile are found (Woodruff, "Confidence intervals for
 * medians and other position measures", Journal of the American Statistical Association 47, 1952);
 * NONE: they are the quantile's own.
 */
enum woodruff {
	WOODRUFF_MEAN,
	WOODRUFF_XLOGIT,
	WOODRUFF_ASIN,
	WOODRUFF_BETA,
	WOODRUFF_NONE, /* by the quantiles of the replicates */
};

extern const char *const WOODRUFF_WORDS[];

/* A quantile that is looked for. */
struct quantile {
	double p; /* at least 0 */
	double q; /* NaN where the rule does not define it */
	bool halfway;
};

struct quantiles {
	enum qrule rule;
	struct quantile *at; /* p ascending */
	size_t n, found;
	quad all;         /* the sum of all weights, */
	double last;      /* and the weight of the last value */
	double sum, lost; /* of the weights so far, and what was lost by rounding it */
	double skip;      /* while the sum is below this none is found */
	double y, w;      /* of the value before */
	bool any, halfway;
};

/* Looks for n quantiles among values whose weights add up to `all`. */
void quantiles_begin(struct quantiles *s, enum qrule rule, struct quantile *at, size_t n);

/* The next value, `times` times, of a positive weight. */
void quantiles_add(struct quantiles *s, double y, double w, uint64_t times);

/* After the last one: those not reached are the last value; all are NaN when there was none. */
void quantiles_end(struct quantiles *s);

/*
 * The Gini coefficient, as the R package convey computes it (2 r_k - 1 for each weight) or as it is
 * usually defined (2 r_k - w_k), r_k being the cumulative weight. First all values are added; then
 * they come once more, for their influences. NaN when the values add up to 0.
 */
struct gini {
	bool standard;
	quad w, wy, ranked;                            /* the sums, and what ranks add */
	quad value;                                    /* after gini_end */
	quad below, values_below, up_to, values_up_to; /* in the second pass */
	double y;
	bool any;
};

void gini_add(struct gini *g, double y, double w, uint64_t times);
void gini_end(struct gini *g);

/* The influence of one of `times` records. */
quad gini_influence(struct gini *g, double y, double w, uint64_t times);

#endif
