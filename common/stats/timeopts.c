#include "stats/timeopts.h"

void time_option(struct request *r, const struct opts *o, int key, const char *value)
{
	static const char *const flows[] = {"spells", "bodies", NULL};
	struct period_rule *rule = &r->period;
	switch (key) {
	case OPT_DATE: r->date = value; break;
	case OPT_PER:
		r->per = true;
		rule->unit = (enum period_unit)opts_word(o, "per", value, PERIOD_UNITS);
		break;
	case OPT_IMPRECISE:
		r->imprecise = true;
		rule->imprecise = (enum imprecise)opts_word(o, "imprecise", value, IMPRECISE_WORDS);
		break;
	case OPT_AS_OF: r->as_of = value; break;
	case OPT_FLOW:
		r->flow = value ? FLOW_SPELLS + (enum flow_of)opts_word(o, "flow", value, flows)
		                : FLOW_ALL;
		break;
	case OPT_ID: r->id = value; break;
	case OPT_COMPARE: r->compared = value; break;
	default: break;
	}
}

static void check_both(const struct request *r, const struct opts *o)
{
	bool counts = r->nmeasures == 1 && r->measures[0].stat == STAT_N;
	if (!counts || r->cross)
		opts_misuse(o, "'--imprecise=both' goes with the measure 'n' alone, without "
			       "'--cross'");
	if (r->weight)
		opts_misuse(o, "'--imprecise=both' counts records, without weights");
}

static void check_spread(const struct request *r, const struct opts *o)
{
	if (r->weight || r->survey)
		opts_misuse(o, "'--imprecise=spread' weights records by the parts of their dates: "
			       "there can be no other weights");
}

/* A difference of estimates would have an error of its own, which is not known here. */
static void check_compare(struct request *r, const struct opts *o)
{
	if (!r->date || r->flow)
		opts_misuse(o, "'--compare' goes with '--date', without '--flow'");
	if (r->percent)
		opts_misuse(o, "'--compare' is of numbers, without '--percent'");
	if (!comparison_parse(str_of(r->compared), r->period.unit, &r->compare))
		opts_misuse(o,
			"'%s' for option '--compare' is no %s, nor 'previous' or "
			"'year-before'",
			r->compared, PERIOD_UNITS[r->period.unit]);
	if (r->period.imprecise == IMPRECISE_BOTH)
		opts_misuse(o, "'--compare' does not go with '--imprecise=both'");
	for (size_t i = 0; i < r->nmeasures; i++) {
		const struct stat_row *row = &STATS[r->measures[i].stat];
		if (r->survey || row->has_level || row->of_spells)
			opts_misuse(o, "'--compare' goes with measures of one number without an "
				       "error, such as 'n' and 'sum'");
	}
}

/* How long spells are, and until when they are watched. */
static void check_lengths(struct request *r, const struct opts *o)
{
	static const enum length_rule rules[] = {[IMPRECISE_CERTAIN] = LENGTH_SHORTEST,
		[IMPRECISE_POSSIBLE] = LENGTH_LONGEST,
		[IMPRECISE_FIRST] = LENGTH_FIRST};
	struct edtf day;
	if (r->cross || r->weight || r->survey)
		opts_misuse(o, "measures of length go without weights and '--cross'");
	if (r->period.imprecise > IMPRECISE_FLAG)
		opts_misuse(o, "lengths are 'certain', 'possible' or 'first', or of middle days");
	r->length_rule = LENGTH_MIDDLE;
	if (r->imprecise && r->period.imprecise < IMPRECISE_FLAG)
		r->length_rule = rules[r->period.imprecise];
	r->until = DAY_MIN;
	if (!r->as_of)
		return;
	if (!edtf_parse(str_of(r->as_of), &day) || day.last == DAY_MAX)
		opts_misuse(o, "'%s' for option '--as-of' is no date", r->as_of);
	r->until = day.last;
	r->as_of = NULL;
}

static void check_flow(const struct request *r, const struct opts *o)
{
	const char *other = r->date ? "date" : r->as_of ? "as-of" : r->cross ? "cross" : NULL;
	if (!other)
		other = r->weight ? "weight" : r->measured ? "measure" : NULL;
	if (sensitive_rules(&r->disclosure))
		opts_misuse(o, "'--flow' tells what it would hide by what there was before and is "
			       "after: of the options of disclosure '--round' goes with it");
	if (other)
		opts_misuse(
			o, "'--flow' has columns of its own: it does not go with '--%s'", other);
	if (r->period.imprecise == IMPRECISE_SPREAD)
		opts_misuse(o, "'--flow' counts whole spells: it does not go with "
			       "'--imprecise=spread'");
}

void time_check(struct request *r, const struct opts *o)
{
	for (size_t i = 0; i < r->nmeasures; i++)
		r->lengths |= STATS[r->measures[i].stat].of_spells;
	enum imprecise how = r->period.imprecise;
	bool both_ways = how <= IMPRECISE_POSSIBLE || how == IMPRECISE_BOTH;
	if (r->compared)
		check_compare(r, o);
	if (r->id && !r->flow && !r->lengths)
		opts_misuse(o, "'--id' goes with '--flow' and measures of length");
	if (r->flow) {
		check_flow(r, o);
		return;
	}
	if (r->per && !r->date)
		opts_misuse(o, "'--per' goes with '--date' or '--flow'");
	if (r->lengths) {
		check_lengths(r, o);
		return;
	}
	if (r->imprecise && !r->date && !r->as_of)
		opts_misuse(o, "'--imprecise' goes with '--date', '--as-of' or '--flow'");
	if (r->imprecise && !r->date && !both_ways)
		opts_misuse(o, "with '--as-of' alone a date is 'certain', 'possible' or 'both'");
	if (how == IMPRECISE_BOTH)
		check_both(r, o);
	if (how == IMPRECISE_SPREAD)
		check_spread(r, o);
}
