#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/near.h"
#include "base/utf8.h"
#include "check.h"

static void test_split(void)
{
	struct str rest = STR("a,,b,"), part;
	const char *want[] = {"a", "", "b", ""};
	size_t n = 0;
	for (; str_split(&rest, ',', &part); n++)
		CHECK_STR(part, str_of(want[n]));
	CHECK(n == 4);
}

/* The vector and the plain validation agree on every placing of awkward bytes in a long text. */
static void test_utf8_forms_agree(void)
{
	static const char *pieces[] = {"\xC3\xA9", "\xE2\x80\x9E", "\xF0\x9F\x8E\xAD", "\xC0\x80",
		"\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\x80",
		"\xC3", "\xE2\x80", "\xF0\x9F\x8E"};
	char text[300];
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t n = strlen(pieces[i]);
		for (size_t at = 0; at + n <= sizeof text; at++) {
			memset(text, 'x', sizeof text);
			memcpy(text + at, pieces[i], n);
			for (size_t len = at + 1; len <= sizeof text;
				len += at + n < len ? 31 : 1) {
				struct str s = {text, len};
				bool valid, plain = utf8_valid_prefix(s) == s.n;
				CHECK(utf8_valid(s) == plain);
				CHECK(!utf8_valid_by(UTF8_AVX2, s, &valid) || valid == plain);
				CHECK(!utf8_valid_by(UTF8_AVX512, s, &valid) || valid == plain);
			}
		}
	}
}

static void test_utf8_every_code_point(void)
{
	char out[UTF8_MAX_BYTES];
	size_t wrong = 0, len;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		struct str s = {out, utf8_encode(cp, out)};
		wrong += utf8_decode(s, &len) != cp || len != s.n;
	}
	CHECK(wrong == 0);
}

static void test_near(void)
{
	struct str words[] = {STR("country"), STR("city"), STR("name")};
	CHECK(near_find(STR("contry"), words, 3) == 0);
	CHECK(near_find(STR("naem"), words, 3) == 2);
	CHECK(near_find(STR("budget"), words, 3) == 3);
	CHECK(near_distance(STR("Srbiaj"), STR("Srbija"), 2) == 1);
}

static void test_intern(void)
{
	struct intern t = {0};
	struct arena a = {0};
	for (size_t i = 0; i < 10000; i++)
		CHECK(intern_add(&t, arena_fmt(&a, "a rather long text, number %zu", i)) == i);
	for (size_t i = 0; i < 10000; i += 7)
		CHECK(intern_find(&t, arena_fmt(&a, "a rather long text, number %zu", i)) == i);
	CHECK(intern_find(&t, STR("absent")) == INTERN_NONE);
	CHECK(intern_add(&t, STR("")) == 10000);
	CHECK(intern_add(&t, STR("")) == 10000);
	arena_release(&a);
	intern_release(&t);
}

int main(void)
{
	test_split();
	test_utf8_forms_agree();
	test_utf8_every_code_point();
	test_near();
	test_intern();
	return check_summary("base");
}
