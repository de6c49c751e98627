/*
 * measure: what is computed for a group, as the user names it: "n,share,mean(budget),freq(kind)".
 */
#ifndef KOOP_STATS_MEASURE_H
#define KOOP_STATS_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum stat {
	STAT_N,
	STAT_SHARE,
	STAT_SUM,
	STAT_TOTAL,
	STAT_MEAN,
	STAT_VAR,
	STAT_SD,
	STAT_MIN,
	STAT_MAX,
	STAT_DISTINCT,
	STAT_HHI,
	STAT_ENTROPY,
	STAT_GINI_COUNTS,
	STAT_OUTSIDE_CAPITAL,
	STAT_FREQ,
	STAT_PROP,
	STAT_COUNT,
	STAT_RECORDS, /* `count` without a column */
	STAT_RATIO,
	STAT_MEDIAN,
	STAT_QUANTILE,
	STAT_GINI,
	STAT_PROPCI,
	STAT_XTAB,
	STAT_CHISQ,
	STAT_TTEST,
	STAT_MR,
	STAT_ASSOC,
	STAT_SURVIVAL,
	STAT_RETENTION,
	STAT_MEDIAN_LENGTH,
	STAT_MEAN_LENGTH,
	STATS_COUNT,
};

struct stat_row {
	const char *word;   /* as the user writes it */
	const char *output; /* in the column `stat` */
	bool takes_column;
	bool takes_numbers; /* the column must hold numbers */
	unsigned more;      /* arguments behind the column, at least */
	unsigned most;      /* and at most */
	bool estimated;     /* has a standard error where there is a design */
	bool has_level;     /* has a row for each value, or for each quantile */
	bool designed;      /* is known to surveys only (stats/survey.h) */
	bool of_spells;  /* is about the lengths of spells (stats/survival.h), those of the standard
	                    columns when none are named */
	bool shares_out; /* of the column, by number or by an amount in another */
	bool counts_values; /* has rows for the values of a column, or of two */
};

extern const struct stat_row STATS[STATS_COUNT];

enum { MEASURE_ARGS = 16 };

struct measure {
	enum stat stat;
	struct str variable;           /* the column; empty where the measure takes none */
	struct str args[MEASURE_ARGS]; /* what else stands in the brackets */
	size_t nargs;
};

/*
 * Adds the measures of a list to an array of *n, which moves (mem_grow). False when the list is
 * malformed, with the reason in *why; the array is then not to be used. Names point into the list.
 */
bool measures_parse(
	struct str list, struct measure **measures, size_t *n, size_t *cap, struct buf *why);

#endif
