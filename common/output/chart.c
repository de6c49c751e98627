#include <math.h>

#include "output/chart.h"
#include "output/labels.h"
#include "output/markup.h"
#include "output/width.h"
#include "base/near.h"
#include "base/utf8.h"
#include "record/number.h"

enum { LEGEND_BOX = 12, LEGEND_GAP = 18, NUMBER_LONGEST = 8, DESC_ROWS = 100 };

#define ELLIPSIS "\xe2\x80\xa6"
#define DASH     "\xe2\x80\x93"

const char *const chart_colours[CHART_SERIES] = {
	"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999", "#f0e442"};

/* clang-format off */
static const struct chart_kind kinds[] = {
	{"bar",     bars_draw,    CHART_SERIES,  true,  true},
	{"stacked", stacked_draw, CHART_SERIES,  false, true},
	{"line",    lines_draw,   CHART_SERIES,  false, true},
	{"dot",     dots_draw,    CHART_SERIES,  false, true},
	{"heat",    heat_draw,    CHART_COLUMNS, false, false},
	{"tiles",   tiles_draw,   1,             true,  false},
};

const char *const chart_names[] = {"bar", "stacked", "line", "dot", "heat", "tiles", NULL};
/* clang-format on */

bool chart_find(struct str name, enum chart *chart)
{
	for (size_t i = 0; chart_names[i]; i++)
		if (str_eq(str_of(chart_names[i]), name)) {
			*chart = CHART_BAR + (enum chart)i;
			return true;
		}
	return false;
}

bool chart_value(const struct chart_data *d, size_t row, size_t series, double *value)
{
	return number_parse(table_cell(d->table, row, d->values[series]), value);
}

/* Thousandths of the font's size. */
static int letter_width(char c)
{
	if (memchr("iljI.,:;'|! ", c, 12))
		return 330;
	if (memchr("ftr()[]{}/-\"", c, 12))
		return 430;
	if (memchr("mwMW@%", c, 6))
		return 960;
	return c >= 'A' && c <= 'Z' ? 720 : 636;
}

static double cluster_measure(struct str cluster, size_t columns)
{
	int units = cluster.n == 1 ? letter_width(cluster.p[0])
	            : columns >= 2 ? 1100
	            : columns      ? 680
	                           : 0;
	return units * (double)CHART_FONT / 1000;
}

double chart_measure(struct str s)
{
	double sum = 0;
	size_t columns;
	while (s.n) {
		struct str cluster = cluster_next(&s, &columns);
		sum += cluster_measure(cluster, columns);
	}
	return sum;
}

void chart_text(struct buf *out, struct str s, double room)
{
	struct str rest = s;
	size_t n = 0, columns;
	double sum = 0;
	if (chart_measure(s) <= room) {
		markup_text(out, s);
		return;
	}
	while (rest.n) {
		struct str cluster = cluster_next(&rest, &columns);
		sum += cluster_measure(cluster, columns);
		if (sum > room - CHART_FONT)
			break;
		n += cluster.n;
	}
	markup_text(out, str_head(s, n));
	buf_puts(out, ELLIPSIS);
}

static struct str shortened(struct arena *arena, struct str cell)
{
	double value;
	char text[NUMBER_MAX];
	if (cell.n <= NUMBER_LONGEST || !number_parse(cell, &value))
		return cell;
	struct str rough = arena_fmt(arena, "%.4g", value);
	if (!number_parse(rough, &value) || value >= 1e4 || value <= -1e4)
		return cell.n <= 2 * NUMBER_LONGEST ? cell : rough;
	size_t n = number_format(value, text);
	return arena_str(arena, (struct str){text, n});
}

struct str chart_number(const struct chart_data *d, struct str cell)
{
	struct arena *arena = &d->page->arena;
	return table_number(d->table, shortened(arena, cell), arena);
}

struct str chart_mark(const struct chart_data *d, const struct scale *s, int i)
{
	struct arena *arena = &d->page->arena;
	double mark = scale_mark(s, i) + 0.0; /* never -0 */
	bool far = s->step >= 1e15 || s->step < 1e-6;
	struct str text =
		far ? arena_fmt(arena, "%.3g", mark) : arena_fmt(arena, "%.*f", s->decimals, mark);
	return table_number(d->table, text, arena);
}

double chart_label_room(const struct chart_data *d)
{
	double longest = 0;
	for (size_t row = 0; row < d->table->nrows; row++) {
		double length = chart_measure(table_cell(d->table, row, d->label));
		longest = length > longest ? length : longest;
	}
	return longest < CHART_LABEL_MAX ? longest : CHART_LABEL_MAX;
}

static bool has_legend(const struct chart_data *d)
{
	return d->nvalues > 1 && d->kind->legend;
}

static double legend_item(const struct chart_data *d, size_t series)
{
	double length = chart_measure(d->table->columns[d->values[series]].title);
	return LEGEND_BOX + 6 + (length < CHART_LABEL_MAX ? length : CHART_LABEL_MAX) + LEGEND_GAP;
}

/* Walks over the items of the legend; `put` false only counts its lines. */
static double legend(const struct chart_data *d, double y, bool put)
{
	double x = CHART_EDGE;
	for (size_t i = 0; i < d->nvalues; i++) {
		double width = legend_item(d, i);
		if (x > CHART_EDGE && x + width > CHART_WIDTH) {
			x = CHART_EDGE;
			y += CHART_ROW_HEIGHT;
		}
		if (put) {
			struct buf *out = d->page->out;
			buf_fmt(out,
				"<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" "
				"fill=\"%s\"/>",
				x, y + 3, LEGEND_BOX, LEGEND_BOX, chart_colours[i]);
			buf_fmt(out, "<text x=\"%.1f\" y=\"%.1f\">", x + LEGEND_BOX + 6,
				y + CHART_FONT);
			chart_text(out, d->table->columns[d->values[i]].title, CHART_LABEL_MAX);
			buf_puts(out, "</text>\n");
		}
		x += width;
	}
	return y + CHART_ROW_HEIGHT;
}

/* Inside a report the title stands above the image, as its caption. */
static bool draws_title(const struct chart_data *d)
{
	return d->page->look->title.n && !d->page->look->part;
}

double chart_head(const struct chart_data *d)
{
	double y = CHART_EDGE;
	if (draws_title(d))
		y += CHART_ROW_HEIGHT + 8;
	if (has_legend(d))
		y = legend(d, y, false) + 8;
	return y;
}

/* The numbers in words, for those who cannot see the drawing: language is that of the table. */
static void describe(const struct chart_data *d)
{
	struct buf *out = d->page->out;
	for (size_t row = 0; row < d->table->nrows && row < DESC_ROWS; row++) {
		buf_puts(out, row ? "; " : "");
		markup_text(out, table_cell(d->table, row, d->label));
		buf_putc(out, ':');
		for (size_t i = 0; i < d->nvalues; i++) {
			struct str cell = table_cell(d->table, row, d->values[i]);
			cell = table_number(d->table, cell, &d->page->arena);
			buf_puts(out, i ? ", " : " ");
			if (d->nvalues > 1) {
				markup_text(out, d->table->columns[d->values[i]].title);
				buf_putc(out, ' ');
			}
			markup_text(out, cell.n ? cell : STR(DASH));
		}
	}
	if (d->table->nrows > DESC_ROWS)
		buf_puts(out, "; " ELLIPSIS);
}

static void put_caption(const struct chart_data *d)
{
	buf_puts(d->page->out, "<figure>\n");
	if (!d->page->look->title.n)
		return;
	buf_puts(d->page->out, "<figcaption>");
	markup_lines(d->page->out, d->page->look->title);
	buf_puts(d->page->out, "</figcaption>\n");
}

/* What the image is called: its title, or the columns it shows. */
static void put_name(const struct chart_data *d)
{
	struct buf *out = d->page->out;
	if (d->page->look->title.n) {
		markup_text(out, d->page->look->title);
		return;
	}
	markup_text(out, d->table->columns[d->label].title);
	for (size_t i = 0; i < d->nvalues; i++) {
		buf_puts(out, i ? ", " : ": ");
		markup_text(out, d->table->columns[d->values[i]].title);
	}
}

double chart_open(const struct chart_data *d, double height)
{
	struct buf *out = d->page->out;
	bool part = d->page->look->part;
	if (part)
		put_caption(d);
	buf_fmt(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" "
		"viewBox=\"0 0 %d %.0f\" ",
		CHART_WIDTH, height, CHART_WIDTH, height);
	buf_fmt(out,
		"role=\"img\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" "
		"font-size=\"%d\" ",
		CHART_FONT);
	buf_puts(out, part ? "fill=\"currentColor\">\n<title>"
			   : "fill=\"#222222\" color=\"#222222\">\n<title>");
	put_name(d);
	buf_puts(out, "</title>\n<desc>");
	describe(d);
	buf_puts(out, "</desc>\n");
	if (!part)
		buf_fmt(out, "<rect width=\"%d\" height=\"%.0f\" fill=\"#ffffff\"/>\n", CHART_WIDTH,
			height);
	double y = CHART_EDGE;
	if (draws_title(d)) {
		buf_fmt(out, "<text x=\"%d\" y=\"%.1f\" font-size=\"16\" font-weight=\"bold\">",
			CHART_EDGE, y + 15);
		chart_text(out, d->page->look->title, (CHART_WIDTH - 2 * CHART_EDGE) / 1.4);
		buf_puts(out, "</text>\n");
		y += CHART_ROW_HEIGHT + 8;
	}
	return has_legend(d) ? legend(d, y, true) + 8 : y;
}

void chart_close(const struct chart_data *d)
{
	buf_puts(d->page->out, d->page->look->part ? "</svg>\n</figure>\n" : "</svg>\n");
}

static bool unknown_column(const struct table *t, struct str name, struct buf *why)
{
	buf_fmt(why, "unknown column '" STR_FMT "' for a chart", STR_ARG(name));
	for (size_t i = 0; i < t->ncolumns; i++)
		if (near_find(name, &t->columns[i].name, 1) == 0) {
			buf_fmt(why, " (did you mean '" STR_FMT "'?)", STR_ARG(t->columns[i].name));
			break;
		}
	return false;
}

static bool add_value(struct chart_data *d, size_t column, struct buf *why)
{
	if (d->nvalues == d->kind->columns) {
		buf_fmt(why, "more than %zu columns of numbers for one chart", d->kind->columns);
		return false;
	}
	d->values[d->nvalues++] = column;
	return true;
}

static bool named_values(struct chart_data *d, const struct look *look, struct buf *why)
{
	const struct table *t = d->table;
	for (size_t i = 0; i < look->nvalues; i++) {
		long at = table_find(t, look->values[i]);
		if (at < 0)
			return unknown_column(t, look->values[i], why);
		if (!t->columns[at].number && t->nrows) {
			buf_fmt(why, "column '" STR_FMT "' does not hold numbers only",
				STR_ARG(look->values[i]));
			return false;
		}
		if (!add_value(d, (size_t)at, why))
			return false;
	}
	return true;
}

static bool found_values(struct chart_data *d, struct buf *why)
{
	for (size_t i = 0; i < d->table->ncolumns; i++) {
		if (i == d->label || !d->table->columns[i].number)
			continue;
		if (!add_value(d, i, why))
			return false;
		if (d->kind->first)
			break;
	}
	return true;
}

static bool values_fit(struct chart_data *d, struct buf *why)
{
	double value;
	d->whole = true;
	for (size_t row = 0; row < d->table->nrows; row++)
		for (size_t i = 0; i < d->nvalues; i++)
			if (!chart_value(d, row, i, &value)) {
				continue;
			} else if (value > SCALE_LARGEST || value < -SCALE_LARGEST) {
				buf_fmt(why, "the number '" STR_FMT "' is too large for a chart",
					STR_ARG(table_cell(d->table, row, d->values[i])));
				return false;
			} else {
				d->whole &= value == floor(value);
			}
	return true;
}

/* Which columns are drawn; false with the reason when that cannot be. */
static bool choose(struct chart_data *d, const struct look *look, struct buf *why)
{
	const struct table *t = d->table;
	d->kind = &kinds[look->chart ? look->chart - CHART_BAR : 0];
	if (look->label.n) {
		long at = table_find(t, look->label);
		if (at < 0)
			return unknown_column(t, look->label, why);
		d->label = (size_t)at;
	}
	if (t->nrows > CHART_ROWS) {
		buf_fmt(why, "%zu rows are too many for a chart (at most %d)", t->nrows,
			CHART_ROWS);
		return false;
	}
	if (!(look->nvalues ? named_values(d, look, why) : found_values(d, why)))
		return false;
	if (!d->nvalues && t->nrows)
		buf_puts(why, "no column of numbers for a chart");
	return (d->nvalues || !t->nrows) && values_fit(d, why);
}

bool chart_check(const struct table *t, const struct look *look, struct buf *why)
{
	struct chart_data d = {.table = t};
	return choose(&d, look, why);
}

/* Where there are no rows it is said, so that nobody looks for what went wrong. */
static void draw_nothing(const struct chart_data *d)
{
	double top = chart_open(d, chart_head(d) + CHART_ROW_HEIGHT + CHART_EDGE);
	buf_fmt(d->page->out, "<text x=\"%d\" y=\"%.1f\">", CHART_EDGE, top + CHART_FONT);
	markup_text(d->page->out, labels_word("nothing", labels_lang(d->page->look->lang)));
	buf_puts(d->page->out, "</text>\n");
	chart_close(d);
}

void chart_begin(struct page *page)
{
	struct chart_data d = {.page = page, .table = page->table};
	struct buf why = {0};
	choose(&d, page->look, &why);
	buf_release(&why);
	if (page->table->nrows)
		d.kind->draw(&d);
	else
		draw_nothing(&d);
}
