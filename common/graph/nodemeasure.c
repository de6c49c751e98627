/* The table of node measures. */
#include <math.h>

#include "base/near.h"
#include "graph/measure.h"
#include "graph/sum.h"
#include "record/header.h"

#define UNUSED __attribute__((unused))

static double in_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)graph_in_degree(m->g, i);
}

static double out_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)graph_degree(m->g, i);
}

static double strength_over(
	const struct graph *g, const size_t *start, const uint32_t *via, size_t i)
{
	struct sum sum = {0};
	for (size_t k = start[i]; k < start[i + 1]; k++)
		sum_add(&sum, graph_weight(g, via[k]));
	return sum_value(&sum);
}

static double in_strength(const struct measures *m, UNUSED int variant, size_t i)
{
	return strength_over(m->g, m->g->in_start, m->g->in_via, i);
}

static double out_strength(const struct measures *m, UNUSED int variant, size_t i)
{
	return strength_over(m->g, m->g->start, m->g->via, i);
}

static double loops(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->g->loop_rows ? m->g->loop_rows[i] : 0;
}

static double component(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->weak.of[i];
}

static double strong_component(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->strong.of[i];
}

static double community(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->communities.of[i];
}

static double core(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->core[i];
}

static double triangles(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)m->triangles[i];
}

static double clustering(const struct measures *m, UNUSED int variant, size_t i)
{
	double d = (double)graph_degree(m->flat, i);
	return d < 2 ? NAN : 2 * (double)m->triangles[i] / (d * (d - 1));
}

static double avg_neighbour_degree(const struct measures *m, UNUSED int variant, size_t i)
{
	const struct graph *g = m->flat;
	size_t sum = 0, d = graph_degree(g, i);
	for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
		sum += graph_degree(g, g->to[k]);
	return d ? (double)sum / (double)d : NAN;
}

static double articulation(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->blocks.articulation[i];
}

static double eccentricity(const struct measures *m, int length, size_t i)
{
	return m->paths[length].eccentricity[i];
}

static double betweenness(const struct measures *m, int length, size_t i)
{
	double value = m->paths[length].betweenness[i];
	return isfinite(value) ? value
	                       : (double)NAN; /* more shortest paths than a double can count */
}

static double betweenness_norm(const struct measures *m, int length, size_t i)
{
	double n = (double)m->g->nodes, pairs = (n - 1) * (n - 2) / (m->g->directed ? 1 : 2);
	return pairs > 0 ? betweenness(m, length, i) / pairs : NAN;
}

static double closeness_raw(const struct measures *m, int length, size_t i)
{
	double distance = m->paths[length].distance[i];
	return distance > 0 ? 1 / distance : NAN;
}

static double closeness(const struct measures *m, int length, size_t i)
{
	double distance = m->paths[length].distance[i];
	return distance > 0 ? (m->paths[length].reached[i] - 1) / distance : (double)NAN;
}

static double closeness_wf(const struct measures *m, int length, size_t i)
{
	double others = m->paths[length].reached[i] - 1, n = (double)m->g->nodes;
	if (n < 2)
		return NAN;
	return others > 0 ? closeness(m, length, i) * others / (n - 1) : 0;
}

static double harmonic(const struct measures *m, int length, size_t i)
{
	return m->paths[length].harmonic[i];
}

static double harmonic_norm(const struct measures *m, int length, size_t i)
{
	return m->g->nodes > 1 ? m->paths[length].harmonic[i] / (double)(m->g->nodes - 1) : NAN;
}

static double pagerank(const struct measures *m, int weighted, size_t i)
{
	return m->pagerank[weighted][i];
}

static double eigenvector(const struct measures *m, int weighted, size_t i)
{
	return m->eigenvector[weighted] ? m->eigenvector[weighted][i] : (double)NAN;
}

static double hub(const struct measures *m, int weighted, size_t i)
{
	return m->hub[weighted] ? m->hub[weighted][i] : (double)NAN;
}

static double authority(const struct measures *m, int weighted, size_t i)
{
	return m->authority[weighted] ? m->authority[weighted][i] : (double)NAN;
}

static double constraint(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].constraint[i];
}

static double effective_size(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].effective_size[i];
}

static double efficiency(const struct measures *m, int weighted, size_t i)
{
	return m->holes[weighted].effective_size[i] / (double)graph_degree(m->flat, i);
}

static double internal(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->groups.of[i] == INTERN_NONE ? NAN : (double)m->mixing.internal[i];
}

static double external(const struct measures *m, UNUSED int variant, size_t i)
{
	return m->groups.of[i] == INTERN_NONE ? NAN : (double)m->mixing.external[i];
}

static double ei(const struct measures *m, UNUSED int variant, size_t i)
{
	double in = m->mixing.internal[i], out = m->mixing.external[i];
	return in + out > 0 ? (out - in) / (out + in) : NAN;
}

static double activities(const struct measures *m, UNUSED int variant, size_t i)
{
	return (double)(m->two->item_start[i + 1] - m->two->item_start[i]);
}

/* Latapy, Magnien and Del Vecchio (2008), pairwise: the mean of shared / all events over the
 * neighbours. */
static double clustering_latapy(const struct measures *m, UNUSED int variant, size_t i)
{
	const struct graph *g = m->g;
	struct sum sum = {0};
	if (!m->two)
		return m->bimode.clustering[i];
	for (size_t k = g->start[i]; k < g->start[i + 1]; k++) {
		double shared = graph_weight(g, g->via[k]);
		sum_add(&sum, shared / (activities(m, 0, i) + activities(m, 0, g->to[k]) - shared));
	}
	return graph_degree(g, i) ? sum_value(&sum) / (double)graph_degree(g, i) : 0;
}

static double degree_bipartite(const struct measures *m, UNUSED int variant, size_t i)
{
	return bimode_degree(&m->bimode, m->g, i);
}

static double betweenness_bipartite(const struct measures *m, int length, size_t i)
{
	return bimode_betweenness(&m->bimode, m->g, i, betweenness(m, length, i));
}

static double closeness_bipartite(const struct measures *m, int length, size_t i)
{
	const struct paths *p = &m->paths[length];
	return bimode_closeness(&m->bimode, m->g, i, p->distance[i], p->reached[i]);
}

#define PATH_MEASURES(suffix, length)                                                              \
	{"betweenness" suffix, NEED_BETWEEN << length, length, betweenness},                       \
		{"betweenness_norm" suffix, NEED_BETWEEN << length, length, betweenness_norm},     \
		{"closeness_raw" suffix, NEED_PATHS << length, length, closeness_raw},             \
		{"closeness" suffix, NEED_PATHS << length, length, closeness},                     \
		{"closeness_wf" suffix, NEED_PATHS << length, length, closeness_wf},               \
		{"harmonic" suffix, NEED_PATHS << length, length, harmonic},                       \
	{                                                                                          \
		"harmonic_norm" suffix, NEED_PATHS << length, length, harmonic_norm                \
	}

/* clang-format off */
static const struct node_measure MEASURES[] = {
	{"degree", 0, 0, out_degree},
	{"in_degree", 0, 0, in_degree},
	{"out_degree", 0, 0, out_degree},
	{"strength", 0, 0, out_strength},
	{"in_strength", 0, 0, in_strength},
	{"out_strength", 0, 0, out_strength},
	{"loops", 0, 0, loops},
	{"component", NEED_WEAK, 0, component},
	{"wcc", NEED_WEAK, 0, component},
	{"scc", NEED_STRONG, 0, strong_component},
	{"core", NEED_CORE, 0, core},
	{"community", NEED_COMMUNITIES, 0, community},
	{"triangles", NEED_TRIANGLES, 0, triangles},
	{"clustering", NEED_TRIANGLES, 0, clustering},
	{"avg_neighbour_degree", 0, 0, avg_neighbour_degree},
	{"articulation", NEED_BLOCKS, 0, articulation},
	{"eccentricity", NEED_PATHS, LENGTH_NONE, eccentricity},
	PATH_MEASURES("", LENGTH_NONE),
	PATH_MEASURES("_inv", LENGTH_INVERSE),
	PATH_MEASURES("_dist", LENGTH_WEIGHT),
	{"betweenness_directed", NEED_BETWEEN, LENGTH_NONE, betweenness},
	{"pagerank", NEED_PAGERANK, 0, pagerank},
	{"pagerank_w", NEED_PAGERANK_W, 1, pagerank},
	{"eigenvector", NEED_EIGENVECTOR, 0, eigenvector},
	{"eigenvector_w", NEED_EIGENVECTOR_W, 1, eigenvector},
	{"hub", NEED_HITS, 0, hub},
	{"hub_w", NEED_HITS_W, 1, hub},
	{"authority", NEED_HITS, 0, authority},
	{"authority_w", NEED_HITS_W, 1, authority},
	{"constraint", NEED_HOLES, 0, constraint},
	{"constraint_w", NEED_HOLES_W, 1, constraint},
	{"effective_size", NEED_HOLES, 0, effective_size},
	{"effective_size_w", NEED_HOLES_W, 1, effective_size},
	{"efficiency", NEED_HOLES, 0, efficiency},
	{"efficiency_w", NEED_HOLES_W, 1, efficiency},
	{"internal", NEED_MIXING, 0, internal},
	{"external", NEED_MIXING, 0, external},
	{"ei", NEED_MIXING, 0, ei},
	{"activities", NEED_TWO_MODE, 0, activities},
	{"degree_bipartite", NEED_BIMODE, 0, degree_bipartite},
	{"betweenness_bipartite", NEED_BIMODE | NEED_BETWEEN, LENGTH_NONE, betweenness_bipartite},
	{"closeness_bipartite", NEED_BIMODE | NEED_PATHS, LENGTH_NONE, closeness_bipartite},
	{"clustering_latapy", NEED_TWO_MODE, 0, clustering_latapy},
};
/* clang-format on */

enum { MEASURES_N = sizeof MEASURES / sizeof *MEASURES };

static const char DEFAULT[] =
	"degree,strength,betweenness,closeness,harmonic,core,clustering,component,community";
static const char DEFAULT_MODES[] =
	"degree_bipartite,betweenness_bipartite,closeness_bipartite,clustering_latapy";
static const char DEFAULT_GROUPS[] = "internal,external,ei";

/* Short names, and what they stand for. */
static const struct {
	const char *name;
	bool directed_only;
	const char *list;
} SHORT[] = {
	{"degree",      true,  "in_degree,out_degree"    },
	{"strength",    true,  "in_strength,out_strength"},
	{"component",   true,  "wcc"                     },
	{"betweenness", true,  "betweenness_directed"    },
	{"knn",         false, "avg_neighbour_degree"    },
	{"hits",        false, "hub,authority"           },
	{"hits_w",      false, "hub_w,authority_w"       },
};

static const char *const LENGTH_SUFFIX[PATH_LENGTHS] = {"", "_inv", "_dist"};

struct choice {
	const struct measures *m;
	enum path_length length;
	const struct node_measure **found;
	size_t n;
	struct arena *arena;
	struct buf *why;
};

static const struct node_measure *look_up(struct str name)
{
	for (size_t i = 0; i < MEASURES_N; i++)
		if (str_eq(str_of(MEASURES[i].name), name))
			return &MEASURES[i];
	return NULL;
}

static bool unknown(struct choice *c, struct str name)
{
	struct str names[MEASURES_N];
	for (size_t i = 0; i < MEASURES_N; i++)
		names[i] = str_of(MEASURES[i].name);
	size_t near = near_find(name, names, MEASURES_N);
	buf_fmt(c->why, "unknown measure '" STR_FMT "'", STR_ARG(name));
	if (near < MEASURES_N)
		buf_fmt(c->why, " (did you mean '%s'?)", MEASURES[near].name);
	return false;
}

static bool choose(struct choice *c, const struct node_measure *measure)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->found[i] == measure)
			return true;
	if (measure->needs & NEED_MIXING && !c->m->groups.of) {
		buf_fmt(c->why, "measure '%s' needs an attribute (--attr)", measure->name);
		return false;
	}
	bool modes = c->m->items != UINT32_MAX;
	if (measure->needs & NEED_BIMODE && !modes) {
		buf_fmt(c->why, "measure '%s' needs --two-mode", measure->name);
		return false;
	}
	if (measure->needs & NEED_TWO_MODE && !c->m->two &&
		!(modes && measure->value == clustering_latapy)) {
		buf_fmt(c->why, "measure '%s' needs lists of who took part (--of), and all of it",
			measure->name);
		return false;
	}
	c->found[c->n++] = measure;
	return true;
}

/* The variant of a path measure that fits the lengths in use: its name with a suffix. */
static const struct node_measure *with_length(const struct choice *c, struct str name)
{
	const struct node_measure *plain = look_up(name);
	if (!plain || plain->value == eccentricity || plain->needs & NEED_BIMODE ||
		!(plain->needs & (NEED_PATHS | NEED_BETWEEN)))
		return plain;
	struct str longer =
		arena_fmt(c->arena, STR_FMT "%s", STR_ARG(name), LENGTH_SUFFIX[c->length]);
	const struct node_measure *fitting = look_up(longer);
	return fitting ? fitting : plain;
}

/* What a short name stands for in this graph, or NULL. */
static const char *stands_for(const struct choice *c, struct str name)
{
	bool directed = c->m->g->directed;
	if (str_eq(name, STR("betweenness")) && c->length != LENGTH_NONE)
		return NULL;
	for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++)
		if (str_eq(name, str_of(SHORT[i].name)) && (directed || !SHORT[i].directed_only))
			return SHORT[i].list;
	return NULL;
}

static bool choose_name(struct choice *c, struct str name)
{
	const char *list = stands_for(c, name);
	struct str rest = str_of(list), part;
	bool good = true;
	while (good && str_split(&rest, ',', &part)) {
		const struct node_measure *one = look_up(part);
		good = one && choose(c, one);
	}
	if (list)
		return good;
	const struct node_measure *measure = with_length(c, name);
	return measure ? choose(c, measure) : unknown(c, name);
}

static bool choose_list(struct choice *c, const char *list)
{
	struct str rest = str_of(list), name;
	while (str_split(&rest, ',', &name))
		if (!choose_name(c, name))
			return false;
	return true;
}

const struct node_measure **node_measures_find(const struct measures *m, const char *list,
	enum path_length length, size_t *n, struct arena *arena, struct buf *why)
{
	struct choice c = {.m = m, .length = length, .arena = arena, .why = why};
	c.found = arena_alloc(arena, MEASURES_N, sizeof *c.found);
	bool good = choose_list(&c, list ? list : DEFAULT);
	if (good && !list && m->items != UINT32_MAX)
		good = choose_list(&c, DEFAULT_MODES);
	if (good && !list && m->groups.of)
		good = choose_list(&c, DEFAULT_GROUPS);
	*n = c.n;
	return good ? c.found : NULL;
}
