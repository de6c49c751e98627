/*
 * pattern: running text as a table; every match of a pattern is a row.
 *
 * The named groups are the columns, in the order in which they stand in the pattern; groups of one
 * name ((?J) allows them) are one column, with the value of the first that took part. A group that
 * took no part is empty; a value is what the group matched, line ends included. Matches do not
 * overlap. A match of nothing is a row only where a group with a name holds something. Lines end
 * with LF, CRLF or CR.
 *
 * A file is one text, of PATTERN_TEXT bytes at most. Bytes that are not in the encoding are in no
 * match; each line that holds such is refused in its place, so that nothing is missed in silence.
 * What is outside of the matches is counted.
 */
#ifndef KOOP_INPUT_PATTERN_H
#define KOOP_INPUT_PATTERN_H

#include "base/str.h"
#include "regex/regex.h"

enum { PATTERN_TEXT = 64 * 1024 * 1024 };

struct pattern;

/* NULL, with the reason in *error: it is malformed, or has no named group. The text need not live
 * on. */
struct pattern *pattern_compile(struct str text, struct regex_error *error);

void pattern_free(struct pattern *p);

#endif
