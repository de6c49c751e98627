#include <math.h>

#include "stats/quantile.h"

const char *const QRULE_WORDS[] = {
	"math", "school", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9", NULL};
const char *const WOODRUFF_WORDS[] = {"mean", "xlogit", "asin", "beta", "quantile", NULL};

/* Cumulative weights that are closer than this part of all are the same. */
static const double SAME = 1e-12;

/* What is lower than p by more than this part cannot be the quantile, however sums were rounded. */
static const double MARGIN = 1e-6;

/* Where the rule puts a value, before which the weights add up to this, on the scale from 0 to 1.
 */
static double place(const struct quantiles *s, quad before, double w)
{
	quad after = before + w, all = s->all, last = s->last;
	switch (s->rule) {
	case QRULE_HF5: return (double)((before + after) / 2 / all);
	case QRULE_HF6: return (double)(after / (all + last));
	case QRULE_HF7: return all > last ? (double)(before / (all - last)) : 0;
	case QRULE_HF8: return (double)((before + 2 * after) / 3 / (all + last / 3));
	case QRULE_HF9: return (double)((3 * before + 5 * after) / 8 / (all + last / 4));
	default: return (double)(after / all);
	}
}

static bool steps(const struct quantiles *s)
{
	return s->rule <= QRULE_SCHOOL;
}

/* No rule puts a value higher than its cumulative weight by that of all others than the last. */
static void set_skip(struct quantiles *s)
{
	s->skip = s->found < s->n ? (s->at[s->found].p - MARGIN) * (double)(s->all - s->last)
	                          : INFINITY;
}

void quantiles_begin(struct quantiles *s, enum qrule rule, struct quantile *at, size_t n)
{
	s->rule = rule;
	s->at = at;
	s->n = n;
	s->found = 0;
	s->sum = s->lost = 0;
	s->any = s->halfway = false;
	for (size_t i = 0; i < n; i++)
		at[i].halfway = false;
	set_skip(s);
}

/* The value is where p is reached, or passed. */
static void find(struct quantiles *s, struct quantile *at, double here, quad before, double y)
{
	at->q = y;
	if (steps(s)) {
		at->halfway = s->rule == QRULE_SCHOOL && fabs(here - at->p) <= SAME;
		s->halfway |= at->halfway;
	} else if (s->any) {
		double there = place(s, before - s->w, s->w);
		at->q = s->y + (at->p - there) / (here - there) * (y - s->y);
	} else if (s->rule == QRULE_HF4 && at->p < here) {
		at->q = NAN;
	}
}

/* Those that wait for the value behind theirs. */
static void go_halfway(struct quantiles *s, double y)
{
	for (size_t i = s->found; i-- > 0 && s->halfway;)
		if (s->at[i].halfway) {
			s->at[i].q = s->at[i].q / 2 + y / 2;
			s->at[i].halfway = false;
		}
	s->halfway = false;
}

/* What each addition loses is found exactly (Knuth, The Art of Computer Programming 2, 4.2.2).
 * Values come in one order, whatever that of the records was, so the sum is always the same. */
static void add_weight(struct quantiles *s, double w)
{
	double sum = s->sum + w, added = sum - s->sum;
	s->lost += (s->sum - (sum - added)) + (w - added);
	s->sum = sum;
}

static void add_one(struct quantiles *s, double y, double w)
{
	quad before = (quad)s->sum + s->lost;
	double here = place(s, before, w), slack = steps(s) ? SAME : 0;
	go_halfway(s, y);
	while (s->found < s->n && here >= s->at[s->found].p - slack &&
		!(steps(s) && s->at[s->found].p >= 1))
		find(s, &s->at[s->found++], here, before, y);
	set_skip(s);
	add_weight(s, w);
	s->y = y;
	s->w = w;
	s->any = true;
}

void quantiles_add(struct quantiles *s, double y, double w, uint64_t times)
{
	double all = w * (double)times;
	if (s->found == s->n && !s->halfway)
		return;
	if (s->sum + all >= s->skip || s->halfway) {
		for (uint64_t i = 0; i < times; i++)
			add_one(s, y, w);
		return;
	}
	add_weight(s, all);
	if (times > 1)
		s->lost += fma(w, (double)times, -all);
	s->y = y;
	s->w = w;
	s->any = true;
}

void quantiles_end(struct quantiles *s)
{
	for (; s->found < s->n; s->found++)
		s->at[s->found].q = s->any ? s->y : NAN;
}

void gini_add(struct gini *g, double y, double w, uint64_t times)
{
	quad n = times, one = (quad)w * y;
	quad ranks = 2 * n * g->w + w * n * (n + 1);
	g->ranked += one * (ranks - (g->standard ? n * w : n));
	g->wy += n * one;
	g->w += n * w;
}

void gini_end(struct gini *g)
{
	g->value = g->ranked / (g->w * g->wy) - 1;
}

/* What is strictly below the values: equal ones have the same. */
quad gini_influence(struct gini *g, double y, double w, uint64_t times)
{
	if (!g->any || y > g->y) {
		g->below = g->up_to;
		g->values_below = g->values_up_to;
	}
	g->any = true;
	g->y = y;
	g->up_to += (quad)w * times;
	g->values_up_to += (quad)w * times * y;
	quad ranked = y * g->below - g->values_below;
	if (g->standard)
		return w * (2 * ranked + g->wy - g->w * y - g->value * (g->wy + g->w * y)) /
		       (g->w * g->wy);
	quad a = g->wy + ranked + (quad)w * y;
	return w * ((2 * a - y) / (g->w * g->wy) - (g->value + 1) * (y / g->wy + 1 / g->w));
}
