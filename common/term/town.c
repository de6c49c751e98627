#include <pthread.h>

#include "term/folded.h"
#include "term/part.h"
#include "term/town.h"
#include "text/text.h"
#include "vocab/vocab.h"

static struct {
	const struct vocab *rows;
	size_t name, country, capital, forms;
	struct folded index;
} towns;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Of a name's letters that an ending leaves alone: three after a preposition, else four. */
enum { LEAST_IN_PHRASE = 3, LEAST = 4 };

static struct str cell(uint32_t row, size_t column)
{
	return vocab_cell(towns.rows, row, column);
}

static void make_index(void)
{
	struct arena arena = {0};
	struct str rest, form;
	towns.rows = vocab_table(VOCAB_towns);
	towns.name = vocab_column(towns.rows, "town");
	towns.country = vocab_column(towns.rows, "country");
	towns.capital = vocab_column(towns.rows, "capital");
	towns.forms = vocab_column(towns.rows, "forms");
	for (uint32_t row = 0; row < towns.rows->nrows; row++) {
		folded_add(&towns.index, text_fold(cell(row, towns.name), &arena), row);
		rest = cell(row, towns.forms);
		while (str_split(&rest, '|', &form))
			folded_add(&towns.index, text_fold(form, &arena), row);
	}
	arena_release(&arena);
}

static bool is_one_of(struct str word, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

static bool is_case_ending(struct str s)
{
	static const struct str endings[] = {STR_CONST(""), STR_CONST("a"), STR_CONST("e"),
		STR_CONST("i"), STR_CONST("o"), STR_CONST("u"), STR_CONST("om"), STR_CONST("em"),
		STR_CONST("oj"), STR_CONST("og"), STR_CONST("im"), STR_CONST("ih"), STR_CONST("je"),
		STR_CONST("ji"), STR_CONST("ju"), STR_CONST("oga"), STR_CONST("ega"),
		STR_CONST("omu"), STR_CONST("emu"), STR_CONST("ama"), STR_CONST("es"),
		STR_CONST("en"), STR_CONST("it"), STR_CONST("in"), STR_CONST("un")};
	return is_one_of(s, endings, sizeof endings / sizeof *endings);
}

static bool is_vowel(char c)
{
	return c && strchr("aeiou", c);
}

/* "Rijeka", "u Rijeci"; "Požega", "u Požezi" */
static bool is_softened(struct str base, struct str word)
{
	static const char *const pairs[] = {"ka", "ci", "ga", "zi", "ha", "si"};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i += 2)
		if (str_eq(base, str_of(pairs[i])) && str_eq(word, str_of(pairs[i + 1])))
			return true;
	return false;
}

/* "Zadar", "u Zadru": the vowel goes. */
static bool is_fleeting(struct str base, struct str word)
{
	return base.n == 2 && word.n > 1 && strchr("ae", base.p[0]) && word.p[0] == base.p[1] &&
	       is_case_ending(str_from(word, 1));
}

/* `full`: the name keeps all its letters. */
static bool is_case_of(struct str base, struct str word, size_t least, bool full)
{
	size_t common = 0;
	while (common < base.n && common < word.n && base.p[common] == word.p[common])
		common++;
	struct str left = str_from(base, common), ending = str_from(word, common);
	if (left.n == 0 && (ending.n == 0 || common >= least))
		return is_case_ending(ending);
	if (full || common < LEAST_IN_PHRASE)
		return false;
	if (left.n == 1 && is_vowel(left.p[0]))
		return common >= least && is_case_ending(ending);
	return base.n > least && (is_fleeting(left, ending) || is_softened(left, ending));
}

/* Is a folded text a known form, each word in some case? */
static bool is_inflected(struct str form, struct str text, size_t least, bool full)
{
	struct str base, word;
	if (form.n < LEAST_IN_PHRASE || text.n + 1 < form.n || form.p[0] != text.p[0])
		return false;
	while (str_split(&form, ' ', &base))
		if (!str_split(&text, ' ', &word) || !is_case_of(base, word, least, full))
			return false;
	return text.n == 0;
}

static void add_reading(uint32_t row, struct str country, struct town *found, bool *any)
{
	struct str where = cell(row, towns.country);
	if (country.n && !str_eq(where, country))
		return;
	if (*any) {
		found->ambiguous |= !str_eq(found->country, where);
		return;
	}
	*found = (struct town){
		.name = cell(row, towns.name),
		.country = where,
		.capital = cell(row, towns.capital).n > 0,
	};
	*any = true;
}

static void add_readings(uint32_t entry, struct str country, struct town *found, bool *any)
{
	for (uint32_t i = entry; i != FOLDED_NONE; i = towns.index.entries[i].next)
		add_reading(towns.index.entries[i].row, country, found, any);
}

static bool find_inflected(
	struct str fold, size_t least, bool full, struct str country, struct town *found)
{
	bool any = false;
	for (uint32_t i = 0; i < towns.index.forms.n; i++)
		if (is_inflected(intern_text(&towns.index.forms, i), fold, least, full))
			add_readings(towns.index.first[i], country, found, &any);
	return any;
}

/* "u Baru" is rather Bar than Bari. */
static bool find_folded(struct str fold, size_t least, struct str country, struct town *found)
{
	bool any = false;
	uint32_t entry = folded_find(&towns.index, fold);
	add_readings(entry, country, found, &any);
	return entry != FOLDED_NONE ? any
	                            : find_inflected(fold, least, true, country, found) ||
	                                      find_inflected(fold, least, false, country, found);
}

/* "11000 Beograd", "SI-1000 Ljubljana", "Beograd 35": the words without numbers and the letters
 * before one. */
static struct str without_numbers(struct str fold, struct arena *arena)
{
	char *p = arena_alloc(arena, fold.n + 1, 1);
	size_t n = 0, before = 0;
	struct str word;
	while (str_split(&fold, ' ', &word)) {
		bool number = word.n && word.p[0] >= '0' && word.p[0] <= '9';
		if (number && n - before <= 3)
			n = before;
		if (number)
			continue;
		before = n;
		if (n)
			p[n++] = ' ';
		memcpy(p + n, word.p, word.n);
		n += word.n;
	}
	return (struct str){p, n};
}

/* Words before a town's name; folded. *least: behind a preposition a case is sure. */
static bool take_word_before(struct str *fold, size_t *least)
{
	static const struct str prepositions[] = {STR_CONST("u"), STR_CONST("v"), STR_CONST("vo"),
		STR_CONST("na"), STR_CONST("ne"), STR_CONST("in"), STR_CONST("iz"), STR_CONST("od"),
		STR_CONST("nga"), STR_CONST("from"), STR_CONST("kod"), STR_CONST("pri")};
	static const struct str kinds[] = {STR_CONST("grad"), STR_CONST("grada"),
		STR_CONST("opstina"), STR_CONST("opcina"), STR_CONST("obcina"), STR_CONST("komuna"),
		STR_CONST("bashkia"), STR_CONST("basia"), STR_CONST("kjiteti"), STR_CONST("mesto"),
		STR_CONST("e"), STR_CONST("i"), STR_CONST("city"), STR_CONST("town"),
		STR_CONST("of"), STR_CONST("municipality"), STR_CONST("gradot"),
		STR_CONST("mestna")};
	struct str word, rest = *fold;
	if (!str_split(&rest, ' ', &word) || rest.n == 0)
		return false;
	bool preposition =
		is_one_of(word, prepositions, sizeof prepositions / sizeof *prepositions);
	if (!preposition && !is_one_of(word, kinds, sizeof kinds / sizeof *kinds))
		return false;
	*fold = rest;
	if (preposition)
		*least = LEAST_IN_PHRASE;
	return true;
}

static bool find_part(struct str part, struct str country, struct arena *arena, struct town *found)
{
	size_t least = LEAST;
	struct str fold = text_fold(part, arena);
	if (fold.n == 0)
		return false;
	fold = without_numbers(fold, arena);
	do {
		if (find_folded(fold, least, country, found))
			return true;
	} while (take_word_before(&fold, &least));
	return false;
}

static bool find_parts(struct str text, struct str country, struct arena *arena, struct town *found)
{
	struct town one;
	struct str part;
	bool any = false;
	while (part_next(&text, &part)) {
		if (!find_part(part, country, arena, &one))
			continue;
		if (any && !str_eq(one.country, found->country))
			return false;
		if (!any)
			*found = one;
		any = true;
	}
	return any;
}

bool town_find(struct str text, struct str country, struct town *found)
{
	struct arena arena = {0};
	pthread_once(&once, make_index);
	bool known =
		find_part(text, country, &arena, found) || find_parts(text, country, &arena, found);
	arena_release(&arena);
	return known;
}

/* What a part names as it stands; false, too, where towns of that name are in several countries. */
static bool find_plain(struct str part, struct arena *arena, struct town *found, bool *known)
{
	size_t least = LEAST;
	struct str fold = without_numbers(text_fold(part, arena), arena);
	*known = false;
	do
		add_readings(folded_find(&towns.index, fold), STR(""), found, known);
	while (!*known && take_word_before(&fold, &least));
	return *known && !found->ambiguous;
}

bool town_find_plain(struct str text, struct town *found)
{
	struct arena arena = {0};
	struct town one;
	struct str part;
	bool any = false, agree = true, known;
	pthread_once(&once, make_index);
	while (agree && part_next(&text, &part)) {
		bool sure = find_plain(part, &arena, &one, &known);
		agree = !known || (sure && (!any || str_eq(one.country, found->country)));
		if (sure && !any)
			*found = one;
		any |= sure;
	}
	arena_release(&arena);
	return any && agree;
}
