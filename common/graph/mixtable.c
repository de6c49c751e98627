/* Mixing of groups, pair by pair. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/mixing.h"
#include "graph/moment.h"
#include "graph/sum.h"

struct str grouping_name(const struct grouping *groups, uint32_t group)
{
	return group < groups->n ? groups->names[group] : STR("(none)");
}

/* An edge with its pair of groups. */
struct paired {
	uint32_t a, b;
	size_t edge;
};

static int by_groups(const void *x, const void *y)
{
	const struct paired *p = x, *q = y;
	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	if (p->b != q->b)
		return p->b < q->b ? -1 : 1;
	return p->edge < q->edge ? -1 : p->edge > q->edge;
}

/* A place for every group in the order of names, "(none)" among them. */
static uint32_t place_of(uint32_t group, uint32_t none_at)
{
	return group == INTERN_NONE ? none_at : group + (group >= none_at);
}

static uint32_t group_at(const struct grouping *groups, uint32_t place, uint32_t none_at)
{
	if (place == none_at)
		return (uint32_t)groups->n;
	return place - (place > none_at);
}

static struct paired *pair_edges(
	const struct graph *g, const struct grouping *groups, uint32_t none_at)
{
	struct paired *pairs = mem_resize(NULL, g->edges + 1, sizeof *pairs);
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = place_of(groups->of[g->ends[e].a], none_at);
		uint32_t b = place_of(groups->of[g->ends[e].b], none_at);
		bool turn = !g->directed && a > b;
		pairs[e] = turn ? (struct paired){b, a, e} : (struct paired){a, b, e};
	}
	qsort(pairs, g->edges, sizeof *pairs, by_groups);
	return pairs;
}

/*
 * What the moments of the counts are made of, over nodes with a group and the edges between them.
 * Pairs of edges are counted in both orders, by what they have in common; in an undirected graph
 * all pairs that share a node are `joined`.
 */
struct moments {
	double *size;     /* of each group, those without last: nodes */
	double *out, *in; /* the sums of their degrees; the same where there is no direction */
	double n, edges;
	double joined;         /* undirected: they share a node */
	double forks, meets;   /* directed: from one node; to one node */
	double chains, mutual; /* from a to b to c; both ways between two */
	double apart;          /* they share no node */
};

/* The degrees of the nodes among those with a group. */
static void count_degrees(const struct graph *g, const struct grouping *groups, double *out,
	double *in, struct moments *mo)
{
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = g->ends[e].a, b = g->ends[e].b;
		if (groups->of[a] == INTERN_NONE || groups->of[b] == INTERN_NONE)
			continue;
		mo->edges++;
		out[a]++;
		in[b]++;
		mo->mutual += g->directed && graph_edge(g, b, a) != SIZE_MAX;
	}
}

static void count_pairs(struct moments *mo, bool directed, double out, double in)
{
	if (!directed) {
		mo->joined += (out + in) * (out + in - 1);
		return;
	}
	mo->forks += out * (out - 1);
	mo->meets += in * (in - 1);
	mo->chains += 2 * out * in;
}

static void moments_init(struct moments *mo, const struct graph *g, const struct grouping *groups)
{
	double *out = mem_zero(g->nodes + 1, sizeof *out), *in = mem_zero(g->nodes + 1, sizeof *in);
	*mo = (struct moments){.size = mem_zero(groups->n + 1, sizeof(double)),
		.out = mem_zero(groups->n + 1, sizeof(double)),
		.in = mem_zero(groups->n + 1, sizeof(double))};
	count_degrees(g, groups, out, in, mo);
	for (size_t i = 0; i < g->nodes; i++) {
		bool none = groups->of[i] == INTERN_NONE;
		size_t group = none ? groups->n : groups->of[i];
		mo->size[group]++;
		mo->out[group] += g->directed ? out[i] : out[i] + in[i];
		mo->in[group] += g->directed ? in[i] : out[i] + in[i];
		mo->n += !none;
		count_pairs(mo, g->directed, out[i], in[i]);
	}
	/* Two arcs between the same two nodes are a chain in two ways, back to its beginning. */
	mo->chains -= 2 * mo->mutual;
	mo->apart = mo->edges * (mo->edges - 1) - mo->joined - mo->forks - mo->meets - mo->chains -
	            mo->mutual;
	free(out);
	free(in);
}

static void moments_release(struct moments *mo)
{
	free(mo->size);
	free(mo->out);
	free(mo->in);
}

/* How many pairs of edges are in the cell at once, and how many edges, on average. */
struct average {
	double edges, pairs;
};

static struct average within(const struct moments *mo, double a)
{
	double n = mo->n, two = part(falling(a, 2), falling(n, 2));
	double shared = mo->joined + mo->forks + mo->meets + mo->chains;
	return (struct average){
		mo->edges * two, mo->mutual * two + shared * part(falling(a, 3), falling(n, 3)) +
					 mo->apart * part(falling(a, 4), falling(n, 4))};
}

static struct average between(const struct moments *mo, double a, double b)
{
	double n = mo->n, three = falling(n, 3);
	return (struct average){2 * mo->edges * part(a * b, falling(n, 2)),
		mo->joined * part(a * b * (a + b - 2), three) +
			mo->apart * part(4 * falling(a, 2) * falling(b, 2), falling(n, 4))};
}

static struct average from_to(const struct moments *mo, double a, double b)
{
	double n = mo->n, three = falling(n, 3);
	return (struct average){mo->edges * part(a * b, falling(n, 2)),
		mo->forks * part(a * b * (b - 1), three) +
			mo->meets * part(a * (a - 1) * b, three) +
			mo->apart * part(falling(a, 2) * falling(b, 2), falling(n, 4))};
}

static void find_moments(struct mixing_cell *cell, const struct moments *mo, bool directed)
{
	double a = mo->size[cell->a], b = mo->size[cell->b], m = mo->edges;
	double out = mo->out[cell->a], in = mo->in[cell->b];
	struct average average = cell->a == cell->b ? within(mo, a)
	                         : directed         ? from_to(mo, a, b)
	                                            : between(mo, a, b);
	if (directed)
		cell->config_mean = part(out * in, m);
	else if (cell->a == cell->b)
		cell->config_mean = part(out * (out - 1), 2 * (2 * m - 1));
	else
		cell->config_mean = part(out * in, 2 * m - 1);
	double variance = average.edges + average.pairs - average.edges * average.edges;
	cell->perm_mean = average.edges;
	cell->perm_sd = sqrt(fmax(variance, 0));
}

static void fill_cell(struct mixing_cell *cell, const struct graph *g,
	const struct grouping *groups, const struct moments *mo)
{
	double a = mo->size[cell->a], b = mo->size[cell->b];
	cell->possible = cell->a != cell->b ? a * b : g->directed ? a * (a - 1) : a * (a - 1) / 2;
	cell->perm_mean = cell->perm_sd = cell->config_mean = NAN;
	if (cell->a < groups->n && cell->b < groups->n)
		find_moments(cell, mo, g->directed);
}

struct mixing_cell *mixing_table(const struct graph *g, const struct grouping *groups, size_t *n)
{
	uint32_t none_at = 0;
	while (none_at < groups->n && str_cmp(groups->names[none_at], STR("(none)")) < 0)
		none_at++;
	struct paired *pairs = pair_edges(g, groups, none_at);
	struct mixing_cell *cells = NULL;
	struct moments mo;
	size_t cap = 0;
	moments_init(&mo, g, groups);
	*n = 0;
	for (size_t i = 0, j; i < g->edges; i = j) {
		struct sum weight = {0};
		for (j = i; j < g->edges && pairs[j].a == pairs[i].a && pairs[j].b == pairs[i].b;
			j++)
			sum_add(&weight, graph_weight(g, pairs[j].edge));
		cells = mem_grow(cells, *n, &cap, sizeof *cells);
		cells[*n] = (struct mixing_cell){.a = group_at(groups, pairs[i].a, none_at),
			.b = group_at(groups, pairs[i].b, none_at),
			.edges = j - i,
			.weight = sum_value(&weight)};
		fill_cell(&cells[(*n)++], g, groups, &mo);
	}
	free(pairs);
	moments_release(&mo);
	return cells;
}
