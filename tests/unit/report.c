#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "report/directive.h"
#include "report/document.h"
#include "report/period.h"
#include "report/pipeline.h"

static void check_period(const char *text, const char *want)
{
	static const struct day today = {2016, 3, 1};
	struct period p;
	struct buf got = {0};
	if (period_parse(str_of(text), today, &p))
		buf_fmt(&got, "%s %s %s", p.name, p.from, p.to);
	CHECK_STR(buf_str(&got), str_of(want));
	buf_release(&got);
}

static void test_periods(void)
{
	check_period("2015", "2015 2015-01-01 2015-12-31");
	check_period("2015-q4", "2015-Q4 2015-10-01 2015-12-31");
	check_period("1900-02", "1900-02 1900-02-01 1900-02-28");
	check_period("2000-02", "2000-02 2000-02-01 2000-02-29");
	check_period("2015-01/2015-Q2", "2015-01/2015-Q2 2015-01-01 2015-06-30");
	check_period("yesterday", "2016-02-29 2016-02-29 2016-02-29");
	check_period("last-month", "2016-02 2016-02-01 2016-02-29");
	check_period("last-quarter", "2015-Q4 2015-10-01 2015-12-31");
	check_period("last-year", "2015 2015-01-01 2015-12-31");
	static const char *const bad[] = {"", "0000", "201", "2015-", "2015-0", "2015-00",
		"2015-Q0", "2015-02-30", "2015-10-12x", "2015/", "/2015", "2015/2016/2017",
		"2015-10/2015-09", "last-week", "2015-10-12/2015-10-11",
		"2015-10-12/2015-10-12/2015-10-12"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_period(bad[i], "");
}

static void check_before(const char *text, const char *want)
{
	struct period p, before;
	struct buf got = {0};
	CHECK(period_parse(str_of(text), (struct day){2016, 3, 1}, &p));
	if (period_before(&p, &before))
		buf_fmt(&got, "%s", before.name);
	CHECK_STR(buf_str(&got), str_of(want));
	buf_release(&got);
}

static void test_before(void)
{
	check_before("2016", "2015-01-01/2015-12-31");
	check_before("2016-01", "2015-12-01/2015-12-31");
	check_before("2016-01-01", "2015-12-31/2015-12-31");
	check_before("2016-02-28/2016-03-01", "2016-02-25/2016-02-27");
	check_before("0002", "0001-01-01/0001-12-31");
	check_before("0001", "");
	check_before("0001-01-02/9999-12-30", "");
	check_before("0001/9999", "");
	check_before("5001-01-02/9999-12-30", "0002-01-04/5001-01-01");
}

/* The stages joined by " / ", or the reason why not. */
static void check_stages(const char *text, const char *want)
{
	struct pipeline p;
	struct buf got = {0};
	if (pipeline_parse(&p, str_of(text), &got))
		for (size_t i = 0; i < p.n; i++) {
			buf_puts(&got, i ? " / " : "");
			buf_addstr(&got, p.stages[i].text);
		}
	CHECK_STR(buf_str(&got), str_of(want));
	buf_release(&got);
}

static void test_stages(void)
{
	static const char *const many =
		"more than one pipeline in a block; put ( ) around the commands";
	check_stages("a", "a");
	check_stages("a|b |\n c\n", "a / b / c");
	check_stages("a 'x|y' \"x|y\" x\\|y | b", "a 'x|y' \"x|y\" x\\|y / b");
	check_stages(
		"a \"$(b \"x | y\" | c)\" `d | e` | f", "a \"$(b \"x | y\" | c)\" `d | e` / f");
	check_stages(
		"(a; b | c) | { d && e; } | f ${x:-|}", "(a; b | c) / { d && e; } / f ${x:-|}");
	check_stages("a | # x | y ' \"\n b", "a / # x | y ' \"\n b");
	check_stages("a x#y | b", "a x#y / b");
	check_stages("# first\na | b # last", "# first\na / b # last");
	check_stages("a >|f 2>&1 <&3 | b", "a >|f 2>&1 <&3 / b");
	check_stages("a \\\n b | c", "a \\\n b / c");
	check_stages("a; b", many);
	check_stages("a\nb", many);
	check_stages("a &", many);
	check_stages("a || b", many);
	check_stages("a |& b", many);
	check_stages("", "an empty block");
	check_stages(" \n# x\n", "an empty block");
	check_stages("| a", "an empty block");
	check_stages("a | | b", "an empty stage");
	check_stages("a |\n", "an empty stage");
	check_stages("a <<E", "a here-document in a block; put the text in a file");
	check_stages("a '", "no closing '");
	check_stages("a (\"", "no closing \"");
	check_stages("a \\", "a \\");
}

/* One more than fits is refused; what fits is not. */
static void test_limits(void)
{
	struct buf text = {0}, why = {0};
	struct pipeline p;
	for (int i = 0; i < PIPELINE_DEPTH; i++)
		buf_putc(&text, '(');
	for (int i = 0; i < PIPELINE_DEPTH; i++)
		buf_putc(&text, ')');
	CHECK(pipeline_parse(&p, buf_str(&text), &why));
	buf_clear(&text);
	for (int i = 0; i <= PIPELINE_DEPTH; i++)
		buf_putc(&text, '(');
	CHECK(!pipeline_parse(&p, buf_str(&text), &why));
	buf_clear(&text);
	buf_puts(&text, "a");
	for (int i = 1; i < PIPELINE_STAGES; i++)
		buf_puts(&text, "|a");
	CHECK(pipeline_parse(&p, buf_str(&text), &why) && p.n == PIPELINE_STAGES);
	buf_puts(&text, "|a");
	CHECK(!pipeline_parse(&p, buf_str(&text), &why));
	buf_release(&text);
	buf_release(&why);
}

static void check_run(const char *text, const char *output, long worst, int status)
{
	char *files[] = {(char *)"one two", NULL};
	struct pipeline p;
	struct buf out = {0}, why = {0};
	CHECK(pipeline_parse(&p, str_of(text), &why) && pipeline_run(&p, files, 1, &out, &why));
	CHECK_STR(buf_str(&out), str_of(output));
	const struct stage *s = pipeline_worst(&p);
	CHECK((s ? s - p.stages : -1) == worst && (s ? s->status : 0) == status);
	buf_release(&out);
	buf_release(&why);
}

static void test_run(void)
{
	check_run("echo x", "x\n", -1, 0);
	check_run("echo \"$1\" | tr a-z A-Z", "ONE TWO\n", -1, 0);
	check_run("cat", "", -1, 0); /* nothing on standard input */
	check_run("exit 3 | cat", "", 0, 3);
	check_run("exit 1 | exit 2 | exit 1", "", 1, 2);
	check_run("yes | head -n 1", "y\n", -1, 0);
	check_run("kill -9 $$ | cat", "", 0, 137);
	check_run("true | kill -PIPE $$", "", 1, 141);
}

static void test_directives(void)
{
	struct arena a = {0};
	struct buf why = {0};
	struct directives d;
	CHECK(directives_parse(&d, STR(""), &a, &why) && d.digits == -1 && !d.align);
	CHECK(directives_parse(
		&d, STR("chart=line  title=\"a b=c\" value=x,y digits=3 label=z"), &a, &why));
	CHECK(d.look.chart == CHART_LINE && d.digits == 3 && d.look.nvalues == 2);
	CHECK_STR(d.look.title, STR("a b=c"));
	CHECK_STR(d.look.values[1], STR("y"));
	CHECK_STR(d.look.label, STR("z"));
	static const char *const bad[] = {"x", "=x", "title=\"x", "chart=", "digits=x", "digits=16",
		"value=a,,b", "label=", "a b=c"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!directives_parse(&d, str_of(bad[i]), &a, &why));
	buf_release(&why);
	arena_release(&a);
}

static void test_document(void)
{
	struct document *d =
		document_parse(STR("Intro\n\n# A *b* `c`\n\n## D\n\n```koop x=y\none\n```\n\n"
				   "- ```koop\n  two\n  ```\n\n```koopx\n```\n\n    koop\n"),
			STR("koop"));
	struct buf out = {0};
	CHECK(document_count(d) == 2);
	CHECK_STR(document_block(d, 0)->info, STR("x=y"));
	CHECK_STR(document_block(d, 0)->text, STR("one\n"));
	CHECK(document_block(d, 0)->line == 7 && document_block(d, 0)->last == 9);
	CHECK(document_block(d, 1)->line == 11 && document_block(d, 1)->column == 3);
	document_title(d, &out);
	CHECK_STR(buf_str(&out), STR("A b c"));
	document_fill_html(d, 0, "<x>&\n");
	document_fill_html(d, 1, "");
	buf_clear(&out);
	document_html(d, &out);
	CHECK(str_find(buf_str(&out), STR("<x>&\n")) < out.n);
	CHECK(str_find(buf_str(&out), STR("one")) == out.n);
	CHECK_STR(document_block(d, 0)->text, STR("one\n")); /* its views outlive the filling */
	document_free(d);
	buf_release(&out);
}

int main(void)
{
	test_periods();
	test_before();
	test_stages();
	test_limits();
	test_run();
	test_directives();
	test_document();
	return check_summary("report");
}
