/*
 * yuscii: the seven-bit codes of Yugoslavia, in which ten signs of ASCII are letters.
 *
 * Latin is JUS I.B1.002 (ISO 646-YU), Serbian Cyrillic JUS I.B1.003, Macedonian JUS I.B1.004. In
 * the Cyrillic ones every Latin letter is a Cyrillic one, too.
 *
 * Whether text is written so is counted word by word. A word speaks for it when a sign touches a
 * letter and all is spelt as words are; against it when the signs stand as other people use them:
 * in brackets, braces or backticks that close again, as a capital behind a small letter (x^n), or
 * doubled. A word with digits, dots, slashes and the like says nothing.
 */
#ifndef KOOP_TEXT_YUSCII_H
#define KOOP_TEXT_YUSCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum yuscii { YUSCII_LATIN, YUSCII_CYRILLIC, YUSCII_MACEDONIAN };

/* The character of a byte, or 0 for a byte beyond ASCII. O(1). */
uint32_t yuscii_character(enum yuscii code, unsigned char byte);

/* The same behind another byte, or 0: a Latin @ behind a small letter or a digit is no Ž, but
 * stands in the address of a mailbox. */
uint32_t yuscii_behind(enum yuscii code, unsigned char before, unsigned char byte);

enum { YUSCII_WORD = 64, YUSCII_BRACKETS = 3, YUSCII_LETTERS = 5 };

/* A zeroed struct has counted nothing. */
struct yuscii_count {
	uint64_t words, good, bad;
	uint64_t inside; /* good words with one of the letters behind their first */
	uint64_t letters[YUSCII_LETTERS]; /* ž š đ ć č, of either case, in good words */
	uint64_t digraphs;                /* lj nj dž, which only Latin text has */
	uint64_t singles;                 /* q w x, which are љ њ џ in Cyrillic text */
	uint64_t macedonian, serbian;     /* words that would be Macedonian, or Serbian */

	char word[YUSCII_WORD]; /* the one that is being read; longer ones say nothing */
	size_t n;
	bool open[YUSCII_BRACKETS]; /* a good word of this cell began with [ { or a backtick */
};

/* Counts text that follows what was counted before. O(n). */
void yuscii_add(struct yuscii_count *c, struct str text);

/* Ends the word and the cell. */
void yuscii_end(struct yuscii_count *c);

/*
 * Which of the codes text in YUSCII is in; false when that is in doubt: nothing in it is written
 * otherwise in Latin than in Cyrillic, or its ђ and ћ may be ѓ and ќ.
 */
bool yuscii_which(const struct yuscii_count *c, enum yuscii *code, enum yuscii *rival);

/* May so short a text be in YUSCII? More speaks for it than against, but not enough. */
bool yuscii_may_be_text(const struct yuscii_count *c);

/* Is text of some length in YUSCII? Handles (@name, ~name) and words with a bar between speak for
 * nothing. */
bool yuscii_is_text(const struct yuscii_count *c);

/* Is a single name? One sure word is enough where no other speaks against it. */
bool yuscii_is_name(const struct yuscii_count *c);

#endif
