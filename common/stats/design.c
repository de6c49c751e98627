#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/design.h"
#include "stats/weight.h"

const char *const LONELY_WORDS[] = {"fail", "remove", "certainty", "adjust", "average", NULL};

/* A stratum of which less than this is left out of the sample has been seen whole. */
static const double CENSUS = 1e-7;

enum { STRATA_NAMED = 5 };

static size_t columns_of(struct design *d, const char *list, const char *what, size_t **columns)
{
	size_t n = 0;
	if (list)
		*columns = header_need_list(d->header, list, &n, &d->arena);
	if (n > STAGES_MAX)
		diex("%zu columns in '--%s', at most %d stages can be used", n, what, STAGES_MAX);
	return n;
}

static void stages_need(struct design *d, const struct design_request *request)
{
	size_t *psu = NULL, *strata = NULL, *fpc = NULL;
	size_t npsu = columns_of(d, request->psu, "psu", &psu);
	size_t nstrata = columns_of(d, request->strata, "strata", &strata);
	size_t nfpc = columns_of(d, request->fpc, "fpc", &fpc);
	size_t stages = npsu ? npsu : 1;
	if (nfpc > stages)
		diex("%zu columns in '--fpc' for %zu stages", nfpc, stages);
	d->nstages = nfpc < stages ? nfpc + 1 : stages;
	for (size_t i = 0; i < d->nstages; i++) {
		struct stage *s = &d->stages[i];
		size_t k = i < nstrata ? i : nstrata - 1;
		s->psu = npsu ? (long)psu[i] : COLUMN_NONE;
		s->strata = nstrata ? (long)strata[k] : COLUMN_NONE;
		s->fpc = i < nfpc ? (long)fpc[i] : COLUMN_NONE;
	}
	d->elements = npsu == 0;
	d->own_weights = !request->weight && nfpc;
	if (d->own_weights && nfpc < stages)
		diex("without '--weight', '--fpc' needs a column for each of the %zu stages",
			stages);
}

void design_need(struct design *d, const struct header *h, const struct design_request *request)
{
	*d = (struct design){.request = request, .header = h, .weight = COLUMN_NONE};
	if (request->weight)
		d->weight = (long)header_need(h, str_of(request->weight));
	d->replicated = request->replicates.columns != NULL;
	if (d->replicated)
		replicates_need(&d->replicates, h, &request->replicates, &d->arena);
	else
		stages_need(d, request);
	d->regressed = request->calibrate != NULL;
	d->calibrated = request->poststrata || request->nrakes || d->regressed;
	if (d->regressed)
		greg_need(&d->greg, h, request->calibrate, d->replicates.n);
	else if (request->poststrata)
		calibrate_need(&d->calibration, h, request->poststrata);
	else if (request->nrakes)
		calibrate_rake_need(&d->calibration, h, request->rakes, request->nrakes);
	d->calibration.nreplicates = d->replicates.n;
}

static struct str field_need(
	const struct design *d, const struct record *rec, long column, const char *what)
{
	struct str field = record_field(rec, (size_t)column);
	if (field.n == 0)
		die_at(&rec->pos, "the %s is missing, in column '" STR_FMT "'", what,
			STR_ARG(d->header->names[column]));
	return field;
}

static double population(const struct design *d, struct stage *s, const struct record *rec)
{
	double value;
	struct str field = field_need(d, rec, s->fpc, "population size");
	if (!number_parse(field, &value) || value <= 0)
		die_at(&rec->pos,
			"'" STR_FMT "' is no population size and no sampling fraction, "
			"in column '" STR_FMT "'",
			STR_ARG(field), STR_ARG(d->header->names[s->fpc]));
	s->sizes |= value > 1;
	s->fractions |= value < 1;
	return value;
}

static uint32_t take_stratum(
	struct design *d, struct stage *s, uint32_t parent, const struct record *rec)
{
	uint32_t label = 0;
	if (s->strata != COLUMN_NONE)
		label = intern_add(&s->labels, field_need(d, rec, s->strata, "stratum"));
	uint32_t number = pairs_number(&s->layers, parent, label);
	if (number == s->nstrata) {
		s->strata_of_stage = mem_grow(
			s->strata_of_stage, s->nstrata, &s->cap_strata, sizeof *s->strata_of_stage);
		s->strata_of_stage[s->nstrata++] =
			(struct stratum){.parent = parent, .label = label};
	}
	if (s->fpc == COLUMN_NONE)
		return number;
	struct stratum *h = &s->strata_of_stage[number];
	double fpc = population(d, s, rec);
	if (h->fpc != 0 && h->fpc != fpc)
		warn_at(&rec->pos,
			"another population size in the same stratum, in column '" STR_FMT
			"'; the largest counts",
			STR_ARG(d->header->names[s->fpc]));
	if (fpc > h->fpc)
		h->fpc = fpc;
	return number;
}

static uint32_t new_unit(struct stage *s, uint32_t stratum)
{
	s->stratum = mem_grow(s->stratum, s->nunits, &s->cap_units, sizeof *s->stratum);
	s->stratum[s->nunits] = stratum;
	if (s->nunits == PAIR_NONE - 1)
		diex("the sample has too many units");
	return (uint32_t)s->nunits++;
}

static struct str label_of(const struct stage *s, uint32_t stratum)
{
	return s->labels.n ? intern_text(&s->labels, pair_second(&s->layers, stratum)) : STR("");
}

_Noreturn static void in_two_strata(
	const struct pos *pos, const struct stage *s, uint32_t unit, uint32_t a, uint32_t b)
{
	struct str one = label_of(s, a), other = label_of(s, b);
	bool swap = !pos && str_cmp(one, other) > 0;
	die_at(pos,
		"PSU '" STR_FMT "' is in stratum '" STR_FMT "' and in stratum '" STR_FMT
		"'; with '--nest' names of PSUs count within their stratum",
		STR_ARG(intern_text(&s->names, unit)), STR_ARG(swap ? other : one),
		STR_ARG(swap ? one : other));
}

/* On the first stage a name is one PSU, unless names are said to count within strata. */
static uint32_t take_unit(
	struct design *d, struct stage *s, uint32_t stratum, const struct record *rec)
{
	if (d->elements) {
		s->strata_of_stage[stratum].units++;
		return stratum;
	}
	uint32_t name = intern_add(&s->names, field_need(d, rec, s->psu, "PSU"));
	bool first = s == d->stages;
	uint32_t unit = first && !d->request->nest ? name : pairs_number(&s->units, stratum, name);
	if (unit == s->nunits)
		return new_unit(s, stratum);
	if (s->stratum[unit] != stratum)
		in_two_strata(&rec->pos, s, name, s->stratum[unit], stratum);
	return unit;
}

static void take_weight(struct design *d, const struct record *rec)
{
	d->value = 1;
	if (d->weight == COLUMN_NONE)
		return;
	struct str field = record_field(rec, (size_t)d->weight);
	if (!weight_parse(field, &d->value))
		weight_refuse_need(&rec->pos, field, d->header->names[d->weight]);
}

/* What is kept. */

static void room_for_strata(void *owner, size_t n)
{
	struct stage *s = owner;
	if (n <= s->nstrata)
		return;
	while (s->cap_strata < n)
		s->strata_of_stage = mem_grow(s->strata_of_stage, s->cap_strata, &s->cap_strata,
			sizeof *s->strata_of_stage);
	memset(s->strata_of_stage + s->nstrata, 0, (n - s->nstrata) * sizeof *s->strata_of_stage);
	s->nstrata = n;
}

static void room_for_units(void *owner, size_t n)
{
	struct stage *s = owner;
	if (n <= s->nunits)
		return;
	while (s->cap_units < n)
		s->stratum = mem_grow(s->stratum, s->cap_units, &s->cap_units, sizeof *s->stratum);
	memset(s->stratum + s->nunits, 0xff, (n - s->nunits) * sizeof *s->stratum);
	s->nunits = n;
}

static void units_clash(void *owner, uint32_t unit, uint32_t a, uint32_t b)
{
	in_two_strata(NULL, owner, unit, a, b);
}

static void merge_size(void *into, void *from)
{
	double *here = into, there = *(double *)from;
	if (*here != 0 && there != 0 && *here != there)
		warn_at(NULL, "another population size in the same stratum, in another part of "
			      "the records; the largest counts");
	*here = there > *here ? there : *here;
}

static void write_size(struct buf *out, const void *value)
{
	char text[NUMBER_MAX];
	buf_add(out, text, number_format(*(const double *)value, text));
}

static bool read_size(struct str text, void *value)
{
	return number_parse(text, value) && *(double *)value >= 0;
}

static const struct state_type SIZE = {sizeof(double), merge_size, write_size, read_size};

/* Where names of the first stage are units of their own, they are what numbers these. */
static const void *units_of(const struct design *d, const struct stage *s)
{
	if (d->elements)
		return &s->layers;
	return s == d->stages && !d->request->nest ? (const void *)&s->names : &s->units;
}

/* What numbers the leaves before weights are calibrated. */
static const void *plain_leaves(const struct design *d)
{
	if (d->replicated)
		return &d->replicates.leaves;
	return units_of(d, &d->stages[d->nstages - 1]);
}

const void *design_leaves(const struct design *d)
{
	if (d->regressed)
		return &d->greg.leaves;
	return d->calibrated ? &d->calibration.leaves : plain_leaves(d);
}

static void stage_state(struct design *d, struct stage *s, struct state *state)
{
	bool first = s == d->stages;
	struct state_table *t = state_single(state, "population sizes");
	state_value(t, &STATE_FLAG, &s->fractions);
	state_value(t, &STATE_FLAG, &s->sizes);
	state_texts(state, "strata", &s->labels);
	t = state_pairs(state, "strata by unit", &s->layers, first ? NULL : units_of(d, s - 1),
		s->strata == COLUMN_NONE ? NULL : (const void *)&s->labels);
	size_t stride = sizeof *s->strata_of_stage;
	state_room(t, s, room_for_strata);
	if (s->fpc != COLUMN_NONE)
		state_column(
			t, &SIZE, &s->strata_of_stage, stride, offsetof(struct stratum, fpc), 1);
	if (d->elements) {
		state_column(t, &STATE_COUNT, &s->strata_of_stage, stride,
			offsetof(struct stratum, units), 1);
		return;
	}
	t = state_texts(state, "units", &s->names);
	if (units_of(d, s) != &s->names)
		t = state_pairs(state, "units by stratum", &s->units, &s->layers, &s->names);
	state_room(t, s, room_for_units);
	state_reference(state, &s->stratum, &s->layers, units_clash);
}

void design_state(struct design *d, struct state *state)
{
	struct state_table *t = state_single(state, "design");
	state_value(t, &STATE_COUNT, &d->records);
	if (d->replicated)
		state_texts(state, "replicates", &d->replicates.leaves);
	for (size_t i = 0; i < d->nstages; i++)
		stage_state(d, &d->stages[i], state);
	if (d->regressed)
		greg_state(&d->greg, state, plain_leaves(d));
	else if (d->calibrated)
		calibrate_state(&d->calibration, state, plain_leaves(d));
}

static void take_replicates(struct design *d, const struct record *rec)
{
	replicates_take(&d->replicates, rec, d->value);
	if (d->regressed)
		d->leaf = greg_take_replicates(&d->greg, rec, d->replicates.value);
	else if (d->calibrated)
		d->leaf = calibrate_take_replicates(&d->calibration, rec, d->replicates.value);
}

void design_take(struct design *d, const struct record *rec)
{
	uint32_t unit = 0;
	for (size_t i = 0; i < d->nstages; i++)
		unit = take_unit(d, &d->stages[i], take_stratum(d, &d->stages[i], unit, rec), rec);
	d->records++;
	take_weight(d, rec);
	if (d->replicated)
		take_replicates(d, rec);
	else if (d->regressed)
		d->leaf = greg_take(&d->greg, rec, unit, d->value);
	else
		d->leaf =
			d->calibrated ? calibrate_take(&d->calibration, rec, unit, d->value) : unit;
}

/* What messages call a stratum: by its name on the first stage, below by the unit it lies in. */
static void name_stratum(const struct design *d, size_t stage, size_t number, struct buf *name)
{
	const struct stage *s = &d->stages[stage];
	const struct stratum *h = &s->strata_of_stage[number];
	if (stage == 0) {
		struct str label = label_of(s, (uint32_t)number);
		buf_fmt(name, s->labels.n ? "'" STR_FMT "'" : "the whole sample", STR_ARG(label));
		return;
	}
	const struct stage *above = s - 1;
	buf_puts(name, "stage ");
	buf_fmt(name, "%zu, unit '", stage + 1);
	if (stage == 1 && !d->request->nest)
		buf_addstr(name, str_head(intern_text(&above->names, h->parent), 200));
	else
		buf_addstr(name,
			str_head(intern_text(&above->names, pair_second(&above->units, h->parent)),
				200));
	buf_putc(name, '\'');
}

static void settle_fractions(struct design *d, size_t stage)
{
	struct stage *s = &d->stages[stage];
	if (s->fpc == COLUMN_NONE)
		return;
	if (s->fractions && s->sizes)
		diex("column '" STR_FMT "' mixes population sizes and sampling fractions",
			STR_ARG(d->header->names[s->fpc]));
	for (size_t i = 0; i < s->nstrata; i++) {
		struct stratum *h = &s->strata_of_stage[i];
		h->fraction = s->sizes ? (double)h->units / h->fpc : h->fpc;
		if (h->fraction <= 1)
			continue;
		struct buf name = {0};
		char size[NUMBER_MAX];
		name_stratum(d, stage, i, &name);
		buf_fmt(&name,
			" has a population size of %.*s, but %" PRIu64 " units in the sample",
			(int)number_format(h->fpc, size), size, h->units);
		diex("%s", buf_cstr(&name));
	}
}

static void settle_shares(struct design *d, size_t stage)
{
	struct stage *s = &d->stages[stage];
	for (size_t i = 0; i < s->nstrata; i++) {
		struct stratum *h = &s->strata_of_stage[i];
		h->share = 1;
		if (stage == 0)
			continue;
		const struct stage *above = s - 1;
		const struct stratum *up = &above->strata_of_stage[above->stratum[h->parent]];
		h->share = up->share * up->fraction;
	}
}

static bool is_lonely(const struct stratum *h)
{
	return h->units == 1 && 1 - h->fraction >= CENSUS;
}

static int compare_names(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* Names the first few in the order of their bytes. */
static void fail_on_lonely(const struct design *d, size_t stage)
{
	const struct stage *s = &d->stages[stage];
	struct arena arena = {0};
	struct str *names = arena_alloc(&arena, s->nstrata + 1, sizeof *names);
	struct buf list = {0};
	size_t n = 0;
	for (size_t i = 0; i < s->nstrata; i++) {
		if (!is_lonely(&s->strata_of_stage[i]))
			continue;
		buf_clear(&list);
		name_stratum(d, stage, i, &list);
		names[n++] = arena_str(&arena, buf_str(&list));
	}
	if (n == 0) {
		arena_release(&arena);
		buf_release(&list);
		return;
	}
	qsort(names, n, sizeof *names, compare_names);
	buf_clear(&list);
	for (size_t i = 0; i < n && i < STRATA_NAMED; i++) {
		buf_puts(&list, i ? ", " : "");
		buf_addstr(&list, names[i]);
	}
	diex("%zu %s one PSU only, so the variance is not known: %s%s; choose --lonely=remove, "
	     "adjust or average",
		n, n == 1 ? "stratum has" : "strata have", buf_cstr(&list),
		n > STRATA_NAMED ? " ..." : "");
}

static uint32_t stratum_of(const struct design *d, const struct stage *s, size_t unit)
{
	return d->elements ? (uint32_t)unit : s->stratum[unit];
}

/* Each leaf stands for as many as its strata have in the population for one in the sample. */
static void settle_factors(struct design *d)
{
	const struct stage *last = &d->stages[d->nstages - 1];
	size_t n = d->elements ? last->nstrata : last->nunits;
	d->factor = mem_zero(n, sizeof *d->factor);
	for (size_t leaf = 0; leaf < n; leaf++) {
		double factor = 1;
		size_t unit = leaf;
		for (size_t i = d->nstages; i-- > 0;) {
			const struct stage *s = &d->stages[i];
			const struct stratum *h = &s->strata_of_stage[stratum_of(d, s, unit)];
			factor *= s->sizes ? h->fpc / (double)h->units : 1 / h->fraction;
			unit = h->parent;
		}
		d->factor[leaf] = factor;
	}
}

/* What follows from the numbering of strata and units, which may have changed. */
static void settle_strata(const struct design *d, struct stage *s)
{
	for (uint32_t h = 0; h < s->nstrata; h++) {
		s->strata_of_stage[h].parent = pair_first(&s->layers, h);
		s->strata_of_stage[h].label = pair_second(&s->layers, h);
	}
	for (size_t unit = 0; !d->elements && unit < s->nunits; unit++)
		s->strata_of_stage[s->stratum[unit]].units++;
}

void design_settle(struct design *d)
{
	for (size_t i = 0; i < d->nstages; i++) {
		struct stage *s = &d->stages[i];
		settle_strata(d, s);
		settle_fractions(d, i);
		settle_shares(d, i);
		if (d->request->lonely == LONELY_FAIL && (i == 0 || s[-1].fpc != COLUMN_NONE))
			fail_on_lonely(d, i);
		s->unit_sums = mem_zero(s->nunits, sizeof *s->unit_sums);
		s->stratum_sums = mem_zero(s->nstrata, sizeof *s->stratum_sums);
		s->touched = mem_zero(d->elements ? s->nstrata : s->nunits, sizeof *s->touched);
	}
	if (d->own_weights)
		settle_factors(d);
	if (d->regressed)
		greg_settle(&d->greg);
	else if (d->calibrated)
		calibrate_settle(&d->calibration, d->factor);
}

/* The mark of a pass over units: what has another one has not been met yet. */
static uint32_t next_mark(struct design *d)
{
	return ++d->mark;
}

static uint32_t psu_of(const struct design *d, uint32_t leaf)
{
	if (d->calibrated)
		leaf = pair_first(d->regressed ? &d->greg.leaves : &d->calibration.leaves, leaf);
	for (size_t i = d->nstages; i-- > 1;)
		leaf = d->stages[i].strata_of_stage[d->stages[i].stratum[leaf]].parent;
	return leaf;
}

double design_df(struct design *d, const struct leaf_count *leaves, size_t n)
{
	struct stage *s = d->stages;
	uint32_t mark = next_mark(d);
	double psus = 0, strata = 0;
	for (size_t k = 0; k < n; k++) {
		uint32_t unit = psu_of(d, leaves[k].leaf);
		struct stratum_sum *h = &s->stratum_sums[stratum_of(d, s, unit)];
		if (d->elements) {
			psus += (double)leaves[k].records;
		} else if (s->unit_sums[unit].mark != mark) {
			s->unit_sums[unit].mark = mark;
			psus++;
		}
		strata += h->mark != mark;
		h->mark = mark;
	}
	return psus - strata;
}

static void add_to_unit(struct stage *s, uint32_t unit, quad z, size_t *touched, uint32_t mark)
{
	struct unit_sum *u = &s->unit_sums[unit];
	if (u->mark != mark) {
		*u = (struct unit_sum){.mark = mark};
		s->touched[(*touched)++] = unit;
	}
	u->sum += z;
}

static void add_to_stratum(
	struct stage *s, uint32_t stratum, quad z, quad squares, size_t *touched, uint32_t mark)
{
	struct stratum_sum *h = &s->stratum_sums[stratum];
	if (h->mark != mark) {
		*h = (struct stratum_sum){.mark = mark};
		s->touched[(*touched)++] = stratum;
	}
	h->sum += z;
	h->squares += squares;
}

/* Gathers the units touched into their strata; the first `n` of touched are strata after it. */
static size_t gather_strata(struct stage *s, size_t units, uint32_t mark)
{
	size_t n = 0;
	for (size_t k = 0; k < units; k++) {
		uint32_t unit = s->touched[k];
		quad t = s->unit_sums[unit].sum;
		add_to_stratum(s, s->stratum[unit], t, t * t, &n, mark);
	}
	return n;
}

/* The strata below one unit of the stage above: what they say about each other. */
struct family {
	quad variance, sum, units;
	uint64_t strata, lonely;
};

static void add_stratum(struct family *f, const struct stratum *h, const struct stratum_sum *s)
{
	f->sum += s->sum;
	f->units += h->units;
	f->strata++;
	if (1 - h->fraction < CENSUS)
		return;
	if (h->units == 1) {
		f->lonely++;
		return;
	}
	quad n = h->units, spread = s->squares - s->sum * s->sum / n;
	if (spread > s->squares * 1e-29) /* less is what rounding leaves of nothing */
		f->variance += (1 - h->fraction) * n / (n - 1) * spread;
}

static quad family_variance(const struct design *d, const struct stage *s, const struct family *f,
	const uint32_t *strata)
{
	if (f->lonely == 0 || d->request->lonely <= LONELY_CERTAINTY)
		return f->variance;
	if (d->request->lonely == LONELY_AVERAGE)
		return f->strata == f->lonely ? (quad)NAN
		                              : f->variance * f->strata / (f->strata - f->lonely);
	quad centre = f->sum / f->units, v = f->variance;
	for (uint64_t k = 0; k < f->strata; k++) {
		const struct stratum *h = &s->strata_of_stage[strata[k]];
		quad apart = s->stratum_sums[strata[k]].sum - centre;
		if (is_lonely(h))
			v += (1 - h->fraction) * apart * apart;
	}
	return v;
}

struct of_parent {
	uint32_t parent, stratum;
};

static int compare_parents(const void *a, const void *b)
{
	const struct of_parent *x = a, *y = b;
	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	return (x->stratum > y->stratum) - (x->stratum < y->stratum);
}

/* Brings strata of the same parent together; on the first stage they all are. */
static void sort_by_parent(struct stage *s, size_t n)
{
	struct of_parent *list = mem_zero(n + 1, sizeof *list);
	for (size_t k = 0; k < n; k++)
		list[k] =
			(struct of_parent){s->strata_of_stage[s->touched[k]].parent, s->touched[k]};
	qsort(list, n, sizeof *list, compare_parents);
	for (size_t k = 0; k < n; k++)
		s->touched[k] = list[k].stratum;
	free(list);
}

/* Of the first n of the strata touched. */
static quad stage_variance(struct design *d, size_t stage, size_t n)
{
	struct stage *s = &d->stages[stage];
	quad v = 0;
	if (stage)
		sort_by_parent(s, n);
	for (size_t k = 0; k < n;) {
		struct family f = {0};
		uint32_t parent = s->strata_of_stage[s->touched[k]].parent;
		size_t first = k;
		for (; k < n && s->strata_of_stage[s->touched[k]].parent == parent; k++)
			add_stratum(&f, &s->strata_of_stage[s->touched[k]],
				&s->stratum_sums[s->touched[k]]);
		double share = s->strata_of_stage[s->touched[first]].share;
		if (share > 0)
			v += share * family_variance(d, s, &f, s->touched + first);
	}
	return v;
}

static quad element_variance(struct design *d, const struct influence *z, size_t n)
{
	uint32_t mark = next_mark(d);
	size_t touched = 0;
	for (size_t k = 0; k < n; k++)
		add_to_stratum(d->stages, z[k].leaf, z[k].z, z[k].squares, &touched, mark);
	return stage_variance(d, 0, touched);
}

/* Sums go up from stage to stage before the strata of a stage are looked at, which takes the list
 * of its units. */
quad design_variance(struct design *d, const struct influence *z, size_t n)
{
	if (d->regressed)
		z = greg_residuals(&d->greg, z, n, &n);
	else if (d->calibrated)
		z = calibrate_residuals(&d->calibration, z, n, &n);
	if (d->elements)
		return element_variance(d, z, n);
	uint32_t mark = next_mark(d);
	size_t touched = 0;
	quad v = 0;
	for (size_t k = 0; k < n; k++)
		add_to_unit(&d->stages[d->nstages - 1], z[k].leaf, z[k].z, &touched, mark);
	for (size_t i = d->nstages; i-- > 0;) {
		struct stage *s = &d->stages[i];
		size_t above = 0;
		for (size_t k = 0; i > 0 && k < touched; k++) {
			uint32_t unit = s->touched[k];
			add_to_unit(s - 1, s->strata_of_stage[s->stratum[unit]].parent,
				s->unit_sums[unit].sum, &above, mark);
		}
		v += stage_variance(d, i, gather_strata(s, touched, mark));
		touched = above;
	}
	return v;
}

/* A number to 106 bits, in two doubles. */
struct twofold {
	double high, low;
};

static struct twofold twofold_of(quad x)
{
	double high = (double)x;
	return (struct twofold){high, (double)(x - high)};
}

/* The sum of products, to about 100 bits (Ogita, Rump and Oishi, "Accurate sum and dot product",
 * SIAM Journal on Scientific Computing 26, 2005). */
static quad product_of(const struct twofold *a, const struct twofold *b, size_t n)
{
	double sum = 0, rest = 0;
	for (size_t i = 0; i < n; i++) {
		double p = a[i].high * b[i].high, q = fma(a[i].high, b[i].high, -p);
		double more = sum + p, part = more - sum;
		rest += (sum - (more - part)) + (p - part) + q + a[i].high * b[i].low +
		        a[i].low * b[i].high;
		sum = more;
	}
	return (quad)sum + rest;
}

/* What each stratum multiplies squares by; false where squares are not all. */
static bool square_factors(const struct design *d, quad *factor)
{
	const struct stage *s = d->stages;
	if (d->elements || d->calibrated || d->nstages > 1)
		return false;
	for (size_t h = 0; h < s->nstrata; h++) {
		const struct stratum *stratum = &s->strata_of_stage[h];
		quad n = stratum->units;
		if (is_lonely(stratum))
			return false;
		if (1 - stratum->fraction >= CENSUS)
			factor[h] = (1 - stratum->fraction) * n / (n - 1);
	}
	return true;
}

/* How far influences are from the mean of their stratum, in which units without any are 0; `means`
 * has room for all strata. `scaled` is that times the factor of the stratum, and behind the units
 * come the strata, for the units that are not here. */
static void centre(const struct stage *s, const struct influence *z, size_t n, const quad *factor,
	quad *means, struct twofold *apart, struct twofold *scaled)
{
	size_t *here = mem_zero(s->nstrata, sizeof *here);
	memset(means, 0, s->nstrata * sizeof *means);
	for (size_t i = 0; i < n; i++) {
		means[s->stratum[z[i].leaf]] += z[i].z;
		here[s->stratum[z[i].leaf]]++;
	}
	for (size_t h = 0; h < s->nstrata; h++) {
		uint64_t units = s->strata_of_stage[h].units;
		means[h] /= units;
		apart[n + h] = twofold_of(means[h]);
		scaled[n + h] = twofold_of(means[h] * factor[h] * (units - here[h]));
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t h = s->stratum[z[i].leaf];
		quad one = z[i].z - means[h];
		apart[i] = twofold_of(one);
		scaled[i] = twofold_of(one * factor[h]);
	}
	free(here);
}

bool design_covariance(
	struct design *d, const struct influence *const *z, size_t n, size_t count, quad *v)
{
	const struct stage *s = d->stages;
	size_t length = n + s->nstrata;
	quad *factor = mem_zero(s->nstrata, sizeof *factor);
	bool plain = square_factors(d, factor);
	if (plain) {
		quad *means = mem_zero(s->nstrata, sizeof *means);
		struct twofold *apart = mem_zero(count, length * sizeof *apart);
		struct twofold *scaled = mem_zero(count, length * sizeof *scaled);
		for (size_t k = 0; k < count; k++)
			centre(s, z[k], n, factor, means, apart + k * length, scaled + k * length);
		for (size_t a = 0; a < count; a++)
			for (size_t b = 0; b <= a; b++)
				v[a * count + b] = v[b * count + a] =
					product_of(apart + a * length, scaled + b * length, length);
		free(means);
		free(apart);
		free(scaled);
	}
	free(factor);
	return plain;
}

void design_release(struct design *d)
{
	for (size_t i = 0; i < d->nstages; i++) {
		struct stage *s = &d->stages[i];
		intern_release(&s->names);
		intern_release(&s->labels);
		pairs_release(&s->units);
		pairs_release(&s->layers);
		free(s->strata_of_stage);
		free(s->stratum);
		free(s->unit_sums);
		free(s->stratum_sums);
		free(s->touched);
	}
	free(d->factor);
	if (d->replicated)
		replicates_release(&d->replicates);
	if (d->regressed)
		greg_release(&d->greg);
	else if (d->calibrated)
		calibrate_release(&d->calibration);
	arena_release(&d->arena);
}
