#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>

#include "stats/special.h"

enum { NEWTON_STEPS = 4, BISECTIONS = 100 };

/* GSL ends the process on an error unless it is told not to. */
static void keep_quiet(void)
{
	gsl_set_error_handler_off();
}

double t_quantile(double upper, double df)
{
	keep_quiet();
	if (!(upper > 0 && upper < 1 && df > 0))
		return NAN;
	if (upper > 0.5)
		return -t_quantile(1 - upper, df);
	bool normal = isinf(df);
	double t = normal ? gsl_cdf_ugaussian_Qinv(upper) : gsl_cdf_tdist_Qinv(upper, df);
	for (int i = 0; i < NEWTON_STEPS; i++) {
		double q = normal ? gsl_cdf_ugaussian_Q(t) : gsl_cdf_tdist_Q(t, df);
		double density = normal ? gsl_ran_ugaussian_pdf(t) : gsl_ran_tdist_pdf(t, df);
		if (density > 0)
			t += (q - upper) / density;
	}
	return t;
}

double t_two_sided(double t, double df)
{
	keep_quiet();
	if (isnan(t) || !(df > 0))
		return NAN;
	t = fabs(t);
	return fmin(1, 2 * (isinf(df) ? gsl_cdf_ugaussian_Q(t) : gsl_cdf_tdist_Q(t, df)));
}

double f_upper(double f, double df1, double df2)
{
	keep_quiet();
	if (isnan(f) || !(df1 > 0 && df2 > 0))
		return NAN;
	if (f <= 0)
		return 1;
	if (isinf(df2))
		return chi2_upper(f * df1, df1);
	return gsl_cdf_beta_P(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

double chi2_upper(double x, double df)
{
	keep_quiet();
	if (isnan(x) || !(df > 0))
		return NAN;
	return x <= 0 ? 1 : gsl_cdf_chisq_Q(x, df);
}

/* Where the inverse of GSL gives up, with large and unequal parameters. */
static double beta_bisection(double p, double a, double b)
{
	double low = 0, high = 1;
	for (int i = 0; i < BISECTIONS; i++) {
		double middle = (low + high) / 2;
		if (gsl_cdf_beta_P(middle, a, b) < p)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

double beta_quantile(double p, double a, double b)
{
	keep_quiet();
	if (!(p > 0 && p < 1 && a > 0 && b > 0))
		return NAN;
	double x = gsl_cdf_beta_Pinv(p, a, b);
	if (!(x > 0 && x < 1))
		x = beta_bisection(p, a, b);
	for (int i = 0; i < NEWTON_STEPS; i++) {
		double density = gsl_ran_beta_pdf(x, a, b);
		double next = density > 0 ? x - (gsl_cdf_beta_P(x, a, b) - p) / density : x;
		if (next > 0 && next < 1)
			x = next;
	}
	return x;
}
