/*
 * rows: what every format gives, rows of decoded fields with their place.
 *
 * A format finds the rows in the text of a source. A row is handed out whole or refused; a refused
 * row is passed over, its bytes and the reason are there to be reported, and reading goes on behind
 * it. Nothing is padded, cut or guessed. Rows, fields and raw text are views that are good until
 * the next call.
 *
 * A format that is a container (input/container.h) is no text: it opens the file of the source
 * itself.
 */
#ifndef KOOP_INPUT_ROWS_H
#define KOOP_INPUT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "input/source.h"

struct row {
	struct str *fields;
	size_t n; /* 0 for a blank line */
	struct str
		raw; /* as it came, without its line end; a refused row may be cut to LIMIT_FIELD */
	const bool *numbers; /* which fields are numbers beyond doubt, or NULL */
	struct pos pos;      /* of its first line, or its number in the sheet */
	bool plain;          /* no field holds TAB, LF, CR or backslash */
};

enum rows_status {
	ROWS_END, /* of the file */
	ROWS_ROW,
	ROWS_REFUSED, /* the reason is in rows.why */
	ROWS_FAILED,  /* the file is broken from here on; likewise */
};

struct rows;
struct pattern;
struct header;
struct codebook;

/* One format. */
struct rows_format {
	const char *name;
	void *(*open)(struct rows *rows); /* NULL: cannot be read, with the reason in rows.why */
	enum rows_status (*next)(struct rows *rows, struct row *row);
	void (*close)(void *state);
	enum source_form form; /* of the files that it reads */
	/* Adds the labels of the columns, which have the names of the header; NULL: there are none.
	 */
	void (*describe)(struct rows *rows, const struct header *header, struct codebook *codebook);
	const char *named; /* what names the columns, where it is not the first row; or NULL */
};

struct rows {
	struct source *source;
	const struct rows_format *format;
	char delimiter;
	const char *sheet;             /* --sheet, or NULL */
	const struct pattern *pattern; /* of text */
	size_t width;                  /* a row of a sheet has so many fields at least */
	bool glance; /* only which cells are filled matters; nothing is said about them */
	void *state; /* of the format */
	struct buf why;
	size_t stray_quotes; /* quotes inside unquoted fields */
};

/* ROWS_LIBCSV reads as ROWS_CSV does, by libcsv alone: slower, and what tests hold the other to. */
extern const struct rows_format ROWS_CSV, ROWS_LIBCSV, ROWS_TSV, ROWS_XLSX, ROWS_ODS, ROWS_JSON,
	ROWS_TEXT, ROWS_SAV, ROWS_POR, ROWS_DTA, ROWS_XLS, ROWS_XML;

/* Begins a file that source_next_file has opened; false when it cannot be read so, with the reason
 * in r->why. */
bool rows_open(
	struct rows *r, struct source *source, const struct rows_format *format, char delimiter);

enum rows_status rows_next(struct rows *r, struct row *row);

void rows_close(struct rows *r);

/* For formats: is there anything in the row that no record may hold? The reason goes to r->why. */
bool rows_refuse(struct rows *r, const struct row *row);

#endif
