/*
 * populations: how many there are of each combination of values of some columns, as a file says.
 *
 * The file has these columns and one more, the population. It, and a record that is of no
 * combination in it, end the process with status 2.
 */
#ifndef KOOP_STATS_POPULATIONS_H
#define KOOP_STATS_POPULATIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "record/header.h"
#include "record/reader.h"
#include "stats/state.h"

struct populations {
	size_t *columns; /* of the sample */
	size_t ncolumns;
	struct intern cells; /* combinations, joined by TAB */
	double *of;          /* by cell */
	size_t n, cap;
	const char *file;
	struct buf key;
	struct arena arena;
};

/* `spec`, the value of option --`name`, is COLUMNS=FILE. */
void populations_need(
	struct populations *p, const struct header *h, const char *name, const char *spec);

/* The cell of a record. */
uint32_t populations_take(struct populations *p, const struct record *rec);

/* How messages show a cell. */
struct str populations_cell(struct populations *p, uint32_t cell);

/* What is kept (stats/state.h). */
void populations_state(struct populations *p, struct state *s);

void populations_release(struct populations *p);

#endif
