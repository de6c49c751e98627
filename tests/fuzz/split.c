/*
 * The two ways to read CSV give the same: rows split by vector instructions and rows by libcsv, and
 * the vector forms and the plain one of the split. The first byte chooses the delimiter.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "input/rows.h"
#include "input/split.h"

static void need(bool holds)
{
	if (!holds)
		abort();
}

static void same_scan(struct str text, char delimiter, enum split_form form)
{
	struct split fast = {0}, plain = {0};
	if (!split_scan_by(form, &fast, text.p, text.n, delimiter))
		return;
	need(split_scan_by(SPLIT_PLAIN, &plain, text.p, text.n, delimiter));
	need(fast.nsep == plain.nsep && fast.nrow == plain.nrow);
	need(fast.cr == plain.cr && fast.lone_cr == plain.lone_cr && fast.nul == plain.nul);
	need(memcmp(fast.sep, plain.sep, fast.nsep * sizeof *fast.sep) == 0);
	need(memcmp(fast.row, plain.row, fast.nrow * sizeof *fast.row) == 0);
	need(memcmp(fast.quotes, plain.quotes, fast.nrow * sizeof *fast.quotes) == 0);
	need(memcmp(fast.odd, plain.odd, fast.nrow * sizeof *fast.odd) == 0);
	split_release(&fast);
	split_release(&plain);
}

static void same_row(
	const struct rows *a, const struct row *x, const struct rows *b, const struct row *y)
{
	need(str_eq(buf_str(&a->why), buf_str(&b->why)));
	need(x->pos.line == y->pos.line);
	need(str_eq(x->raw, y->raw));
	if (a->why.n)
		return;
	need(x->n == y->n);
	for (size_t i = 0; i < x->n; i++)
		need(str_eq(x->fields[i], y->fields[i]));
}

/* False where the text begins like a file of another kind, a zip file for one. */
static bool start(struct rows *rows, struct source *source, struct str text,
	const struct rows_format *format, char delimiter)
{
	struct buf why = {0};
	source_init_memory(source, text, "UTF-8");
	bool open = source_next_file(source, &why) == SOURCE_OPEN &&
	            rows_open(rows, source, format, delimiter);
	buf_release(&why);
	return open;
}

static void same_rows(struct str text, char delimiter)
{
	struct source one, other;
	struct rows fast = {0}, slow = {0};
	struct row x, y;
	enum rows_status status;
	bool open = start(&fast, &one, text, &ROWS_CSV, delimiter);
	need(start(&slow, &other, text, &ROWS_LIBCSV, delimiter) == open);
	while (open) {
		x = y = (struct row){0};
		status = rows_next(&fast, &x);
		need(rows_next(&slow, &y) == status);
		if (status == ROWS_END)
			break;
		same_row(&fast, &x, &slow, &y);
	}
	need(fast.stray_quotes == slow.stray_quotes);
	rows_close(&fast);
	rows_close(&slow);
	source_release(&one);
	source_release(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = ",;\t|";
	if (size == 0)
		return 0;
	struct str text = {(const char *)data + 1, size - 1};
	char delimiter = delimiters[data[0] % 4];
	same_scan(text, delimiter, SPLIT_AVX2);
	same_scan(text, delimiter, SPLIT_AVX512);
	same_rows(text, delimiter);
	return 0;
}
