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

void listing_header(struct listing *l, const struct str *names, size_t n)
{
	struct header all = {0};
	if (l->begun)
		return;
	l->begun = true;
	for (size_t i = 0; i < l->n; i++)
		add_name(&all, l->names[i]);
	for (size_t i = 0; i < n; i++)
		add_name(&all, names[i]);
	writer_header(l->w, &all, l->bare);
	header_release(&all);
}

struct writer *listing_row(struct listing *l)
{
	for (size_t i = 0; i < l->n; i++)
		writer_value(l->w, l->values[i]);
	return l->w;
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

/* The header of the table of nodes. */
static void name_columns(struct listing *l, const struct measures *m,
	const struct node_measure *const *columns, size_t n, const struct node_table *table)
{
	struct arena arena = {0};
	struct str *names = arena_alloc(&arena, 2 + table->kept + n, sizeof *names);
	size_t all = 0;
	names[all++] = STR("id");
	if (m->items != UINT32_MAX)
		names[all++] = STR("mode");
	for (size_t k = 0; k < table->kept; k++)
		names[all++] = table->names[k];
	for (size_t k = 0; k < n; k++)
		names[all++] = str_of(columns[k]->name);
	listing_header(l, names, all);
	arena_release(&arena);
}

void nodes_list(struct listing *l, const struct measures *m,
	const struct node_measure *const *columns, size_t n, const struct node_table *table,
	size_t top)
{
	uint32_t *order = largest_nodes(m, columns[0], &top);
	name_columns(l, m, columns, n, table);
	for (size_t place = 0; place < (order ? top : m->g->nodes); place++) {
		size_t i = order ? order[place] : place;
		struct writer *w = listing_row(l);
		writer_value(w, m->g->ids[i]);
		if (m->items != UINT32_MAX)
			writer_value(w, measures_is_event(m, i) ? STR("by") : STR("of"));
		for (size_t k = 0; k < table->kept; k++)
			writer_value(w, node_table_value(table, m->g->number[i], k));
		for (size_t k = 0; k < n; k++)
			writer_number(w, columns[k]->value(m, columns[k]->variant, i));
		writer_end(w);
	}
	free(order);
}

void summary_list(struct listing *l, const struct measures *m,
	const struct graph_measure *const *rows, size_t n)
{
	const struct str names[] = {STR("measure"), STR("value")};
	listing_header(l, names, 2);
	for (size_t i = 0; i < n; i++) {
		struct writer *w = listing_row(l);
		writer_value(w, str_of(rows[i]->name));
		writer_number(w, graph_measure_value(rows[i], m));
		writer_end(w);
	}
}

void summary_row(struct listing *l, const struct measures *m,
	const struct graph_measure *const *columns, size_t n)
{
	struct writer *w = listing_row(l);
	for (size_t i = 0; i < n; i++)
		writer_number(w, graph_measure_value(columns[i], m));
	writer_end(w);
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

static void list_cell(
	struct writer *w, const struct grouping *groups, const struct mixing_cell *cell)
{
	double edges = (double)cell->edges;
	writer_value(w, grouping_name(groups, cell->a));
	writer_value(w, grouping_name(groups, cell->b));
	writer_number(w, edges);
	writer_number(w, cell->weight);
	writer_number(w, cell->possible);
	writer_number(w, cell->possible > 0 ? edges / cell->possible : (double)NAN);
	writer_number(w, cell->perm_mean);
	writer_number(w, cell->perm_sd);
	writer_number(
		w, cell->perm_sd > 0 ? (edges - cell->perm_mean) / cell->perm_sd : (double)NAN);
	writer_number(w, cell->config_mean);
}

static void name_mixing(struct listing *l, bool directed, bool permuted)
{
	const struct str names[] = {directed ? STR("from") : STR("a"),
		directed ? STR("to") : STR("b"), directed ? STR("arcs") : STR("edges"),
		STR("weight"), STR("possible"), STR("density"), STR("perm_mean"), STR("perm_sd"),
		STR("z"), STR("config_mean"), STR("p_low"), STR("p_high")};
	listing_header(l, names, permuted ? 12 : 10);
}

void mixing_list(struct listing *l, const struct graph *g, const struct grouping *groups,
	size_t rounds, uint32_t seed)
{
	size_t n;
	struct mixing_cell *cells = mixing_table(g, groups, &n);
	struct chances *chances = mem_zero(n + 1, sizeof *chances);
	if (rounds && groups->n > PERMUTED_GROUPS_MAX)
		diex("%zu groups are too many for --permutations; the limit is %d", groups->n,
			PERMUTED_GROUPS_MAX);
	if (rounds)
		permutation_cells(chances, cells, n, g, groups, rounds, seed);
	name_mixing(l, g->directed, rounds);
	for (size_t i = 0; i < n; i++) {
		struct writer *w = listing_row(l);
		list_cell(w, groups, &cells[i]);
		if (rounds) {
			writer_number(w, chances[i].low);
			writer_number(w, chances[i].high);
		}
		writer_end(w);
	}
	free(chances);
	free(cells);
}

void backbone_list(struct listing *l, const struct graph *g, double level, enum backbone_rule rule)
{
	static const struct str names[] = {STR_CONST("source"), STR_CONST("target"),
		STR_CONST("weight"), STR_CONST("alpha_source"), STR_CONST("alpha_target"),
		STR_CONST("alpha_min"), STR_CONST("alpha_max"), STR_CONST("keep_or"),
		STR_CONST("keep_and")};
	struct backbone b;
	backbone_find(&b, g);
	listing_header(l, names, sizeof names / sizeof *names);
	for (size_t e = 0; e < g->edges; e++) {
		double least = fmin(b.source[e], b.target[e]),
		       most = fmax(b.source[e], b.target[e]);
		if ((rule == BACKBONE_OR && least >= level) ||
			(rule == BACKBONE_AND && most >= level))
			continue;
		struct writer *w = listing_row(l);
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
