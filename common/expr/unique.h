/*
 * unique: the first record of each kind.
 *
 * Two records are of a kind when the fields of some columns are equal byte by byte. Memory is
 * O(kinds).
 */
#ifndef KOOP_EXPR_UNIQUE_H
#define KOOP_EXPR_UNIQUE_H

#include "base/buf.h"
#include "base/hash.h"
#include "record/reader.h"

struct unique {
	const size_t *columns;
	size_t n;
	struct intern seen;
	struct buf key;
};

/* Is the record the first of its kind? */
bool unique_is_first(struct unique *u, const struct record *rec);

void unique_release(struct unique *u);

#endif
