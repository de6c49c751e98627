/* Which node measures a list names. */
#include "graph/measuretable.h"

static const char MODES[] =
	"degree_bipartite,betweenness_bipartite,closeness_bipartite,clustering_latapy";
static const char MODES_FAST[] = "degree_bipartite,clustering_latapy";
static const char GROUPS[] = "internal,external,ei,cross_share";

/* Short names, and what they stand for. */
static const struct {
	const char *name;
	bool directed_only;
	const char *list;
} SHORT[] = {
	{"degree",      true,  "in_degree,out_degree"                                   },
	{"strength",    true,  "in_strength,out_strength"                               },
	{"component",   true,  "wcc"						    },
	{"betweenness", true,  "betweenness_directed"                                   },
	{"knn",         false, "avg_neighbour_degree"                                   },
	{"consultant",  false, "itinerant"					      },
	{"roles",       false, "coordinator,itinerant,gatekeeper,representative,liaison"},
	{"hits",        false, "hub,authority"					  },
	{"hits_w",      false, "hub_w,authority_w"                                      },
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
	for (size_t i = 0; i < NODE_MEASURES_N; i++)
		if (str_eq(str_of(NODE_MEASURES[i].name), name))
			return &NODE_MEASURES[i];
	return NULL;
}

static bool unknown(struct choice *c, struct str name)
{
	struct str *names = arena_alloc(c->arena, NODE_MEASURES_N, sizeof *names);
	for (size_t i = 0; i < NODE_MEASURES_N; i++)
		names[i] = str_of(NODE_MEASURES[i].name);
	measure_unknown(name, names, NODE_MEASURES_N, c->why);
	return false;
}

/* The standard error of an estimate. */
static const struct node_measure *error_of(
	const struct choice *c, const struct node_measure *measure)
{
	struct str directed = STR("betweenness_directed"), name = str_of(measure->name);
	return look_up(str_eq(name, directed) ? STR("betweenness_se")
					      : arena_fmt(c->arena, "%s_se", measure->name));
}

/* What a measure wants that is not there, or NULL. */
static const char *lacking(const struct measures *m, const struct node_measure *measure)
{
	bool modes = m->items != UINT32_MAX, both = measure->kind & MEASURE_BOTH_MODES;
	if (measure->kind & MEASURE_DIRECTED && !m->g->directed)
		return "is of directed networks (--directed)";
	if (measure->kind & MEASURE_ERROR && !m->sample)
		return "needs --sample";
	if (measure->needs & NEED_ALL_PATHS && m->sample &&
		!(measure->kind & (MEASURE_ERROR | MEASURE_SAMPLED)))
		return "cannot be told from a sample";
	if (measure->needs & (NEED_MIXING | NEED_BROKER) && !m->groups.of)
		return "needs an attribute (--attr)";
	if (measure->needs & NEED_BIMODE && !modes)
		return "needs --two-mode";
	if (measure->needs & NEED_TWO_MODE && !m->two && !(modes && both))
		return "needs lists of who took part (--of), and all of it";
	return NULL;
}

static bool choose(struct choice *c, const struct node_measure *measure)
{
	const char *lack = lacking(c->m, measure);
	for (size_t i = 0; i < c->n; i++)
		if (c->found[i] == measure)
			return true;
	if (lack) {
		buf_fmt(c->why, "measure '%s' %s", measure->name, lack);
		return false;
	}
	c->found[c->n++] = measure;
	if (c->m->sample && measure->kind & MEASURE_SAMPLED)
		return choose(c, error_of(c, measure));
	return true;
}

/* The variant of a path measure that fits the lengths in use: its name with a suffix. */
static const struct node_measure *with_length(const struct choice *c, struct str name)
{
	const struct node_measure *plain = look_up(name);
	if (!plain || !(plain->kind & MEASURE_LENGTHS))
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
	enum path_length length, size_t *n, bool *left_out, struct arena *arena, struct buf *why)
{
	struct choice c = {.m = m, .length = length, .arena = arena, .why = why};
	bool paths = m->g->nodes <= MEASURE_PATHS_MAX || m->sample;
	bool groups = m->g->edges <= MEASURE_COMMUNITIES_MAX;
	c.found = arena_alloc(arena, NODE_MEASURES_N, sizeof *c.found);
	*left_out = !list && !(paths && groups);
	bool good = choose_list(&c, list ? list : "degree,strength");
	if (!list)
		good = good && (!paths || choose_list(&c, "betweenness,closeness,harmonic")) &&
		       choose_list(&c, "core,clustering,component") &&
		       (!groups || choose_list(&c, "community"));
	if (!list && m->items != UINT32_MAX)
		good = good && choose_list(&c, paths && !m->sample ? MODES : MODES_FAST);
	if (!list && m->groups.of)
		good = good && choose_list(&c, GROUPS);
	*n = c.n;
	return good ? c.found : NULL;
}
