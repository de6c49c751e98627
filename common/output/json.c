/*
 * json: an array of flat objects (RFC 8259), one a line.
 *
 * Cells of number columns are numbers as they stand, all others strings; a missing value is null.
 * Keys are the names of the columns, whatever labels stand over them elsewhere: programs read them.
 * Text is left in UTF-8; control characters are escaped, and so are <, U+2028 and U+2029, so that
 * the array can stand in a script element.
 */
#include <stdint.h>

#include "base/utf8.h"
#include "output/format.h"

static const char *short_escape(uint32_t cp)
{
	switch (cp) {
	case '"': return "\\\"";
	case '\\': return "\\\\";
	case '\b': return "\\b";
	case '\f': return "\\f";
	case '\n': return "\\n";
	case '\r': return "\\r";
	case '\t': return "\\t";
	default: return NULL;
	}
}

static bool needs_hex(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == '<' || cp == 0x2028 || cp == 0x2029;
}

static void put_string(struct buf *out, struct str s)
{
	size_t len;
	buf_putc(out, '"');
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = utf8_decode(str_from(s, i), &len);
		const char *escape = short_escape(cp);
		if (escape)
			buf_puts(out, escape);
		else if (needs_hex(cp))
			buf_fmt(out, "\\u%04x", cp);
		else
			buf_add(out, s.p + i, len);
	}
	buf_putc(out, '"');
}

void json_begin(struct page *page)
{
	buf_puts(page->out, "[");
}

void json_row(struct page *page, size_t row)
{
	const struct table *t = page->table;
	buf_puts(page->out, row ? ",\n{" : "\n{");
	for (size_t i = 0; i < t->ncolumns; i++) {
		struct str cell = table_cell(t, row, i);
		if (i)
			buf_puts(page->out, ", ");
		put_string(page->out, t->columns[i].name);
		buf_puts(page->out, ": ");
		if (!cell.n)
			buf_puts(page->out, "null");
		else if (t->columns[i].number)
			buf_addstr(page->out, cell);
		else
			put_string(page->out, cell);
	}
	buf_putc(page->out, '}');
}

void json_end(struct page *page)
{
	buf_puts(page->out, "\n]\n");
}
