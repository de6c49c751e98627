/*
 * partlimits: confidence intervals of a proportion, on several scales.
 *
 * `beta` are the limits of Korn and Graubard ("Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data", Survey Methodology 24, 1998),
 * `wilson` those of Wilson with the effective sample size. Where p is 0 or 1 all but `mean` are not
 * defined: then the limits are those of Clopper and Pearson ("The use of confidence or fiducial
 * limits illustrated in the case of the binomial", Biometrika 26, 1934) for `base` records.
 */
#ifndef KOOP_STATS_PARTLIMITS_H
#define KOOP_STATS_PARTLIMITS_H

#include <stdbool.h>
#include <stdint.h>

#include "stats/exactsum.h"

enum part_limits { PART_MEAN, PART_LOGIT, PART_XLOGIT, PART_ASIN, PART_BETA, PART_WILSON };

extern const char *const PART_WORDS[];

/* An estimate in the making. */
struct outcome {
	quad estimate, variance;
};

struct proportion {
	struct outcome outcome;
	double df, level;
	uint64_t records; /* of the domain, for `beta` */
	uint64_t base;    /* with a value; 0: where limits are not defined they are NaN */
};

/* True: they are those of Clopper and Pearson. */
bool part_limits(const struct proportion *part, enum part_limits how, double limit[2]);

#endif
