/*
 * Any bytes as a table of any type. A run that does not fail writes or refuses every row it reads,
 * and what it writes is a record stream: the reader takes each line, and finds as many as were
 * written.
 */
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/limits.h"
#include "input/import.h"
#include "record/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_records(int fd, size_t written)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	char *files[] = {path};
	struct reader *reader = reader_open(files, 1, NULL);
	struct record rec;
	size_t n = 0;
	while (reader_next(reader, &rec))
		n++;
	require(n == written && reader_refused(reader) == 0);
	reader_close(reader);
}

static bool run(struct import *im, int fd)
{
	struct writer writer;
	struct out out = {.fd = dup(fd)};
	buf_reserve(&out.block, BLOCK_SIZE);
	writer_init(&writer, &out);
	im->writer = &writer;
	bool ok = import_run(im);
	require(!ok || im->read == im->written + im->refused);
	if (ok)
		out_close(&out);
	else
		close(out.fd), buf_release(&out.block);
	writer_release(&writer);
	return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {"", "sr", "mk", "en"};
	enum { VERBATIM = 1, ORIGIN = 2, SKIP = 4, LANGUAGE = 8, ENCODING = 32 };
	if (size < 2)
		return 0;
	struct import im = {.most_rejects = SIZE_MAX};
	im.plan.schema = schema_at(data[0] % 9);
	im.plan.verbatim = data[1] & VERBATIM;
	im.plan.origin = data[1] & ORIGIN;
	im.plan.lang = str_of(languages[data[1] / LANGUAGE % 4]);
	im.skip = data[1] & SKIP ? SKIP_AUTO : 0;
	if (im.plan.schema->headings)
		im.naming.type = str_of(im.plan.schema->type);
	diag_set_quiet(true);
	source_init_memory(&im.source, (struct str){(const char *)data + 2, size - 2},
		data[1] & ENCODING ? NULL : "UTF-8");
	int fd = memfd_create("records", 0);
	if (run(&im, fd))
		check_records(fd, im.written);
	close(fd);
	import_release(&im);
	return 0;
}
