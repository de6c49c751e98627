/*
 * shortened: headings whose words are cut short, "God. osn." for "godina osnivanja".
 *
 * A word with a dot behind it stands for any word that begins with it, two letters at least; one of
 * two letters also for one that has both in their order and begins with the first ("nr." for
 * "numri"). A heading has two to SHORTENED_WORDS words, and at least one of them has a dot.
 */
#ifndef KOOP_TERM_SHORTENED_H
#define KOOP_TERM_SHORTENED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { SHORTENED_WORDS = 8 };

struct shortened {
	struct str word[SHORTENED_WORDS]; /* folded (text_fold) */
	bool dot[SHORTENED_WORDS];
	size_t n;
};

/* False when the heading has no such shape. */
bool shortened_split(struct str heading, struct shortened *s, struct arena *arena);

/* Does it stand for the folded form? O(length). */
bool shortened_is(const struct shortened *s, struct str form);

#endif
