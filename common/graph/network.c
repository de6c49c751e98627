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
	net->dated.when = &source->when;
	participations_read(&net->two, reader, source->by, source->of, &net->dated);
	if (!source->when.unit)
		twomode_arrange(&net->two, source->max_partners);
	reader_close(reader);
}

/* Leaves what the options leave of the graph; an ego that is not there ends the process. */
static void keep_part(struct network *net, const struct network_source *source)
{
	struct buf why = {0};
	net->kept = keep_any(&source->keep);
	if (!net->kept)
		return;
	if (!graph_keep(&net->graph, &source->keep, &why))
		diex("%s", buf_cstr(&why));
	diag_note("%zu nodes, %zu edges are kept", net->graph.nodes, net->graph.edges);
}

static void read_edges(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	struct reader *reader = reader_from_opts(opts, 1);
	net->dated.when = &source->when;
	edges_read(&net->list, reader, &source->edges, source->attributes ? &net->edges : NULL,
		&net->dated);
	net->weighted = net->list.weighted;
	if (source->attributes)
		edge_table_keep_ends(&net->edges, &net->list);
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
		net->weighted = true;
	} else {
		read_edges(net, source, opts);
	}
	if (source->when.unit)
		return;
	if (source->of)
		twomode_graph(&net->two, &net->graph);
	else
		graph_build(&net->graph, &net->list, source->directed);
	diag_note("%zu nodes, %zu edges, %zu rows of self loops", net->graph.nodes,
		net->graph.edges, net->graph.loops);
	if (source->nodes.file)
		diag_note("%zu nodes of edges are not in '%s'", net->graph.nodes - net->table.rows,
			source->nodes.file);
	keep_part(net, source);
	if (source->attributes)
		edge_table_join(&net->edges, &net->graph);
	if (source->nodes.attr)
		group_nodes(net, source->nodes.attr);
}

size_t network_slices(const struct network *whole, int *first)
{
	return dated_slices(&whole->dated, first);
}

/* The number that a text of the whole has in the slice; of[] of that number is the one it had. */
static uint32_t carry(
	struct intern *slice, const struct intern *whole, uint32_t number, uint32_t *of)
{
	uint32_t carried = intern_add(slice, intern_text(whole, number));
	of[carried] = number;
	return carried;
}

static void slice_edges(struct network *slice, const struct network *whole,
	const struct network_source *source, int number)
{
	const struct edgelist *rows = &whole->list;
	uint32_t *of = mem_zero(rows->ids.n + 1, sizeof *of);
	slice->list.weighted = rows->weighted;
	for (size_t i = 0; i < rows->n; i++) {
		if (!dated_in_slice(&whole->dated, i, number))
			continue;
		uint32_t a = carry(&slice->list.ids, &rows->ids, rows->ends[i].a, of),
			 b = carry(&slice->list.ids, &rows->ids, rows->ends[i].b, of);
		edgelist_add(&slice->list, a, b, rows->weight ? rows->weight[i] : 1);
	}
	graph_build(&slice->graph, &slice->list, source->directed);
	for (size_t i = 0; i < slice->graph.nodes; i++)
		slice->graph.number[i] = of[slice->graph.number[i]];
	free(of);
}

static void slice_participations(struct network *slice, const struct network *whole,
	const struct network_source *source, int number)
{
	const struct twomode *rows = &whole->two;
	struct twomode *two = &slice->two;
	uint32_t *of = mem_zero(rows->ids.n + 1, sizeof *of),
		 *event_of = mem_zero(rows->events.n + 1, sizeof *event_of);
	for (size_t i = 0; i < rows->n; i++) {
		if (!dated_in_slice(&whole->dated, i, number))
			continue;
		uint32_t event = carry(&two->events, &rows->events, rows->part[i].a, event_of),
			 item = carry(&two->ids, &rows->ids, rows->part[i].b, of);
		twomode_add(two, event, item, &rows->first[rows->part[i].a]);
	}
	twomode_arrange(two, source->max_partners);
	twomode_graph(two, &slice->graph);
	for (size_t i = 0; i < slice->graph.nodes; i++)
		slice->graph.number[i] = of[slice->graph.number[i]];
	free(of);
	free(event_of);
}

void network_slice(struct network *slice, const struct network *whole,
	const struct network_source *source, int number)
{
	*slice = (struct network){.table = whole->table, .weighted = whole->weighted, .part = true};
	if (source->of)
		slice_participations(slice, whole, source, number);
	else
		slice_edges(slice, whole, source, number);
	keep_part(slice, source);
	if (source->nodes.attr)
		group_nodes(slice, source->nodes.attr);
}

void network_measures(struct network *net, struct measures *m)
{
	m->g = &net->graph;
	m->groups = net->groups;
	m->two = net->two.item_start && !net->kept ? &net->two : NULL;
	measures_prepare(m, 0);
}

void network_release(struct network *net)
{
	graph_release(&net->graph);
	edgelist_release(&net->list);
	twomode_release(&net->two);
	if (!net->part)
		node_table_release(&net->table);
	dated_release(&net->dated);
	edge_table_release(&net->edges);
	intern_release(&net->values);
	free(net->groups.of);
	free(net->groups.names);
	*net = (struct network){0};
}
