/*
 * draw: a network as a picture, and the groups of its nodes as a table of coloured cells.
 *
 *   svg   SVG 1.1; every node and edge has a <title>, nothing is fetched, no font is needed.
 *   html  one page with that picture, which can be searched, moved and enlarged, by keys too, and a
 *         table of the nodes; it may run its own script and nothing else
 *         (Content-Security-Policy).
 *   png   the picture through rsvg-convert, two pixels for a unit.
 *
 * The same network, options and seed give the same bytes.
 */
#ifndef KOOP_OUTPUT_DRAW_H
#define KOOP_OUTPUT_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/network.h"

/* More than this nobody can read, and a page of such a size nobody opens. */
enum { DRAW_NODES = 5000, DRAW_EDGES = 50000 };

/* What is asked for; strings are as on the command line, NULL where not given. */
struct drawing {
	const char *colour, *size, *title;
	bool labelled; /* codes are shown as names */
	size_t lang;   /* of words: a number in label_langs (output/labels.h) */
	long width, height;
	const char *given; /* the name of one of these options, where any was */
};

enum { OPT_COLOUR = 900, OPT_COLOR, OPT_SIZE, OPT_TITLE, OPT_LABELS, OPT_WIDTH, OPT_HEIGHT };

/* clang-format off */

#define OPTIONS_DRAW \
	{OPT_COLOUR, "colour", "COL", "with draw: a column or measure (default --attr, else community)"}, \
	{OPT_COLOR, "color", "COL", "the same"}, \
	{OPT_SIZE, "size", "COL", "with draw: a measure or column of numbers (default degree), or none"}, \
	{OPT_TITLE, "title", "TEXT", "with draw: what stands above the picture"}, \
	{OPT_LABELS, "labels", "LANG", "with draw: the language of words, and names for codes"}, \
	{OPT_WIDTH, "width", "N", "with draw: of the picture (default 1000)"}, \
	{OPT_HEIGHT, "height", "N", "with draw: of the picture (default 750)"}

#define DRAWING_DEFAULTS {.width = 1000, .height = 750}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void drawing_option(struct drawing *d, const struct opts *o, int key, const char *value);

/* The number of the format asked for (NULL: by the name of the output, else svg), or misuse. */
enum draw_format { DRAW_SVG, DRAW_HTML, DRAW_PNG };

enum draw_format draw_format(const struct opts *o, const char *name);

/*
 * Draws the network; measures that are needed are computed. False, with nothing written and the
 * reason in *why, when it is too large or lacks what is asked for.
 */
bool draw_network(struct out *out, enum draw_format format, const struct drawing *look,
	const struct network *net, struct measures *m, enum path_length length, struct buf *why);

/* The edges between the groups of an attribute, a coloured cell for each pair; svg or png. */
bool draw_mixing(struct out *out, enum draw_format format, const struct drawing *look,
	const struct network *net, const char *attr, struct buf *why);

#endif
