#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "stats/gram.h"
#include "stats/surveystate.h"

/* What a record adds to the sums of its groups. */

void survey_bank_extend(struct bank *b, size_t slot)
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
		survey_bank_extend(b, slot);
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

static void add_square(struct exactsum *s, struct twofold a)
{
	exactsum_add_product(s, a.high, a.high);
	if (a.low != 0)
		exactsum_add_product(s, 2 * a.low, a.high);
}

/* What a record is taken for: its weight, which comes first, and its replicates; of each as many as
 * there are columns. */
struct weights {
	const double *of;
	size_t n, columns;
};

/* The numbers of a record. */
struct numbers {
	double y, x;
};

static void add_products(struct exactsum *s, const struct job *j, double w, const struct numbers *v)
{
	struct twofold u[LINEAR] = {
		{w, 0}
        };
	if (j->linear > SUM_WY)
		u[SUM_WY] = product(w, v->y);
	if (j->linear > SUM_WX && j->about.x)
		u[SUM_WX] = product(w, v->x);
	else if (j->linear > SUM_WYY)
		u[SUM_WYY] = times(u[SUM_WY], v->y);
	for (size_t i = 0; i < j->linear; i++) {
		for (size_t k = 0; k < i; k++)
			add_twofolds(s++, u[k], u[i]);
		add_square(s++, u[i]);
	}
}

static void add_bare(struct exactsum *s, const struct job *j, const struct numbers *v)
{
	exactsum_add(&s[0], v->y);
	if (j->bare > 1 && j->about.x)
		exactsum_add(&s[1], v->x);
	else if (j->bare > 1)
		exactsum_add_product(&s[1], v->y, v->y);
}

static void add_sums(struct exactsum *s, const struct job *j, double w, const struct numbers *v)
{
	struct exactsum *products = s + j->plain;
	bool added = j->products && j->linear == SUM_WY + 1 &&
	             exactsum_add_moments(s, products, w, v->y);
	if (!added)
		exactsum_add(&s[SUM_W], w);
	if (!added && j->plain > SUM_WY)
		exactsum_add_product(&s[SUM_WY], w, v->y);
	if (j->about.x) {
		exactsum_add_product(&s[SUM_WX], w, v->x);
		exactsum_add_product3(&s[SUM_RATIO_YY], w, v->y, v->y);
		exactsum_add_product3(&s[SUM_RATIO_XY], w, v->x, v->y);
		exactsum_add_product3(&s[SUM_RATIO_XX], w, v->x, v->x);
	} else if (j->plain > SUM_WYY) {
		exactsum_add_product3(&s[SUM_WYY], w, v->y, v->y);
	}
	if (j->products && !added)
		add_products(products, j, w, v);
	if (j->bare)
		add_bare(products + j->products, j, v);
}

/* To the slots from this one on, one for each weight. */
static void add_to_slots(struct bank *b, uint32_t slot, const struct job *j,
	const struct weights *w, const struct numbers *v)
{
	for (size_t i = 0; i < w->n; i++) {
		if (i == 0 && w->of[0] == 0)
			continue;
		struct exactsum *s = bank_count(b, slot + i);
		if (w->of[i] != 0)
			add_sums(s, j, w->of[i], v);
	}
}

void survey_room_in_grams(void *owner, size_t n)
{
	struct grams *g = owner;
	size_t cap = g->cap ? g->cap : 16;
	if (n <= g->used)
		return;
	while (cap < n)
		cap *= 2;
	if (cap > g->cap)
		g->products = mem_resize(g->products, cap, g->size * sizeof *g->products);
	g->cap = cap;
	memset(g->products + g->used * g->size, 0, (n - g->used) * g->size * sizeof *g->products);
	g->used = n;
}

/* The replicates. */
static void grams_add(struct grams *g, uint32_t cell, const struct weights *w)
{
	survey_room_in_grams(g, cell + (size_t)1);
	gram_add(g->products + cell * g->size, w->of + w->columns, w->n - w->columns);
}

/* The slot of a member and a code, and behind it those of the members that follow. */
static uint32_t slots_of(struct job_cells *c, uint32_t member, uint32_t code, size_t n)
{
	size_t before = c->slots.n;
	uint32_t slot = pairs_number(&c->slots, member, code);
	for (uint32_t i = 1; c->slots.n > before && i < n; i++)
		pairs_number(&c->slots, member + i, code);
	return slot;
}

/* A pair of values of two columns; neither holds lists. */
static bool add_pair(struct job_cells *c, uint32_t member, struct job *j, const struct weights *w)
{
	static const struct numbers none;
	uint32_t a = *j->about.a->codes, b = *j->about.b->codes;
	if (!axis_is_value(j->about.a, a) || !axis_is_value(j->about.b, b))
		return false;
	uint32_t slot = slots_of(c, member, pairs_number(&j->codes, a, b), w->n);
	add_to_slots(&c->levels, slot, j, w, &none);
	add_to_slots(&c->base, member, j, w, &none);
	return true;
}

/* A number by the values of a column that holds no lists. */
static bool add_grouped(
	struct job_cells *c, uint32_t member, const struct job *j, const struct weights *w)
{
	uint32_t a = *j->about.a->codes;
	struct numbers v = {.y = j->about.y->value};
	if (!j->about.y->present || !axis_is_value(j->about.a, a))
		return false;
	add_to_slots(&c->levels, slots_of(c, member, a, w->n), j, w, &v);
	add_to_slots(&c->base, member, j, w, &v);
	return true;
}

static bool add_levels(
	struct job_cells *c, uint32_t member, const struct job *j, const struct weights *w)
{
	const struct axis *a = j->about.a;
	struct numbers v = {0};
	for (size_t i = 0; i < a->ncodes; i++)
		v.y += axis_is_value(a, a->codes[i]);
	if (v.y == 0)
		return false;
	for (size_t i = 0; i < a->ncodes; i++)
		if (axis_is_value(a, a->codes[i]))
			add_to_slots(&c->levels, slots_of(c, member, a->codes[i], w->n), j, w, &v);
	add_to_slots(&c->base, member, j, w, &v);
	return true;
}

static bool add_number(
	struct job_cells *c, uint32_t member, const struct job *j, const struct weights *w)
{
	const struct variable *y = j->about.y, *x = j->about.x;
	if (!y->present || (x && !x->present))
		return false;
	add_to_slots(&c->base, member, j, w, &(struct numbers){y->value, x ? x->value : 0});
	if (j->values)
		values_add(&c->values, member, y->value, w->of);
	return true;
}

/* Has the record what the job is about? */
static bool add_to_job(struct job_cells *c, uint32_t member, struct job *j, const struct weights *w)
{
	switch (j->kind) {
	case JOB_PAIRS: return add_pair(c, member, j, w);
	case JOB_GROUPED: return add_grouped(c, member, j, w);
	case JOB_LEVELS:
	case JOB_RESPONSES: return add_levels(c, member, j, w);
	default: return add_number(c, member, j, w);
	}
}

static struct weights weights_of(const struct design *d)
{
	struct weights w;
	w.of = design_weights(d, &w.n);
	w.columns = design_ncolumns(d);
	return w;
}

void survey_room_for_members(void *owner, size_t n)
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

/* The member of the cell that the record belongs to, and behind it those of its replicates. */
static uint32_t member_of(struct survey_cells *c, uint32_t cell, size_t n)
{
	size_t before = c->members.n;
	uint32_t leaf = c->survey->design->leaf, member = pairs_number(&c->members, cell, leaf);
	for (uint32_t i = 1; c->members.n > before && i < n; i++)
		pairs_number(&c->members, cell, leaf + i);
	if (c->members.n > c->nrecords)
		survey_room_for_members(c, c->members.n);
	return member;
}

bool survey_by_class(const struct survey *s)
{
	return s->design->calibrated && !s->design->regressed;
}

/* Where the products of a record in this cell are added up. */
static uint32_t class_of(struct survey_cells *c, uint32_t cell)
{
	const struct design *d = c->survey->design;
	if (!survey_by_class(c->survey))
		return cell;
	return pairs_number(&c->classes, cell, pair_second(&d->calibration.leaves, d->leaf));
}

void survey_add(struct survey_cells *c, uint32_t cell)
{
	const struct survey *s = c->survey;
	struct weights w = weights_of(s->design);
	uint32_t member = member_of(c, cell, w.n);
	uint32_t class = c->grams.size ? class_of(c, cell) : 0;
	for (size_t i = 0; i < w.n; i++)
		c->records[member + i] += i > 0 || w.of[0] != 0;
	if (c->grams.size)
		grams_add(&c->grams, class, &w);
	for (size_t i = 0; i < s->njobs; i++) {
		struct job *j = &s->jobs[i];
		if (add_to_job(&c->jobs[i], member, j, &w) && c->jobs[i].grams.size)
			grams_add(&c->jobs[i].grams, class, &w);
	}
}
