#include <stdlib.h>

#include "base/mem.h"
#include "graph/component.h"
#include "graph/core.h"
#include "graph/keep.h"
#include "record/list.h"
#include "record/number.h"

void keep_option(struct keep *keep, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_MIN_WEIGHT:
		if (!number_parse(str_of(value), &keep->least_weight) || keep->least_weight <= 0)
			opts_misuse(o, "--min-weight is above 0, not '%s'", value);
		break;
	case OPT_EGO: keep->egos = value; break;
	case OPT_STEPS: keep->steps = opts_number(o, "steps", value, 0, INT32_MAX); break;
	case OPT_GIANT: keep->giant = true; break;
	case OPT_CORE: keep->core = opts_number(o, "core", value, 1, INT32_MAX); break;
	case OPT_MIN_DEGREE:
		keep->least_degree = opts_number(o, "min-degree", value, 1, INT32_MAX);
		break;
	default: break;
	}
}

bool keep_any(const struct keep *keep)
{
	return keep->least_weight > 0 || keep->egos || keep->giant || keep->core ||
	       keep->least_degree;
}

/* Makes the graph the part of itself that is marked; the marks are freed. */
static void keep_marked(struct graph *g, bool *nodes, bool *edges)
{
	struct graph part;
	graph_part(&part, g, nodes, edges);
	graph_release(g);
	*g = part;
	free(nodes);
	free(edges);
}

static void keep_strong(struct graph *g, double least)
{
	bool *edges = mem_zero(g->edges + 1, sizeof *edges);
	for (size_t e = 0; e < g->edges; e++)
		edges[e] = graph_weight(g, e) >= least;
	for (size_t i = 0; g->loop_rows && i < g->nodes; i++) {
		if (g->loop_rows[i] == 0 || g->loop_weight[i] >= least)
			continue;
		g->loops -= g->loop_rows[i];
		g->loop_rows[i] = 0;
		g->loop_weight[i] = 0;
	}
	keep_marked(g, NULL, edges);
}

/* Takes the neighbours of a node that are new into the list of those reached. */
static size_t reach(bool *near, uint32_t *reached, size_t n, const size_t *start,
	const uint32_t *to, uint32_t node)
{
	for (size_t k = start[node]; k < start[node + 1]; k++)
		if (!near[to[k]]) {
			near[to[k]] = true;
			reached[n++] = to[k];
		}
	return n;
}

static void keep_near(struct graph *g, uint32_t *egos, size_t n, long steps)
{
	bool *near = mem_zero(g->nodes + 1, sizeof *near);
	size_t done = 0;
	for (size_t i = 0; i < n; i++)
		near[egos[i]] = true;
	for (long step = 0; step < steps && done < n; step++)
		for (size_t end = n; done < end; done++) {
			n = reach(near, egos, n, g->start, g->to, egos[done]);
			if (g->directed)
				n = reach(near, egos, n, g->in_start, g->from, egos[done]);
		}
	keep_marked(g, near, NULL);
}

static bool find_ego(const struct graph *g, struct str id, uint32_t *node, struct buf *why)
{
	size_t at;
	bool found = graph_need_node(g, id, &at, why);
	*node = (uint32_t)at;
	return found;
}

static bool keep_egos(struct graph *g, const struct keep *keep, struct buf *why)
{
	uint32_t *egos = mem_resize(NULL, g->nodes + 1, sizeof *egos);
	struct list ids = {0};
	size_t n = 0;
	list_split(&ids, str_of(keep->egos));
	bool good = ids.n > 0;
	if (!good)
		buf_puts(why, "no node is named");
	for (size_t i = 0; good && i < ids.n; i++)
		good = find_ego(g, ids.items[i], &egos[n++], why);
	if (good)
		keep_near(g, egos, n, keep->steps);
	list_release(&ids);
	free(egos);
	return good;
}

static void keep_giant(struct graph *g)
{
	struct components c = {0};
	bool *nodes = mem_zero(g->nodes + 1, sizeof *nodes);
	components_find(&c, g);
	for (size_t i = 0; i < g->nodes; i++)
		nodes[i] = c.of[i] == 1;
	components_release(&c);
	keep_marked(g, nodes, NULL);
}

static void keep_flat(struct graph *g, const struct keep *keep, bool by_core)
{
	struct graph own = {0};
	bool *nodes = mem_zero(g->nodes + 1, sizeof *nodes);
	if (g->directed)
		graph_flatten(&own, g);
	const struct graph *flat = g->directed ? &own : g;
	uint32_t *core = by_core ? cores_find(flat) : NULL;
	for (size_t i = 0; i < g->nodes; i++)
		nodes[i] = core ? core[i] >= keep->core
		                : graph_degree(flat, i) >= (size_t)keep->least_degree;
	free(core);
	graph_release(&own);
	keep_marked(g, nodes, NULL);
}

bool graph_keep(struct graph *g, const struct keep *keep, struct buf *why)
{
	if (keep->least_weight > 0)
		keep_strong(g, keep->least_weight);
	if (keep->egos && !keep_egos(g, keep, why))
		return false;
	if (keep->giant)
		keep_giant(g);
	if (keep->core)
		keep_flat(g, keep, true);
	if (keep->least_degree)
		keep_flat(g, keep, false);
	return true;
}
