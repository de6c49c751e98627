/*
 * graphvalue: the measures of the whole graph that have a file of their own by what they are about;
 * the table of graphmeasure.c gives them their names.
 */
#ifndef KOOP_GRAPH_GRAPHVALUE_H
#define KOOP_GRAPH_GRAPHVALUE_H

#include <math.h>

#include "graph/measuretable.h"

typedef double graph_value(const struct measures *m);

/* a / b, undefined where b is 0. */
static inline double ratio(double a, double b)
{
	return b != 0 ? a / b : (double)NAN;
}

/* Distances and centralisation (graphpath.c). */
graph_value path_diameter, path_diameter_largest, path_radius_largest, path_mean_length,
	path_mean_length_largest, path_global_efficiency, path_centralisation_degree,
	path_centralisation_betweenness, path_centralisation_closeness;

/* Groups of the attribute, and communities (graphgroup.c). */
graph_value group_nodes, group_edges, group_missing, group_internal, group_external,
	group_cross_share, group_cross_share_weight, group_ei_index, group_ei_index_weight,
	group_ei_z, group_communities, group_modularity_of_partition,
	group_modularity_of_partition_w, group_modularity;

/* Are tied nodes alike (graphassort.c)? */
graph_value assort_degree, assort_numeric, assort_nominal_w;

/* Is every value of the attribute a number? */
bool assort_numbers(const struct measures *m);

/* Who took part in what (graphmode.c). */
graph_value mode_orgs, mode_activities, mode_participations, mode_density_two_mode,
	mode_clustering_robins_alexander;

#endif
