#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "text/homoglyph.h"
#include "text/script.h"
#include "text/unicode.h"
#include "vocab/vocab.h"

enum { LATN, CYRL, GREK, SCRIPTS, NONE = SCRIPTS };
enum { CP_END = 0x530 };

/* twins[script][cp]: the letter of that script that looks like cp, or 0. */
static uint16_t twins[SCRIPTS][CP_END];

struct piece {
	size_t at, n;
	size_t letters[SCRIPTS];
	bool upper;   /* no small letters */
	bool digits;  /* has some: a code, such as A4 */
	bool twinned; /* in one script, and all its letters have twins in another */
};

struct pieces {
	struct piece *p;
	size_t n, cap;
	size_t letters[SCRIPTS]; /* of the tokens whose script is beyond doubt */
};

/* Confusable by UTS 39, but not by anybody who types. */
static bool is_refused(uint32_t cp, uint32_t twin)
{
	switch (cp) {
	case 'r':
	case 0x433:
	case 'b':
	case 0x42C:
	case 'l':
	case 'u':
	case 0x3C5:
	case 0x3B3:
	case 0x3C3:
	case 0x396: return true;
	default: return twin == 0x3C5 || twin == 0x3B3;
	}
}

static void make(void)
{
	static const char *const columns[SCRIPTS] = {"latin", "cyrillic", "greek"};
	const struct vocab *v = vocab_table(VOCAB_homoglyphs);
	size_t c_char = vocab_column(v, "char"), len;
	for (size_t row = 0; row < v->nrows; row++) {
		uint32_t cp = utf8_decode(vocab_cell(v, row, c_char), &len);
		for (int script = 0; script < SCRIPTS; script++) {
			struct str cell = vocab_cell(v, row, vocab_column(v, columns[script]));
			uint32_t twin = cell.n ? utf8_decode(cell, &len) : cp;
			if (cp < CP_END && twin < CP_END && twin != cp && !is_refused(cp, twin))
				twins[script][cp] = (uint16_t)twin;
		}
	}
}

static int script_index(uint32_t cp)
{
	switch (script_of_letter(cp)) {
	case SCRIPT_LATN: return LATN;
	case SCRIPT_CYRL: return CYRL;
	case SCRIPT_GREK: return GREK;
	default: return NONE;
	}
}

/* By the lead bytes alone; punctuation beyond ASCII says nothing. */
static bool has_one_script(struct str s)
{
	bool seen[SCRIPTS] = {false};
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0xD0 && c < 0xD5)
			seen[CYRL] = true;
		else if (c == 0xCD || c == 0xCE || c == 0xCF || c == 0xE1)
			seen[GREK] = true;
		else if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC3 && c < 0xCA))
			seen[LATN] = true;
	}
	return seen[LATN] + seen[CYRL] + seen[GREK] < 2;
}

static bool joins(uint32_t cp)
{
	enum unicode_kind kind = unicode_kind(cp);
	return unicode_is_letter(kind) || kind == UNICODE_DIGIT || kind == UNICODE_MARK ||
	       cp == '\'' || cp == 0x2019;
}

/* The one script of a token, or NONE. */
static int only_script(const struct piece *t)
{
	int found = NONE;
	for (int script = 0; script < SCRIPTS; script++)
		if (t->letters[script]) {
			if (found != NONE)
				return NONE;
			found = script;
		}
	return found;
}

/* Reads the token at the start of s; n is 0 where there is none. */
static struct piece piece_read(struct str s, size_t at)
{
	struct piece t = {.at = at, .upper = true};
	bool to[SCRIPTS] = {true, true, true};
	for (size_t len; t.n < s.n; t.n += len) {
		uint32_t cp = utf8_decode(str_from(s, t.n), &len);
		int script = script_index(cp);
		if (script == NONE && !joins(cp))
			break;
		t.digits = t.digits || (cp >= '0' && cp <= '9');
		if (script == NONE)
			continue;
		t.letters[script]++;
		t.upper = t.upper && unicode_lower(cp) != cp;
		for (int other = 0; other < SCRIPTS; other++)
			to[other] = to[other] && cp < CP_END && twins[other][cp];
	}
	t.twinned = only_script(&t) != NONE && (to[LATN] || to[CYRL] || to[GREK]);
	return t;
}

static struct pieces pieces_read(struct str s, struct arena *arena)
{
	struct pieces all = {0};
	for (size_t at = 0, len; at < s.n; at += len) {
		struct piece t = piece_read(str_from(s, at), at);
		len = t.n;
		if (t.n == 0) {
			utf8_decode(str_from(s, at), &len);
			continue;
		}
		if (all.n == all.cap) {
			struct piece *p = arena_alloc(arena, 2 * all.cap + 8, sizeof *p);
			if (all.n)
				memcpy(p, all.p, all.n * sizeof *p);
			all.p = p;
			all.cap = 2 * all.cap + 8;
		}
		all.p[all.n++] = t;
		int script = only_script(&t);
		if (!t.twinned && script != NONE)
			all.letters[script] += t.letters[script];
	}
	return all;
}

static int largest(const size_t letters[static SCRIPTS])
{
	int best = NONE;
	for (int script = 0; script < SCRIPTS; script++)
		if (letters[script] && (best == NONE || letters[script] > letters[best]))
			best = script;
	return best;
}

/* The one that has more than any other, or NONE. */
static int most_of_all(const size_t letters[static SCRIPTS])
{
	int best = largest(letters);
	for (int script = 0; script < SCRIPTS; script++)
		if (script != best && best != NONE && letters[script] == letters[best])
			return NONE;
	return best;
}

/* The script of the two tokens on either side, then of the whole text; NONE when neither speaks. */
static int script_around(const struct pieces *all, size_t i)
{
	size_t near[SCRIPTS] = {0};
	for (size_t k = i < 2 ? 0 : i - 2; k <= i + 2 && k < all->n; k++)
		if (!all->p[k].twinned && only_script(&all->p[k]) != NONE)
			near[only_script(&all->p[k])]++;
	int script = most_of_all(near);
	return script != NONE ? script : most_of_all(all->letters);
}

static bool can_become(struct str token, int script)
{
	for (size_t len; token.n; token = str_from(token, len)) {
		uint32_t cp = utf8_decode(token, &len);
		int own = script_index(cp);
		if (own != NONE && own != script && !(cp < CP_END && twins[script][cp]))
			return false;
	}
	return true;
}

static bool is_numeral(struct str token)
{
	for (size_t i = 0; i < token.n; i++)
		if (!memchr("IVXLCM", token.p[i], 6))
			return false;
	return true;
}

static bool is_legal_form(struct str token)
{
	const struct vocab *v = vocab_table(VOCAB_legal_forms);
	size_t c_form = vocab_column(v, "form");
	for (size_t row = 0; row < v->nrows; row++)
		if (str_eq(vocab_cell(v, row, c_form), token))
			return true;
	return false;
}

/* The script a token that is in one script already should be in instead, or NONE. */
static int rescript(const struct pieces *all, size_t i, struct str token)
{
	const struct piece *t = &all->p[i];
	if (!t->twinned || !t->upper || t->digits || t->letters[only_script(t)] < 2 ||
		is_numeral(token))
		return NONE;
	int around = script_around(all, i);
	if (around == CYRL && (memchr(token.p, 'I', token.n) || memchr(token.p, 'S', token.n)))
		return NONE; /* І is no letter of the region's Cyrillic, and Ѕ a rare one */
	if (around == NONE || around == only_script(t) || !can_become(token, around) ||
		is_legal_form(token))
		return NONE;
	return around;
}

/* The script a token in two scripts can be put into: of the most letters, or else another; or NONE.
 */
static int unmix(const struct piece *t, struct str token)
{
	int most = largest(t->letters);
	if (can_become(token, most))
		return most;
	for (int script = 0; script < SCRIPTS; script++)
		if (t->letters[script] && can_become(token, script))
			return script;
	return NONE;
}

static size_t rewrite(struct str token, int script, char *out)
{
	size_t n = 0;
	for (size_t len; token.n; token = str_from(token, len)) {
		uint32_t cp = utf8_decode(token, &len);
		int own = script_index(cp);
		n += utf8_encode(own == NONE || own == script ? cp : twins[script][cp], out + n);
	}
	return n;
}

static struct str mend(struct str s, enum homoglyph *what, struct arena *arena)
{
	struct pieces all = pieces_read(s, arena);
	char *out = arena_alloc(arena, 2 * s.n + 1, 1); /* a Latin letter's twin takes two bytes */
	size_t n = 0, done = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct piece *t = &all.p[i];
		struct str token = {s.p + t->at, t->n};
		bool mixed = t->letters[LATN] + t->letters[CYRL] + t->letters[GREK] &&
		             only_script(t) == NONE;
		int script = mixed ? unmix(t, token) : rescript(&all, i, token);
		if (mixed && script == NONE)
			*what = HOMOGLYPH_MIXED;
		if (script == NONE)
			continue;
		memcpy(out + n, s.p + done, t->at - done);
		n += t->at - done;
		n += rewrite(token, script, out + n);
		done = t->at + t->n;
		if (*what == HOMOGLYPH_NONE)
			*what = HOMOGLYPH_MENDED;
	}
	if (done == 0)
		return s;
	memcpy(out + n, s.p + done, s.n - done);
	return (struct str){out, n + s.n - done};
}

struct str homoglyph_mend(struct str s, enum homoglyph *what, struct arena *arena)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	*what = HOMOGLYPH_NONE;
	if (has_one_script(s))
		return s;
	pthread_once(&once, make);
	return mend(s, what, arena);
}
