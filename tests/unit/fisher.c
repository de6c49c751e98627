#include <math.h>

#include "check.h"
#include "stats/fisher.h"

/* Values of R 4.2.2, fisher.test. */

static void check_table(const uint64_t *counts, size_t rows, size_t cols, double want)
{
	double got = fisher_exact(counts, rows, cols);
	if (!(fabs(got - want) <= 1e-11 * want))
		printf("got %.17g, want %.17g\n", got, want);
	CHECK(fabs(got - want) <= 1e-11 * want);
}

static void test_four(void)
{
	check_table((uint64_t[]){3, 1, 1, 3}, 2, 2, 0.485714285714286);
	check_table((uint64_t[]){300, 12, 5, 900}, 2, 2, 7.28919501822979e-263);
	check_table((uint64_t[]){0, 12, 10, 0}, 2, 2, 1.54644117492415e-06);
	check_table((uint64_t[]){10, 3, 0, 0}, 2, 2, 1);
	check_table((uint64_t[]){2, 3, 3, 2}, 2, 2, 1);
	CHECK(fabs(fisher_exact((uint64_t[]){100000, 98000, 99000, 101000}, 2, 2) /
			      2.33692933263633e-10 -
		      1) < 1e-9);
	CHECK(fisher_exact((uint64_t[]){1000000, 0, 0, 1000000}, 2, 2) < 1e-300);
}

static void test_many(void)
{
	check_table((uint64_t[]){10, 6, 9, 10, 7, 10}, 2, 3, 0.999999999999983);
	check_table((uint64_t[]){9, 5, 7, 12, 10, 7, 12, 13, 3}, 3, 3, 0.320097393715872);
	check_table((uint64_t[]){7, 2, 2, 3, 4, 6}, 3, 2, 0.217088437205544);
	CHECK(isnan(fisher_exact((uint64_t[]){100, 200, 300, 300, 200, 100, 200, 200, 200}, 3, 3)));
	CHECK(isnan(fisher_exact((uint64_t[]){100000, 200, 300, 300, 200, 100}, 2, 3)));
	CHECK(isnan(fisher_exact((uint64_t[]){1, 2, 3}, 1, 3)));
}

int main(void)
{
	test_four();
	test_many();
	return check_summary("fisher");
}
