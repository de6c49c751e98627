/*
 * suppressionstate: what the files of suppression share: the nodes of its searches, and the steps
 * that these take. suppression.c has the flows, suppressionpath.c the cheapest paths,
 * suppressionlabels.c which cells tell each other.
 */
#ifndef KOOP_STATS_SUPPRESSIONSTATE_H
#define KOOP_STATS_SUPPRESSIONSTATE_H

#include "stats/suppression.h"

/* A node that this search has not seen has neither cost nor level. */
struct suppression_node {
	uint64_t search;
	int64_t cost;    /* of the cheapest path found so far */
	uint32_t via;    /* the cell it came through */
	uint32_t place;  /* in the heap, SUPPRESSION_NONE when out of it */
	uint32_t level;  /* steps from the source, SUPPRESSION_NONE when out of reach */
	uint32_t next;   /* the hidden cell to try next */
	uint32_t degree; /* how many hidden cells lie in the sum */
	uint64_t near;   /* the search whose goal one cell leads to from here, */
	uint32_t last;   /* and that cell */
};

static inline int64_t room_left(const struct suppression *s, uint32_t cell, enum way way)
{
	int64_t room = s->cells[cell].room[way], moved = s->moved[cell];
	if (room >= SUPPRESSION_FREE)
		return SUPPRESSION_FREE;
	return room - (way == WAY_RISE ? moved : -moved);
}

/* Which way a cell goes when it is passed through from this node, and where that leads. */
static inline enum way way_from(const struct suppression *s, uint32_t cell, uint32_t node)
{
	return s->cells[cell].node[0] == node ? WAY_RISE : WAY_FALL;
}

static inline uint32_t other_end(const struct suppression *s, uint32_t cell, uint32_t node)
{
	const uint32_t *ends = s->cells[cell].node;
	return ends[0] == node ? ends[1] : ends[0];
}

static inline int64_t passable(const struct suppression *s, uint32_t cell, uint32_t from)
{
	return room_left(s, cell, way_from(s, cell, from));
}

static inline uint32_t next_hidden(const struct suppression *s, uint32_t cell, uint32_t node)
{
	return s->next[2 * cell + (s->cells[cell].node[0] != node)];
}

/* Where a flow that lets the cell go this way begins, and where it ends. */
struct journey {
	uint32_t cell, source, sink;
};

/*
 * Of the paths from source to sink on which every cell can go at least so far, the one whose cells
 * are the cheapest to hide, in s->path; its length, 0 for none. In long sums only some cells are
 * looked at where that leads anywhere.
 */
size_t suppression_path(struct suppression *s, const struct journey *j, int64_t least);

/* Turns the first n cells of s->path round. */
void suppression_turn_path(struct suppression *s, size_t n);

void suppression_release_queues(struct suppression *s);

#endif
