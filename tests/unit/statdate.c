#include <math.h>

#include "check.h"
#include "input/statdate.h"

static char out[NUMBER_MAX];

static struct str written(const char *format, double value)
{
	return statdate_write(statdate_of_stata(format), value, out) ? str_of(out) : STR("");
}

#define DATE(format, value, want) CHECK_STR(written((format), (value)), STR(want))

/* The numbers are those that Stata's functions give: Cmdyhms(), mdyhms(), mdy(), yw() and so on. */
static void test_stata(void)
{
	DATE("%td", 0, "1960-01-01");
	DATE("%-tdDD/NN/CCYY", -1, "1959-12-31");
	DATE("%tdd_m_Y", 20391, "2015-10-30");
	DATE("%d", 20391, "2015-10-30");
	DATE("%dN/D/Y", 20391, "2015-10-30");
	DATE("%tc", 1761820200000.0, "2015-10-30T10:30:00");
	DATE("%tcHH:MM:SS.sss", 1761820200500.0, "2015-10-30T10:30:00.5");
	DATE("%-tcDDmonCCYY_hh:MM_am", -1000, "1959-12-31T23:59:59");
	DATE("%tw", 0, "1960-01-01/1960-01-07");
	DATE("%tw", 51, "1960-12-23/1960-12-31");
	DATE("%twCCYY!www", 2903, "2015-10-29/2015-11-04");
	DATE("%tm", 669, "2015-10");
	DATE("%tmNN-CCYY", -1, "1959-12");
	DATE("%tq", 223, "2015-10/2015-12");
	DATE("%tqCCYY!qq", -1, "1959-10/1959-12");
	DATE("%th", 111, "2015-07/2015-12");
	DATE("%ty", 2015, "2015");
	DATE("%-tyCCYY", 1960, "1960");
	DATE("%td", 1e9, "");
	DATE("%ty", 10000, "");
	DATE("%tb_calendar", 1, "");
	DATE("%tg", 1, "");
	DATE("%9.0g", 20391, "");
	DATE("%8.0gc", 20391, "");
	DATE("%t", 1, "");
	DATE("%", 1, "");
	DATE("", 1, "");
}

static void test_leap_seconds(void)
{
	DATE("%tC", 0, "1960-01-01T00:00:00");
	DATE("%tC", 394415999000.0, "1972-06-30T23:59:59");
	DATE("%tC", 394416000000.0, "1972-06-30T23:59:60");
	DATE("%tC", 394416001000.0, "1972-07-01T00:00:00");
	DATE("%tC", 410313600000.0, "1972-12-31T23:59:59");
	DATE("%tC", 410313601000.0, "1972-12-31T23:59:60");
	DATE("%tC", 410313602000.0, "1973-01-01T00:00:00");
	DATE("%tCHH:MM:SS.sss", 1761820226500.0, "2015-10-30T10:30:00.5");
	DATE("%tC", 1798848025000.0, "2016-12-31T23:59:59");
	DATE("%tC", 1798848026000.0, "2016-12-31T23:59:60");
	DATE("%tC", 1798848026999.0, "2016-12-31T23:59:60.999");
	DATE("%tC", 1798848027000.0, "2017-01-01T00:00:00");
	DATE("%tC", 2082844827000.0, "2026-01-01T00:00:00");
	DATE("%tC", -1e14, "");
	DATE("%tC", NAN, "");
}

int main(void)
{
	test_stata();
	test_leap_seconds();
	return check_summary("statdate");
}
