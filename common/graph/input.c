#include "base/diag.h"
#include "graph/batch.h"
#include "graph/input.h"
#include "record/list.h"
#include "record/number.h"

enum { ENDS = BATCH_ENDS, SHOWN_COLUMNS = 8 };

/* What weights may be, so that no sum of them leaves the doubles and no length is 0. */
static const double WEIGHT_MIN = 1e-100, WEIGHT_MAX = 1e100;

/* Pairs of columns that are the ends of edges in tables as people have them, the standard one
 * first. */
static const char *const PAIRS[][ENDS] = {
	{"source",    "target"    },
	{"from",      "to"        },
	{"a",         "b"         },
	{"org_a",     "org_b"     },
	{"sender",    "receiver"  },
	{"funder",    "recipient" },
	{"member_id", "network_id"},
};

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

static void note_rows(const struct reader *reader, size_t refused)
{
	diag_note("%zu rows read, %zu refused", reader_lines(reader),
		reader_refused(reader) + refused);
}

/* What a row of edges is read with. */
struct edge_reading {
	const struct header *h;
	size_t ends[ENDS];
	long weight;
	struct batch *batch;
	struct edge_table *others; /* or NULL */
	const size_t *other;       /* their columns */
	struct facts *facts;
	const struct aliases *aliases;
	struct arena arena; /* of the row at hand */
};

/* False when the row cannot be an edge, which has then been said. */
static bool read_edge(struct edge_reading *r, const struct record *rec)
{
	struct str end[ENDS];
	struct fact fact;
	double weight = 1;
	for (int k = 0; k < ENDS; k++)
		end[k] = alias_of(r->aliases, record_value(rec, r->ends[k], &r->arena), &r->arena);
	enum dating dating = facts_row(r->facts, rec, &r->arena, &fact);
	if (dating == DATING_OUTSIDE)
		return true;
	if (!end[0].n || !end[1].n) {
		warn_at(&rec->pos, "edge without a '" STR_FMT "'",
			STR_ARG(r->h->names[r->ends[end[0].n ? 1 : 0]]));
		return false;
	}
	if (r->weight != COLUMN_NONE &&
		!parse_weight(record_field(rec, (size_t)r->weight), &rec->pos, &weight))
		return false;
	if (dating != DATING_IN)
		return false;
	batch_add(r->batch, end[0], end[1], weight, &rec->pos);
	facts_keep(r->facts, &fact);
	for (size_t i = 0; r->others && i < r->others->ncolumns; i++)
		edge_table_add(r->others, record_value(rec, r->other[i], &r->arena));
	return true;
}

void edges_read(struct edgelist *list, struct reader *reader, const struct edge_columns *columns,
	struct edge_table *others, struct facts *facts, const struct aliases *aliases)
{
	struct edge_reading r = {
		.h = reader_header(reader), .others = others, .facts = facts, .aliases = aliases};
	struct record rec;
	size_t refused = 0;
	find_ends(r.h, columns, r.ends);
	facts_begin(facts, r.h);
	r.weight = find_weight(r.h, columns);
	r.other = others ? other_columns(others, r.h, r.ends, r.weight) : NULL;
	list->weighted = r.weight != COLUMN_NONE;
	r.batch = batch_new(&list->ids, &list->ids, take_edge, list);
	while (reader_next(reader, &rec)) {
		refused += !read_edge(&r, &rec);
		if (rec.escaped || aliases->keys)
			arena_reset(&r.arena);
	}
	batch_end(r.batch);
	note_rows(reader, refused);
	arena_release(&r.arena);
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
	struct batch *batch = batch_new(&two->events, &two->ids, take_participation, two);
	struct arena arena = {0}, columns = {0};
	struct record rec;
	size_t rows = 0, refused = 0;
	struct lists lists = {.facts = facts, .aliases = aliases};
	lists.of = header_need_list(h, of, &lists.n, &columns);
	facts_begin(facts, h);
	long shared = by ? (long)header_need(h, str_of(by)) : header_find(h, STR("id"));
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
	batch_end(batch);
	note_rows(reader, refused);
	arena_release(&arena);
	arena_release(&columns);
}
