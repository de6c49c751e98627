#include <pthread.h>
#include <stdint.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/translit.h"
#include "text/unicode.h"
#include "vocab/vocab.h"

/* Latin letters up to U+024F, and the code points of single Cyrillic letters they stand for; 0:
 * none. */
enum { LATIN_END = 0x250 };
static uint16_t singles[LATIN_END];

/* Two letters that are one in Cyrillic; the code points U+01C4 to U+01CC are them too. */
static const struct {
	char first;
	uint16_t second, cyrillic,
		code_point; /* code_point: the capital one; title and small follow it */
} digraphs[] = {
	{'l', 'j',   0x459, 0x1C7},
        {'n', 'j',   0x45A, 0x1CA},
        {'d', 0x17E, 0x45F, 0x1C4}
};

static void make(void)
{
	const struct vocab *v = vocab_table(VOCAB_translit);
	size_t c_system = vocab_column(v, "system"), c_from = vocab_column(v, "from"),
	       c_to = vocab_column(v, "to");
	for (size_t row = 0; row < v->nrows; row++) {
		struct str to = vocab_cell(v, row, c_to);
		size_t len;
		if (!str_eq(vocab_cell(v, row, c_system), STR("sr-Latn")) || to.n == 0)
			continue;
		uint32_t latin = utf8_decode(to, &len);
		if (len != to.n || latin >= LATIN_END)
			continue;
		uint32_t cyrillic = utf8_decode(vocab_cell(v, row, c_from), &len),
			 upper = unicode_upper(latin);
		singles[latin] = (uint16_t)cyrillic;
		singles[upper < LATIN_END ? upper : latin] = (uint16_t)unicode_upper(cyrillic);
	}
}

/* Whether the lower-case word has a stem in which the two letters at `at` are two (injekcija,
 * nadživeti). */
static bool is_exception(struct str word, size_t at)
{
	const struct vocab *v = vocab_table(VOCAB_digraph_exceptions);
	size_t c_digraph = vocab_column(v, "digraph"), c_stem = vocab_column(v, "stem");
	static const struct str prefixes[] = {STR_CONST(""), STR_CONST("ne"), STR_CONST("naj")};
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		if (!str_starts(word, prefixes[i]))
			continue;
		struct str rest = str_from(word, prefixes[i].n);
		for (size_t row = 0; row < v->nrows; row++) {
			struct str stem = vocab_cell(v, row, c_stem),
				   digraph = vocab_cell(v, row, c_digraph);
			size_t in_stem = str_find(stem, digraph);
			if (str_starts(rest, stem) && in_stem < stem.n &&
				at == prefixes[i].n + in_stem)
				return true;
		}
	}
	return false;
}

static bool is_roman_numeral(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] != 'I' && word.p[i] != 'V' && word.p[i] != 'X')
			return false;
	return word.n > 1;
}

static bool is_foreign(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (memchr("qwxyQWXY", word.p[i], 8))
			return true;
	return false;
}

/* A digraph at s: its Cyrillic letter in lower case, how many bytes it took; 0 if there is none. */
static uint32_t digraph_at(struct str s, size_t *taken)
{
	size_t len, len2;
	uint32_t cp = utf8_decode(s, &len);
	for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++) {
		*taken = len;
		if (cp >= digraphs[i].code_point && cp < digraphs[i].code_point + 3u)
			return digraphs[i].cyrillic;
		if (len == s.n || unicode_lower(cp) != (uint32_t)digraphs[i].first)
			continue;
		uint32_t second = utf8_decode(str_from(s, len), &len2);
		*taken = len + len2;
		if (unicode_lower(second) == digraphs[i].second)
			return digraphs[i].cyrillic;
	}
	return 0;
}

static size_t write_single(uint32_t cp, char *out)
{
	if (cp == 0x15A || cp == 0x15B || cp == 0x179 ||
		cp == 0x17A) { /* Montenegrin Ś Ź: no code point of their own */
		uint32_t base = (cp | 1) == 0x15B ? 0x441 : 0x437;
		size_t n =
			utf8_encode(cp == 0x15A || cp == 0x179 ? unicode_upper(base) : base, out);
		return n + utf8_encode(0x301, out + n);
	}
	return utf8_encode(cp < LATIN_END && singles[cp] ? singles[cp] : cp, out);
}

static size_t write_word(struct str word, char *out, struct arena *arena)
{
	struct str lower = text_lower(word, arena);
	size_t n = 0, taken, len;
	bool same_length =
		lower.n == word.n; /* offsets in the two agree, but for the oddest letters */
	for (size_t at = 0; at < word.n; at += taken) {
		struct str rest = str_from(word, at);
		uint32_t cp = utf8_decode(rest, &len), cyrillic = digraph_at(rest, &taken);
		if (cyrillic && !(taken > len && same_length && is_exception(lower, at))) {
			bool small = unicode_lower(cp) == cp;
			n += utf8_encode(small ? cyrillic : unicode_upper(cyrillic), out + n);
		} else {
			taken = len;
			n += write_single(cp, out + n);
		}
	}
	return n;
}

static size_t word_length(struct str s)
{
	size_t n = 0, len;
	for (; n < s.n; n += len)
		if (!unicode_is_letter(unicode_kind(utf8_decode(str_from(s, n), &len))))
			break;
	return n;
}

struct str translit_cyrillic(struct str text, struct arena *arena)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, make);
	text = text_nfc(text, arena);
	char *out = arena_alloc(
		arena, 2 * text.n + 8, 1); /* an ASCII letter becomes two bytes, ś four from two */
	size_t n = 0, len;
	for (; text.n; text = str_from(text, len)) {
		struct str word = str_head(text, word_length(text));
		len = word.n;
		if (len == 0)
			utf8_decode(text, &len);
		if (word.n == 0 || is_foreign(word) || is_roman_numeral(word)) {
			memcpy(out + n, text.p, len);
			n += len;
		} else {
			n += write_word(word, out + n, arena);
		}
	}
	return (struct str){out, n};
}
