#include <stdbool.h>
#include <stdlib.h>

#include <math.h>

#include "base/mem.h"
#include "stats/gram.h"

static const double NEGLIGIBLE = 1e-5;

/* Four numbers at once, wherever they lie. */
typedef double lanes __attribute__((vector_size(32), aligned(8), may_alias));

enum { LANES = 4 };

void gram_add(double *products, const double *row, size_t n)
{
	for (size_t i = 0; i < n; products += ++i) {
		double x = row[i];
		size_t k = 0;
		if (x == 0)
			continue;
		for (; k + LANES <= i + 1; k += LANES)
			*(lanes *)(products + k) += x * *(const lanes *)(row + k);
		for (; k <= i; k++)
			products[k] += x * row[k];
	}
}

/* The columns kept so far: their Cholesky factor, row by row. */
struct factor {
	double *rows;
	size_t *column; /* of the matrix */
	size_t n;
};

static double product_of(const double *products, size_t a, size_t b)
{
	return a > b ? products[gram_size(a) + b] : products[gram_size(b) + a];
}

/* What is left of the square of a column; `row` becomes its coordinates along those kept. */
static double residual(const struct factor *f, const double *products, size_t column, double *row)
{
	double left = product_of(products, column, column);
	for (size_t i = 0; i < f->n; i++) {
		const double *kept = f->rows + gram_size(i);
		row[i] = product_of(products, column, f->column[i]);
		for (size_t k = 0; k < i; k++)
			row[i] -= kept[k] * row[k];
		row[i] /= kept[i];
		left -= row[i] * row[i];
	}
	return left;
}

size_t gram_rank(const double *products, size_t n)
{
	struct factor f = {.rows = mem_zero(gram_size(n), sizeof *f.rows),
		.column = mem_zero(n, sizeof *f.column)};
	for (size_t i = 0; i < n; i++) {
		double *row = f.rows + gram_size(f.n), whole = product_of(products, i, i);
		double left = residual(&f, products, i, row);
		if (!(left > 0 && left >= NEGLIGIBLE * NEGLIGIBLE * whole))
			continue;
		row[f.n] = sqrt(left);
		f.column[f.n++] = i;
	}
	free(f.rows);
	free(f.column);
	return f.n;
}
