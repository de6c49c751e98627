#include <math.h>

#include "base/diag.h"
#include "stats/fisher.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/*
 * Measures of association of a table of counts: records, not their weights. Those of ordered values
 * are of Goodman and Kruskal ("Measures of association for cross classifications", Journal of the
 * American Statistical Association 49, 1954), Kendall (Rank Correlation Methods, 1948) and Somers
 * (American Sociological Review 27, 1962).
 */

struct counts {
	size_t rows, cols;
	uint64_t *of, *row, *col;
	uint64_t n;
	bool left_out; /* it was too large */
};

static struct counts counts_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	struct crossing x = survey_cross(g);
	struct counts t = {.rows = x.nrows, .cols = x.ncols, .left_out = x.left_out};
	t.of = arena_zero(arena, t.rows * t.cols + 1, sizeof *t.of);
	t.row = arena_zero(arena, t.rows + 1, sizeof *t.row);
	t.col = arena_zero(arena, t.cols + 1, sizeof *t.col);
	for (size_t i = 0; i < x.ncells; i++) {
		uint64_t n = survey_level_sums(g, &x.cells[i]).records;
		t.of[x.row[i] * t.cols + x.col[i]] = n;
		t.row[x.row[i]] += n;
		t.col[x.col[i]] += n;
		t.n += n;
	}
	return t;
}

static uint64_t at(const struct counts *t, size_t row, size_t col)
{
	return t->of[row * t->cols + col];
}

static quad expected(const struct counts *t, size_t row, size_t col)
{
	return (quad)t->row[row] * t->col[col] / t->n;
}

static quad pearson(const struct counts *t)
{
	quad sum = 0;
	for (size_t i = 0; i < t->rows; i++)
		for (size_t k = 0; k < t->cols; k++) {
			quad e = expected(t, i, k), apart = at(t, i, k) - e;
			sum += apart * apart / e;
		}
	return sum;
}

/* The terms add up to nothing but for their logarithms, so each is taken without its n - e. */
static double likelihood_ratio(const struct counts *t)
{
	long double sum = 0;
	for (size_t i = 0; i < t->rows; i++)
		for (size_t k = 0; k < t->cols; k++) {
			quad e = expected(t, i, k), apart = at(t, i, k) - e;
			if (at(t, i, k))
				sum += at(t, i, k) * log1pl((long double)(apart / e)) -
				       (long double)apart;
			else
				sum += (long double)e;
		}
	return (double)(2 * sum);
}

/* Of two rows and columns. */

static quad determinant(const struct counts *t)
{
	return (quad)at(t, 0, 0) * at(t, 1, 1) - (quad)at(t, 0, 1) * at(t, 1, 0);
}

static quad margins(const struct counts *t)
{
	return (quad)t->row[0] * t->row[1] * t->col[0] * t->col[1];
}

/* a / sqrt(b); with a few digits more, so that what is 1 comes out as 1. */
static double by_root(quad a, quad b)
{
	return (double)((long double)a / sqrtl((long double)b));
}

static double yates(const struct counts *t)
{
	quad d = determinant(t), apart = (d < 0 ? -d : d) - (quad)t->n / 2;
	return apart > 0 ? (double)(t->n * apart * apart / margins(t)) : 0;
}

static double phi(const struct counts *t)
{
	return by_root(determinant(t), margins(t));
}

static double odds_ratio(const struct counts *t)
{
	return (double)at(t, 0, 0) * (double)at(t, 1, 1) /
	       ((double)at(t, 0, 1) * (double)at(t, 1, 0));
}

/* Of ordered values: pairs of records. */
struct order_pairs {
	quad apart; /* concordant ones less discordant */
	quad both;  /* and together */
	quad all, tied_row, tied_col;
};

static quad pairs_among(const uint64_t *n, size_t count)
{
	quad sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += (quad)n[i] * ((quad)n[i] - 1) / 2;
	return sum;
}

/* The records below a row go by in columns from the left and from the right. */
static struct order_pairs order_pairs(const struct group_of_survey *g, const struct counts *t)
{
	struct order_pairs p = {.all = (quad)t->n * ((quad)t->n - 1) / 2,
		.tied_row = pairs_among(t->row, t->rows),
		.tied_col = pairs_among(t->col, t->cols)};
	quad *below = arena_zero(&g->survey->arena, t->cols + 1, sizeof *below);
	for (size_t i = t->rows; i-- > 0;) {
		quad left = 0, right = 0;
		for (size_t k = 0; k < t->cols; k++)
			right += below[k];
		for (size_t k = 0; k < t->cols; k++) {
			right -= below[k];
			p.apart += at(t, i, k) * (right - left);
			p.both += at(t, i, k) * (right + left);
			left += below[k];
		}
		for (size_t k = 0; k < t->cols; k++)
			below[k] += at(t, i, k);
	}
	return p;
}

/* The middle of the ranks of each value, less that of all; returns the sum of their squares. */
static quad middle_ranks(const uint64_t *n, size_t count, uint64_t all, quad *rank)
{
	quad before = 0, squares = 0;
	for (size_t i = 0; i < count; i++) {
		rank[i] = before + ((quad)n[i] + 1) / 2 - ((quad)all + 1) / 2;
		squares += n[i] * rank[i] * rank[i];
		before += n[i];
	}
	return squares;
}

static double spearman(const struct group_of_survey *g, const struct counts *t)
{
	quad *of_row = arena_alloc(&g->survey->arena, t->rows + 1, sizeof *of_row);
	quad *of_col = arena_alloc(&g->survey->arena, t->cols + 1, sizeof *of_col), sum = 0;
	quad rows = middle_ranks(t->row, t->rows, t->n, of_row);
	quad cols = middle_ranks(t->col, t->cols, t->n, of_col);
	for (size_t i = 0; i < t->rows; i++)
		for (size_t k = 0; k < t->cols; k++)
			sum += at(t, i, k) * of_row[i] * of_col[k];
	return by_root(sum, rows * cols);
}

/* Rows in the making. */
struct listing {
	const struct group_of_survey *g;
	const struct measure *m;
	struct survey_row *rows;
	size_t n;
	uint64_t records;
};

enum { ASSOC_ROWS = 13 };

static void add(struct listing *l, const char *stat, double value)
{
	l->rows[l->n++] = survey_test_row(l->g, l->m, stat, value, l->records);
}

static void add_chi2(struct listing *l, const char *stat, double value, double df)
{
	add(l, stat, value);
	l->rows[l->n - 1].inference.df = df;
	l->rows[l->n - 1].inference.p = chi2_upper(value, df);
}

static void add_fisher(struct listing *l, const struct counts *t)
{
	double p = fisher_exact(t->of, t->rows, t->cols);
	if (isnan(p))
		return;
	add(l, "fisher_exact_p", NAN);
	l->rows[l->n - 1].inference.p = p;
}

static void add_ordered(struct listing *l, const struct counts *t)
{
	struct order_pairs p = order_pairs(l->g, t);
	double apart = (double)p.apart, n = (double)t->n;
	double m = (double)(t->rows < t->cols ? t->rows : t->cols);
	quad rows = p.all - p.tied_row, cols = p.all - p.tied_col;
	add(l, "gamma", (double)(p.apart / p.both));
	add(l, "kendall_tau_b", by_root(p.apart, rows * cols));
	add(l, "kendall_tau_c", 2 * m * apart / (n * n * (m - 1)));
	add(l, "somers_d_col_given_row", (double)(p.apart / rows));
	add(l, "spearman", spearman(l->g, t));
}

struct survey_row *survey_assoc_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct counts t = counts_of(g);
	struct listing l = {
		g, m, arena_alloc(&g->survey->arena, ASSOC_ROWS, sizeof *l.rows), 0, t.n};
	if (t.rows < 2 || t.cols < 2) {
		if (!t.left_out)
			warn_at(NULL, "'assoc' needs two rows and two columns; it is left empty");
		add(&l, "pearson_chisq", NAN);
		*n = l.n;
		return l.rows;
	}
	double x2 = (double)pearson(&t), df = (double)(t.rows - 1) * (double)(t.cols - 1);
	double least = (double)(t.rows < t.cols ? t.rows : t.cols), records = (double)t.n;
	bool four = t.rows == 2 && t.cols == 2;
	add_chi2(&l, "pearson_chisq", x2, df);
	add_chi2(&l, "lr_chisq", likelihood_ratio(&t), df);
	if (four) {
		add_chi2(&l, "yates_chisq", yates(&t), 1);
		add(&l, "phi", phi(&t));
	}
	add_fisher(&l, &t);
	if (four)
		add(&l, "odds_ratio_sample", odds_ratio(&t));
	add(&l, "cramers_v", sqrt(x2 / (records * (least - 1))));
	add(&l, "contingency_c", sqrt(x2 / (records + x2)));
	add_ordered(&l, &t);
	*n = l.n;
	return l.rows;
}
