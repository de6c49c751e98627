/*
 * header: the column names of a record stream, and finding columns by name.
 *
 * Names are unique and not empty, at most LIMIT_COLUMNS. Look-up is O(1). Names live in the
 * header's own arena. In lists on command lines names are separated by commas; a name with odd
 * characters stands in backquotes. A column in a message is always shown as the user would write
 * it.
 */
#ifndef KOOP_RECORD_HEADER_H
#define KOOP_RECORD_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/str.h"

struct header {
	struct str *names; /* decoded */
	size_t n;
	size_t cap;
	struct intern index;
};

enum { COLUMN_NONE = -1 };

/*
 * Parses a header line (without its line feed) into an empty header. On failure false, with the
 * reason in *why ("column 'id' twice, as columns 1 and 3").
 */
bool header_parse(struct header *h, struct str line, struct buf *why);

/* Adds a name at the end; false when it stands there already, is empty, or there are too many. */
bool header_add(struct header *h, struct str name);

/* The position of a column, or COLUMN_NONE. */
long header_find(const struct header *h, struct str name);

/* The name nearest to what was typed, or an empty view. */
struct str header_near(const struct header *h, struct str name);

/* The position of a column; ends the process with a suggestion when there is none. */
size_t header_need(const struct header *h, struct str name);

/*
 * The columns that a list names ("country,`odd, name`"): positions in an array from the arena,
 * their number in *n. Ends the process with status 2 when the list is malformed or a column is
 * unknown or named twice; for command lines only.
 */
size_t *header_need_list(const struct header *h, const char *list, size_t *n, struct arena *arena);

/*
 * The names in such a list, without looking them up: an array from the arena. NULL when the list is
 * malformed (an empty name, a backquote that is not closed).
 */
struct str *names_parse(struct str list, size_t *n, struct arena *arena);

void header_release(struct header *h);

#endif
