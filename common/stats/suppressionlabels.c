#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/suppressionstate.h"

/* Cells that tell each other. */

/* A walk through hidden cells that sees every node once. */
struct walk {
	const struct suppression *s;
	uint64_t *labels;
	uint64_t *sums;   /* by node, of the labels of the circuits that end there */
	uint32_t *behind; /* by node, the cell it was first reached through */
	uint32_t *order;
	size_t seen;
	bool *is_seen;
};

/* The mixing function of splitmix64 (Steele, Lea and Flood, 2014): never 0 for these. */
static uint64_t label_of(uint32_t cell)
{
	uint64_t x = (cell + 1ull) * 0x9e3779b97f4a7c15ull;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
	x = (x ^ x >> 27) * 0x94d049bb133111ebull;
	return x ^ x >> 31;
}

static bool can_move(const struct suppression_cell *c)
{
	return c->room[WAY_FALL] > 0 || c->room[WAY_RISE] > 0;
}

static void see(struct walk *w, uint32_t node, uint32_t behind)
{
	w->is_seen[node] = true;
	w->behind[node] = behind;
	w->order[w->seen++] = node;
}

/* Any tree will do: a cell that is not in it makes a circuit with cells that are. */
static void walk_from(struct walk *w, uint32_t root)
{
	const struct suppression *s = w->s;
	size_t done = w->seen;
	see(w, root, SUPPRESSION_NONE);
	for (; done < w->seen; done++) {
		uint32_t node = w->order[done];
		for (uint32_t c = s->first[node]; c != SUPPRESSION_NONE;
			c = next_hidden(s, c, node)) {
			uint32_t to = other_end(s, c, node);
			if (c == w->behind[node] || !can_move(&s->cells[c]) || w->labels[c])
				continue;
			if (!w->is_seen[to]) {
				see(w, to, c);
				continue;
			}
			if (w->behind[to] == c)
				continue;
			w->labels[c] = label_of(c);
			w->sums[node] ^= to == node ? 0 : w->labels[c];
			w->sums[to] ^= to == node ? 0 : w->labels[c];
		}
	}
}

void suppression_labels(const struct suppression *s, uint64_t *labels)
{
	struct walk w = {.s = s, .labels = labels};
	w.sums = mem_zero(s->nnodes + 1, sizeof *w.sums);
	w.behind = mem_zero(s->nnodes + 1, sizeof *w.behind);
	w.order = mem_zero(s->nnodes + 1, sizeof *w.order);
	w.is_seen = mem_zero(s->nnodes + 1, sizeof *w.is_seen);
	memset(labels, 0, s->ncells * sizeof *labels);
	for (uint32_t node = 0; node < s->nnodes; node++)
		if (!w.is_seen[node])
			walk_from(&w, node);
	while (w.seen-- > 0) {
		uint32_t node = w.order[w.seen], cell = w.behind[node];
		if (cell == SUPPRESSION_NONE)
			continue;
		labels[cell] = w.sums[node];
		w.sums[other_end(s, cell, node)] ^= w.sums[node];
	}
	free(w.sums);
	free(w.behind);
	free(w.order);
	free(w.is_seen);
}
