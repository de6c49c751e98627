/*
 * tabulation: tables out of records in one pass: several groupings, list columns, periods, margins,
 * a column spread over columns.
 *
 * A record is counted once in every group that it lies in, and once in every margin, however many
 * items its lists have: a margin is counted, not added up. An empty value is a group of its own.
 * The result does not depend on the order of the records. Memory O(groups); for list and date
 * columns also the texts kept (stats/axis.h).
 */
#ifndef KOOP_STATS_TABULATION_H
#define KOOP_STATS_TABULATION_H

#include "record/header.h"
#include "record/reader.h"
#include "record/writer.h"
#include "stats/accumulate.h"
#include "stats/compare.h"
#include "stats/measure.h"
#include "stats/rounding.h"
#include "stats/sensitive.h"
#include "stats/survey.h"
#include "stats/survival.h"

enum percent { PERCENT_NONE, PERCENT_ROW, PERCENT_COL, PERCENT_ALL };

/* A table of who joined and left (stats/flow.h), and of what. */
enum flow_of { FLOW_NONE, FLOW_ALL, FLOW_SPELLS, FLOW_BODIES };

/* What is asked for. Lists are as on a command line (record/header.h). */
struct request {
	const char **groupings;
	size_t ngroupings;
	const char **lists; /* list columns beside the standard ones */
	size_t nlists;
	const char *cross; /* the column that is spread, or NULL */
	const char *weight;
	const char *date;
	struct period_rule period;     /* of `date` */
	bool per, imprecise, measured; /* --per, --imprecise, -m are given */
	const char *compared;          /* as it is written, or NULL */
	struct comparison compare;     /* with which period the others are compared */
	enum flow_of flow;
	bool lengths; /* a measure is about the lengths of spells: */
	enum length_rule length_rule;
	int32_t until;     /* these are watched until that day; DAY_MIN: the last in the data */
	const char *id;    /* the column that says whose spell a record is, or NULL */
	const char *as_of; /* the day that a record's time covers, or NULL */
	struct measure *measures;
	size_t nmeasures;
	enum percent percent;
	bool total, zero;
	bool designed; /* an option of samples is given */
	bool levelled; /* so is --level, which is not of samples alone */
	bool survey;   /* estimates have standard errors, by `design` and `options` */
	struct design_request design;
	struct survey_options options;
	const char *variant; /* the text of a column, or NULL */
	struct disclosure disclosure;
	struct rounding rounding; /* of counts and sums */
	struct codebook_request codebook;
};

/* One grouping: a block of rows of the output. */
struct block {
	struct axis **by;
	size_t nby;
	size_t period_at;    /* in a flow: which of the columns the period stands before */
	struct cells *rows;  /* groups along `by` */
	struct cells *cells; /* along `by` and the spread column; `rows` when there is none */
};

struct tabulation {
	const struct request *request;
	struct axis **axes;
	size_t naxes, cap_axes;
	struct layout layout;
	struct cells **tables; /* each once, whoever needs them */
	size_t ntables, cap_tables;
	struct block *blocks;
	size_t nblocks;
	struct axis *cross; /* or NULL */
	struct cells *all;  /* the grand total, where it is needed, or NULL */
	struct cells *cols; /* the totals of the spread column, where they are needed, or NULL */
	size_t weight_column;
	struct codebook codebook;
	struct design design;   /* both in a survey only */
	struct survey *survey;  /* else NULL */
	size_t *survey_measure; /* what it calls each measure */
	size_t *spell_measure;  /* the source of spells of each measure */
	uint64_t records;       /* counted */
	bool check_fit;         /* a record may lie in several groups */
	struct arena arena;
};

/* Ends the process with status 2 when a column is unknown or the request makes no sense. */
struct tabulation *tabulation_need(const struct header *h, const struct request *request);

/* In a survey: a record of the file, whether it is then counted or not. */
void tabulation_see(struct tabulation *t, const struct record *rec);

/*
 * Counts a record, unless its weight is 0. A value that is no number where one is needed is said
 * and counts as missing. False when the weight is missing, no number or negative: no total can be
 * right then.
 */
bool tabulation_add(struct tabulation *t, const struct record *rec);

/*
 * The same for a record that is in the domain for certain, or perhaps: then it counts only where
 * the request counts what is possible.
 */
bool tabulation_count(struct tabulation *t, const struct record *rec, enum truth in_domain);

/* What has been counted, for stats/state.h: all that is kept is declared here. */
void tabulation_state(struct tabulation *t, struct state *s);

/* Adds what another tabulation of the same request and header has counted; `from` is used up. */
void tabulation_merge(struct tabulation *into, struct tabulation *from);

/* After the last record: gives what was numbered as it came the numbers of its order. */
void tabulation_sort(struct tabulation *t);

void tabulation_free(struct tabulation *t);

#endif
