#include <limits.h>

#include "record/number.h"
#include "stats/discloseopts.h"

static double percent_of(const struct opts *o, const char *name, struct str text, double most)
{
	double number;
	if (!number_parse(str_trim(text), &number) || number <= 0 || number > most)
		opts_misuse(o, "'" STR_FMT "' for option '--%s' is no percentage above 0",
			STR_ARG(text), name);
	return number;
}

static void take_dominance(struct disclosure *d, const struct opts *o, const char *value)
{
	struct str rest = str_of(value), count;
	double number;
	if (!str_split(&rest, ',', &count) || !rest.p || !number_parse(str_trim(count), &number) ||
		number != (int)number || number < 1 || number > SENSITIVE_LARGEST_MAX)
		opts_misuse(o,
			"'%s' for option '--dominance' is no number of records from 1 to %d, comma "
			"and percentage",
			value, SENSITIVE_LARGEST_MAX);
	d->dominant = (uint64_t)number;
	d->dominance = percent_of(o, "dominance", rest, 100);
}

void disclose_option(struct request *r, const struct opts *o, int key, const char *value)
{
	struct disclosure *d = &r->disclosure;
	switch (key) {
	case OPT_SUPPRESS:
		d->suppress = (uint64_t)opts_number(o, "suppress", value, 1, INT_MAX);
		break;
	case OPT_DOMINANCE: take_dominance(d, o, value); break;
	case OPT_PPERCENT: d->ppercent = percent_of(o, "ppercent", str_of(value), 1e9); break;
	case OPT_ROUND:
		r->rounding.to = (uint64_t)opts_number(o, "round", value, 1, INT_MAX);
		break;
	case OPT_ROUND_SEED: r->rounding.seed = value; break;
	case OPT_COMPLEMENTARY: d->complementary = true; break;
	case OPT_AUDIT: d->audit = true; break;
	case OPT_FLAG_ONLY: d->flag_only = true; break;
	default: break;
	}
}

/* A mean, say, would give the exact numbers back. */
static bool can_be_rounded(enum stat stat)
{
	return stat == STAT_N || stat == STAT_RECORDS || stat == STAT_SHARE || stat == STAT_SUM ||
	       stat == STAT_TOTAL || stat == STAT_DISTINCT || stat == STAT_FREQ;
}

static void check_round(const struct request *r, const struct opts *o)
{
	if (r->survey || r->weight)
		opts_misuse(o, "'--round' is for counts and sums, not for what is weighted");
	for (size_t i = 0; i < r->nmeasures; i++)
		if (!can_be_rounded(r->measures[i].stat))
			opts_misuse(o, "measure '%s' would tell what '--round' hides",
				STATS[r->measures[i].stat].word);
}

void disclose_check(struct request *r, const struct opts *o)
{
	const struct disclosure *d = &r->disclosure;
	if ((d->complementary || d->audit || d->flag_only) && !sensitive_rules(d))
		opts_misuse(o, "'--%s' goes with '--suppress', '--dominance' or '--ppercent'",
			d->complementary ? "complementary"
			: d->audit       ? "audit"
					 : "flag-only");
	if ((sensitive_rules(d) || r->rounding.to) && r->period.imprecise >= IMPRECISE_SPREAD)
		opts_misuse(o, "'--imprecise=%s' cannot go with the options of disclosure",
			IMPRECISE_WORDS[r->period.imprecise]);
	for (size_t i = 0; i < r->nmeasures; i++)
		if ((sensitive_rules(d) || r->rounding.to) && r->cross &&
			r->measures[i].stat == STAT_FREQ)
			opts_misuse(o, "'freq' cannot be spread by '--cross' with the options of "
				       "disclosure");
	if (r->rounding.seed && !r->rounding.to)
		opts_misuse(o, "'--round-seed' goes with '--round', the base");
	if (r->rounding.to)
		check_round(r, o);
}
