#include <stdint.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/unicode.h"

/*
 * What a lead byte says about NFC and about cleaning. U+0080 to U+02FF and Cyrillic (leads below
 * 0xCC, and 0xD0 0xD1) are in NFC whatever stands around them, as long as no combining mark does;
 * marks have leads of their own. So for nearly all text of the region the answer needs no table of
 * Unicode.
 */
enum byte_class {
	PLAIN,
	BLANK,
	CONTROL,
	LATIN1,      /* 0xC2: U+0080 to U+00BF, with the no-break space and the soft hyphen */
	GREEK,       /* 0xCE: NFC but for U+0387 */
	PUNCTUATION, /* 0xE2: dashes and quotes are plain, spaces and invisible signs not */
	UNKNOWN,
};

static enum byte_class byte_class(unsigned char c)
{
	if (c == ' ')
		return BLANK;
	if (c < 0x20 || c == 0x7F)
		return CONTROL;
	if (c == 0xC2)
		return LATIN1;
	if (c == 0xCE)
		return GREEK;
	if (c == 0xE2)
		return PUNCTUATION;
	if (c < 0xCC || c == 0xCF || c == 0xD0 || c == 0xD1)
		return PLAIN;
	return UNKNOWN;
}

/* U+2010 to U+2027 and U+2030 to U+203F. */
static bool is_plain_punctuation(const unsigned char *p, size_t n)
{
	return n >= 3 && p[1] == 0x80 &&
	       ((p[2] >= 0x90 && p[2] <= 0xA7) || (p[2] >= 0xB0 && p[2] <= 0xBF));
}

static bool is_nfc_certainly(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	for (; p < end; p++) {
		if (*p < 0xCC)
			continue;
		switch (byte_class(*p)) {
		case GREEK:
			if (end - p < 2 || p[1] == 0x87)
				return false;
			break;
		case PUNCTUATION:
			if (!is_plain_punctuation(p, (size_t)(end - p)))
				return false;
			break;
		case UNKNOWN: return false;
		default: break;
		}
	}
	return true;
}

/* Whether cleaning changes nothing, as far as the bytes alone can tell. */
static bool is_clean_certainly(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	if (s.n && (*p == ' ' || end[-1] == ' '))
		return false;
	for (; p < end; p++) {
		if (*p > 0x20 && *p < 0x7F)
			continue;
		switch (byte_class(*p)) {
		case PLAIN: break;
		case BLANK:
			if (p[1] == ' ') /* never the last byte */
				return false;
			break;
		case LATIN1:
			if (end - p < 2 || p[1] == 0xA0 || p[1] == 0xAD)
				return false;
			break;
		case GREEK:
			if (end - p < 2 || p[1] == 0x87)
				return false;
			break;
		case PUNCTUATION:
			if (!is_plain_punctuation(p, (size_t)(end - p)))
				return false;
			break;
		default: return false;
		}
	}
	return true;
}

struct str text_nfc(struct str s, struct arena *arena)
{
	return is_nfc_certainly(s) ? s : unicode_nfc(s, arena);
}

static bool is_space(uint32_t cp)
{
	return cp == ' ' || (cp >= 0x09 && cp <= 0x0D) || cp == 0x85 || cp == 0xA0 ||
	       cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

/* Signs without a shape that only disturb comparing, and control characters. C1 stays: it may be
 * mojibake. */
static bool is_invisible(uint32_t cp)
{
	return cp < 0x20 || cp == 0x7F || cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) ||
	       cp == 0x2060 || cp == 0xFEFF;
}

static struct str clean_spaces(struct str s, struct arena *arena)
{
	char *out = arena_alloc(arena, s.n + 1, 1);
	size_t n = 0, len;
	bool blank = false;
	for (; s.n; s = str_from(s, len)) {
		uint32_t cp = utf8_decode(s, &len);
		if (is_space(cp)) {
			blank = n > 0;
		} else if (!is_invisible(cp)) {
			if (blank)
				out[n++] = ' ';
			blank = false;
			memcpy(out + n, s.p, len);
			n += len;
		}
	}
	return (struct str){out, n};
}

struct str text_clean(struct str s, struct arena *arena)
{
	if (is_clean_certainly(s))
		return s;
	struct str spaced = clean_spaces(s, arena);
	struct str clean = text_nfc(spaced, arena);
	return str_eq(clean, s) ? s : clean;
}

/* A simple mapping may take one byte more than its letter (Ⱥ ⱥ), never two. */
static struct str change_case(struct str s, uint32_t (*map)(uint32_t), struct arena *arena)
{
	char *out = arena_alloc(arena, s.n + s.n / 2 + UTF8_MAX_BYTES, 1);
	size_t n = 0, len;
	for (struct str rest = s; rest.n; rest = str_from(rest, len))
		n += utf8_encode(map(utf8_decode(rest, &len)), out + n);
	return (struct str){out, n};
}

struct str text_lower(struct str s, struct arena *arena)
{
	return change_case(s, unicode_lower, arena);
}

struct str text_upper(struct str s, struct arena *arena)
{
	return change_case(s, unicode_upper, arena);
}
