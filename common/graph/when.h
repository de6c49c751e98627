/*
 * when: the days that a row holds for, and the years, quarters or months that time is cut into.
 *
 * A row holds from the first day that its date may mean to the last, both included; with a column
 * of ends to the last day that the end may mean, or on and on where that is empty. It is in a
 * window, or a slice, when it shares a day with it. A row without a date is in none, and that is
 * said.
 */
#ifndef KOOP_GRAPH_WHEN_H
#define KOOP_GRAPH_WHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "record/reader.h"

/* Both included; INT32_MIN and INT32_MAX are open ends (date/edtf.h). */
struct days {
	int32_t first, last;
};

enum slice_unit { SLICE_NONE, SLICE_YEAR, SLICE_QUARTER, SLICE_MONTH };

enum { SLICES_MAX = 2400 };

struct when {
	const char *date, *date_end; /* columns; NULL: date and none, or valid_from and valid_to */
	bool windowed;
	struct days window;
	enum slice_unit unit;
	bool cumulative; /* a slice has all that began before it ends */
	bool spans;      /* the days of rows are wanted, where they have any */
};

/* A window as the options say it. False when a text is not a date, or nothing is left. */
bool when_as_of(struct when *when, const char *date);
bool when_from(struct when *when, const char *date);
bool when_to(struct when *when, const char *date);

/* The days of the rows that were taken, in order. */
struct dated {
	const struct when *when;
	long date, date_end; /* columns */
	struct days *days;
	size_t n, cap;
};

/* Days that nobody knows. */
#define DAYS_NONE ((struct days){INT32_MAX, INT32_MIN})

/* `when` must be set. Ends the process when a column is needed and not there. */
void dated_begin(struct dated *dated, const struct header *h);

enum dating { DATING_IN, DATING_OUTSIDE, DATING_REFUSED /* said */ };

enum dating dated_row(const struct dated *dated, const struct record *rec, struct arena *arena,
	struct days *days);

/* Keeps the days of a row, where they are wanted. */
void dated_keep(struct dated *dated, struct days days);

/*
 * The slices from the first day that a row begins or ends to the last: their number, the first in
 * *first. 0 when there are no rows; above SLICES_MAX there are too many.
 */
size_t dated_slices(const struct dated *dated, int *first);

/* Is row i in the slice? */
bool dated_in_slice(const struct dated *dated, size_t i, int slice);

/* Adds 2014, 2014-Q3 or 2014-08. */
void slice_format(struct buf *out, enum slice_unit unit, int slice);

void dated_release(struct dated *dated);

#endif
