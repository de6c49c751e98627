/*
 * lookup: columns of another record file, found by a key.
 *
 * The file is held in memory, about 60 bytes a row beside its keys and the values that are added;
 * finding is O(key). A key that stands there more than once counts with its first row (which is
 * warned about), so a record never becomes several. An empty key finds nothing. Keys compare as
 * written, by bytes.
 */
#ifndef KOOP_EXPR_LOOKUP_H
#define KOOP_EXPR_LOOKUP_H

#include "base/buf.h"
#include "record/header.h"
#include "record/reader.h"

struct lookup {
	struct header header; /* of the input, with the added columns behind */
	struct intern keys;
	struct str *added; /* for each key: a TAB and a field for each column */
	size_t cap;
	size_t *key, nkey; /* columns of the input */
	size_t *theirs;    /* the same in the file */
	size_t *add, nadd; /* columns of the file */
	struct str none;   /* what is added where nothing is found */
	struct arena arena;
	struct buf text, line;
	uint32_t *end;
};

/*
 * Reads the file. `on` is a list of COL (in both) or COL=COL (here=there); `add` a list of columns
 * of the file, or NULL for all that are no key. False with the reason in *why, when names do not
 * fit; ends the process when the file cannot be read.
 */
bool lookup_init(struct lookup *l, const char *path, const char *on, const char *add,
	const struct header *input, struct buf *why);

/* The record with the columns found; empty ones, and false, where nothing is. A view until the next
 * call. */
bool lookup_run(struct lookup *l, const struct record *rec, struct record *joined);

void lookup_release(struct lookup *l);

#endif
