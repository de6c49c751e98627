/*
 * community: groups of nodes with more ties inside than by chance.
 *
 * Each community is connected. They are numbered from 1 by size, the largest first, those of equal
 * size by their smallest id. The same graph and seed give the same communities.
 */
#ifndef KOOP_GRAPH_COMMUNITY_H
#define KOOP_GRAPH_COMMUNITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/opts.h"
#include "graph/graph.h"

/* How to look for them; of `restarts` runs the one with the best modularity counts. */
struct community_search {
	double resolution; /* above 1: smaller communities */
	uint32_t seed;
	unsigned restarts; /* 0: as many as the size of the graph allows, 10 to 1, and of a large
	                      one in fewer rounds */
};

enum { OPT_RESOLUTION = 600, OPT_SEED, OPT_RESTARTS };

/* clang-format off */

#define OPTIONS_COMMUNITY \
	{OPT_RESOLUTION, "resolution", "X", "of communities: above 1 they are smaller (default 1)"}, \
	{OPT_SEED, "seed", "N", "where chance begins: communities, samples, permutations (default 1)"}, \
	{OPT_RESTARTS, "restarts", "N", "how often it is done; the best counts (default 10; large: 1)"}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void community_option(
	struct community_search *search, const struct opts *o, int key, const char *value);

#define COMMUNITY_DEFAULTS                                                                         \
	{                                                                                          \
		.resolution = 1, .seed = 1                                                         \
	}

/* A search has come to its end when a round adds no more than this to the modularity. */
#define COMMUNITY_GAIN 1e-5

struct communities {
	uint32_t *of;
	size_t n;
	double modularity; /* Newman's, with weights, at that resolution; NaN without edges */
	double gain;       /* what the last round of the search added to it */
};

/* False when they could not be found; then each connected part is one. The graph is undirected. */
bool communities_find(
	struct communities *c, const struct graph *g, const struct community_search *search);

void communities_release(struct communities *c);

#endif
