#include <stdlib.h>

#include "base/diag.h"
#include "graph/core.h"
#include "graph/measure.h"
#include "graph/pagerank.h"
#include "graph/spectral.h"
#include "graph/triangle.h"

static void flatten(struct measures *m)
{
	if (m->flat)
		return;
	m->flat = m->g;
	if (m->g->directed) {
		graph_flatten(&m->own_flat, m->g);
		m->flat = &m->own_flat;
	}
}

/* Shortest paths from all nodes of a network as large as this take hours. */
static const double LONG_WORK = 1e12;

static void remark_work(const struct graph *g)
{
	if ((double)g->nodes * (double)(g->edges + g->nodes) > LONG_WORK)
		diag_remark("shortest paths from each of %zu nodes over %zu edges take hours; "
			    "--sample=N estimates what follows from them",
			g->nodes, g->edges);
}

/* The three bits of each kind of path say for which lengths; what was found for less is found
 * again. */
static void prepare_paths(struct measures *m, unsigned needs)
{
	for (unsigned length = 0; length < PATH_LENGTHS; length++) {
		struct paths *p = &m->paths[length];
		bool edges = needs & (unsigned)NEED_EDGE_BETWEEN << length;
		bool between = edges || needs & (unsigned)NEED_BETWEEN << length;
		bool any = between || needs & (unsigned)NEED_PATHS << length;
		unsigned wanted =
			(between ? PATH_BETWEENNESS : 0) | (edges ? PATH_EDGE_BETWEENNESS : 0);
		bool there = p->closeness || p->reached;
		if (!any ||
			(there && (!between || p->betweenness) && (!edges || p->edge_betweenness)))
			continue;
		paths_release(p);
		if (m->sample) {
			paths_sample(p, m->g, (enum path_length)length, m->sample, m->search.seed,
				m->threads);
			continue;
		}
		remark_work(m->g);
		paths_find(p, m->g, (enum path_length)length, wanted, m->threads);
	}
}

/* The parts that have an eigenvector of their own. */
static const struct components *eigen_parts(struct measures *m)
{
	measures_prepare(m, m->g->directed ? NEED_STRONG : NEED_WEAK);
	return m->g->directed ? &m->strong : &m->weak;
}

static void find_eigenvector(struct measures *m, bool weighted)
{
	const struct components *parts = eigen_parts(m);
	m->connected = parts->n == 1;
	if (!m->connected)
		diag_note("the network is not connected: eigenvector is empty, "
			  "eigenvector_component is of each component");
	m->eigenvector[weighted] = eigenvector_find(m->g, parts, weighted);
	if (!m->eigenvector[weighted])
		warn_at(&(struct pos){0}, "eigenvector centrality did not settle in %d rounds",
			spectral_rounds(m->g));
}

static void find_hits(struct measures *m, bool weighted)
{
	const struct pos nowhere = {0};
	if (!hits_find(m->g, weighted, &m->hub[weighted], &m->authority[weighted]))
		warn_at(&nowhere, "hubs and authorities did not settle in %d rounds",
			spectral_rounds(m->g));
}

/* What has a form without and one with weights; the bit of the latter is the next. */
static void prepare_weighted(struct measures *m, unsigned missing)
{
	for (unsigned weighted = 0; weighted < 2; weighted++) {
		if (missing & (unsigned)NEED_PAGERANK << weighted)
			m->pagerank[weighted] = pagerank_find(m->g, weighted);
		if (missing & (unsigned)NEED_HOLES << weighted)
			holes_find(&m->holes[weighted], m->flat, weighted, m->g->directed);
		if (missing & (unsigned)NEED_EIGENVECTOR << weighted)
			find_eigenvector(m, weighted);
		if (missing & (unsigned)NEED_HITS << weighted)
			find_hits(m, weighted);
	}
}

/* What looks at the attribute. */
static void prepare_groups(struct measures *m, unsigned missing)
{
	if (missing & NEED_MIXING)
		mixing_find(&m->mixing, m->g, &m->groups);
	if (missing & NEED_BROKER)
		brokers_find(&m->brokers, m->g, m->groups.of);
	if (missing & NEED_AGREEMENT)
		agreement_find(&m->agreement, m->communities.of, m->groups.of, m->g->nodes);
	if (missing & NEED_PERMUTATIONS)
		permutation_find(
			&m->permutation, m->g, &m->groups, m->permutations, m->search.seed);
}

static void find_communities(struct measures *m)
{
	struct communities *c = &m->communities;
	if (!communities_find(c, m->flat, &m->search))
		diex("out of memory while looking for communities");
	if (c->gain > COMMUNITY_GAIN)
		diag_note("the search for communities was ended when a round still added %.2g to "
			  "the modularity; --restarts=N has each of N searches go on to the end",
			c->gain);
}

void measures_prepare(struct measures *m, unsigned needs)
{
	if (m->given && needs & NEED_COMMUNITIES)
		needs = (needs & ~(unsigned)NEED_COMMUNITIES) | NEED_MIXING;
	if (needs & NEED_AGREEMENT)
		needs |= NEED_COMMUNITIES;
	unsigned missing = needs & ~m->ready;
	m->ready |= needs;
	flatten(m);
	if (missing & NEED_WEAK)
		components_find(&m->weak, m->g);
	if (missing & NEED_STRONG)
		components_find_strong(&m->strong, m->g);
	if (missing & NEED_CORE)
		m->core = cores_find(m->flat);
	if (missing & NEED_TRIANGLES)
		m->triangles = triangles_count(m->flat);
	if (missing & NEED_BLOCKS)
		blocks_find(&m->blocks, m->flat);
	if (missing & (NEED_BIMODE | NEED_TWO_MODE) && m->items != UINT32_MAX &&
		!m->bimode.clustering)
		bimode_find(&m->bimode, m->g, m->items);
	if (missing & NEED_TRIADS)
		triads_count(m->g, m->flat, m->triads);
	if (missing & NEED_COMMUNITIES)
		find_communities(m);
	prepare_groups(m, missing);
	prepare_weighted(m, missing);
	prepare_paths(m, missing);
}

void measures_release(struct measures *m)
{
	if (m->flat == &m->own_flat)
		graph_release(&m->own_flat);
	components_release(&m->weak);
	components_release(&m->strong);
	blocks_release(&m->blocks);
	bimode_release(&m->bimode);
	brokers_release(&m->brokers);
	mixing_release(&m->mixing);
	communities_release(&m->communities);
	for (int length = 0; length < PATH_LENGTHS; length++)
		paths_release(&m->paths[length]);
	free(m->core);
	free(m->triangles);
	for (int weighted = 0; weighted < 2; weighted++) {
		free(m->pagerank[weighted]);
		free(m->eigenvector[weighted]);
		free(m->hub[weighted]);
		free(m->authority[weighted]);
		holes_release(&m->holes[weighted]);
	}

	*m = (struct measures){0};
}
