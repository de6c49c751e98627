/*
 * sheet: a row of a sheet, put together cell by cell.
 *
 * Sheets do not store what is empty: cells that are left out are empty fields, rows that are left
 * out are blank rows, except behind the last filled one. A row ends with its last filled cell, and
 * is then as wide as rows.width at least. The raw text of a row is its values with TABs between.
 */
#ifndef KOOP_INPUT_SHEET_H
#define KOOP_INPUT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "input/rows.h"
#include "record/number.h"

/* What sheets of all programs hold at most. */
enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384 };

struct sheet {
	size_t number; /* of the row that is put together, from 1 on */
	size_t given;  /* of the row that was given last */
	size_t filled; /* cells up to the last one that is filled */
	size_t n;
	struct buf values;
	size_t *ends;
	struct str *fields;
	bool *numbers;
	size_t cap, cap_fields, cap_numbers;
};

/* Begins row `number`, from 1 on, greater than that of the row before. */
void sheet_begin(struct sheet *s, size_t number);

/* The value of the cell in a column, from 0 on, greater than that of the cell before. */
void sheet_add(struct sheet *s, size_t column, struct str value, bool number);

/* The same for a number as sheets store it; what is none is added as it stands. */
void sheet_add_number(struct sheet *s, size_t column, struct str text);

bool sheet_is_blank(const struct sheet *s);

/* Are there rows left out before the row, and not yet given? Gives one. */
bool sheet_gap(struct sheet *s, struct rows *r, struct row *row);

/* Gives the row. */
enum rows_status sheet_give(struct sheet *s, struct rows *r, struct row *row);

void sheet_release(struct sheet *s);

struct sheet_name {
	struct str text;
	bool hidden;
};

/*
 * Which of the sheets the user wants, by name or by number from 1 on; the first that is not hidden
 * when nothing is said. False, with the reason in *why, when there is none such.
 */
bool sheet_choose(const struct rows *r, const struct sheet_name *names, size_t n, size_t *chosen,
	struct buf *why);

/* The sheet of this name, or else of this number. */
bool sheet_find(const char *wanted, const struct sheet_name *names, size_t n, size_t *chosen);

/* Sheet1!C12, in *name; the column counts from 0 on, rows from 1. */
const char *sheet_cell_name(struct buf *name, struct str sheet, size_t column, size_t number);

/* The column and row of a name such as C12, both from 0 on; false when it is none. */
bool sheet_cell_parse(const char *name, size_t *column, size_t *row);

/* 2015-10-30T00:00:00 without its time, which is none; other times stay, without fractions. */
struct str sheet_moment(struct str text);

/* The Gregorian date of a number of days since 1970-01-01, from 0001-01-01 to 9999-12-31. */
void sheet_day(long days, char out[static NUMBER_MAX]);

/*
 * The day of a serial number in 2015-10-30 form, with its time where it has one
 * (2015-10-30T10:30:00), or the time (10:30:00) of one below 1. The
 * calendar begins with 1 for 1900-01-01, and has a 1900-02-29, which is no day; or, `since_1904`,
 * with 0 for 1904-01-01. False when there is no such day up to the year 9999.
 */
bool sheet_date(double serial, bool since_1904, char out[static NUMBER_MAX]);

/* A length of time as 36:15:00, with as many hours as there are, and a minus where it is less than
 * nothing. False when it is longer than sheets count. */
bool sheet_length(double days, char out[static NUMBER_MAX]);

#endif
