/*
 * Whatever valid text is cleaned, folded, transliterated or keyed, the result is valid UTF-8;
 * cleaning and folding change nothing the second time; a key of a text with a letter or digit is
 * not empty; name_describe agrees with the functions one by one.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/mojibake.h"
#include "text/script.h"
#include "text/text.h"
#include "text/token.h"
#include "text/translit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void check_clean(struct str s, struct arena *arena)
{
	struct str clean = text_clean(s, arena), fold = text_fold(s, arena);
	must(utf8_valid(clean) && str_eq(text_clean(clean, arena), clean));
	must(utf8_valid(fold) && str_eq(text_fold(fold, arena), fold));
	must(str_eq(text_nfc(clean, arena), clean));
	must(utf8_valid(text_lower(s, arena)) && utf8_valid(text_upper(s, arena)));
}

static void check_translit(struct str s, struct arena *arena)
{
	static const char *const systems[] = {"sr-Latn", "cnr-Latn", "mk-UN", "mk-ICAO", "mk-sr",
		"ISO9:1995", "bg-2009", "ru-ICAO", "uk-2010", "el-ELOT743"};
	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
		must(utf8_valid(translit(translit_find(str_of(systems[i])), s, arena)));
	must(utf8_valid(translit_cyrillic(s, arena)));
	struct str latin = translit_latin(s, STR(""), arena);
	must(utf8_valid(latin) && (script_of(s) != SCRIPT_LATN || latin.p == s.p));
}

static void check_homoglyph(struct str s, struct arena *arena)
{
	enum homoglyph what;
	struct str mended = homoglyph_mend(s, &what, arena);
	must(utf8_valid(mended) && utf8_length(mended) == utf8_length(s));
	must(what != HOMOGLYPH_NONE || mended.p == s.p);
}

static bool has_letter_or_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			return true;
	}
	return false;
}

static void check_key(struct str s, struct arena *arena)
{
	struct name_facts facts;
	struct str name = text_clean(s, arena), key = name_key(name, STR(""), STR("MK"), arena);
	must(utf8_valid(key) && (key.n || name.n == 0));
	must(!has_letter_or_digit(name) || key.n);
	name_describe(name, STR(""), STR("MK"), STR(""), NULL, &facts, arena);
	must(str_eq(facts.key, key) && str_eq(facts.lang, name_lang(name)) &&
		facts.script == script_of(name));
	must(str_eq(facts.latin, translit_latin(name, facts.lang, arena)));
}

/* What is known of a name's words changes nothing, whichever names were there before. */
static void check_tokens(struct str s, struct arena *arena)
{
	static const struct str from[][2] = {
		{STR_CONST(""),   STR_CONST("MK")},
		{STR_CONST("sr"), STR_CONST("RS")},
		{STR_CONST(""),   STR_CONST("")  },
		{STR_CONST("mk"), STR_CONST("")  },
		{STR_CONST("bg"), STR_CONST("BG")},
	};
	static struct tokens tokens;
	struct name_facts with, without;
	struct token_row row;
	struct str name = text_clean(s, arena);
	if (!token_row_read(&row, &tokens, name))
		return;
	must(!row.sound || !mojibake_is_suspect(name));
	for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
		name_describe(name, from[i][0], from[i][1], STR(""), NULL, &without, arena);
		name_describe(name, from[i][0], from[i][1], STR(""), &row, &with, arena);
		must(str_eq(with.key, without.key) && str_eq(with.latin, without.latin) &&
			str_eq(with.lang, without.lang) && with.script == without.script &&
			str_eq(with.legal_form, without.legal_form));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct str s = {(const char *)data, size};
	if (utf8_valid(s)) {
		check_clean(s, &arena);
		check_translit(s, &arena);
		check_homoglyph(s, &arena);
		check_key(s, &arena);
		check_tokens(s, &arena);
	}
	arena_release(&arena);
	return 0;
}
