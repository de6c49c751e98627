/*
 * container: the parts of a zip file, which is what a workbook is.
 *
 * A part is asked for by its name and read as a stream; nothing is ever written to a disk, so names
 * in the file lead nowhere. What comes out is limited: CONTAINER_PART bytes of one part, and
 * CONTAINER_RATIO times the size of the file for all parts that are read, where that is more than
 * CONTAINER_FREE. Checksums are compared at the end of a part. Memory is that of the list of the
 * parts, of which there are at most CONTAINER_PARTS.
 *
 * The only file that knows libzip.
 */
#ifndef KOOP_INPUT_CONTAINER_H
#define KOOP_INPUT_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/buf.h"

enum {
	CONTAINER_PARTS = 65535,
	CONTAINER_PART = 2147483647, /* bytes */
	CONTAINER_RATIO = 250,
	CONTAINER_FREE = 64 * 1024 * 1024,
};

struct container;

/* Takes the descriptor of a file that can be sought. NULL, with the reason in *why: no zip file. */
struct container *container_open(int fd, struct buf *why);

bool container_has(struct container *c, const char *name);

/* Says what the zip file is, being no workbook of this format. */
void container_explain(struct container *c, const char *format, struct buf *why);

void container_close(struct container *c);

struct part;

/* NULL, with the reason in *why. A container is closed after its parts. */
struct part *part_open(struct container *c, const char *name, struct buf *why);

/* Reads up to n bytes; 0 at the end, -1 with the reason in *why. */
ssize_t part_read(struct part *p, void *to, size_t n, struct buf *why);

void part_close(struct part *p);

#endif
