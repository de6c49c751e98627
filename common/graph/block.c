#include <stdlib.h>

#include "base/mem.h"
#include "graph/block.h"

/* A depth-first search whose recursion is the path from the root. */
struct search {
	const struct graph *g;
	struct blocks *b;
	uint32_t *index; /* order of first visit, from 1; 0 not yet */
	uint32_t *low;   /* the earliest visit that the subtree reaches by one edge back */
	uint32_t *entry; /* the edge that a node was reached by */
	size_t *next;    /* its next neighbour */
	uint32_t *path;
	size_t npath;
	uint32_t visits;
};

static void visit(struct search *s, uint32_t node, uint32_t entry)
{
	s->index[node] = s->low[node] = ++s->visits;
	s->entry[node] = entry;
	s->next[node] = s->g->start[node];
	s->path[s->npath++] = node;
}

/* The subtree of `child` is done; its parent is now at the end of the path. */
static void leave(struct search *s, uint32_t child)
{
	uint32_t parent = s->path[s->npath - 1];
	bool is_root = s->npath == 1;
	if (s->low[child] < s->low[parent])
		s->low[parent] = s->low[child];
	if (s->low[child] > s->index[parent]) {
		s->b->bridge[s->entry[child]] = true;
		s->b->nbridge++;
	}
	if (s->low[child] < s->index[parent])
		return;
	s->b->n++;
	/* A root parts the graph only when it has another subtree. */
	if (!is_root && !s->b->articulation[parent]) {
		s->b->articulation[parent] = true;
		s->b->narticulation++;
	}
}

static void search_from(struct search *s, uint32_t root)
{
	size_t children = 0;
	visit(s, root, UINT32_MAX);
	while (s->npath) {
		uint32_t node = s->path[s->npath - 1];
		if (s->next[node] == s->g->start[node + 1]) {
			s->npath--;
			if (s->npath)
				leave(s, node);
			continue;
		}
		size_t at = s->next[node]++;
		uint32_t other = s->g->to[at];
		if (!s->index[other]) {
			children += node == root;
			visit(s, other, s->g->via[at]);
		} else if (s->g->via[at] != s->entry[node] && s->index[other] < s->low[node]) {
			s->low[node] = s->index[other];
		}
	}
	if (children > 1) {
		s->b->articulation[root] = true;
		s->b->narticulation++;
	}
}

void blocks_find(struct blocks *b, const struct graph *g)
{
	size_t n = g->nodes + 1;
	struct search s = {.g = g, .b = b};
	*b = (struct blocks){.articulation = mem_zero(n, sizeof *b->articulation),
		.bridge = mem_zero(g->edges + 1, sizeof *b->bridge)};
	s.index = mem_zero(n, sizeof *s.index);
	s.low = mem_zero(n, sizeof *s.low);
	s.entry = mem_zero(n, sizeof *s.entry);
	s.next = mem_zero(n, sizeof *s.next);
	s.path = mem_zero(n, sizeof *s.path);
	for (uint32_t i = 0; i < g->nodes; i++)
		if (!s.index[i])
			search_from(&s, i);
	free(s.index);
	free(s.low);
	free(s.entry);
	free(s.next);
	free(s.path);
}

void blocks_release(struct blocks *b)
{
	free(b->articulation);
	free(b->bridge);
	*b = (struct blocks){0};
}
