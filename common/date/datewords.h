/*
 * datewords: what the words of a date mean, in the region's languages.
 *
 * The phrases are the rows of months.tsv and date_words.tsv, compared as plain words (text/words.h)
 * with one blank between them. The index is made on first use, in any thread, and never changes; a
 * look-up is O(length).
 */
#ifndef KOOP_DATE_DATEWORDS_H
#define KOOP_DATE_DATEWORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* One phrase may be several of these: "in" is a preposition in English and joins two years in
 * Slovene. */
enum date_role {
	ROLE_MONTH = 1 << 0,
	ROLE_SEASON = 1 << 1, /* 21 to 24 */
	ROLE_YEAR = 1 << 2,   /* the word "year" */
	ROLE_DROP = 1 << 3,   /* a preposition, "founded", the name of a weekday */
	ROLE_DURING = 1 << 4,
	ROLE_EARLY = 1 << 5,
	ROLE_MID = 1 << 6,
	ROLE_LATE = 1 << 7,
	ROLE_APPROX = 1 << 8,
	ROLE_SINCE = 1 << 9,
	ROLE_UNTIL = 1 << 10,
	ROLE_OPEN = 1 << 11, /* still going on */
	ROLE_BETWEEN = 1 << 12,
	ROLE_AND = 1 << 13,
	ROLE_NULL = 1 << 14, /* no value */
	ROLE_DOUBT = 1 << 18,
	ROLE_ORDINAL = 1 << 19, /* third */
	ROLE_QUARTER = 1 << 20, /* of a year; the word alone, its number is another token */
	ROLE_HALF = 1 << 21,
	ROLE_CENTURY = 1 << 22,
	ROLE_DECADES = 1 << 23, /* "vitet", before the tens of a decade */
	ROLE_MONTHS = 1 << 24,  /* the word "month" */
	ROLE_NOT = 1 << 25,     /* "ne pre": has no place in any date */
	/* for tokens that are no words */
	ROLE_NUMBER = 1 << 15,
	ROLE_DECADE = 1 << 16,
	ROLE_ROMAN = 1 << 17,
	ROLE_PART = ROLE_EARLY | ROLE_MID | ROLE_LATE,
};

struct date_word {
	unsigned roles; /* 0: no such phrase */
	int value;      /* of a month, a season, an ordinal or a decade */
};

enum { DATE_PHRASE_WORDS = 4 };

/*
 * The phrase in plain words. `lang` (BCP 47, may be empty) and the script of the text (is it in
 * Latin letters?) decide where languages differ.
 */
struct date_word date_word_find(struct str phrase, struct str lang, bool latin);

/* Does a language of South Slavic Latin or Bulgarian use "v" for "in"? Then V is rather that than
 * May. */
bool date_lang_has_v(struct str lang);

/* The plain words of a text joined by blanks, in out; 0 when there are none or they do not fit. */
size_t date_plain(struct str text, char *out, size_t room);

#endif
