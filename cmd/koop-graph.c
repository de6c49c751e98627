/* koop-graph: networks out of records. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/sourceopts.h"
#include "graph/task.h"
#include "output/draw.h"
#include "output/graphformat.h"

enum { OPT_TO = OPT_OWN, OPT_VIZ, OPT_GML_UTF8 };

/* clang-format off */
static const struct option_row OPTIONS[] = {
	OPTIONS_SOURCE,
	OPTIONS_KEEP,
	OPTIONS_TASK,
	{OPT_TO, "to", "WHAT", "with convert and draw: the format, such as gexf or svg; else the last DATE"},
	OPTIONS_DRAW,
	{OPT_VIZ, "viz", NULL, "with convert --to gexf: colours by --attr, sizes by degree"},
	{OPT_GML_UTF8, "gml-utf8", NULL, "with convert --to gml: UTF-8 in the place of entities"},
	OPTIONS_COMMUNITY,
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};

/* What a verb does, and what it takes. */
enum {
	TAKES_MEASURES = 1,
	TAKES_NODES = 2,
	TAKES_CUT = 4,
	TAKES_FORMAT = 8,
	TAKES_KEEP = 16,
	TAKES_TOP = 32,
	TAKES_ASKED = 64,
	TAKES_SPANS = 128,
	TAKES_SAMPLE = 256,
	TAKES_CHANCE = 512,
	TAKES_PARTITION = 1024,
	TAKES_METHOD = 2048,
	TAKES_LOOK = 4096,
	TAKES_FILE = 8192,
	TAKES_RELATION = 16384,
	TAKES_GRAPH = TAKES_NODES | TAKES_KEEP,
	TAKES_EDGES = TAKES_GRAPH | TAKES_CUT | TAKES_MEASURES | TAKES_TOP | TAKES_SPANS,
};
#define VERBS(VERB) \
	VERB(edges, TAKES_EDGES) \
	VERB(nodes, TAKES_GRAPH | TAKES_CUT | TAKES_MEASURES | TAKES_TOP | TAKES_SAMPLE) \
	VERB(stats, TAKES_GRAPH | TAKES_CUT | TAKES_MEASURES | TAKES_CHANCE | TAKES_PARTITION) \
	VERB(project, 0) \
	VERB(mixing, TAKES_GRAPH | TAKES_CUT | TAKES_CHANCE | TAKES_FORMAT | TAKES_LOOK) \
	VERB(backbone, TAKES_GRAPH | TAKES_CUT | TAKES_METHOD) \
	VERB(filter, TAKES_EDGES) \
	VERB(suggest, TAKES_GRAPH | TAKES_TOP | TAKES_ASKED) \
	VERB(convert, TAKES_GRAPH | TAKES_FORMAT | TAKES_SPANS | TAKES_FILE | TAKES_RELATION) \
	VERB(draw, TAKES_GRAPH | TAKES_FORMAT | TAKES_LOOK) \
	VERB(communities, TAKES_GRAPH | TAKES_CUT | TAKES_METHOD)
#define NAME(name, takes) #name,
#define ROW(name, takes) {run_##name, takes},
/* clang-format on */

static const char *const VERB_NAMES[] = {VERBS(NAME) NULL};

static const struct program PROGRAM = {
	.name = "koop-graph",
	.usage = "VERB [options] [FILE...]",
	.purpose =
		"Networks out of records: edges, projections, measures of nodes and of the whole",
	.options = OPTIONS,
	.verbs = VERB_NAMES,
	.example =
		"koop-graph nodes --by=activity --of=partners -m degree,betweenness activities.tsv",
};

static void run_convert(struct task *t)
{
	struct buf why = {0};
	size_t format = t->to ? opts_word(&t->opts, "to", t->to, GRAPH_FORMAT_NAMES) : 0;
	if (!t->source.nodes.keep)
		t->source.nodes.keep = "*";
	t->source.attributes = !t->source.of;
	t->source.multiplex = t->source.relation;
	if (t->source.multiplex && t->source.of && !t->source.two_mode)
		opts_misuse(&t->opts, "--relation does not go with convert of what is projected; "
				      "--two-mode keeps relations apart");
	task_read(t);
	const struct graph_extra extra = {.table = &t->net.table,
		.edges = t->source.attributes ? &t->net.edges : NULL,
		.spells = &t->net.spells,
		.multiplex = t->source.multiplex ? &t->net.multiplex : NULL,
		.groups = &t->net.groups,
		.viz = t->viz,
		.items = t->net.items,
		.utf8 = t->gml_utf8};
	if (!graph_format_write(&t->out, format, &t->net.graph, &extra, &why))
		diex("%s", buf_cstr(&why));
}

static void run_draw(struct task *t)
{
	struct buf why = {0};
	enum draw_format format = draw_format(&t->opts, t->to);
	if (!t->look->colour)
		t->look->colour = t->source.nodes.attr;
	t->source.nodes.keep = "*";
	task_read(t);
	if (!draw_network(&t->out, format, t->look, &t->net, &t->m, t->length, &why))
		diex("%s", buf_cstr(&why));
}

/* Groups by groups: records, or a picture where --to names one. */
static void run_mixing(struct task *t)
{
	struct buf why = {0};
	if (!t->to) {
		list_mixing(t);
		return;
	}
	enum draw_format format = draw_format(&t->opts, t->to);
	if (format == DRAW_HTML)
		opts_misuse(&t->opts, "mixing is drawn as svg or png");
	task_need_groups(t);
	if (t->source.when.unit || t->source.relation)
		opts_misuse(&t->opts,
			"a picture of mixing is of one network, without --slice and --relation");
	task_read(t);
	if (!draw_mixing(&t->out, format, t->look, &t->net, t->source.nodes.attr, &why))
		diex("%s", buf_cstr(&why));
}

static const struct verb {
	void (*run)(struct task *t);
	unsigned takes;
} TABLE[] = {VERBS(ROW)};

static void take_option(struct task *t, int key, const char *value)
{
	if (key == OPT_TO && (*value < '0' || *value > '9'))
		t->to = value;
	else if (key == OPT_TO)
		source_to(&t->source, &t->opts, value);
	t->viz = t->viz || key == OPT_VIZ;
	t->gml_utf8 = t->gml_utf8 || key == OPT_GML_UTF8;
	task_option(t, key, value);
	source_option(&t->source, &t->opts, key, value);
	keep_option(&t->source.keep, &t->opts, key, value);
	community_option(&t->m.search, &t->opts, key, value);
	drawing_option(t->look, &t->opts, key, value);
}

/* Which verb it is; what does not go together is misuse. */
static const struct verb *check_command(struct task *t)
{
	const struct opts *o = &t->opts;
	size_t number = opts_verb(o);
	const struct verb *verb = &TABLE[number];
	const struct {
		const char *name;
		bool given;
		unsigned takes;
	} options[] = {
		{"--measures",                  t->measures,               TAKES_MEASURES            },
		{"--nodes",                     t->source.nodes.file,      TAKES_NODES               },
		{"--slice",                     t->source.when.unit,       TAKES_CUT                 },
		{"--relation",                  t->source.relation,        TAKES_CUT | TAKES_RELATION},
		{"--two-mode",                  t->source.two_mode,        TAKES_NODES               },
		{"--sample",                    t->m.sample,               TAKES_SAMPLE              },
		{"--permutations",              t->m.permutations,         TAKES_CHANCE              },
		{"--communities",               t->partition,              TAKES_PARTITION           },
		{"--method",                    t->method,                 TAKES_METHOD              },
		{"--viz",                       t->viz,                    TAKES_FILE                },
		{"--gml-utf8",                  t->gml_utf8,               TAKES_FILE                },
		{"--top",                       t->top,                    TAKES_TOP                 },
		{"--for",                       t->asked,                  TAKES_ASKED               },
		{"--fields",                    t->fields,                 TAKES_ASKED               },
		{"a part (--giant and others)", keep_any(&t->source.keep), TAKES_KEEP                },
	};
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (options[i].given && !(verb->takes & options[i].takes))
			opts_misuse(
				o, "%s does not go with %s", options[i].name, VERB_NAMES[number]);
	if (t->look->given && !(verb->takes & TAKES_LOOK))
		opts_misuse(o, "--%s does not go with %s", t->look->given, VERB_NAMES[number]);
	if (t->to && !(verb->takes & TAKES_FORMAT))
		source_to(&t->source, o, t->to);
	t->source.when.spans = verb->takes & TAKES_SPANS;
	if (t->partition && t->source.nodes.attr != strrchr(t->partition, ':') + 1)
		opts_misuse(o, "--communities does not go with --nodes and --attr");
	source_check(&t->source, o);
	return verb;
}

int main(int argc, char **argv)
{
	struct drawing look = DRAWING_DEFAULTS;
	struct task t = {TASK_DEFAULTS, .look = &look};
	const char *value;
	int key;
	std_open();
	opts_init(&t.opts, &PROGRAM, argc, argv);
	while ((key = opts_next(&t.opts, &value)))
		take_option(&t, key, value);
	const struct verb *verb = check_command(&t);
	out_open(&t.out, t.opts.output);
	writer_init(&t.writer, &t.out);
	t.listing = (struct listing){.w = &t.writer, .bare = t.opts.bare};
	verb->run(&t);
	out_close(&t.out);
	task_release(&t);
	return diag_finish();
}
