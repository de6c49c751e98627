#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "input/sheet.h"
#include "input/statdate.h"

enum {
	DAY = 86400,
	SPSS_1970 = 141428, /* days from 1582-10-14 */
	STATA_1970 = 3653,  /* days from 1960-01-01 */
	FIRST_DAY = -719162,
	LAST_DAY = 2932896,
	WEEKS = 52, /* Stata's year; the last is longer */
};

enum statdate statdate_of_spss(const char *format)
{
	static const struct {
		const char *word;
		enum statdate kind;
	} formats[] = {
		{"DATE",     STATDATE_SPSS_DAY    },
		{"ADATE",    STATDATE_SPSS_DAY    },
		{"EDATE",    STATDATE_SPSS_DAY    },
		{"SDATE",    STATDATE_SPSS_DAY    },
		{"JDATE",    STATDATE_SPSS_DAY    },
		{"DATETIME", STATDATE_SPSS_MOMENT },
		{"YMDHMS",   STATDATE_SPSS_MOMENT },
		{"TIME",     STATDATE_SPSS_TIME   },
		{"DTIME",    STATDATE_SPSS_TIME   },
		{"MTIME",    STATDATE_SPSS_TIME   },
		{"MOYR",     STATDATE_SPSS_MONTH  },
		{"QYR",      STATDATE_SPSS_QUARTER},
		{"WKYR",     STATDATE_SPSS_WEEK   },
	};
	size_t n = strcspn(format, "0123456789.");
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_eq((struct str){format, n}, str_of(formats[i].word)))
			return formats[i].kind;
	return STATDATE_NONE;
}

enum statdate statdate_of_stata(const char *format)
{
	static const char units[] = "dcCwmqhy";
	static const enum statdate kinds[] = {STATDATE_DAY, STATDATE_MOMENT, STATDATE_LEAPING,
		STATDATE_WEEK, STATDATE_MONTH, STATDATE_QUARTER, STATDATE_HALF, STATDATE_YEAR};
	if (*format++ != '%')
		return STATDATE_NONE;
	format += strspn(format, "-");
	if (*format == 'd')
		return STATDATE_DAY;
	const char *unit = *format == 't' && format[1] ? strchr(units, format[1]) : NULL;
	return unit ? kinds[unit - units] : STATDATE_NONE;
}

static bool write_day(double day, char out[static NUMBER_MAX])
{
	if (!(day >= FIRST_DAY && day < LAST_DAY + 1.0))
		return false;
	sheet_day((long)floor(day), out);
	return true;
}

/* The time of `ms` milliseconds; the fraction without zeros behind it. */
static void add_time(long long ms, char *out, size_t room)
{
	int n = snprintf(
		out, room, "%02lld:%02lld:%02lld", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60);
	if (ms % 1000 == 0)
		return;
	n += snprintf(out + n, room - (size_t)n, ".%03lld", ms % 1000);
	while (out[n - 1] == '0')
		out[--n] = '\0';
}

static bool write_moment(double day_of_1970, double ms, char out[static NUMBER_MAX])
{
	double whole = floor(ms + 0.5), days = floor(whole / (DAY * 1000.0));
	if (!write_day(days - day_of_1970, out))
		return false;
	size_t n = strlen(out);
	out[n++] = 'T';
	add_time((long long)(whole - days * DAY * 1000.0), out + n, NUMBER_MAX - n);
	return true;
}

/* The days from 1970-01-01 to the January 1 of a year. */
static double new_year(double year)
{
	double before = year - 1;
	return before * 365 + floor(before / 4) - floor(before / 100) + floor(before / 400) -
	       719162;
}

/*
 * The midnights behind a leap second, as twice the year, and one more for that of July 1. (IERS,
 * Bulletin C, 1972 to 2016; there has been none since.)
 */
static const short LEAPS[] = {3945, 3946, 3948, 3950, 3952, 3954, 3956, 3958, 3960, 3963, 3965,
	3967, 3971, 3976, 3980, 3982, 3985, 3987, 3989, 3992, 3995, 3998, 4012, 4018, 4025, 4031,
	4034};

static double day_of_leap(size_t i)
{
	int year = LEAPS[i] / 2;
	return new_year(year) + (LEAPS[i] % 2 ? 181 + (year % 4 == 0) : 0);
}

/* Milliseconds that count leap seconds, which are the sixty-first of their minute. */
static bool write_leaping(double ms, char out[static NUMBER_MAX])
{
	double whole = floor(ms + 0.5), leaps = 0;
	for (size_t i = 0; i < sizeof LEAPS / sizeof *LEAPS; i++, leaps += 1) {
		double leap = ((day_of_leap(i) + STATA_1970) * DAY + leaps) * 1000;
		if (whole < leap)
			break;
		if (whole >= leap + 1000)
			continue;
		if (!write_moment(STATA_1970, whole - (leaps + 1) * 1000, out))
			return false;
		memcpy(strrchr(out, ':'), ":60", 3); /* instead of 59 */
		return true;
	}
	return write_moment(STATA_1970, whole - leaps * 1000, out);
}

static bool write_time(double seconds, char out[static NUMBER_MAX])
{
	double ms = floor(fabs(seconds) * 1000 + 0.5);
	if (!(ms < 1e14))
		return false;
	out[0] = '-';
	add_time((long long)ms, out + (seconds < 0), NUMBER_MAX - 1);
	return true;
}

/* A span of months; `first` counts from the January of the year 0. */
static bool write_months(double first, int n, char out[static NUMBER_MAX])
{
	if (!(first >= 12 && first < 120000))
		return false;
	int from = (int)first, to = from + n - 1;
	if (n == 1)
		snprintf(out, NUMBER_MAX, "%04d-%02d", from / 12, from % 12 + 1);
	else if (n == 12)
		snprintf(out, NUMBER_MAX, "%04d", from / 12);
	else
		snprintf(out, NUMBER_MAX, "%04d-%02d/%04d-%02d", from / 12, from % 12 + 1, to / 12,
			to % 12 + 1);
	return true;
}

static bool write_days(double first, double last, char out[static NUMBER_MAX])
{
	char end[NUMBER_MAX];
	if (!write_day(first, out) || !write_day(last, end))
		return false;
	size_t n = strlen(out);
	snprintf(out + n, NUMBER_MAX - n, "/%.10s", end);
	return true;
}

static bool write_stata_week(double week, char out[static NUMBER_MAX])
{
	double year = 1960 + floor(week / WEEKS), number = week - (year - 1960) * WEEKS;
	double first = new_year(year) + 7 * number;
	return write_days(first, number < WEEKS - 1 ? first + 6 : new_year(year + 1) - 1, out);
}

/* The month, or the first month of the quarter, in which a second of SPSS lies. */
static bool write_spss_months(double seconds, int n, char out[static NUMBER_MAX])
{
	int year, month;
	if (!write_day(floor(seconds / DAY) - SPSS_1970, out) ||
		sscanf(out, "%4d-%2d", &year, &month) != 2)
		return false;
	return write_months(year * 12 + (month - 1) / n * n, n, out);
}

bool statdate_write(enum statdate kind, double value, char out[static NUMBER_MAX])
{
	double whole = floor(value), day = floor(value / DAY) - SPSS_1970, since = 1960 * 12;
	if (!(fabs(value) < 1e15))
		return false;
	switch (kind) {
	case STATDATE_SPSS_DAY: return write_day(day, out);
	case STATDATE_SPSS_MOMENT: return write_moment(SPSS_1970, value * 1000, out);
	case STATDATE_SPSS_TIME: return write_time(value, out);
	case STATDATE_SPSS_MONTH: return write_spss_months(value, 1, out);
	case STATDATE_SPSS_QUARTER: return write_spss_months(value, 3, out);
	case STATDATE_SPSS_WEEK: return write_days(day, day + 6, out);
	case STATDATE_DAY: return write_day(whole - STATA_1970, out);
	case STATDATE_MOMENT: return write_moment(STATA_1970, value, out);
	case STATDATE_WEEK: return write_stata_week(whole, out);
	case STATDATE_MONTH: return write_months(since + whole, 1, out);
	case STATDATE_QUARTER: return write_months(since + whole * 3, 3, out);
	case STATDATE_HALF: return write_months(since + whole * 6, 6, out);
	case STATDATE_YEAR: return write_months(whole * 12, 12, out);
	case STATDATE_LEAPING: return write_leaping(value, out);
	case STATDATE_NONE: return false;
	}
	return false;
}
