#include "base/mem.h"
#include "base/near.h"
#include "stats/measure.h"

const struct stat_row STATS[STAT_COUNT] = {
	[STAT_N] = {"n",        "n",        false, false},
	[STAT_SHARE] = {"share",    "share",    false, false},
	[STAT_SUM] = {"sum",      "sum",      true,  true },
	[STAT_TOTAL] = {"total",    "total",    true,  true },
	[STAT_MEAN] = {"mean",     "mean",     true,  true },
	[STAT_VAR] = {"var",      "variance", true,  true },
	[STAT_SD] = {"sd",       "sd",       true,  true },
	[STAT_MIN] = {"min",      "min",      true,  true },
	[STAT_MAX] = {"max",      "max",      true,  true },
	[STAT_DISTINCT] = {"distinct", "distinct", true,  false},
	[STAT_FREQ] = {"freq",     "n",        true,  false},
};

static bool stat_of(struct str word, enum stat *stat, struct buf *why)
{
	struct str words[STAT_COUNT];
	for (int i = 0; i < STAT_COUNT; i++) {
		words[i] = str_of(STATS[i].word);
		*stat = (enum stat)i;
		if (str_eq(words[i], word))
			return true;
	}
	if (word.n == 0) {
		buf_puts(why, "a measure is missing in the list of measures");
		return false;
	}
	size_t near = near_find(word, words, STAT_COUNT);
	buf_fmt(why, "unknown measure '" STR_FMT "'", STR_ARG(word));
	if (near < STAT_COUNT)
		buf_fmt(why, " (did you mean '%s'?)", STATS[near].word);
	return false;
}

/* The text in round brackets at the front of *rest, without backquotes; false when it is not
 * closed. */
static bool take_column(struct str *rest, struct str *name)
{
	*name = str_trim(str_from(*rest, 1));
	bool quoted = str_starts(*name, STR("`"));
	if (quoted)
		*name = str_from(*name, 1);
	size_t end = str_index(*name, quoted ? '`' : ')');
	if (end == name->n)
		return false;
	*rest = str_from(*name, end + 1);
	*name = str_head(*name, end);
	if (!quoted)
		*name = str_trim(*name);
	else if (str_starts(*rest, STR(")")))
		*rest = str_from(*rest, 1);
	else
		return false;
	return name->n > 0;
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
	if (bracket && !take_column(rest, &m->variable)) {
		buf_fmt(why, "malformed measure '" STR_FMT "'", STR_ARG(whole));
		return false;
	}
	if (bracket != STATS[m->stat].takes_column) {
		buf_fmt(why,
			bracket ? "measure '%s' takes no column"
				: "measure '%s' needs a column in brackets",
			STATS[m->stat].word);
		return false;
	}
	*rest = str_trim(*rest);
	if (rest->n && rest->p[0] != ',') {
		buf_fmt(why, "malformed measure '" STR_FMT "'", STR_ARG(whole));
		return false;
	}
	return true;
}

static bool is_new(
	const struct measure *measures, size_t n, const struct measure *m, struct buf *why)
{
	for (size_t i = 0; i < n; i++)
		if (measures[i].stat == m->stat && str_eq(measures[i].variable, m->variable)) {
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
