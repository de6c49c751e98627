/*
 * rounding: counts and sums shown as multiples of a base.
 *
 * To the nearest multiple, halves away from 0; or by chance to one of the two on either side, to
 * each the likelier the nearer it is, so that over all seeds the mean of what is shown is the
 * number itself (Fellegi, "Controlled random rounding", Survey Methodology 1, 1975). Chance is a
 * hash of the seed and of what is counted, which are the names of columns and their values,
 * whatever the order of the columns: one cell is rounded the same way in every table that has it,
 * however the records were parted and put in order.
 */
#ifndef KOOP_STATS_ROUNDING_H
#define KOOP_STATS_ROUNDING_H

#include "stats/accumulate.h"

/* The base, and the seed of chance; NULL: to the nearest multiple. Base 0 changes nothing. */
struct rounding {
	uint64_t to;
	const char *seed;
};

/* What stands for all records. */
enum { ROUNDING_ALL = 0 };

/* What stands for a cell; for all records where there is none. */
uint64_t rounding_key(const struct rounding *r, const struct cells *cells, uint32_t cell);

/* And for the part of it that has a value in one more column. */
uint64_t rounding_part(const struct rounding *r, uint64_t key, struct str column, struct str value);

double rounding_apply(const struct rounding *r, double number, uint64_t key);

#endif
