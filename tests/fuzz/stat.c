/*
 * Any bytes as a file of SPSS or Stata. What is given as a row is UTF-8 within the limits, and has
 * as many fields as there are variables; rows come in their order. A second reading gives the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROWS_MOST = 1000 }; /* of an input that is packed well */

static void require(bool holds)
{
	if (!holds)
		abort();
}

static uint64_t read_rows(struct rows *rows)
{
	struct row row = {0};
	enum rows_status status;
	uint64_t hash = 0;
	size_t n = 0, line = 0;
	while (line < ROWS_MOST && (status = rows_next(rows, &row)) != ROWS_END &&
		status != ROWS_FAILED) {
		require(line == 0 || row.pos.line == line);
		line++;
		hash = hash * 31 + hash_bytes(row.raw);
		if (status != ROWS_ROW)
			continue;
		require(n == 0 || row.n == n);
		require(row.n > 0 && utf8_valid(row.raw) && row.raw.n <= LIMIT_RECORD);
		n = row.n;
	}
	return hash;
}

static const struct rows_format *format_of(enum source_form form)
{
	return form == SOURCE_SAV   ? &ROWS_SAV
	       : form == SOURCE_POR ? &ROWS_POR
	       : form == SOURCE_DTA ? &ROWS_DTA
	                            : NULL;
}

static uint64_t transcript(struct str bytes)
{
	struct source source;
	struct rows rows = {0};
	uint64_t hash = 0;
	source_init_memory(&source, bytes, NULL);
	const struct rows_format *format =
		source_next_file(&source, &rows.why) == SOURCE_OPEN ? format_of(source.form) : NULL;
	if (format && rows_open(&rows, &source, format, 0))
		hash = read_rows(&rows);
	rows_close(&rows);
	source_release(&source);
	return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	diag_set_quiet(true);
	require(transcript(bytes) == transcript(bytes));
	return 0;
}
