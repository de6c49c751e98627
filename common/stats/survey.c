#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/special.h"
#include "stats/surveystate.h"

struct survey *survey_new(struct design *design, const struct survey_options *options)
{
	struct survey *s = mem_zero(1, sizeof *s);
	s->design = design;
	s->options = *options;
	return s;
}

static size_t job_for(struct survey *s, const struct subject_of_measure *about)
{
	for (size_t i = 0; i < s->njobs; i++)
		if (memcmp(&s->jobs[i].about, about, sizeof *about) == 0)
			return i;
	s->jobs = mem_grow(s->jobs, s->njobs, &s->cap_jobs, sizeof *s->jobs);
	struct job *j = &s->jobs[s->njobs];
	*j = (struct job){.about = *about, .levels = about->a != NULL};
	return s->njobs++;
}

static size_t plain_sums(const struct job *j)
{
	if (!j->about.y)
		return SUM_W + 1;
	if (j->about.x)
		return SUM_RATIO_XX + 1;
	return (j->squares ? SUM_WYY : SUM_WY) + 1;
}

/* What is kept for a job, once all that is asked of it is known. */
static void settle_job(const struct survey *s, struct job *j)
{
	j->linear = !j->about.y ? SUM_W + 1 : j->about.x || j->spread ? LINEAR : SUM_WY + 1;
	j->plain = plain_sums(j);
	j->width = j->plain;
	if (s->design->elements)
		j->width += j->linear * (j->linear + 1) / 2;
}

size_t survey_add_measure(
	struct survey *s, const struct measure *m, const struct subject_of_measure *about)
{
	s->measures = mem_grow(s->measures, s->nmeasures, &s->cap_measures, sizeof *s->measures);
	s->job_of = mem_grow(s->job_of, s->nmeasures, &s->cap_job_of, sizeof *s->job_of);
	s->measures[s->nmeasures] = *m;
	size_t number = s->job_of[s->nmeasures] = job_for(s, about);
	struct job *j = &s->jobs[number];
	j->spread |= m->stat == STAT_VAR || m->stat == STAT_SD;
	j->values |= m->stat == STAT_MEDIAN || m->stat == STAT_QUANTILE || m->stat == STAT_GINI;
	j->squares |= j->spread || s->options.deff != DEFF_NONE;
	return s->nmeasures++;
}

struct survey_cells *survey_cells_new(struct survey *s)
{
	struct survey_cells *c = mem_zero(1, sizeof *c);
	c->survey = s;
	c->jobs = mem_zero(s->njobs, sizeof *c->jobs);
	for (size_t i = 0; i < s->njobs; i++) {
		settle_job(s, &s->jobs[i]);
		c->jobs[i].base.width = c->jobs[i].levels.width = s->jobs[i].width;
	}
	return c;
}

static void bank_extend(struct bank *b, size_t slot)
{
	size_t cap = b->cap ? b->cap : 64;
	while (cap <= slot)
		cap *= 2;
	if (cap > b->cap) {
		b->n = mem_resize(b->n, cap, sizeof *b->n);
		b->sums = mem_resize(b->sums, cap, b->width * sizeof *b->sums);
		b->cap = cap;
	}
	size_t more = slot + 1 - b->used;
	memset(b->n + b->used, 0, more * sizeof *b->n);
	memset(b->sums + b->used * b->width, 0, more * b->width * sizeof *b->sums);
	b->used = slot + 1;
}

static struct exactsum *bank_count(struct bank *b, size_t slot)
{
	if (slot >= b->used)
		bank_extend(b, slot);
	b->n[slot]++;
	return b->sums + slot * b->width;
}

/* A product as a double and what it lacks. */
struct twofold {
	double high, low;
};

static struct twofold product(double a, double b)
{
	double high = a * b;
	return (struct twofold){high, fma(a, b, -high)};
}

static struct twofold times(struct twofold a, double b)
{
	struct twofold p = product(a.high, b);
	return (struct twofold){p.high, fma(a.low, b, p.low)};
}

/* What is below 2^-106 of the product is left out. */
static void add_twofolds(struct exactsum *s, struct twofold a, struct twofold b)
{
	exactsum_add_product(s, a.high, b.high);
	if (a.low != 0)
		exactsum_add_product(s, a.low, b.high);
	if (b.low != 0)
		exactsum_add_product(s, a.high, b.low);
}

static void add_products(struct exactsum *s, const struct job *j, double w)
{
	struct twofold u[LINEAR] = {
		{w, 0}
        };
	if (j->linear > SUM_WY)
		u[SUM_WY] = product(w, j->about.y->value);
	if (j->linear > SUM_WX && j->about.x)
		u[SUM_WX] = product(w, j->about.x->value);
	else if (j->linear > SUM_WYY)
		u[SUM_WYY] = times(u[SUM_WY], j->about.y->value);
	s += j->plain;
	for (size_t i = 0; i < j->linear; i++)
		for (size_t k = 0; k <= i; k++)
			add_twofolds(s++, u[k], u[i]);
}

static void add_number(struct bank *b, uint32_t slot, const struct job *j, double w)
{
	struct exactsum *s = bank_count(b, slot);
	double y = j->about.y->value;
	exactsum_add(&s[SUM_W], w);
	exactsum_add_product(&s[SUM_WY], w, y);
	if (j->about.x) {
		double x = j->about.x->value;
		exactsum_add_product(&s[SUM_WX], w, x);
		exactsum_add_product3(&s[SUM_RATIO_YY], w, y, y);
		exactsum_add_product3(&s[SUM_RATIO_XY], w, x, y);
		exactsum_add_product3(&s[SUM_RATIO_XX], w, x, x);
	} else if (j->squares) {
		exactsum_add_product3(&s[SUM_WYY], w, y, y);
	}
	if (j->width > j->plain)
		add_products(s, j, w);
}

static void add_weight(struct bank *b, uint32_t slot, const struct job *j, double w)
{
	struct exactsum *s = bank_count(b, slot);
	exactsum_add(&s[SUM_W], w);
	if (j->width > j->plain)
		add_products(s, j, w);
}

static void add_value(struct job_cells *c, uint32_t member, double y, double w)
{
	c->values = mem_grow(c->values, c->nvalues, &c->cap_values, sizeof *c->values);
	c->values[c->nvalues++] = (struct observation){y, w, member};
}

/* The code of the empty text stands for no value. */
static bool is_value(const struct axis *a, uint32_t code)
{
	return intern_text(&a->values, code).n > 0;
}

/* A pair of values of two columns; neither holds lists. */
static void add_pair(struct job_cells *c, uint32_t member, struct job *j, double w)
{
	uint32_t a = *j->about.a->codes, b = *j->about.b->codes;
	if (!is_value(j->about.a, a) || !is_value(j->about.b, b))
		return;
	uint32_t slot = pairs_number(&c->slots, member, pairs_number(&j->codes, a, b));
	add_weight(&c->levels, slot, j, w);
	add_weight(&c->base, member, j, w);
}

/* A number by the values of a column that holds no lists. */
static void add_grouped(struct job_cells *c, uint32_t member, const struct job *j, double w)
{
	uint32_t a = *j->about.a->codes;
	if (!j->about.y->present || !is_value(j->about.a, a))
		return;
	add_number(&c->levels, pairs_number(&c->slots, member, a), j, w);
	add_number(&c->base, member, j, w);
}

static void add_levels(struct job_cells *c, uint32_t member, const struct job *j, double w)
{
	const struct axis *a = j->about.a;
	bool any = false;
	for (size_t i = 0; i < a->ncodes; i++) {
		if (!is_value(a, a->codes[i]))
			continue;
		uint32_t slot = pairs_number(&c->slots, member, a->codes[i]);
		add_weight(&c->levels, slot, j, w);
		any = true;
	}
	if (any)
		add_weight(&c->base, member, j, w);
}

static void room_for_members(void *owner, size_t n)
{
	struct survey_cells *c = owner;
	if (n <= c->nrecords)
		return;
	while (c->cap_records < n)
		c->records =
			mem_grow(c->records, c->cap_records, &c->cap_records, sizeof *c->records);
	memset(c->records + c->nrecords, 0, (n - c->nrecords) * sizeof *c->records);
	c->nrecords = n;
}

void survey_add(struct survey_cells *c, uint32_t cell)
{
	const struct survey *s = c->survey;
	uint32_t member = pairs_number(&c->members, cell, s->design->leaf);
	if (member == c->nrecords)
		room_for_members(c, member + (size_t)1);
	c->records[member]++;
	for (size_t i = 0; i < s->njobs; i++) {
		struct job *j = &s->jobs[i];
		if (j->about.b)
			add_pair(&c->jobs[i], member, j, s->design->value);
		else if (j->levels && j->about.y)
			add_grouped(&c->jobs[i], member, j, s->design->value);
		else if (j->levels)
			add_levels(&c->jobs[i], member, j, s->design->value);
		else if (j->about.y->present && (!j->about.x || j->about.x->present)) {
			add_number(&c->jobs[i].base, member, j, s->design->value);
			if (j->values)
				add_value(&c->jobs[i], member, j->about.y->value, s->design->value);
		}
	}
}

void survey_state(struct survey *s, struct state *state)
{
	for (size_t i = 0; i < s->njobs; i++) {
		struct job *j = &s->jobs[i];
		if (j->about.b)
			state_pairs(state, "codes", &j->codes, &j->about.a->values,
				&j->about.b->values);
	}
}

static void room_in_bank(void *owner, size_t n)
{
	struct bank *b = owner;
	if (n > b->used)
		bank_extend(b, n - 1);
}

static void bank_state(struct bank *b, struct state *state, const char *name, const void *keys)
{
	struct state_table *t = state_along(state, name, keys);
	state_room(t, b, room_in_bank);
	state_column(t, &STATE_COUNT, &b->n, sizeof *b->n, 0, 1);
	state_column(t, &STATE_SUM, &b->sums, b->width * sizeof *b->sums, 0, b->width);
}

/* The numbers themselves, by member. */

static void merge_numbers(void *into, void *from, const uint32_t *map)
{
	const struct job_cells *other = from;
	for (size_t i = 0; i < other->nvalues; i++)
		add_value(
			into, map[other->values[i].member], other->values[i].y, other->values[i].w);
}

static void renumber_numbers(void *owner, const uint32_t *map, size_t n)
{
	struct job_cells *c = owner;
	(void)n;
	for (size_t i = 0; i < c->nvalues; i++)
		c->values[i].member = map[c->values[i].member];
}

static void write_numbers(void *owner, void (*line)(void *to, struct str text), void *to)
{
	struct job_cells *c = owner;
	char text[2 * NUMBER_MAX + 16];
	qsort(c->values, c->nvalues, sizeof *c->values, survey_compare_members);
	for (size_t i = 0; i < c->nvalues; i++) {
		size_t n = (size_t)snprintf(text, sizeof text, "%u\t", c->values[i].member);
		n += number_format(c->values[i].y, text + n);
		text[n++] = '\t';
		n += number_format(c->values[i].w, text + n);
		line(to, (struct str){text, n});
	}
}

static bool read_number(void *owner, uint32_t member, struct str rest)
{
	struct str y;
	double value, w;
	if (!str_split(&rest, '\t', &y) || !number_parse(y, &value) || !number_parse(rest, &w) ||
		w <= 0)
		return false;
	add_value(owner, member, value, w);
	return true;
}

static const struct state_many NUMBERS = {
	merge_numbers, renumber_numbers, write_numbers, read_number};

void survey_cells_state(struct survey_cells *c, struct state *state, const void *cells)
{
	struct state_table *t =
		state_pairs(state, "members", &c->members, cells, design_leaves(c->survey->design));
	state_room(t, c, room_for_members);
	state_column(t, &STATE_COUNT, &c->records, sizeof *c->records, 0, 1);
	for (size_t i = 0; i < c->survey->njobs; i++) {
		const struct job *j = &c->survey->jobs[i];
		struct job_cells *kept = &c->jobs[i];
		bank_state(&kept->base, state, "sums", &c->members);
		if (j->values)
			state_many(state_along(state, "numbers", &c->members), kept, &NUMBERS);
		if (!j->levels)
			continue;
		state_pairs(state, "slots", &kept->slots, &c->members,
			j->about.b ? (const void *)&j->codes : &j->about.a->values);
		bank_state(&kept->levels, state, "sums of slots", &kept->slots);
	}
}

/* Settling: what belongs to a cell comes to lie together. */

static uint32_t cell_of_slot(const struct survey_cells *c, const struct pairs *slots, uint32_t slot)
{
	return pair_first(&c->members, slots ? pair_first(slots, slot) : slot);
}

static void list_by_cell(
	const struct survey_cells *c, const struct pairs *slots, uint32_t **listed, size_t **start)
{
	size_t n = slots ? slots->n : c->members.n;
	*start = mem_zero(c->ncells + 2, sizeof **start); /* one ahead, moved by the filling */
	*listed = mem_zero(n, sizeof **listed);
	for (uint32_t i = 0; i < n; i++)
		(*start)[cell_of_slot(c, slots, i) + 2]++;
	for (size_t k = 2; k < c->ncells + 2; k++)
		(*start)[k] += (*start)[k - 1];
	for (uint32_t i = 0; i < n; i++)
		(*listed)[(*start)[cell_of_slot(c, slots, i) + 1]++] = i;
}

static void sort_values(const struct survey_cells *c, struct job_cells *j)
{
	size_t *start = mem_zero(c->ncells + 2, sizeof *start);
	struct observation *sorted = mem_zero(j->nvalues, sizeof *sorted);
	for (size_t i = 0; i < j->nvalues; i++)
		start[pair_first(&c->members, j->values[i].member) + 2]++;
	for (size_t k = 2; k < c->ncells + 2; k++)
		start[k] += start[k - 1];
	for (size_t i = 0; i < j->nvalues; i++)
		sorted[start[pair_first(&c->members, j->values[i].member) + 1]++] = j->values[i];
	free(j->values);
	j->values = sorted;
	j->value_start = start;
}

void survey_settle(struct survey_cells *c, size_t ncells)
{
	c->ncells = ncells;
	list_by_cell(c, NULL, &c->listed, &c->start);
	for (size_t i = 0; i < c->survey->njobs; i++) {
		struct job_cells *j = &c->jobs[i];
		if (c->survey->jobs[i].levels)
			list_by_cell(c, &j->slots, &j->listed, &j->start);
		if (c->survey->jobs[i].values)
			sort_values(c, j);
	}
}

/* slots: those of `pairs`, or members where there is none. */
struct sums survey_gather(const struct group_of_survey *g, const struct bank *b,
	const struct pairs *pairs, const uint32_t *slots, size_t n)
{
	struct arena *arena = &g->survey->arena;
	struct sums s = {.leaf = arena_alloc(arena, n + 1, sizeof *s.leaf)};
	for (size_t k = 0; k < b->width; k++)
		s.of[k] = arena_alloc(arena, n + 1, sizeof(quad));
	for (size_t i = 0; i < n; i++) {
		uint32_t slot = slots[i];
		if (slot >= b->used || b->n[slot] == 0)
			continue;
		uint32_t leaf =
			pair_second(&g->cells->members, pairs ? pair_first(pairs, slot) : slot);
		quad factor = design_factor(g->survey->design, leaf);
		s.leaf[s.n] = leaf;
		s.records += b->n[slot];
		for (size_t k = 0; k < b->width; k++) {
			if (k == g->job->plain)
				factor *= factor;
			quad sum = factor * exactsum_quad(&b->sums[slot * b->width + k]);
			s.of[k][s.n] = sum;
			s.total[k] += sum;
		}
		s.n++;
	}
	return s;
}

struct influences survey_influences(const struct group_of_survey *g, size_t n)
{
	return (struct influences){
		arena_alloc(&g->survey->arena, n + 1, sizeof(struct influence)), 0};
}

/* Those of an estimate that depends on the linear sums by these factors. */
void survey_influence(struct influences *z, const struct group_of_survey *g, const struct sums *s,
	const quad factors[static LINEAR])
{
	const struct job *j = g->job;
	for (size_t i = 0; i < s->n; i++) {
		struct influence *at = &z->z[z->n++];
		*at = (struct influence){.leaf = s->leaf[i]};
		for (size_t k = 0; k < j->linear; k++)
			at->z += factors[k] * s->of[k][i];
		if (j->width == j->plain)
			continue;
		size_t product = j->plain;
		for (size_t k = 0; k < j->linear; k++)
			at->cross += factors[k] * s->of[j->plain + k * (k + 1) / 2][i];
		for (size_t a = 0; a < j->linear; a++)
			for (size_t b = 0; b <= a; b++)
				at->squares += (a == b ? 1 : 2) * factors[a] * factors[b] *
				               s->of[product++][i];
	}
}

static quad linear_variance(
	const struct group_of_survey *g, const struct sums *s, const quad factors[static LINEAR])
{
	struct influences z = survey_influences(g, s->n);
	survey_influence(&z, g, s, factors);
	return design_variance(g->survey->design, z.z, z.n);
}

double survey_t(const struct survey *s, double df)
{
	return t_quantile((1 - s->options.level) / 2, df);
}

void survey_interval(const struct survey *s, struct survey_row *row, double df)
{
	struct inference *i = &row->inference;
	double half = survey_t(s, df) * i->se;
	i->df = df;
	i->ci_low = row->result.estimate - half;
	i->ci_high = row->result.estimate + half;
}

const struct inference NO_INFERENCE = {NAN, NAN, NAN, NAN, NAN, NAN, NAN};

/* What is calibrated has no error but that of rounding. */
static double error_of(const struct group_of_survey *g, const struct result *r, quad variance)
{
	double se = isnan(r->estimate) ? NAN : sqrt((double)variance);
	bool known = g->survey->design->calibrated && se < 1e-8 * fabs(r->estimate);
	return known ? 0 : se;
}

struct survey_row survey_row_of(const struct group_of_survey *g, const struct measure *m,
	struct outcome o, uint64_t n, uint64_t nbase)
{
	struct survey_row row = {
		.stat = STATS[m->stat].output,
		.variable = m->variable,
		.result = {(double)o.estimate, n, nbase},
		.inference = NO_INFERENCE,
	};
	row.inference.se = error_of(g, &row.result, o.variance);
	survey_interval(g->survey, &row, g->df);
	return row;
}

/* The variance as a part of what a simple random sample of n would give; `scale` is 1 for means and
 * the sum of weights for totals. */
static double deff_of(
	const struct survey *s, quad variance, quad spread, quad w, uint64_t n, quad scale)
{
	if (s->options.deff == DEFF_NONE)
		return NAN;
	quad plain = spread * scale * scale / n;
	if (s->options.deff == DEFF_WITHOUT)
		plain *= (w - n) / w;
	return plain > 0 ? (double)(variance / plain) : NAN;
}

/* Means and the like of numbers. */

/* n / (n - 1) times the mean squared distance from the mean. */
static quad spread_of(const struct sums *s)
{
	quad w = s->total[SUM_W], mean = s->total[SUM_WY] / w;
	if (s->records < 2)
		return NAN;
	return (s->total[SUM_WYY] / w - mean * mean) * s->records / (s->records - 1);
}

static struct outcome total_outcome(const struct group_of_survey *g, const struct sums *s)
{
	quad factors[LINEAR] = {[SUM_WY] = 1};
	return (struct outcome){s->total[SUM_WY], linear_variance(g, s, factors)};
}

static struct outcome mean_outcome(const struct group_of_survey *g, const struct sums *s)
{
	quad w = s->total[SUM_W], mean = s->total[SUM_WY] / w;
	quad factors[LINEAR] = {[SUM_W] = -mean / w, [SUM_WY] = 1 / w};
	return (struct outcome){mean, linear_variance(g, s, factors)};
}

static struct outcome variance_outcome(const struct group_of_survey *g, const struct sums *s)
{
	quad w = s->total[SUM_W], mean = s->total[SUM_WY] / w, spread = spread_of(s);
	quad c = (quad)s->records / (s->records - 1) / w;
	quad factors[LINEAR] = {c * mean * mean - spread / w, -2 * c * mean, c};
	return (struct outcome){spread, linear_variance(g, s, factors)};
}

static struct outcome deviation_outcome(const struct group_of_survey *g, const struct sums *s)
{
	struct outcome o = variance_outcome(g, s);
	return (struct outcome){sqrt((double)o.estimate), o.variance / (4 * o.estimate)};
}

static struct outcome ratio_outcome(const struct group_of_survey *g, const struct sums *s)
{
	quad x = s->total[SUM_WX], ratio = s->total[SUM_WY] / x;
	quad factors[LINEAR] = {[SUM_WY] = 1 / x, [SUM_WX] = -ratio / x};
	return (struct outcome){ratio, linear_variance(g, s, factors)};
}

/* The spread of the residuals of a ratio, whose mean is 0. */
static quad ratio_spread(const struct sums *s, quad ratio)
{
	quad x = s->total[SUM_WX];
	quad squares = s->total[SUM_RATIO_YY] - 2 * ratio * s->total[SUM_RATIO_XY] +
	               ratio * ratio * s->total[SUM_RATIO_XX];
	return squares / (x * x * s->total[SUM_W]) * s->records / (s->records - 1);
}

static double number_deff(const struct survey *s, const struct measure *m, const struct sums *sums,
	const struct outcome *o)
{
	quad w = sums->total[SUM_W];
	switch (m->stat) {
	case STAT_MEAN: return deff_of(s, o->variance, spread_of(sums), w, sums->records, 1);
	case STAT_TOTAL: return deff_of(s, o->variance, spread_of(sums), w, sums->records, w);
	case STAT_RATIO:
		return deff_of(
			s, o->variance, ratio_spread(sums, o->estimate), w, sums->records, w);
	default: return NAN;
	}
}

static struct survey_row *number_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct sums s = survey_gather(g, &g->job_cells->base, NULL, g->members, g->nmembers);
	struct outcome o = {NAN, NAN};
	if (s.records > 0)
		switch (m->stat) {
		case STAT_TOTAL: o = total_outcome(g, &s); break;
		case STAT_MEAN: o = mean_outcome(g, &s); break;
		case STAT_VAR: o = variance_outcome(g, &s); break;
		case STAT_SD: o = deviation_outcome(g, &s); break;
		case STAT_RATIO: o = ratio_outcome(g, &s); break;
		default: break;
		}
	struct survey_row *row = arena_alloc(&g->survey->arena, 1, sizeof *row);
	*row = survey_row_of(g, m, o, s.records, s.records);
	row->inference.deff = row->inference.se > 0 ? number_deff(g->survey, m, &s, &o) : NAN;
	if (m->stat == STAT_RATIO)
		row->variable = arena_fmt(&g->survey->arena, STR_FMT "/" STR_FMT,
			STR_ARG(m->variable), STR_ARG(m->args[0]));
	*n = 1;
	return row;
}

/* Proportions and counts of values. */

struct coded_slot {
	uint32_t code, slot;
};

static int compare_coded(const void *a, const void *b)
{
	const struct coded_slot *x = a, *y = b;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

static int compare_texts(const void *a, const void *b)
{
	return str_cmp(((const struct level *)a)->text, ((const struct level *)b)->text);
}

static int compare_numbers(const void *a, const void *b)
{
	double x = 0, y = 0;
	number_parse(((const struct level *)a)->text, &x);
	number_parse(((const struct level *)b)->text, &y);
	return x < y ? -1 : x > y ? 1 : compare_texts(a, b);
}

/* By number when all are numbers, else by bytes. */
void survey_sort_levels(struct level *levels, size_t n)
{
	double number;
	bool numbers = true;
	for (size_t i = 0; i < n && numbers; i++)
		numbers = number_parse(levels[i].text, &number);
	qsort(levels, n, sizeof *levels, numbers ? compare_numbers : compare_texts);
}

static struct level level_of(const struct job *j, uint32_t code, const uint32_t *slots)
{
	if (!j->about.b)
		return (struct level){.text = intern_text(&j->about.a->values, code),
			.code = code,
			.slots = slots};
	return (struct level){.text = intern_text(&j->about.a->values, pair_first(&j->codes, code)),
		.other = intern_text(&j->about.b->values, pair_second(&j->codes, code)),
		.code = code,
		.slots = slots};
}

struct level *survey_levels(const struct group_of_survey *g, size_t *n)
{
	struct arena *arena = &g->survey->arena;
	const struct job_cells *j = g->job_cells;
	size_t nslots = j->start[g->cell + 1] - j->start[g->cell];
	struct coded_slot *coded = arena_alloc(arena, nslots + 1, sizeof *coded);
	uint32_t *slots = arena_alloc(arena, nslots + 1, sizeof *slots);
	struct level *levels = arena_alloc(arena, nslots + 1, sizeof *levels);
	for (size_t i = 0; i < nslots; i++) {
		uint32_t slot = j->listed[j->start[g->cell] + i];
		coded[i] = (struct coded_slot){pair_second(&j->slots, slot), slot};
	}
	qsort(coded, nslots, sizeof *coded, compare_coded);
	*n = 0;
	for (size_t i = 0; i < nslots; i++) {
		slots[i] = coded[i].slot;
		if (i == 0 || coded[i].code != coded[i - 1].code)
			levels[(*n)++] = level_of(g->job, coded[i].code, slots + i);
		levels[*n - 1].n++;
	}
	if (!g->job->about.b)
		survey_sort_levels(levels, *n);
	return levels;
}

static struct survey_row level_row(const struct group_of_survey *g, const struct measure *m,
	const struct sums *base, const struct sums *s)
{
	struct influences z = survey_influences(g, base->n + s->n);
	quad w = base->total[SUM_W], count = s->total[SUM_W], p = count / w;
	bool share = m->stat != STAT_COUNT;
	survey_influence(&z, g, s, (quad[LINEAR]){share ? 1 / w : 1});
	for (size_t i = 0; i < z.n; i++) /* (1 - p)^2 in the level is 1 - 2 p and the base's p^2 */
		z.z[i].squares *= share ? 1 - 2 * p : 1;
	if (share)
		survey_influence(&z, g, base, (quad[LINEAR]){-p / w});
	struct outcome o = {share ? p : count, design_variance(g->survey->design, z.z, z.n)};
	struct survey_row row = survey_row_of(g, m, o, s->records, base->records);
	uint64_t n = base->records;
	row.inference.deff = n < 2 || !(row.inference.se > 0)
	                             ? NAN
	                             : deff_of(g->survey, o.variance, p * (1 - p) * n / (n - 1), w,
					       n, share ? 1 : w);
	return row;
}

uint64_t survey_records(const struct group_of_survey *g)
{
	uint64_t n = 0;
	if (g->survey->design->calibrated) /* as R counts */
		return g->survey->design->records;
	for (size_t i = 0; i < g->nmembers; i++)
		n += g->cells->records[g->members[i]];
	return n;
}

/* One row for each way of finding the limits. */
static void set_limits(const struct group_of_survey *g, struct survey_row *row, const char *word)
{
	enum part_limits how = PART_MEAN;
	while (strcmp(PART_WORDS[how], word) != 0)
		how++;
	double limit[2], se = row->inference.se;
	struct proportion part = {
		.outcome = {row->result.estimate, (quad)se * se},
		.df = g->df,
		.level = g->survey->options.level,
		.records = survey_records(g)
        };
	part_limits(&part, how, limit);
	row->stat = arena_fmt(&g->survey->arena, "prop_ci_%s", word).p;
	row->inference.ci_low = limit[0];
	row->inference.ci_high = limit[1];
}

static struct survey_row *limit_rows(const struct group_of_survey *g, const struct measure *m,
	struct survey_row *rows, size_t *n)
{
	size_t levels = *n;
	struct survey_row *all = arena_alloc(&g->survey->arena, levels * m->nargs + 1, sizeof *all);
	*n = 0;
	for (size_t i = 0; i < levels; i++)
		for (size_t k = 0; k < m->nargs; k++) {
			all[*n] = rows[i];
			set_limits(g, &all[(*n)++], arena_str(&g->survey->arena, m->args[k]).p);
		}
	return all;
}

static struct survey_row *level_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct level *levels = survey_levels(g, n);
	struct survey_row *rows = arena_alloc(&g->survey->arena, *n + 1, sizeof *rows);
	struct sums base = survey_gather(g, &g->job_cells->base, NULL, g->members, g->nmembers);
	for (size_t i = 0; i < *n; i++) {
		struct sums s = survey_gather(g, &g->job_cells->levels, &g->job_cells->slots,
			levels[i].slots, levels[i].n);
		rows[i] = level_row(g, m, &base, &s);
		rows[i].level = levels[i].text;
	}
	return m->stat == STAT_PROPCI ? limit_rows(g, m, rows, n) : rows;
}

/* A group that no record lies in. */
static struct survey_row *empty_row(struct survey *s, const struct measure *m, size_t *n)
{
	struct survey_row *row = arena_alloc(&s->arena, 1, sizeof *row);
	*row = (struct survey_row){
		.stat = STATS[m->stat].output,
		.variable = m->variable,
		.result = {NAN, 0, 0},
		.inference = NO_INFERENCE,
	};
	*n = 1;
	return row;
}

double survey_df(const struct group_of_survey *g, const uint64_t *records, size_t known)
{
	struct survey *s = g->survey;
	if (!isnan(s->options.df))
		return s->options.df;
	struct leaf_count *leaves = arena_alloc(&s->arena, g->nmembers + 1, sizeof *leaves);
	size_t n = 0;
	for (size_t i = 0; i < g->nmembers; i++) {
		uint32_t member = g->members[i];
		if (member < known && records[member])
			leaves[n++] = (struct leaf_count){
				pair_second(&g->cells->members, member), records[member]};
	}
	return design_df(s->design, leaves, n);
}

struct survey_row *survey_rows(struct survey_cells *c, uint32_t cell, size_t measure, size_t *n)
{
	struct survey *s = c->survey;
	const struct measure *m = &s->measures[measure];
	arena_reset(&s->arena);
	if (cell == CELL_NONE || cell >= c->ncells)
		return empty_row(s, m, n);
	struct group_of_survey g = {
		.cells = c,
		.survey = s,
		.cell = cell,
		.job = &s->jobs[s->job_of[measure]],
		.job_cells = &c->jobs[s->job_of[measure]],
		.members = c->listed + c->start[cell],
		.nmembers = c->start[cell + 1] - c->start[cell],
	};
	g.df = survey_df(&g, c->records, c->members.n);
	switch (m->stat) {
	case STAT_GINI:
	case STAT_MEDIAN:
	case STAT_QUANTILE: return survey_value_rows(&g, m, n);
	case STAT_XTAB: return survey_xtab_rows(&g, m, n);
	case STAT_CHISQ: return survey_chisq_rows(&g, m, n);
	case STAT_TTEST: return survey_ttest_rows(&g, m, n);
	default: break;
	}
	return g.job->levels ? level_rows(&g, m, n) : number_rows(&g, m, n);
}

static void bank_release(struct bank *b)
{
	for (size_t i = 0; i < b->used * b->width; i++)
		exactsum_release(&b->sums[i]);
	free(b->n);
	free(b->sums);
}

void survey_cells_free(struct survey_cells *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->survey->njobs; i++) {
		struct job_cells *j = &c->jobs[i];
		bank_release(&j->base);
		bank_release(&j->levels);
		pairs_release(&j->slots);
		free(j->values);
		free(j->value_start);
		free(j->listed);
		free(j->start);
	}
	pairs_release(&c->members);
	free(c->jobs);
	free(c->records);
	free(c->listed);
	free(c->start);
	free(c);
}

void survey_free(struct survey *s)
{
	if (!s)
		return;
	arena_release(&s->arena);
	for (size_t i = 0; i < s->njobs; i++)
		pairs_release(&s->jobs[i].codes);
	free(s->jobs);
	free(s->measures);
	free(s->job_of);
	free(s);
}
