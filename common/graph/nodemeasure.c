/* The table of node measures. */
#include <math.h>

#include "graph/measuretable.h"
#include "graph/sum.h"

#define UNUSED __attribute__((unused))

static double in_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)graph_in_degree(m->g, i);
}

static double out_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)graph_degree(m->g, i);
}

static double strength_over(
	const struct graph *g, const size_t *start, const uint32_t *via, size_t i)
{
	struct sum sum = {0};
	for (size_t k = start[i]; k < start[i + 1]; k++)
		sum_add(&sum, graph_weight(g, via[k]));
	return sum_value(&sum);
}

static double in_strength(const struct measures *m, UNUSED int variant, size_t i)
{
	return strength_over(m->g, m->g->in_start, m->g->in_via, i);
}

static double out_strength(const struct measures *m, UNUSED int variant, size_t i)
{
	return strength_over(m->g, m->g->start, m->g->via, i);
}

static double loops(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->g->loop_rows ? m->g->loop_rows[i] : 0;
}

static double component(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->weak.of[i];
}

static double strong_component(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->strong.of[i];
}

static double community(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->communities.of[i];
}

static double core(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->core[i];
}

static double triangles(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)m->triangles[i];
}

static double clustering(const struct measures *m, UNUSED int variant, size_t i)
{
	double d = (double)graph_degree(m->flat, i);
	return d < 2 ? NAN : 2 * (double)m->triangles[i] / (d * (d - 1));
}

static double avg_neighbour_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	const struct graph *g = m->flat;
	size_t sum = 0, d = graph_degree(g, i);
	for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
		sum += graph_degree(g, g->to[k]);
	return d ? (double)sum / (double)d : NAN;
}

static double articulation(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->blocks.articulation[i];
}

static double eccentricity(const struct measures *m, int length, size_t i)
{
	return m->paths[length].eccentricity[i];
}

static double betweenness(const struct measures *m, int length, size_t i)
{
	double value = m->paths[length].betweenness[i];
	return isfinite(value) ? value
	                       : (double)NAN; /* more shortest paths than a double can count */
}

static double betweenness_norm(const struct measures *m, int length, size_t i)
{
	double n = (double)m->g->nodes, pairs = (n - 1) * (n - 2) / (m->g->directed ? 1 : 2);
	return pairs > 0 ? betweenness(m, length, i) / pairs : NAN;
}

static double closeness_raw(const struct measures *m, int length, size_t i)
{
	double distance = m->paths[length].distance[i];
	return distance > 0 ? 1 / distance : NAN;
}

static double closeness(const struct measures *m, int length, size_t i)
{
	if (m->sample)
		return m->paths[length].closeness[i];
	double distance = m->paths[length].distance[i];
	return distance > 0 ? (m->paths[length].reached[i] - 1) / distance : (double)NAN;
}

static double closeness_wf(const struct measures *m, int length, size_t i)
{
	double others = m->paths[length].reached[i] - 1, n = (double)m->g->nodes;
	if (n < 2)
		return NAN;
	return others > 0 ? closeness(m, length, i) * others / (n - 1) : 0;
}

static double harmonic(const struct measures *m, int length, size_t i)
{
	return m->paths[length].harmonic[i];
}

static double harmonic_norm(const struct measures *m, int length, size_t i)
{
	return m->g->nodes > 1 ? m->paths[length].harmonic[i] / (double)(m->g->nodes - 1) : NAN;
}

static double betweenness_se(const struct measures *m, int length, size_t i)
{
	double value = m->paths[length].betweenness_se[i];
	return isfinite(value) ? value : (double)NAN;
}

static double closeness_se(const struct measures *m, int length, size_t i)
{
	return m->paths[length].closeness_se[i];
}

static double harmonic_se(const struct measures *m, int length, size_t i)
{
	return m->paths[length].harmonic_se[i];
}

static double pagerank(const struct measures *m, int weighted, size_t i)
{
	return m->pagerank[weighted][i];
}

static double eigenvector_component(const struct measures *m, int weighted, size_t i)
{
	return m->eigenvector[weighted] ? m->eigenvector[weighted][i] : (double)NAN;
}

static double eigenvector(const struct measures *m, int weighted, size_t i)
{
	return m->connected ? eigenvector_component(m, weighted, i) : (double)NAN;
}

static double hub(const struct measures *m, int weighted, size_t i)
{
	return m->hub[weighted] ? m->hub[weighted][i] : (double)NAN;
}

static double authority(const struct measures *m, int weighted, size_t i)
{
	return m->authority[weighted] ? m->authority[weighted][i] : (double)NAN;
}

static double constraint(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].constraint[i];
}

static double effective_size(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].effective_size[i];
}

static double efficiency(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].effective_size[i] / (double)graph_degree(m->flat, i);
}

static double internal(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->groups.of[i] == INTERN_NONE ? NAN : (double)m->mixing.internal[i];
}

static double external(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->groups.of[i] == INTERN_NONE ? NAN : (double)m->mixing.external[i];
}

static double ei(const struct measures *m, UNUSED int variant, size_t i)
{
	double in = m->mixing.internal[i], out = m->mixing.external[i];
	return in + out > 0 ? (out - in) / (out + in) : NAN;
}

static double cross_share(const struct measures *m, UNUSED int variant, size_t i)
{
	double in = m->mixing.internal[i], out = m->mixing.external[i];
	return in + out > 0 ? out / (out + in) : NAN;
}

/* Adds the weights of the edges on one side of a node to those across, or inside. */
static void add_weights(const struct measures *m, const size_t *start, const uint32_t *to,
	const uint32_t *via, size_t i, struct sum sums[static 2])
{
	const uint32_t *of = m->groups.of;
	for (size_t k = start[i]; k < start[i + 1]; k++)
		if (of[to[k]] != INTERN_NONE)
			sum_add(&sums[of[to[k]] != of[i]], graph_weight(m->g, via[k]));
}

static double cross_share_weight(const struct measures *m, UNUSED int variant, size_t i)
{
	const struct graph *g = m->g;
	struct sum sums[2] = {{0}};
	if (m->groups.of[i] == INTERN_NONE)
		return NAN;
	add_weights(m, g->start, g->to, g->via, i, sums);
	if (g->directed)
		add_weights(m, g->in_start, g->from, g->in_via, i, sums);
	double in = sum_value(&sums[0]), out = sum_value(&sums[1]);
	return in + out > 0 ? out / (out + in) : NAN;
}

static double broker(const struct measures *m, int role, size_t i)
{
	return m->groups.of[i] == INTERN_NONE ? NAN : (double)m->brokers.of[role][i];
}

static double brokerage(const struct measures *m, UNUSED int variant, size_t i)
{
	double times = 0;
	for (int role = 0; role < BROKER_ROLES; role++)
		times += broker(m, role, i);
	return times;
}

static double activities(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)(m->two->item_start[i + 1] - m->two->item_start[i]);
}

/* Latapy, Magnien and Del Vecchio (2008), pairwise: the mean of shared / all events over the
 * neighbours. */
static double clustering_latapy(const struct measures *m, UNUSED int variant, size_t i)
{
	const struct graph *g = m->g;
	struct sum sum = {0};
	if (!m->two)
		return m->bimode.clustering[i];
	for (size_t k = g->start[i]; k < g->start[i + 1]; k++) {
		double shared = graph_weight(g, g->via[k]);
		sum_add(&sum, shared / (activities(m, 0, i) + activities(m, 0, g->to[k]) - shared));
	}
	return graph_degree(g, i) ? sum_value(&sum) / (double)graph_degree(g, i) : 0;
}

static double degree_bipartite(const struct measures *m, UNUSED int variant, size_t i)
{
	return bimode_degree(&m->bimode, m->g, i);
}

static double betweenness_bipartite(const struct measures *m, int length, size_t i)
{
	return bimode_betweenness(&m->bimode, m->g, i, betweenness(m, length, i));
}

static double closeness_bipartite(const struct measures *m, int length, size_t i)
{
	const struct paths *p = &m->paths[length];
	return bimode_closeness(&m->bimode, m->g, i, p->distance[i], p->reached[i]);
}

/* clang-format off */

enum {
	LENGTHS = MEASURE_LENGTHS,
	SAMPLED = MEASURE_SAMPLED,
	ERROR = MEASURE_ERROR,
	DIRECTED = MEASURE_DIRECTED,
};

/* Each with a form for every kind of length, and some with the error of an estimate. */
#define PATH_MEASURES(suffix, length)                                                              \
	{"betweenness" suffix, NEED_BETWEEN << length, length, betweenness, SAMPLED | LENGTHS},    \
	{"betweenness_norm" suffix, NEED_BETWEEN << length, length, betweenness_norm, LENGTHS}, \
	{"closeness_raw" suffix, NEED_PATHS << length, length, closeness_raw, LENGTHS}, \
	{"closeness" suffix, NEED_PATHS << length, length, closeness, SAMPLED | LENGTHS}, \
	{"closeness_wf" suffix, NEED_PATHS << length, length, closeness_wf, LENGTHS}, \
	{"harmonic" suffix, NEED_PATHS << length, length, harmonic, SAMPLED | LENGTHS}, \
	{"betweenness" suffix "_se", NEED_BETWEEN << length, length, betweenness_se, ERROR}, \
	{"closeness" suffix "_se", NEED_PATHS << length, length, closeness_se, ERROR}, \
	{"harmonic" suffix "_se", NEED_PATHS << length, length, harmonic_se, ERROR}, \
	{"harmonic_norm" suffix, NEED_PATHS << length, length, harmonic_norm, LENGTHS}

const struct node_measure NODE_MEASURES[] = {
	{"degree", 0, 0, out_degree, 0},
	{"in_degree", 0, 0, in_degree, DIRECTED},
	{"out_degree", 0, 0, out_degree, DIRECTED},
	{"strength", 0, 0, out_strength, 0},
	{"in_strength", 0, 0, in_strength, DIRECTED},
	{"out_strength", 0, 0, out_strength, DIRECTED},
	{"loops", 0, 0, loops, 0},
	{"component", NEED_WEAK, 0, component, 0},
	{"wcc", NEED_WEAK, 0, component, DIRECTED},
	{"scc", NEED_STRONG, 0, strong_component, DIRECTED},
	{"core", NEED_CORE, 0, core, 0},
	{"community", NEED_COMMUNITIES, 0, community, 0},
	{"triangles", NEED_TRIANGLES, 0, triangles, 0},
	{"clustering", NEED_TRIANGLES, 0, clustering, 0},
	{"avg_neighbour_degree", 0, 0, avg_neighbour_degree, 0},
	{"articulation", NEED_BLOCKS, 0, articulation, 0},
	{"eccentricity", NEED_PATHS, LENGTH_NONE, eccentricity, 0},
	PATH_MEASURES("", LENGTH_NONE),
	PATH_MEASURES("_inv", LENGTH_INVERSE),
	PATH_MEASURES("_dist", LENGTH_WEIGHT),
	{"betweenness_directed", NEED_BETWEEN, LENGTH_NONE, betweenness, SAMPLED | DIRECTED},
	{"pagerank", NEED_PAGERANK, 0, pagerank, 0},
	{"pagerank_w", NEED_PAGERANK_W, 1, pagerank, 0},
	{"eigenvector", NEED_EIGENVECTOR, 0, eigenvector, 0},
	{"eigenvector_w", NEED_EIGENVECTOR_W, 1, eigenvector, 0},
	{"eigenvector_component", NEED_EIGENVECTOR, 0, eigenvector_component, 0},
	{"eigenvector_component_w", NEED_EIGENVECTOR_W, 1, eigenvector_component, 0},
	{"hub", NEED_HITS, 0, hub, 0},
	{"hub_w", NEED_HITS_W, 1, hub, 0},
	{"authority", NEED_HITS, 0, authority, 0},
	{"authority_w", NEED_HITS_W, 1, authority, 0},
	{"constraint", NEED_HOLES, 0, constraint, 0},
	{"constraint_w", NEED_HOLES_W, 1, constraint, 0},
	{"effective_size", NEED_HOLES, 0, effective_size, 0},
	{"effective_size_w", NEED_HOLES_W, 1, effective_size, 0},
	{"efficiency", NEED_HOLES, 0, efficiency, 0},
	{"efficiency_w", NEED_HOLES_W, 1, efficiency, 0},
	{"internal", NEED_MIXING, 0, internal, 0},
	{"external", NEED_MIXING, 0, external, 0},
	{"ei", NEED_MIXING, 0, ei, 0},
	{"cross_share", NEED_MIXING, 0, cross_share, 0},
	{"cross_share_weight", NEED_MIXING, 0, cross_share_weight, 0},
	{"coordinator", NEED_BROKER, COORDINATOR, broker, 0},
	{"itinerant", NEED_BROKER, ITINERANT, broker, 0},
	{"gatekeeper", NEED_BROKER, GATEKEEPER, broker, 0},
	{"representative", NEED_BROKER, REPRESENTATIVE, broker, 0},
	{"liaison", NEED_BROKER, LIAISON, broker, 0},
	{"brokerage", NEED_BROKER, 0, brokerage, 0},
	{"activities", NEED_TWO_MODE, 0, activities, 0},
	{"degree_bipartite", NEED_BIMODE, 0, degree_bipartite, 0},
	{"betweenness_bipartite", NEED_BIMODE | NEED_BETWEEN, LENGTH_NONE, betweenness_bipartite, 0},
	{"closeness_bipartite", NEED_BIMODE | NEED_PATHS, LENGTH_NONE, closeness_bipartite, 0},
	{"clustering_latapy", NEED_TWO_MODE, 0, clustering_latapy, MEASURE_BOTH_MODES},
};

/* clang-format on */

const size_t NODE_MEASURES_N = sizeof NODE_MEASURES / sizeof *NODE_MEASURES;
