#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "check.h"
#include "date/dateread.h"
#include "date/edtf.h"
#include "oracle.h"

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

static struct arena arena;

static struct str read_lang(const char *text, const char *lang)
{
	struct str edtf;
	switch (date_read(str_of(text), str_of(lang), &arena, &edtf)) {
	case DATEREAD_OK: return edtf;
	case DATEREAD_NONE: return STR("none");
	case DATEREAD_BAD: return STR("bad");
	}
	return edtf;
}

#define READ(text, want)            CHECK_STR(read_lang((text), ""), str_of(want))
#define READ_LANG(text, lang, want) CHECK_STR(read_lang((text), (lang)), str_of(want))

static struct str answer_date(const struct str *cells)
{
	struct str edtf;
	date_read(cells[0], STR(""), &arena, &edtf);
	return edtf;
}

static void test_day_orders(void)
{
	READ("30. 9. 2019.", "2019-09-30");
	READ("2. 1. 14", "2014-01-02");
	READ("02/13/2012", "2012-02-13");
	READ("13/02/2012", "2012-02-13");
	READ("03/04/2012", "2012-04-03");
	READ("02.13.2012", "bad");
	READ("30.9.98", "1998-09-30");
	READ("2019. 09. 30.", "2019-09-30");
	READ("2019/9/3", "2019-09-03");
	READ("30 09 2019", "2019-09-30");
	READ("30/09.2019", "bad");
	READ("31.02.2015", "bad");
	READ("29.2.2015", "bad");
	READ("29.2.2016", "2016-02-29");
	READ("0.5.2015", "bad");
	READ("5.0.2015", "bad");
	READ("2.11.4.", "bad");
	READ("2.11.4", "bad");
	READ("2.11", "bad");
	READ("11. prednostne osi", "bad");
	READ("1.1.1799", "bad");
	READ("2101", "bad");
	READ("1800", "1800");
	READ("20190931", "bad");
	READ("12345678901", "bad");
	READ("19999", "bad");
	READ("20000", "1954-10-03");
	READ("60001", "bad");
	READ("41234,75", "2012-11-21");
	READ("12 2010", "bad");
	READ("12.2010", "2010-12");
	READ("13.2010", "bad");
	READ("2010.13", "bad");
	READ("2014.21", "bad");
	READ("98", "bad");
	READ("'98", "1998");
}

/* What is read without looking at words is what is read with it; "" for what is not read so. */
static struct str read_day(const char *text)
{
	struct str day = date_read_day(str_of(text), &arena);
	CHECK(day.n == 0 || str_eq(day, read_lang(text, "sl")));
	return day;
}

/* How many of the ways to write a day are read so: all, or none. */
static int ways_read(int year, int month, int day)
{
	char iso[64], padded[64], dotted[64];
	snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
	snprintf(padded, sizeof padded, "%02d.%02d.%04d.", day, month, year);
	snprintf(dotted, sizeof dotted, "%d.%d.%d", day, month, year);
	return (read_day(iso).n > 0) + (read_day(padded).n > 0) + (read_day(dotted).n > 0);
}

static void test_plain_days(void)
{
	for (int year = 1797; year <= 2103; year += 3)
		for (int month = 0; month <= 13; month++)
			for (int day = 0; day <= 32; day += day == 4 ? 23 : 1)
				CHECK(ways_read(year, month, day) ==
					(year >= 1800 && year <= 2100 && month >= 1 &&
								month <= 12 && day >= 1 &&
								day <= days_in_month(year, month)
							? 3
							: 0));
	CHECK_STR(read_day("24.09.2023."), STR("2023-09-24"));
	CHECK_STR(read_day("4.9.2023"), STR("2023-09-04"));
	CHECK_STR(read_day("2023-09-24"), STR("2023-09-24"));
	CHECK_STR(read_day("2023"), STR("2023"));
	CHECK_STR(read_day("31.02.2015"), STR(""));
	CHECK_STR(read_day("24.9.23."), STR(""));
	CHECK_STR(read_day("24.9.2023.."), STR(""));
	CHECK_STR(read_day("24. 9. 2023"), STR(""));
	CHECK_STR(read_day(""), STR(""));
}

static void test_month_names(void)
{
	READ("u martu 2011. godine", "2011-03");
	READ("Registrovana u avgustu 2012. godine", "2012-08");
	READ("4 Maj 2013", "2013-05-04");
	READ("4th May 2013", "2013-05-04");
	READ("4. MAJ 2013.", "2013-05-04");
	READ("5-og marta 2013", "2013-03-05");
	READ("May 4, 2013", "2013-05-04");
	READ("2013 maj 4", "2013-05-04");
	READ("maj 2013", "2013-05");
	READ("maj '13", "2013-05");
	READ("May-13", "2013-05");
	READ("maj 13", "bad");
	READ("4. maj", "bad");
	READ("maj", "bad");
	READ("4 maja u 2013. godini", "2013-05-04");
	READ("в края на 2014", "2014-09~/2014-12~");
	READ("31. junij 2014", "bad");
	READ("4. maj 2013. Beograd", "bad");
	READ("4th of May, 2013", "2013-05-04");
	READ("në muajin maj 2014", "2014-05");
	READ("2014. május 12-én", "2014-05-12");
	READ("12Dec2014", "2014-12-12");
	READ("7.VII.2013", "2013-07-07");
	READ("7/VII/2013", "2013-07-07");
	READ("VII/2013", "2013-07");
	READ("VII 2013", "2013-07");
	READ("1.V.2013", "2013-05-01");
	READ_LANG("V 2013", "sr", "2013-05");
	READ_LANG("V 2013", "sl", "2013");
	READ_LANG("V letu 2013", "sl", "2013");
	READ("v 2013", "2013");
	READ("4-VI-2012", "2012-06-04");
	READ("4-vi maj 2012", "2012-05-04");
	READ("15.03.'11", "2011-03-15");
	READ("xiii 2013", "bad");
	READ("2016. augusztus 5-én", "2016-08-05");
	READ("4. Mai 2013", "2013-05-04");
	READ("Märti 2013", "bad");
}

static void test_years(void)
{
	READ("osnovano 1996", "1996");
	READ("Osnovana je 1996. godine", "1996");
	READ("(2016)", "2016");
	READ("2012.g.", "2012");
	READ("2012g", "2012");
	READ_LANG("leto 2012", "sl", "2012");
	READ_LANG("leto 2012.", "sr", "2012-22");
	READ("leto 2012", "2012");
	READ("лето 2012", "2012-22");
	READ("1990s", "199X");
	READ("1990-te", "199X");
	READ("90-ih", "199X");
	READ("'90s", "199X");
	READ("2000-ih", "200X");
	READ("1900s", "bad");
	READ("1990–2000-ih", "bad");
	READ("1995-ih", "bad");
	READ("20-ih", "bad");
	READ("oko 1990-ih", "199X~");
	READ("2000?", "2000?");
	READ("2000. ?", "2000?");
	READ("~2000", "2000~");
	READ("2000 cca", "2000~");
	READ("oko 2000?", "2000%");
	READ("oko marta 2010", "2010-03~");
	READ("osnovano 1996 ili 1997", "bad");
}

static void test_parts(void)
{
	READ("Sredinom 2014. godine", "2014-05~/2014-08~");
	READ("početkom 2014.", "2014-01~/2014-04~");
	READ("krajem 2014", "2014-09~/2014-12~");
	READ("mid-2014", "2014-05~/2014-08~");
	READ("late May 2014", "2014-05");
	READ("krajem 1990-ih", "199X");
	READ("sredinom 4. maja 2014", "bad");
	READ("spring 2014", "2014-21");
	READ("u proleće 2014.", "2014-21");
	READ("2014 autumn", "2014-23");
	READ("zima 2014/15", "2014-24");
	READ("zima 2014/2015.", "2014-24");
	READ("zima 2014/2017", "bad");
}

static void test_fused(void)
{
	READ("Q3 2015", "2015-07/2015-09");
	READ("III kvartal 2015.", "2015-07/2015-09");
	READ("tremujori i parë 2015", "2015-01/2015-03");
	READ("oko Q3 2015", "2015-07~/2015-09~");
	READ("Q3 2015?", "2015-07?/2015-09?");
	READ("Q1–Q3 2015", "2015-01/2015-09");
	READ("Q5 2015", "bad");
	READ("Q 2015", "bad");
	READ("druga polovina 2015", "2015-07/2015-12");
	READ("polovina 2015", "2015-05~/2015-08~");
	READ("treća polovina 2015", "bad");
	READ("XX vek", "19XX");
	READ("90-ih godina XX veka", "199X");
	READ("90-ih godina XIX veka", "bad");
	READ("početak XX veka", "bad");
	READ("XXII vek", "bad");
	READ("3. mesec 2015", "2015-03");
	READ("13. mesec 2015", "bad");
	READ("vitet '90", "199X");
	READ("vitet '95", "bad");
	READ("devedesetih", "199X");
	READ("verovatno 2015", "2015?");
	READ("verovatno", "bad");
	READ("do kraja 2015", "../2015");
	READ("ne pre 2015", "bad");
	READ("I-VI 2015", "2015-01/2015-06");
	READ("2015x", "bad");
	READ("l2.5.2015", "bad");
	READ("2015 – ?", "bad");
	READ("2005-95", "bad");
}

static void test_open_and_until(void)
{
	READ("od 2005", "2005/..");
	READ("Od 2017. godine", "2017/..");
	READ("od marta 2011.", "2011-03/..");
	READ("2005-", "2005/..");
	READ("2005 –", "2005/..");
	READ("2005 - danas", "2005/..");
	READ("od 2005. do danas", "2005/..");
	READ("since 2005 to present", "2005/..");
	READ("2005–", "2005/..");
	READ("do 1990", "../1990");
	READ("before May 1990", "../1990-05");
	READ("od sredine 2014", "2014~/..");
	READ("danas", "none");
	READ("το 2005", "2005");
	READ("από το 2005", "2005/..");
	READ("u toku", "none");
	READ("u toku 2016", "2016");
	READ("2016 – u toku", "2016/..");
	READ("- 2010", "bad");
	READ("-2010", "bad");
	READ("do", "bad");
	READ("od", "bad");
}

static void test_intervals(void)
{
	READ("30.10.2015 – 30.9.2019", "2015-10-30/2019-09-30");
	READ("30.10.2015-30.9.2019", "2015-10-30/2019-09-30");
	READ("30.10.2015. do 30.9.2019.", "2015-10-30/2019-09-30");
	READ("od 2005. do 2010.", "2005/2010");
	READ("nga 2005 deri 2010", "2005/2010");
	READ("between 2005 and 2010", "2005/2010");
	READ("između 2005. i 2010.", "2005/2010");
	READ_LANG("med 2005 in 2010", "sl", "2005/2010");
	READ("1998–99", "1998/1999");
	READ("1998–99. godine", "1998/1999");
	READ("2014/15", "2014/2015");
	READ("2014/15. god.", "2014/2015");
	READ("1990-ih do 2000-ih", "199X/200X");
	READ("2014/17", "bad");
	READ("2011/12", "bad");
	READ("2012/03", "2012-03");
	READ("2005–10", "bad");
	READ("5–7. maj 2014", "2014-05-05/2014-05-07");
	READ("5.-7.5.2014", "2014-05-05/2014-05-07");
	READ("5-7.5.2014.", "2014-05-05/2014-05-07");
	READ("od 5. do 7. maja 2014.", "2014-05-05/2014-05-07");
	READ("28.2.–3.3.2015", "2015-02-28/2015-03-03");
	READ("28. februar – 3. mart 2015", "2015-02-28/2015-03-03");
	READ("28.12.–3.1.2015", "2014-12-28/2015-01-03");
	READ("mart–april 2015", "2015-03/2015-04");
	READ("mart/april 2015", "2015-03/2015-04");
	READ("decembar 2014 – februar 2015", "2014-12/2015-02");
	READ("decembar – februar 2015", "2014-12/2015-02");
	READ("May 5–7, 2014", "2014-05-05/2014-05-07");
	READ("May 28 – June 3, 2014", "2014-05-28/2014-06-03");
	READ("2014. május 5–7.", "2014-05-05/2014-05-07");
	READ("2014. május–június", "2014-05/2014-06");
	READ("jesen–zima 2014", "2014-23/2014-24");
	READ("2015 – 2014", "bad");
	READ("7–5. maj 2014", "bad");
	READ("2005 – 2005", "2005");
	READ("28–31.2.2015", "bad");
	READ("12/2014 - 02/2015", "2014-12/2015-02");
	READ("5-7-2014", "2014-07-05");
	READ("2014-05-01 - 2014-05-03", "2014-05-01/2014-05-03");
	READ("2014-05-01 – 2014-05-03", "2014-05-01/2014-05-03");
	READ("1.5.2014/3.5.2014", "2014-05-01/2014-05-03");
	READ("5/7.5.2014", "bad");
	READ("5. i 6. maja 2014", "2014-05-05/2014-05-06");
	READ("5. i 9. maja 2014", "bad");
}

static void test_times(void)
{
	READ("2015-10-30T10:00:00Z", "2015-10-30");
	READ("2015-10-30 10:00:00.000", "2015-10-30");
	READ("2015-10-30 10:00:00+02:00", "2015-10-30");
	READ("30.10.2015. u 18:30 h", "2015-10-30");
	READ("30.10.2015 18:30", "2015-10-30");
	READ("10/30/2015 6:30 PM", "2015-10-30");
	READ("30.10.2015 28:30", "bad");
	READ("2015 18:30", "bad");
	READ("petak, 30.10.2015.", "2015-10-30");
	READ("Friday, 30 October 2015", "2015-10-30");
	READ("30.10.2015. u 19:00 časova", "2015-10-30");
	READ("Wed, 30 Oct 2015 10:00:00 GMT", "2015-10-30");
	READ("18:30", "bad");
}

static void test_no_value(void)
{
	static const char *const none[] = {"", " ", "-", "–", "?", "???", "x", "X", "/", "n/a",
		"n.a.", "N/A", "nema", "NEPOZNATO", "непознато", "ni podatka", "nuk ka të dhëna",
		"unknown", "...", "--"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		CHECK(is_no_value(str_of(none[i])));
		READ(none[i], "none");
	}
	CHECK(!is_no_value(STR("Nemačka")) && !is_no_value(STR("0")) && !is_no_value(STR("RS")));
	CHECK(!is_no_value(STR("na")) && !is_no_value(STR("x y")) && !is_no_value(STR("danas")));
}

/* EDTF comes back as it is, years permitting. */
static void test_edtf_is_read(void)
{
	static const char *const same[] = {"2015-10-30", "2015", "199X", "2015-XX",
		"2014-05~/2014-08~", "2005/..", "../1990", "2014-24", "[2014,2016]", "{2014..2016}",
		"2015?", "2005/"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		READ(same[i], same[i]);
	READ("Y17000", "bad");
	READ("0999", "bad");
	READ("1700/1850", "bad");
}

int main(void)
{
	test_day_orders();
	test_plain_days();
	test_month_names();
	test_years();
	test_parts();
	test_fused();
	test_open_and_until();
	test_intervals();
	test_times();
	test_no_value();
	test_edtf_is_read();
	oracle_score("dates", answer_date);
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
	arena_release(&arena);
	return check_summary("date");
}
