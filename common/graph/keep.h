/*
 * keep: a part of a network: strong edges, the surroundings of a node, the giant component, a core.
 *
 * What is asked for is done in this order, each on what the one before left: edges of a least
 * weight; the egos with what is within some steps of them, whichever way edges go; the largest
 * component; the k-core; nodes of a least degree, as it is then. All edges between nodes that stay
 * stay.
 */
#ifndef KOOP_GRAPH_KEEP_H
#define KOOP_GRAPH_KEEP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/opts.h"
#include "graph/graph.h"

/* Zeroed keeps all. */
struct keep {
	double least_weight; /* 0: any */
	const char *egos;    /* ids joined by semicolons, or NULL */
	long steps;
	bool giant;
	long core, least_degree; /* 0: any */
};

enum { OPT_MIN_WEIGHT = 800, OPT_EGO, OPT_STEPS, OPT_GIANT, OPT_CORE, OPT_MIN_DEGREE };

/* clang-format off */

#define OPTIONS_KEEP \
	{OPT_MIN_WEIGHT, "min-weight", "X", "keep only edges of at least this weight"}, \
	{OPT_EGO, "ego", "ID", "keep only this node (or these: a;b) and what is near"}, \
	{OPT_STEPS, "steps", "N", "how near (default 1)"}, \
	{OPT_GIANT, "giant", NULL, "keep only the largest component"}, \
	{OPT_CORE, "core", "K", "keep only the k-core"}, \
	{OPT_MIN_DEGREE, "min-degree", "N", "keep only nodes with at least N neighbours"}

#define KEEP_DEFAULTS {.steps = 1}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void keep_option(struct keep *keep, const struct opts *o, int key, const char *value);

/* Is anything left out? */
bool keep_any(const struct keep *keep);

/* Makes g that part of itself. False when an ego is not a node, with the reason in *why. */
bool graph_keep(struct graph *g, const struct keep *keep, struct buf *why);

#endif
