/*
 * disclose: which groups of a tabulation are not shown, and why (stats/sensitive.h has the rules).
 *
 * A group is shown or hidden as a whole: if its records are too few, or too few of them have a
 * number that is summed, or one of its sums is dominated, no result of it is shown. The same holds
 * for each value that a measure such as freq(x) counts in a group. Records without a value are no
 * secret. O(groups).
 */
#ifndef KOOP_STATS_DISCLOSE_H
#define KOOP_STATS_DISCLOSE_H

#include "stats/estimate.h"

struct disclose;

/* After the last record; NULL when no rule is asked for. */
struct disclose *disclose_new(const struct tabulation *t);

/* The rules that hide a group. */
unsigned disclose_group(const struct disclose *d, const struct view *v);

/*
 * Those that hide the records of a group that have these values of one or two further columns; b is
 * NULL where there is one. Not those of the group itself.
 */
unsigned disclose_value(const struct disclose *d, const struct view *v, const struct measure *m,
	struct str a, struct str b);

/* Those that hide a result of a group beside: it rests on too few records. */
unsigned disclose_result(const struct disclose *d, const struct view *v, const struct measure *m,
	const struct result *r, struct str level);

void disclose_free(struct disclose *d);

#endif
