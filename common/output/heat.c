/*
 * heat: a table of coloured cells, a row for each record and a column for each column of numbers.
 *
 * The darker, the larger; where there are numbers below zero the scale begins at the smallest. The
 * number stands in its cell in black or white, whichever reads better. A missing number is an empty
 * cell with a dash.
 */
#include "output/chart.h"
#include "output/markup.h"

enum { CELL = 26, HEAD = 26, SLANT = 7 };

/* Light to dark in one hue (single-hue blues of ColorBrewer, Harrower and Brewer, 2003). */
static const unsigned char ramp[][3] = {
	{247, 251, 255},
        {198, 219, 239},
        {107, 174, 214},
        {33,  113, 181},
        {8,   48,  107}
};

enum { STEPS = sizeof ramp / sizeof *ramp - 1 };

struct heat {
	const struct chart_data *d;
	struct buf *out;
	double low, high;        /* of the numbers */
	double left, top, width; /* where the cells begin, how wide one is */
};

static void find_range(struct heat *h)
{
	double value;
	for (size_t row = 0; row < h->d->table->nrows; row++)
		for (size_t i = 0; i < h->d->nvalues; i++) {
			if (!chart_value(h->d, row, i, &value))
				continue;
			h->low = value < h->low ? value : h->low;
			h->high = value > h->high ? value : h->high;
		}
}

/* How far a value is up the scale, 0 to 1. */
static double part_of(const struct heat *h, double value)
{
	return h->high > h->low ? (value - h->low) / (h->high - h->low) : 0;
}

void chart_shade(struct buf *out, double part)
{
	int step = part < 1 ? (int)(part * STEPS) : STEPS - 1;
	double rest = part * STEPS - step;
	buf_putc(out, '#');
	for (int i = 0; i < 3; i++)
		buf_fmt(out, "%02x",
			(unsigned)(ramp[step][i] + rest * (ramp[step + 1][i] - ramp[step][i]) +
				   0.5));
}

static void put_cell(struct heat *h, size_t row, size_t series, double y)
{
	struct str cell = table_cell(h->d->table, row, h->d->values[series]);
	double value, x = h->left + h->width * (double)series;
	bool known = chart_value(h->d, row, series, &value);
	double part = known ? part_of(h, value) : 0;
	if (known) {
		buf_fmt(h->out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"",
			x, y, h->width - 2, CELL - 2);
		chart_shade(h->out, part);
		buf_puts(h->out, "\"/>");
	}
	buf_fmt(h->out,
		"<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"12\" fill=\"%s\">",
		x + h->width / 2 - 1, y + CELL / 2.0 + 3.5,
		!known       ? "currentColor"
		: part > 0.7 ? "#ffffff"
			     : "#000000");
	if (known)
		chart_text(h->out, chart_number(h->d, cell), h->width);
	else
		buf_puts(h->out, "\xe2\x80\x93");
	buf_puts(h->out, "</text>");
}

static void put_row(struct heat *h, size_t row, double y)
{
	buf_fmt(h->out, "<g><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">", h->left - 10,
		y + CELL / 2.0 + 3.5);
	chart_text(h->out, table_cell(h->d->table, row, h->d->label), CHART_LABEL_MAX);
	buf_puts(h->out, "</text>");
	for (size_t i = 0; i < h->d->nvalues; i++)
		put_cell(h, row, i, y);
	buf_puts(h->out, "</g>\n");
}

/* Headings lie where they have room, and else stand upright. */
static double heading_length(const struct heat *h)
{
	double longest = 0;
	for (size_t i = 0; i < h->d->nvalues; i++) {
		double length = chart_measure(h->d->table->columns[h->d->values[i]].title);
		longest = length > longest ? length : longest;
	}
	return longest < CHART_LABEL_MAX ? longest : CHART_LABEL_MAX;
}

static void put_headings(struct heat *h, double y, bool upright)
{
	for (size_t i = 0; i < h->d->nvalues; i++) {
		double x = h->left + h->width * ((double)i + 0.5) - 1;
		if (upright)
			buf_fmt(h->out, "<text transform=\"translate(%.1f %.1f) rotate(-90)\">",
				x + 4.5, y - SLANT);
		else
			buf_fmt(h->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">", x,
				y - SLANT);
		chart_text(h->out, h->d->table->columns[h->d->values[i]].title, CHART_LABEL_MAX);
		buf_puts(h->out, "</text>\n");
	}
}

void heat_draw(const struct chart_data *d)
{
	struct heat h = {.d = d, .out = d->page->out};
	size_t n = d->nvalues ? d->nvalues : 1;
	h.left = CHART_EDGE + chart_label_room(d) + 10;
	h.width = (CHART_WIDTH - CHART_EDGE - h.left) / (double)n;
	double length = heading_length(&h);
	bool upright = length + 8 > h.width;
	double head = upright ? length + 2 * SLANT : HEAD;
	find_range(&h);
	double y =
		chart_open(d, chart_head(d) + head + CELL * (double)d->table->nrows + CHART_EDGE);
	h.top = y + head;
	put_headings(&h, h.top, upright);
	for (size_t row = 0; row < d->table->nrows; row++)
		put_row(&h, row, h.top + CELL * (double)row);
	chart_close(d);
}
