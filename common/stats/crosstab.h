/*
 * crosstab: what a tabulation has counted, as records.
 *
 * One block of rows for each grouping, in the order asked for, each sorted by its group values as
 * bytes; the grand total comes last. The columns are those of all groupings together. In a group
 * column `*` alone is a margin (all values, or not grouped by); a value made of asterisks only is
 * written with one more, so no value can be taken for a margin. An empty group value is a missing
 * one.
 *
 * Three forms: plain (columns n, share), long (stat, variable, level, estimate, n, nbase: those
 * that apply), and spread (a column for each value of the spread column, `(missing)` where it is
 * empty, `*` for their total).
 */
#ifndef KOOP_STATS_CROSSTAB_H
#define KOOP_STATS_CROSSTAB_H

#include "record/writer.h"
#include "stats/tabulation.h"

/*
 * Writes the table, with its header line unless bare. Says when a result is too large for a double.
 * Ends the process when the table would have more than LIMIT_COLUMNS columns or CROSSTAB_ROWS_MAX
 * empty rows to show.
 */
void crosstab_write(struct tabulation *t, struct writer *w, bool bare);

enum { CROSSTAB_ROWS_MAX = 10000000 };

/* A value made of asterisks only gets one more, so that none is taken for a margin. */
struct str crosstab_apart_from_margin(struct str value, struct arena *arena);

/* Adds a column of the result; ends the process when there are too many, or one of that name. */
void crosstab_need_column(struct header *h, struct str name);

#endif
