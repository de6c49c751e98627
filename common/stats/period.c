#include <math.h>

#include "stats/period.h"

const char *const PERIOD_UNITS[] = {"year", "quarter", "month", NULL};
const char *const IMPRECISE_WORDS[] = {
	"certain", "possible", "first", "flag", "spread", "both", NULL};

static const int PER_YEAR[] = {1, 4, 12};

int period_of_day(int32_t day, enum period_unit unit)
{
	int year, month, mday, n = PER_YEAR[unit];
	day_split(day, &year, &month, &mday);
	return year * n + (month - 1) * n / 12;
}

int periods_per_year(enum period_unit unit)
{
	return PER_YEAR[unit];
}

static int year_of(enum period_unit unit, int period)
{
	int n = PER_YEAR[unit];
	return period >= 0 ? period / n : -((n - 1 - period) / n);
}

int32_t period_start(enum period_unit unit, int period)
{
	int n = PER_YEAR[unit], year = year_of(unit, period);
	return day_of(year, (period - year * n) * (12 / n) + 1, 1);
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

static int32_t latest_day(const struct edtf *d)
{
	return d->interval && d->open_end ? d->first_latest : d->last;
}

/*
 * An open end says when something began, not how long it went on: it counts where it began. An open
 * start says neither.
 */
enum periods periods_of(const struct edtf *d, const struct period_rule *rule, int *first, int *last)
{
	int32_t latest = latest_day(d);
	if (d->open_start || d->first == DAY_MIN || latest == DAY_MAX)
		return PERIODS_NONE;
	int lo = period_of_day(d->first, rule->unit), hi = period_of_day(latest, rule->unit);
	bool sure = certain(d, rule, lo, hi, first, last);
	bool all_sure = sure && *first == lo && *last == hi;
	if (rule->imprecise == IMPRECISE_FIRST)
		*first = *last = lo;
	else if (rule->imprecise == IMPRECISE_POSSIBLE || rule->imprecise == IMPRECISE_SPREAD ||
		 (rule->imprecise == IMPRECISE_FLAG && !all_sure))
		*first = lo, *last = hi;
	else if (!sure)
		return PERIODS_NONE;
	if (rule->imprecise == IMPRECISE_FLAG && !all_sure)
		return PERIODS_RANGE;
	return *last - *first < PERIODS_MAX ? PERIODS_EACH : PERIODS_MANY;
}

__extension__ typedef unsigned __int128 wide;

enum { SHARE_BITS = 94, LOW_BITS = 42 };

/* How much of the days lies before the period, in units of 2^-SHARE_BITS. */
static wide part_before(const struct edtf *d, enum period_unit unit, int period)
{
	int64_t days = (int64_t)latest_day(d) - d->first + 1;
	int64_t before = (int64_t)period_start(unit, period) - d->first;
	if (before < 0)
		before = 0;
	if (before > days)
		before = days;
	return ((wide)before << SHARE_BITS) / (wide)days;
}

/* Differences of what lies before, so that they add up whatever the divisions leave over. */
struct period_share period_share(const struct edtf *d, const struct period_rule *rule, int period)
{
	wide part = part_before(d, rule->unit, period + 1) - part_before(d, rule->unit, period);
	uint64_t high = (uint64_t)(part >> LOW_BITS);
	uint64_t low = (uint64_t)part & (((uint64_t)1 << LOW_BITS) - 1);
	return (struct period_share){
		ldexp((double)high, LOW_BITS - SHARE_BITS), ldexp((double)low, -SHARE_BITS)};
}

bool period_read(struct str text, enum period_unit unit, int *period)
{
	struct edtf date;
	size_t q = str_find(text, STR("-Q"));
	bool quarter = q + 3 == text.n && text.p[q + 2] >= '1' && text.p[q + 2] <= '4';
	if (!edtf_parse(quarter ? str_head(text, q) : text, &date) || date.interval)
		return false;
	*period = period_of_day(date.first, unit) + (quarter ? text.p[q + 2] - '1' : 0);
	struct buf again = {0};
	period_format(&again, unit, *period);
	bool same = str_eq(buf_str(&again), text);
	buf_release(&again);
	return same;
}

void period_format(struct buf *out, enum period_unit unit, int period)
{
	int year = year_of(unit, period), part = period - year * PER_YEAR[unit] + 1;
	buf_fmt(out, "%04d", year);
	if (unit == PERIOD_QUARTER)
		buf_fmt(out, "-Q%d", part);
	else if (unit == PERIOD_MONTH)
		buf_fmt(out, "-%02d", part);
}
