/*
 * compare: which period the others are compared with: one that is named, the one before, or the
 * same a year before.
 */
#ifndef KOOP_STATS_COMPARE_H
#define KOOP_STATS_COMPARE_H

#include "stats/axis.h"

enum compare_with { COMPARE_NONE, COMPARE_NAMED, COMPARE_PREVIOUS, COMPARE_YEAR_BEFORE };

struct comparison {
	enum compare_with with;
	int period; /* the one that is named */
};

/* "2015-Q3", "previous" or "year-before"; false when it is no such word and no period of the
 * unit. */
bool comparison_parse(struct str text, enum period_unit unit, struct comparison *c);

/*
 * The code of the period that a code of a period axis is compared with, INTERN_NONE where no record
 * has it. False where there is none: for what is undated or lies in several periods, and where the
 * other lies outside of the periods seen.
 */
bool comparison_base(
	const struct comparison *c, const struct axis *a, uint32_t code, uint32_t *base);

/* 100 (value - base) / base; NaN unless the base is above 0. */
double comparison_percent(double value, double base);

#endif
