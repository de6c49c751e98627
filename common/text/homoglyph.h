/*
 * homoglyph: letters of another script that only look right, put right.
 *
 * A token (letters, digits, apostrophes) in two scripts is turned to the one most of its letters
 * are in, or to the other, if all the letters that have to change have a twin of the same look and
 * case there. A token in capitals that looks the same in both scripts (TEATAP) takes the script of
 * the two tokens on either side, then of the text, unless it is a Roman numeral or a legal form as
 * it stands; without such a neighbour it stays. The twins are homoglyphs.tsv (UTS 39) without the
 * pairs that are confusable but no slips of the keyboard: r г, b Ь, l I, u υ. O(n); text in one
 * script is only looked through.
 */
#ifndef KOOP_TEXT_HOMOGLYPH_H
#define KOOP_TEXT_HOMOGLYPH_H

#include "base/arena.h"
#include "base/str.h"

enum homoglyph {
	HOMOGLYPH_NONE,
	HOMOGLYPH_MENDED, /* something was put right */
	HOMOGLYPH_MIXED,  /* a token is in two scripts and cannot be */
};

/* Valid UTF-8 in NFC; the text itself where nothing changes. *what may be both at once: then MIXED.
 */
struct str homoglyph_mend(struct str s, enum homoglyph *what, struct arena *arena);

#endif
