#include <stdlib.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"

enum { SLOTS_MIN = 64, INLINE_MAX = 16 };

struct intern_slot {
	uint64_t hash;
	uint32_t number; /* 1 + number; 0 is a free slot */
	uint32_t length; /* capped at UINT32_MAX; the text decides */
	char head[INLINE_MAX];
};

static uint64_t fold(uint64_t a, uint64_t b)
{
	__uint128_t r = (__uint128_t)a * b;
	return (uint64_t)r ^ (uint64_t)(r >> 64);
}

static uint64_t load8(const char *p)
{
	uint64_t v;
	memcpy(&v, p, 8);
	return v;
}

static uint64_t load4(const char *p)
{
	uint32_t v;
	memcpy(&v, p, 4);
	return v;
}

/* All of 1 to 7 bytes as one number, by loads that may overlap. */
static uint64_t load_few(const char *p, size_t n)
{
	if (n >= 4)
		return load4(p) | load4(p + n - 4) << 32;
	return (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 |
	       (uint64_t)(unsigned char)p[n - 1] << 16;
}

uint64_t hash_bytes(struct str s)
{
	const uint64_t k0 = 0xa0761d6478bd642full, k1 = 0xe7037ed1a0b428dbull;
	uint64_t h = k0 ^ s.n;
	for (; s.n > 16; s = str_from(s, 16))
		h = fold(load8(s.p) ^ k1, load8(s.p + 8) ^ h);
	if (s.n >= 8)
		return fold(fold(load8(s.p) ^ k1, load8(s.p + s.n - 8) ^ h), k0);
	return fold(fold((s.n ? load_few(s.p, s.n) : 0) ^ k1, h), k0);
}

/* Are n bytes, 1 to 16, the same? */
static bool same_few(const char *a, const char *b, size_t n)
{
	if (n >= 8)
		return load8(a) == load8(b) && load8(a + n - 8) == load8(b + n - 8);
	return load_few(a, n) == load_few(b, n);
}

static bool slot_holds(
	const struct intern *t, const struct intern_slot *slot, struct str s, uint64_t hash)
{
	if (slot->hash != hash || slot->length != (uint32_t)s.n)
		return false;
	if (s.n <= INLINE_MAX)
		return s.n == 0 || same_few(slot->head, s.p, s.n);
	return str_eq(t->texts[slot->number - 1], s);
}

static void grow(struct intern *t)
{
	size_t slots = t->mask ? 2 * (t->mask + 1) : SLOTS_MIN;
	struct intern_slot *bigger = mem_zero(slots, sizeof *bigger);
	for (size_t i = 0; t->mask && i <= t->mask; i++) {
		if (!t->slots[i].number)
			continue;
		size_t at = t->slots[i].hash & (slots - 1);
		while (bigger[at].number)
			at = (at + 1) & (slots - 1);
		bigger[at] = t->slots[i];
	}
	free(t->slots);
	t->slots = bigger;
	t->mask = slots - 1;
}

uint32_t intern_add_hashed(struct intern *t, struct str s, uint64_t hash)
{
	if (!t->mask || t->n + t->n / 2 > t->mask)
		grow(t);
	size_t at = hash & t->mask;
	for (; t->slots[at].number; at = (at + 1) & t->mask)
		if (slot_holds(t, &t->slots[at], s, hash))
			return t->slots[at].number - 1;
	if (t->n >= INTERN_NONE - 1)
		diex("too many distinct values (%zu)", t->n);
	t->texts = mem_grow(t->texts, t->n, &t->cap_texts, sizeof *t->texts);
	t->texts[t->n] = arena_str(&t->arena, s);
	struct intern_slot *slot = &t->slots[at];
	slot->hash = hash;
	slot->length = (uint32_t)s.n;
	if (s.n && s.n <= INLINE_MAX)
		memcpy(slot->head, s.p, s.n);
	slot->number = (uint32_t)++t->n;
	return slot->number - 1;
}

uint32_t intern_add(struct intern *t, struct str s)
{
	return intern_add_hashed(t, s, hash_bytes(s));
}

uint32_t intern_add_some(struct intern *t, struct str s, size_t most)
{
	return t->n < most ? intern_add(t, s) : intern_find(t, s);
}

uint32_t intern_find(const struct intern *t, struct str s)
{
	if (!t->mask)
		return INTERN_NONE;
	uint64_t hash = hash_bytes(s);
	for (size_t at = hash & t->mask; t->slots[at].number; at = (at + 1) & t->mask)
		if (slot_holds(t, &t->slots[at], s, hash))
			return t->slots[at].number - 1;
	return INTERN_NONE;
}

void intern_prefetch(const struct intern *t, uint64_t hash)
{
	if (t->mask)
		__builtin_prefetch(&t->slots[hash & t->mask]);
}

void intern_renumber(struct intern *t, const uint32_t *map)
{
	struct str *texts = mem_zero(t->n, sizeof *texts);
	for (size_t i = 0; i < t->n; i++)
		texts[map[i]] = t->texts[i];
	for (size_t i = 0; t->mask && i <= t->mask; i++)
		if (t->slots[i].number)
			t->slots[i].number = map[t->slots[i].number - 1] + 1;
	free(t->texts);
	t->texts = texts;
	t->cap_texts = t->n;
}

void intern_release(struct intern *t)
{
	free(t->slots);
	free(t->texts);
	arena_release(&t->arena);
	*t = (struct intern){0};
}
