/*
 * project: who took part in what, and the network that follows from it.
 *
 * Participations are pairs of an event (activity, project) and an item (organisation). Projection
 * ties two items for every event that both took part in. With k the number of distinct items of an
 * event and d the number of events of an item, an edge has the weights
 *
 *   count         the number of shared events
 *   newman        sum over shared events of 1 / (k - 1)           (Newman 2001)
 *   jaccard       count / (d_i + d_j - count)
 *   overlap       count / min(d_i, d_j)                           (Simpson)
 *   pairs         sum of 2 / (k (k - 1)): every event gives 1 in all
 *   inverse_size  sum of 1 / k
 *
 * Items are numbered bytewise and events taken in order of k, so results do not depend on the order
 * of rows. Time is near the number of pairs, memory 20 bytes a participation and a few numbers an
 * item; edges are handed out one item at a time and not held.
 */
#ifndef KOOP_GRAPH_PROJECT_H
#define KOOP_GRAPH_PROJECT_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/hash.h"
#include "graph/graph.h"

/* Zeroed is empty. */
struct twomode {
	struct intern events, ids; /* ids: of the items; may hold those of a node file before */
	struct edge *part;         /* a event, b item */
	size_t n, cap;
	struct pos *first; /* the first row of each event */
	size_t cap_first;

	/* Made by twomode_arrange: */
	size_t nevents, nitems; /* events that count */
	size_t *event_start;    /* items of an event, ascending, distinct */
	uint32_t *event_items;
	uint32_t *event_number; /* of an event in events */
	size_t *item_start;     /* events of an item, by size */
	uint32_t *item_events;
	struct str *texts; /* of the items, bytewise */
	uint32_t *number;  /* of an item in ids */
};

/* A participation; repeats are allowed. */
void twomode_add(struct twomode *two, uint32_t event, uint32_t item, const struct pos *pos);

/*
 * Numbers items and drops repeats. An event with more than max_items items is refused (it would
 * make a tie of every pair): said, with what it would have made, and left out of everything.
 */
void twomode_arrange(struct twomode *two, size_t max_items);

void twomode_release(struct twomode *two);

enum projection {
	PROJECT_COUNT,
	PROJECT_NEWMAN,
	PROJECT_JACCARD,
	PROJECT_OVERLAP,
	PROJECT_PAIRS,
	PROJECT_INVERSE_SIZE,
	PROJECT_WEIGHTS
};

/* Their names, in this order, NULL-ended. */
extern const char *const PROJECTION_NAMES[];

/* One edge of the projection, a < b. */
struct projected {
	uint32_t a, b;
	double weight[PROJECT_WEIGHTS]; /* those asked for are set */
};

/* Hands out every edge, sorted by a, then b. `wanted` has bit 1 << PROJECT_x for each weight. */
void twomode_project(const struct twomode *two, unsigned wanted,
	void (*take)(void *sink, const struct projected *edge), void *sink);

/* The graph of the projection with `count` as weight; its ids live as long as the twomode. */
void twomode_graph(const struct twomode *two, struct graph *g);

#endif
