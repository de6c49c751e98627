/*
 * period: the span of days that a report is about.
 *
 * Written as a year, quarter, month or day (2015, 2015-Q4, 2015-10, 2015-10-12), two of them with a
 * slash between, or by its distance from today: last-month, this-quarter, last-year, yesterday …
 */
#ifndef KOOP_REPORT_PERIOD_H
#define KOOP_REPORT_PERIOD_H

#include <stdbool.h>

#include "base/str.h"

struct day {
	int year, month, day;
};

struct period {
	struct day first, last;
	char name[32];         /* as above, never by its distance */
	char from[16], to[16]; /* the first and the last day: 2015-10-01 and 2015-12-31 */
};

/* Today: what SOURCE_DATE_EPOCH says (in UTC), else the clock in the local time zone. */
struct day day_today(void);

/* False when the text is no period, or ends before it begins. */
bool period_parse(struct str text, struct day today, struct period *period);

/* The period of the same length just before: as many whole months, or as many days. False before
 * year 1. */
bool period_before(const struct period *p, struct period *before);

/* How many whole months it is, 0 where it is not. */
int period_months(const struct period *p);

#endif
