/*
 * tex: a tabular of LaTeX with the rules of the booktabs package.
 *
 * Every character that TeX would act on is escaped, also pairs that a font would join (--, '', ,,)
 * and a bracket or star that the row end before it would take for its argument. A line end inside a
 * value is a blank. With a title it is a table with a caption. To be set with LuaLaTeX, XeLaTeX, or
 * pdfLaTeX in T1.
 */
#include "output/format.h"
#include "output/markup.h"

static const char *escape(char c)
{
	switch (c) {
	case '\\': return "\\textbackslash{}";
	case '{': return "\\{";
	case '}': return "\\}";
	case '$': return "\\$";
	case '&': return "\\&";
	case '#': return "\\#";
	case '%': return "\\%";
	case '_': return "\\_";
	case '^': return "\\textasciicircum{}";
	case '~': return "\\textasciitilde{}";
	case '<': return "\\textless{}";
	case '>': return "\\textgreater{}";
	case '|': return "\\textbar{}";
	case '"': return "\\textquotedbl{}";
	case '`': return "\\textasciigrave{}";
	case '[': return "{[}";
	case '*': return "{*}";
	case '\t':
	case '\n':
	case '\r': return " ";
	default: return NULL;
	}
}

static void put_value(struct buf *out, struct str s)
{
	size_t len;
	for (size_t i = 0; i < s.n; i += len) {
		const char *instead = escape(s.p[i]);
		len = control_at(s, i);
		if (len && !instead)
			instead = "?";
		len += !len;
		if (instead) {
			buf_puts(out, instead);
			continue;
		}
		if (i && s.p[i] == s.p[i - 1] && memchr("-',", s.p[i], 3))
			buf_puts(out, "{}");
		buf_putc(out, s.p[i]);
	}
}

void tex_begin(struct page *page)
{
	const struct table *t = page->table;
	if (page->look->title.n) {
		buf_puts(page->out, "\\begin{table}\n\\centering\n\\caption{");
		put_value(page->out, page->look->title);
		buf_puts(page->out, "}\n");
	}
	buf_puts(page->out, "\\begin{tabular}{");
	for (size_t i = 0; i < t->ncolumns; i++)
		buf_putc(page->out, "lrc"[t->columns[i].align]);
	buf_puts(page->out, "}\n\\toprule\n");
	for (size_t i = 0; i < t->ncolumns; i++) {
		buf_puts(page->out, i ? " & " : "");
		put_value(page->out, t->columns[i].title);
	}
	buf_puts(page->out, " \\\\\n\\midrule\n");
}

void tex_row(struct page *page, size_t row)
{
	for (size_t i = 0; i < page->table->ncolumns; i++) {
		buf_puts(page->out, i ? " & " : "");
		put_value(page->out, table_shown(page->table, row, i));
	}
	buf_puts(page->out, " \\\\\n");
}

void tex_end(struct page *page)
{
	buf_puts(page->out, "\\bottomrule\n\\end{tabular}\n");
	if (page->look->title.n)
		buf_puts(page->out, "\\end{table}\n");
}
