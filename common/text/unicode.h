/*
 * unicode: what koop takes from utf8proc, which only unicode.c knows.
 *
 * Code points in, code points out; nothing here looks at a locale. Case is by the simple mappings:
 * one code point for one.
 */
#ifndef KOOP_TEXT_UNICODE_H
#define KOOP_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { UNICODE_DECOMPOSED_MAX = 18 }; /* code points in the longest compatibility decomposition */

enum unicode_kind {
	UNICODE_OTHER,
	UNICODE_LETTER,
	UNICODE_UPPER, /* upper or title case */
	UNICODE_LOWER,
	UNICODE_DIGIT, /* numbers of every kind */
	UNICODE_MARK,
	UNICODE_SYMBOL,
};

enum unicode_kind unicode_kind(uint32_t cp);

static inline bool unicode_is_letter(enum unicode_kind k)
{
	return k >= UNICODE_LETTER && k <= UNICODE_LOWER;
}

uint32_t unicode_lower(uint32_t cp);
uint32_t unicode_upper(uint32_t cp);

/* The full compatibility decomposition (NFKD) of one code point; returns how many. */
size_t unicode_decompose(uint32_t cp, uint32_t out[static UNICODE_DECOMPOSED_MAX]);

/* Valid UTF-8 in NFC, always a copy: text_nfc of text.h knows when none is needed. */
struct str unicode_nfc(struct str s, struct arena *arena);

#endif
