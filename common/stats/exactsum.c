#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/exactsum.h"

/*
 * Limbs have 64 bits. The window's lowest bit is worth 2^-256, that of the full length 2^-3264: 47
 * limbs lie between them, so the one is added to the other without shifting. The smallest product
 * of three doubles is 2^-3222, the largest below 2^3072.
 */
enum {
	WINDOW = EXACTSUM_WINDOW,
	WINDOW_UNIT = -4, /* exponents of the lowest bits, in limbs */
	WIDE_UNIT = -51,
	WIDE = 102,
	WINDOW_BITS = 336, /* of 384: 2^47 values below 2^80 stay below 2^127 */
	FACTORS = 3,
	BIG = 2 * WIDE + 8, /* a square of a full sum, times a weight */
	DOUBLE_MIN_EXPONENT = -1022,
	DOUBLE_BITS = 53,
};

/* A whole number times 2^exponent. */
struct scaled {
	uint64_t limb[FACTORS];
	int n;
	int exponent;
	bool minus;
};

static struct scaled scaled_of(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	int biased = (int)(bits >> 52 & 0x7ff);
	uint64_t fraction = bits & ((1ull << 52) - 1);
	struct scaled v = {.n = 1, .minus = bits >> 63};
	v.limb[0] = biased ? fraction | 1ull << 52 : fraction;
	v.exponent = (biased ? biased : 1) - 1075;
	return v;
}

static struct scaled scaled_times(struct scaled a, double x)
{
	struct scaled b = scaled_of(x);
	uint64_t carry = 0;
	for (int i = 0; i < a.n; i++) {
		unsigned __int128 t = (unsigned __int128)a.limb[i] * b.limb[0] + carry;
		a.limb[i] = (uint64_t)t;
		carry = (uint64_t)(t >> 64);
	}
	a.limb[a.n++] = carry;
	a.exponent += b.exponent;
	a.minus ^= b.minus;
	return a;
}

/* a += b, both of n limbs; with b of fewer limbs its carry runs on. */
static void limbs_add(uint64_t *a, int n, const uint64_t *b, int nb)
{
	unsigned char carry = 0;
	for (int i = 0; i < n && (i < nb || carry); i++) {
		unsigned __int128 t = (unsigned __int128)a[i] + (i < nb ? b[i] : 0) + carry;
		a[i] = (uint64_t)t;
		carry = (unsigned char)(t >> 64);
	}
}

static void limbs_subtract(uint64_t *a, int n, const uint64_t *b, int nb)
{
	unsigned char borrow = 0;
	for (int i = 0; i < n && (i < nb || borrow); i++) {
		unsigned __int128 t = (unsigned __int128)a[i] - (i < nb ? b[i] : 0) - borrow;
		a[i] = (uint64_t)t;
		borrow = (unsigned char)(t >> 64 & 1);
	}
}

/* Adds v to the n limbs at a; `at` is the place of its lowest bit there. */
static void place(uint64_t *a, int n, const struct scaled *v, int at)
{
	uint64_t shifted[FACTORS + 1];
	int limb = at >> 6, bits = at & 63, ns = v->n + 1;
	uint64_t below = 0;
	for (int i = 0; i < ns; i++) {
		uint64_t here = i < v->n ? v->limb[i] : 0;
		shifted[i] = bits ? here << bits | below >> (64 - bits) : here;
		below = here;
	}
	if (ns > n - limb)
		ns = n - limb;
	if (v->minus)
		limbs_subtract(a + limb, n - limb, shifted, ns);
	else
		limbs_add(a + limb, n - limb, shifted, ns);
}

static void add_scaled(struct exactsum *s, const struct scaled *v)
{
	int at = v->exponent - 64 * WINDOW_UNIT;
	if (at >= 0 && at + 64 * v->n <= WINDOW_BITS) {
		place(s->window, WINDOW, v, at);
		return;
	}
	if (!s->wide)
		s->wide = mem_zero(WIDE, sizeof *s->wide);
	place(s->wide, WIDE, v, v->exponent - 64 * WIDE_UNIT);
}

/* What is carried out of the limbs before a, which is seldom. */
static __attribute__((noinline)) void carry_on(struct exactsum *s, uint64_t *a, bool minus)
{
	for (; a < s->window + WINDOW; a++)
		if (minus ? (*a)-- : ++*a)
			break;
}

/*
 * Adds a whole number of n limbs to the window; `at` is the place of its lowest bit there. What is
 * negative is added as its complement, so that no branch depends on signs: then it is right that
 * one is carried out.
 */
static inline __attribute__((always_inline)) void place_limbs(
	struct exactsum *s, unsigned at, const uint64_t *v, int n, bool minus)
{
	unsigned shift = at & 63;
	uint64_t *a = s->window + (at >> 6), below = 0, flip = -(uint64_t)minus;
	bool carry = minus;
#pragma GCC unroll 5
	for (int i = 0; i <= n; i++) {
		uint64_t here = i < n ? v[i] : 0;
		uint64_t part = (here << shift | below >> 1 >> (63 - shift)) ^ flip;
		uint64_t sum = a[i] + part;
		bool over = sum < part;
		a[i] = sum + carry;
		carry = over | (a[i] < carry);
		below = here;
	}
	if (__builtin_expect(carry != minus, 0))
		carry_on(s, a + n + 1, minus);
}

/* v becomes one limb longer. */
static inline __attribute__((always_inline)) void limbs_times(uint64_t *v, int n, uint64_t m)
{
	uint64_t carry = 0;
#pragma GCC unroll 3
	for (int i = 0; i < n; i++) {
		unsigned __int128 t = (unsigned __int128)v[i] * m + carry;
		v[i] = (uint64_t)t;
		carry = (uint64_t)(t >> 64);
	}
	v[n] = carry;
}

enum {
	EXPONENT_MASK = 0x7ff,
	UNIT_OF_ONE = 1075, /* what the exponent of a double says of one in its lowest bit */
};

static inline uint64_t bits_of(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	return bits;
}

static inline unsigned exponent_of(uint64_t bits)
{
	return (unsigned)(bits >> 52) & EXPONENT_MASK;
}

static inline uint64_t mantissa_of(uint64_t bits)
{
	return (bits & ((1ull << 52) - 1)) | 1ull << 52;
}

static __attribute__((noinline)) void add_slowly(struct exactsum *s, double x, double y)
{
	struct scaled v = scaled_of(x);
	if (y != 1)
		v = scaled_times(v, y);
	add_scaled(s, &v);
}

/* Nearly every value and product there is lies in the window, and none of the factors is 0 or
 * less than normal: these are added without loops. */
void exactsum_add(struct exactsum *s, double x)
{
	enum { LOWEST = UNIT_OF_ONE + 64 * WINDOW_UNIT, ROOM = WINDOW_BITS - 64 };
	uint64_t bits = bits_of(x), v[] = {mantissa_of(bits)};
	unsigned at = exponent_of(bits) - LOWEST;
	if (__builtin_expect(at <= ROOM, 1))
		place_limbs(s, at, v, 1, bits >> 63);
	else if (x != 0)
		add_slowly(s, x, 1);
}

void exactsum_add_product(struct exactsum *s, double x, double y)
{
	enum { LOWEST = 2 * UNIT_OF_ONE + 64 * WINDOW_UNIT, ROOM = WINDOW_BITS - 128 };
	uint64_t a = bits_of(x), b = bits_of(y), v[2] = {mantissa_of(a)};
	unsigned ea = exponent_of(a), eb = exponent_of(b), at = ea + eb - LOWEST;
	if (__builtin_expect(at <= ROOM && ea && eb, 1)) {
		limbs_times(v, 1, mantissa_of(b));
		place_limbs(s, at, v, 2, (a ^ b) >> 63);
	} else if (x != 0 && y != 0) {
		add_slowly(s, x, y);
	}
}

/* What lies so that the squares fit does so that w and w y fit, too. */
bool exactsum_add_moments(
	struct exactsum sums[static 2], struct exactsum squares[static 3], double w, double y)
{
	uint64_t a = mantissa_of(bits_of(w)), b = mantissa_of(bits_of(y)), v[4] = {a};
	unsigned ea = exponent_of(bits_of(w)) - UNIT_OF_ONE,
		 eb = exponent_of(bits_of(y)) - UNIT_OF_ONE, one = -(unsigned)(64 * WINDOW_UNIT);
	bool minus = bits_of(y) >> 63;
	if (one + 2 * ea > WINDOW_BITS - 2 * DOUBLE_BITS ||
		one + 2 * ea + eb > WINDOW_BITS - 3 * DOUBLE_BITS ||
		one + 2 * ea + 2 * eb > WINDOW_BITS - 4 * DOUBLE_BITS)
		return false;
	place_limbs(&sums[0], one + ea, v, 1, false);
	limbs_times(v, 1, b);
	place_limbs(&sums[1], one + ea + eb, v, 2, minus);
	limbs_times(v, 2, a);
	place_limbs(&squares[1], one + 2 * ea + eb, v, 3, minus);
	limbs_times(v, 3, b);
	place_limbs(&squares[2], one + 2 * ea + 2 * eb, v, 4, false);
	v[0] = a;
	limbs_times(v, 1, a);
	place_limbs(&squares[0], one + 2 * ea, v, 2, false);
	return true;
}

void exactsum_add_product3(struct exactsum *s, double x, double y, double z)
{
	struct scaled v = scaled_times(scaled_times(scaled_of(x), y), z);
	add_scaled(s, &v);
}

void exactsum_merge(struct exactsum *into, const struct exactsum *from)
{
	limbs_add(into->window, WINDOW, from->window, WINDOW);
	if (!from->wide)
		return;
	if (!into->wide)
		into->wide = mem_zero(WIDE, sizeof *into->wide);
	limbs_add(into->wide, WIDE, from->wide, WIDE);
}

void exactsum_release(struct exactsum *s)
{
	free(s->wide);
	*s = (struct exactsum){0};
}

/*
 * What is read out is computed on magnitudes: limb[0..n) times 2^(64 unit), no zero limb at either
 * end; n is 0 for the number 0.
 */
struct big {
	uint64_t limb[BIG];
	int n, unit;
	bool minus;
};

static void big_trim(struct big *b)
{
	int low = 0;
	while (b->n && b->limb[b->n - 1] == 0)
		b->n--;
	while (low < b->n && b->limb[low] == 0)
		low++;
	if (low)
		memmove(b->limb, b->limb + low, (size_t)(b->n - low) * sizeof *b->limb);
	b->n -= low;
	b->unit += low;
}

/* From two's complement in place. */
static void big_settle(struct big *b)
{
	b->minus = b->limb[b->n - 1] >> 63;
	for (int i = 0; b->minus && i < b->n; i++)
		b->limb[i] = ~b->limb[i];
	if (b->minus)
		limbs_add(b->limb, b->n, &(uint64_t){1}, 1);
	big_trim(b);
}

static void big_of(struct big *b, const struct exactsum *s)
{
	*b = (struct big){.n = WINDOW, .unit = WINDOW_UNIT};
	if (!s->wide) {
		memcpy(b->limb, s->window, sizeof s->window);
		big_settle(b);
		return;
	}
	uint64_t window[WIDE - (WINDOW_UNIT - WIDE_UNIT)]; /* with its sign carried to the top */
	int above = (int)(sizeof window / sizeof *window);
	memset(window, s->window[WINDOW - 1] >> 63 ? 0xff : 0, sizeof window);
	memcpy(window, s->window, sizeof s->window);
	b->n = WIDE;
	b->unit = WIDE_UNIT;
	memcpy(b->limb, s->wide, WIDE * sizeof *b->limb);
	limbs_add(b->limb + (WINDOW_UNIT - WIDE_UNIT), above, window, above);
	big_settle(b);
}

static void big_of_count(struct big *b, uint64_t n)
{
	*b = (struct big){.limb = {n}, .n = n != 0};
}

/* a = a * b; the product of two sums, and twice a count, fit. */
static void big_multiply(struct big *a, const struct big *b)
{
	struct big r = {.n = a->n + b->n, .unit = a->unit + b->unit, .minus = a->minus != b->minus};
	for (int i = 0; i < a->n; i++) {
		uint64_t carry = 0;
		for (int j = 0; j < b->n; j++) {
			unsigned __int128 t =
				(unsigned __int128)a->limb[i] * b->limb[j] + r.limb[i + j] + carry;
			r.limb[i + j] = (uint64_t)t;
			carry = (uint64_t)(t >> 64);
		}
		r.limb[i + b->n] = carry;
	}
	big_trim(&r);
	*a = r;
}

/* Makes room below: the lowest limb is then worth 2^(64 unit). */
static void big_lower(struct big *b, int unit)
{
	int more = b->unit - unit;
	if (more <= 0 || b->n == 0)
		return;
	memmove(b->limb + more, b->limb, (size_t)b->n * sizeof *b->limb);
	memset(b->limb, 0, (size_t)more * sizeof *b->limb);
	b->n += more;
	b->unit = unit;
}

/* a = a - b, of two that are not negative; a negative result is 0 (a variance has none). */
static void big_subtract(struct big *a, struct big *b)
{
	if (b->n == 0)
		return;
	big_lower(a, b->unit);
	big_lower(b, a->unit);
	if (a->n == 0 || a->n < b->n) {
		a->n = 0;
		return;
	}
	limbs_subtract(a->limb, a->n, b->limb, b->n);
	big_trim(a);
}

/* A positive number as q * 2^exponent; `more` when something lies below. q is 0 for 0. */
struct leading {
	unsigned __int128 q;
	int exponent;
	bool more;
};

static int clz128(unsigned __int128 v)
{
	return v >> 64 ? __builtin_clzll((uint64_t)(v >> 64)) : 64 + __builtin_clzll((uint64_t)v);
}

/* The highest bit of the highest limb becomes 1; returns by how much that shifted. */
static int normalise(uint64_t *limb, int n)
{
	int bits = __builtin_clzll(limb[n - 1]);
	for (int i = n - 1; bits && i >= 0; i--)
		limb[i] = limb[i] << bits | (i ? limb[i - 1] >> (64 - bits) : 0);
	return bits;
}

static bool at_least(const uint64_t *a, const uint64_t *b, int n)
{
	for (int i = n - 1; i >= 0; i--)
		if (a[i] != b[i])
			return a[i] > b[i];
	return true;
}

/* a = 2 a; returns the bit that leaves at the top. */
static bool twice(uint64_t *a, int n)
{
	bool out = a[n - 1] >> 63;
	for (int i = n - 1; i >= 0; i--)
		a[i] = a[i] << 1 | (i ? a[i - 1] >> 63 : 0);
	return out;
}

/*
 * The first 127 or 128 bits of |a| / |b|, neither 0, bit by bit as on paper: exact whatever their
 * length, and short next to having read the records.
 */
static struct leading divide(struct big *a, struct big *b)
{
	struct leading r = {0};
	int n = a->n > b->n ? a->n : b->n;
	r.exponent = 64 * (a->unit + a->n - b->unit - b->n) - normalise(a->limb, a->n) +
	             normalise(b->limb, b->n) - 127;
	big_lower(a, a->unit - (n - a->n));
	big_lower(b, b->unit - (n - b->n));
	bool over = false;
	for (int i = 0; i < 128; i++) {
		bool one = over || at_least(a->limb, b->limb, n);
		if (one)
			limbs_subtract(a->limb, n, b->limb, n);
		r.q = r.q << 1 | one;
		over = twice(a->limb, n);
	}
	r.more = over;
	for (int i = 0; i < n; i++)
		r.more |= a->limb[i] != 0;
	return r;
}

/* The nearest double, ties to even; fewer bits where doubles have fewer. */
static double leading_round(struct leading v)
{
	if (!v.q)
		return 0;
	int up = clz128(v.q);
	v.q <<= up;
	v.exponent -= up;
	int keep = DOUBLE_BITS, highest = v.exponent + 127;
	if (highest < DOUBLE_MIN_EXPONENT)
		keep -= DOUBLE_MIN_EXPONENT - highest;
	if (keep < 0)
		return 0;
	int drop = 128 - keep;
	uint64_t kept = keep ? (uint64_t)(v.q >> drop) : 0;
	unsigned __int128 rest = keep ? v.q << keep : v.q, half = (unsigned __int128)1 << 127;
	if (rest > half || (rest == half && (v.more || (kept & 1))))
		kept++;
	return ldexp((double)kept, v.exponent + drop);
}

static uint64_t root_of(unsigned __int128 q)
{
	double guess = sqrt((double)q);
	uint64_t r = guess >= 18446744073709549568.0 ? UINT64_MAX : (uint64_t)guess;
	for (int i = 0; i < 3; i++) /* Newton: from 53 good bits to all 64 */
		r = (uint64_t)((r + q / r) / 2);
	while ((unsigned __int128)r * r > q)
		r--;
	while (r < UINT64_MAX && (unsigned __int128)(r + 1) * (r + 1) <= q)
		r++;
	return r;
}

/* The square root, to 63 bits and whether there is more. */
static struct leading leading_root(struct leading v)
{
	if (!v.q)
		return v;
	int up = clz128(v.q);
	v.q <<= up;
	v.exponent -= up;
	if (v.exponent & 1) {
		v.more |= v.q & 1;
		v.q >>= 1;
		v.exponent++;
	}
	uint64_t r = root_of(v.q);
	v.more |= (unsigned __int128)r * r != v.q;
	return (struct leading){r, v.exponent / 2, v.more};
}

static double quotient(struct big *a, struct big *b)
{
	if (b->n == 0)
		return NAN;
	if (a->n == 0)
		return 0;
	bool minus = a->minus != b->minus;
	double v = leading_round(divide(a, b));
	return minus ? -v : v;
}

double exactsum_value(const struct exactsum *s)
{
	return exactsum_mean(s, 1);
}

/* q * 2^exponent, in steps that a double can hold. */
static quad scale(quad q, int exponent)
{
	enum { STEP = 1000 };
	for (; exponent > STEP; exponent -= STEP)
		q *= 0x1p1000;
	for (; exponent < -STEP; exponent += STEP)
		q *= 0x1p-1000;
	return q * ldexp(1, exponent);
}

quad exactsum_quad(const struct exactsum *s)
{
	struct big b;
	big_of(&b, s);
	quad q = 0;
	int low = b.n > 3 ? b.n - 3 : 0;
	for (int i = b.n - 1; i >= low; i--)
		q = q * 0x1p64 + b.limb[i];
	q = scale(q, 64 * (b.unit + low));
	return b.minus ? -q : q;
}

double exactsum_mean(const struct exactsum *sum, uint64_t n)
{
	struct big a, b;
	big_of(&a, sum);
	big_of_count(&b, n);
	return quotient(&a, &b);
}

double exactsum_ratio(const struct exactsum *a, const struct exactsum *b, uint64_t times)
{
	struct big top, bottom, factor;
	big_of(&top, a);
	big_of(&bottom, b);
	big_of_count(&factor, times);
	big_multiply(&top, &factor);
	return quotient(&top, &bottom);
}

/* (w * squares - sum^2) * n / (w * w * (n - 1)), w being the sum of weights: 0 is {0}. */
static struct leading spread(struct big *w, struct big *sum, struct big *squares, uint64_t n)
{
	struct big b = *w, count;
	big_multiply(&b, w);
	big_of_count(&count, n - 1);
	big_multiply(&b, &count);
	big_multiply(squares, w);
	struct big square = *sum;
	big_multiply(&square, sum);
	big_subtract(squares, &square);
	big_of_count(&count, n);
	big_multiply(squares, &count);
	if (squares->n == 0 || b.n == 0)
		return (struct leading){0};
	return divide(squares, &b);
}

static struct leading plain_spread(
	const struct exactsum *sum, const struct exactsum *squares, uint64_t n)
{
	struct big w, x, xx;
	big_of_count(&w, n);
	big_of(&x, sum);
	big_of(&xx, squares);
	return spread(&w, &x, &xx, n);
}

double exactsum_variance(const struct exactsum *sum, const struct exactsum *squares, uint64_t n)
{
	return n < 2 ? NAN : leading_round(plain_spread(sum, squares, n));
}

double exactsum_deviation(const struct exactsum *sum, const struct exactsum *squares, uint64_t n)
{
	return n < 2 ? NAN : leading_round(leading_root(plain_spread(sum, squares, n)));
}

static struct leading weighted_spread(const struct exactsum_weighted *s)
{
	struct big w, x, xx;
	big_of(&w, s->w);
	big_of(&x, s->wx);
	big_of(&xx, s->wxx);
	return spread(&w, &x, &xx, s->n);
}

double exactsum_weighted_variance(const struct exactsum_weighted *s)
{
	return s->n < 2 ? NAN : leading_round(weighted_spread(s));
}

double exactsum_weighted_deviation(const struct exactsum_weighted *s)
{
	return s->n < 2 ? NAN : leading_round(leading_root(weighted_spread(s)));
}

void exactsum_write(struct buf *out, const struct exactsum *s)
{
	struct big b;
	big_of(&b, s);
	if (b.n == 0) {
		buf_putc(out, '0');
		return;
	}
	int low = 0;
	while ((b.limb[0] >> low & 15) == 0)
		low += 4;
	char text[BIG * 16 + 32];
	size_t n = 0;
	if (b.minus)
		text[n++] = '-';
	bool begun = false;
	for (int bit = 64 * b.n - 4; bit >= low; bit -= 4) {
		unsigned digit = (unsigned)(b.limb[bit >> 6] >> (bit & 63) & 15);
		begun |= digit != 0;
		if (begun)
			text[n++] = "0123456789abcdef"[digit];
	}
	n += (size_t)snprintf(text + n, sizeof text - n, "p%d", 64 * b.unit + low);
	buf_add(out, text, n);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The power behind the p, or INT_MAX. */
static int read_exponent(struct str text)
{
	int sign = 1, exponent = 0;
	if (str_starts(text, STR("-"))) {
		sign = -1;
		text = str_from(text, 1);
	}
	if (text.n == 0 || text.n > 4)
		return INT_MAX;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9')
			return INT_MAX;
		exponent = 10 * exponent + (text.p[i] - '0');
	}
	return sign * exponent;
}

/* The digits, lowest bit at 2^exponent, in limbs of which the lowest is worth 2^(64 unit). */
static void place_digits(uint64_t *limb, struct str digits, int exponent, int unit)
{
	int at = exponent - 64 * unit;
	for (size_t i = digits.n; i-- > 0; at += 4)
		limb[at >> 6] |= (uint64_t)hex_digit(digits.p[i]) << (at & 63);
}

static void negate(uint64_t *limb, int n)
{
	for (int i = 0; i < n; i++)
		limb[i] = ~limb[i];
	limbs_add(limb, n, &(uint64_t){1}, 1);
}

bool exactsum_read(struct str text, struct exactsum *s)
{
	bool minus = str_starts(text, STR("-"));
	struct str digits = str_from(text, minus);
	size_t p = str_index(digits, 'p');
	if (str_eq(text, STR("0")))
		return true;
	if (p == 0 || p == digits.n || p > 16 * WIDE || digits.p[0] == '0' ||
		digits.p[p - 1] == '0')
		return false;
	int exponent = read_exponent(str_from(digits, p + 1));
	int top = exponent == INT_MAX ? 0 : exponent + 4 * (int)p;
	digits = str_head(digits, p);
	for (size_t i = 0; i < p; i++)
		if (hex_digit(digits.p[i]) < 0)
			return false;
	if (exponent == INT_MAX || exponent % 4 || exponent < 64 * WIDE_UNIT ||
		top >= 64 * (WIDE_UNIT + WIDE))
		return false;
	bool wide = exponent < 64 * WINDOW_UNIT || top >= 64 * WINDOW_UNIT + WINDOW_BITS;
	if (wide)
		s->wide = mem_zero(WIDE, sizeof *s->wide);
	place_digits(wide ? s->wide : s->window, digits, exponent, wide ? WIDE_UNIT : WINDOW_UNIT);
	if (minus)
		negate(wide ? s->wide : s->window, wide ? WIDE : WINDOW);
	return true;
}
