#include "output/format.h"
#include "output/html.h"
#include "output/labels.h"
#include "output/markup.h"
#include "output/width.h"

static const char style[] =
	":root{color-scheme:light dark;--line:#8886;--soft:#8881}\n"
	"body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\n"
	"h1,h2,h3{line-height:1.2}\n"
	"figure{margin:1.5rem 0;overflow-x:auto}\n"
	"table{border-collapse:collapse;margin:1.5rem 0;font-variant-numeric:tabular-nums}\n"
	"figure>table{margin:0}\n"
	"caption,figcaption{text-align:left;font-weight:600;padding:0 0 .5rem}\n"
	"th,td{padding:.3rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid "
	"var(--line);"
	"overflow-wrap:anywhere;unicode-bidi:isolate}\n"
	"thead th{border-bottom:2px "
	"solid;overflow-wrap:normal;white-space:normal;vertical-align:bottom}\n"
	"tbody th{font-weight:400;min-width:11em}\n"
	"tbody tr:nth-child(even){background:var(--soft)}\n"
	".r{text-align:right;overflow-wrap:normal}\n"
	"td.r{white-space:nowrap}\n"
	".c{text-align:center}\n"
	".doubt{border-left:.3rem solid #d55e00;padding:.3rem .8rem;background:var(--soft)}\n"
	"svg{max-width:100%;height:auto}\n"
	"pre{overflow-x:auto;padding:.7rem;background:var(--soft)}\n"
	"@media print{:root{color-scheme:light}body{max-width:none;margin:0;font-size:10pt}"
	"thead{display:table-header-group}tr,svg{break-inside:avoid}h1,h2,h3{break-after:avoid}"
	"figure{overflow:visible}}\n";

void html_page_begin(struct buf *out, struct str title, struct str lang)
{
	buf_puts(out, "<!doctype html>\n<html lang=\"");
	markup_text(out, lang.n ? lang : STR("en"));
	buf_puts(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, "
		      "initial-scale=1\">\n<title>");
	markup_text(out, title.n ? title : STR("koop-report"));
	buf_puts(out, "</title>\n<style>\n");
	buf_puts(out, style);
	buf_puts(out, "</style>\n</head>\n<body>\n");
}

void html_page_end(struct buf *out)
{
	buf_puts(out, "</body>\n</html>\n");
}

static void open_cell(struct buf *out, const char *tag, enum align align, struct str value)
{
	static const char *const classes[] = {
		[ALIGN_LEFT] = "", [ALIGN_RIGHT] = " class=\"r\"", [ALIGN_CENTRE] = " class=\"c\""};
	buf_fmt(out, "<%s%s%s>", tag, classes[align], text_is_rtl(value) ? " dir=\"auto\"" : "");
}

/* A table inside a report is a figure, which a narrow screen can scroll. */
void html_begin(struct page *page)
{
	const struct table *t = page->table;
	if (page->look->part)
		buf_puts(page->out, "<figure>\n");
	else
		html_page_begin(page->out, page->look->title, page->look->lang);
	buf_puts(page->out, "<table>\n");
	if (page->look->title.n) {
		buf_puts(page->out, "<caption>");
		markup_lines(page->out, page->look->title);
		buf_puts(page->out, "</caption>\n");
	}
	buf_puts(page->out, "<thead>\n<tr>");
	for (size_t i = 0; i < t->ncolumns; i++) {
		open_cell(page->out, "th scope=\"col\"", t->columns[i].align, t->columns[i].title);
		markup_lines(page->out, t->columns[i].title);
		buf_puts(page->out, "</th>");
	}
	buf_puts(page->out, "</tr>\n</thead>\n<tbody>\n");
}

/* A first column of text names its row. */
void html_row(struct page *page, size_t row)
{
	const struct table *t = page->table;
	buf_puts(page->out, "<tr>");
	for (size_t i = 0; i < t->ncolumns; i++) {
		struct str cell = table_shown(t, row, i);
		bool names_row = i == 0 && !t->columns[0].number && t->ncolumns > 1;
		open_cell(page->out, names_row ? "th scope=\"row\"" : "td", t->columns[i].align,
			cell);
		markup_lines(page->out, cell);
		buf_puts(page->out, names_row ? "</th>" : "</td>");
	}
	buf_puts(page->out, "</tr>\n");
}

void html_end(struct page *page)
{
	const struct look *look = page->look;
	if (look->part && !page->table->nrows) {
		buf_fmt(page->out, "<tr><td colspan=\"%zu\">", page->table->ncolumns);
		markup_text(page->out, labels_word("nothing", labels_lang(look->lang)));
		buf_puts(page->out, "</td></tr>\n");
	}
	buf_puts(page->out, "</tbody>\n</table>\n");
	if (page->look->part)
		buf_puts(page->out, "</figure>\n");
	else
		html_page_end(page->out);
}
