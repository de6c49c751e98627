/*
 * letters: for every code point its plain letters, from one table.
 *
 * The table is made on first use from translit.tsv and the decompositions of Unicode; code points
 * up to U+05FF and from U+1E00 to U+21FF are a direct look-up.
 */
#ifndef KOOP_TEXT_LETTERS_H
#define KOOP_TEXT_LETTERS_H

#include <stddef.h>
#include <stdint.h>

enum letter_class {
	LETTER_BREAK,  /* parts words */
	LETTER_WORD,   /* letters and digits */
	LETTER_VANISH, /* neither writes nor parts */
	LETTER_DOT,
	LETTER_BLANK,
	LETTER_CIRCUMFLEX, /* U+0302: after l, n, d a letter of ISO 9, else vanishes */
	LETTER_SLOW,       /* not in the table */
};

enum letter_flags {
	LETTER_UPPER = 1,
	LETTER_LOWER = 2,
	LETTER_LATIN = 4,
	LETTER_CYRILLIC = 8,
	LETTER_GREEK = 16,
	LETTER_EAST =
		32, /* a letter of Bulgarian, Russian or Ukrainian, not of Serbian or Macedonian */
	LETTER_SOUTH = 64,    /* a letter of Serbian or Macedonian only */
	LETTER_FOREIGN = 128, /* of another script */
	LETTER_DOTTED = 256,  /* of a word: with a dot behind, or initials joined */
	LETTER_SCRIPTS = LETTER_LATIN | LETTER_CYRILLIC | LETTER_GREEK | LETTER_FOREIGN,
};

/* Eight bytes, so that copying the whole is one store. */
struct letter {
	char s[5]; /* the plain letters, n bytes */
	uint8_t n;
	uint8_t class;
	uint8_t flags;
};

enum {
	LETTERS_LOW = 0x600,   /* code points [0, LETTERS_LOW) … */
	LETTERS_HIGH = 0x1E00, /* … and [LETTERS_HIGH, LETTERS_END) are in the table */
	LETTERS_END = 0x2200,
	LETTERS_COUNT = LETTERS_LOW + LETTERS_END - LETTERS_HIGH,
	LETTER_LONG = 80, /* bytes of the longest expansion outside the table */
};

/* The table, made now if it is not yet. Any thread. */
const struct letter *letters_table(void);

/* Where a code point is in the table, or LETTERS_COUNT. */
static inline size_t letters_index(uint32_t cp)
{
	if (cp < LETTERS_LOW)
		return cp;
	if (cp >= LETTERS_HIGH && cp < LETTERS_END)
		return cp - LETTERS_HIGH + LETTERS_LOW;
	return LETTERS_COUNT;
}

/* The same for a code point outside the table: its class, its letters in out. */
struct letter letters_slow(
	const struct letter *table, uint32_t cp, char out[static LETTER_LONG], size_t *n);

#endif
