#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "record/number.h"
#include "stats/accumulate.h"
#include "stats/survey.h"

enum { CELLS_MIN = 64 };

void cells_init(struct cells *t, struct axis **axes, size_t naxes, const struct layout *layout)
{
	*t = (struct cells){.axes = axes, .naxes = naxes, .layout = layout};
	t->chain = mem_zero(naxes ? naxes : 1, sizeof *t->chain);
	t->tallies = mem_zero(layout->ntallied ? layout->ntallied : 1, sizeof *t->tallies);
	for (size_t i = 0; i < layout->ntallied; i++)
		t->tallies[i].summed = layout->amounts[i] != NULL;
	t->spells = mem_zero(layout->nspells ? layout->nspells : 1, sizeof *t->spells);
	for (size_t i = 0; i < layout->nspells; i++)
		t->spells[i].source = &layout->spells[i];
}

/* The largest values that are kept for a cell, of all variables. */
static size_t kept_of(const struct layout *l)
{
	return l->nvariables * l->nlargest;
}

/* New cells up to `cell`, all empty. */
static void extend(struct cells *t, size_t cell)
{
	const struct layout *l = t->layout;
	size_t cap = t->cap ? t->cap : CELLS_MIN;
	while (cap <= cell)
		cap *= 2;
	if (cap > t->cap) {
		t->count = mem_resize(t->count, cap, sizeof *t->count);
		if (l->both)
			t->certain = mem_resize(t->certain, cap, sizeof *t->certain);
		t->ranges = mem_resize(t->ranges, cap, l->nvariables * sizeof *t->ranges);
		t->largest = mem_resize(t->largest, cap, kept_of(l) * sizeof *t->largest);
		t->sums = mem_resize(t->sums, cap, l->nsums * sizeof *t->sums);
		t->cap = cap;
	}
	size_t more = cell + 1 - t->n;
	memset(t->count + t->n, 0, more * sizeof *t->count);
	if (l->both)
		memset(t->certain + t->n, 0, more * sizeof *t->certain);
	if (l->nvariables)
		memset(t->ranges + t->n * l->nvariables, 0,
			more * l->nvariables * sizeof *t->ranges);
	for (size_t i = t->n * kept_of(l); i < (cell + 1) * kept_of(l); i++)
		t->largest[i] = -INFINITY; /* none */
	if (l->nsums)
		memset(t->sums + t->n * l->nsums, 0, more * l->nsums * sizeof *t->sums);
	t->n = cell + 1;
}

void range_merge(struct range *into, const struct range *from)
{
	if (from->n == 0)
		return;
	if (into->n == 0 || from->min < into->min)
		into->min = from->min, into->nmin = 0;
	if (into->n == 0 || from->max > into->max)
		into->max = from->max, into->nmax = 0;
	into->nmin += from->min == into->min ? from->nmin : 0;
	into->nmax += from->max == into->max ? from->nmax : 0;
	into->n += from->n;
}

static void range_add(struct range *r, double value)
{
	range_merge(r, &(struct range){value, value, 1, 1, 1});
}

/* Into the largest `room` of values, of which there were `n`. */
static void largest_add(double *largest, size_t room, uint64_t n, double value)
{
	size_t at = n < room ? (size_t)n : room;
	if (at == room && (room == 0 || value <= largest[--at]))
		return;
	for (; at > 0 && largest[at - 1] < value; at--)
		largest[at] = largest[at - 1];
	largest[at] = value;
}

static void add_value(struct exactsum *sums, const struct variable *v, double w)
{
	double x = v->value;
	if (v->parts[PART_X])
		exactsum_add(&sums[v->at[PART_X]], x);
	if (v->parts[PART_XX])
		exactsum_add_product(&sums[v->at[PART_XX]], x, x);
	if (v->parts[PART_W])
		exactsum_add(&sums[v->at[PART_W]], w);
	if (v->parts[PART_WX])
		exactsum_add_product(&sums[v->at[PART_WX]], w, x);
	if (v->parts[PART_WXX])
		exactsum_add_product3(&sums[v->at[PART_WXX]], w, x, x);
}

static void room_for_pairs(void *owner, size_t n)
{
	struct tally *y = owner;
	if (n <= y->counted)
		return;
	while (y->cap < n)
		y->n = mem_grow(y->n, y->cap, &y->cap, sizeof *y->n);
	memset(y->n + y->counted, 0, (n - y->counted) * sizeof *y->n);
	while (y->summed && y->cap_sums < n)
		y->sums = mem_grow(y->sums, y->cap_sums, &y->cap_sums, sizeof *y->sums);
	if (y->summed)
		memset(y->sums + y->counted, 0, (n - y->counted) * sizeof *y->sums);
	y->counted = n;
}

static void tally_add(struct tally *y, uint32_t cell, uint32_t code, const struct variable *amount)
{
	uint32_t pair = pairs_number(&y->pairs, cell, code);
	if (pair == y->counted)
		room_for_pairs(y, pair + (size_t)1);
	y->n[pair]++;
	if (amount)
		exactsum_add(&y->sums[pair], amount->value);
}

/* A record without an amount has no part in what is shared out. */
static void add_tallies(struct cells *t, uint32_t cell)
{
	const struct layout *l = t->layout;
	for (size_t i = 0; i < l->ntallied; i++) {
		const struct variable *amount = l->amounts[i];
		if (amount && !amount->present)
			continue;
		for (size_t k = 0; k < l->tallied[i]->ncodes; k++)
			tally_add(&t->tallies[i], cell, l->tallied[i]->codes[k], amount);
	}
}

/* What is kept beside the count. */
static void add_details(struct cells *t, uint32_t cell)
{
	const struct layout *l = t->layout;
	for (size_t i = 0; i < l->nspells; i++)
		spell_list_add(&t->spells[i], cell);
	struct exactsum *sums = t->sums + cell * l->nsums;
	double *largest = t->largest + cell * kept_of(l);
	if (l->weighted)
		exactsum_add(&sums[l->weight_at], l->weight);
	for (size_t i = 0; i < l->nvariables; i++) {
		if (!l->variables[i].present)
			continue;
		struct range *range = &t->ranges[cell * l->nvariables + i];
		largest_add(
			largest + i * l->nlargest, l->nlargest, range->n, l->variables[i].value);
		range_add(range, l->variables[i].value);
		add_value(sums, &l->variables[i], l->weight);
	}
	add_tallies(t, cell);
}

/* As much of the record as lies in the cell: high and low parts of a share, one after the other. */
static void add_shared(struct cells *t, uint32_t cell, const struct period_share *share)
{
	const struct layout *l = t->layout;
	struct exactsum *sums = t->sums + cell * l->nsums;
	const double parts[] = {share->high, share->low};
	for (size_t p = 0; p < 2 && parts[p] != 0; p++) {
		exactsum_add(&sums[l->weight_at], parts[p]);
		for (size_t i = 0; i < l->nvariables; i++)
			if (l->variables[i].present)
				add_value(sums, &l->variables[i], parts[p]);
	}
	for (size_t i = 0; i < l->nvariables; i++)
		if (l->variables[i].present)
			range_add(&t->ranges[cell * l->nvariables + i], l->variables[i].value);
	add_tallies(t, cell);
}

static void add_marked(struct cells *t, uint32_t cell, const struct axis_mark *mark)
{
	const struct layout *l = t->layout;
	if (cell >= t->n)
		extend(t, cell);
	t->count[cell] += mark->possible;
	if (l->both)
		t->certain[cell] += mark->certain && l->certain;
	else
		add_shared(t, cell, &mark->share);
}

static inline void add_to(struct cells *t, uint32_t cell)
{
	const struct layout *l = t->layout;
	if (cell >= t->n)
		extend(t, cell);
	bool counted = l->weight > 0; /* replicates of it may be */
	t->count[cell] += counted;
	if (counted && l->detailed)
		add_details(t, cell);
	if (t->survey)
		survey_add(t->survey, cell);
}

static void room_for_ids(struct cells *t, int side, size_t n)
{
	if (n <= t->cap_ids[side])
		return;
	t->ids[side] = mem_resize(t->ids[side], 2 * n, sizeof *t->ids[side]);
	t->cap_ids[side] = 2 * n;
}

/* Numbers every combination of the codes of the record: axis by axis, what there is times the
 * codes. */
static const uint32_t *all_cells(struct cells *t, size_t *number)
{
	size_t n = t->axes[0]->ncodes;
	int side = 0;
	room_for_ids(t, side, n);
	memcpy(t->ids[side], t->axes[0]->codes, n * sizeof *t->ids[side]);
	for (size_t k = 1; k < t->naxes; k++) {
		const struct axis *a = t->axes[k];
		const uint32_t *old = t->ids[side];
		side = !side;
		room_for_ids(t, side, n * a->ncodes);
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < a->ncodes; j++)
				t->ids[side][i * a->ncodes + j] =
					pairs_number(&t->chain[k - 1], old[i], a->codes[j]);
		n *= a->ncodes;
	}
	*number = n;
	return t->ids[side];
}

static void add_to_all(struct cells *t)
{
	size_t n;
	const uint32_t *cells = all_cells(t, &n);
	for (size_t i = 0; i < n; i++)
		add_to(t, cells[i]);
}

/* The code of the period is the digit of a combination that the axes behind it leave. */
static void add_by_marks(struct cells *t)
{
	const struct axis *period = t->layout->period;
	size_t n = 1, behind = 1;
	bool along = false;
	for (size_t k = 0; k < t->naxes; k++) {
		behind = along ? behind * t->axes[k]->ncodes : 1;
		along |= t->axes[k] == period;
	}
	static const uint32_t whole_table = 0;
	const uint32_t *cells = t->naxes ? all_cells(t, &n) : &whole_table;
	const struct axis_mark *marks = along ? period->marks : NULL;
	for (size_t i = 0; i < n; i++)
		add_marked(t, cells[i], marks ? &marks[i / behind % period->ncodes] : &AXIS_WHOLE);
}

bool cells_fit(const struct cells *t)
{
	size_t combinations = 1, items = 1;
	for (size_t i = 0; i < t->layout->ntallied; i++)
		if (t->layout->tallied[i]->ncodes > items)
			items = t->layout->tallied[i]->ncodes;
	for (size_t k = 0; k < t->naxes && combinations <= CELLS_OF_A_RECORD; k++)
		combinations *= t->axes[k]->ncodes;
	return combinations * items <= CELLS_OF_A_RECORD;
}

/* Nearly every record has one code on each axis, or several on the last one only. */
void cells_add(struct cells *t)
{
	if (t->layout->period || t->layout->both) {
		add_by_marks(t);
		return;
	}
	uint32_t cell = 0;
	size_t k = 0;
	for (; k < t->naxes && t->axes[k]->ncodes == 1; k++)
		cell = k ? pairs_number(&t->chain[k - 1], cell, *t->axes[k]->codes)
		         : *t->axes[k]->codes;
	if (k == t->naxes) {
		add_to(t, cell);
		return;
	}
	if (k == 0 || k + 1 < t->naxes) {
		add_to_all(t);
		return;
	}
	for (size_t i = 0; i < t->axes[k]->ncodes; i++)
		add_to(t, pairs_number(&t->chain[k - 1], cell, t->axes[k]->codes[i]));
}

uint32_t cells_find(const struct cells *t, const uint32_t *codes)
{
	uint32_t cell = t->naxes ? codes[0] : 0;
	for (size_t k = 1; k < t->naxes && cell != CELL_NONE; k++)
		cell = pairs_find(&t->chain[k - 1], cell, codes[k]);
	return cell < t->n ? cell : CELL_NONE;
}

void cells_codes(const struct cells *t, uint32_t cell, uint32_t *codes)
{
	for (size_t k = t->naxes; k-- > 1; cell = pair_first(&t->chain[k - 1], cell))
		codes[k] = pair_second(&t->chain[k - 1], cell);
	if (t->naxes)
		codes[0] = cell;
}

const void *cells_keys(const struct cells *t)
{
	if (t->naxes == 0)
		return NULL;
	return t->naxes == 1 ? (const void *)&t->axes[0]->values : &t->chain[t->naxes - 2];
}

static void room_for_cells(void *owner, size_t n)
{
	struct cells *t = owner;
	if (n > t->n)
		extend(t, n - 1);
}

/* The largest values, by cell. */

static void merge_largest(void *into, void *from, const uint32_t *map)
{
	struct cells *t = into;
	const struct cells *other = from;
	size_t room = t->layout->nlargest, kept = kept_of(t->layout);
	for (size_t i = 0; i < other->n * kept; i++)
		if (isfinite(other->largest[i]))
			largest_add(t->largest + map[i / kept] * kept + i % kept / room * room,
				room, room, other->largest[i]);
}

static void sort_largest(void *owner, const uint32_t *map, size_t n)
{
	struct cells *t = owner;
	size_t size = kept_of(t->layout) * sizeof *t->largest;
	double *sorted = mem_zero(t->cap, size);
	for (size_t cell = 0; cell < n && cell < t->n; cell++)
		memcpy((char *)sorted + map[cell] * size, (char *)t->largest + cell * size, size);
	free(t->largest);
	t->largest = sorted;
}

static void write_largest(void *owner, void (*line)(void *to, struct str text), void *to)
{
	const struct cells *t = owner;
	size_t kept = kept_of(t->layout);
	char text[NUMBER_MAX + 48];
	for (size_t i = 0; i < t->n * kept; i++) {
		if (!isfinite(t->largest[i]))
			continue;
		size_t n = (size_t)snprintf(
			text, sizeof text, "%zu\t%zu\t", i / kept, i % kept / t->layout->nlargest);
		n += number_format(t->largest[i], text + n);
		line(to, (struct str){text, n});
	}
}

static bool read_largest(void *owner, uint32_t cell, struct str rest)
{
	struct cells *t = owner;
	const struct layout *l = t->layout;
	struct str variable;
	uint64_t i;
	double value;
	if (!str_split(&rest, '\t', &variable) || !STATE_COUNT.read(variable, &i) ||
		i >= l->nvariables || !number_parse(rest, &value))
		return false;
	room_for_cells(t, cell + (size_t)1);
	largest_add(t->largest + (cell * l->nvariables + i) * l->nlargest, l->nlargest, l->nlargest,
		value);
	return true;
}

static const struct state_many LARGEST = {merge_largest, sort_largest, write_largest, read_largest};

void cells_state(struct cells *t, struct state *s)
{
	const struct layout *l = t->layout;
	for (size_t k = 1; k < t->naxes; k++)
		state_pairs(s, "cells", &t->chain[k - 1],
			k > 1 ? (const void *)&t->chain[k - 2] : &t->axes[0]->values,
			&t->axes[k]->values);
	struct state_table *table = state_along(s, "counts", cells_keys(t));
	state_room(table, t, room_for_cells);
	state_column(table, &STATE_COUNT, &t->count, sizeof *t->count, 0, 1);
	if (l->both)
		state_column(table, &STATE_COUNT, &t->certain, sizeof *t->certain, 0, 1);
	state_column(table, &STATE_RANGE, &t->ranges, l->nvariables * sizeof *t->ranges, 0,
		l->nvariables);
	state_column(table, &STATE_SUM, &t->sums, l->nsums * sizeof *t->sums, 0, l->nsums);
	if (kept_of(l))
		state_many(state_along(s, "largest", cells_keys(t)), t, &LARGEST);
	for (size_t i = 0; i < l->ntallied; i++) {
		struct tally *y = &t->tallies[i];
		table = state_pairs(s, "tally", &y->pairs, cells_keys(t), &l->tallied[i]->values);
		state_room(table, y, room_for_pairs);
		state_column(table, &STATE_COUNT, &y->n, sizeof *y->n, 0, 1);
		if (y->summed)
			state_column(table, &STATE_SUM, &y->sums, sizeof *y->sums, 0, 1);
	}
	for (size_t i = 0; i < l->nspells; i++)
		spell_list_state(&t->spells[i], s, cells_keys(t));
	if (t->survey)
		survey_cells_state(t->survey, s, cells_keys(t));
}

static void list_pairs(struct tally *y, size_t ncells)
{
	size_t *start = mem_zero(
		ncells + 2, sizeof *start); /* one ahead: filling moves each to its place */
	uint32_t *listed = mem_zero(y->pairs.n, sizeof *listed);
	for (size_t p = 0; p < y->pairs.n; p++)
		start[pair_first(&y->pairs, (uint32_t)p) + 2]++;
	for (size_t c = 2; c < ncells + 2; c++)
		start[c] += start[c - 1];
	for (size_t p = 0; p < y->pairs.n; p++)
		listed[start[pair_first(&y->pairs, (uint32_t)p) + 1]++] = (uint32_t)p;
	free(y->start);
	free(y->listed);
	y->start = start;
	y->listed = listed;
}

void cells_settle(struct cells *t)
{
	for (size_t i = 0; i < t->layout->ntallied; i++)
		list_pairs(&t->tallies[i], t->n);
	for (size_t i = 0; i < t->layout->nspells; i++)
		spell_list_settle(&t->spells[i], t->n);
	if (t->survey)
		survey_settle(t->survey, t->n);
}

void cells_release(struct cells *t)
{
	const struct layout *l = t->layout;
	for (size_t i = 0; i < t->n * l->nsums; i++)
		exactsum_release(&t->sums[i]);
	for (size_t k = 0; k + 1 < t->naxes; k++)
		pairs_release(&t->chain[k]);
	for (size_t i = 0; i < l->ntallied; i++) {
		pairs_release(&t->tallies[i].pairs);
		for (size_t k = 0; t->tallies[i].summed && k < t->tallies[i].counted; k++)
			exactsum_release(&t->tallies[i].sums[k]);
		free(t->tallies[i].sums);
		free(t->tallies[i].n);
		free(t->tallies[i].listed);
		free(t->tallies[i].start);
	}
	for (size_t i = 0; i < l->nspells; i++)
		spell_list_release(&t->spells[i]);
	free(t->spells);
	survey_cells_free(t->survey);
	free(t->chain);
	free(t->tallies);
	free(t->count);
	free(t->certain);
	free(t->ranges);
	free(t->largest);
	free(t->sums);
	free(t->ids[0]);
	free(t->ids[1]);
	*t = (struct cells){0};
}
