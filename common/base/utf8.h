/*
 * utf8: validity, decoding and encoding of UTF-8 (RFC 3629).
 *
 * utf8_valid runs at several GB/s: vector code where the processor has it (the range look-up of
 * Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021), plain C
 * elsewhere.
 */
#ifndef KOOP_BASE_UTF8_H
#define KOOP_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { UTF8_MAX_BYTES = 4 };

/* No overlong forms, no surrogates, nothing above U+10FFFF. NUL is valid here. */
bool utf8_valid(struct str s);

/* The same by one of the forms, for tests; false when the processor cannot. */
enum utf8_form { UTF8_PLAIN, UTF8_AVX2, UTF8_AVX512 };

bool utf8_valid_by(enum utf8_form form, struct str s, bool *valid);

/*
 * The plain C form of utf8_valid; tests compare them all. Returns how many bytes are valid: s.n if
 * all.
 */
size_t utf8_valid_prefix(struct str s);

/*
 * The code point at s.p, and how many bytes it takes in *len (1 to 4). s.n must not be 0.
 * Where the bytes are not UTF-8: U+FFFD with *len 1.
 */
uint32_t utf8_decode(struct str s, size_t *len);

/* Writes a code point (not a surrogate, at most U+10FFFF); returns the number of bytes, 1 to 4. */
size_t utf8_encode(uint32_t cp, char out[static UTF8_MAX_BYTES]);

/* Replaces control bytes (C0, DEL, C1) and bytes that are not UTF-8 by '?', in place. */
void utf8_make_printable(char *p, size_t n);

/* The number of code points of valid UTF-8. */
size_t utf8_length(struct str s);

#endif
