#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/suppressionstate.h"

enum { WANDER_STEPS = 1000 };

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

void suppression_turn_path(struct suppression *s, size_t n)
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

/* A walk that goes on until it must turn back. In large tables it soon finds a path, or that there
 * is none, where to look at all cells of a column takes long. */
struct wanderer {
	struct suppression *s;
	const struct journey *journey;
	uint32_t from, to;
	bool back;    /* from the sink to the source */
	bool ahead;   /* all from where one cell leads to the goal are as good as the goal */
	size_t steps; /* left; at 0 nothing is known */
};

/* Can the cell be moved when it is gone through from this node? */
static bool leads_on(const struct wanderer *w, uint32_t cell, uint32_t node)
{
	uint32_t entered = w->back ? other_end(w->s, cell, node) : node;
	return cell != w->journey->cell && passable(w->s, cell, entered) > 0;
}

static void mark_goals(struct wanderer *w)
{
	struct suppression *s = w->s;
	uint32_t cell = w->ahead ? s->first[w->to] : SUPPRESSION_NONE;
	s->nodes[w->to].near = s->search;
	s->nodes[w->to].last = SUPPRESSION_NONE;
	for (; cell != SUPPRESSION_NONE && w->steps > 0; w->steps--) {
		struct suppression_node *at = &s->nodes[other_end(s, cell, w->to)];
		if (leads_on(w, cell, other_end(s, cell, w->to))) {
			at->near = s->search;
			at->last = cell;
		}
		cell = next_hidden(s, cell, w->to);
	}
}

/* The cell of a node that leads on, to a node not seen yet; none where there is no step left. */
static uint32_t next_step(struct wanderer *w, uint32_t node)
{
	struct suppression *s = w->s;
	uint32_t *next = &s->nodes[node].next;
	for (; *next != SUPPRESSION_NONE && w->steps > 0; w->steps--) {
		uint32_t cell = *next;
		*next = next_hidden(s, cell, node);
		if (leads_on(w, cell, node) &&
			level_of(s, other_end(s, cell, node)) == SUPPRESSION_NONE)
			return cell;
	}
	return SUPPRESSION_NONE;
}

/* The length of the path, then in s->path; 0 if there is none. */
static size_t wander(struct wanderer *w)
{
	struct suppression *s = w->s;
	uint32_t node = w->from;
	size_t n = 0;
	s->search++;
	set_level(s, node, 0);
	mark_goals(w);
	while (w->steps > 0 && s->nodes[node].near != s->search) {
		uint32_t cell = next_step(w, node);
		if (cell != SUPPRESSION_NONE) {
			s->path[n++] = cell;
			node = other_end(s, cell, node);
			set_level(s, node, 0);
		} else if (n > 0) {
			node = other_end(s, s->path[--n], node);
		} else {
			return 0;
		}
	}
	if (s->nodes[node].near != s->search)
		return 0;
	if (node != w->to)
		s->path[n++] = s->nodes[node].last;
	if (w->back)
		suppression_turn_path(s, n);
	return n;
}

/* From the end with fewer hidden cells. */
static struct wanderer wanderer_from_short(struct suppression *s, const struct journey *j)
{
	bool back = s->nodes[j->sink].degree < s->nodes[j->source].degree;
	return (struct wanderer){s, j, back ? j->sink : j->source, back ? j->source : j->sink, back,
		false, WANDER_STEPS};
}

/* From the other end, to whatever is near the first: where few of the many lead on. */
static void turn_about(struct wanderer *w)
{
	*w = (struct wanderer){w->s, w->journey, w->to, w->from, !w->back, true, WANDER_STEPS};
}

/* Up to the limit; what has moved stays so. */
static int64_t flow(struct suppression *s, const struct journey *j, int64_t limit)
{
	int64_t sum = 0;
	if (j->source == j->sink)
		return limit;
	struct wanderer w = wanderer_from_short(s, j);
	for (size_t n; sum < limit && (n = wander(&w)) > 0;)
		sum += push(s, j, n, limit - sum);
	if (sum < limit && w.steps == 0) {
		turn_about(&w);
		for (size_t n; sum < limit && (n = wander(&w)) > 0;)
			sum += push(s, j, n, limit - sum);
	}
	while (sum < limit && w.steps == 0 && find_levels(s, j))
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

/* A path that gives all that is missing is better than several, so that is tried first. */
bool suppression_protect(struct suppression *s, uint32_t cell, enum way way, int64_t need)
{
	struct journey j = journey_for(s, cell, way);
	suppression_hide(s, cell);
	if (need > s->cells[cell].room[way])
		return false;
	int64_t missing = need - flow(s, &j, need), least = missing;
	while (missing > 0 && least > 0) {
		size_t steps = suppression_path(s, &j, least);
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
	suppression_release_queues(s);
	*s = (struct suppression){0};
}
