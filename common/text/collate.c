#include "base/utf8.h"
#include "text/collate.h"
#include "text/tag.h"
#include "text/text.h"
#include "text/translit.h"
#include "text/unicode.h"
#include "vocab/vocab.h"

/* The bytes of a key; between them the weights of letters, in the order of the alphabet. */
enum {
	WEIGHT_END = 1,
	WEIGHT_BLANK = 2,
	WEIGHT_DIGIT = 3,
	WEIGHT_LETTER = 16,
	WEIGHT_UNKNOWN = 255
};

enum { LETTERS_MAX = 64, SIGNS_MAX = 3, CYRILLIC_FROM = 0x400, CYRILLIC_TO = 0x500 };

struct sign {
	uint32_t cp[SIGNS_MAX]; /* small letters */
	size_t n;
};

struct collation {
	struct sign letters[LETTERS_MAX];
	size_t n;
	bool cyrillic;    /* the alphabet; Latin texts are made Cyrillic first */
	bool two_scripts; /* Latin, but a letter is told from a digraph by its Cyrillic form */
	/* The weight of a letter that another one stands for, 0 where there is none. */
	uint8_t of_cyrillic[CYRILLIC_TO - CYRILLIC_FROM], of_latin[26];
};

static struct sign sign_of(struct str s)
{
	struct sign sign = {.n = 0};
	for (size_t len; s.n && sign.n < SIGNS_MAX; s = str_from(s, len))
		sign.cp[sign.n++] = utf8_decode(s, &len);
	return sign;
}

static bool begins(struct sign letter, const uint32_t *cp, size_t n)
{
	for (size_t i = 0; i < letter.n; i++)
		if (i == n || cp[i] != letter.cp[i])
			return false;
	return true;
}

/* The longest letter of the alphabet that the small letters begin with; *taken is 0 for none. */
static uint8_t letter_at(const struct collation *c, const uint32_t *cp, size_t n, size_t *taken)
{
	size_t found = 0;
	*taken = 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->letters[i].n > *taken && begins(c->letters[i], cp, n)) {
			found = i;
			*taken = c->letters[i].n;
		}
	return (uint8_t)(WEIGHT_LETTER + found);
}

/* The weight of the letter that is transliterated so, or 0. */
static uint8_t weight_of(const struct collation *c, struct str letter)
{
	struct sign sign = sign_of(letter);
	size_t taken;
	uint8_t weight = letter_at(c, sign.cp, sign.n, &taken);
	return taken == sign.n ? weight : 0;
}

/* In a Latin alphabet each Cyrillic letter weighs what its Latin form does. */
static void weigh_cyrillic(struct collation *c, struct arena *arena)
{
	const struct translit_system *latin = translit_find(STR("sr-Latn"));
	for (uint32_t cp = 0x430; cp < 0x460; cp++) {
		char bytes[UTF8_MAX_BYTES];
		struct str letter = {bytes, utf8_encode(cp, bytes)};
		c->of_cyrillic[cp - CYRILLIC_FROM] = weight_of(c, translit(latin, letter, arena));
	}
}

/* And the other way round; q, w, x and y stand for k, v, k and i. */
static void weigh_latin(struct collation *c, struct arena *arena)
{
	for (const char *p = "abcdefghijklmnopkrstuvvkiz", *start = p; *p; p++)
		c->of_latin[p - start] = weight_of(c, translit_cyrillic((struct str){p, 1}, arena));
}

static bool is_cyrillic(uint32_t cp)
{
	return cp >= CYRILLIC_FROM && cp < CYRILLIC_TO;
}

static const struct collation *make(struct str lang, struct str letters, struct arena *arena)
{
	struct collation *c = arena_zero(arena, 1, sizeof *c);
	struct str letter;
	while (c->n < LETTERS_MAX && str_split(&letters, ' ', &letter))
		c->letters[c->n++] = sign_of(letter);
	c->cyrillic = c->n && is_cyrillic(c->letters[0].cp[0]);
	c->two_scripts = !c->cyrillic && tag_shares_words(lang, STR("sr"));
	if (c->cyrillic)
		weigh_latin(c, arena);
	else
		weigh_cyrillic(c, arena);
	return c;
}

const struct collation *collate_find(struct str lang, struct arena *arena, struct buf *why)
{
	const struct vocab *v = vocab_table(VOCAB_alphabets);
	size_t c_lang = vocab_column(v, "lang"), c_letters = vocab_column(v, "letters");
	for (int whole = 1; whole >= 0; whole--)
		for (size_t row = 0; row < v->nrows; row++)
			if (str_eq(vocab_cell(v, row, c_lang), whole ? lang : tag_language(lang)))
				return make(lang, vocab_cell(v, row, c_letters), arena);
	for (size_t row = 0; row < v->nrows; row++)
		buf_fmt(why, "%s" STR_FMT, row ? " " : "", STR_ARG(vocab_cell(v, row, c_lang)));
	return NULL;
}

/* The weight of a letter that the alphabet does not have: by what stands for it in the other
 * script, or without diacritics. */
static uint8_t weigh_foreign(const struct collation *c, uint32_t cp)
{
	uint32_t parts[UNICODE_DECOMPOSED_MAX] = {0};
	size_t taken;
	uint8_t stands = 0;
	unicode_decompose(cp, parts);
	if (is_cyrillic(cp))
		stands = c->of_cyrillic[cp - CYRILLIC_FROM];
	else if (parts[0] >= 'a' && parts[0] <= 'z')
		stands = c->of_latin[parts[0] - 'a'];
	if (stands)
		return stands;
	uint8_t weight = letter_at(c, parts, 1, &taken);
	return taken ? weight : WEIGHT_UNKNOWN;
}

/* Adds the weight of what stands at cp; returns how many signs it takes. */
static size_t weigh(const struct collation *c, const uint32_t *cp, size_t n, struct str *key)
{
	char *out = (char *)key->p;
	size_t taken;
	uint8_t weight = letter_at(c, cp, n, &taken);
	enum unicode_kind kind = unicode_kind(cp[0]);
	if (taken == 0 && *cp >= '0' && *cp <= '9')
		weight = (uint8_t)(WEIGHT_DIGIT + *cp - '0');
	else if (taken == 0 && unicode_is_letter(kind))
		weight = weigh_foreign(c, *cp);
	else if (taken == 0 && kind == UNICODE_MARK)
		return 1;
	else if (taken == 0)
		weight = WEIGHT_BLANK;
	bool repeated = weight == WEIGHT_BLANK && (key->n == 0 || out[key->n - 1] == WEIGHT_BLANK);
	if (!repeated)
		out[key->n++] = (char)weight;
	if (weight == WEIGHT_UNKNOWN)
		key->n += utf8_encode(*cp, out + key->n);
	return taken ? taken : 1;
}

struct str collate_key(const struct collation *c, struct str text, struct arena *arena)
{
	struct str plain = c->cyrillic || c->two_scripts ? translit_cyrillic(text, arena) : text;
	struct str lower = text_lower(text_nfc(plain, arena), arena);
	uint32_t *cp = arena_alloc(arena, lower.n + 1, sizeof *cp);
	struct str key = {arena_alloc(arena, 2 * lower.n + text.n + 1, UTF8_MAX_BYTES), 0};
	size_t n = 0, len;
	for (; lower.n; lower = str_from(lower, len))
		cp[n++] = utf8_decode(lower, &len);
	for (size_t i = 0; i < n;)
		i += weigh(c, cp + i, n - i, &key);
	char *end = (char *)key.p;
	end[key.n++] = WEIGHT_END;
	memcpy(end + key.n, text.p, text.n);
	key.n += text.n;
	return key;
}
