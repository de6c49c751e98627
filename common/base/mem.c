#include <stdint.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"

static void out_of_memory(size_t count, size_t size)
{
	diex("out of memory (%zu items of %zu bytes)", count, size);
}

void *mem_zero(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);
	if (!p)
		out_of_memory(count, size);
	return p;
}

void *mem_resize(void *old, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		out_of_memory(count, size);
	void *p = realloc(old, bytes ? bytes : 1);
	if (!p)
		out_of_memory(count, size);
	return p;
}

void *mem_grow(void *array, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return array;
	size_t bigger = *cap < 8 ? 16 : *cap;
	if (__builtin_mul_overflow(bigger, (size_t)2, &bigger))
		out_of_memory(n, size);
	*cap = bigger;
	return mem_resize(array, bigger, size);
}
