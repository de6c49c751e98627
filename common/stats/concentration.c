#include <math.h>
#include <stdlib.h>

#include "stats/concentration.h"

static int compare_amounts(const void *a, const void *b)
{
	quad x = *(const quad *)a, y = *(const quad *)b;
	return (x > y) - (x < y);
}

/* The sum of all, or NaN where they are no shares of a whole. */
static quad whole_of(const quad *amounts, size_t n)
{
	quad whole = 0;
	for (size_t i = 0; i < n; i++) {
		if (amounts[i] < 0)
			return NAN;
		whole += amounts[i];
	}
	return whole > 0 ? whole : NAN;
}

double concentration_hhi(const quad *amounts, size_t n)
{
	quad whole = whole_of(amounts, n), squares = 0;
	for (size_t i = 0; i < n; i++)
		squares += amounts[i] * amounts[i];
	return (double)(squares / (whole * whole));
}

double concentration_entropy(const quad *amounts, size_t n)
{
	quad whole = whole_of(amounts, n), sum = 0;
	for (size_t i = 0; i < n; i++)
		if (amounts[i] > 0)
			sum -= amounts[i] / whole * (quad)logl((long double)(amounts[i] / whole));
	return (double)(isnan((double)whole) ? whole : sum);
}

double concentration_gini(quad *amounts, size_t n)
{
	quad whole = whole_of(amounts, n), sum = 0;
	qsort(amounts, n, sizeof *amounts, compare_amounts);
	for (size_t i = 0; i < n; i++)
		sum += (2 * (quad)i + 1 - (quad)n) * amounts[i];
	return (double)(sum / ((quad)n * whole));
}
