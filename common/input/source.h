/*
 * source: the text of the input files, one file after another, as a window that moves forward.
 *
 * Bytes are read by blocks and made UTF-8 (input/charset.h); a byte order mark is taken away. Text
 * from `begin` up to `used` is held. source_more adds behind it and may move it, so callers keep
 * offsets from begin, not pointers. Text that was UTF-8 to begin with is not checked here: what is
 * not valid stays in it.
 *
 * Ends the process: a file that cannot be opened or read.
 */
#ifndef KOOP_INPUT_SOURCE_H
#define KOOP_INPUT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "input/charset.h"

enum { SOURCE_COPY = 1024 * 1024 * 1024 };

/* What a file is by its first bytes. All but text is left as it is, and read by source_seekable. */
enum source_form {
	SOURCE_TEXT,
	SOURCE_ZIP,
	SOURCE_OLE, /* a compound file: an old workbook, or an encrypted one */
	SOURCE_SAV, /* of SPSS, zsav too */
	SOURCE_POR, /* of SPSS, portable */
	SOURCE_DTA, /* of Stata */
};

struct source {
	char *const *files;
	size_t nfiles, next_file;
	const char *encoding; /* -e; NULL is auto */

	int fd;
	int copy;          /* what source_seekable has made, or -1 */
	size_t step;       /* bytes that one read gives at most; 0 is a block; for tests */
	struct str memory; /* what is read when there are no files, for tests */
	const char *name;  /* of the open file, as messages show it */
	size_t line;       /* lines of the open file before begin */
	struct buf text;   /* text.n is the end of the window */
	size_t begin;
	bool at_end; /* the file has been read to its end */
	enum source_form form;
	bool is_utf8;            /* beyond doubt: said, marked, or seen in its letters */
	struct charset *charset; /* NULL: the bytes are the text */
	struct buf raw;
};

/*
 * No files, or "-": standard input. encoding NULL: what a byte order mark says; else UTF-8; else,
 * where the beginning of a file is not UTF-8, what all its bytes look like (input/guess.h).
 */
void source_init(struct source *s, char *const *files, size_t nfiles, const char *encoding);

/* One file out of memory. */
void source_init_memory(struct source *s, struct str bytes, const char *encoding);

enum source_status { SOURCE_OPEN, SOURCE_NO_MORE, SOURCE_BAD };

/* "a zip file, such as a workbook is" */
const char *source_form_name(enum source_form form);

/* Opens the next file and reads its beginning. SOURCE_BAD: the encoding, or what it is
 * (input/alien.h), with the reason in *why. */
enum source_status source_next_file(struct source *s, struct buf *why);

/*
 * A descriptor of the whole file that can be sought, for the caller to close: the file itself, or,
 * of a pipe, a copy in a file without a name in TMPDIR (or /tmp) of at most SOURCE_COPY bytes. -1,
 * with the reason in *why. May be called again.
 */
int source_seekable(struct source *s, struct buf *why);

/* Reads more behind the window; false at the end of the file. */
bool source_more(struct source *s);

/* The window. */
static inline struct str source_window(const struct source *s)
{
	return (struct str){s->text.p + s->begin, s->text.n - s->begin};
}

/*
 * The end of the line that begins `from` bytes into the window, with its LF, CRLF or CR; reads more
 * as needed. The last line may have no end. Equal to `from` when there is no line. A line of more
 * than `limit` bytes is cut behind them.
 */
size_t source_line(struct source *s, size_t from, size_t limit);

/* Is the last byte before offset `end` of the window an LF or CR? */
bool source_ends_line(const struct source *s, size_t end);

/* Passes over n bytes, in which `lines` lines end. */
void source_consume(struct source *s, size_t n, size_t lines);

/* Passes over the rest of a line that was cut. */
void source_skip_line(struct source *s);

void source_release(struct source *s);

#endif
