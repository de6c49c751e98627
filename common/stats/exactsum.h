/*
 * exactsum: sums of doubles, and of products of doubles, without any rounding.
 *
 * A sum is a fixed-point number long enough for every double and for every product of three (the
 * long accumulator of Kulisch and Miranker, "The arithmetic of the digital computer: a new
 * approach", SIAM Review 28(1), 1986; compare Neal, "Fast exact summation using small and large
 * superaccumulators", 2015). Adding is exact, so neither the order of the values nor a partition of
 * them can change a bit of any result.
 *
 * What ordinary data need lies in a window of 384 bits inside the struct; only values outside it
 * make the sum take the full length (816 bytes) from the system. Adding costs some nanoseconds.
 * Every value read out is the double nearest to the true one (ties to even): one rounding, at the
 * end. A zeroed struct is the sum 0. Values must be finite. At most 2^47 values.
 */
#ifndef KOOP_STATS_EXACTSUM_H
#define KOOP_STATS_EXACTSUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { EXACTSUM_WINDOW = 6 };

struct exactsum {
	uint64_t window[EXACTSUM_WINDOW]; /* two's complement, lowest first, in units of 2^-256 */
	uint64_t *wide;                   /* what did not fit, in units of 2^-3264; or NULL */
};

void exactsum_add(struct exactsum *s, double x);
void exactsum_add_product(struct exactsum *s, double x, double y);
void exactsum_add_product3(struct exactsum *s, double x, double y, double z);

/* Adds w and w y to two sums, and w^2, w^2 y and w^2 y^2 to three; w is above 0. False, and nothing
 * is added, where one of them does not lie in its window, or y is 0. */
bool exactsum_add_moments(
	struct exactsum sums[static 2], struct exactsum squares[static 3], double w, double y);

/* Adds another sum. */
void exactsum_merge(struct exactsum *into, const struct exactsum *from);

/* The sum; an infinity when no double is as large. */
double exactsum_value(const struct exactsum *s);

/*
 * The sum to 113 bits, for what is computed out of several sums; what lies below is cut off, the
 * same whatever the order was.
 */
__extension__ typedef __float128 quad;
quad exactsum_quad(const struct exactsum *s);

/* times * a / b; NaN when b is 0. */
double exactsum_ratio(const struct exactsum *a, const struct exactsum *b, uint64_t times);

/* sum / n; NaN when n is 0. */
double exactsum_mean(const struct exactsum *sum, uint64_t n);

/*
 * The variance with divisor n - 1 of n values out of their sum and the sum of their squares, and
 * its root. Nothing cancels, however far the values are from 0. NaN below two values.
 */
double exactsum_variance(const struct exactsum *sum, const struct exactsum *squares, uint64_t n);
double exactsum_deviation(const struct exactsum *sum, const struct exactsum *squares, uint64_t n);

/* Sums of a weighted variable: of w, w x and w x^2 over n values. */
struct exactsum_weighted {
	const struct exactsum *w, *wx, *wxx;
	uint64_t n;
};

/* n / (n - 1) * sum of w (x - mean)^2 / sum of w, mean being the weighted one, and its root. */
double exactsum_weighted_variance(const struct exactsum_weighted *s);
double exactsum_weighted_deviation(const struct exactsum_weighted *s);

/*
 * The sum as text: a minus where it is negative, hexadecimal digits, and behind a p the power of
 * two that they are multiplied by, as in -1f8p-52; nothing follows the last digit that is not 0.
 * Every sum has one text. read takes nothing else, into a sum that is 0.
 */
void exactsum_write(struct buf *out, const struct exactsum *s);
bool exactsum_read(struct str text, struct exactsum *s);

/* Gives the full length back; the sum is 0 again. */
void exactsum_release(struct exactsum *s);

#endif
