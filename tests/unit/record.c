#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "record/header.h"
#include "record/list.h"
#include "record/number.h"
#include "record/scan.h"
#include "record/value.h"

static uint64_t seed = 42;

static uint64_t next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

static void test_scan_form(enum scan_form form)
{
	static const char bytes[] = "ab\t\n\\\r\0xyz";
	char text[1000];
	struct scan fast = {0}, plain = {0};
	for (int round = 0; round < 2000; round++) {
		size_t n = next_random() % sizeof text, kinds = 1 + next_random() % sizeof bytes;
		for (size_t i = 0; i < n; i++)
			text[i] = bytes[next_random() % kinds];
		scan_block_by(SCAN_PLAIN, &plain, text, n);
		if (!scan_block_by(form, &fast, text, n))
			break;
		CHECK(fast.odd == plain.odd && fast.nsep == plain.nsep &&
			fast.nline == plain.nline);
		CHECK(memcmp(fast.sep, plain.sep, plain.nsep * sizeof *plain.sep) == 0);
		CHECK(memcmp(fast.line, plain.line, plain.nline * sizeof *plain.line) == 0);
	}
	scan_release(&fast);
	scan_release(&plain);
}

static void check_number(const char *text, const char *want)
{
	char out[NUMBER_MAX];
	double v;
	if (!number_parse(str_of(text), &v)) {
		CHECK_STR(STR("(no number)"), str_of(want));
		return;
	}
	CHECK_STR(((struct str){out, number_format(v, out)}), str_of(want));
}

static void test_numbers(void)
{
	check_number("1234.5", "1234.5");
	check_number("-0.25", "-0.25");
	check_number("1e-9", "1e-9");
	check_number("0.1", "0.1");
	check_number("007", "7");
	check_number("-0", "0");
	check_number("5e-324", "5e-324");
	check_number("1.7976931348623157e308", "1.7976931348623157e308");
	check_number("9007199254740993", "9007199254740992");
	check_number("0.00001", "0.00001");
	check_number("0.000001", "1e-6");
	check_number("123456789012345678901", "123456789012345680000");
	check_number(".5", "0.5");
	check_number("5.", "5");
	static const char *bad[] = {
		"", "-", ".", "1e", "1e+", "+1", "0x1", "nan", "inf", "1,5", "1 ", "1e999", "--1"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_number(bad[i], "(no number)");
}

static void test_numbers_read_back(void)
{
	char out[NUMBER_MAX];
	size_t wrong = 0;
	for (int i = 0; i < 200000; i++) {
		uint64_t bits = next_random();
		double v, back;
		memcpy(&v, &bits, sizeof v);
		if (!isfinite(v))
			continue;
		struct str s = {out, number_format(v, out)};
		wrong += !number_parse(s, &back) || back != v || s.n >= NUMBER_MAX;
	}
	CHECK(wrong == 0);
}

static void test_values(void)
{
	struct arena a = {0};
	struct buf b = {0};
	struct str v = {"a\tb\nc\rd\\e", 9};
	value_encode(&b, v);
	CHECK_STR(buf_str(&b), STR("a\\tb\\nc\\rd\\\\e"));
	CHECK(value_escapes_valid(buf_str(&b)));
	CHECK_STR(value_decode(buf_str(&b), &a), v);
	CHECK(!value_escapes_valid(STR("a\\x")));
	CHECK(!value_escapes_valid(STR("a\\")));
	CHECK(value_escapes_valid(STR("a\\\\")));
	buf_release(&b);
	arena_release(&a);
}

static void test_header(void)
{
	struct header h = {0};
	struct buf why = {0};
	CHECK(header_parse(&h, STR("id\tname\tcountry"), &why));
	CHECK(header_find(&h, STR("name")) == 1);
	CHECK(header_find(&h, STR("nam")) == COLUMN_NONE);
	CHECK_STR(header_near(&h, STR("contry")), STR("country"));
	header_release(&h);
	CHECK(!header_parse(&h, STR("id\tname\tid"), &why));
	CHECK_STR(buf_str(&why), STR("column 'id' twice, as columns 1 and 3"));
	header_release(&h);
	buf_clear(&why);
	CHECK(!header_parse(&h, STR("id\t\tx"), &why));
	CHECK_STR(buf_str(&why), STR("column 2 has no name"));
	header_release(&h);
	buf_release(&why);
}

static void test_lists(void)
{
	struct list l = {0};
	struct buf b = {0};
	list_split(&l, STR(" music ; dance;;music;film"));
	list_join(&b, &l);
	CHECK_STR(buf_str(&b), STR("music;dance;film"));
	buf_clear(&b);
	for (int i = 0; i < 60; i++)
		buf_fmt(&b, "%d;", i % 40);
	list_split(&l, buf_str(&b));
	CHECK(l.n == 40);
	list_split(&l, STR(" ; "));
	CHECK(l.n == 0);
	list_release(&l);
	buf_release(&b);
}

static void test_names(void)
{
	struct arena a = {0};
	size_t n;
	struct str *names = names_parse(STR("a, b,`odd, name`,c"), &n, &a);
	CHECK(names && n == 4);
	CHECK_STR(names[1], STR("b"));
	CHECK_STR(names[2], STR("odd, name"));
	CHECK(!names_parse(STR("a,,b"), &n, &a));
	CHECK(!names_parse(STR("a,`b"), &n, &a));
	CHECK(!names_parse(STR("a,"), &n, &a));
	CHECK(!names_parse(STR(""), &n, &a));
	arena_release(&a);
}

int main(void)
{
	test_scan_form(SCAN_AVX2);
	test_scan_form(SCAN_AVX512);
	test_numbers();
	test_numbers_read_back();
	test_values();
	test_header();
	test_lists();
	test_names();
	return check_summary("record");
}
