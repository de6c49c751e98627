/*
 * value: how a value is written in a field ("linear TSV", koop-record(5)).
 *
 * TAB, LF, CR and backslash are written \t \n \r \\ ; everything else is itself.
 */
#ifndef KOOP_RECORD_VALUE_H
#define KOOP_RECORD_VALUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* The value of a field: the field itself when it holds no backslash, else a copy in the arena. */
struct str value_decode(struct str field, struct arena *arena);

/* False when the field holds a backslash that begins none of the four escapes. */
bool value_escapes_valid(struct str field);

/* Adds the value as it is written in a field. */
void value_encode(struct buf *out, struct str value);

#endif
