#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/near.h"
#include "base/parallel.h"
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

static void square(void *context, size_t worker, void *piece)
{
	size_t *number = piece;
	(void)context;
	*number = worker < 7 ? *number * *number : 0;
}

/* Pieces come back done, each once, in the order they were given. */
static void test_parallel(void)
{
	enum { PIECES = 1000 };
	static const size_t workers[] = {1, 2, 7};
	static size_t numbers[PIECES];
	for (size_t w = 0; w < sizeof workers / sizeof *workers; w++) {
		struct parallel *p = parallel_start(workers[w], square, NULL);
		size_t taken = 0, wrong = 0, *piece;
		for (size_t i = 0; i < PIECES; i++) {
			numbers[i] = i;
			if (parallel_is_full(p))
				wrong += *(size_t *)parallel_take(p) != taken * taken, taken++;
			parallel_give(p, &numbers[i]);
		}
		while ((piece = parallel_take(p)))
			wrong += piece != &numbers[taken] || *piece != taken * taken, taken++;
		CHECK(taken == PIECES && wrong == 0);
		parallel_stop(p);
	}
}

/* The check is for what is not said: a captured warning changes nothing until it is replayed. */
static void test_captured_warnings(void)
{
	struct diag_log log = {0};
	diag_set_quiet(true);
	diag_capture(&log);
	for (int i = 0; i < 50; i++)
		warn_at(&(struct pos){"file", 7}, "odd value '%d'", i);
	diag_capture(NULL);
	CHECK(log.n == 50);
	CHECK_STR(str_head(buf_str(&log.text), 24), STR("file:7: odd value '0'fil"));
	CHECK_STR(str_from(buf_str(&log.text), log.text.n - 14), STR("odd value '19'"));
	diag_replay(&log, 7);
	CHECK(log.n == 50 && log.said == 7);
	diag_replay(&log, log.n);
	CHECK(log.n == 0 && diag_finish() == STATUS_DOUBT);
	diag_log_release(&log);
	diag_set_quiet(false);
}

int main(void)
{
	test_split();
	test_utf8_forms_agree();
	test_utf8_every_code_point();
	test_near();
	test_intern();
	test_parallel();
	test_captured_warnings();
	return check_summary("base");
}
