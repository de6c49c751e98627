#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"

enum { CHUNK_MIN = 16 * 1024, ALIGN = 16 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size;
	_Alignas(ALIGN) char bytes[];
};

static void chunk_add(struct arena *a, size_t least)
{
	size_t size = a->chunk ? a->chunk->size : CHUNK_MIN / 2;
	size = size < SIZE_MAX / 4 ? 2 * size : size;
	if (size < least)
		size = least;
	if (size > SIZE_MAX - sizeof(struct arena_chunk))
		diex("out of memory (%zu bytes)", size);
	struct arena_chunk *c = mem_resize(NULL, sizeof *c + size, 1);
	c->older = a->chunk;
	c->size = size;
	a->chunk = c;
	a->used = 0;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX - ALIGN)
		diex("out of memory (%zu items of %zu bytes)", count, size);
	bytes = (bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!a->chunk || bytes > a->chunk->size - a->used)
		chunk_add(a, bytes);
	void *p = a->chunk->bytes + a->used;
	a->used += bytes;
	return p;
}

void *arena_zero(struct arena *a, size_t count, size_t size)
{
	void *p = arena_alloc(a, count, size);
	return memset(p, 0, count * size);
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1, 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

struct str arena_fmt(struct arena *a, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		return STR("");
	char *p = arena_alloc(a, (size_t)n + 1, 1);
	va_start(args, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, args);
	va_end(args);
	return (struct str){p, (size_t)n};
}

void arena_reset(struct arena *a)
{
	if (!a->chunk)
		return;
	struct arena_chunk *keep = a->chunk;
	for (struct arena_chunk *c = keep->older, *older; c; c = older) {
		older = c->older;
		free(c);
	}
	keep->older = NULL;
	a->used = 0;
}

void arena_release(struct arena *a)
{
	arena_reset(a);
	free(a->chunk);
	a->chunk = NULL;
}
