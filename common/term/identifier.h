/*
 * identifier: numbers that registers and tax offices give, by the schemes of their countries.
 *
 * With a check digit (term/checkdigit.h):
 *	HR  OIB, 11 digits
 *	RS  PIB, 9 digits; MB, 8 digits, of those that begin with 0: later ones do not follow it
 *	BA  JIB, 13 digits that begin with 4; the number for VAT is it without the 4
 *	ME  PIB, 8 digits
 *	MK  ЕДБ, 13 digits that begin with 4 or 5
 *	SI  tax number, 8 digits; registration number, 7 digits, or these and 3 of a unit
 *	BG  ЕИК, 9 digits, or these and 4 of a branch
 *
 * By their shape alone: ЕМБС of MK, 7 digits; NUI and fiscal number of XK, 9 digits; NIPT or NUIS
 *of AL, a letter, eight digits and a letter. Other numbers are of no scheme that is known, and are
 *let pass; but a tax number has the digits that its country gives it.
 *
 * The number of a citizen (term/citizen.h) belongs to a person, whatever column it stands in.
 */
#ifndef KOOP_TERM_IDENTIFIER_H
#define KOOP_TERM_IDENTIFIER_H

#include <stdbool.h>

#include "base/str.h"

enum identifier {
	IDENTIFIER_OK,    /* or of no known scheme */
	IDENTIFIER_WRONG, /* the check digit, or a digit before it, is not right */
	IDENTIFIER_SHAPE, /* a tax number with other digits than there are in the country */
	IDENTIFIER_PERSONAL,
};

/*
 * The text may have blanks, dots and dashes between digits, and a country's code before them.
 * `tax`: it is to be a tax number.
 */
enum identifier identifier_check(struct str text, struct str country, bool tax);

#endif
