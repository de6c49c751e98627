#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/designstate.h"

/* A number to 106 bits, in two doubles. */
struct twofold {
	double high, low;
};

static struct twofold twofold_of(quad x)
{
	double high = (double)x;
	return (struct twofold){high, (double)(x - high)};
}

/* The sum of products, to about 100 bits (Ogita, Rump and Oishi, "Accurate sum and dot product",
 * SIAM Journal on Scientific Computing 26, 2005). */
static quad product_of(const struct twofold *a, const struct twofold *b, size_t n)
{
	double sum = 0, rest = 0;
	for (size_t i = 0; i < n; i++) {
		double p = a[i].high * b[i].high, q = fma(a[i].high, b[i].high, -p);
		double more = sum + p, part = more - sum;
		rest += (sum - (more - part)) + (p - part) + q + a[i].high * b[i].low +
		        a[i].low * b[i].high;
		sum = more;
	}
	return (quad)sum + rest;
}

/* What each stratum multiplies squares by; false where squares are not all. */
static bool square_factors(const struct design *d, quad *factor)
{
	const struct stage *s = d->stages;
	if (d->elements || d->calibrated || d->nstages > 1)
		return false;
	for (size_t h = 0; h < s->nstrata; h++) {
		const struct stratum *stratum = &s->strata_of_stage[h];
		quad n = stratum->units;
		if (design_is_lonely(stratum))
			return false;
		if (1 - stratum->fraction >= DESIGN_CENSUS)
			factor[h] = (1 - stratum->fraction) * n / (n - 1);
	}
	return true;
}

/* How far influences are from the mean of their stratum, in which units without any are 0; `means`
 * has room for all strata. `scaled` is that times the factor of the stratum, and behind the units
 * come the strata, for the units that are not here. */
static void centre(const struct stage *s, const struct influence *z, size_t n, const quad *factor,
	quad *means, struct twofold *apart, struct twofold *scaled)
{
	size_t *here = mem_zero(s->nstrata, sizeof *here);
	memset(means, 0, s->nstrata * sizeof *means);
	for (size_t i = 0; i < n; i++) {
		means[s->stratum[z[i].leaf]] += z[i].z;
		here[s->stratum[z[i].leaf]]++;
	}
	for (size_t h = 0; h < s->nstrata; h++) {
		uint64_t units = s->strata_of_stage[h].units;
		means[h] /= units;
		apart[n + h] = twofold_of(means[h]);
		scaled[n + h] = twofold_of(means[h] * factor[h] * (units - here[h]));
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t h = s->stratum[z[i].leaf];
		quad one = z[i].z - means[h];
		apart[i] = twofold_of(one);
		scaled[i] = twofold_of(one * factor[h]);
	}
	free(here);
}

bool design_covariance(
	struct design *d, const struct influence *const *z, size_t n, size_t count, quad *v)
{
	const struct stage *s = d->stages;
	size_t length = n + s->nstrata;
	quad *factor = mem_zero(s->nstrata, sizeof *factor);
	bool plain = square_factors(d, factor);
	if (plain) {
		quad *means = mem_zero(s->nstrata, sizeof *means);
		struct twofold *apart = mem_zero(count, length * sizeof *apart);
		struct twofold *scaled = mem_zero(count, length * sizeof *scaled);
		for (size_t k = 0; k < count; k++)
			centre(s, z[k], n, factor, means, apart + k * length, scaled + k * length);
		for (size_t a = 0; a < count; a++)
			for (size_t b = 0; b <= a; b++)
				v[a * count + b] = v[b * count + a] =
					product_of(apart + a * length, scaled + b * length, length);
		free(means);
		free(apart);
		free(scaled);
	}
	free(factor);
	return plain;
}
