/*
 * workbook: what an xlsx file says about all of its sheets (ECMA-376, transitional and strict).
 *
 * Names and places of the sheets, the shared strings, and which cell styles mean dates. Shared
 * strings are held in memory, WORKBOOK_STRINGS bytes of them at most; nothing else grows with the
 * file.
 */
#ifndef KOOP_INPUT_WORKBOOK_H
#define KOOP_INPUT_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "input/container.h"
#include "input/sheet.h"
#include "input/xml.h"

enum {
	WORKBOOK_STRINGS = 1024 * 1024 * 1024,
	WORKBOOK_SHEETS = 1024,
	WORKBOOK_FORMATS = 4096,
	WORKBOOK_STYLES = 65536, /* Excel has 65490 */
};

/* What the number format of a cell means. */
enum workbook_kind {
	WORKBOOK_NUMBER,
	WORKBOOK_DATE,
	WORKBOOK_TIME,   /* of a day; what has days is a date all the same */
	WORKBOOK_LENGTH, /* of time: [h]:mm */
};

struct workbook_sheet {
	struct sheet_name name;
	const char *id;   /* of its relation */
	const char *part; /* NULL: no sheet of cells, but a chart */
};

struct workbook_format {
	unsigned long id;
	enum workbook_kind kind;
};

struct workbook {
	struct container *container;
	struct arena arena;
	struct xml *xml; /* of the part that is being read */
	bool since_1904;

	const char *folder; /* of the workbook part, with its slash */
	const char *main, *strings_part, *styles_part;
	struct workbook_sheet *sheets;
	size_t nsheets, cap_sheets;

	struct buf strings;
	uint32_t *ends; /* of each shared string */
	size_t nstrings, cap_ends;
	unsigned phonetic; /* elements that hold how a text is spoken */
	bool in_text;

	struct workbook_format *formats; /* of its own */
	size_t nformats, cap_formats;
	unsigned char *kinds; /* of the styles */
	size_t nstyles, cap_kinds;
	bool in_styles;
};

/* False, with the reason in *why, when the container is no such workbook or a broken one. */
bool workbook_open(struct workbook *w, struct container *c, struct buf *why);

/* Reads the shared strings. */
bool workbook_read_strings(struct workbook *w, struct buf *why);

/* The shared string; false when there is none of this number. */
bool workbook_string(const struct workbook *w, size_t number, struct str *text);

enum workbook_kind workbook_kind(const struct workbook *w, size_t style);

/* The kind of a format by its number: one of these, or one that every program knows. */
enum workbook_kind workbook_kind_of(
	const struct workbook_format *formats, size_t n, unsigned long id);

/* What a code such as yyyy-mm-dd;@ makes of a number. */
enum workbook_kind workbook_format_kind(const char *code);

/* Writes a number as what its kind means; false when it means nothing. */
bool workbook_write(
	enum workbook_kind kind, double number, bool since_1904, char out[static NUMBER_MAX]);

void workbook_release(struct workbook *w);

/* Adds text in which _x000D_ stands for a character that XML cannot hold. */
void workbook_decode(struct buf *to, struct str text);

#endif
