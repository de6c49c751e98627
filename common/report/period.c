#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "report/period.h"

enum { YEAR_MAX = 9999 };

/* A span from the first day of one month to the last of another, or a single day. */
struct span {
	struct day from, to;
};

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

struct day day_today(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;
	struct tm tm;
	errno = 0;
	time_t now = epoch ? (time_t)strtoll(epoch, &end, 10) : 0;
	bool fixed = epoch && *epoch && !*end && !errno && gmtime_r(&now, &tm);
	if (!fixed) {
		now = time(NULL);
		localtime_r(&now, &tm);
	}
	return (struct day){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

/* `n` months from the first of the month numbered year * 12 + month - 1. */
static struct span span_of_months(int first, int n)
{
	int last = first + n - 1;
	struct span s = {
		{first / 12, first % 12 + 1, 1},
                {last / 12,  last % 12 + 1,  0}
        };
	s.to.day = month_days(s.to.year, s.to.month);
	return s;
}

/* The number that exactly `n` digits say, or -1. */
static int digits(struct str s, size_t at, size_t n)
{
	int v = 0;
	if (at + n > s.n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

static bool parse_part(struct str s, struct span *span)
{
	int year = digits(s, 0, 4), month = digits(s, 5, 2), day = digits(s, 8, 2);
	if (year < 1 || (s.n > 4 && s.p[4] != '-'))
		return false;
	if (s.n == 4)
		*span = span_of_months(year * 12, 12);
	else if (s.n == 7 && (s.p[5] == 'Q' || s.p[5] == 'q') && s.p[6] >= '1' && s.p[6] <= '4')
		*span = span_of_months(year * 12 + (s.p[6] - '1') * 3, 3);
	else if (month < 1 || month > 12)
		return false;
	else if (s.n == 7)
		*span = span_of_months(year * 12 + month - 1, 1);
	else if (s.n == 10 && s.p[7] == '-' && day >= 1 && day <= month_days(year, month))
		*span = (struct span){
			{year, month, day},
                        {year, month, day}
                };
	else
		return false;
	return true;
}

static struct day day_before(struct day d)
{
	if (--d.day)
		return d;
	return span_of_months(d.year * 12 + d.month - 2, 1).to;
}

/* The periods that are named by their distance from today, with their length in months (0: a day).
 */
static const struct {
	struct str name;
	int months, back;
} relative[] = {
	{STR_CONST("today"),        0,  0},
	{STR_CONST("yesterday"),    0,  1},
	{STR_CONST("this-month"),   1,  0},
	{STR_CONST("last-month"),   1,  1},
	{STR_CONST("this-quarter"), 3,  0},
	{STR_CONST("last-quarter"), 3,  1},
	{STR_CONST("this-year"),    12, 0},
	{STR_CONST("last-year"),    12, 1},
};

static void name_months(struct day first, int months, char *name, size_t size)
{
	if (months == 12)
		snprintf(name, size, "%04d", first.year);
	else if (months == 3)
		snprintf(name, size, "%04d-Q%d", first.year, (first.month - 1) / 3 + 1);
	else
		snprintf(name, size, "%04d-%02d", first.year, first.month);
}

static void write_day(struct day d, char *text, size_t size)
{
	snprintf(text, size, "%04u-%02u-%02u", (unsigned)d.year % 10000, (unsigned)d.month % 100,
		(unsigned)d.day % 100);
}

static bool parse_relative(struct str text, struct day today, struct span *span, struct period *p)
{
	for (size_t i = 0; i < sizeof relative / sizeof *relative; i++) {
		int months = relative[i].months, this_month = today.year * 12 + today.month - 1;
		if (!str_eq(text, relative[i].name))
			continue;
		if (months) {
			*span = span_of_months(
				(this_month / months - relative[i].back) * months, months);
			name_months(span->from, months, p->name, sizeof p->name);
		} else {
			struct day d = relative[i].back ? day_before(today) : today;
			*span = (struct span){d, d};
			write_day(d, p->name, sizeof p->name);
		}
		return true;
	}
	return false;
}

static int day_cmp(struct day a, struct day b)
{
	int x = (a.year * 12 + a.month) * 31 + a.day, y = (b.year * 12 + b.month) * 31 + b.day;
	return (x > y) - (x < y);
}

static bool parse_written(struct str text, struct span *span, struct period *p)
{
	struct str first = str_head(text, str_index(text, '/'));
	struct span end = {0};
	if (text.n >= sizeof p->name || !parse_part(first, span))
		return false;
	if (first.n < text.n) {
		if (!parse_part(str_from(text, first.n + 1), &end) ||
			day_cmp(end.to, span->from) < 0)
			return false;
		span->to = end.to;
	}
	for (size_t i = 0; i < text.n; i++)
		p->name[i] = text.p[i] == 'q' ? 'Q' : text.p[i];
	return true;
}

static void set_days(struct period *p, struct span span)
{
	p->first = span.from;
	p->last = span.to;
	write_day(span.from, p->from, sizeof p->from);
	write_day(span.to, p->to, sizeof p->to);
}

bool period_parse(struct str text, struct day today, struct period *p)
{
	struct span span = {0};
	*p = (struct period){0};
	if (!parse_relative(text, today, &span, p) && !parse_written(text, &span, p))
		return false;
	set_days(p, span);
	return true;
}

int period_months(const struct period *p)
{
	struct day first = p->first, last = p->last;
	if (first.day != 1 || last.day != month_days(last.year, last.month))
		return 0;
	return (last.year - first.year) * 12 + last.month - first.month + 1;
}

bool period_before(const struct period *p, struct period *before)
{
	struct day first = p->first, last = p->last;
	struct span span = {0};
	*before = (struct period){0};
	if (first.year - (last.year - first.year + 1) < 1)
		return false;
	int months = period_months(p);
	if (months) {
		span = span_of_months(first.year * 12 + first.month - 1 - months, months);
	} else {
		span.to = span.from = day_before(first);
		for (; day_cmp(last, first) > 0; last = day_before(last))
			span.from = day_before(span.from);
	}
	set_days(before, span);
	snprintf(before->name, sizeof before->name, "%s/%s", before->from, before->to);
	return true;
}
