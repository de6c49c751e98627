#include "stats/linear.h"

/* A pivot below this part of the largest number is what rounding leaves of none. */
static const double SINGULAR = 1e-20;

static quad magnitude(quad x)
{
	return x < 0 ? -x : x;
}

static void swap_rows(quad *m, size_t columns, size_t a, size_t b)
{
	for (size_t k = 0; a != b && k < columns; k++) {
		quad old = m[a * columns + k];
		m[a * columns + k] = m[b * columns + k];
		m[b * columns + k] = old;
	}
}

bool linear_solve(quad *a, quad *b, size_t n, size_t more)
{
	quad largest = 0;
	for (size_t i = 0; i < n * n; i++)
		largest = magnitude(a[i]) > largest ? magnitude(a[i]) : largest;
	for (size_t i = 0; i < n; i++) {
		size_t pivot = i;
		for (size_t k = i + 1; k < n; k++)
			if (magnitude(a[k * n + i]) > magnitude(a[pivot * n + i]))
				pivot = k;
		if (!(magnitude(a[pivot * n + i]) > largest * SINGULAR))
			return false;
		swap_rows(a, n, i, pivot);
		swap_rows(b, more, i, pivot);
		for (size_t k = 0; k < n; k++) {
			quad times = a[k * n + i] / a[i * n + i];
			for (size_t c = i; c < n && k != i; c++)
				a[k * n + c] -= times * a[i * n + c];
			for (size_t c = 0; c < more && k != i; c++)
				b[k * more + c] -= times * b[i * more + c];
		}
	}
	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < more; c++)
			b[i * more + c] /= a[i * n + i];
	return true;
}
