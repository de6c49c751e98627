/*
 * out: the output of a program, standard output or a file written beside and renamed.
 *
 * Bytes are gathered in a block of 256 KB and leave in large writes. A file named with -o appears
 * under its name only when out_close has written, synced and renamed it; a run that fails, or is
 * interrupted by SIGINT, SIGTERM, SIGHUP or SIGQUIT, leaves what was there before. A write error
 * ends the process with status 2. The standard streams and devices (/dev/null, a named pipe) are
 * written in place.
 */
#ifndef KOOP_BASE_OUT_H
#define KOOP_BASE_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

struct out {
	struct buf block; /* what is not written yet */
	int fd;           /* -1: all of it stays in the block */
	const char *path; /* as the user named it; NULL is standard output */
	char *beside;     /* the file that is written and renamed; NULL when written in place */
};

/*
 * Call first in main: makes sure that 0, 1 and 2 are open (a closed one fails when it is used
 * instead of being taken by the next file), and sets SIGPIPE to its default, so that a reader that
 * stops ends us.
 */
void std_open(void);

/* Opens FILE, or standard output when path is NULL or "-". path must live as long as the out. */
void out_open(struct out *o, const char *path);

/* Gathers in memory; whoever opened it takes the bytes out of the block. */
void out_open_memory(struct out *o);

/* Writes the gathered bytes. */
void out_flush(struct out *o);

/* Flushes, checks, and puts the file in its place. The last thing done with an out. */
void out_close(struct out *o);

/* Takes the half-written file away without replacing the old one. */
void out_abandon(struct out *o);

/* Where up to n bytes, at most BLOCK_SIZE, can be put; out_take says how many there are. */
char *out_room(struct out *o, size_t n);

static inline void out_take(struct out *o, size_t n)
{
	o->block.n += n;
}

void out_add(struct out *o, const void *bytes, size_t n);

static inline void out_str(struct out *o, struct str s)
{
	out_add(o, s.p, s.n);
}

static inline void out_puts(struct out *o, const char *s)
{
	out_add(o, s, strlen(s));
}

static inline void out_putc(struct out *o, char c)
{
	out_add(o, &c, 1);
}

void out_fmt(struct out *o, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Asks the system for pipes of PIPE_SIZE on this descriptor; no error where it is not a pipe. */
void pipe_enlarge(int fd);

#endif
