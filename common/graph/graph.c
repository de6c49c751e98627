#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/near.h"
#include "graph/graph.h"
#include "graph/order.h"
#include "graph/sum.h"

void edgelist_add(struct edgelist *list, uint32_t a, uint32_t b, double weight)
{
	if (list->n >= UINT32_MAX - 1)
		diex("too many edges (%zu)", list->n);
	size_t cap = list->cap;
	list->ends = mem_grow(list->ends, list->n, &list->cap, sizeof *list->ends);
	if (list->weighted && cap != list->cap)
		list->weight = mem_resize(list->weight, list->cap, sizeof *list->weight);
	if (list->weighted)
		list->weight[list->n] = weight;
	list->ends[list->n++] = (struct edge){a, b};
}

static void edgelist_drop_edges(struct edgelist *list)
{
	free(list->ends);
	free(list->weight);
	list->ends = NULL;
	list->weight = NULL;
	list->n = list->cap = 0;
}

void edgelist_release(struct edgelist *list)
{
	edgelist_drop_edges(list);
	intern_release(&list->ids);
	*list = (struct edgelist){0};
}

/* Numbers the nodes bytewise, and the ends of the edges with them. */
static void rank_nodes(struct graph *g, struct edgelist *list)
{
	size_t n = list->ids.n;
	uint32_t *rank = mem_resize(NULL, n + 1, sizeof *rank);
	g->nodes = n;
	g->number = order_texts(list->ids.texts, n);
	g->ids = mem_resize(NULL, n + 1, sizeof *g->ids);
	for (size_t i = 0; i < n; i++) {
		g->ids[i] = list->ids.texts[g->number[i]];
		rank[g->number[i]] = (uint32_t)i;
	}
	for (size_t i = 0; i < list->n; i++) {
		uint32_t a = rank[list->ends[i].a], b = rank[list->ends[i].b];
		bool turn = !g->directed && a > b;
		list->ends[i] = turn ? (struct edge){b, a} : (struct edge){a, b};
	}
	free(rank);
}

/* Turns counts, kept one place to the right, into where each node's part begins. */
static void add_up(size_t *start, size_t nodes)
{
	for (size_t i = 0; i < nodes; i++)
		start[i + 1] += start[i];
}

/* One stable counting sort of the edges by their a, or their b. */
static void sort_by_end(struct edgelist *list, size_t nodes, bool by_b)
{
	size_t *start = mem_zero(nodes + 2, sizeof *start);
	struct edge *ends = mem_resize(NULL, list->n + 1, sizeof *ends);
	double *weight = list->weighted ? mem_resize(NULL, list->n + 1, sizeof *weight) : NULL;
	for (size_t i = 0; i < list->n; i++)
		start[(by_b ? list->ends[i].b : list->ends[i].a) + 1]++;
	add_up(start, nodes);
	for (size_t i = 0; i < list->n; i++) {
		size_t to = start[by_b ? list->ends[i].b : list->ends[i].a]++;
		ends[to] = list->ends[i];
		if (weight)
			weight[to] = list->weight[i];
	}
	size_t n = list->n;
	edgelist_drop_edges(list);
	list->ends = ends;
	list->weight = weight;
	list->n = n;
	list->cap = n + 1;
	free(start);
}

static void keep_loop(struct graph *g, uint32_t node, size_t rows, double weight)
{
	if (!g->loop_rows) {
		g->loop_rows = mem_zero(g->nodes, sizeof *g->loop_rows);
		g->loop_weight = mem_zero(g->nodes, sizeof *g->loop_weight);
	}
	g->loops += rows;
	g->loop_rows[node] = (uint32_t)rows;
	g->loop_weight[node] = weight;
}

static bool same_ends(struct edge x, struct edge y)
{
	return x.a == y.a && x.b == y.b;
}

static bool has_repeats(const struct edgelist *list)
{
	for (size_t i = 1; i < list->n; i++)
		if (same_ends(list->ends[i - 1], list->ends[i]))
			return true;
	return false;
}

/*
 * Parallel edges become one, loops go aside; the list is sorted. The arrays of the list become the
 * graph's: what is written never overtakes what is read.
 */
static void merge_edges(struct graph *g, struct edgelist *list)
{
	bool repeats = has_repeats(list);
	g->ends = list->ends;
	g->rows = repeats ? mem_resize(NULL, list->n + 1, sizeof *g->rows) : NULL;
	g->weight = list->weight;
	if (repeats && !g->weight)
		g->weight = mem_resize(NULL, list->n + 1, sizeof *g->weight);
	for (size_t i = 0, j; i < list->n; i = j) {
		struct edge ends = list->ends[i];
		for (j = i + 1; j < list->n && same_ends(list->ends[j], ends); j++)
			;
		double weight = list->weight ? sum_of(list->weight + i, j - i) : (double)(j - i);
		if (ends.a == ends.b) {
			keep_loop(g, ends.a, j - i, weight);
			continue;
		}
		g->ends[g->edges] = ends;
		if (g->weight)
			g->weight[g->edges] = weight;
		if (g->rows)
			g->rows[g->edges] = (uint32_t)(j - i);
		g->edges++;
	}
	list->ends = NULL;
	list->weight = NULL;
	list->n = list->cap = 0;
}

/*
 * Neighbours in one direction, or in both. Because edges come sorted by a, then b, and a < b where
 * both ends are listed, every node gets its neighbours in ascending order: first those below it,
 * then those above.
 */
static void list_neighbours(const struct graph *g, bool forth, bool back, size_t **starts,
	uint32_t **to, uint32_t **via)
{
	size_t *start = mem_zero(g->nodes + 2, sizeof *start), *next = start + 1;
	size_t total = g->edges * (forth && back ? 2 : 1);
	*to = mem_resize(NULL, total + 1, sizeof **to);
	*via = mem_resize(NULL, total + 1, sizeof **via);
	/* Counted two places to the right: while filling, start[i + 1] moves from where i begins to
	 * its end. */
	for (size_t e = 0; e < g->edges; e++) {
		next[g->ends[e].a + 1] += forth;
		next[g->ends[e].b + 1] += back;
	}
	add_up(start, g->nodes + 1);
	for (size_t e = 0; e < g->edges; e++) {
		struct edge ends = g->ends[e];
		if (forth) {
			(*via)[next[ends.a]] = (uint32_t)e;
			(*to)[next[ends.a]++] = ends.b;
		}
		if (back) {
			(*via)[next[ends.b]] = (uint32_t)e;
			(*to)[next[ends.b]++] = ends.a;
		}
	}
	*starts = start;
}

static void link_ends(struct graph *g)
{
	list_neighbours(g, true, !g->directed, &g->start, &g->to, &g->via);
	if (g->directed) {
		list_neighbours(g, false, true, &g->in_start, &g->from, &g->in_via);
		return;
	}
	g->in_start = g->start;
	g->from = g->to;
	g->in_via = g->via;
}

static bool is_sorted(const struct edgelist *list)
{
	for (size_t i = 1; i < list->n; i++) {
		struct edge x = list->ends[i - 1], y = list->ends[i];
		if (x.a > y.a || (x.a == y.a && x.b > y.b))
			return false;
	}
	return true;
}

void graph_build(struct graph *g, struct edgelist *list, bool directed)
{
	*g = (struct graph){.directed = directed};
	rank_nodes(g, list);
	if (!is_sorted(list)) {
		sort_by_end(list, g->nodes, true);
		sort_by_end(list, g->nodes, false);
	}
	merge_edges(g, list);
	link_ends(g);
}

static void copy_nodes(struct graph *g, const struct str *ids, const uint32_t *number, size_t nodes)
{
	g->nodes = nodes;
	g->ids = mem_resize(NULL, nodes + 1, sizeof *g->ids);
	g->number = mem_resize(NULL, nodes + 1, sizeof *g->number);
	memcpy(g->ids, ids, nodes * sizeof *g->ids);
	memcpy(g->number, number, nodes * sizeof *g->number);
}

void graph_from_sorted(struct graph *g, struct edgelist *list, const struct str *ids,
	const uint32_t *number, size_t nodes)
{
	*g = (struct graph){0};
	copy_nodes(g, ids, number, nodes);
	merge_edges(g, list);
	link_ends(g);
}

void graph_flatten(struct graph *flat, const struct graph *g)
{
	struct edgelist list = {.weighted = true};
	*flat = (struct graph){.loops = g->loops};
	copy_nodes(flat, g->ids, g->number, g->nodes);
	for (size_t e = 0; e < g->edges; e++) {
		struct edge ends = g->ends[e];
		bool turn = ends.a > ends.b;
		edgelist_add(
			&list, turn ? ends.b : ends.a, turn ? ends.a : ends.b, graph_weight(g, e));
	}
	sort_by_end(&list, g->nodes, true);
	sort_by_end(&list, g->nodes, false);
	merge_edges(flat, &list);
	link_ends(flat);
}

/* Copies the nodes that are marked; returns what number each has now. */
static uint32_t *part_nodes(struct graph *part, const struct graph *g, const bool *nodes)
{
	uint32_t *now = mem_resize(NULL, g->nodes + 1, sizeof *now);
	part->ids = mem_resize(NULL, g->nodes + 1, sizeof *part->ids);
	part->number = mem_resize(NULL, g->nodes + 1, sizeof *part->number);
	for (size_t i = 0; i < g->nodes; i++) {
		now[i] = UINT32_MAX;
		if (nodes && !nodes[i])
			continue;
		part->ids[part->nodes] = g->ids[i];
		part->number[part->nodes] = g->number[i];
		now[i] = (uint32_t)part->nodes++;
	}
	return now;
}

void graph_part(struct graph *part, const struct graph *g, const bool *nodes, const bool *edges)
{
	*part = (struct graph){.directed = g->directed};
	uint32_t *now = part_nodes(part, g, nodes);
	part->ends = mem_resize(NULL, g->edges + 1, sizeof *part->ends);
	part->weight = g->weight ? mem_resize(NULL, g->edges + 1, sizeof *part->weight) : NULL;
	part->rows = g->rows ? mem_resize(NULL, g->edges + 1, sizeof *part->rows) : NULL;
	for (size_t e = 0; e < g->edges; e++) {
		struct edge ends = {now[g->ends[e].a], now[g->ends[e].b]};
		if ((edges && !edges[e]) || ends.a == UINT32_MAX || ends.b == UINT32_MAX)
			continue;
		part->ends[part->edges] = ends;
		if (part->weight)
			part->weight[part->edges] = g->weight[e];
		if (part->rows)
			part->rows[part->edges] = g->rows[e];
		part->edges++;
	}
	for (size_t i = 0; g->loop_rows && i < g->nodes; i++)
		if (g->loop_rows[i] && now[i] != UINT32_MAX)
			keep_loop(part, now[i], g->loop_rows[i], g->loop_weight[i]);
	free(now);
	link_ends(part);
}

void graph_release(struct graph *g)
{
	if (g->directed) {
		free(g->in_start);
		free(g->from);
		free(g->in_via);
	}
	free(g->start);
	free(g->to);
	free(g->via);
	free(g->ends);
	free(g->weight);
	free(g->rows);
	free(g->ids);
	free(g->number);
	free(g->loop_rows);
	free(g->loop_weight);
	*g = (struct graph){0};
}

size_t graph_node(const struct graph *g, struct str id)
{
	size_t low = 0, high = g->nodes;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_cmp(g->ids[middle], id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < g->nodes && str_eq(g->ids[low], id) ? low : SIZE_MAX;
}

bool graph_need_node(const struct graph *g, struct str id, size_t *node, struct buf *why)
{
	*node = graph_node(g, id);
	if (*node != SIZE_MAX)
		return true;
	buf_fmt(why, "no node '" STR_FMT "'", STR_ARG(id));
	near_suggest(id, g->ids, g->nodes, why);
	return false;
}

size_t graph_edge(const struct graph *g, uint32_t a, uint32_t b)
{
	size_t low = g->start[a], high = g->start[a + 1], end = high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (g->to[middle] < b)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && g->to[low] == b ? g->via[low] : SIZE_MAX;
}
