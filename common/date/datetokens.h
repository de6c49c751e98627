/*
 * datetokens: the text of a date cut into numbers and words with a meaning.
 *
 * O(n). A text with a word or a sign that no date has is refused as a whole, and so is one of more
 * than DATE_TOKENS tokens: it is a sentence.
 */
#ifndef KOOP_DATE_DATETOKENS_H
#define KOOP_DATE_DATETOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "date/datewords.h"

/* What stands between two tokens. */
enum gap {
	GAP_BLANK = 1,
	GAP_DOT = 2,
	GAP_COMMA = 4,
	GAP_SLASH = 8,
	GAP_HYPHEN = 16,
	GAP_DASH = 32, /* – and — */
	GAP_APOSTROPHE = 64,
	GAP_COLON = 128,
};

struct token {
	unsigned roles;  /* of datewords.h */
	unsigned gap;    /* before it */
	int value;       /* a number, a month or a season */
	int digits;      /* of a number */
	bool upper;      /* begins with an ASCII capital */
	bool short_year; /* '98, which value has as 1998 */
};

enum { DATE_TOKENS = 24 };

struct tokens {
	struct token token[DATE_TOKENS];
	size_t n;
	unsigned tail;      /* the gap after the last */
	bool approx, doubt; /* a leading ~, a trailing ? or a word for it */
};

bool date_tokens(struct str text, struct str lang, struct tokens *tokens);

#endif
