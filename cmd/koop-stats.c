#include <limits.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/opts.h"
#include "base/out.h"
#include "record/writer.h"
#include "stats/counting.h"
#include "stats/crosstab.h"
#include "stats/discloseopts.h"
#include "stats/flow.h"
#include "stats/scaleopts.h"
#include "stats/surveyopts.h"
#include "stats/timeopts.h"

enum {
	OPT_LIST = OPT_OWN,
	OPT_TOTAL,
	OPT_PERCENT,
	OPT_ZERO,
	OPT_EXPECT,
	OPT_WHERE,
};

static const struct option_row options[] = {
	{'b',         "by",      "LIST", "group by these columns; again for a further grouping"   },
	{'m',         "measure", "LIST", "compute these: n share sum(x) mean(x) sd(x) freq(x) ..."},
	{'x',         "cross",   "COL",  "spread the values of COL over columns"                  },
	{'w',         "weight",  "COL",  "weight records by COL"                                  },
	{OPT_LIST,    "list",    "LIST", "these columns hold lists too"                           },
	{OPT_TOTAL,   "total",   NULL,   "add margins: a row and a column of totals"              },
	{OPT_PERCENT, "percent", "BASE", "with -x, percentages of the row, the col, or all"       },
	{OPT_ZERO,    "zero",    NULL,   "show combinations that do not occur"                    },
	{OPT_WHERE,   "where",   "EXPR", "count only records for which EXPR holds"                },
	{OPT_EXPECT,  "expect",  "N",    "status 1 when the records counted are not N"            },
	OPTIONS_TIME,
	OPTIONS_SURVEY,
	OPTIONS_DISCLOSE,
	OPTIONS_SCALE,
	OPTIONS_COMMON,
	OPTIONS_STREAM,
	{0,           NULL,      NULL,   NULL						     },
};

static const struct program program = {
	.name = "koop-stats",
	.usage = "[options] [FILE...]",
	.purpose = "Counts, shares and sums of records, by group",
	.options = options,
	.example = "koop-stats -b country -x kind --total members.tsv",
};

static const char *const PERCENT_WORDS[] = {"row", "col", "all", NULL};

struct settings {
	struct opts opts;
	struct request request;
	size_t cap_groupings, cap_lists, cap_measures;
	long expect; /* -1: nothing is expected */
	const char *where;
	struct scale scale;
};

static void add_measures(struct settings *s, const char *list)
{
	struct request *r = &s->request;
	struct buf why = {0};
	if (!measures_parse(str_of(list), &r->measures, &r->nmeasures, &s->cap_measures, &why))
		opts_misuse(&s->opts, "%s", buf_cstr(&why));
	buf_release(&why);
}

static void add_text(const char ***texts, size_t *n, size_t *cap, const char *text)
{
	*texts = mem_grow(*texts, *n, cap, sizeof(char *));
	(*texts)[(*n)++] = text;
}

static void take_option(struct settings *s, int key, const char *value)
{
	struct request *r = &s->request;
	const struct opts *o = &s->opts;
	switch (key) {
	case 'b': add_text(&r->groupings, &r->ngroupings, &s->cap_groupings, value); break;
	case 'm': add_measures(s, value); break;
	case 'x': r->cross = value; break;
	case 'w': r->weight = r->design.weight = value; break;
	case OPT_LIST: add_text(&r->lists, &r->nlists, &s->cap_lists, value); break;
	case OPT_TOTAL: r->total = true; break;
	case OPT_PERCENT:
		r->percent = 1 + (enum percent)opts_word(o, "percent", value, PERCENT_WORDS);
		break;
	case OPT_ZERO: r->zero = true; break;
	case OPT_WHERE: s->where = value; break;
	case OPT_EXPECT: s->expect = opts_number(o, "expect", value, 0, LONG_MAX); break;
	default:
		time_option(r, o, key, value);
		survey_option(r, o, key, value);
		disclose_option(r, o, key, value);
		break;
	}
}

static void check_measures(const struct settings *s)
{
	const struct request *r = &s->request;
	if (r->percent && !r->cross)
		opts_misuse(&s->opts,
			"'--percent' goes with '--cross'; without it there is the measure 'share'");
	if (r->percent && (r->nmeasures > 1 || r->measures[0].stat != STAT_N))
		opts_misuse(&s->opts, "'--percent' goes with the measure 'n' alone");
}

static void read_options(struct settings *s, int argc, char **argv)
{
	const char *value;
	int key;
	opts_init(&s->opts, &program, argc, argv);
	while ((key = opts_next(&s->opts, &value))) {
		scale_option(&s->scale, &s->opts, key, value);
		take_option(s, key, value);
	}
	bool counts = s->request.cross || s->request.period.imprecise == IMPRECISE_BOTH;
	s->request.measured = s->request.nmeasures > 0;
	if (s->request.nmeasures == 0)
		add_measures(s, counts ? "n" : "n,share");
	check_measures(s);
	survey_check(&s->request, &s->opts);
	time_check(&s->request, &s->opts);
	disclose_check(&s->request, &s->opts);
	scale_check(&s->scale);
}

static void process(struct settings *s, struct out *out)
{
	const struct count_request request = {&s->opts, &s->request, s->where, &s->scale};
	struct count count;
	struct writer writer;
	count_need(&count, &request);
	writer_init(&writer, out);
	if (s->scale.partial)
		count_write(&count, &request, out);
	else if (s->request.flow)
		flow_write(count.table, &writer, s->opts.bare);
	else
		crosstab_write(count.table, &writer, s->opts.bare);
	size_t counted = (size_t)count.table->records;
	if (s->expect >= 0 && counted != (size_t)s->expect)
		warn_at(NULL, "%zu records counted where %ld were expected", counted, s->expect);
	diag_note(
		"%zu records read, %zu counted, %zu refused", count.lines, counted, count.refused);
	writer_release(&writer);
	count_release(&count);
}

int main(int argc, char **argv)
{
	struct settings s = {
		.expect = -1,
		.request = {.options = SURVEY_DEFAULTS, .design = DESIGN_DEFAULTS},
		.scale = SCALE_DEFAULTS
        };
	struct out out;
	std_open();
	read_options(&s, argc, argv);
	out_open(&out, s.opts.output);
	process(&s, &out);
	out_close(&out);
	free(s.request.groupings);
	free(s.request.lists);
	free(s.request.measures);
	scale_release(&s.scale);
	opts_release(&s.opts);
	return diag_finish();
}
