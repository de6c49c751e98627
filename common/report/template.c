#include <stdlib.h>

#include "base/diag.h"
#include "output/html.h"
#include "output/labels.h"
#include "report/directive.h"
#include "report/document.h"
#include "report/mail.h"
#include "report/pipeline.h"
#include "report/placeholder.h"
#include "report/template.h"

/* How a report is put together in one format. */
struct assembly {
	const char *format;
	/* What a doubtful block begins with; %s is the remark. */
	const char *doubt;
	/* Puts what a block gave into its place. */
	void (*fill)(struct document *d, size_t i, const char *rendered);
};

static const struct assembly assemblies[] = {
	{"html",     "<p class=\"doubt\" role=\"note\">%s</p>\n", document_fill_html},
	{"text",     "! %s\n\n",				  document_fill_text},
	{"markdown", "> **!** %s\n\n",                            NULL              },
};

/* The report in one format. */
struct rendering {
	const struct assembly *assembly;
	const struct format *format;
	struct document *document;
	struct buf *results; /* of each block */
};

struct run {
	const struct template *t;
	struct rendering renderings[2]; /* a mail has two, anything else one */
	size_t nrenderings;
	struct buf *why;
	struct arena arena;
};

static const struct assembly *assembly_of(const struct format *format)
{
	for (size_t i = 0; i < sizeof assemblies / sizeof *assemblies; i++)
		if (strcmp(assemblies[i].format, format->name) == 0)
			return &assemblies[i];
	return NULL;
}

static bool is_mail(const struct format *format)
{
	return strcmp(format->name, "eml") == 0;
}

bool template_takes(const struct format *format)
{
	return is_mail(format) || assembly_of(format);
}

static bool prepare(struct run *r, const struct directives *d, struct table *t)
{
	int digits = d->digits >= 0 ? d->digits : r->t->digits;
	long labels = d->labels != -1 ? d->labels : r->t->labels;
	if (d->align && !table_align(t, d->align)) {
		buf_fmt(r->why, "'%s' is not letters l, r, c or - for %zu columns", d->align,
			t->ncolumns);
		return false;
	}
	if (digits >= 0)
		table_round(t, digits);
	if (labels >= 0)
		labels_apply(t, (size_t)labels);
	if (labels_comma(d->labels >= 0 ? str_of(label_langs[d->labels]) : r->t->lang))
		table_comma(t);
	return true;
}

static bool render(struct run *r, const struct directives *d, const struct table *t, size_t block)
{
	for (struct rendering *to = r->renderings; to < r->renderings + r->nrenderings; to++) {
		struct look look = d->look;
		bool drawn = look.chart && to->assembly->fill == document_fill_html;
		look.part = true;
		look.lang = r->t->lang;
		look.width = r->t->width;
		if (!format_render(drawn ? format_find("svg") : to->format, t, &look,
			    &to->results[block], r->why))
			return false;
	}
	return true;
}

static void mark_doubt(const struct run *r, const struct rendering *to, size_t block)
{
	struct str doubt = str_of(to->assembly->doubt);
	struct buf *out = &to->results[block];
	size_t at = str_find(doubt, STR("%s"));
	buf_addstr(out, str_head(doubt, at));
	buf_addstr(out, labels_word("doubt", labels_lang(r->t->lang)));
	buf_addstr(out, str_from(doubt, at + 2));
}

/* Did the pipeline end well enough? In doubt, the block is marked and the run's status raised. */
static bool judge(struct run *r, const struct pipeline *p, size_t number_of_block, size_t line)
{
	struct pos pos = {r->t->path, line};
	const struct stage *worst = pipeline_worst(p);
	if (!worst)
		return true;
	size_t number = (size_t)(worst - p->stages) + 1;
	struct str first = str_head(worst->text, str_index(worst->text, '\n'));
	if (worst->status != STATUS_DOUBT) {
		buf_fmt(r->why, "stage %zu '" STR_FMT "' ended with status %d", number,
			STR_ARG(first), worst->status);
		return false;
	}
	warn_at(&pos, "data in doubt: stage %zu '" STR_FMT "' ended with status 1", number,
		STR_ARG(first));
	for (size_t i = 0; i < r->nrenderings; i++)
		mark_doubt(r, &r->renderings[i], number_of_block);
	return true;
}

static bool run_block(struct run *r, size_t number, const struct block *block)
{
	struct directives d;
	struct pipeline p;
	struct buf printed = {0};
	struct table table = {0};
	if (!block->closed) {
		buf_puts(r->why, "a block without a closing fence");
		return false;
	}
	bool good = directives_parse(&d, block->info, &r->arena, r->why) &&
	            pipeline_parse(&p, block->text, r->why) &&
	            pipeline_run(&p, r->t->files, r->t->nfiles, &printed, r->why) &&
	            judge(r, &p, number, block->line);
	if (good && !table_parse(&table, buf_str(&printed), r->why)) {
		buf_puts(r->why, " in what the block prints");
		good = false;
	}
	good = good && prepare(r, &d, &table) && render(r, &d, &table, number);
	table_release(&table);
	buf_release(&printed);
	return good;
}

/* Markdown around the blocks stays as it was written; a block keeps the indent of its fence. */
static void splice(const struct rendering *r, struct str source, struct buf *out)
{
	struct str line, rest;
	size_t number = 1, next = 0;
	for (; str_split(&source, '\n', &line); number++) {
		const struct block *b = next < document_count(r->document)
		                                ? document_block(r->document, next)
		                                : NULL;
		if (!source.p && !line.n)
			break;
		if (!b || number < b->line) {
			buf_addstr(out, line);
			buf_putc(out, '\n');
			continue;
		}
		struct str part, indent = str_head(line, b->column - 1);
		rest = buf_str(&r->results[next]);
		for (bool first = true;
			number == b->line && rest.n && str_split(&rest, '\n', &part);
			first = false) {
			for (size_t i = 0; i < indent.n; i++)
				buf_putc(out, first || indent.p[i] == '>' ? indent.p[i] : ' ');
			buf_addstr(out, part);
			buf_putc(out, '\n');
		}
		next += number == b->last;
	}
}

static void assemble(const struct rendering *r, const struct template *t, struct str title,
	struct str source, struct buf *out)
{
	for (size_t i = 0; r->assembly->fill && i < document_count(r->document); i++)
		r->assembly->fill(r->document, i, buf_cstr(&r->results[i]));
	if (!r->assembly->fill)
		splice(r, source, out);
	else if (r->assembly->fill == document_fill_text)
		document_text(r->document, out);
	else {
		html_page_begin(out, title, t->lang);
		document_html(r->document, out);
		html_page_end(out);
	}
}

static void assemble_all(const struct run *r, struct str source, struct buf *out)
{
	struct buf title = {0}, parts[2] = {0};
	if (r->t->title.n)
		buf_addstr(&title, r->t->title);
	else
		document_title(r->renderings[0].document, &title);
	for (size_t i = 0; i < r->nrenderings; i++)
		assemble(&r->renderings[i], r->t, buf_str(&title), source, &parts[i]);
	if (is_mail(r->t->format))
		mail_write(buf_str(&title), buf_str(&parts[0]), buf_str(&parts[1]), out);
	else
		buf_addstr(out, buf_str(&parts[0]));
	buf_release(&title);
	buf_release(&parts[0]);
	buf_release(&parts[1]);
}

static void export_environment(const struct template *t)
{
	pipeline_prefer_own_tools();
	if (t->lang.n)
		setenv("KOOP_LANG", t->lang.p, 1);
	if (t->period) {
		setenv("KOOP_PERIOD", t->period->name, 1);
		setenv("KOOP_FROM", t->period->from, 1);
		setenv("KOOP_TO", t->period->to, 1);
	}
	if (t->compare) {
		setenv("KOOP_COMPARE_FROM", t->compare->from, 1);
		setenv("KOOP_COMPARE_TO", t->compare->to, 1);
	}
}

static void add_rendering(struct run *r, const struct format *format, struct str source)
{
	struct rendering *to = &r->renderings[r->nrenderings++];
	to->format = format;
	to->assembly = assembly_of(format);
	to->document = document_parse(source, STR("koop"));
	to->results = arena_zero(&r->arena, document_count(to->document), sizeof *to->results);
}

static void run_release(struct run *r)
{
	for (struct rendering *to = r->renderings; to < r->renderings + r->nrenderings; to++) {
		for (size_t i = 0; i < document_count(to->document); i++)
			buf_release(&to->results[i]);
		document_free(to->document);
	}
	arena_release(&r->arena);
}

bool template_run(const struct template *t, struct buf *out, struct buf *why, size_t *line)
{
	struct run r = {.t = t, .why = why};
	struct buf source = {0};
	bool good = placeholders_expand(t, &source, why, line);
	export_environment(t);
	add_rendering(&r, is_mail(t->format) ? format_find("text") : t->format, buf_str(&source));
	if (is_mail(t->format))
		add_rendering(&r, format_find("html"), buf_str(&source));
	const struct document *document = r.renderings[0].document;
	for (size_t i = 0; good && i < document_count(document); i++) {
		const struct block *block = document_block(document, i);
		*line = block->line;
		good = run_block(&r, i, block);
	}
	if (good)
		assemble_all(&r, buf_str(&source), out);
	run_release(&r);
	buf_release(&source);
	return good;
}
