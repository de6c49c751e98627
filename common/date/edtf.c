#include "date/edtf.h"

/* One date without interval or set: the earliest and latest day. */
static void set_days(struct edtf *d, int32_t first, int32_t last)
{
	*d = (struct edtf){
		.first = first, .last = last, .first_latest = last, .last_earliest = first};
}

static bool take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool take_two_digits(struct str *s, int *value)
{
	if (s->n < 2 || !isdigit((unsigned char)s->p[0]) || !isdigit((unsigned char)s->p[1]))
		return false;
	*value = (s->p[0] - '0') * 10 + s->p[1] - '0';
	*s = str_from(*s, 2);
	return true;
}

/* Four digits, the last one or two of them perhaps X, and a minus before them perhaps. */
static bool take_year(struct str *s, int *from, int *to)
{
	bool negative = take(s, '-'), unspecified = false;
	int low = 0, high = 0;
	if (s->n < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		char c = s->p[i];
		if (c == 'X' && i >= 2)
			unspecified = true;
		else if (!isdigit((unsigned char)c) || unspecified)
			return false;
		low = low * 10 + (unspecified ? 0 : c - '0');
		high = high * 10 + (unspecified ? 9 : c - '0');
	}
	if (negative && high == 0)
		return false;
	*from = negative ? -high : low;
	*to = negative ? -low : high;
	*s = str_from(*s, 4);
	return true;
}

/* What follows Y: five digits or more, and no month. */
static bool parse_long_year(struct str s, struct edtf *d)
{
	bool negative = take(&s, '-');
	int year = 0;
	if (s.n < 5 || s.p[0] == '0')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!isdigit((unsigned char)s.p[i]))
			return false;
		if (year <= EDTF_YEAR_MAX)
			year = year * 10 + s.p[i] - '0';
	}
	if (year <= EDTF_YEAR_MAX) {
		year = negative ? -year : year;
		set_days(d, day_of(year, 1, 1), day_of(year, 12, 31));
	} else if (negative) {
		set_days(d, DAY_MIN + 1, day_of(-EDTF_YEAR_MAX, 1, 1) - 1);
	} else {
		set_days(d, day_of(EDTF_YEAR_MAX, 12, 31) + 1, DAY_MAX - 1);
	}
	return true;
}

/* Seasons 21 to 24 begin in March, June, September and December and take three months. */
static void set_season(struct edtf *d, int year, int season)
{
	int month = (season - 20) * 3;
	int end_year = month == 12 ? year + 1 : year, end_month = month == 12 ? 2 : month + 2;
	set_days(d, day_of(year, month, 1),
		day_of(end_year, end_month, days_in_month(end_year, end_month)));
}

/* What follows "YYYY-MM": nothing, a day, or "-XX". */
static bool parse_day(struct str s, int year, int month, struct edtf *d)
{
	int day, length = days_in_month(year, month);
	if (s.n == 0 || str_eq(s, STR("-XX"))) {
		set_days(d, day_of(year, month, 1), day_of(year, month, length));
		return true;
	}
	if (!take(&s, '-') || !take_two_digits(&s, &day) || s.n || day < 1 || day > length)
		return false;
	set_days(d, day_of(year, month, day), day_of(year, month, day));
	return true;
}

/* A date of level 0 or 1 without its qualifier. */
static bool parse_plain(struct str s, struct edtf *d)
{
	int year, to, month;
	if (take(&s, 'Y'))
		return parse_long_year(s, d);
	if (!take_year(&s, &year, &to))
		return false;
	if (s.n == 0 || (year == to && (str_eq(s, STR("-XX")) || str_eq(s, STR("-XX-XX"))))) {
		set_days(d, day_of(year, 1, 1), day_of(to, 12, 31));
		return true;
	}
	if (year != to || !take(&s, '-') || !take_two_digits(&s, &month))
		return false;
	if (month >= 21 && month <= 24 && s.n == 0) {
		set_season(d, year, month);
		return true;
	}
	return month >= 1 && month <= 12 && parse_day(s, year, month, d);
}

static bool parse_date(struct str s, struct edtf *d)
{
	if (s.n && memchr("?~%", s.p[s.n - 1], 3))
		s.n--;
	return parse_plain(s, d);
}

/* Z, ±hh or ±hh:mm; no zone at all is local time. */
static bool zone_valid(struct str s)
{
	int hour, minute = 0;
	if (s.n == 0 || str_eq(s, STR("Z")))
		return true;
	if (!(take(&s, '+') || take(&s, '-')) || !take_two_digits(&s, &hour))
		return false;
	if (s.n && (!take(&s, ':') || !take_two_digits(&s, &minute) || s.n))
		return false;
	return hour <= 14 && minute <= 59;
}

static bool time_valid(struct str s)
{
	int hour, minute, second;
	if (!take_two_digits(&s, &hour) || !take(&s, ':') || !take_two_digits(&s, &minute) ||
		!take(&s, ':') || !take_two_digits(&s, &second))
		return false;
	if (hour == 24 && (minute || second))
		return false;
	return hour <= 24 && minute <= 59 && second <= 60 && zone_valid(s);
}

/* yyyy-mm-ddThh:mm:ss and a zone. The day is the one that is written: no zone is converted. */
static bool parse_date_time(struct str s, size_t t, struct edtf *d)
{
	return t >= sizeof "yyyy-mm-dd" - 1 && isdigit((unsigned char)s.p[t - 1]) &&
	       parse_plain(str_head(s, t), d) && d->first == d->last &&
	       time_valid(str_from(s, t + 1));
}

/*
 * The end of an interval or of a range in a set. An open end ("..") has no limit; an unknown one
 * (empty) may be any day on its side, which the caller bounds by the other end.
 */
static bool parse_end(struct str s, bool start, struct edtf *d)
{
	if (str_eq(s, STR(".."))) {
		set_days(d, start ? DAY_MIN : DAY_MAX, start ? DAY_MIN : DAY_MAX);
		d->open_start = start;
		d->open_end = !start;
		return true;
	}
	if (s.n == 0) {
		set_days(d, DAY_MIN, DAY_MAX);
		d->open_start = start;
		d->open_end = !start;
		return true;
	}
	return parse_date(s, d);
}

/* The interval from a to b; false when it would certainly end before it begins. */
static bool join_ends(const struct edtf *a, const struct edtf *b, struct edtf *d)
{
	if (a->first > b->last)
		return false;
	*d = (struct edtf){
		.first = a->first,
		.last = b->last,
		.interval = true,
		.open_start = a->open_start,
		.open_end = b->open_end,
		.first_latest = a->last < b->last ? a->last : b->last,
		.last_earliest = b->first > a->first ? b->first : a->first,
	};
	return true;
}

static bool parse_interval(struct str s, size_t slash, struct edtf *d)
{
	struct edtf a, b;
	return s.n > 1 && parse_end(str_head(s, slash), true, &a) &&
	       parse_end(str_from(s, slash + 1), false, &b) && join_ends(&a, &b, d);
}

/* A member of a set: a date, or a range a..b, ..b or a.. */
static bool parse_member(struct str s, struct edtf *d)
{
	struct edtf a, b;
	size_t dots = str_find(s, STR(".."));
	if (dots == s.n)
		return parse_date(s, d);
	struct str from = str_head(s, dots), to = str_from(s, dots + 2);
	if (from.n == 0 && to.n == 0)
		return false;
	return parse_end(from.n ? from : STR(".."), true, &a) &&
	       parse_end(to.n ? to : STR(".."), false, &b) && join_ends(&a, &b, d);
}

static int32_t lower(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t higher(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* Widens the hull d of the members before by one more. */
static void set_widen(struct edtf *d, const struct edtf *member)
{
	d->first = lower(d->first, member->first);
	d->last = higher(d->last, member->last);
	d->first_latest = lower(d->first_latest, member->first_latest);
	d->last_earliest = higher(d->last_earliest, member->last_earliest);
	d->open_start |= member->open_start;
	d->open_end |= member->open_end;
}

/*
 * [a,b..c]: one of them, so an unknown day between the earliest and the latest. {a,b}: all of them,
 * so a span from the first to the last.
 */
static bool parse_set(struct str s, struct edtf *d)
{
	bool all = s.p[0] == '{', begun = false;
	struct str rest, part;
	struct edtf member;
	if (s.n < 3 || s.p[s.n - 1] != (all ? '}' : ']'))
		return false;
	for (rest = (struct str){s.p + 1, s.n - 2}; str_split(&rest, ',', &part); begun = true) {
		if (begun)
			take(&part, ' ');
		if (!parse_member(part, &member))
			return false;
		if (begun)
			set_widen(d, &member);
		else
			*d = member;
	}
	d->interval = all;
	if (!all) {
		d->first_latest = d->last;
		d->last_earliest = d->first;
	}
	return true;
}

bool edtf_parse(struct str text, struct edtf *date)
{
	if (text.n == 0)
		return false;
	if (text.p[0] == '[' || text.p[0] == '{')
		return parse_set(text, date);
	size_t at = str_index(text, '/');
	if (at < text.n)
		return parse_interval(text, at, date);
	at = str_index(text, 'T');
	if (at < text.n)
		return parse_date_time(text, at, date);
	return parse_date(text, date);
}

struct edtf edtf_as(struct edtf date, enum date_kind kind)
{
	date.kind = kind;
	if (kind == DATE_SPAN)
		return date;
	if (kind == DATE_PERIOD) {
		date.interval = true;
		date.first_latest = date.first;
		date.last_earliest = date.last;
		return date;
	}
	if (date.interval && date.open_end && !date.open_start) {
		date.last = date.first_latest;
		date.open_end = false;
	}
	date.interval = false;
	date.first_latest = date.last;
	date.last_earliest = date.first;
	return date;
}

struct edtf edtf_of_day(int32_t day)
{
	struct edtf d;
	set_days(&d, day, day);
	return d;
}

static enum truth truth_not(enum truth t)
{
	return t == TRUTH_YES ? TRUTH_NO : t == TRUTH_NO ? TRUTH_YES : TRUTH_POSSIBLE;
}

/* The end of a lies before the start of b. */
static enum truth before(const struct edtf *a, const struct edtf *b)
{
	if (a->last < b->first)
		return TRUTH_YES;
	return a->last_earliest >= b->first_latest ? TRUTH_NO : TRUTH_POSSIBLE;
}

static enum truth same(const struct edtf *a, const struct edtf *b)
{
	enum truth earlier = before(a, b), later = before(b, a);
	return truth_not(earlier > later ? earlier : later);
}

enum truth edtf_compare(const struct edtf *a, enum date_order order, const struct edtf *b)
{
	struct edtf x = a->kind == DATE_MOMENT ? edtf_as(*a, DATE_MOMENT) : *a;
	struct edtf y = b->kind == DATE_MOMENT ? edtf_as(*b, DATE_MOMENT) : *b;
	switch (order) {
	case DATE_BEFORE: return before(&x, &y);
	case DATE_NOT_AFTER: return truth_not(before(&y, &x));
	case DATE_SAME: return same(&x, &y);
	case DATE_NOT_BEFORE: return truth_not(before(&x, &y));
	case DATE_AFTER: return before(&y, &x);
	}
	return TRUTH_NO;
}

enum truth edtf_covers(const struct edtf *from, const struct edtf *to, int32_t day)
{
	struct edtf d = edtf_of_day(day);
	enum truth begun = from ? edtf_compare(from, DATE_NOT_AFTER, &d) : TRUTH_POSSIBLE;
	enum truth going = to ? edtf_compare(to, DATE_NOT_BEFORE, &d) : TRUTH_YES;
	return begun < going ? begun : going;
}

static bool is_one_of(struct str column, const struct str *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(column, names[i]))
			return true;
	return false;
}

static const struct str moments[] = {STR_CONST("founded"), STR_CONST("registered"),
	STR_CONST("dissolved"), STR_CONST("joined"), STR_CONST("left"), STR_CONST("valid_from"),
	STR_CONST("valid_to")};

enum date_kind date_kind_of(struct str column)
{
	return is_one_of(column, moments, sizeof moments / sizeof *moments) ? DATE_MOMENT
	                                                                    : DATE_SPAN;
}

bool date_is_column(struct str column)
{
	return date_kind_of(column) == DATE_MOMENT || str_eq(column, STR("date"));
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/*
 * Years begin in March here, so that the leap day is the last of its year, and months of 30 and 31
 * days alternate as (153 m + 2) / 5. 719468 days lie between 0000-03-01 and 1970-01-01, and 146097
 * are in 400 years (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

int32_t day_of(int year, int month, int day)
{
	int64_t y = year > EDTF_YEAR_MAX    ? EDTF_YEAR_MAX
	            : year < -EDTF_YEAR_MAX ? -EDTF_YEAR_MAX
	                                    : year;
	int m = (month + 9) % 12;
	y -= month <= 2;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * m + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (int32_t)(era * DAYS_IN_400_YEARS + day_of_era - DAYS_TO_1970);
}

void day_split(int32_t day, int *year, int *month, int *mday)
{
	int64_t d = (int64_t)day + DAYS_TO_1970;
	int64_t era = (d >= 0 ? d : d - (DAYS_IN_400_YEARS - 1)) / DAYS_IN_400_YEARS;
	int64_t day_of_era = d - era * DAYS_IN_400_YEARS;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t m = (5 * day_of_year + 2) / 153;
	*mday = (int)(day_of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(year_of_era + era * 400 + (*month <= 2));
}

size_t day_format(int32_t day, char out[static EDTF_DAY_MAX])
{
	int year, month, mday;
	day_split(day, &year, &month, &mday);
	if (year > 9999 || year < -9999)
		return (size_t)snprintf(out, EDTF_DAY_MAX, "Y%d", year);
	return (size_t)snprintf(
		out, EDTF_DAY_MAX, "%s%04d-%02d-%02d", year < 0 ? "-" : "", abs(year), month, mday);
}
