/*
 * field: free text about fields of culture to codes of the field vocabulary
 * (common/vocab/fields.tsv).
 *
 * The whole text is looked up first ("film i kinematografija" is one field), then its parts between
 * commas, semicolons, slashes, bars, and the words and, i, и, in, dhe. Labels and synonyms in all
 * languages and inflected forms are compared folded.
 */
#ifndef KOOP_TERM_FIELD_H
#define KOOP_TERM_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* The code of one label, or an empty view. */
struct str field_find(struct str label);

/*
 * Reads a text as a list: the codes, joined in the strict form of record/list.h, go to *codes;
 * parts that no label knows are kept as they came (semicolons made commas) in their place, and the
 * first of them is put in *unknown (empty when all were known). Returns how many parts were
 * unknown.
 */
size_t field_read(struct str text, struct buf *codes, struct str *unknown, struct arena *arena);

/* A known label close to the text, or an empty view. */
struct str field_near(struct str text);

/* The label of a code in a language (as country_name), or an empty view. */
struct str field_label(struct str code, struct str lang);

#endif
