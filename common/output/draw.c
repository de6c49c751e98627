#include "output/draw.h"
#include "output/ending.h"
#include "output/drawhtml.h"
#include "output/drawpng.h"
#include "output/drawsvg.h"
#include "output/labels.h"
#include "output/picture.h"

enum { SIDE_LEAST = 100, SIDE_MOST = 20000 };

static const char *const FORMATS[] = {"svg", "html", "png", NULL};

static const struct option_row ROWS[] = {OPTIONS_DRAW};

void drawing_option(struct drawing *d, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_COLOUR:
	case OPT_COLOR: d->colour = value; break;
	case OPT_SIZE: d->size = value; break;
	case OPT_TITLE: d->title = value; break;
	case OPT_LABELS:
		d->lang = opts_word(o, "labels", value, label_langs);
		d->labelled = true;
		break;
	case OPT_WIDTH: d->width = opts_number(o, "width", value, SIDE_LEAST, SIDE_MOST); break;
	case OPT_HEIGHT: d->height = opts_number(o, "height", value, SIDE_LEAST, SIDE_MOST); break;
	default: break;
	}
	for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
		if (ROWS[i].key == key)
			d->given = ROWS[i].name;
}

enum draw_format draw_format(const struct opts *o, const char *name)
{
	if (name)
		return (enum draw_format)opts_word(o, "to", name, FORMATS);
	for (size_t i = 0; FORMATS[i]; i++) {
		if (o->output && ending_is(o->output, FORMATS[i]))
			return (enum draw_format)i;
	}
	if (o->output && ending_of_others(o->output))
		opts_misuse(o,
			"draw writes svg, html and png, which '%s' does not end with; --to says "
			"which",
			o->output);
	return DRAW_SVG;
}

static bool fits(const struct graph *g, struct buf *why)
{
	static const char remedy[] = "; koop-graph backbone or koop-graph filter leaves those that "
				     "matter";
	if (g->nodes > DRAW_NODES)
		buf_fmt(why, "%zu nodes are too many for a picture that can be read (at most %d)%s",
			g->nodes, DRAW_NODES, remedy);
	else if (g->edges > DRAW_EDGES)
		buf_fmt(why, "%zu edges are too many for a picture that can be read (at most %d)%s",
			g->edges, DRAW_EDGES, remedy);
	return !why->n;
}

static bool write_picture(
	struct out *out, enum draw_format format, const struct picture *p, struct buf *why)
{
	struct buf text = {0}, image = {0};
	if (format == DRAW_HTML)
		html_put(p, &text);
	else
		svg_put(p, &text, false);
	bool good = format != DRAW_PNG || png_make(&image, &text, why);
	if (good)
		out_str(out, buf_str(format == DRAW_PNG ? &image : &text));
	buf_release(&text);
	buf_release(&image);
	return good;
}

bool draw_network(struct out *out, enum draw_format format, const struct drawing *look,
	const struct network *net, struct measures *m, enum path_length length, struct buf *why)
{
	struct picture p = {.g = &net->graph,
		.table = &net->table,
		.look = look,
		.m = m,
		.length = length,
		.why = why,
		.titled = format != DRAW_HTML};
	bool good = fits(p.g, why) && picture_size(&p) && picture_colour(&p);
	if (good) {
		picture_names(&p);
		picture_place(&p);
		picture_label(&p);
		good = write_picture(out, format, &p, why);
	}
	arena_release(&p.arena);
	return good;
}
