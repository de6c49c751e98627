/* koop-graph: networks out of records. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/sourceopts.h"
#include "graph/task.h"
#include "output/graphformat.h"

enum { OPT_TO = OPT_OWN };

/* clang-format off */
static const struct option_row OPTIONS[] = {
	OPTIONS_SOURCE,
	OPTIONS_KEEP,
	OPTIONS_TASK,
	{OPT_TO, "to", "WHAT", "with convert: the format, such as dot, gexf or json; else the last DATE"},
	OPTIONS_COMMUNITY,
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};

/* What a verb does, and what it takes. */
enum { TAKES_MEASURES = 1, TAKES_NODES = 2, TAKES_SLICE = 4, TAKES_FORMAT = 8, TAKES_ALL = 16,
	TAKES_TOP = 32, TAKES_ASKED = 64 };
#define VERBS(VERB) \
	VERB(edges, TAKES_MEASURES | TAKES_NODES | TAKES_TOP) \
	VERB(nodes, TAKES_MEASURES | TAKES_NODES | TAKES_TOP) \
	VERB(stats, TAKES_MEASURES | TAKES_NODES | TAKES_SLICE) \
	VERB(project, TAKES_ALL) \
	VERB(mixing, TAKES_NODES) \
	VERB(backbone, TAKES_NODES) \
	VERB(filter, TAKES_MEASURES | TAKES_NODES | TAKES_TOP) \
	VERB(suggest, TAKES_NODES | TAKES_TOP | TAKES_ASKED) \
	VERB(convert, TAKES_NODES | TAKES_FORMAT) \
	VERB(communities, TAKES_NODES)
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
	task_read(t);
	if (!graph_format_write(&t->out, format, &t->net.graph, &t->net.table,
		    t->source.attributes ? &t->net.edges : NULL, &why))
		diex("%s", buf_cstr(&why));
}

static const struct verb {
	void (*run)(struct task *t);
	unsigned takes;
} TABLE[] = {VERBS(ROW)};

static void take_option(struct task *t, int key, const char *value)
{
	if (key == OPT_TO)
		t->to = value;
	task_option(t, key, value);
	source_option(&t->source, &t->opts, key, value);
	keep_option(&t->source.keep, &t->opts, key, value);
	community_option(&t->m.search, &t->opts, key, value);
}

/* Which verb it is; what does not go together is misuse. */
static const struct verb *check_command(struct task *t)
{
	const struct opts *o = &t->opts;
	size_t number = opts_verb(o);
	const struct verb *verb = &TABLE[number];
	if (t->measures && !(verb->takes & TAKES_MEASURES))
		opts_misuse(o, "--measures does not go with %s", VERB_NAMES[number]);
	if (t->source.nodes.file && !(verb->takes & TAKES_NODES))
		opts_misuse(o, "--nodes does not go with %s", VERB_NAMES[number]);
	if (t->source.when.unit && !(verb->takes & TAKES_SLICE))
		opts_misuse(o, "--slice does not go with %s", VERB_NAMES[number]);
	if (t->top && !(verb->takes & TAKES_TOP))
		opts_misuse(o, "--top does not go with %s", VERB_NAMES[number]);
	if ((t->asked || t->fields) && !(verb->takes & TAKES_ASKED))
		opts_misuse(o, "--for and --fields do not go with %s", VERB_NAMES[number]);
	if (keep_any(&t->source.keep) && verb->takes & TAKES_ALL)
		opts_misuse(o, "%s keeps all; give what it writes to koop-graph filter",
			VERB_NAMES[number]);
	if (t->to && !(verb->takes & TAKES_FORMAT))
		source_to(&t->source, o, t->to);
	source_check(&t->source, o);
	return verb;
}

int main(int argc, char **argv)
{
	struct task t = {TASK_DEFAULTS};
	const char *value;
	int key;
	std_open();
	opts_init(&t.opts, &PROGRAM, argc, argv);
	while ((key = opts_next(&t.opts, &value)))
		take_option(&t, key, value);
	const struct verb *verb = check_command(&t);
	out_open(&t.out, t.opts.output);
	writer_init(&t.writer, &t.out);
	verb->run(&t);
	out_close(&t.out);
	task_release(&t);
	return diag_finish();
}
