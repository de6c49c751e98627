/* A network cut into parts: slices of time, relations. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/network.h"
#include "graph/order.h"

bool network_cut(const struct network_source *source)
{
	return source->when.unit || (source->relation && !source->multiplex);
}

struct part *network_parts(
	const struct network *whole, const struct network_source *source, size_t *n)
{
	const struct intern *names = &whole->facts.relations.names;
	size_t slices = 1, relations = source->relation ? names->n : 1;
	int first = 0;
	if (source->when.unit)
		slices = dated_slices(&whole->facts.dated, &first);
	if (slices > SLICES_MAX)
		diex("%zu slices of time are too many; the limit is %d", slices, SLICES_MAX);
	uint32_t *order = source->relation ? order_texts(names->texts, names->n) : NULL;
	struct part *parts = mem_zero(slices * relations + 1, sizeof *parts);
	*n = 0;
	for (size_t r = 0; r < relations; r++)
		for (size_t s = 0; s < slices; s++)
			parts[(*n)++] = (struct part){first + (int)s, order ? order[r] : 0};
	free(order);
	return parts;
}

/* Is row i of the whole in the part? */
static bool row_in_part(const struct network *whole, const struct network_source *source, size_t i,
	struct part part)
{
	return (!source->when.unit || dated_in_slice(&whole->facts.dated, i, part.slice)) &&
	       (!source->relation || whole->facts.relations.of[i] == part.relation);
}

/* The number that a text of the whole has in the part; of[] of that number is the one it had. */
static uint32_t carry(
	struct intern *part, const struct intern *whole, uint32_t number, uint32_t *of)
{
	uint32_t carried = intern_add(part, intern_text(whole, number));
	of[carried] = number;
	return carried;
}

static void carry_days(struct network *net, const struct network *whole, size_t i)
{
	if (whole->facts.dated.days)
		dated_keep(&net->facts.dated, whole->facts.dated.days[i]);
}

static void carry_edges(struct network *net, const struct network *whole,
	const struct network_source *source, struct part part, uint32_t *of)
{
	const struct edgelist *rows = &whole->list;
	net->list.weighted = rows->weighted;
	for (size_t i = 0; i < rows->n; i++) {
		if (!row_in_part(whole, source, i, part))
			continue;
		uint32_t a = carry(&net->list.ids, &rows->ids, rows->ends[i].a, of),
			 b = carry(&net->list.ids, &rows->ids, rows->ends[i].b, of);
		edgelist_add(&net->list, a, b, rows->weight ? rows->weight[i] : 1);
		carry_days(net, whole, i);
	}
}

static void carry_participations(struct network *net, const struct network *whole,
	const struct network_source *source, struct part part, uint32_t *of)
{
	const struct twomode *rows = &whole->two;
	struct twomode *two = &net->two;
	uint32_t *event_of = mem_zero(rows->events.n + 1, sizeof *event_of);
	for (size_t i = 0; i < rows->n; i++) {
		if (!row_in_part(whole, source, i, part))
			continue;
		uint32_t event = carry(&two->events, &rows->events, rows->part[i].a, event_of),
			 item = carry(&two->ids, &rows->ids, rows->part[i].b, of);
		twomode_add(two, event, item, &rows->first[rows->part[i].a]);
		carry_days(net, whole, i);
	}
	free(event_of);
}

/* Gives the nodes of a part the numbers that they have in the whole; what is shared has none there,
 * and comes behind. */
static void renumber(struct network *net, const struct network *whole, const uint32_t *of)
{
	uint32_t items = (uint32_t)whole->two.ids.n;
	for (size_t i = 0; i < net->graph.nodes; i++) {
		uint32_t number = net->graph.number[i];
		net->graph.number[i] = number < net->items ? of[number] : items + number;
	}
	if (net->two_mode)
		net->items = items;
}

void network_part(struct network *net, const struct network *whole,
	const struct network_source *source, struct part part)
{
	size_t ids = whole->list.ids.n + whole->two.ids.n;
	uint32_t *of = mem_zero(ids + 1, sizeof *of);
	*net = (struct network){.table = whole->table,
		.weighted = whole->weighted,
		.part = true,
		.items = UINT32_MAX};
	net->facts.dated = (struct dated){
		.when = &source->when, .date = whole->facts.dated.date, .date_end = COLUMN_NONE};
	if (source->of)
		carry_participations(net, whole, source, part, of);
	else
		carry_edges(net, whole, source, part, of);
	network_build(net, source);
	renumber(net, whole, of);
	free(of);
	network_group(net, source);
}
