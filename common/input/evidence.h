/*
 * evidence: the country of a record, where its column does not tell.
 *
 * A country that is missing, or whose form may mean several (RS, CG, BH), is decided by what else
 * the record says: the town in `city` (or `place`, or `postcode`), then the ending of `url` or
 * `email`, then the prefix of `phone`; the first that tells. It never overrules a form that is
 * clear, and a form that is not known stays. Towns of one name in two countries decide nothing.
 */
#ifndef KOOP_INPUT_EVIDENCE_H
#define KOOP_INPUT_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "input/hometown.h"
#include "input/normalise.h"
#include "input/rows.h"
#include "record/header.h"
#include "term/country.h"

struct evidence {
	long country, city, url, email, phone; /* columns, or COLUMN_NONE */
	size_t by[COUNTRY_HOWS];               /* how often each way told */
	size_t unknown;                        /* missing, ambiguous or not mapped to the end */
	struct hometowns *towns;
};

void evidence_init(struct evidence *e, const struct header *input, struct hometowns *towns);

/* Is there a column that may tell? */
bool evidence_any(const struct evidence *e);

/*
 * Decides the country of a row: *country is what its column says, or empty, and becomes what the
 * other columns tell where that is asked for. Counts how.
 */
void evidence_decide(
	struct evidence *e, const struct row *row, struct normal *country, struct arena *arena);

/* Adds what another has counted. */
void evidence_join(struct evidence *e, const struct evidence *other);

/* With -v: how many countries were told in which way. */
void evidence_note(const struct evidence *e);

#endif
