/*
 * quantity: numbers as people write them, to the decimals of the record stream.
 *
 * "1.234,50" and "1,234.50" are 1234.5, "1 234 567" is 1234567, "1234,5" is 1234.5. A mark that
 * stands once with three digits behind it ("1.234") is read by the mark that numbers of its kind
 * have before their decimals; where that is not known it is ambiguous, and nothing is guessed.
 * Digits stay as they are written, but for zeros at the end of the decimals.
 */
#ifndef KOOP_INPUT_QUANTITY_H
#define KOOP_INPUT_QUANTITY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum quantity {
	QUANTITY_OK,
	QUANTITY_AMBIGUOUS,
	QUANTITY_BAD,
};

/* The mark before decimals in a language (BCP 47): '.' or ','; 0 for no language. */
char quantity_mark_of_language(struct str lang);

/* The mark before decimals that a number shows to be used, as "12,5" and "1.234.567" do; 0 when it
 * shows none. */
char quantity_mark_shown(struct str text);

/* Is it a number that quantity_read would leave as it is, whatever the mark? False where that takes
 * longer to tell. */
bool quantity_is_plain(struct str text);

/*
 * `text` is clean (text_clean); `mark`, that of such numbers, or 0. The result is in the arena, or
 * the text.
 */
enum quantity quantity_read(struct str text, char mark, struct arena *arena, struct str *number);

#endif
