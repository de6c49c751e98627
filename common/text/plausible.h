/*
 * plausible: how likely a reading of bytes as text is, from what its characters are.
 *
 * Each pair of neighbouring characters says something, in tenths: letters of the languages of the
 * region speak for a reading, in the order of how often they occur in running text; letters of
 * others, control codes, symbols beside letters, a capital behind a small letter and two scripts in
 * one word against it. ASCII says nothing by itself.
 */
#ifndef KOOP_TEXT_PLAUSIBLE_H
#define KOOP_TEXT_PLAUSIBLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum plausible_kind {
	PLAUSIBLE_NONE,
	PLAUSIBLE_LATIN,
	PLAUSIBLE_CYRILLIC,
	PLAUSIBLE_GREEK,
	PLAUSIBLE_MARK,
	PLAUSIBLE_SYMBOL,
};

struct plausible {
	int8_t weight;
	uint8_t kind; /* enum plausible_kind */
	bool small;
};

/* A code point that no byte stands for is CODEPAGE_UNDEFINED (text/codepage.h). O(1). */
struct plausible plausible_character(uint32_t cp);

static inline bool plausible_is_letter(struct plausible c)
{
	return c.kind >= PLAUSIBLE_LATIN && c.kind <= PLAUSIBLE_GREEK;
}

/* What `now` behind `before` says. */
int plausible_pair(struct plausible before, struct plausible now);

/* Whether something speaks against the text: a pair of neighbours, one of them beyond ASCII, says
 * less than nothing. O(n), with a table for all pairs. */
bool plausible_is_doubtful(struct str s);

#endif
