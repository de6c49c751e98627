#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "stats/fisher.h"

/* What is this much more likely is as likely. */
static const long double TIE = 1 + 1e-7L;

/* Tables of two rows and columns with fixed margins: their first cell goes from `least` to `most`.
 */
struct margins {
	uint64_t row, col, n;
	uint64_t least, most;
};

/* How much more likely k + 1 is than k. */
static long double step_up(const struct margins *m, uint64_t k)
{
	long double other = (long double)m->n - m->row - m->col + k + 1;
	return (long double)(m->row - k) * (m->col - k) / ((k + 1) * other);
}

/* Adds up what is likely as k, from the likeliest down one side; `edge` is where it ends. */
static void add_side(const struct margins *m, uint64_t from, uint64_t edge, long double observed,
	long double sums[2])
{
	long double weight = 1;
	for (uint64_t k = from; k != edge;) {
		weight = k < edge ? weight * step_up(m, k) : weight / step_up(m, k - 1);
		k += k < edge ? 1 : -UINT64_C(1);
		sums[0] += weight;
		sums[1] += weight <= observed * TIE ? weight : 0;
	}
}

static long double weight_of(const struct margins *m, uint64_t mode, uint64_t at)
{
	long double weight = 1;
	for (uint64_t k = mode; k < at; k++)
		weight *= step_up(m, k);
	for (uint64_t k = mode; k > at; k--)
		weight /= step_up(m, k - 1);
	return weight;
}

static double exact_of_four(const uint64_t *t)
{
	struct margins m = {t[0] + t[1], t[0] + t[2], t[0] + t[1] + t[2] + t[3], 0, 0};
	m.least = m.row + m.col > m.n ? m.row + m.col - m.n : 0;
	m.most = m.row < m.col ? m.row : m.col;
	uint64_t mode = (uint64_t)(((long double)m.row + 1) * (m.col + 1) / (m.n + 2.0L));
	mode = mode < m.least ? m.least : mode > m.most ? m.most : mode;
	long double observed = weight_of(&m, mode, t[0]);
	long double sums[2] = {1, 1 <= observed * TIE};
	add_side(&m, mode, m.most, observed, sums);
	add_side(&m, mode, m.least, observed, sums);
	return (double)(sums[1] / sums[0]);
}

/* All tables with the margins, cell by cell; what is left for each row and column. */
struct walk {
	size_t rows, cols;
	uint64_t *left_row, *left_col;
	long double *log_factorial;
	long double observed; /* logarithm of what is like its probability */
	long double sum, all; /* of probabilities by that */
	uint64_t steps;
};

/* The last row takes what is left of the columns. */
static void end_table(struct walk *w, long double weight)
{
	for (size_t i = 0; i < w->cols; i++)
		weight -= w->log_factorial[w->left_col[i]];
	w->all += expl(weight - w->observed);
	w->sum += weight <= w->observed + logl(TIE) ? expl(weight - w->observed) : 0;
}

/* Deep as there are free cells, which are at most FISHER_CELLS, and a last one in each row. */
static void walk_cells(struct walk *w, size_t cell, long double weight)
{
	size_t row = cell / w->cols, col = cell % w->cols;
	if (++w->steps > FISHER_STEPS)
		return;
	if (row + 1 == w->rows) {
		end_table(w, weight);
		return;
	}
	uint64_t of_row = w->left_row[row], of_col = w->left_col[col];
	bool last = col + 1 == w->cols;
	uint64_t most = of_row < of_col ? of_row : of_col;
	for (uint64_t k = last ? of_row : 0; k <= most && w->steps <= FISHER_STEPS; k++) {
		w->left_row[row] = of_row - k;
		w->left_col[col] = of_col - k;
		walk_cells(w, cell + 1, weight - w->log_factorial[k]);
	}
	w->left_row[row] = of_row;
	w->left_col[col] = of_col;
}

/* Logarithms of the factorials up to that of n. */
static long double *log_factorials(struct arena *arena, uint64_t n)
{
	long double *log = arena_alloc(arena, n + 1, sizeof *log);
	log[0] = 0;
	for (uint64_t k = 1; k <= n; k++)
		log[k] = log[k - 1] + logl((long double)k);
	return log;
}

static double exact_of_many(struct walk *w, const uint64_t *counts, uint64_t n)
{
	struct arena arena = {0};
	w->log_factorial = log_factorials(&arena, n);
	w->left_row = arena_zero(&arena, w->rows, sizeof *w->left_row);
	w->left_col = arena_zero(&arena, w->cols, sizeof *w->left_col);
	for (size_t i = 0; i < w->rows * w->cols; i++) {
		w->left_row[i / w->cols] += counts[i];
		w->left_col[i % w->cols] += counts[i];
		w->observed -= w->log_factorial[counts[i]];
	}
	walk_cells(w, 0, 0);
	arena_release(&arena);
	return w->steps > FISHER_STEPS ? NAN : (double)(w->sum / w->all);
}

double fisher_exact(const uint64_t *counts, size_t rows, size_t cols)
{
	struct walk w = {.rows = rows, .cols = cols};
	uint64_t n = 0;
	if (rows == 2 && cols == 2)
		return exact_of_four(counts);
	if (rows < 2 || cols < 2 || (rows - 1) * (cols - 1) > FISHER_CELLS)
		return NAN;
	for (size_t i = 0; i < rows * cols; i++)
		n += counts[i];
	return n > FISHER_RECORDS ? NAN : exact_of_many(&w, counts, n);
}
