/*
 * listing: nodes, edges and measures of the whole graph as records, sorted bytewise by id.
 */
#ifndef KOOP_GRAPH_LISTING_H
#define KOOP_GRAPH_LISTING_H

#include "graph/backbone.h"
#include "graph/input.h"
#include "graph/measure.h"
#include "record/writer.h"

/*
 * id, the kept columns of the table (NULL: none), one column a measure. The measures must be
 * prepared. Where top is not 0, only that many nodes, by the first measure, the largest first. */
void nodes_list(struct writer *w, const struct measures *m,
	const struct node_measure *const *columns, size_t n, const struct node_table *table,
	size_t top, bool bare);

/* Columns that `edges` has when asked: bits. */
enum { EDGE_BETWEENNESS = 1 << 0, EDGE_BRIDGE = 1 << 1 };

/* source, target, weight, rows; self loops too, with empty measures. Where top is not 0, only that
 * many edges, by weight, the heaviest first, and no loops. */
void edges_list(struct writer *w, const struct measures *m, unsigned columns,
	enum path_length length, size_t top, bool bare);

/* measure, value. */
void summary_list(struct writer *w, const struct measures *m,
	const struct graph_measure *const *rows, size_t n, bool bare);

/* slice and one column a measure; one record for each slice of time. */
void slices_header(
	struct writer *w, const struct graph_measure *const *columns, size_t n, bool bare);
void slice_list(struct writer *w, const struct measures *m,
	const struct graph_measure *const *columns, size_t n, enum slice_unit unit, int slice);

/* source, target and the weights whose bits (1 << PROJECT_x) are set, in the order of `order` (enum
 * projection). */
void projection_list(
	struct writer *w, const struct twomode *two, const size_t *order, size_t n, bool bare);

/* The pairs of groups that have edges: a, b, edges, weight, possible and more; directed: from, to,
 * arcs … */
void mixing_list(struct writer *w, const struct graph *g, const struct grouping *groups, bool bare);

/* Which edges backbone_list writes: all, or those with alpha below the level at one end, or at
 * both. */
enum backbone_rule { BACKBONE_ALL, BACKBONE_OR, BACKBONE_AND };

/* source, target, weight, alpha at both ends, the smaller and the larger, and whether either rule
 * keeps the edge. */
void backbone_list(
	struct writer *w, const struct graph *g, double level, enum backbone_rule rule, bool bare);

#endif
