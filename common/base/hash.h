/*
 * hash: a fast hash of bytes, and interning of texts to small numbers.
 *
 * hash_bytes is a multiply-and-fold hash (the construction of wyhash by Wang Yi): the same on every
 * run and machine. No output of koop depends on the order of a hash table.
 *
 * An intern table gives every distinct text a number 0, 1, 2 … in order of first appearance. Texts
 * of at most 16 bytes are compared inside the slot; longer ones are kept in an arena of the table.
 * Look-up is O(length), memory about 40 bytes a text beside its bytes. A zeroed struct is an empty
 * table.
 */
#ifndef KOOP_BASE_HASH_H
#define KOOP_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

uint64_t hash_bytes(struct str s);

struct intern_slot;

struct intern {
	struct intern_slot *slots;
	struct str *texts; /* texts[number] */
	size_t n;          /* how many numbers are given */
	size_t cap_texts;
	size_t mask; /* slots - 1, or 0 */
	struct arena arena;
};

enum { INTERN_NONE = UINT32_MAX };

/* The number of s, given now if it is new. At most 2^32 - 1 texts (then the process ends). */
uint32_t intern_add(struct intern *t, struct str s);

/* The number of s, or INTERN_NONE. */
uint32_t intern_find(const struct intern *t, struct str s);

/* As intern_add while there are fewer than `most` texts, then as intern_find: a memory of what was
 * seen first, in bounds. */
uint32_t intern_add_some(struct intern *t, struct str s, size_t most);

static inline struct str intern_text(const struct intern *t, uint32_t number)
{
	return t->texts[number];
}

/* Asks the processor for the slot of a text that will be looked up soon; pass its hash. */
void intern_prefetch(const struct intern *t, uint64_t hash);

/* As intern_add with the hash already known (hash_bytes of s). */
uint32_t intern_add_hashed(struct intern *t, struct str s, uint64_t hash);

/* Gives every text the number map[number]: the same numbers in another order. */
void intern_renumber(struct intern *t, const uint32_t *map);

void intern_release(struct intern *t);

#endif
