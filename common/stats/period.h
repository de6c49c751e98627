/*
 * period: the years, quarters or months that a date falls into.
 *
 * Dates are EDTF (date/edtf.h) with the precision that the source has, so a date may lie in one
 * period for certain, in one of several, or, being a span of days, in several at once. A period is
 * an integer: the year, or years * 4 + quarter - 1, or years * 12 + month - 1. O(1).
 */
#ifndef KOOP_STATS_PERIOD_H
#define KOOP_STATS_PERIOD_H

#include "base/buf.h"
#include "date/edtf.h"

enum period_unit { PERIOD_YEAR, PERIOD_QUARTER, PERIOD_MONTH };

/* What to do with a date that may lie in more than one period. */
enum imprecise {
	IMPRECISE_CERTAIN,  /* only the periods that are certain, if any */
	IMPRECISE_POSSIBLE, /* every period it may lie in */
	IMPRECISE_FIRST,    /* the earliest period it may lie in */
	IMPRECISE_FLAG, /* as certain; with no such period, the range of periods in place of one */
	IMPRECISE_SPREAD, /* a part in every period, by its days */
	IMPRECISE_BOTH,   /* certain and possible, side by side */
};

struct period_rule {
	enum period_unit unit;
	enum imprecise imprecise;
	enum date_kind kind; /* how the column reads an interval */
};

enum periods {
	PERIODS_NONE,  /* none is certain, or the date says nothing about where it lies */
	PERIODS_EACH,  /* every period from first to last */
	PERIODS_RANGE, /* one of them, it is not said which */
	PERIODS_MANY,  /* more than PERIODS_MAX */
};

enum { PERIODS_MAX = 2400 };

enum periods periods_of(
	const struct edtf *date, const struct period_rule *rule, int *first, int *last);

/* What part of the days that a date may mean lies in one period. */
struct period_share {
	double high, low; /* their sum is the share, to 2^-94 */
};

/*
 * The share of a period among those from periods_of (with IMPRECISE_SPREAD). The shares of all of
 * them add up to 1 exactly.
 */
struct period_share period_share(
	const struct edtf *date, const struct period_rule *rule, int period);

/* The period a day lies in, and its first day. */
int period_of_day(int32_t day, enum period_unit unit);
int32_t period_start(enum period_unit unit, int period);

/* The period that a text names; false when it names none of this unit. */
bool period_read(struct str text, enum period_unit unit, int *period);

int periods_per_year(enum period_unit unit);

/* Adds a period as text: 2014, 2014-Q3, 2014-08. */
void period_format(struct buf *out, enum period_unit unit, int period);

/* The word of a unit: year, quarter, month. */
extern const char *const PERIOD_UNITS[];
extern const char *const IMPRECISE_WORDS[];

#endif
