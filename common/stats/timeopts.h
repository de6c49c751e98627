/*
 * timeopts: the options that place records in time, for the option table of a program.
 */
#ifndef KOOP_STATS_TIMEOPTS_H
#define KOOP_STATS_TIMEOPTS_H

#include "base/opts.h"
#include "stats/tabulation.h"

enum { OPT_DATE = 540, OPT_PER, OPT_IMPRECISE, OPT_AS_OF, OPT_FLOW, OPT_ID, OPT_COMPARE };

/* clang-format off */

#define OPTIONS_TIME \
	{OPT_DATE, "date", "COL", "group by the periods of the dates in COL"}, \
	{OPT_PER, "per", "UNIT", "the length of a period: year (default), quarter or month"}, \
	{OPT_IMPRECISE, "imprecise", "HOW", "imprecise dates: certain, possible, first, flag, spread, both"}, \
	{OPT_AS_OF, "as-of", "DATE", "count only records whose validity covers DATE"}, \
	{OPT_COMPARE, "compare", "PERIOD", "difference and per cent to PERIOD, previous or year-before"}, \
	{OPT_FLOW, "flow", "[OF]", "joined, left, net, at end, by period; of spells or bodies alone"}, \
	{OPT_ID, "id", "COL", "whose spell it is, for --flow (member_id or id) and lengths"}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void time_option(struct request *r, const struct opts *o, int key, const char *value);

/* After the last option: do they go together? */
void time_check(struct request *r, const struct opts *o);

#endif
