/*
 * moment: what the exact moments of a random deal are made of.
 */
#ifndef KOOP_GRAPH_MOMENT_H
#define KOOP_GRAPH_MOMENT_H

/* Falling factorial x (x - 1) … of k terms. */
static inline double falling(double x, int k)
{
	double product = 1;
	for (int i = 0; i < k; i++)
		product *= x - i;
	return product;
}

/* a / b, and 0 where there is nothing to divide by. */
static inline double part(double a, double b)
{
	return b > 0 ? a / b : 0;
}

#endif
