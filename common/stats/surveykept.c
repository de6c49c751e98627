#include "record/number.h"
#include "stats/surveystate.h"

/* What is kept, for stats/state.h. */

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
		survey_bank_extend(b, n - 1);
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
	state_room(t, g, survey_room_in_grams);
	state_column(t, &PRODUCT, &g->products, g->size * sizeof *g->products, 0, g->size);
}

void survey_cells_state(struct survey_cells *c, struct state *state, const void *cells)
{
	struct state_table *t =
		state_pairs(state, "members", &c->members, cells, design_leaves(c->survey->design));
	state_room(t, c, survey_room_for_members);
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
