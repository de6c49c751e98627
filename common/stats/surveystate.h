/*
 * surveystate: what the files of survey share: the state of a run, and the steps from sums to rows.
 */
#ifndef KOOP_STATS_SURVEYSTATE_H
#define KOOP_STATS_SURVEYSTATE_H

#include "stats/accumulate.h"
#include "stats/partlimits.h"
#include "stats/survey.h"

/*
 * The sums that a job keeps, in this order. The first of them are those that influences are linear
 * in; behind the last, where records are the units, come the sums of their products in pairs:
 * (0, 0), (0, 1), (1, 1), (0, 2) …
 */
enum {
	SUM_W,
	SUM_WY,
	SUM_WYY,
	SUM_WX = SUM_WYY,
	SUM_RATIO_YY,
	SUM_RATIO_XY,
	SUM_RATIO_XX,
	LINEAR = SUM_WYY + 1,
	SUMS = SUM_RATIO_XX + 1 + LINEAR * (LINEAR + 1) / 2,
};

/* What is summed for a measure; measures of the same columns share it. */
struct job {
	struct subject_of_measure about;
	struct pairs codes; /* of values of two columns */
	bool levels;        /* there are slots for every value, too */
	bool squares;       /* the squares of the numbers are needed */
	bool values;        /* the values themselves are kept */
	bool spread;        /* and influences depend on them */
	size_t linear;      /* how many sums influences are linear in, */
	size_t plain;       /* how many there are without products, */
	size_t width;       /* and with them */
};

struct survey {
	struct design *design;
	struct survey_options options;
	struct job *jobs;
	size_t njobs, cap_jobs;
	struct measure *measures;
	size_t *job_of; /* by measure */
	size_t nmeasures, cap_measures, cap_job_of;
	struct arena arena;
};

/* Sums by slot. */
struct bank {
	uint64_t *n; /* records */
	struct exactsum *sums;
	size_t width, used, cap;
};

struct observation {
	double y, w;
	uint32_t member;
};

/* By member, value and weight. */
int survey_compare_members(const void *a, const void *b);

struct job_cells {
	struct bank base;           /* by member */
	struct pairs slots;         /* (member, code) */
	struct bank levels;         /* by slot */
	struct observation *values; /* by cell, after settling */
	size_t *value_start;
	size_t nvalues, cap_values;
	uint32_t *listed; /* slots by cell, after settling */
	size_t *start;
};

struct survey_cells {
	struct survey *survey;
	struct pairs members; /* (cell, leaf) */
	uint64_t *records;    /* by member */
	size_t nrecords, cap_records;
	struct job_cells *jobs;
	uint32_t *listed; /* members by cell, after settling */
	size_t *start;
	size_t ncells;
};

/* The sums of a part of a group, leaf by leaf. */
struct sums {
	size_t n;
	uint32_t *leaf;
	quad *of[SUMS];
	quad total[SUMS];
	uint64_t records;
};

/* A group being estimated. */
struct group_of_survey {
	struct survey_cells *cells;
	struct survey *survey;
	uint32_t cell;
	const struct job *job;
	const struct job_cells *job_cells;
	const uint32_t *members;
	size_t nmembers;
	double df;
};

/* Influences that add up to a variance. */
struct influences {
	struct influence *z;
	size_t n;
};

/* A value that occurs in the group, and the slots that hold it. */
struct level {
	struct str text, other; /* of one column, or of two */
	uint32_t code;          /* of the value, or of the pair */
	const uint32_t *slots;
	size_t n;
};

extern const struct inference NO_INFERENCE;

/* The sums of some slots: those of `pairs`, or members where there is none. */
struct sums survey_gather(const struct group_of_survey *g, const struct bank *b,
	const struct pairs *pairs, const uint32_t *slots, size_t n);

/* Room for n influences, until the next survey_rows. */
struct influences survey_influences(const struct group_of_survey *g, size_t n);

/* Adds those of an estimate that depends on the linear sums by these factors. */
void survey_influence(struct influences *z, const struct group_of_survey *g, const struct sums *s,
	const quad factors[static LINEAR]);

/* The quantile of Student's t that intervals use. */
double survey_t(const struct survey *s, double df);

void survey_interval(const struct survey *s, struct survey_row *row, double df);

struct survey_row survey_row_of(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase);

/* Degrees of freedom of a part of the group, by the records of each member. */
double survey_df(const struct group_of_survey *g, const uint64_t *records, size_t known);

/* By number when all are numbers, else by bytes. */
void survey_sort_levels(struct level *levels, size_t n);

/* The values in the group, sorted; pairs of values are not. */
struct level *survey_levels(const struct group_of_survey *g, size_t *n);

/* Quantiles and Gini coefficients (surveyvalues.c). */
struct survey_row *survey_value_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* Tables of two columns, and tests (surveytables.c, surveytests.c). */
struct survey_row *survey_xtab_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_chisq_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_ttest_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* Records of the group, with a value or without. */
uint64_t survey_records(const struct group_of_survey *g);

#endif
