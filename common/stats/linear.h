/*
 * linear: systems of linear equations, to 113 bits.
 */
#ifndef KOOP_STATS_LINEAR_H
#define KOOP_STATS_LINEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/exactsum.h"

/* Solves a x = b for the `more` columns of b, in place; false when a is singular. Both are changed.
 * O(n^2 (n + more)). */
bool linear_solve(quad *a, quad *b, size_t n, size_t more);

#endif
