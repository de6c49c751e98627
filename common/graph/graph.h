/*
 * graph: nodes and edges, made once and then only read.
 *
 * Nodes are numbered by the bytewise order of their ids, so nothing that is computed depends on the
 * order of the rows that the edges came from. Parallel edges are one edge: its weight is the sum of
 * theirs (added in order of size, with compensation, so that the sum is the same for any order of
 * rows), `rows` says how many there were. Self loops are kept apart and take part in no measure. In
 * an undirected graph an edge has a < b, and both ends list each other as neighbours.
 *
 * Building is O(edges + nodes) but for the sorting of ids. Memory is at most 44 bytes an edge
 * afterwards.
 */
#ifndef KOOP_GRAPH_GRAPH_H
#define KOOP_GRAPH_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/str.h"

struct edge {
	uint32_t a, b;
};

/* Edges as they come: ends are numbers of `ids`; repeats and loops are allowed. Zeroed is empty. */
struct edgelist {
	struct intern ids;
	struct edge *ends;
	double *weight; /* NULL unless weighted */
	size_t n, cap;
	bool weighted; /* set before the first edge is added */
};

/* At most 2^32 - 2 edges (then the process ends). weight > 0. */
void edgelist_add(struct edgelist *list, uint32_t a, uint32_t b, double weight);

void edgelist_release(struct edgelist *list);

struct graph {
	size_t nodes, edges;
	bool directed;
	struct str *ids;  /* bytewise ascending; the texts belong to the edge list's table */
	uint32_t *number; /* the number that node i has in that table */

	struct edge *ends; /* sorted by a, then b */
	double *weight;    /* NULL: all are 1 */
	uint32_t *rows;    /* NULL: all are 1 */

	/* Neighbours of i: to[start[i]] … to[start[i + 1] - 1], ascending, over the edges via[…].
	 */
	size_t *start;
	uint32_t *to, *via;
	/* Directed: the same against the arrows. Undirected: the same arrays. */
	size_t *in_start;
	uint32_t *from, *in_via;

	size_t loops;        /* rows that were self loops */
	uint32_t *loop_rows; /* of each node; NULL when there are none */
	double *loop_weight;
};

/* Makes the graph; the list's edges are used up, its ids must live as long as the graph. */
void graph_build(struct graph *g, struct edgelist *list, bool directed);

/*
 * The same from a list without repeats or loops whose ends are numbers of the given bytewise
 * ascending ids, sorted by a, then b, with a < b; undirected.
 */
void graph_from_sorted(struct graph *g, struct edgelist *list, const struct str *ids,
	const uint32_t *number, size_t nodes);

/* A directed graph without its arrows: one edge where there are arcs either way, weights summed. */
void graph_flatten(struct graph *flat, const struct graph *g);

/* The nodes and edges that are marked, those edges only whose ends are; NULL marks all. Undirected
 * stays undirected. The ids belong to whom they belonged. */
void graph_part(struct graph *part, const struct graph *g, const bool *nodes, const bool *edges);

void graph_release(struct graph *g);

static inline double graph_weight(const struct graph *g, size_t edge)
{
	return g->weight ? g->weight[edge] : 1;
}

static inline size_t graph_degree(const struct graph *g, size_t node)
{
	return g->start[node + 1] - g->start[node];
}

static inline size_t graph_in_degree(const struct graph *g, size_t node)
{
	return g->in_start[node + 1] - g->in_start[node];
}

/* The node with that id, or SIZE_MAX. O(log nodes). */
size_t graph_node(const struct graph *g, struct str id);

/* The same; false when there is none, with the reason, and the nearest id, in *why. */
bool graph_need_node(const struct graph *g, struct str id, size_t *node, struct buf *why);

/* The edge between two nodes (in a directed graph from a to b), or SIZE_MAX. O(log degree). */
size_t graph_edge(const struct graph *g, uint32_t a, uint32_t b);

#endif
