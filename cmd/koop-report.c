/* koop-report: records to what people read. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/opts.h"
#include "base/out.h"
#include "base/utf8.h"
#include "output/ending.h"
#include "output/format.h"
#include "output/labels.h"
#include "output/table.h"
#include "record/header.h"
#include "record/reader.h"
#include "report/template.h"

enum {
	OPT_ALIGN = OPT_OWN,
	OPT_BOM,
	OPT_CHART,
	OPT_COMPARE,
	OPT_CRLF,
	OPT_CSV_SAFE,
	OPT_DIGITS,
	OPT_LABEL,
	OPT_LABELS,
	OPT_TITLE,
	OPT_VALUE,
	OPT_WIDTH,
};

/* clang-format off */
static const struct option_row options[] = {
	{'f', "format", "FORMAT", "text, markdown, html, tex, csv, json, xlsx or svg (by the name of -o, else text)"},
	{OPT_TITLE, "title", "TEXT", "a title over the table, chart or report"},
	{'l', "lang", "TAG", "language of the page (BCP 47)"},
	{'t', "template", "FILE", "run this template; else a first FILE that ends in .md is one"},
	{'p', "period", "PERIOD", "what a template reports on: 2015, 2015-Q4, 2015-10, last-month ..."},
	{OPT_COMPARE, "compare", "PERIOD", "what to compare it with: previous, or a period"},
	{OPT_LABELS, "labels", "LANG", "names beside codes: en, sr, sr-Latn, sr-Cyrl, hr, bs, cnr, sl, mk, sq"},
	{OPT_ALIGN, "align", "LETTERS", "l, r, c or - for each column"},
	{OPT_DIGITS, "digits", "N", "write fractions with N decimals"},
	{OPT_WIDTH, "width", "N", "fit the text into N columns (0: do not)"},
	{OPT_CHART, "chart", "KIND", "draw svg: bar, stacked, line, dot, heat or tiles"},
	{OPT_LABEL, "label", "COL", "the column that names what is drawn (the first)"},
	{OPT_VALUE, "value", "LIST", "the columns of numbers that are drawn"},
	{OPT_BOM, "bom", NULL, "begin csv with a byte-order mark, as Excel wants it"},
	{OPT_CRLF, "crlf", NULL, "end lines of csv with CR LF"},
	{OPT_CSV_SAFE, "csv-safe", NULL, "put an apostrophe before csv text that a spreadsheet would run"},
	OPTIONS_COMMON,
	OPTIONS_STREAM,
	{0, NULL, NULL, NULL},
};
/* clang-format on */

static const struct program program = {
	.name = "koop-report",
	.usage = "[options] [TEMPLATE] [FILE...]",
	.purpose = "Write records as a table, a chart or a report for people to read",
	.options = options,
	.example = "koop-stats -b country members.tsv | koop-report --title 'Members by country'",
};

struct report {
	struct opts opts;
	struct look look;
	const struct format *format;
	struct arena arena;
	const char *align, *values, *template, *compared;
	struct period period, compare;
	long labels; /* number of a language, or -1 */
	int digits;
	size_t first; /* operand that is a FILE */
};

static void need_period(struct report *r, const char *option, const char *value, struct period *p)
{
	if (!period_parse(str_of(value), day_today(), p))
		opts_misuse(&r->opts, "'%s' is not a period, for option '--%s'", value, option);
}

/* --compare may stand before --period, so it is read when both are known. */
static void need_compared(struct report *r)
{
	if (!r->compared)
		return;
	if (!r->period.name[0])
		opts_misuse(&r->opts, "option '--compare' needs '--period'");
	if (strcmp(r->compared, "previous") != 0)
		need_period(r, "compare", r->compared, &r->compare);
	else if (!period_before(&r->period, &r->compare))
		opts_misuse(&r->opts, "nothing is before the period '%s'", r->period.name);
}

static void take(struct report *r, int key, const char *value)
{
	struct opts *o = &r->opts;
	switch (key) {
	case 'f':
		r->format = format_find(format_names[opts_word(o, "format", value, format_names)]);
		break;
	case 'l': r->look.lang = str_of(value); break;
	case 'p': need_period(r, "period", value, &r->period); break;
	case 't': r->template = value; break;
	case OPT_ALIGN: r->align = value; break;
	case OPT_BOM: r->look.bom = true; break;
	case OPT_CHART:
		r->look.chart = CHART_BAR + (enum chart)opts_word(o, "chart", value, chart_names);
		break;
	case OPT_COMPARE: r->compared = value; break;
	case OPT_CRLF: r->look.crlf = true; break;
	case OPT_CSV_SAFE: r->look.safe = true; break;
	case OPT_DIGITS: r->digits = (int)opts_number(o, "digits", value, 0, 15); break;
	case OPT_LABEL: r->look.label = str_of(value); break;
	case OPT_LABELS: r->labels = (long)opts_word(o, "labels", value, label_langs); break;
	case OPT_TITLE: r->look.title = str_of(value); break;
	case OPT_VALUE: r->values = value; break;
	case OPT_WIDTH: r->look.width = (size_t)opts_number(o, "width", value, 0, 100000); break;
	default: break;
	}
}

/* -t, else a first operand that is called like Markdown. */
static void choose_template(struct report *r)
{
	if (!r->template && r->opts.noperands && str_ends(str_of(r->opts.operands[0]), STR(".md")))
		r->template = r->opts.operands[r->first++];
	if (r->period.name[0] && !r->template)
		opts_misuse(&r->opts, "option '--period' is for templates");
}

/* -f, else what -o is called, else a page of a template, a chart where one is asked for, and text.
 */
static void choose_format(struct report *r)
{
	if (!r->format && r->opts.output)
		r->format = format_of_file(r->opts.output);
	if (!r->format && r->opts.output && ending_of_others(r->opts.output))
		opts_misuse(&r->opts,
			"nothing is written that is called '%s'; a browser prints html to PDF, and "
			"-f says what else",
			r->opts.output);
	if (!r->format)
		r->format = format_find(r->template ? "html" : r->look.chart ? "svg" : "text");
	if (r->template && !template_takes(r->format))
		opts_misuse(&r->opts,
			"a template cannot be written as %s, only as html, markdown, text or eml",
			r->format->name);
	if (r->look.chart && strcmp(r->format->name, "svg") != 0)
		opts_misuse(&r->opts, "option '--chart' is for the format svg, not %s",
			r->format->name);
}

static void need_values(struct report *r)
{
	if (!r->values)
		return;
	r->look.values = names_parse(str_of(r->values), &r->look.nvalues, &r->arena);
	if (!r->look.values)
		opts_misuse(
			&r->opts, "malformed list of columns '%s' for option '--value'", r->values);
}

/* On a terminal the table fits its width and is bold at its head. */
static void fit_terminal(struct report *r, bool width_given)
{
	const char *columns = getenv("COLUMNS"), *no_colour = getenv("NO_COLOR"),
		   *term = getenv("TERM");
	struct winsize size;
	if (r->opts.output || !isatty(STDOUT_FILENO))
		return;
	r->look.colour = !(no_colour && *no_colour) && term && strcmp(term, "dumb") != 0;
	if (width_given)
		return;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		r->look.width = size.ws_col;
	if (columns && strtol(columns, NULL, 10) > 0)
		r->look.width = (size_t)strtol(columns, NULL, 10);
}

static void write_table(struct report *r)
{
	struct table t = {0};
	struct out out;
	struct buf why = {0};
	struct reader *reader = reader_from_opts(&r->opts, r->first);
	table_read(&t, reader);
	if (r->align && !table_align(&t, r->align))
		opts_misuse(&r->opts,
			"'%s' is not letters l, r, c or - for %zu columns, for option '--align'",
			r->align, t.ncolumns);
	if (r->digits >= 0)
		table_round(&t, r->digits);
	if (r->labels >= 0)
		labels_apply(&t, (size_t)r->labels);
	if (labels_comma(r->look.lang))
		table_comma(&t);
	out_open(&out, r->opts.output);
	if (!format_write(r->format, &t, &r->look, &out, &why))
		diex("%s", buf_cstr(&why));
	diag_note("%zu rows read, %zu written", reader_lines(reader), t.nrows);
	out_close(&out);
	reader_close(reader);
	table_release(&t);
	buf_release(&why);
}

static void read_file(const char *path, struct buf *text)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = 1;
	if (fd < 0)
		die("cannot open '%s'", path);
	while (n > 0 || (n < 0 && errno == EINTR)) {
		buf_reserve(text, BLOCK_SIZE);
		n = read(fd, text->p + text->n, BLOCK_SIZE);
		text->n += n > 0 ? (size_t)n : 0;
	}
	if (n < 0)
		die("cannot read '%s'", path);
	if (fd != STDIN_FILENO)
		close(fd);
}

static void write_report(struct report *r)
{
	struct buf source = {0}, page = {0}, why = {0};
	struct pos pos = {r->template, 0};
	struct out out;
	read_file(r->template, &source);
	struct template t = {
		.path = r->template,
		.source = buf_str(&source),
		.format = r->format,
		.title = r->look.title,
		.lang = r->look.lang,
		.labels = r->labels,
		.digits = r->digits,
		.width = r->look.width,
		.period = r->period.name[0] ? &r->period : NULL,
		.compare = r->compare.name[0] ? &r->compare : NULL,
		.files = r->opts.operands + r->first,
		.nfiles = r->opts.noperands - r->first,
	};
	if (!utf8_valid(t.source))
		die_at(&pos, "bad UTF-8 in a template");
	if (!template_run(&t, &page, &why, &pos.line))
		die_at(&pos, "%s", buf_cstr(&why));
	out_open(&out, r->opts.output);
	out_str(&out, buf_str(&page));
	out_close(&out);
	buf_release(&source);
	buf_release(&page);
	buf_release(&why);
}

int main(int argc, char **argv)
{
	struct report r = {.digits = -1, .labels = -1};
	const char *value;
	int key;
	bool width_given = false;
	std_open();
	opts_init(&r.opts, &program, argc, argv);
	while ((key = opts_next(&r.opts, &value)) != 0) {
		take(&r, key, value);
		width_given |= key == OPT_WIDTH;
	}
	r.look.bare = r.opts.bare;
	if (!r.look.lang.n && r.labels >= 0)
		r.look.lang = str_of(label_langs[r.labels]);
	choose_template(&r);
	if (r.template && r.labels < 0)
		r.labels = labels_find(r.look.lang);
	need_compared(&r);
	choose_format(&r);
	need_values(&r);
	fit_terminal(&r, width_given);
	if (r.template)
		write_report(&r);
	else
		write_table(&r);
	arena_release(&r.arena);
	opts_release(&r.opts);
	return diag_finish();
}
