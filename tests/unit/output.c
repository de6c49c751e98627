#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "output/chart.h"
#include "output/format.h"
#include "output/markup.h"
#include "output/scale.h"
#include "output/table.h"
#include "output/width.h"

static void test_widths(void)
{
	CHECK(text_width(STR("")) == 0);
	CHECK(text_width(STR("abc")) == 3);
	CHECK(text_width(STR("Đorđe")) == 5);
	CHECK(text_width(STR("e\xcc\x81")) == 1); /* e and a combining acute */
	CHECK(text_width(STR("中文")) == 4);
	CHECK(text_width(STR("👩‍👩‍👧‍👦")) == 2); /* a family is one character */
	CHECK(text_width(STR("🇷🇸")) == 2);                        /* a flag is two letters */
	CHECK(text_width(STR("❤️")) == 2);
	CHECK(text_width(STR("\xe2\x80\x8b")) == 0); /* zero-width space */
}

static void test_fit(void)
{
	size_t taken;
	CHECK_STR(text_fit(STR("abc"), 2, &taken), STR("ab"));
	CHECK_STR(text_fit(STR("中文"), 3, &taken), STR("中"));
	CHECK(taken == 2);
	CHECK_STR(text_fit(STR("e\xcc\x81x"), 1, &taken), STR("e\xcc\x81"));
	CHECK_STR(text_fit(STR("abc"), 0, &taken), STR(""));
	CHECK_STR(text_fit(STR("🇷🇸x"), 1, &taken), STR(""));
}

static void test_shown(void)
{
	struct arena a = {0};
	CHECK_STR(text_shown(STR("plain"), &a), STR("plain"));
	CHECK_STR(text_shown(STR("čđ中"), &a), STR("čđ中"));
	CHECK_STR(text_shown(STR("a\nb\tc\r"), &a), STR("a\\nb\\tc\\r"));
	CHECK_STR(text_shown(STR("\033[0m"), &a), STR("\\u{1b}[0m"));
	CHECK_STR(text_shown(STR("\xc2\x9b"), &a), STR("\\u{9b}"));
	CHECK_STR(text_shown(STR("\xe2\x80\xaex"), &a), STR("\\u{202e}x"));
	CHECK_STR(text_shown(STR("\xff"), &a), STR("\xef\xbf\xbd"));
	arena_release(&a);
}

static void test_rtl(void)
{
	CHECK(text_is_rtl(STR("abc אב")));
	CHECK(text_is_rtl(STR("مرحبا")));
	CHECK(!text_is_rtl(STR("Ђорђе 12")));
}

static void check_markup(const char *in, const char *text, const char *lines)
{
	struct buf b = {0};
	markup_text(&b, str_of(in));
	CHECK_STR(buf_str(&b), str_of(text));
	buf_clear(&b);
	markup_lines(&b, str_of(in));
	CHECK_STR(buf_str(&b), str_of(lines));
	buf_release(&b);
}

static void test_markup(void)
{
	check_markup("", "", "");
	check_markup("<a b='c'>&\"", "&lt;a b=&#39;c&#39;&gt;&amp;&quot;",
		"&lt;a b=&#39;c&#39;&gt;&amp;&quot;");
	check_markup("a\nb\r\nc\rd", "a\nb&#13;\nc&#13;d", "a<br>b<br>c<br>d");
	check_markup("\x01\xc2\x85\xef\xbf\xbf\xff",
		REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT,
		REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT);
}

static void test_plain_numbers(void)
{
	static const char *const good[] = {"0", "-1", "1.50", "0.5", "1e-9", "-0.25",
		"123456789012345", "0.012345678901234567", "1E5"};
	static const char *const bad[] = {"", "-", "007", "00", "-01", ".5", "5.", "1.e5", "+1",
		"1,5", "1 ", "0x1", "1234567890123456", "0.123456789012345678", "1e999", "nan",
		"1e"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		CHECK(number_is_plain(str_of(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!number_is_plain(str_of(bad[i])));
}

static void check_parse(const char *text, const char *fault)
{
	struct table t = {0};
	struct buf why = {0};
	bool good = table_parse(&t, str_of(text), &why);
	CHECK(good == !fault);
	CHECK_STR(buf_str(&why), str_of(fault));
	table_release(&t);
	buf_release(&why);
}

static void test_table_parse(void)
{
	check_parse("a\tb\n1\t2\n", NULL);
	check_parse("a\tb\n1\t2", NULL);
	check_parse("a\n\n\n", NULL);
	check_parse("a\n", NULL);
	check_parse("", "no header line");
	check_parse("a\tb\n1\n", "line 2: 1 fields where the header has 2");
	check_parse("a\n1\t2\n", "line 2: 2 fields where the header has 1");
	check_parse("a\n1\n\r\n", "line 3: a carriage return");
	check_parse("a\n\\x\n", "line 2: an unknown escape");
	check_parse("a\n\xc0\x80\n", "line 2: bad UTF-8");
}

static struct table parsed(const char *text)
{
	struct table t = {0};
	struct buf why = {0};
	CHECK(table_parse(&t, str_of(text), &why));
	buf_release(&why);
	return t;
}

static void test_round(void)
{
	struct table t = parsed("n\tx\ty\tz\n1\t0.125\t-0.001\ta\n22\t1e3\t\tb\n");
	table_round(&t, 2);
	CHECK_STR(table_cell(&t, 0, 0), STR("1"));
	CHECK_STR(table_cell(&t, 0, 1), STR("0.12"));
	CHECK_STR(table_cell(&t, 1, 1), STR("1000.00"));
	CHECK_STR(table_cell(&t, 0, 2), STR("0.00"));
	CHECK_STR(table_cell(&t, 1, 2), STR(""));
	CHECK_STR(table_cell(&t, 0, 3), STR("a"));
	table_release(&t);
}

static void test_rows_grow(void)
{
	struct buf text = {0}, why = {0};
	struct table t = {0};
	buf_puts(&text, "n\n");
	for (int i = 0; i < 1000; i++)
		buf_fmt(&text, "%d\n", i);
	CHECK(table_parse(&t, buf_str(&text), &why) && t.nrows == 1000 && t.columns[0].number);
	CHECK_STR(table_cell(&t, 999, 0), STR("999"));
	table_release(&t);
	buf_release(&text);
}

/* The marks enclose the data, are few, and are whole steps. */
static void check_scale(double low, double high)
{
	struct scale s = scale_make(low, high, 6, false);
	int n = scale_count(&s);
	CHECK(s.low < s.high);
	CHECK(s.low <= low + s.step * 1e-6 && s.high >= high - s.step * 1e-6);
	CHECK(n >= 2 && n <= 14);
	CHECK(isfinite(scale_mark(&s, 0)) && isfinite(scale_mark(&s, n - 1)));
	s.from = 10;
	s.span = 100;
	CHECK(fabs(scale_at(&s, s.low) - 10) < 1e-6 && fabs(scale_at(&s, s.high) - 110) < 1e-6);
}

static void test_scales(void)
{
	static const double ends[] = {
		0, 1, 7, 10, 99.5, 1e-9, 3e20, -1, -250, -1e-5, 1e100, -1e100, 5e-324};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		for (size_t j = 0; j < sizeof ends / sizeof *ends; j++)
			if (ends[i] <= ends[j])
				check_scale(ends[i] < 0 ? ends[i] : 0, ends[j] > 0 ? ends[j] : 0);
	struct scale s = scale_make(0, 22, 6, false);
	CHECK(s.step == 5 && s.low == 0 && s.high == 25 && s.decimals == 0);
	s = scale_make(0, 0.3, 6, false);
	CHECK(s.decimals == 2 || s.decimals == 1);
}

/* Charts of extreme and missing numbers hold no coordinate that is no number. */
static void test_chart_extremes(void)
{
	static const char *const texts[] = {"a\tn\nx\t1e100\ny\t-1e100\n",
		"a\tn\nx\t1.7976931348623157e308\ny\t-1.7976931348623157e308\n",
		"a\tn\tm\nx\t1.7976931348623157e308\t1.7976931348623157e308\n", "a\tn\nx\t5e-324\n",
		"a\tn\nx\t0\n", "a\tn\n", "a\n", "n\n1\n", "a\tn\nx\t\ny\t1\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (enum chart kind = CHART_BAR; kind <= CHART_HEAT; kind++) {
			struct table t = parsed(texts[i]);
			struct look look = {.chart = kind};
			struct buf out = {0}, why = {0};
			if (format_render(format_find("svg"), &t, &look, &out, &why)) {
				CHECK(str_find(buf_str(&out), STR("nan")) == out.n);
				CHECK(str_find(buf_str(&out), STR("inf")) == out.n);
				CHECK(str_ends(buf_str(&out), STR("</svg>\n")));
			} else
				CHECK(why.n > 0);
			buf_release(&out);
			buf_release(&why);
			table_release(&t);
		}
}

int main(void)
{
	test_widths();
	test_fit();
	test_shown();
	test_rtl();
	test_markup();
	test_plain_numbers();
	test_table_parse();
	test_round();
	test_rows_grow();
	test_scales();
	test_chart_extremes();
	return check_summary("output");
}
