/*
 * mixing: do edges stay inside the groups of an attribute, or cross them?
 *
 * Nodes without the attribute are left out, with their edges. E-I index: (external - internal) /
 * (external + internal) (Krackhardt and Stern 1988); +1 all edges cross, -1 none does. Modularity
 * and nominal assortativity as Newman (2003) defines them, the latter without weights.
 */
#ifndef KOOP_GRAPH_MIXING_H
#define KOOP_GRAPH_MIXING_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"

/* Which group each node belongs to. Zeroed: there is no attribute. */
struct grouping {
	uint32_t *of;      /* INTERN_NONE where the attribute is missing */
	size_t n;          /* groups are numbered 0 … n - 1, bytewise by name */
	struct str *names; /* views that somebody else owns */
};

struct mixing {
	uint32_t *internal, *external; /* edges of each node, in a directed graph both ways */
	size_t nodes;                  /* with the attribute */
	size_t edges;                  /* both of whose ends have it */
	size_t crossing;               /* of them, those between groups */
	double weight, crossing_weight;
	double expected_ei; /* mean of E-I when the attribute is dealt out again at random */
	/* Of the groups as communities, without and with weights; NaN without edges. */
	double modularity, modularity_weight;
	double assortativity; /* NaN where all ends are of one group */
};

/* The edges between two groups, in a directed graph from a to b. Nodes without a group are the
 * group n. */
struct mixing_cell {
	uint32_t a, b; /* undirected: the bytewise smaller name first */
	size_t edges;
	double weight;
	double possible; /* pairs of nodes that could be tied */
	/*
	 * Mean and standard deviation of `edges` when the attribute is dealt out again at random
	 * over a fixed graph: exact, by join counts under non-free sampling (Moran 1948; Cliff and
	 * Ord 1981). The mean when the ends of edges are matched again at random, tails with
	 * heads where they have them. NaN for nodes without a group.
	 */
	double perm_mean, perm_sd, config_mean;
};

/* The name of a group, "(none)" for those without. */
struct str grouping_name(const struct grouping *groups, uint32_t group);

/* The pairs of groups with any edge, bytewise by names; their number in *n; to be freed. */
struct mixing_cell *mixing_table(const struct graph *g, const struct grouping *groups, size_t *n);

void mixing_find(struct mixing *m, const struct graph *g, const struct grouping *groups);
void mixing_release(struct mixing *m);

#endif
