#include "check.h"
#include "regex/literal.h"
#include "regex/regex.h"

static void check_literal(const char *pattern, bool caseless, const char *want)
{
	struct literal l = literal_of(str_of(pattern), caseless);
	CHECK_STR(((struct str){(const char *)l.bytes, l.n}), str_of(want));
}

static void test_literals(void)
{
	check_literal("kultur", false, "kultur");
	check_literal("kultur", true, "ultur");
	check_literal("(?i)Kultur", false, "ultur");
	check_literal("^Dom k.*ture$", false, "Dom k");
	check_literal("abc?def", false, "def");
	check_literal("ab+cd*efg", false, "efg");
	check_literal("abcd{0}ef", false, "abc");
	check_literal("[abc]xyz[^]]uv", false, "xyz");
	check_literal("www\\.example\\.org", false, "www.example.org");
	check_literal("šđ?č", false, "š");
	check_literal("šđč", true, "");
	check_literal("abc|d", false, "");
	check_literal("ab(c)def", false, "def");
	check_literal("abc(d|e)?f|g", false, "");
	check_literal("^(Centar|Центар) za .*[0-9]", false, " za ");
	check_literal("(a(?:b|c\\)\\d)|[)])+def", false, "def");
	check_literal("ab(?i)cdef", false, "ab");
	check_literal("ab(c(?x)) def", false, "ab");
	check_literal("ab(c(*ACCEPT))def", false, "ab");
	check_literal("ab(c\\Q)\\E)def", false, "ab");
	check_literal("ab(?!c|d)e", false, "");
	check_literal("\\d+abc", false, "abc");
	check_literal("ab\\Ac|d", false, "");
}

static enum regex_result match(const char *pattern, unsigned flags, struct str text)
{
	struct regex_error error;
	struct regex *re = regex_compile(str_of(pattern), flags, &error);
	CHECK(re != NULL);
	enum regex_result result = re ? regex_match(re, text) : REGEX_LIMIT;
	regex_free(re);
	return result;
}

/* The literal is found wherever it stands, over the steps of 64 bytes too. */
static void test_places(void)
{
	char text[200];
	for (size_t n = 4; n < sizeof text; n += 3)
		for (size_t at = 0; at + 4 <= n; at++) {
			memset(text, 'x', sizeof text);
			memcpy(text + at, "AbcD", 4);
			CHECK(match("abcd", REGEX_CASELESS, (struct str){text, n}) == REGEX_YES);
			CHECK(match("abcd", REGEX_CASELESS, (struct str){text, at + 3}) ==
				REGEX_NO);
		}
}

static void test_matching(void)
{
	CHECK(match("kassel", REGEX_CASELESS,
		      STR("\xE2\x84\xAA"
			  "A\xC5\xBFSEL")) == REGEX_YES);
	CHECK(match("(*NO_JIT)ab+c", 0, STR("xabbc")) == REGEX_YES);
	CHECK(match("", 0, STR("")) == REGEX_YES);
	CHECK(match("^(a+)+$", 0, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")) ==
		REGEX_LIMIT);
	CHECK(match("(*NO_JIT)^(a+)+$", 0, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")) ==
		REGEX_LIMIT);
}

static void test_groups(void)
{
	struct regex_error error;
	struct str groups[4];
	struct regex *re = regex_compile(STR("(?<year>\\d{4})-(?<month>\\d\\d)?"), 0, &error);
	CHECK(re && regex_groups(re) == 3);
	CHECK_STR(regex_group_name(re, 1), STR("year"));
	CHECK_STR(regex_group_name(re, 2), STR("month"));
	CHECK(regex_group_name(re, 0).n == 0);
	CHECK(regex_find(re, STR("in 2015-x, 2016-03"), 0, groups, 4) == REGEX_YES);
	CHECK_STR(groups[0], STR("2015-"));
	CHECK_STR(groups[1], STR("2015"));
	CHECK(groups[2].p == NULL && groups[3].p == NULL);
	CHECK(regex_find(re, STR("in 2015-x, 2016-03"), 8, groups, 4) == REGEX_YES);
	CHECK_STR(groups[2], STR("03"));
	CHECK(regex_find(re, STR("in 2015"), 0, groups, 4) == REGEX_NO);
	regex_free(re);
}

static void test_errors(void)
{
	struct regex_error error;
	CHECK(regex_compile(STR("ab(c"), 0, &error) == NULL && error.at == 4);
	CHECK_STR(str_of(error.text), STR("missing closing parenthesis"));
}

int main(void)
{
	test_literals();
	test_places();
	test_matching();
	test_groups();
	test_errors();
	return check_summary("regex");
}
