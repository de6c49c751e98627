/* Measures of the whole graph: who took part in what. */
#include "graph/graphvalue.h"

double mode_orgs(const struct measures *m)
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

double mode_activities(const struct measures *m)
{
	return (double)(m->two ? m->two->nevents : m->bimode.events);
}

double mode_participations(const struct measures *m)
{
	return (double)(m->two ? m->two->event_start[m->two->nevents] : m->g->edges);
}

double mode_density_two_mode(const struct measures *m)
{
	return ratio(mode_participations(m), mode_orgs(m) * mode_activities(m));
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
double mode_clustering_robins_alexander(const struct measures *m)
{
	return ratio(4 * squares(m), paths_of_three(m));
}
