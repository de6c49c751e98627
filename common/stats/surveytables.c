#include <math.h>

#include "stats/surveystate.h"

/* A table of two columns: the sums of each cell, and of the margins behind the last row and column.
 */
struct xtab {
	struct level *rows, *cols, *cells;
	size_t nrows, ncols, ncells;
	struct sums *sums; /* (nrows + 1) * (ncols + 1) */
};

enum cell_stat { CELL_COUNT, CELL_PROP, ROW_PROP, COL_PROP, CELL_STATS };

static const char *const CELL_WORDS[] = {"cell_count", "cell_prop", "row_prop", "col_prop"};

static void add_text(struct level *levels, size_t *n, struct str text)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(levels[i].text, text))
			return;
	levels[(*n)++] = (struct level){.text = text};
}

static bool lies_in(const struct xtab *x, const struct level *cell, size_t row, size_t col)
{
	return (row == x->nrows || str_eq(cell->text, x->rows[row].text)) &&
	       (col == x->ncols || str_eq(cell->other, x->cols[col].text));
}

static struct sums cell_sums(
	const struct group_of_survey *g, const struct xtab *x, size_t row, size_t col)
{
	size_t n = 0, all = 0;
	for (size_t i = 0; i < x->ncells; i++)
		all += x->cells[i].n;
	uint32_t *slots = arena_alloc(&g->survey->arena, all + 1, sizeof *slots);
	for (size_t i = 0; i < x->ncells; i++)
		for (size_t k = 0; k < x->cells[i].n && lies_in(x, &x->cells[i], row, col); k++)
			slots[n++] = x->cells[i].slots[k];
	return survey_gather(g, &g->job_cells->levels, &g->job_cells->slots, slots, n);
}

static struct xtab xtab_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	struct xtab x = {0};
	x.cells = survey_levels(g, &x.ncells);
	x.rows = arena_alloc(arena, x.ncells + 1, sizeof *x.rows);
	x.cols = arena_alloc(arena, x.ncells + 1, sizeof *x.cols);
	for (size_t i = 0; i < x.ncells; i++) {
		add_text(x.rows, &x.nrows, x.cells[i].text);
		add_text(x.cols, &x.ncols, x.cells[i].other);
	}
	survey_sort_levels(x.rows, x.nrows);
	survey_sort_levels(x.cols, x.ncols);
	x.sums = arena_alloc(arena, (x.nrows + 1) * (x.ncols + 1), sizeof *x.sums);
	for (size_t i = 0; i <= x.nrows; i++)
		for (size_t k = 0; k <= x.ncols; k++)
			x.sums[i * (x.ncols + 1) + k] = cell_sums(g, &x, i, k);
	return x;
}

static const struct sums *sums_at(const struct xtab *x, size_t row, size_t col)
{
	return &x->sums[row * (x->ncols + 1) + col];
}

/* A proportion of itself is not shown. */
static const struct sums *base_of(const struct xtab *x, enum cell_stat stat, size_t row, size_t col)
{
	bool margin_row = row == x->nrows, margin_col = col == x->ncols;
	switch (stat) {
	case CELL_PROP: return margin_row && margin_col ? NULL : sums_at(x, x->nrows, x->ncols);
	case ROW_PROP: return margin_col ? NULL : sums_at(x, row, x->ncols);
	case COL_PROP: return margin_row ? NULL : sums_at(x, x->nrows, col);
	default: return sums_at(x, x->nrows, x->ncols);
	}
}

static size_t cell_rows(const struct group_of_survey *g, const struct measure *m,
	const struct xtab *x, size_t row, size_t col, struct survey_row *out)
{
	const struct sums *part = sums_at(x, row, col);
	size_t n = 0;
	for (enum cell_stat stat = 0; part->records && stat < CELL_STATS; stat++) {
		const struct sums *base = base_of(x, stat, row, col);
		if (!base)
			continue;
		struct outcome o = stat == CELL_COUNT ? survey_count(g, part)
		                                      : survey_part(g, part, base, SUM_W);
		out[n] = survey_row_of(g, m, o, part->records, base->records);
		out[n].stat = CELL_WORDS[stat];
		out[n].variable = (struct str){NULL, 0};
		out[n].a = row < x->nrows ? x->rows[row].text : (struct str){NULL, 0};
		out[n].b = col < x->ncols ? x->cols[col].text : (struct str){NULL, 0};
		n++;
	}
	return n;
}

struct survey_row *survey_xtab_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct xtab x = xtab_of(g);
	struct survey_row *rows = arena_alloc(
		&g->survey->arena, (x.nrows + 1) * (x.ncols + 1) * CELL_STATS, sizeof *rows);
	*n = 0;
	for (size_t i = 0; i <= x.nrows; i++)
		for (size_t k = 0; k <= x.ncols; k++)
			*n += cell_rows(g, m, &x, i, k, rows + *n);
	return rows;
}
