/*
 * preview: the first rows of a file, held back until it has been seen what they are like.
 *
 * The columns of numbers learn from them which mark stands before decimals; then they go on in
 * their order. Memory is PREVIEW_BYTES and the longest row.
 */
#ifndef KOOP_INPUT_PREVIEW_H
#define KOOP_INPUT_PREVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "input/rows.h"

enum { PREVIEW_BYTES = 256 * 1024 };

struct preview_row {
	struct row row;
	struct str why; /* it is refused; empty: it is not */
};

/* A zeroed struct holds nothing back. */
struct preview {
	bool open; /* rows are to be held back */
	struct preview_row *rows;
	size_t n, cap, bytes;
	struct arena arena;
};

/* Keeps a copy of the row. */
void preview_add(struct preview *p, const struct row *row, struct str why);

static inline bool preview_is_full(const struct preview *p)
{
	return p->bytes >= PREVIEW_BYTES;
}

/* Empty, and not open. */
void preview_clear(struct preview *p);

void preview_release(struct preview *p);

/* A copy of a row in the arena. */
struct row row_copy(const struct row *row, struct arena *arena);

#endif
