/*
 * buf: bytes that grow at the end.
 *
 * A zeroed struct is an empty buf. Adding is amortised O(1) a byte. The bytes move when they grow,
 * so a view of them (buf_str) is good only until the next call that adds.
 */
#ifndef KOOP_BASE_BUF_H
#define KOOP_BASE_BUF_H

#include <stddef.h>

#include "base/str.h"

struct buf {
	char *p;
	size_t n;
	size_t cap;
};

/* Makes room for `more` bytes behind the n used ones; buf_add calls it. */
void buf_reserve(struct buf *b, size_t more);

void buf_fmt(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Ends the bytes with a NUL that is not counted, and returns them. */
const char *buf_cstr(struct buf *b);

/* Frees the bytes; the buf is empty and can be used again. */
void buf_release(struct buf *b);

static inline void buf_add(struct buf *b, const void *bytes, size_t n)
{
	if (n > b->cap - b->n)
		buf_reserve(b, n);
	if (n)
		memcpy(b->p + b->n, bytes, n);
	b->n += n;
}

static inline void buf_addstr(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

static inline void buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static inline void buf_putc(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_reserve(b, 1);
	b->p[b->n++] = c;
}

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->p, b->n};
}

/* Empties without freeing. */
static inline void buf_clear(struct buf *b)
{
	b->n = 0;
}

#endif
