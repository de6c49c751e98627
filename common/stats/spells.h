/*
 * spells: from when to when records were members, counted for every group.
 *
 * A spell is two moments, each between an earliest and a latest day: EDTF read as moments
 * (date/edtf.h). An empty end is still open. Spells are told apart by their dates as written, and
 * counted for each group, or for each body in it; so the order of the records changes nothing, and
 * counts merge by being added (stats/state.h). Memory O(distinct dates of a body).
 */
#ifndef KOOP_STATS_SPELLS_H
#define KOOP_STATS_SPELLS_H

#include "record/header.h"
#include "record/reader.h"
#include "stats/axis.h"
#include "stats/pairs.h"
#include "stats/state.h"

/* Earliest and latest day; DAY_MIN and DAY_MAX where there is no bound. An open spell has DAY_MAX
 * for both in `to`. */
struct spell {
	int32_t from[2], to[2];
	bool bad_from, bad_to, reversed; /* no date; an end before the beginning */
};

/* Where the spells of records are found, and all there are. */
struct spell_source {
	long from, to; /* columns, or COLUMN_NONE: unknown beginnings, no ends */
	struct str from_name, to_name;
	struct axis *body;   /* whose spell it is, or NULL: nobody is told from others */
	struct intern texts; /* both dates as written, by code */
	struct spell *spells;
	size_t nspells, cap;
	uint32_t code; /* of the record taken last */
	struct buf text;
};

/* How many records of a group, or of a body in it, have the same dates. */
struct spell_entry {
	uint32_t body; /* its code, or 0 */
	const struct spell *spell;
	uint64_t n;
};

struct spell_list {
	const struct spell_source *source;
	struct pairs owners;  /* (cell, body); not used where there are no bodies */
	struct pairs entries; /* (cell or owner, code) */
	uint64_t *n;          /* by entry */
	size_t counted, cap;
	uint32_t *listed; /* entries by cell and body, after settling: */
	size_t *start;    /* those of cell c are listed[start[c]] to listed[start[c + 1] - 1] */
};

/* The standard columns of the header: valid_from and valid_to, or joined and left. False when there
 * is none. */
bool spell_columns(const struct header *h, struct spell_source *source);

/* Reads the spell of a record. A text that is no date, and an end before the beginning, are said;
 * when the spell was is then unknown. */
void spell_take(struct spell_source *source, const struct record *rec);

bool spell_is_open(const struct spell *s);

/* After the last record, before any list is settled. */
void spell_source_settle(struct spell_source *source);

void spell_source_state(struct spell_source *source, struct state *s);

void spell_source_release(struct spell_source *source);

/* Adds the spell that was taken last. */
void spell_list_add(struct spell_list *l, uint32_t cell);

/* After the last record. O(n log n). */
void spell_list_settle(struct spell_list *l, size_t ncells);

/* How many entries a cell has, and one of them; those of a body follow each other. */
size_t spell_list_of(const struct spell_list *l, uint32_t cell);
struct spell_entry spell_list_entry(const struct spell_list *l, uint32_t cell, size_t i);

/* `cells` is what numbers the cells. */
void spell_list_state(struct spell_list *l, struct state *s, const void *cells);

void spell_list_release(struct spell_list *l);

#endif
