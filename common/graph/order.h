/*
 * order: texts and numbers in order, without comparing them two by two.
 *
 * Texts are sorted bytewise by eight bytes at a time (radix sort on what differs), so the cost is
 * near linear in the bytes that tell the texts apart. No recursion; memory 28 bytes a text while it
 * runs.
 */
#ifndef KOOP_GRAPH_ORDER_H
#define KOOP_GRAPH_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The positions 0 … n - 1 in bytewise order of their texts, in an array to be freed by the caller.
 * Texts hold no NUL; equal ones stay in their order. n < 2^32.
 */
uint32_t *order_texts(const struct str *texts, size_t n);

/* Sorts n numbers; `spare` has room for n. */
void order_numbers(uint32_t *numbers, uint32_t *spare, size_t n);

/*
 * The positions of the *top largest values, the largest first, equal ones in their order, NaN last;
 * to be freed. *top becomes n where it is more.
 */
uint32_t *order_largest(const double *values, size_t n, size_t *top);

#endif
