/*
 * disclosestate: what the files of disclose share.
 */
#ifndef KOOP_STATS_DISCLOSESTATE_H
#define KOOP_STATS_DISCLOSESTATE_H

#include "stats/disclose.h"

/* What is written of a table, or follows from what is written. */
enum {
	TABLE_GROUPS = 1, /* its groups have rows, or columns, of their own */
	TABLE_VALUES = 2, /* it counts the values of columns within groups */
	TABLE_BASE = 4,   /* its counts follow from shares and cannot be hidden */
};

struct layer {
	const struct cells *cells;
	unsigned use;
	size_t ngroups;       /* the first axes make the groups, the others are columns of values */
	unsigned char *flags; /* by cell */
};

struct disclose {
	const struct tabulation *t;
	const struct disclosure *rules;
	struct layer *layers; /* as the tables of t */
};

/* The layer of some axes, whatever their order; NULL when there is none. */
struct layer *disclose_layer(const struct disclose *d, struct axis *const *axes, size_t n);

/* Is the value of this axis in this cell a missing one? codes are those of the cell. */
bool disclose_lacks(const struct layer *l, const uint32_t *codes, size_t axis);

#endif
