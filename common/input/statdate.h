/*
 * statdate: dates as statistical programs store them, numbers with a format that says what of.
 *
 * SPSS counts seconds from 1582-10-14 on, in times of a day from nothing on; Stata counts days,
 * milliseconds, weeks, months, quarters or half-years from 1960 on. (SPSS Statistics, Command
 * Syntax Reference, "Date and time formats"; Stata Data Management, "Datetime".)
 */
#ifndef KOOP_INPUT_STATDATE_H
#define KOOP_INPUT_STATDATE_H

#include <stdbool.h>

#include "record/number.h"

enum statdate {
	STATDATE_NONE, /* a number */
	STATDATE_SPSS_DAY,
	STATDATE_SPSS_MOMENT,
	STATDATE_SPSS_TIME,
	STATDATE_SPSS_MONTH,
	STATDATE_SPSS_QUARTER,
	STATDATE_SPSS_WEEK,
	STATDATE_DAY,
	STATDATE_MOMENT,
	STATDATE_LEAPING, /* a moment that counts leap seconds; those of later years are not known
	                   */
	STATDATE_WEEK,
	STATDATE_MONTH,
	STATDATE_QUARTER,
	STATDATE_HALF,
	STATDATE_YEAR,
};

/* What a format such as DATE11 or ADATE10 means. */
enum statdate statdate_of_spss(const char *format);

/* What a format such as %td or %-tcHH:MM means. */
enum statdate statdate_of_stata(const char *format);

/*
 * Writes a day, a moment (2015-10-30T10:30:00), a month, a year, or the first and last month or day
 * of anything else with a slash between, as EDTF does; a time as 10:30:00, with more hours than a
 * day has where it is a length. False for what lies outside the years 1 to 9999.
 */
bool statdate_write(enum statdate kind, double value, char out[static NUMBER_MAX]);

#endif
