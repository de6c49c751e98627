#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "graph/path.h"

static const double SAME = 1e-10;

/* A node that waits to be settled at a distance. */
struct waiting {
	double distance;
	uint32_t node;
};

/* What a search knows of a node: kept together, because it is asked for together, at every edge. */
struct seen {
	double paths;   /* shortest paths that lead here; on the way back (1 + what depends on it) /
	                   paths */
	uint32_t level; /* 0: not reached; else 1 + steps, or with lengths 1 + place in the order */
};

/* One thread's own: what is known about the paths from one source. */
struct search {
	const struct graph *g;
	const double *length; /* of edges; NULL: all are 1 */
	uint32_t *order;      /* nodes by distance */
	size_t n;
	struct seen *seen;
	double *distance; /* with lengths only; HUGE_VAL until reached */
	struct waiting *heap;
	size_t nheap, heap_cap;
	double *between, *edge_between; /* sums of the share; NULL unless asked for */
};

struct job {
	struct paths *p;
	const struct graph *g;
	const double *length;
	double *between[PATH_SHARES], *edge_between[PATH_SHARES]; /* of each share */
	int next; /* the next share that nobody works on */
	pthread_mutex_t lock;
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

/* From the farthest node back: what depends on each, out of what depends on those behind it. */
static void gather(struct search *s)
{
	bool steps = !s->length && !s->edge_between;
	for (size_t i = s->n; i-- > 0;) {
		uint32_t node = s->order[i];
		double paths = s->seen[node].paths;
		double depends = paths * (steps ? behind_by_steps(s, node) : behind(s, node));
		if (i)
			s->between[node] += depends;
		s->seen[node].paths = (1 + depends) / paths;
	}
}

static double distance_of(const struct search *s, uint32_t node)
{
	return s->length ? s->distance[node] : (double)(s->seen[node].level - 1);
}

static void note_distances(struct search *s, struct paths *p, uint32_t source)
{
	double total = 0, harmonic = 0;
	for (size_t i = 1, j; i < s->n; i = j) {
		double distance = distance_of(s, s->order[i]);
		for (j = i + 1; j < s->n && distance_of(s, s->order[j]) == distance; j++)
			;
		total += (double)(j - i) * distance;
		harmonic += (double)(j - i) / distance;
	}
	p->reached[source] = (uint32_t)s->n;
	p->distance[source] = total;
	p->harmonic[source] = harmonic;
	p->eccentricity[source] = s->n > 1 ? distance_of(s, s->order[s->n - 1]) : 0;
}

static void forget(struct search *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->seen[s->order[i]].level = 0;
	for (size_t i = 0; s->length && i < s->n; i++)
		s->distance[s->order[i]] = HUGE_VAL;
}

static void search_init(struct search *s, const struct job *job)
{
	size_t n = job->g->nodes + 1;
	*s = (struct search){.g = job->g, .length = job->length};
	s->order = mem_resize(NULL, n, sizeof *s->order);
	s->seen = mem_zero(n, sizeof *s->seen);
	if (!job->length)
		return;
	s->distance = mem_resize(NULL, n, sizeof *s->distance);
	for (size_t i = 0; i < n; i++)
		s->distance[i] = HUGE_VAL;
}

static void search_release(struct search *s)
{
	free(s->order);
	free(s->seen);
	free(s->distance);
	free(s->heap);
}

static void work_on(struct search *s, struct job *job, int share)
{
	s->between = job->between[share];
	s->edge_between = job->edge_between[share];
	for (size_t source = (size_t)share; source < s->g->nodes; source += PATH_SHARES) {
		if (s->length)
			by_length(s, (uint32_t)source);
		else
			breadth_first(s, (uint32_t)source);
		note_distances(s, job->p, (uint32_t)source);
		if (s->between)
			gather(s);
		forget(s);
	}
}

static int next_share(struct job *job)
{
	pthread_mutex_lock(&job->lock);
	int share = job->next++;
	pthread_mutex_unlock(&job->lock);
	return share;
}

static void *work(void *arg)
{
	struct job *job = arg;
	struct search s;
	search_init(&s, job);
	for (int share; (share = next_share(job)) < PATH_SHARES;)
		work_on(&s, job, share);
	search_release(&s);
	return NULL;
}

/* Runs the job on the calling thread and on others beside it; one that cannot be started is done
 * without. */
static void run(struct job *job, unsigned threads)
{
	pthread_t others[PATH_SHARES];
	unsigned n = 0;
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (!threads)
		threads = processors > 0 ? (unsigned)processors : 1;
	if (threads > PATH_SHARES)
		threads = PATH_SHARES;
	pthread_mutex_init(&job->lock, NULL);
	while (n + 1 < threads && pthread_create(&others[n], NULL, work, job) == 0)
		n++;
	work(job);
	while (n)
		pthread_join(others[--n], NULL);
	pthread_mutex_destroy(&job->lock);
}

static double *lengths(const struct graph *g, enum path_length length)
{
	if (length == LENGTH_NONE)
		return NULL;
	double *values = mem_resize(NULL, g->edges + 1, sizeof *values);
	for (size_t e = 0; e < g->edges; e++)
		values[e] = length == LENGTH_INVERSE ? 1 / graph_weight(g, e) : graph_weight(g, e);
	return values;
}

/* The sums of the shares, added in their order into the first. */
static double *add_up(double *sums[PATH_SHARES], size_t n, double scale)
{
	for (int k = 1; sums[0] && k < PATH_SHARES; k++) {
		for (size_t i = 0; i < n; i++)
			sums[0][i] += sums[k][i];
		free(sums[k]);
	}
	for (size_t i = 0; sums[0] && i < n; i++)
		sums[0][i] *= scale;
	return sums[0];
}

void paths_find(struct paths *p, const struct graph *g, enum path_length length, unsigned wanted,
	unsigned threads)
{
	size_t n = g->nodes + 1;
	double *values = lengths(g, length), scale = g->directed ? 1 : 0.5;
	struct job job = {.p = p, .g = g, .length = values};
	*p = (struct paths){0};
	p->reached = mem_zero(n, sizeof *p->reached);
	p->distance = mem_zero(n, sizeof *p->distance);
	p->harmonic = mem_zero(n, sizeof *p->harmonic);
	p->eccentricity = mem_zero(n, sizeof *p->eccentricity);
	for (int k = 0; k < PATH_SHARES; k++) {
		job.between[k] = wanted ? mem_zero(n, sizeof(double)) : NULL;
		job.edge_between[k] = wanted & PATH_EDGE_BETWEENNESS
		                              ? mem_zero(g->edges + 1, sizeof(double))
		                              : NULL;
	}
	run(&job, threads);
	p->betweenness = add_up(job.between, g->nodes, scale);
	p->edge_betweenness = add_up(job.edge_between, g->edges, scale);
	free(values);
}

void paths_release(struct paths *p)
{
	free(p->reached);
	free(p->distance);
	free(p->harmonic);
	free(p->eccentricity);
	free(p->betweenness);
	free(p->edge_betweenness);
	*p = (struct paths){0};
}
