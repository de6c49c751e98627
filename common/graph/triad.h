/*
 * triad: the census of triples of nodes in a directed graph (Holland and Leinhardt 1970), by the
 * method of Batagelj and Mrvar (2001). O(edges * largest degree).
 */
#ifndef KOOP_GRAPH_TRIAD_H
#define KOOP_GRAPH_TRIAD_H

#include "graph/graph.h"

/* The sixteen kinds by their M-A-N names: 003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D
 * 120U 120C 210 300. */
enum { TRIADS = 16 };

/* `flat` is g without arrows. Counts are whole numbers as long as they are below 2^53. */
void triads_count(const struct graph *g, const struct graph *flat, double census[static TRIADS]);

#endif
