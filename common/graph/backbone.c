#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/backbone.h"
#include "graph/sum.h"

static double *strengths(const struct graph *g, const size_t *start, const uint32_t *via)
{
	double *strength = mem_resize(NULL, g->nodes + 1, sizeof *strength);
	for (size_t i = 0; i < g->nodes; i++) {
		struct sum sum = {0};
		for (size_t k = start[i]; k < start[i + 1]; k++)
			sum_add(&sum, graph_weight(g, via[k]));
		strength[i] = sum_value(&sum);
	}
	return strength;
}

static double alpha(double weight, double strength, size_t edges)
{
	return edges > 1 ? pow(fmax(0, 1 - weight / strength), (double)(edges - 1)) : 1;
}

void backbone_find(struct backbone *b, const struct graph *g)
{
	double *out = strengths(g, g->start, g->via), *in = strengths(g, g->in_start, g->in_via);
	b->source = mem_resize(NULL, g->edges + 1, sizeof *b->source);
	b->target = mem_resize(NULL, g->edges + 1, sizeof *b->target);
	for (size_t e = 0; e < g->edges; e++) {
		struct edge ends = g->ends[e];
		b->source[e] = alpha(graph_weight(g, e), out[ends.a], graph_degree(g, ends.a));
		b->target[e] = alpha(graph_weight(g, e), in[ends.b], graph_in_degree(g, ends.b));
	}
	free(out);
	free(in);
}

void backbone_release(struct backbone *b)
{
	free(b->source);
	free(b->target);
	*b = (struct backbone){0};
}
