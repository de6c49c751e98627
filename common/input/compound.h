/*
 * compound: the streams of a compound file, which is what an old workbook is ([MS-CFB]).
 *
 * A stream is found by its name wherever it stands, and read at any place in O(1). Of the file only
 * the tables of sectors are held. Chains that lead in circles or outside, and files of more than
 * COMPOUND_SIZE bytes, are refused.
 */
#ifndef KOOP_INPUT_COMPOUND_H
#define KOOP_INPUT_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"

enum { COMPOUND_SIZE = 1024 * 1024 * 1024 };

struct compound;

/* Takes the descriptor of a file that can be sought. NULL, with the reason in *why. */
struct compound *compound_open(int fd, struct buf *why);

bool compound_has(const struct compound *c, const char *name);

/* The stream to be read from then on; false when it is missing or its chain is broken. */
bool compound_choose(struct compound *c, const char *name);

/* Up to n bytes of the stream from a place on; fewer at its end, 0 behind it, -1 when the file
 * cannot be read. */
ssize_t compound_read(struct compound *c, size_t at, void *to, size_t n);

void compound_close(struct compound *c);

#endif
