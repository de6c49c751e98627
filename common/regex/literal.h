/*
 * literal: a text that whatever a pattern matches must contain (inside common/regex only).
 *
 * Most values do not match; most of them do not even hold the letters that the pattern spells out.
 * Looking for these with vector instructions (AVX-512; elsewhere there is no literal, and the
 * pattern alone decides) answers in a few nanoseconds.
 */
#ifndef KOOP_REGEX_LITERAL_H
#define KOOP_REGEX_LITERAL_H

#include <stdbool.h>

#include "base/str.h"

enum { LITERAL_MAX = 32 };

struct literal {
	unsigned char bytes[LITERAL_MAX]; /* small letters when caseless */
	size_t n;                         /* 0: nothing is known */
	bool caseless;
};

/*
 * The longest run of plain characters that every match holds, as far as that can be seen in a
 * simple pattern; none where there are alternatives outside of groups, into which it does not look.
 * Without regard to case only ASCII letters that have no relative outside of ASCII (not k, not s),
 * digits and blanks count.
 */
struct literal literal_of(struct str pattern, bool caseless);

/* Can this processor look for literals? */
bool literal_usable(void);

/* Where in the text the literal may stand first, or text.n. Never behind the place where it does;
 * perhaps where it does not. */
size_t literal_find(const struct literal *literal, struct str text);

#endif
