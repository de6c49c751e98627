#include "base/diag.h"
#include "base/mem.h"
#include "base/near.h"
#include "date/edtf.h"
#include "expr/order.h"
#include "record/number.h"

enum key_kind { KEY_TEXT, KEY_NUMBER, KEY_DATE };

struct order_key {
	size_t column;
	struct str name;
	enum key_kind kind;
	bool reverse;
};

struct key_value {
	union {
		struct str text;
		double number;
		struct {
			int32_t first, last;
		} date;
	};
	bool missing;
};

/* What is moved while sorting; the position keeps the sort stable. */
struct order_row {
	struct key_value *values;
	struct str line;
	size_t position;
};

/* The name at the front of *rest, up to a colon or comma or in backquotes. */
static bool take_name(struct str *rest, struct str *name)
{
	bool quoted = str_starts(*rest, STR("`"));
	size_t end = 0;
	if (quoted) {
		*rest = str_from(*rest, 1);
		end = str_index(*rest, '`');
	} else {
		while (end < rest->n && rest->p[end] != ':' && rest->p[end] != ',')
			end++;
	}
	if (end == 0 || (quoted && end == rest->n))
		return false;
	*name = quoted ? str_head(*rest, end) : str_trim(str_head(*rest, end));
	*rest = str_from(*rest, end + quoted);
	return true;
}

static bool take_flags(struct str *rest, struct order_key *key)
{
	if (!str_starts(*rest, STR(":")))
		return true;
	for (*rest = str_from(*rest, 1); rest->n && rest->p[0] != ','; *rest = str_from(*rest, 1)) {
		switch (rest->p[0]) {
		case 'n': key->kind = KEY_NUMBER; break;
		case 'd': key->kind = KEY_DATE; break;
		case 'r': key->reverse = true; break;
		default: return false;
		}
	}
	return true;
}

/* One key off the front of *rest, with the comma behind it. */
static bool take_key(
	struct str *rest, struct order_key *key, const struct header *header, struct buf *why)
{
	if (!take_name(rest, &key->name) || !take_flags(rest, key) ||
		(rest->n && rest->p[0] != ',')) {
		buf_fmt(why, "malformed list of columns to sort by (COL, COL:n, COL:d, COL:r)");
		return false;
	}
	long column = header_find(header, key->name);
	if (column == COLUMN_NONE) {
		buf_fmt(why, "unknown column '" STR_FMT "'", STR_ARG(key->name));
		near_suggest(key->name, header->names, header->n, why);
		return false;
	}
	key->column = (size_t)column;
	return true;
}

static bool find_alphabet(struct order *o, struct str lang, struct buf *why)
{
	struct buf languages = {0};
	o->collation = collate_find(lang, &o->arena, &languages);
	if (!o->collation)
		buf_fmt(why, "no alphabet is known for '" STR_FMT "' (there are %s)", STR_ARG(lang),
			buf_cstr(&languages));
	buf_release(&languages);
	return o->collation;
}

bool order_init(struct order *o, struct str list, struct str lang, const struct header *header,
	struct buf *why)
{
	size_t cap = 0;
	bool more = true;
	*o = (struct order){.ncolumns = header->n, .end = mem_zero(header->n, sizeof *o->end)};
	while (more) {
		o->keys = mem_grow(o->keys, o->nkeys, &cap, sizeof *o->keys);
		o->keys[o->nkeys] = (struct order_key){0};
		if (!take_key(&list, &o->keys[o->nkeys++], header, why))
			return false;
		more = list.n > 0;
		list = str_from(list, more);
	}
	return lang.n == 0 || find_alphabet(o, lang, why);
}

static void read_value(struct order *o, const struct order_key *key, const struct record *rec,
	struct str text, struct key_value *value)
{
	struct edtf date;
	value->missing = text.n == 0;
	if (text.n == 0)
		return;
	switch (key->kind) {
	case KEY_TEXT:
		value->text = o->collation ? collate_key(o->collation, text, &o->arena)
		                           : arena_str(&o->arena, text);
		return;
	case KEY_NUMBER:
		if (number_parse(text, &value->number))
			return;
		warn_at(&rec->pos, "not a number: '" STR_FMT "' in '" STR_FMT "'", STR_ARG(text),
			STR_ARG(key->name));
		break;
	case KEY_DATE:
		if (edtf_parse(text, &date)) {
			value->date.first = date.first;
			value->date.last = date.last;
			return;
		}
		warn_at(&rec->pos, "not a date: '" STR_FMT "' in '" STR_FMT "'", STR_ARG(text),
			STR_ARG(key->name));
		break;
	}
	value->missing = true;
}

void order_add(struct order *o, const struct record *rec)
{
	struct arena decoded = {0};
	o->rows = mem_grow(o->rows, o->n, &o->cap, sizeof *o->rows);
	struct order_row *row = &o->rows[o->n];
	*row = (struct order_row){.position = o->n++};
	row->line = arena_str(
		&o->arena, (struct str){rec->line.p, rec->line.n + 1}); /* with its line feed */
	row->values = arena_zero(&o->arena, o->nkeys, sizeof *row->values);
	for (size_t i = 0; i < o->nkeys; i++) {
		struct str text = record_value(rec, o->keys[i].column, &decoded);
		read_value(o, &o->keys[i], rec, text, &row->values[i]);
	}
	arena_release(&decoded);
}

static int compare_values(enum key_kind kind, const struct key_value *a, const struct key_value *b)
{
	switch (kind) {
	case KEY_TEXT: return str_cmp(a->text, b->text);
	case KEY_NUMBER: return (a->number > b->number) - (a->number < b->number);
	default: break;
	}
	if (a->date.first != b->date.first)
		return a->date.first > b->date.first ? 1 : -1;
	return (a->date.last > b->date.last) - (a->date.last < b->date.last);
}

static int compare_rows(const void *x, const void *y, void *context)
{
	const struct order_row *a = x, *b = y;
	const struct order *o = context;
	for (size_t i = 0; i < o->nkeys; i++) {
		const struct key_value *u = &a->values[i], *v = &b->values[i];
		if (u->missing != v->missing)
			return u->missing ? 1 : -1;
		int d = u->missing ? 0 : compare_values(o->keys[i].kind, u, v);
		if (d)
			return o->keys[i].reverse ? -d : d;
	}
	return a->position > b->position ? 1 : -1;
}

void order_sort(struct order *o)
{
	if (o->n)
		qsort_r(o->rows, o->n, sizeof *o->rows, compare_rows, o);
}

struct record order_get(struct order *o, size_t i)
{
	struct str line = o->rows[i].line;
	size_t n = 0;
	for (size_t at = 0; at < line.n; at++)
		if (line.p[at] == '\t' || line.p[at] == '\n')
			o->end[n++] = (uint32_t)at;
	return (struct record){
		.line = str_head(line, line.n - 1), .block = line.p, .end = o->end, .n = n};
}

void order_release(struct order *o)
{
	free(o->keys);
	free(o->rows);
	free(o->end);
	arena_release(&o->arena);
	*o = (struct order){0};
}
