#include <stdlib.h>

#include "base/mem.h"
#include "graph/component.h"

/* Puts the neighbours that have no component yet into the queue. */
static size_t spread(const struct components *c, uint32_t node, uint32_t label, const size_t *start,
	const uint32_t *to, uint32_t *queue, size_t n)
{
	for (size_t i = start[node]; i < start[node + 1]; i++)
		if (!c->of[to[i]]) {
			c->of[to[i]] = label;
			queue[n++] = to[i];
		}
	return n;
}

struct labelled {
	size_t size;
	uint32_t label; /* as found: a smaller label has the smaller first member */
};

static int by_falling_size(const void *a, const void *b)
{
	const struct labelled *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return x->label < y->label ? -1 : x->label > y->label;
}

/* From labels in order of first member to numbers by size. */
static void renumber(struct components *c, size_t nodes)
{
	struct labelled *order = mem_zero(c->n + 1, sizeof *order);
	uint32_t *number = mem_zero(c->n + 1, sizeof *number);
	for (size_t k = 0; k < c->n; k++)
		order[k] = (struct labelled){c->size[k + 1], (uint32_t)k + 1};
	qsort(order, c->n, sizeof *order, by_falling_size);
	for (size_t k = 0; k < c->n; k++) {
		number[order[k].label] = (uint32_t)k + 1;
		c->size[k + 1] = order[k].size;
	}
	for (size_t i = 0; i < nodes; i++)
		c->of[i] = number[c->of[i]];
	free(order);
	free(number);
}

void components_find(struct components *c, const struct graph *g)
{
	uint32_t *queue = mem_resize(NULL, g->nodes + 1, sizeof *queue);
	c->of = mem_zero(g->nodes + 1, sizeof *c->of);
	c->size = mem_zero(g->nodes + 1, sizeof *c->size);
	c->n = 0;
	for (size_t first = 0; first < g->nodes; first++) {
		if (c->of[first])
			continue;
		size_t n = 1;
		uint32_t label = (uint32_t)++c->n;
		queue[0] = (uint32_t)first;
		c->of[first] = label;
		for (size_t i = 0; i < n; i++) {
			n = spread(c, queue[i], label, g->start, g->to, queue, n);
			if (g->directed)
				n = spread(c, queue[i], label, g->in_start, g->from, queue, n);
		}
		c->size[label] = n;
	}
	free(queue);
	renumber(c, g->nodes);
}

/* Tarjan's search (1972), its recursion kept in arrays. */
struct search {
	const struct graph *g;
	uint32_t *index; /* order of first visit, from 1 */
	uint32_t *low;
	size_t *next;          /* the next arc of a node on the path */
	uint32_t *path, *open; /* the path from the root; nodes whose component is not closed */
	size_t npath, nopen, visits;
	uint32_t *of; /* labels; 0 while open */
	uint32_t labels;
};

static void visit(struct search *s, uint32_t node)
{
	s->index[node] = s->low[node] = (uint32_t)++s->visits;
	s->next[node] = s->g->start[node];
	s->path[s->npath++] = node;
	s->open[s->nopen++] = node;
}

static void close_node(struct search *s, uint32_t node)
{
	s->npath--;
	if (s->npath && s->low[node] < s->low[s->path[s->npath - 1]])
		s->low[s->path[s->npath - 1]] = s->low[node];
	if (s->low[node] != s->index[node])
		return;
	uint32_t member;
	s->labels++;
	do {
		member = s->open[--s->nopen];
		s->of[member] = s->labels;
	} while (member != node);
}

static void search_from(struct search *s, uint32_t root)
{
	visit(s, root);
	while (s->npath) {
		uint32_t node = s->path[s->npath - 1];
		if (s->next[node] == s->g->start[node + 1]) {
			close_node(s, node);
			continue;
		}
		uint32_t other = s->g->to[s->next[node]++];
		if (!s->index[other])
			visit(s, other);
		else if (!s->of[other] && s->index[other] < s->low[node])
			s->low[node] = s->index[other];
	}
}

/* Labels as the search closed them to labels in order of first member. */
static void order_labels(struct components *c, const struct search *s)
{
	uint32_t *label = mem_zero(s->labels + 1, sizeof *label);
	c->n = 0;
	for (size_t i = 0; i < s->g->nodes; i++) {
		uint32_t *mine = &label[s->of[i]];
		if (!*mine)
			*mine = (uint32_t)++c->n;
		c->of[i] = *mine;
		c->size[*mine]++;
	}
	free(label);
}

void components_find_strong(struct components *c, const struct graph *g)
{
	size_t n = g->nodes + 1;
	struct search s = {.g = g};
	s.index = mem_zero(n, sizeof *s.index);
	s.low = mem_zero(n, sizeof *s.low);
	s.next = mem_zero(n, sizeof *s.next);
	s.path = mem_zero(n, sizeof *s.path);
	s.open = mem_zero(n, sizeof *s.open);
	s.of = mem_zero(n, sizeof *s.of);
	c->of = mem_zero(n, sizeof *c->of);
	c->size = mem_zero(n, sizeof *c->size);
	for (size_t i = 0; i < g->nodes; i++)
		if (!s.index[i])
			search_from(&s, (uint32_t)i);
	order_labels(c, &s);
	renumber(c, g->nodes);
	free(s.index);
	free(s.low);
	free(s.next);
	free(s.path);
	free(s.open);
	free(s.of);
}

void components_release(struct components *c)
{
	free(c->of);
	free(c->size);
	*c = (struct components){0};
}
