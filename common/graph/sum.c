#include <stdlib.h>

#include "graph/sum.h"

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

double sum_of(double *terms, size_t n)
{
	struct sum sum = {0};
	if (n > 1)
		qsort(terms, n, sizeof *terms, by_size);
	for (size_t i = 0; i < n; i++)
		sum_add(&sum, terms[i]);
	return sum_value(&sum);
}
