/*
 * select: which columns of a record are written, in which order and under which names.
 *
 * Functions that take names give false with the reason in *why.
 */
#ifndef KOOP_EXPR_SELECT_H
#define KOOP_EXPR_SELECT_H

#include "base/buf.h"
#include "record/writer.h"

struct select {
	struct header names; /* of the output; made by select_finish */
	struct str *renamed; /* the name of each column of the input */
	size_t *columns, n;  /* what is written */
	bool all;            /* every column in its place: records pass as they came */
	struct arena arena;
};

/* Begins with all columns of the header, which must live on. */
void select_init(struct select *s, const struct header *header);

/* Only these columns, in this order; or all but these. The lists are as header_need_list reads
 * them. */
void select_only(struct select *s, const struct header *header, const char *list);
bool select_without(
	struct select *s, const struct header *header, const char *list, struct buf *why);

void select_rename(struct select *s, const struct header *header, struct str old, struct str new);

/* Makes the names of the output. */
bool select_finish(struct select *s, struct buf *why);

void select_write(const struct select *s, struct writer *w, const struct record *rec);

void select_release(struct select *s);

#endif
