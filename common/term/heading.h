/*
 * heading: what a source calls its columns, to standard column names (common/vocab/headers.tsv).
 *
 * Headings are compared folded (text_fold): script, case, diacritics, underscores, a colon or a
 * star behind do not count. What is not known is tried without notes in brackets, without a number
 * before it, without a currency or a word for the body behind it ("Adresa organizacije"), then in
 * its parts ("Naziv / Name"), which must agree, then by its stem, then as words that are cut short
 * ("God. osn.").
 */
#ifndef KOOP_TERM_HEADING_H
#define KOOP_TERM_HEADING_H

#include "base/str.h"

/*
 * The standard column that a heading means, in any of the languages; an empty view when none is
 * known. `type` is a record type of koop-import (member, activity, edge …, may be empty) and
 * decides where a word means two things: "Mesto" is the city of a member and the place of an
 * activity.
 */
struct str heading_find(struct str heading, struct str type);

#endif
