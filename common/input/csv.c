#include <csv.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/rows.h"
#include "input/split.h"

/*
 * Regular rows are found by input/split.h; for all others libcsv decides what they mean. It is
 * given one line at a time, so that line numbers and the row's bytes are known, and a row that goes
 * wrong takes no other with it. Blanks around fields stay (is_space says never), quotes must be
 * closed (CSV_STRICT), and blank lines are seen (CSV_REPALL_NL).
 */
enum {
	CSV_OPTIONS = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL,
	VALUE_STEP = 4096,
	SCAN_LEAST = 2048,
	SCAN_MOST = 2 * LIMIT_FIELD
};

struct csv {
	struct csv_parser parser;
	struct buf values; /* of the row's fields, one behind the other */
	size_t *ends;
	struct str *fields;
	size_t n, cap_ends, cap_fields;
	bool row_ended;
	bool skip_rest; /* of a line that was cut at LIMIT_RECORD */

	struct split split;
	const char *split_text; /* where the scan began; it holds while next_row < split.nrow */
	size_t next_row;
	size_t scan_most; /* bytes that the next scan takes: few where rows are irregular */
	bool split_clean; /* all of the scan is UTF-8 without NUL */
};

static int is_never_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void *resize(void *old, size_t size)
{
	return mem_resize(old, size, 1);
}

static void on_field(void *value, size_t n, void *state)
{
	struct csv *c = state;
	if (c->n > LIMIT_COLUMNS) /* the row is refused; more fields need no memory */
		return;
	buf_add(&c->values, value, n);
	c->ends = mem_grow(c->ends, c->n, &c->cap_ends, sizeof *c->ends);
	c->ends[c->n++] = c->values.n;
}

static void on_row(int end, void *state)
{
	struct csv *c = state;
	(void)end;
	c->row_ended = true;
}

static void parser_reset(struct csv *c, char delimiter)
{
	csv_free(&c->parser);
	csv_init(&c->parser, CSV_OPTIONS);
	csv_set_delim(&c->parser, (unsigned char)delimiter);
	csv_set_space_func(&c->parser, is_never_space);
	csv_set_realloc_func(&c->parser, resize);
	csv_set_blk_size(&c->parser, VALUE_STEP);
}

static void *csv_open(struct rows *r)
{
	struct csv *c = mem_zero(1, sizeof *c);
	parser_reset(c, r->delimiter);
	c->scan_most = SCAN_MOST;
	return c;
}

static void csv_close(void *state)
{
	struct csv *c = state;
	csv_free(&c->parser);
	split_release(&c->split);
	buf_release(&c->values);
	free(c->ends);
	free(c->fields);
	free(c);
}

/*
 * False when text stands behind a closing quote. A quote inside an unquoted field is the other
 * thing that CSV_STRICT stops at; it is an ordinary character and is given again without it.
 */
static bool parse_line(struct csv *c, struct str line, size_t *stray_quotes)
{
	while (line.n) {
		size_t done = csv_parse(&c->parser, line.p, line.n, on_field, on_row, c);
		if (done == line.n)
			return true;
		if (line.p[done] != '"')
			return false;
		csv_set_opts(&c->parser, CSV_OPTIONS & ~CSV_STRICT);
		csv_parse(&c->parser, line.p + done, 1, on_field, on_row, c);
		csv_set_opts(&c->parser, CSV_OPTIONS);
		++*stray_quotes;
		line = str_from(line, done + 1);
	}
	return true;
}

/* Where the row that is being read stands in the window: offsets, and lines up to them. */
struct span {
	size_t end, lines;         /* of what was parsed */
	size_t opened, open_lines; /* of the line in which the field that is not ended begins */
	size_t open_from;          /* where that line begins */
	bool cut;                  /* the last line is longer than a record may be */
	const char *trouble;
};

/* Passes over the bytes of the row, which stay where they are until the next row is read. */
static void take_raw(struct rows *r, struct row *row, size_t n, size_t lines)
{
	struct source *s = r->source;
	row->raw = str_head(source_window(s), n);
	if (row->raw.n && row->raw.p[row->raw.n - 1] == '\n')
		row->raw.n--;
	if (row->raw.n && row->raw.p[row->raw.n - 1] == '\r')
		row->raw.n--;
	row->pos = (struct pos){s->name, s->line + 1};
	source_consume(s, n, lines);
}

/*
 * The row cannot be made out. Reading goes on behind the line in which the field that went wrong
 * begins, so that one bad quote costs the row it stands in and no other.
 */
static enum rows_status give_up(struct rows *r, struct row *row, const struct span *span)
{
	take_raw(r, row, span->opened, span->open_lines);
	buf_puts(&r->why, span->trouble);
	row->pos.line += span->open_lines - 1;
	parser_reset(r->state, r->delimiter);
	return ROWS_REFUSED;
}

static enum rows_status give_up_long(struct rows *r, struct row *row, const struct span *span)
{
	struct csv *c = r->state;
	take_raw(r, row, span->end, span->lines - span->cut);
	c->skip_rest = span->cut;
	buf_fmt(&r->why, "longer than %d bytes", LIMIT_RECORD);
	parser_reset(c, r->delimiter);
	return ROWS_REFUSED;
}

static enum rows_status give_row(struct rows *r, struct row *row, const struct span *span)
{
	struct csv *c = r->state;
	while (c->cap_fields < c->n)
		c->fields = mem_grow(c->fields, c->cap_fields, &c->cap_fields, sizeof *c->fields);
	const char *values = c->values.p ? c->values.p : "";
	for (size_t i = 0, from = 0; i < c->n; from = c->ends[i++])
		c->fields[i] = (struct str){values + from, c->ends[i] - from};
	row->fields = c->fields;
	row->n = c->n;
	row->plain = false;
	take_raw(r, row, span->end, span->lines);
	return rows_refuse(r, row) ? ROWS_REFUSED : ROWS_ROW;
}

/* Parses the next line of the row; false at the end of the file. */
static bool next_line(struct rows *r, struct span *span)
{
	struct csv *c = r->state;
	size_t before = c->n, from = span->end;
	span->end = source_line(r->source, from, LIMIT_RECORD);
	if (span->end == from)
		return false;
	struct str line = {source_window(r->source).p + from, span->end - from};
	span->lines++;
	if (!parse_line(c, line, &r->stray_quotes))
		span->trouble = "text behind a closing quote";
	if (c->n > before || span->lines == 1) {
		span->opened = span->end;
		span->open_lines = span->lines;
		span->open_from = from;
	}
	bool ends = source_ends_line(r->source, span->end);
	span->cut = !ends && span->end < source_window(r->source).n;
	return ends;
}

/* Finds the row's end in the window; what prevents it goes to span->trouble. */
static void find_row(struct rows *r, struct span *span)
{
	struct csv *c = r->state;
	bool more = true;
	while (more && !c->row_ended && !span->trouble && span->end <= LIMIT_RECORD) {
		more = next_line(r, span);
		if (!c->row_ended && span->end > span->opened &&
			span->end - span->open_from > 2 * LIMIT_FIELD)
			span->trouble =
				"the quote that opens here is not closed within the longest field";
	}
	if (!more && !c->row_ended && !span->cut && !span->trouble &&
		csv_fini(&c->parser, on_field, on_row, c) < 0)
		span->trouble = "the quote that opens here is never closed";
}

/* Irregular rows spoil a scan: the next ones are short until rows are regular again. */
static void scan_less(struct csv *c)
{
	c->split.nrow = c->next_row = 0;
	c->scan_most = SCAN_LEAST;
}

/* A row as libcsv makes it out. */
static enum rows_status next_by_libcsv(struct rows *r, struct row *row)
{
	struct csv *c = r->state;
	struct span span = {0};
	if (c->next_row < c->split.nrow) /* a row of the scan that is not regular */
		scan_less(c);
	if (c->skip_rest)
		source_skip_line(r->source);
	c->skip_rest = false;
	buf_clear(&c->values);
	c->n = 0;
	c->row_ended = false;
	find_row(r, &span);
	if (span.end == 0)
		return ROWS_END;
	if (span.trouble)
		return give_up(r, row, &span);
	if (!c->row_ended)
		return give_up_long(r, row, &span);
	return give_row(r, row, &span);
}

/* Scans the window, with more text as long as it holds no whole row; false where that does not
 * help. */
static bool scan_window(struct rows *r)
{
	struct csv *c = r->state;
	c->split.nrow = c->next_row = 0;
	if (c->skip_rest)
		return false;
	for (;;) {
		struct str text = str_head(source_window(r->source), c->scan_most);
		split_scan(&c->split, text.p, text.n, r->delimiter);
		c->split_text = text.p;
		if (c->split.lone_cr) {
			scan_less(c);
			return false;
		}
		c->scan_most = 2 * c->scan_most < SCAN_MOST ? 2 * c->scan_most : SCAN_MOST;
		if (c->split.nrow)
			break;
		bool all = text.n == source_window(r->source).n;
		if (text.n > LIMIT_FIELD || (all && !source_more(r->source)))
			return false;
	}
	size_t end = c->split.sep[c->split.nsep - 1];
	c->split_clean = !c->split.nul && utf8_valid((struct str){c->split_text, end});
	return true;
}

/* The fields of the next row of the scan, as they stand between separators. */
static void cut_fields(struct csv *c, struct str line, size_t first, size_t last)
{
	const struct split *s = &c->split;
	const char *from = line.p;
	size_t n = 0;
	for (size_t i = first; i + 1 < last; i++) {
		const char *to = c->split_text + s->sep[i];
		c->fields[n++] = (struct str){from, (size_t)(to - from)};
		from = to + 1;
	}
	c->fields[n++] = (struct str){from, (size_t)(line.p + line.n - from)};
	c->n = n;
}

/* What they mean; false when they are not written regularly. */
static bool split_fields(struct csv *c, struct str line, size_t first, size_t last)
{
	uint32_t quotes = c->split.quotes[c->next_row];
	while (c->cap_fields < last - first)
		c->fields = mem_grow(c->fields, c->cap_fields, &c->cap_fields, sizeof *c->fields);
	cut_fields(c, line, first, last);
	if (quotes == 0 || split_strip(c->fields, c->n) == quotes)
		return true;
	cut_fields(c, line, first, last);
	return split_unquote(c->fields, c->n, &c->values);
}

static size_t count_feeds(struct str text)
{
	size_t n = 0;
	for (size_t at; (at = str_index(text, '\n')) < text.n; text = str_from(text, at + 1))
		n++;
	return n;
}

static enum rows_status csv_next(struct rows *r, struct row *row)
{
	struct csv *c = r->state;
	struct split *s = &c->split;
	if (c->next_row == s->nrow && !scan_window(r))
		return next_by_libcsv(r, row);
	size_t first = c->next_row ? s->row[c->next_row - 1] : 0, last = s->row[c->next_row];
	const char *start = source_window(r->source).p;
	struct str line = {start, (size_t)(c->split_text + s->sep[last - 1] - start)};
	size_t taken = line.n + 1;
	if (s->cr && line.n && line.p[line.n - 1] == '\r')
		line.n--;
	if (line.n > LIMIT_FIELD || last - first > LIMIT_COLUMNS ||
		!split_fields(c, line, first, last))
		return next_by_libcsv(r, row);
	bool odd = s->odd[c->next_row++];
	row->raw = line;
	row->pos = (struct pos){r->source->name, r->source->line + 1};
	source_consume(r->source, taken, odd ? count_feeds(line) + 1 : 1);
	row->fields = c->fields;
	row->n = line.n ? c->n : 0;
	row->plain =
		!odd; /* a CR that is not lone stands before a line feed, which is odd in a field */
	if (c->split_clean && line.n <= LIMIT_FIELD / 2)
		return ROWS_ROW;
	return rows_refuse(r, row) ? ROWS_REFUSED : ROWS_ROW;
}

const struct rows_format ROWS_CSV = {
	.name = "csv", .open = csv_open, .next = csv_next, .close = csv_close};
const struct rows_format ROWS_LIBCSV = {
	.name = "csv", .open = csv_open, .next = next_by_libcsv, .close = csv_close};
