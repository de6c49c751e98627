#include "base/utf8.h"
#include "text/script.h"
#include "text/unicode.h"

enum script script_of_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z' ? SCRIPT_LATN : SCRIPT_NONE;
	if (cp >= 0x400 && cp < 0x530)
		return cp >= 0x482 && cp <= 0x489 ? SCRIPT_NONE : SCRIPT_CYRL;
	if (!unicode_is_letter(unicode_kind(cp)) || (cp >= 0x2B0 && cp < 0x2E5) || cp == 0xB5)
		return SCRIPT_NONE;
	if (cp < 0x2B0 || (cp >= 0x1E00 && cp < 0x1F00))
		return SCRIPT_LATN;
	if ((cp >= 0x370 && cp < 0x400) || (cp >= 0x1F00 && cp < 0x2000))
		return SCRIPT_GREK;
	if (cp >= 0x2DE0 && cp < 0x2E00)
		return SCRIPT_CYRL;
	return cp >= 0x2100 && cp < 0x2190 ? SCRIPT_NONE : SCRIPT_OTHER;
}

/*
 * What the first byte of a code point alone tells, as bits that are collected: the script (0xD0 and
 * 0xD1 lead nothing but Cyrillic letters, 0xC4 to 0xC9 nothing but Latin ones), or that the text
 * must be decoded. Bytes that are not first tell nothing.
 */
enum { IS_LATN = 1, IS_CYRL = 2, IS_OTHER = 4 };
static const uint8_t script_of_byte[256] = {
	['A' ... 'Z'] = IS_LATN,
	['a' ... 'z'] = IS_LATN,
	[0xC2 ... 0xC3] = IS_OTHER,
	[0xC4 ... 0xC9] = IS_LATN,
	[0xCA ... 0xCF] = IS_OTHER,
	[0xD0 ... 0xD1] = IS_CYRL,
	[0xD2 ... 0xFF] = IS_OTHER,
};

static enum script script_of_letters(struct str s)
{
	enum script seen = SCRIPT_NONE;
	for (size_t len; s.n; s = str_from(s, len)) {
		enum script now = script_of_letter(utf8_decode(s, &len));
		if (now == SCRIPT_NONE || now == seen)
			continue;
		if (seen != SCRIPT_NONE)
			return SCRIPT_MIXED;
		seen = now;
	}
	return seen;
}

enum script script_of(struct str s)
{
	unsigned seen = 0;
	for (size_t i = 0; i < s.n; i++)
		seen |= script_of_byte[(unsigned char)s.p[i]];
	switch (seen) {
	case 0: return SCRIPT_NONE;
	case IS_LATN: return SCRIPT_LATN;
	case IS_CYRL: return SCRIPT_CYRL;
	case IS_LATN | IS_CYRL: return SCRIPT_MIXED;
	default: return script_of_letters(s);
	}
}

struct str script_code(enum script script)
{
	static const struct str codes[] = {
		[SCRIPT_NONE] = STR_CONST(""),
		[SCRIPT_LATN] = STR_CONST("Latn"),
		[SCRIPT_CYRL] = STR_CONST("Cyrl"),
		[SCRIPT_GREK] = STR_CONST("Grek"),
		[SCRIPT_MIXED] = STR_CONST("Zyyy"),
		[SCRIPT_OTHER] = STR_CONST("Zzzz"),
	};
	return codes[script];
}
