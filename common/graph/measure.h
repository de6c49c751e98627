/*
 * measure: the measures by name, of nodes and of the whole graph.
 *
 * A measure has one definition and one column name for ever; where a definition has variants (with
 * or without weights, lengths or arrows) each has a name of its own. What several measures need is
 * computed once. Undefined is NaN. Values are the same for any order of the input rows and any
 * number of threads.
 */
#ifndef KOOP_GRAPH_MEASURE_H
#define KOOP_GRAPH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "graph/agree.h"
#include "graph/bimode.h"
#include "graph/block.h"
#include "graph/broker.h"
#include "graph/burt.h"
#include "graph/change.h"
#include "graph/community.h"
#include "graph/component.h"
#include "graph/graph.h"
#include "graph/mixing.h"
#include "graph/path.h"
#include "graph/permute.h"
#include "graph/project.h"
#include "graph/triad.h"

enum { PATH_LENGTHS = 3 };

/* Bits: what a measure needs to be found before. */
enum {
	NEED_WEAK = 1 << 0,
	NEED_STRONG = 1 << 1,
	NEED_CORE = 1 << 2,
	NEED_TRIANGLES = 1 << 3,
	NEED_BLOCKS = 1 << 4,
	NEED_PAGERANK = 1 << 5,
	NEED_PAGERANK_W = 1 << 6,
	NEED_MIXING = 1 << 7,
	NEED_PATHS = 1 << 8,    /* << enum path_length: three bits */
	NEED_BETWEEN = 1 << 11, /* the same with betweenness */
	NEED_TWO_MODE = 1 << 14,
	NEED_HOLES = 1 << 15,
	NEED_HOLES_W = 1 << 16,
	NEED_EIGENVECTOR = 1 << 17,
	NEED_EIGENVECTOR_W = 1 << 18,
	NEED_HITS = 1 << 19,
	NEED_HITS_W = 1 << 20,
	NEED_TRIADS = 1 << 21,
	NEED_EDGE_BETWEEN = 1 << 22, /* three bits again */
	NEED_COMMUNITIES = 1 << 25,
	NEED_BIMODE = 1 << 26,
	NEED_BROKER = 1 << 27,
	NEED_AGREEMENT = 1 << 28,
	NEED_PERMUTATIONS = 1 << 29,
	NEED_ALL_PATHS = 63 << 8, /* O(nodes * edges) */
	NEED_MUCH_TIME = NEED_ALL_PATHS | NEED_COMMUNITIES,
};

struct measures {
	const struct graph *g;
	const struct graph *flat;  /* the same without arrows; g itself when undirected */
	struct grouping groups;    /* of the attribute; `of` NULL when there is none */
	const struct twomode *two; /* what the graph was projected from, or NULL */
	uint32_t items; /* with two modes: nodes whose number is not below are what is shared; else
	                   UINT32_MAX */
	bool in_time;   /* a slice of time, which differs from the one before it by: */
	struct change change;
	size_t sample;       /* paths from so many nodes; 0: from all */
	bool given;          /* the attribute is the partition whose modularity counts */
	bool weighted;       /* weights count where a measure has but one form */
	size_t permutations; /* rounds; 0: none */
	unsigned threads;
	struct community_search search;

	/* Made by measures_prepare: */
	unsigned ready;
	struct graph own_flat;
	struct components weak, strong;
	uint32_t *core;
	uint64_t *triangles;
	struct blocks blocks;
	struct paths paths[PATH_LENGTHS];
	double *pagerank[2]; /* without and with weights, as the next three */
	struct holes holes[2];
	double *eigenvector[2]; /* of each component */
	bool connected;         /* there is but one */
	double *hub[2], *authority[2];
	double triads[TRIADS];
	struct mixing mixing;
	struct communities communities;
	struct bimode bimode;
	struct brokers brokers;
	struct agreement agreement; /* of communities with the attribute */
	struct permutation permutation;
};

/* Is it, in a network of two modes, one of what is shared? */
static inline bool measures_is_event(const struct measures *m, size_t node)
{
	return m->g->number[node] >= m->items;
}

/* Computes what the bits ask for and is not there yet. */
void measures_prepare(struct measures *m, unsigned needs);

void measures_release(struct measures *m);

/* Above these what takes much time is only done when it is named. */
enum { MEASURE_PATHS_MAX = 20000, MEASURE_COMMUNITIES_MAX = 2000000 };

/* A column of the table of nodes. */
struct node_measure {
	const char *name;
	unsigned needs;
	int variant; /* which length, or whether weights count */
	double (*value)(const struct measures *m, int variant, size_t node);
	unsigned kind; /* MEASURE_ bits (graph/measuretable.h) */
};

/*
 * The measures that a list names ("degree,core"), or the default set when list is NULL: an array
 * from the arena. Short names stand for what fits the graph: in a directed one degree is in_degree
 * and out_degree; betweenness with lengths 1/weight is betweenness_inv. NULL when a name is unknown
 * or does not fit, with the reason in *why. Of a graph with more than MEASURE_PATHS_MAX nodes the
 * default set has no path measures unless they are sampled, of one with more than
 * MEASURE_COMMUNITIES_MAX edges no communities (*left_out).
 */
const struct node_measure **node_measures_find(const struct measures *m, const char *list,
	enum path_length length, size_t *n, bool *left_out, struct arena *arena, struct buf *why);

/* A row of the table of the whole graph. */
struct graph_measure {
	const char *name;
	unsigned needs;
	unsigned fits;                             /* FITS_ bits */
	double (*value)(const struct measures *m); /* NULL: what was found is the value: */
	size_t field;                              /* where it is in struct measures */
};

double graph_measure_value(const struct graph_measure *measure, const struct measures *m);

/*
 * The same for the whole graph; all that fit when list is NULL, but of a graph with more than
 * MEASURE_PATHS_MAX nodes none that takes much time (*left_out counts them).
 */
const struct graph_measure **graph_measures_find(const struct measures *m, const char *list,
	size_t *n, size_t *left_out, struct arena *arena, struct buf *why);

#endif
