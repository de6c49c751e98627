/*
 * The reader of the record stream against its rules told a second time, line by line and byte by
 * byte: the same lines are refused, and the values of every record it hands out, written again, are
 * the line.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "record/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* koop-record(5), the slow way. */
static bool line_is_good(struct str line, size_t columns)
{
	size_t fields = 1;
	bool escaped = false;
	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];
		if (c == '\0' || c == '\r' || (escaped && !memchr("tnr\\", c, 4)))
			return false;
		fields += c == '\t';
		escaped = !escaped && c == '\\';
	}
	return !escaped && fields == columns && utf8_valid_prefix(line) == line.n;
}

static void check_record(const struct record *rec, struct str line, struct arena *arena)
{
	struct buf again = {0};
	require(str_eq(rec->line, line));
	for (size_t i = 0; i < rec->n; i++) {
		if (i)
			buf_putc(&again, '\t');
		value_encode(&again, record_value(rec, i, arena));
	}
	require(str_eq(buf_str(&again), line));
	buf_release(&again);
	arena_reset(arena);
}

static void check_stream(struct reader *r, struct str rest)
{
	struct arena arena = {0};
	struct record rec;
	struct str line;
	size_t columns = reader_header(r)->n, lines = 0, refused = 0;
	while (rest.n && str_split(&rest, '\n', &line)) {
		lines++;
		if (!line_is_good(line, columns)) {
			refused++;
			continue;
		}
		require(reader_next(r, &rec));
		require(rec.n == columns && rec.pos.line == lines + 1);
		check_record(&rec, line, &arena);
	}
	require(!reader_next(r, &rec));
	require(reader_lines(r) == lines && reader_refused(r) == refused);
	arena_release(&arena);
}

/* What the reader ends the process for is not for it. */
static bool header_is_good(struct str line)
{
	struct header h = {0};
	struct buf why = {0};
	bool good = header_parse(&h, line, &why);
	require(good == (why.n == 0));
	header_release(&h);
	buf_release(&why);
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = {(const char *)data, size}, line = {NULL, 0};
	char path[32], *files[] = {path};
	if (!size || !str_split(&rest, '\n', &line) || !header_is_good(line))
		return 0;
	int fd = memfd_create("input", 0);
	require(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	diag_set_quiet(true);
	struct reader *r = reader_open(files, 1, NULL);
	check_stream(r, rest);
	reader_close(r);
	close(fd);
	return 0;
}
