/*
 * pairs: a number for every pair of numbers that occurs.
 *
 * (first, second) gets 0, 1, 2 … in order of first appearance. A chain of these gives every
 * combination of group values its cell: the number of (a, b) is the `first` of the pair with c.
 * Look-up is O(1), about 32 bytes a pair. A zeroed struct is empty.
 */
#ifndef KOOP_STATS_PAIRS_H
#define KOOP_STATS_PAIRS_H

#include <stddef.h>
#include <stdint.h>

struct pair_slot {
	uint64_t key;
	uint32_t number; /* 1 + number; 0 is a free slot */
};

enum { PAIRS_SMALL = 64 };

struct pairs {
	uint32_t *small; /* 1 + the number of a pair of numbers below PAIRS_SMALL; 0 where there is
	                    none */
	struct pair_slot *slots; /* of the other pairs */
	size_t mask, used;
	uint64_t *keys; /* keys[number], the first in the higher half */
	size_t n, cap;
};

#define PAIR_NONE UINT32_MAX

static inline uint64_t pair_key(uint32_t first, uint32_t second)
{
	return (uint64_t)first << 32 | second;
}

static inline uint32_t pair_first(const struct pairs *p, uint32_t number)
{
	return (uint32_t)(p->keys[number] >> 32);
}

static inline uint32_t pair_second(const struct pairs *p, uint32_t number)
{
	return (uint32_t)p->keys[number];
}

static inline size_t pair_slot_of(uint64_t key, size_t mask)
{
	return (key * 0x9e3779b97f4a7c15ull >> 32) & mask;
}

/* Adds a pair that pairs_number did not find; ends the process beyond 2^32 - 2 pairs. */
uint32_t pairs_add_new(struct pairs *p, uint64_t key);

/* The number of a pair, or PAIR_NONE. */
static inline uint32_t pairs_find(const struct pairs *p, uint32_t first, uint32_t second)
{
	uint64_t key = pair_key(first, second);
	if (first < PAIRS_SMALL && second < PAIRS_SMALL)
		return p->small ? p->small[first * PAIRS_SMALL + second] - 1 : PAIR_NONE;
	if (!p->mask)
		return PAIR_NONE;
	for (size_t at = pair_slot_of(key, p->mask); p->slots[at].number; at = (at + 1) & p->mask)
		if (p->slots[at].key == key)
			return p->slots[at].number - 1;
	return PAIR_NONE;
}

/* The number of a pair, given now if it is new. */
static inline uint32_t pairs_number(struct pairs *p, uint32_t first, uint32_t second)
{
	uint32_t number = pairs_find(p, first, second);
	return number != PAIR_NONE ? number : pairs_add_new(p, pair_key(first, second));
}

/* Gives the pairs new keys: keys[number], each once, n being as many as there are. */
void pairs_assign(struct pairs *p, const uint64_t *keys, size_t n);

void pairs_release(struct pairs *p);

#endif
