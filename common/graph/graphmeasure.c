/* The table of measures of the whole graph. */
#include <math.h>
#include <string.h>

#include "graph/graphvalue.h"
#include "graph/sum.h"

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
	return ratio(largest_component(m), node_count(m));
}

static double density(const struct measures *m)
{
	double n = node_count(m), edges = edge_count(m);
	return ratio(m->g->directed ? edges : 2 * edges, n * (n - 1));
}

static double mean_degree(const struct measures *m)
{
	return ratio(m->g->directed ? edge_count(m) : 2 * edge_count(m), node_count(m));
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
	return ratio(3 * triangles(m), triples);
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
	return ratio(sum, (double)n);
}

static double avg_clustering_zero(const struct measures *m)
{
	size_t n;
	return ratio(sum_clustering(m, &n), node_count(m));
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
	return ratio(2 * dyads_mutual(m), edge_count(m));
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

#define VALUE(function) .value = function
#define FIELD(of)       .field = offsetof(struct measures, of)

/* clang-format off */
const struct graph_measure GRAPH_MEASURES[] = {
	{"nodes", 0, FITS_BOTH, VALUE(node_count)},
	{"edges", 0, FITS_UNDIRECTED, VALUE(edge_count)},
	{"arcs", 0, FITS_DIRECTED, VALUE(edge_count)},
	{"loops", 0, FITS_BOTH, VALUE(loop_count)},
	{"nodes_new", 0, IN_TIME, VALUE(nodes_new)},
	{"nodes_kept", 0, IN_TIME, VALUE(nodes_kept)},
	{"nodes_gone", 0, IN_TIME, VALUE(nodes_gone)},
	{"edges_new", 0, IN_TIME, VALUE(edges_new)},
	{"edges_kept", 0, IN_TIME, VALUE(edges_kept)},
	{"edges_gone", 0, IN_TIME, VALUE(edges_gone)},
	{"orgs", NEED_TWO_MODE, TWO_MODE, VALUE(mode_orgs)},
	{"activities", NEED_TWO_MODE, TWO_MODE, VALUE(mode_activities)},
	{"participations", NEED_TWO_MODE, TWO_MODE, VALUE(mode_participations)},
	{"density_two_mode", NEED_TWO_MODE, TWO_MODE, VALUE(mode_density_two_mode)},
	{"clustering_robins_alexander", NEED_TWO_MODE, TWO_MODE, VALUE(mode_clustering_robins_alexander)},
	{"projected_edges", NEED_TWO_MODE, FITS_UNDIRECTED | FITS_PROJECTED, VALUE(edge_count)},
	{"isolates", 0, FITS_BOTH, VALUE(isolates)},
	{"components", NEED_WEAK, FITS_BOTH, VALUE(components)},
	{"strong_components", NEED_STRONG, FITS_DIRECTED, VALUE(strong_components)},
	{"largest_component", NEED_WEAK, FITS_BOTH, VALUE(largest_component)},
	{"largest_component_share", NEED_WEAK, FITS_BOTH, VALUE(largest_component_share)},
	{"density", 0, FITS_BOTH, VALUE(density)},
	{"mean_degree", 0, FITS_BOTH, VALUE(mean_degree)},
	{"max_degree", 0, FITS_UNDIRECTED, VALUE(max_degree)},
	{"total_weight", 0, FITS_BOTH, VALUE(total_weight)},
	{"reciprocity", 0, FITS_DIRECTED, VALUE(reciprocity)},
	{"dyads_mutual", 0, FITS_DIRECTED, VALUE(dyads_mutual)},
	{"dyads_asymmetric", 0, FITS_DIRECTED, VALUE(dyads_asymmetric)},
	{"dyads_null", 0, FITS_DIRECTED, VALUE(dyads_null)},
	{"triad_003", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[0])},
	{"triad_012", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[1])},
	{"triad_102", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[2])},
	{"triad_021D", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[3])},
	{"triad_021U", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[4])},
	{"triad_021C", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[5])},
	{"triad_111D", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[6])},
	{"triad_111U", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[7])},
	{"triad_030T", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[8])},
	{"triad_030C", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[9])},
	{"triad_201", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[10])},
	{"triad_120D", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[11])},
	{"triad_120U", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[12])},
	{"triad_120C", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[13])},
	{"triad_210", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[14])},
	{"triad_300", NEED_TRIADS, FITS_DIRECTED, FIELD(triads[15])},
	{"transitivity", NEED_TRIANGLES, FITS_BOTH, VALUE(transitivity)},
	{"avg_clustering", NEED_TRIANGLES, FITS_BOTH, VALUE(avg_clustering)},
	{"avg_clustering_zero", NEED_TRIANGLES, FITS_BOTH, VALUE(avg_clustering_zero)},
	{"triangles", NEED_TRIANGLES, FITS_BOTH, VALUE(triangles)},
	{"diameter", NEED_PATHS, FITS_BOTH, VALUE(path_diameter)},
	{"diameter_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, VALUE(path_diameter_largest)},
	{"radius_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, VALUE(path_radius_largest)},
	{"avg_path_length", NEED_PATHS, FITS_BOTH, VALUE(path_mean_length)},
	{"avg_path_length_largest", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, VALUE(path_mean_length_largest)},
	{"global_efficiency", NEED_PATHS, FITS_BOTH, VALUE(path_global_efficiency)},
	{"assortativity_degree", 0, FITS_BOTH | FITS_NAMED_ARCS, VALUE(assort_degree)},
	{"max_core", NEED_CORE, FITS_BOTH, VALUE(max_core)},
	{"bridges", NEED_BLOCKS, FITS_BOTH, VALUE(bridges)},
	{"articulation_points", NEED_BLOCKS, FITS_BOTH, VALUE(articulation_points)},
	{"biconnected_components", NEED_BLOCKS, FITS_BOTH, VALUE(biconnected_components)},
	{"centralisation_degree", 0, FITS_UNDIRECTED, VALUE(path_centralisation_degree)},
	{"centralisation_betweenness", NEED_BETWEEN, FITS_UNDIRECTED, VALUE(path_centralisation_betweenness)},
	{"centralisation_closeness", NEED_PATHS | NEED_WEAK, FITS_UNDIRECTED, VALUE(path_centralisation_closeness)},
	{"communities", NEED_COMMUNITIES, FITS_BOTH, VALUE(group_communities)},
	{"modularity", NEED_COMMUNITIES, FITS_BOTH, VALUE(group_modularity)},
	{"attr_nodes", NEED_MIXING, GROUPS, VALUE(group_nodes)},
	{"attr_missing", NEED_MIXING, GROUPS, VALUE(group_missing)},
	{"attr_edges", NEED_MIXING, GROUPS, VALUE(group_edges)},
	{"internal", NEED_MIXING, GROUPS, VALUE(group_internal)},
	{"external", NEED_MIXING, GROUPS, VALUE(group_external)},
	{"cross_share", NEED_MIXING, GROUPS, VALUE(group_cross_share)},
	{"cross_share_weight", NEED_MIXING, GROUPS, VALUE(group_cross_share_weight)},
	{"ei_index", NEED_MIXING, GROUPS, VALUE(group_ei_index)},
	{"ei_index_weight", NEED_MIXING, GROUPS, VALUE(group_ei_index_weight)},
	{"ei_expected_permutation", NEED_MIXING, GROUPS, FIELD(mixing.expected_ei)},
	{"ei_sd_permutation", NEED_PERMUTATIONS, GROUPS, FIELD(permutation.sd)},
	{"ei_z", NEED_MIXING | NEED_PERMUTATIONS, GROUPS, VALUE(group_ei_z)},
	{"ei_p_low", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.ei.low)},
	{"ei_p_high", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.ei.high)},
	{"assortativity_nominal", NEED_MIXING, GROUPS, FIELD(mixing.assortativity)},
	{"assortativity_nominal_w", NEED_MIXING, GROUPS | FITS_NAMED, VALUE(assort_nominal_w)},
	{"assortativity_numeric", 0, GROUPS | FITS_NAMED | FITS_NUMBERS, VALUE(assort_numeric)},
	{"assortativity_mean_permutation", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.assortativity_mean)},
	{"assortativity_sd_permutation", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.assortativity_sd)},
	{"assortativity_p_low", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.assortativity.low)},
	{"assortativity_p_high", NEED_PERMUTATIONS, PERMUTED, FIELD(permutation.assortativity.high)},
	{"modularity_of_partition", NEED_MIXING, GROUPS, VALUE(group_modularity_of_partition)},
	{"modularity_of_partition_w", NEED_MIXING, GROUPS, VALUE(group_modularity_of_partition_w)},
	{"community_nmi", NEED_AGREEMENT, GROUPS, FIELD(agreement.nmi)},
	{"community_ari", NEED_AGREEMENT, GROUPS, FIELD(agreement.ari)},
};
/* clang-format on */

const size_t GRAPH_MEASURES_N = sizeof GRAPH_MEASURES / sizeof *GRAPH_MEASURES;

double graph_measure_value(const struct graph_measure *measure, const struct measures *m)
{
	double found;
	if (measure->value)
		return measure->value(m);
	memcpy(&found, (const char *)m + measure->field, sizeof found);
	return found;
}
