#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "check.h"
#include "input/guess.h"

enum { FILE_MOST = 1 << 20 };

static struct str read_file(const char *path, struct arena *arena)
{
	char *p = arena_alloc(arena, FILE_MOST, 1);
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(p, 1, FILE_MOST, f) : 0;
	if (f)
		fclose(f);
	return (struct str){p, n};
}

static struct guess guess_of(struct str bytes)
{
	struct census census = {0};
	census_add(&census, bytes.p, bytes.n);
	struct guess guess = census_guess(&census);
	census_release(&census);
	return guess;
}

/* The names that the cases use, in ours; of pages that read these files alike we name the first. */
static struct str our_name(struct str theirs, struct str file)
{
	if (str_eq(theirs, STR("UTF-8(BOM)")))
		return STR("UTF-8");
	if (str_eq(theirs, STR("UTF-16(BOM)")))
		return STR("UTF-16LE");
	if (str_eq(theirs, STR("UTF-16BE(no BOM)")))
		return STR("UTF-16BE");
	if (str_eq(theirs, STR("ISO646-YU")))
		return STR("YUSCII");
	if (str_eq(theirs, STR("MacCyrillic")) || str_find(file, STR("mac_cyrillic")) < file.n)
		return STR("MAC-CYRILLIC");
	if (str_eq(file, STR("sq-list.cp1252.txt")))
		return STR("windows-1250");
	return theirs;
}

static void test_cases(void)
{
	const char *dir = getenv("TESTDIR") ? getenv("TESTDIR") : "tests";
	struct arena arena = {0};
	struct str rest, line, cell[3];
	size_t good = 0, n = 0, wrong = 0;
	rest = read_file(arena_fmt(&arena, "%s/cases/names/encodings.tsv", dir).p, &arena);
	str_split(&rest, '\n', &line);
	while (str_split(&rest, '\n', &line) && line.n) {
		for (int i = 0; i < 3; i++)
			str_split(&line, '\t', &cell[i]);
		struct str path =
			arena_fmt(&arena, "%s/cases/names/enc/" STR_FMT, dir, STR_ARG(cell[0]));
		struct guess guess = guess_of(read_file(path.p, &arena));
		bool right = str_eq_ascii_case(str_of(guess.encoding), our_name(cell[1], cell[0]));
		good += right && guess.sure;
		wrong += !right && guess.sure;
		n++;
		if (!right || !guess.sure)
			printf(STR_FMT ": guessed %s, %s\n", STR_ARG(cell[0]), guess.encoding,
				guess.sure ? "sure" : "not sure");
	}
	printf("encodings: %zu/%zu (%.1f %%), %zu wrong without a question\n", good, n,
		n ? 100.0 * (double)good / (double)n : 0, wrong);
	CHECK(n > 0 && good * 100 >= n * 95);
	CHECK(wrong == 0);
	arena_release(&arena);
}

static void check_guess(struct str bytes, const char *want, bool want_sure)
{
	struct guess guess = guess_of(bytes);
	CHECK(guess.sure == want_sure);
	if (want_sure)
		CHECK_STR(str_of(guess.encoding), str_of(want));
}

static void test_rules(void)
{
	check_guess(STR(""), "UTF-8", true);
	check_guess(STR("name,city\nMagacin,Beograd\n"), "UTF-8", true);
	check_guess(STR("\xC4\x8D\n"), "UTF-8", true);
	/* cut inside a character */
	check_guess(STR("\xC4\x8D\n\xC4"), "UTF-8", true);
	check_guess(STR("a{b}c [x] {key: \\n} user@mail.example"), "UTF-8", true);
	check_guess(STR("Dru{tvo ^e`ana [kofja Loka, @alec, Ljubljana"), "YUSCII", true);
	/* nothing in it is written otherwise in Latin than in Cyrillic */
	check_guess(STR("Dru{tvo ^e`ana [kofja Loka"), NULL, false);
	/* too little of it */
	check_guess(STR("naziv,grad\nMa{tarnica,Zagreb\n"), NULL, false);
	check_guess(STR("naziv,grad\nMre`a,Rijeka\n"), "UTF-8", true);
	/* as many characters are UTF-8 as are not */
	check_guess(STR("Ku\xC4\x87"
			"a;Ni\x9A\n"),
		NULL, false);
	/* UTF-16 without a line end or a blank */
	check_guess(STR("\x20\x04\x43\x04\x3A\x04\x30\x04"), "UTF-16LE", true);
	/* blanks that do not break: alone, and in a row */
	check_guess(STR("ime;grad\nCentar\xA0za kulturu;Nis\n"), "windows-1250", true);
	check_guess(STR("a;b\n\xA0\xA0\xA0;3 \xA3\n\xA0\xA0\xA0;5 \xA3\n"), NULL, false);
	/* a sign of a currency is no letter */
	check_guess(STR("Centar;1200 \x80\nKlub;300 \x80\n"), "windows-1250", true);
	check_guess(STR("\xFF\xFE"
			"a\0b\0"),
		"UTF-16LE", true);
}

/* What only has the signs of YUSCII. */
static void test_not_yuscii(void)
{
	static const char *const texts[] = {
		"Use `git status` and `git log`, then `make`; see [the manual] or [this page](x).",
		"[links] and [more links] and {braces here} and [see also] {or this}, {return} [x]",
		"C^2 a|b ~tilde e^x x^n A^T ~user ^top `quoted words here` and `others too`",
		"\\begin{center} \\emph{text} \\alpha \\beta \\section{One} $x^{n}$ Dr.~Smith p.~3",
		"{\"name\": [true, false], \"a\": {\"b\": null}} {name: [one, two], other: {x: y}}",
		"name|city|country\nRuka|Skopje|MK\nJadro|Skopje|MK\nZrno|Ohrid|MK\n",
		"a[i] = b{c}; if (x||y) return ~mask; list[index]->field | other",
		"@ana @petra @marko ~/bin ~root user@mail.example C:\\temp\\new \\\\server\\share",
		"Rock`n`roll, D`Artagnan, O`Neill, Sant`Egidio, l`arte, dell`arte",
		"Choose `.align-baseline`, `.align-top`, `.align-middle` or [`vertical-align`](x).",
		"~~gone~~ ``code`` [[Page]] {{template}} {{other|name}} [[Page|text]]",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_guess(str_of(texts[i]), "UTF-8", true);
}

/* Pieces of any length are counted as the whole is. */
static void test_yuscii_pieces(void)
{
	struct str text = STR("Dru{tvo ^e`ana [kofja Loka, Udru`enje gra|ana");
	for (size_t step = 1; step < 8; step++) {
		struct census census = {0};
		for (size_t i = 0; i < text.n; i += step)
			census_add(&census, text.p + i, str_head(str_from(text, i), step).n);
		CHECK_STR(str_of(census_guess(&census).encoding), STR("YUSCII"));
		census_release(&census);
	}
	check_guess(STR("Galerija Qubqana, Pozori{te, ku}a, W`ego{, `xep, ~ovek"),
		"YUSCII-CYRILLIC", true);
}

int main(void)
{
	test_cases();
	test_rules();
	test_not_yuscii();
	test_yuscii_pieces();
	return check_summary("guess");
}
