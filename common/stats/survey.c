#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/gram.h"
#include "stats/surveystate.h"

struct survey *survey_new(struct design *design, const struct survey_options *options)
{
	struct survey *s = mem_zero(1, sizeof *s);
	s->design = design;
	s->options = *options;
	return s;
}

static enum job_kind kind_of(const struct measure *m, const struct subject_of_measure *about)
{
	if (about->b)
		return JOB_PAIRS;
	if (m->stat == STAT_MR)
		return JOB_RESPONSES;
	if (about->a)
		return about->y ? JOB_GROUPED : JOB_LEVELS;
	return JOB_NUMBER;
}

static size_t job_for(struct survey *s, enum job_kind kind, const struct subject_of_measure *about)
{
	for (size_t i = 0; i < s->njobs; i++)
		if (s->jobs[i].kind == kind && memcmp(&s->jobs[i].about, about, sizeof *about) == 0)
			return i;
	s->jobs = mem_grow(s->jobs, s->njobs, &s->cap_jobs, sizeof *s->jobs);
	s->jobs[s->njobs] = (struct job){.kind = kind, .about = *about};
	return s->njobs++;
}

/* How many sums are kept, and how many of them influences are linear in. */
static void count_sums(struct job *j)
{
	j->linear = j->plain = SUM_W + 1;
	if (j->kind == JOB_RESPONSES) {
		j->linear = j->plain = SUM_WY + 1;
	} else if (j->about.x) {
		j->linear = LINEAR;
		j->plain = SUM_RATIO_XX + 1;
	} else if (j->about.y) {
		j->linear = j->spread ? LINEAR : SUM_WY + 1;
		j->plain = (j->squares ? SUM_WYY : SUM_WY) + 1;
	}
}

/* What is kept for a job, once all that is asked of it is known. */
static void settle_job(const struct survey *s, struct job *j)
{
	count_sums(j);
	if (s->design->elements)
		j->products = j->linear * (j->linear + 1) / 2;
	if (design_is_raked(s->design))
		j->bare = j->linear - 1;
	j->width = j->plain + j->products + j->bare;
}

size_t survey_add_measure(
	struct survey *s, const struct measure *m, const struct subject_of_measure *about)
{
	s->measures = mem_grow(s->measures, s->nmeasures, &s->cap_measures, sizeof *s->measures);
	s->job_of = mem_grow(s->job_of, s->nmeasures, &s->cap_job_of, sizeof *s->job_of);
	s->measures[s->nmeasures] = *m;
	size_t number = s->job_of[s->nmeasures] = job_for(s, kind_of(m, about), about);
	struct job *j = &s->jobs[number];
	j->spread |= m->stat == STAT_VAR || m->stat == STAT_SD;
	j->values |= m->stat == STAT_MEDIAN || m->stat == STAT_QUANTILE || m->stat == STAT_GINI;
	j->own_df |= m->stat == STAT_MEDIAN || m->stat == STAT_QUANTILE ||
	             (m->stat == STAT_TTEST && m->nargs > 0);
	j->squares |= j->spread || s->options.deff != DEFF_NONE;
	return s->nmeasures++;
}

struct survey_cells *survey_cells_new(struct survey *s)
{
	struct survey_cells *c = mem_zero(1, sizeof *c);
	size_t weights = design_nweights(s->design);
	bool ranked = s->design->replicated && isnan(s->options.df);
	size_t products = ranked ? gram_size(weights - design_ncolumns(s->design)) : 0;
	c->survey = s;
	c->grams.size = products;
	c->jobs = mem_zero(s->njobs, sizeof *c->jobs);
	for (size_t i = 0; i < s->njobs; i++) {
		settle_job(s, &s->jobs[i]);
		c->jobs[i].base.width = c->jobs[i].levels.width = s->jobs[i].width;
		values_init(&c->jobs[i].values, &c->members, weights - 1);
		c->jobs[i].grams.size = s->jobs[i].own_df ? products : 0;
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

static void room_in_grams(void *owner, size_t n)
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
	room_in_grams(g, cell + (size_t)1);
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

/* The member of the cell that the record belongs to, and behind it those of its replicates. */
static uint32_t member_of(struct survey_cells *c, uint32_t cell, size_t n)
{
	size_t before = c->members.n;
	uint32_t leaf = c->survey->design->leaf, member = pairs_number(&c->members, cell, leaf);
	for (uint32_t i = 1; c->members.n > before && i < n; i++)
		pairs_number(&c->members, cell, leaf + i);
	if (c->members.n > c->nrecords)
		room_for_members(c, c->members.n);
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

void survey_state(struct survey *s, struct state *state)
{
	for (size_t i = 0; i < s->njobs; i++) {
		struct job *j = &s->jobs[i];
		if (j->kind == JOB_PAIRS)
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

/* Products of weights are added as they are: only a rank is read from them. */

static void merge_product(void *into, void *from)
{
	*(double *)into += *(double *)from;
}

static void write_product(struct buf *out, const void *value)
{
	char text[NUMBER_MAX];
	buf_addstr(out, (struct str){text, number_format(*(const double *)value, text)});
}

static bool read_product(struct str text, void *value)
{
	return number_parse(text, value);
}

static const struct state_type PRODUCT = {
	sizeof(double), merge_product, write_product, read_product};

static void grams_state(struct grams *g, struct state *state, const char *name, const void *cells)
{
	struct state_table *t = state_along(state, name, cells);
	state_room(t, g, room_in_grams);
	state_column(t, &PRODUCT, &g->products, g->size * sizeof *g->products, 0, g->size);
}

void survey_cells_state(struct survey_cells *c, struct state *state, const void *cells)
{
	struct state_table *t =
		state_pairs(state, "members", &c->members, cells, design_leaves(c->survey->design));
	state_room(t, c, room_for_members);
	state_column(t, &STATE_COUNT, &c->records, sizeof *c->records, 0, 1);
	const void *classes = cells;
	if (c->grams.size && survey_by_class(c->survey)) {
		classes = &c->classes;
		state_pairs(state, "classes", &c->classes, cells,
			calibrate_cells(&c->survey->design->calibration));
	}
	if (c->grams.size)
		grams_state(&c->grams, state, "products", classes);
	for (size_t i = 0; i < c->survey->njobs; i++) {
		const struct job *j = &c->survey->jobs[i];
		struct job_cells *kept = &c->jobs[i];
		if (kept->grams.size)
			grams_state(&kept->grams, state, "products of values", classes);
		bank_state(&kept->base, state, "sums", &c->members);
		if (j->values)
			state_many(state_along(state, "numbers", &c->members), &kept->values,
				&VALUES_STATE);
		if (!job_has_levels(j))
			continue;
		state_pairs(state, "slots", &kept->slots, &c->members,
			j->kind == JOB_PAIRS ? (const void *)&j->codes : &j->about.a->values);
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

void survey_settle(struct survey_cells *c, size_t ncells)
{
	c->ncells = ncells;
	list_by_cell(c, NULL, &c->listed, &c->start);
	for (size_t i = 0; i < c->survey->njobs; i++) {
		struct job_cells *j = &c->jobs[i];
		if (job_has_levels(&c->survey->jobs[i]))
			list_by_cell(c, &j->slots, &j->listed, &j->start);
		if (c->survey->jobs[i].values)
			values_settle(&j->values, ncells);
	}
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

/* The domain of a measure is all that have a value, whatever part of these a row is about. */
static void find_domain(struct group_of_survey *g)
{
	const struct bank *base = &g->job_cells->base;
	g->domain = arena_alloc(&g->survey->arena, g->nmembers + 1, sizeof *g->domain);
	for (size_t i = 0; i < g->nmembers; i++)
		if (g->members[i] < base->used && base->n[g->members[i]])
			g->domain[g->ndomain++] = pair_second(&g->cells->members, g->members[i]);
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
		.measure = m,
		.replicates = s->design->replicated ? &s->design->replicates : NULL,
		.cell = cell,
		.job = &s->jobs[s->job_of[measure]],
		.job_cells = &c->jobs[s->job_of[measure]],
		.members = c->listed + c->start[cell],
		.nmembers = c->start[cell + 1] - c->start[cell],
	};
	g.df = survey_df_of_group(&g);
	if (design_compares_strata(s->design))
		find_domain(&g);
	switch (m->stat) {
	case STAT_GINI:
	case STAT_MEDIAN:
	case STAT_QUANTILE: return survey_value_rows(&g, m, n);
	case STAT_XTAB: return survey_xtab_rows(&g, m, n);
	case STAT_CHISQ: return survey_chisq_rows(&g, m, n);
	case STAT_TTEST: return survey_ttest_rows(&g, m, n);
	case STAT_ASSOC: return survey_assoc_rows(&g, m, n);
	case STAT_MR: return survey_response_rows(&g, m, n);
	case STAT_PROP:
	case STAT_COUNT:
	case STAT_PROPCI: return survey_level_rows(&g, m, n);
	default: return survey_number_rows(&g, m, n);
	}
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
		free(j->grams.products);
		values_release(&j->values);
		free(j->listed);
		free(j->start);
	}
	pairs_release(&c->members);
	pairs_release(&c->classes);
	free(c->grams.products);
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
	free(s->scratch);
	free(s->thetas);
	free(s->measures);
	free(s->job_of);
	free(s);
}
