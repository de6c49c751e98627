/*
 * names: transliteration, homoglyphs and keys against the tables of tests/cases/names, with a score
 * for each, and every rule of common/text on its own.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/script.h"
#include "text/text.h"
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

static void test_pairs(void)
{
	struct str rest = read_case("pairs.tsv"), cells[6];
	size_t equal = 0, must = 0, different = 0, never = 0, more = 0, others = 0;
	next_row(&rest, cells, 6);
	while (next_row(&rest, cells, 6)) {
		struct str a = name_key(cells[1], STR(""), cells[5], &arena),
			   b = name_key(cells[2], STR(""), cells[5], &arena);
		bool match = str_eq(cells[3], STR("1")), same = str_eq(a, b);
		bool wrong = match ? is_strict(cells[4]) && !same : same;
		if (wrong)
			printf("  %.*s %.*s: '%.*s' and '%.*s': '%.*s' and '%.*s'\n",
				(int)cells[0].n, cells[0].p, (int)cells[4].n, cells[4].p,
				(int)cells[1].n, cells[1].p, (int)cells[2].n, cells[2].p, (int)a.n,
				a.p, (int)b.n, b.p);
		if (!match) {
			never++;
			different += !same;
		} else if (is_strict(cells[4])) {
			must++;
			equal += same;
		} else {
			others++;
			more += same;
		}
	}
	score("keys that must be equal", equal, must, 75);
	score("keys that must differ", different, never, 100);
	printf("equal beyond what a key must: %zu/%zu\n", more, others);
}

static struct str fold(const char *s)
{
	return text_fold(str_of(s), &arena);
}

static void test_fold(void)
{
	CHECK_STR(fold("Đorđe"), STR("dorde"));
	CHECK_STR(fold("Djordje"), STR("dorde"));
	CHECK_STR(fold("Ђорђе"), STR("dorde"));
	CHECK_STR(fold("Ѓорче"), STR("gorce"));
	CHECK_STR(fold("Gjorche"), STR("gorce"));
	CHECK_STR(fold("Ǵorče"), STR("gorce"));
	CHECK_STR(fold("  Bosna i  Hercegovina. "), STR("bosna i hercegovina"));
	CHECK_STR(fold("Босна и Херцеговина"), STR("bosna i hercegovina"));
	CHECK_STR(fold("d.o.o."), STR("do"));
	CHECK_STR(fold("д. о. о."), STR("do"));
	CHECK_STR(fold("XXIII"), STR("xxiii"));
	CHECK_STR(fold("Express"), STR("ekspres"));
	CHECK_STR(fold("Skopje (MK)"), STR("skopje mk"));
	CHECK_STR(fold("İSTANBUL"), STR("istanbul"));
	CHECK_STR(fold("ıstanbul"), STR("istanbul"));
	CHECK_STR(fold("Άγιος Νικόλαος"), STR("agios nikolaos"));
	CHECK_STR(fold("Shqipëri"), STR("skiperi"));
	CHECK_STR(fold("N̂egoš Ljubl̂ana"), STR("njegos ljubljana"));
	CHECK_STR(fold("D’Art"), STR("dart"));
	CHECK_STR(fold("1991"), STR("1991"));
	CHECK_STR(fold("–"), STR("–"));
	CHECK_STR(fold("???"), STR("???"));
	CHECK_STR(fold(""), STR(""));
	CHECK_STR(fold("№"), STR("no"));
}

static struct str clean(const char *s)
{
	return text_clean(str_of(s), &arena);
}

static void test_clean(void)
{
	CHECK_STR(clean(" \xEF\xBB\xBFKulturni \t centar\xC2\xA0 "), STR("Kulturni centar"));
	CHECK_STR(clean("г\xCC\x81орче"), STR("ѓорче"));
	CHECK_STR(clean("kultu\xC2\xADra\xE2\x80\x8B"), STR("kultura"));
	CHECK_STR(clean("„Žuti – čičak“"), STR("„Žuti – čičak“"));
	CHECK_STR(clean("a\xE2\x80\xAF\x62"), STR("a b"));
	CHECK_STR(clean("\xE2\x80\x83"), STR(""));
}

static void test_case(void)
{
	CHECK_STR(text_upper(STR("ђак čičak ß"), &arena), STR("ЂАК ČIČAK ß"));
	CHECK_STR(text_lower(STR("ЂАК ČIČAK Ω"), &arena), STR("ђак čičak ω"));
}

static void test_script(void)
{
	CHECK(script_of(STR("Теорија која хода")) == SCRIPT_CYRL);
	CHECK(script_of(STR("Театар 2 – „А“")) == SCRIPT_CYRL);
	CHECK(script_of(STR("Teorija koja hoda")) == SCRIPT_LATN);
	CHECK(script_of(STR("Αθήνα")) == SCRIPT_GREK);
	CHECK(script_of(STR("web-сајт")) == SCRIPT_MIXED);
	CHECK(script_of(STR("2014.")) == SCRIPT_NONE);
	CHECK(script_of(STR("文化")) == SCRIPT_OTHER);
	CHECK_STR(script_code(SCRIPT_MIXED), STR("Zyyy"));
}

int main(void)
{
	test_translit_cases();
	test_homoglyph_cases();
	test_pairs();
	test_fold();
	test_clean();
	test_case();
	test_script();
	arena_release(&arena);
	return check_summary("names");
}
