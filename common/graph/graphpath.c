/* Measures of the whole graph: distances, and how far one node stands above the others. */
#include <math.h>

#include "graph/graphvalue.h"
#include "graph/sum.h"

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

double path_diameter(const struct measures *m)
{
	return extreme_eccentricity(m, false, false);
}

double path_diameter_largest(const struct measures *m)
{
	return extreme_eccentricity(m, true, false);
}

double path_radius_largest(const struct measures *m)
{
	return extreme_eccentricity(m, true, true);
}

static double mean_distance(const struct measures *m, bool largest)
{
	const struct paths *p = &m->paths[LENGTH_NONE];
	double distance = 0, pairs = 0;
	for (size_t i = 0; i < m->g->nodes; i++) {
		if (!counted(m, i, largest))
			continue;
		distance += p->distance[i];
		pairs += p->reached[i] - 1;
	}
	return ratio(distance, pairs);
}

double path_mean_length(const struct measures *m)
{
	return mean_distance(m, false);
}

double path_mean_length_largest(const struct measures *m)
{
	return mean_distance(m, true);
}

double path_global_efficiency(const struct measures *m)
{
	struct sum sum = {0};
	double n = (double)m->g->nodes;
	for (size_t i = 0; i < m->g->nodes; i++)
		sum_add(&sum, m->paths[LENGTH_NONE].harmonic[i]);
	return ratio(sum_value(&sum), n * (n - 1));
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
	return ratio(sum_value(&sum), star);
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

static double degree_of(const struct measures *m, size_t i)
{
	return (double)graph_degree(m->g, i);
}

double path_centralisation_degree(const struct measures *m)
{
	double n = (double)m->g->nodes;
	return n < 3 ? NAN : centralisation(m, degree_of, (n - 1) * (n - 2));
}

double path_centralisation_betweenness(const struct measures *m)
{
	double n = (double)m->g->nodes;
	return n < 3 ? NAN : centralisation(m, betweenness_of, (n - 1) * (n - 1) * (n - 2) / 2);
}

double path_centralisation_closeness(const struct measures *m)
{
	double n = (double)m->g->nodes;
	if (m->weak.n != 1 || n < 3)
		return NAN;
	return centralisation(m, closeness_of, (n - 1) * (n - 2) / (2 * n - 3));
}
