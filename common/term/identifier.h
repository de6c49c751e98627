/*
 * identifier: numbers that registers give, by the check digits of their schemes.
 *
 *	HR  OIB, 11 digits: ISO 7064 MOD 11,10
 *	RS  PIB, 9 digits: the same. MB, 8 digits: modulo 11 with weights 8 to 2, of those that
 *begin with 0; later ones do not follow it ME  PIB, 8 digits: modulo 11 with weights 8 to 2 SI  tax
 *number, 8 digits: likewise. Registration number, 7 digits or these and 3 of a unit: modulo 11 with
 *weights 7 to 2 MK  ЕДБ, 13 digits that begin with 4 or 5: modulo 11 with weights 7 to 2, twice BG
 *EIK, 9 digits: modulo 11 with weights 1 to 8, or 3 to 10
 *
 * The JIB of Bosnia and Herzegovina (13 digits that begin with 4) and the NIPT of Albania (a
 * letter, eight digits, a letter) have a shape only. Other numbers have none that is known, and are
 * let pass.
 *
 * The citizens' number of Yugoslavia and its successors (JMBG, EMŠO, EMBG; 13 digits: a day, a
 * month, three digits of a year, a region, a number, a check digit) belongs to a person, whatever
 * column it stands in.
 */
#ifndef KOOP_TERM_IDENTIFIER_H
#define KOOP_TERM_IDENTIFIER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum identifier {
	IDENTIFIER_OK,    /* or of no known scheme */
	IDENTIFIER_WRONG, /* the check digit, or a digit before it, is not right */
	IDENTIFIER_PERSONAL,
};

/* The text may have blanks, dots and dashes between digits, and a country's code before them. */
enum identifier identifier_check(struct str text, struct str country);

/*
 * Where a citizens' number begins in a text of any kind, with or without single blanks, dots or
 * dashes between its digits; *n is its bytes. text.n when there is none.
 */
size_t identifier_find_personal(struct str text, size_t *n);

#endif
