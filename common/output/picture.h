/*
 * picture: a network made ready to be drawn: where its nodes are, how large, in which colour, and
 * which of their names can be shown.
 *
 * Classes are the values of the attribute that colours stand for, the most frequent first; they are
 * told apart by colour and, from the eighth on, by shape too. Further values are one class, nodes
 * without a value another. Where the attribute is a number with many values there are no classes
 * but a scale from light to dark. Names that are shown overlap no other name; the larger a node is,
 * the more it has a right to its name.
 */
#ifndef KOOP_OUTPUT_PICTURE_H
#define KOOP_OUTPUT_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "graph/graph.h"
#include "graph/nodetable.h"
#include "graph/measure.h"
#include "output/draw.h"

enum {
	CLASSES_MOST = 14, /* with a colour and shape of their own */
	PICTURE_COLOURS = 7,
	PICTURE_EDGE = 16, /* free space at the edges of the page */
	PICTURE_FONT = 12,
};

struct class
{
	struct str name;
	size_t n;
	const char *colour;
	bool square;
};

/* A name on the page: the box it takes, and the line it stands on. */
struct label {
	bool shown;
	double x, y, width, size; /* a longer name is cut at its width */
};

struct picture {
	const struct graph *g;
	const struct node_table *table;
	const struct drawing *look;
	struct measures *m;
	enum path_length length;
	struct arena arena;
	struct buf *why;

	bool titled; /* the title is part of the picture */

	struct str *names; /* what people call each node */

	struct str size_name; /* empty: all are of one size */
	double *size;         /* NaN where undefined */
	double smallest, largest;
	double *radius;

	struct str colour_name; /* empty: one colour for all */
	struct str *values;     /* of each node, as text */
	struct class *classes;
	size_t nclasses;
	uint32_t *class; /* of each node */
	bool scale;      /* a number: no classes, but how far up the scale each node is */
	double *part;    /* NaN: missing */
	double low, high;

	double top, width, height; /* the page, and where on it the picture begins */
	double *x, *y;
	bool isolates_named; /* they have room for that */
	uint32_t *order;     /* nodes from the largest to the smallest */
	struct label *labels;
};

/*
 * Each of these makes one part ready, in this order. False, with the reason in p->why, when there
 * is no such column or measure.
 */
bool picture_size(struct picture *p);
bool picture_colour(struct picture *p);
void picture_names(struct picture *p);
void picture_place(struct picture *p);
void picture_label(struct picture *p);

/* The values of a measure (of several that a short name stands for, their sum), or NULL. */
double *picture_measure(struct picture *p, const char *name);

/* What colour and size say of a node, as it is shown; a dash where nothing is known. */
struct str picture_value(const struct picture *p, size_t node);
struct str picture_amount(const struct picture *p, size_t node, struct arena *arena);

/* The colour of a part of the scale, 0 to 1, as #rrggbb; white for NaN. */
void scale_colour(double part, char colour[static 8]);

/* A number as it is shown: whole, or with five digits. */
struct str shown_number(struct arena *arena, double number);

#endif
