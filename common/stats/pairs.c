#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/pairs.h"

enum { SLOTS_MIN = 256 };

static void put(struct pairs *p, uint64_t key, uint32_t number)
{
	size_t at = pair_slot_of(key, p->mask);
	while (p->slots[at].number)
		at = (at + 1) & p->mask;
	p->slots[at] = (struct pair_slot){key, number + 1};
}

static void grow(struct pairs *p)
{
	size_t slots = p->mask ? 2 * (p->mask + 1) : SLOTS_MIN;
	free(p->slots);
	p->slots = mem_zero(slots, sizeof *p->slots);
	p->mask = slots - 1;
	for (size_t i = 0; i < p->n; i++)
		put(p, p->keys[i], (uint32_t)i);
}

uint32_t pairs_add_new(struct pairs *p, uint64_t key)
{
	if (!p->mask || 2 * p->n > p->mask)
		grow(p);
	if (p->n >= PAIR_NONE - 1)
		diex("too many groups (%zu)", p->n);
	p->keys = mem_grow(p->keys, p->n, &p->cap, sizeof *p->keys);
	p->keys[p->n] = key;
	put(p, key, (uint32_t)p->n);
	return (uint32_t)p->n++;
}

void pairs_release(struct pairs *p)
{
	free(p->slots);
	free(p->keys);
	*p = (struct pairs){0};
}
