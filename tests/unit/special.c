#include <math.h>

#include "check.h"
#include "stats/special.h"

/* Equal but for a relative error of 1e-12. */
static void check_close(double got, double want)
{
	if (!(fabs(got - want) <= 1e-12 * fabs(want)))
		printf("got %.17g, want %.17g\n", got, want);
	CHECK(fabs(got - want) <= 1e-12 * fabs(want));
}

/* Where there are closed forms. */

static void test_t(void)
{
	for (int i = 1; i < 50; i++) {
		double upper = i / 100.0, p = 1 - 2 * upper;
		check_close(t_quantile(upper, 1), tan(M_PI * p / 2));
		check_close(t_quantile(upper, 2), p * sqrt(2 / (1 - p * p)));
		check_close(t_quantile(1 - upper, 2), -p * sqrt(2 / (1 - p * p)));
	}
	check_close(t_quantile(0.025, INFINITY), 1.959963984540054);
	for (double t = 0.01; t < 1e9; t *= 7)
		check_close(t_two_sided(-t, 1), 2 / M_PI * atan(1 / t));
	CHECK(isnan(t_quantile(0.025, 0)) && isnan(t_two_sided(1, -1)) && isnan(t_quantile(0, 3)));
}

static void test_upper_tails(void)
{
	for (double x = 0.01; x < 1000; x *= 3) {
		check_close(chi2_upper(x, 2), exp(-x / 2));
		check_close(chi2_upper(x, 1), erfc(sqrt(x / 2)));
		check_close(chi2_upper(x, 4), exp(-x / 2) * (1 + x / 2));
		for (double df = 1; df < 300; df *= 4.5)
			check_close(f_upper(x, 2, df), exp(-df / 2 * log1p(2 * x / df)));
		check_close(f_upper(x, 2, INFINITY), exp(-x));
	}
	CHECK(f_upper(0, 2, 3) == 1 && chi2_upper(0, 3) == 1);
	CHECK(isnan(f_upper(1, 0, 3)) && isnan(chi2_upper(1, 0)) && isnan(chi2_upper(NAN, 1)));
}

static void test_beta(void)
{
	for (double a = 0.3; a < 500; a *= 2.7)
		for (int i = 1; i < 100; i += 7) {
			double p = i / 100.0;
			check_close(beta_quantile(p, a, 1), exp(log(p) / a));
			check_close(beta_quantile(p, 1, a), -expm1(log1p(-p) / a));
		}
	for (double a = 1; a < 1e5; a *= 3) /* the same from the other end */
		for (double b = 1; b < 1e5; b *= 7)
			CHECK(fabs(beta_quantile(0.025, a, b) + beta_quantile(0.975, b, a) - 1) <
				1e-11);
	CHECK(isnan(beta_quantile(0, 1, 1)) && isnan(beta_quantile(0.5, 0, 1)));
}

int main(void)
{
	test_t();
	test_upper_tails();
	test_beta();
	return check_summary("special");
}
