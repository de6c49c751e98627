#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/linear.h"
#include "stats/special.h"
#include "stats/surveystate.h"

/*
 * The tests of independence of Rao and Scott ("On chi-squared tests for multiway contingency tables
 * with cell proportions estimated from survey data", Annals of Statistics 12, 1984) and of Wald
 * (Koch, Freeman and Freeman, International Statistical Review 43, 1975).
 */

/* A variance of parts of all below this is what rounding leaves of none: what is calibrated has
 * none.
 */
static const double NOTHING = 1e-20;

/* The cells of a table that records lie in, leaf by leaf. */
struct table {
	struct crossing x;
	size_t ncontrasts;
	struct sums *sums; /* of each cell that occurs */
	quad *p;           /* nrows * ncols: the part of the weights */
	quad *of_row, *of_col;
	quad all; /* the sum of the weights */
	uint64_t records;
};

/* More are not paired. */
enum { CONTRASTS_MAX = 1000 };

static struct table table_of(const struct group_of_survey *g)
{
	struct arena *arena = &g->survey->arena;
	struct table t = {.x = survey_cross(g)};
	t.ncontrasts = t.x.ncells ? (t.x.nrows - 1) * (t.x.ncols - 1) : 0;
	t.sums = arena_alloc(arena, t.x.ncells + 1, sizeof *t.sums);
	t.p = arena_zero(arena, t.x.nrows * t.x.ncols + 1, sizeof *t.p);
	t.of_row = arena_zero(arena, t.x.nrows + 1, sizeof *t.of_row);
	t.of_col = arena_zero(arena, t.x.ncols + 1, sizeof *t.of_col);
	for (size_t i = 0; i < t.x.ncells; i++) {
		t.sums[i] = survey_level_sums(g, &t.x.cells[i]);
		t.all += t.sums[i].total[SUM_W];
		t.records += t.sums[i].records;
	}
	for (size_t i = 0; i < t.x.ncells; i++) {
		quad p = t.sums[i].total[SUM_W] / t.all;
		t.p[t.x.row[i] * t.x.ncols + t.x.col[i]] = p;
		t.of_row[t.x.row[i]] += p;
		t.of_col[t.x.col[i]] += p;
	}
	return t;
}

/* The influences of linear functions of the cells: factors[k * ncells + cell] for function k. */
struct functions {
	size_t n;
	const quad *factors;
	struct influences *z; /* of each, where records are not the units: one for each leaf */
};

struct leaf_order {
	uint32_t leaf;
	size_t cell, at;
};

static int compare_leaves(const void *a, const void *b)
{
	const struct leaf_order *x = a, *y = b;
	if (x->leaf != y->leaf)
		return x->leaf < y->leaf ? -1 : 1;
	if (x->cell != y->cell)
		return x->cell < y->cell ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static struct leaf_order *order_leaves(
	const struct group_of_survey *g, const struct table *t, size_t *n)
{
	size_t all = 0;
	for (size_t i = 0; i < t->x.ncells; i++)
		all += t->sums[i].n;
	struct leaf_order *order = arena_alloc(&g->survey->arena, all + 1, sizeof *order);
	*n = 0;
	for (size_t i = 0; i < t->x.ncells; i++)
		for (size_t k = 0; k < t->sums[i].n; k++)
			order[(*n)++] = (struct leaf_order){t->sums[i].leaf[k], i, k};
	qsort(order, *n, sizeof *order, compare_leaves);
	return order;
}

static quad squares_at(const struct group_of_survey *g, const struct sums *s, size_t at)
{
	const struct job *j = g->job;
	return j->products ? s->of[j->plain][at] : 0;
}

/* The variance of function a plus function b. */
static quad variance_of_sum(const struct group_of_survey *g, const struct table *t,
	const struct leaf_order *order, size_t n, const quad *a, const quad *b)
{
	struct influences z = survey_influences(g, 0);
	z.z = mem_zero(n + 1, sizeof *z.z);
	for (size_t i = 0; i < n; i++) {
		const struct sums *s = &t->sums[order[i].cell];
		quad factor = a[order[i].cell] + b[order[i].cell];
		if (z.n == 0 || z.z[z.n - 1].leaf != order[i].leaf)
			z.z[z.n++] = (struct influence){.leaf = order[i].leaf};
		z.z[z.n - 1].z += factor * s->of[SUM_W][order[i].at];
		z.z[z.n - 1].bare += factor * s->count[order[i].at];
		z.z[z.n - 1].cross += factor * squares_at(g, s, order[i].at);
		z.z[z.n - 1].squares += factor * factor * squares_at(g, s, order[i].at);
	}
	quad v = design_variance(g->survey->design, z.z, z.n);
	free(z.z);
	return v;
}

/* What each function gives in each leaf: leaf by leaf, where records are not the units. */
static struct influences *leaf_values(const struct group_of_survey *g, const struct table *t,
	const struct leaf_order *order, size_t n, const quad *factors, size_t functions)
{
	struct influences *all = arena_alloc(&g->survey->arena, functions + 1, sizeof *all);
	for (size_t k = 0; k < functions; k++) {
		struct influences *z = &all[k];
		*z = survey_influences(g, n);
		for (size_t i = 0; i < n; i++) {
			const struct sums *s = &t->sums[order[i].cell];
			if (z->n == 0 || z->z[z->n - 1].leaf != order[i].leaf)
				z->z[z->n++] = (struct influence){.leaf = order[i].leaf};
			quad factor = factors[k * t->x.ncells + order[i].cell];
			z->z[z->n - 1].z += factor * s->of[SUM_W][order[i].at];
			z->z[z->n - 1].bare += factor * s->count[order[i].at];
		}
	}
	return all;
}

static quad variance_of_both(const struct group_of_survey *g, const struct influences *a,
	const struct influences *b, struct influence *both)
{
	for (size_t i = 0; i < a->n; i++)
		both[i] = (struct influence){.leaf = a->z[i].leaf,
			.z = a->z[i].z + b->z[i].z,
			.bare = a->z[i].bare + b->z[i].bare};
	return design_variance(g->survey->design, both, a->n);
}

static bool plain_covariance(
	const struct group_of_survey *g, const struct influences *z, size_t n, quad *v)
{
	const struct influence **of =
		arena_alloc(&g->survey->arena, n + 1, sizeof(struct influence *));
	for (size_t i = 0; i < n; i++)
		of[i] = z[i].z;
	return design_covariance(g->survey->design, of, n ? z[0].n : 0, n, v);
}

/* Out of the variances of their sums in pairs; that of a function and itself is a quarter of that
 * of its double. */
static void linear_covariance(const struct group_of_survey *g, const struct table *t,
	const quad *factors, size_t n, quad *v)
{
	size_t nleaves;
	bool elements = g->survey->design->elements;
	struct leaf_order *order = order_leaves(g, t, &nleaves);
	struct influence *both = survey_influences(g, nleaves).z;
	struct influences *z = elements ? NULL : leaf_values(g, t, order, nleaves, factors, n);
	if (!elements && plain_covariance(g, z, n, v))
		return;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++)
			v[i * n + k] = elements ? variance_of_sum(g, t, order, nleaves,
							  factors + i * t->x.ncells,
							  factors + k * t->x.ncells)
			                        : variance_of_both(g, &z[i], &z[k], both);
	for (size_t i = 0; i < n; i++)
		v[i * n + i] /= 4;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			v[i * n + k] = v[k * n + i] =
				(v[i * n + k] - v[i * n + i] - v[k * n + k]) / 2;
}

/* What a function is with each replicate; `parts`: of the parts of all, not of the weights. */
static quad *function_thetas(
	const struct group_of_survey *g, const struct table *t, const quad *factors, bool parts)
{
	quad *theta = survey_thetas(g);
	for (size_t r = 0; r <= g->replicates->n; r++) {
		quad all = 0;
		for (size_t c = 0; c < t->x.ncells; c++) {
			all += t->sums[c].of[SUM_W][r];
			theta[r] += factors[c] * t->sums[c].of[SUM_W][r];
		}
		theta[r] *= parts ? t->all / all : 1;
	}
	return theta;
}

static void replicated_covariance(const struct group_of_survey *g, const struct table *t,
	const quad *factors, size_t n, bool parts, quad *v)
{
	quad **theta = arena_alloc(&g->survey->arena, n + 1, sizeof *theta);
	for (size_t k = 0; k < n; k++)
		theta[k] = function_thetas(g, t, factors + k * t->x.ncells, parts);
	survey_replicated(g, theta[0]); /* says so when there is not each of them */
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k <= i; k++)
			v[i * n + k] = v[k * n + i] =
				replicates_covariance(g->replicates, theta[i], theta[k]);
}

/* The covariance of n functions of the cells. With `parts` their factors are derivatives at the
 * parts of the cells, which change when the sum of the weights does. */
static void covariance(const struct group_of_survey *g, const struct table *t, const quad *factors,
	size_t n, bool parts, quad *v)
{
	if (g->replicates)
		replicated_covariance(g, t, factors, n, parts, v);
	else
		linear_covariance(g, t, factors, n, v);
}

/* Contrast k of the interaction at a cell: it sets cell (i, j) and the last one against the ends of
 * the row and the column. */
static int contrast(const struct table *t, size_t k, size_t row, size_t col)
{
	size_t i = k / (t->x.ncols - 1), j = k % (t->x.ncols - 1);
	bool last_row = row == t->x.nrows - 1, last_col = col == t->x.ncols - 1;
	if ((row != i && !last_row) || (col != j && !last_col))
		return 0;
	return (row == i ? 1 : -1) * (col == j ? 1 : -1);
}

/* The first order of the distribution of X^2: the trace of Delta, and that of its square. */
struct rao_scott {
	quad trace, trace_of_square;
	bool defined;
};

/* B' D B. */
static quad *contrast_products(const struct group_of_survey *g, const struct table *t)
{
	size_t n = t->ncontrasts;
	quad *m = arena_zero(&g->survey->arena, n * n + 1, sizeof *m);
	for (size_t k = 0; k < n; k++)
		for (size_t l = 0; l < n; l++)
			for (size_t c = 0; c < t->x.ncells; c++)
				m[k * n + l] += contrast(t, k, t->x.row[c], t->x.col[c]) *
				                contrast(t, l, t->x.row[c], t->x.col[c]) /
				                t->p[t->x.row[c] * t->x.ncols + t->x.col[c]];
	return m;
}

/* The functions B' D p, less what they are on the mean, by weight. */
static quad *contrast_factors(const struct group_of_survey *g, const struct table *t)
{
	quad *f = arena_zero(&g->survey->arena, t->ncontrasts * t->x.ncells + 1, sizeof *f);
	for (size_t k = 0; k < t->ncontrasts; k++) {
		quad *of = f + k * t->x.ncells, mean = 0;
		for (size_t c = 0; c < t->x.ncells; c++) {
			quad p = t->p[t->x.row[c] * t->x.ncols + t->x.col[c]];
			of[c] = contrast(t, k, t->x.row[c], t->x.col[c]) / p;
			mean += of[c] * p;
		}
		for (size_t c = 0; c < t->x.ncells; c++)
			of[c] = (of[c] - mean) / t->all;
	}
	return f;
}

static struct rao_scott rao_scott_of(const struct group_of_survey *g, const struct table *t)
{
	size_t n = t->ncontrasts;
	quad *delta = arena_alloc(&g->survey->arena, n * n + 1, sizeof *delta);
	quad *products = contrast_products(g, t);
	struct rao_scott r = {0};
	covariance(g, t, contrast_factors(g, t), n, true, delta);
	r.defined = linear_solve(products, delta, n, n);
	for (size_t i = 0; i < n; i++) {
		r.trace += delta[i * n + i];
		for (size_t k = 0; k < n; k++)
			r.trace_of_square += delta[i * n + k] * delta[k * n + i];
	}
	r.defined &= r.trace > NOTHING;
	return r;
}

static quad pearson(const struct table *t)
{
	quad x = 0;
	for (size_t i = 0; i < t->x.nrows; i++)
		for (size_t k = 0; k < t->x.ncols; k++) {
			quad expected = t->of_row[i] * t->of_col[k];
			quad apart = t->p[i * t->x.ncols + k] - expected;
			x += apart * apart / expected;
		}
	return x;
}

/* Y' V^-1 Y of what cells but the first row and column have more than expected; NaN where V is
 * singular. */
static double wald_of(const struct group_of_survey *g, const struct table *t)
{
	struct arena *arena = &g->survey->arena;
	size_t n = t->ncontrasts;
	quad *factors = arena_alloc(arena, n * t->x.ncells + 1, sizeof *factors);
	quad *v = arena_alloc(arena, n * n + 1, sizeof *v);
	quad *y = arena_alloc(arena, n + 1, sizeof *y),
	     *solved = arena_alloc(arena, n + 1, sizeof *y);
	quad q = 0;
	for (size_t k = 0; k < n; k++) {
		size_t row = 1 + k / (t->x.ncols - 1), col = 1 + k % (t->x.ncols - 1);
		quad r = t->of_row[row], c = t->of_col[col];
		y[k] = solved[k] = t->all * (t->p[row * t->x.ncols + col] - r * c);
		for (size_t i = 0; i < t->x.ncells; i++)
			factors[k * t->x.ncells + i] = (t->x.row[i] == row && t->x.col[i] == col) -
			                               (t->x.row[i] == row) * c -
			                               (t->x.col[i] == col) * r + r * c;
	}
	covariance(g, t, factors, n, false, v);
	for (size_t k = 0; k < n; k++)
		if (!(v[k * n + k] > NOTHING * t->all * t->all))
			return NAN;
	if (!linear_solve(v, solved, n, 1))
		return NAN;
	for (size_t k = 0; k < n; k++)
		q += y[k] * solved[k];
	return (double)q;
}

struct survey_row survey_test_row(const struct group_of_survey *g, const struct measure *m,
	const char *stat, double value, uint64_t records)
{
	struct survey_row row = {
		.stat = stat,
		.variable = m->variable,
		.result = {value, records, records},
		.inference = NO_INFERENCE
        };
	if (m->nargs)
		row.variable = arena_fmt(&g->survey->arena,
			m->stat == STAT_TTEST ? STR_FMT "~" STR_FMT : STR_FMT "*" STR_FMT,
			STR_ARG(m->variable), STR_ARG(m->args[0]));
	return row;
}

static void rao_scott_rows(
	const struct group_of_survey *g, const struct table *t, struct survey_row rows[2])
{
	struct rao_scott r = rao_scott_of(g, t);
	double contrasts = (double)t->ncontrasts;
	quad x = pearson(t);
	if (!r.defined)
		return;
	struct inference *f = &rows[0].inference, *chi = &rows[1].inference;
	rows[0].result.estimate = (double)(x / r.trace);
	f->df = (double)(r.trace * r.trace / r.trace_of_square);
	f->df2 = f->df * g->df;
	f->p = f_upper(rows[0].result.estimate, f->df, f->df2);
	rows[1].result.estimate = (double)(x * survey_records(g));
	chi->df = contrasts;
	chi->p = chi2_upper((double)(x * contrasts / r.trace), contrasts);
}

static void wald_rows(
	const struct group_of_survey *g, const struct table *t, struct survey_row rows[2])
{
	double q = wald_of(g, t), contrasts = (double)t->ncontrasts;
	struct inference *wald = &rows[0].inference, *adjusted = &rows[1].inference;
	if (isnan(q))
		return;
	wald->df = adjusted->df = contrasts;
	wald->df2 = g->df;
	adjusted->df2 = g->df - contrasts + 1;
	rows[0].result.estimate = q / contrasts;
	rows[1].result.estimate = q * adjusted->df2 / (contrasts * g->df);
	wald->p = f_upper(rows[0].result.estimate, contrasts, wald->df2);
	adjusted->p = f_upper(rows[1].result.estimate, contrasts, adjusted->df2);
}

struct survey_row *survey_chisq_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	static const char *const stats[] = {
		"chisq_F", "chisq_Chisq", "chisq_Wald", "chisq_adjWald"};
	struct table t = table_of(g);
	*n = sizeof stats / sizeof *stats;
	struct survey_row *rows = arena_alloc(&g->survey->arena, *n, sizeof *rows);
	for (size_t i = 0; i < *n; i++)
		rows[i] = survey_test_row(g, m, stats[i], NAN, t.records);
	if (t.ncontrasts == 0) {
		if (!t.x.left_out)
			warn_at(NULL, "'chisq' needs two rows and two columns; it is left empty");
		return rows;
	}
	if (t.ncontrasts > CONTRASTS_MAX) {
		warn_at(NULL, "a table of 'chisq' has too many rows and columns; it is left empty");
		return rows;
	}
	rao_scott_rows(g, &t, rows);
	wald_rows(g, &t, rows + 2);
	if (isnan(rows[0].result.estimate) || isnan(rows[2].result.estimate))
		warn_at(NULL, "a test of 'chisq' is not defined for a group; it is left empty");
	return rows;
}

static struct outcome replicated_difference(
	const struct group_of_survey *g, const struct sums *s, size_t n)
{
	quad *theta = survey_thetas(g);
	for (size_t r = 0; r <= g->replicates->n; r++)
		for (size_t i = 0; i < n; i++) {
			quad mean = s[i].of[SUM_WY][r] / s[i].of[SUM_W][r];
			theta[r] += i + 1 < n ? -mean : mean;
		}
	return (struct outcome){theta[0], survey_replicated(g, theta)};
}

/* The mean itself, or the mean of the second value less that of the first. */
static struct outcome difference(const struct group_of_survey *g, const struct sums *s, size_t n)
{
	struct influences z = survey_influences(g, s[0].n + (n > 1 ? s[1].n : 0));
	struct outcome o = {0};
	if (g->replicates)
		return replicated_difference(g, s, n);
	for (size_t i = 0; i < n; i++) {
		quad w = s[i].total[SUM_W], mean = s[i].total[SUM_WY] / w;
		quad sign = i + 1 < n ? -1 : 1;
		quad factors[LINEAR] = {[SUM_W] = -sign * mean / w, [SUM_WY] = sign / w};
		o.estimate += sign * mean;
		survey_influence(&z, g, &s[i], factors);
	}
	o.variance = design_variance(g->survey->design, z.z, z.n);
	return o;
}

static void fill_ttest(const struct group_of_survey *g, struct survey_row rows[2],
	const struct outcome *o, double df)
{
	rows[0].result.estimate = survey_number(g, (double)o->estimate);
	rows[0].inference.se = survey_number(g, survey_root(o->variance));
	survey_interval(g->survey, &rows[0], df);
	rows[1].result.estimate = rows[0].result.estimate / rows[0].inference.se;
	rows[1].inference.df = df;
	rows[0].inference.p = rows[1].inference.p = t_two_sided(rows[1].result.estimate, df);
}

struct survey_row *survey_ttest_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct sums s[2] = {0};
	size_t nsums = 1;
	double df = g->df;
	if (m->nargs) {
		struct level *levels = survey_levels(g, &nsums);
		for (size_t i = 0; i < nsums && i < 2; i++)
			s[i] = survey_level_sums(g, &levels[i]);
		df = survey_df_of_values(g);
	} else {
		s[0] = survey_base_sums(g);
	}
	uint64_t records = s[0].records + (nsums > 1 ? s[1].records : 0);
	struct survey_row *rows = arena_alloc(&g->survey->arena, 2, sizeof *rows);
	rows[0] = survey_test_row(g, m, "ttest_diff", NAN, records);
	rows[1] = survey_test_row(g, m, "ttest_t", NAN, records);
	*n = 2;
	if (nsums != (m->nargs ? 2 : 1)) {
		warn_at(NULL, "'ttest' compares two groups, not %zu; it is left empty", nsums);
		return rows;
	}
	if (isnan(g->survey->options.df)) /* as R and its peers count for a coefficient */
		df--;
	struct outcome o = difference(g, s, nsums);
	fill_ttest(g, rows, &o, df);
	return rows;
}
