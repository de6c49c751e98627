#include <ctype.h>
#include <pthread.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "text/key.h"
#include "text/legal.h"
#include "text/tag.h"
#include "text/translit.h"
#include "vocab/vocab.h"

enum { PHRASE_MAX = 256 }; /* bytes; a longer run of words is no legal form */

enum position { POSITION_ANY, POSITION_START, POSITION_EDGE };

struct form {
	struct str class;
	uint64_t countries; /* bits of land_bits */
	uint32_t tongue;    /* of its language */
	uint32_t next;      /* the next form with the same words, or INTERN_NONE */
	enum position position;
	bool strip;      /* else canon */
	bool capitals;   /* the form has no small letter */
	bool dotted;     /* the form ends in a dot */
	bool everywhere; /* it holds in every country */
	bool tells;      /* it may tell the class */
	bool certain;    /* … wherever it is to be stripped */
	bool company;    /* what the register says of a company: "Društvo … d.o.o." */
};

/* Made once, then only read. */
static struct intern phrases;  /* the words of a form, with blanks between */
static uint32_t *phrase_forms; /* phrase_forms[phrase]: its first form */
static struct form *forms;
static size_t n_forms;
static struct intern first_words; /* the first words of phrases … */
static struct first {
	uint32_t alone;  /* the phrase that the word is by itself, or INTERN_NONE */
	uint8_t longest; /* how many words the longest such phrase has */
} * firsts;
static uint32_t lengths[32 * 32]; /* by their first two letters: a bit for each length they have */
static uint64_t land_bits[32 * 32]; /* of the countries that forms name, by their two letters */
static unsigned n_lands;
static struct intern tongues; /* languages, those that share their words as one */
static size_t cap_phrases, cap_firsts, cap_forms;
static struct intern prepositions; /* "for", "of", "in", "with" in all languages */

/* A small number for the first two letters. */
static size_t letters_of(struct str word)
{
	return (size_t)(word.p[0] & 31) << 5 | (word.n > 1 ? word.p[1] & 31 : 0);
}

static uint32_t length_bit(struct str word)
{
	return 1u << (word.n < 31 ? word.n : 31);
}

static void add_first_word(struct str word, size_t n_words)
{
	size_t before = first_words.n;
	uint32_t i = intern_add(&first_words, word);
	lengths[letters_of(word)] |= length_bit(word);
	if (first_words.n > before) {
		firsts = mem_grow(firsts, i, &cap_firsts, sizeof *firsts);
		firsts[i] = (struct first){INTERN_NONE, 0};
	}
	if (firsts[i].longest < n_words)
		firsts[i].longest = (uint8_t)n_words;
}

static void add_form(struct str phrase, struct form form)
{
	size_t before = phrases.n;
	uint32_t i = intern_add(&phrases, phrase), first = intern_find(&first_words, phrase);
	if (phrases.n > before) {
		phrase_forms = mem_grow(phrase_forms, i, &cap_phrases, sizeof *phrase_forms);
		phrase_forms[i] = INTERN_NONE;
	}
	if (first != INTERN_NONE)
		firsts[first].alone = i;
	form.next = phrase_forms[i];
	phrase_forms[i] = (uint32_t)n_forms;
	forms = mem_grow(forms, n_forms, &cap_forms, sizeof *forms);
	forms[n_forms++] = form;
}

/* The bit of a country that some form names, else 0. */
static uint64_t land_bit(struct str country)
{
	return country.n == 2 ? land_bits[letters_of(country)] : 0;
}

static uint64_t add_countries(struct str countries)
{
	uint64_t all = 0;
	struct str country;
	while (str_split(&countries, ' ', &country)) {
		if (country.n != 2)
			continue;
		if (!land_bit(country) && n_lands < 64)
			land_bits[letters_of(country)] = (uint64_t)1 << n_lands++;
		all |= land_bit(country);
	}
	return all;
}

/* A language as it counts here: in small letters, and one for those that share their words. */
static struct str tongue_text(struct str lang, char small[static 8])
{
	lang = tag_language(lang);
	if (tag_shares_words(lang, STR("sh")))
		return STR("sh");
	for (size_t i = 0; i < lang.n && i < 8; i++)
		small[i] = (char)tolower((unsigned char)lang.p[i]);
	return (struct str){small, lang.n < 8 ? lang.n : 8};
}

static uint32_t tongue_of(struct str lang)
{
	char small[8];
	return lang.n ? intern_find(&tongues, tongue_text(lang, small)) : INTERN_NONE;
}

static uint32_t add_tongue(struct str lang)
{
	char small[8];
	return lang.n ? intern_add(&tongues, tongue_text(lang, small)) : INTERN_NONE;
}

static enum position position_of(struct str word)
{
	if (str_eq(word, STR("start")))
		return POSITION_START;
	return str_eq(word, STR("edge-upper")) ? POSITION_EDGE : POSITION_ANY;
}

/* The columns of legal_forms.tsv. */
struct form_columns {
	const struct vocab *v;
	size_t class, action, lang, form, abbr, countries, position;
};

/* Words for a state or a part of a body are no class. */
static bool is_class(struct str class)
{
	static const struct str none[] = {
		STR_CONST("status"), STR_CONST("branch"), STR_CONST("assoc-word")};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (str_eq(class, none[i]))
			return false;
	return true;
}

static struct form read_form(const struct form_columns *c, size_t row, unsigned flags)
{
	struct str class = vocab_cell(c->v, row, c->class),
		   countries = vocab_cell(c->v, row, c->countries);
	bool abbr = !str_eq(vocab_cell(c->v, row, c->abbr), STR("0"));
	enum position position = position_of(vocab_cell(c->v, row, c->position));
	bool everywhere = str_eq(countries, STR("*")) || (!abbr && position == POSITION_ANY);
	return (struct form){
		.class = class,
		.countries = add_countries(countries),
		.tongue = add_tongue(vocab_cell(c->v, row, c->lang)),
		.position = position,
		.strip = str_eq(vocab_cell(c->v, row, c->action), STR("strip")),
		.capitals = !(flags & LETTER_LOWER),
		.dotted = str_ends(vocab_cell(c->v, row, c->form), STR(".")),
		.everywhere = everywhere,
		.tells = is_class(class),
		.certain = abbr || everywhere,
		.company = abbr && (str_eq(class, STR("llc")) || str_eq(class, STR("jsc"))),
	};
}

/* A form as one spelling of it; `flags` are those of the letters it is written in. */
static void add_spelling(const struct form_columns *c, size_t row, const struct words *w,
	unsigned flags, struct arena *arena)
{
	struct buf phrase = {0};
	for (size_t i = 0; i < w->n; i++) {
		if (i)
			buf_putc(&phrase, ' ');
		buf_addstr(&phrase, key_spell(words_get(w, i), false, arena));
	}
	if (w->n && w->n <= UINT8_MAX && phrase.n <= PHRASE_MAX) {
		add_first_word(key_spell(words_get(w, 0), false, arena), w->n);
		add_form(buf_str(&phrase), read_form(c, row, flags));
	}
	buf_release(&phrase);
}

/* Names from Bulgaria and farther east are romanised otherwise, if their letters or country tell.
 */
static bool is_eastern(struct str lang)
{
	return str_eq(lang, STR("bg")) || str_eq(lang, STR("ru")) || str_eq(lang, STR("uk"));
}

static void make_forms(struct arena *arena)
{
	const struct vocab *v = vocab_table(VOCAB_legal_forms);
	struct form_columns c = {v, vocab_column(v, "class"), vocab_column(v, "action"),
		vocab_column(v, "lang"), vocab_column(v, "form"), vocab_column(v, "abbr"),
		vocab_column(v, "countries"), vocab_column(v, "position")};
	for (size_t row = 0; row < v->nrows; row++, arena_reset(arena)) {
		struct str form = vocab_cell(v, row, c.form), lang = vocab_cell(v, row, c.lang);
		struct words w;
		words_split(&w, form, arena);
		unsigned flags = w.flags;
		add_spelling(&c, row, &w, flags, arena);
		if (!is_eastern(lang) || !(flags & LETTER_CYRILLIC))
			continue;
		words_split(&w, translit(translit_for(lang, STR(""), form), form, arena), arena);
		add_spelling(&c, row, &w, flags, arena);
	}
}

static void make_prepositions(struct arena *arena)
{
	static const struct str concepts[] = {
		STR_CONST("for"), STR_CONST("of"), STR_CONST("in"), STR_CONST("with")};
	const struct vocab *v = vocab_table(VOCAB_orgwords);
	size_t c_concept = vocab_column(v, "concept"), c_form = vocab_column(v, "form");
	for (size_t row = 0; row < v->nrows; row++, arena_reset(arena)) {
		for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++) {
			struct words w;
			if (!str_eq(vocab_cell(v, row, c_concept), concepts[i]))
				continue;
			words_split(&w, vocab_cell(v, row, c_form), arena);
			if (w.n == 1)
				intern_add(&prepositions, words_get(&w, 0));
		}
	}
}

static void make(void)
{
	struct arena arena = {0};
	make_forms(&arena);
	make_prepositions(&arena);
	arena_release(&arena);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

uint32_t legal_first(struct str word)
{
	pthread_once(&once, make);
	if (!(lengths[letters_of(word)] & length_bit(word))) /* spares most words the hashing */
		return LEGAL_NONE;
	return intern_find(&first_words, word);
}

/* The name being looked at. */
struct name {
	struct key_word *words;
	size_t n;
	uint64_t country; /* its bit */
	uint32_t tongue;
	bool from_somewhere; /* its country or its language is known */
};

/* How well a form suits where the name is from: 3 by country, 2 by language, 1 at all, 0 not. */
static unsigned rank(const struct form *f, const struct name *name)
{
	if (f->countries & name->country)
		return 3;
	if (f->tongue == name->tongue && name->tongue != INTERN_NONE)
		return 2;
	return f->everywhere || !name->from_somewhere;
}

/*
 * Does a form tell the class? One that belongs to the name tells only where it is a legal form; and
 * a word that is one in few countries ("društvo") tells nothing where it is not known from where
 * the name is.
 */
static bool tells_class(const struct form *f, const struct name *name)
{
	return f->tells && (rank(f, name) > 1 || (f->strip && f->certain));
}

static bool is_first_left(const struct name *name, size_t i)
{
	while (i && name->words[i - 1].dropped)
		i--;
	return i == 0;
}

static bool in_position(const struct form *f, const struct name *name, size_t i, size_t n)
{
	bool first = is_first_left(name, i);
	if (f->dotted && !(name->words[i + n - 1].flags & LETTER_DOTTED))
		return false;
	switch (f->position) {
	case POSITION_START:
		return first || (i + n < name->n && intern_find(&prepositions,
							    name->words[i + n].s) != INTERN_NONE);
	case POSITION_EDGE:
		for (size_t k = i; k < i + n; k++) {
			unsigned letter_case = name->words[k].flags & (LETTER_UPPER | LETTER_LOWER);
			if (!(letter_case & LETTER_UPPER) ||
				(f->capitals && letter_case & LETTER_LOWER))
				return false;
		}
		return first || i + n == name->n;
	default: return true;
	}
}

/* The number of a phrase of n words from i on, or INTERN_NONE. */
static uint32_t find_phrase(const struct name *name, size_t i, size_t n)
{
	char text[PHRASE_MAX];
	size_t length = 0;
	if (n == 1)
		return firsts[name->words[i].first].alone;
	for (size_t k = i; k < i + n; k++) {
		struct str word = name->words[k].s;
		if (length + word.n + 1 > sizeof text)
			return INTERN_NONE;
		if (k > i)
			text[length++] = ' ';
		memcpy(text + length, word.p, word.n);
		length += word.n;
	}
	return intern_find(&phrases, (struct str){text, length});
}

/* The form, of those with the same words, that suits best; *sure: none of another class suits as
 * well. */
static const struct form *best_form(
	uint32_t first, const struct name *name, size_t i, size_t n, bool *sure)
{
	const struct form *best = NULL;
	unsigned best_rank = 0;
	for (uint32_t k = first; k != INTERN_NONE; k = forms[k].next) {
		unsigned r = rank(&forms[k], name);
		if (r == 0 || r < best_rank || !in_position(&forms[k], name, i, n))
			continue;
		*sure = !best || r > best_rank || (*sure && str_eq(forms[k].class, best->class));
		best = &forms[k];
		best_rank = r;
	}
	return best;
}

/* The form that the longest phrase from word i on is, or NULL; *n its words. */
static const struct form *form_at(const struct name *name, size_t i, size_t *n, bool *sure)
{
	if (name->words[i].first == LEGAL_NONE)
		return NULL;
	size_t longest = firsts[name->words[i].first].longest;
	for (*n = longest < name->n - i ? longest : name->n - i; *n; (*n)--) {
		uint32_t phrase = find_phrase(name, i, *n);
		const struct form *form =
			phrase == INTERN_NONE ? NULL
					      : best_form(phrase_forms[phrase], name, i, *n, sure);
		if (form)
			return form;
	}
	return NULL;
}

/* One form met: its words are dropped if it is one to strip. Returns how many. */
static size_t drop(const struct name *name, const struct form *form, size_t i, size_t n)
{
	for (size_t k = i; form->strip && k < i + n; k++)
		name->words[k].dropped = true;
	return form->strip ? n : 0;
}

struct str legal_mark(struct key_word *words, size_t n, struct str lang, struct str country)
{
	pthread_once(&once, make);
	struct name name = {
		words, n, land_bit(country), tongue_of(lang), lang.n > 0 || country.n > 0};
	struct str class = STR("");
	size_t left = n, taken;
	bool sure = false;
	for (size_t i = 0; i < n; i++)
		words[i].dropped = false;
	for (size_t i = 0; i < n; i += taken) {
		const struct form *form = form_at(&name, i, &taken, &sure);
		if (!form) {
			taken = 1;
			continue;
		}
		if (sure && (class.n == 0 || form->company) && tells_class(form, &name))
			class = form->class;
		left -= drop(&name, form, i, taken);
	}
	for (size_t i = 0; left == 0 && i < n; i++)
		words[i].dropped = false;
	return class;
}
