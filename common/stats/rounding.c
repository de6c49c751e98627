#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/rounding.h"

/* Of splitmix64 (Steele, Lea and Flood, 2014). */
static uint64_t mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15ull;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
	x = (x ^ x >> 27) * 0x94d049bb133111ebull;
	return x ^ x >> 31;
}

static uint64_t mix_text(uint64_t key, struct str text)
{
	return mix(key ^ hash_bytes(text));
}

/* A sum, so that the order of columns does not matter. */
uint64_t rounding_part(const struct rounding *r, uint64_t key, struct str column, struct str value)
{
	if (!r->seed)
		return key;
	return key + mix_text(mix_text(mix_text(0, str_of(r->seed)), column), value);
}

uint64_t rounding_key(const struct rounding *r, const struct cells *cells, uint32_t cell)
{
	uint64_t key = ROUNDING_ALL;
	if (!r->seed || !cells || cell == CELL_NONE)
		return key;
	uint32_t *codes = mem_zero(cells->naxes + 1, sizeof *codes);
	cells_codes(cells, cell, codes);
	for (size_t k = 0; k < cells->naxes; k++)
		key = rounding_part(r, key, cells->axes[k]->name,
			intern_text(&cells->axes[k]->values, codes[k]));
	free(codes);
	return key;
}

static double to_nearest(double number, double to)
{
	double size = fabs(number), rest = fmod(size, to), below = size - rest;
	return copysign(2 * rest >= to ? below + to : below, number);
}

/* Up where the draw, from 0 to 1, is below the part that is left. */
static double by_chance(double number, double to, uint64_t key, const char *seed)
{
	double rest = fmod(number, to), draw = 0;
	if (rest < 0)
		rest += to;
	draw = (double)(mix_text(key, str_of(seed)) >> 11) * 0x1p-53;
	return number - rest + (draw < rest / to ? to : 0);
}

double rounding_apply(const struct rounding *r, double number, uint64_t key)
{
	if (r->to == 0 || !isfinite(number))
		return number;
	return r->seed ? by_chance(number, (double)r->to, key, r->seed)
	               : to_nearest(number, (double)r->to);
}
