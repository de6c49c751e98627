/*
 * telephone: telephone numbers to their international form, "+381113239000" (ITU-T E.164).
 *
 * Prefix, trunk prefix and length of the numbers of the region's countries are in
 * country_hints.tsv; of other countries only that a number has eight to fifteen digits is known.
 */
#ifndef KOOP_TERM_TELEPHONE_H
#define KOOP_TERM_TELEPHONE_H

#include "base/arena.h"
#include "base/str.h"

enum telephone {
	TELEPHONE_OK,
	TELEPHONE_LOCAL, /* it may be one, but which country's is not known */
	TELEPHONE_BAD,
};

/*
 * One number, with blanks, dashes, dots, slashes and brackets as people set them, and perhaps with
 * a word such as "tel." before. `country` is an ISO 3166-1 code or empty. The result is in the
 * arena.
 */
enum telephone telephone_read(
	struct str text, struct str country, struct arena *arena, struct str *number);

#endif
