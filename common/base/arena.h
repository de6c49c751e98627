/*
 * arena: memory that is given back all at once.
 *
 * One arena lives for a record or a block and is reset after it; one lives for the run. Single
 * strings are never freed. Allocation is O(1); arena_reset keeps the largest chunk, so a steady
 * loop asks the system for nothing. Pointers stay valid until arena_reset or arena_release. A
 * zeroed struct is empty.
 */
#ifndef KOOP_BASE_ARENA_H
#define KOOP_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena_chunk;

struct arena {
	struct arena_chunk *chunk; /* the one in use; older ones behind it */
	size_t used;
};

/* `count` items of `size` bytes, not set, aligned for any type. */
void *arena_alloc(struct arena *a, size_t count, size_t size);

/* The same, all zero. */
void *arena_zero(struct arena *a, size_t count, size_t size);

/* A copy of s, with a NUL after it that is not counted. */
struct str arena_str(struct arena *a, struct str s);

/* Formatted text, NUL-ended. */
struct str arena_fmt(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Gives all allocations back; what they pointed to must not be used any more. */
void arena_reset(struct arena *a);
void arena_release(struct arena *a);

#endif
