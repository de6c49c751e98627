/*
 * names: transliteration, homoglyphs and keys against the tables of tests/cases/names, with a score
 * for each.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/mojibake.h"
#include "text/text.h"
#include "text/token.h"
#include "text/translit.h"

static struct arena arena;

static struct str read_case(const char *name)
{
	const char *folder = getenv("TESTDIR");
	struct buf b = {0};
	size_t n;
	struct str path = arena_fmt(&arena, "%s/cases/names/%s", folder ? folder : "tests", name);
	FILE *f = fopen(path.p, "rb");
	if (!f) {
		printf("names: cannot open %s\n", path.p);
		exit(2);
	}
	do {
		buf_reserve(&b, 65536);
		n = fread(b.p + b.n, 1, 65536, f);
		b.n += n;
	} while (n);
	fclose(f);
	struct str text = arena_str(&arena, buf_str(&b));
	buf_release(&b);
	return text;
}

/* The cells of the next line, without the header's: false at the end. */
static bool next_row(struct str *rest, struct str *cells, size_t n)
{
	struct str line;
	if (!str_split(rest, '\n', &line) || line.n == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!str_split(&line, '\t', &cells[i]))
			cells[i] = STR("");
	return true;
}

static void score(const char *what, size_t right, size_t all, double least)
{
	double percent = all ? 100.0 * (double)right / (double)all : 0;
	printf("%s: %zu/%zu (%.1f %%)\n", what, right, all, percent);
	CHECK(percent >= least);
}

static struct str translit_case(struct str system, struct str text)
{
	if (str_eq(system, STR("sr-Cyrl(reverse)")))
		return translit_cyrillic(text, &arena);
	const struct translit_system *s = translit_find(system);
	return s ? translit(s, text, &arena) : STR("(no such system)");
}

static void test_translit_cases(void)
{
	struct str rest = read_case("translit.tsv"), cells[4];
	size_t right = 0, all = 0;
	next_row(&rest, cells, 4);
	for (; next_row(&rest, cells, 4); all++) {
		struct str got = translit_case(cells[0], cells[1]);
		if (str_eq(got, cells[2]))
			right++;
		else
			printf("  %.*s '%.*s': got '%.*s', want '%.*s'\n", (int)cells[0].n,
				cells[0].p, (int)cells[1].n, cells[1].p, (int)got.n, got.p,
				(int)cells[2].n, cells[2].p);
	}
	score("translit", right, all, 95);
}

static void test_homoglyph_cases(void)
{
	struct str rest = read_case("homoglyph.tsv"), cells[4];
	size_t right = 0, all = 0;
	enum homoglyph what;
	next_row(&rest, cells, 4);
	for (; next_row(&rest, cells, 4); all++) {
		struct str got = homoglyph_mend(cells[0], &what, &arena);
		bool flag = str_eq(cells[2], STR("flag")),
		     control = str_eq(cells[2], STR("mixed-ok"));
		CHECK((what == HOMOGLYPH_MIXED) == flag);
		if (control)
			CHECK(what == HOMOGLYPH_NONE && str_eq(got, cells[0]));
		if (str_eq(got, cells[1]))
			right++;
		else
			printf("  homoglyph: got '%.*s', want '%.*s'\n", (int)got.n, got.p,
				(int)cells[1].n, cells[1].p);
	}
	score("homoglyph", right, all, 90);
}

/* Whether a category consists only of parts that a key makes equal. */
static bool is_strict(struct str category)
{
	static const char *const strict[] = {
		"script", "diacritics", "quotes-case", "legal-form", "homoglyph", "word-order"};
	struct str part;
	while (str_split(&category, '+', &part)) {
		bool known = false;
		for (size_t i = 0; i < sizeof strict / sizeof *strict; i++)
			known = known || str_eq(part, str_of(strict[i]));
		if (!known)
			return false;
	}
	return true;
}

static size_t word_count(struct str key)
{
	size_t n = 0;
	struct str word;
	while (str_split(&key, ' ', &word))
		n++;
	return n;
}

enum outcome { MUST, NEVER, MORE, LOOSE, OUTCOMES };

/* What a key owes a pair. Where one name has words that the other has not, it is no matter of
 * spelling. */
static enum outcome outcome_of(const struct str *cells, struct str a, struct str b)
{
	if (!str_eq(cells[3], STR("1")))
		return NEVER;
	if (!is_strict(cells[4]))
		return LOOSE;
	return word_count(a) == word_count(b) ? MUST : MORE;
}

static void test_pairs(void)
{
	struct str rest = read_case("pairs.tsv"), cells[6];
	size_t equal[OUTCOMES] = {0}, all[OUTCOMES] = {0};
	next_row(&rest, cells, 6);
	while (next_row(&rest, cells, 6)) {
		struct str a = name_key(cells[1], STR(""), cells[5], &arena);
		struct str b = name_key(cells[2], STR(""), cells[5], &arena);
		enum outcome outcome = outcome_of(cells, a, b);
		bool same = str_eq(a, b);
		all[outcome]++;
		equal[outcome] += same;
		if ((outcome == NEVER && same) || (outcome == MUST && !same))
			printf("  %.*s %.*s: '%.*s' and '%.*s'\n", (int)cells[0].n, cells[0].p,
				(int)cells[4].n, cells[4].p, (int)a.n, a.p, (int)b.n, b.p);
	}
	score("keys that must be equal", equal[MUST], all[MUST], 98);
	score("keys that must differ", all[NEVER] - equal[NEVER], all[NEVER], 100);
	printf("same body, one name says more: %zu; equal beyond what a key owes: %zu/%zu\n",
		all[MORE], equal[LOOSE], all[LOOSE]);
}

/* A name is described the same by its tokens, known or not, as without them. */
static void check_tokens(
	struct str name, struct str lang, struct str country, struct tokens *tokens)
{
	struct name_facts without, with;
	struct token_row row;
	name = text_clean(name, &arena);
	name_describe(name, lang, country, STR(""), NULL, &without, &arena);
	for (size_t again = 0; again < 2; again++) {
		if (!token_row_read(&row, tokens, name))
			return;
		CHECK(!row.sound || !mojibake_is_suspect(name));
		name_describe(name, lang, country, STR(""), &row, &with, &arena);
		CHECK_STR(with.latin, without.latin);
		CHECK_STR(with.key, without.key);
		CHECK_STR(with.lang, without.lang);
		CHECK_STR(with.legal_form, without.legal_form);
		CHECK(with.script == without.script);
	}
}

static void test_tokens(void)
{
	struct str rest = read_case("pairs.tsv"), cells[6];
	struct tokens tokens = {0};
	size_t names = 0;
	next_row(&rest, cells, 6);
	for (; next_row(&rest, cells, 6); names += 2)
		for (size_t i = 1; i <= 2; i++) {
			check_tokens(cells[i], STR(""), cells[5], &tokens);
			check_tokens(cells[i], STR(""), STR(""), &tokens);
			check_tokens(cells[i], STR("sr"), STR("MK"), &tokens);
			check_tokens(cells[i], STR("mk"), STR(""), &tokens);
			check_tokens(cells[i], STR("bg"), STR(""), &tokens);
		}
	CHECK(names > 1000);
	tokens_release(&tokens);
}

/* Tokens that want one slot, in one name and in turn. */
static void test_many_tokens(void)
{
	char name[64];
	struct tokens tokens = {0};
	for (unsigned i = 0; i < 20000; i++) {
		snprintf(name, sizeof name, "a%xk k%uz Ђ%u %u", i * 2654435761u, i % 5000, i % 700,
			i);
		check_tokens(str_of(name), STR(""), STR("RS"), &tokens);
		snprintf(name, sizeof name, "a%xk k%uz %u", i * 2654435761u, i % 5000, i);
		check_tokens(str_of(name), STR(""), STR("RS"), &tokens);
		if (i % 1000 == 0)
			arena_reset(&arena);
	}
	tokens_release(&tokens);
}

int main(void)
{
	test_translit_cases();
	test_homoglyph_cases();
	test_pairs();
	test_tokens();
	test_many_tokens();
	arena_release(&arena);
	return check_summary("names");
}
