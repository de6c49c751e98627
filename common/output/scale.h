/*
 * scale: an axis with round marks.
 *
 * The step between marks is 1, 2 or 5 times a power of ten; low and high are whole steps around the
 * data.
 */
#ifndef KOOP_OUTPUT_SCALE_H
#define KOOP_OUTPUT_SCALE_H

#include <stdbool.h>

#define SCALE_LARGEST 1e100

struct scale {
	double low, high, step;
	int decimals;      /* that a mark needs */
	double from, span; /* where low lies on the paper, and how far away high is */
};

/* For finite data between low and high, with about `marks` marks, none between whole numbers where
 * the data is `whole`. Where all are equal, it reaches to 0, or 1. */
struct scale scale_make(double low, double high, int marks, bool whole);

/* How many marks there are, and the i-th. */
int scale_count(const struct scale *s);
double scale_mark(const struct scale *s, int i);

/* Where a value lies on the paper. */
double scale_at(const struct scale *s, double value);

#endif
