#include <inttypes.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "stats/crosstabstate.h"

/* The plain form. */

static void write_both(struct crosstab *x, const struct group *g)
{
	const struct view *v = &g->view;
	uint64_t certain = v->cell == CELL_NONE ? 0 : v->cells->certain[v->cell];
	if (g->block && g->block->nby && !x->request->zero && !certain && !view_count(v))
		return;
	crosstab_write_groups(x, g);
	uint64_t draw = crosstab_draws(x, v, &x->request->measures[0]).cell;
	crosstab_write_count(x, certain, draw);
	crosstab_write_count(x, view_count(v), draw);
	writer_end(x->w);
}

static void write_plain(struct crosstab *x, const struct group *g)
{
	if (x->t->layout.both) {
		write_both(x, g);
		return;
	}
	crosstab_write_groups(x, g);
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		struct result r = estimate(x->t, &g->view, m);
		struct draws draws = crosstab_draws(x, &g->view, m);
		if (crosstab_hides(x, g->flags))
			crosstab_write_empty(x, 1);
		else if (m->stat == STAT_N)
			crosstab_write_n(x, &g->view, m);
		else
			writer_number(x->w, crosstab_shown(x, m, &r, &draws));
	}
	crosstab_write_comparison(x, g, &x->request->measures[0], g->flags);
	crosstab_write_flags(x, g->flags, false);
	writer_end(x->w);
}

/* Rows. */

static void write_group(struct crosstab *x, struct group *g)
{
	g->flags = crosstab_flags_of(x, g->view.cells, g->codes);
	if (crosstab_is_untold(x, g->flags) && !x->request->zero)
		return;
	switch (x->form) {
	case FORM_PLAIN: write_plain(x, g); break;
	case FORM_LONG: crosstab_write_long(x, g); break;
	case FORM_SPREAD: crosstab_write_spread_rows(x, g); break;
	}
	arena_reset(&x->arena);
}

/* Without group columns the one group is there even when no record is. */
static uint32_t *block_groups(struct crosstab *x, const struct block *block, size_t *n)
{
	const struct ranks **ranks = mem_zero(block->nby, sizeof(struct ranks *));
	for (size_t k = 0; k < block->nby; k++)
		ranks[k] = crosstab_ranks_of(x, block->by[k]);
	bool all = x->request->zero || x->request->compared || block->nby == 0;
	uint32_t *codes = all ? groups_all(ranks, block->nby, CROSSTAB_ROWS_MAX, n)
	                      : groups_seen(block->rows, ranks, n);
	if (!codes)
		diex("--%s would show more than %d groups", x->request->zero ? "zero" : "compare",
			CROSSTAB_ROWS_MAX);
	free(ranks);
	return codes;
}

/* In a survey a missing value makes no domain. */
static bool lacks_value(const struct block *block, const uint32_t *codes)
{
	for (size_t k = 0; k < block->nby; k++)
		if (!axis_is_value(block->by[k], codes[k]))
			return true;
	return false;
}

/* "'place', 'works'" */
static void note_nowhere(const struct block *block, uint64_t records)
{
	struct buf names = {0};
	for (size_t k = 0; k < block->nby; k++)
		buf_fmt(&names, "%s'" STR_FMT "'", k ? ", " : "", STR_ARG(block->by[k]->name));
	if (records)
		diag_note("records in no group by %s, for want of a value there: %" PRIu64,
			buf_cstr(&names), records);
	buf_release(&names);
}

static void write_block(struct crosstab *x, const struct block *block)
{
	size_t n;
	uint64_t nowhere = 0;
	uint32_t *codes = block_groups(x, block, &n);
	for (size_t i = 0; i < n; i++) {
		const uint32_t *at = codes + i * block->nby;
		struct group g = {
			block, at, {block->rows, cells_find(block->rows, at)},
                          0
                };
		bool met = view_count(&g.view) > 0 || x->request->zero || block->nby == 0;
		if (x->t->survey && lacks_value(block, at)) {
			nowhere += view_count(&g.view);
			continue;
		}
		if ((x->t->survey && !met) || crosstab_is_idle(x, &g))
			continue;
		write_group(x, &g);
	}
	note_nowhere(block, nowhere);
	free(codes);
}

/* When no block is the grand total itself. */
static void write_total(struct crosstab *x)
{
	for (size_t i = 0; i < x->t->nblocks; i++)
		if (x->t->blocks[i].nby == 0)
			return;
	struct group g = {NULL, NULL, view_all(x->t), 0};
	write_group(x, &g);
}

/* The header. */

void crosstab_need_column(struct header *h, struct str name)
{
	if (h->n == LIMIT_COLUMNS)
		diex("the table would have more than %d columns", LIMIT_COLUMNS);
	if (!header_add(h, name))
		diex("column '" STR_FMT
		     "' of the input is also a column of the result; rename it first",
			STR_ARG(name));
}

/* A value that is the name of another column already is told apart by the column it comes from. */
static void spread_column(struct crosstab *x, struct header *h, struct str value)
{
	struct buf name = {0};
	buf_addstr(
		&name, value.n ? crosstab_apart_from_margin(value, &x->arena) : STR("(missing)"));
	while (header_find(h, buf_str(&name)) != COLUMN_NONE) {
		struct str taken = arena_str(&x->arena, buf_str(&name));
		buf_clear(&name);
		buf_addstr(&name, x->t->cross->name);
		buf_putc(&name, '=');
		buf_addstr(&name, taken);
	}
	crosstab_need_column(h, buf_str(&name));
	x->spread[x->nspread++] = arena_str(x->lasting, buf_str(&name));
	buf_release(&name);
}

static void subject_columns(const struct crosstab *x, struct header *h)
{
	crosstab_need_column(h, STR("stat"));
	if (x->request->variant)
		crosstab_need_column(h, STR("variant"));
	if (x->has_variable)
		crosstab_need_column(h, STR("variable"));
	if (x->has_level)
		crosstab_need_column(h, STR("level"));
}

static void inference_columns(const struct crosstab *x, struct header *h)
{
	if (!x->has_inference)
		return;
	crosstab_need_column(h, STR("se"));
	crosstab_need_column(h, STR("ci_low"));
	crosstab_need_column(h, STR("ci_high"));
	if (!x->t->survey)
		return;
	crosstab_need_column(h, STR("df"));
	if (x->has_df2)
		crosstab_need_column(h, STR("df2"));
	if (x->has_p)
		crosstab_need_column(h, STR("p"));
	if (x->has_deff)
		crosstab_need_column(h, STR("deff"));
}

static void long_columns(const struct crosstab *x, struct header *h)
{
	subject_columns(x, h);
	crosstab_need_column(h, STR("estimate"));
	inference_columns(x, h);
	crosstab_need_column(h, STR("n"));
	if (crosstab_has_base(x))
		crosstab_need_column(h, STR("nbase"));
	crosstab_comparison_columns(x, h);
}

static void spread_columns(struct crosstab *x, struct header *h)
{
	const struct ranks *ranks = crosstab_ranks_of(x, x->t->cross);
	if (x->has_subject)
		subject_columns(x, h);
	x->spread = arena_alloc(x->lasting, ranks->n + 1, sizeof *x->spread);
	for (size_t i = 0; i < ranks->n; i++)
		spread_column(x, h,
			codebook_value(&x->t->codebook, x->t->cross->name,
				intern_text(&x->t->cross->values, ranks->code[i])));
	if (x->request->total)
		crosstab_need_column(h, STR("*"));
}

static void both_columns(struct header *h)
{
	crosstab_need_column(h, STR("n_certain"));
	crosstab_need_column(h, STR("n_possible"));
}

static void plain_columns(const struct crosstab *x, struct header *h)
{
	for (size_t i = 0; i < x->request->nmeasures; i++)
		crosstab_need_column(h, str_of(STATS[x->request->measures[i].stat].output));
	crosstab_comparison_columns(x, h);
}

static void write_names(struct crosstab *x, bool bare)
{
	struct header h = {0};
	for (size_t i = 0; i < x->nby; i++)
		crosstab_need_column(&h, x->by[i]->name);
	for (size_t i = 0; i < x->ntabled; i++)
		crosstab_need_column(&h, x->tabled[i]);
	if (x->form == FORM_SPREAD)
		spread_columns(x, &h);
	else if (x->form == FORM_LONG)
		long_columns(x, &h);
	else if (x->t->layout.both)
		both_columns(&h);
	else
		plain_columns(x, &h);
	if (x->has_flag)
		crosstab_need_column(&h, STR("flag"));
	writer_header(x->w, &h, bare);
	header_release(&h);
}

/* The group columns of all blocks, each once, in order of first appearance. */
static void gather_groups(struct crosstab *x, struct arena *arena)
{
	x->by = arena_alloc(arena, x->t->naxes + 1, sizeof(struct axis *));
	for (size_t i = 0; i < x->t->nblocks; i++) {
		const struct block *block = &x->t->blocks[i];
		for (size_t k = 0; k < block->nby; k++) {
			size_t at = 0;
			while (at < x->nby && x->by[at] != block->by[k])
				at++;
			x->by[at] = block->by[k];
			x->nby += at == x->nby;
		}
	}
}

static void add_tabled(struct crosstab *x, struct str name)
{
	for (size_t i = 0; i < x->ntabled; i++)
		if (str_eq(x->tabled[i], name))
			return;
	x->tabled[x->ntabled++] = name;
}

static void gather_tabled(struct crosstab *x, struct arena *arena)
{
	const struct request *r = x->request;
	x->tabled = arena_alloc(arena, 2 * r->nmeasures + 1, sizeof *x->tabled);
	for (size_t i = 0; i < r->nmeasures; i++)
		if (r->measures[i].stat == STAT_XTAB) {
			add_tabled(x, r->measures[i].variable);
			add_tabled(x, r->measures[i].args[0]);
		}
}

static void choose_form(struct crosstab *x)
{
	x->form = x->t->cross ? FORM_SPREAD : FORM_PLAIN;
	x->has_inference = x->t->survey || x->request->lengths;
	x->has_flag = x->t->survey && x->request->options.ci != PART_MEAN;
	x->has_subject = x->request->nmeasures > 1 || x->request->compared ||
	                 x->request->measures[0].stat == STAT_FREQ;
	x->has_deff = x->t->survey && x->request->options.deff != DEFF_NONE;
	for (size_t i = 0; i < x->request->nmeasures; i++) {
		const struct measure *m = &x->request->measures[i];
		if (!x->t->cross && m->stat != STAT_N && m->stat != STAT_SHARE)
			x->form = FORM_LONG;
		x->has_variable |= STATS[m->stat].takes_column;
		x->has_level |= STATS[m->stat].has_level;
		x->has_p |= m->stat == STAT_CHISQ || m->stat == STAT_TTEST || m->stat == STAT_ASSOC;
		x->has_df2 |= m->stat == STAT_CHISQ;
	}
}

static void sort_values(struct crosstab *x, struct arena *arena)
{
	x->ranks = arena_alloc(arena, x->t->naxes + 1, sizeof *x->ranks);
	if (x->t->survey)
		tabulation_sort(x->t);
	for (size_t i = 0; i < x->t->naxes; i++) {
		if (x->request->zero || x->request->compared)
			axis_fill_periods(x->t->axes[i]);
		ranks_make(&x->ranks[i], x->t->axes[i], arena);
	}
	if (x->t->survey)
		design_settle(&x->t->design);
	for (size_t i = 0; i < x->t->layout.nspells; i++)
		spell_source_settle(&x->t->layout.spells[i]);
	for (size_t i = 0; i < x->t->ntables; i++)
		cells_settle(x->t->tables[i]);
}

/* Until when the spells of each measure are watched. */
static void watch_spells(struct crosstab *x, struct arena *arena)
{
	const struct request *r = x->request;
	const struct spell_source *said = NULL;
	x->watch = arena_zero(arena, r->nmeasures + 1, sizeof *x->watch);
	for (size_t i = 0; r->lengths && i < r->nmeasures; i++) {
		const struct spell_source *source = &x->t->layout.spells[x->t->spell_measure[i]];
		int32_t until = r->until != DAY_MIN ? r->until : spells_latest(source);
		x->watch[i] = (struct watch){r->length_rule, until, r->options.level};
		if (!STATS[r->measures[i].stat].of_spells || until == DAY_MIN || source == said)
			continue;
		said = source;
		char day[EDTF_DAY_MAX];
		diag_note("spells from '" STR_FMT "' to '" STR_FMT "' are watched until %.*s",
			STR_ARG(source->from_name), STR_ARG(source->to_name),
			(int)day_format(until, day), day);
	}
}

static void write_table(struct crosstab *x, bool bare)
{
	write_names(x, bare);
	for (size_t i = 0; i < x->t->nblocks; i++)
		write_block(x, &x->t->blocks[i]);
	if (x->request->total)
		write_total(x);
}

void crosstab_write(struct tabulation *t, struct writer *w, bool bare)
{
	struct arena arena = {0};
	struct crosstab x = {.t = t, .request = t->request, .w = w, .lasting = &arena};
	x.codes = arena_alloc(&arena, t->naxes + 1, sizeof *x.codes);
	choose_form(&x);
	sort_values(&x, &arena);
	watch_spells(&x, &arena);
	crosstab_check_comparison(&x);
	x.disclose = disclose_new(t, x.ranks);
	x.has_flag |= x.disclose != NULL;
	gather_groups(&x, &arena);
	gather_tabled(&x, &arena);
	if (x.disclose && t->request->disclosure.audit)
		disclose_audit(x.disclose, w, bare);
	else
		write_table(&x, bare);
	disclose_free(x.disclose);
	buf_release(&x.noted);
	arena_release(&x.arena);
	arena_release(&arena);
}
