#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/network.h"
#include "graph/order.h"

void network_group(struct network *net, const struct network_source *source)
{
	struct intern *values = &net->values;
	struct grouping *groups = &net->groups;
	if (!source->nodes.attr)
		return;
	size_t column = (size_t)node_table_find(&net->table, source->nodes.attr);
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

static void read_participations(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	struct reader *reader = reader_from_opts(opts, 1);
	participations_read(&net->two, reader, source->by, source->of, &net->facts, &net->aliases);
	reader_close(reader);
}

static void read_edges(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	struct reader *reader = reader_from_opts(opts, 1);
	edges_read(&net->list, reader, &source->edges, source->attributes ? &net->edges : NULL,
		&net->facts, &net->aliases);
	net->weighted = net->list.weighted;
	reader_close(reader);
}

static void read_names(struct network *net, const struct network_source *source)
{
	net->aliases.keys = source->by_name;
	net->facts.dated.when = &source->when;
	net->facts.relations.column = source->relation;
	if (source->aliases)
		aliases_read(&net->aliases, source->aliases);
	if (source->aliases)
		aliases_close(&net->aliases);
	if (source->nodes.file)
		nodes_read(&net->table, source->of ? &net->two.ids : &net->list.ids, &source->nodes,
			&net->aliases);
}

/*
 * Items and what they share as nodes: items have the numbers that they had, the others follow. An
 * id that both kinds have is that of the item.
 */
static void join_modes(struct network *net, const struct network_source *source)
{
	struct twomode *two = &net->two;
	struct edgelist *list = &net->list;
	struct buf name = {0};
	uint32_t *event = mem_resize(NULL, two->events.n + 1, sizeof *event);
	for (uint32_t i = 0; i < two->ids.n; i++)
		intern_add(&list->ids, intern_text(&two->ids, i));
	net->items = (uint32_t)list->ids.n;
	for (uint32_t e = 0; e < two->events.n; e++) {
		struct str text = intern_text(&two->events, e);
		bool taken = intern_find(&list->ids, text) < net->items;
		buf_clear(&name);
		buf_fmt(&name, "%s:", source->by ? source->by : "id");
		buf_addstr(&name, text);
		if (taken)
			warn_at(&two->first[e],
				"'" STR_FMT "' is also a partner; as what is shared it is '" STR_FMT
				"'",
				STR_ARG(text), STR_ARG(buf_str(&name)));
		event[e] = intern_add(&list->ids, taken ? buf_str(&name) : text);
	}
	for (size_t i = 0; i < two->n; i++)
		edgelist_add(list, event[two->part[i].a], two->part[i].b, 1);
	net->two_mode = true;
	free(event);
	buf_release(&name);
}

/* The days of each event, from the first to the last of its rows. */
static struct days *days_of_events(const struct network *net)
{
	const struct twomode *two = &net->two;
	struct days *of = mem_resize(NULL, two->events.n + 1, sizeof *of);
	for (size_t e = 0; e < two->events.n; e++)
		of[e] = DAYS_NONE;
	for (size_t i = 0; i < two->n; i++) {
		struct days row = net->facts.dated.days[i], *days = &of[two->part[i].a];
		if (row.first < days->first)
			days->first = row.first;
		if (row.last > days->last)
			days->last = row.last;
	}
	return of;
}

/* Every pair of partners of every event as a row, with the days of the event. */
static struct days *pair_rows(struct network *net, const struct days *of_events)
{
	const struct twomode *two = &net->two;
	struct places *places = &net->places;
	struct days *days = NULL;
	size_t cap = 0, cap_days = 0;
	places->numbers = two->ids.n;
	for (size_t e = 0; e < two->nevents; e++)
		for (size_t i = two->event_start[e]; i < two->event_start[e + 1]; i++)
			for (size_t k = i + 1; k < two->event_start[e + 1]; k++) {
				places->ends = mem_grow(
					places->ends, places->rows, &cap, sizeof *places->ends);
				days = mem_grow(days, places->rows, &cap_days, sizeof *days);
				days[places->rows] = of_events[two->event_number[e]];
				places->ends[places->rows++] =
					(struct edge){two->number[two->event_items[i]],
						two->number[two->event_items[k]]};
			}
	return days;
}

static bool spells_wanted(const struct network *net, const struct network_source *source)
{
	return source->when.spans && net->facts.dated.date != COLUMN_NONE;
}

/* The graph of the pairs; the days of the rows it is made of where they are wanted. */
static struct days *build_projection(struct network *net, const struct network_source *source)
{
	bool spells = spells_wanted(net, source);
	struct days *of_events = spells ? days_of_events(net) : NULL, *days = NULL;
	twomode_arrange(&net->two, source->max_partners);
	twomode_graph(&net->two, &net->graph);
	if (spells)
		days = pair_rows(net, of_events);
	free(of_events);
	return days;
}

/* The graph of the rows as they are. */
static void build_graph(struct network *net, const struct network_source *source)
{
	if (source->of)
		join_modes(net, source);
	if (source->attributes || source->multiplex || spells_wanted(net, source))
		places_keep(&net->places, &net->list, source->multiplex);
	graph_build(&net->graph, &net->list, source->directed);
	if (!net->two_mode)
		return;
	/* Who is listed twice takes part once. */
	free(net->graph.weight);
	free(net->graph.rows);
	net->graph.weight = NULL;
	net->graph.rows = NULL;
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

static void note_size(const struct network *net, const struct network_source *source)
{
	diag_note("%zu nodes, %zu edges, %zu rows of self loops", net->graph.nodes,
		net->graph.edges, net->graph.loops);
	if (source->nodes.file)
		diag_note("%zu nodes of edges are not in '%s'", net->graph.nodes - net->table.rows,
			source->nodes.file);
}

void network_build(struct network *net, const struct network_source *source)
{
	bool projected = source->of && !source->two_mode;
	net->dated = spells_wanted(net, source);
	struct days *days = projected ? build_projection(net, source) : NULL;
	if (!projected)
		build_graph(net, source);
	if (!net->part)
		note_size(net, source);
	keep_part(net, source);
	if (net->places.ends)
		places_find(&net->places, &net->graph);
	if (source->multiplex)
		multiplex_find(&net->multiplex, &net->places, &net->facts.relations);
	if (net->places.ends && net->dated)
		spells_find(&net->spells, &net->places, projected ? days : net->facts.dated.days);
	if (source->attributes)
		edge_table_join(&net->edges, &net->places);
	free(days);
	facts_release(&net->facts);
}

void network_read_participations(
	struct network *net, const struct network_source *source, const struct opts *opts)
{
	*net = (struct network){.items = UINT32_MAX};
	read_names(net, source);
	read_participations(net, source, opts);
	twomode_arrange(&net->two, source->max_partners);
}

void network_read(struct network *net, const struct network_source *source, const struct opts *opts)
{
	*net = (struct network){.items = UINT32_MAX};
	read_names(net, source);
	if (source->of) {
		read_participations(net, source, opts);
		net->weighted = !source->two_mode;
	} else {
		read_edges(net, source, opts);
	}
	if (network_cut(source))
		return;
	network_build(net, source);
	network_group(net, source);
}

void network_measures(struct network *net, struct measures *m)
{
	m->g = &net->graph;
	m->groups = net->groups;
	m->two = net->two.item_start && !net->kept ? &net->two : NULL;
	m->items = net->items;
	measures_prepare(m, 0);
}

void network_release(struct network *net)
{
	graph_release(&net->graph);
	edgelist_release(&net->list);
	twomode_release(&net->two);
	if (!net->part)
		node_table_release(&net->table);
	aliases_release(&net->aliases);
	facts_release(&net->facts);
	places_release(&net->places);
	multiplex_release(&net->multiplex);
	spells_release(&net->spells);
	edge_table_release(&net->edges);
	intern_release(&net->values);
	free(net->groups.of);
	free(net->groups.names);
	*net = (struct network){0};
}
