/*
 * money: amounts as people write them, to a number and a currency.
 *
 * "1.234,50 €", "KM 500", "12 000 ден.", "500,- kn": the number as input/quantity.h reads it, and
 * before or behind it at most one currency (term/currency.h). What is not one exact amount is never
 * made one: "cca 500", "do 1000 EUR", "500-1000", "3 mil. EUR", and amounts below nothing, with a
 * minus or in brackets.
 */
#ifndef KOOP_INPUT_MONEY_H
#define KOOP_INPUT_MONEY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum money {
	MONEY_OK,
	MONEY_AMBIGUOUS, /* "1.234", see quantity.h */
	MONEY_NEGATIVE,
	MONEY_ROUGH, /* about, at least, at most, from … to */
	MONEY_BAD,
};

/*
 * `text` is clean (text_clean); `mark` is what stands before decimals (quantity.h), or 0. The
 * number is in the arena or the text, the currency a code or empty.
 */
enum money money_read(
	struct str text, char mark, struct arena *arena, struct str *number, struct str *currency);

/* The number alone, as it is written, or an empty view: for quantity_mark_shown. */
struct str money_digits(struct str text);

/* The currency that the heading of a column names: "Iznos (EUR)", "Budžet u RSD"; or empty. */
struct str money_of_heading(struct str heading);

/* Does the heading say that the column counts in thousands or millions: "Iznos (u 000 RSD)"? */
bool money_is_scaled(struct str heading);

#endif
