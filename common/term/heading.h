/*
 * heading: what a source calls its columns, to standard column names (common/vocab/headers.tsv).
 */
#ifndef KOOP_TERM_HEADING_H
#define KOOP_TERM_HEADING_H

#include "base/str.h"

/*
 * The standard column that a heading means, in any of the languages, with or without diacritics,
 * notes in brackets, a colon or a star behind; an empty view when none is known. `type` is a record
 * type of koop-import (member, activity, edge …, may be empty) and decides where a word means two
 * things.
 */
struct str heading_find(struct str heading, struct str type);

#endif
