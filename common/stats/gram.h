/*
 * gram: how many linearly independent columns a matrix has, whose rows come one after another.
 *
 * The products of its columns are added up, so that parts of it add up, too, and memory is
 * O(columns^2). A column is dependent when what the columns before leave of it is less than 1e-5 of
 * it, as in the QR decomposition of LINPACK with limited pivoting; 1e-10 of its square is far above
 * the rounding of the sums.
 */
#ifndef KOOP_STATS_GRAM_H
#define KOOP_STATS_GRAM_H

#include <stddef.h>

/* How many products there are of n columns. */
static inline size_t gram_size(size_t n)
{
	return n * (n + 1) / 2;
}

/* Adds a row. */
void gram_add(double *products, const double *row, size_t n);

/* The rank. O(n^3). */
size_t gram_rank(const double *products, size_t n);

#endif
