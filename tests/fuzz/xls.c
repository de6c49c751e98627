/*
 * Any bytes as an old workbook: as the whole file, or, behind a first byte that is odd, as the
 * stream of the workbook in a sound one. Rows come in their order, and what is given as a row is
 * UTF-8 within the limits. A second reading gives the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SECTOR = 512, MOST_SECTORS = 100, ENTRY = 128 };

static const uint32_t END_OF_CHAIN = 0xFFFFFFFE;

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void put(struct buf *b, uint32_t number, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		buf_putc(b, (char)(number >> 8 * i));
}

static void fill(struct buf *b, size_t to)
{
	while (b->n < to)
		buf_putc(b, '\0');
}

static void put_entry(struct buf *b, const char *name, unsigned type, uint32_t first, uint32_t size)
{
	size_t start = b->n, n = strlen(name) + 1;
	for (size_t i = 0; i < n; i++)
		put(b, (unsigned char)name[i], 2);
	fill(b, start + 64);
	put(b, (uint32_t)(2 * n), 2);
	put(b, type, 1);
	fill(b, start + 116);
	put(b, first, 4);
	put(b, size, 8 / 2);
	fill(b, start + ENTRY);
}

/* Sector 0 is the table, 1 the directory, and the stream stands behind them. */
static struct buf make_compound(struct str stream)
{
	struct buf b = {0};
	uint32_t n = (uint32_t)((stream.n + SECTOR - 1) / SECTOR);
	const uint32_t head[] = {
		0x0003003E, 0x0009FFFE, 6, 0, 0, 1, 1, 0, 0, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0};
	buf_add(&b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	fill(&b, 24);
	for (size_t i = 0; i < sizeof head / sizeof *head; i++)
		put(&b, head[i], 4);
	fill(&b, SECTOR);
	put(&b, 0xFFFFFFFD, 4);
	put(&b, END_OF_CHAIN, 4);
	for (uint32_t i = 0; i < n; i++)
		put(&b, i + 1 < n ? i + 3 : END_OF_CHAIN, 4);
	fill(&b, 2 * (size_t)SECTOR);
	put_entry(&b, "Root Entry", 5, END_OF_CHAIN, 0);
	put_entry(&b, "Workbook", 2, n ? 2 : END_OF_CHAIN, (uint32_t)stream.n);
	fill(&b, 3 * (size_t)SECTOR);
	buf_addstr(&b, stream);
	fill(&b, (3 + (size_t)n) * SECTOR);
	return b;
}

static uint64_t read_rows(struct rows *rows)
{
	struct row row = {0};
	enum rows_status status;
	uint64_t hash = 0;
	size_t line = 0;
	while ((status = rows_next(rows, &row)) != ROWS_END && status != ROWS_FAILED) {
		require(row.pos.line > line);
		line = row.pos.line;
		hash = hash * 31 + hash_bytes(row.raw) + line;
		require(status != ROWS_ROW || (utf8_valid(row.raw) && row.n <= LIMIT_COLUMNS &&
						      row.raw.n <= LIMIT_RECORD));
	}
	return hash;
}

static uint64_t transcript(struct str file)
{
	struct source source;
	struct rows rows = {0};
	uint64_t hash = 0;
	source_init_memory(&source, file, NULL);
	bool ole = source_next_file(&source, &rows.why) == SOURCE_OPEN && source.form == SOURCE_OLE;
	if (ole && rows_open(&rows, &source, &ROWS_XLS, 0))
		hash = read_rows(&rows);
	rows_close(&rows);
	source_release(&source);
	return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	struct str bytes = {(const char *)data + 1, size - 1};
	bool stream = data[0] % 2;
	diag_set_quiet(true);
	struct buf file = {0};
	if (stream)
		file = make_compound(str_head(bytes, (size_t)MOST_SECTORS * SECTOR));
	else
		buf_addstr(&file, bytes);
	uint64_t once = transcript(buf_str(&file));
	require(transcript(buf_str(&file)) == once);
	buf_release(&file);
	return 0;
}
