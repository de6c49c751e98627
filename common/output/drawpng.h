/*
 * drawpng: an SVG image as PNG, by the program rsvg-convert of librsvg.
 *
 * It is run as a program of its own: nothing that koop-graph otherwise does should load a library
 * for fonts and images. It reads the image from a file without a name, so nothing the image could
 * refer to is near it.
 */
#ifndef KOOP_OUTPUT_DRAWPNG_H
#define KOOP_OUTPUT_DRAWPNG_H

#include <stdbool.h>

#include "base/buf.h"

/* Adds the image to png; false, with the reason in *why, when it could not be made. */
bool png_make(struct buf *png, const struct buf *svg, struct buf *why);

#endif
