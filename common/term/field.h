/*
 * field: free text about fields of culture to codes of the field vocabulary
 * (common/vocab/fields.tsv).
 *
 * Labels and synonyms in all languages are compared folded (text_fold); what is not known is tried
 * by its stem, where only one field has it. A text is read by its longest known stretches, so that
 * "film i kinematografija" is one field and "muzika i ples" two; it is parted at commas,
 * semicolons, slashes, bars, line ends, dashes with blanks, and the words for "and".
 */
#ifndef KOOP_TERM_FIELD_H
#define KOOP_TERM_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum {
	FIELD_PARTS_MAX = 256
}; /* parts of a text that are read; what is behind them is one unknown part */

/* The code of one label, or an empty view. A code is a label of itself. */
struct str field_find(struct str label);

/*
 * Reads a text as a list: the codes, joined in the strict form of record/list.h, go to *codes;
 * parts that no label knows are kept as they came (semicolons made commas) in their place, and the
 * first of them is put in *unknown (empty when all were known; it lives in the text or the arena).
 * Returns how many parts were unknown. Two labels with a comma missing between them are read as
 * two.
 */
size_t field_read(struct str text, struct buf *codes, struct str *unknown, struct arena *arena);

/* A known label close to the text, or an empty view. */
struct str field_near(struct str text);

/* The label of a code in a language (as country_name), English where there is none, or an empty
 * view. */
struct str field_label(struct str code, struct str lang);

#endif
