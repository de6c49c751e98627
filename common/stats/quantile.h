/*
 * quantile: quantiles of weighted values, and the Gini coefficient.
 *
 * Rules: `math` is the smallest value at which the cumulative weight reaches the part p of all;
 * `school` the middle of two where it is reached exactly; hf4 to hf9 are the continuous
 * definitions 4 to 9 of Hyndman and Fan ("Sample quantiles in statistical packages", American
 * Statistician 50, 1996) with weights. O(log n); the Gini coefficient O(n).
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
 * medians and other position measures", Journal of the American Statistical Association 47, 1952).
 */
enum woodruff {
	WOODRUFF_MEAN,
	WOODRUFF_XLOGIT,
	WOODRUFF_ASIN,
	WOODRUFF_BETA,
	WOODRUFF_NONE, /* by the quantiles of the replicates */
};

extern const char *const WOODRUFF_WORDS[];

/* Values in ascending order, n > 0, with positive weights; below[i] is the sum of the weights
 * before value i, below[n] that of all. */
struct points {
	double *y, *w;
	quad *below;
	size_t n;
};

/* The p quantile, 0 <= p; NaN where the rule does not define it. */
double quantile(const struct points *v, double p, enum qrule rule);

/*
 * The Gini coefficient, as the R package convey computes it (2 r_k - 1 for each weight) or as it is
 * usually defined (2 r_k - w_k), r_k being the cumulative weight; influence[k] becomes that of
 * value k. NaN when the values add up to 0.
 */
quad gini(const struct points *v, bool standard, quad *influence);

#endif
