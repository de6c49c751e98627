#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graph/search.h"

static const double SAME = 1e-10;

/* A node that waits to be settled at a distance. */
struct waiting {
	double distance;
	uint32_t node;
};

/* The number, or 0: without a branch, because which neighbours are a step farther cannot be
 * guessed. */
static double if_true(bool condition, double number)
{
	uint64_t bits;
	memcpy(&bits, &number, sizeof bits);
	bits &= -(uint64_t)condition;
	memcpy(&number, &bits, sizeof bits);
	return number;
}

static void breadth_first(struct search *s, uint32_t source)
{
	const struct graph *g = s->g;
	s->n = 1;
	s->order[0] = source;
	s->seen[source] = (struct seen){1, 1};
	for (size_t i = 0; i < s->n; i++) {
		uint32_t node = s->order[i], below = s->seen[node].level + 1;
		double paths = s->seen[node].paths;
		for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
			struct seen *other = &s->seen[g->to[k]];
			if (!other->level) {
				*other = (struct seen){0, below};
				s->order[s->n++] = g->to[k];
			}
			other->paths += if_true(other->level == below, paths);
		}
	}
}

static void heap_push(struct search *s, double distance, uint32_t node)
{
	s->heap = mem_grow(s->heap, s->nheap, &s->heap_cap, sizeof *s->heap);
	size_t i = s->nheap++;
	for (; i && s->heap[(i - 1) / 2].distance > distance; i = (i - 1) / 2)
		s->heap[i] = s->heap[(i - 1) / 2];
	s->heap[i] = (struct waiting){distance, node};
}

static struct waiting heap_pop(struct search *s)
{
	struct waiting top = s->heap[0], last = s->heap[--s->nheap];
	size_t i = 0;
	for (size_t child; (child = 2 * i + 1) < s->nheap; i = child) {
		child += child + 1 < s->nheap &&
		         s->heap[child + 1].distance < s->heap[child].distance;
		if (last.distance <= s->heap[child].distance)
			break;
		s->heap[i] = s->heap[child];
	}
	s->heap[i] = last;
	return top;
}

/* Does a shortest path to b, at distance d_b, come over the edge from a node at distance d_a? */
static bool on_path(double d_a, double length, double d_b)
{
	return fabs(d_a + length - d_b) <= SAME * d_b;
}

/* Adds the paths of the neighbours through which a newly settled node is reached. */
static void count_paths(struct search *s, uint32_t node)
{
	const struct graph *g = s->g;
	double paths = 0;
	for (size_t k = g->in_start[node]; k < g->in_start[node + 1]; k++) {
		uint32_t before = g->from[k];
		if (s->seen[before].level &&
			on_path(s->distance[before], s->length[g->in_via[k]], s->distance[node]))
			paths += s->seen[before].paths;
	}
	s->seen[node].paths = paths;
}

static void by_length(struct search *s, uint32_t source)
{
	const struct graph *g = s->g;
	s->n = 0;
	s->distance[source] = 0;
	heap_push(s, 0, source);
	while (s->nheap) {
		uint32_t node = heap_pop(s).node;
		if (s->seen[node].level)
			continue;
		if (node == source)
			s->seen[node].paths = 1;
		else
			count_paths(s, node);
		s->order[s->n++] = node;
		s->seen[node].level = (uint32_t)s->n;
		for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
			double distance = s->distance[node] + s->length[g->via[k]];
			if (s->seen[g->to[k]].level || distance >= s->distance[g->to[k]])
				continue;
			s->distance[g->to[k]] = distance;
			heap_push(s, distance, g->to[k]);
		}
	}
}

/* Does a shortest path go on from `node` to `next` over that edge? */
static bool leads(const struct search *s, uint32_t node, uint32_t next, uint32_t edge)
{
	if (!s->length)
		return s->seen[next].level == s->seen[node].level + 1;
	return s->seen[next].level > s->seen[node].level &&
	       on_path(s->distance[node], s->length[edge], s->distance[next]);
}

/* What is behind a node, over all edges that shortest paths take. */
static double behind(const struct search *s, uint32_t node)
{
	const struct graph *g = s->g;
	double sum = 0;
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
		double next = s->seen[g->to[k]].paths;
		if (!leads(s, node, g->to[k], g->via[k]))
			continue;
		sum += next;
		if (s->edge_between)
			s->edge_between[g->via[k]] += s->seen[node].paths * next;
	}
	return sum;
}

/* The same where edges are all as long and only nodes are asked for. */
static double behind_by_steps(const struct search *s, uint32_t node)
{
	const struct graph *g = s->g;
	uint32_t below = s->seen[node].level + 1;
	double sum = 0;
	for (size_t k = g->start[node]; k < g->start[node + 1]; k++) {
		struct seen next = s->seen[g->to[k]];
		sum += if_true(next.level == below, next.paths);
	}
	return sum;
}

void search_gather(struct search *s)
{
	bool steps = !s->length && !s->edge_between;
	for (size_t i = s->n; i-- > 0;) {
		uint32_t node = s->order[i];
		double paths = s->seen[node].paths;
		double depends = paths * (steps ? behind_by_steps(s, node) : behind(s, node));
		if (i)
			s->between[node] += depends;
		if (i && s->squares)
			s->squares[node] += depends * depends;
		s->seen[node].paths = (1 + depends) / paths;
	}
}

void search_forget(struct search *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->seen[s->order[i]].level = 0;
	for (size_t i = 0; s->length && i < s->n; i++)
		s->distance[s->order[i]] = HUGE_VAL;
}

void search_run(struct search *s, uint32_t source)
{
	if (s->length)
		by_length(s, source);
	else
		breadth_first(s, source);
}

void search_init(struct search *s, const struct graph *g, const double *length)
{
	size_t n = g->nodes + 1;
	*s = (struct search){.g = g, .length = length};
	s->order = mem_resize(NULL, n, sizeof *s->order);
	s->seen = mem_zero(n, sizeof *s->seen);
	if (!length)
		return;
	s->distance = mem_resize(NULL, n, sizeof *s->distance);
	for (size_t i = 0; i < n; i++)
		s->distance[i] = HUGE_VAL;
}

void search_release(struct search *s)
{
	free(s->order);
	free(s->seen);
	free(s->distance);
	free(s->heap);
}
