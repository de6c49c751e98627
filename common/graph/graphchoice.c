/* Which measures of the whole graph a list names, and which fit a graph. */
#include "base/near.h"
#include "graph/graphvalue.h"

void measure_unknown(struct str name, const struct str *names, size_t n, struct buf *why)
{
	buf_fmt(why, "unknown measure '" STR_FMT "'", STR_ARG(name));
	near_suggest(name, names, n, why);
}

/* What a measure wants that this graph is not, or has not; NULL: it fits. */
static const char *lacking(const struct measures *m, const struct graph_measure *measure)
{
	unsigned kind = m->g->directed ? FITS_DIRECTED : FITS_UNDIRECTED, fits = measure->fits;
	if (!(fits & kind))
		return m->g->directed ? "is of undirected networks"
		                      : "is of directed networks (--directed)";
	if (fits & FITS_GROUPS && !m->groups.of)
		return "needs an attribute (--attr)";
	if (fits & FITS_NUMBERS && !assort_numbers(m))
		return "needs an attribute whose values are all numbers";
	if (fits & FITS_TWO_MODE && !m->two && m->items == UINT32_MAX)
		return "needs lists of who took part (--of), and all of it";
	if (fits & FITS_PROJECTED && !m->two)
		return "needs a projection (--of), and all of it";
	if (fits & FITS_PERMUTED && !m->permutations)
		return "needs --permutations";
	if (fits & FITS_TIME && !m->in_time)
		return "needs --slice";
	return NULL;
}

static const struct graph_measure *look_up(
	const struct measures *m, struct str name, struct arena *arena, struct buf *why)
{
	struct str *names = arena_alloc(arena, GRAPH_MEASURES_N, sizeof *names);
	for (size_t i = 0; i < GRAPH_MEASURES_N; i++) {
		names[i] = str_of(GRAPH_MEASURES[i].name);
		if (!str_eq(names[i], name))
			continue;
		const char *lack = lacking(m, &GRAPH_MEASURES[i]);
		if (!lack)
			return &GRAPH_MEASURES[i];
		buf_fmt(why, "measure '%s' %s", GRAPH_MEASURES[i].name, lack);
		return NULL;
	}
	measure_unknown(name, names, GRAPH_MEASURES_N, why);
	return NULL;
}

static bool must_be_named(const struct measures *m, const struct graph_measure *measure)
{
	return measure->fits & FITS_NAMED || (m->g->directed && measure->fits & FITS_NAMED_ARCS);
}

static size_t all_that_fit(
	const struct measures *m, const struct graph_measure **found, size_t *left_out)
{
	size_t n = 0;
	for (size_t i = 0; i < GRAPH_MEASURES_N; i++) {
		bool large =
			m->g->nodes > MEASURE_PATHS_MAX && GRAPH_MEASURES[i].needs & NEED_MUCH_TIME;
		if (must_be_named(m, &GRAPH_MEASURES[i]) || lacking(m, &GRAPH_MEASURES[i]))
			continue;
		if (large)
			++*left_out;
		else
			found[n++] = &GRAPH_MEASURES[i];
	}
	return n;
}

const struct graph_measure **graph_measures_find(const struct measures *m, const char *list,
	size_t *n, size_t *left_out, struct arena *arena, struct buf *why)
{
	struct str rest = str_of(list), name;
	size_t most = GRAPH_MEASURES_N;
	*left_out = *n = 0;
	for (const char *p = list; p && *p; p++)
		most += *p == ',';
	const struct graph_measure **found = arena_alloc(arena, most, sizeof *found);
	if (!list) {
		*n = all_that_fit(m, found, left_out);
		return found;
	}
	while (str_split(&rest, ',', &name)) {
		found[*n] = look_up(m, name, arena, why);
		if (!found[(*n)++])
			return NULL;
	}
	return found;
}
