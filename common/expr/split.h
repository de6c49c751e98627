/*
 * split: records into one file for each value of a column.
 *
 * The name of a file is a pattern with one "%s", where the value stands; in it "/" and control
 * bytes become
 * "_", and so does an empty value. All records are held in memory until split_close, which writes
 * file after file, each put in its place when it is whole.
 */
#ifndef KOOP_EXPR_SPLIT_H
#define KOOP_EXPR_SPLIT_H

#include "base/buf.h"
#include "base/hash.h"
#include "expr/select.h"

struct split {
	const char *pattern;
	size_t column;
	struct intern names; /* of the files */
	struct buf *parts;   /* for each name */
	size_t cap;
};

/* False when the pattern has not exactly one "%s". */
bool split_init(struct split *s, const char *pattern, size_t column);

/* Writes the record, as `select` shapes it, to the part it belongs to. */
void split_add(struct split *s, const struct select *select, const struct record *rec);

/* Writes the files, each with the header line unless bare; ends the process when one cannot be
 * written. */
void split_close(struct split *s, const struct header *header, bool bare);

#endif
