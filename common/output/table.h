/*
 * table: records held whole, for output that must know all rows before it writes the first.
 *
 * Values are decoded. A column is a number column when every cell is a plain number or empty and
 * one is not empty; a plain number is one that JSON and a spreadsheet read as the same number (no
 * leading zeros, at most 15 digits, 17 with a point), so that a postcode, a telephone number or a
 * long identifier stays text. Memory is 16 bytes a cell beside the text itself. A zeroed struct is
 * an empty table.
 */
#ifndef KOOP_OUTPUT_TABLE_H
#define KOOP_OUTPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "record/reader.h"

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

struct column {
	struct str name;  /* as it is in the stream */
	struct str title; /* as it is shown */
	enum align align;
	bool number;
};

struct table {
	struct column *columns;
	size_t ncolumns;
	struct str *cells; /* nrows times ncolumns, row by row */
	size_t nrows, cap;
	struct str *shown; /* cells as people read them; NULL: as they are */
	struct arena arena;
};

/* Reads a stream to its end. */
void table_read(struct table *t, struct reader *r);

/*
 * Reads the text of a stream, header line first. A line that a reader would refuse makes it fail;
 * false with the reason in *why ("line 3: 2 fields where the header has 3").
 */
bool table_parse(struct table *t, struct str text, struct buf *why);

static inline struct str table_cell(const struct table *t, size_t row, size_t column)
{
	return t->cells[row * t->ncolumns + column];
}

/*
 * What people read in a cell: its value, or an ellipsis where the column `flag` of a table of
 * koop-stats says that a number is hidden. For formats that are not read by programs again.
 */
struct str table_shown(const struct table *t, size_t row, size_t column);

/* The column of this name, or -1. */
long table_find(const struct table *t, struct str name);

/* People read a comma in the fractions of this table, in number columns of nrows that are all
 * there. */
void table_comma(struct table *t);

/* A number as people read it in this table; memory comes from the arena. */
struct str table_number(const struct table *t, struct str number, struct arena *arena);

/*
 * How columns are aligned, a letter for each: l, r, c, or - for what it is by itself. False when
 * there is another letter or there are more letters than columns.
 */
bool table_align(struct table *t, const char *letters);

/* Writes the numbers of columns that hold fractions with this many decimals. */
void table_round(struct table *t, int digits);

/* Is it a number as described above? */
bool number_is_plain(struct str s);

void table_release(struct table *t);

#endif
