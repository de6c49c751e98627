/*
 * accumulate: what is kept for every group while records go by.
 *
 * The state of a group is counts, exact sums (stats/exactsum.h), the smallest value and some of the
 * largest, and counts by value of other columns. All of them merge as if added one by one, so a
 * stream may be cut anywhere and in any order, and the same state comes out. Time O(groups of the
 * record), memory O(groups).
 */
#ifndef KOOP_STATS_ACCUMULATE_H
#define KOOP_STATS_ACCUMULATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stats/axis.h"
#include "stats/exactsum.h"
#include "stats/pairs.h"
#include "stats/spells.h"

/* Sums that a numeric variable may need; w is the weight. */
enum part { PART_X, PART_XX, PART_W, PART_WX, PART_WXX, PART_COUNT };

/* A column of numbers. */
struct variable {
	struct str name;
	size_t column;
	bool parts[PART_COUNT];    /* the sums that are kept */
	int at[PART_COUNT];        /* where they are among the sums of a group */
	const struct coded *coded; /* what its values mean, or NULL */
	double value;              /* of the record taken last */
	bool present;
};

/* What is kept for each group of every table. */
struct layout {
	struct variable *variables;
	size_t nvariables;
	struct axis **tallied;           /* columns whose values are counted in each group */
	const struct variable **amounts; /* what is summed for each value, or NULL: nothing */
	size_t ntallied;
	size_t nsums;
	struct spell_source *spells; /* what is kept of each record's time */
	size_t nspells;
	const struct axis *period; /* whose marks count, or NULL */
	bool both;                 /* what is certain is counted apart */
	bool certain;              /* the record taken last is counted for certain */
	bool detailed; /* more is kept of a record than the count and what is estimated */
	bool shared;   /* a record lies in parts in several periods: these are its weights */
	bool weighted;
	int weight_at;   /* the sum of weights among the sums, when weighted */
	size_t nlargest; /* how many of the largest values are kept */
	double weight;   /* of the record taken last */
};

struct range {
	double min, max;
	uint64_t n;          /* values there were */
	uint64_t nmin, nmax; /* and how many were the smallest, and the largest */
};

void range_merge(struct range *into, const struct range *from);

/* How often each value of a column is there in each group. */
struct tally {
	struct pairs pairs;    /* (cell, code) */
	uint64_t *n;           /* by pair */
	bool summed;           /* there are amounts, */
	struct exactsum *sums; /* and their sums by pair */
	size_t counted, cap, cap_sums;
	uint32_t *listed; /* the pairs of cell c are listed[start[c]] to listed[start[c + 1] - 1] */
	size_t *start;    /* both after cells_settle */
};

struct survey_cells;

/* The groups along some axes, a cell each. Without axes there is one cell. */
struct cells {
	struct axis **axes;
	size_t naxes;
	struct pairs *chain; /* chain[k] numbers (what stands for axes 0..k, code on axis k + 1) */
	const struct layout *layout;
	size_t n, cap;
	uint64_t *count;   /* records; with `both` those that may be there */
	uint64_t *certain; /* those that are there for certain; NULL without `both` */
	struct range *ranges;
	double *largest; /* by cell and variable, layout->nlargest in descending order;
	                  -INFINITY: none */
	struct exactsum *sums;
	struct tally *tallies;
	struct spell_list *spells;   /* by source */
	struct survey_cells *survey; /* what is estimated with its error, or NULL */
	uint32_t *ids[2];            /* cells of one record */
	size_t cap_ids[2];
};

#define CELL_NONE PAIR_NONE

enum { CELLS_OF_A_RECORD = 1 << 20 };

void cells_init(struct cells *t, struct axis **axes, size_t naxes, const struct layout *layout);

/* Would the record that the axes took last lie in at most CELLS_OF_A_RECORD cells? Others are not
 * counted. */
bool cells_fit(const struct cells *t);

/* Counts the record that was last taken by all axes and variables of the table. */
void cells_add(struct cells *t);

/* The cell with these codes, one for each axis, or CELL_NONE. */
uint32_t cells_find(const struct cells *t, const uint32_t *codes);

/* The codes of a cell. */
void cells_codes(const struct cells *t, uint32_t cell, uint32_t *codes);

/* Lists the pairs of every cell; after the last record, before the tallies are read. O(cells +
 * pairs). */
void cells_settle(struct cells *t);

/* What is kept, after the axes. */
void cells_state(struct cells *t, struct state *s);

/* What numbers the cells, for stats/state.h. */
const void *cells_keys(const struct cells *t);

void cells_release(struct cells *t);

#endif
