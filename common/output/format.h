/*
 * format: what a table can be written as.
 *
 * A format is one file with up to three functions, and one row in the table of formats (format.c).
 * The functions add bytes to page->out: begin once, row for each row, end once; the driver hands
 * full blocks on, so a page is never held whole. The same table and look give the same bytes.
 */
#ifndef KOOP_OUTPUT_FORMAT_H
#define KOOP_OUTPUT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/out.h"
#include "base/str.h"
#include "output/table.h"

enum chart { CHART_NONE, CHART_BAR, CHART_STACKED, CHART_LINE, CHART_DOT, CHART_HEAT, CHART_TILES };

/* NULL-ended names of the charts, CHART_BAR first; and the chart of a name. */
extern const char *const chart_names[];
bool chart_find(struct str name, enum chart *chart);

/* What is asked for beside the table. A zeroed struct is the plain look. */
struct look {
	struct str title;
	struct str lang; /* BCP 47, of the page as a whole */
	size_t width;    /* columns of the terminal; 0: as wide as it needs to be */
	bool colour;     /* bold and dim by terminal escapes */
	bool bare;       /* no header line (text and csv) */
	bool bom, crlf;  /* csv */
	bool safe;       /* csv: no cell that a spreadsheet would run */
	bool part;       /* html and svg: a part of a page, not one of its own */
	enum chart chart;
	struct str label;         /* the column that names the bars; empty: the first */
	const struct str *values; /* the columns that are drawn; none: those that hold numbers */
	size_t nvalues;
};

struct page {
	struct buf *out;
	const struct table *table;
	const struct look *look;
	struct buf *why; /* what begin adds here is why the page cannot be made */
	struct arena arena;
	void *state; /* the format's own */
};

struct format {
	const char *name;
	const char *suffix; /* of file names, with the dot */
	void (*begin)(struct page *page);
	void (*row)(struct page *page, size_t row);
	void (*end)(struct page *page);
	/* Can this table be written so? False with the reason; NULL: any table can. */
	bool (*check)(const struct table *t, const struct look *look, struct buf *why);
};

/* NULL-ended, in the order of the table. */
extern const char *const format_names[];

const struct format *format_find(const char *name);

/* The format whose suffix the file name ends with, or NULL. */
const struct format *format_of_file(const char *path);

/* False, with the reason in *why and nothing written, when the format cannot show this table. */
bool format_write(const struct format *f, const struct table *t, const struct look *look,
	struct out *out, struct buf *why);
bool format_render(const struct format *f, const struct table *t, const struct look *look,
	struct buf *out, struct buf *why);

/* The formats: each is explained in its own file. */
void text_begin(struct page *page);
void text_row(struct page *page, size_t row);
void text_end(struct page *page);
void markdown_begin(struct page *page);
void markdown_row(struct page *page, size_t row);
void html_begin(struct page *page);
void html_row(struct page *page, size_t row);
void html_end(struct page *page);
void tex_begin(struct page *page);
void tex_row(struct page *page, size_t row);
void tex_end(struct page *page);
void csv_begin(struct page *page);
void csv_row(struct page *page, size_t row);
void json_begin(struct page *page);
void json_row(struct page *page, size_t row);
void json_end(struct page *page);
void xlsx_begin(struct page *page);
bool xlsx_check(const struct table *t, const struct look *look, struct buf *why);
void chart_begin(struct page *page);
bool chart_check(const struct table *t, const struct look *look, struct buf *why);

#endif
