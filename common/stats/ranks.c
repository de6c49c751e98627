#include <stdlib.h>

#include "base/mem.h"
#include "stats/ranks.h"

static int compare_codes(const void *a, const void *b, void *axis)
{
	const struct intern *values = &((const struct axis *)axis)->values;
	return str_cmp(intern_text(values, *(const uint32_t *)a),
		intern_text(values, *(const uint32_t *)b));
}

void ranks_make(struct ranks *o, const struct axis *a, struct arena *arena)
{
	o->n = a->values.n;
	o->code = arena_alloc(arena, o->n + 1, sizeof *o->code);
	o->rank = arena_alloc(arena, o->n + 1, sizeof *o->rank);
	for (size_t i = 0; i < o->n; i++)
		o->code[i] = (uint32_t)i;
	qsort_r(o->code, o->n, sizeof *o->code, compare_codes, (void *)a);
	for (size_t i = 0; i < o->n; i++)
		o->rank[o->code[i]] = (uint32_t)i;
}

static int compare_ranks(const void *a, const void *b, void *naxes)
{
	const uint32_t *x = a, *y = b;
	for (size_t i = 0; i < *(size_t *)naxes; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* In place: sorted as ranks, handed out as codes. */
static void ranks_to_codes(uint32_t *at, size_t n, const struct ranks *const *ranks, size_t naxes)
{
	for (size_t i = 0; i < n; i++, at += naxes)
		for (size_t k = 0; k < naxes; k++)
			at[k] = ranks[k]->code[at[k]];
}

uint32_t *groups_seen(const struct cells *t, const struct ranks *const *ranks, size_t *n)
{
	size_t naxes = t->naxes;
	uint32_t *groups = mem_zero(t->n + 1, (naxes + 1) * sizeof *groups), *at = groups;
	*n = 0;
	for (size_t cell = 0; cell < t->n; cell++) {
		if (t->count[cell] == 0 && !(t->layout->both && t->certain[cell]))
			continue;
		cells_codes(t, (uint32_t)cell, at);
		for (size_t k = 0; k < naxes; k++)
			at[k] = ranks[k]->rank[at[k]];
		at += naxes;
		(*n)++;
	}
	if (naxes)
		qsort_r(groups, *n, naxes * sizeof *groups, compare_ranks, &naxes);
	ranks_to_codes(groups, *n, ranks, naxes);
	return groups;
}

uint32_t *groups_all(const struct ranks *const *ranks, size_t naxes, size_t most, size_t *n)
{
	*n = 1;
	for (size_t k = 0; k < naxes && *n <= most; k++)
		*n *= ranks[k]->n;
	if (*n > most)
		return NULL;
	uint32_t *groups = mem_zero(*n + 1, (naxes + 1) * sizeof *groups);
	for (size_t i = 0; i < *n; i++) {
		size_t rest = i;
		for (size_t k = naxes; k-- > 0; rest /= ranks[k]->n)
			groups[i * naxes + k] = (uint32_t)(rest % ranks[k]->n);
	}
	ranks_to_codes(groups, *n, ranks, naxes);
	return groups;
}
