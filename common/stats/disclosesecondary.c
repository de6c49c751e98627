#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/disclosestate.h"

/* A cell that must be able to move, and how far. */
struct duty {
	uint32_t cell;
	int64_t need;
};

unsigned disclose_use(const struct facet *facet)
{
	bool all = facet->kind == FACET_RECORDS || facet->kind == FACET_WEIGHTS;
	return all ? TABLES_SHOWN | TABLE_BASE : TABLE_GROUPS;
}

/* The largest need first: what it takes often does for the others, too. */
static int compare_duties(const void *a, const void *b)
{
	const struct duty *x = a, *y = b;
	if (x->need != y->need)
		return x->need > y->need ? -1 : 1;
	return x->cell < y->cell ? -1 : x->cell > y->cell;
}

static void do_duties(struct disclose_net *net)
{
	struct duty *duties = mem_zero(net->n + 1, sizeof *duties);
	size_t n = 0;
	for (size_t i = 0; i < net->n; i++) {
		const int64_t *need = net->stakes[i].need;
		int64_t most = need[WAY_FALL] > need[WAY_RISE] ? need[WAY_FALL] : need[WAY_RISE];
		if (most > 0)
			duties[n++] = (struct duty){(uint32_t)i, most};
	}
	qsort(duties, n, sizeof *duties, compare_duties);
	for (size_t i = 0; i < n; i++)
		for (int way = 0; way < 2; way++)
			disclose_net_protect(net, duties[i].cell, (enum way)way,
				net->stakes[duties[i].cell].need[way]);
	free(duties);
}

/* Sums of hidden cells. */

/* Which of the two sides of a sum holds all the hidden cells in it; 2 when both do, or none. */
static int hidden_side(const struct disclose_net *net, uint32_t node)
{
	const struct suppression *g = &net->graph;
	bool hidden[2] = {false, false};
	for (uint32_t i = g->start[node]; i < g->start[node + 1]; i++) {
		const struct suppression_cell *c = &g->cells[g->at[i]];
		hidden[c->node[1] == node] |= c->hidden;
	}
	return hidden[0] != hidden[1] ? hidden[1] : 2;
}

static int descending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? 1 : x > y ? -1 : 0;
}

/* The numbers of some cells together; the largest of them are put into `largest`. */
static void add_numbers(
	struct magnitude *sum, double *largest, size_t room, const struct magnitude *m)
{
	size_t held = sum->n < room ? (size_t)sum->n : room;
	size_t more = m->n < room ? (size_t)m->n : room;
	if (more)
		memcpy(largest + held, m->largest, more * sizeof *largest);
	qsort(largest, held + more, sizeof *largest, descending);
	sum->n += m->n;
	sum->total += m->total;
}

bool disclose_exposed(const struct disclose *d, const struct disclose_net *net,
	const struct facet *facet, uint32_t node)
{
	const struct suppression *g = &net->graph;
	double largest[2 * SENSITIVE_LARGEST_MAX + 2];
	struct magnitude sum = {.largest = largest};
	size_t room = sensitive_largest(d->rules);
	if (facet->kind != FACET_SUM || node == 0 || hidden_side(net, node) == 2)
		return false;
	for (uint32_t i = g->start[node]; i < g->start[node + 1]; i++) {
		const struct stake *s = &net->stakes[g->at[i]];
		if (!g->cells[g->at[i]].hidden || !s->layer)
			continue;
		struct magnitude m = disclose_numbers(s->layer->cells, s->cell, facet->variable);
		add_numbers(&sum, largest, room, &m);
	}
	return sensitive_count(d->rules, sum.n) || sensitive_sum(d->rules, &sum);
}

/* The cheapest cell in a sum that may be hidden yet. */
static uint32_t next_in_sum(const struct disclose_net *net, uint32_t node)
{
	const struct suppression *g = &net->graph;
	uint32_t best = SUPPRESSION_NONE;
	for (uint32_t i = g->start[node]; i < g->start[node + 1]; i++) {
		const struct suppression_cell *c = &g->cells[g->at[i]];
		if (!c->hidden && !c->locked &&
			(best == SUPPRESSION_NONE || c->cost < g->cells[best].cost))
			best = g->at[i];
	}
	return best;
}

/* Hides more of a sum until the hidden cells break no rule together. What is added must not be
 * known by other sums either. */
static void cover_sum(const struct disclose *d, struct disclose_net *net, const struct facet *facet,
	uint32_t node)
{
	uint32_t cell;
	while (disclose_exposed(d, net, facet, node) &&
		(cell = next_in_sum(net, node)) != SUPPRESSION_NONE) {
		struct stake *s = &net->stakes[cell];
		struct magnitude m = disclose_numbers(s->layer->cells, s->cell, facet->variable);
		int64_t need = (int64_t)(sensitive_protection(d->rules, &m) * facet->scale);
		disclose_net_protect(net, cell, WAY_RISE, need > 1 ? need : 1);
		if (s->value > 0)
			disclose_net_protect(
				net, cell, WAY_FALL, need < s->value ? need : s->value);
	}
}

/* A hidden cell and the label of those that tell each other. */
struct labelled {
	uint64_t label;
	uint32_t cell;
};

static int compare_labels(const void *a, const void *b)
{
	const struct labelled *x = a, *y = b;
	if (x->label != y->label)
		return x->label < y->label ? -1 : 1;
	return x->cell < y->cell ? -1 : x->cell > y->cell;
}

static struct labelled *labelled_cells(const struct disclose_net *net, size_t *n)
{
	uint64_t *labels = mem_zero(net->n + 1, sizeof *labels);
	struct labelled *cells = mem_zero(net->n + 1, sizeof *cells);
	suppression_labels(&net->graph, labels);
	*n = 0;
	for (uint32_t i = 0; i < net->n; i++)
		if (labels[i])
			cells[(*n)++] = (struct labelled){labels[i], i};
	qsort(cells, *n, sizeof *cells, compare_labels);
	free(labels);
	return cells;
}

static bool is_alone(const struct stake *s, const struct facet *facet)
{
	return s->layer && disclose_numbers(s->layer->cells, s->cell, facet->variable).n == 1;
}

struct insider *disclose_insiders(const struct disclose *d, const struct disclose_net *net,
	const struct facet *facet, size_t *n)
{
	struct insider *insiders = mem_zero(net->n + 1, sizeof *insiders);
	*n = 0;
	if (facet->kind != FACET_SUM || !sensitive_rules(d->rules))
		return insiders;
	size_t ncells;
	struct labelled *cells = labelled_cells(net, &ncells);
	for (size_t from = 0, to; from < ncells; from = to) {
		size_t alone = ncells, second = ncells; /* the first two that are */
		for (to = from; to < ncells && cells[to].label == cells[from].label; to++) {
			if (!is_alone(&net->stakes[cells[to].cell], facet))
				continue;
			second = alone < ncells && second == ncells ? to : second;
			alone = alone == ncells ? to : alone;
		}
		for (size_t i = from; i < to; i++) {
			size_t who = i == alone ? second : alone;
			if (who < ncells && net->stakes[cells[i].cell].need[WAY_RISE] > 0)
				insiders[(*n)++] = (struct insider){cells[who].cell, cells[i].cell};
		}
	}
	free(cells);
	return insiders;
}

/* Who is alone in a hidden cell knows it: the others are kept from him as if it were shown. */
static void cover_insiders(
	const struct disclose *d, struct disclose_net *net, const struct facet *facet)
{
	enum { TRIES = 8 };
	size_t n = 1;
	for (int i = 0; i < TRIES && n > 0; i++) {
		struct insider *insiders = disclose_insiders(d, net, facet, &n);
		for (size_t k = 0; k < n; k++) {
			struct suppression_cell *alone = &net->cells[insiders[k].alone];
			struct suppression_cell was = *alone;
			alone->room[WAY_FALL] = alone->room[WAY_RISE] = 0;
			for (int way = 0; way < 2; way++)
				disclose_net_protect(net, insiders[k].other, (enum way)way,
					net->stakes[insiders[k].other].need[way]);
			*alone = was;
		}
		free(insiders);
	}
}

static bool keep_flags(struct disclose_net *net)
{
	bool changed = false;
	for (size_t i = 0; i < net->n; i++) {
		const struct stake *s = &net->stakes[i];
		if (net->cells[i].hidden && !s->was_hidden) {
			s->layer->flags[s->cell] |= FLAG_SECONDARY;
			changed = true;
		}
	}
	return changed;
}

/* What is hidden is proved to be enough all the same. */
static void note_haste(const struct disclose_net *net)
{
	if (net->graph.hasty)
		diag_note("in sums of thousands of numbers only the cheapest to hide were looked "
			  "at: fewer might do");
}

static bool protect_family(
	const struct disclose *d, const struct family *f, const struct facet *facet)
{
	struct disclose_net net;
	disclose_net_make(&net, d, f, facet);
	do_duties(&net);
	for (uint32_t node = 0; node < net.nodes.n; node++)
		cover_sum(d, &net, facet, node);
	cover_insiders(d, &net, facet);
	note_haste(&net);
	bool changed = keep_flags(&net);
	disclose_net_release(&net);
	return changed;
}

static bool counts_values(const struct disclose *d)
{
	bool any = false;
	for (size_t i = 0; i < d->t->ntables; i++)
		any |= d->layers[i].use & TABLE_VALUES;
	return any;
}

/* What is hidden for one facet is hidden for all, which only helps the others. But a hidden group
 * hides its values, and what is hidden then may need more: so it goes on until nothing changes. */
void disclose_secondary(struct disclose *d)
{
	struct arena arena = {0};
	size_t nfacets;
	struct facet *facets = disclose_facets(d, &nfacets, &arena);
	for (bool changed = true; changed;) {
		changed = false;
		for (size_t i = 0; i < nfacets; i++) {
			size_t n;
			struct family *families =
				disclose_families(d, disclose_use(&facets[i]), &n, &arena);
			for (size_t k = 0; k < n; k++)
				changed |= protect_family(d, &families[k], &facets[i]) &&
				           counts_values(d);
		}
	}
	arena_release(&arena);
}
