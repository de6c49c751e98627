/*
 * chart: what the kinds of charts share.
 *
 * A chart is an SVG 1.1 image of fixed width. It names itself to screen readers (title and desc,
 * which holds the numbers), uses colours that the colour-blind tell apart (Okabe and Ito, "Color
 * Universal Design", 2008), and is the same bytes for the same table. No font is known, so text is
 * measured by the widths of a wide one (DejaVu Sans) and cut with an ellipsis where it has no room.
 */
#ifndef KOOP_OUTPUT_CHART_H
#define KOOP_OUTPUT_CHART_H

#include "output/format.h"
#include "output/scale.h"

enum {
	CHART_WIDTH = 720,
	CHART_FONT = 13,
	CHART_EDGE = 16,       /* free space at the edges */
	CHART_ROW_HEIGHT = 20, /* height of a line of text */
	CHART_LABEL_MAX = 260,
	CHART_SERIES = 8,   /* as many as there are colours */
	CHART_COLUMNS = 40, /* that fit side by side */
	CHART_ROWS = 2000,  /* more cannot be read */
};

struct chart_data;

/* A kind of chart is one function and one row of the table in chart.c. */
struct chart_kind {
	const char *name;
	void (*draw)(const struct chart_data *d);
	size_t columns; /* that it can draw */
	bool first;     /* draws the first column of numbers unless others are named */
	bool legend;    /* columns are told apart by colour */
};

struct chart_data {
	const struct chart_kind *kind;
	struct page *page;
	const struct table *table;
	size_t label;
	size_t values[CHART_COLUMNS];
	size_t nvalues;
	bool whole; /* numbers without fractions, which are counts most often */
};

extern const char *const chart_colours[CHART_SERIES];

/* A number of the series, or false where it is missing. */
bool chart_value(const struct chart_data *d, size_t row, size_t series, double *value);

/* How long a text is in the chart's font. */
double chart_measure(struct str s);

/* Adds the text, cut where it is longer than `room`. */
void chart_text(struct buf *out, struct str s, double room);

/* The number as the chart writes it: as it came, or shorter. */
struct str chart_number(const struct chart_data *d, struct str cell);
struct str chart_mark(const struct chart_data *d, const struct scale *s, int i);

/* The colour of a part of a scale, 0 to 1, from light to dark: #rrggbb. */
void chart_shade(struct buf *out, double part);

/* The longest label, at most CHART_LABEL_MAX. */
double chart_label_room(const struct chart_data *d);

/* Opens the image of this height with its title, description and legend; returns where drawing may
 * begin. */
double chart_open(const struct chart_data *d, double height);
void chart_close(const struct chart_data *d);

/* How much height the title and the legend take. */
double chart_head(const struct chart_data *d);

void bars_draw(const struct chart_data *d);
void stacked_draw(const struct chart_data *d);
void dots_draw(const struct chart_data *d);
void heat_draw(const struct chart_data *d);
void tiles_draw(const struct chart_data *d);
void lines_draw(const struct chart_data *d);

#endif
