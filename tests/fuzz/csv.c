/*
 * Rows of CSV, in any dialect, delivered in pieces of any size.
 * No byte is lost: the raw text of the rows, one after another with line ends between them, is the
 * input. The fast way and libcsv alone give the same rows, places, reasons and fields, and so does
 * TSV in pieces and in one. The fields of a row, written as TSV, read back.
 */
#include <stdint.h>
#include <stdlib.h>

#include "input/rows.h"
#include "record/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_reads_back(const struct row *row)
{
	struct buf line = {0};
	struct source source;
	struct rows rows = {0};
	struct row back = {0};
	for (size_t i = 0; i < row->n; i++) {
		if (i)
			buf_putc(&line, '\t');
		value_encode(&line, row->fields[i]);
	}
	bool blank = line.n == 0; /* a row of one empty field is a blank line in TSV */
	source_init_memory(&source, buf_str(&line), "UTF-8");
	/* a row that begins like a zip file, or like another that is no text, is taken for one when
	 * alone */
	bool open = source_next_file(&source, &rows.why) == SOURCE_OPEN &&
	            rows_open(&rows, &source, &ROWS_TSV, '\t');
	enum rows_status status = open ? rows_next(&rows, &back) : ROWS_END;
	require(!open || blank || str_starts(buf_str(&line), STR("\xEF\xBB\xBF")) ||
		(status == ROWS_ROW && back.n == row->n));
	for (size_t i = 0; !blank && i < back.n && status == ROWS_ROW; i++)
		require(i == 0 || str_eq(back.fields[i], row->fields[i]));
	rows_close(&rows);
	source_release(&source);
	buf_release(&line);
}

/* Passes over the row's bytes in the input, and the line end behind them. */
static struct str follow(struct str rest, const struct row *row)
{
	require(str_starts(rest, row->raw));
	rest = str_from(rest, row->raw.n);
	if (str_starts(rest, STR("\r\n")))
		return str_from(rest, 2);
	return str_from(rest, rest.n > 0 && (rest.p[0] == '\n' || rest.p[0] == '\r'));
}

/* All that is told about the rows, as bytes to compare. */
static struct buf transcript(
	const struct rows_format *format, struct str text, size_t step, char delimiter)
{
	struct buf told = {0};
	struct source source;
	struct rows rows = {0};
	struct row row = {0};
	enum rows_status status;
	struct str rest = str_starts(text, STR("\xEF\xBB\xBF")) ? str_from(text, 3) : text;
	source_init_memory(&source, text, "UTF-8");
	if (step)
		source.step = step;
	bool open = source_next_file(&source, &rows.why) == SOURCE_OPEN &&
	            rows_open(&rows, &source, format, delimiter);
	while (open && (status = rows_next(&rows, &row)) != ROWS_END) {
		rest = follow(rest, &row);
		buf_fmt(&told, "%d %zu %s\n", (int)status, row.pos.line, buf_cstr(&rows.why));
		for (size_t i = 0; status == ROWS_ROW && i < row.n; i++) {
			buf_fmt(&told, "%zu:", row.fields[i].n);
			buf_addstr(&told, row.fields[i]);
		}
		if (status == ROWS_ROW)
			check_reads_back(&row);
	}
	require(!open || rest.n == 0);
	buf_fmt(&told, "%zu", rows.stray_quotes);
	rows_close(&rows);
	source_release(&source);
	return told;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = {',', ';', '\t', '|'};
	if (size < 2)
		return 0;
	struct str text = {(const char *)data + 2, size - 2};
	char delimiter = delimiters[data[0] % sizeof delimiters];
	struct buf fast = transcript(&ROWS_CSV, text, data[1], delimiter);
	struct buf slow = transcript(&ROWS_LIBCSV, text, 0, delimiter);
	struct buf tsv = transcript(&ROWS_TSV, text, data[1], '\t');
	require(str_eq(buf_str(&fast), buf_str(&slow)));
	buf_release(&fast);
	buf_release(&slow);
	struct buf whole = transcript(&ROWS_TSV, text, 0, '\t');
	require(str_eq(buf_str(&tsv), buf_str(&whole)));
	buf_release(&tsv);
	buf_release(&whole);
	return 0;
}
