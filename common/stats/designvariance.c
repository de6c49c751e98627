#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/designstate.h"

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
		struct stratum_sum *h = &s->stratum_sums[design_stratum(d, s, unit)];
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
	if (1 - h->fraction < DESIGN_CENSUS)
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
		if (design_is_lonely(h))
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
