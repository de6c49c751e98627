/*
 * fisher: the exact test of independence of Fisher, two-sided.
 *
 * The probability, given the margins, of all tables that are no more likely than the one observed;
 * those more likely by less than 1e-7 of it count as equally likely (Fisher, Statistical Methods
 * for Research Workers, 1934; Freeman and Halton, Biometrika 38, 1951).
 */
#ifndef KOOP_STATS_FISHER_H
#define KOOP_STATS_FISHER_H

#include <stddef.h>
#include <stdint.h>

enum { FISHER_CELLS = 24, FISHER_STEPS = 4000000, FISHER_RECORDS = 100000 };

/* Counts row by row. NaN where it takes more than FISHER_TABLES tables, or more than FISHER_CELLS
 * of them free. A table of two rows and columns is O(n). */
double fisher_exact(const uint64_t *counts, size_t rows, size_t cols);

#endif
