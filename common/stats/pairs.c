#include <stdbool.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/pairs.h"

enum { SLOTS_MIN = 256 };

_Static_assert(PAIR_NONE == (uint32_t)(0 - 1), "an empty place of the square is no number");

static bool is_small(uint64_t key)
{
	return key >> 32 < PAIRS_SMALL && (uint32_t)key < PAIRS_SMALL;
}

static void put(struct pairs *p, uint64_t key, uint32_t number)
{
	size_t at = pair_slot_of(key, p->mask);
	while (p->slots[at].number)
		at = (at + 1) & p->mask;
	p->slots[at] = (struct pair_slot){key, number + 1};
	p->used++;
}

static void grow(struct pairs *p)
{
	size_t slots = p->mask ? 2 * (p->mask + 1) : SLOTS_MIN;
	free(p->slots);
	p->slots = mem_zero(slots, sizeof *p->slots);
	p->mask = slots - 1;
	p->used = 0;
	for (size_t i = 0; i < p->n; i++)
		if (!is_small(p->keys[i]))
			put(p, p->keys[i], (uint32_t)i);
}

static void put_small(struct pairs *p, uint64_t key, uint32_t number)
{
	if (!p->small)
		p->small = mem_zero(PAIRS_SMALL * PAIRS_SMALL, sizeof *p->small);
	p->small[(key >> 32) * PAIRS_SMALL + (uint32_t)key] = number + 1;
}

uint32_t pairs_add_new(struct pairs *p, uint64_t key)
{
	if (p->n >= PAIR_NONE - 1)
		diex("too many groups (%zu)", p->n);
	if (!is_small(key) && (!p->mask || 2 * p->used > p->mask))
		grow(p);
	p->keys = mem_grow(p->keys, p->n, &p->cap, sizeof *p->keys);
	p->keys[p->n] = key;
	if (is_small(key))
		put_small(p, key, (uint32_t)p->n);
	else
		put(p, key, (uint32_t)p->n);
	return (uint32_t)p->n++;
}

void pairs_assign(struct pairs *p, const uint64_t *keys, size_t n)
{
	if (p->small)
		memset(p->small, 0, PAIRS_SMALL * PAIRS_SMALL * sizeof *p->small);
	if (p->mask)
		memset(p->slots, 0, (p->mask + 1) * sizeof *p->slots);
	p->used = p->n = 0;
	for (size_t i = 0; i < n; i++)
		pairs_add_new(p, keys[i]);
}

void pairs_release(struct pairs *p)
{
	free(p->small);
	free(p->slots);
	free(p->keys);
	*p = (struct pairs){0};
}
