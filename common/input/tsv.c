#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "input/rows.h"
#include "record/value.h"

/*
 * Tab-separated text: a line is a row, quotes are ordinary characters, and the escapes of
 * koop-record(5) are decoded.
 */
struct tsv {
	struct str *fields;
	size_t cap;
	struct arena arena; /* decoded fields of the row */
	bool skip_rest;
};

static void *tsv_open(const struct rows *r)
{
	(void)r;
	return mem_zero(1, sizeof(struct tsv));
}

static void tsv_close(void *state)
{
	struct tsv *t = state;
	arena_release(&t->arena);
	free(t->fields);
	free(t);
}

static void add_field(struct tsv *t, struct row *row, struct str field)
{
	if (row->n > LIMIT_COLUMNS)
		return;
	t->fields = mem_grow(t->fields, row->n, &t->cap, sizeof *t->fields);
	t->fields[row->n++] = field;
}

static void split_fields(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	struct str rest = row->raw, field;
	row->n = 0;
	row->plain = true;
	while (row->raw.n && str_split(&rest, '\t', &field))
		add_field(t, row, field);
	row->fields = t->fields;
}

static enum rows_status decode_fields(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	if (str_index(row->raw, '\\') == row->raw.n)
		return ROWS_ROW;
	if (!value_escapes_valid(row->raw)) {
		buf_puts(&r->why, "unknown escape (only \\t \\n \\r \\\\ are known; with -f csv -d "
				  "TAB a backslash "
				  "is an ordinary character)");
		return ROWS_REFUSED;
	}
	arena_reset(&t->arena);
	row->plain = false;
	for (size_t i = 0; i < row->n; i++)
		row->fields[i] = value_decode(row->fields[i], &t->arena);
	return ROWS_ROW;
}

static enum rows_status next_line(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	struct source *s = r->source;
	size_t end = source_line(s, 0, LIMIT_RECORD);
	if (end == 0)
		return ROWS_END;
	struct str window = source_window(s);
	bool ends = source_ends_line(s, end);
	t->skip_rest = !ends && end < window.n;
	row->raw = str_head(window, end);
	while (ends && row->raw.n &&
		(row->raw.p[row->raw.n - 1] == '\n' || row->raw.p[row->raw.n - 1] == '\r'))
		row->raw.n--;
	row->pos = (struct pos){s->name, s->line + 1};
	source_consume(s, end, !t->skip_rest);
	if (t->skip_rest) {
		row->raw = str_head(row->raw, LIMIT_FIELD);
		buf_fmt(&r->why, "longer than %d bytes", LIMIT_RECORD);
		return ROWS_REFUSED;
	}
	split_fields(r, row);
	return rows_refuse(r, row) ? ROWS_REFUSED : decode_fields(r, row);
}

static enum rows_status tsv_next(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	if (t->skip_rest)
		source_skip_line(r->source);
	t->skip_rest = false;
	return next_line(r, row);
}

const struct rows_format ROWS_TSV = {"tsv", tsv_open, tsv_next, tsv_close};
