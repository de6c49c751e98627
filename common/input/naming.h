/*
 * naming: the column names of a table, out of its header row.
 *
 * A cell is cleaned; then the map of the user decides, then the headings that are known in the
 * region's languages (term/heading.h) where the type of record allows it; else the name stays. A
 * cell that is empty gives `cN`, N being its place. Two columns with one name are an error that
 * names both.
 */
#ifndef KOOP_INPUT_NAMING_H
#define KOOP_INPUT_NAMING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "input/rows.h"
#include "record/header.h"

struct naming_pair {
	struct str from, to;
	bool used;
};

struct naming {
	struct naming_pair *map;
	size_t nmap, cap;
	struct str type; /* a record type; empty: headings keep their words */
	struct arena arena;
};

/* Reads the map: records with the columns `from` and `to`. Ends the process when it is none. */
void naming_read_map(struct naming *n, const char *path);

/* The names of the columns of the header row, into an empty header; false with the reason in *why.
 */
bool naming_header(struct naming *n, const struct row *row, struct header *h, struct buf *why);

/* Is one of the cells a heading that the map or a vocabulary knows, of whatever type? */
bool naming_knows(const struct naming *n, const struct row *row);

/*
 * The names of --header: a list, or @FILE whose first line is a header line. Ends the process when
 * it is malformed.
 */
void naming_given(const char *option, struct header *h);

/* c1 c2 … for as many columns as the row has. */
void naming_numbers(const struct row *row, struct header *h);

void naming_release(struct naming *n);

#endif
