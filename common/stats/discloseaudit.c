#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/crosstab.h"
#include "stats/disclosestate.h"
#include "stats/ranks.h"

/* What a reader can find out of a hidden cell: how far from it he cannot rule anything out. */
struct bound {
	bool known; /* was looked at */
	int64_t reach[2], need[2];
};

struct audit {
	const struct disclose *d;
	struct writer *w;
	const struct facet *facet;
	struct bound **bounds; /* by layer and cell */
	struct axis **groups;  /* the columns of groups */
	size_t ngroups;
	struct arena arena;
};

typedef void visit_net(void *context, const struct facet *facet, struct disclose_net *net);

/* Shows the sums of each family, for a facet. */
static void visit_nets(
	const struct disclose *d, const struct facet *facet, visit_net *visit, void *context)
{
	struct arena arena = {0};
	size_t n;
	struct family *families = disclose_families(d, disclose_use(facet), &n, &arena);
	for (size_t i = 0; i < n; i++) {
		struct disclose_net net;
		disclose_net_make(&net, d, &families[i], facet);
		disclose_net_judge(&net);
		visit(context, facet, &net);
		disclose_net_release(&net);
	}
	arena_release(&arena);
}

/* "country=RS kind=ngo", or "all". */
static void describe(struct buf *out, const struct layer *l, uint32_t cell)
{
	uint32_t *codes = mem_zero(l->cells->naxes + 1, sizeof *codes);
	cells_codes(l->cells, cell, codes);
	for (size_t k = 0; k < l->cells->naxes; k++)
		buf_fmt(out, "%s" STR_FMT "=" STR_FMT, k ? " " : "",
			STR_ARG(l->cells->axes[k]->name),
			STR_ARG(intern_text(&l->cells->axes[k]->values, codes[k])));
	if (l->cells->naxes == 0)
		buf_puts(out, "all");
	free(codes);
}

static double exact(const struct facet *facet, const struct stake *s)
{
	return (double)disclose_number(facet, s->layer->cells, s->cell);
}

/* To the digits that units leave: what is nearer to 0 than they are is 0. */
static double without_rest(const struct facet *facet, double number)
{
	char text[NUMBER_MAX];
	if (!isfinite(number))
		return NAN;
	if (disclose_counts(facet) || number == rint(number))
		return number;
	if (fabs(number) * facet->scale < 2)
		return 0;
	snprintf(text, sizeof text, "%.13g", number);
	return strtod(text, NULL);
}

/* NaN where there is no bound. */
static double limit(const struct facet *facet, const struct stake *s, enum way way, int64_t reach)
{
	double by = (double)reach / facet->scale;
	if (reach >= SUPPRESSION_FREE)
		return NAN;
	return without_rest(facet, exact(facet, s) + (way == WAY_RISE ? by : -by));
}

/* Proof, or what is wrong. */

static void say_tight(const struct facet *facet, struct disclose_net *net, uint32_t cell)
{
	const struct stake *s = &net->stakes[cell];
	char text[2][NUMBER_MAX];
	int length[2] = {0, 0};
	struct buf name = {0};
	describe(&name, s->layer, s->cell);
	for (int way = 0; way < 2; way++) {
		int64_t reach = disclose_net_reach(net, cell, (enum way)way, SUPPRESSION_FREE);
		double at = limit(facet, s, (enum way)way, reach);
		length[way] = isnan(at) ? 0 : (int)number_format(at, text[way]);
	}
	if (!disclose_counts(facet))
		warn_at(NULL, "a sum of '%s' can be told to lie between %.*s and %.*s",
			buf_cstr(&name), length[0], text[0], length[1], text[1]);
	else
		warn_at(NULL, "the records of '%s' can be told to be between %.*s and %.*s",
			buf_cstr(&name), length[0], text[0], length[1], text[1]);
	buf_release(&name);
}

static void say_exposed(const struct disclose_net *net, uint32_t node)
{
	const struct suppression *g = &net->graph;
	struct buf names = {0};
	size_t n = 0;
	for (uint32_t i = g->start[node]; i < g->start[node + 1] && n < 3; i++)
		if (g->cells[g->at[i]].hidden && net->stakes[g->at[i]].layer) {
			if (n++)
				buf_puts(&names, "', '");
			describe(&names, net->stakes[g->at[i]].layer, net->stakes[g->at[i]].cell);
		}
	if (n > 1) /* of one alone it is said */
		warn_at(NULL, "what '%s' have together can be computed, and tells of few records",
			buf_cstr(&names));
	buf_release(&names);
}

static void say_insider(const struct disclose_net *net, const struct insider *i)
{
	struct buf alone = {0}, other = {0};
	describe(&alone, net->stakes[i->alone].layer, net->stakes[i->alone].cell);
	describe(&other, net->stakes[i->other].layer, net->stakes[i->other].cell);
	warn_at(NULL, "the only record of '%s' can compute a sum of '%s'", buf_cstr(&alone),
		buf_cstr(&other));
	buf_release(&alone);
	buf_release(&other);
}

static void verify_net(void *context, const struct facet *facet, struct disclose_net *net)
{
	const struct disclose *d = context;
	for (uint32_t i = 0; i < net->n; i++)
		if (net->stakes[i].tight)
			say_tight(facet, net, i);
	for (uint32_t node = 0; node < net->nodes.n; node++)
		if (disclose_exposed(d, net, facet, node))
			say_exposed(net, node);
	size_t n;
	struct insider *insiders = disclose_insiders(d, net, facet, &n);
	for (size_t i = 0; i < n; i++)
		say_insider(net, &insiders[i]);
	free(insiders);
}

void disclose_verify(const struct disclose *d)
{
	struct arena arena = {0};
	size_t n;
	struct facet *facets = disclose_facets(d, &n, &arena);
	for (size_t i = 0; i < n; i++)
		visit_nets(d, &facets[i], verify_net, (void *)d);
	arena_release(&arena);
}

/* The table of bounds. */

static void find_bounds(void *context, const struct facet *facet, struct disclose_net *net)
{
	struct audit *a = context;
	(void)facet;
	for (uint32_t i = 0; i < net->n; i++) {
		const struct stake *s = &net->stakes[i];
		if (!s->layer || s->settled || !s->layer->flags[s->cell])
			continue;
		struct bound *b = &a->bounds[s->layer - a->d->layers][s->cell];
		for (int way = 0; way < 2; way++) {
			int64_t reach = disclose_net_reach(net, i, (enum way)way, SUPPRESSION_FREE);
			b->reach[way] = b->known && b->reach[way] < reach ? b->reach[way] : reach;
			b->need[way] = s->need[way];
		}
		b->known = true;
	}
}

static void gather_groups(struct audit *a)
{
	const struct disclose *d = a->d;
	a->groups = arena_alloc(&a->arena, d->t->naxes + 1, sizeof(struct axis *));
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct layer *l = &d->layers[i];
		for (size_t k = 0; !(l->use & TABLE_LINK) && k < l->ngroups; k++) {
			size_t at = 0;
			while (at < a->ngroups && a->groups[at] != l->cells->axes[k])
				at++;
			a->groups[at] = l->cells->axes[k];
			a->ngroups += at == a->ngroups;
		}
	}
}

static void write_names(struct audit *a, bool bare)
{
	static const char *const words[] = {"stat", "variable", "level", "flag", "estimate", "low",
		"high", "need_low", "need_high", "verdict"};
	struct header h = {0};
	for (size_t i = 0; i < a->ngroups; i++)
		crosstab_need_column(&h, a->groups[i]->name);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		crosstab_need_column(&h, str_of(words[i]));
	writer_header(a->w, &h, bare);
	header_release(&h);
}

static void write_group_values(struct audit *a, const struct layer *l, const uint32_t *codes)
{
	for (size_t i = 0; i < a->ngroups; i++) {
		size_t k = 0;
		while (k < l->ngroups && l->cells->axes[k] != a->groups[i])
			k++;
		if (k < l->ngroups)
			writer_value(a->w,
				crosstab_apart_from_margin(
					intern_text(&a->groups[i]->values, codes[k]), &a->arena));
		else
			writer_field(a->w, STR("*"));
	}
}

/* The columns whose values are counted, and the values: "kind", or "country*kind". */
static void write_variable(struct audit *a, const struct layer *l, const uint32_t *codes)
{
	const struct layout *layout = &a->d->t->layout;
	struct buf variable = {0}, level = {0};
	static const char *const stats[] = {[FACET_RECORDS] = "n",
		[FACET_NUMBERS] = "n",
		[FACET_SUM] = "sum",
		[FACET_WEIGHTS] = "weight",
		[FACET_WEIGHTED] = "total"};
	if (a->facet->kind != FACET_RECORDS && a->facet->kind != FACET_WEIGHTS)
		buf_addstr(&variable, layout->variables[a->facet->variable].name);
	for (size_t k = l->ngroups; k < l->cells->naxes; k++) {
		buf_puts(&variable, k > l->ngroups ? "*" : "");
		buf_addstr(&variable, l->cells->axes[k]->name);
		buf_puts(&level, k > l->ngroups ? "*" : "");
		buf_addstr(&level, intern_text(&l->cells->axes[k]->values, codes[k]));
	}
	writer_value(a->w, str_of(stats[a->facet->kind]));
	writer_value(a->w, buf_str(&variable));
	writer_value(a->w, buf_str(&level));
	buf_release(&variable);
	buf_release(&level);
}

static void write_bound(
	struct audit *a, const struct layer *l, uint32_t cell, const uint32_t *codes)
{
	struct bound *b = &a->bounds[l - a->d->layers][cell];
	struct stake s = {.layer = (struct layer *)l, .cell = cell};
	struct buf flags = {0};
	bool needed = b->need[WAY_FALL] || b->need[WAY_RISE];
	bool safe =
		b->reach[WAY_FALL] >= b->need[WAY_FALL] && b->reach[WAY_RISE] >= b->need[WAY_RISE];
	sensitive_words(&flags, l->flags[cell]);
	write_group_values(a, l, codes);
	write_variable(a, l, codes);
	writer_field(a->w, buf_str(&flags));
	writer_number(a->w, exact(a->facet, &s));
	for (int way = 0; way < 2; way++)
		writer_number(a->w, limit(a->facet, &s, (enum way)way, b->reach[way]));
	for (int way = 0; way < 2; way++)
		writer_number(
			a->w, needed ? limit(a->facet, &s, (enum way)way, b->need[way]) : NAN);
	writer_field(a->w, str_of(!needed ? "" : safe ? "safe" : "tight"));
	writer_end(a->w);
	buf_release(&flags);
}

static void write_layer(struct audit *a, const struct layer *l)
{
	size_t naxes = l->cells->naxes, n;
	const struct ranks **ranks = mem_zero(naxes + 1, sizeof(struct ranks *));
	for (size_t k = 0; k < naxes; k++)
		ranks[k] = &a->d->ranks[disclose_axis(a->d, l->cells->axes[k])];
	uint32_t *codes = groups_seen(l->cells, ranks, &n);
	for (size_t i = 0; i < n; i++) {
		uint32_t cell = cells_find(l->cells, codes + i * naxes);
		if (cell != CELL_NONE && a->bounds[l - a->d->layers][cell].known)
			write_bound(a, l, cell, codes + i * naxes);
	}
	free(codes);
	free(ranks);
}

static void audit_facet(struct audit *a)
{
	const struct disclose *d = a->d;
	a->bounds = mem_zero(d->t->ntables, sizeof(struct bound *));
	for (size_t i = 0; i < d->t->ntables; i++)
		a->bounds[i] = mem_zero(d->layers[i].cells->n + 1, sizeof **a->bounds);
	visit_nets(d, a->facet, find_bounds, a);
	for (size_t i = 0; i < d->t->ntables; i++)
		if (d->layers[i].twin == &d->layers[i])
			write_layer(a, &d->layers[i]);
	for (size_t i = 0; i < d->t->ntables; i++)
		free(a->bounds[i]);
	free(a->bounds);
}

void disclose_audit(const struct disclose *d, struct writer *w, bool bare)
{
	struct audit a = {.d = d, .w = w};
	size_t n;
	struct facet *facets = disclose_facets(d, &n, &a.arena);
	gather_groups(&a);
	write_names(&a, bare);
	for (size_t i = 0; i < n; i++) {
		a.facet = &facets[i];
		audit_facet(&a);
	}
	disclose_verify(d);
	arena_release(&a.arena);
}
