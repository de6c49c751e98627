#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "stats/crosstab.h"

enum form { FORM_PLAIN, FORM_LONG, FORM_SPREAD };

/* The codes of an axis sorted by their texts, and where each code is among them. */
struct order {
	uint32_t *code; /* by rank */
	uint32_t *rank; /* by code */
	size_t n;
};

/* A table being written. */
struct crosstab {
	struct tabulation *t;
	const struct request *request;
	struct writer *w;
	enum form form;
	bool labelled;        /* spread, with the columns stat and variable */
	struct order *orders; /* of each axis of the tabulation */
	struct axis **by;     /* the group columns of all blocks */
	size_t nby;
	struct arena arena;
};

/* A group: a cell of a table of cells, which may not be there. */
struct view {
	const struct cells *cells;
	uint32_t cell;
};

struct result {
	double estimate; /* NaN: undefined */
	uint64_t n, nbase;
};

/* Orders. */

static int compare_codes(const void *a, const void *b, void *axis)
{
	const struct intern *values = &((const struct axis *)axis)->values;
	return str_cmp(intern_text(values, *(const uint32_t *)a),
		intern_text(values, *(const uint32_t *)b));
}

static void order_make(struct order *o, struct axis *a, struct arena *arena)
{
	o->n = a->values.n;
	o->code = arena_alloc(arena, o->n + 1, sizeof *o->code);
	o->rank = arena_alloc(arena, o->n + 1, sizeof *o->rank);
	for (size_t i = 0; i < o->n; i++)
		o->code[i] = (uint32_t)i;
	qsort_r(o->code, o->n, sizeof *o->code, compare_codes, a);
	for (size_t i = 0; i < o->n; i++)
		o->rank[o->code[i]] = (uint32_t)i;
}

static const struct order *order_of(const struct crosstab *b, const struct axis *a)
{
	size_t i = 0;
	while (b->t->axes[i] != a)
		i++;
	return &b->orders[i];
}

/* Results. */

static const struct exactsum *sum_of(const struct view *v, int at)
{
	return &v->cells->sums[v->cell * v->cells->layout->nsums + (size_t)at];
}

static uint64_t count_of(const struct view *v)
{
	return v->cell == CELL_NONE ? 0 : v->cells->count[v->cell];
}

/* What part of the base it is, of `whole`, by weight where there are weights; NaN when the base is
 * empty. */
static double part_of(
	const struct crosstab *b, const struct view *v, const struct view *base, uint64_t whole)
{
	const struct layout *l = &b->t->layout;
	uint64_t of = base ? count_of(base) : b->t->records;
	if (of == 0)
		return NAN;
	if (count_of(v) == 0)
		return 0;
	if (l->weighted)
		return exactsum_ratio(sum_of(v, l->weight_at), sum_of(base, l->weight_at), whole);
	return (double)(whole * count_of(v)) / (double)of;
}

static struct view view_all(const struct crosstab *b)
{
	const struct cells *all = b->t->all;
	return (struct view){all, all && all->n ? 0 : CELL_NONE};
}

static double share_of(const struct crosstab *b, const struct view *v)
{
	struct view all = view_all(b);
	return part_of(b, v, b->t->layout.weighted ? &all : NULL, 1);
}

static const struct variable *variable_of(const struct layout *l, struct str name)
{
	const struct variable *v = l->variables;
	while (!str_eq(v->name, name))
		v++;
	return v;
}

static double spread_of(const struct view *g, const struct variable *v, uint64_t n, bool root)
{
	const struct layout *l = g->cells->layout;
	if (l->weighted) {
		struct exactsum_weighted s = {sum_of(g, v->at[PART_W]), sum_of(g, v->at[PART_WX]),
			sum_of(g, v->at[PART_WXX]), n};
		return root ? exactsum_weighted_deviation(&s) : exactsum_weighted_variance(&s);
	}
	const struct exactsum *x = sum_of(g, v->at[PART_X]), *xx = sum_of(g, v->at[PART_XX]);
	return root ? exactsum_deviation(x, xx, n) : exactsum_variance(x, xx, n);
}

static double mean_of(const struct view *g, const struct variable *v, uint64_t n)
{
	if (g->cells->layout->weighted)
		return exactsum_ratio(sum_of(g, v->at[PART_WX]), sum_of(g, v->at[PART_W]), 1);
	return exactsum_mean(sum_of(g, v->at[PART_X]), n);
}

static struct result numeric_result(const struct view *g, const struct measure *m)
{
	const struct layout *l = g->cells->layout;
	const struct variable *v = variable_of(l, m->variable);
	const struct range *range =
		&g->cells->ranges[g->cell * l->nvariables + (size_t)(v - l->variables)];
	struct result r = {NAN, range->n, range->n};
	if (r.n == 0)
		return r;
	switch (m->stat) {
	case STAT_SUM: r.estimate = exactsum_value(sum_of(g, v->at[PART_X])); break;
	case STAT_TOTAL:
		r.estimate = exactsum_value(sum_of(g, v->at[l->weighted ? PART_WX : PART_X]));
		break;
	case STAT_MEAN: r.estimate = mean_of(g, v, r.n); break;
	case STAT_VAR: r.estimate = spread_of(g, v, r.n, false); break;
	case STAT_SD: r.estimate = spread_of(g, v, r.n, true); break;
	case STAT_MIN: r.estimate = range->min; break;
	case STAT_MAX: r.estimate = range->max; break;
	default: break;
	}
	if (isinf(r.estimate)) {
		warn_at(NULL,
			"'%s(" STR_FMT ")' of a group is too large for a number; it is left empty",
			STATS[m->stat].word, STR_ARG(m->variable));
		r.estimate = NAN;
	}
	return r;
}

static size_t tallied_at(const struct layout *l, struct str name)
{
	size_t i = 0;
	while (!str_eq(l->tallied[i]->name, name))
		i++;
	return i;
}

/* Records of the group without a value in a tallied column. */
static uint64_t missing_of(const struct view *g, size_t tallied)
{
	uint32_t none = intern_find(&g->cells->layout->tallied[tallied]->values, STR(""));
	return none == INTERN_NONE ? 0 : tally_count(&g->cells->tallies[tallied], g->cell, none);
}

static uint64_t distinct_of(const struct view *g, size_t tallied)
{
	const struct axis *a = g->cells->layout->tallied[tallied];
	uint64_t n = 0;
	for (size_t code = 0; code < a->values.n; code++)
		if (intern_text(&a->values, (uint32_t)code).n)
			n += tally_count(&g->cells->tallies[tallied], g->cell, (uint32_t)code) > 0;
	return n;
}

static struct result distinct_result(const struct view *g, const struct measure *m)
{
	size_t at = tallied_at(g->cells->layout, m->variable);
	uint64_t valid = count_of(g) - missing_of(g, at);
	return (struct result){(double)distinct_of(g, at), valid, valid};
}

/* One number for a group; not for freq, which has many. */
static struct result result_of(
	const struct crosstab *b, const struct view *g, const struct measure *m)
{
	uint64_t n = count_of(g);
	if (m->stat == STAT_N)
		return (struct result){(double)n, n, b->t->records};
	if (m->stat == STAT_SHARE)
		return (struct result){share_of(b, g), n, b->t->records};
	if (n == 0)
		return (struct result){NAN, 0, 0};
	return STATS[m->stat].takes_numbers ? numeric_result(g, m) : distinct_result(g, m);
}

/* Rows. */

/* A value made of asterisks only gets one more, so that none is taken for a margin. */
static struct str apart_from_margin(struct str value, struct arena *arena)
{
	size_t stars = 0;
	while (stars < value.n && value.p[stars] == '*')
		stars++;
	if (value.n == 0 || stars < value.n)
		return value;
	char *more = arena_alloc(arena, stars + 1, 1);
	memset(more, '*', stars + 1);
	return (struct str){more, stars + 1};
}

static void write_code(struct crosstab *b, const struct axis *a, uint32_t code)
{
	writer_value(b->w, apart_from_margin(intern_text(&a->values, code), &b->arena));
}

/* The group columns; ranks NULL is the grand total. */
static void write_groups(struct crosstab *b, const struct block *block, const uint32_t *ranks)
{
	for (size_t i = 0; i < b->nby; i++) {
		size_t k = 0;
		while (ranks && k < block->nby && block->by[k] != b->by[i])
			k++;
		if (!ranks || k == block->nby)
			writer_value(b->w, STR("*"));
		else
			write_code(b, b->by[i], order_of(b, b->by[i])->code[ranks[k]]);
	}
}

static void write_count(struct crosstab *b, uint64_t n)
{
	writer_integer(b->w, (long long)n);
}

static void write_plain(struct crosstab *b, const struct view *g)
{
	for (size_t i = 0; i < b->request->nmeasures; i++) {
		if (b->request->measures[i].stat == STAT_N)
			write_count(b, count_of(g));
		else
			writer_number(b->w, share_of(b, g));
	}
	writer_end(b->w);
}

/* Which of the optional columns of the long form there are. */
static bool has_columns(const struct request *r)
{
	for (size_t i = 0; i < r->nmeasures; i++)
		if (STATS[r->measures[i].stat].takes_column)
			return true;
	return false;
}

static bool has_levels(const struct request *r)
{
	for (size_t i = 0; i < r->nmeasures; i++)
		if (r->measures[i].stat == STAT_FREQ)
			return true;
	return false;
}

/* What a row of the long form is about. */
struct subject {
	const char *stat;
	struct str variable, level;
};

static void write_long_row(struct crosstab *b, const struct subject *s, const struct result *r)
{
	writer_value(b->w, str_of(s->stat));
	if (has_columns(b->request))
		writer_value(b->w, s->variable);
	if (has_levels(b->request))
		writer_value(b->w, s->level);
	writer_number(b->w, r->estimate);
	write_count(b, r->n);
	if (has_levels(b->request))
		write_count(b, r->nbase);
	writer_end(b->w);
}

/* How often a value is there: the count, its part of the records, and of those that have a value.
 */
static void write_level(struct crosstab *b, const struct block *block, const uint32_t *ranks,
	struct subject s, uint64_t n, const uint64_t base[2])
{
	static const char *const stats[] = {"n", "pct_records", "pct_valid"};
	for (int i = 0; i < 3; i++) {
		uint64_t of = base[i == 2];
		double estimate = i == 0 ? (double)n : of ? (double)n / (double)of : NAN;
		s.stat = stats[i];
		write_groups(b, block, ranks);
		write_long_row(b, &s, &(struct result){estimate, n, of});
	}
}

static void write_freq(struct crosstab *b, const struct block *block, const uint32_t *ranks,
	const struct view *g, const struct measure *m)
{
	const struct layout *l = &b->t->layout;
	size_t at = tallied_at(l, m->variable);
	const struct axis *a = l->tallied[at];
	const struct order *order = order_of(b, a);
	uint64_t missing = g->cell == CELL_NONE ? 0 : missing_of(g, at);
	uint64_t base[2] = {count_of(g), count_of(g) - missing};
	struct subject s = {
		"", m->variable, {NULL, 0}
        };
	for (size_t i = 0; i < order->n; i++) {
		s.level = intern_text(&a->values, order->code[i]);
		uint64_t n = g->cell == CELL_NONE
		                     ? 0
		                     : tally_count(&g->cells->tallies[at], g->cell, order->code[i]);
		if (s.level.n && (n || b->request->zero))
			write_level(b, block, ranks, s, n, base);
	}
	s = (struct subject){
		"n_missing", m->variable, {NULL, 0}
        };
	write_groups(b, block, ranks);
	write_long_row(b, &s, &(struct result){(double)missing, missing, base[0]});
}

static void write_long(
	struct crosstab *b, const struct block *block, const uint32_t *ranks, const struct view *g)
{
	for (size_t i = 0; i < b->request->nmeasures; i++) {
		const struct measure *m = &b->request->measures[i];
		if (m->stat == STAT_FREQ) {
			write_freq(b, block, ranks, g, m);
			continue;
		}
		struct result r = result_of(b, g, m);
		write_groups(b, block, ranks);
		write_long_row(b,
			&(struct subject){
				STATS[m->stat].output, m->variable, {NULL, 0}
                },
			&r);
	}
}

/* A row of the spread form and what it stands on. */
struct line {
	const struct block *block;
	const uint32_t *codes; /* of the groups, with room for one more; NULL is the grand total */
	struct view row;
};

static void write_spread_cell(struct crosstab *b, const struct line *line, const struct measure *m,
	const struct view *g, const struct view *col)
{
	struct view all = view_all(b);
	const struct view *bases[] = {NULL, &line->row, col, b->t->layout.weighted ? &all : NULL};
	if (g->cell == CELL_NONE && (!b->request->zero || m->stat > STAT_SHARE))
		writer_value(b->w, STR(""));
	else if (b->request->percent)
		writer_number(b->w, part_of(b, g, bases[b->request->percent], 100));
	else if (m->stat == STAT_N)
		write_count(b, count_of(g));
	else
		writer_number(b->w, result_of(b, g, m).estimate);
}

static struct view cell_of(
	const struct line *line, uint32_t code, uint32_t *codes, const struct view *col)
{
	const struct block *block = line->block;
	if (!line->codes)
		return *col;
	memcpy(codes, line->codes, block->nby * sizeof *codes);
	codes[block->nby] = code;
	return (struct view){block->cells, cells_find(block->cells, codes)};
}

static void write_spread(
	struct crosstab *b, const struct line *line, const struct measure *m, uint32_t *codes)
{
	const struct order *order = order_of(b, b->t->cross);
	for (size_t i = 0; i < order->n; i++) {
		uint32_t code = order->code[i];
		struct view col = {
			b->t->cols, b->t->cols ? cells_find(b->t->cols, &code) : CELL_NONE};
		struct view cell = cell_of(line, code, codes, &col);
		write_spread_cell(b, line, m, &cell, &col);
	}
	if (b->request->total) {
		struct view all = view_all(b);
		write_spread_cell(b, line, m, &line->row, &all);
	}
	writer_end(b->w);
}

static void write_spread_rows(struct crosstab *b, const struct block *block, const uint32_t *ranks,
	const struct view *row, uint32_t *codes)
{
	struct line line = {block, ranks ? codes : NULL, *row};
	uint32_t *scratch = codes + block->nby;
	for (size_t i = 0; i < b->request->nmeasures; i++) {
		const struct measure *m = &b->request->measures[i];
		write_groups(b, block, ranks);
		if (b->labelled) {
			writer_value(b->w, str_of(STATS[m->stat].output));
			if (has_columns(b->request))
				writer_value(b->w, m->variable);
		}
		write_spread(b, &line, m, scratch);
	}
}

/* The rows of one group. `codes` has room for twice the axes and two. */
static void write_group(struct crosstab *b, const struct block *block, const uint32_t *ranks,
	const struct view *g, uint32_t *codes)
{
	if (b->form == FORM_SPREAD) {
		write_spread_rows(b, block, ranks, g, codes);
		return;
	}
	if (b->form == FORM_LONG) {
		write_long(b, block, ranks, g);
		return;
	}
	write_groups(b, block, ranks);
	write_plain(b, g);
}

static int compare_ranks(const void *a, const void *b, void *naxes)
{
	const uint32_t *x = a, *y = b;
	for (size_t i = 0; i < *(size_t *)naxes; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* The groups that there are, as ranks, sorted; their number in *n. */
static uint32_t *groups_seen(struct crosstab *b, const struct block *block, size_t *n)
{
	const struct cells *rows = block->rows;
	size_t nby = block->nby;
	uint32_t *ranks = mem_zero(rows->n + 1, (nby + 1) * sizeof *ranks), *at = ranks;
	for (size_t cell = 0; cell < rows->n; cell++, at += nby) {
		cells_codes(rows, (uint32_t)cell, at);
		for (size_t k = 0; k < nby; k++)
			at[k] = order_of(b, block->by[k])->rank[at[k]];
	}
	*n = rows->n;
	if (nby)
		qsort_r(ranks, *n, nby * sizeof *ranks, compare_ranks, &nby);
	return ranks;
}

/* Every combination of the values that there are. */
static uint32_t *groups_all(struct crosstab *b, const struct block *block, size_t *n)
{
	size_t nby = block->nby;
	*n = 1;
	for (size_t k = 0; k < nby && *n <= CROSSTAB_ROWS_MAX; k++)
		*n *= order_of(b, block->by[k])->n;
	if (*n > CROSSTAB_ROWS_MAX)
		diex("--zero would show more than %d groups", CROSSTAB_ROWS_MAX);
	uint32_t *ranks = mem_zero(*n + 1, (nby + 1) * sizeof *ranks);
	for (size_t i = 0; i < *n; i++) {
		size_t rest = i;
		for (size_t k = nby; k-- > 0; rest /= order_of(b, block->by[k])->n)
			ranks[i * nby + k] = (uint32_t)(rest % order_of(b, block->by[k])->n);
	}
	return ranks;
}

static void write_block(struct crosstab *b, const struct block *block)
{
	size_t n, nby = block->nby;
	bool all = b->request->zero || nby == 0;
	uint32_t *ranks = all ? groups_all(b, block, &n) : groups_seen(b, block, &n);
	uint32_t *codes = mem_zero(2 * nby + 2, sizeof *codes);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < nby; k++)
			codes[k] = order_of(b, block->by[k])->code[ranks[i * nby + k]];
		struct view g = {block->rows, cells_find(block->rows, codes)};
		write_group(b, block, ranks + i * nby, &g, codes);
		arena_reset(&b->arena);
	}
	free(codes);
	free(ranks);
}

/* When no block is the grand total itself. */
static void write_total(struct crosstab *b)
{
	static const struct block none;
	uint32_t codes[2];
	struct view all = view_all(b);
	for (size_t i = 0; i < b->t->nblocks; i++)
		if (b->t->blocks[i].nby == 0)
			return;
	write_group(b, &none, NULL, &all, codes);
}

/* Header. */

static void need_column(struct header *h, struct str name)
{
	if (h->n == LIMIT_COLUMNS)
		diex("the table would have more than %d columns", LIMIT_COLUMNS);
	if (!header_add(h, name))
		diex("column '" STR_FMT
		     "' of the input is also a column of the result; rename it first",
			STR_ARG(name));
}

/* A value that is the name of another column already is told apart by the column it comes from. */
static void spread_column(struct crosstab *b, struct header *h, struct str value)
{
	struct arena arena = {0};
	struct buf name = {0};
	buf_addstr(&name, value.n ? apart_from_margin(value, &arena) : STR("(missing)"));
	while (header_find(h, buf_str(&name)) != COLUMN_NONE) {
		struct str taken = arena_str(&arena, buf_str(&name));
		buf_clear(&name);
		buf_addstr(&name, b->t->cross->name);
		buf_putc(&name, '=');
		buf_addstr(&name, taken);
	}
	need_column(h, buf_str(&name));
	buf_release(&name);
	arena_release(&arena);
}

static void long_columns(struct crosstab *b, struct header *h)
{
	bool levels = has_levels(b->request);
	need_column(h, STR("stat"));
	if (has_columns(b->request))
		need_column(h, STR("variable"));
	if (levels)
		need_column(h, STR("level"));
	if (b->form == FORM_SPREAD)
		return;
	need_column(h, STR("estimate"));
	need_column(h, STR("n"));
	if (levels)
		need_column(h, STR("nbase"));
}

static void spread_columns(struct crosstab *b, struct header *h)
{
	const struct order *order = order_of(b, b->t->cross);
	if (b->labelled)
		long_columns(b, h);
	for (size_t i = 0; i < order->n; i++)
		spread_column(b, h, intern_text(&b->t->cross->values, order->code[i]));
	if (b->request->total)
		need_column(h, STR("*"));
}

static void write_names(struct crosstab *b, bool bare)
{
	struct header h = {0};
	for (size_t i = 0; i < b->nby; i++)
		need_column(&h, b->by[i]->name);
	if (b->form == FORM_SPREAD)
		spread_columns(b, &h);
	else if (b->form == FORM_LONG)
		long_columns(b, &h);
	else
		for (size_t i = 0; i < b->request->nmeasures; i++)
			need_column(&h, str_of(STATS[b->request->measures[i].stat].output));
	writer_header(b->w, &h, bare);
	header_release(&h);
}

/* The group columns of all blocks, each once, in order of first appearance. */
static void gather_groups(struct crosstab *b, struct arena *arena)
{
	b->by = arena_alloc(arena, b->t->naxes + 1, sizeof(struct axis *));
	for (size_t i = 0; i < b->t->nblocks; i++) {
		const struct block *block = &b->t->blocks[i];
		for (size_t k = 0; k < block->nby; k++) {
			size_t at = 0;
			while (at < b->nby && b->by[at] != block->by[k])
				at++;
			b->by[at] = block->by[k];
			b->nby += at == b->nby;
		}
	}
}

static enum form form_of(const struct tabulation *t)
{
	if (t->cross)
		return FORM_SPREAD;
	for (size_t i = 0; i < t->request->nmeasures; i++)
		if (t->request->measures[i].stat > STAT_SHARE)
			return FORM_LONG;
	return FORM_PLAIN;
}

void crosstab_write(struct tabulation *t, struct writer *w, bool bare)
{
	struct arena arena = {0};
	struct crosstab b = {.t = t, .request = t->request, .w = w, .form = form_of(t)};
	b.labelled = t->request->nmeasures > 1;
	b.orders = arena_alloc(&arena, t->naxes + 1, sizeof *b.orders);
	for (size_t i = 0; i < t->naxes; i++) {
		if (t->request->zero)
			axis_fill_periods(t->axes[i]);
		order_make(&b.orders[i], t->axes[i], &arena);
	}
	gather_groups(&b, &arena);
	write_names(&b, bare);
	for (size_t i = 0; i < t->nblocks; i++)
		write_block(&b, &t->blocks[i]);
	if (t->request->total)
		write_total(&b);
	arena_release(&b.arena);
	arena_release(&arena);
}
