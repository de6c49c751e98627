/*
 * The input is a pattern and a text, with a NUL between them. Rows come in the order of their
 * lines; a row that is given is UTF-8, and its fields stand in its raw text, which stands in the
 * text. Every byte that is not UTF-8 stands in a row that is refused. A second reading gives the
 * same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/pattern.h"
#include "input/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* A reading, and what has come of it so far. */
struct reading {
	struct str text;
	bool *refused; /* each byte of the text */
	uint64_t hash;
	size_t line;
};

static bool is_inside(struct str part, struct str whole)
{
	return part.p >= whole.p && part.p + part.n <= whole.p + whole.n;
}

static size_t count_line_ends(struct str text, size_t n)
{
	size_t ends = 0;
	for (size_t i = 0; i < n; i++)
		ends += text.p[i] == '\n' ||
		        (text.p[i] == '\r' && (i + 1 == text.n || text.p[i + 1] != '\n'));
	return ends;
}

static void check_place(const struct reading *r, const struct row *row)
{
	size_t from = (size_t)(row->raw.p - r->text.p);
	require(is_inside(row->raw, r->text));
	require(row->pos.line >= r->line);
	require(row->pos.line > count_line_ends(r->text, from));
	require(row->pos.line <= 1 + count_line_ends(r->text, from + row->raw.n));
}

static void take(struct reading *r, const struct row *row, enum rows_status status)
{
	check_place(r, row);
	r->line = row->pos.line;
	r->hash = r->hash * 31 + hash_bytes(row->raw) + row->pos.line;
	for (size_t i = 0; status == ROWS_REFUSED && i < row->raw.n; i++)
		r->refused[row->raw.p - r->text.p + (ptrdiff_t)i] = true;
	if (status != ROWS_ROW)
		return;
	require(utf8_valid(row->raw) && str_index(row->raw, '\0') == row->raw.n);
	for (size_t i = 0; i < row->n; i++) {
		require(row->fields[i].n == 0 || is_inside(row->fields[i], row->raw));
		r->hash = r->hash * 31 + hash_bytes(row->fields[i]);
	}
}

static void check_whole(const struct reading *r)
{
	for (size_t at = 0; at < r->text.n;) {
		struct str rest = str_from(r->text, at);
		at += utf8_valid_prefix(rest);
		require(at == r->text.n || r->refused[at]);
		at += at < r->text.n;
	}
}

static uint64_t read_all(struct pattern *pattern, struct str bytes)
{
	struct source source;
	struct rows rows = {.pattern = pattern};
	struct row row = {0};
	enum rows_status status;
	source_init_memory(&source, bytes, "UTF-8");
	bool is_text =
		source_next_file(&source, &rows.why) == SOURCE_OPEN && source.form == SOURCE_TEXT;
	if (!is_text || !rows_open(&rows, &source, &ROWS_TEXT, ',')) {
		buf_release(&rows.why);
		source_release(&source);
		return 0;
	}
	struct reading r = {.text = source_window(&source)};
	r.refused = mem_zero(r.text.n + 1, sizeof *r.refused);
	require(rows_next(&rows, &row) == ROWS_ROW && row.n > 0);
	while ((status = rows_next(&rows, &row)) != ROWS_END && status != ROWS_FAILED)
		take(&r, &row, status);
	if (status == ROWS_END)
		check_whole(&r);
	free(r.refused);
	rows_close(&rows);
	source_release(&source);
	return r.hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str all = {(const char *)data, size}, text = all;
	struct str pattern = str_head(all, str_index(all, '\0'));
	struct regex_error error = {0};
	text = str_from(all, pattern.n + (pattern.n < size));
	diag_set_quiet(true);
	struct pattern *p = pattern_compile(pattern, &error);
	require(p || error.text[0]);
	if (p)
		require(read_all(p, text) == read_all(p, text));
	pattern_free(p);
	return 0;
}
