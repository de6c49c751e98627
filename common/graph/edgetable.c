#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "graph/edgetable.h"

void edge_table_add(struct edge_table *table, struct str value)
{
	table->values = mem_grow(table->values, table->n, &table->cap, sizeof *table->values);
	table->values[table->n++] = value.n ? arena_str(&table->arena, value) : value;
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

void edge_table_join(struct edge_table *table, const struct places *places)
{
	size_t columns = table->ncolumns;
	struct str *spare = mem_resize(NULL, places->rows + 1, sizeof *spare);
	struct str *values = mem_zero((places->n + 1) * columns + 1, sizeof *values);
	for (size_t p = 0; p < places->n; p++) {
		size_t first = places->start[p], n = places->start[p + 1] - first;
		for (size_t k = 0; n && k < columns; k++)
			values[p * columns + k] =
				join_values(table, places->by_place + first, n, k, spare);
	}
	free(table->values);
	free(spare);
	table->values = values;
}

void edge_table_release(struct edge_table *table)
{
	free(table->values);
	arena_release(&table->arena);
	*table = (struct edge_table){0};
}
