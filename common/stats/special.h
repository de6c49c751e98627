/*
 * special: the distributions that intervals and tests are read from. The one file that knows GSL.
 *
 * Quantiles of GSL are good starts; each is polished by Newton's method on the tail probability, so
 * that the relative error is about 1e-13. Infinite degrees of freedom are the normal and the
 * chi-square distribution. Arguments outside the domain give NaN.
 */
#ifndef KOOP_STATS_SPECIAL_H
#define KOOP_STATS_SPECIAL_H

/* The t that is exceeded with probability `upper`, 0 < upper < 1. */
double t_quantile(double upper, double df);

/* The probability that |T| is larger than |t|. */
double t_two_sided(double t, double df);

/* Upper tails. */
double f_upper(double f, double df1, double df2);
double chi2_upper(double x, double df);

/* The p quantile of the beta distribution. */
double beta_quantile(double p, double a, double b);

#endif
