#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/listing.h"
#include "graph/order.h"
#include "record/value.h"

static void add_name(struct header *names, struct str name)
{
	if (!header_add(names, name))
		diex("column '" STR_FMT "' would stand twice in the output; leave it out of --keep",
			STR_ARG(name));
}

/* The nodes to be listed, by the first measure; NULL: all, as they are. */
static uint32_t *largest_nodes(
	const struct measures *m, const struct node_measure *measure, size_t *top)
{
	if (!*top)
		return NULL;
	double *values = mem_resize(NULL, m->g->nodes + 1, sizeof *values);
	for (size_t i = 0; i < m->g->nodes; i++)
		values[i] = measure->value(m, measure->variant, i);
	uint32_t *order = order_largest(values, m->g->nodes, top);
	free(values);
	return order;
}

void nodes_list(struct writer *w, const struct measures *m,
	const struct node_measure *const *columns, size_t n, const struct node_table *table,
	size_t top, bool bare)
{
	uint32_t *order = largest_nodes(m, columns[0], &top);
	size_t kept = table ? table->kept : 0;
	struct header names = {0};
	add_name(&names, STR("id"));
	for (size_t k = 0; k < kept; k++)
		add_name(&names, table->names[k]);
	for (size_t k = 0; k < n; k++)
		add_name(&names, str_of(columns[k]->name));
	writer_header(w, &names, bare);
	header_release(&names);
	for (size_t place = 0; place < (order ? top : m->g->nodes); place++) {
		size_t i = order ? order[place] : place;
		writer_value(w, m->g->ids[i]);
		for (size_t k = 0; k < kept; k++)
			writer_value(w, node_table_value(table, m->g->number[i], k));
		for (size_t k = 0; k < n; k++)
			writer_number(w, columns[k]->value(m, columns[k]->variant, i));
		writer_end(w);
	}
	free(order);
}

static const char *const EDGE_NAMES[PATH_LENGTHS] = {
	"edge_betweenness", "edge_betweenness_inv", "edge_betweenness_dist"};

static double finite_or_nan(double value)
{
	return isfinite(value) ? value : (double)NAN;
}

static void list_edge(struct writer *w, const struct measures *m, unsigned columns,
	enum path_length length, size_t e)
{
	const struct graph *g = m->g;
	writer_value(w, g->ids[g->ends[e].a]);
	writer_value(w, g->ids[g->ends[e].b]);
	writer_number(w, graph_weight(g, e));
	writer_number(w, g->rows ? g->rows[e] : 1);
	if (columns & EDGE_BETWEENNESS)
		writer_number(w, finite_or_nan(m->paths[length].edge_betweenness[e]));
	if (columns & EDGE_BRIDGE)
		writer_number(w, m->blocks.bridge[e]);
	writer_end(w);
}

static void list_loop(struct writer *w, const struct graph *g, unsigned columns, size_t node)
{
	writer_value(w, g->ids[node]);
	writer_value(w, g->ids[node]);
	writer_number(w, g->loop_weight[node]);
	writer_number(w, g->loop_rows[node]);
	if (columns & EDGE_BETWEENNESS)
		writer_number(w, NAN);
	if (columns & EDGE_BRIDGE)
		writer_number(w, NAN);
	writer_end(w);
}

/* The loops that come before (a, b) in the order of edges, from node `next` on; the next after
 * them. */
static size_t list_loops(
	struct writer *w, const struct graph *g, unsigned columns, size_t next, size_t a, size_t b)
{
	for (; g->loops && next < g->nodes && (next < a || (next == a && next < b)); next++)
		if (g->loop_rows[next])
			list_loop(w, g, columns, next);
	return next;
}

static void list_heaviest(struct writer *w, const struct measures *m, unsigned columns,
	enum path_length length, size_t top)
{
	double *weights = mem_resize(NULL, m->g->edges + 1, sizeof *weights);
	for (size_t e = 0; e < m->g->edges; e++)
		weights[e] = graph_weight(m->g, e);
	uint32_t *order = order_largest(weights, m->g->edges, &top);
	for (size_t i = 0; i < top; i++)
		list_edge(w, m, columns, length, order[i]);
	free(weights);
	free(order);
}

void edges_list(struct writer *w, const struct measures *m, unsigned columns,
	enum path_length length, size_t top, bool bare)
{
	const struct graph *g = m->g;
	struct str names[6] = {STR("source"), STR("target"), STR("weight"), STR("rows")};
	size_t n = 4, next = 0;
	if (columns & EDGE_BETWEENNESS)
		names[n++] = str_of(EDGE_NAMES[length]);
	if (columns & EDGE_BRIDGE)
		names[n++] = STR("bridge");
	writer_names(w, names, n, bare);
	if (top) {
		list_heaviest(w, m, columns, length, top);
		return;
	}
	for (size_t e = 0; e < g->edges; e++) {
		next = list_loops(w, g, columns, next, g->ends[e].a, g->ends[e].b);
		list_edge(w, m, columns, length, e);
	}
	list_loops(w, g, columns, next, g->nodes, 0);
}

void summary_list(struct writer *w, const struct measures *m,
	const struct graph_measure *const *rows, size_t n, bool bare)
{
	struct str names[] = {STR("measure"), STR("value")};
	writer_names(w, names, 2, bare);
	for (size_t i = 0; i < n; i++) {
		writer_value(w, str_of(rows[i]->name));
		writer_number(w, graph_measure_value(rows[i], m));
		writer_end(w);
	}
}

void slices_header(
	struct writer *w, const struct graph_measure *const *columns, size_t n, bool bare)
{
	struct header names = {0};
	add_name(&names, STR("slice"));
	for (size_t i = 0; i < n; i++)
		add_name(&names, str_of(columns[i]->name));
	writer_header(w, &names, bare);
	header_release(&names);
}

void slice_list(struct writer *w, const struct measures *m,
	const struct graph_measure *const *columns, size_t n, enum slice_unit unit, int slice)
{
	struct buf name = {0};
	slice_format(&name, unit, slice);
	writer_value(w, buf_str(&name));
	for (size_t i = 0; i < n; i++)
		writer_number(w, graph_measure_value(columns[i], m));
	writer_end(w);
	buf_release(&name);
}

struct projection_sink {
	struct writer *w;
	struct str *fields; /* the ids as they are written */
	const size_t *order;
	size_t n;
};

/* Every id is written many times, so it is escaped once. */
static struct str *encode_ids(const struct str *ids, size_t n, struct arena *arena)
{
	struct buf field = {0};
	struct str *fields = arena_alloc(arena, n + 1, sizeof *fields);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&field);
		value_encode(&field, ids[i]);
		fields[i] = field.n == ids[i].n ? ids[i] : arena_str(arena, buf_str(&field));
	}
	buf_release(&field);
	return fields;
}

static void list_projected(void *sink, const struct projected *edge)
{
	const struct projection_sink *s = sink;
	writer_field(s->w, s->fields[edge->a]);
	writer_field(s->w, s->fields[edge->b]);
	for (size_t i = 0; i < s->n; i++)
		writer_number(s->w, edge->weight[s->order[i]]);
	writer_end(s->w);
}

void projection_list(
	struct writer *w, const struct twomode *two, const size_t *order, size_t n, bool bare)
{
	struct arena arena = {0};
	struct projection_sink sink = {w, encode_ids(two->texts, two->nitems, &arena), order, n};
	unsigned wanted = 0;
	struct str names[2 + PROJECT_WEIGHTS] = {STR("source"), STR("target")};
	for (size_t i = 0; i < n; i++) {
		names[2 + i] = str_of(PROJECTION_NAMES[order[i]]);
		wanted |= 1u << order[i];
	}
	writer_names(w, names, 2 + n, bare);
	twomode_project(two, wanted, list_projected, &sink);
	arena_release(&arena);
}

static void list_cell(struct writer *w, const struct graph *g, const struct grouping *groups,
	const struct mixing_cell *cell)
{
	double edges = (double)cell->edges;
	writer_value(w, grouping_name(groups, cell->a));
	writer_value(w, grouping_name(groups, cell->b));
	writer_number(w, edges);
	writer_number(w, cell->weight);
	writer_number(w, cell->possible);
	writer_number(w, cell->possible > 0 ? edges / cell->possible : (double)NAN);
	if (!g->directed) {
		writer_number(w, cell->perm_mean);
		writer_number(w, cell->perm_sd);
		writer_number(w, cell->perm_sd > 0 ? (edges - cell->perm_mean) / cell->perm_sd
						   : (double)NAN);
		writer_number(w, cell->config_mean);
	}
	writer_end(w);
}

void mixing_list(struct writer *w, const struct graph *g, const struct grouping *groups, bool bare)
{
	static const struct str undirected[] = {STR_CONST("a"), STR_CONST("b"), STR_CONST("edges"),
		STR_CONST("weight"), STR_CONST("possible"), STR_CONST("density"),
		STR_CONST("perm_mean"), STR_CONST("perm_sd"), STR_CONST("z"),
		STR_CONST("config_mean")};
	static const struct str directed[] = {STR_CONST("from"), STR_CONST("to"), STR_CONST("arcs"),
		STR_CONST("weight"), STR_CONST("possible"), STR_CONST("density")};
	size_t n;
	struct mixing_cell *cells = mixing_table(g, groups, &n);
	if (g->directed)
		writer_names(w, directed, sizeof directed / sizeof *directed, bare);
	else
		writer_names(w, undirected, sizeof undirected / sizeof *undirected, bare);
	for (size_t i = 0; i < n; i++)
		list_cell(w, g, groups, &cells[i]);
	free(cells);
}

void backbone_list(
	struct writer *w, const struct graph *g, double level, enum backbone_rule rule, bool bare)
{
	static const struct str names[] = {STR_CONST("source"), STR_CONST("target"),
		STR_CONST("weight"), STR_CONST("alpha_source"), STR_CONST("alpha_target"),
		STR_CONST("alpha_min"), STR_CONST("alpha_max"), STR_CONST("keep_or"),
		STR_CONST("keep_and")};
	struct backbone b;
	backbone_find(&b, g);
	writer_names(w, names, sizeof names / sizeof *names, bare);
	for (size_t e = 0; e < g->edges; e++) {
		double least = fmin(b.source[e], b.target[e]),
		       most = fmax(b.source[e], b.target[e]);
		if ((rule == BACKBONE_OR && least >= level) ||
			(rule == BACKBONE_AND && most >= level))
			continue;
		writer_value(w, g->ids[g->ends[e].a]);
		writer_value(w, g->ids[g->ends[e].b]);
		writer_number(w, graph_weight(g, e));
		writer_number(w, b.source[e]);
		writer_number(w, b.target[e]);
		writer_number(w, least);
		writer_number(w, most);
		writer_number(w, least < level);
		writer_number(w, most < level);
		writer_end(w);
	}
	backbone_release(&b);
}
