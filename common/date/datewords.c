#include <pthread.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/mem.h"
#include "date/datewords.h"
#include "text/tag.h"
#include "text/words.h"
#include "vocab/vocab.h"

enum { PHRASE_MAX = 64 };

/* One row of a vocabulary. */
struct entry {
	struct str lang;
	struct date_word word;
	bool latin;
	uint32_t next; /* the next row with the same phrase, or INTERN_NONE */
};

static struct {
	struct intern phrases;
	uint32_t *first; /* by number of the phrase */
	struct entry *entries;
	size_t n, cap;
} words;

static pthread_once_t once = PTHREAD_ONCE_INIT;

size_t date_plain(struct str text, char *out, size_t room)
{
	struct arena arena = {0};
	struct words w;
	size_t n = 0;
	words_split(&w, text, &arena);
	for (size_t i = 0; i < w.n; i++) {
		struct str word = words_get(&w, i);
		if (word.n + 1 > room - n) {
			n = 0;
			break;
		}
		if (i)
			out[n++] = ' ';
		memcpy(out + n, word.p, word.n);
		n += word.n;
	}
	arena_release(&arena);
	return n;
}

static void add_entry(struct str form, struct str lang, unsigned roles, int value)
{
	char plain[PHRASE_MAX];
	struct str phrase = {plain, date_plain(form, plain, sizeof plain)};
	if (phrase.n == 0 || roles == 0)
		return;
	size_t known = words.phrases.n;
	uint32_t number = intern_add(&words.phrases, phrase);
	words.entries = mem_grow(words.entries, words.n, &words.cap, sizeof *words.entries);
	words.first = number < known
	                      ? words.first
	                      : mem_resize(words.first, words.phrases.n, sizeof *words.first);
	words.entries[words.n] = (struct entry){
		.lang = lang,
		.word = {roles, value},
		.latin = (unsigned char)form.p[0] <
	                 0xCD, /* where Greek and Cyrillic letters begin */
		.next = number < known ? words.first[number] : INTERN_NONE,
	};
	words.first[number] = (uint32_t)words.n++;
}

/* The number that a text begins with, of four digits at most. */
static int number_of(struct str s)
{
	int value = 0;
	for (size_t i = 0; i < s.n && i < 4 && isdigit((unsigned char)s.p[i]); i++)
		value = value * 10 + s.p[i] - '0';
	return value;
}

static void add_months(void)
{
	const struct vocab *v = vocab_table(VOCAB_months);
	size_t month = vocab_column(v, "month"), lang = vocab_column(v, "lang"),
	       form = vocab_column(v, "form"), kind = vocab_column(v, "case");
	for (size_t i = 0; i < v->nrows; i++) {
		int value = number_of(vocab_cell(v, i, month));
		bool roman = str_eq(vocab_cell(v, i, kind), STR("roman"));
		if (value >= 1 && value <= 12)
			add_entry(vocab_cell(v, i, form), vocab_cell(v, i, lang),
				roman ? ROLE_ROMAN : ROLE_MONTH, value);
	}
}

enum { NUMBER = -1 }; /* the value is the number that the meaning begins with */

/* What a row of date_words.tsv means: its role, and for some roles its meaning too. */
static const struct meaning {
	struct str role, meaning; /* an empty meaning: any */
	struct date_word word;
} meanings[] = {
	{STR_CONST("yearword"),  STR_CONST(""),            {ROLE_YEAR, 0}        },
	{STR_CONST("prefix"),    STR_CONST("since"),       {ROLE_SINCE, 0}       },
	{STR_CONST("prefix"),    STR_CONST("until"),       {ROLE_UNTIL, 0}       },
	{STR_CONST("prefix"),    STR_CONST("between"),     {ROLE_BETWEEN, 0}     },
	{STR_CONST("prefix"),    STR_CONST("and"),         {ROLE_AND, 0}         },
	{STR_CONST("prefix"),    STR_CONST("drop"),        {ROLE_DROP, 0}        },
	{STR_CONST("open"),      STR_CONST(""),            {ROLE_OPEN, 0}        },
	{STR_CONST("null"),      STR_CONST(""),            {ROLE_NULL, 0}        },
	{STR_CONST("season"),    STR_CONST("spring"),      {ROLE_SEASON, 21}     },
	{STR_CONST("season"),    STR_CONST("summer"),      {ROLE_SEASON, 22}     },
	{STR_CONST("season"),    STR_CONST("autumn"),      {ROLE_SEASON, 23}     },
	{STR_CONST("season"),    STR_CONST("winter"),      {ROLE_SEASON, 24}     },
	{STR_CONST("ordinal"),   STR_CONST(""),            {ROLE_ORDINAL, NUMBER}},
	{STR_CONST("not"),       STR_CONST(""),            {ROLE_NOT, 0}         },
	{STR_CONST("part"),      STR_CONST("month"),       {ROLE_MONTHS, 0}      },
	{STR_CONST("part"),      STR_CONST("quarter"),     {ROLE_QUARTER, 0}     },
	{STR_CONST("part"),      STR_CONST("half"),        {ROLE_HALF, 0}        },
	{STR_CONST("part"),      STR_CONST("century"),     {ROLE_CENTURY, 0}     },
	{STR_CONST("decade"),    STR_CONST("1950"),        {ROLE_DECADE, 1950}   },
	{STR_CONST("decade"),    STR_CONST("1960"),        {ROLE_DECADE, 1960}   },
	{STR_CONST("decade"),    STR_CONST("1970"),        {ROLE_DECADE, 1970}   },
	{STR_CONST("decade"),    STR_CONST("1980"),        {ROLE_DECADE, 1980}   },
	{STR_CONST("decade"),    STR_CONST("1990"),        {ROLE_DECADE, 1990}   },
	{STR_CONST("decade"),    STR_CONST("years"),       {ROLE_DECADES, 0}     },
	{STR_CONST("decade"),    STR_CONST(""),            {ROLE_DECADE, NUMBER} },
	{STR_CONST("doubt"),     STR_CONST(""),            {ROLE_DOUBT, 0}       },
	{STR_CONST("precision"), STR_CONST("start"),       {ROLE_EARLY, 0}       },
	{STR_CONST("precision"), STR_CONST("mid"),         {ROLE_MID, 0}         },
	{STR_CONST("precision"), STR_CONST("end"),         {ROLE_LATE, 0}        },
	{STR_CONST("precision"), STR_CONST("during"),      {ROLE_DURING, 0}      },
	{STR_CONST("precision"), STR_CONST("approximate"), {ROLE_APPROX, 0}      },
};

static void add_words(void)
{
	const struct vocab *v = vocab_table(VOCAB_date_words);
	size_t role = vocab_column(v, "role"), lang = vocab_column(v, "lang"),
	       form = vocab_column(v, "form"), meaning = vocab_column(v, "meaning");
	for (size_t i = 0; i < v->nrows; i++) {
		const struct meaning *m = meanings,
				     *end = meanings + sizeof meanings / sizeof *meanings;
		while (m < end && !(str_eq(vocab_cell(v, i, role), m->role) &&
					  str_starts(vocab_cell(v, i, meaning), m->meaning)))
			m++;
		if (m < end)
			add_entry(vocab_cell(v, i, form), vocab_cell(v, i, lang), m->word.roles,
				m->word.value == NUMBER ? number_of(vocab_cell(v, i, meaning))
							: m->word.value);
	}
}

static void make_index(void)
{
	add_months();
	add_words();
}

/* How well a row speaks for a text: its language, then its script. */
static int fitness(const struct entry *e, struct str lang, bool latin)
{
	return (e->latin == latin ? 1 : 0) + (tag_shares_words(e->lang, lang) ? 2 : 0);
}

/* Is any row of the phrase in the script of the text? Then the others are other words. */
static bool in_script(uint32_t number, bool latin)
{
	for (uint32_t i = words.first[number]; i != INTERN_NONE; i = words.entries[i].next)
		if (words.entries[i].latin == latin)
			return true;
	return false;
}

/*
 * Roles of different rows are joined, except that a word is not both "year" and a season: the
 * better row wins, and of two as good ones "year", which says less.
 */
struct date_word date_word_find(struct str phrase, struct str lang, bool latin)
{
	struct date_word found = {0};
	int best_value = -1, best_year = -1, best_season = -1;
	pthread_once(&once, make_index);
	uint32_t number = intern_find(&words.phrases, phrase);
	if (number == INTERN_NONE)
		return found;
	bool strict = in_script(number, latin);
	for (uint32_t i = words.first[number]; i != INTERN_NONE; i = words.entries[i].next) {
		const struct entry *e = &words.entries[i];
		if (strict && e->latin != latin)
			continue;
		int fit = fitness(e, lang, latin);
		found.roles |= e->word.roles;
		if (e->word.value && fit > best_value) {
			best_value = fit;
			found.value = e->word.value;
		}
		if (e->word.roles & ROLE_YEAR && fit > best_year)
			best_year = fit;
		if (e->word.roles & ROLE_SEASON && fit > best_season)
			best_season = fit;
	}
	if (best_year >= 0 && best_season >= 0)
		found.roles &= ~(unsigned)(best_season > best_year ? ROLE_YEAR : ROLE_SEASON);
	return found;
}

bool date_lang_has_v(struct str lang)
{
	struct str tag = tag_language(lang);
	return str_eq(tag, STR("sl")) || str_eq(tag, STR("bg"));
}
