/*
 * drawlegend: the title of a picture and what its colours and sizes mean, line by line.
 */
#ifndef KOOP_OUTPUT_DRAWLEGEND_H
#define KOOP_OUTPUT_DRAWLEGEND_H

#include "base/buf.h"
#include "output/picture.h"

/* Adds them, or only counts their lines where out is NULL; returns where the picture may begin. */
double legend_put(const struct picture *p, struct buf *out);

/* Adds the mark of a class: a disc or a square of this radius at this place. */
void mark_put(struct buf *out, bool square, double x, double y, double radius);

/* Adds a place on the page: to a tenth, without more digits than it needs. */
void coordinate_put(struct buf *out, double value);

/* How long a text of this size is, at most `room`; and the text cut there. */
double text_length(struct str s, double size, double room);
void text_put(struct buf *out, struct str s, double size, double room);

#endif
