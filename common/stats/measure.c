#include "base/mem.h"
#include "base/near.h"
#include "stats/measure.h"

/* clang-format off */
const struct stat_row STATS[STATS_COUNT] = {
	[STAT_N] = {.word = "n", .output = "n"},
	[STAT_SHARE] = {.word = "share", .output = "share"},
	[STAT_SUM] = {.word = "sum", .output = "sum", .takes_column = true, .takes_numbers = true},
	[STAT_TOTAL] = {.word = "total", .output = "total", .takes_column = true,
		.takes_numbers = true, .estimated = true},
	[STAT_MEAN] = {.word = "mean", .output = "mean", .takes_column = true,
		.takes_numbers = true, .estimated = true},
	[STAT_VAR] = {.word = "var", .output = "variance", .takes_column = true,
		.takes_numbers = true, .estimated = true},
	[STAT_SD] = {.word = "sd", .output = "sd", .takes_column = true, .takes_numbers = true,
		.estimated = true},
	[STAT_MIN] = {.word = "min", .output = "min", .takes_column = true, .takes_numbers = true},
	[STAT_MAX] = {.word = "max", .output = "max", .takes_column = true, .takes_numbers = true},
	[STAT_DISTINCT] = {.word = "distinct", .output = "distinct", .takes_column = true},
	[STAT_HHI] = {.word = "hhi", .output = "hhi", .takes_column = true, .most = 1,
		.shares_out = true},
	[STAT_ENTROPY] = {.word = "entropy", .output = "entropy", .takes_column = true, .most = 1,
		.shares_out = true},
	[STAT_GINI_COUNTS] = {.word = "gini_counts", .output = "gini_counts",
		.takes_column = true, .most = 1, .shares_out = true},
	[STAT_OUTSIDE_CAPITAL] = {.word = "outside_capital", .output = "outside_capital",
		.takes_column = true, .most = 1},
	[STAT_FREQ] = {.counts_values = true, .word = "freq", .output = "n", .takes_column = true, .has_level = true},
	[STAT_PROP] = {.counts_values = true, .word = "prop", .output = "prop", .takes_column = true, .has_level = true,
		.estimated = true, .designed = true},
	[STAT_COUNT] = {.counts_values = true, .word = "count", .output = "count", .takes_column = true,
		.has_level = true, .estimated = true, .designed = true},
	[STAT_RECORDS] = {.word = "count", .output = "count"},
	[STAT_RATIO] = {.word = "ratio", .output = "ratio", .takes_column = true,
		.takes_numbers = true, .more = 1, .most = 1, .estimated = true, .designed = true},
	[STAT_MEDIAN] = {.word = "median", .output = "quantile", .takes_column = true,
		.takes_numbers = true, .has_level = true, .estimated = true, .designed = true},
	[STAT_QUANTILE] = {.word = "quantile", .output = "quantile", .takes_column = true,
		.takes_numbers = true, .more = 1, .most = MEASURE_ARGS, .estimated = true,
		.designed = true, .has_level = true},
	[STAT_PROPCI] = {.counts_values = true, .word = "propci", .output = "prop_ci", .takes_column = true, .more = 1,
		.most = 6, .estimated = true, .designed = true, .has_level = true},
	[STAT_XTAB] = {.counts_values = true, .word = "xtab", .output = "xtab", .takes_column = true, .more = 1,
		.most = 1, .estimated = true, .designed = true},
	[STAT_CHISQ] = {.word = "chisq", .output = "chisq", .takes_column = true, .more = 1,
		.most = 1, .estimated = true, .designed = true},
	[STAT_TTEST] = {.word = "ttest", .output = "ttest", .takes_column = true,
		.takes_numbers = true, .more = 0, .most = 1, .estimated = true, .designed = true},
	[STAT_ASSOC] = {.word = "assoc", .output = "assoc", .takes_column = true, .more = 1,
		.most = 1, .estimated = true, .designed = true},
	[STAT_MR] = {.counts_values = true, .word = "mr", .output = "mr_count", .takes_column = true, .estimated = true,
		.designed = true, .has_level = true},
	[STAT_SURVIVAL] = {.word = "survival", .output = "survival", .takes_column = true,
		.more = 1, .most = MEASURE_ARGS, .has_level = true, .of_spells = true},
	[STAT_RETENTION] = {.word = "retention", .output = "retention", .takes_column = true,
		.more = 1, .most = MEASURE_ARGS, .has_level = true, .of_spells = true},
	[STAT_MEDIAN_LENGTH] = {.word = "median_length", .output = "median_length",
		.takes_column = true, .more = 1, .most = 1, .of_spells = true},
	[STAT_MEAN_LENGTH] = {.word = "mean_length", .output = "mean_length",
		.takes_column = true, .more = 1, .most = 1, .has_level = true, .of_spells = true},
	[STAT_GINI] = {.word = "gini", .output = "gini", .takes_column = true,
		.takes_numbers = true, .estimated = true, .designed = true},
};
/* clang-format on */

static bool stat_of(struct str word, enum stat *stat, struct buf *why)
{
	struct str words[STATS_COUNT];
	for (int i = 0; i < STATS_COUNT; i++) {
		words[i] = str_of(STATS[i].word);
		*stat = (enum stat)i;
		if (str_eq(words[i], word))
			return true;
	}
	if (word.n == 0) {
		buf_puts(why, "a measure is missing in the list of measures");
		return false;
	}
	buf_fmt(why, "unknown measure '" STR_FMT "'", STR_ARG(word));
	near_suggest(word, words, STATS_COUNT, why);
	return false;
}

/* One argument off the front of *rest, without blanks and backquotes, and what stands behind it. */
static bool take_argument(struct str *rest, struct str *argument, char *behind)
{
	*argument = str_trim(*rest);
	bool quoted = str_starts(*argument, STR("`"));
	if (quoted)
		*argument = str_from(*argument, 1);
	size_t end = 0;
	while (end < argument->n && (quoted ? argument->p[end] != '`'
					    : argument->p[end] != ',' && argument->p[end] != ')'))
		end++;
	*rest = str_from(*argument, end);
	*argument = str_head(*argument, end);
	if (!quoted)
		*argument = str_trim(*argument);
	else if (rest->n)
		*rest = str_trim(str_from(*rest, 1));
	if (rest->n == 0 || argument->n == 0)
		return false;
	*behind = rest->p[0];
	*rest = str_from(*rest, 1);
	return *behind == ',' || *behind == ')';
}

/* What stands in round brackets at the front of *rest; false when they are not closed. */
static bool take_arguments(struct str *rest, struct measure *m)
{
	char behind;
	*rest = str_from(*rest, 1);
	if (!take_argument(rest, &m->variable, &behind))
		return false;
	while (behind == ',')
		if (m->nargs == MEASURE_ARGS || !take_argument(rest, &m->args[m->nargs++], &behind))
			return false;
	return true;
}

static bool arguments_fit(const struct measure *m, bool bracket, struct buf *why)
{
	const struct stat_row *row = &STATS[m->stat];
	if (!bracket && row->of_spells)
		return true;
	if (bracket != row->takes_column)
		buf_fmt(why,
			bracket ? "measure '%s' takes no column"
				: "measure '%s' needs a column in brackets",
			row->word);
	else if (m->nargs < row->more)
		buf_fmt(why, "measure '%s' needs more in brackets", row->word);
	else if (m->nargs > row->most)
		buf_fmt(why, "too much in the brackets of measure '%s'", row->word);
	return why->n == 0;
}

/* Takes one measure off the front of *rest, and the comma behind it. */
static bool take_measure(struct str *rest, struct measure *m, struct buf *why)
{
	struct str whole = *rest;
	size_t end = 0;
	while (end < rest->n && rest->p[end] != ',' && rest->p[end] != '(')
		end++;
	*m = (struct measure){0};
	struct str word = str_trim(str_head(*rest, end));
	*rest = str_from(*rest, end);
	if (!stat_of(word, &m->stat, why))
		return false;
	bool bracket = str_starts(*rest, STR("("));
	if (m->stat == STAT_COUNT && !bracket)
		m->stat = STAT_RECORDS;
	if (bracket && !take_arguments(rest, m)) {
		buf_fmt(why, "malformed measure '" STR_FMT "'", STR_ARG(whole));
		return false;
	}
	if (!arguments_fit(m, bracket, why))
		return false;
	*rest = str_trim(*rest);
	if (rest->n && rest->p[0] != ',') {
		buf_fmt(why, "malformed measure '" STR_FMT "'", STR_ARG(whole));
		return false;
	}
	return true;
}

static bool same_measure(const struct measure *a, const struct measure *b)
{
	if (a->stat != b->stat || !str_eq(a->variable, b->variable) || a->nargs != b->nargs)
		return false;
	for (size_t i = 0; i < a->nargs; i++)
		if (!str_eq(a->args[i], b->args[i]))
			return false;
	return true;
}

static bool is_new(
	const struct measure *measures, size_t n, const struct measure *m, struct buf *why)
{
	for (size_t i = 0; i < n; i++)
		if (same_measure(&measures[i], m)) {
			buf_fmt(why, "measure '%s' is given twice", STATS[m->stat].word);
			return false;
		}
	return true;
}

bool measures_parse(
	struct str list, struct measure **measures, size_t *n, size_t *cap, struct buf *why)
{
	for (struct str rest = list;;) {
		struct measure m;
		if (!take_measure(&rest, &m, why) || !is_new(*measures, *n, &m, why))
			return false;
		*measures = mem_grow(*measures, *n, cap, sizeof **measures);
		(*measures)[(*n)++] = m;
		if (rest.n == 0)
			return true;
		rest = str_from(rest, 1);
	}
}
