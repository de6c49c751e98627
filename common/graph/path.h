/*
 * path: shortest paths from every node, and what follows from them.
 *
 * Betweenness by Brandes (2001): breadth first where edges have no length, Dijkstra (1959) where
 * they have. Two lengths that differ by less than 1e-10 of themselves are equal: with lengths
 * 1/weight many paths tie (1/3 + 1/6 = 1/2), and doubles must not part them. In a directed graph
 * paths follow the arrows, distances are those from the node, and betweenness counts ordered pairs;
 * else each pair counts once.
 *
 * Where there are more than 1e308 shortest paths betweenness is not finite.
 *
 * O(nodes * edges), with lengths O(nodes * edges * log nodes). Sources are split into shares
 * (graph/shares.h) that threads work on, so the number of threads does not show in the results.
 */
#ifndef KOOP_GRAPH_PATH_H
#define KOOP_GRAPH_PATH_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"

/* How long an edge is: 1; 1 / weight (a strong tie is short); its weight. */
enum path_length { LENGTH_NONE, LENGTH_INVERSE, LENGTH_WEIGHT };

/* What is wanted beside the distances: bits; the second includes the first. */
enum { PATH_BETWEENNESS = 1 << 0, PATH_EDGE_BETWEENNESS = 1 << 1 };

struct paths {
	uint32_t *reached;    /* nodes that paths lead to, the node itself included */
	double *distance;     /* sum of the distances to them */
	double *harmonic;     /* sum of 1 / distance */
	double *eccentricity; /* the largest distance */
	double *betweenness;  /* NULL unless asked for */
	double *edge_betweenness;

	/* Of a sample: closeness, and the standard errors. All else but betweenness and harmonic is
	 * NULL then. */
	double *closeness;
	double *betweenness_se, *closeness_se, *harmonic_se;
};

/* `threads` 0: one for each processor. */
void paths_find(struct paths *p, const struct graph *g, enum path_length length, unsigned wanted,
	unsigned threads);

/*
 * Estimates betweenness, closeness and harmonic from the paths to `pivots` nodes drawn by chance,
 * each as likely, without putting back (Brandes and Pich 2007), with standard errors: NaN where
 * less than two of them say anything. As many pivots as nodes give the values themselves. Memory is
 * 600 bytes a node.
 */
void paths_sample(struct paths *p, const struct graph *g, enum path_length length, size_t pivots,
	uint32_t seed, unsigned threads);

/* The lengths of the edges, to be freed; NULL where all are 1. */
double *path_lengths(const struct graph *g, enum path_length length);

void paths_release(struct paths *p);

#endif
