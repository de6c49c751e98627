/*
 * mem: memory from the system, or the end of the process.
 *
 * A failed allocation ends the process with status 2 and one line, so no caller checks for NULL.
 * Sizes are checked before they are multiplied. Most memory comes from an arena (base/arena.h) or a
 * buf (base/buf.h); these functions are for what both of them, and growing arrays, are made of.
 */
#ifndef KOOP_BASE_MEM_H
#define KOOP_BASE_MEM_H

#include <stddef.h>

/*
 * What the process may hold in all; what would go over it ends the process, as what the system
 * refuses does. Looked at where a megabyte or more is asked for. Call it before there are threads.
 */
void mem_limit(size_t bytes);

/* What the machine, or the control group that the process is in, has. */
size_t mem_of_machine(void);

/* `count` items of `size` bytes, all zero. */
void *mem_zero(size_t count, size_t size);

/* Resizes to `count` items of `size` bytes; new bytes are not set. */
void *mem_resize(void *old, size_t count, size_t size);

/*
 * Makes room for one more in an array of *cap items that holds n: doubles it when it is full.
 * Use: array = mem_grow(array, n, &cap, sizeof *array); array[n++] = item;
 */
void *mem_grow(void *array, size_t n, size_t *cap, size_t size);

#endif
