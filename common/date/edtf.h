/*
 * edtf: dates with the precision that the source has (ISO 8601-2: level 0 and level 1 in full, and sets).
 *
 * A date is a span of days it may mean: earliest and latest day, both included, in days since 1970-01-01
 * of the proleptic Gregorian calendar. "2012-08" is a day in August 2012; "2005/.." begins then and is
 * open; "2014-05~/2014-08~" has the bounds of the two ends. Comparisons answer in three values.
 */
#ifndef KOOP_DATE_EDTF_H
#define KOOP_DATE_EDTF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Bounds of an open or unknown end. */
#define DAY_MIN INT32_MIN
#define DAY_MAX INT32_MAX

struct edtf {
	int32_t first, last; /* the earliest and latest day it may mean */
	bool interval;       /* written a/b: for a span column, first..last is the span itself */
	bool open_start, open_end; /* ".." or an unknown end */
	/* of an interval, how late it may begin and how early it may end; else equal to last and first */
	int32_t first_latest, last_earliest;
};

/* How a column reads an interval (koop-record(5)): a moment inside it, or the span itself. */
enum date_kind { DATE_MOMENT, DATE_SPAN };

enum truth { TRUTH_NO, TRUTH_POSSIBLE, TRUTH_YES };

enum date_order { DATE_BEFORE, DATE_NOT_AFTER, DATE_SAME, DATE_NOT_BEFORE, DATE_AFTER };

/* False when the text is not EDTF of the levels above, or no such day exists (2015-02-30). */
bool edtf_parse(struct str text, struct edtf *date);

/*
 * Does a come before, not after, … b? TRUTH_YES when it holds for every day that both may mean,
 * TRUTH_POSSIBLE when for some. As moments: an interval is an unknown day inside it, "a/.." the moment a.
 */
enum truth edtf_compare(const struct edtf *a, enum date_order order, const struct edtf *b);

/* Does the time from `from` to `to` (NULL: still open) cover the day, in the same three values? */
enum truth edtf_covers(const struct edtf *from, const struct edtf *to, int32_t day);

/* DATE_MOMENT for the standard columns that name a moment, DATE_SPAN for all others. */
enum date_kind date_kind_of(struct str column);

/* Is it one of the standard columns that hold dates? */
bool date_is_column(struct str column);

/* Days since 1970-01-01, and back; months 1 to 12. */
int32_t day_of(int year, int month, int day);
void day_split(int32_t day, int *year, int *month, int *mday);

#endif
