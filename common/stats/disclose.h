/*
 * disclose: which groups of a tabulation are not shown, and why (stats/sensitive.h has the rules).
 *
 * A group is shown or hidden as a whole: if its records are too few, or too few of them have a
 * number that is summed, or one of its sums is dominated, no result of it is shown. The same holds
 * for each value that a measure such as freq(x) counts in a group. Records without a value are no
 * secret. O(groups).
 *
 * With --complementary more is hidden, until no reader of the table, its flags included, can tell
 * of what is sensitive more than he may: of fewer than N records that they are fewer; of a sum its
 * bounds, as far from it as the rules want them (stats/suppression.h has the method). A group that
 * is hidden for its few records does not tell which parts it has, nor a hidden one which values.
 */
#ifndef KOOP_STATS_DISCLOSE_H
#define KOOP_STATS_DISCLOSE_H

#include "stats/estimate.h"

struct disclose;
struct ranks;

/* After the last record; NULL when no rule is asked for. ranks[k] is that of axis k. */
struct disclose *disclose_new(const struct tabulation *t, const struct ranks *ranks);

/* The rules that hide the group of a table that has these codes, if there is one. */
unsigned disclose_group(const struct disclose *d, const struct cells *cells, const uint32_t *codes);

/*
 * Those that hide the records of a group that have these values of one or two further columns; b is
 * NULL where there is one. Not those of the group itself.
 */
unsigned disclose_value(const struct disclose *d, const struct view *v, const struct measure *m,
	struct str a, struct str b);

/* Those that hide a result of a group beside: it rests on too few records. */
unsigned disclose_result(const struct disclose *d, const struct view *v, const struct measure *m,
	const struct result *r, struct str level);

/*
 * Writes, in place of the table, what a reader can find out about what is hidden: for each number
 * its bounds, those that it needs if it is sensitive, and whether it has them.
 */
void disclose_audit(const struct disclose *d, struct writer *w, bool bare);

void disclose_free(struct disclose *d);

#endif
