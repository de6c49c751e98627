/* translit: which system a language and a text want. */
#include <stdint.h>

#include "base/utf8.h"
#include "text/script.h"
#include "text/tag.h"
#include "text/translit.h"

/* What the letters of a text say about its language, each kind of letter a bit. */
enum {
	HAS_MK = 1,
	HAS_SR = 2,
	HAS_BG = 4,
	HAS_RU = 8,
	HAS_UK = 16,
	HAS_GREEK = 32,
	HAS_SOFT = 64,
	HAS_SOUTH = 128
};

static unsigned letter_signs(uint32_t cp)
{
	switch (cp) {
	case 0x453:
	case 0x45C:
	case 0x455: return HAS_MK; /* ѓ ќ ѕ */
	case 0x452:
	case 0x45B: return HAS_SR; /* ђ ћ */
	case 0x458:
	case 0x459:
	case 0x45A:
	case 0x45F: return HAS_SOUTH; /* ј љ њ џ */
	case 0x44A: return HAS_BG;    /* ъ */
	case 0x44B:
	case 0x44D:
	case 0x451: return HAS_RU; /* ы э ё */
	case 0x456:
	case 0x457:
	case 0x454:
	case 0x491: return HAS_UK; /* і ї є ґ */
	case 0x439:
	case 0x449:
	case 0x44C:
	case 0x44E:
	case 0x44F: return HAS_SOFT; /* й щ ь ю я */
	default: return cp >= 0x370 && cp < 0x400 ? HAS_GREEK : 0;
	}
}

static uint32_t small(uint32_t cp)
{
	if (cp >= 0x410 && cp < 0x430)
		return cp + 0x20;
	return cp >= 0x400 && cp < 0x410 ? cp + 0x50 : cp;
}

static const char *guess(struct str text)
{
	unsigned signs = 0;
	for (size_t len; text.n; text = str_from(text, len)) {
		uint32_t cp = utf8_decode(text, &len);
		if (cp >= 0x370 && cp < 0x530)
			signs |= letter_signs(small(cp));
	}
	if (signs & HAS_MK)
		return "mk";
	if (signs & (HAS_SR | HAS_SOUTH))
		return "sr";
	if (signs & HAS_UK)
		return "uk";
	if (signs & HAS_RU)
		return "ru";
	if (signs & (HAS_BG | HAS_SOFT))
		return "bg";
	return signs & HAS_GREEK ? "el" : "sr";
}

static const char *mk_system(struct str style)
{
	static const char *const styles[][2] = {
		{"icao",    "mk-ICAO"  },
                {"ascii",   "mk-common"},
                {"iso9",    "ISO9:1995"},
		{"serbian", "mk-sr"    }
        };
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (str_eq(style, str_of(styles[i][0])))
			return styles[i][1];
	return "mk-UN";
}

/* A language's system, or NULL. */
static const char *language_system(struct str lang, struct str mk_style)
{
	static const char *const known[][2] = {
		{"sr",  "sr-Latn"   },
                {"sh",  "sr-Latn"   },
                {"bs",  "sr-Latn"   },
                {"hr",  "sr-Latn"   },
		{"cnr", "cnr-Latn"  },
                {"bg",  "bg-2009"   },
                {"ru",  "ru-ICAO"   },
                {"uk",  "uk-2010"   },
		{"el",  "el-ELOT743"}
        };
	if (str_eq(lang, STR("mk")))
		return mk_system(mk_style);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(lang, str_of(known[i][0])))
			return known[i][1];
	return NULL;
}

const struct translit_system *translit_for(struct str lang, struct str mk_style, struct str text)
{
	const char *name = language_system(tag_language(lang), mk_style);
	if (!name)
		name = language_system(str_of(guess(text)), mk_style);
	return translit_find(str_of(name));
}

struct str translit_latin_style(
	struct str text, struct str lang, struct str mk_style, struct arena *arena)
{
	enum script script = script_of(text);
	if (script == SCRIPT_LATN || script == SCRIPT_NONE)
		return text;
	bool foreign;
	text = translit_some(translit_for(lang, mk_style, text), text, &foreign, arena);
	/* Letters the language does not have (a Macedonian name in a Serbian list) speak for
	 * themselves. */
	for (int more = 0; more < 2 && foreign; more++)
		text = translit_some(translit_for(STR(""), mk_style, text), text, &foreign, arena);
	return text;
}

struct str translit_latin(struct str text, struct str lang, struct arena *arena)
{
	return translit_latin_style(text, lang, STR(""), arena);
}
