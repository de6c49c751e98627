/* The table of measures of the whole graph. */
#include <math.h>

#include "graph/measuretable.h"
#include "graph/sum.h"

static double divide(double a, double b)
{
	return b != 0 ? a / b : (double)NAN;
}

static double node_count(const struct measures *m)
{
	return (double)m->g->nodes;
}

static double edge_count(const struct measures *m)
{
	return (double)m->g->edges;
}

static double loop_count(const struct measures *m)
{
	return (double)m->g->loops;
}

static double isolates(const struct measures *m)
{
	size_t n = 0;
	for (size_t i = 0; i < m->flat->nodes; i++)
		n += graph_degree(m->flat, i) == 0;
	return (double)n;
}

static double components(const struct measures *m)
{
	return (double)m->weak.n;
}

static double strong_components(const struct measures *m)
{
	return (double)m->strong.n;
}

static double largest_component(const struct measures *m)
{
	return m->weak.n ? (double)m->weak.size[1] : 0;
}

static double largest_component_share(const struct measures *m)
{
	return divide(largest_component(m), node_count(m));
}

static double density(const struct measures *m)
{
	double n = node_count(m), edges = edge_count(m);
	return divide(m->g->directed ? edges : 2 * edges, n * (n - 1));
}

static double mean_degree(const struct measures *m)
{
	return divide(m->g->directed ? edge_count(m) : 2 * edge_count(m), node_count(m));
}

static double max_degree(const struct measures *m)
{
	size_t largest = 0;
	for (size_t i = 0; i < m->g->nodes; i++)
		if (graph_degree(m->g, i) > largest)
			largest = graph_degree(m->g, i);
	return (double)largest;
}

static double total_weight(const struct measures *m)
{
	struct sum sum = {0};
	for (size_t e = 0; e < m->g->edges; e++)
		sum_add(&sum, graph_weight(m->g, e));
	return sum_value(&sum);
}

static double triangles(const struct measures *m)
{
	uint64_t corners = 0;
	for (size_t i = 0; i < m->flat->nodes; i++)
		corners += m->triangles[i];
	return (double)(corners / 3);
}

static double transitivity(const struct measures *m)
{
	double triples = 0;
	for (size_t i = 0; i < m->flat->nodes; i++) {
		double d = (double)graph_degree(m->flat, i);
		triples += d * (d - 1) / 2;
	}
	return divide(3 * triangles(m), triples);
}

/* Sum of the local clustering; in *n the nodes that have one. */
static double sum_clustering(const struct measures *m, size_t *n)
{
	struct sum sum = {0};
	*n = 0;
	for (size_t i = 0; i < m->flat->nodes; i++) {
		double d = (double)graph_degree(m->flat, i);
		if (d < 2)
			continue;
		sum_add(&sum, 2 * (double)m->triangles[i] / (d * (d - 1)));
		++*n;
	}
	return sum_value(&sum);
}

static double avg_clustering(const struct measures *m)
{
	size_t n;
	double sum = sum_clustering(m, &n);
	return divide(sum, (double)n);
}

static double avg_clustering_zero(const struct measures *m)
{
	size_t n;
	return divide(sum_clustering(m, &n), node_count(m));
}

/* Is the node counted: any, or only those of the largest component? */
static bool counted(const struct measures *m, size_t i, bool largest)
{
	return !largest || m->weak.of[i] == 1;
}

static double extreme_eccentricity(const struct measures *m, bool largest, bool smallest)
{
	double found = NAN;
	for (size_t i = 0; i < m->g->nodes; i++) {
		double e = m->paths[LENGTH_NONE].eccentricity[i];
		if (counted(m, i, largest) && !(smallest ? e >= found : e <= found))
			found = e;
	}
	return found;
}

static double diameter(const struct measures *m)
{
	return extreme_eccentricity(m, false, false);
}

static double diameter_largest(const struct measures *m)
{
	return extreme_eccentricity(m, true, false);
}

static double radius_largest(const struct measures *m)
{
	return extreme_eccentricity(m, true, true);
}

static double path_length(const struct measures *m, bool largest)
{
	const struct paths *p = &m->paths[LENGTH_NONE];
	double distance = 0, pairs = 0;
	for (size_t i = 0; i < m->g->nodes; i++) {
		if (!counted(m, i, largest))
			continue;
		distance += p->distance[i];
		pairs += p->reached[i] - 1;
	}
	return divide(distance, pairs);
}

static double avg_path_length(const struct measures *m)
{
	return path_length(m, false);
}

static double avg_path_length_largest(const struct measures *m)
{
	return path_length(m, true);
}

static double global_efficiency(const struct measures *m)
{
	struct sum sum = {0};
	double n = node_count(m);
	for (size_t i = 0; i < m->g->nodes; i++)
		sum_add(&sum, m->paths[LENGTH_NONE].harmonic[i]);
	return divide(sum_value(&sum), n * (n - 1));
}

/* Pearson's correlation of the degrees at the two ends, both ways round. */
static double assortativity_degree(const struct measures *m)
{
	double sum = 0, squares = 0, products = 0, ends = 2 * (double)m->flat->edges;
	for (size_t e = 0; e < m->flat->edges; e++) {
		double a = (double)graph_degree(m->flat, m->flat->ends[e].a);
		double b = (double)graph_degree(m->flat, m->flat->ends[e].b);
		sum += a + b;
		squares += a * a + b * b;
		products += 2 * a * b;
	}
	return ends > 0 ? divide(products - sum * sum / ends, squares - sum * sum / ends)
	                : (double)NAN;
}

static double max_core(const struct measures *m)
{
	uint32_t largest = 0;
	for (size_t i = 0; i < m->g->nodes; i++)
		if (m->core[i] > largest)
			largest = m->core[i];
	return largest;
}

static double bridges(const struct measures *m)
{
	return (double)m->blocks.nbridge;
}

static double articulation_points(const struct measures *m)
{
	return (double)m->blocks.narticulation;
}

static double biconnected_components(const struct measures *m)
{
	return (double)m->blocks.n;
}

/* Freeman (1979): how far all are from the most central, as a share of what a star would have. */
static double centralisation(
	const struct measures *m, double (*value)(const struct measures *m, size_t i), double star)
{
	struct sum sum = {0};
	double largest = 0;
	for (size_t i = 0; i < m->g->nodes; i++)
		largest = fmax(largest, value(m, i));
	for (size_t i = 0; i < m->g->nodes; i++)
		sum_add(&sum, largest - value(m, i));
	return divide(sum_value(&sum), star);
}

static double degree_of(const struct measures *m, size_t i)
{
	return (double)graph_degree(m->g, i);
}

static double betweenness_of(const struct measures *m, size_t i)
{
	double value = m->paths[LENGTH_NONE].betweenness[i];
	return isfinite(value) ? value : (double)NAN;
}

static double closeness_of(const struct measures *m, size_t i)
{
	return (double)(m->g->nodes - 1) / m->paths[LENGTH_NONE].distance[i];
}

static double centralisation_degree(const struct measures *m)
{
	double n = node_count(m);
	return n < 3 ? NAN : centralisation(m, degree_of, (n - 1) * (n - 2));
}

static double centralisation_betweenness(const struct measures *m)
{
	double n = node_count(m);
	return n < 3 ? NAN : centralisation(m, betweenness_of, (n - 1) * (n - 1) * (n - 2) / 2);
}

static double centralisation_closeness(const struct measures *m)
{
	double n = node_count(m);
	if (m->weak.n != 1 || n < 3)
		return NAN;
	return centralisation(m, closeness_of, (n - 1) * (n - 2) / (2 * n - 3));
}

/* Pairs of nodes with arcs both ways. */
static double dyads_mutual(const struct measures *m)
{
	const struct graph *g = m->g;
	size_t n = 0;
	for (size_t e = 0; e < g->edges; e++)
		n += g->ends[e].a < g->ends[e].b &&
		     graph_edge(g, g->ends[e].b, g->ends[e].a) != SIZE_MAX;
	return (double)n;
}

static double dyads_asymmetric(const struct measures *m)
{
	return edge_count(m) - 2 * dyads_mutual(m);
}

static double dyads_null(const struct measures *m)
{
	double n = node_count(m);
	return n * (n - 1) / 2 - dyads_mutual(m) - dyads_asymmetric(m);
}

static double reciprocity(const struct measures *m)
{
	return divide(2 * dyads_mutual(m), edge_count(m));
}

static double attr_nodes(const struct measures *m)
{
	return (double)m->mixing.nodes;
}

static double attr_edges(const struct measures *m)
{
	return (double)m->mixing.edges;
}

static double attr_missing(const struct measures *m)
{
	return (double)(m->g->nodes - m->mixing.nodes);
}

static double internal(const struct measures *m)
{
	return (double)(m->mixing.edges - m->mixing.crossing);
}

static double external(const struct measures *m)
{
	return (double)m->mixing.crossing;
}

static double cross_share(const struct measures *m)
{
	return divide(external(m), (double)m->mixing.edges);
}

static double cross_share_weight(const struct measures *m)
{
	return divide(m->mixing.crossing_weight, m->mixing.weight);
}

static double ei_index(const struct measures *m)
{
	return divide(external(m) - internal(m), (double)m->mixing.edges);
}

static double ei_index_weight(const struct measures *m)
{
	return divide(2 * m->mixing.crossing_weight - m->mixing.weight, m->mixing.weight);
}

static double ei_expected(const struct measures *m)
{
	return m->mixing.expected_ei;
}

static double assortativity_nominal(const struct measures *m)
{
	return m->mixing.assortativity;
}

static double ei_sd(const struct measures *m)
{
	return m->permutation.sd;
}

static double ei_z(const struct measures *m)
{
	return divide(ei_index(m) - m->permutation.mean, m->permutation.sd);
}

static double ei_p_low(const struct measures *m)
{
	return m->permutation.ei.low;
}

static double ei_p_high(const struct measures *m)
{
	return m->permutation.ei.high;
}

static double assortativity_permuted(const struct measures *m)
{
	return m->permutation.assortativity_mean;
}

static double assortativity_sd(const struct measures *m)
{
	return m->permutation.assortativity_sd;
}

static double assortativity_p_low(const struct measures *m)
{
	return m->permutation.assortativity.low;
}

static double assortativity_p_high(const struct measures *m)
{
	return m->permutation.assortativity.high;
}

static double community_nmi(const struct measures *m)
{
	return m->agreement.nmi;
}

static double community_ari(const struct measures *m)
{
	return m->agreement.ari;
}

static double communities(const struct measures *m)
{
	return (double)(m->given ? m->groups.n : m->communities.n);
}

/* A modularity is the share of edges inside less the resolution times the one to be expected. */
static double modularity_of_partition(const struct measures *m)
{
	double inside = divide(internal(m), (double)m->mixing.edges);
	return inside - m->search.resolution * (inside - m->mixing.modularity);
}

static double modularity_of_partition_w(const struct measures *m)
{
	double inside = 1 - cross_share_weight(m);
	return inside - m->search.resolution * (inside - m->mixing.modularity_weight);
}

static double modularity(const struct measures *m)
{
	if (!m->given)
		return m->communities.modularity;
	return m->weighted ? modularity_of_partition_w(m) : modularity_of_partition(m);
}

static double orgs(const struct measures *m)
{
	size_t n = 0;
	if (!m->two) {
		for (size_t i = 0; i < m->g->nodes; i++)
			n += !measures_is_event(m, i) && graph_degree(m->g, i) > 0;
		return (double)n;
	}
	for (size_t i = 0; i < m->two->nitems; i++)
		n += m->two->item_start[i + 1] > m->two->item_start[i];
	return (double)n;
}

static double activities(const struct measures *m)
{
	return (double)(m->two ? m->two->nevents : m->bimode.events);
}

static double participations(const struct measures *m)
{
	return (double)(m->two ? m->two->event_start[m->two->nevents] : m->g->edges);
}

static double density_two_mode(const struct measures *m)
{
	return divide(participations(m), orgs(m) * activities(m));
}

/* Cycles of four, and paths of three, in the network of both kinds. */
static double squares(const struct measures *m)
{
	double n = 0;
	if (!m->two)
		return m->bimode.squares;
	for (size_t e = 0; e < m->g->edges; e++)
		n += graph_weight(m->g, e) * (graph_weight(m->g, e) - 1) / 2;
	return n;
}

static double paths_of_three(const struct measures *m)
{
	const struct twomode *two = m->two;
	double n = 0;
	for (size_t e = 0; !two && e < m->g->edges; e++)
		n += (double)(graph_degree(m->g, m->g->ends[e].a) - 1) *
		     (double)(graph_degree(m->g, m->g->ends[e].b) - 1);
	for (size_t e = 0; two && e < two->nevents; e++)
		for (size_t i = two->event_start[e]; i < two->event_start[e + 1]; i++) {
			uint32_t item = two->event_items[i];
			double d = (double)(two->item_start[item + 1] - two->item_start[item]);
			n += (d - 1) * (double)(two->event_start[e + 1] - two->event_start[e] - 1);
		}
	return n;
}

/* Robins and Alexander (2004). */
static double clustering_robins_alexander(const struct measures *m)
{
	return divide(4 * squares(m), paths_of_three(m));
}

static double nodes_new(const struct measures *m)
{
	return node_count(m) - (double)m->change.nodes_kept;
}

static double nodes_kept(const struct measures *m)
{
	return (double)m->change.nodes_kept;
}

static double nodes_gone(const struct measures *m)
{
	return (double)(m->change.nodes_before - m->change.nodes_kept);
}

static double edges_new(const struct measures *m)
{
	return edge_count(m) - (double)m->change.edges_kept;
}

static double edges_kept(const struct measures *m)
{
	return (double)m->change.edges_kept;
}

static double edges_gone(const struct measures *m)
{
	return (double)(m->change.edges_before - m->change.edges_kept);
}

enum {
	IN_TIME = FITS_BOTH | FITS_TIME,
	GROUPS = FITS_BOTH | FITS_GROUPS,
	PERMUTED = GROUPS | FITS_PERMUTED,
	TWO_MODE = FITS_UNDIRECTED | FITS_TWO_MODE,
};

/* clang-format off */
const struct graph_measure GRAPH_MEASURES[] = {
	{"nodes", 0, FITS_BOTH, node_count, 0},
	{"edges", 0, FITS_UNDIRECTED, edge_count, 0},
	{"arcs", 0, FITS_DIRECTED, edge_count, 0},
	{"loops", 0, FITS_BOTH, loop_count, 0},
	{"nodes_new", 0, IN_TIME, nodes_new, 0},
	{"nodes_kept", 0, IN_TIME, nodes_kept, 0},
	{"nodes_gone", 0, IN_TIME, nodes_gone, 0},
	{"edges_new", 0, IN_TIME, edges_new, 0},
	{"edges_kept", 0, IN_TIME, edges_kept, 0},
	{"edges_gone", 0, IN_TIME, edges_gone, 0},
	{"orgs", NEED_TWO_MODE, TWO_MODE, orgs, 0},
	{"activities", NEED_TWO_MODE, TWO_MODE, activities, 0},
	{"participations", NEED_TWO_MODE, TWO_MODE, participations, 0},
	{"density_two_mode", NEED_TWO_MODE, TWO_MODE, density_two_mode, 0},
	{"clustering_robins_alexander", NEED_TWO_MODE, TWO_MODE, clustering_robins_alexander, 0},
	{"projected_edges", NEED_TWO_MODE, FITS_UNDIRECTED | FITS_PROJECTED, edge_count, 0},
	{"isolates", 0, FITS_BOTH, isolates, 0},
	{"components", NEED_WEAK, FITS_BOTH, components, 0},
	{"strong_components", NEED_STRONG, FITS_DIRECTED, strong_components, 0},
	{"largest_component", NEED_WEAK, FITS_BOTH, largest_component, 0},
	{"largest_component_share", NEED_WEAK, FITS_BOTH, largest_component_share, 0},
	{"density", 0, FITS_BOTH, density, 0},
	{"mean_degree", 0, FITS_BOTH, mean_degree, 0},
	{"max_degree", 0, FITS_UNDIRECTED, max_degree, 0},
	{"total_weight", 0, FITS_BOTH, total_weight, 0},
	{"reciprocity", 0, FITS_DIRECTED, reciprocity, 0},
	{"dyads_mutual", 0, FITS_DIRECTED, dyads_mutual, 0},
	{"dyads_asymmetric", 0, FITS_DIRECTED, dyads_asymmetric, 0},
	{"dyads_null", 0, FITS_DIRECTED, dyads_null, 0},
	{"triad_003", NEED_TRIADS, FITS_DIRECTED, NULL, 0},
	{"triad_012", NEED_TRIADS, FITS_DIRECTED, NULL, 1},
	{"triad_102", NEED_TRIADS, FITS_DIRECTED, NULL, 2},
	{"triad_021D", NEED_TRIADS, FITS_DIRECTED, NULL, 3},
	{"triad_021U", NEED_TRIADS, FITS_DIRECTED, NULL, 4},
	{"triad_021C", NEED_TRIADS, FITS_DIRECTED, NULL, 5},
	{"triad_111D", NEED_TRIADS, FITS_DIRECTED, NULL, 6},
	{"triad_111U", NEED_TRIADS, FITS_DIRECTED, NULL, 7},
	{"triad_030T", NEED_TRIADS, FITS_DIRECTED, NULL, 8},
	{"triad_030C", NEED_TRIADS, FITS_DIRECTED, NULL, 9},
	{"triad_201", NEED_TRIADS, FITS_DIRECTED, NULL, 10},
	{"triad_120D", NEED_TRIADS, FITS_DIRECTED, NULL, 11},
	{"triad_120U", NEED_TRIADS, FITS_DIRECTED, NULL, 12},
	{"triad_120C", NEED_TRIADS, FITS_DIRECTED, NULL, 13},
	{"triad_210", NEED_TRIADS, FITS_DIRECTED, NULL, 14},
	{"triad_300", NEED_TRIADS, FITS_DIRECTED, NULL, 15},
	{"transitivity", NEED_TRIANGLES, FITS_BOTH, transitivity, 0},
	{"avg_clustering", NEED_TRIANGLES, FITS_BOTH, avg_clustering, 0},
	{"avg_clustering_zero", NEED_TRIANGLES, FITS_BOTH, avg_clustering_zero, 0},
	{"triangles", NEED_TRIANGLES, FITS_BOTH, triangles, 0},
	{"diameter", NEED_PATHS, FITS_BOTH, diameter, 0},
	{"diameter_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, diameter_largest, 0},
	{"radius_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, radius_largest, 0},
	{"avg_path_length", NEED_PATHS, FITS_BOTH, avg_path_length, 0},
	{"avg_path_length_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, avg_path_length_largest, 0},
	{"global_efficiency", NEED_PATHS, FITS_BOTH, global_efficiency, 0},
	{"assortativity_degree", 0, FITS_UNDIRECTED, assortativity_degree, 0},
	{"max_core", NEED_CORE, FITS_BOTH, max_core, 0},
	{"bridges", NEED_BLOCKS, FITS_BOTH, bridges, 0},
	{"articulation_points", NEED_BLOCKS, FITS_BOTH, articulation_points, 0},
	{"biconnected_components", NEED_BLOCKS, FITS_BOTH, biconnected_components, 0},
	{"centralisation_degree", 0, FITS_UNDIRECTED, centralisation_degree, 0},
	{"centralisation_betweenness", NEED_BETWEEN, FITS_UNDIRECTED, centralisation_betweenness, 0},
	{"centralisation_closeness", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, centralisation_closeness, 0},
	{"communities", NEED_COMMUNITIES, FITS_BOTH, communities, 0},
	{"modularity", NEED_COMMUNITIES, FITS_BOTH, modularity, 0},
	{"attr_nodes", NEED_MIXING, GROUPS, attr_nodes, 0},
	{"attr_missing", NEED_MIXING, GROUPS, attr_missing, 0},
	{"attr_edges", NEED_MIXING, GROUPS, attr_edges, 0},
	{"internal", NEED_MIXING, GROUPS, internal, 0},
	{"external", NEED_MIXING, GROUPS, external, 0},
	{"cross_share", NEED_MIXING, GROUPS, cross_share, 0},
	{"cross_share_weight", NEED_MIXING, GROUPS, cross_share_weight, 0},
	{"ei_index", NEED_MIXING, GROUPS, ei_index, 0},
	{"ei_index_weight", NEED_MIXING, GROUPS, ei_index_weight, 0},
	{"ei_expected_permutation", NEED_MIXING, GROUPS, ei_expected, 0},
	{"ei_sd_permutation", NEED_PERMUTATIONS, GROUPS, ei_sd, 0},
	{"ei_z", NEED_MIXING | NEED_PERMUTATIONS, GROUPS, ei_z, 0},
	{"ei_p_low", NEED_PERMUTATIONS, PERMUTED, ei_p_low, 0},
	{"ei_p_high", NEED_PERMUTATIONS, PERMUTED, ei_p_high, 0},
	{"assortativity_nominal", NEED_MIXING, GROUPS, assortativity_nominal, 0},
	{"assortativity_mean_permutation", NEED_PERMUTATIONS, PERMUTED, assortativity_permuted, 0},
	{"assortativity_sd_permutation", NEED_PERMUTATIONS, PERMUTED, assortativity_sd, 0},
	{"assortativity_p_low", NEED_PERMUTATIONS, PERMUTED, assortativity_p_low, 0},
	{"assortativity_p_high", NEED_PERMUTATIONS, PERMUTED, assortativity_p_high, 0},
	{"modularity_of_partition", NEED_MIXING, GROUPS, modularity_of_partition, 0},
	{"modularity_of_partition_w", NEED_MIXING, GROUPS, modularity_of_partition_w, 0},
	{"community_nmi", NEED_AGREEMENT, GROUPS, community_nmi, 0},
	{"community_ari", NEED_AGREEMENT, GROUPS, community_ari, 0},
};
/* clang-format on */

const size_t GRAPH_MEASURES_N = sizeof GRAPH_MEASURES / sizeof *GRAPH_MEASURES;

double graph_measure_value(const struct graph_measure *measure, const struct measures *m)
{
	return measure->value ? measure->value(m) : m->triads[measure->triad];
}
