#include <stdint.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/unicode.h"

/*
 * What a byte says about NFC and about cleaning, as bits that are collected. U+0080 to U+02FF and
 * Cyrillic (leads below 0xCC, and 0xD0 0xD1) are in NFC whatever stands around them, as long as no
 * combining mark does; marks have leads of their own. So for nearly all text of the region the
 * answer needs no table of Unicode. Punctuation (0xE2), Latin 1 signs (0xC2) and Greek (0xCE) are
 * looked at more closely.
 */
enum {
	BLANK = 1,
	CONTROL = 2,
	LATIN1 = 4,       /* with the no-break space and the soft hyphen */
	GREEK = 8,        /* in NFC but for U+0387 */
	PUNCTUATION = 16, /* dashes and quotes are plain, spaces and invisible signs are not */
	UNKNOWN = 32,
};

static const uint8_t byte_class[256] = {
	[0x00 ... 0x1F] = CONTROL,
	[' '] = BLANK,
	[0x7F] = CONTROL,
	[0xC2] = LATIN1,
	[0xCC ... 0xCD] = UNKNOWN,
	[0xCE] = GREEK,
	[0xD2 ... 0xE1] = UNKNOWN,
	[0xE2] = PUNCTUATION,
	[0xE3 ... 0xFF] = UNKNOWN,
};

/* The classes of all bytes. */
static unsigned classes(struct str s)
{
	unsigned all = 0;
	for (size_t i = 0; i < s.n; i++)
		all |= byte_class[(unsigned char)s.p[i]];
	return all;
}

/* Whether all code points with these leads are such that neither NFC nor cleaning changes them. */
static bool are_plain(struct str s, unsigned leads)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	for (; p < end; p++) {
		switch (byte_class[*p] & leads) {
		case LATIN1:
			if (end - p < 2 || p[1] == 0xA0 || p[1] == 0xAD)
				return false;
			break;
		case GREEK:
			if (end - p < 2 || p[1] == 0x87)
				return false;
			break;
		case PUNCTUATION: /* U+2010 to U+2027 and U+2030 to U+203F */
			if (end - p < 3 || p[1] != 0x80 || p[2] < 0x90 ||
				(p[2] > 0xA7 && p[2] < 0xB0))
				return false;
			break;
		default: break;
		}
	}
	return true;
}

static bool is_nfc_certainly(struct str s)
{
	unsigned all = classes(s), leads = GREEK | PUNCTUATION;
	return !(all & UNKNOWN) && (!(all & leads) || are_plain(s, leads));
}

static bool has_double_blanks(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] == ' ' && s.p[i - 1] == ' ')
			return true;
	return false;
}

/*
 * The same question for 16 bytes at once, for bytes that are beyond doubt: ASCII without control
 * characters, what follows a lead, and the leads of plain code points. Two blanks in a row are
 * found by looking at the bytes again, one further on. Each comparison gives all ones where it
 * holds.
 */
typedef uint8_t bytes16 __attribute__((vector_size(16)));
enum { VECTOR = sizeof(bytes16) };

static bool is_simple(const char *p)
{
	bytes16 v, next;
	uint64_t odd[2];
	memcpy(&v, p, VECTOR);
	memcpy(&next, p + 1, VECTOR);
	__auto_type bad = (v < 0x20) | (v == 0x7F) | (v == 0xC2) |
	                  ((v >= 0xCC) & (v != 0xD0) & (v != 0xD1)) | ((v == ' ') & (next == ' '));
	memcpy(odd, &bad, sizeof odd);
	return (odd[0] | odd[1]) == 0;
}

/*
 * The same for eight bytes of ASCII: below 0x20 a subtraction borrows, 0x7F overflows an addition,
 * and two blanks are two zeros side by side. The highest bit of a byte tells.
 */
static bool is_simple_word(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101u, high = ones << 7;
	uint64_t blanks = w ^ ones * ' ';
	uint64_t odd = w | (w - ones * 0x20) | (w + ones);
	blanks = ~((blanks + (high - ones)) | blanks);
	return !((odd | (blanks & blanks << 8)) & high);
}

/* Byte by byte, for what is shorter, or no ASCII. */
static bool are_simple_bytes(struct str s)
{
	unsigned all = 0, twice = 0, before = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned class = byte_class[(unsigned char)s.p[i]];
		all |= class;
		twice |= class & before;
		before = class;
	}
	return !((all & ~(unsigned)BLANK) | twice);
}

/* A vector and the byte behind it are too long for it: two words that overlap. */
static bool are_simple_few(struct str s)
{
	uint64_t first, last;
	if (s.n < sizeof first || s.n == VECTOR)
		return are_simple_bytes(s);
	memcpy(&first, s.p, sizeof first);
	memcpy(&last, s.p + s.n - sizeof last, sizeof last);
	return (is_simple_word(first) && is_simple_word(last)) || are_simple_bytes(s);
}

static bool are_simple(struct str s)
{
	if (s.n <= VECTOR)
		return are_simple_few(s);
	for (size_t i = 0; i + VECTOR < s.n; i += VECTOR)
		if (!is_simple(s.p + i))
			return false;
	return is_simple(s.p + s.n - VECTOR - 1) && byte_class[(unsigned char)s.p[s.n - 1]] == 0;
}

static bool is_clean_certainly(struct str s)
{
	if (s.n == 0)
		return true;
	if (s.p[0] == ' ' || s.p[s.n - 1] == ' ')
		return false;
	if (are_simple(s))
		return true;
	unsigned all = classes(s), leads = GREEK | PUNCTUATION | LATIN1;
	if (all & (UNKNOWN | CONTROL) || (all & BLANK && has_double_blanks(s)))
		return false;
	return !(all & leads) || are_plain(s, leads);
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
	struct str changed = {out, n};
	return str_eq(changed, s) ? s : changed;
}

struct str text_lower(struct str s, struct arena *arena)
{
	return change_case(s, unicode_lower, arena);
}

struct str text_upper(struct str s, struct arena *arena)
{
	return change_case(s, unicode_upper, arena);
}
