#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "graph/task.h"

/* Writes what a verb asks for, of the network or of a part of it. */
typedef void list_part(struct task *t, struct network *net, struct measures *m);

static void name_part(struct task *t, struct part part, struct buf *slice)
{
	struct listing *l = &t->listing;
	l->n = 0;
	if (t->source.relation) {
		l->names[l->n] = STR("relation");
		l->values[l->n++] = intern_text(&t->net.facts.relations.names, part.relation);
	}
	if (t->source.when.unit) {
		buf_clear(slice);
		slice_format(slice, t->source.when.unit, part.slice);
		l->names[l->n] = STR("slice");
		l->values[l->n++] = buf_str(slice);
	}
}

/* Where there is none, an empty one says what the columns would be. */
static void list_no_part(struct task *t, list_part *list)
{
	struct network none;
	network_part(&none, &t->net, &t->source, (struct part){0});
	network_measures(&none, &t->m);
	t->m.in_time = t->source.when.unit;
	t->listing.n = 0;
	if (t->source.relation)
		t->listing.names[t->listing.n++] = STR("relation");
	if (t->source.when.unit)
		t->listing.names[t->listing.n++] = STR("slice");
	t->no_part = true;
	list(t, &none, &t->m);
	measures_release(&t->m);
	network_release(&none);
}

static void each_part(struct task *t, list_part *list)
{
	struct network nets[2] = {0}; /* the part at hand, and the one before it */
	struct buf slice = {0};
	size_t n;
	network_read(&t->net, &t->source, &t->opts);
	task_length(t);
	struct part *parts = network_parts(&t->net, &t->source, &n);
	for (size_t i = 0; i < n; i++) {
		struct network *net = &nets[i % 2], *before = &nets[(i + 1) % 2];
		struct measures m = {.sample = t->m.sample,
			.given = t->m.given,
			.weighted = t->net.weighted,
			.permutations = t->m.permutations,
			.threads = t->m.threads,
			.search = t->m.search};
		bool first = i == 0 || parts[i].relation != parts[i - 1].relation;
		static const struct graph nothing;
		network_release(net);
		network_part(net, &t->net, &t->source, parts[i]);
		network_measures(net, &m);
		m.in_time = t->source.when.unit;
		if (m.in_time)
			change_find(&m.change, first ? &nothing : &before->graph, m.g);
		name_part(t, parts[i], &slice);
		list(t, net, &m);
		measures_release(&m);
	}
	if (n == 0)
		list_no_part(t, list);
	network_release(&nets[0]);
	network_release(&nets[1]);
	buf_release(&slice);
	free(parts);
}

static void run_list(struct task *t, list_part *list)
{
	if (network_cut(&t->source)) {
		each_part(t, list);
		return;
	}
	task_read(t);
	list(t, &t->net, &t->m);
}

static void list_nodes(struct task *t, struct network *net, struct measures *m)
{
	struct buf why = {0};
	size_t n;
	bool left_out;
	unsigned needs = 0;
	const struct node_measure **columns =
		node_measures_find(m, t->measures, t->length, &n, &left_out, &t->arena, &why);
	if (!columns)
		opts_misuse(&t->opts, "%s", buf_cstr(&why));
	if (left_out)
		diag_remark(m->g->nodes > MEASURE_PATHS_MAX
				    ? "path measures are left out of a network of more than 20000 "
				      "nodes: name "
				      "them with -m, or estimate them with --sample=N"
				    : "communities are left out of a network of more than 2000000 "
				      "edges: name "
				      "them with -m");
	for (size_t i = 0; i < n; i++)
		needs |= columns[i]->needs;
	measures_prepare(m, needs);
	nodes_list(&t->listing, m, columns, n, &net->table, t->top);
}

void run_nodes(struct task *t)
{
	run_list(t, list_nodes);
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
		diag_remark("%zu measures that take long are left out of a network of more than %d "
			    "nodes: name them with -m",
			left_out, MEASURE_PATHS_MAX);
	*needs = 0;
	for (size_t i = 0; i < *n; i++)
		*needs |= rows[i]->needs;
	return rows;
}

/* The columns of all parts are those of the first. */
static void list_part_stats(struct task *t, struct network *net, struct measures *m)
{
	(void)net;
	if (!t->rows)
		t->rows = choose_rows(t, m, &t->nrows, &t->needs);
	struct str *names = arena_alloc(&t->arena, t->nrows + 1, sizeof *names);
	for (size_t i = 0; i < t->nrows; i++)
		names[i] = str_of(t->rows[i]->name);
	listing_header(&t->listing, names, t->nrows);
	if (t->no_part)
		return;
	measures_prepare(m, t->needs);
	summary_row(&t->listing, m, t->rows, t->nrows);
}

static void list_stats(struct task *t, struct network *net, struct measures *m)
{
	(void)net;
	t->rows = choose_rows(t, m, &t->nrows, &t->needs);
	measures_prepare(m, t->needs);
	summary_list(&t->listing, m, t->rows, t->nrows);
}

void run_stats(struct task *t)
{
	run_list(t, network_cut(&t->source) ? list_part_stats : list_stats);
}

static void list_edges(struct task *t, struct network *net, struct measures *m)
{
	static const char *const names[] = {"edge_betweenness", "bridge", "betweenness", NULL};
	size_t found[3], n = opts_words(&t->opts, "measures", t->measures, names, found);
	unsigned columns = net->dated ? EDGE_SPAN : 0;
	unsigned needs = 0;
	for (size_t i = 0; i < n; i++)
		columns |= found[i] == 1 ? EDGE_BRIDGE : EDGE_BETWEENNESS;
	if (columns & EDGE_BRIDGE && t->source.directed)
		opts_misuse(&t->opts, "bridges are of undirected graphs");
	if (columns & EDGE_BETWEENNESS)
		needs |= (unsigned)NEED_EDGE_BETWEEN << t->length;
	if (columns & EDGE_BRIDGE)
		needs |= NEED_BLOCKS;
	measures_prepare(m, needs);
	edges_list(&t->listing, m, &net->spells, columns, t->length, t->top);
}

void run_edges(struct task *t)
{
	run_list(t, list_edges);
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

static void list_pairs(struct task *t, struct network *net, struct measures *m)
{
	mixing_list(&t->listing, &net->graph, &net->groups, m->permutations, m->search.seed);
}

void task_need_groups(const struct task *t)
{
	if (!t->source.nodes.attr)
		opts_misuse(&t->opts,
			"mixing needs --attr, the attribute that parts the nodes into groups");
}

void list_mixing(struct task *t)
{
	task_need_groups(t);
	run_list(t, list_pairs);
}

static void list_backbone(struct task *t, struct network *net, struct measures *m)
{
	(void)m;
	backbone_list(&t->listing, &net->graph, t->alpha, t->rule);
}

static void check_method(const struct task *t, const char *method)
{
	const char *const methods[] = {method, NULL};
	if (t->method)
		opts_word(&t->opts, "method", t->method, methods);
}

void run_backbone(struct task *t)
{
	check_method(t, "disparity");
	run_list(t, list_backbone);
}

void run_filter(struct task *t)
{
	if (!keep_any(&t->source.keep))
		opts_misuse(&t->opts, "filter needs to be told what to keep: --min-weight, --ego, "
				      "--giant, --core or --min-degree");
	run_edges(t);
}

static void list_communities(struct task *t, struct network *net, struct measures *m)
{
	list_nodes(t, net, m);
	diag_note("%zu communities, modularity %g", m->communities.n, m->communities.modularity);
}

void run_communities(struct task *t)
{
	check_method(t, "leiden");
	t->measures = "community";
	run_list(t, list_communities);
}
