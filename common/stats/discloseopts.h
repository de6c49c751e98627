/*
 * discloseopts: the options that keep a table from telling about single records, for the option
 * table of a program.
 */
#ifndef KOOP_STATS_DISCLOSEOPTS_H
#define KOOP_STATS_DISCLOSEOPTS_H

#include "base/opts.h"
#include "stats/tabulation.h"

enum {
	OPT_SUPPRESS = 600,
	OPT_DOMINANCE,
	OPT_PPERCENT,
	OPT_ROUND,
	OPT_ROUND_SEED,
	OPT_COMPLEMENTARY,
	OPT_AUDIT,
	OPT_FLAG_ONLY,
	OPT_DISCLOSE_END,
};

/* clang-format off */

#define OPTIONS_DISCLOSE \
	{OPT_SUPPRESS, "suppress", "N", "do not show groups of fewer than N records"}, \
	{OPT_DOMINANCE, "dominance", "M,K", "nor those where M records have more than K % of a sum"}, \
	{OPT_PPERCENT, "ppercent", "P", "nor those where the largest can be told to P %"}, \
	{OPT_COMPLEMENTARY, "complementary", NULL, "hide more, so that none can be computed back"}, \
	{OPT_AUDIT, "audit", NULL, "write the bounds that a reader can find for what is hidden"}, \
	{OPT_FLAG_ONLY, "flag-only", NULL, "flag what would be hidden, but show it"}, \
	{OPT_ROUND, "round", "B", "show counts and sums as the nearest multiple of B"}, \
	{OPT_ROUND_SEED, "round-seed", "SEED", "by chance as the one below or above, drawn with SEED"}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void disclose_option(struct request *r, const struct opts *o, int key, const char *value);

/* After the last option, and survey_check. */
void disclose_check(struct request *r, const struct opts *o);

#endif
