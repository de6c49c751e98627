#include <endian.h>
#include <stdint.h>
#include <stdlib.h>

#include "text/homoglyph.h"
#include "text/key.h"
#include "text/lang.h"
#include "text/legal.h"
#include "text/tag.h"
#include "text/text.h"
#include "text/token.h"
#include "text/translit.h"
#include "text/words.h"

/* A name taken apart. */
struct parts {
	struct words words;
	struct key_word *key_words;
	size_t n;
	struct str lang, country;
	bool macedonian;
};

static bool is_one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_eq(s, str_of(*list)))
			return true;
	return false;
}

/*
 * The language whose romanisation differs from the table of text/words.h, or empty: a language that
 * says so; else a country; else letters that Serbian and Macedonian do not have.
 */
static struct str eastern(const struct parts *p)
{
	static const char *const east[] = {"bg", "ru", "uk", NULL};
	static const char *const south[] = {"sr", "mk", "cnr", "bs", "hr", "sh", NULL};
	static const char *const lands[][2] = {
		{"BG", "bg"},
                {"RU", "ru"},
                {"UA", "uk"}
        };
	if (!(p->words.flags & LETTER_CYRILLIC) || p->words.flags & LETTER_SOUTH)
		return STR("");
	if (is_one_of(p->lang, east))
		return p->lang;
	for (size_t i = 0; p->lang.n == 0 && i < sizeof lands / sizeof *lands; i++)
		if (str_eq(p->country, str_of(lands[i][0])))
			return str_of(lands[i][1]);
	return p->words.flags & LETTER_EAST && !is_one_of(p->lang, south) ? STR("und") : STR("");
}

/* What script_of says of the text whose words have these flags. */
static enum script script_of_flags(unsigned flags)
{
	switch (flags & LETTER_SCRIPTS) {
	case 0: return SCRIPT_NONE;
	case LETTER_LATIN: return SCRIPT_LATN;
	case LETTER_CYRILLIC: return SCRIPT_CYRL;
	case LETTER_GREEK: return SCRIPT_GREK;
	case LETTER_FOREIGN: return SCRIPT_OTHER;
	default: return SCRIPT_MIXED;
	}
}

/* The words of the name with its homoglyphs mended; returns the mended name. *script is as it was.
 */
static struct str read_words(
	struct words *words, struct str name, enum script *script, struct arena *arena)
{
	enum homoglyph what;
	words_split(words, name, arena);
	*script = script_of_flags(words->flags);
	if (*script != SCRIPT_MIXED)
		return name;
	struct str mended = homoglyph_mend(name, &what, arena);
	if (what != HOMOGLYPH_NONE)
		words_split(words, mended, arena);
	return mended;
}

/* Macedonian in ASCII writes sh zh ch; so do Albanian names in the same country, which the letters
 * q x y w tell. */
static bool is_macedonian(const struct parts *p, bool has_qxyw)
{
	if (p->lang.n || !str_eq(p->country, STR("MK")))
		return str_eq(p->lang, STR("mk"));
	return !has_qxyw;
}

/* The key's words. */
static void take_apart(struct parts *p, struct str mended, struct arena *arena)
{
	struct str lang = eastern(p);
	if (lang.n)
		words_split(&p->words, translit(translit_for(lang, STR(""), mended), mended, arena),
			arena);
	p->macedonian = is_macedonian(p, words_have_qxyw(&p->words));
	p->n = p->words.n;
	p->key_words = arena_alloc(arena, p->n, sizeof *p->key_words);
	for (size_t i = 0; i < p->n; i++) {
		struct str word = key_spell(words_get(&p->words, i), p->macedonian, arena);
		p->key_words[i] = (struct key_word){
			.s = word, .first = legal_first(word), .flags = p->words.word[i].flags};
	}
}

static int compare(const void *a, const void *b)
{
	return str_cmp(((const struct key_word *)a)->s, ((const struct key_word *)b)->s);
}

/* The first bytes as a number in their order; shorter words are filled up with zeros, which no word
 * has. */
static uint64_t head_of(struct str s)
{
	uint64_t head = 0;
	uint32_t first, last;
	if (s.n >= sizeof head) {
		memcpy(&head, s.p, sizeof head);
		return htobe64(head);
	}
	if (s.n >= sizeof first) {
		memcpy(&first, s.p, sizeof first);
		memcpy(&last, s.p + s.n - sizeof last, sizeof last);
		return (uint64_t)htobe32(first) << 32 | (uint64_t)htobe32(last)
		                                                << 8 * (sizeof head - s.n);
	}
	for (size_t i = 0; i < s.n; i++)
		head |= (uint64_t)(unsigned char)s.p[i] << 8 * (sizeof head - 1 - i);
	return head;
}

static bool is_before(const struct key_word *a, uint64_t head, const struct key_word *b)
{
	uint64_t other = head_of(b->s);
	return head != other ? head < other : str_cmp(a->s, b->s) < 0;
}

/* Names have few words: qsort's calls would cost more than the moves. */
static void sort(struct key_word *words, size_t n)
{
	if (n > 16) {
		qsort(words, n, sizeof *words, compare);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct key_word word = words[i];
		uint64_t head = head_of(word.s);
		size_t k = i;
		for (; k && is_before(&word, head, &words[k - 1]); k--)
			words[k] = words[k - 1];
		words[k] = word;
	}
}

static struct str join(struct key_word *words, size_t n, struct arena *arena)
{
	size_t kept = 0, room = 0, length = 0;
	for (size_t i = 0; i < n; i++)
		if (!words[i].dropped) {
			room += words[i].s.n + 1;
			words[kept++] = words[i];
		}
	sort(words, kept);
	char *out = arena_alloc(arena, room, 1);
	for (size_t i = 0; i < kept; i++) {
		if (i && str_eq(words[i].s, words[i - 1].s))
			continue;
		if (i)
			out[length++] = ' ';
		memcpy(out + length, words[i].s.p, words[i].s.n);
		length += words[i].s.n;
	}
	return (struct str){out, length};
}

/* *class: of the legal form. */
static struct str key_of_parts(
	struct parts *p, struct str name, struct str *class, struct arena *arena)
{
	*class = STR("");
	if (p->n == 0)
		return text_lower(text_clean(name, arena), arena);
	*class = legal_mark(p->key_words, p->n, p->lang, p->country);
	return join(p->key_words, p->n, arena);
}

static void parts_init(struct parts *p, struct str lang, struct str country)
{
	p->lang = tag_language(lang);
	p->country = country;
}

struct str name_key(struct str name, struct str lang, struct str country, struct arena *arena)
{
	struct parts p;
	struct str class;
	enum script script;
	parts_init(&p, lang, country);
	take_apart(&p, read_words(&p.words, name, &script, arena), arena);
	return key_of_parts(&p, name, &class, arena);
}

/* From the whole name at once. */
static void read_whole(struct parts *p, struct str name, struct str lang, struct str mk_style,
	struct name_facts *facts, struct arena *arena)
{
	struct str mended = read_words(&p->words, name, &facts->script, arena);
	facts->lang = lang.n ? lang : lang_of_words(mended, &p->words);
	facts->latin = name;
	if (facts->script != SCRIPT_LATN && facts->script != SCRIPT_NONE)
		facts->latin = translit_latin_style(name, facts->lang, mk_style, arena);
	take_apart(p, mended, arena);
}

/* The same from what is known of the name's words; false where that does not do. */
static bool read_tokens(struct parts *p, const struct token_row *row, struct str name,
	struct str lang, struct str mk_style, struct name_facts *facts, struct arena *arena)
{
	p->words.flags = row->flags;
	if (eastern(p).n)
		return false;
	facts->script = script_of_flags(row->flags);
	facts->lang = lang.n ? lang : lang_decide(row->by_letters, row->by_words, row->flags);
	facts->latin = facts->script == SCRIPT_LATN
	                       ? name
	                       : token_row_latin(row, name, facts->lang, mk_style, arena);
	p->macedonian = is_macedonian(p, row->has_qxyw);
	p->n = row->n;
	p->key_words = arena_alloc(arena, p->n, sizeof *p->key_words);
	for (size_t i = 0; i < row->n; i++) {
		const struct token *t = row->token[i];
		p->key_words[i] = (struct key_word){
			.s = t ? token_key(t, p->macedonian) : row->text[i],
			.first = t ? t->first[p->macedonian] : LEGAL_NONE,
			.flags = t ? t->flags : 0,
		};
	}
	return facts->latin.n > 0;
}

void name_describe(struct str name, struct str lang, struct str country, struct str mk_style,
	const struct token_row *row, struct name_facts *facts, struct arena *arena)
{
	struct parts p;
	parts_init(&p, lang, country);
	if (!row || !read_tokens(&p, row, name, lang, mk_style, facts, arena))
		read_whole(&p, name, lang, mk_style, facts, arena);
	facts->key = key_of_parts(&p, name, &facts->legal_form, arena);
	if (facts->legal_form.n == 0 && country.n == 0 && facts->lang.n)
		facts->legal_form =
			legal_mark(p.key_words, p.n, tag_language(facts->lang), country);
}

struct str name_legal_form(struct str name, struct str lang, struct str country)
{
	struct arena arena = {0};
	struct parts p;
	enum script script;
	parts_init(&p, lang, country);
	take_apart(&p, read_words(&p.words, name, &script, &arena), &arena);
	struct str class = legal_mark(p.key_words, p.n, p.lang, p.country);
	arena_release(&arena);
	return class;
}

struct str name_lang(struct str name)
{
	struct arena arena = {0};
	struct words words;
	enum script script;
	struct str mended = read_words(&words, name, &script, &arena);
	struct str lang = lang_of_words(mended, &words);
	arena_release(&arena);
	return lang;
}
