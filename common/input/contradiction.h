/*
 * contradiction: a country that the rest of the record speaks against.
 *
 * What the country's column says stays. It is only held against the town in `city` (or `place`, or
 * `postcode`), the ending of `url` and the prefix of `phone`, and what does not fit is said. A town
 * must be named beyond doubt, and tells nothing against a country outside the region, whose towns
 * are not known; nor does the ending of an address. Of several addresses or numbers in a cell none
 * may fit. Kosovo has no ending of its own and had prefixes of others, and registers of Serbia list
 * towns of Kosovo: that is no contradiction. Countries that are gone contradict nothing.
 */
#ifndef KOOP_INPUT_CONTRADICTION_H
#define KOOP_INPUT_CONTRADICTION_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "input/hometown.h"
#include "input/normalise.h"
#include "input/rows.h"
#include "record/header.h"

struct contradiction {
	long city, url, phone; /* columns, or COLUMN_NONE */
	struct str city_name;  /* of its column */
	struct hometowns *towns;
	size_t n; /* records with one */
};

void contradiction_init(
	struct contradiction *c, const struct header *input, struct hometowns *towns);

/* Reports a row, whose values are normalised, where its country does not fit the others. */
void contradiction_check(struct contradiction *c, const struct row *row,
	const struct normal *values, const struct normal *country, struct arena *arena);

#endif
