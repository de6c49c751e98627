#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "graph/agree.h"
#include "graph/sum.h"

static int by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

struct tally {
	struct sum pairs;   /* of nodes put together */
	struct sum entropy; /* sum of n log n */
};

/* Counts how often each label is there; sorts them. */
static void count(struct tally *tally, uint64_t *labels, size_t n)
{
	*tally = (struct tally){0};
	qsort(labels, n, sizeof *labels, by_number);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i; k < n && labels[k] == labels[i]; k++)
			;
		double size = (double)(k - i);
		sum_add(&tally->pairs, size * (size - 1) / 2);
		sum_add(&tally->entropy, size * log(size));
	}
}

static double adjusted_rand(double both, double x, double y, double all)
{
	double chance = all > 0 ? x * y / all : 0, most = (x + y) / 2;
	return most == chance ? 1 : (both - chance) / (most - chance);
}

void agreement_find(struct agreement *a, const uint32_t *x, const uint32_t *y, size_t n)
{
	uint64_t *labels[3];
	struct tally tally[3];
	size_t known = 0;
	for (int k = 0; k < 3; k++)
		labels[k] = mem_resize(NULL, n + 1, sizeof **labels);
	for (size_t i = 0; i < n; i++) {
		if (x[i] == INTERN_NONE || y[i] == INTERN_NONE)
			continue;
		labels[0][known] = x[i];
		labels[1][known] = y[i];
		labels[2][known++] = (uint64_t)x[i] << 32 | y[i];
	}
	for (int k = 0; k < 3; k++) {
		count(&tally[k], labels[k], known);
		free(labels[k]);
	}
	*a = (struct agreement){NAN, NAN};
	if (!known)
		return;
	double all = (double)known, whole = all * log(all), entropy[3];
	for (int k = 0; k < 3; k++)
		entropy[k] = whole - sum_value(&tally[k].entropy);
	double either = entropy[0] + entropy[1];
	a->nmi = either > 0 ? fmax(2 * (either - entropy[2]) / either, 0) : 1;
	a->ari = adjusted_rand(sum_value(&tally[2].pairs), sum_value(&tally[0].pairs),
		sum_value(&tally[1].pairs), all * (all - 1) / 2);
}
