#include <pthread.h>
#include <stdbool.h>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/script.h"
#include "text/unicode.h"
#include "vocab/vocab.h"

static struct letter table[LETTERS_COUNT];

/* Letters that no decomposition of Unicode takes apart, or that would come apart wrongly. */
static const struct {
	uint32_t cp;
	const char *plain;
} special[] = {
	{0x00B5, "m" }, /* the micro sign is a Greek letter by its decomposition */
	{0x00D0, "d" }, /* Ð: eth, or a Đ read through the wrong code page */
	{0x00F0, "d" },
	{0x0110, "d" }, /* Đ đ */
	{0x0111, "d" },
	{0x0189, "d" }, /* Ɖ, a look-alike of Đ */
	{0x0256, "d" },
	{0x00DF, "ss"}, /* ß */
	{0x1E9E, "ss"},
	{0x00C6, "ae"},
	{0x00E6, "ae"},
	{0x00D8, "o" },
	{0x00F8, "o" },
	{0x00DE, "th"},
	{0x00FE, "th"},
	{0x0131, "i" },
	{0x0130, "i" },
	{0x0138, "k" },
	{0x0141, "l" },
	{0x0142, "l" },
	{0x0152, "oe"},
	{0x0153, "oe"},
	{0x018F, "e" }, /* Ə */
	{0x0259, "e" },
	{0x01F4, "gj"}, /* Ǵ ǵ, Ḱ ḱ: Macedonian ѓ and ќ, gj and kj in ASCII */
	{0x01F5, "gj"},
	{0x1E30, "kj"},
	{0x1E31, "kj"},
	{0x1E90, "dz"}, /* Ẑ ẑ: ѕ in ISO 9 */
	{0x1E91, "dz"},
	{0x2116, "no"}, /* № */
	{0x042C, ""  }, /* the soft sign has no sound of its own */
	{0x044C, ""  },
};

/* Signs that do not part the word they stand in. */
static bool vanishes(uint32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xAD || cp == 0xB4 ||
	       (cp >= 0x2B9 && cp <= 0x2BD) || (cp >= 0x300 && cp <= 0x36F) ||
	       (cp >= 0x483 && cp <= 0x487) || cp == 0x2018 || cp == 0x2019 || cp == 0x201B ||
	       cp == 0x2032 || (cp >= 0x200B && cp <= 0x200F) || cp == 0x2060 ||
	       (cp >= 0x1AB0 && cp <= 0x1AFF) || (cp >= 0x1DC0 && cp <= 0x1DFF) ||
	       (cp >= 0xFE00 && cp <= 0xFE2F) || cp == 0xFEFF;
}

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x202F;
}

/* й щ ъ ы ь э ю я, ё є і ї ґ, in both cases. */
static bool is_east(uint32_t lower)
{
	return lower == 0x439 || (lower >= 0x449 && lower <= 0x44F) || lower == 0x451 ||
	       lower == 0x454 || lower == 0x456 || lower == 0x457 || lower == 0x491;
}

/* ђ ѓ ѕ ј љ њ ћ ќ џ. */
static bool is_south(uint32_t lower)
{
	return lower == 0x452 || lower == 0x453 || lower == 0x455 ||
	       (lower >= 0x458 && lower <= 0x45C) || lower == 0x45F;
}

static uint8_t script_flags(uint32_t cp)
{
	uint32_t lower = unicode_lower(cp);
	switch (script_of_letter(cp)) {
	case SCRIPT_LATN: return LETTER_LATIN;
	case SCRIPT_GREK: return LETTER_GREEK;
	case SCRIPT_CYRL:
		return LETTER_CYRILLIC | (is_east(lower)           ? LETTER_EAST
						 : is_south(lower) ? LETTER_SOUTH
								   : 0);
	case SCRIPT_OTHER: return LETTER_FOREIGN;
	default: return 0;
	}
}

static uint8_t letter_flags(uint32_t cp)
{
	enum unicode_kind kind = unicode_kind(cp);
	if (!unicode_is_letter(kind))
		return 0;
	uint8_t flags = kind == UNICODE_UPPER   ? LETTER_UPPER
	                : kind == UNICODE_LOWER ? LETTER_LOWER
	                                        : 0;
	return flags | script_flags(cp);
}

static enum letter_class class_of(uint32_t cp)
{
	if (vanishes(cp))
		return cp == 0x302 ? LETTER_CIRCUMFLEX : LETTER_VANISH;
	if (is_blank(cp))
		return LETTER_BLANK;
	if (cp == '.')
		return LETTER_DOT;
	enum unicode_kind kind = unicode_kind(cp);
	return unicode_is_letter(kind) || kind == UNICODE_DIGIT || kind == UNICODE_MARK
	               ? LETTER_WORD
	               : LETTER_BREAK;
}

/*
 * The plain letters of a letter, digit or foreign mark: its parts in lower case, each through the
 * table where that has an entry already, and as it is where not.
 */
static size_t expand(uint32_t cp, char out[static LETTER_LONG])
{
	uint32_t parts[UNICODE_DECOMPOSED_MAX];
	size_t n = 0, count = unicode_decompose(cp, parts);
	for (size_t i = 0; i < count; i++) {
		uint32_t part = unicode_lower(parts[i]);
		size_t at = letters_index(part);
		if (part == 0x2044) /* ½ is no 12: vulgar fractions stay as they are */
			return utf8_encode(cp, out);
		if (class_of(part) != LETTER_WORD || n + sizeof table->s > LETTER_LONG)
			continue;
		if (at < LETTERS_COUNT && part != cp && table[at].n) {
			memcpy(out + n, table[at].s, table[at].n);
			n += table[at].n;
		} else {
			n += utf8_encode(part, out + n);
		}
	}
	return n;
}

static void set(uint32_t cp, const char *plain, size_t n)
{
	struct letter *l = &table[letters_index(cp)];
	l->class = LETTER_WORD;
	l->flags = letter_flags(cp);
	l->n = (uint8_t)(n < sizeof l->s ? n : sizeof l->s);
	if (l->n)
		memcpy(l->s, plain, l->n);
}

/* The plain form of a short romanisation, letter by letter. */
static void set_roman(uint32_t cp, struct str roman)
{
	char plain[LETTER_LONG];
	size_t n = 0, len;
	for (; roman.n && n + sizeof table->s < sizeof plain; roman = str_from(roman, len)) {
		const struct letter *l = &table[letters_index(utf8_decode(roman, &len))];
		if (l->class == LETTER_WORD && l->n) {
			memcpy(plain + n, l->s, l->n);
			n += l->n;
		}
	}
	set(cp, plain, n);
	if (unicode_upper(cp) < LETTERS_LOW)
		set(unicode_upper(cp), plain, n);
}

/* The single letters of one system; an earlier system's letters stay. */
static void add_system(const struct vocab *v, struct str system, bool done[static LETTERS_LOW])
{
	size_t c_system = vocab_column(v, "system"), c_from = vocab_column(v, "from"),
	       c_to = vocab_column(v, "to"), c_context = vocab_column(v, "context");
	for (size_t row = 0; row < v->nrows; row++) {
		struct str from = vocab_cell(v, row, c_from);
		size_t len;
		if (!str_eq(vocab_cell(v, row, c_system), system) ||
			!str_eq(vocab_cell(v, row, c_context), STR("any")))
			continue;
		uint32_t cp = utf8_decode(from, &len);
		if (len != from.n || cp < 0x370 || cp >= LETTERS_LOW || done[cp])
			continue;
		done[cp] = true;
		set_roman(cp, vocab_cell(v, row, c_to));
	}
}

static void add_romanisations(void)
{
	static const struct str systems[] = {STR_CONST("sr-Latn"), STR_CONST("mk-UN"),
		STR_CONST("bg-2009"), STR_CONST("uk-2010"), STR_CONST("ru-ICAO"),
		STR_CONST("el-ELOT743")};
	const struct vocab *v = vocab_table(VOCAB_translit);
	bool done[LETTERS_LOW] = {false};
	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
		add_system(v, systems[i], done);
}

/* Latin first: the romanisations are made of it, and the accented letters of the rest of those. */
static void fill(uint32_t from, uint32_t to)
{
	char out[LETTER_LONG];
	for (uint32_t cp = from; cp < to; cp++) {
		struct letter *l = &table[letters_index(cp)];
		if (l->n)
			continue;
		l->class = (uint8_t)class_of(cp);
		if (l->class == LETTER_WORD)
			set(cp, out, expand(cp, out));
	}
}

static void add_special(void)
{
	for (size_t i = 0; i < sizeof special / sizeof *special; i++)
		set(special[i].cp, special[i].plain, strlen(special[i].plain));
}

static void make(void)
{
	add_special();
	fill(0, 0x370);
	fill(LETTERS_HIGH, 0x1F00);
	add_romanisations();
	fill(0x370, LETTERS_LOW);
	fill(0x1F00, LETTERS_END);
	add_special(); /* the signs that stand for nothing are set last */
}

const struct letter *letters_table(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, make);
	return table;
}

struct letter letters_slow(
	const struct letter *made, uint32_t cp, char out[static LETTER_LONG], size_t *n)
{
	(void)made; /* proof that the table is there */
	struct letter l = {.class = (uint8_t)class_of(cp), .flags = letter_flags(cp)};
	*n = l.class == LETTER_WORD ? expand(cp, out) : 0;
	return l;
}
