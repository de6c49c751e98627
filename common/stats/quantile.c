#include <math.h>

#include "stats/quantile.h"

const char *const QRULE_WORDS[] = {
	"math", "school", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9", NULL};
const char *const WOODRUFF_WORDS[] = {"mean", "xlogit", "asin", "beta", "quantile", NULL};

/* Cumulative weights that are closer than this part of all are the same. */
static const double SAME = 1e-12;

/* Where the rule puts value i on the scale from 0 to 1. */
static double place(const struct points *v, size_t i, enum qrule rule)
{
	quad before = v->below[i], after = v->below[i + 1], all = v->below[v->n];
	quad last = v->w[v->n - 1];
	switch (rule) {
	case QRULE_HF5: return (double)((before + after) / 2 / all);
	case QRULE_HF6: return (double)(after / (all + last));
	case QRULE_HF7: return v->n > 1 ? (double)(before / v->below[v->n - 1]) : 0;
	case QRULE_HF8: return (double)((before + 2 * after) / 3 / (all + last / 3));
	case QRULE_HF9: return (double)((3 * before + 5 * after) / 8 / (all + last / 4));
	default: return (double)(after / all);
	}
}

/* The first value placed at p or above, less what counts as equal; n when there is none. */
static size_t first_at(const struct points *v, double p, enum qrule rule)
{
	size_t low = 0, high = v->n;
	double slack = rule <= QRULE_SCHOOL ? SAME : 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (place(v, middle, rule) >= p - slack)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static double interpolated(const struct points *v, double p, enum qrule rule)
{
	size_t i = first_at(v, p, rule);
	if (i == v->n)
		return v->y[v->n - 1];
	double here = place(v, i, rule);
	if (i == 0)
		return rule == QRULE_HF4 && p < here ? NAN : v->y[0];
	double before = place(v, i - 1, rule);
	return v->y[i - 1] + (p - before) / (here - before) * (v->y[i] - v->y[i - 1]);
}

double quantile(const struct points *v, double p, enum qrule rule)
{
	if (rule > QRULE_SCHOOL)
		return interpolated(v, p, rule);
	size_t i = first_at(v, p, rule);
	if (p >= 1 || i >= v->n)
		return v->y[v->n - 1];
	if (rule == QRULE_SCHOOL && i + 1 < v->n && fabs(place(v, i, rule) - p) <= SAME)
		return v->y[i] / 2 + v->y[i + 1] / 2;
	return v->y[i];
}

/* What is strictly below the values: equal ones have the same. */
static quad convey_gini(const struct points *v, quad *influence)
{
	quad w = v->below[v->n], all = 0, ranked = 0, up_to = 0, below = 0, values_below = 0;
	for (size_t k = 0; k < v->n; k++) {
		quad wy = (quad)v->w[k] * v->y[k];
		all += wy;
		ranked += (2 * v->below[k + 1] - 1) * wy;
	}
	quad g = ranked / (w * all) - 1;
	for (size_t k = 0; k < v->n; k++) {
		quad y = v->y[k];
		if (k == 0 || v->y[k] > v->y[k - 1]) {
			below = v->below[k];
			values_below = up_to;
		}
		up_to += v->w[k] * y;
		quad a = all - values_below + y * below + v->w[k] * y;
		influence[k] = v->w[k] * ((2 * a - y) / (w * all) - (g + 1) * (y / all + 1 / w));
	}
	return g;
}

static quad standard_gini(const struct points *v, quad *influence)
{
	quad w = v->below[v->n], all = 0, ranked = 0, up_to = 0;
	for (size_t k = 0; k < v->n; k++) {
		quad wy = (quad)v->w[k] * v->y[k];
		all += wy;
		ranked += (2 * v->below[k + 1] - v->w[k]) * wy;
	}
	quad g = ranked / (w * all) - 1;
	for (size_t k = 0; k < v->n; k++) {
		quad y = v->y[k];
		up_to += v->w[k] * y;
		quad u = 2 * v->below[k + 1] * y - 2 * up_to + all - w * y - g * (all + w * y);
		influence[k] = v->w[k] * u / (w * all);
	}
	return g;
}

quad gini(const struct points *v, bool standard, quad *influence)
{
	return standard ? standard_gini(v, influence) : convey_gini(v, influence);
}
