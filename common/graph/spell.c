#include <stdlib.h>

#include "base/mem.h"
#include "date/edtf.h"
#include "graph/spell.h"

static int by_first(const void *a, const void *b)
{
	const struct days *x = a, *y = b;
	return x->first != y->first ? (x->first < y->first ? -1 : 1)
	                            : (x->last > y->last) - (x->last < y->last);
}

/* Makes one of those that overlap or touch; returns how many are left. */
static size_t join_spells(struct days *days, size_t n)
{
	size_t kept = 0;
	if (n > 1)
		qsort(days, n, sizeof *days, by_first);
	for (size_t i = 0; i < n; i++) {
		struct days *before = kept ? &days[kept - 1] : NULL;
		if (!before || (int64_t)days[i].first > (int64_t)before->last + 1)
			days[kept++] = days[i];
		else if (days[i].last > before->last)
			before->last = days[i].last;
	}
	return kept;
}

void spells_find(struct spells *spells, const struct places *places, const struct days *days)
{
	size_t n = 0;
	spells->start = mem_resize(NULL, places->n + 1, sizeof *spells->start);
	spells->end = mem_resize(NULL, places->n + 1, sizeof *spells->end);
	spells->days = mem_resize(NULL, places->rows + 1, sizeof *spells->days);
	for (size_t p = 0; p < places->n; p++) {
		spells->start[p] = n;
		for (size_t i = places->start[p]; i < places->start[p + 1]; i++) {
			struct days of = days[places->by_place[i]];
			if (of.first <= of.last)
				spells->days[n++] = of;
		}
		n = spells->start[p] +
		    join_spells(spells->days + spells->start[p], n - spells->start[p]);
		spells->end[p] = n;
	}
}

struct days spells_span(const struct spells *spells, size_t place)
{
	if (!spells->days || spells->start[place] == spells->end[place])
		return DAYS_NONE;
	return (struct days){spells->days[spells->start[place]].first,
		spells->days[spells->end[place] - 1].last};
}

void spells_release(struct spells *spells)
{
	free(spells->start);
	free(spells->end);
	free(spells->days);
	*spells = (struct spells){0};
}

void span_day(struct buf *out, int32_t day)
{
	char text[EDTF_DAY_MAX];
	if (day != DAY_MIN && day != DAY_MAX)
		buf_add(out, text, day_format(day, text));
}
