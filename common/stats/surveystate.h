/*
 * surveystate: what the files of survey share: the state of a run, and the steps from sums to rows.
 */
#ifndef KOOP_STATS_SURVEYSTATE_H
#define KOOP_STATS_SURVEYSTATE_H

#include "stats/accumulate.h"
#include "stats/survey.h"
#include "stats/values.h"

/*
 * The sums that a job keeps, in this order. The first of them are those that influences are linear
 * in. Behind the last come, where records are the units, the sums of their products in pairs: (0,
 * 0), (0, 1), (1, 1), (0, 2) …; and where weights are raked, the linear ones but the first without
 * the weight.
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
	SUMS = SUM_RATIO_XX + 1 + LINEAR * (LINEAR + 1) / 2 + LINEAR - 1,
};

enum job_kind {
	JOB_NUMBER,    /* a number, or two */
	JOB_LEVELS,    /* the values of a column, each one's records */
	JOB_RESPONSES, /* the same, y being how many values the record has */
	JOB_GROUPED,   /* a number by the values of a column */
	JOB_PAIRS,     /* the pairs of values of two columns */
};

/* What is summed for a measure; measures of the same columns share it. */
struct job {
	enum job_kind kind;
	struct subject_of_measure about;
	struct pairs codes; /* of values of two columns */
	bool squares;       /* the squares of the numbers are needed */
	bool values;        /* the values themselves are kept */
	bool spread;        /* and influences depend on them */
	bool own_df;        /* degrees of freedom are those of the records with a value */
	size_t linear;      /* how many sums influences are linear in, */
	size_t plain;       /* how many there are of this kind, */
	size_t products;    /* how many of products, */
	size_t bare;        /* without the weight, */
	size_t width;       /* and in all */
};

/* There are slots for every value, too. */
static inline bool job_has_levels(const struct job *j)
{
	return j->kind != JOB_NUMBER;
}

struct survey {
	struct design *design;
	struct survey_options options;
	struct job *jobs;
	size_t njobs, cap_jobs;
	struct measure *measures;
	size_t *job_of; /* by measure */
	size_t nmeasures, cap_measures, cap_job_of;
	struct influence *scratch; /* those of one estimate */
	size_t cap_scratch;
	quad *thetas; /* by replicate, of one estimate */
	struct arena arena;
};

/* Sums by slot. */
struct bank {
	uint64_t *n; /* records */
	struct exactsum *sums;
	size_t width, used, cap;
};

/*
 * Products of the replicate weights (stats/gram.h) as they are, by cell; where they are calibrated
 * by cells of their own (stats/calibrate.h), by pair of both, so that what each of these is
 * multiplied by may follow. Those that are calibrated by regression have their columns here.
 */
struct grams {
	double *products;
	size_t size; /* of a cell */
	size_t used, cap;
};

/*
 * Where there are replicate weights, the members of a cell, and its slots of a code, are numbered
 * one behind the other while records are added, one for the weight and one for each replicate. That
 * of the weight counts records of weight 0 not, the others do.
 */
struct job_cells {
	struct bank base;     /* by member */
	struct pairs slots;   /* (member, code) */
	struct bank levels;   /* by slot */
	struct values values; /* by member */
	struct grams grams;   /* of the records with a value */
	uint32_t *listed;     /* slots by cell, after settling */
	size_t *start;
};

struct survey_cells {
	struct survey *survey;
	struct pairs members; /* (cell, leaf) */
	uint64_t *records;    /* by member */
	size_t nrecords, cap_records;
	struct pairs classes; /* (cell, cell of the calibration), where there are grams by pair */
	struct grams grams;
	struct job_cells *jobs;
	uint32_t *listed; /* members by cell, after settling */
	size_t *start;
	size_t ncells;
};

/* The sums of a part of a group, leaf by leaf; of every leaf in turn where these are replicates. */
struct sums {
	size_t n;
	uint32_t *leaf;
	uint64_t *count; /* records */
	quad *of[SUMS];
	quad total[SUMS];
	uint64_t records; /* of a weight above 0, */
	uint64_t rows;    /* and of any, where there are replicates */
};

/* A group being estimated. */
struct group_of_survey {
	struct survey_cells *cells;
	struct survey *survey;
	const struct measure *measure;
	const struct replicates *replicates; /* or NULL */
	uint32_t cell;
	const struct job *job;
	const struct job_cells *job_cells;
	const uint32_t *members;
	size_t nmembers;
	uint32_t *domain; /* leaves with a value, where lonely units are looked at among them */
	size_t ndomain;
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

/* Room for a slot, for n cells, and for n members (surveyadd.c); the last two are of those that own
 * it. */
void survey_bank_extend(struct bank *b, size_t slot);
void survey_room_in_grams(void *grams, size_t n);
void survey_room_for_members(void *cells, size_t n);

extern const struct inference NO_INFERENCE;

/* The sums of some slots: those of `pairs`, or members where there is none. */
struct sums survey_gather(const struct group_of_survey *g, const struct bank *b,
	const struct pairs *pairs, const uint32_t *slots, size_t n);

/* Those of a level, and those of all records that have a value. */
struct sums survey_level_sums(const struct group_of_survey *g, const struct level *level);
struct sums survey_base_sums(const struct group_of_survey *g);

/* Room for n influences, until the next survey_rows. */
struct influences survey_influences(const struct group_of_survey *g, size_t n);

/* Adds those of an estimate that depends on the linear sums by these factors. */
void survey_influence(struct influences *z, const struct group_of_survey *g, const struct sums *s,
	const quad factors[static LINEAR]);

/* The variance of a linear function of the sums. */
quad survey_linear_variance(
	const struct group_of_survey *g, const struct sums *s, const quad factors[static LINEAR]);

/* Where there are replicates: the variance of what each of them, and before them the weight, gives.
 */
quad survey_replicated(const struct group_of_survey *g, const quad *theta);

/* Room for these. */
quad *survey_thetas(const struct group_of_survey *g);

/* The weights of a part, and as a part of a sum over a base that holds all of it. */
struct outcome survey_count(const struct group_of_survey *g, const struct sums *part);
struct outcome survey_part(const struct group_of_survey *g, const struct sums *part,
	const struct sums *base, int of_base);

/* A root, of what may be too large or small for a double. */
double survey_root(quad x);

/* A result; NaN, with a message, where it is too large. */
double survey_number(const struct group_of_survey *g, double x);

/* The quantile of Student's t that intervals use. */
double survey_t(const struct survey *s, double df);

void survey_interval(const struct survey *s, struct survey_row *row, double df);

struct survey_row survey_row_of(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase);

/* The same for a proportion, with the interval asked for. */
struct survey_row survey_part_row(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase);

/* Sets the interval of a proportion; with `exact` also where its method defines none. */
void survey_part_limits(
	const struct group_of_survey *g, struct survey_row *row, enum part_limits how, bool exact);

/* The variance as a part of what a simple random sample of n would give; `scale` is 1 for means and
 * the sum of weights for totals. NaN when it is not asked for. */
double survey_deff(
	const struct survey *s, quad variance, quad spread, quad w, uint64_t n, quad scale);

/* Are products kept by pair of cell and cell of the calibration? */
bool survey_by_class(const struct survey *s);

/* Degrees of freedom of the records of the group, and of those that have a value (surveydf.c). */
double survey_df_of_group(const struct group_of_survey *g);
double survey_df_of_values(const struct group_of_survey *g);

/* By number when all are numbers, else by bytes. */
void survey_sort_levels(struct level *levels, size_t n);

/* The values in the group, sorted; pairs of values are not. */
struct level *survey_levels(const struct group_of_survey *g, size_t *n);

/* Means, totals and the like (surveynumbers.c). */
struct survey_row *survey_number_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* Proportions and counts of values (surveylevels.c). */
struct survey_row *survey_level_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_response_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* Quantiles and Gini coefficients (surveyvalues.c). */
struct survey_row *survey_value_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* The pairs of values of two columns that occur, and the values as rows and columns, sorted. */
struct crossing {
	struct level *cells, *rows, *cols;
	size_t ncells, nrows, ncols;
	size_t *row, *col; /* of each cell */
	bool left_out;     /* there were too many */
};

enum { CROSSING_CELLS_MAX = 4000000 };

/* A crossing of more rows times columns than may be is reported, and has none. */
struct crossing survey_cross(const struct group_of_survey *g);

/* Tables of two columns, tests and measures of association (surveytables.c, surveytests.c,
 * surveyassoc.c). */
struct survey_row *survey_xtab_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_chisq_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_ttest_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);
struct survey_row *survey_assoc_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n);

/* An estimate that no interval goes with, of `y*x` or the like. */
struct survey_row survey_test_row(const struct group_of_survey *g, const struct measure *m,
	const char *stat, double value, uint64_t records);

/* Records of the group, with a value or without. */
uint64_t survey_records(const struct group_of_survey *g);

#endif
