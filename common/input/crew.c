#include <stdlib.h>

#include "base/mem.h"
#include "base/parallel.h"
#include "input/crew.h"
#include "input/preview.h"

/* A row of a batch; its fields and raw text are in the arena of the batch. */
struct item {
	struct row row;
	struct str why; /* it is refused; empty: it is written */
	size_t said;    /* messages of the batch up to and with this row */
};

struct batch {
	struct item *items;
	size_t n, cap, bytes;
	struct arena arena;
	struct out records;
	struct writer writer;
	struct diag_log log;
	struct buf why;
};

struct crew {
	struct plan *first, *others;
	size_t workers;
	struct crew_taker taker;
	struct batch *batches;
	size_t nbatches, gathering; /* the batch that rows are added to */
	struct parallel *parallel;
	bool stopped; /* the taker wants no more */
};

static void refuse(struct batch *b, struct item *item, struct str why)
{
	item->why = arena_str(&b->arena, why);
	warn_at(&item->row.pos, "row refused: " STR_FMT, STR_ARG(item->why));
}

static void write_batch(void *context, size_t worker, void *piece)
{
	struct crew *c = context;
	struct batch *b = piece;
	struct plan *plan = worker == 0 ? c->first : &c->others[worker - 1];
	diag_capture(&b->log);
	for (struct item *item = b->items; item < b->items + b->n; item++) {
		buf_clear(&b->why);
		if (item->why.n)
			refuse(b, item, item->why);
		else if (!plan_write(plan, &item->row, &b->writer, &b->why))
			refuse(b, item, buf_str(&b->why));
		item->said = b->log.n;
	}
	diag_capture(NULL);
}

static void batch_init(struct batch *b)
{
	out_open_memory(&b->records);
	writer_init(&b->writer, &b->records);
}

static void batch_clear(struct batch *b)
{
	b->n = b->bytes = 0;
	buf_clear(&b->records.block);
	arena_reset(&b->arena);
}

static void batch_release(struct batch *b)
{
	free(b->items);
	arena_release(&b->arena);
	out_abandon(&b->records);
	writer_release(&b->writer);
	diag_log_release(&b->log);
	buf_release(&b->why);
}

struct crew *crew_start(struct plan *plan, const struct header *header, size_t workers,
	const struct crew_taker *taker)
{
	struct crew *c = mem_zero(1, sizeof *c);
	*c = (struct crew){.first = plan, .workers = workers, .taker = *taker};
	c->others = mem_zero(workers, sizeof *c->others);
	for (size_t i = 0; i + 1 < workers; i++)
		plan_copy(&c->others[i], plan, header);
	c->parallel = parallel_start(workers, write_batch, c);
	c->nbatches = parallel_room(c->parallel) + 1;
	c->batches = mem_zero(c->nbatches, sizeof *c->batches);
	for (size_t i = 0; i < c->nbatches; i++)
		batch_init(&c->batches[i]);
	return c;
}

/* The taker hears of the rows in order, after what is said about those before. */
static void finish(struct crew *c, struct batch *b)
{
	size_t written = b->n;
	for (const struct item *item = b->items; item < b->items + b->n && !c->stopped; item++) {
		if (item->why.n == 0)
			continue;
		written--;
		diag_replay(&b->log, item->said);
		c->stopped = !c->taker.refused(c->taker.context, &item->row, item->why);
	}
	if (c->stopped)
		return;
	diag_replay(&b->log, b->log.n);
	c->taker.written(c->taker.context, buf_str(&b->records.block), written);
	batch_clear(b);
}

/* Hands the gathered rows over; the next batch in turn is free, or the oldest on its way. */
static void hand_over(struct crew *c)
{
	if (parallel_is_full(c->parallel))
		finish(c, parallel_take(c->parallel));
	if (c->stopped)
		return;
	parallel_give(c->parallel, &c->batches[c->gathering]);
	c->gathering = (c->gathering + 1) % c->nbatches;
}

bool crew_add(struct crew *c, const struct row *row, struct str why)
{
	struct batch *b = &c->batches[c->gathering];
	b->items = mem_grow(b->items, b->n, &b->cap, sizeof *b->items);
	b->items[b->n++] = (struct item){row_copy(row, &b->arena), arena_str(&b->arena, why), 0};
	b->bytes += row->raw.n + row->n * sizeof *row->fields;
	if (b->bytes >= CREW_BYTES)
		hand_over(c);
	return !c->stopped;
}

void crew_share(struct crew *c)
{
	for (size_t i = 0; i + 1 < c->workers; i++)
		plan_learn_from(&c->others[i], c->first);
}

bool crew_finish(struct crew *c)
{
	struct batch *b;
	if (c->batches[c->gathering].n && !c->stopped)
		hand_over(c);
	while (!c->stopped && (b = parallel_take(c->parallel)))
		finish(c, b);
	return !c->stopped;
}

void crew_stop(struct crew *c)
{
	if (!c)
		return;
	parallel_stop(c->parallel);
	for (size_t i = 0; i + 1 < c->workers; i++)
		plan_join(c->first, &c->others[i]);
	for (size_t i = 0; i < c->nbatches; i++)
		batch_release(&c->batches[i]);
	free(c->batches);
	free(c->others);
	free(c);
}
