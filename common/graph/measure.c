#include <stdlib.h>

#include "graph/core.h"
#include "graph/measure.h"
#include "graph/pagerank.h"
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

static void prepare_paths(struct measures *m, unsigned needs)
{
	for (int length = 0; length < PATH_LENGTHS; length++) {
		struct paths *p = &m->paths[length];
		bool between = needs & (unsigned)NEED_BETWEEN << length,
		     any = between || needs & (unsigned)NEED_PATHS << length;
		if (!any || p->betweenness || (p->reached && !between))
			continue;
		paths_release(p);
		paths_find(p, m->g, (enum path_length)length, between, m->threads);
	}
}

void measures_prepare(struct measures *m, unsigned needs)
{
	unsigned missing = needs & ~m->ready;
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
	if (missing & NEED_PAGERANK)
		m->pagerank = pagerank_find(m->g, false);
	if (missing & NEED_PAGERANK_W)
		m->pagerank_w = pagerank_find(m->g, true);
	if (missing & NEED_MIXING)
		mixing_find(&m->mixing, m->g, &m->groups);
	prepare_paths(m, missing);
	m->ready |= needs;
}

void measures_release(struct measures *m)
{
	if (m->flat == &m->own_flat)
		graph_release(&m->own_flat);
	components_release(&m->weak);
	components_release(&m->strong);
	blocks_release(&m->blocks);
	mixing_release(&m->mixing);
	for (int length = 0; length < PATH_LENGTHS; length++)
		paths_release(&m->paths[length]);
	free(m->core);
	free(m->triangles);
	free(m->pagerank);
	free(m->pagerank_w);
	free(m->groups.of);
	*m = (struct measures){0};
}
