/*
 * disclosestate: what the files of disclose share.
 */
#ifndef KOOP_STATS_DISCLOSESTATE_H
#define KOOP_STATS_DISCLOSESTATE_H

#include "stats/disclose.h"
#include "stats/suppression.h"

/* What a reader gets to know of a table. */
enum {
	TABLE_GROUPS = 1,     /* its groups have rows, or columns, of their own */
	TABLE_VALUES = 2,     /* it counts the values of columns within groups */
	TABLE_BASE = 4,       /* its counts follow from shares and cannot be hidden */
	TABLE_LINK = 8,       /* what two others have in common; may be taken as known */
	TABLE_RESPONSES = 16, /* it is told how many items its groups have in all */
	TABLES_SHOWN = TABLE_GROUPS | TABLE_VALUES,
};

/* A table and what of it is hidden. Of tables along the same axes one stands for all. */
struct layer {
	const struct cells *cells;
	unsigned use;
	size_t ngroups;       /* the first axes make the groups, the others are columns of values */
	struct layer *twin;   /* the one that stands for it; itself, if that is so */
	unsigned char *flags; /* by cell */
};

struct disclose {
	const struct tabulation *t;
	const struct disclosure *rules;
	const struct ranks *ranks; /* of each axis of t */
	struct layer *layers;      /* as the tables of t */
	bool *splits;              /* by axis: every record has one value there, so parts add up */
};

/* The layer of some axes, whatever their order; NULL when there is none. */
struct layer *disclose_layer(const struct disclose *d, struct axis *const *axes, size_t n);

/* The cell of a layer that has these codes, which are in the order of another layer's axes. */
uint32_t disclose_cell(const struct layer *l, const struct layer *other, const uint32_t *codes);

/*
 * Are there codes of a part of a group that is hidden since it has too few records, or of a value
 * of a hidden group? Then it is not told which parts there are: their counts would be known. Only
 * with
 * --complementary.
 */
bool disclose_part(const struct disclose *d, const struct cells *cells, const uint32_t *codes);

/* Which axis of the tabulation it is. */
size_t disclose_axis(const struct disclose *d, const struct axis *a);

/* Does the cell with these codes have rows of its own in the table? */
bool disclose_is_written(const struct disclose *d, const struct layer *l, const uint32_t *codes);

/* The numbers of a variable in a cell. */
struct magnitude disclose_numbers(const struct cells *cells, size_t cell, size_t variable);

/*
 * Tables whose cells obey sums that make a network: axes R, in order, of which some prefixes are
 * tables (levels), and perhaps one axis C more by which they are divided.
 */
struct family {
	struct axis **rows;
	size_t nrows;
	const struct axis *col; /* or NULL */
	size_t *length;         /* of the prefix of each level, ascending */
	size_t nlevels;
	struct layer **plain, **divided; /* by level, without C and with it; NULL where none is */
	bool settled;                    /* its shared tables have been looked at in another */
	bool *shared;                    /* by level, and behind them those with C: lies in another
	                                    family, too */
};

/* The families of the tables with such a use; they live in the arena. Ends the process when sums
 * cross in more than two ways. */
struct family *disclose_families(
	const struct disclose *d, unsigned use, size_t *n, struct arena *arena);

/* Records, numbers of a variable and their sum, weights, and the weighted sum. */
enum facet_kind { FACET_RECORDS, FACET_NUMBERS, FACET_SUM, FACET_WEIGHTS, FACET_WEIGHTED };

/* What a table tells of its groups: a number that adds up. */
struct facet {
	enum facet_kind kind;
	size_t variable; /* not of records and weights */
	double scale;    /* numbers are multiplied by it and cut off */
	bool falls;      /* below 0, so that nothing bounds it */
};

/* Is it a whole number? */
bool disclose_counts(const struct facet *facet);

quad disclose_number(const struct facet *facet, const struct cells *cells, size_t cell);

/* The facets of a run, and their number. */
struct facet *disclose_facets(const struct disclose *d, size_t *n, struct arena *arena);

/* A cell of a family. */
struct stake {
	struct layer *layer;
	uint32_t cell;
	bool shared, was_hidden;
	bool settled; /* its bounds are found elsewhere */
	bool given;   /* whatever is hidden, this is not */
	bool tight;   /* does not have what it needs; after disclose_net_judge */
	int64_t value;
	int64_t room[2];
	int64_t need[2]; /* how far it must be able to fall and rise; 0 when it is not sensitive */
};

/* The sums of a family, for one facet. */
struct disclose_net {
	struct suppression graph;
	struct suppression_cell *cells;
	struct stake *stakes;
	size_t n, cap_cells, cap_stakes;
	struct intern nodes; /* keys of sums; the first is that of no sum */
};

void disclose_net_make(struct disclose_net *net, const struct disclose *d, const struct family *f,
	const struct facet *facet);
void disclose_net_release(struct disclose_net *net);

/*
 * Finds out which cells do not have what they need. Lowers what is needed to what is possible at
 * all, with every cell hidden: flags tell a little, too. What can only be one number still needs
 * another one.
 */
void disclose_net_judge(struct disclose_net *net);

/* As suppression_reach and suppression_protect; a shared cell moves alone of its kind. */
int64_t disclose_net_reach(struct disclose_net *net, uint32_t cell, enum way way, int64_t limit);
bool disclose_net_protect(struct disclose_net *net, uint32_t cell, enum way way, int64_t need);

/* The tables that tell of a facet. */
unsigned disclose_use(const struct facet *facet);

/* Hides cells until nothing sensitive can be computed back, if that can be. */
void disclose_secondary(struct disclose *d);

/*
 * Do hidden cells that lie in this sum break a rule together, while what they add up to can be
 * computed?
 */
bool disclose_exposed(const struct disclose *d, const struct disclose_net *net,
	const struct facet *facet, uint32_t node);

/* Whose only record would tell the sum of another, sensitive cell. */
struct insider {
	uint32_t alone, other;
};

/* One for each sensitive cell that has any, in memory of the caller's; their number in *n. */
struct insider *disclose_insiders(const struct disclose *d, const struct disclose_net *net,
	const struct facet *facet, size_t *n);

/* Proves that nothing sensitive can be computed back, or says what can. */
void disclose_verify(const struct disclose *d);

#endif
