#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/designstate.h"

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
	design_in_two_strata_need(NULL, owner, unit, a, b);
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
