#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/exactsum.h"
#include "stats/special.h"
#include "stats/survival.h"

static const double YEAR = 365.25;
static const double SAME = 0x1p-26; /* survival estimates this close are the same */

/* Spells of the same length, in days, that ended then or were still open. */
struct length {
	int32_t days;
	bool open;
	uint64_t n;
	int32_t watched; /* from the beginning to the last day, whether it ended before or not */
};

struct lengths {
	struct length *all;
	size_t n;
	uint64_t records;
};

/* The curve behind each length of which some ended. */
struct step {
	int32_t days;
	quad part, greenwood; /* that last longer; the sum of d / (n (n - d)) */
	double low, high;
};

struct curve {
	struct step *steps;
	size_t n;
};

static const struct inference NONE = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};

/* Lengths. */

static int32_t day_by(const int32_t day[static 2], enum length_rule rule, bool is_end)
{
	bool latest = rule == LENGTH_SHORTEST ? !is_end : rule == LENGTH_LONGEST && is_end;
	if (day[0] == DAY_MIN || day[1] == DAY_MAX)
		return DAY_MIN;
	if (rule == LENGTH_MIDDLE)
		return (int32_t)(((int64_t)day[0] + day[1]) >> 1);
	return day[latest];
}

/* False when it is not known how long it was, or it had not begun on the last day. */
static bool length_of(const struct spell *s, const struct watch *watch, struct length *length)
{
	int32_t from = day_by(s->from, watch->rule, false);
	int32_t to = spell_is_open(s) ? DAY_MAX : day_by(s->to, watch->rule, true);
	if (from == DAY_MIN || to == DAY_MIN || from > watch->until)
		return false;
	length->open = to > watch->until;
	length->watched = watch->until - from;
	length->days = length->open ? length->watched : to > from ? to - from : 0;
	return true;
}

/* Shorter ones first; of the same length those that ended. */
static int compare_lengths(const void *a, const void *b)
{
	const struct length *x = a, *y = b;
	if (x->days != y->days)
		return x->days < y->days ? -1 : 1;
	return x->open - y->open;
}

static void add_length(
	struct lengths *l, const struct spell *s, uint64_t n, const struct watch *watch)
{
	struct length *length = &l->all[l->n];
	if (!length_of(s, watch, length))
		return;
	length->n = n;
	l->records += n;
	l->n++;
}

static int compare_beginnings(const void *a, const void *b)
{
	const struct spell *x = a, *y = b;
	return (x->from[0] > y->from[0]) - (x->from[0] < y->from[0]);
}

/* Of the spells of one body those that may follow on each other without a day between are one. */
static void add_body(struct lengths *l, struct spell *spells, size_t n, const struct watch *watch)
{
	qsort(spells, n, sizeof *spells, compare_beginnings);
	for (size_t i = 0; i < n;) {
		struct spell one = spells[i++];
		while (i < n && one.from[0] != DAY_MIN &&
			spells[i].from[0] <= (int64_t)one.to[1] + 1) {
			if (spells[i].to[1] > one.to[1] || spell_is_open(&spells[i]))
				memcpy(one.to, spells[i].to, sizeof one.to);
			i++;
		}
		add_length(l, &one, 1, watch);
	}
}

/* The spells of a body from the i-th on; returns the first that is another's. */
static size_t take_body(const struct spell_list *l, uint32_t cell, size_t i, struct spell *spells)
{
	uint32_t body = spell_list_entry(l, cell, i).body;
	size_t n = 0;
	while (i + n < spell_list_of(l, cell) && spell_list_entry(l, cell, i + n).body == body) {
		spells[n] = *spell_list_entry(l, cell, i + n).spell;
		n++;
	}
	return i + n;
}

/* A record without a name is a body of its own, and so is each when there are no names. */
static struct lengths lengths_of(
	const struct spell_list *l, uint32_t cell, const struct watch *watch)
{
	size_t n = cell == PAIR_NONE ? 0 : spell_list_of(l, cell), next;
	struct lengths lengths = {.all = mem_zero(n, sizeof *lengths.all)};
	const struct axis *names = l->source->body;
	struct spell *spells = mem_zero(n, sizeof *spells);
	for (size_t i = 0; i < n; i = next) {
		struct spell_entry e = spell_list_entry(l, cell, i);
		next = i + 1;
		if (!names || intern_text(&names->values, e.body).n == 0) {
			add_length(&lengths, e.spell, e.n, watch);
			continue;
		}
		next = take_body(l, cell, i, spells);
		add_body(&lengths, spells, next - i, watch);
	}
	free(spells);
	qsort(lengths.all, lengths.n, sizeof *lengths.all, compare_lengths);
	return lengths;
}

/* How many last at least as long. */
static uint64_t at_risk(const struct lengths *l, double days)
{
	uint64_t n = 0;
	for (size_t i = l->n; i-- > 0 && l->all[i].days >= days;)
		n += l->all[i].n;
	return n;
}

static int32_t longest(const struct lengths *l)
{
	return l->n ? l->all[l->n - 1].days : 0;
}

int32_t spells_latest(const struct spell_source *source)
{
	int32_t latest = DAY_MIN;
	for (size_t i = 0; i < source->nspells; i++) {
		int32_t days[] = {source->spells[i].from[1], source->spells[i].to[1]};
		for (size_t k = 0; k < 2; k++)
			if (days[k] != DAY_MAX && days[k] > latest)
				latest = days[k];
	}
	return latest;
}

/* The curve. */

static void set_limits(struct step *s, const struct watch *watch)
{
	double half = t_quantile((1 - watch->level) / 2, INFINITY) * sqrt((double)s->greenwood);
	s->low = s->part > 0 ? (double)s->part * exp(-half) : NAN;
	s->high = s->part > 0 ? fmin(1, (double)s->part * exp(half)) : NAN;
}

static struct curve curve_of(const struct lengths *l, const struct watch *watch)
{
	struct curve c = {.steps = mem_zero(l->n, sizeof *c.steps)};
	uint64_t left = l->records;
	quad part = 1, greenwood = 0;
	for (size_t i = 0; i < l->n;) {
		int32_t days = l->all[i].days;
		uint64_t ended = 0, all = 0;
		for (; i < l->n && l->all[i].days == days; i++) {
			ended += l->all[i].open ? 0 : l->all[i].n;
			all += l->all[i].n;
		}
		if (ended) {
			part = part * (quad)(left - ended) / (quad)left;
			if (left > ended)
				greenwood += (quad)ended / ((quad)left * (quad)(left - ended));
			c.steps[c.n] = (struct step){days, part, greenwood, 0, 0};
			set_limits(&c.steps[c.n++], watch);
		}
		left -= all;
	}
	return c;
}

/* The step that holds at a time, or NULL before the first. */
static const struct step *step_at(const struct curve *c, double days)
{
	size_t i = 0;
	while (i < c->n && c->steps[i].days <= days)
		i++;
	return i ? &c->steps[i - 1] : NULL;
}

/*
 * When a curve has come down to a half. Where it stays at a half for a while, the middle of that
 * while.
 */
static double half_time(const struct curve *c, double (*value)(const struct step *s))
{
	for (size_t i = 0; i < c->n; i++) {
		double v = value(&c->steps[i]);
		if (isnan(v) || v >= 0.5 + SAME)
			continue;
		size_t next = i + 1;
		while (next < c->n && !(value(&c->steps[next]) < v))
			next++;
		if (fabs(v - 0.5) < SAME && next < c->n)
			return ((double)c->steps[i].days + c->steps[next].days) / 2;
		return c->steps[i].days;
	}
	return NAN;
}

static double step_part(const struct step *s)
{
	return (double)s->part;
}

static double step_low(const struct step *s)
{
	return s->low;
}

static double step_high(const struct step *s)
{
	return s->high;
}

/* The rows. */

static struct length_row new_row(const struct lengths *l)
{
	return (struct length_row){
		NAN, {NAN, l->records, l->records},
                 NONE
        };
}

static struct length_row survival_row(const struct lengths *l, const struct curve *c, double days)
{
	struct length_row row = new_row(l);
	const struct step *s = step_at(c, days);
	row.result.n = at_risk(l, days);
	row.result.estimate = s ? (double)s->part : 1;
	row.inference.se = s ? (double)s->part * sqrt((double)s->greenwood) : 0;
	row.inference.ci_low = s ? s->low : 1;
	row.inference.ci_high = s ? s->high : 1;
	if (s && s->part == 0)
		row.inference.se = NAN;
	return row;
}

/* Wilson's limits for k of n. */
static void set_wilson(struct inference *limits, double k, double n, double level)
{
	double z = t_quantile((1 - level) / 2, INFINITY), p = k / n, scale = 1 + z * z / n;
	double middle = p + z * z / (2 * n);
	double half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	limits->se = sqrt(p * (1 - p) / n);
	limits->ci_low = k > 0 ? (middle - half) / scale : 0;
	limits->ci_high = k < n ? (middle + half) / scale : 1;
}

/* Only those that have been watched for as long can tell. */
static struct length_row retention_row(
	const struct lengths *l, const struct watch *watch, double days)
{
	struct length_row row = new_row(l);
	uint64_t base = 0, kept = 0;
	for (size_t i = 0; i < l->n; i++) {
		const struct length *one = &l->all[i];
		if (one->watched < days)
			continue;
		base += one->n;
		kept += one->open || one->days > days ? one->n : 0;
	}
	row.result = (struct result){NAN, kept, base};
	if (base == 0)
		return row;
	row.result.estimate = (double)kept / (double)base;
	set_wilson(&row.inference, (double)kept, (double)base, watch->level);
	return row;
}

static struct length_row median_row(const struct lengths *l, const struct curve *c)
{
	struct length_row row = new_row(l);
	row.result.estimate = half_time(c, step_part) / YEAR;
	row.inference.ci_low = half_time(c, step_low) / YEAR;
	row.inference.ci_high = half_time(c, step_high) / YEAR;
	return row;
}

/* The area under the curve up to the longest length; its variance by what is left of that area
 * behind each step. */
static struct length_row mean_row(
	const struct lengths *l, const struct curve *c, const struct watch *watch)
{
	struct length_row row = new_row(l);
	if (l->n == 0)
		return row;
	int32_t end = longest(l);
	quad area = 0, variance = 0, before = 0;
	for (size_t i = c->n; i-- > 0;) {
		const struct step *s = &c->steps[i];
		area += s->part * (quad)(end - s->days);
		end = s->days;
		before = i ? c->steps[i - 1].greenwood : 0;
		variance += area * area * (s->greenwood - before);
	}
	area += (quad)end;
	double half = t_quantile((1 - watch->level) / 2, INFINITY) * sqrt((double)variance) / YEAR;
	row.level = longest(l) / YEAR;
	row.result.estimate = (double)area / YEAR;
	row.inference.se = sqrt((double)variance) / YEAR;
	row.inference.ci_low = row.result.estimate - half;
	row.inference.ci_high = row.result.estimate + half;
	return row;
}

/* Times. */

bool length_time_valid(const struct measure *m, struct str text)
{
	double years;
	if (m->stat == STAT_SURVIVAL && str_eq(text, STR("all")))
		return true;
	return number_parse(text, &years) && years >= 0 && years <= EDTF_YEAR_MAX;
}

struct time {
	double days, years;
};

/* Those in the brackets, every step, or else whole years up to the longest length. */
static struct time *times_of(
	const struct measure *m, const struct lengths *l, const struct curve *c, size_t *n)
{
	bool given = m->nargs > 1, steps = given && str_eq(m->args[1], STR("all"));
	*n = steps ? c->n : given ? m->nargs - 1 : (size_t)(longest(l) / YEAR);
	struct time *times = mem_zero(*n, sizeof *times);
	for (size_t i = 0; i < *n; i++) {
		if (steps) {
			times[i] = (struct time){c->steps[i].days, c->steps[i].days / YEAR};
			continue;
		}
		times[i].years = (double)(i + 1);
		if (given)
			number_parse(m->args[i + 1], &times[i].years);
		times[i].days = times[i].years * YEAR;
	}
	return times;
}

static struct length_row *rows_by_time(const struct lengths *l, const struct curve *c,
	const struct measure *m, const struct watch *watch, size_t *n)
{
	struct time *times = times_of(m, l, c, n);
	struct length_row *rows = mem_zero(*n, sizeof *rows);
	for (size_t i = 0; i < *n; i++) {
		rows[i] = m->stat == STAT_SURVIVAL ? survival_row(l, c, times[i].days)
		                                   : retention_row(l, watch, times[i].days);
		rows[i].level = times[i].years;
	}
	free(times);
	return rows;
}

struct length_row *length_rows(const struct spell_list *list, uint32_t cell,
	const struct measure *m, const struct watch *watch, size_t *n)
{
	struct lengths l = lengths_of(list, cell, watch);
	struct curve c = curve_of(&l, watch);
	struct length_row *rows;
	if (m->stat == STAT_SURVIVAL || m->stat == STAT_RETENTION) {
		rows = rows_by_time(&l, &c, m, watch, n);
	} else {
		rows = mem_zero(1, sizeof *rows);
		*n = 1;
		*rows = m->stat == STAT_MEDIAN_LENGTH ? median_row(&l, &c)
		                                      : mean_row(&l, &c, watch);
	}
	free(l.all);
	free(c.steps);
	return rows;
}
