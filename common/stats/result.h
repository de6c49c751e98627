/*
 * result: a number in a table, and what is known of its error.
 */
#ifndef KOOP_STATS_RESULT_H
#define KOOP_STATS_RESULT_H

#include <stdint.h>

/* NaN: undefined, or does not apply. */
struct inference {
	double se, ci_low, ci_high, df, df2, p, deff;
};

struct result {
	double estimate; /* NaN: undefined */
	uint64_t n;      /* records it rests on */
	uint64_t nbase;  /* records it is a part of */
};

#endif
