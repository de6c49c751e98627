/*
 * crosstabstate: what the files of crosstab share: the table being written, and its parts.
 *
 * crosstabcells.c has what all forms write; crosstablong.c the rows of the long form,
 * crosstabspread.c those of the spread form, crosstab.c the plain ones, the header, and the order.
 */
#ifndef KOOP_STATS_CROSSTABSTATE_H
#define KOOP_STATS_CROSSTABSTATE_H

#include "stats/crosstab.h"
#include "stats/disclose.h"
#include "stats/estimate.h"
#include "stats/ranks.h"

enum form { FORM_PLAIN, FORM_LONG, FORM_SPREAD };

/* A table being written. */
struct crosstab {
	struct tabulation *t;
	const struct request *request;
	struct writer *w;
	struct disclose *disclose; /* NULL where all is shown */
	enum form form;
	bool has_subject; /* of rows of the spread form */
	bool has_variable, has_level, has_inference, has_deff, has_p, has_flag,
		has_df2;  /* the optional columns of the long form */
	struct axis **by; /* the group columns of all blocks */
	size_t nby;
	struct str *tabled; /* the columns of tables of two columns */
	size_t ntabled;
	struct ranks *ranks; /* of each axis of the tabulation */
	uint32_t *codes;     /* of a cell that is looked up */
	struct watch *watch; /* until when the spells of each measure are looked at */
	struct str *spread;  /* the names of the columns that values are spread over */
	size_t nspread;
	struct buf noted;      /* the flags of the cells of a row */
	struct arena arena;    /* of a row */
	struct arena *lasting; /* of the table */
};

/* A group whose rows are written. */
struct group {
	const struct block *block;
	const uint32_t *codes; /* along block->by; NULL is the grand total */
	struct view view;
	unsigned flags; /* why it is not shown */
};

/* What chance rounds the records, and their base, by (stats/rounding.h). */
struct draws {
	uint64_t cell, base;
};

/* What a row of the long form is about. */
struct subject {
	const char *stat;
	struct str variable, level;
	const struct inference *inference; /* NULL where there is none */
	const struct measure *table;       /* the xtab that `a` and `b` are values of, or NULL */
	struct str a, b;
	const struct measure *compared; /* what may be compared with another period, or NULL */
	unsigned flags;                 /* why it is not shown, beside those of the group */
	bool exact;                     /* so is the interval */
	struct draws draws;
};

/* The values of an axis in their order. */
const struct ranks *crosstab_ranks_of(const struct crosstab *x, const struct axis *a);

/* The group columns of a row. */
void crosstab_write_groups(struct crosstab *x, const struct group *g);

/* The columns of a row up to the estimate. */
void crosstab_write_subject(struct crosstab *x, const struct group *g, const struct subject *s);
struct str crosstab_shown_variable(struct crosstab *x, const struct measure *m);

/* So many empty fields. */
void crosstab_write_empty(struct crosstab *x, size_t n);

/* Numbers as they may be shown: `draws` of the cell they are of (crosstab_draws). */
void crosstab_write_count(struct crosstab *x, uint64_t n, uint64_t draw);
void crosstab_write_n(struct crosstab *x, const struct view *v, const struct measure *m);
double crosstab_shown(const struct crosstab *x, const struct measure *m, const struct result *r,
	const struct draws *draws);

/* Of a result of a view; that of a value of it in a column. */
struct draws crosstab_draws(
	const struct crosstab *x, const struct view *v, const struct measure *m);
struct draws crosstab_draws_of_value(
	const struct crosstab *x, const struct view *v, struct str column, struct str value);

/* Why a group, or a cell of it (whose codes are x->codes), is not shown; 0: it is. */
unsigned crosstab_flags_of(
	const struct crosstab *x, const struct cells *cells, const uint32_t *codes);
unsigned crosstab_flags_of_cell(const struct crosstab *x, const struct view *cell,
	const struct measure *m, const struct result *r);
bool crosstab_hides(const struct crosstab *x, unsigned flags);
bool crosstab_is_untold(const struct crosstab *x, unsigned flags);
void crosstab_write_flags(struct crosstab *x, unsigned flags, bool exact);

/* How far a number is from that of another period (stats/compare.h); NaN where it is not known. */
struct change {
	double difference, percent;
};

/* Of two numbers that are shown; x->codes are those of the cell, and are changed; `flags` hides it.
 */
struct change crosstab_change(
	struct crosstab *x, const struct view *v, const struct measure *m, unsigned flags);

/* Idle is a group that is in neither period. */
bool crosstab_is_idle(struct crosstab *x, const struct group *g);
void crosstab_write_comparison(
	struct crosstab *x, const struct group *g, const struct measure *m, unsigned flags);
void crosstab_check_comparison(const struct crosstab *x);
void crosstab_comparison_columns(const struct crosstab *x, struct header *h);

/* Is there a column nbase? */
bool crosstab_has_base(const struct crosstab *x);

/* The rows of a group. */
void crosstab_write_long(struct crosstab *x, const struct group *g);
void crosstab_write_spread_rows(struct crosstab *x, const struct group *g);

/* Pairs of a tally with the rank of their code, to be sorted. */
struct ranked {
	uint32_t rank, code;
	uint64_t n;
};

/* The values that a group has, sorted; with --zero all values. The caller frees them. */
struct ranked *crosstab_ranked_levels(struct crosstab *x, const struct levels *l, size_t *n);

#endif
