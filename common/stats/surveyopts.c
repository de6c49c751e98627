#include <math.h>

#include "record/number.h"
#include "stats/surveyopts.h"

static double fraction_of(const struct opts *o, const char *name, const char *value)
{
	double number;
	if (!number_parse(str_of(value), &number) || number <= 0 || number >= 1)
		opts_misuse(o, "'%s' for option '--%s' is no number between 0 and 1", value, name);
	return number;
}

static double df_of(const struct opts *o, const char *value)
{
	double number;
	if (str_eq_ascii_case(str_of(value), STR("inf")))
		return INFINITY;
	if (!number_parse(str_of(value), &number) || number <= 0)
		opts_misuse(o, "'%s' for option '--df' is no number above 0, and not 'inf'", value);
	return number;
}

/* A number from 0 on. */
static double factor_of(const struct opts *o, const char *name, const char *value)
{
	double number;
	if (!number_parse(str_of(value), &number) || number < 0)
		opts_misuse(o, "'%s' for option '--%s' is no number from 0 on", value, name);
	return number;
}

static enum deff deff_of(const struct opts *o, const char *value)
{
	static const char *const words[] = {"replace", NULL};
	return value ? DEFF_REPLACE + (enum deff)opts_word(o, "deff", value, words) : DEFF_WITHOUT;
}

static void replicates_option(
	struct replicates_request *r, const struct opts *o, int key, const char *value)
{
	static const char *const yes_no[] = {"yes", "no", NULL};
	switch (key) {
	case OPT_REPWEIGHTS: r->columns = value; break;
	case OPT_REP_TYPE:
		r->type = (enum rep_type)opts_word(o, "rep-type", value, REP_WORDS);
		r->typed = true;
		break;
	case OPT_RHO: r->rho = fraction_of(o, "rho", value); break;
	case OPT_SCALE: r->scale = factor_of(o, "scale", value); break;
	case OPT_RSCALES: r->rscales = value; break;
	case OPT_MSE: r->mse = true; break;
	case OPT_COMBINED: r->factors = opts_word(o, "combined-weights", value, yes_no) == 1; break;
	default: break;
	}
}

static void codebook_option(
	struct codebook_request *r, const struct opts *o, int key, const char *value)
{
	if (key == OPT_CODEBOOK)
		r->file = value;
	else if (key == OPT_LABELS)
		r->lang = value;
	else if (r->nmissing == MISSING_MAX)
		opts_misuse(o, "more than %d times '--missing'", MISSING_MAX);
	else
		r->missing[r->nmissing++] = value;
}

void survey_option(struct request *r, const struct opts *o, int key, const char *value)
{
	static const char *const gini_words[] = {"convey", "standard", NULL};
	r->designed |= key >= OPT_STRATA && key < OPT_VARIANT && key != OPT_LEVEL;
	r->levelled |= key == OPT_LEVEL;
	switch (key) {
	case OPT_STRATA: r->design.strata = value; break;
	case OPT_PSU: r->design.psu = value; break;
	case OPT_FPC: r->design.fpc = value; break;
	case OPT_NEST: r->design.nest = true; break;
	case OPT_LONELY:
		r->design.lonely = (enum lonely)opts_word(o, "lonely", value, LONELY_WORDS);
		break;
	case OPT_POSTSTRATA: r->design.poststrata = value; break;
	case OPT_CALIBRATE: r->design.calibrate = value; break;
	case OPT_RAKE:
		if (r->design.nrakes == MARGINS_MAX)
			opts_misuse(o, "more than %d times '--rake'", MARGINS_MAX);
		r->design.rakes[r->design.nrakes++] = value;
		break;
	case OPT_LEVEL: r->options.level = fraction_of(o, "level", value); break;
	case OPT_CI: r->options.ci = (enum part_limits)opts_word(o, "ci", value, PART_WORDS); break;
	case OPT_DF: r->options.df = df_of(o, value); break;
	case OPT_DEFF: r->options.deff = deff_of(o, value); break;
	case OPT_QRULE:
		r->options.qrule = (enum qrule)opts_word(o, "qrule", value, QRULE_WORDS);
		break;
	case OPT_INTERVAL:
		r->options.woodruff =
			(enum woodruff)opts_word(o, "interval", value, WOODRUFF_WORDS);
		break;
	case OPT_GINI:
		r->options.standard_gini = opts_word(o, "gini", value, gini_words) == 1;
		break;
	case OPT_VARIANT: r->variant = value; break;
	case OPT_MISSING:
	case OPT_CODEBOOK:
	case OPT_LABELS: codebook_option(&r->codebook, o, key, value); break;
	default: replicates_option(&r->design.replicates, o, key, value); break;
	}
}

/* Replicate weights are the whole design, and need to be told how they were made. */
static void check_replicates(const struct request *r, const struct opts *o)
{
	const struct design_request *d = &r->design;
	const struct replicates_request *q = &d->replicates;
	bool given = q->typed || !isnan(q->rho) || !isnan(q->scale) || q->rscales || q->mse ||
	             q->factors;
	if (!q->columns && given)
		opts_misuse(o, "'--rep-type', '--rho', '--scale', '--rscales', '--mse' and "
			       "'--combined-weights' go with '--repweights'");
	if (!q->columns && r->options.woodruff == WOODRUFF_NONE)
		opts_misuse(o, "'--interval=quantile' goes with '--repweights'");
	if (!q->columns)
		return;
	if (!q->typed)
		opts_misuse(o, "'--repweights' needs '--rep-type': how the weights were made");
	if (!r->weight)
		opts_misuse(o, "'--repweights' needs '--weight', the weights of the sample itself");
	if (d->strata || d->psu || d->fpc || d->nest || d->lonely)
		opts_misuse(o, "replicate weights hold all of the design: strata, PSUs and "
			       "population sizes do not go with '--repweights'");
	if ((q->type == REP_FAY) != !isnan(q->rho))
		opts_misuse(o, "'--rho' goes with '--rep-type=fay', which needs it");
	if (q->type == REP_JKN && !q->rscales)
		opts_misuse(o, "'--rep-type=jkn' needs '--rscales'");
	if (q->type == REP_OTHER && isnan(q->scale) && !q->rscales)
		opts_misuse(o, "'--rep-type=other' needs '--scale' or '--rscales'");
}

static void check_calibration(const struct design_request *d, const struct opts *o)
{
	if ((d->poststrata != NULL) + (d->nrakes > 0) + (d->calibrate != NULL) > 1)
		opts_misuse(o, "'--poststrata', '--rake' and '--calibrate' do not go together");
	if (d->calibrate && !d->replicates.columns && (!d->psu || !d->weight))
		opts_misuse(o, "'--calibrate' needs '--weight', and '--psu', which may be a column "
			       "that tells all records apart");
}

/* Without a variance to be estimated one PSU in a stratum is no fault. */
static bool needs_variance(const struct request *r)
{
	for (size_t i = 0; i < r->nmeasures; i++)
		if (STATS[r->measures[i].stat].estimated && r->measures[i].stat != STAT_ASSOC)
			return true;
	return false;
}

void survey_check(struct request *r, const struct opts *o)
{
	bool estimated = false, designed = false, records = false, lengths = false;
	check_replicates(r, o);
	if (r->codebook.lang && !r->codebook.file)
		opts_misuse(o, "'--labels' goes with '--codebook', which has them");
	if (r->design.lonely == LONELY_FAIL && !needs_variance(r))
		r->design.lonely = LONELY_REMOVE;
	check_calibration(&r->design, o);
	for (size_t i = 0; i < r->nmeasures; i++) {
		estimated |= STATS[r->measures[i].stat].estimated;
		designed |= STATS[r->measures[i].stat].designed;
		lengths |= STATS[r->measures[i].stat].of_spells;
		records |= r->measures[i].stat == STAT_RECORDS;
	}
	r->designed |= r->levelled && !lengths;
	if (records && (r->designed || r->weight))
		opts_misuse(o, "measure 'count' needs a column in brackets in a sample");
	if (designed && r->cross)
		opts_misuse(o, "estimates of values cannot be spread by '--cross'");
	r->survey = estimated && !r->cross && (designed || r->designed || r->weight);
	if (r->designed && !r->survey)
		opts_misuse(o, "options of the design go with estimates such as 'mean', "
			       "without '--cross'");
}
