/*
 * lines: one line for each column of numbers over the rows in their order.
 *
 * Where the labels are numbers themselves (years) they stand at their true distances, else evenly.
 * A missing number breaks the line. Lines differ in colour and in dashes. The axis holds zero
 * unless all numbers lie far from it.
 */
#include <math.h>

#include "output/chart.h"
#include "output/markup.h"
#include "record/number.h"

enum { PLOT = 300, AXIS = 28, MARKS = 5, MARKER = 3, HEADROOM = 8 };

struct lines {
	const struct chart_data *d;
	struct buf *out;
	struct scale y;
	double left, width, top;
	bool by_number; /* the labels are numbers */
	double first, last;
};

static void data_range(const struct chart_data *d, double *low, double *high)
{
	double value;
	bool any = false;
	for (size_t row = 0; row < d->table->nrows; row++)
		for (size_t i = 0; i < d->nvalues; i++) {
			if (!chart_value(d, row, i, &value))
				continue;
			*low = !any || value < *low ? value : *low;
			*high = !any || value > *high ? value : *high;
			any = true;
		}
}

static void make_scale(struct lines *l)
{
	double low = 0, high = 0, widest = 0;
	data_range(l->d, &low, &high);
	bool far = high > 0 ? low > high * 0.7 : high < low * 0.7;
	if (!far || high == low) {
		low = low > 0 ? 0 : low;
		high = high < 0 ? 0 : high;
	}
	l->y = scale_make(low, high, MARKS, l->d->whole);
	for (int i = 0; i < scale_count(&l->y); i++)
		widest = fmax(widest, chart_measure(chart_mark(l->d, &l->y, i)));
	l->left = CHART_EDGE + widest + 12;
	l->width = CHART_WIDTH - CHART_EDGE * 2 - l->left;
}

static void find_labels(struct lines *l)
{
	const struct table *t = l->d->table;
	double value = 0, before = -INFINITY;
	l->by_number = t->nrows > 1 && t->columns[l->d->label].number;
	for (size_t row = 0; row < t->nrows && l->by_number; row++) {
		l->by_number =
			number_parse(table_cell(t, row, l->d->label), &value) && value > before;
		l->first = row ? l->first : value;
		before = l->last = value;
	}
}

static double x_of(const struct lines *l, size_t row)
{
	double value, part = 0.5;
	size_t n = l->d->table->nrows;
	if (l->by_number && number_parse(table_cell(l->d->table, row, l->d->label), &value))
		part = (value - l->first) / (l->last - l->first);
	else if (n > 1)
		part = (double)row / (double)(n - 1);
	return l->left + l->width * part;
}

static void draw_marks(struct lines *l)
{
	for (int i = 0; i < scale_count(&l->y); i++) {
		double mark = scale_mark(&l->y, i), y = scale_at(&l->y, mark);
		buf_fmt(l->out,
			"<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" "
			"stroke=\"currentColor\" stroke-opacity=\"%s\"/>",
			l->left - 6, y, CHART_WIDTH - CHART_EDGE, y, mark == 0 ? "0.7" : "0.15");
		buf_fmt(l->out,
			"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" font-size=\"12\" "
			"opacity=\"0.75\">",
			l->left - 10, y + 4);
		buf_addstr(l->out, chart_mark(l->d, &l->y, i));
		buf_puts(l->out, "</text>\n");
	}
}

/* A label is left out where it would touch the one before it. */
static void draw_labels(struct lines *l)
{
	double free_from = -INFINITY;
	for (size_t row = 0; row < l->d->table->nrows; row++) {
		struct str label = table_cell(l->d->table, row, l->d->label);
		double half = fmin(chart_measure(label), 120) / 2;
		double x = fmin(x_of(l, row), CHART_WIDTH - 4 - half);
		if (x - half < free_from)
			continue;
		free_from = x + half + 8;
		buf_fmt(l->out,
			"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"12\">", x,
			l->top + PLOT + 20);
		chart_text(l->out, label, 120);
		buf_puts(l->out, "</text>\n");
	}
}

static void draw_path(struct lines *l, size_t series)
{
	static const char *const dashes[CHART_SERIES] = {
		"none", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2", "6 6"};
	double value;
	bool pen_down = false;
	buf_puts(l->out, "<path d=\"");
	for (size_t row = 0; row < l->d->table->nrows; row++) {
		bool known = chart_value(l->d, row, series, &value);
		if (known)
			buf_fmt(l->out, "%c%.1f %.1f", pen_down ? 'L' : 'M', x_of(l, row),
				scale_at(&l->y, value));
		pen_down = known;
	}
	buf_fmt(l->out,
		"\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
		chart_colours[series], dashes[series]);
}

static void draw_points(struct lines *l, size_t series)
{
	const struct table *t = l->d->table;
	double value;
	for (size_t row = 0; row < t->nrows; row++) {
		if (!chart_value(l->d, row, series, &value))
			continue;
		buf_fmt(l->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"><title>",
			x_of(l, row), scale_at(&l->y, value), MARKER, chart_colours[series]);
		markup_text(l->out, table_cell(t, row, l->d->label));
		buf_puts(l->out, ", ");
		markup_text(l->out, t->columns[l->d->values[series]].title);
		buf_puts(l->out, ": ");
		markup_text(l->out, table_cell(t, row, l->d->values[series]));
		buf_puts(l->out, "</title></circle>\n");
	}
}

void lines_draw(const struct chart_data *d)
{
	struct lines l = {.d = d, .out = d->page->out};
	make_scale(&l);
	find_labels(&l);
	l.top = chart_open(d, chart_head(d) + HEADROOM + PLOT + AXIS + CHART_EDGE / 2.0) + HEADROOM;
	l.y.from = l.top + PLOT;
	l.y.span = -PLOT;
	draw_marks(&l);
	draw_labels(&l);
	for (size_t i = 0; i < d->nvalues; i++) {
		draw_path(&l, i);
		draw_points(&l, i);
	}
	chart_close(d);
}
