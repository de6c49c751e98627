/*
 * markup: text inside HTML and XML.
 *
 * Whatever the value, what is added cannot begin or end an element, an attribute or an entity, and
 * is made of characters that XML 1.0 allows; others become U+FFFD.
 */
#ifndef KOOP_OUTPUT_MARKUP_H
#define KOOP_OUTPUT_MARKUP_H

#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* The length of the control character (C0, DEL, C1) that begins at s.p[i], or 0. */
size_t control_at(struct str s, size_t i);

/* Good between tags and between the double quotes of an attribute. */
void markup_text(struct buf *out, struct str s);

/* The same for HTML content, with <br> for line ends. */
void markup_lines(struct buf *out, struct str s);

#endif
