#include "graph/sourceopts.h"

static const char *const IDS[] = {"id", "name_key", NULL};
static const char *const UNITS[] = {"year", "quarter", "month", NULL};

static void take_time(struct network_source *source, const struct opts *o, const char *name,
	const char *value, bool (*narrow)(struct when *when, const char *date))
{
	if (!narrow(&source->when, value))
		opts_misuse(o, "--%s '%s' is not a date, or leaves no time", name, value);
}

void source_to(struct network_source *source, const struct opts *o, const char *value)
{
	take_time(source, o, "to", value, when_to);
}

static void time_option(
	struct network_source *source, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_DATE: source->when.date = value; break;
	case OPT_DATE_END: source->when.date_end = value; break;
	case OPT_AS_OF: take_time(source, o, "as-of", value, when_as_of); break;
	case OPT_FROM: take_time(source, o, "from", value, when_from); break;
	case OPT_CUMULATIVE: source->when.cumulative = true; break;
	case OPT_SLICE:
		source->when.unit =
			(enum slice_unit)(SLICE_YEAR + opts_word(o, "slice", value, UNITS));
		break;
	default: break;
	}
}

void source_option(struct network_source *source, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_SOURCE: source->edges.source = value; break;
	case OPT_TARGET: source->edges.target = value; break;
	case OPT_WEIGHT: source->edges.weight = value; break;
	case OPT_UNWEIGHTED: source->edges.unweighted = true; break;
	case OPT_DIRECTED: source->directed = true; break;
	case OPT_UNDIRECTED: source->directed = false; break;
	case OPT_BY: source->by = value; break;
	case OPT_OF: source->of = value; break;
	case OPT_MAX_PARTNERS:
		source->max_partners = (size_t)opts_number(o, "max-partners", value, 1, 10000000);
		break;
	case OPT_TWO_MODE: source->two_mode = true; break;
	case OPT_RELATION: source->relation = value ? value : "relation"; break;
	case OPT_ALIASES: source->aliases = value; break;
	case OPT_IDS: source->by_name = opts_word(o, "ids", value, IDS) == 1; break;
	case OPT_NODES: source->nodes.file = value; break;
	case OPT_ID: source->nodes.id = value; break;
	case OPT_KEEP: source->nodes.keep = value; break;
	case OPT_ATTR: source->nodes.attr = value; break;
	default: time_option(source, o, key, value); break;
	}
}

static void check_time(const struct when *when, const struct opts *o)
{
	bool dated = when->windowed || when->unit || when->spans;
	if ((when->date || when->date_end) && !dated)
		opts_misuse(o, "--date and --date-end need --as-of, --from, --to or --slice");
	if (when->cumulative && !when->unit)
		opts_misuse(o, "--cumulative needs --slice");
}

void source_check(const struct network_source *source, const struct opts *o)
{
	if (source->by && !source->of)
		opts_misuse(o, "--by needs --of, the columns that say who took part");
	if (source->two_mode && !source->of)
		opts_misuse(o, "--two-mode needs --of, the columns that say who took part");
	if (source->of && (source->edges.source || source->edges.target))
		opts_misuse(o, "--of does not go with --source and --target");
	if (source->of && source->directed)
		opts_misuse(o, "what is made with --of has no direction");
	if (!source->nodes.file && (source->nodes.id || source->nodes.keep || source->nodes.attr))
		opts_misuse(o, "--id, --keep and --attr need --nodes");
	check_time(&source->when, o);
}
