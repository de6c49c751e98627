#include <math.h>

#include <igraph/igraph.h>
#undef STR /* base/str.h has another */

#include "base/diag.h"
#include "graph/leiden.h"
#include "graph/sum.h"

/*
 * Version 0.10.2 stops at the first round that makes it better when it is asked to go on until none
 * does, so it is asked for one round at a time. Randomness of the refinement is what its authors
 * use.
 */
static const double RANDOMNESS = 0.01;
enum { ROUNDS_MAX = 100 };

struct leiden {
	igraph_t graph;
	igraph_vector_t weights, strengths;
	igraph_vector_int_t of;
};

static void pass_over(const char *reason, const char *file, int line, igraph_error_t error)
{
	(void)reason, (void)file, (void)line, (void)error;
	IGRAPH_FINALLY_FREE();
}

static void say_nothing(const char *reason, const char *file, int line)
{
	(void)reason, (void)file, (void)line;
}

/* What the library cannot return from is want of memory too. */
static void give_up(const char *reason, const char *file, int line)
{
	(void)file, (void)line;
	diex("%s", reason);
}

static bool graph_of(igraph_t *graph, const struct graph *g)
{
	igraph_vector_int_t ends;
	if (igraph_vector_int_init(&ends, (igraph_integer_t)(2 * g->edges)))
		return false;
	for (size_t e = 0; e < g->edges; e++) {
		VECTOR(ends)[2 * e] = g->ends[e].a;
		VECTOR(ends)[2 * e + 1] = g->ends[e].b;
	}
	bool good = !igraph_create(graph, &ends, (igraph_integer_t)g->nodes, IGRAPH_UNDIRECTED);
	igraph_vector_int_destroy(&ends);
	return good;
}

/* The sum of all weights, twice; 0 when there is no memory. */
static double fill_weights(struct leiden *l, const struct graph *g)
{
	struct sum total = {0};
	if (igraph_vector_init(&l->weights, (igraph_integer_t)g->edges))
		return 0;
	if (igraph_vector_init(&l->strengths, (igraph_integer_t)g->nodes)) {
		igraph_vector_destroy(&l->weights);
		return 0;
	}
	for (size_t e = 0; e < g->edges; e++) {
		double weight = graph_weight(g, e);
		VECTOR(l->weights)[e] = weight;
		VECTOR(l->strengths)[g->ends[e].a] += weight;
		VECTOR(l->strengths)[g->ends[e].b] += weight;
		sum_add(&total, 2 * weight);
	}
	return sum_value(&total);
}

static bool run_rounds(
	struct leiden *l, double resolution, double least, double *quality, double *gain)
{
	double best = -INFINITY;
	for (int round = 0; round < ROUNDS_MAX; round++) {
		if (igraph_community_leiden(&l->graph, &l->weights, &l->strengths, resolution,
			    RANDOMNESS, round > 0, 1, &l->of, NULL, quality))
			return false;
		*gain = *quality - best;
		if (!(*gain > least))
			break;
		best = *quality;
	}
	return true;
}

bool leiden_run(const struct graph *g, double resolution, uint32_t seed, double least, uint32_t *of,
	double *quality, double *gain)
{
	struct leiden l;
	igraph_set_error_handler(pass_over);
	igraph_set_warning_handler(say_nothing);
	igraph_set_fatal_handler(give_up);
	if (!graph_of(&l.graph, g))
		return false;
	double total = fill_weights(&l, g);
	bool good = total > 0 && !igraph_vector_int_init(&l.of, (igraph_integer_t)g->nodes);
	if (good) {
		good = !igraph_rng_seed(igraph_rng_default(), seed) &&
		       run_rounds(&l, resolution / total, least, quality, gain);
		for (size_t i = 0; good && i < g->nodes; i++)
			of[i] = (uint32_t)VECTOR(l.of)[i];
		igraph_vector_int_destroy(&l.of);
	}
	if (total > 0) {
		igraph_vector_destroy(&l.weights);
		igraph_vector_destroy(&l.strengths);
	}
	igraph_destroy(&l.graph);
	return good;
}
