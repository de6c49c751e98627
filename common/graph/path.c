#include <stdlib.h>

#include "base/mem.h"
#include "base/progress.h"
#include "graph/path.h"
#include "graph/search.h"
#include "graph/shares.h"

struct job {
	struct paths *p;
	const struct graph *g;
	const double *length;
	double *between[SHARES], *edge_between[SHARES]; /* of each share */
};

static void note_distances(struct search *s, struct paths *p, uint32_t source)
{
	double total = 0, harmonic = 0;
	for (size_t i = 1, j; i < s->n; i = j) {
		double distance = search_distance(s, s->order[i]);
		for (j = i + 1; j < s->n && search_distance(s, s->order[j]) == distance; j++)
			;
		total += (double)(j - i) * distance;
		harmonic += (double)(j - i) / distance;
	}
	p->reached[source] = (uint32_t)s->n;
	p->distance[source] = total;
	p->harmonic[source] = harmonic;
	p->eccentricity[source] = s->n > 1 ? search_distance(s, s->order[s->n - 1]) : 0;
}

static void work_on(void *context, size_t share)
{
	struct job *job = context;
	struct search s;
	search_init(&s, job->g, job->length);
	s.between = job->between[share];
	s.edge_between = job->edge_between[share];
	for (size_t source = share; source < job->g->nodes; source += SHARES) {
		search_run(&s, (uint32_t)source);
		note_distances(&s, job->p, (uint32_t)source);
		if (s.between)
			search_gather(&s);
		search_forget(&s);
		progress_step();
	}
	search_release(&s);
}

double *path_lengths(const struct graph *g, enum path_length length)
{
	if (length == LENGTH_NONE)
		return NULL;
	double *values = mem_resize(NULL, g->edges + 1, sizeof *values);
	for (size_t e = 0; e < g->edges; e++)
		values[e] = length == LENGTH_INVERSE ? 1 / graph_weight(g, e) : graph_weight(g, e);
	return values;
}

static double *scaled(double *sums, size_t n, double scale)
{
	for (size_t i = 0; sums && i < n; i++)
		sums[i] *= scale;
	return sums;
}

void paths_find(struct paths *p, const struct graph *g, enum path_length length, unsigned wanted,
	unsigned threads)
{
	size_t n = g->nodes + 1;
	double *values = path_lengths(g, length), scale = g->directed ? 1 : 0.5;
	struct job job = {.p = p, .g = g, .length = values};
	*p = (struct paths){0};
	p->reached = mem_zero(n, sizeof *p->reached);
	p->distance = mem_zero(n, sizeof *p->distance);
	p->harmonic = mem_zero(n, sizeof *p->harmonic);
	p->eccentricity = mem_zero(n, sizeof *p->eccentricity);
	for (int k = 0; k < SHARES; k++) {
		job.between[k] = wanted ? mem_zero(n, sizeof(double)) : NULL;
		job.edge_between[k] = wanted & PATH_EDGE_BETWEENNESS
		                              ? mem_zero(g->edges + 1, sizeof(double))
		                              : NULL;
	}
	progress_steps("shortest paths", g->nodes);
	shares_run(threads, work_on, &job);
	progress_end();
	p->betweenness = scaled(shares_sum(job.between, g->nodes), g->nodes, scale);
	p->edge_betweenness = scaled(shares_sum(job.edge_between, g->edges), g->edges, scale);
	free(values);
}

void paths_release(struct paths *p)
{
	free(p->reached);
	free(p->distance);
	free(p->harmonic);
	free(p->eccentricity);
	free(p->betweenness);
	free(p->edge_betweenness);
	free(p->closeness);
	free(p->betweenness_se);
	free(p->closeness_se);
	free(p->harmonic_se);
	*p = (struct paths){0};
}
