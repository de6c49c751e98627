#include <stdint.h>

#include "base/utf8.h"
#include "text/script.h"
#include "text/unicode.h"

static enum script script_of_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z' ? SCRIPT_LATN : SCRIPT_NONE;
	if (cp >= 0x400 && cp < 0x530)
		return cp >= 0x482 && cp <= 0x489 ? SCRIPT_NONE : SCRIPT_CYRL;
	if (!unicode_is_letter(unicode_kind(cp)))
		return SCRIPT_NONE;
	if (cp < 0x250 || (cp >= 0x1E00 && cp < 0x1F00))
		return SCRIPT_LATN;
	if ((cp >= 0x370 && cp < 0x400) || (cp >= 0x1F00 && cp < 0x2000))
		return SCRIPT_GREK;
	if (cp >= 0x2DE0 && cp < 0x2E00)
		return SCRIPT_CYRL;
	return (cp >= 0x2B0 && cp < 0x2E5) || (cp >= 0x2100 && cp < 0x2190) ? SCRIPT_NONE
	                                                                    : SCRIPT_OTHER;
}

enum script script_of(struct str s)
{
	enum script seen = SCRIPT_NONE;
	size_t len;
	for (; s.n; s = str_from(s, len)) {
		enum script now = script_of_letter(utf8_decode(s, &len));
		if (now == SCRIPT_NONE || now == seen)
			continue;
		if (seen != SCRIPT_NONE)
			return SCRIPT_MIXED;
		seen = now;
	}
	return seen;
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
