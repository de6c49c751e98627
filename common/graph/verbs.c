#include "base/buf.h"
#include "base/diag.h"
#include "graph/task.h"

void run_nodes(struct task *t)
{
	struct buf why = {0};
	size_t n;
	unsigned needs = 0;
	task_read(t);
	const struct node_measure **columns =
		node_measures_find(&t->m, t->measures, t->length, &n, &t->arena, &why);
	if (!columns)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	for (size_t i = 0; i < n; i++)
		needs |= columns[i]->needs;
	measures_prepare(&t->m, needs);
	nodes_list(&t->writer, &t->m, columns, n, &t->net.table, t->top, t->opts.bare);
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

void run_stats(struct task *t)
{
	size_t n;
	unsigned needs;
	if (t->source.when.unit) {
		run_slices(t);
		return;
	}
	task_read(t);
	const struct graph_measure **rows = choose_rows(t, &t->m, &n, &needs);
	measures_prepare(&t->m, needs);
	summary_list(&t->writer, &t->m, rows, n, t->opts.bare);
}

void run_edges(struct task *t)
{
	static const char *const names[] = {"edge_betweenness", "bridge", NULL};
	size_t found[2], n = opts_words(&t->opts, "measures", t->measures, names, found);
	unsigned columns = 0, needs = 0;
	for (size_t i = 0; i < n; i++)
		columns |= 1u << found[i];
	if (columns & EDGE_BRIDGE && t->source.directed)
		opts_misuse(&t->opts, "bridges are of undirected graphs");
	task_read(t);
	if (columns & EDGE_BETWEENNESS)
		needs |= (unsigned)NEED_EDGE_BETWEEN << t->length;
	if (columns & EDGE_BRIDGE)
		needs |= NEED_BLOCKS;
	measures_prepare(&t->m, needs);
	edges_list(&t->writer, &t->m, columns, t->length, t->top, t->opts.bare);
}

void run_project(struct task *t)
{
	const char *list = t->source.edges.weight ? t->source.edges.weight : "count";
	size_t order[PROJECT_WEIGHTS];
	if (!t->source.of)
		opts_misuse(&t->opts, "project needs --of, the columns that say who took part");
	size_t n = opts_words(&t->opts, "weight", list, PROJECTION_NAMES, order);
	network_read_participations(&t->net, &t->source, &t->opts);
	projection_list(&t->writer, &t->net.two, order, n, t->opts.bare);
}

void run_mixing(struct task *t)
{
	if (!t->source.nodes.attr)
		opts_misuse(&t->opts,
			"mixing needs --attr, the attribute that parts the nodes into groups");
	task_read(t);
	mixing_list(&t->writer, &t->net.graph, &t->net.groups, t->opts.bare);
}

void run_backbone(struct task *t)
{
	task_read(t);
	backbone_list(&t->writer, &t->net.graph, t->alpha, t->rule, t->opts.bare);
}

void run_filter(struct task *t)
{
	if (!keep_any(&t->source.keep))
		opts_misuse(&t->opts, "filter needs to be told what to keep: --min-weight, --ego, "
				      "--giant, --core or --min-degree");
	run_edges(t);
}

void run_communities(struct task *t)
{
	t->measures = "community";
	run_nodes(t);
	diag_note(
		"%zu communities, modularity %g", t->m.communities.n, t->m.communities.modularity);
}
