#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/nodetable.h"
#include "record/reader.h"

/* The columns to keep: those of the list, or all but the id; last the one of attributes, if it is
 * not there. */
static size_t *columns_to_keep(const struct header *h, size_t id, const struct node_columns *spec,
	size_t *kept, size_t *n, struct arena *arena)
{
	bool all = spec->keep && strcmp(spec->keep, "*") == 0;
	size_t *listed = spec->keep && !all ? header_need_list(h, spec->keep, kept, arena) : NULL;
	size_t *columns = arena_alloc(arena, h->n + 1, sizeof *columns);
	*n = 0;
	for (size_t i = 0; all && i < h->n; i++)
		if (i != id)
			columns[(*n)++] = i;
	for (size_t i = 0; listed && i < *kept; i++)
		columns[(*n)++] = listed[i];
	*kept = *n;
	if (!spec->attr)
		return columns;
	size_t attr = header_need(h, str_of(spec->attr));
	for (size_t i = 0; i < *n; i++)
		if (columns[i] == attr)
			return columns;
	columns[(*n)++] = attr;
	return columns;
}

static void keep_row(struct node_table *table, const struct record *rec, const size_t *columns)
{
	size_t base = table->rows++ * table->ncolumns;
	if (base + table->ncolumns > table->cap) {
		table->cap = 2 * (base + table->ncolumns);
		table->values = mem_resize(table->values, table->cap, sizeof *table->values);
	}
	for (size_t i = 0; i < table->ncolumns; i++)
		table->values[base + i] =
			arena_str(&table->arena, record_value(rec, columns[i], &table->arena));
}

/* Where nodes are known by name: the columns of their keys and names; one of the two is needed. */
struct name_columns {
	long key, name;
};

static struct name_columns find_names(const struct header *h, const struct aliases *aliases)
{
	struct name_columns names = {COLUMN_NONE, COLUMN_NONE};
	if (!aliases->keys)
		return names;
	names.key = header_find(h, STR("name_key"));
	names.name = header_find(h, STR("name"));
	if (names.key == COLUMN_NONE && names.name == COLUMN_NONE)
		diex("nodes known by name need a column 'name_key' or 'name'");
	return names;
}

/* A node's name, by its key, and its id stand for it. */
static void learn_name(struct aliases *aliases, const struct record *rec, struct name_columns names,
	struct str id, struct arena *arena)
{
	struct str key = names.key == COLUMN_NONE ? (struct str){0}
	                                          : record_value(rec, (size_t)names.key, arena);
	if (!key.n && names.name != COLUMN_NONE)
		key = alias_key(record_value(rec, (size_t)names.name, arena), arena);
	if (key.n)
		aliases_add(aliases, key, id, &rec->pos);
	key = alias_key(id, arena);
	if (intern_find(&aliases->variants, key) == INTERN_NONE)
		aliases_add(aliases, key, id, &rec->pos);
}

void nodes_read(struct node_table *table, struct intern *ids, const struct node_columns *spec,
	struct aliases *aliases)
{
	char *files[] = {(char *)spec->file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *h = reader_header(reader);
	size_t id = header_need(h, str_of(spec->id ? spec->id : "id"));
	size_t *columns =
		columns_to_keep(h, id, spec, &table->kept, &table->ncolumns, &table->arena);
	struct name_columns names = find_names(h, aliases);
	struct record rec;
	table->names = arena_alloc(&table->arena, table->ncolumns, sizeof *table->names);
	for (size_t i = 0; i < table->ncolumns; i++)
		table->names[i] = arena_str(&table->arena, h->names[columns[i]]);
	while (reader_next(reader, &rec)) {
		struct str node = record_value(&rec, id, &table->arena);
		if (!aliases->keys)
			node = alias_of(aliases, node, &table->arena);
		if (node.n == 0)
			warn_at(&rec.pos, "node without a '" STR_FMT "'", STR_ARG(h->names[id]));
		else if (intern_add(ids, node) < table->rows)
			warn_at(&rec.pos, "node '" STR_FMT "' again; its first row stands",
				STR_ARG(node));
		else
			keep_row(table, &rec, columns);
		if (aliases->keys && node.n)
			learn_name(aliases, &rec, names, node, &table->arena);
	}
	reader_close(reader);
}

long node_table_find(const struct node_table *table, const char *name)
{
	for (size_t i = 0; i < table->ncolumns; i++)
		if (str_eq(table->names[i], str_of(name)))
			return (long)i;
	return COLUMN_NONE;
}

void node_table_release(struct node_table *table)
{
	free(table->values);
	arena_release(&table->arena);
	*table = (struct node_table){0};
}
