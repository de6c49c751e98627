/*
 * hometown: what the towns of a register tell, found once for those that were seen first.
 *
 * A register names a few hundred towns, and a look-up folds the name and tries the endings of the
 * region's cases. Memory is bounded: what comes later, or is longer than a town's name, is looked
 * up each time. A zeroed struct is empty.
 */
#ifndef KOOP_INPUT_HOMETOWN_H
#define KOOP_INPUT_HOMETOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/str.h"
#include "term/town.h"

struct hometown {
	struct town town;   /* what town_find tells in no country … */
	bool found;         /* … if it does */
	struct str country; /* what town_find_plain tells, or empty */
};

struct hometowns {
	struct intern seen;
	struct hometown *answers; /* of the texts of `seen` */
	size_t cap;
	struct hometown last; /* of a text that is not kept */
};

/* Good until the next call. */
const struct hometown *hometown_of(struct hometowns *h, struct str city);

void hometowns_release(struct hometowns *h);

#endif
