/*
 * relation: what kind of tie each row is (member of, funds), so that they can be told apart.
 *
 * A row without one is of the relation without a name.
 */
#ifndef KOOP_GRAPH_RELATION_H
#define KOOP_GRAPH_RELATION_H

#include "base/hash.h"
#include "record/reader.h"

/* Zeroed: relations are not told apart. */
struct relations {
	const char *column; /* set before relations_begin */
	long at;
	struct intern names;
	uint32_t *of; /* of the rows that were taken, in order */
	size_t n, cap;
};

/* Ends the process when there is no such column. */
void relations_begin(struct relations *relations, const struct header *h);

/* The relation of a row, and keeping it. */
uint32_t relations_row(struct relations *relations, const struct record *rec, struct arena *arena);
void relations_keep(struct relations *relations, uint32_t relation);

void relations_release(struct relations *relations);

#endif
