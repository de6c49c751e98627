/*
 * vocab: the words koop knows, as raw tables.
 *
 * A vocabulary is a TSV file of this folder, compiled in, with a header line. Where the environment
 * variable KOOP_VOCAB names a folder, a file NAME.tsv in it with the same header adds rows and
 * replaces those with the same key (tables.def); its rows stand before the compiled ones, so that
 * the first of two answers is the user's. A file in it that cannot be used ends the process with
 * status 2.
 *
 * Nothing is read or built before the first vocab_table; the modules above build their indexes on
 * first use too. A table never changes once it has been given out; vocab_table may be called from
 * any thread. A cell is a view, good for the whole run.
 */
#ifndef KOOP_VOCAB_VOCAB_H
#define KOOP_VOCAB_VOCAB_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define VOCAB(name, key) VOCAB_##name,
enum vocab_id {
#include "vocab/tables.def"
	VOCAB_COUNT
};
#undef VOCAB

struct vocab {
	const char *name;
	const char *key;       /* the key's columns, with blanks between them */
	const char *text;      /* the file's bytes, header line first */
	const uint32_t *cells; /* where each cell begins in text, the header's first, and the end */
	size_t ncols, nrows;   /* the header line is not counted as a row */
};

const struct vocab *vocab_table(enum vocab_id id);

/* The number of a column, by a name that the vocabulary has. */
size_t vocab_column(const struct vocab *v, const char *name);

/* O(1). */
static inline struct str vocab_cell(const struct vocab *v, size_t row, size_t column)
{
	const uint32_t *at = v->cells + (row + 1) * v->ncols + column;
	return (struct str){v->text + at[0], at[1] - at[0] - 1};
}

/* The name of a column. */
static inline struct str vocab_header(const struct vocab *v, size_t column)
{
	return (struct str){
		v->text + v->cells[column], v->cells[column + 1] - v->cells[column] - 1};
}

#endif
