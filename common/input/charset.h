/*
 * charset: bytes of any encoding to UTF-8, in pieces.
 *
 * Strict: a byte that means nothing in the encoding is neither dropped nor replaced. It is written
 * as a mark of three bytes that no UTF-8 text holds (0xFF, then its high and low half), so that the
 * row it stands in is found to be bad, and the byte can be shown later (input/rejects.h). A
 * sequence that is cut at the end of a piece waits for the next one. Conversion is iconv's, and for
 * YUSCII, YUSCII-CYRILLIC and YUSCII-MACEDONIAN text/yuscii.h's.
 */
#ifndef KOOP_INPUT_CHARSET_H
#define KOOP_INPUT_CHARSET_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

enum { CHARSET_MARK = 0xFF, CHARSET_MARK_BYTES = 3 };

struct charset;

/* NULL when the encoding is not known. */
struct charset *charset_open(const char *name);

/* Is it a name of UTF-8 itself, which needs no conversion? */
bool charset_is_utf8(const char *name);

/* Adds the text of the bytes to *out. */
void charset_convert(struct charset *c, struct str bytes, struct buf *out);

/* The end of the bytes: what still waits cannot be completed. */
void charset_end(struct charset *c, struct buf *out);

void charset_close(struct charset *c);

/* A byte order mark. */
struct charset_bom {
	size_t n;         /* how many bytes it takes, 0 for none */
	const char *name; /* the encoding it stands for */
};

struct charset_bom charset_bom(struct str start);

#endif
