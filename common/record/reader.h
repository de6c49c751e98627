/*
 * reader: the record stream, block by block.
 *
 * Reads blocks of 256 KB from files and pipes, finds separators with record/scan.h, checks every
 * rule of koop-record(5) and hands out one record after another. A bad line (wrong number of
 * fields, bad UTF-8, NUL, CR, unknown escape, over a limit) is refused: one line on standard error,
 * counted, passed over. Several files are one stream; their headers must be equal. Memory is O(1):
 * the block, which grows only for a record that does not fit (up to LIMIT_RECORD).
 *
 * Ends the process with status 2: a file that cannot be opened or read, a bad header, an empty
 * input, headers that differ.
 */
#ifndef KOOP_RECORD_READER_H
#define KOOP_RECORD_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/opts.h"
#include "base/str.h"
#include "record/header.h"
#include "record/value.h"

/* So many bytes behind a record may be read too (not used), which lets vector code load past a
 * field. */
enum { READER_SLACK = 16 };

/* A record: a view into the reader's block, good until the next reader_next. */
struct record {
	struct str line;     /* all of it as it came, without the line feed */
	const char *block;   /* what the offsets count from */
	const uint32_t *end; /* end[i]: the offset of the TAB or LF behind field i */
	size_t n;            /* number of fields, equal to the header's */
	bool escaped;        /* a backslash may stand in it */
	struct pos pos;
};

/* Field i as written, 0 <= i < n. O(1). */
static inline struct str record_field(const struct record *r, size_t i)
{
	const char *p = i ? r->block + r->end[i - 1] + 1 : r->line.p;
	return (struct str){p, (size_t)(r->block + r->end[i] - p)};
}

/*
 * Field i with its escapes decoded: the field itself, or a copy in the arena when it holds a
 * backslash.
 */
static inline struct str record_value(const struct record *r, size_t i, struct arena *arena)
{
	struct str field = record_field(r, i);
	return r->escaped ? value_decode(field, arena) : field;
}

struct reader;

/*
 * Opens the stream and reads its header. No files, or "-": standard input. header_option is the
 * value of
 * --header (a list, or @FILE), or NULL. The array of names must live as long as the reader.
 */
struct reader *reader_open(char *const *files, size_t nfiles, const char *header_option);

/* The same out of parsed options: operands from number `first` on, and --header. */
struct reader *reader_from_opts(const struct opts *o, size_t first);

const struct header *reader_header(const struct reader *r);

/* The next good record; false at the end. */
bool reader_next(struct reader *r, struct record *rec);

/*
 * Passes over records that need not be looked at: `find` says where in a text, of lines as they
 * came, something is that matters, or text.n. It is asked once for all lines that are in memory.
 * Lines that break a rule, and others now and then, are left for reader_next.
 */
typedef size_t reader_find(const void *what, struct str text);
void reader_pass_over(struct reader *r, reader_find *find, const void *what);

/*
 * For threads: a reader of the same header that has no files, and gets its lines block by block
 * from the other, which must not be read by reader_next then. The block is good until the next;
 * false at the end. Each is used by one thread at a time.
 */
struct reader *reader_part(const struct reader *r);
bool reader_hand_over(struct reader *r, struct reader *part);

/* Lines read so far, without header lines, and how many of them were refused. */
size_t reader_lines(const struct reader *r);
size_t reader_refused(const struct reader *r);

void reader_close(struct reader *r);

#endif
