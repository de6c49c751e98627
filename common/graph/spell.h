/*
 * spell: at what times each edge holds.
 *
 * The spells of an edge are the days of the rows that it was made of, those that overlap or touch
 * made one, in order of time.
 */
#ifndef KOOP_GRAPH_SPELL_H
#define KOOP_GRAPH_SPELL_H

#include <stddef.h>

#include "graph/place.h"
#include "graph/when.h"

/* Those of place p (graph/place.h): days[start[p]] … days[end[p] - 1]. Zeroed: nothing is known. */
struct spells {
	size_t *start, *end;
	struct days *days;
};

/* `days` of each row; DAYS_NONE: not known. */
void spells_find(struct spells *spells, const struct places *places, const struct days *days);

/* From the first day to the last of a place; DAYS_NONE when nothing is known. */
struct days spells_span(const struct spells *spells, size_t place);

void spells_release(struct spells *spells);

/* Adds a day as EDTF; nothing for an open end. */
void span_day(struct buf *out, int32_t day);

#endif
