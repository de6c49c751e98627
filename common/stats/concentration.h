/*
 * concentration: how unevenly a whole is shared out among values.
 *
 * hhi is the sum of the squared shares (Hirschman, National Power and the Structure of Foreign
 * Trade, 1945; Herfindahl, 1950): 1 when one has all, 1/n when n have the same. Entropy is
 * Shannon's, in nats: 0 when one has all, ln n when n have the same ("A mathematical theory of
 * communication", Bell System Technical Journal 27, 1948). The Gini coefficient of the amounts is 0
 * when all have the same. All in 113 bits, of exact amounts; NaN when there is nothing to share, or
 * an amount is negative. O(n log n).
 */
#ifndef KOOP_STATS_CONCENTRATION_H
#define KOOP_STATS_CONCENTRATION_H

#include <stddef.h>

#include "stats/exactsum.h"

double concentration_hhi(const quad *amounts, size_t n);
double concentration_entropy(const quad *amounts, size_t n);

/* Sorts the amounts. */
double concentration_gini(quad *amounts, size_t n);

#endif
