#include "base/arena.h"
#include "check.h"
#include "input/charset.h"
#include "input/dialect.h"
#include "input/quantity.h"
#include "input/schema.h"

static void check_quantity(const char *text, const char *lang, const char *want)
{
	struct arena arena = {0};
	struct str number = {NULL, 0};
	switch (quantity_read(str_of(text), str_of(lang), &arena, &number)) {
	case QUANTITY_OK: break;
	case QUANTITY_AMBIGUOUS: number = STR("ambiguous"); break;
	case QUANTITY_BAD: number = STR("bad"); break;
	}
	CHECK_STR(number, str_of(want));
	arena_release(&arena);
}

static void test_quantities(void)
{
	check_quantity("12", "", "12");
	check_quantity("0.8960", "", "0.896");
	check_quantity("1.234,50", "", "1234.5");
	check_quantity("1,234.50", "", "1234.5");
	check_quantity("1234,5", "", "1234.5");
	check_quantity("1 234 567", "", "1234567");
	check_quantity("1 234,567", "", "1234.567");
	check_quantity("1.234.567", "", "1234567");
	check_quantity("1'234'567.89", "", "1234567.89");
	check_quantity("-1.234.567,8", "", "-1234567.8");
	check_quantity("\xE2\x88\x92"
		       "5",
		"", "-5");
	check_quantity("+7", "", "7");
	check_quantity("0,125", "", "0.125");
	check_quantity("1e-9", "", "1e-9");
	check_quantity("1.234", "", "ambiguous");
	check_quantity("1,234", "", "ambiguous");
	check_quantity("1.234", "sr", "1234");
	check_quantity("1.234", "sr-Latn", "1234");
	check_quantity("1,234", "mk", "1.234");
	check_quantity("1.234", "en", "1.234");
	check_quantity("1,234", "en-GB", "1234");
	static const char *const bad[] = {"", "-", "12 EUR", "1,2,3", "12.34.567", "1.234,5.6",
		"1,234.567,8", "1  2", "12 34", "1.2 3", "abc", "1.234.56"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_quantity(bad[i], "", "bad");
}

static void test_marks(void)
{
	struct buf text = {0};
	struct charset *c = charset_open("windows-1250");
	CHECK(c != NULL);
	charset_convert(c, STR("a\x81\xE8"), &text);
	charset_end(c, &text);
	CHECK_STR(buf_str(&text), STR("a\xFF\x88\x81\xC4\x8D"));
	charset_close(c);
	CHECK(charset_open("windows-1250//IGNORE") == NULL);
	CHECK(charset_open("no such") == NULL);
	buf_release(&text);
}

static char delimiter_of(const char *text)
{
	struct dialect d = {0};
	struct source s;
	struct buf why = {0};
	source_init_memory(&s, str_of(text), NULL);
	source_next_file(&s, &why);
	dialect_find(&d, &s);
	source_release(&s);
	return d.delimiter;
}

static void test_delimiters(void)
{
	CHECK(delimiter_of("a,b\n") == ',');
	CHECK(delimiter_of("a;b\n1,5;2\n2,5;3\n") == ';');
	CHECK(delimiter_of("a\tb\n\"x,y,z\"\t1\n") == '\t');
	CHECK(delimiter_of("Title, with a comma\na|b|c\n1|2|3\n") == '|');
	CHECK(delimiter_of("a\n1\n") == ',');
	CHECK(delimiter_of("SEP=|\na,b|c\n") == '|');
	CHECK(delimiter_of("sep=;") == ';');
}

static void test_schemas(void)
{
	for (size_t i = 0; SCHEMA_TYPES[i]; i++)
		CHECK_STR(str_of(schema_at(i)->type), str_of(SCHEMA_TYPES[i]));
	CHECK(schema_kind(schema_at(0), STR("country")) == KIND_COUNTRY);
	CHECK(schema_kind(schema_at(0), STR("valid_from")) == KIND_NONE);
	CHECK(schema_kind(schema_at(1), STR("valid_from")) == KIND_DATE);
	CHECK(schema_kind(schema_at(8), STR("country")) == KIND_NONE);
}

int main(void)
{
	test_quantities();
	test_marks();
	test_delimiters();
	test_schemas();
	return check_summary("input");
}
