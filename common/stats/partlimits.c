#include <math.h>

#include "stats/partlimits.h"
#include "stats/special.h"

const char *const PART_WORDS[] = {"mean", "logit", "xlogit", "asin", "beta", "wilson", NULL};

static double logistic(double x)
{
	return 1 / (1 + exp(-x));
}

static double squared_sine(double x)
{
	return sin(x) * sin(x);
}

static void beta_limits(const struct proportion *part, double p, double v, double limit[2])
{
	double tail = (1 - part->level) / 2;
	double by_records = t_quantile(tail, (double)part->records - 1);
	double ratio = by_records / t_quantile(tail, part->df);
	double n = p * (1 - p) / v * ratio * ratio;
	limit[0] = beta_quantile(tail, n * p, n * (1 - p) + 1);
	limit[1] = beta_quantile(1 - tail, n * p + 1, n * (1 - p));
}

static void wilson_limits(double p, double v, double t, double limit[2])
{
	double n = p * (1 - p) / v, around = p + t * t / (2 * n), scale = 1 + t * t / n;
	double half = t / (2 * n) * sqrt(4 * n * p * (1 - p) + t * t);
	limit[0] = (around - half) / scale;
	limit[1] = (around + half) / scale;
}

/* Where all records, or none, are in the part. */
static bool exact_limits(const struct proportion *part, double p, double limit[2])
{
	double tail = (1 - part->level) / 2, edge = pow(tail, 1 / (double)part->base);
	limit[0] = p > 0 ? edge : 0;
	limit[1] = p > 0 ? 1 : 1 - edge;
	return true;
}

bool part_limits(const struct proportion *part, enum part_limits how, double limit[2])
{
	double p = (double)part->outcome.estimate, v = (double)part->outcome.variance;
	double t = t_quantile((1 - part->level) / 2, part->df), se = sqrt(v), inner = p * (1 - p);
	if (how != PART_MEAN && part->base && (p <= 0 || p >= 1))
		return exact_limits(part, p, limit);
	if (how == PART_BETA && v > 0)
		beta_limits(part, p, v, limit);
	else if (how == PART_WILSON && v > 0)
		wilson_limits(p, v, t, limit);
	for (int i = 0; i < 2; i++) {
		double half = i ? t * se : -t * se;
		if (how == PART_MEAN)
			limit[i] = p + half;
		else if (how == PART_ASIN)
			limit[i] = squared_sine(asin(sqrt(p)) + half / (2 * sqrt(inner)));
		else if (how == PART_LOGIT || how == PART_XLOGIT)
			limit[i] = logistic(log(p / (1 - p)) + half / inner);
		else if (!(v > 0)) /* what is calibrated is known */
			limit[i] = inner > 0 ? p + half : NAN;
	}
	return false;
}
