#include <stdlib.h>

#include "base/mem.h"
#include "stats/suppression.h"

enum { WANDER_STEPS = 1000 };

/* A node that this search has not seen has neither cost nor level. */
struct suppression_node {
	uint64_t search;
	int64_t cost;    /* of the cheapest path found so far */
	uint32_t via;    /* the cell it came through */
	uint32_t place;  /* in the heap, SUPPRESSION_NONE when out of it */
	uint32_t level;  /* steps from the source, SUPPRESSION_NONE when out of reach */
	uint32_t next;   /* the hidden cell to try next */
	uint32_t degree; /* how many hidden cells lie in the sum */
};

void suppression_init(
	struct suppression *s, struct suppression_cell *cells, size_t ncells, size_t nnodes)
{
	*s = (struct suppression){.cells = cells, .ncells = ncells, .nnodes = nnodes};
	s->start = mem_zero(nnodes + 2, sizeof *s->start);
	s->at = mem_zero(2 * ncells + 1, sizeof *s->at);
	s->first = mem_zero(nnodes + 1, sizeof *s->first);
	s->next = mem_zero(2 * ncells + 1, sizeof *s->next);
	s->moved = mem_zero(ncells + 1, sizeof *s->moved);
	s->touched = mem_zero(ncells + 1, sizeof *s->touched);
	s->is_touched = mem_zero(ncells + 1, sizeof *s->is_touched);
	s->nodes = mem_zero(nnodes + 1, sizeof *s->nodes);
	s->path = mem_zero(nnodes + 1, sizeof *s->path);
	s->heap = mem_zero(nnodes + 1, sizeof *s->heap);
	for (size_t k = 0; k < nnodes; k++)
		s->first[k] = SUPPRESSION_NONE;
	for (size_t i = 0; i < ncells; i++)
		for (int side = 0; side < 2; side++)
			s->start[cells[i].node[side] + 2]++;
	for (size_t k = 2; k < nnodes + 2; k++)
		s->start[k] += s->start[k - 1];
	for (size_t i = 0; i < ncells; i++)
		for (int side = 0; side < 2; side++)
			s->at[s->start[cells[i].node[side] + 1]++] = (uint32_t)i;
	for (size_t i = 0; i < ncells; i++) {
		bool hidden = cells[i].hidden;
		cells[i].hidden = false;
		if (hidden)
			suppression_hide(s, (uint32_t)i);
	}
}

void suppression_hide(struct suppression *s, uint32_t cell)
{
	struct suppression_cell *c = &s->cells[cell];
	if (c->hidden)
		return;
	c->hidden = true;
	for (uint32_t side = 0; side < 2; side++) {
		s->next[2 * cell + side] = s->first[c->node[side]];
		s->first[c->node[side]] = cell;
		s->nodes[c->node[side]].degree++;
	}
}

/* Moving cells. */

static void move(struct suppression *s, uint32_t cell, enum way way, int64_t by)
{
	if (!s->is_touched[cell])
		s->touched[s->ntouched++] = cell;
	s->is_touched[cell] = true;
	s->moved[cell] += way == WAY_RISE ? by : -by;
}

static void forget_moves(struct suppression *s)
{
	while (s->ntouched > 0) {
		uint32_t cell = s->touched[--s->ntouched];
		s->is_touched[cell] = false;
		s->moved[cell] = 0;
	}
}

static int64_t room_left(const struct suppression *s, uint32_t cell, enum way way)
{
	int64_t room = s->cells[cell].room[way], moved = s->moved[cell];
	if (room >= SUPPRESSION_FREE)
		return SUPPRESSION_FREE;
	return room - (way == WAY_RISE ? moved : -moved);
}

/* Which way a cell goes when it is passed through from this node, and where that leads. */
static enum way way_from(const struct suppression *s, uint32_t cell, uint32_t node)
{
	return s->cells[cell].node[0] == node ? WAY_RISE : WAY_FALL;
}

static uint32_t other_end(const struct suppression *s, uint32_t cell, uint32_t node)
{
	const uint32_t *ends = s->cells[cell].node;
	return ends[0] == node ? ends[1] : ends[0];
}

static int64_t passable(const struct suppression *s, uint32_t cell, uint32_t from)
{
	return room_left(s, cell, way_from(s, cell, from));
}

static uint32_t next_hidden(const struct suppression *s, uint32_t cell, uint32_t node)
{
	return s->next[2 * cell + (s->cells[cell].node[0] != node)];
}

/* Where a flow that lets the cell go this way begins, and where it ends. */
struct journey {
	uint32_t cell, source, sink;
};

static struct journey journey_for(const struct suppression *s, uint32_t cell, enum way way)
{
	const uint32_t *ends = s->cells[cell].node;
	return (struct journey){cell, ends[way == WAY_RISE], ends[way == WAY_FALL]};
}

/* The largest flow through hidden cells. */

static uint32_t level_of(const struct suppression *s, uint32_t node)
{
	const struct suppression_node *n = &s->nodes[node];
	return n->search == s->search ? n->level : SUPPRESSION_NONE;
}

static void set_level(struct suppression *s, uint32_t node, uint32_t level)
{
	struct suppression_node *n = &s->nodes[node];
	n->search = s->search;
	n->level = level;
	n->next = s->first[node];
}

/* Puts those that a node leads to behind the queue; true when the sink is among them. */
static bool find_next_level(
	struct suppression *s, const struct journey *j, uint32_t node, uint32_t *queue, size_t *n)
{
	for (uint32_t c = s->first[node]; c != SUPPRESSION_NONE; c = next_hidden(s, c, node)) {
		uint32_t to = other_end(s, c, node);
		if (c == j->cell || level_of(s, to) != SUPPRESSION_NONE ||
			passable(s, c, node) <= 0)
			continue;
		set_level(s, to, s->nodes[node].level + 1);
		if (to == j->sink)
			return true;
		queue[(*n)++] = to;
	}
	return false;
}

static bool find_levels(struct suppression *s, const struct journey *j)
{
	uint32_t *queue = s->heap;
	size_t n = 0;
	s->search++;
	set_level(s, j->source, 0);
	queue[n++] = j->source;
	for (size_t done = 0; done < n; done++)
		if (find_next_level(s, j, queue[done], queue, &n))
			return true;
	return false;
}

/* The next cell from the node that leads a level on, or none. */
static uint32_t step_on(struct suppression *s, const struct journey *j, uint32_t node)
{
	struct suppression_node *at = &s->nodes[node];
	for (; at->next != SUPPRESSION_NONE; at->next = next_hidden(s, at->next, node)) {
		uint32_t to = other_end(s, at->next, node);
		if (at->next != j->cell && level_of(s, to) == at->level + 1 &&
			passable(s, at->next, node) > 0)
			return at->next;
	}
	return SUPPRESSION_NONE;
}

/* Moves all cells of a path from the source by as much as they can, up to a limit. */
static int64_t push(struct suppression *s, const struct journey *j, size_t steps, int64_t limit)
{
	uint32_t node = j->source;
	int64_t by = limit;
	for (size_t i = 0; i < steps; i++) {
		int64_t most = passable(s, s->path[i], node);
		by = most < by ? most : by;
		node = other_end(s, s->path[i], node);
	}
	node = j->source;
	for (size_t i = 0; i < steps && by < SUPPRESSION_FREE; i++) {
		move(s, s->path[i], way_from(s, s->path[i], node), by);
		node = other_end(s, s->path[i], node);
	}
	return by;
}

static void turn_path(struct suppression *s, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		uint32_t cell = s->path[i];
		s->path[i] = s->path[n - 1 - i];
		s->path[n - 1 - i] = cell;
	}
}

/* What flows along paths that go a level on with every step. */
static int64_t push_levels(struct suppression *s, const struct journey *j, int64_t limit)
{
	int64_t sum = 0;
	uint32_t node = j->source;
	size_t steps = 0;
	while (sum < limit) {
		uint32_t cell = step_on(s, j, node);
		if (cell != SUPPRESSION_NONE) {
			s->path[steps++] = cell;
			node = other_end(s, cell, node);
			if (node != j->sink)
				continue;
			sum += push(s, j, steps, limit - sum);
			node = j->source;
			steps = 0;
		} else if (steps > 0) { /* a dead end */
			s->nodes[node].level = SUPPRESSION_NONE;
			node = other_end(s, s->path[--steps], node);
		} else {
			break;
		}
	}
	return sum;
}

/*
 * A walk that goes on until it must turn back, from the end with fewer hidden cells: in large
 * tables it soon finds a path, or that there is none, where to look at all cells of a column takes
 * long. The length of the path, then in s->path; 0 if there is none. *steps counts down; at 0
 * nothing is known.
 */
static size_t wander(struct suppression *s, const struct journey *j, size_t *steps)
{
	bool back = s->nodes[j->sink].degree < s->nodes[j->source].degree;
	uint32_t node = back ? j->sink : j->source, goal = back ? j->source : j->sink;
	size_t n = 0;
	s->search++;
	set_level(s, node, 0);
	while (*steps > 0) {
		uint32_t cell = s->nodes[node].next;
		if (cell == SUPPRESSION_NONE && n == 0)
			return 0;
		if (cell == SUPPRESSION_NONE) {
			node = other_end(s, s->path[--n], node);
			continue;
		}
		uint32_t to = other_end(s, cell, node);
		s->nodes[node].next = next_hidden(s, cell, node);
		--*steps;
		if (cell == j->cell || level_of(s, to) != SUPPRESSION_NONE ||
			passable(s, cell, back ? to : node) <= 0)
			continue;
		s->path[n++] = cell;
		if (to == goal) {
			if (back)
				turn_path(s, n);
			return n;
		}
		set_level(s, to, 0);
		node = to;
	}
	return 0;
}

/* Up to the limit; what has moved stays so. */
static int64_t flow(struct suppression *s, const struct journey *j, int64_t limit)
{
	int64_t sum = 0;
	if (j->source == j->sink)
		return limit;
	size_t steps = WANDER_STEPS, n;
	while (sum < limit && (n = wander(s, j, &steps)) > 0)
		sum += push(s, j, n, limit - sum);
	while (sum < limit && steps == 0 && find_levels(s, j))
		sum += push_levels(s, j, limit - sum);
	return sum;
}

int64_t suppression_reach(struct suppression *s, uint32_t cell, enum way way, int64_t limit)
{
	struct journey j = journey_for(s, cell, way);
	int64_t room = s->cells[cell].room[way];
	int64_t sum = flow(s, &j, room < limit ? room : limit);
	forget_moves(s);
	return sum;
}

/* The cheapest path through any cells. */

static bool is_nearer(const struct suppression *s, uint32_t a, uint32_t b)
{
	const struct suppression_node *x = &s->nodes[a], *y = &s->nodes[b];
	return x->cost != y->cost ? x->cost < y->cost : a < b;
}

static void put(struct suppression *s, size_t place, uint32_t node)
{
	s->heap[place] = node;
	s->nodes[node].place = (uint32_t)place;
}

static void rise_in_heap(struct suppression *s, uint32_t node)
{
	size_t place = s->nodes[node].place;
	if (place == SUPPRESSION_NONE)
		place = s->nheap++;
	for (; place > 0 && is_nearer(s, node, s->heap[(place - 1) / 2]); place = (place - 1) / 2)
		put(s, place, s->heap[(place - 1) / 2]);
	put(s, place, node);
}

static uint32_t take_nearest(struct suppression *s)
{
	uint32_t nearest = s->heap[0], last = s->heap[--s->nheap];
	size_t place = 0;
	for (size_t child = 1; child < s->nheap; child = 2 * place + 1) {
		child += child + 1 < s->nheap && is_nearer(s, s->heap[child + 1], s->heap[child]);
		if (!is_nearer(s, s->heap[child], last))
			break;
		put(s, place, s->heap[child]);
		place = child;
	}
	if (s->nheap > 0)
		put(s, place, last);
	s->nodes[nearest].place = SUPPRESSION_NONE;
	return nearest;
}

/* False when a path at most as dear was known. */
static bool found(struct suppression *s, uint32_t node, int64_t cost, uint32_t via)
{
	struct suppression_node *n = &s->nodes[node];
	if (n->search == s->search && n->cost <= cost)
		return false;
	if (n->search != s->search)
		n->place = SUPPRESSION_NONE;
	n->search = s->search;
	n->cost = cost;
	n->via = via;
	return true;
}

/* Of the paths from source to sink on which every cell can go at least so far, the one whose cells
 * are the cheapest to hide, in s->path; its length, 0 for none. */
static size_t find_path(struct suppression *s, const struct journey *j, int64_t least)
{
	uint32_t node = SUPPRESSION_NONE;
	s->search++;
	s->nheap = 0;
	found(s, j->source, 0, SUPPRESSION_NONE);
	rise_in_heap(s, j->source);
	while (s->nheap > 0 && (node = take_nearest(s)) != j->sink)
		for (uint32_t i = s->start[node]; i < s->start[node + 1]; i++) {
			uint32_t cell = s->at[i], to = other_end(s, cell, node);
			const struct suppression_cell *c = &s->cells[cell];
			if (cell == j->cell || (c->locked && !c->hidden) ||
				passable(s, cell, node) < least)
				continue;
			int64_t cost = s->nodes[node].cost + (c->hidden ? 0 : c->cost);
			if (found(s, to, cost, cell))
				rise_in_heap(s, to);
		}
	if (node != j->sink)
		return 0;
	size_t n = 0;
	for (; node != j->source; node = other_end(s, s->nodes[node].via, node))
		s->path[n++] = s->nodes[node].via;
	turn_path(s, n);
	return n;
}

/* A path that gives all that is missing is better than several, so that is tried first. */
bool suppression_protect(struct suppression *s, uint32_t cell, enum way way, int64_t need)
{
	struct journey j = journey_for(s, cell, way);
	suppression_hide(s, cell);
	if (need > s->cells[cell].room[way])
		return false;
	int64_t missing = need - flow(s, &j, need), least = missing;
	while (missing > 0 && least > 0) {
		size_t steps = find_path(s, &j, least);
		if (steps == 0) {
			least /= 2;
			continue;
		}
		missing -= push(s, &j, steps, missing);
		for (size_t i = 0; i < steps; i++)
			suppression_hide(s, s->path[i]);
		least = least < missing ? least : missing;
	}
	forget_moves(s);
	return missing <= 0;
}

/* Cells that tell each other. */

/* A walk through hidden cells that sees every node once. */
struct walk {
	const struct suppression *s;
	uint64_t *labels;
	uint64_t *sums;   /* by node, of the labels of the circuits that end there */
	uint32_t *behind; /* by node, the cell it was first reached through */
	uint32_t *order;
	size_t seen;
	bool *is_seen;
};

/* The mixing function of splitmix64 (Steele, Lea and Flood, 2014): never 0 for these. */
static uint64_t label_of(uint32_t cell)
{
	uint64_t x = (cell + 1ull) * 0x9e3779b97f4a7c15ull;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
	x = (x ^ x >> 27) * 0x94d049bb133111ebull;
	return x ^ x >> 31;
}

static bool can_move(const struct suppression_cell *c)
{
	return c->room[WAY_FALL] > 0 || c->room[WAY_RISE] > 0;
}

static void see(struct walk *w, uint32_t node, uint32_t behind)
{
	w->is_seen[node] = true;
	w->behind[node] = behind;
	w->order[w->seen++] = node;
}

/* Any tree will do: a cell that is not in it makes a circuit with cells that are. */
static void walk_from(struct walk *w, uint32_t root)
{
	const struct suppression *s = w->s;
	size_t done = w->seen;
	see(w, root, SUPPRESSION_NONE);
	for (; done < w->seen; done++) {
		uint32_t node = w->order[done];
		for (uint32_t c = s->first[node]; c != SUPPRESSION_NONE;
			c = next_hidden(s, c, node)) {
			uint32_t to = other_end(s, c, node);
			if (c == w->behind[node] || !can_move(&s->cells[c]) || w->labels[c])
				continue;
			if (!w->is_seen[to]) {
				see(w, to, c);
				continue;
			}
			if (w->behind[to] == c)
				continue;
			w->labels[c] = label_of(c);
			w->sums[node] ^= to == node ? 0 : w->labels[c];
			w->sums[to] ^= to == node ? 0 : w->labels[c];
		}
	}
}

void suppression_labels(const struct suppression *s, uint64_t *labels)
{
	struct walk w = {.s = s, .labels = labels};
	w.sums = mem_zero(s->nnodes + 1, sizeof *w.sums);
	w.behind = mem_zero(s->nnodes + 1, sizeof *w.behind);
	w.order = mem_zero(s->nnodes + 1, sizeof *w.order);
	w.is_seen = mem_zero(s->nnodes + 1, sizeof *w.is_seen);
	memset(labels, 0, s->ncells * sizeof *labels);
	for (uint32_t node = 0; node < s->nnodes; node++)
		if (!w.is_seen[node])
			walk_from(&w, node);
	while (w.seen-- > 0) {
		uint32_t node = w.order[w.seen], cell = w.behind[node];
		if (cell == SUPPRESSION_NONE)
			continue;
		labels[cell] = w.sums[node];
		w.sums[other_end(s, cell, node)] ^= w.sums[node];
	}
	free(w.sums);
	free(w.behind);
	free(w.order);
	free(w.is_seen);
}

void suppression_release(struct suppression *s)
{
	free(s->start);
	free(s->at);
	free(s->first);
	free(s->next);
	free(s->moved);
	free(s->touched);
	free(s->is_touched);
	free(s->nodes);
	free(s->path);
	free(s->heap);
	*s = (struct suppression){0};
}
