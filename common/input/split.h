/*
 * split: where the fields and rows of regular CSV are.
 *
 * One pass over a block with vector instructions (AVX-512 or AVX2 where the processor has them,
 * plain C elsewhere: all give the same answer, which tests compare). Text between quotes is told
 * from text outside by the parity of the quotes before it, which is right as long as every quoted
 * field is written as RFC 4180 says. The caller checks that, row by row, with split_field; a row
 * that is not so is for libcsv, and the scan must begin anew behind it. A fuzz target holds the two
 * to the same fields.
 */
#ifndef KOOP_INPUT_SPLIT_H
#define KOOP_INPUT_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Offsets count from the start of the block. Row i has the separators sep[row[i - 1]] (sep[0] for
 * the first) up to sep[row[i] - 1], which is its line feed. A zeroed struct is empty.
 */
struct split {
	uint32_t *sep; /* offsets of delimiters and line feeds outside quotes, in order */
	uint32_t
		*row; /* for each row: how many separators there are up to and with its line feed */
	uint32_t *quotes; /* for each row: how many quotes stand in it */
	uint8_t *odd;     /* for each row: does TAB, a backslash or a line feed stand in a field? */
	size_t nsep, nrow, cap;
	bool cr;      /* a CR stands in the block */
	bool lone_cr; /* one that no line feed follows */
	bool nul;
};

/* Scans n bytes (n < 2^32) that begin outside quotes; the results replace earlier ones. */
void split_scan(struct split *s, const char *p, size_t n, char delimiter);

/* The same by one of the forms, for tests; false when the processor cannot. */
enum split_form { SPLIT_PLAIN, SPLIT_AVX2, SPLIT_AVX512 };

bool split_scan_by(enum split_form form, struct split *s, const char *p, size_t n, char delimiter);

/*
 * Takes away the quotes around the fields of a row, n of them as they stand between separators, and
 * returns how many. Where these are all that stand in the row the fields are now the values that
 * they mean; else they are to be cut again, for split_unquote.
 */
size_t split_strip(struct str *fields, size_t n);

/*
 * Makes fields as they stand between separators the values that they mean. False when the quotes
 * are not regular: one inside an unquoted field, text outside the quotes. Values with doubled
 * quotes are put together in *values, which is emptied first.
 */
bool split_unquote(struct str *fields, size_t n, struct buf *values);

void split_release(struct split *s);

#endif
