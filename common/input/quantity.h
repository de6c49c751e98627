/*
 * quantity: numbers as people write them, to the decimals of the record stream.
 *
 * "1.234,50" and "1,234.50" are 1234.5, "1 234 567" is 1234567, "1234,5" is 1234.5. A mark that
 * stands once with three digits behind it ("1.234") is read as the language does; without a
 * language it is ambiguous, and nothing is guessed. Digits stay as they are written, but for zeros
 * at the end of the decimals.
 */
#ifndef KOOP_INPUT_QUANTITY_H
#define KOOP_INPUT_QUANTITY_H

#include "base/arena.h"
#include "base/str.h"

enum quantity {
	QUANTITY_OK,
	QUANTITY_AMBIGUOUS,
	QUANTITY_BAD,
};

/* `text` is clean (text_clean); lang is a BCP 47 tag or empty. The result is in the arena, or the
 * text. */
enum quantity quantity_read(
	struct str text, struct str lang, struct arena *arena, struct str *number);

#endif
