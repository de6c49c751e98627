/*
 * collate: the order of the alphabet of a language.
 *
 * The alphabets are rows of alphabets.tsv; a letter of two signs (lj, nj, dž, gj, xh) is one
 * letter, but not where a Serbian stem has the two apart (digraph_exceptions.tsv). Signs that are
 * neither letters nor digits part words; blanks come before digits, digits before letters. Case,
 * signs, and diacritics that the alphabet does not have decide, by their bytes, between texts that
 * are equal otherwise. A text in the other script of the region stands where it would stand
 * transliterated; letters of no known alphabet come last.
 */
#ifndef KOOP_TEXT_COLLATE_H
#define KOOP_TEXT_COLLATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct collation;

/* That of a language tag (sr is Cyrillic, sr-Latn Latin), into the arena; NULL, with the languages
 * there are in *why, when it is not known. */
const struct collation *collate_find(struct str lang, struct arena *arena, struct buf *why);

/* Bytes that compare as the texts do in the order of the alphabet; valid UTF-8 in. O(n). */
struct str collate_key(const struct collation *c, struct str text, struct arena *arena);

#endif
