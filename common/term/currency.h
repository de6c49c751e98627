/*
 * currency: signs, codes and words for money to ISO 4217 codes.
 *
 * The forms are rows of common/vocab/currencies.tsv, compared folded (text_fold), with and without
 * a dot behind; a code and a sign stand as they are. The index is made on first use, in any thread.
 */
#ifndef KOOP_TERM_CURRENCY_H
#define KOOP_TERM_CURRENCY_H

#include "base/str.h"

/* The code that a text is a form of, or an empty view. A view into the vocabulary. */
struct str currency_find(struct str text);

#endif
