/*
 * html: the frame of a page, for a single table and for a report.
 *
 * A page is one file: nothing is fetched when it is opened. It follows the reader's choice of a
 * light or dark screen, prints in black on white with the table header on every sheet, and fits a
 * telephone.
 */
#ifndef KOOP_OUTPUT_HTML_H
#define KOOP_OUTPUT_HTML_H

#include "base/buf.h"
#include "base/str.h"

void html_page_begin(struct buf *out, struct str title, struct str lang);
void html_page_end(struct buf *out);

#endif
