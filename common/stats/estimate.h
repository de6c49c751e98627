/*
 * estimate: a measure of a group, out of what was kept for it.
 */
#ifndef KOOP_STATS_ESTIMATE_H
#define KOOP_STATS_ESTIMATE_H

#include "stats/result.h"
#include "stats/tabulation.h"

/* A group: a cell of a table, or CELL_NONE where no record is in it. */
struct view {
	const struct cells *cells;
	uint32_t cell;
};

uint64_t view_count(const struct view *v);

/* All records; CELL_NONE where the tabulation keeps no grand total. */
struct view view_all(const struct tabulation *t);

/*
 * What part of the base the group is, of `whole`: by weight where there are weights, which needs a
 * view as base; else NULL means all records. NaN when the base is empty.
 */
double estimate_part(
	const struct tabulation *t, const struct view *v, const struct view *base, uint64_t whole);

/* Any measure but freq. Says when the result is too large for a double, and gives NaN. */
struct result estimate(const struct tabulation *t, const struct view *v, const struct measure *m);

/* The counts of a tallied column in a group: pairs of its tally, and how many records have no
 * value. */
struct levels {
	const struct tally *tally; /* after cells_settle */
	const struct axis *axis;
	const uint32_t *pairs;
	size_t n;
	bool summed;      /* only records with an amount are there: */
	uint64_t records; /* so many */
	uint64_t missing, distinct;
};

struct levels estimate_levels(
	const struct tabulation *t, const struct view *v, const struct measure *m);

/* How often one value is there in a group: the number, or as a part of the records or of those that
 * have a value. */
enum value_part { VALUE_N, VALUE_OF_RECORDS, VALUE_OF_VALID };

struct tallied_value {
	uint32_t code;
	enum value_part part;
};

struct result estimate_value(const struct tabulation *t, const struct view *v,
	const struct measure *m, struct tallied_value value);

#endif
