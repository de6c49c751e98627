#include <inttypes.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/designstate.h"

enum { STRATA_NAMED = 5 };

/* What messages call a stratum: by its name on the first stage, below by the unit it lies in. */
static void name_stratum(const struct design *d, size_t stage, size_t number, struct buf *name)
{
	const struct stage *s = &d->stages[stage];
	const struct stratum *h = &s->strata_of_stage[number];
	if (stage == 0) {
		struct str label = design_label(s, (uint32_t)number);
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
		if (!design_is_lonely(&s->strata_of_stage[i]))
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
			const struct stratum *h = &s->strata_of_stage[design_stratum(d, s, unit)];
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
