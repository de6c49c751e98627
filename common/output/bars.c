/*
 * bars: lying bars, so that long names fit beside them; several columns side by side or stacked.
 * Dots instead of bars put several columns on one line, with a thin line from the smallest to the
 * largest.
 *
 * The axis holds zero. A missing number is a dash where its bar would begin, never a bar of no
 * length.
 */
#include "output/chart.h"
#include "output/markup.h"

enum { BAR = 18, THIN_BAR = 13, ROW_GAP = 9, AXIS = 26, MARKS = 6, AWAY = 5, DOT = 5 };

enum style { BESIDE, STACKED, DOTS };

struct bars {
	const struct chart_data *d;
	struct buf *out;
	struct scale x;
	double labels;        /* where the labels end */
	double top, bar, row; /* where the rows begin, how thick a bar is, how far apart rows are */
	enum style style;
};

/* The ends of what a row draws, from 0. */
static void row_ends(const struct bars *b, size_t row, double *low, double *high)
{
	double value, below = 0, above = 0;
	for (size_t i = 0; i < b->d->nvalues; i++) {
		if (!chart_value(b->d, row, i, &value))
			continue;
		if (b->style == STACKED && value < 0)
			below += value;
		else if (b->style == STACKED)
			above += value;
		else {
			below = value < below ? value : below;
			above = value > above ? value : above;
		}
	}
	*low = below < *low ? below : *low;
	*high = above > *high ? above : *high;
}

static double number_room(const struct bars *b)
{
	double longest = 2 * CHART_FONT;
	for (size_t row = 0; row < b->d->table->nrows && b->style == BESIDE; row++)
		for (size_t i = 0; i < b->d->nvalues; i++) {
			struct str cell = table_cell(b->d->table, row, b->d->values[i]);
			double length = chart_measure(chart_number(b->d, cell));
			longest = length > longest ? length : longest;
		}
	return longest + 2 * AWAY;
}

static void make_scale(struct bars *b)
{
	double low = 0, high = 0;
	b->labels = CHART_EDGE + chart_label_room(b->d);
	for (size_t row = 0; row < b->d->table->nrows; row++)
		row_ends(b, row, &low, &high);
	b->x = scale_make(low, high, MARKS, b->d->whole);
	double room = number_room(b);
	b->x.from = b->labels + 10 + (low < 0 ? room : 0);
	b->x.span = CHART_WIDTH - CHART_EDGE - room - b->x.from;
}

static void draw_axis(const struct bars *b, double bottom)
{
	for (int i = 0; i < scale_count(&b->x); i++) {
		double mark = scale_mark(&b->x, i), x = scale_at(&b->x, mark);
		buf_fmt(b->out,
			"<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" "
			"stroke=\"currentColor\" "
			"stroke-opacity=\"%s\"/>",
			x, b->top, x, bottom, mark == 0 ? "0.7" : "0.15");
		buf_fmt(b->out,
			"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"12\" "
			"opacity=\"0.75\">",
			x, bottom + 16);
		buf_addstr(b->out, chart_mark(b->d, &b->x, i));
		buf_puts(b->out, "</text>\n");
	}
}

static void put_number(const struct bars *b, struct str text, double x, double y, bool left)
{
	buf_fmt(b->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">",
		left ? x - AWAY : x + AWAY, y + b->bar / 2 + 4.5, left ? "end" : "start");
	markup_text(b->out, text);
	buf_puts(b->out, "</text>");
}

/* What is shown when one points at it. */
static void put_tip(const struct bars *b, size_t row, size_t series)
{
	const struct table *t = b->d->table;
	markup_text(b->out, table_cell(t, row, b->d->label));
	buf_puts(b->out, ", ");
	markup_text(b->out, t->columns[b->d->values[series]].title);
	buf_puts(b->out, ": ");
	markup_text(b->out, table_cell(t, row, b->d->values[series]));
}

static void put_bar(
	const struct bars *b, size_t row, size_t series, double y, double from, double to)
{
	double x1 = scale_at(&b->x, from), x2 = scale_at(&b->x, to);
	buf_fmt(b->out,
		"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>",
		x1 < x2 ? x1 : x2, y, x1 < x2 ? x2 - x1 : x1 - x2, b->bar, chart_colours[series]);
	put_tip(b, row, series);
	buf_puts(b->out, "</title></rect>");
}

static void put_dot(const struct bars *b, size_t row, size_t series, double x, double y)
{
	buf_fmt(b->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"><title>", x, y, DOT,
		chart_colours[series]);
	put_tip(b, row, series);
	buf_puts(b->out, "</title></circle>");
}

static void draw_dots(const struct bars *b, size_t row, double y)
{
	double value, low = 0, high = 0;
	bool any = false;
	for (size_t i = 0; i < b->d->nvalues; i++) {
		if (!chart_value(b->d, row, i, &value))
			continue;
		low = !any || value < low ? value : low;
		high = !any || value > high ? value : high;
		any = true;
	}
	if (!any)
		put_number(b, STR("\xe2\x80\x93"), scale_at(&b->x, 0), y, false);
	y += b->bar / 2;
	buf_fmt(b->out,
		"<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" "
		"stroke-opacity=\"0.4\"/>",
		scale_at(&b->x, low), y, scale_at(&b->x, high), y);
	for (size_t i = 0; i < b->d->nvalues; i++)
		if (chart_value(b->d, row, i, &value))
			put_dot(b, row, i, scale_at(&b->x, value), y);
}

static void draw_beside(const struct bars *b, size_t row, double y)
{
	double value;
	for (size_t i = 0; i < b->d->nvalues; i++, y += b->bar) {
		struct str cell = table_cell(b->d->table, row, b->d->values[i]);
		if (!chart_value(b->d, row, i, &value)) {
			put_number(b, STR("\xe2\x80\x93"), scale_at(&b->x, 0), y, false);
			continue;
		}
		put_bar(b, row, i, y, 0, value);
		put_number(b, chart_number(b->d, cell), scale_at(&b->x, value), y, value < 0);
	}
}

static void draw_stacked(const struct bars *b, size_t row, double y)
{
	double value, below = 0, above = 0;
	for (size_t i = 0; i < b->d->nvalues; i++) {
		if (!chart_value(b->d, row, i, &value) || value == 0)
			continue;
		double *end = value < 0 ? &below : &above;
		put_bar(b, row, i, y, *end, *end + value);
		*end += value;
	}
}

static void draw_row(const struct bars *b, size_t row, double y)
{
	struct str label = table_cell(b->d->table, row, b->d->label);
	buf_fmt(b->out, "<g><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">", b->labels,
		y + (b->row - ROW_GAP) / 2 + 4.5);
	chart_text(b->out, label, CHART_LABEL_MAX);
	buf_puts(b->out, "</text>");
	if (b->style == STACKED)
		draw_stacked(b, row, y);
	else if (b->style == DOTS)
		draw_dots(b, row, y);
	else
		draw_beside(b, row, y);
	buf_puts(b->out, "</g>\n");
}

static void draw(const struct chart_data *d, enum style style)
{
	struct bars b = {.d = d, .out = d->page->out, .style = style};
	size_t side = style != BESIDE || !d->nvalues ? 1 : d->nvalues;
	b.bar = side > 1 ? THIN_BAR : BAR;
	b.row = b.bar * (double)side + ROW_GAP;
	double height = b.row * (double)d->table->nrows;
	make_scale(&b);
	b.top = chart_open(d, chart_head(d) + height + AXIS + CHART_EDGE / 2.0);
	draw_axis(&b, b.top + height);
	for (size_t row = 0; row < d->table->nrows; row++)
		draw_row(&b, row, b.top + ROW_GAP / 2.0 + b.row * (double)row);
	chart_close(d);
}

void bars_draw(const struct chart_data *d)
{
	draw(d, BESIDE);
}

void stacked_draw(const struct chart_data *d)
{
	draw(d, STACKED);
}

void dots_draw(const struct chart_data *d)
{
	draw(d, DOTS);
}
