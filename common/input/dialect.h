/*
 * dialect: what the beginning of a file says about how it is written.
 *
 * Looks at the first lines, at most DIALECT_LINES of them within DIALECT_BYTES, so the answer does
 * not depend on how a pipe delivers its bytes. Nothing is looked at that is already known.
 */
#ifndef KOOP_INPUT_DIALECT_H
#define KOOP_INPUT_DIALECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"
#include "input/rows.h"
#include "input/source.h"

/* SKIP_UNSAID is 0, but it is said when SKIP_AUTO would pass over rows. */
#define DIALECT_NO_COLUMN SIZE_MAX

enum { DIALECT_LINES = 20, DIALECT_BYTES = 64 * 1024, SKIP_AUTO = -1, SKIP_UNSAID = -2 };

struct dialect {
	const struct rows_format *format; /* NULL: to be found */
	char delimiter;                   /* '\0': to be found */
	const char *sheet;                /* --sheet, or NULL */
	const struct pattern *pattern;    /* of text, or NULL */
};

/*
 * Fills in what is not known, for the file that the source has just opened.
 *
 * The delimiter is the one of comma, semicolon, TAB and bar that stands equally often, outside
 * quotes, on most lines; then the one that stands more often, then the earlier of this list. A
 * first line `sep=;`, as Excel writes it, says it and is passed over. Where the format is not
 * known: names in .tsv and .tab are TSV, other names CSV; standard input is TSV when the delimiter
 * is TAB and no line holds a quote. A zip file is a workbook; it is said when its name is that of
 * something else.
 */
void dialect_find(struct dialect *d, struct source *s);

/* What the first DIALECT_LINES rows are like. */
struct dialect_start {
	size_t above; /* rows above the header */
	size_t width; /* of a sheet: cells up to the last one that is filled below them */
	unsigned char filled[LIMIT_COLUMNS / 8]; /* a bit for each cell filled below the header */
	size_t value;   /* a column whose heading looks like the values below it, or
	                   DIALECT_NO_COLUMN */
	bool two_lines; /* the header may have a second line, of cells below a spanning one */
	bool groups; /* the first row behind those above may be a line of groups above the header */
	bool sparse; /* which stands above the table if it is none */
};

/*
 * `skip` rows stand above the header or, where it is negative, those before the first one with
 * more than half as many filled cells as the fullest of the first DIALECT_LINES rows, but for one
 * that may be a line of groups (input/groups.h tells whether it is).
 */
struct dialect_start dialect_start(const struct dialect *d, struct source *s, long skip);

/*
 * Is it a total line: a first filled cell that means "total" in one of the region's languages, and
 * numbers, at least one, in all other filled cells?
 */
bool dialect_is_total(const struct row *row);

#endif
