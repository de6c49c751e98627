#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/crosstab.h"
#include "stats/flow.h"
#include "stats/ranks.h"

enum {
	FLOW_PERIODS = 24000, /* from the first to the last */
	SIDES = 2,            /* certain and possible, or one of them */
	UNDATED = INT_MIN,
	NEVER = INT_MAX,
};

enum kind { SPELLS, BODIES, KINDS };

struct counts {
	int64_t joined, left, at_end;
};

struct moves {
	struct counts of[SIDES][KINDS];
	uint64_t imprecise; /* beginnings and ends that may lie in another period */
};

struct row {
	size_t group;
	size_t before; /* how the groups differ in the columns before the period */
	int period;    /* or UNDATED */
	struct moves moves;
};

/* A spell by periods: from begin to the period before end; begin is UNDATED, or end NEVER. */
struct stay {
	int begin, end;
};

struct flow {
	struct tabulation *t;
	const struct request *request;
	enum imprecise sides[SIDES];
	size_t nsides;
	bool bodies, flagged;
	uint32_t no_body;   /* the code of an empty name */
	int first, last;    /* periods, first > last when there is none */
	struct moves *by;   /* of the group at hand, period by period */
	struct stay *stays; /* of the body at hand */
	size_t cap_stays;
	struct row *rows; /* of the block at hand */
	size_t nrows, cap_rows;
	struct axis **columns; /* of all blocks; NULL is the period */
	size_t ncolumns;
	struct writer *w;
	struct arena arena;
};

/* Spells by periods. */

static int period_at(const struct flow *f, int32_t day)
{
	return period_of_day(day, f->request->period.unit);
}

static struct stay stay_of(const struct flow *f, const struct spell *s, enum imprecise how)
{
	int32_t from = s->from[how == IMPRECISE_CERTAIN], to = s->to[how == IMPRECISE_POSSIBLE];
	bool open = spell_is_open(s);
	struct stay undated = {UNDATED, open ? NEVER : UNDATED}, stay;
	if (from == DAY_MIN || from == DAY_MAX || (!open && (to == DAY_MIN || to == DAY_MAX)))
		return undated;
	stay = (struct stay){period_at(f, from), open ? NEVER : period_at(f, to)};
	if (stay.end < stay.begin && how == IMPRECISE_CERTAIN)
		return undated;
	if (stay.end < stay.begin)
		stay.end = stay.begin;
	return stay;
}

static void widen(struct flow *f, int period)
{
	bool none = f->first > f->last;
	if (none || period < f->first)
		f->first = period;
	if (none || period > f->last)
		f->last = period;
}

/* The periods between the first and the last event of all records. */
static void find_periods(struct flow *f, const struct spell_source *source)
{
	for (size_t i = 0; i < source->nspells; i++)
		for (size_t side = 0; side < f->nsides; side++) {
			struct stay stay = stay_of(f, &source->spells[i], f->sides[side]);
			if (stay.begin != UNDATED)
				widen(f, stay.begin);
			if (stay.begin != UNDATED && stay.end != NEVER)
				widen(f, stay.end);
		}
	if (f->first > f->last || f->last - f->first < FLOW_PERIODS)
		return;
	struct buf first = {0}, last = {0};
	period_format(&first, f->request->period.unit, f->first);
	period_format(&last, f->request->period.unit, f->last);
	diex("the dates go from %s to %s: more than %d periods", buf_cstr(&first), buf_cstr(&last),
		FLOW_PERIODS);
}

/* Counting. At first `at_end` is the change in the period; sum_up makes it the standing. */

static struct moves *moves_of(const struct flow *f, int period)
{
	return &f->by[period == UNDATED ? 0 : period - f->first + 1];
}

static void count_stays(
	struct flow *f, size_t side, enum kind kind, const struct stay *s, int64_t times)
{
	struct counts *begin = &moves_of(f, s->begin)->of[side][kind];
	begin->joined += times;
	begin->at_end += times;
	if (s->end == NEVER)
		return;
	struct counts *end = &moves_of(f, s->end)->of[side][kind];
	end->left += times;
	end->at_end -= times;
}

static void count_imprecise(struct flow *f, const struct spell_entry *e, const struct stay *stay)
{
	const struct spell *s = e->spell;
	if (stay->begin == UNDATED)
		return;
	if (s->from[0] == DAY_MIN || period_at(f, s->from[0]) != stay->begin)
		moves_of(f, stay->begin)->imprecise += e->n;
	if (stay->end != NEVER && (s->to[1] == DAY_MAX || period_at(f, s->to[1]) != stay->end))
		moves_of(f, stay->end)->imprecise += e->n;
}

static int compare_stays(const void *a, const void *b)
{
	const struct stay *x = a, *y = b;
	if (x->begin != y->begin)
		return x->begin < y->begin ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* The stays of one body: those that touch are one. Undated ones, which sort first, are one, too. */
static void count_body(struct flow *f, size_t side, size_t n, int64_t times)
{
	struct stay *s = f->stays;
	qsort(s, n, sizeof *s, compare_stays);
	for (size_t i = 0; i < n;) {
		struct stay one = s[i++];
		while (i < n &&
			(one.begin == UNDATED ? s[i].begin == UNDATED : s[i].begin <= one.end)) {
			one.end = s[i].end > one.end ? s[i].end : one.end;
			i++;
		}
		count_stays(f, side, BODIES, &one, times);
	}
}

static void take_stay(struct flow *f, size_t n, struct stay stay)
{
	f->stays = mem_grow(f->stays, n, &f->cap_stays, sizeof *f->stays);
	f->stays[n] = stay;
}

/* The entries of a body follow each other; records without a name are bodies of their own. */
static void count_group(struct flow *f, const struct spell_list *l, uint32_t cell, size_t side)
{
	size_t held = 0;
	for (size_t i = 0; i < spell_list_of(l, cell); i++) {
		struct spell_entry e = spell_list_entry(l, cell, i);
		struct stay stay = stay_of(f, e.spell, f->sides[side]);
		bool nobody = e.body == f->no_body;
		count_stays(f, side, SPELLS, &stay, (int64_t)e.n);
		if (side == 0)
			count_imprecise(f, &e, &stay);
		take_stay(f, held++, stay);
		if (nobody || i + 1 == spell_list_of(l, cell) ||
			spell_list_entry(l, cell, i + 1).body != e.body) {
			count_body(f, side, held, nobody ? (int64_t)e.n : 1);
			held = 0;
		}
	}
}

static void sum_up(struct flow *f)
{
	size_t n = f->first > f->last ? 1 : (size_t)(f->last - f->first) + 2;
	for (size_t i = 2; i < n; i++)
		for (size_t side = 0; side < f->nsides; side++)
			for (int kind = 0; kind < KINDS; kind++)
				f->by[i].of[side][kind].at_end +=
					f->by[i - 1].of[side][kind].at_end;
}

/* Fills f->by with the moves of a group, the undated first. */
static size_t move(struct flow *f, const struct cells *cells, uint32_t cell)
{
	size_t n = f->first > f->last ? 1 : (size_t)(f->last - f->first) + 2;
	memset(f->by, 0, n * sizeof *f->by);
	if (cell == CELL_NONE)
		return n;
	for (size_t side = 0; side < f->nsides; side++)
		count_group(f, &cells->spells[0], cell, side);
	sum_up(f);
	return n;
}

/* Rows. */

static bool nothing_moves(const struct moves *m)
{
	static const struct moves none = {0};
	return memcmp(m, &none, sizeof none) == 0;
}

static void add_rows(struct flow *f, size_t group, size_t before, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (nothing_moves(&f->by[i]) && (i == 0 || !f->request->zero))
			continue;
		if (f->nrows == CROSSTAB_ROWS_MAX)
			diex("the table would have more than %d rows", CROSSTAB_ROWS_MAX);
		f->rows = mem_grow(f->rows, f->nrows, &f->cap_rows, sizeof *f->rows);
		f->rows[f->nrows++] =
			(struct row){group, before, i ? f->first + (int)i - 1 : UNDATED, f->by[i]};
	}
}

static int compare_rows(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	if (x->before != y->before)
		return x->before < y->before ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (x->group > y->group) - (x->group < y->group);
}

/* Writing. */

/* As it may be shown; `draw` is that of the row. */
static int64_t rounded(const struct flow *f, int64_t n, uint64_t draw, const char *column)
{
	const struct rounding *to = &f->request->rounding;
	return (int64_t)rounding_apply(
		to, (double)n, rounding_part(to, draw, STR("flow"), str_of(column)));
}

static void write_counts(struct flow *f, const struct moves *m, enum kind kind, uint64_t draw)
{
	int64_t values[4][SIDES];
	for (size_t side = 0; side < f->nsides; side++) {
		const struct counts *c = &m->of[side][kind];
		values[0][side] = rounded(f, c->joined, draw, "joined");
		values[1][side] = rounded(f, c->left, draw, "left");
		values[2][side] = values[0][side] - values[1][side];
		values[3][side] = rounded(f, c->at_end, draw, "at_end");
	}
	for (size_t i = 0; i < 4; i++)
		for (size_t side = 0; side < f->nsides; side++)
			writer_integer(f->w, values[i][side]);
}

static void write_moves(struct flow *f, const struct moves *m, uint64_t draw)
{
	if (f->request->flow != FLOW_BODIES)
		write_counts(f, m, SPELLS, draw);
	if (f->bodies)
		write_counts(f, m, BODIES, draw);
	if (f->flagged)
		writer_integer(f->w, rounded(f, (int64_t)m->imprecise, draw, "imprecise"));
	writer_end(f->w);
}

static struct str name_of_period(struct flow *f, int period)
{
	struct buf label = {0};
	if (period != UNDATED)
		period_format(&label, f->request->period.unit, period);
	struct str name = arena_str(&f->arena, buf_str(&label));
	buf_release(&label);
	return name;
}

static void write_value(struct flow *f, const struct axis *a, uint32_t code)
{
	struct str value = codebook_value(&f->t->codebook, a->name, intern_text(&a->values, code));
	writer_value(f->w, crosstab_apart_from_margin(value, &f->arena));
}

/* What chance rounds the numbers of a row by. */
static uint64_t draw_of(
	struct flow *f, const struct block *block, const uint32_t *codes, const struct row *row)
{
	const struct rounding *to = &f->request->rounding;
	uint64_t group = rounding_key(to, block->rows, cells_find(block->rows, codes));
	return rounding_part(to, group, str_of(PERIOD_UNITS[f->request->period.unit]),
		name_of_period(f, row->period));
}

static void write_row(
	struct flow *f, const struct block *block, const uint32_t *codes, const struct row *row)
{
	for (size_t i = 0; i < f->ncolumns; i++) {
		size_t k = 0;
		while (k < block->nby && block->by[k] != f->columns[i])
			k++;
		if (!f->columns[i])
			writer_value(f->w, name_of_period(f, row->period));
		else if (k == block->nby)
			writer_field(f->w, STR("*"));
		else
			write_value(f, block->by[k], codes[row->group * block->nby + k]);
	}
	write_moves(f, &row->moves, draw_of(f, block, codes + row->group * block->nby, row));
	arena_reset(&f->arena);
}

/* Which groups have the same values in the columns before the period as the one before them. */
static bool same_before(const struct block *block, const uint32_t *codes, size_t group)
{
	const uint32_t *at = codes + group * block->nby;
	return group && memcmp(at, at - block->nby, block->period_at * sizeof *at) == 0;
}

static void write_block(struct flow *f, const struct block *block)
{
	struct arena arena = {0};
	struct ranks *ranks = arena_alloc(&arena, block->nby + 1, sizeof *ranks);
	const struct ranks **along = arena_alloc(&arena, block->nby + 1, sizeof(struct ranks *));
	for (size_t k = 0; k < block->nby; k++) {
		ranks_make(&ranks[k], block->by[k], &arena);
		along[k] = &ranks[k];
	}
	size_t n, before = 0;
	uint32_t *codes = f->request->zero ? groups_all(along, block->nby, CROSSTAB_ROWS_MAX, &n)
	                                   : groups_seen(block->rows, along, &n);
	if (!codes)
		diex("--zero would show more than %d groups", CROSSTAB_ROWS_MAX);
	f->nrows = 0;
	for (size_t i = 0; i < n; i++) {
		before += !same_before(block, codes, i);
		add_rows(f, i, before,
			move(f, block->rows, cells_find(block->rows, codes + i * block->nby)));
	}
	if (f->nrows)
		qsort(f->rows, f->nrows, sizeof *f->rows, compare_rows);
	for (size_t i = 0; i < f->nrows; i++)
		write_row(f, block, codes, &f->rows[i]);
	free(codes);
	arena_release(&arena);
}

/* All who joined and left, and who is there after all that: undated ones, too. */
static void write_total(struct flow *f)
{
	size_t n = move(f, f->t->all, f->t->all->n ? 0 : CELL_NONE);
	struct moves sum = f->by[0];
	for (size_t i = 1; i < n; i++) {
		sum.imprecise += f->by[i].imprecise;
		for (size_t side = 0; side < f->nsides; side++)
			for (int kind = 0; kind < KINDS; kind++) {
				const struct counts *c = &f->by[i].of[side][kind];
				sum.of[side][kind].joined += c->joined;
				sum.of[side][kind].left += c->left;
				if (i + 1 == n)
					sum.of[side][kind].at_end += c->at_end;
			}
	}
	for (size_t i = 0; i < f->ncolumns; i++)
		writer_field(f->w, STR("*"));
	write_moves(f, &sum, ROUNDING_ALL);
}

/* The header. */

static void add_column(struct flow *f, struct axis *a)
{
	for (size_t i = 0; i < f->ncolumns; i++)
		if (f->columns[i] == a)
			return;
	f->columns[f->ncolumns++] = a;
}

static void gather_columns(struct flow *f, struct arena *arena)
{
	f->columns = arena_alloc(arena, f->t->naxes + 1, sizeof(struct axis *));
	for (size_t i = 0; i < f->t->nblocks; i++) {
		const struct block *b = &f->t->blocks[i];
		for (size_t k = 0; k <= b->nby; k++) {
			if (k == b->period_at)
				add_column(f, NULL);
			if (k < b->nby)
				add_column(f, b->by[k]);
		}
	}
}

static void count_columns(const struct flow *f, struct header *h, const char *kind)
{
	static const char *const words[] = {"joined", "left", "net", "at_end"};
	static const char *const both[] = {"_certain", "_possible"};
	struct buf name = {0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t side = 0; side < f->nsides; side++) {
			buf_clear(&name);
			buf_fmt(&name, "%s%s%s", kind, words[i],
				f->nsides == SIDES ? both[side] : "");
			crosstab_need_column(h, buf_str(&name));
		}
	buf_release(&name);
}

static void write_names(struct flow *f, bool bare)
{
	struct header h = {0};
	for (size_t i = 0; i < f->ncolumns; i++)
		crosstab_need_column(&h, f->columns[i]
						 ? f->columns[i]->name
						 : str_of(PERIOD_UNITS[f->request->period.unit]));
	if (f->request->flow != FLOW_BODIES)
		count_columns(f, &h, "");
	if (f->bodies)
		count_columns(f, &h, "bodies_");
	if (f->flagged)
		crosstab_need_column(&h, STR("imprecise"));
	writer_header(f->w, &h, bare);
	header_release(&h);
}

static void choose_sides(struct flow *f)
{
	enum imprecise how = f->request->period.imprecise;
	f->flagged = how == IMPRECISE_FLAG;
	f->nsides = how == IMPRECISE_BOTH ? 2 : 1;
	f->sides[0] = how == IMPRECISE_BOTH || how == IMPRECISE_FLAG ? IMPRECISE_CERTAIN : how;
	f->sides[1] = IMPRECISE_POSSIBLE;
}

void flow_write(struct tabulation *t, struct writer *w, bool bare)
{
	struct arena arena = {0};
	const struct axis *body = t->layout.spells[0].body;
	struct flow f = {.t = t, .request = t->request, .w = w, .first = 1, .bodies = body};
	f.no_body = body ? intern_find(&body->values, STR("")) : INTERN_NONE;
	choose_sides(&f);
	spell_source_settle(&t->layout.spells[0]);
	for (size_t i = 0; i < t->ntables; i++)
		cells_settle(t->tables[i]);
	find_periods(&f, &t->layout.spells[0]);
	size_t n = f.first > f.last ? 1 : (size_t)(f.last - f.first) + 2;
	f.by = arena_zero(&arena, n, sizeof *f.by);
	gather_columns(&f, &arena);
	write_names(&f, bare);
	for (size_t i = 0; i < t->nblocks; i++)
		write_block(&f, &t->blocks[i]);
	if (t->request->total)
		write_total(&f);
	free(f.stays);
	free(f.rows);
	arena_release(&f.arena);
	arena_release(&arena);
}
