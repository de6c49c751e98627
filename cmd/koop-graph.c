/* koop-graph: networks out of records. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/listing.h"
#include "graph/measure.h"
#include "graph/network.h"
#include "graph/sourceopts.h"
#include "output/graphformat.h"
#include "record/number.h"

enum {
	OPT_LENGTH = OPT_OWN,
	OPT_THREADS,
	OPT_TO,
	OPT_ALPHA,
	OPT_RULE,
};

/* clang-format off */
static const struct option_row OPTIONS[] = {
	OPTIONS_SOURCE,
	{'m', "measures", "LIST", "what to compute (see koop-graph(1))"},
	{OPT_LENGTH, "length", "KIND", "how long an edge is: inverse (default), weight, none"},
	{OPT_THREADS, "threads", "N", "threads for shortest paths (default: one a processor)"},
	{OPT_TO, "to", "WHAT", "with convert: the format, such as dot, gexf or json; else the last DATE"},
	{OPT_ALPHA, "alpha", "X", "with backbone: the level of significance (default 0.05)"},
	{OPT_RULE, "rule", "RULE", "with backbone: only edges significant at one end (or), at both (and)"},
	OPTIONS_COMMUNITY,
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};
/* clang-format on */

static const char *const VERBS[] = {
	"edges", "nodes", "stats", "project", "mixing", "backbone", "convert", "communities", NULL};
static const char *const RULES[] = {"or", "and", NULL};
static const char *const LENGTHS[] = {"none", "inverse", "weight", NULL};

static const struct program PROGRAM = {
	.name = "koop-graph",
	.usage = "VERB [options] [FILE...]",
	.purpose =
		"Networks out of records: edges, projections, measures of nodes and of the whole",
	.options = OPTIONS,
	.verbs = VERBS,
	.example =
		"koop-graph nodes --by=activity --of=partners -m degree,betweenness activities.tsv",
};

/* The command line, and what is made on the way to the output. */
struct task {
	struct opts opts;
	struct network_source source;
	const char *measures;
	enum path_length length;
	bool length_given;
	const char *to;
	double alpha;
	enum backbone_rule rule;
	struct network net;
	struct measures m;
	struct arena arena;
	struct out out;
	struct writer writer;
};

static void read_network(struct task *t)
{
	network_read(&t->net, &t->source, &t->opts);
	network_measures(&t->net, &t->m);
	if (!t->length_given && !t->net.weighted)
		t->length = LENGTH_NONE;
}

static void run_nodes(struct task *t)
{
	struct buf why = {0};
	size_t n;
	unsigned needs = 0;
	read_network(t);
	const struct node_measure **columns =
		node_measures_find(&t->m, t->measures, t->length, &n, &t->arena, &why);
	if (!columns)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	for (size_t i = 0; i < n; i++)
		needs |= columns[i]->needs;
	measures_prepare(&t->m, needs);
	nodes_list(&t->writer, &t->m, columns, n, &t->net.table, t->opts.bare);
}

/* The measures of the whole graph that were asked for, and what they need. */
static const struct graph_measure **choose_rows(
	struct task *t, const struct measures *m, size_t *n, unsigned *needs)
{
	struct buf why = {0};
	size_t left_out;
	const struct graph_measure **rows =
		graph_measures_find(m, t->measures, n, &left_out, &t->arena, &why);
	if (!rows)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	if (left_out)
		diag_note(
			"%zu measures that take long are left out of a graph of more than %d nodes",
			left_out, MEASURE_PATHS_MAX);
	*needs = 0;
	for (size_t i = 0; i < *n; i++)
		*needs |= rows[i]->needs;
	return rows;
}

/* One record a slice; where there is none, an empty one says what the columns would be. */
static void run_slices(struct task *t)
{
	const struct graph_measure **columns = NULL;
	size_t n, slices;
	unsigned needs;
	int first = 0;
	network_read(&t->net, &t->source, &t->opts);
	slices = network_slices(&t->net, &first);
	if (slices > SLICES_MAX)
		diex("%zu slices of time are too many; the limit is %d", slices, SLICES_MAX);
	for (size_t i = 0; i == 0 || i < slices; i++) {
		struct measures m = {.threads = t->m.threads, .search = t->m.search};
		struct network slice;
		network_slice(&slice, &t->net, &t->source, first + (int)i);
		network_measures(&slice, &m);
		if (!columns) {
			columns = choose_rows(t, &m, &n, &needs);
			slices_header(&t->writer, columns, n, t->opts.bare);
		}
		measures_prepare(&m, needs);
		if (slices)
			slice_list(&t->writer, &m, columns, n, t->source.when.unit, first + (int)i);
		measures_release(&m);
		network_release(&slice);
	}
}

static void run_stats(struct task *t)
{
	size_t n;
	unsigned needs;
	if (t->source.when.unit) {
		run_slices(t);
		return;
	}
	read_network(t);
	const struct graph_measure **rows = choose_rows(t, &t->m, &n, &needs);
	measures_prepare(&t->m, needs);
	summary_list(&t->writer, &t->m, rows, n, t->opts.bare);
}

static void run_edges(struct task *t)
{
	static const char *const names[] = {"edge_betweenness", "bridge", NULL};
	size_t found[2], n = opts_words(&t->opts, "measures", t->measures, names, found);
	unsigned columns = 0, needs = 0;
	for (size_t i = 0; i < n; i++)
		columns |= 1u << found[i];
	if (columns & EDGE_BRIDGE && t->source.directed)
		opts_misuse(&t->opts, "bridges are of undirected graphs");
	read_network(t);
	if (columns & EDGE_BETWEENNESS)
		needs |= (unsigned)NEED_EDGE_BETWEEN << t->length;
	if (columns & EDGE_BRIDGE)
		needs |= NEED_BLOCKS;
	measures_prepare(&t->m, needs);
	edges_list(&t->writer, &t->m, columns, t->length, t->opts.bare);
}

static void run_project(struct task *t)
{
	const char *list = t->source.edges.weight ? t->source.edges.weight : "count";
	size_t order[PROJECT_WEIGHTS];
	if (!t->source.of)
		opts_misuse(&t->opts, "project needs --of, the columns that say who took part");
	size_t n = opts_words(&t->opts, "weight", list, PROJECTION_NAMES, order);
	network_read_participations(&t->net, &t->source, &t->opts);
	projection_list(&t->writer, &t->net.two, order, n, t->opts.bare);
}

static void run_mixing(struct task *t)
{
	if (!t->source.nodes.attr)
		opts_misuse(&t->opts,
			"mixing needs --attr, the attribute that parts the nodes into groups");
	read_network(t);
	mixing_list(&t->writer, &t->net.graph, &t->net.groups, t->opts.bare);
}

static void run_backbone(struct task *t)
{
	read_network(t);
	backbone_list(&t->writer, &t->net.graph, t->alpha, t->rule, t->opts.bare);
}

static void run_communities(struct task *t)
{
	t->measures = "community";
	run_nodes(t);
	diag_note(
		"%zu communities, modularity %g", t->m.communities.n, t->m.communities.modularity);
}

static void run_convert(struct task *t)
{
	struct buf why = {0};
	size_t format = t->to ? opts_word(&t->opts, "to", t->to, GRAPH_FORMAT_NAMES) : 0;
	if (!t->source.nodes.keep)
		t->source.nodes.keep = "*";
	t->source.attributes = !t->source.of;
	read_network(t);
	if (!graph_format_write(&t->out, format, &t->net.graph, &t->net.table,
		    t->source.attributes ? &t->net.edges : NULL, &why))
		diex("%s", buf_cstr(&why));
}

static void (*const RUN[])(struct task *t) = {run_edges, run_nodes, run_stats, run_project,
	run_mixing, run_backbone, run_convert, run_communities};

static double take_alpha(const struct task *t, const char *value)
{
	double alpha;
	if (!number_parse(str_of(value), &alpha) || alpha <= 0 || alpha > 1)
		opts_misuse(&t->opts, "--alpha is above 0 and at most 1, not '%s'", value);
	return alpha;
}

static void take_option(struct task *t, int key, const char *value)
{
	switch (key) {
	case OPT_THREADS:
		t->m.threads = (unsigned)opts_number(&t->opts, "threads", value, 1, 1024);
		break;
	case 'm': t->measures = value; break;
	case OPT_TO: t->to = value; break;
	case OPT_ALPHA: t->alpha = take_alpha(t, value); break;
	case OPT_RULE:
		t->rule = (enum backbone_rule)(
			BACKBONE_OR + opts_word(&t->opts, "rule", value, RULES));
		break;
	case OPT_LENGTH:
		t->length = (enum path_length)opts_word(&t->opts, "length", value, LENGTHS);
		t->length_given = true;
		break;
	default:
		source_option(&t->source, &t->opts, key, value);
		community_option(&t->m.search, &t->opts, key, value);
		break;
	}
}

/* Which verb it is; what does not go together is misuse. */
static size_t check_command(struct task *t)
{
	const struct opts *o = &t->opts;
	size_t verb = opts_verb(o);
	void (*run)(struct task * task) = RUN[verb];
	if (t->measures && run != run_nodes && run != run_stats && run != run_edges)
		opts_misuse(o, "--measures does not go with %s", VERBS[verb]);
	if (t->source.nodes.file && run == run_project)
		opts_misuse(o, "--nodes does not go with project");
	if (t->source.when.unit && run != run_stats)
		opts_misuse(o, "--slice does not go with %s", VERBS[verb]);
	if (t->to && run != run_convert)
		source_to(&t->source, o, t->to);
	source_check(&t->source, o);
	return verb;
}

int main(int argc, char **argv)
{
	struct task t = {.length = LENGTH_INVERSE,
		.source = SOURCE_DEFAULTS,
		.alpha = 0.05,
		.m.search = COMMUNITY_DEFAULTS};
	const char *value;
	int key;
	std_open();
	opts_init(&t.opts, &PROGRAM, argc, argv);
	while ((key = opts_next(&t.opts, &value)))
		take_option(&t, key, value);
	size_t verb = check_command(&t);
	out_open(&t.out, t.opts.output);
	writer_init(&t.writer, &t.out);
	RUN[verb](&t);
	out_close(&t.out);
	measures_release(&t.m);
	network_release(&t.net);
	writer_release(&t.writer);
	arena_release(&t.arena);
	opts_release(&t.opts);
	return diag_finish();
}
