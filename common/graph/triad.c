#include "graph/triad.h"

enum { TRIAD_003, TRIAD_012, TRIAD_102 };

/* The kind of a triple by its six possible arcs: 1 v-u, 2 u-v, 4 v-w, 8 w-v, 16 u-w, 32 w-u. */
static const unsigned char KIND[64] = {0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7,
	4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14, 1, 4, 5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13,
	14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15};

static unsigned arcs_between(const struct graph *g, uint32_t a, uint32_t b)
{
	return (graph_edge(g, a, b) != SIZE_MAX ? 1u : 0) |
	       (graph_edge(g, b, a) != SIZE_MAX ? 2u : 0);
}

/* The next number in either of two ascending lists; *in_first when it is in the first. */
static uint32_t take_smaller(const uint32_t *a, size_t *i, size_t na, const uint32_t *b, size_t *j,
	size_t nb, bool *in_first)
{
	uint32_t x = *i < na ? a[*i] : UINT32_MAX, y = *j < nb ? b[*j] : UINT32_MAX;
	*in_first = x <= y;
	*i += x <= y;
	*j += y <= x;
	return x < y ? x : y;
}

/* All triples in which v and u, v < u, are the first pair that is joined. */
static void count_pair(const struct graph *g, const struct graph *flat, uint32_t v, uint32_t u,
	double census[static TRIADS])
{
	const uint32_t *near_v = flat->to + flat->start[v], *near_u = flat->to + flat->start[u];
	size_t nv = graph_degree(flat, v), nu = graph_degree(flat, u), i = 0, j = 0, others = 0;
	unsigned pair = arcs_between(g, v, u);
	while (i < nv || j < nu) {
		bool joined;
		uint32_t w = take_smaller(near_v, &i, nv, near_u, &j, nu, &joined);
		if (w == v || w == u)
			continue;
		others++;
		if (u < w || (v < w && w < u && !joined))
			census[KIND[pair | arcs_between(g, v, w) << 2 |
				    arcs_between(g, u, w) << 4]]++;
	}
	census[pair == 3 ? TRIAD_102 : TRIAD_012] += (double)(g->nodes - others - 2);
}

void triads_count(const struct graph *g, const struct graph *flat, double census[static TRIADS])
{
	double n = (double)g->nodes, counted = 0;
	for (int k = 0; k < TRIADS; k++)
		census[k] = 0;
	for (uint32_t v = 0; v < flat->nodes; v++)
		for (size_t k = flat->start[v]; k < flat->start[v + 1]; k++)
			if (flat->to[k] > v)
				count_pair(g, flat, v, flat->to[k], census);
	for (int k = 1; k < TRIADS; k++)
		counted += census[k];
	census[TRIAD_003] = n * (n - 1) * (n - 2) / 6 - counted;
}
