/* Path measures out of a sample of nodes. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/progress.h"
#include "graph/path.h"
#include "graph/random.h"
#include "graph/search.h"
#include "graph/shares.h"

/* What is added up over pivots, of every node. */
enum sums { BETWEEN, BETWEEN_SQUARES, REACHED, FAR, FAR_SQUARES, NEAR, NEAR_SQUARES, SUMS };

struct job {
	struct graph g; /* against the arrows, so that distances are to the pivots */
	const double *length;
	uint32_t *pivots;
	size_t n;
	double *of[SUMS][SHARES];
};

/* The distances to one pivot. */
static void add_distances(struct job *job, const struct search *s, size_t share)
{
	for (size_t i = 1; i < s->n; i++) {
		uint32_t node = s->order[i];
		double distance = search_distance(s, node), near = 1 / distance;
		job->of[REACHED][share][node]++;
		job->of[FAR][share][node] += distance;
		job->of[FAR_SQUARES][share][node] += distance * distance;
		job->of[NEAR][share][node] += near;
		job->of[NEAR_SQUARES][share][node] += near * near;
	}
}

static void work_on(void *context, size_t share)
{
	struct job *job = context;
	struct search s;
	search_init(&s, &job->g, job->length);
	s.between = job->of[BETWEEN][share];
	s.squares = job->of[BETWEEN_SQUARES][share];
	for (size_t k = share; k < job->n; k += SHARES) {
		search_run(&s, job->pivots[k]);
		add_distances(job, &s, share);
		search_gather(&s);
		search_forget(&s);
		progress_step();
	}
	search_release(&s);
}

/* The standard error of a mean of n values out of `all`. */
static double error_of_mean(double sum, double squares, double n, double all)
{
	if (n < 2)
		return n >= all ? 0 : (double)NAN;
	double variance = fmax(squares - sum * sum / n, 0) / (n - 1);
	return sqrt(fmax(1 - n / all, 0) * variance / n);
}

static void estimate(struct paths *p, double *const sums[SUMS], size_t node, double pivots,
	bool is_pivot, double nodes, double scale)
{
	double others = pivots - is_pivot, all = nodes - 1, reached = sums[REACHED][node];
	double mean = sums[FAR][node] / reached;
	p->betweenness[node] = scale * nodes * (sums[BETWEEN][node] / pivots);
	p->betweenness_se[node] =
		scale * nodes *
		error_of_mean(sums[BETWEEN][node], sums[BETWEEN_SQUARES][node], pivots, nodes);
	p->closeness[node] = reached > 0 ? 1 / mean : (double)NAN;
	p->closeness_se[node] = error_of_mean(sums[FAR][node], sums[FAR_SQUARES][node], reached,
					reached * all / others) /
	                        (mean * mean);
	p->harmonic[node] = others > 0 ? all * (sums[NEAR][node] / others) : 0;
	p->harmonic_se[node] =
		all * error_of_mean(sums[NEAR][node], sums[NEAR_SQUARES][node], others, all);
}

static void estimate_all(struct paths *p, struct job *job, double scale)
{
	size_t n = job->g.nodes;
	double *sums[SUMS];
	bool *is_pivot = mem_zero(n + 1, sizeof *is_pivot);
	for (size_t k = 0; k < job->n; k++)
		is_pivot[job->pivots[k]] = true;
	for (int k = 0; k < SUMS; k++)
		sums[k] = shares_sum(job->of[k], n);
	for (size_t i = 0; i < n; i++)
		estimate(p, sums, i, (double)job->n, is_pivot[i], (double)n, scale);
	for (int k = 0; k < SUMS; k++)
		free(sums[k]);
	free(is_pivot);
}

static struct graph turned(const struct graph *g)
{
	struct graph back = *g;
	back.start = g->in_start;
	back.to = g->from;
	back.via = g->in_via;
	back.in_start = g->start;
	back.from = g->to;
	back.in_via = g->via;
	return back;
}

void paths_sample(struct paths *p, const struct graph *g, enum path_length length, size_t pivots,
	uint32_t seed, unsigned threads)
{
	size_t n = g->nodes;
	struct randomness random = {seed};
	double *lengths = path_lengths(g, length);
	struct job job = {.g = turned(g), .length = lengths, .n = pivots < n ? pivots : n};
	job.pivots = mem_resize(NULL, n + 1, sizeof *job.pivots);
	for (size_t i = 0; i < n; i++)
		job.pivots[i] = (uint32_t)i;
	random_draw(&random, job.pivots, n, job.n);
	for (int k = 0; k < SUMS; k++)
		for (int share = 0; share < SHARES; share++)
			job.of[k][share] = mem_zero(n + 1, sizeof(double));
	*p = (struct paths){0};
	double **results[] = {&p->betweenness, &p->betweenness_se, &p->closeness, &p->closeness_se,
		&p->harmonic, &p->harmonic_se};
	for (size_t k = 0; k < sizeof results / sizeof *results; k++)
		*results[k] = mem_zero(n + 1, sizeof(double));
	progress_steps("shortest paths", job.n);
	shares_run(threads, work_on, &job);
	progress_end();
	estimate_all(p, &job, g->directed ? 1 : 0.5);
	free(job.pivots);
	free(lengths);
}
