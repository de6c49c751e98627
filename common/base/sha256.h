/*
 * sha256: the hash of FIPS 180-4, for pages that name the scripts they may run.
 */
#ifndef KOOP_BASE_SHA256_H
#define KOOP_BASE_SHA256_H

#include "base/str.h"

enum { SHA256_BASE64 = 45 };

/* The hash of s in base64 (RFC 4648), NUL-ended. */
void sha256_base64(struct str s, char text[static SHA256_BASE64]);

#endif
