/*
 * batch: rows that tie two texts, on their way into hash tables.
 *
 * Rows wait in a batch so that the memory of a table can be on its way before it is asked for;
 * their bytes are copied because the reader's block moves on.
 */
#ifndef KOOP_GRAPH_BATCH_H
#define KOOP_GRAPH_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"

enum { BATCH_ROWS = 64, BATCH_ENDS = 2 };

struct waiting {
	size_t at[BATCH_ENDS], length[BATCH_ENDS];
	uint64_t hash[BATCH_ENDS];
	double weight;
	struct pos pos;
};

struct batch {
	struct intern *tables[BATCH_ENDS];
	/* Called for each row, in order, with the numbers of its ends. */
	void (*take)(void *sink, uint32_t a, uint32_t b, const struct waiting *row);
	void *sink;
	struct buf bytes;
	size_t n;
	struct waiting rows[BATCH_ROWS];
};

/* A batch whose ends go into these tables; they may be one. */
struct batch *batch_new(struct intern *a, struct intern *b,
	void (*take)(void *sink, uint32_t a, uint32_t b, const struct waiting *row), void *sink);

void batch_add(
	struct batch *batch, struct str a, struct str b, double weight, const struct pos *pos);

/* Hands on what still waits, and frees the batch. */
void batch_end(struct batch *batch);

#endif
