/* koop-graph: networks out of records. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/near.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/input.h"
#include "graph/listing.h"
#include "graph/measure.h"
#include "output/graphformat.h"

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
	{OPT_TO, "to", "FORMAT", "with convert: dot, graphml or json"},
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};
/* clang-format on */

static const char *const VERBS[] = {"edges", "nodes", "stats", "project", "convert", NULL};
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
	struct edge_columns columns;
	struct node_columns nodes;
	const char *by, *of, *measures;
	enum path_length length;
	bool directed, length_given;
	size_t max_partners;
	enum graph_format format;

	struct edgelist list;
	struct twomode two;
	struct node_table table;
	struct graph graph;
	struct measures m;
	struct arena arena;
	struct out out;
	struct writer writer;
};

/* The nodes by number of --attr; groups are numbered in the order of the nodes. */
static void group_nodes(struct task *t)
{
	struct intern values = {0};
	long column = node_table_find(&t->table, t->nodes.attr);
	t->m.groups.of = mem_zero(t->graph.nodes + 1, sizeof *t->m.groups.of);
	for (size_t i = 0; i < t->graph.nodes; i++) {
		struct str value = node_table_value(&t->table, t->graph.number[i], (size_t)column);
		t->m.groups.of[i] = value.n ? intern_add(&values, value) : INTERN_NONE;
	}
	t->m.groups.n = values.n;
	intern_release(&values);
}

static void read_participations(struct task *t, struct reader *reader)
{
	participations_read(&t->two, reader, t->by, t->of);
	twomode_arrange(&t->two, t->max_partners);
}

/* The graph out of the input, and all that is known of its nodes. */
static void read_graph(struct task *t)
{
	struct intern *ids = t->of ? &t->two.ids : &t->list.ids;
	struct reader *reader = reader_from_opts(&t->opts, 1);
	if (t->nodes.file)
		nodes_read(&t->table, ids, &t->nodes);
	if (t->of) {
		read_participations(t, reader);
		twomode_graph(&t->two, &t->graph);
		t->m.two = &t->two;
	} else {
		edges_read(&t->list, reader, &t->columns);
		graph_build(&t->graph, &t->list, t->directed);
	}
	reader_close(reader);
	diag_note("%zu nodes, %zu edges, %zu rows of self loops", t->graph.nodes, t->graph.edges,
		t->graph.loops);
	if (t->nodes.file)
		diag_note("%zu nodes of edges are not in '%s'", t->graph.nodes - t->table.rows,
			t->nodes.file);
	t->m.g = &t->graph;
	if (t->nodes.attr)
		group_nodes(t);
	if (!t->length_given && !t->of && !t->list.weighted)
		t->length = LENGTH_NONE;
	measures_prepare(&t->m, 0);
}

static void run_nodes(struct task *t)
{
	struct buf why = {0};
	size_t n;
	unsigned needs = 0;
	read_graph(t);
	const struct node_measure **columns =
		node_measures_find(&t->m, t->measures, t->length, &n, &t->arena, &why);
	if (!columns)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	for (size_t i = 0; i < n; i++)
		needs |= columns[i]->needs;
	measures_prepare(&t->m, needs);
	nodes_list(&t->writer, &t->m, columns, n, &t->table, t->opts.bare);
}

static void run_stats(struct task *t)
{
	struct buf why = {0};
	size_t n, left_out;
	unsigned needs = 0;
	read_graph(t);
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
	unsigned columns = 0, needs = 0;
	struct str rest = str_of(t->measures), name;
	while (str_split(&rest, ',', &name))
		columns |= 1u << (unsigned)opts_word(
				   &t->opts, "measures", arena_str(&t->arena, name).p, names);
	read_graph(t);
	if (columns & EDGE_BETWEENNESS)
		needs |= (unsigned)NEED_BETWEEN << t->length;
	if (columns & EDGE_BRIDGE)
		needs |= NEED_BLOCKS;
	if (columns & EDGE_BRIDGE && t->directed)
		opts_misuse(&t->opts, "bridges are of undirected graphs");
	measures_prepare(&t->m, needs);
	edges_list(&t->writer, &t->m, columns, t->length, t->opts.bare);
}

static void run_project(struct task *t)
{
	enum projection order[PROJECT_WEIGHTS];
	size_t n = 0;
	struct str rest = str_of(t->columns.weight ? t->columns.weight : "count"), name;
	if (!t->of)
		opts_misuse(&t->opts, "project needs --of, the columns that say who took part");
	while (str_split(&rest, ',', &name)) {
		if (n == PROJECT_WEIGHTS)
			opts_misuse(&t->opts, "too many weights in '%s'", t->columns.weight);
		order[n++] = (enum projection)opts_word(
			&t->opts, "weight", arena_str(&t->arena, name).p, PROJECTION_NAMES);
	}
	struct reader *reader = reader_from_opts(&t->opts, 1);
	read_participations(t, reader);
	reader_close(reader);
	projection_list(&t->writer, &t->two, order, n, t->opts.bare);
}

static void run_convert(struct task *t)
{
	read_graph(t);
	graph_format_write(&t->out, t->format, &t->graph, &t->table);
}

static void (*const RUN[])(struct task *t) = {
	run_edges, run_nodes, run_stats, run_project, run_convert};

static void take_option(struct task *t, int key, const char *value)
{
	switch (key) {
	case OPT_SOURCE: t->columns.source = value; break;
	case OPT_TARGET: t->columns.target = value; break;
	case OPT_WEIGHT: t->columns.weight = value; break;
	case OPT_UNWEIGHTED: t->columns.unweighted = true; break;
	case OPT_DIRECTED: t->directed = true; break;
	case OPT_UNDIRECTED: t->directed = false; break;
	case OPT_BY: t->by = value; break;
	case OPT_OF: t->of = value; break;
	case OPT_MAX_PARTNERS:
		t->max_partners = (size_t)opts_number(&t->opts, "max-partners", value, 1, 10000000);
		break;
	case OPT_NODES: t->nodes.file = value; break;
	case OPT_ID: t->nodes.id = value; break;
	case OPT_KEEP: t->nodes.keep = value; break;
	case OPT_ATTR: t->nodes.attr = value; break;
	case OPT_THREADS:
		t->m.threads = (unsigned)opts_number(&t->opts, "threads", value, 1, 1024);
		break;
	case 'm': t->measures = value; break;
	case OPT_TO:
		t->format = (enum graph_format)opts_word(&t->opts, "to", value, GRAPH_FORMAT_NAMES);
		break;
	case OPT_LENGTH:
		t->length = (enum path_length)opts_word(&t->opts, "length", value, LENGTHS);
		t->length_given = true;
		break;
	default: break;
	}
}

static size_t find_verb(const struct opts *o)
{
	enum { N = sizeof VERBS / sizeof *VERBS - 1 };
	struct str words[N];
	if (o->noperands == 0)
		opts_misuse(o, "no verb");
	for (size_t i = 0; i < N; i++) {
		words[i] = str_of(VERBS[i]);
		if (strcmp(VERBS[i], o->operands[0]) == 0)
			return i;
	}
	size_t near = near_find(str_of(o->operands[0]), words, N);
	if (near < N)
		opts_misuse(
			o, "unknown verb '%s' (did you mean '%s'?)", o->operands[0], VERBS[near]);
	opts_misuse(o, "unknown verb '%s'", o->operands[0]);
}

/* Which verb it is; what does not go together is misuse. */
static size_t check_command(struct task *t)
{
	const struct opts *o = &t->opts;
	size_t verb = find_verb(o);
	if (t->by && !t->of)
		opts_misuse(o, "--by needs --of, the columns that say who took part");
	if (t->of && (t->columns.source || t->columns.target))
		opts_misuse(o, "--of does not go with --source and --target");
	if (t->of && t->directed)
		opts_misuse(o, "what is made with --of has no direction");
	if (!t->nodes.file && (t->nodes.id || t->nodes.keep || t->nodes.attr))
		opts_misuse(o, "--id, --keep and --attr need --nodes");
	return verb;
}

int main(int argc, char **argv)
{
	struct task t = {.length = LENGTH_INVERSE, .max_partners = 1000};
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
	return diag_finish();
}
