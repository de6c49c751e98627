/*
 * sum: adding up with the lost low bits kept (Neumaier 1974). The error does not grow with the
 * number of terms; for the same terms in the same order the sum is always the same.
 */
#ifndef KOOP_GRAPH_SUM_H
#define KOOP_GRAPH_SUM_H

#include <math.h>
#include <stddef.h>

struct sum {
	double total, lost;
};

static inline void sum_add(struct sum *s, double term)
{
	double total = s->total + term;
	if (fabs(s->total) >= fabs(term))
		s->lost += s->total - total + term;
	else
		s->lost += term - total + s->total;
	s->total = total;
}

static inline double sum_value(const struct sum *s)
{
	return s->total + s->lost;
}

/* The sum of terms, the same for any order, which it changes. */
double sum_of(double *terms, size_t n);

#endif
