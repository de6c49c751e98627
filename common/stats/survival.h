/*
 * survival: how long spells (stats/spells.h) last, when some of them are still open.
 *
 * An open spell is watched until a day, the same for all: it lasts at least until then. What is
 * known of the others' lengths makes the Kaplan-Meier estimate of the part that lasts longer than a
 * time (Kaplan and Meier, "Nonparametric estimation from incomplete observations", Journal of the
 * American Statistical Association 53, 1958), with Greenwood's standard error and limits on the
 * scale of its logarithm. Spells that began after the day are left out, those that end after it are
 * open.
 *
 * Lengths are whole days, from the first to the last; a year is 365.25 of them. Where a date is
 * imprecise, its middle day is meant, unless shortest or longest lengths are asked for. Where
 * bodies are known, spells of one that may follow on each other without a day between are one
 * spell. O(n log n).
 */
#ifndef KOOP_STATS_SURVIVAL_H
#define KOOP_STATS_SURVIVAL_H

#include "stats/measure.h"
#include "stats/result.h"
#include "stats/spells.h"

enum length_rule {
	LENGTH_MIDDLE,   /* from the middle day to the middle day */
	LENGTH_SHORTEST, /* from the latest to the earliest, at least 0 */
	LENGTH_LONGEST,  /* from the earliest to the latest */
	LENGTH_FIRST,    /* from the earliest to the earliest */
};

struct watch {
	enum length_rule rule;
	int32_t until; /* the last day */
	double level;  /* of the limits */
};

/* The latest day that any of the dates may mean; DAY_MIN when there is none. */
int32_t spells_latest(const struct spell_source *source);

struct length_row {
	double level; /* years; NaN where a row has no level */
	struct result result;
	struct inference inference;
};

/* The rows of survival, retention, median_length or mean_length in a group, which the caller frees;
 * their number in *n. */
struct length_row *length_rows(const struct spell_list *l, uint32_t cell, const struct measure *m,
	const struct watch *watch, size_t *n);

/* Is it a number of years, or `all`, as in the brackets of these measures? */
bool length_time_valid(const struct measure *m, struct str text);

#endif
