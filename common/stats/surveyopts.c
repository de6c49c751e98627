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

static enum deff deff_of(const struct opts *o, const char *value)
{
	static const char *const words[] = {"replace", NULL};
	return value ? DEFF_REPLACE + (enum deff)opts_word(o, "deff", value, words) : DEFF_WITHOUT;
}

void survey_option(struct request *r, const struct opts *o, int key, const char *value)
{
	static const char *const gini_words[] = {"convey", "standard", NULL};
	r->designed |= key >= OPT_STRATA && key < OPT_VARIANT;
	switch (key) {
	case OPT_STRATA: r->design.strata = value; break;
	case OPT_PSU: r->design.psu = value; break;
	case OPT_FPC: r->design.fpc = value; break;
	case OPT_NEST: r->design.nest = true; break;
	case OPT_LONELY:
		r->design.lonely = (enum lonely)opts_word(o, "lonely", value, LONELY_WORDS);
		break;
	case OPT_POSTSTRATA: r->design.poststrata = value; break;
	case OPT_LEVEL: r->options.level = fraction_of(o, "level", value); break;
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
	default: break;
	}
}

void survey_check(struct request *r, const struct opts *o)
{
	bool estimated = false, designed = false, records = false;
	for (size_t i = 0; i < r->nmeasures; i++) {
		estimated |= STATS[r->measures[i].stat].estimated;
		designed |= STATS[r->measures[i].stat].designed;
		records |= r->measures[i].stat == STAT_RECORDS;
	}
	if (records && (r->designed || r->weight))
		opts_misuse(o, "measure 'count' needs a column in brackets in a sample");
	if (designed && r->cross)
		opts_misuse(o, "estimates of values cannot be spread by '--cross'");
	r->survey = estimated && !r->cross && (designed || r->designed || r->weight);
	if (r->designed && !r->survey)
		opts_misuse(o, "options of the design go with estimates such as 'mean', "
			       "without '--cross'");
}
