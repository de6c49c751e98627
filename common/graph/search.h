/*
 * search: the shortest paths from one node, and what depends on the nodes on them (Brandes 2001;
 * Dijkstra 1959 where edges have lengths).
 *
 * One search is one thread's own, and is used again and again. O(edges), with lengths O(edges log
 * nodes).
 */
#ifndef KOOP_GRAPH_SEARCH_H
#define KOOP_GRAPH_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "graph/graph.h"

/* What a search knows of a node: kept together, because it is asked for together, at every edge. */
struct seen {
	double paths;   /* shortest paths that lead here; on the way back (1 + what depends on it) /
	                   paths */
	uint32_t level; /* 0: not reached; else 1 + steps, or with lengths 1 + place in the order */
};

struct waiting;

struct search {
	const struct graph *g;
	const double *length; /* of edges; NULL: all are 1 */
	uint32_t *order;      /* the nodes reached, by distance, the source first */
	size_t n;
	struct seen *seen;
	double *distance; /* with lengths only; HUGE_VAL until reached */
	struct waiting *heap;
	size_t nheap, heap_cap;
	/* What search_gather adds to, of nodes, their squares, and of edges; the last two may be
	 * NULL. */
	double *between, *squares, *edge_between;
};

void search_init(struct search *s, const struct graph *g, const double *length);

void search_run(struct search *s, uint32_t source);

/* Of a node that was reached. */
static inline double search_distance(const struct search *s, uint32_t node)
{
	return s->length ? s->distance[node] : (double)(s->seen[node].level - 1);
}

/* From the farthest node back: what depends on each, out of what depends on those behind it. */
void search_gather(struct search *s);

/* Before the next run. */
void search_forget(struct search *s);

void search_release(struct search *s);

#endif
