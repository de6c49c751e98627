/*
 * codepage: encodings of one byte a character, as tables in both directions.
 *
 * The tables are iconv's. Where a page leaves a byte undefined, programs that read it all the same
 * take it for the control code of its number, and so does codepage_byte.
 */
#ifndef KOOP_TEXT_CODEPAGE_H
#define KOOP_TEXT_CODEPAGE_H

#include <stdbool.h>
#include <stdint.h>

enum { CODEPAGE_UNDEFINED = 0xFFFFFF, CODEPAGE_BYTES = 256, CODEPAGE_END_CP = 0x2600 };

struct codepage {
	uint32_t cp[CODEPAGE_BYTES];   /* or CODEPAGE_UNDEFINED */
	uint8_t byte[CODEPAGE_END_CP]; /* of a code point beyond ASCII, or 0 */
};

/* False when iconv does not know it. */
bool codepage_load(struct codepage *page, const char *name);

/* The byte that a character was read from; -1 when from none. O(1). */
static inline int codepage_byte(const struct codepage *page, uint32_t cp)
{
	if (cp < 0x80)
		return (int)cp;
	return cp < CODEPAGE_END_CP && page->byte[cp] ? page->byte[cp] : -1;
}

/* The character that a byte is read as. */
static inline uint32_t codepage_character(const struct codepage *page, uint8_t byte)
{
	return page->cp[byte] == CODEPAGE_UNDEFINED ? byte : page->cp[byte];
}

#endif
