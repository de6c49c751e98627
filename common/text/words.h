/*
 * words: a text cut into plain words, the step that fold and key share.
 *
 * A plain word is in lower-case Latin letters without diacritics, and digits; letters of scripts
 * other than Latin, Cyrillic and Greek stay, lower-cased. Everything else parts words, except that
 * apostrophes, combining marks and invisible characters vanish, and the dots of initials join:
 * "P.E.N." and "P. E. N." are one word, "Per.Art" two. Four or more single capitals with single
 * blanks between (a letterspaced heading) are one word too. Cyrillic letters are taken by the table
 * of Serbian and Macedonian, then Bulgarian, Ukrainian, Russian; Greek by ELOT 743 in full. The
 * letters that systems of romanisation differ in have one form: đ ђ is d, ǵ ѓ gj, ḱ ќ kj, џ and ISO
 * 9 d̂ dz, l̂ n̂ lj nj.
 */
#ifndef KOOP_TEXT_WORDS_H
#define KOOP_TEXT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/letters.h"

struct word {
	uint32_t at, n; /* bytes of words.text */
	bool dot;       /* a dot follows at once */
	bool glued;     /* only a dot stands between it and the word before */
	bool spaced;    /* only one blank does */
	uint16_t flags; /* enum letter_flags of its letters */
};

enum { WORDS_TEXT = 384, WORDS_COUNT = 32 };

/* The first arrays are inside, so that a short name takes nothing from the arena. Not to be copied.
 */
struct words {
	char *text;
	struct word *word;
	size_t n;
	unsigned flags; /* of all words */
	bool initials;  /* there may be some to join */
	size_t length, room_text, room_words;
	struct arena *arena;
	char first_text[WORDS_TEXT];
	struct word first_words[WORDS_COUNT];
};

/* s is valid UTF-8; at most 1 GiB of it. */
void words_split(struct words *w, struct str s, struct arena *arena);

/* Is there one of the letters q x y w, which no South Slavic language has? */
bool words_have_qxyw(const struct words *w);

static inline struct str words_get(const struct words *w, size_t i)
{
	return (struct str){w->text + w->word[i].at, w->word[i].n};
}

/* A word in capitals: it has some, and no small letter. */
static inline bool word_is_upper(const struct word *word)
{
	return (word->flags & (LETTER_UPPER | LETTER_LOWER)) == LETTER_UPPER;
}

#endif
