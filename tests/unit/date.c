#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "check.h"
#include "date/edtf.h"

static int32_t day(const char *text)
{
	struct edtf d;
	return edtf_parse(str_of(text), &d) ? d.first : 0;
}

/* The text parses, and its bounds are these days. */
static void check_bounds(int line, const char *text, const char *first, const char *last)
{
	struct edtf d;
	if (!edtf_parse(str_of(text), &d) || d.first != day(first) || d.last != day(last)) {
		printf("%s:%d: bounds of %s\n", __FILE__, line, text);
		check_failed++;
		return;
	}
	check_passed++;
}

#define BOUNDS(text, first, last) check_bounds(__LINE__, (text), (first), (last))

static bool valid(const char *text)
{
	struct edtf d;
	return edtf_parse(str_of(text), &d);
}

static void test_calendar(void)
{
	int year, month, mday, wrong = 0;
	CHECK(day_of(1970, 1, 1) == 0);
	CHECK(day_of(2000, 3, 1) == 11017);
	CHECK(day_of(1969, 12, 31) == -1);
	CHECK(days_in_month(1900, 2) == 28 && days_in_month(2000, 2) == 29);
	for (int32_t d = -800000; d < 800000; d++) {
		day_split(d, &year, &month, &mday);
		wrong += day_of(year, month, mday) != d || mday > days_in_month(year, month);
	}
	CHECK(wrong == 0);
	for (year = -EDTF_YEAR_MAX; year < EDTF_YEAR_MAX; year += 997) {
		int y;
		day_split(day_of(year, 2, 28), &y, &month, &mday);
		wrong += y != year || month != 2 || mday != 28;
	}
	CHECK(wrong == 0);
	day_split(INT32_MIN, &year, &month, &mday);
	CHECK(year < -EDTF_YEAR_MAX);
	char text[EDTF_DAY_MAX];
	CHECK_STR(((struct str){text, day_format(day_of(-45, 3, 15), text)}), STR("-0045-03-15"));
	CHECK_STR(((struct str){text, day_format(day_of(12345, 3, 15), text)}), STR("Y12345"));
}

static void test_level_0(void)
{
	BOUNDS("1985-04-12", "1985-04-12", "1985-04-12");
	BOUNDS("1985-04", "1985-04-01", "1985-04-30");
	BOUNDS("1985", "1985-01-01", "1985-12-31");
	BOUNDS("2000-02", "2000-02-01", "2000-02-29");
	BOUNDS("0000", "0000-01-01", "0000-12-31");
	BOUNDS("1985-04-12T23:20:30", "1985-04-12", "1985-04-12");
	BOUNDS("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12");
	BOUNDS("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12");
	BOUNDS("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12");
	BOUNDS("1964/2008", "1964-01-01", "2008-12-31");
	BOUNDS("2004-06/2006-08", "2004-06-01", "2006-08-31");
	BOUNDS("2004-02-01/2005-02", "2004-02-01", "2005-02-28");
	CHECK(!valid("2015-02-30") && !valid("1900-02-29") && valid("2000-02-29"));
	CHECK(!valid("") && !valid("85") && !valid("198") && !valid("19850412") &&
		!valid("1985-4-12"));
	CHECK(!valid("1985-00") && !valid("1985-13") && !valid("1985-04-00") &&
		!valid("1985-04-31"));
	CHECK(!valid("1985-04-12T25:00:00") && !valid("1985-04T10:00:00") &&
		!valid("1985-04-12T10:61:00"));
	CHECK(!valid("1985-04-12T") && !valid("1985-04-12?T10:00:00") &&
		!valid("1985-04-12T10:00:00+15"));
	CHECK(!valid("2005/2004") && !valid("2004/2005/2006") && !valid("/") && !valid(" 2005"));
}

static void test_level_1(void)
{
	CHECK(day("Y12345") == day_of(12345, 1, 1) && day("Y-12345") == day_of(-12345, 1, 1));
	BOUNDS("-1985", "-1985-01-01", "-1985-12-31");
	BOUNDS("-0001-12-31", "-0001-12-31", "-0001-12-31");
	BOUNDS("2001-21", "2001-03-01", "2001-05-31");
	BOUNDS("2001-22", "2001-06-01", "2001-08-31");
	BOUNDS("2001-23", "2001-09-01", "2001-11-30");
	BOUNDS("2003-24", "2003-12-01", "2004-02-29");
	BOUNDS("1984?", "1984-01-01", "1984-12-31");
	BOUNDS("2004-06~", "2004-06-01", "2004-06-30");
	BOUNDS("2004-06-11%", "2004-06-11", "2004-06-11");
	BOUNDS("201X", "2010-01-01", "2019-12-31");
	BOUNDS("20XX", "2000-01-01", "2099-12-31");
	BOUNDS("-201X", "-2019-01-01", "-2010-12-31");
	BOUNDS("2004-XX", "2004-01-01", "2004-12-31");
	BOUNDS("1985-04-XX", "1985-04-01", "1985-04-30");
	BOUNDS("1985-XX-XX", "1985-01-01", "1985-12-31");
	BOUNDS("1984~/2004-06", "1984-01-01", "2004-06-30");
	BOUNDS("2014-05~/2014-08~", "2014-05-01", "2014-08-31");
	BOUNDS("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08");
	CHECK(!valid("1XXX") && !valid("XXXX") && !valid("2X15") && !valid("2004-1X") &&
		!valid("201X-05"));
	CHECK(!valid("2004-XX-05") && !valid("2004-25") && !valid("2004-21-01") && !valid("-0000"));
	CHECK(!valid("Y1985") && !valid("Y012345") && !valid("Y12345-01") && !valid("2004??") &&
		!valid("?"));
	CHECK(!valid((const char[]){'2', '0', '0', '4', '-', 0}));
}

static void test_open_ends(void)
{
	struct edtf d;
	CHECK(edtf_parse(STR("2005/.."), &d) && d.first == day("2005-01-01") && d.last == DAY_MAX);
	CHECK(d.interval && d.open_end && !d.open_start && d.last_earliest == DAY_MAX);
	CHECK(edtf_parse(STR("2005/"), &d) && d.open_end && d.last_earliest == day("2005-01-01"));
	CHECK(edtf_parse(STR("../1990"), &d) && d.first == DAY_MIN && d.open_start &&
		d.first_latest == DAY_MIN);
	CHECK(edtf_parse(STR("/1990"), &d) && d.first == DAY_MIN &&
		d.first_latest == day("1990-12-31"));
	CHECK(edtf_parse(STR("../.."), &d) && d.open_start && d.open_end);
	CHECK(!valid("..") && !valid("2005/...") && !valid("2005..2006"));
}

/* Years beyond the calendar's reach are valid, somewhere beyond, and not open. */
static void test_far_years(void)
{
	struct edtf d, e;
	CHECK(edtf_parse(STR("Y170000002"), &d) && d.last == DAY_MAX - 1 &&
		d.first > day_of(5000000, 12, 31));
	CHECK(edtf_parse(STR("Y-99999999999999999999"), &e) && e.first == DAY_MIN + 1);
	CHECK(edtf_compare(&e, DATE_BEFORE, &d) == TRUTH_YES);
	CHECK(edtf_compare(&d, DATE_SAME, &d) == TRUTH_POSSIBLE);
	CHECK(edtf_parse(STR("Y5000000"), &d) && d.last == day_of(5000000, 12, 31));
	CHECK(edtf_parse(STR("Y5000001"), &d) && d.first == day_of(5000000, 12, 31) + 1);
}

static void test_sets(void)
{
	struct edtf d;
	BOUNDS("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31");
	BOUNDS("{1960,1961-12}", "1960-01-01", "1961-12-31");
	BOUNDS("[1984]", "1984-01-01", "1984-12-31");
	CHECK(edtf_parse(STR("[..1760-12-03]"), &d) && d.open_start && !d.interval);
	CHECK(edtf_parse(STR("{1984..}"), &d) && d.open_end && d.interval);
	CHECK(edtf_parse(STR("{1960-03,1960-01-05}"), &d) && d.interval);
	CHECK(d.first_latest == day("1960-01-05") && d.last_earliest == day("1960-03-01"));
	CHECK(!valid("[]") && !valid("[1984") && !valid("[1984}") && !valid("[1984,]") &&
		!valid("[..]"));
	CHECK(!valid("[1985..1984]") && !valid("{[1984]}"));
}

static enum truth compare(const char *a, enum date_kind kind, enum date_order order, const char *b)
{
	struct edtf x, y;
	if (!edtf_parse(str_of(a), &x) || !edtf_parse(str_of(b), &y))
		return TRUTH_NO;
	x = edtf_as(x, kind);
	y = edtf_as(y, DATE_PERIOD);
	return edtf_compare(&x, order, &y);
}

static void test_moments(void)
{
	struct edtf a, b;
	CHECK(edtf_parse(STR("2005/.."), &a) && edtf_parse(STR("2006"), &b));
	CHECK(edtf_compare(&a, DATE_BEFORE, &b) == TRUTH_YES);
	CHECK(edtf_parse(STR("2005"), &a) && edtf_parse(STR("2005-06"), &b));
	CHECK(edtf_compare(&a, DATE_BEFORE, &b) == TRUTH_POSSIBLE);
	CHECK(edtf_compare(&a, DATE_SAME, &b) == TRUTH_POSSIBLE);
	CHECK(edtf_compare(&a, DATE_SAME, &a) == TRUTH_POSSIBLE);
	CHECK(compare("2014-05~/2014-08~", DATE_MOMENT, DATE_BEFORE, "2014-07") == TRUTH_POSSIBLE);
	CHECK(compare("2005", DATE_MOMENT, DATE_NOT_BEFORE, "2005") == TRUTH_YES);
	CHECK(compare("2005", DATE_MOMENT, DATE_AFTER, "2005") == TRUTH_NO);
	CHECK(compare("2005-07", DATE_MOMENT, DATE_SAME, "2005") == TRUTH_YES);
	CHECK(compare("2005", DATE_MOMENT, DATE_SAME, "2005-07") == TRUTH_POSSIBLE);
	CHECK(compare("../1990", DATE_MOMENT, DATE_BEFORE, "1991") == TRUTH_YES);
	CHECK(compare("../1990", DATE_MOMENT, DATE_BEFORE, "1990") == TRUTH_POSSIBLE);
}

static void test_spans(void)
{
	const char *activity = "2013-05-01/2013-06-30";
	CHECK(compare(activity, DATE_SPAN, DATE_BEFORE, "2013-06-01") == TRUTH_NO);
	CHECK(compare(activity, DATE_SPAN, DATE_SAME, "2013-06-01") == TRUTH_YES);
	CHECK(compare(activity, DATE_SPAN, DATE_BEFORE, "2013-07") == TRUTH_YES);
	CHECK(compare(activity, DATE_SPAN, DATE_AFTER, "2013-04") == TRUTH_YES);
	CHECK(compare(activity, DATE_MOMENT, DATE_BEFORE, "2013-06-01") == TRUTH_POSSIBLE);
	CHECK(compare("2013-05/2013-06", DATE_SPAN, DATE_SAME, "2013-05-20") == TRUTH_POSSIBLE);
	CHECK(compare("2013-05/2013-06", DATE_SPAN, DATE_SAME, "2013-05") == TRUTH_YES);
	CHECK(compare("2005/..", DATE_SPAN, DATE_SAME, "2010") == TRUTH_YES);
	CHECK(compare("2005/", DATE_SPAN, DATE_SAME, "2010") == TRUTH_POSSIBLE);
	CHECK(compare("2013", DATE_SPAN, DATE_SAME, "2013-05") == TRUTH_POSSIBLE);
}

static void test_covers(void)
{
	struct edtf from, to;
	CHECK(edtf_parse(STR("2005/.."), &from) && edtf_parse(STR("2010-06"), &to));
	CHECK(edtf_covers(&from, NULL, day("2008-01-01")) == TRUTH_YES);
	CHECK(edtf_covers(&from, NULL, day("2004-01-01")) == TRUTH_NO);
	CHECK(edtf_covers(&from, NULL, day("2005-07-01")) == TRUTH_POSSIBLE);
	CHECK(edtf_covers(&from, &to, day("2010-06-01")) == TRUTH_YES);
	CHECK(edtf_covers(&from, &to, day("2010-06-02")) == TRUTH_POSSIBLE);
	CHECK(edtf_covers(&from, &to, day("2010-07-01")) == TRUTH_NO);
	CHECK(edtf_covers(NULL, &to, day("2008-01-01")) == TRUTH_POSSIBLE);
}

static void test_columns(void)
{
	CHECK(date_kind_of(STR("founded")) == DATE_MOMENT &&
		date_kind_of(STR("valid_to")) == DATE_MOMENT);
	CHECK(date_kind_of(STR("date")) == DATE_SPAN && date_kind_of(STR("when")) == DATE_SPAN);
	CHECK(date_is_column(STR("date")) && date_is_column(STR("left")) &&
		!date_is_column(STR("year")));
}

int main(void)
{
	test_calendar();
	test_level_0();
	test_level_1();
	test_open_ends();
	test_far_years();
	test_sets();
	test_moments();
	test_spans();
	test_covers();
	test_columns();
	return check_summary("date");
}
