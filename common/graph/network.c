#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/network.h"
#include "graph/order.h"

/* The nodes by their value in the column; groups are numbered bytewise. */
static void group_nodes(struct network *net, const char *attr)
{
	struct intern *values = &net->values;
	struct grouping *groups = &net->groups;
	size_t column = (size_t)node_table_find(&net->table, attr);
	groups->of = mem_zero(net->graph.nodes + 1, sizeof *groups->of);
	for (size_t i = 0; i < net->graph.nodes; i++) {
		struct str value = node_table_value(&net->table, net->graph.number[i], column);
		groups->of[i] = value.n ? intern_add(values, value) : INTERN_NONE;
	}
	groups->n = values->n;
	groups->names = mem_zero(values->n + 1, sizeof *groups->names);
	uint32_t *order = order_texts(values->texts, values->n);
	uint32_t *rank = mem_zero(values->n + 1, sizeof *rank);
	for (uint32_t k = 0; k < values->n; k++) {
		groups->names[k] = intern_text(values, order[k]);
		rank[order[k]] = k;
	}
	for (size_t i = 0; i < net->graph.nodes; i++)
		if (groups->of[i] != INTERN_NONE)
			groups->of[i] = rank[groups->of[i]];
	free(order);
	free(rank);
}

void network_read_participations(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	struct reader *reader = reader_from_opts(opts, 1);
	participations_read(&net->two, reader, source->by, source->of);
	twomode_arrange(&net->two, source->max_partners);
	reader_close(reader);
}

static void read_edges(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	struct reader *reader = reader_from_opts(opts, 1);
	edges_read(&net->list, reader, &source->edges, source->attributes ? &net->edges : NULL);
	net->weighted = net->list.weighted;
	if (source->attributes)
		edge_table_keep_ends(&net->edges, &net->list);
	graph_build(&net->graph, &net->list, source->directed);
	if (source->attributes)
		edge_table_join(&net->edges, &net->graph);
	reader_close(reader);
}

void network_read(struct network *net, const struct network_source *source, const struct opts *opts)
{
	*net = (struct network){0};
	if (source->nodes.file)
		nodes_read(
			&net->table, source->of ? &net->two.ids : &net->list.ids, &source->nodes);
	if (source->of) {
		network_read_participations(net, source, opts);
		twomode_graph(&net->two, &net->graph);
		net->weighted = true;
	} else {
		read_edges(net, source, opts);
	}
	diag_note("%zu nodes, %zu edges, %zu rows of self loops", net->graph.nodes,
		net->graph.edges, net->graph.loops);
	if (source->nodes.file)
		diag_note("%zu nodes of edges are not in '%s'", net->graph.nodes - net->table.rows,
			source->nodes.file);
	if (source->nodes.attr)
		group_nodes(net, source->nodes.attr);
}

void network_measures(struct network *net, struct measures *m)
{
	m->g = &net->graph;
	m->groups = net->groups;
	m->two = net->two.item_start ? &net->two : NULL;
	measures_prepare(m, 0);
}

void network_release(struct network *net)
{
	graph_release(&net->graph);
	edgelist_release(&net->list);
	twomode_release(&net->two);
	node_table_release(&net->table);
	edge_table_release(&net->edges);
	intern_release(&net->values);
	free(net->groups.of);
	free(net->groups.names);
	*net = (struct network){0};
}
