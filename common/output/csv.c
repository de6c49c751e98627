/*
 * csv: RFC 4180, with a line feed for line end unless the look asks for CR LF.
 *
 * A field is quoted when it holds a comma, a quote, a line end, or a blank at either end; so is the
 * only field of a row where it is empty, which would read as no row at all. For spreadsheets that
 * run what begins like a formula, a safe look puts an apostrophe before such text (numbers stay
 * numbers).
 */
#include "output/format.h"

static bool needs_quotes(struct str s)
{
	if (!s.n)
		return false;
	if (s.p[0] == ' ' || s.p[s.n - 1] == ' ' || s.p[0] == '\t' || s.p[s.n - 1] == '\t')
		return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r')
			return true;
	return false;
}

static bool looks_like_formula(struct str s)
{
	return s.n && memchr("=+-@\t\r\n", s.p[0], 7) && !number_is_plain(s);
}

static void put_field(struct page *page, struct str s)
{
	bool guard = page->look->safe && looks_like_formula(s);
	bool quotes = needs_quotes(s) || (!s.n && page->table->ncolumns == 1);
	if (quotes)
		buf_putc(page->out, '"');
	if (guard)
		buf_putc(page->out, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_putc(page->out, '"');
		buf_putc(page->out, s.p[i]);
	}
	if (quotes)
		buf_putc(page->out, '"');
}

static void end_row(struct page *page)
{
	buf_puts(page->out, page->look->crlf ? "\r\n" : "\n");
}

void csv_begin(struct page *page)
{
	if (page->look->bom)
		buf_puts(page->out, "\xef\xbb\xbf");
	if (page->look->bare)
		return;
	for (size_t i = 0; i < page->table->ncolumns; i++) {
		if (i)
			buf_putc(page->out, ',');
		put_field(page, page->table->columns[i].title);
	}
	end_row(page);
}

void csv_row(struct page *page, size_t row)
{
	for (size_t i = 0; i < page->table->ncolumns; i++) {
		if (i)
			buf_putc(page->out, ',');
		put_field(page, table_cell(page->table, row, i));
	}
	end_row(page);
}
