#include <math.h>
#include <stdint.h>

#include "check.h"
#include "stats/exactsum.h"

/*
 * The reference: digits of base 2^32 from 2^-3328 up, each in a signed 64-bit integer, carried only
 * when asked. It shares neither representation nor code with what it checks.
 */
enum { DIGITS = 220, LOWEST = -3328 };

struct reference {
	int64_t digit[DIGITS];
};

static void reference_add(struct reference *r, unsigned __int128 mantissa, int exponent, int sign)
{
	int at = (exponent - LOWEST) / 32, bits = (exponent - LOWEST) % 32;
	uint64_t carry = 0;
	for (int i = 0; i < 6; i++, mantissa >>= 32) {
		uint64_t v = ((uint64_t)(mantissa & 0xffffffff) << bits) + carry;
		r->digit[at + i] += sign * (int64_t)(v & 0xffffffff);
		carry = v >> 32;
	}
}

static uint64_t mantissa_of(double x, int *exponent)
{
	double m = frexp(fabs(x), exponent);
	*exponent -= 53;
	return (uint64_t)ldexp(m, 53);
}

/* Adds sign * times * x. */
static void reference_add_times(struct reference *r, double x, uint64_t times, int sign)
{
	int e;
	uint64_t m = mantissa_of(x, &e);
	reference_add(r, (unsigned __int128)m * times, e, x < 0 ? -sign : sign);
}

static void reference_add_product(struct reference *r, double x, double y)
{
	int ex, ey;
	uint64_t mx = mantissa_of(x, &ex), my = mantissa_of(y, &ey);
	reference_add(r, (unsigned __int128)mx * my, ex + ey, (x < 0) == (y < 0) ? 1 : -1);
}

static int reference_sign(struct reference r)
{
	int sign = 0;
	int64_t carry = 0;
	for (int i = 0; i < DIGITS; i++) {
		int64_t v = r.digit[i] + carry;
		carry = v >> 32; /* rounds down, so that the digit is not negative */
		r.digit[i] = v - carry * ((int64_t)1 << 32);
		sign |= r.digit[i] != 0;
	}
	return carry < 0 ? -1 : sign;
}

/* Is `got` the double nearest to the reference divided by n? */
static bool is_nearest(const struct reference *sum, double got, uint64_t n)
{
	struct reference above = *sum, below = *sum;
	int e, top;
	frexp(got, &top);
	e = got == 0 || top - 53 < -1074 ? -1074 : top - 53;
	reference_add_times(&above, got, n, -1);
	below = above;
	reference_add(&above, n, e - 1, 1);  /* sum - n got + n ulp / 2 >= 0 */
	reference_add(&below, n, e - 1, -1); /* sum - n got - n ulp / 2 <= 0 */
	return reference_sign(above) >= 0 && reference_sign(below) <= 0;
}

static uint64_t state = 88172645463325252u;

static uint64_t next_random(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

/* A double with an exponent from the range, sometimes with few bits. */
static double random_double(int low, int high)
{
	uint64_t r = next_random();
	double m = 1 + (double)(r >> 12) * 0x1p-52;
	if (r & 1)
		m = 1 + (double)(r >> 60) / 16;
	double x = ldexp(m, low + (int)(next_random() % (uint64_t)(high - low + 1)));
	return r & 2 ? -x : x;
}

static const double hostile[] = {1e308, -1e308, 1.7976931348623157e308, -1.7976931348623157e308,
	5e-324, -5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1, -1, 0.1, -0.3, 1e16,
	-1e16, 9007199254740993.0, 1e-200, 0, -0.0, 3e150, -3e150, 0x1p-256, 0x1p-257, 0x1p80,
	-0x1p79, 0x1.fffffffffffffp27};

enum { HOSTILE = sizeof hostile / sizeof *hostile };

static void test_hostile_sums(void)
{
	for (int round = 0; round < 4000; round++) {
		struct exactsum s = {0};
		struct reference r = {0};
		uint64_t n = 1 + next_random() % 40;
		for (uint64_t i = 0; i < n; i++) {
			double x = next_random() % 4 ? hostile[next_random() % HOSTILE]
			                             : random_double(-1074, 1000);
			exactsum_add(&s, x);
			reference_add_times(&r, x, 1, 1);
		}
		double sum = exactsum_value(&s), mean = exactsum_mean(&s, n);
		CHECK(isinf(sum) || is_nearest(&r, sum, 1));
		CHECK(is_nearest(&r, mean, n));
		exactsum_release(&s);
	}
}

static void test_hostile_products(void)
{
	for (int round = 0; round < 4000; round++) {
		struct exactsum s = {0};
		struct reference r = {0};
		uint64_t n = 1 + next_random() % 20;
		int range = round % 2 ? 40 : 1000;
		for (uint64_t i = 0; i < n; i++) {
			double x = random_double(-range, range), y = random_double(-range, range);
			exactsum_add_product(&s, x, y);
			reference_add_product(&r, x, y);
		}
		double sum = exactsum_value(&s);
		CHECK(isinf(sum) || is_nearest(&r, sum, 1));
		exactsum_release(&s);
	}
}

static bool same_sum(const struct exactsum *a, const struct exactsum *b)
{
	struct buf x = {0}, y = {0};
	exactsum_write(&x, a);
	exactsum_write(&y, b);
	bool same = str_eq(buf_str(&x), buf_str(&y));
	buf_release(&x);
	buf_release(&y);
	return same;
}

/* A number as three of at most 18 bits. */
static void split(double x, double part[3])
{
	for (int i = 0; i < 3; i++) {
		int e;
		double m = frexp(x, &e);
		part[i] = ldexp(trunc(ldexp(m, 18)), e - 18);
		x -= part[i];
	}
}

/* The square of w y out of products of doubles that are exact. */
static void add_square_of_product(struct exactsum *s, double w, double y)
{
	double a[3], b[3], ab[9];
	split(w, a);
	split(y, b);
	for (int i = 0; i < 9; i++)
		ab[i] = a[i / 3] * b[i % 3];
	for (int i = 0; i < 81; i++)
		exactsum_add_product(s, ab[i / 9], ab[i % 9]);
}

static void test_moments(void)
{
	enum { N = 5 };
	int added = 0;
	for (int round = 0; round < 20000; round++) {
		struct exactsum s[N] = {0}, other[N] = {0};
		int range = round % 2 ? 20 : 130;
		for (int i = 0; i < 3; i++) {
			double w = fabs(random_double(-range, range)),
			       y = random_double(-range, range);
			if (next_random() % 50 == 0)
				y = 0;
			if (!exactsum_add_moments(s, s + 2, w, y))
				continue;
			added++;
			exactsum_add(&other[0], w);
			exactsum_add_product(&other[1], w, y);
			exactsum_add_product(&other[2], w, w);
			exactsum_add_product3(&other[3], w, w, y);
			add_square_of_product(&other[4], w, y);
		}
		for (int i = 0; i < N; i++) {
			CHECK(same_sum(&s[i], &other[i]));
			exactsum_release(&s[i]);
			exactsum_release(&other[i]);
		}
	}
	CHECK(added > 20000 && added < 50000);
}

static void test_halves(void)
{
	struct exactsum s = {0};
	exactsum_add(&s, 1);
	exactsum_add(&s, 0x1p-53);
	CHECK(exactsum_value(&s) == 1); /* a tie goes to the even neighbour */
	exactsum_add(&s, 5e-324);
	CHECK(exactsum_value(&s) == 1 + 0x1p-52);
	exactsum_add(&s, 0x1p-52);
	exactsum_add(&s, -5e-324);
	CHECK(exactsum_value(&s) == 1 + 0x1p-51);
	exactsum_release(&s);
	exactsum_add(&s, 5e-324);
	CHECK(exactsum_mean(&s, 2) == 0);
	exactsum_add(&s, 1e-323);
	CHECK(exactsum_mean(&s, 2) == 1e-323);
	exactsum_release(&s);
	exactsum_add(&s, 1.7976931348623157e308);
	exactsum_add(&s, 0x1p970); /* exactly half a unit above the largest double */
	CHECK(isinf(exactsum_value(&s)));
	exactsum_add(&s, -5e-324);
	CHECK(exactsum_value(&s) == 1.7976931348623157e308);
	exactsum_release(&s);
}

static void test_nothing(void)
{
	struct exactsum s = {0}, t = {0};
	CHECK(exactsum_value(&s) == 0 && isnan(exactsum_mean(&s, 0)) &&
		isnan(exactsum_ratio(&s, &t, 1)));
	CHECK(isnan(exactsum_variance(&s, &t, 1)) && exactsum_variance(&s, &t, 2) == 0);
	exactsum_add(&s, 1e300);
	exactsum_add(&s, -1e300);
	CHECK(exactsum_value(&s) == 0 && exactsum_mean(&s, 2) == 0);
	exactsum_release(&s);
}

/* Any order, and any partition into sums that are merged, gives the same. */
static void test_order(void)
{
	enum { N = 300, PARTS = 5 };
	double x[N];
	struct exactsum all = {0};
	for (int i = 0; i < N; i++) {
		x[i] = i % 3 ? random_double(-1074, 1023) : hostile[next_random() % HOSTILE];
		exactsum_add(&all, x[i]);
		exactsum_add_product(&all, x[i], 0.1);
		exactsum_add_product3(&all, x[i], 1e-200, 3);
	}
	double want = exactsum_mean(&all, N);
	for (int round = 0; round < 50; round++) {
		struct exactsum part[PARTS] = {0}, sum = {0};
		for (int i = N - 1; i > 0; i--) {
			int k = (int)(next_random() % (uint64_t)(i + 1));
			double t = x[i];
			x[i] = x[k];
			x[k] = t;
		}
		for (int i = 0; i < N; i++) {
			struct exactsum *s = &part[next_random() % PARTS];
			exactsum_add(s, x[i]);
			exactsum_add_product3(s, 3, x[i], 1e-200);
			exactsum_add_product(s, 0.1, x[i]);
		}
		for (int i = 0; i < PARTS; i++) {
			exactsum_merge(&sum, &part[i]);
			exactsum_release(&part[i]);
		}
		CHECK(exactsum_mean(&sum, N) == want);
		exactsum_release(&sum);
	}
	exactsum_release(&all);
}

/* Whole numbers far from 0: the true variance is a quotient of integers of 128 bits. */
static void test_variance(void)
{
	for (int round = 0; round < 2000; round++) {
		struct exactsum sum = {0}, squares = {0};
		uint64_t n = 2 + next_random() % 50;
		__int128 x1 = 0, x2 = 0;
		for (uint64_t i = 0; i < n; i++) {
			int64_t v = 1000000000 + (int64_t)(next_random() % 7);
			exactsum_add(&sum, (double)v);
			exactsum_add_product(&squares, (double)v, (double)v);
			x1 += v;
			x2 += (__int128)v * v;
		}
		__int128 top = (__int128)n * x2 - x1 * x1, bottom = (__int128)(n * (n - 1));
		double want =
			(double)top / (double)bottom; /* both are exact, so this rounds once */
		CHECK(exactsum_variance(&sum, &squares, n) == want);
		double sd = exactsum_deviation(&sum, &squares, n);
		long double error =
			fabsl((long double)sd * sd - (long double)top / (long double)bottom);
		CHECK(error <= (long double)sd * sd * 0x1.1p-52L);
		exactsum_release(&sum);
		exactsum_release(&squares);
	}
}

static void test_roots(void)
{
	for (int i = 1; i < 2000;
		i++) { /* the values -x and x have the variance 2 x^2, with a third 0 x^2 */
		double x = random_double(-500, 500);
		struct exactsum sum = {0}, squares = {0};
		const double values[] = {-x, x, 0};
		for (int k = 0; k < 3; k++) {
			exactsum_add(&sum, values[k]);
			exactsum_add_product(&squares, values[k], values[k]);
		}
		CHECK(exactsum_deviation(&sum, &squares, 3) == fabs(x));
		exactsum_release(&sum);
		exactsum_release(&squares);
	}
}

/* Weights that are counts: as if each value stood there so often, but for the divisor. */
static void test_weighted(void)
{
	for (int round = 0; round < 500; round++) {
		struct exactsum w = {0}, wx = {0}, wxx = {0}, sum = {0}, squares = {0};
		uint64_t n = 2 + next_random() % 9, times = 0;
		for (uint64_t i = 0; i < n; i++) {
			uint64_t k = 1 + next_random() % 5;
			double x = (double)(next_random() % 1000) - 300.25;
			exactsum_add(&w, (double)k);
			exactsum_add_product(&wx, (double)k, x);
			exactsum_add_product3(&wxx, (double)k, x, x);
			for (times += k; k; k--) {
				exactsum_add(&sum, x);
				exactsum_add_product(&squares, x, x);
			}
		}
		CHECK(exactsum_ratio(&wx, &w, 1) == exactsum_mean(&sum, times));
		struct exactsum_weighted s = {&w, &wx, &wxx, n};
		double plain = exactsum_variance(&sum, &squares, times) * (double)(times - 1) /
		               (double)times;
		double want = plain * (double)n / (double)(n - 1);
		CHECK(fabs(exactsum_weighted_variance(&s) - want) <= 1e-14 * want);
		CHECK(fabs(exactsum_weighted_deviation(&s) - sqrt(want)) <= 1e-14 * sqrt(want));
	}
}

int main(void)
{
	test_hostile_sums();
	test_hostile_products();
	test_moments();
	test_halves();
	test_nothing();
	test_order();
	test_variance();
	test_roots();
	test_weighted();
	return check_summary("exactsum");
}
