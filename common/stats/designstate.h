/*
 * designstate: what the files of design share. design.c has the columns and takes records,
 * designkept.c says what is kept, designsettle.c checks the design and finds what follows from it,
 * designvariance.c and designcovariance.c have the variances.
 */
#ifndef KOOP_STATS_DESIGNSTATE_H
#define KOOP_STATS_DESIGNSTATE_H

#include "stats/design.h"

/* A stratum of which less than this is left out of the sample has been seen whole. */
#define DESIGN_CENSUS 1e-7

static inline struct str design_label(const struct stage *s, uint32_t stratum)
{
	return s->labels.n ? intern_text(&s->labels, pair_second(&s->layers, stratum)) : STR("");
}

static inline bool design_is_lonely(const struct stratum *h)
{
	return h->units == 1 && 1 - h->fraction >= DESIGN_CENSUS;
}

static inline uint32_t design_stratum(const struct design *d, const struct stage *s, size_t unit)
{
	return d->elements ? (uint32_t)unit : s->stratum[unit];
}

/* Ends the process: a PSU lies in both of these strata. */
_Noreturn void design_in_two_strata_need(
	const struct pos *pos, const struct stage *s, uint32_t unit, uint32_t a, uint32_t b);

#endif
