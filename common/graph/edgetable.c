#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "graph/edgetable.h"

void edge_table_add(struct edge_table *table, struct str value)
{
	table->values = mem_grow(table->values, table->n, &table->cap, sizeof *table->values);
	table->values[table->n++] = value.n ? arena_str(&table->arena, value) : value;
}

void edge_table_keep_ends(struct edge_table *table, const struct edgelist *list)
{
	table->rows = list->n;
	table->nodes = list->ids.n;
	table->ends = mem_resize(NULL, list->n + 1, sizeof *table->ends);
	if (list->n)
		memcpy(table->ends, list->ends, list->n * sizeof *table->ends);
}

/* Where the edge of each row is in the joined table; behind all of it when the graph has no such
 * edge.
 */
static size_t *places_of_rows(const struct edge_table *table, const struct graph *g)
{
	uint32_t *node = mem_resize(NULL, table->nodes + 1, sizeof *node);
	size_t *place = mem_resize(NULL, table->rows + 1, sizeof *place);
	memset(node, 0xff, table->nodes * sizeof *node);
	for (uint32_t i = 0; i < g->nodes; i++)
		node[g->number[i]] = i;
	for (size_t row = 0; row < table->rows; row++) {
		uint32_t a = node[table->ends[row].a], b = node[table->ends[row].b];
		place[row] = g->edges + g->nodes;
		if (a == UINT32_MAX || b == UINT32_MAX)
			continue;
		size_t at = a == b ? g->edges + a : graph_edge(g, a, b);
		if (at != SIZE_MAX)
			place[row] = at;
	}
	free(node);
	return place;
}

/* The rows in order of their places: those of place p from start[p] on. */
static size_t *sort_rows(const size_t *place, size_t rows, size_t places, size_t *start)
{
	size_t *sorted = mem_resize(NULL, rows + 1, sizeof *sorted);
	for (size_t i = 0; i < rows; i++)
		start[place[i] + 1]++;
	for (size_t p = 0; p < places; p++)
		start[p + 1] += start[p];
	for (size_t i = rows; i-- > 0;)
		sorted[--start[place[i] + 1]] = i;
	return sorted;
}

/* The distinct values of a column in these rows, joined. */
static struct str join_values(
	struct edge_table *table, const size_t *rows, size_t n, size_t column, struct str *spare)
{
	struct buf joined = {0};
	size_t found = 0;
	for (size_t i = 0; i < n; i++) {
		struct str value = table->values[rows[i] * table->ncolumns + column];
		if (value.n)
			spare[found++] = value;
	}
	if (n == 1 || found == 0)
		return found ? spare[0] : (struct str){0};
	qsort(spare, found, sizeof *spare, str_cmp_qsort);
	for (size_t i = 0; i < found; i++) {
		if (i && str_eq(spare[i], spare[i - 1]))
			continue;
		if (i)
			buf_putc(&joined, ';');
		buf_addstr(&joined, spare[i]);
	}
	struct str all = arena_str(&table->arena, buf_str(&joined));
	buf_release(&joined);
	return all;
}

void edge_table_join(struct edge_table *table, const struct graph *g)
{
	size_t places = g->edges + g->nodes, columns = table->ncolumns;
	size_t *start = mem_zero(places + 3, sizeof *start);
	size_t *place = places_of_rows(table, g);
	size_t *sorted = sort_rows(place, table->rows, places + 1, start);
	struct str *spare = mem_resize(NULL, table->rows + 1, sizeof *spare);
	struct str *values = mem_zero((places + 1) * columns + 1, sizeof *values);
	for (size_t p = 0; p < places; p++) {
		size_t n = start[p + 2] - start[p + 1];
		for (size_t k = 0; n && k < columns; k++)
			values[p * columns + k] =
				join_values(table, sorted + start[p + 1], n, k, spare);
	}
	free(table->values);
	free(start);
	free(place);
	free(sorted);
	free(spare);
	table->values = values;
}

void edge_table_release(struct edge_table *table)
{
	free(table->values);
	free(table->ends);
	arena_release(&table->arena);
	*table = (struct edge_table){0};
}
