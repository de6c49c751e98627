#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"

static void out_of_memory(size_t count, size_t size)
{
	diex("out of memory (%zu items of %zu bytes)", count, size);
}

enum { LOOKED_AT = 1 << 20 };

static size_t limit = SIZE_MAX;

void mem_limit(size_t bytes)
{
	limit = bytes;
}

size_t mem_of_machine(void)
{
	size_t pages = (size_t)sysconf(_SC_PHYS_PAGES), size = (size_t)sysconf(_SC_PAGESIZE);
	size_t all = pages * size, group;
	FILE *f = fopen("/sys/fs/cgroup/memory.max", "re");
	if (!f)
		return all;
	if (fscanf(f, "%zu", &group) == 1 && group < all)
		all = group;
	fclose(f);
	return all;
}

/* The most held so far and what is asked for now beside it. */
static void check_limit(const void *old, size_t bytes)
{
	struct rusage used;
	if (bytes < LOOKED_AT || limit == SIZE_MAX)
		return;
	getrusage(RUSAGE_SELF, &used);
	size_t held = (size_t)used.ru_maxrss * 1024,
	       has = malloc_usable_size((void *)(uintptr_t)old);
	size_t more = bytes > has ? bytes - has : 0;
	if (more > limit || held > limit - more)
		diex("more memory is needed than the %zu MiB that may be used; --memory=SIZE sets "
		     "the limit",
			limit >> 20);
}

void *mem_zero(size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		out_of_memory(count, size);
	check_limit(NULL, bytes);
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
	check_limit(old, bytes);
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
