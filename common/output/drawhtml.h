/*
 * drawhtml: a picture on a page of its own.
 *
 * Nothing is fetched. Nodes can be searched for, and are shown with their neighbours when they are
 * pointed at, reached by keys, or chosen in the table below, which says all that the picture does.
 * Without scripts the picture and the table are still there.
 */
#ifndef KOOP_OUTPUT_DRAWHTML_H
#define KOOP_OUTPUT_DRAWHTML_H

#include "base/buf.h"
#include "output/picture.h"

void html_put(const struct picture *p, struct buf *out);

#endif
