/*
 * citizen: the number of a person, JMBG, EMŠO or EMBG.
 *
 * Yugoslavia gave one to each citizen, and its successors do: thirteen digits, which are a day, a
 * month and three digits of a year of birth, a region, a number, and a check digit, modulo 11 with
 * weights 7 to 2, twice. A number is told by its date and its check digit; of other numbers of
 * thirteen digits one in a thousand or so looks like it, and none of those of bodies in Bosnia and
 * Herzegovina and North Macedonia, nor of goods of the region (EAN), which begin with no day.
 */
#ifndef KOOP_TERM_CITIZEN_H
#define KOOP_TERM_CITIZEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Where one begins in a text, with or without single blanks, dots, dashes or slashes between its
 * digits; *n is its bytes. text.n when there is none.
 */
size_t citizen_find(struct str text, size_t *n);

/*
 * Is there one in a text of any kind? Here it must be thirteen digits in a row, and no part of what
 * goes on behind a dash, a dot or a slash, as numbers of bank accounts do. Sixteen bytes
 * are looked at together.
 */
bool citizen_is_in(struct str text);

/* The same of a whole row, whose fields are then asked: whatever stands beside the digits. */
bool citizen_may_be_in(struct str row);

/* The text with stars for the digits of such numbers: itself, or a copy in the arena. */
struct str citizen_mask(struct str text, struct arena *arena);

#endif
