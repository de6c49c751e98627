/*
 * statefile: the state of a run as text, to be merged with that of others.
 *
 * Lines of fields with TABs between them, values escaped as in records. First what the state is:
 *
 *   koop-state 1 PROGRAM VERSION
 *   option NAME VALUE         each option that the counting depends on, sorted by name
 *   file NAME HASH            of each file that an option names
 *   columns NAME ...          of the records
 *
 * then what was counted, table by table as declared (stats/state.h), rows sorted and numbered from
 * 0:
 *
 *   table NAME ROWS
 *   TEXT VALUE ...            of texts
 *   NUMBER NUMBER VALUE ...   of pairs of rows of tables above
 *   NUMBER VALUE ...          of what goes with the rows of a table above, or is one row, the
 * number then being 0; not where it is all zero
 *
 * and at last `end LINES HASH`. The same counts give the same bytes. Reading is strict: whatever
 * this module would not have written is refused, and what was made by another version, with other
 * options or of records with other columns is refused with the difference. Memory O(state).
 */
#ifndef KOOP_STATS_STATEFILE_H
#define KOOP_STATS_STATEFILE_H

#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/out.h"
#include "record/header.h"
#include "stats/state.h"

/* What states must have in common. */
struct declared {
	const char *name;
	struct str value;
	bool file; /* the value is the hash of what is in it */
};

struct declaration {
	const char *program;
	struct declared *items;
	size_t n, cap;
	struct arena arena;
};

/* An option as given; names live as long as the declaration. NULL: it takes no value. */
void declaration_option(struct declaration *d, const char *name, const char *value);

/* What is in a file; false when it cannot be read, errno then says why. */
bool declaration_file(struct declaration *d, const char *name, const char *path);

void declaration_release(struct declaration *d);

/* Sorts the declaration and the state. */
void statefile_write(
	struct out *out, struct declaration *d, const struct header *h, struct state *s);

/* Reads one state after the other. */
struct statefile {
	FILE *in;
	struct pos pos;
	struct buf why; /* what is wrong */
	char *line;     /* the one read last, without its line feed */
	size_t cap;
	struct str fields;
	uint64_t hash, lines; /* of the state so far */
	bool complete;        /* all tables were read, whatever the last line says */
};

/* `in` stays the caller's; the declaration of what is counted here is sorted. */
void statefile_open(struct statefile *f, FILE *in, const char *name, struct declaration *d);

enum statefile_head { STATEFILE_STATE, STATEFILE_END, STATEFILE_BAD };

/* The beginning of the next state. The columns go to an empty header, or must be those in it. */
enum statefile_head statefile_head(
	struct statefile *f, const struct declaration *d, struct header *h);

/* The rest of it, added to a state. */
bool statefile_load(struct statefile *f, struct state *s);

void statefile_release(struct statefile *f);

#endif
