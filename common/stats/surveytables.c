#include <stdlib.h>

#include "base/diag.h"
#include "stats/surveystate.h"

static size_t find_level(struct level *levels, size_t *n, struct str text)
{
	size_t i = 0;
	while (i < *n && !str_eq(levels[i].text, text))
		i++;
	if (i == *n)
		levels[(*n)++] = (struct level){.text = text};
	return i;
}

struct crossing survey_cross(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	struct crossing x = {0};
	x.cells = survey_levels(g, &x.ncells);
	x.rows = arena_alloc(arena, x.ncells + 1, sizeof *x.rows);
	x.cols = arena_alloc(arena, x.ncells + 1, sizeof *x.cols);
	x.row = arena_alloc(arena, x.ncells + 1, sizeof *x.row);
	x.col = arena_alloc(arena, x.ncells + 1, sizeof *x.col);
	for (size_t i = 0; i < x.ncells && x.nrows * x.ncols <= CROSSING_CELLS_MAX; i++) {
		find_level(x.rows, &x.nrows, x.cells[i].text);
		find_level(x.cols, &x.ncols, x.cells[i].other);
	}
	if (x.nrows * x.ncols > CROSSING_CELLS_MAX) {
		warn_at(NULL, "a table of '%s' has more than %d cells; it is left out",
			STATS[g->measure->stat].word, CROSSING_CELLS_MAX);
		return (struct crossing){.rows = x.rows, .cols = x.cols, .left_out = true};
	}
	survey_sort_levels(x.rows, x.nrows);
	survey_sort_levels(x.cols, x.ncols);
	for (size_t i = 0; i < x.ncells; i++) {
		x.row[i] = find_level(x.rows, &x.nrows, x.cells[i].text);
		x.col[i] = find_level(x.cols, &x.ncols, x.cells[i].other);
	}
	return x;
}

/* A table of two columns: the sums of each cell, and of the margins behind the last row and column.
 */
struct xtab {
	struct crossing x;
	struct sums **sums; /* (nrows + 1) * (ncols + 1); those of no records are all the same */
};

enum cell_stat { CELL_COUNT, CELL_PROP, ROW_PROP, COL_PROP, CELL_STATS };

static const char *const CELL_WORDS[] = {"cell_count", "cell_prop", "row_prop", "col_prop"};

static int compare_slots(const void *a, const void *b, void *slots)
{
	const uint32_t *x = a, *y = b;
	uint32_t p = pair_first(slots, *x), q = pair_first(slots, *y);
	if (p != q)
		return p < q ? -1 : 1;
	return (*x > *y) - (*x < *y);
}

static struct sums *new_sums(const struct group_of_survey *g, const uint32_t *slots, size_t n)
{
	const struct job_cells *j = g->job_cells;
	struct sums *sums = arena_alloc(&g->survey->arena, 1, sizeof *sums);
	*sums = survey_gather(g, &j->levels, &j->slots, slots, n);
	return sums;
}

static bool lies_in(const struct crossing *x, size_t cell, size_t row, size_t col)
{
	return (row == x->nrows || x->row[cell] == row) && (col == x->ncols || x->col[cell] == col);
}

/* Of all cells of a row, of a column, or of both. */
static struct sums *margin_sums(const struct group_of_survey *g, const struct crossing *x,
	size_t row, size_t col, uint32_t *slots)
{
	size_t n = 0;
	for (size_t i = 0; i < x->ncells; i++)
		for (size_t k = 0; k < x->cells[i].n && lies_in(x, i, row, col); k++)
			slots[n++] = x->cells[i].slots[k];
	/* what belongs to one leaf is then added up */
	qsort_r(slots, n, sizeof *slots, compare_slots, (void *)&g->job_cells->slots);
	return new_sums(g, slots, n);
}

static struct xtab xtab_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	struct xtab t = {.x = survey_cross(g)};
	const struct crossing *x = &t.x;
	size_t width = x->ncols + 1, cells = (x->nrows + 1) * width, slots = 0;
	struct sums *none = new_sums(g, NULL, 0);
	t.sums = arena_alloc(arena, cells, sizeof(struct sums *));
	for (size_t i = 0; i < cells; i++)
		t.sums[i] = none;
	for (size_t i = 0; i < x->ncells; i++) {
		slots += x->cells[i].n;
		t.sums[x->row[i] * width + x->col[i]] =
			new_sums(g, x->cells[i].slots, x->cells[i].n);
	}
	uint32_t *room = arena_alloc(arena, slots + 1, sizeof *room);
	for (size_t i = 0; i <= x->nrows; i++)
		t.sums[i * width + x->ncols] = margin_sums(g, x, i, x->ncols, room);
	for (size_t k = 0; k < x->ncols; k++)
		t.sums[x->nrows * width + k] = margin_sums(g, x, x->nrows, k, room);
	return t;
}

static const struct sums *sums_at(const struct xtab *t, size_t row, size_t col)
{
	return t->sums[row * (t->x.ncols + 1) + col];
}

/* A proportion of itself is not shown. */
static const struct sums *base_of(const struct xtab *t, enum cell_stat stat, size_t row, size_t col)
{
	bool margin_row = row == t->x.nrows, margin_col = col == t->x.ncols;
	switch (stat) {
	case CELL_PROP: return margin_row && margin_col ? NULL : sums_at(t, t->x.nrows, t->x.ncols);
	case ROW_PROP: return margin_col ? NULL : sums_at(t, row, t->x.ncols);
	case COL_PROP: return margin_row ? NULL : sums_at(t, t->x.nrows, col);
	default: return sums_at(t, t->x.nrows, t->x.ncols);
	}
}

static size_t cell_rows(const struct group_of_survey *g, const struct measure *m,
	const struct xtab *t, size_t row, size_t col, struct survey_row *out)
{
	const struct sums *part = sums_at(t, row, col);
	size_t n = 0;
	for (enum cell_stat stat = 0; part->records && stat < CELL_STATS; stat++) {
		const struct sums *base = base_of(t, stat, row, col);
		if (!base)
			continue;
		struct outcome o = stat == CELL_COUNT ? survey_count(g, part)
		                                      : survey_part(g, part, base, SUM_W);
		out[n] = (stat == CELL_COUNT ? survey_row_of : survey_part_row)(
			g, m, o, part->records, base->records);
		out[n].stat = CELL_WORDS[stat];
		out[n].variable = (struct str){NULL, 0};
		out[n].a = row < t->x.nrows ? t->x.rows[row].text : (struct str){NULL, 0};
		out[n].b = col < t->x.ncols ? t->x.cols[col].text : (struct str){NULL, 0};
		n++;
	}
	return n;
}

struct survey_row *survey_xtab_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct xtab t = xtab_of(g);
	struct survey_row *rows = arena_alloc(
		&g->survey->arena, (t.x.nrows + 1) * (t.x.ncols + 1) * CELL_STATS, sizeof *rows);
	*n = 0;
	for (size_t i = 0; i <= t.x.nrows; i++)
		for (size_t k = 0; k <= t.x.ncols; k++)
			*n += cell_rows(g, m, &t, i, k, rows + *n);
	return rows;
}
