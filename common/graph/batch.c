#include <stdlib.h>

#include "base/mem.h"
#include "graph/batch.h"

struct batch *batch_new(struct intern *a, struct intern *b,
	void (*take)(void *sink, uint32_t a, uint32_t b, const struct waiting *row), void *sink)
{
	struct batch *batch = mem_zero(1, sizeof *batch);
	batch->tables[0] = a;
	batch->tables[1] = b;
	batch->take = take;
	batch->sink = sink;
	return batch;
}

static void batch_flush(struct batch *batch)
{
	for (size_t i = 0; i < batch->n; i++) {
		const struct waiting *row = &batch->rows[i];
		uint32_t number[BATCH_ENDS];
		for (int k = 0; k < BATCH_ENDS; k++) {
			struct str text = {batch->bytes.p + row->at[k], row->length[k]};
			number[k] = intern_add_hashed(batch->tables[k], text, row->hash[k]);
		}
		batch->take(batch->sink, number[0], number[1], row);
	}
	batch->n = 0;
	buf_clear(&batch->bytes);
}

void batch_add(
	struct batch *batch, struct str a, struct str b, double weight, const struct pos *pos)
{
	struct waiting *row = &batch->rows[batch->n++];
	struct str ends[BATCH_ENDS] = {a, b};
	row->weight = weight;
	row->pos = *pos;
	for (int k = 0; k < BATCH_ENDS; k++) {
		row->at[k] = batch->bytes.n;
		row->length[k] = ends[k].n;
		row->hash[k] = hash_bytes(ends[k]);
		intern_prefetch(batch->tables[k], row->hash[k]);
		buf_addstr(&batch->bytes, ends[k]);
	}
	if (batch->n == BATCH_ROWS)
		batch_flush(batch);
}

void batch_end(struct batch *batch)
{
	batch_flush(batch);
	buf_release(&batch->bytes);
	free(batch);
}
