#include <math.h>

#include "output/chart.h"
#include "output/drawlegend.h"

enum {
	LINE = 20,
	TITLE_SIZE = 18,
	TITLE_HEIGHT = 30,
	MARK = 6,
	STEP = 16,
	GAP = 18,
	NAME_MOST = 220
};

/* Where the next item goes. */
struct flow {
	const struct picture *p;
	struct buf *out;
	double x, y;
};

void coordinate_put(struct buf *out, double value)
{
	double tenths = nearbyint(value * 10);
	if (fmod(tenths, 10) == 0)
		buf_fmt(out, "%.0f", tenths / 10 + 0.0);
	else
		buf_fmt(out, "%.1f", tenths / 10);
}

double text_length(struct str s, double size, double room)
{
	return fmin(chart_measure(s) * size / CHART_FONT, room);
}

void text_put(struct buf *out, struct str s, double size, double room)
{
	chart_text(out, s, room * CHART_FONT / size);
}

void mark_put(struct buf *out, bool square, double x, double y, double radius)
{
	double side = radius * 1.8;
	buf_puts(out, square ? "<rect x=\"" : "<circle cx=\"");
	coordinate_put(out, square ? x - side / 2 : x);
	buf_puts(out, square ? "\" y=\"" : "\" cy=\"");
	coordinate_put(out, square ? y - side / 2 : y);
	buf_puts(out, square ? "\" width=\"" : "\" r=\"");
	coordinate_put(out, square ? side : radius);
	if (square) {
		buf_puts(out, "\" height=\"");
		coordinate_put(out, side);
	}
	buf_putc(out, '"');
}

/* Makes room for an item on this line or the next; where it begins. */
static double advance(struct flow *f, double width)
{
	if (f->x > PICTURE_EDGE && f->x + width > f->p->width - PICTURE_EDGE) {
		f->x = PICTURE_EDGE;
		f->y += LINE;
	}
	double x = f->x;
	f->x += width + GAP;
	return x;
}

static void put_words(struct flow *f, double x, struct str s, const char *weight)
{
	if (!f->out)
		return;
	buf_puts(f->out, "<text x=\"");
	coordinate_put(f->out, x);
	buf_puts(f->out, "\" y=\"");
	coordinate_put(f->out, f->y + 4);
	buf_fmt(f->out, "\"%s>", weight);
	text_put(f->out, s, PICTURE_FONT, NAME_MOST);
	buf_puts(f->out, "</text>\n");
}

static void put_heading(struct flow *f, struct str s)
{
	double x = advance(f, text_length(s, PICTURE_FONT * 1.1, NAME_MOST) - GAP / 2.0);
	put_words(f, x, s, " font-weight=\"bold\"");
}

static void put_mark(struct flow *f, double x, const char *colour, bool square)
{
	if (!f->out)
		return;
	mark_put(f->out, square, x + MARK, f->y, MARK);
	buf_fmt(f->out, " fill=\"%s\" stroke=\"#333333\" stroke-width=\".6\"/>", colour);
}

static void put_classes(struct flow *f)
{
	for (size_t k = 0; k < f->p->nclasses; k++) {
		const struct class *class = &f->p->classes[k];
		double x = advance(f, STEP + text_length(class->name, PICTURE_FONT, NAME_MOST));
		put_mark(f, x, class->colour, class->square);
		put_words(f, x + STEP, class->name, "");
	}
}

static void put_scale(struct flow *f)
{
	enum { SHADES = 5 };
	struct arena arena = {0};
	struct str low = shown_number(&arena, f->p->low), high = shown_number(&arena, f->p->high);
	double first = text_length(low, PICTURE_FONT, NAME_MOST) + 4;
	double x = advance(f, first + SHADES * STEP + text_length(high, PICTURE_FONT, NAME_MOST));
	char colour[8];
	put_words(f, x, low, "");
	for (int k = 0; k < SHADES; k++) {
		scale_colour(k / (SHADES - 1.0), colour);
		put_mark(f, x + first + k * STEP, colour, false);
	}
	put_words(f, x + first + SHADES * STEP + 2, high, "");
	arena_release(&arena);
}

static void put_sizes(struct flow *f)
{
	struct arena arena = {0};
	const struct picture *p = f->p;
	put_heading(f, p->size_name);
	struct str low = shown_number(&arena, p->smallest), high = shown_number(&arena, p->largest);
	struct str text =
		arena_fmt(&arena, STR_FMT " \xe2\x80\x93 " STR_FMT, STR_ARG(low), STR_ARG(high));
	put_words(f, advance(f, text_length(text, PICTURE_FONT, NAME_MOST)), text, "");
	arena_release(&arena);
}

static double put_title(const struct picture *p, struct buf *out)
{
	struct str title = str_of(p->look->title);
	if (!title.n || !p->titled)
		return PICTURE_EDGE;
	if (out) {
		buf_fmt(out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"bold\">",
			PICTURE_EDGE, PICTURE_EDGE + TITLE_SIZE - 2, TITLE_SIZE);
		text_put(out, title, TITLE_SIZE * 1.1, p->width - 2 * PICTURE_EDGE);
		buf_puts(out, "</text>\n");
	}
	return PICTURE_EDGE + TITLE_HEIGHT;
}

double legend_put(const struct picture *p, struct buf *out)
{
	struct flow f = {.p = p, .out = out, .x = PICTURE_EDGE, .y = put_title(p, out) + MARK};
	bool colours = p->colour_name.n && p->g->nodes,
	     sizes = p->size_name.n && p->smallest < p->largest;
	if (colours) {
		put_heading(&f, p->colour_name);
		if (p->scale)
			put_scale(&f);
		else
			put_classes(&f);
	}
	if (sizes)
		put_sizes(&f);
	return colours || sizes ? f.y + LINE : f.y;
}
