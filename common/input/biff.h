/*
 * biff: the records of an old workbook, Excel 5 to 2003 ([MS-XLS]), in the stream of a compound
 * file.
 *
 * A record has a type and up to 64 KiB of data; what is longer goes on in records that continue it.
 * biff_bytes and biff_text read over these as if they were one. Text is UTF-16 or its lower halves
 * from Excel 97 on, and bytes of a code page before.
 */
#ifndef KOOP_INPUT_BIFF_H
#define KOOP_INPUT_BIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "input/charset.h"
#include "input/compound.h"

enum biff_type {
	BIFF_FORMULA = 0x06,
	BIFF_EOF = 0x0A,
	BIFF_1904 = 0x22,
	BIFF_PASSWORD = 0x2F,
	BIFF_CONTINUE = 0x3C,
	BIFF_CODE_PAGE = 0x42,
	BIFF_SHEET = 0x85,
	BIFF_NUMBERS = 0xBD,
	BIFF_RICH_TEXT = 0xD6,
	BIFF_STYLE = 0xE0,
	BIFF_STRINGS = 0xFC,
	BIFF_SHARED = 0xFD,
	BIFF_NUMBER = 0x203,
	BIFF_TEXT = 0x204,
	BIFF_TRUTH = 0x205,  /* or an error */
	BIFF_RESULT = 0x207, /* of a formula, that is text */
	BIFF_SHORT_NUMBER = 0x27E,
	BIFF_FORMAT = 0x41E,
	BIFF_BEGIN = 0x809,
};

enum { BIFF_DATA = 65535, BIFF_8 = 0x600, BIFF_5 = 0x500 };

struct biff {
	struct compound *file;
	size_t at; /* of the next record in the stream */
	unsigned type;
	unsigned char data[BIFF_DATA];
	size_t n, read;                     /* bytes of the data, and how many of them are read */
	bool short_text;                    /* bytes of a code page */
	struct charset *charset;            /* of it; NULL: they are UTF-8 */
	bool cut;                           /* a record ended before what it should hold */
	unsigned char block[BIFF_DATA + 1]; /* of the stream */
	size_t block_at, block_n;
};

/* The next record; false at the end of the stream, or where it is cut. */
bool biff_next(struct biff *b);

/* The next n bytes of the record to `to`, or passed over where it is NULL; false, and cut, when
 * there are not so many. */
bool biff_bytes(struct biff *b, void *to, size_t n);
uint32_t biff_16(struct biff *b);
uint32_t biff_32(struct biff *b);
double biff_double(struct biff *b);

/* A number of 30 bits with two flags. */
double biff_short_number(struct biff *b);

/* Adds a text whose length takes `width` bytes, 1 or 2, in UTF-8. */
void biff_text(struct biff *b, unsigned width, struct buf *to);

#endif
