/*
 * random: numbers that look random and are the same on every run and machine (splitmix64, Steele,
 * Lea and Flood 2014).
 */
#ifndef KOOP_GRAPH_RANDOM_H
#define KOOP_GRAPH_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct randomness {
	uint64_t state; /* set to the seed */
};

static inline uint64_t random_bits(struct randomness *r)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

/* From 0 to below - 1, as good as evenly for below < 2^32. */
static inline size_t random_below(struct randomness *r, size_t below)
{
	return (size_t)(((random_bits(r) >> 32) * (uint64_t)below) >> 32);
}

/* From 0 to less than 1. */
static inline double random_unit(struct randomness *r)
{
	return (double)(random_bits(r) >> 11) * 0x1p-53;
}

/* Puts k of the n numbers first, drawn by chance, in an order by chance. */
static inline void random_draw(struct randomness *r, uint32_t *numbers, size_t n, size_t k)
{
	for (size_t i = 0; i < k && i + 1 < n; i++) {
		size_t other = i + random_below(r, n - i);
		uint32_t moved = numbers[i];
		numbers[i] = numbers[other];
		numbers[other] = moved;
	}
}

#endif
