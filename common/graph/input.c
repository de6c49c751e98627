#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "graph/input.h"
#include "record/list.h"
#include "record/number.h"

enum { BATCH = 64, ENDS = 2, SHOWN_COLUMNS = 8 };

/* What weights may be, so that no sum of them leaves the doubles and no length is 0. */
static const double WEIGHT_MIN = 1e-100, WEIGHT_MAX = 1e100;

/* Pairs of columns that are the ends of edges in tables as people have them, the standard one
 * first. */
static const char *const PAIRS[][ENDS] = {
	{"source", "target"   },
	{"from",   "to"       },
	{"a",      "b"        },
	{"org_a",  "org_b"    },
	{"sender", "receiver" },
	{"funder", "recipient"},
};

/*
 * Rows wait in a batch so that the memory of the hash table can be on its way before it is asked
 * for; their bytes are copied because the reader's block moves on.
 */
struct batch {
	struct intern *tables[ENDS];
	struct buf bytes;
	size_t n;
	struct waiting {
		size_t at[ENDS], length[ENDS];
		uint64_t hash[ENDS];
		double weight;
		struct pos pos;
	} rows[BATCH];
	void (*take)(void *sink, uint32_t a, uint32_t b, const struct waiting *row);
	void *sink;
};

static void batch_flush(struct batch *batch)
{
	for (size_t i = 0; i < batch->n; i++) {
		const struct waiting *row = &batch->rows[i];
		uint32_t number[ENDS];
		for (int k = 0; k < ENDS; k++) {
			struct str text = {batch->bytes.p + row->at[k], row->length[k]};
			number[k] = intern_add_hashed(batch->tables[k], text, row->hash[k]);
		}
		batch->take(batch->sink, number[0], number[1], row);
	}
	batch->n = 0;
	buf_clear(&batch->bytes);
}

static void batch_add(
	struct batch *batch, struct str a, struct str b, double weight, const struct pos *pos)
{
	struct waiting *row = &batch->rows[batch->n++];
	struct str ends[ENDS] = {a, b};
	row->weight = weight;
	row->pos = *pos;
	for (int k = 0; k < ENDS; k++) {
		row->at[k] = batch->bytes.n;
		row->length[k] = ends[k].n;
		row->hash[k] = hash_bytes(ends[k]);
		intern_prefetch(batch->tables[k], row->hash[k]);
		buf_addstr(&batch->bytes, ends[k]);
	}
	if (batch->n == BATCH)
		batch_flush(batch);
}

static void take_edge(void *sink, uint32_t a, uint32_t b, const struct waiting *row)
{
	struct edgelist *list = sink;
	if (a == b)
		warn_at(&row->pos, "self loop at '" STR_FMT "' takes no part in measures",
			STR_ARG(intern_text(&list->ids, a)));
	edgelist_add(list, a, b, row->weight);
}

_Noreturn static void no_ends(const struct header *h)
{
	struct buf names = {0};
	for (size_t i = 0; i < h->n && i < SHOWN_COLUMNS; i++)
		buf_fmt(&names, "%s'" STR_FMT "'", i ? ", " : "", STR_ARG(h->names[i]));
	diex("no columns for the ends of edges among %s%s; name them with --source and --target, "
	     "or --of",
		buf_cstr(&names), h->n > SHOWN_COLUMNS ? " …" : "");
}

static void find_ends(
	const struct header *h, const struct edge_columns *columns, size_t ends[static ENDS])
{
	const char *given[ENDS] = {columns->source, columns->target};
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
		bool found = true;
		for (int k = 0; k < ENDS; k++) {
			long at = given[k] ? (long)header_need(h, str_of(given[k]))
			                   : header_find(h, str_of(PAIRS[i][k]));
			found = found && at != COLUMN_NONE;
			ends[k] = (size_t)at;
		}
		if (found)
			return;
	}
	no_ends(h);
}

static long find_weight(const struct header *h, const struct edge_columns *columns)
{
	if (columns->unweighted)
		return COLUMN_NONE;
	return columns->weight ? (long)header_need(h, str_of(columns->weight))
	                       : header_find(h, STR("weight"));
}

/* False when the weight cannot be one, which has then been said. */
static bool parse_weight(struct str text, const struct pos *pos, double *weight)
{
	*weight = 1;
	if (text.n == 0)
		warn_at(pos, "missing weight counts as 1");
	else if (!number_parse(text, weight))
		warn_at(pos, "weight '" STR_FMT "' is not a number", STR_ARG(text));
	else if (*weight == 0)
		warn_at(pos, "weight '" STR_FMT "' is no tie", STR_ARG(text));
	else if (*weight < 0)
		warn_at(pos, "weight '" STR_FMT "' is negative", STR_ARG(text));
	else if (*weight < WEIGHT_MIN || *weight > WEIGHT_MAX)
		warn_at(pos, "weight '" STR_FMT "' is out of range (1e-100 to 1e100)",
			STR_ARG(text));
	else
		return true;
	return text.n == 0;
}

/* Which columns are none of the ends and not the weight; the table gets their names. */
static size_t *other_columns(
	struct edge_table *others, const struct header *h, const size_t *ends, long weights)
{
	size_t *columns = arena_alloc(&others->arena, h->n + 1, sizeof *columns);
	others->names = arena_alloc(&others->arena, h->n + 1, sizeof *others->names);
	for (size_t i = 0; i < h->n; i++) {
		if (i == ends[0] || i == ends[1] || (long)i == weights)
			continue;
		others->names[others->ncolumns] = arena_str(&others->arena, h->names[i]);
		columns[others->ncolumns++] = i;
	}
	return columns;
}

void facts_release(struct facts *facts)
{
	dated_release(&facts->dated);
	relations_release(&facts->relations);
}

static void facts_begin(struct facts *facts, const struct header *h)
{
	dated_begin(&facts->dated, h);
	relations_begin(&facts->relations, h);
}

/* The facts of one row, until it is known to be taken. */
struct fact {
	struct days days;
	uint32_t relation;
};

static enum dating facts_row(
	struct facts *facts, const struct record *rec, struct arena *arena, struct fact *fact)
{
	enum dating dating = dated_row(&facts->dated, rec, arena, &fact->days);
	fact->relation = dating == DATING_IN ? relations_row(&facts->relations, rec, arena) : 0;
	return dating;
}

static void facts_keep(struct facts *facts, const struct fact *fact)
{
	dated_keep(&facts->dated, fact->days);
	relations_keep(&facts->relations, fact->relation);
}

void edges_read(struct edgelist *list, struct reader *reader, const struct edge_columns *columns,
	struct edge_table *others, struct facts *facts, const struct aliases *aliases)
{
	const struct header *h = reader_header(reader);
	struct batch *batch = mem_zero(1, sizeof *batch);
	struct arena arena = {0};
	struct record rec;
	size_t ends[ENDS], refused = 0;
	find_ends(h, columns, ends);
	facts_begin(facts, h);
	long weights = find_weight(h, columns);
	size_t *other = others ? other_columns(others, h, ends, weights) : NULL;
	list->weighted = weights != COLUMN_NONE;
	batch->tables[0] = batch->tables[1] = &list->ids;
	batch->take = take_edge;
	batch->sink = list;
	while (reader_next(reader, &rec)) {
		if (rec.escaped || aliases->keys)
			arena_reset(&arena);
		struct str a = alias_of(aliases, record_value(&rec, ends[0], &arena), &arena),
			   b = alias_of(aliases, record_value(&rec, ends[1], &arena), &arena);
		double weight = 1;
		struct fact fact;
		enum dating dating = facts_row(facts, &rec, &arena, &fact);
		bool good = a.n && b.n;
		if (dating == DATING_OUTSIDE)
			continue;
		if (!good)
			warn_at(&rec.pos, "edge without a '" STR_FMT "'",
				STR_ARG(h->names[ends[a.n ? 1 : 0]]));
		else if (weights != COLUMN_NONE)
			good = parse_weight(record_field(&rec, (size_t)weights), &rec.pos, &weight);
		good = good && dating == DATING_IN;
		if (good) {
			batch_add(batch, a, b, weight, &rec.pos);
			facts_keep(facts, &fact);
		}
		for (size_t i = 0; good && others && i < others->ncolumns; i++)
			edge_table_add(others, record_value(&rec, other[i], &arena));
		refused += !good;
	}
	batch_flush(batch);
	diag_note("%zu rows read, %zu refused", reader_lines(reader),
		reader_refused(reader) + refused);
	buf_release(&batch->bytes);
	free(batch);
	arena_release(&arena);
}

static void take_participation(void *sink, uint32_t event, uint32_t item, const struct waiting *row)
{
	twomode_add(sink, event, item, &row->pos);
}

struct lists {
	const size_t *of; /* columns */
	size_t n;
	struct facts *facts;
	const struct aliases *aliases;
};

/* The items of one record, in all its list columns. */
static void read_items(struct batch *batch, const struct record *rec, const struct lists *lists,
	struct str by, const struct fact *fact, struct arena *arena)
{
	for (size_t i = 0; i < lists->n; i++) {
		struct str rest = record_value(rec, lists->of[i], arena), item;
		while (list_next(&rest, &item)) {
			batch_add(batch, by, alias_of(lists->aliases, item, arena), 1, &rec->pos);
			facts_keep(lists->facts, fact);
		}
	}
}

void participations_read(struct twomode *two, struct reader *reader, const char *by, const char *of,
	struct facts *facts, const struct aliases *aliases)
{
	const struct header *h = reader_header(reader);
	struct batch *batch = mem_zero(1, sizeof *batch);
	struct arena arena = {0}, columns = {0};
	struct record rec;
	size_t rows = 0, refused = 0;
	struct lists lists = {.facts = facts, .aliases = aliases};
	lists.of = header_need_list(h, of, &lists.n, &columns);
	facts_begin(facts, h);
	long shared = by ? (long)header_need(h, str_of(by)) : header_find(h, STR("id"));
	batch->tables[0] = &two->events;
	batch->tables[1] = &two->ids;
	batch->take = take_participation;
	batch->sink = two;
	while (reader_next(reader, &rec)) {
		struct str event = shared == COLUMN_NONE
		                           ? arena_fmt(&arena, "row %zu", ++rows)
		                           : record_value(&rec, (size_t)shared, &arena);
		struct fact fact;
		enum dating dating = facts_row(facts, &rec, &arena, &fact);
		if (!event.n)
			warn_at(&rec.pos, "record without a '" STR_FMT "'",
				STR_ARG(h->names[shared]));
		else if (dating == DATING_IN)
			read_items(batch, &rec, &lists, event, &fact, &arena);
		refused += event.n == 0 || dating == DATING_REFUSED;
		arena_reset(&arena);
	}
	batch_flush(batch);
	diag_note("%zu rows read, %zu refused", reader_lines(reader),
		reader_refused(reader) + refused);
	buf_release(&batch->bytes);
	free(batch);
	arena_release(&arena);
	arena_release(&columns);
}

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
