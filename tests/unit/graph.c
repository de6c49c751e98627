/* Graph algorithms against slow and simple ones, on small random graphs. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "graph/agree.h"
#include "graph/alias.h"
#include "graph/block.h"
#include "graph/component.h"
#include "graph/core.h"
#include "graph/graph.h"
#include "graph/order.h"
#include "graph/pagerank.h"
#include "graph/path.h"
#include "graph/project.h"
#include "graph/spell.h"
#include "graph/triangle.h"

enum { NODES = 9, FAR = 1000 };

static uint64_t seed = 42;

static size_t next_random(size_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (seed >> 11) % below;
}

/* The graph at hand as a matrix of weights, 0 where there is no edge. */
static double tie[NODES][NODES];

static void build_random(struct graph *g, struct edgelist *list, bool directed, size_t edges)
{
	static const char *const ids[NODES] = {"a", "ab", "b", "ba", "č", "Ђ", "zz", "z", "Z"};
	uint32_t order[NODES];
	memset(tie, 0, sizeof tie);
	*list = (struct edgelist){.weighted = true};
	for (size_t i = 0; i < NODES; i++)
		order[i] = intern_add(&list->ids, str_of(ids[(i * 4) % NODES]));
	uint32_t *rank = order_texts(list->ids.texts, NODES), place[NODES];
	for (uint32_t i = 0; i < NODES; i++)
		place[rank[i]] = i;
	for (size_t e = 0; e < edges; e++) {
		uint32_t a = order[next_random(NODES)], b = order[next_random(NODES)];
		double weight = (double)(1 + next_random(4));
		edgelist_add(list, a, b, weight);
		tie[place[a]][place[b]] += weight;
		if (!directed && a != b)
			tie[place[b]][place[a]] += weight;
	}
	free(rank);
	graph_build(g, list, directed);
}

static bool linked(size_t a, size_t b)
{
	return a != b && tie[a][b] > 0;
}

static void check_lists(const struct graph *g)
{
	CHECK(g->nodes == NODES);
	for (size_t i = 1; i < NODES; i++)
		CHECK(str_cmp(g->ids[i - 1], g->ids[i]) < 0);
	for (uint32_t a = 0; a < NODES; a++) {
		size_t degree = 0, in = 0;
		for (uint32_t b = 0; b < NODES; b++) {
			size_t edge = graph_edge(g, a, b);
			CHECK((edge != SIZE_MAX) == linked(a, b));
			if (edge != SIZE_MAX)
				CHECK(graph_weight(g, edge) == tie[a][b]);
			degree += linked(a, b);
			in += linked(b, a);
		}
		CHECK(graph_degree(g, a) == degree && graph_in_degree(g, a) == in);
		CHECK((g->loop_rows ? g->loop_weight[a] : 0) == tie[a][a]);
	}
}

/* Distances by Floyd and Warshall; `skip` is a node that is not there. */
static void distances(double d[NODES][NODES], size_t skip, bool arrows, bool lengths)
{
	for (size_t a = 0; a < NODES; a++)
		for (size_t b = 0; b < NODES; b++) {
			bool edge = linked(a, b) || (!arrows && linked(b, a));
			d[a][b] = a == b ? 0 : edge && a != skip && b != skip ? 1 : FAR;
			if (lengths && d[a][b] == 1)
				d[a][b] = 1 / tie[a][b];
		}
	for (size_t k = 0; k < NODES; k++)
		for (size_t a = 0; a < NODES; a++)
			for (size_t b = 0; b < NODES; b++)
				if (d[a][k] + d[k][b] < d[a][b] - 1e-9)
					d[a][b] = d[a][k] + d[k][b];
}

static size_t parts_without(size_t skip)
{
	double d[NODES][NODES];
	size_t parts = 0;
	distances(d, skip, false, false);
	for (size_t a = 0; a < NODES; a++) {
		bool first = a != skip;
		for (size_t b = 0; b < a; b++)
			first = first && (b == skip || d[a][b] == FAR);
		parts += first;
	}
	return parts;
}

static void check_components(const struct graph *g)
{
	struct components weak, strong;
	double d[NODES][NODES], arrows[NODES][NODES];
	components_find(&weak, g);
	components_find_strong(&strong, g);
	distances(d, NODES, false, false);
	distances(arrows, NODES, true, false);
	for (size_t a = 0; a < NODES; a++)
		for (size_t b = 0; b < NODES; b++) {
			CHECK((weak.of[a] == weak.of[b]) == (d[a][b] < FAR));
			CHECK((strong.of[a] == strong.of[b]) ==
				(arrows[a][b] < FAR && arrows[b][a] < FAR));
		}
	for (size_t k = 2; k <= weak.n; k++)
		CHECK(weak.size[k - 1] >= weak.size[k]);
	CHECK(weak.n == parts_without(NODES));
	components_release(&weak);
	components_release(&strong);
}

/* Takes away nodes with fewer than k neighbours until there are none. */
static void check_cores(const struct graph *g)
{
	uint32_t *core = cores_find(g);
	for (uint32_t k = 0; k <= NODES; k++) {
		bool in[NODES], changed = true;
		memset(in, true, sizeof in);
		while (changed) {
			changed = false;
			for (size_t a = 0; a < NODES; a++) {
				size_t near = 0;
				for (size_t b = 0; b < NODES; b++)
					near += in[b] && linked(a, b);
				if (in[a] && near < k)
					changed = true, in[a] = false;
			}
		}
		for (size_t a = 0; a < NODES; a++)
			CHECK(in[a] == (core[a] >= k));
	}
	free(core);
}

static void check_triangles(const struct graph *g)
{
	uint64_t *triangles = triangles_count(g);
	for (size_t a = 0; a < NODES; a++) {
		uint64_t n = 0;
		for (size_t b = 0; b < NODES; b++)
			for (size_t c = 0; c < b; c++)
				n += linked(a, b) && linked(b, c) && linked(c, a);
		CHECK(triangles[a] == n);
	}
	free(triangles);
}

static void check_blocks(const struct graph *g)
{
	struct blocks blocks;
	size_t parts = parts_without(NODES);
	blocks_find(&blocks, g);
	for (size_t a = 0; a < NODES; a++)
		CHECK(blocks.articulation[a] ==
			(graph_degree(g, a) > 0 && parts_without(a) > parts));
	for (size_t e = 0; e < g->edges; e++) {
		uint32_t a = g->ends[e].a, b = g->ends[e].b;
		double weight = tie[a][b];
		tie[a][b] = tie[b][a] = 0;
		CHECK(blocks.bridge[e] == (parts_without(NODES) > parts));
		tie[a][b] = tie[b][a] = weight;
	}
	blocks_release(&blocks);
}

static bool near(double a, double b)
{
	return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* How many shortest paths lead from a to b. */
static double count_paths(double d[NODES][NODES], size_t a, size_t b, bool lengths)
{
	double paths = 0;
	if (a == b)
		return 1;
	for (size_t k = 0; k < NODES; k++)
		if (linked(k, b) && d[a][k] < FAR &&
			near(d[a][k] + (lengths ? 1 / tie[k][b] : 1), d[a][b]))
			paths += count_paths(d, a, k, lengths);
	return paths;
}

static double betweenness(double d[NODES][NODES], size_t node, bool lengths)
{
	double sum = 0;
	for (size_t a = 0; a < NODES; a++)
		for (size_t b = 0; b < NODES; b++)
			if (a != b && a != node && b != node && d[a][b] < FAR && d[a][node] < FAR &&
				near(d[a][node] + d[node][b], d[a][b]))
				sum += count_paths(d, a, node, lengths) *
				       count_paths(d, node, b, lengths) /
				       count_paths(d, a, b, lengths);
	return sum;
}

static void check_paths(const struct graph *g, bool lengths)
{
	struct paths one, many;
	double d[NODES][NODES];
	distances(d, NODES, true, lengths);
	paths_find(&one, g, lengths ? LENGTH_INVERSE : LENGTH_NONE, PATH_BETWEENNESS, 1);
	paths_find(&many, g, lengths ? LENGTH_INVERSE : LENGTH_NONE, PATH_EDGE_BETWEENNESS, 5);
	for (size_t a = 0; a < NODES; a++) {
		double sum = 0, farthest = 0;
		uint32_t reached = 0;
		for (size_t b = 0; b < NODES; b++)
			if (d[a][b] < FAR) {
				reached++;
				sum += d[a][b];
				farthest = fmax(farthest, d[a][b]);
			}
		CHECK(one.reached[a] == reached && near(one.distance[a], sum));
		CHECK(near(one.eccentricity[a], farthest));
		CHECK(near(one.betweenness[a] * (g->directed ? 1 : 2), betweenness(d, a, lengths)));
		CHECK(one.betweenness[a] == many.betweenness[a] &&
			one.distance[a] == many.distance[a]);
	}
	paths_release(&one);
	paths_release(&many);
}

/* The ranks solve the equations that define them. */
static void check_pagerank(const struct graph *g)
{
	double *rank = pagerank_find(g, true), total = 0, stuck = 0, out[NODES];
	for (size_t a = 0; a < NODES; a++) {
		out[a] = 0;
		for (size_t b = 0; b < NODES; b++)
			out[a] += linked(a, b) ? tie[a][b] : 0;
		total += rank[a];
		stuck += out[a] > 0 ? 0 : rank[a];
	}
	CHECK(near(total, 1));
	for (size_t b = 0; b < NODES; b++) {
		double want = (0.15 + 0.85 * stuck) / NODES;
		for (size_t a = 0; a < NODES; a++)
			want += linked(a, b) ? 0.85 * rank[a] * tie[a][b] / out[a] : 0;
		CHECK(near(rank[b], want));
	}
	free(rank);
}

static void test_random_graphs(void)
{
	for (int round = 0; round < 300; round++) {
		struct edgelist list;
		struct graph g;
		bool directed = round % 2;
		build_random(&g, &list, directed, next_random(25));
		check_lists(&g);
		check_components(&g);
		check_paths(&g, false);
		check_paths(&g, true);
		check_pagerank(&g);
		if (!directed) {
			check_cores(&g);
			check_triangles(&g);
			check_blocks(&g);
		}
		graph_release(&g);
		edgelist_release(&list);
	}
}

/* Texts with long common beginnings, and enough of them for every way of sorting. */
static void test_order(void)
{
	enum { N = 3000 };
	static char bytes[N][40];
	struct str texts[N];
	for (size_t i = 0; i < N; i++) {
		size_t n = next_random(4) ? 12 : next_random(40);
		for (size_t k = 0; k < n; k++)
			bytes[i][k] =
				k < 9 ? 'x'
				      : (char)(next_random(3) ? 'a' + (int)next_random(3) : 200);
		texts[i] = (struct str){bytes[i], n};
	}
	uint32_t *order = order_texts(texts, N);
	for (size_t i = 1; i < N; i++) {
		int d = str_cmp(texts[order[i - 1]], texts[order[i]]);
		CHECK(d < 0 || d == 0);
	}
	bool seen[N] = {false};
	for (size_t i = 0; i < N; i++)
		seen[order[i]] = true;
	for (size_t i = 0; i < N; i++)
		CHECK(seen[i]);
	free(order);
	uint32_t numbers[N], spare[N];
	for (size_t i = 0; i < N; i++)
		numbers[i] = (uint32_t)next_random(1u << 31);
	order_numbers(numbers, spare, N);
	for (size_t i = 1; i < N; i++)
		CHECK(numbers[i - 1] <= numbers[i]);
}

enum { EVENTS = 6, ITEMS = 7 };

struct check_projection {
	const bool (*part)[ITEMS];
	const uint32_t *rank;
	double sum;
};

static void take_projected(void *sink, const struct projected *edge)
{
	struct check_projection *c = sink;
	double count = 0, newman = 0;
	for (size_t e = 0; e < EVENTS; e++) {
		size_t k = 0;
		for (size_t i = 0; i < ITEMS; i++)
			k += c->part[e][i];
		if (!c->part[e][c->rank[edge->a]] || !c->part[e][c->rank[edge->b]])
			continue;
		count++;
		newman += 1 / (double)(k - 1);
	}
	CHECK(edge->a < edge->b && edge->weight[PROJECT_COUNT] == count);
	CHECK(near(edge->weight[PROJECT_NEWMAN], newman));
	c->sum += count;
}

static void test_projection(void)
{
	static const char *const ids[ITEMS] = {"q", "b", "ž", "A", "m", "mm", "0"};
	for (int round = 0; round < 200; round++) {
		bool part[EVENTS][ITEMS] = {{false}};
		struct twomode two = {0};
		struct pos pos = {"test", 1};
		double ties = 0;
		for (size_t i = 0; i < ITEMS; i++)
			intern_add(&two.ids, str_of(ids[i]));
		for (size_t n = next_random(30); n; n--) {
			char name[2] = {(char)('0' + next_random(EVENTS)), '\0'};
			size_t item = next_random(ITEMS);
			twomode_add(
				&two, intern_add(&two.events, str_of(name)), (uint32_t)item, &pos);
			part[name[0] - '0'][item] = true;
		}
		for (size_t e = 0; e < EVENTS; e++)
			for (size_t a = 0; a < ITEMS; a++)
				for (size_t b = 0; b < a; b++)
					ties += part[e][a] && part[e][b];
		twomode_arrange(&two, 1000);
		struct check_projection check = {part, two.number, 0};
		twomode_project(&two, 1u << PROJECT_NEWMAN, take_projected, &check);
		CHECK(check.sum == ties);
		twomode_release(&two);
	}
}

/* Two partitions by counting all pairs of nodes. */
static void check_agreement(const uint32_t *x, const uint32_t *y, size_t n)
{
	double both = 0, of_x = 0, of_y = 0, all = 0;
	struct agreement a;
	agreement_find(&a, x, y, n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++) {
			both += x[i] == x[k] && y[i] == y[k];
			of_x += x[i] == x[k];
			of_y += y[i] == y[k];
			all++;
		}
	double chance = of_x * of_y / all, most = (of_x + of_y) / 2;
	CHECK(fabs(a.ari - (most == chance ? 1 : (both - chance) / (most - chance))) < 1e-12);
	CHECK(a.nmi >= 0 && a.nmi <= 1 + 1e-12);
}

static void test_agreement(void)
{
	uint32_t x[20], y[20];
	struct agreement a;
	for (int round = 0; round < 100; round++) {
		for (size_t i = 0; i < 20; i++) {
			x[i] = (uint32_t)next_random(4);
			y[i] = (uint32_t)next_random(3);
		}
		check_agreement(x, y, 20);
		agreement_find(&a, x, x, 20);
		CHECK(fabs(a.ari - 1) < 1e-12 && fabs(a.nmi - 1) < 1e-12);
	}
	agreement_find(&a, x, y, 0);
	CHECK(isnan(a.ari) && isnan(a.nmi));
	x[0] = y[1] = INTERN_NONE;
	agreement_find(&a, x, y, 2);
	CHECK(isnan(a.nmi));
}

static void test_spells(void)
{
	struct edge ends[] = {
		{0, 1}
        };
	size_t start[] = {0, 5, 5, 5}, rows[] = {0, 1, 2, 3, 4};
	struct places places = {.ends = ends, .rows = 5, .n = 1, .start = start, .by_place = rows};
	struct days days[] = {
		{20, 29       },
                {1,  9        },
                {10, 12       },
                DAYS_NONE, {25, INT32_MAX}
        };
	struct spells spells = {0};
	spells_find(&spells, &places, days);
	CHECK(spells.start[0] == 0 && spells.end[0] == 2);
	CHECK(spells.days[0].first == 1 && spells.days[0].last == 12);
	CHECK(spells.days[1].first == 20 && spells.days[1].last == INT32_MAX);
	struct days span = spells_span(&spells, 0);
	CHECK(span.first == 1 && span.last == INT32_MAX);
	spells_release(&spells);
}

static void test_aliases(void)
{
	static const char *const pairs[][2] = {
		{"a", "b"},
                {"b", "c"},
                {"c", "d"},
                {"x", "y"},
                {"y", "x"},
                {"s", "s"},
                {"z", "x"}
        };
	struct aliases aliases = {0};
	struct arena arena = {0};
	diag_set_quiet(true);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		aliases_add(&aliases, str_of(pairs[i][0]), str_of(pairs[i][1]), &(struct pos){0});
	aliases_close(&aliases);
	CHECK(str_eq(alias_of(&aliases, STR("a"), &arena), STR("d")));
	CHECK(str_eq(alias_of(&aliases, STR("b"), &arena), STR("d")));
	CHECK(str_eq(alias_of(&aliases, STR("s"), &arena), STR("s")));
	CHECK(str_eq(alias_of(&aliases, STR("x"), &arena), STR("y")));
	CHECK(str_eq(alias_of(&aliases, STR("none"), &arena), STR("none")));
	aliases_release(&aliases);
	arena_release(&arena);
}

int main(void)
{
	test_agreement();
	test_spells();
	test_aliases();
	test_order();
	test_random_graphs();
	test_projection();
	return check_summary("graph");
}
