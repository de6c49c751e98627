/*
 * listing: nodes, edges and measures of the whole graph as records, sorted bytewise by id.
 */
#ifndef KOOP_GRAPH_LISTING_H
#define KOOP_GRAPH_LISTING_H

#include "graph/backbone.h"
#include "graph/nodetable.h"
#include "graph/measure.h"
#include "graph/spell.h"
#include "record/writer.h"

/* Where records go: before their own columns they have those that say which part they are of. */
struct listing {
	struct writer *w;
	bool bare, begun;
	struct str names[2], values[2];
	size_t n;
};

/* The writer, with the columns of the part written. */
struct writer *listing_row(struct listing *l);

/* The header, the first time. Ends the process when a name is there twice. */
void listing_header(struct listing *l, const struct str *names, size_t n);

/*
 * id, with two modes `mode`, the kept columns of the table (NULL: none), one column a measure. The
 * measures must be prepared. Where top is not 0, only that many nodes, by the first measure, the
 * largest first.
 */
void nodes_list(struct listing *l, const struct measures *m,
	const struct node_measure *const *columns, size_t n, const struct node_table *table,
	size_t top);

/* Columns that `edges` has when asked: bits. */
enum { EDGE_BETWEENNESS = 1 << 0, EDGE_BRIDGE = 1 << 1, EDGE_SPAN = 1 << 2 };

/*
 * source, target, weight, rows; with a span first and last; self loops too, with empty measures.
 * Where top is not 0, only that many edges, by weight, the heaviest first, and no loops.
 */
void edges_list(struct listing *l, const struct measures *m, const struct spells *spells,
	unsigned columns, enum path_length length, size_t top);

/* measure, value. */
void summary_list(struct listing *l, const struct measures *m,
	const struct graph_measure *const *rows, size_t n);

/* One record, with one column a measure. */
void summary_row(struct listing *l, const struct measures *m,
	const struct graph_measure *const *columns, size_t n);

/* source, target and the weights whose bits (1 << PROJECT_x) are set, in the order of `order` (enum
 * projection). */
void projection_list(
	struct writer *w, const struct twomode *two, const size_t *order, size_t n, bool bare);

/* The pairs of groups that have edges: a, b, edges (directed: from, to, arcs), weight, possible and
 * more. With rounds of permutation also p_low and p_high. */
void mixing_list(struct listing *l, const struct graph *g, const struct grouping *groups,
	size_t rounds, uint32_t seed);

/* Which edges backbone_list writes: all, or those with alpha below the level at one end, or at
 * both. */
enum backbone_rule { BACKBONE_ALL, BACKBONE_OR, BACKBONE_AND };

/* source, target, weight, alpha at both ends, the smaller and the larger, and whether either rule
 * keeps the edge. */
void backbone_list(struct listing *l, const struct graph *g, double level, enum backbone_rule rule);

#endif
