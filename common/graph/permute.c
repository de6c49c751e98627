#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "graph/moment.h"
#include "graph/permute.h"
#include "graph/random.h"
#include "graph/sum.h"

/* The nodes with the attribute and the edges between them, numbered anew; labels to be dealt out.
 */
struct deal {
	uint32_t *labels;
	size_t nodes, edges, groups;
	struct edge *ends;
	uint32_t *out, *in; /* edges of each group, from and to it */
	bool directed;
};

static void deal_init(struct deal *d, const struct graph *g, const struct grouping *groups)
{
	uint32_t *now = mem_resize(NULL, g->nodes + 1, sizeof *now);
	*d = (struct deal){.groups = groups->n, .directed = g->directed};
	d->labels = mem_resize(NULL, g->nodes + 1, sizeof *d->labels);
	d->ends = mem_resize(NULL, g->edges + 1, sizeof *d->ends);
	d->out = mem_resize(NULL, groups->n + 1, sizeof *d->out);
	d->in = mem_resize(NULL, groups->n + 1, sizeof *d->in);
	for (size_t i = 0; i < g->nodes; i++) {
		now[i] = UINT32_MAX;
		if (groups->of[i] == INTERN_NONE)
			continue;
		now[i] = (uint32_t)d->nodes;
		d->labels[d->nodes++] = groups->of[i];
	}
	for (size_t e = 0; e < g->edges; e++) {
		struct edge ends = {now[g->ends[e].a], now[g->ends[e].b]};
		if (ends.a != UINT32_MAX && ends.b != UINT32_MAX)
			d->ends[d->edges++] = ends;
	}
	free(now);
}

static void deal_release(struct deal *d)
{
	free(d->labels);
	free(d->ends);
	free(d->out);
	free(d->in);
}

/* Edges inside groups; and how nominal assortativity sees them. */
static size_t count_inside(struct deal *d, double *assortativity)
{
	size_t inside = 0;
	memset(d->out, 0, d->groups * sizeof *d->out);
	memset(d->in, 0, d->groups * sizeof *d->in);
	for (size_t e = 0; e < d->edges; e++) {
		uint32_t a = d->labels[d->ends[e].a], b = d->labels[d->ends[e].b];
		inside += a == b;
		d->out[a]++;
		d->in[b]++;
	}
	double chance = 0, edges = (double)d->edges;
	for (size_t k = 0; k < d->groups; k++) {
		double out = d->out[k], in = d->in[k];
		if (!d->directed)
			out = in = (out + in) / 2;
		chance += out / edges * (in / edges);
	}
	*assortativity = ((double)inside / edges - chance) / (1 - chance);
	return inside;
}

static struct chances chances_of(size_t low, size_t high, size_t rounds)
{
	return (struct chances){(1 + (double)low) / (1 + (double)rounds),
		(1 + (double)high) / (1 + (double)rounds)};
}

/* More edges inside is a lower E-I index. */
static void deal_out(struct permutation *p, struct deal *d, size_t rounds, uint32_t seed)
{
	struct randomness random = {seed};
	size_t less = 0, more = 0, lower = 0, higher = 0;
	double seen, r;
	size_t inside = count_inside(d, &seen);
	struct sum sum = {0}, squares = {0};
	for (size_t i = 0; i < rounds; i++) {
		random_draw(&random, d->labels, d->nodes, d->nodes);
		size_t now = count_inside(d, &r);
		less += now <= inside;
		more += now >= inside;
		/* What differs by rounding is the same. */
		lower += r <= seen + 1e-12;
		higher += r >= seen - 1e-12;
		sum_add(&sum, r - seen);
		sum_add(&squares, (r - seen) * (r - seen));
	}
	double n = (double)rounds, mean = sum_value(&sum) / n;
	p->ei = chances_of(more, less, rounds);
	p->assortativity = chances_of(lower, higher, rounds);
	p->assortativity_mean = seen + mean;
	p->assortativity_sd = sqrt(fmax(sum_value(&squares) / n - mean * mean, 0));
	if (isnan(seen))
		p->assortativity = (struct chances){NAN, NAN};
}

/* Pairs of edges with both nodes in common (arcs both ways), and with one. */
static void count_pairs(const struct deal *d, double *both, double *one)
{
	double *degree = mem_zero(d->nodes + 1, sizeof *degree);
	uint64_t *keys = mem_resize(NULL, d->edges + 1, sizeof *keys);
	*both = *one = 0;
	for (size_t e = 0; e < d->edges; e++) {
		degree[d->ends[e].a]++;
		degree[d->ends[e].b]++;
		keys[e] = (uint64_t)d->ends[e].a << 32 | d->ends[e].b;
	}
	/* Edges are sorted, so arcs the other way are found by halving. */
	for (size_t e = 0; d->directed && e < d->edges; e++) {
		uint64_t back = (uint64_t)d->ends[e].b << 32 | d->ends[e].a;
		size_t low = 0, high = d->edges;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (keys[middle] < back)
				low = middle + 1;
			else
				high = middle;
		}
		*both += low < d->edges && keys[low] == back;
	}
	*both /= 2;
	for (size_t i = 0; i < d->nodes; i++)
		*one += degree[i] * (degree[i] - 1) / 2;
	*one -= 2 * *both;
	free(degree);
	free(keys);
}

/* That two, three nodes, and two times two, are of one group each. */
static void exact_moments(struct permutation *p, const struct deal *d)
{
	double *size = mem_zero(d->groups + 1, sizeof *size), n = (double)d->nodes;
	double m = (double)d->edges, both, one, two = 0, three = 0, four = 0, squares = 0;
	for (size_t i = 0; i < d->nodes; i++)
		size[d->labels[i]]++;
	for (size_t k = 0; k < d->groups; k++) {
		double pairs = falling(size[k], 2);
		two += pairs;
		three += falling(size[k], 3);
		four += falling(size[k], 4);
		squares += pairs * pairs;
	}
	four += two * two - squares;
	count_pairs(d, &both, &one);
	double apart = m * (m - 1) / 2 - both - one, mean = m * part(two, falling(n, 2));
	double variance = mean + 2 * both * part(two, falling(n, 2)) +
	                  2 * one * part(three, falling(n, 3)) +
	                  2 * apart * part(four, falling(n, 4)) - mean * mean;
	p->mean = 1 - 2 * mean / m;
	p->sd = 2 * sqrt(fmax(variance, 0)) / m;
	free(size);
}

void permutation_find(struct permutation *p, const struct graph *g, const struct grouping *groups,
	size_t rounds, uint32_t seed)
{
	struct deal d;
	deal_init(&d, g, groups);
	*p = (struct permutation){
		NAN, NAN, {NAN, NAN},
                  {NAN, NAN},
                  NAN, NAN
        };
	if (d.edges) {
		exact_moments(p, &d);
		if (rounds)
			deal_out(p, &d, rounds, seed);
	}
	deal_release(&d);
}

void permutation_cells(struct chances *of, const struct mixing_cell *cells, size_t n,
	const struct graph *g, const struct grouping *groups, size_t rounds, uint32_t seed)
{
	struct deal d;
	struct randomness random = {seed};
	deal_init(&d, g, groups);
	uint32_t *counts = mem_zero(d.groups * d.groups + 1, sizeof *counts);
	size_t *low = mem_zero(n + 1, sizeof *low), *high = mem_zero(n + 1, sizeof *high);
	for (size_t i = 0; i < rounds; i++) {
		random_draw(&random, d.labels, d.nodes, d.nodes);
		memset(counts, 0, d.groups * d.groups * sizeof *counts);
		for (size_t e = 0; e < d.edges; e++) {
			uint32_t a = d.labels[d.ends[e].a], b = d.labels[d.ends[e].b];
			bool turn = !d.directed && a > b;
			counts[turn ? b * d.groups + a : a * d.groups + b]++;
		}
		for (size_t k = 0; k < n; k++) {
			if (cells[k].a >= d.groups || cells[k].b >= d.groups)
				continue;
			size_t now = counts[cells[k].a * d.groups + cells[k].b];
			low[k] += now <= cells[k].edges;
			high[k] += now >= cells[k].edges;
		}
	}
	for (size_t k = 0; k < n; k++) {
		bool known = cells[k].a < d.groups && cells[k].b < d.groups;
		of[k] = known ? chances_of(low[k], high[k], rounds) : (struct chances){NAN, NAN};
	}
	free(counts);
	free(low);
	free(high);
	deal_release(&d);
}
