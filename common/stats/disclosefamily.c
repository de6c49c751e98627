#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/disclosestate.h"

/* Tables that are looked at together. */
struct tables {
	struct layer **at;
	size_t n;
};

/* The tables of all families, those that may come to be known among them. */
struct sorting {
	const struct disclose *d;
	struct arena *arena;
	struct family *families;
	size_t n, cap;
};

static bool lies_along(const struct layer *l, const struct axis *a)
{
	for (size_t k = 0; k < l->cells->naxes; k++)
		if (l->cells->axes[k] == a)
			return true;
	return false;
}

/* Is every axis of one, but for this, one of the other, too? */
static bool is_within(const struct layer *part, const struct layer *whole, const struct axis *but)
{
	for (size_t k = 0; k < part->cells->naxes; k++) {
		const struct axis *a = part->cells->axes[k];
		if (a != but && !lies_along(whole, a))
			return false;
	}
	return true;
}

static size_t length_of(const struct layer *l, const struct axis *col)
{
	return l->cells->naxes - (col && lies_along(l, col));
}

/* Without this axis, is one of any two tables within the other? */
static bool is_chain(const struct tables *t, const struct axis *col)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < i; k++)
			if (!is_within(t->at[i], t->at[k], col) &&
				!is_within(t->at[k], t->at[i], col))
				return false;
	return true;
}

static int compare_lengths(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x > y) - (x < y);
}

static void set_levels(struct family *f, const struct tables *t, struct arena *arena)
{
	f->length = arena_alloc(arena, t->n + 1, sizeof *f->length);
	for (size_t i = 0; i < t->n; i++)
		f->length[i] = length_of(t->at[i], f->col);
	qsort(f->length, t->n, sizeof *f->length, compare_lengths);
	for (size_t i = 0; i < t->n; i++)
		if (f->nlevels == 0 || f->length[i] != f->length[f->nlevels - 1])
			f->length[f->nlevels++] = f->length[i];
}

/* The axes of the shortest table first, so that those of each are a prefix. */
static void set_rows(struct family *f, const struct tables *t, struct arena *arena)
{
	size_t most = 0;
	for (size_t i = 0; i < t->n; i++)
		most += t->at[i]->cells->naxes;
	f->rows = arena_alloc(arena, most + 1, sizeof(struct axis *));
	for (size_t level = 0; level < f->nlevels; level++)
		for (size_t i = 0; i < t->n; i++)
			for (size_t k = 0; length_of(t->at[i], f->col) == f->length[level] &&
					   k < t->at[i]->cells->naxes;
				k++) {
				struct axis *a = t->at[i]->cells->axes[k];
				size_t at = 0;
				while (at < f->nrows && f->rows[at] != a)
					at++;
				if (at == f->nrows && a != f->col)
					f->rows[f->nrows++] = a;
			}
}

static void set_tables(struct family *f, const struct tables *t, struct arena *arena)
{
	f->plain = arena_zero(arena, f->nlevels + 1, sizeof(struct layer *));
	f->divided = arena_zero(arena, f->nlevels + 1, sizeof(struct layer *));
	f->shared = arena_zero(arena, 2 * f->nlevels + 1, sizeof *f->shared);
	for (size_t i = 0; i < t->n; i++) {
		size_t level = 0;
		while (f->length[level] != length_of(t->at[i], f->col))
			level++;
		bool divided = f->col && lies_along(t->at[i], f->col);
		(divided ? f->divided : f->plain)[level] = t->at[i];
	}
}

/* Only an axis on which parts add up can divide. */
static const struct axis *dividing_axis(const struct disclose *d, const struct tables *t)
{
	for (size_t i = 0; i < d->t->naxes; i++)
		if (d->splits[i] && is_chain(t, d->t->axes[i]))
			return d->t->axes[i];
	return NULL;
}

/* An axis of lists whose items do add up to something that is told. */
static const struct axis *response_axis(const struct disclose *d, const struct tables *t)
{
	for (size_t i = 0; i < d->t->naxes; i++) {
		const struct axis *a = d->t->axes[i];
		size_t n = 0;
		for (size_t k = 0; k < t->n; k++)
			n += lies_along(t->at[k], a) && (t->at[k]->use & TABLE_RESPONSES);
		if (!d->splits[i] && n == t->n && is_chain(t, a))
			return a;
	}
	return NULL;
}

static bool add_family(struct sorting *s, const struct tables *t)
{
	struct family f = {.col = response_axis(s->d, t)};
	if (!f.col && !is_chain(t, NULL) && !(f.col = dividing_axis(s->d, t)))
		return false;
	set_levels(&f, t, s->arena);
	set_rows(&f, t, s->arena);
	set_tables(&f, t, s->arena);
	s->families = mem_grow(s->families, s->n, &s->cap, sizeof *s->families);
	s->families[s->n++] = f;
	return true;
}

/* Are the axes on which parts do not add up the same? Such tables have nothing to do with others.
 */
static bool same_lists(const struct disclose *d, const struct layer *a, const struct layer *b)
{
	for (size_t i = 0; i < d->t->naxes; i++)
		if (!d->splits[i] && lies_along(a, d->t->axes[i]) != lies_along(b, d->t->axes[i]))
			return false;
	return true;
}

/* The tables used so, and known links where asked for, that go with this one. */
static struct tables tables_with(
	struct sorting *s, const struct layer *one, unsigned use, bool links)
{
	const struct disclose *d = s->d;
	struct tables t = {arena_alloc(s->arena, d->t->ntables, sizeof(struct layer *)), 0};
	for (size_t i = 0; i < d->t->ntables; i++) {
		struct layer *l = &d->layers[i];
		bool wanted = (l->use & use) || (links && (l->use & TABLE_LINK));
		if (l->twin == l && wanted && same_lists(d, one, l))
			t.at[t.n++] = l;
	}
	return t;
}

static bool is_largest(const struct tables *t, const struct layer *l)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->at[i] != l && is_within(l, t->at[i], NULL))
			return false;
	return true;
}

static struct layer **layer_at(const struct family *f, size_t k)
{
	return k < f->nlevels ? &f->plain[k] : &f->divided[k - f->nlevels];
}

static void mark_shared(struct family *f, const struct family *other)
{
	for (size_t i = 0; i < 2 * f->nlevels; i++)
		for (size_t k = 0; k < 2 * other->nlevels; k++)
			f->shared[i] |= *layer_at(f, i) && *layer_at(f, i) == *layer_at(other, k);
}

/*
 * The groups by themselves, where all else are values counted in them. Of a hidden group all values
 * are hidden, and it is not told which there are; so whatever the groups may be, as far as their
 * own sums tell, the values can be, too: what some groups gain others lose in the same columns.
 */
static bool add_groups(struct sorting *s, const struct tables *t)
{
	struct tables groups = {arena_alloc(s->arena, t->n, sizeof(struct layer *)), 0};
	for (size_t i = 0; i < t->n; i++)
		if (t->at[i]->use & TABLE_GROUPS || !(t->at[i]->use & TABLE_VALUES))
			groups.at[groups.n++] = t->at[i];
	for (size_t i = 0; i < t->n; i++)
		if (is_largest(t, t->at[i]) && t->at[i]->use & TABLE_GROUPS)
			return false;
	return add_family(s, &groups);
}

/* A family for each table that is no margin of another, with its margins. */
static bool add_families(struct sorting *s, const struct tables *t)
{
	size_t before = s->n;
	bool settled = add_groups(s, t);
	for (size_t i = 0; i < t->n; i++) {
		struct tables part = {arena_alloc(s->arena, t->n, sizeof(struct layer *)), 0};
		if (!is_largest(t, t->at[i]))
			continue;
		for (size_t k = 0; k < t->n; k++)
			if (is_within(t->at[k], t->at[i], NULL))
				part.at[part.n++] = t->at[k];
		if (!add_family(s, &part))
			return false;
		s->families[s->n - 1].settled = settled;
	}
	for (size_t i = before + settled; i < s->n; i++)
		for (size_t k = before; k < s->n; k++)
			if (i != k)
				mark_shared(&s->families[i], &s->families[k]);
	return true;
}

static bool is_first(const struct disclose *d, const struct layer *l, unsigned use)
{
	for (const struct layer *other = d->layers; other < l; other++)
		if (other->twin == other && (other->use & use) && same_lists(d, l, other))
			return false;
	return true;
}

struct family *disclose_families(
	const struct disclose *d, unsigned use, size_t *n, struct arena *arena)
{
	struct sorting s = {.d = d, .arena = arena};
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct layer *l = &d->layers[i];
		if (l->twin != l || !(l->use & use) || !is_first(d, l, use))
			continue;
		struct tables t = tables_with(&s, l, use, false);
		if (add_family(&s, &t))
			continue;
		t = tables_with(&s, l, use, true);
		if (!add_families(&s, &t))
			diex("what is hidden can be kept so in tables of one and two ways with "
			     "their totals; the sums of these groupings cross in more");
	}
	*n = s.n;
	struct family *families = arena_alloc(arena, s.n + 1, sizeof *families);
	if (s.n)
		memcpy(families, s.families, s.n * sizeof *families);
	free(s.families);
	return families;
}
