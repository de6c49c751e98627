/* Measures of the whole graph: groups of an attribute, and communities. */
#include "graph/graphvalue.h"

double group_nodes(const struct measures *m)
{
	return (double)m->mixing.nodes;
}

double group_edges(const struct measures *m)
{
	return (double)m->mixing.edges;
}

double group_missing(const struct measures *m)
{
	return (double)(m->g->nodes - m->mixing.nodes);
}

double group_internal(const struct measures *m)
{
	return (double)(m->mixing.edges - m->mixing.crossing);
}

double group_external(const struct measures *m)
{
	return (double)m->mixing.crossing;
}

double group_cross_share(const struct measures *m)
{
	return ratio(group_external(m), (double)m->mixing.edges);
}

double group_cross_share_weight(const struct measures *m)
{
	return ratio(m->mixing.crossing_weight, m->mixing.weight);
}

double group_ei_index(const struct measures *m)
{
	return ratio(group_external(m) - group_internal(m), (double)m->mixing.edges);
}

double group_ei_index_weight(const struct measures *m)
{
	return ratio(2 * m->mixing.crossing_weight - m->mixing.weight, m->mixing.weight);
}

double group_ei_z(const struct measures *m)
{
	return ratio(group_ei_index(m) - m->permutation.mean, m->permutation.sd);
}

double group_communities(const struct measures *m)
{
	return (double)(m->given ? m->groups.n : m->communities.n);
}

/* A modularity is the share of edges inside less the resolution times the one to be expected. */
double group_modularity_of_partition(const struct measures *m)
{
	double inside = ratio(group_internal(m), (double)m->mixing.edges);
	return inside - m->search.resolution * (inside - m->mixing.modularity);
}

double group_modularity_of_partition_w(const struct measures *m)
{
	double inside = 1 - group_cross_share_weight(m);
	return inside - m->search.resolution * (inside - m->mixing.modularity_weight);
}

double group_modularity(const struct measures *m)
{
	if (!m->given)
		return m->communities.modularity;
	return m->weighted ? group_modularity_of_partition_w(m) : group_modularity_of_partition(m);
}
