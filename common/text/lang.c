#include <ctype.h>
#include <pthread.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/mem.h"
#include "text/lang.h"
#include "text/unicode.h"
#include "text/words.h"
#include "vocab/vocab.h"

/* The languages a name may speak for, each a bit. */
#define LANGUAGES(X)                                                                               \
	X(sr)                                                                                      \
	X(hr) X(bs) X(mk) X(sl) X(sq) X(bg) X(ru) X(uk) X(el) X(ro) X(tr) X(hu) X(en) X(de) X(it)

#define BIT(lang) BIT_##lang,
enum { LANGUAGES(BIT) LANGUAGE_COUNT };
#undef BIT

#define MASK(lang) MASK_##lang = 1 << BIT_##lang,
enum {
	LANGUAGES(MASK) MASK_ALL = (1 << LANGUAGE_COUNT) - 1,
	MASK_SH = MASK_sr | MASK_hr | MASK_bs, /* one language in the vocabularies */
};
#undef MASK

enum { WORD_LEAST = 4 }; /* bytes; shorter words are common to too many languages */

/* The languages that have a letter. */
static const struct {
	uint32_t lower;
	unsigned languages;
} letters[] = {
	{0x453, MASK_mk                    },
        {0x45C, MASK_mk                    },
        {0x455, MASK_mk                    }, /* ѓ ќ ѕ */
	{0x452, MASK_sr                    },
        {0x45B, MASK_sr                    }, /* ђ ћ */
	{0x458, MASK_sr | MASK_mk          },
        {0x459, MASK_sr | MASK_mk          }, /* ј љ */
	{0x45A, MASK_sr | MASK_mk          },
        {0x45F, MASK_sr | MASK_mk          }, /* њ џ */
	{0x439, MASK_bg | MASK_ru | MASK_uk},
        {0x449, MASK_bg | MASK_ru | MASK_uk}, /* й щ */
	{0x44C, MASK_bg | MASK_ru | MASK_uk},
        {0x44E, MASK_bg | MASK_ru | MASK_uk}, /* ь ю */
	{0x44F, MASK_bg | MASK_ru | MASK_uk},
        {0x44A, MASK_bg | MASK_ru          }, /* я ъ */
	{0x44B, MASK_ru                    },
        {0x44D, MASK_ru                    },
        {0x451, MASK_ru                    }, /* ы э ё */
	{0x456, MASK_uk                    },
        {0x457, MASK_uk                    },
        {0x454, MASK_uk                    },
        {0x491, MASK_uk                    }, /* і ї є ґ */
	{0xEB,  MASK_sq                    },
        {0xE7,  MASK_sq | MASK_tr          }, /* ë ç */
	{0x219, MASK_ro                    },
        {0x21B, MASK_ro                    },
        {0x103, MASK_ro                    },
        {0x163, MASK_ro                    }, /* ș ț ă ţ */
	{0x15F, MASK_ro | MASK_tr          },
        {0x11F, MASK_tr                    },
        {0x131, MASK_tr                    }, /* ş ğ ı */
	{0x151, MASK_hu                    },
        {0x171, MASK_hu                    }, /* ő ű */
	{0xF6,  MASK_hu | MASK_tr | MASK_de},
        {0xFC,  MASK_hu | MASK_tr | MASK_de}, /* ö ü */
	{0xDF,  MASK_de                    },
        {0xE4,  MASK_de                    }, /* ß ä */
	{0x107, MASK_SH                    },
        {0x111, MASK_SH                    }, /* ć đ */
	{0x10D, MASK_SH | MASK_sl          },
        {0x161, MASK_SH | MASK_sl          },
	{0x17E, MASK_SH | MASK_sl          }, /* č š ž */
};

/* For every code point the languages that have it, where not all do; 0 elsewhere. */
enum { LETTERS_END_CP = 0x500 };
static unsigned letter_languages[LETTERS_END_CP];

/*
 * The known words by their hash alone, so that the table is small enough to stay in the cache: a
 * word of no vocabulary meets the 44 bits of one of three thousand once in billions of times.
 */
struct slot {
	uint32_t print;     /* the upper half of the hash, at least 1; 0: the slot is empty */
	uint32_t languages; /* that have the word */
};
static struct slot *slots;
static size_t slot_mask;

static unsigned mask_of(struct str lang)
{
#define NAME(lang) STR_CONST(#lang),
	static const struct str names[] = {LANGUAGES(NAME)};
#undef NAME
	if (str_eq(lang, STR("sh")) || str_eq(lang, STR("cnr")))
		return MASK_SH;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (str_eq(lang, names[i]))
			return 1u << i;
	return 0;
}

/* Letters of two scripts that look the same in Latin are two words. */
static uint64_t word_hash(struct str word, unsigned flags)
{
	uint64_t script = flags & (LETTER_CYRILLIC | LETTER_GREEK);
	return hash_bytes(word) ^ script * 0x9E3779B97F4A7C15u;
}

/* The slot that a word has or should have. */
static struct slot *slot_of(uint64_t hash)
{
	uint32_t print = (uint32_t)(hash >> 32) | 1;
	size_t i = hash & slot_mask;
	while (slots[i].print && slots[i].print != print)
		i = (i + 1) & slot_mask;
	return &slots[i];
}

static void add_word(struct str form, unsigned mask, struct arena *arena)
{
	struct words w;
	words_split(&w, form, arena);
	if (w.n != 1 || w.word[0].n < WORD_LEAST || mask == 0 || isdigit((unsigned char)w.text[0]))
		return;
	uint64_t hash = word_hash(words_get(&w, 0), w.flags);
	struct slot *slot = slot_of(hash);
	slot->print = (uint32_t)(hash >> 32) | 1;
	slot->languages |= mask;
}

static void make_letters(void)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		uint32_t upper = unicode_upper(letters[i].lower);
		letter_languages[letters[i].lower] = letters[i].languages;
		if (upper >= 0x80 && upper < LETTERS_END_CP)
			letter_languages[upper] = letters[i].languages;
	}
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make(void)
{
	static const enum vocab_id tables[] = {VOCAB_orgwords, VOCAB_legal_forms};
	struct arena arena = {0};
	size_t room = 64, rows = vocab_table(tables[0])->nrows + vocab_table(tables[1])->nrows;
	while (room < 2 * rows)
		room *= 2;
	slots = mem_zero(room, sizeof *slots);
	slot_mask = room - 1;
	make_letters();
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
		const struct vocab *v = vocab_table(tables[t]);
		size_t c_lang = vocab_column(v, "lang"), c_form = vocab_column(v, "form");
		for (size_t row = 0; row < v->nrows; row++, arena_reset(&arena))
			add_word(vocab_cell(v, row, c_form), mask_of(vocab_cell(v, row, c_lang)),
				&arena);
	}
	arena_release(&arena);
}

unsigned lang_of_letters(struct str s)
{
	unsigned mask = MASK_ALL;
	pthread_once(&once, make);
	for (size_t i = 0; i + 1 < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0xC3 || c > 0xD3)
			continue;
		unsigned has =
			letter_languages[(c & 0x1Fu) << 6 | ((unsigned char)s.p[i + 1] & 0x3Fu)];
		mask &= has ? has : MASK_ALL;
	}
	return mask;
}

unsigned lang_of_word(struct str word, unsigned flags)
{
	pthread_once(&once, make);
	if (word.n < WORD_LEAST || isdigit((unsigned char)word.p[0]))
		return MASK_ALL;
	const struct slot *slot = slot_of(word_hash(word, flags));
	return slot->print ? slot->languages : MASK_ALL;
}

struct str lang_decide(unsigned by_letters, unsigned by_words, unsigned flags)
{
#define NAME(lang) STR_CONST(#lang),
	static const struct str names[] = {LANGUAGES(NAME)};
#undef NAME
	unsigned mask = by_letters;
	if ((flags & (LETTER_LATIN | LETTER_CYRILLIC | LETTER_GREEK)) == LETTER_GREEK)
		mask &= MASK_el;
	if (mask & (mask - 1)) /* more than one left, or nothing said yet */
		mask &= by_words;
	if (mask == 0 || mask & (mask - 1))
		return STR("");
	return names[__builtin_ctz(mask)];
}

struct str lang_of_words(struct str name, const struct words *w)
{
	unsigned words = MASK_ALL;
	for (size_t i = 0; i < w->n; i++)
		words &= lang_of_word(words_get(w, i), w->word[i].flags);
	return lang_decide(lang_of_letters(name), words, w->flags);
}
