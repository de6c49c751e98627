#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graph/layoutpiece.h"

/* A pair that wants a distance; how much it moves its two ends. */
struct term {
	uint32_t a, b;
	float distance, pull_a, pull_b;
};

struct stress {
	struct piece *p;
	size_t npivots;
	uint32_t *pivot;
	float *distance; /* pivot by pivot, of every node */
	struct term *terms;
	size_t n, cap;
};

/* A heap of nodes by their distance; `at` says where a node is in it. */
struct queue {
	uint32_t *heap, *at;
	float *key;
	size_t n;
};

static void queue_put(struct queue *q, size_t place, uint32_t node)
{
	q->heap[place] = node;
	q->at[node] = (uint32_t)place;
}

static void queue_up(struct queue *q, size_t place, uint32_t node)
{
	while (place && q->key[q->heap[(place - 1) / 2]] > q->key[node]) {
		queue_put(q, place, q->heap[(place - 1) / 2]);
		place = (place - 1) / 2;
	}
	queue_put(q, place, node);
}

static uint32_t queue_pop(struct queue *q)
{
	uint32_t first = q->heap[0], last = q->heap[--q->n];
	size_t place = 0, child;
	while ((child = 2 * place + 1) < q->n) {
		if (child + 1 < q->n && q->key[q->heap[child + 1]] < q->key[q->heap[child]])
			child++;
		if (q->key[q->heap[child]] >= q->key[last])
			break;
		queue_put(q, place, q->heap[child]);
		place = child;
	}
	if (q->n)
		queue_put(q, place, last);
	return first;
}

/* Dijkstra (1959) from one node. */
static void find_distances(const struct piece *p, uint32_t from, float *distance, struct queue *q)
{
	q->key = distance;
	q->n = 0;
	for (size_t i = 0; i < p->n; i++) {
		distance[i] = FLT_MAX;
		q->at[i] = UINT32_MAX;
	}
	distance[from] = 0;
	queue_up(q, q->n++, from);
	while (q->n) {
		uint32_t node = queue_pop(q);
		for (size_t k = p->start[node]; k < p->start[node + 1]; k++) {
			uint32_t to = p->to[k];
			float longer = distance[node] + (float)p->length[k];
			if (longer >= distance[to])
				continue;
			distance[to] = longer;
			queue_up(q, q->at[to] == UINT32_MAX ? q->n++ : q->at[to], to);
		}
	}
}

/* Each pivot is the node that is farthest from those before it; the first has most neighbours. */
static void choose_pivots(struct stress *s)
{
	const struct piece *p = s->p;
	struct queue q = {
		.heap = mem_zero(p->n + 1, sizeof *q.heap), .at = mem_zero(p->n + 1, sizeof *q.at)};
	float *nearest = mem_zero(p->n + 1, sizeof *nearest);
	uint32_t next = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		nearest[i] = FLT_MAX;
		if (p->start[i + 1] - p->start[i] > p->start[next + 1] - p->start[next])
			next = i;
	}
	for (size_t k = 0; k < s->npivots; k++) {
		float *distance = s->distance + k * p->n;
		s->pivot[k] = next;
		find_distances(p, next, distance, &q);
		for (uint32_t i = 0; i < p->n; i++) {
			nearest[i] = distance[i] < nearest[i] ? distance[i] : nearest[i];
			next = nearest[i] > nearest[next] ? i : next;
		}
	}
	free(q.heap);
	free(q.at);
	free(nearest);
}

static void add_term(
	struct stress *s, uint32_t a, uint32_t b, float distance, double weight_a, double weight_b)
{
	double square = (double)distance * distance;
	s->terms = mem_grow(s->terms, s->n, &s->cap, sizeof *s->terms);
	s->terms[s->n++] = (struct term){
		a, b, distance, (float)(weight_a / square), (float)(weight_b / square)};
}

static int by_value(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

/* How many of the ascending distances are at most `most`. */
static size_t count_within(const float *sorted, size_t n, float most)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (sorted[middle] <= most)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * A pivot stands for the nodes nearest to it; for a node at some distance, for those of them that
 * are within half of it.
 */
static void add_pivot(struct stress *s, size_t k, const uint32_t *nearest, float *region,
	const uint32_t *pivot_at)
{
	const float *distance = s->distance + k * s->p->n;
	uint32_t pivot = s->pivot[k];
	size_t n = 0;
	for (uint32_t i = 0; i < s->p->n; i++)
		if (nearest[i] == k)
			region[n++] = distance[i];
	qsort(region, n, sizeof *region, by_value);
	for (uint32_t i = 0; i < s->p->n; i++) {
		bool other = pivot_at[i] != UINT32_MAX;
		if (i == pivot || (other && pivot_at[i] < k))
			continue;
		double weight = (double)count_within(region, n, distance[i] / 2);
		add_term(s, pivot, i, distance[i], other ? weight : 0, weight);
	}
}

static void add_terms(struct stress *s)
{
	const struct piece *p = s->p;
	uint32_t *nearest = mem_zero(p->n + 1, sizeof *nearest),
		 *pivot_at = mem_resize(NULL, p->n + 1, sizeof *pivot_at);
	float *region = mem_zero(p->n + 1, sizeof *region);
	memset(pivot_at, 0xff, (p->n + 1) * sizeof *pivot_at);
	for (uint32_t k = 0; k < s->npivots; k++) {
		pivot_at[s->pivot[k]] = k;
		for (size_t i = 0; i < p->n; i++)
			if (s->distance[k * p->n + i] < s->distance[nearest[i] * p->n + i])
				nearest[i] = k;
	}
	for (size_t k = 0; k < s->npivots; k++)
		add_pivot(s, k, nearest, region, pivot_at);
	for (uint32_t i = 0; s->npivots < p->n && i < p->n; i++)
		for (size_t k = p->start[i]; k < p->start[i + 1]; k++)
			if (p->to[k] > i)
				add_term(s, i, p->to[k], (float)p->length[k], 1, 1);
	free(nearest);
	free(pivot_at);
	free(region);
}

static void pull(struct piece *p, const struct term *t, float step)
{
	double dx = p->x[t->a] - p->x[t->b], dy = p->y[t->a] - p->y[t->b];
	double far = sqrt(dx * dx + dy * dy);
	float pull_a = t->pull_a * step, pull_b = t->pull_b * step;
	if (far < 1e-9)
		return;
	double off = (far - (double)t->distance) / (2 * far);
	double a = off * (double)(pull_a > 1 ? 1 : pull_a),
	       b = off * (double)(pull_b > 1 ? 1 : pull_b);
	p->x[t->a] -= a * dx;
	p->y[t->a] -= a * dy;
	p->x[t->b] += b * dx;
	p->y[t->b] += b * dy;
}

static void shuffle(struct term *terms, size_t n, struct randomness *r)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = random_below(r, i);
		struct term t = terms[i - 1];
		terms[i - 1] = terms[k];
		terms[k] = t;
	}
}

/* From a step so long that every pair has its way to one that the strongest hardly feels. */
static void descend(struct stress *s, int halvings, struct randomness *r)
{
	double least = DBL_MAX, most = 0;
	for (size_t i = 0; i < s->n; i++) {
		double weight = (double)s->terms[i].pull_b;
		least = weight > 0 && weight < least ? weight : least;
		most = weight > most ? weight : most;
	}
	double step = 1 / least, factor = 0.1 * least / most;
	for (int k = 0; k < halvings; k++)
		factor = sqrt(factor);
	for (int round = 0; round <= 1 << halvings; round++, step *= factor) {
		shuffle(s->terms, s->n, r);
		for (size_t i = 0; i < s->n; i++)
			pull(s->p, &s->terms[i], (float)step);
	}
}

void piece_stress(struct piece *p, size_t pivots, int halvings, struct randomness *r)
{
	struct stress s = {.p = p, .npivots = p->n < pivots ? p->n : pivots};
	s.pivot = mem_zero(s.npivots + 1, sizeof *s.pivot);
	s.distance = mem_zero(s.npivots * p->n + 1, sizeof *s.distance);
	for (size_t i = 0; i < p->n; i++) {
		p->x[i] = random_unit(r);
		p->y[i] = random_unit(r);
	}
	choose_pivots(&s);
	add_terms(&s);
	if (s.n)
		descend(&s, halvings, r);
	free(s.pivot);
	free(s.distance);
	free(s.terms);
}
