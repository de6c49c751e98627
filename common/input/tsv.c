#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/rows.h"
#include "record/scan.h"
#include "record/value.h"

/*
 * Tab-separated text: a line is a row, quotes are ordinary characters, and the escapes of
 * koop-record(5) are decoded. The whole lines of the window are scanned at once (record/scan.h); a
 * line with a CR that is not at its end, and one that is too long, is taken on its own, and the
 * scan begins anew behind it, with a short piece first, since more of them may follow.
 */
enum { PIECE_LEAST = 2048 };

struct tsv {
	struct scan scan;
	const char *text; /* where the scan began; it holds while next < scan.nline */
	size_t next;
	size_t piece; /* bytes that the next scan takes at most */
	bool clean;   /* all of the scan is UTF-8 without NUL */
	struct str *fields;
	size_t cap;
	struct arena arena; /* decoded fields of the row */
	bool skip_rest;
};

static void *tsv_open(struct rows *r)
{
	(void)r;
	return mem_zero(1, sizeof(struct tsv));
}

static void tsv_close(void *state)
{
	struct tsv *t = state;
	scan_release(&t->scan);
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

/* Scans the whole lines of the window, with more text while it holds none; false where none is to
 * be had. */
static bool scan_window(struct rows *r)
{
	struct tsv *t = r->state;
	struct str text;
	const char *feed;
	t->scan.nline = t->next = 0;
	t->piece = t->piece < PIECE_LEAST   ? PIECE_LEAST
	           : t->piece < LIMIT_FIELD ? 2 * t->piece
	                                    : LIMIT_FIELD;
	for (;;) {
		text = str_head(source_window(r->source), t->piece);
		feed = text.n ? memrchr(text.p, '\n', text.n) : NULL;
		if (feed)
			break;
		bool all = text.n == source_window(r->source).n;
		if (!all || text.n >= LIMIT_FIELD || !source_more(r->source))
			return false;
	}
	text.n = (size_t)(feed + 1 - text.p);
	scan_block(&t->scan, text.p, text.n);
	t->text = text.p;
	t->clean = !(t->scan.odd & SCAN_NUL) && utf8_valid(text);
	return true;
}

/* The next line of the scan, split; false when it is not regular. */
static bool take_line(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	const struct scan *s = &t->scan;
	size_t first = t->next ? s->line[t->next - 1] : 0, last = s->line[t->next];
	const char *start = source_window(r->source).p, *from = start;
	row->raw = (struct str){start, (size_t)(t->text + s->sep[last - 1] - start)};
	size_t taken = row->raw.n + 1;
	if ((s->odd & SCAN_CR) && row->raw.n && row->raw.p[row->raw.n - 1] == '\r')
		row->raw.n--;
	if (row->raw.n > LIMIT_FIELD / 2 || last - first > LIMIT_COLUMNS ||
		((s->odd & SCAN_CR) && str_index(row->raw, '\r') < row->raw.n))
		return false;
	row->n = 0;
	for (size_t i = first; i < last && row->raw.n; i++) {
		const char *to = i + 1 < last ? t->text + s->sep[i] : start + row->raw.n;
		add_field(t, row, (struct str){from, (size_t)(to - from)});
		from = to + 1;
	}
	t->next++;
	row->fields = t->fields;
	row->plain = true;
	row->pos = (struct pos){r->source->name, r->source->line + 1};
	source_consume(r->source, taken, 1);
	return true;
}

static enum rows_status tsv_next(struct rows *r, struct row *row)
{
	struct tsv *t = r->state;
	if (t->skip_rest)
		source_skip_line(r->source);
	t->skip_rest = false;
	if (t->next < t->scan.nline || scan_window(r)) {
		if (take_line(r, row)) {
			if (!t->clean && rows_refuse(r, row))
				return ROWS_REFUSED;
			return t->scan.odd & SCAN_BACKSLASH ? decode_fields(r, row) : ROWS_ROW;
		}
		t->scan.nline = t->next = 0;
		t->piece = 0;
	}
	return next_line(r, row);
}

const struct rows_format ROWS_TSV = {
	.name = "tsv", .open = tsv_open, .next = tsv_next, .close = tsv_close};
