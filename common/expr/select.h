/*
 * select: which columns of a record are written, in which order and under which names.
 *
 * Functions that take names give false with the reason in *why.
 */
#ifndef KOOP_EXPR_SELECT_H
#define KOOP_EXPR_SELECT_H

#include "base/buf.h"
#include "expr/derive.h"
#include "record/writer.h"

struct select {
	struct header names; /* of the output; made by select_finish */
	struct str *renamed; /* the name of each column of the input */
	size_t *columns, n;  /* what is written */
	bool all;            /* every column in its place: records pass as they came */
	struct arena arena;
};

/*
 * Takes the columns that the list `only` names, in its order, or all but those of `without`, or
 * all; either may be NULL. The lists are as header_need_list reads them; the header must live on.
 */
bool select_init(struct select *s, const struct header *header, const char *only,
	const char *without, struct buf *why);

/* The column `name` gets the name `value`. */
void select_rename(struct select *s, const struct header *header, const struct assignment *a);

/* Makes the names of the output. */
bool select_finish(struct select *s, struct buf *why);

void select_write(const struct select *s, struct writer *w, const struct record *rec);

/* The same into a buf. */
void select_add(const struct select *s, struct buf *out, const struct record *rec);

void select_release(struct select *s);

#endif
