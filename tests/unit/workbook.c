#include "check.h"

#include "input/sheet.h"
#include "input/workbook.h"

static struct str day(double serial, bool since_1904)
{
	static char out[NUMBER_MAX];
	return sheet_date(serial, since_1904, out) ? str_of(out) : STR("none");
}

static void test_days(void)
{
	CHECK_STR(day(0, false), STR("00:00:00"));
	CHECK_STR(day(0.999988426, false), STR("23:59:59"));
	CHECK_STR(day(1, false), STR("1900-01-01"));
	CHECK_STR(day(59, false), STR("1900-02-28"));
	CHECK_STR(day(60, false), STR("none"));
	CHECK_STR(day(61, false), STR("1900-03-01"));
	CHECK_STR(day(25569, false), STR("1970-01-01"));
	CHECK_STR(day(36585, false), STR("2000-02-29"));
	CHECK_STR(day(42306.999999999, false), STR("2015-10-30"));
	CHECK_STR(day(2958465, false), STR("9999-12-31"));
	CHECK_STR(day(2958466, false), STR("none"));
	CHECK_STR(day(-1, false), STR("none"));
	CHECK_STR(day(0, true), STR("1904-01-01"));
	CHECK_STR(day(2957003, true), STR("9999-12-31"));
	CHECK_STR(day(2957004, true), STR("none"));
}

static struct str written(enum workbook_kind kind, double number)
{
	static char out[NUMBER_MAX];
	return workbook_write(kind, number, true, out) ? str_of(out) : STR("none");
}

static void test_times(void)
{
	CHECK_STR(written(WORKBOOK_TIME, 0.4375), STR("10:30:00"));
	CHECK_STR(written(WORKBOOK_DATE, 0.4375), STR("1904-01-01T10:30:00"));
	CHECK_STR(written(WORKBOOK_TIME, 1.4375), STR("1904-01-02T10:30:00"));
	CHECK_STR(written(WORKBOOK_LENGTH, 1.5), STR("36:00:00"));
	CHECK_STR(written(WORKBOOK_LENGTH, -0.25), STR("-06:00:00"));
	CHECK_STR(written(WORKBOOK_LENGTH, -0.000001), STR("00:00:00"));
	CHECK_STR(written(WORKBOOK_LENGTH, 1e300), STR("none"));
	CHECK_STR(written(WORKBOOK_NUMBER, 1.5), STR("none"));
}

static void check_name(const char *name, size_t column, size_t row)
{
	struct buf whole = {0};
	size_t c, r;
	CHECK(sheet_cell_parse(name, &c, &r) && c == column && r == row);
	sheet_cell_name(&whole, STR("S"), column, row + 1);
	CHECK(str_starts(buf_str(&whole), STR("S!")));
	CHECK_STR(str_from(buf_str(&whole), 2), str_of(name));
	buf_release(&whole);
}

static void test_names(void)
{
	size_t column, row;
	check_name("A1", 0, 0);
	check_name("Z9", 25, 8);
	check_name("AA10", 26, 9);
	check_name("ZZ1", 701, 0);
	check_name("XFD1048576", 16383, 1048575);
	static const char *const bad[] = {"", "A", "1", "a1", "A0", "1A", "A1B", "XFE1", "A1048577",
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ1", "A99999999999999999999999"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!sheet_cell_parse(bad[i], &column, &row));
}

static void test_formats(void)
{
	static const char *const dates[] = {"yyyy-mm-dd", "dd.mm.yyyy.", "[$-41A]d. mmmm yyyy.;@",
		"mmm", "h:mm d.m.", "\"n\" d", "[Magenta]dd", "YYYY"};
	static const char *const times[] = {"h:mm AM/PM", "mm:ss.0", "[$-409]hh:mm", "s"};
	static const char *const lengths[] = {"[h]:mm", "[mm]:ss", "[Red][hh]:mm:ss", "[SS]"};
	static const char *const numbers[] = {"General", "GENERAL", "0.00", "#,##0\\ \"d\"",
		"0;[Red]d", "_d0", "*d0", "@", "", "[Red]0", "\\"};
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		CHECK(workbook_format_kind(dates[i]) == WORKBOOK_DATE);
	for (size_t i = 0; i < sizeof times / sizeof *times; i++)
		CHECK(workbook_format_kind(times[i]) == WORKBOOK_TIME);
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		CHECK(workbook_format_kind(lengths[i]) == WORKBOOK_LENGTH);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		CHECK(workbook_format_kind(numbers[i]) == WORKBOOK_NUMBER);
}

static void check_decoded(const char *text, const char *wanted)
{
	struct buf out = {0};
	workbook_decode(&out, str_of(text));
	CHECK_STR(buf_str(&out), str_of(wanted));
	buf_release(&out);
}

static void test_escapes(void)
{
	check_decoded("a_x0041_b", "aAb");
	check_decoded("_x005F_x0041_", "_x0041_");
	check_decoded("_x010d__x010D_", "čč");
	check_decoded("_x004_ _x00G1_ _xD800_ _", "_x004_ _x00G1_ _xD800_ _");
	check_decoded("_x0000_", "_x0000_");
}

int main(void)
{
	test_days();
	test_times();
	test_names();
	test_formats();
	test_escapes();
	return check_summary("workbook");
}
