/*
 * guess: which encoding the bytes of a file are in.
 *
 * A census counts pairs of neighbouring bytes over all the bytes it is given, so a file of any size
 * is judged whole in 0.5 MB of memory. The judgement goes, in this order: byte order mark; NULs and
 * other high halves of UTF-16 units at offsets of one parity; strict UTF-8 with a character beyond
 * ASCII; seven-bit bytes (ASCII, or YUSCII by text/yuscii.h); else every code
 * page of the region is scored by what its reading would look like: letters of the region's
 * alphabets inside words speak for it, the more the more of them one language has, and so do vowels
 * and consonants that take turns; undefined bytes, control codes, symbols between letters, a
 * capital behind a small letter and two scripts in one word speak against it. A guess that is not
 * clearly better than the next different reading, or is not nearly free of what speaks against a
 * reading, is not `sure`, and the caller asks. So it is where as much of the bytes is UTF-8 as is
 * not, and where seven-bit text is short, or may be Latin or Cyrillic.
 */
#ifndef KOOP_INPUT_GUESS_H
#define KOOP_INPUT_GUESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/yuscii.h"

struct census {
	uint64_t bytes;
	uint64_t nuls[2];       /* at even and at odd offsets */
	uint64_t lows[2];       /* bytes that may be the high half of a UTF-16 unit, likewise */
	uint32_t (*pairs)[256]; /* pairs[a][b]: how often b follows a; allocated on first use */
	unsigned char last;     /* the byte before the next one */
	unsigned char head[4];  /* the first bytes */
	unsigned tail_wanted;   /* UTF-8: continuation bytes still to come */
	unsigned char tail_low, tail_high; /* the bounds of the next one */
	uint64_t utf8_good, utf8_bad; /* characters beyond ASCII, and bytes that are part of none */
	bool high_seen;
	struct yuscii_count yuscii; /* of text that is seven-bit so far */
};

/* A zeroed census is empty. Adds n bytes that follow those added before; O(n). */
void census_add(struct census *c, const void *bytes, size_t n);
void census_release(struct census *c);

struct guess {
	const char *encoding; /* a name for -e: UTF-8, UTF-16LE, windows-1250 … */
	const char *rival;    /* the next best that reads the bytes otherwise, or NULL */
	bool sure;
};

struct guess census_guess(const struct census *c);

#endif
