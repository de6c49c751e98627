/*
 * leiden: communities by the Leiden algorithm (Traag, Waltman and van Eck 2019), as the igraph
 * library has it. This is the one file that knows that library, which is not safe to call from two
 * threads.
 */
#ifndef KOOP_GRAPH_LEIDEN_H
#define KOOP_GRAPH_LEIDEN_H

#include <stdbool.h>
#include <stdint.h>

#include "graph/graph.h"

/*
 * One run over an undirected graph with an edge at least, until a round adds no more than `least`
 * to the modularity, or a hundred have passed: of[i] is the community of node i, from 0. *quality
 * is what it maximises, the modularity, *gain what the last round added. The same seed gives the
 * same communities. False when the library failed.
 */
bool leiden_run(const struct graph *g, double resolution, uint32_t seed, double least, uint32_t *of,
	double *quality, double *gain);

#endif
