/*
 * markdown: a table of GitHub Flavored Markdown (its section 4.10).
 *
 * A value stays what it is: every character that Markdown or HTML would read as markup is escaped,
 * and a line end inside a value is a <br>. The bytes of control characters do not get through.
 */
#include "output/format.h"
#include "output/labels.h"
#include "output/markup.h"

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c & 0x80);
}

/* An underscore inside a word is no markup, and names of columns are full of them. */
static bool needs_backslash(struct str s, size_t i)
{
	if (s.p[i] == '_')
		return i == 0 || i + 1 == s.n || !is_word_byte(s.p[i - 1]) ||
		       !is_word_byte(s.p[i + 1]);
	return memchr("\\`*[]<|~&$", s.p[i], 10) != NULL;
}

static const char *shown_control(char c, char next)
{
	switch (c) {
	case '\n': return "<br>";
	case '\r': return next == '\n' ? "" : "<br>";
	case '\t': return " ";
	default: return REPLACEMENT;
	}
}

static void put_value(struct buf *out, struct str s)
{
	size_t len;
	for (size_t i = 0; i < s.n; i += len) {
		len = control_at(s, i);
		if (len) {
			buf_puts(out, shown_control(s.p[i], i + 1 < s.n ? s.p[i + 1] : '\0'));
			continue;
		}
		len = 1;
		if (needs_backslash(s, i))
			buf_putc(out, '\\');
		buf_putc(out, s.p[i]);
	}
}

static void put_row(struct buf *out, size_t n, struct str (*value)(struct page *, size_t, size_t),
	struct page *page, size_t row)
{
	for (size_t i = 0; i < n; i++) {
		buf_puts(out, i ? " " : "| ");
		put_value(out, value(page, row, i));
		buf_puts(out, " |");
	}
	buf_putc(out, '\n');
}

static struct str title_of(struct page *page, size_t row, size_t column)
{
	(void)row;
	return page->table->columns[column].title;
}

static struct str cell_of(struct page *page, size_t row, size_t column)
{
	return table_shown(page->table, row, column);
}

/* A row of one cell that says so. */
static void put_nothing(struct page *page)
{
	buf_puts(page->out, "| ");
	put_value(page->out, labels_word("nothing", labels_lang(page->look->lang)));
	for (size_t i = 0; i < page->table->ncolumns; i++)
		buf_puts(page->out, i ? "  |" : " |");
	buf_putc(page->out, '\n');
}

void markdown_begin(struct page *page)
{
	static const char *const rules[] = {
		[ALIGN_LEFT] = " --- |", [ALIGN_RIGHT] = " ---: |", [ALIGN_CENTRE] = " :---: |"};
	if (page->look->title.n) {
		buf_puts(page->out, "**");
		put_value(page->out, page->look->title);
		buf_puts(page->out, "**\n\n");
	}
	put_row(page->out, page->table->ncolumns, title_of, page, 0);
	buf_putc(page->out, '|');
	for (size_t i = 0; i < page->table->ncolumns; i++)
		buf_puts(page->out, rules[page->table->columns[i].align]);
	buf_putc(page->out, '\n');
	if (page->look->part && !page->table->nrows)
		put_nothing(page);
}

void markdown_row(struct page *page, size_t row)
{
	put_row(page->out, page->table->ncolumns, cell_of, page, row);
}
