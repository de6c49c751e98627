/* Any rows make the same graph in any order, and what is computed of it holds together. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "graph/block.h"
#include "graph/broker.h"
#include "graph/change.h"
#include "graph/component.h"
#include "graph/core.h"
#include "graph/graph.h"
#include "graph/keep.h"
#include "graph/multiplex.h"
#include "graph/path.h"

enum { ROWS_MAX = 200 };

static void require(bool condition)
{
	if (!condition)
		abort();
}

/* Three bytes a row: the two ends and the weight; ids are one or two letters. */
static uint32_t end_of(struct edgelist *list, uint8_t byte)
{
	char id[2] = {(char)('a' + byte % 16), (char)('A' + byte / 16)};
	return intern_add(&list->ids, (struct str){id, byte % 3 ? 1 : 2});
}

static void build(
	struct graph *g, struct edgelist *list, const uint8_t *data, size_t rows, bool backwards)
{
	*list = (struct edgelist){.weighted = true};
	for (size_t i = 0; i < rows; i++) {
		const uint8_t *row = data + 3 * (backwards ? rows - 1 - i : i);
		edgelist_add(list, end_of(list, row[0]), end_of(list, row[1]), 0.1 + row[2] / 7.0);
	}
	graph_build(g, list, data[3 * rows] & 1);
}

static void require_same(const struct graph *a, const struct graph *b)
{
	require(a->nodes == b->nodes && a->edges == b->edges && a->loops == b->loops);
	for (size_t i = 0; i < a->nodes; i++)
		require(str_eq(a->ids[i], b->ids[i]) && graph_degree(a, i) == graph_degree(b, i));
	for (size_t e = 0; e < a->edges; e++) {
		require(a->ends[e].a == b->ends[e].a && a->ends[e].b == b->ends[e].b);
		require(graph_weight(a, e) == graph_weight(b, e));
	}
}

static void require_sound(const struct graph *g)
{
	struct components weak, strong;
	struct blocks blocks;
	struct paths paths;
	struct graph flat;
	size_t total = 0;
	graph_flatten(&flat, g);
	uint32_t *core = cores_find(&flat);
	components_find(&weak, g);
	components_find_strong(&strong, g);
	blocks_find(&blocks, &flat);
	paths_find(&paths, g, LENGTH_INVERSE, PATH_BETWEENNESS, 1);
	for (size_t k = 1; k <= weak.n; k++)
		total += weak.size[k];
	require(total == g->nodes && strong.n >= weak.n);
	require(blocks.nbridge <= blocks.n && blocks.n <= flat.edges);
	for (size_t i = 0; i < g->nodes; i++) {
		require(core[i] <= graph_degree(&flat, i));
		require(paths.reached[i] <= weak.size[weak.of[i]] && paths.betweenness[i] >= 0);
	}
	free(core);
	components_release(&weak);
	components_release(&strong);
	blocks_release(&blocks);
	paths_release(&paths);
	graph_release(&flat);
}

/* A sample of all nodes is no sample, and threads do not show. */
static void require_sample(const struct graph *g)
{
	struct paths all, sample, again;
	paths_find(&all, g, LENGTH_INVERSE, PATH_BETWEENNESS, 1);
	paths_sample(&sample, g, LENGTH_INVERSE, g->nodes, 1, 1);
	paths_sample(&again, g, LENGTH_INVERSE, g->nodes, 1, 2);
	for (size_t i = 0; i < g->nodes; i++) {
		double off = fabs(sample.harmonic[i] - all.harmonic[i]);
		require(off <= 1e-9 * (1 + all.harmonic[i]));
		off = fabs(sample.betweenness[i] - all.betweenness[i]);
		require(off <= 1e-9 * (1 + all.betweenness[i]));
		require(sample.betweenness[i] == again.betweenness[i]);
	}
	paths_release(&all);
	paths_release(&sample);
	paths_release(&again);
}

/* A part is a graph, has nothing that the whole has not, and a core is its own core. */
static void require_part(struct graph *g)
{
	const struct keep keep = {.giant = true, .core = 2};
	struct graph part, copy;
	struct change change;
	struct buf why = {0};
	graph_part(&part, g, NULL, NULL);
	require_same(&part, g);
	require(graph_keep(&part, &keep, &why));
	change_find(&change, &part, g);
	require(change.nodes_kept == part.nodes && change.edges_kept == part.edges);
	graph_part(&copy, &part, NULL, NULL);
	require(graph_keep(&copy, &keep, &why));
	require(copy.nodes <= part.nodes);
	graph_release(&part);
	graph_release(&copy);
}

/* Without direction whoever lets in speaks for as often. */
static void require_brokers(const struct graph *g)
{
	struct brokers brokers;
	uint32_t *group = calloc(g->nodes + 1, sizeof *group);
	for (size_t i = 0; i < g->nodes; i++)
		group[i] = i % 4 == 3 ? INTERN_NONE : (uint32_t)(i % 4);
	brokers_find(&brokers, g, group);
	for (size_t i = 0; i < g->nodes && !g->directed; i++)
		require(brokers.of[GATEKEEPER][i] == brokers.of[REPRESENTATIVE][i]);
	brokers_release(&brokers);
	free(group);
}

/* The graph of the rows, its edges told apart by one of three relations. */
static void build_multiplex(struct multiplex *m, struct graph *g, struct edgelist *list,
	const uint8_t *data, size_t rows, bool backwards)
{
	struct places places = {0};
	struct relations relations = {.column = "relation"};
	*list = (struct edgelist){.weighted = true};
	for (size_t i = 0; i < rows; i++) {
		const uint8_t *row = data + 3 * (backwards ? rows - 1 - i : i);
		char name = (char)('a' + row[2] % 3);
		edgelist_add(list, end_of(list, row[0]), end_of(list, row[1]), 0.1 + row[2] / 7.0);
		relations_keep(&relations, intern_add(&relations.names, (struct str){&name, 1}));
	}
	places_keep(&places, list, true);
	graph_build(g, list, data[3 * rows] & 1);
	places_find(&places, g);
	multiplex_find(m, &places, &relations);
	require(places.n == m->n && places.start[m->n] == rows);
	places_release(&places);
}

/* The edges of relations are those of the graph, in its order, and weigh together what they do. */
static void require_multiplex(const uint8_t *data, size_t rows)
{
	struct edgelist lists[2];
	struct graph graphs[2];
	struct multiplex m[2];
	for (int k = 0; k < 2; k++)
		build_multiplex(&m[k], &graphs[k], &lists[k], data, rows, k);
	const struct graph *g = &graphs[0];
	require(m[0].n == m[1].n);
	for (size_t i = 0, j; i < m[0].n; i = j) {
		size_t place = m[0].edge[i];
		double all = place < g->edges ? g->weight[place] : g->loop_weight[place - g->edges];
		double sum = 0;
		for (j = i; j < m[0].n && m[0].edge[j] == place; j++) {
			require(str_eq(multiplex_name(&m[0], j), multiplex_name(&m[1], j)));
			require(m[0].weight[j] == m[1].weight[j] && m[1].edge[j] == place);
			require(j == i || str_cmp(multiplex_name(&m[0], j - 1),
						  multiplex_name(&m[0], j)) < 0);
			sum += m[0].weight[j];
		}
		require(fabs(sum - all) <= 1e-9 * all);
		require(j == m[0].n || m[0].edge[j] > place);
	}
	for (int k = 0; k < 2; k++) {
		multiplex_release(&m[k]);
		graph_release(&graphs[k]);
		edgelist_release(&lists[k]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t rows = size ? (size - 1) / 3 : 0;
	struct edgelist lists[2];
	struct graph graphs[2];
	if (size == 0 || rows > ROWS_MAX)
		return 0;
	for (int k = 0; k < 2; k++)
		build(&graphs[k], &lists[k], data, rows, k);
	require_same(&graphs[0], &graphs[1]);
	require_sound(&graphs[0]);
	require_sample(&graphs[0]);
	require_part(&graphs[0]);
	require_brokers(&graphs[0]);
	require_multiplex(data, rows);
	for (int k = 0; k < 2; k++) {
		graph_release(&graphs[k]);
		edgelist_release(&lists[k]);
	}
	return 0;
}
