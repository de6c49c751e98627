#include <utf8proc.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/unicode.h"

enum unicode_kind unicode_kind(uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT: return UNICODE_UPPER;
	case UTF8PROC_CATEGORY_LL: return UNICODE_LOWER;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO: return UNICODE_LETTER;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO: return UNICODE_DIGIT;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME: return UNICODE_MARK;
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO: return UNICODE_SYMBOL;
	default: return UNICODE_OTHER;
	}
}

uint32_t unicode_lower(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 0x20 : cp;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t unicode_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' && cp <= 'z' ? cp - 0x20 : cp;
	/* utf8proc gives ẞ for ß, which has no simple upper case in Unicode and is no capital in
	 * use. */
	return cp == 0xDF ? cp : (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

size_t unicode_decompose(uint32_t cp, uint32_t out[static UNICODE_DECOMPOSED_MAX])
{
	utf8proc_int32_t parts[UNICODE_DECOMPOSED_MAX];
	int boundclass = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts,
		UNICODE_DECOMPOSED_MAX, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundclass);
	if (n < 0 || n > UNICODE_DECOMPOSED_MAX) {
		out[0] = cp;
		return 1;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		out[i] = (uint32_t)parts[i];
	return (size_t)n;
}

/*
 * utf8proc_map would allocate; decomposing into the arena and encoding back over it does not. A
 * canonical decomposition has at most three times the code points (U+1F82 and its like: four from
 * three bytes).
 */
struct str unicode_nfc(struct str s, struct arena *arena)
{
	size_t room = 4 * s.n + 8;
	utf8proc_int32_t *cps = arena_alloc(arena, room, sizeof *cps);
	utf8proc_ssize_t n =
		utf8proc_decompose((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, cps,
			(utf8proc_ssize_t)room - 1, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0 || (size_t)n >= room)
		return arena_str(arena, s);
	n = utf8proc_normalize_utf32(cps, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	char *out = (char *)
		cps; /* a code point never takes more bytes than its slot: read before written */
	size_t at = 0;
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		char bytes[UTF8_MAX_BYTES];
		size_t len = utf8_encode((uint32_t)cps[i], bytes);
		memcpy(out + at, bytes, len);
		at += len;
	}
	return (struct str){out, at};
}
