#include <stdlib.h>

#include "base/mem.h"
#include "stats/disclosestate.h"
#include "stats/ranks.h"

/* A sum is known by a key: what kind it is, and the values that all its parts have. */
enum sum_kind { SUM_NONE, SUM_PLAIN, SUM_DIVIDED, SUM_LEVEL };

/* A net being made. */
struct making {
	struct disclose_net *net;
	const struct disclose *d;
	const struct family *f;
	const struct facet *facet;
	uint32_t *codes; /* of the cell, by axis of the tabulation */
	struct buf key;
};

static void add_code(struct buf *key, uint32_t code)
{
	buf_add(key, (const char *)&code, sizeof code);
}

/* The node of a sum over what has the values of the cell on the first axes, and in column C. */
static uint32_t node_of(struct making *m, enum sum_kind kind, size_t level)
{
	struct buf *key = &m->key;
	buf_clear(key);
	add_code(key, kind);
	if (kind != SUM_NONE) {
		add_code(key, (uint32_t)level);
		for (size_t i = 0; i < m->f->length[level]; i++)
			add_code(key, m->codes[disclose_axis(m->d, m->f->rows[i])]);
	}
	if (kind == SUM_DIVIDED)
		add_code(key, m->codes[disclose_axis(m->d, m->f->col)]);
	return intern_add(&m->net->nodes, buf_str(key));
}

/* The next coarser or finer level that has such a table, or the number of levels. */
static size_t coarser_level(const struct family *f, struct layer *const *tables, size_t level)
{
	while (level-- > 0)
		if (tables[level])
			return level;
	return f->nlevels;
}

static size_t finer_level(const struct family *f, struct layer *const *tables, size_t level)
{
	while (++level < f->nlevels && !tables[level])
		;
	return level;
}

/*
 * A cell is a part of the next coarser level's, and the sum of those of the next finer level. The
 * finest of both kinds meet: what lies in a row is the sum over C.
 */
static void set_nodes(struct making *m, struct suppression_cell *cell, size_t level, bool divided)
{
	const struct family *f = m->f;
	struct layer *const *tables = divided ? f->divided : f->plain;
	enum sum_kind kind = divided ? SUM_DIVIDED : SUM_PLAIN;
	size_t coarser = coarser_level(f, tables, level), finer = finer_level(f, tables, level);
	uint32_t none = node_of(m, SUM_NONE, 0), parts = none;
	uint32_t whole = coarser < f->nlevels ? node_of(m, kind, coarser) : none;
	if (finer < f->nlevels) {
		parts = node_of(m, kind, level);
	} else if (f->col) {
		size_t a = coarser_level(f, f->plain, f->nlevels);
		size_t b = coarser_level(f, f->divided, f->nlevels);
		parts = node_of(m, SUM_LEVEL, a < b ? a : b);
	}
	cell->node[divided] = whole;
	cell->node[!divided] = parts;
}

/* What a reader knows of a cell, and what he must not find out. */

static int64_t scaled(const struct facet *facet, quad number)
{
	const quad most = (quad)(SUPPRESSION_FREE / 4);
	number *= facet->scale;
	return number > most ? (int64_t)most : (int64_t)(number < 0 ? number - 0.5 : number + 0.5);
}

/* A count of 1 to N - 1 must remain possible; where that is 1 alone, 2 as well. */
static void need_count(struct stake *s, uint64_t count, uint64_t least)
{
	uint64_t most = least > 3 ? least - 1 : 2;
	if (count == 0 || count >= least)
		return;
	s->need[WAY_FALL] = (int64_t)count - 1;
	s->need[WAY_RISE] = (int64_t)(most - count);
}

/*
 * That a row is there says that its count is not 0; of the parts of a small group nothing is there.
 * Flags say more: below N, or not. Where N is 2 they would say all; that is left out of account.
 */
static void records_stake(const struct disclose *d, struct stake *s, bool part)
{
	uint64_t count = s->layer->cells->count[s->cell], least = d->rules->suppress;
	unsigned flags = s->layer->flags[s->cell];
	bool numbers = (s->layer->use & TABLE_GROUPS) && s->layer->cells->layout->nvariables;
	s->value = (int64_t)count;
	s->room[WAY_RISE] = SUPPRESSION_FREE;
	if (part) {
		s->room[WAY_FALL] = s->value;
	} else if (flags & FLAG_FREQ) {
		s->room[WAY_FALL] = s->value - 1;
		if (!numbers && least > 2)
			s->room[WAY_RISE] = (int64_t)(least - 1 - count);
	} else {
		s->room[WAY_FALL] = s->value - (int64_t)(least > 1 ? least : 1);
	}
	if (flags & FLAG_FREQ)
		need_count(s, count, least);
}

/* Of weighted sums no more is known of the largest parts: P per cent is all. */
static quad protection_of(
	const struct disclose *d, const struct stake *s, const struct facet *facet)
{
	if (facet->kind == FACET_SUM) {
		struct magnitude m = disclose_numbers(s->layer->cells, s->cell, facet->variable);
		return sensitive_protection(d->rules, &m);
	}
	struct disclosure percent = {.ppercent = d->rules->ppercent};
	struct magnitude m = {.total = disclose_number(facet, s->layer->cells, s->cell)};
	return sensitive_protection(&percent, &m);
}

static void sum_stake(const struct disclose *d, struct stake *s, const struct facet *facet)
{
	const struct cells *cells = s->layer->cells;
	int64_t protection = scaled(facet, protection_of(d, s, facet));
	bool sensitive = s->layer->flags[s->cell] & ~(unsigned)FLAG_SECONDARY;
	bool any = facet->kind == FACET_WEIGHTS ||
	           disclose_numbers(cells, s->cell, facet->variable).n > 0;
	s->value = scaled(facet, disclose_number(facet, cells, s->cell));
	s->room[WAY_RISE] = SUPPRESSION_FREE;
	s->room[WAY_FALL] = facet->falls ? SUPPRESSION_FREE : s->value;
	if (!sensitive || !any)
		return;
	s->need[WAY_RISE] = protection > 0 ? protection : 1;
	s->need[WAY_FALL] = protection < s->room[WAY_FALL] ? protection : s->room[WAY_FALL];
}

static void numbers_stake(const struct disclose *d, struct stake *s, const struct facet *facet)
{
	uint64_t n = disclose_numbers(s->layer->cells, s->cell, facet->variable).n;
	s->value = (int64_t)n;
	s->room[WAY_FALL] = s->value;
	s->room[WAY_RISE] = SUPPRESSION_FREE;
	if (s->layer->flags[s->cell] & FLAG_FREQ)
		need_count(s, n, d->rules->suppress);
}

/* In a survey nothing is said of a group without a value; nor is the base of shares known where all
 * shares are those of few. */
static bool is_unknown(const struct disclose *d, const struct stake *s, bool written)
{
	unsigned use = s->layer->use;
	uint64_t count = s->layer->cells->count[s->cell];
	return (!written && (use & TABLE_GROUPS)) ||
	       (!(use & TABLES_SHOWN) && (use & TABLE_BASE) && sensitive_count(d->rules, count));
}

static void set_stake(
	struct making *m, struct stake *s, struct suppression_cell *cell, const uint32_t *codes)
{
	const struct layer *l = s->layer;
	bool written = disclose_is_written(m->d, l, codes);
	bool unknown = is_unknown(m->d, s, written);
	bool part = written && disclose_part(m->d, l->cells, codes);
	switch (m->facet->kind) {
	case FACET_RECORDS: records_stake(m->d, s, part || unknown); break;
	case FACET_NUMBERS: numbers_stake(m->d, s, m->facet); break;
	default: sum_stake(m->d, s, m->facet); break;
	}
	if (s->settled)
		s->need[WAY_FALL] = s->need[WAY_RISE] = 0;
	cell->hidden = s->was_hidden = unknown || part || l->flags[s->cell];
	s->given = !unknown && (!written || !(l->use & TABLES_SHOWN));
	cell->locked = s->given || s->shared || (l->use & TABLE_BASE);
	cell->cost = 1 + (int64_t)l->cells->count[s->cell];
	for (int way = 0; way < 2; way++)
		cell->room[way] = s->shared ? 0 : s->room[way];
}

static void add_stake(struct making *m, struct layer *l, uint32_t cell)
{
	struct disclose_net *net = m->net;
	net->cells = mem_grow(net->cells, net->n, &net->cap_cells, sizeof *net->cells);
	net->stakes = mem_grow(net->stakes, net->n, &net->cap_stakes, sizeof *net->stakes);
	net->stakes[net->n] = (struct stake){.layer = l, .cell = cell};
	net->cells[net->n++] = (struct suppression_cell){.cost = 1};
}

static void take_codes(struct making *m, const struct cells *cells, const uint32_t *codes)
{
	for (size_t k = 0; k < cells->naxes; k++)
		m->codes[disclose_axis(m->d, cells->axes[k])] = codes[k];
}

static void add_cell(struct making *m, struct layer *l, const uint32_t *codes, size_t level)
{
	const struct family *f = m->f;
	uint32_t cell = cells_find(l->cells, codes);
	bool divided = l == f->divided[level];
	if (cell == CELL_NONE || l->cells->count[cell] == 0)
		return;
	add_stake(m, l, cell);
	struct stake *s = &m->net->stakes[m->net->n - 1];
	struct suppression_cell *c = &m->net->cells[m->net->n - 1];
	s->shared = f->shared[divided ? f->nlevels + level : level];
	s->settled = s->shared && f->settled;
	take_codes(m, l->cells, codes);
	set_nodes(m, c, level, divided);
	set_stake(m, s, c, codes);
}

/* Cells without records among those whose rows are not told: for all a reader knows there are
 * some. */

static struct suppression_cell *add_untold(struct making *m)
{
	add_stake(m, NULL, CELL_NONE);
	struct suppression_cell *c = &m->net->cells[m->net->n - 1];
	struct stake *s = &m->net->stakes[m->net->n - 1];
	s->room[WAY_RISE] = c->room[WAY_RISE] = SUPPRESSION_FREE;
	s->room[WAY_FALL] = c->room[WAY_FALL] = m->facet->falls ? SUPPRESSION_FREE : 0;
	s->was_hidden = c->hidden = true;
	return c;
}

/* The cell of a divided table that lies in this row and in each column. */
static void add_untold_of_row(struct making *m, size_t level, const struct ranks *cols)
{
	const struct layer *l = m->f->divided[level];
	size_t naxes = l->cells->naxes, col = disclose_axis(m->d, m->f->col);
	uint32_t *codes = mem_zero(naxes + 1, sizeof *codes);
	for (size_t i = 0; i < cols->n; i++) {
		m->codes[col] = cols->code[i];
		for (size_t k = 0; k < naxes; k++)
			codes[k] = m->codes[disclose_axis(m->d, l->cells->axes[k])];
		uint32_t cell = cells_find(l->cells, codes);
		if ((cell == CELL_NONE || l->cells->count[cell] == 0) &&
			disclose_part(m->d, l->cells, codes))
			set_nodes(m, add_untold(m), level, true);
	}
	free(codes);
}

/* What lies in a cell of a plain table and is not told. */
static void add_untold_in(
	struct making *m, const struct layer *l, const uint32_t *codes, size_t level)
{
	const struct family *f = m->f;
	size_t finer = finer_level(f, f->plain, level);
	uint32_t cell = cells_find(l->cells, codes);
	if (cell == CELL_NONE || l->cells->count[cell] == 0)
		return;
	take_codes(m, l->cells, codes);
	if (finer < f->nlevels && m->d->rules->complementary && (l->flags[cell] & FLAG_FREQ)) {
		struct suppression_cell *c = add_untold(m);
		c->node[0] = node_of(m, SUM_PLAIN, level);
		c->node[1] = node_of(m, SUM_NONE, 0);
	}
	if (f->divided[level])
		add_untold_of_row(m, level, &m->d->ranks[disclose_axis(m->d, f->col)]);
}

/* In the order of their values, so that the order of the records changes nothing. */
static void add_layer(struct making *m, struct layer *l, size_t level)
{
	size_t naxes = l->cells->naxes, n;
	const struct ranks **ranks = mem_zero(naxes + 1, sizeof(struct ranks *));
	for (size_t k = 0; k < naxes; k++)
		ranks[k] = &m->d->ranks[disclose_axis(m->d, l->cells->axes[k])];
	uint32_t *codes = groups_seen(l->cells, ranks, &n);
	for (size_t i = 0; i < n; i++)
		add_cell(m, l, codes + i * naxes, level);
	for (size_t i = 0; i < n && l == m->f->plain[level]; i++)
		add_untold_in(m, l, codes + i * naxes, level);
	free(codes);
	free(ranks);
}

void disclose_net_make(struct disclose_net *net, const struct disclose *d, const struct family *f,
	const struct facet *facet)
{
	*net = (struct disclose_net){0};
	struct making m = {.net = net, .d = d, .f = f, .facet = facet};
	m.codes = mem_zero(d->t->naxes + 1, sizeof *m.codes);
	node_of(&m, SUM_NONE, 0);
	for (size_t level = 0; level < f->nlevels; level++) {
		if (f->plain[level])
			add_layer(&m, f->plain[level], level);
		if (f->divided[level])
			add_layer(&m, f->divided[level], level);
	}
	suppression_init(&net->graph, net->cells, net->n, net->nodes.n);
	buf_release(&m.key);
	free(m.codes);
}

void disclose_net_release(struct disclose_net *net)
{
	suppression_release(&net->graph);
	intern_release(&net->nodes);
	free(net->cells);
	free(net->stakes);
}

/* For as long as a shared cell is looked at, it may move. */
static void set_rooms(struct disclose_net *net, uint32_t cell, bool moves)
{
	const struct stake *s = &net->stakes[cell];
	for (int way = 0; s->shared && way < 2; way++)
		net->cells[cell].room[way] = moves ? s->room[way] : 0;
}

int64_t disclose_net_reach(struct disclose_net *net, uint32_t cell, enum way way, int64_t limit)
{
	set_rooms(net, cell, true);
	int64_t reach = suppression_reach(&net->graph, cell, way, limit);
	set_rooms(net, cell, false);
	return reach;
}

bool disclose_net_protect(struct disclose_net *net, uint32_t cell, enum way way, int64_t need)
{
	set_rooms(net, cell, true);
	bool done = suppression_protect(&net->graph, cell, way, need);
	set_rooms(net, cell, false);
	return done;
}

static bool is_tight(struct disclose_net *net, uint32_t cell)
{
	const int64_t *need = net->stakes[cell].need;
	return disclose_net_reach(net, cell, WAY_FALL, need[WAY_FALL]) < need[WAY_FALL] ||
	       disclose_net_reach(net, cell, WAY_RISE, need[WAY_RISE]) < need[WAY_RISE];
}

/* The same sums, with all cells hidden that can be. */
static void hide_all(struct disclose_net *all, const struct disclose_net *net)
{
	*all = (struct disclose_net){.stakes = net->stakes, .n = net->n};
	all->cells = mem_zero(net->n + 1, sizeof *all->cells);
	memcpy(all->cells, net->cells, net->n * sizeof *all->cells);
	for (size_t i = 0; i < net->n; i++)
		all->cells[i].hidden |= !net->stakes[i].given;
	suppression_init(&all->graph, all->cells, all->n, net->nodes.n);
}

void disclose_net_judge(struct disclose_net *net)
{
	struct disclose_net all = {0};
	for (uint32_t i = 0; i < net->n; i++) {
		int64_t *need = net->stakes[i].need;
		if (!is_tight(net, i))
			continue;
		if (!all.n)
			hide_all(&all, net);
		for (int way = 0; way < 2; way++)
			need[way] = disclose_net_reach(&all, i, (enum way)way, need[way]);
		if (need[WAY_FALL] == 0 && need[WAY_RISE] == 0)
			need[WAY_RISE] = 1;
		net->stakes[i].tight = is_tight(net, i);
	}
	suppression_release(&all.graph);
	free(all.cells);
}

/* Facets. */

static bool any_missing(const struct disclose *d, size_t variable)
{
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct cells *cells = d->layers[i].cells;
		for (size_t cell = 0; cell < cells->n; cell++)
			if (disclose_numbers(cells, cell, variable).n != cells->count[cell])
				return true;
	}
	return false;
}

bool disclose_counts(const struct facet *facet)
{
	return facet->kind == FACET_RECORDS || facet->kind == FACET_NUMBERS;
}

quad disclose_number(const struct facet *facet, const struct cells *cells, size_t cell)
{
	const struct layout *l = cells->layout;
	const struct exactsum *sums = cells->sums + cell * l->nsums;
	switch (facet->kind) {
	case FACET_RECORDS: return cells->count[cell];
	case FACET_WEIGHTS: return exactsum_quad(&sums[l->weight_at]);
	case FACET_WEIGHTED: return exactsum_quad(&sums[l->variables[facet->variable].at[PART_WX]]);
	case FACET_NUMBERS: return disclose_numbers(cells, cell, facet->variable).n;
	default: return disclose_numbers(cells, cell, facet->variable).total;
	}
}

/* Sums are counted in units so small that they fill 55 bits together. */
static void set_scale(const struct disclose *d, struct facet *f)
{
	const quad units = (quad)(1ll << 55);
	quad all = 0;
	f->scale = 1;
	for (size_t i = 0; i < d->t->ntables; i++) {
		const struct cells *cells = d->layers[i].cells;
		size_t nvariables = cells->layout->nvariables;
		for (size_t cell = 0; cell < cells->n; cell++) {
			quad number = disclose_number(f, cells, cell);
			const struct range *range = &cells->ranges[cell * nvariables + f->variable];
			all += number < 0 ? -number : number;
			f->falls |= f->kind != FACET_WEIGHTS && range->n > 0 && range->min < 0;
		}
	}
	while (all * f->scale > units)
		f->scale /= 2;
	while (all > 0 && all * f->scale < units / 2 && f->scale < 0x1p1000)
		f->scale *= 2;
}

struct facet *disclose_facets(const struct disclose *d, size_t *n, struct arena *arena)
{
	const struct layout *l = &d->t->layout;
	struct facet *facets = arena_zero(arena, 3 * l->nvariables + 2, sizeof *facets);
	size_t counts = 1;
	*n = 1; /* records */
	for (size_t i = 0; i < l->nvariables; i++)
		if (any_missing(d, i))
			facets[(*n)++] = (struct facet){FACET_NUMBERS, i, 1, false};
	counts = *n;
	if (l->weighted)
		facets[(*n)++].kind = FACET_WEIGHTS;
	for (size_t i = 0; i < l->nvariables; i++) {
		facets[(*n)++] = (struct facet){FACET_SUM, i, 1, false};
		if (l->weighted)
			facets[(*n)++] = (struct facet){FACET_WEIGHTED, i, 1, false};
	}
	facets[0].scale = 1;
	for (size_t i = counts; i < *n; i++)
		set_scale(d, &facets[i]);
	return facets;
}
