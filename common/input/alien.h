/*
 * alien: files that people take for tables, and that are none or cannot be read.
 *
 * Told by their first bytes, so that they are refused by name, with what to do instead, rather than
 * read as text of strange columns.
 */
#ifndef KOOP_INPUT_ALIEN_H
#define KOOP_INPUT_ALIEN_H

#include <stdbool.h>

#include "base/str.h"

enum { ALIEN_BYTES = 4096 }; /* of the beginning are enough */

/* "a PDF document; ..." for what is no text either; NULL for all else. */
const char *alien_bytes(struct str start);

/* A workbook in XML is read. */
bool alien_is_xml_sheet(struct str text);

/* The same for text, in UTF-8, that is no table. */
const char *alien_text(struct str start);

#endif
