/*
 * spectral: centralities that are eigenvectors, scaled so that the largest value is 1.
 *
 * By the power method from equal values, until no value changes by more than 1e-13; NULL when that
 * has not happened after SPECTRAL_ROUNDS_MAX rounds, as in long chains. Hubs and authorities below
 * 1e-12 are 0. The caller frees what is returned.
 */
#ifndef KOOP_GRAPH_SPECTRAL_H
#define KOOP_GRAPH_SPECTRAL_H

#include <stdbool.h>

#include "graph/component.h"
#include "graph/graph.h"

/* How often values are passed on until they settle: the more often, the smaller the graph is. */
int spectral_rounds(const struct graph *g);

/*
 * Bonacich (1972): a node is central when its neighbours are, in a directed graph those with arcs
 * to it. It is only defined where the graph is (strongly) connected, so every part, which is a
 * component of that kind, has its own, with 1 for its largest; NaN where a node is a part alone and
 * not the whole graph.
 */
double *eigenvector_find(const struct graph *g, const struct components *parts, bool weighted);

/* Kleinberg (1999): a good hub points to good authorities. Both, or false and none. */
bool hits_find(const struct graph *g, bool weighted, double **hub, double **authority);

#endif
