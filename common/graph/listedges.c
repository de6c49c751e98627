/* Edges as records. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/listing.h"
#include "graph/order.h"

static const char *const EDGE_NAMES[PATH_LENGTHS] = {
	"edge_betweenness", "edge_betweenness_inv", "edge_betweenness_dist"};

static double finite_or_nan(double value)
{
	return isfinite(value) ? value : (double)NAN;
}

/* What a row of the list of edges is made of. */
struct edge_row {
	struct listing *l;
	const struct measures *m;
	const struct spells *spells;
	unsigned columns;
	enum path_length length;
};

static void list_span(struct writer *w, const struct edge_row *row, size_t place)
{
	struct days span = spells_span(row->spells, place);
	struct buf day = {0};
	if (span.first <= span.last)
		span_day(&day, span.first);
	writer_value(w, buf_str(&day));
	buf_clear(&day);
	if (span.first <= span.last)
		span_day(&day, span.last);
	writer_value(w, buf_str(&day));
	buf_release(&day);
}

/* An edge, or the self loop of a node, by its place (graph/place.h). */
static void list_place(const struct edge_row *row, size_t place)
{
	const struct graph *g = row->m->g;
	const double *between = row->m->paths[row->length].edge_betweenness;
	bool loop = place >= g->edges;
	uint32_t node = (uint32_t)(place - g->edges);
	struct edge ends = loop ? (struct edge){node, node} : g->ends[place];
	struct writer *w = listing_row(row->l);
	writer_value(w, g->ids[ends.a]);
	writer_value(w, g->ids[ends.b]);
	writer_number(w, loop ? g->loop_weight[node] : graph_weight(g, place));
	writer_number(w, loop ? g->loop_rows[node] : g->rows ? g->rows[place] : 1);
	if (row->columns & EDGE_SPAN)
		list_span(w, row, place);
	if (row->columns & EDGE_BETWEENNESS)
		writer_number(w, loop ? (double)NAN : finite_or_nan(between[place]));
	if (row->columns & EDGE_BRIDGE)
		writer_number(w, loop ? (double)NAN : row->m->blocks.bridge[place]);
	writer_end(w);
}

/* The loops that come before (a, b) in the order of edges, from node `next` on; the next after
 * them. */
static size_t list_loops(const struct edge_row *row, size_t next, size_t a, size_t b)
{
	const struct graph *g = row->m->g;
	for (; g->loops && next < g->nodes && (next < a || (next == a && next < b)); next++)
		if (g->loop_rows[next])
			list_place(row, g->edges + next);
	return next;
}

static void list_heaviest(const struct edge_row *row, size_t top)
{
	const struct graph *g = row->m->g;
	double *weights = mem_resize(NULL, g->edges + 1, sizeof *weights);
	for (size_t e = 0; e < g->edges; e++)
		weights[e] = graph_weight(g, e);
	uint32_t *order = order_largest(weights, g->edges, &top);
	for (size_t i = 0; i < top; i++)
		list_place(row, order[i]);
	free(weights);
	free(order);
}

void edges_list(struct listing *l, const struct measures *m, const struct spells *spells,
	unsigned columns, enum path_length length, size_t top)
{
	const struct graph *g = m->g;
	const struct edge_row row = {l, m, spells, columns, length};
	struct str names[8] = {STR("source"), STR("target"), STR("weight"), STR("rows")};
	size_t n = 4, next = 0;
	if (columns & EDGE_SPAN) {
		names[n++] = STR("first");
		names[n++] = STR("last");
	}
	if (columns & EDGE_BETWEENNESS)
		names[n++] = str_of(EDGE_NAMES[length]);
	if (columns & EDGE_BRIDGE)
		names[n++] = STR("bridge");
	listing_header(l, names, n);
	if (top) {
		list_heaviest(&row, top);
		return;
	}
	for (size_t e = 0; e < g->edges; e++) {
		next = list_loops(&row, next, g->ends[e].a, g->ends[e].b);
		list_place(&row, e);
	}
	list_loops(&row, next, g->nodes, 0);
}
