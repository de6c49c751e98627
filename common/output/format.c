#include <string.h>

#include "base/limits.h"
#include "output/format.h"

/* A mail is made of a whole report (report/mail.h). */
static bool mail_check(const struct table *t, const struct look *look, struct buf *why)
{
	(void)t;
	(void)look;
	buf_puts(why, "only the report of a template can be a mail");
	return false;
}

/* clang-format off */
static const struct format formats[] = {
	{"text",     ".txt",  text_begin,     text_row,     text_end, NULL},
	{"markdown", ".md",   markdown_begin, markdown_row, NULL,     NULL},
	{"html",     ".html", html_begin,     html_row,     html_end, NULL},
	{"tex",      ".tex",  tex_begin,      tex_row,      tex_end,  NULL},
	{"csv",      ".csv",  csv_begin,      csv_row,      NULL,     NULL},
	{"json",     ".json", json_begin,     json_row,     json_end, NULL},
	{"xlsx",     ".xlsx", xlsx_begin,     NULL,         NULL,     xlsx_check},
	{"svg",      ".svg",  chart_begin,    NULL,         NULL,     chart_check},
	{"eml",      ".eml",  NULL,           NULL,         NULL,     mail_check},
};

const char *const format_names[] = {"text", "markdown", "html", "tex", "csv", "json", "xlsx", "svg", "eml", NULL};
/* clang-format on */

enum { NFORMATS = sizeof formats / sizeof *formats };

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < NFORMATS; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const struct format *format_of_file(const char *path)
{
	for (size_t i = 0; i < NFORMATS; i++)
		if (str_ends(str_of(path), str_of(formats[i].suffix)))
			return &formats[i];
	return NULL;
}

static void hand_on(struct buf *bytes, struct out *out)
{
	out_add(out, bytes->p, bytes->n);
	buf_clear(bytes);
}

/* `out` may be NULL: then all stays in page->out. */
static bool run(const struct format *f, struct page *page, struct out *out)
{
	f->begin(page);
	for (size_t row = 0; f->row && row < page->table->nrows; row++) {
		f->row(page, row);
		if (out && page->out->n >= BLOCK_SIZE / 2)
			hand_on(page->out, out);
	}
	if (f->end)
		f->end(page);
	arena_release(&page->arena);
	return !page->why->n;
}

bool format_render(const struct format *f, const struct table *t, const struct look *look,
	struct buf *out, struct buf *why)
{
	struct page page = {.out = out, .table = t, .look = look, .why = why};
	return (!f->check || f->check(t, look, why)) && run(f, &page, NULL);
}

bool format_write(const struct format *f, const struct table *t, const struct look *look,
	struct out *out, struct buf *why)
{
	struct buf bytes = {0};
	struct page page = {.out = &bytes, .table = t, .look = look, .why = why};
	bool good = (!f->check || f->check(t, look, why)) && run(f, &page, out);
	if (good)
		hand_on(&bytes, out);
	buf_release(&bytes);
	return good;
}
