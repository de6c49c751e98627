#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/suppressionstate.h"

/* Of a sum of more cells than LONG only so many are looked at: SEEN hidden ones, and as many
 * others, the cheapest first, until USED of them lead on. */
enum { LONG = 2048, SEEN = 256, USED = 32 };

/* The cheapest path through any cells. */

static bool is_nearer(const struct suppression *s, uint32_t a, uint32_t b)
{
	const struct suppression_node *x = &s->nodes[a], *y = &s->nodes[b];
	return x->cost != y->cost ? x->cost < y->cost : a < b;
}

static void put(struct suppression *s, size_t place, uint32_t node)
{
	s->heap[place] = node;
	s->nodes[node].place = (uint32_t)place;
}

static void rise_in_heap(struct suppression *s, uint32_t node)
{
	size_t place = s->nodes[node].place;
	if (place == SUPPRESSION_NONE)
		place = s->nheap++;
	for (; place > 0 && is_nearer(s, node, s->heap[(place - 1) / 2]); place = (place - 1) / 2)
		put(s, place, s->heap[(place - 1) / 2]);
	put(s, place, node);
}

static uint32_t take_nearest(struct suppression *s)
{
	uint32_t nearest = s->heap[0], last = s->heap[--s->nheap];
	size_t place = 0;
	for (size_t child = 1; child < s->nheap; child = 2 * place + 1) {
		child += child + 1 < s->nheap && is_nearer(s, s->heap[child + 1], s->heap[child]);
		if (!is_nearer(s, s->heap[child], last))
			break;
		put(s, place, s->heap[child]);
		place = child;
	}
	if (s->nheap > 0)
		put(s, place, last);
	s->nodes[nearest].place = SUPPRESSION_NONE;
	return nearest;
}

/* False when a path at most as dear was known. */
static bool found(struct suppression *s, uint32_t node, int64_t cost, uint32_t via)
{
	struct suppression_node *n = &s->nodes[node];
	if (n->search == s->search && n->cost <= cost)
		return false;
	if (n->search != s->search)
		n->place = SUPPRESSION_NONE;
	n->search = s->search;
	n->cost = cost;
	n->via = via;
	return true;
}

/* Cells of long sums. */

/* What a cell that is gone through adds to the cost of a path: nothing if it is hidden already. */
static int64_t cost_of(const struct suppression_cell *c)
{
	return c->hidden ? 0 : c->cost;
}

static bool may_hide(const struct suppression_cell *c)
{
	return !c->hidden && !c->locked;
}

static int compare_costs(const void *a, const void *b, void *cells)
{
	const struct suppression_cell *of = cells;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	if (of[x].cost != of[y].cost)
		return of[x].cost < of[y].cost ? -1 : 1;
	return (x > y) - (x < y);
}

/* The cells of a sum, the cheapest first. Those at first[k] and before are of no use any more for
 * moves of 2^k and more: hidden, locked, or without the room, none of which changes. */
struct suppression_queue {
	uint32_t *cells;
	size_t n;
	size_t first[2][64]; /* on the way from here, and on the way here */
};

static struct suppression_queue *queue_of(struct suppression *s, uint32_t node)
{
	if (!s->queues)
		s->queues = mem_zero(s->nnodes, sizeof(struct suppression_queue *));
	if (s->queues[node])
		return s->queues[node];
	struct suppression_queue *q = s->queues[node] = mem_zero(1, sizeof *q);
	q->n = s->start[node + 1] - s->start[node];
	q->cells = mem_zero(q->n, sizeof *q->cells);
	memcpy(q->cells, s->at + s->start[node], q->n * sizeof *q->cells);
	qsort_r(q->cells, q->n, sizeof *q->cells, compare_costs, s->cells);
	return q;
}

void suppression_release_queues(struct suppression *s)
{
	for (size_t node = 0; s->queues && node < s->nnodes; node++)
		if (s->queues[node]) {
			free(s->queues[node]->cells);
			free(s->queues[node]);
		}
	free(s->queues);
}

/* Searching. */

/* A path being looked for. */
struct quest {
	struct suppression *s;
	const struct journey *journey;
	int64_t least;
	uint32_t from, to;
	bool back;    /* from the sink to the source */
	bool hasty;   /* of long sums only some cells are looked at */
	bool skipped; /* and that was so */
};

static bool is_long(const struct suppression *s, uint32_t node)
{
	return s->start[node + 1] - s->start[node] > LONG;
}

/* How far a cell that is gone through from this node can be moved. */
static int64_t room_from(const struct quest *q, uint32_t cell, uint32_t node)
{
	return passable(q->s, cell, q->back ? other_end(q->s, cell, node) : node);
}

/* False when the cell leads nowhere. */
static bool go_through(struct quest *q, uint32_t node, uint32_t cell)
{
	struct suppression *s = q->s;
	const struct suppression_cell *c = &s->cells[cell];
	uint32_t to = other_end(s, cell, node);
	if (cell == q->journey->cell || (c->locked && !c->hidden) ||
		room_from(q, cell, node) < q->least)
		return false;
	if (found(s, to, s->nodes[node].cost + cost_of(c), cell))
		rise_in_heap(s, to);
	return true;
}

static void go_on(struct quest *q, uint32_t node)
{
	const struct suppression *s = q->s;
	for (uint32_t i = s->start[node]; i < s->start[node + 1]; i++)
		go_through(q, node, s->at[i]);
}

/* The first of the hidden cells, and the cheapest of the others, that lead on. */
static void go_on_hastily(struct quest *q, uint32_t node)
{
	struct suppression *s = q->s;
	struct suppression_queue *queue = queue_of(s, node);
	size_t *first = &queue->first[q->back][63 - __builtin_clzll((unsigned long long)q->least)];
	size_t seen = 0, used = 0;
	int64_t room = (int64_t)1 << (63 - __builtin_clzll((unsigned long long)q->least));
	for (uint32_t c = s->first[node]; c != SUPPRESSION_NONE && seen < SEEN; seen++) {
		go_through(q, node, c);
		c = next_hidden(s, c, node);
	}
	while (*first < queue->n && (!may_hide(&s->cells[queue->cells[*first]]) ||
					    room_from(q, queue->cells[*first], node) < room))
		++*first;
	for (size_t i = *first; i < queue->n && i < *first + SEEN && used < USED; i++)
		used += may_hide(&s->cells[queue->cells[i]]) &&
		        go_through(q, node, queue->cells[i]);
	q->skipped = true;
}

/* Does a path lead to the sink? */
static bool search(struct quest *q)
{
	struct suppression *s = q->s;
	uint32_t node = SUPPRESSION_NONE;
	s->search++;
	s->nheap = 0;
	found(s, q->from, 0, SUPPRESSION_NONE);
	rise_in_heap(s, q->from);
	while (s->nheap > 0 && (node = take_nearest(s)) != q->to)
		if (q->hasty && is_long(s, node))
			go_on_hastily(q, node);
		else
			go_on(q, node);
	return node == q->to;
}

/* From a long sum all cells lead away, few to where one wants to go: better the other way round. */
size_t suppression_path(struct suppression *s, const struct journey *j, int64_t least)
{
	struct quest q = {s, j, least, j->source, j->sink, false, true, false};
	if (is_long(s, q.from) && !is_long(s, q.to))
		q = (struct quest){s, j, least, j->sink, j->source, true, true, false};
	bool there = search(&q);
	s->hasty |= q.skipped;
	if (!there && q.skipped) {
		q.hasty = false;
		there = search(&q);
	}
	size_t n = 0;
	for (uint32_t node = q.to; there && node != q.from; n++) {
		s->path[n] = s->nodes[node].via;
		node = other_end(s, s->path[n], node);
	}
	if (!q.back)
		suppression_turn_path(s, n);
	return n;
}
