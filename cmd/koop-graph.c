/* koop-graph: networks out of records. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/listing.h"
#include "graph/measure.h"
#include "graph/network.h"
#include "output/graphformat.h"
#include "record/number.h"

enum {
	OPT_SOURCE = OPT_OWN,
	OPT_TARGET,
	OPT_WEIGHT,
	OPT_DIRECTED,
	OPT_UNDIRECTED,
	OPT_UNWEIGHTED,
	OPT_BY,
	OPT_OF,
	OPT_MAX_PARTNERS,
	OPT_NODES,
	OPT_ID,
	OPT_KEEP,
	OPT_ATTR,
	OPT_LENGTH,
	OPT_THREADS,
	OPT_TO,
	OPT_ALPHA,
	OPT_RULE,
};

/* clang-format off */
static const struct option_row OPTIONS[] = {
	{OPT_SOURCE, "source", "COL", "the column of one end of an edge (default source, or as found)"},
	{OPT_TARGET, "target", "COL", "the column of the other end (default target, or as found)"},
	{OPT_WEIGHT, "weight", "COL", "the column of the weight; with project: a list of weights"},
	{OPT_DIRECTED, "directed", NULL, "edges go from source to target"},
	{OPT_UNDIRECTED, "undirected", NULL, "edges have no direction (default)"},
	{OPT_UNWEIGHTED, "unweighted", NULL, "every row weighs 1"},
	{OPT_BY, "by", "COL", "with --of: what is shared (default id, or each record for itself)"},
	{OPT_OF, "of", "LIST", "list columns whose items are tied where they share a --by"},
	{OPT_MAX_PARTNERS, "max-partners", "N", "refuse what has more than N items (default 1000)"},
	{OPT_NODES, "nodes", "FILE", "nodes and their attributes, a record file; isolates count"},
	{OPT_ID, "id", "COL", "the column of that file that holds the ids (default id)"},
	{OPT_KEEP, "keep", "LIST", "columns of that file that go to the output"},
	{OPT_ATTR, "attr", "COL", "the column of that file that parts the nodes into groups"},
	{'m', "measures", "LIST", "what to compute (see koop-graph(1))"},
	{OPT_LENGTH, "length", "KIND", "how long an edge is: inverse (default), weight, none"},
	{OPT_THREADS, "threads", "N", "threads for shortest paths (default: one a processor)"},
	{OPT_TO, "to", "FORMAT", "with convert: the format, such as dot, graphml, gexf or json"},
	{OPT_ALPHA, "alpha", "X", "with backbone: the level of significance (default 0.05)"},
	{OPT_RULE, "rule", "RULE", "with backbone: only edges significant at one end (or), at both (and)"},
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};
/* clang-format on */

static const char *const VERBS[] = {
	"edges", "nodes", "stats", "project", "mixing", "backbone", "convert", NULL};
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
	size_t format;
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

static void run_stats(struct task *t)
{
	struct buf why = {0};
	size_t n, left_out;
	unsigned needs = 0;
	read_network(t);
	const struct graph_measure **rows =
		graph_measures_find(&t->m, t->measures, &n, &left_out, &t->arena, &why);
	if (!rows)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	if (left_out)
		diag_note("%zu measures of shortest paths are left out of a graph of more than %d "
			  "nodes",
			left_out, MEASURE_PATHS_MAX);
	for (size_t i = 0; i < n; i++)
		needs |= rows[i]->needs;
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

static void run_convert(struct task *t)
{
	struct buf why = {0};
	if (!t->source.nodes.keep)
		t->source.nodes.keep = "*";
	t->source.attributes = !t->source.of;
	read_network(t);
	if (!graph_format_write(&t->out, t->format, &t->net.graph, &t->net.table,
		    t->source.attributes ? &t->net.edges : NULL, &why))
		diex("%s", buf_cstr(&why));
}

static void (*const RUN[])(struct task *t) = {
	run_edges, run_nodes, run_stats, run_project, run_mixing, run_backbone, run_convert};

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
	case OPT_SOURCE: t->source.edges.source = value; break;
	case OPT_TARGET: t->source.edges.target = value; break;
	case OPT_WEIGHT: t->source.edges.weight = value; break;
	case OPT_UNWEIGHTED: t->source.edges.unweighted = true; break;
	case OPT_DIRECTED: t->source.directed = true; break;
	case OPT_UNDIRECTED: t->source.directed = false; break;
	case OPT_BY: t->source.by = value; break;
	case OPT_OF: t->source.of = value; break;
	case OPT_MAX_PARTNERS:
		t->source.max_partners =
			(size_t)opts_number(&t->opts, "max-partners", value, 1, 10000000);
		break;
	case OPT_NODES: t->source.nodes.file = value; break;
	case OPT_ID: t->source.nodes.id = value; break;
	case OPT_KEEP: t->source.nodes.keep = value; break;
	case OPT_ATTR: t->source.nodes.attr = value; break;
	case OPT_THREADS:
		t->m.threads = (unsigned)opts_number(&t->opts, "threads", value, 1, 1024);
		break;
	case 'm': t->measures = value; break;
	case OPT_TO: t->format = opts_word(&t->opts, "to", value, GRAPH_FORMAT_NAMES); break;
	case OPT_ALPHA: t->alpha = take_alpha(t, value); break;
	case OPT_RULE:
		t->rule = (enum backbone_rule)(
			BACKBONE_OR + opts_word(&t->opts, "rule", value, RULES));
		break;
	case OPT_LENGTH:
		t->length = (enum path_length)opts_word(&t->opts, "length", value, LENGTHS);
		t->length_given = true;
		break;
	default: break;
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
	if (t->source.by && !t->source.of)
		opts_misuse(o, "--by needs --of, the columns that say who took part");
	if (t->source.of && (t->source.edges.source || t->source.edges.target))
		opts_misuse(o, "--of does not go with --source and --target");
	if (t->source.of && t->source.directed)
		opts_misuse(o, "what is made with --of has no direction");
	if (!t->source.nodes.file &&
		(t->source.nodes.id || t->source.nodes.keep || t->source.nodes.attr))
		opts_misuse(o, "--id, --keep and --attr need --nodes");
	return verb;
}

int main(int argc, char **argv)
{
	struct task t = {.length = LENGTH_INVERSE, .source.max_partners = 1000, .alpha = 0.05};
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
