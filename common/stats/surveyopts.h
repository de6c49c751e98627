/*
 * surveyopts: the options that make records a sample, for the option table of a program.
 */
#ifndef KOOP_STATS_SURVEYOPTS_H
#define KOOP_STATS_SURVEYOPTS_H

#include <math.h>

#include "base/opts.h"
#include "stats/tabulation.h"

enum {
	OPT_STRATA = 500,
	OPT_PSU,
	OPT_FPC,
	OPT_NEST,
	OPT_LONELY,
	OPT_POSTSTRATA,
	OPT_RAKE,
	OPT_CALIBRATE,
	OPT_CI,
	OPT_LEVEL,
	OPT_DF,
	OPT_DEFF,
	OPT_QRULE,
	OPT_INTERVAL,
	OPT_GINI,
	OPT_REPWEIGHTS,
	OPT_REP_TYPE,
	OPT_RHO,
	OPT_SCALE,
	OPT_RSCALES,
	OPT_MSE,
	OPT_COMBINED,
	OPT_VARIANT,
	OPT_MISSING,
	OPT_CODEBOOK,
	OPT_LABELS,
};

/* clang-format off */

#define OPTIONS_SURVEY \
	{OPT_STRATA, "strata", "LIST", "the sample was drawn from these strata, a column a stage"}, \
	{OPT_PSU, "psu", "LIST", "primary sampling units, and the units of later stages"}, \
	{OPT_FPC, "fpc", "LIST", "population sizes, or sampling fractions, of each stage"}, \
	{OPT_NEST, "nest", NULL, "names of PSUs count within their stratum"}, \
	{OPT_LONELY, "lonely", "HOW", "strata of one PSU: fail (default), remove, adjust, average"}, \
	{OPT_POSTSTRATA, "poststrata", "COLS=FILE", "let the weights add up to the populations in FILE"}, \
	{OPT_RAKE, "rake", "COLS=FILE", "the same for several margins, one after the other"}, \
	{OPT_CALIBRATE, "calibrate", "FILE", "let them fit the totals of columns in FILE, by regression"}, \
	{OPT_REPWEIGHTS, "repweights", "COLS", "columns of replicate weights: names, rw*, rw1-rw80"}, \
	{OPT_REP_TYPE, "rep-type", "TYPE", "how they were made: brr fay jk1 jkn bootstrap sdr other"}, \
	{OPT_RHO, "rho", "P", "the rho of Fay's method"}, \
	{OPT_SCALE, "scale", "N", "what the sum of their squares is multiplied by"}, \
	{OPT_RSCALES, "rscales", "LIST", "what the square of each is multiplied by"}, \
	{OPT_MSE, "mse", NULL, "squares are of the distance from the estimate, not the mean"}, \
	{OPT_COMBINED, "combined-weights", "yes|no", "replicates hold the weight (default) or factors"}, \
	{OPT_LEVEL, "level", "P", "the level of confidence intervals (default 0.95)"}, \
	{OPT_CI, "ci", "METHOD", "of proportions: mean (default) logit xlogit asin beta wilson"}, \
	{OPT_DF, "df", "N", "degrees of freedom; inf gives normal intervals"}, \
	{OPT_DEFF, "deff", "[replace]", "design effects; against samples drawn with replacement"}, \
	{OPT_QRULE, "qrule", "RULE", "quantiles: math (default), school, hf4 to hf9"}, \
	{OPT_INTERVAL, "interval", "HOW", "of quantiles: mean (default) xlogit asin beta quantile"}, \
	{OPT_GINI, "gini", "HOW", "the Gini coefficient: convey (default) or standard"}, \
	{OPT_VARIANT, "variant", "TEXT", "a column 'variant' that holds TEXT"}, \
	{OPT_MISSING, "missing", "COLS=CODES", "these values stand for a missing one: 98,99,900..999"}, \
	{OPT_CODEBOOK, "codebook", "FILE", "codes that stand for a missing value, and labels"}, \
	{OPT_LABELS, "labels", "LANG", "show the labels of the codebook in this language"}

#define SURVEY_DEFAULTS {.level = 0.95, .df = NAN}
#define DESIGN_DEFAULTS {.replicates = {.scale = NAN, .rho = NAN}}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void survey_option(struct request *r, const struct opts *o, int key, const char *value);

/* After the last option: it is a survey when errors are asked for, and can be told. */
void survey_check(struct request *r, const struct opts *o);

#endif
