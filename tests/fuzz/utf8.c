/*
 * The vector and the plain validation of UTF-8 agree, and decoding what is valid and encoding it
 * again gives the same bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(struct str s)
{
	char bytes[UTF8_MAX_BYTES];
	size_t points = 0, len;
	for (struct str rest = s; rest.n; rest = str_from(rest, len), points++) {
		uint32_t cp = utf8_decode(rest, &len);
		struct str again = {bytes, utf8_encode(cp, bytes)};
		if (!str_eq(again, str_head(rest, len)))
			abort();
	}
	if (points != utf8_length(s))
		abort();
}

static void check_printable(struct str s)
{
	char *copy = malloc(s.n + 1);
	if (!copy)
		return;
	if (s.n)
		memcpy(copy, s.p, s.n);
	utf8_make_printable(copy, s.n);
	if (!utf8_valid((struct str){copy, s.n}))
		abort();
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)copy[i] < 0x20 || copy[i] == 0x7F)
			abort();
	free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = {(const char *)data, size};
	size_t good = utf8_valid_prefix(s);
	if (good > size || utf8_valid(s) != (good == size) || !utf8_valid(str_head(s, good)))
		abort();
	check_round_trip(str_head(s, good));
	check_printable(s);
	return 0;
}
