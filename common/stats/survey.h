/*
 * survey: estimates with what their sample says about their error.
 *
 * For every group (a cell of a table) and leaf of the design (stats/design.h) exact sums are kept
 * of what a measure needs; all statistics are made of these at the end, so the order of the records
 * changes nothing. An estimate is a function of weighted totals; its influence, the derivative
 * times what each leaf gives, is summed by the design to a variance (linearisation: Binder, "On the
 * variances of asymptotically normal estimators from complex surveys", International Statistical
 * Review 51, 1983). A record without a value leaves the domain of that measure only, never the
 * design.
 *
 * With replicate weights (stats/replicates.h) each of them is a leaf, and a variance comes from
 * what the estimate is with each.
 *
 * Memory O(groups * leaves that lie in them).
 */
#ifndef KOOP_STATS_SURVEY_H
#define KOOP_STATS_SURVEY_H

#include "stats/axis.h"
#include "stats/design.h"
#include "stats/measure.h"
#include "stats/partlimits.h"
#include "stats/quantile.h"
#include "stats/result.h"

struct variable;

enum deff { DEFF_NONE, DEFF_WITHOUT, DEFF_REPLACE };

struct survey_options {
	double level; /* of the intervals: 0.95 */
	double df;    /* NaN: by the design */
	enum deff deff;
	enum qrule qrule;
	enum woodruff woodruff;
	bool standard_gini;
	enum part_limits ci; /* of proportions */
};

struct survey;
struct survey_cells;

struct survey *survey_new(struct design *design, const struct survey_options *options);

/* What a measure is about: its columns of numbers and of values, NULL where it has none. */
struct subject_of_measure {
	const struct variable *y, *x;
	struct axis *a, *b;
};

/* Returns the number that survey_rows knows the measure by. */
size_t survey_add_measure(
	struct survey *s, const struct measure *m, const struct subject_of_measure *about);

/* What is kept for the groups of one table; after the last measure. */
struct survey_cells *survey_cells_new(struct survey *s);

/* The record taken last by the design, the axes and the variables lies in this group. */
void survey_add(struct survey_cells *c, uint32_t cell);

/* What is kept, after that of the axes and the design; `cells` numbers the cells. */
void survey_state(struct survey *s, struct state *state);
void survey_cells_state(struct survey_cells *c, struct state *state, const void *cells);

/* After the last record and design_settle, before the first survey_rows. */
void survey_settle(struct survey_cells *c, size_t ncells);

struct survey_row {
	const char *stat;
	struct str variable, level;
	struct str a, b; /* the values of xtab; NULL is a margin */
	struct result result;
	struct inference inference;
	bool exact; /* the interval is one of n records, whatever the design (stats/partlimits.h) */
};

/* The rows of a measure in a group; good until the next call. */
struct survey_row *survey_rows(struct survey_cells *c, uint32_t cell, size_t measure, size_t *n);

void survey_cells_free(struct survey_cells *c);
void survey_free(struct survey *s);

#endif
