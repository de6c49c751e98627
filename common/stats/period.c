#include "stats/period.h"

const char *const PERIOD_UNITS[] = {"year", "quarter", "month", NULL};
const char *const IMPRECISE_WORDS[] = {"certain", "possible", "first", "flag", NULL};

static const int PER_YEAR[] = {1, 4, 12};

static int period_of_day(int32_t day, enum period_unit unit)
{
	int year, month, mday, n = PER_YEAR[unit];
	day_split(day, &year, &month, &mday);
	return year * n + (month - 1) * n / 12;
}

/* Periods in which the date lies for certain; false when there is none. */
static bool certain(
	const struct edtf *d, const struct period_rule *rule, int lo, int hi, int *first, int *last)
{
	*first = lo;
	*last = hi;
	if (lo == hi)
		return true;
	if (rule->kind != DATE_SPAN || !d->interval || d->open_end ||
		d->first_latest > d->last_earliest)
		return false;
	*first = period_of_day(d->first_latest, rule->unit);
	*last = period_of_day(d->last_earliest, rule->unit);
	return true;
}

/*
 * An open end says when something began, not how long it went on: it counts where it began. An open
 * start says neither.
 */
enum periods periods_of(const struct edtf *d, const struct period_rule *rule, int *first, int *last)
{
	int32_t latest = d->interval && d->open_end ? d->first_latest : d->last;
	if (d->open_start || d->first == DAY_MIN || latest == DAY_MAX)
		return PERIODS_NONE;
	int lo = period_of_day(d->first, rule->unit), hi = period_of_day(latest, rule->unit);
	bool sure = certain(d, rule, lo, hi, first, last);
	bool all_sure = sure && *first == lo && *last == hi;
	if (rule->imprecise == IMPRECISE_FIRST)
		*first = *last = lo;
	else if (rule->imprecise == IMPRECISE_POSSIBLE ||
		 (rule->imprecise == IMPRECISE_FLAG && !all_sure))
		*first = lo, *last = hi;
	else if (!sure)
		return PERIODS_NONE;
	if (rule->imprecise == IMPRECISE_FLAG && !all_sure)
		return PERIODS_RANGE;
	return *last - *first < PERIODS_MAX ? PERIODS_EACH : PERIODS_MANY;
}

void period_format(struct buf *out, enum period_unit unit, int period)
{
	int n = PER_YEAR[unit];
	int year = period >= 0 ? period / n : -((n - 1 - period) / n);
	int part = period - year * n + 1;
	buf_fmt(out, "%04d", year);
	if (unit == PERIOD_QUARTER)
		buf_fmt(out, "-Q%d", part);
	else if (unit == PERIOD_MONTH)
		buf_fmt(out, "-%02d", part);
}
