/*
 * drawsvg: a picture as SVG 1.1.
 *
 * The image names itself and what is in it (title, desc), and so does every node and edge. Inside a
 * page (`part`) there is no background, text has the colour of the page, nodes have the ids n0, n1
 * …, edges say in data-ends which nodes they tie, and names in data-node whose they are.
 */
#ifndef KOOP_OUTPUT_DRAWSVG_H
#define KOOP_OUTPUT_DRAWSVG_H

#include "base/buf.h"
#include "output/picture.h"

void svg_put(const struct picture *p, struct buf *out, bool part);

#endif
