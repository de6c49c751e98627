/*
 * domain: which records are counted: those for which a condition holds, and whose time covers a
 * day.
 *
 * With imprecise dates a record may be in the domain for certain, or perhaps. A condition counts
 * only where it holds for certain; the time answers both ways.
 */
#ifndef KOOP_STATS_DOMAIN_H
#define KOOP_STATS_DOMAIN_H

#include "base/arena.h"
#include "date/edtf.h"
#include "record/header.h"
#include "record/reader.h"

struct expr;

struct domain {
	struct expr *where, *as_of; /* or NULL */
	struct arena arena;
};

/* `where` and `as_of` may be NULL; ends the process with status 2 when one is malformed. */
void domain_need(
	struct domain *d, const char *where, const char *as_of, const struct header *header);

enum truth domain_holds(const struct domain *d, const struct record *rec);

void domain_release(struct domain *d);

#endif
