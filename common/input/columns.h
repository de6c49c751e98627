/*
 * columns: which fields of a table's rows are columns.
 *
 * A field without a heading, and without a value in the first rows, as trailing delimiters make
 * them, is no column; a row that has a value there later is refused. A header of two lines is
 * joined to one: a cell of the upper line goes for the empty ones to its right; but where records
 * have a type, the lower line goes alone if that alone is a known heading, and no other column has
 * it. A row that repeats
 * the header, as tables that were printed page by page do, is none of the table.
 */
#ifndef KOOP_INPUT_COLUMNS_H
#define KOOP_INPUT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "input/dialect.h"
#include "input/rows.h"

struct columns {
	size_t n;          /* fields of a row */
	struct str *cells; /* of the header, as they came */
	struct str *lower; /* of its second line, or NULL */
	bool *dropped;     /* which of the fields are no columns */
	size_t ndropped;
	struct str *fields; /* of a row: those that are columns */
	bool *numbers;
	struct arena arena;
};

/* Takes the header row, of which the fields that are no columns go; says which these are. A zeroed
 * struct takes rows as they are. */
void columns_begin(struct columns *c, struct row *header, const struct dialect_start *start);

/* Makes one header row of two; false when they are not equally long. `type` as for heading_find;
 * empty where headings stay as they are. */
bool columns_join(struct columns *c, struct row *upper, const struct row *lower, struct str type);

/* Does the row repeat a line of the header? Never where that has one line, and one filled cell
 * alone. */
bool columns_repeat(const struct columns *c, const struct row *row);

/* Takes from the row what is no column; false, with the reason in *why, when that holds a value. */
bool columns_take(struct columns *c, struct row *row, struct buf *why);

void columns_release(struct columns *c);

#endif
