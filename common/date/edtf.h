/*
 * edtf: dates with the precision that the source has (ISO 8601-2: level 0 and level 1 in full, and
 * sets).
 *
 * A date is a span of days it may mean: earliest and latest day, both included, in days since
 * 1970-01-01 of the proleptic Gregorian calendar. "2012-08" is a day in August 2012; "2005/.."
 * begins then and is open; "2014-05~/2014-08~" has the bounds of the two ends. Comparisons answer
 * in three values.
 *
 * Bounds. Qualifiers (? ~ %) do not move them. 199X is 1990 to 1999, 2004-XX the year. The seasons
 * 21 to 24 are March to May, June to August, September to November, and December to February of the
 * next year. A date-time is the day it is written with, whatever its zone. Years outside
 * ±EDTF_YEAR_MAX are valid, and their bounds are all the days beyond that year. Nothing here
 * allocates; parsing is O(n).
 */
#ifndef KOOP_DATE_EDTF_H
#define KOOP_DATE_EDTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Bounds of an open or unknown end. */
#define DAY_MIN INT32_MIN
#define DAY_MAX INT32_MAX

enum { EDTF_YEAR_MAX = 5000000, EDTF_DAY_MAX = 16 };

/* How a column reads an interval (koop-record(5)): a moment inside it, or the span itself. */
enum date_kind {
	DATE_MOMENT, /* an unknown day inside it; "a/.." is the moment a */
	DATE_SPAN,   /* from its first day to its last; a date that is no interval is an unknown day
	                in it */
	DATE_PERIOD, /* a literal to compare with: all days that the text names, so that 2005 is the
	                year */
};

struct edtf {
	int32_t first, last; /* the earliest and latest day it may mean */
	bool interval; /* written a/b or {…}: for a span column, first..last is the span itself */
	bool open_start, open_end; /* ".." or an unknown end */
	/* of an interval, how late it may begin and how early it may end; else equal to last and
	 * first */
	int32_t first_latest, last_earliest;
	enum date_kind
		kind; /* how edtf_compare reads it: DATE_MOMENT until edtf_as says otherwise */
};

enum truth { TRUTH_NO, TRUTH_POSSIBLE, TRUTH_YES };

enum date_order { DATE_BEFORE, DATE_NOT_AFTER, DATE_SAME, DATE_NOT_BEFORE, DATE_AFTER };

/* False when the text is not EDTF of the levels above, or no such day exists (2015-02-30). */
bool edtf_parse(struct str text, struct edtf *date);

/*
 * The date as a column of this kind reads it. Reading as a moment or a period loses the ends of an
 * interval, so keep the parsed date where both are needed.
 */
struct edtf edtf_as(struct edtf date, enum date_kind kind);

/* A single known day. */
struct edtf edtf_of_day(int32_t day);

/*
 * Does a come before, not after, … b? TRUTH_YES when it holds for every day that both may mean,
 * TRUTH_POSSIBLE when for some. Each is read as its `kind` says; an interval that edtf_as has not
 * touched is a moment.
 *
 * A span is before another when its last day is before the first day of the other, and after it the
 * other way round; it is the same when they share a day. Of before, same and after exactly one
 * holds; not-after and not-before are the opposites of after and before. So an activity of
 * 2013-05-01/2013-06-30 is not before 2013-06-01 (it is "the same": it goes on that day), and
 * founded = 2005 asks for a founding inside the period 2005.
 */
enum truth edtf_compare(const struct edtf *a, enum date_order order, const struct edtf *b);

/*
 * Does the time from `from` to `to` (NULL: still open), both moments and both included, cover the
 * day, in the same three values? Where `from` is NULL the beginning is unknown, and nothing is
 * certain.
 */
enum truth edtf_covers(const struct edtf *from, const struct edtf *to, int32_t day);

/* DATE_MOMENT for the standard columns that name a moment, DATE_SPAN for all others. */
enum date_kind date_kind_of(struct str column);

/* Is it one of the standard columns that hold dates? */
bool date_is_column(struct str column);

/*
 * Days since 1970-01-01, and back; months 1 to 12. The day of a month need not exist: it is counted
 * from the first, so that (2015, 2, 30) is 2 March. Years outside ±EDTF_YEAR_MAX are taken as that.
 */
int32_t day_of(int year, int month, int day);
void day_split(int32_t day, int *year, int *month, int *mday);

int days_in_month(int year, int month);

/* Writes a day as EDTF (2015-10-30; Y12345 where the year has more than four digits); returns the
 * length. */
size_t day_format(int32_t day, char out[static EDTF_DAY_MAX]);

#endif
