/*
 * formatopts: the options that say what the input is, for the option table of a program.
 *
 * A file that --pattern-file names holds the pattern in UTF-8, with or without a line end behind
 * it.
 */
#ifndef KOOP_INPUT_FORMATOPTS_H
#define KOOP_INPUT_FORMATOPTS_H

#include "base/opts.h"
#include "input/dialect.h"

enum { OPT_SHEET = 500, OPT_PATTERN_FILE, OPT_CODEBOOK };

/* clang-format off */

#define OPTIONS_FORMAT \
	{'f', "format", "FORMAT", "auto, csv, tsv, xlsx, xls, ods, json, sav, por, dta, xml or text"}, \
	{OPT_SHEET, "sheet", "NAME", "the sheet of a workbook, or its number"}, \
	{'p', "pattern", "REGEX", "text: each match is a record, each named group a column"}, \
	{OPT_PATTERN_FILE, "pattern-file", "FILE", "the same, out of FILE"}, \
	{OPT_CODEBOOK, "codebook", "FILE", "write the labels and missing codes of sav, por, dta to FILE"}

/* clang-format on */

/* A zeroed struct has no option. */
struct formatopts {
	struct dialect dialect; /* what is known of it */
	const char *pattern, *pattern_file, *codebook;
};

/* Takes an option of the table above; others are passed over. */
void format_option(struct formatopts *f, const struct opts *o, int key, const char *value);

/* After the last option: what does not go together, and a malformed pattern, end the process. */
struct dialect format_dialect(struct formatopts *f, const struct opts *o);

#endif
