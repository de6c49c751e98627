#include <endian.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "record/number.h"

enum { EXACT_DIGITS = 15, EXACT_POWER = 22, LOCAL_MAX = 64 };

static const double POWERS[EXACT_POWER + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

#if LDBL_MANT_DIG >= 64
static const long double LONG_POWERS[] = {1e0L, 1e1L, 1e2L, 1e3L, 1e4L, 1e5L, 1e6L, 1e7L, 1e8L,
	1e9L, 1e10L, 1e11L, 1e12L, 1e13L, 1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L, 1e20L, 1e21L,
	1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L};
#endif

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What the characters say, before it is made a double. */
struct decimal {
	uint64_t digits;
	int count;  /* digits from the first that is not 0 */
	int places; /* of them behind the point */
	long exponent;
	bool minus;
};

static const char *take_digits(const char *p, const char *end, struct decimal *d, bool behind_point)
{
	for (; p < end && is_digit(*p); p++) {
		if (d->count < 19)
			d->digits = d->digits * 10 + (uint64_t)(*p - '0');
		d->count += d->count || *p != '0';
		d->places += behind_point;
	}
	return p;
}

/* The part from the "e" on; NULL when it is malformed. */
static const char *take_exponent(const char *p, const char *end, struct decimal *d)
{
	bool minus = ++p < end && *p == '-';
	p += p < end && (*p == '-' || *p == '+');
	if (p == end)
		return NULL;
	for (; p < end && is_digit(*p); p++)
		if (d->exponent < 100000)
			d->exponent = d->exponent * 10 + (*p - '0');
	if (minus)
		d->exponent = -d->exponent;
	return p;
}

static bool decimal_parse(struct str s, struct decimal *d)
{
	const char *p = s.p, *end = s.p + s.n;
	*d = (struct decimal){0};
	if (s.n == 0)
		return false;
	d->minus = *p == '-';
	p += d->minus;
	const char *whole = p;
	p = take_digits(p, end, d, false);
	size_t ndigits = (size_t)(p - whole);
	if (p < end && *p == '.') {
		const char *part = p + 1;
		p = take_digits(part, end, d, true);
		ndigits += (size_t)(p - part);
	}
	if (ndigits == 0)
		return false;
	if (p < end && (*p == 'e' || *p == 'E'))
		p = take_exponent(p, end, d);
	return p == end;
}

/* The general case: the C library rounds correctly, in the "C" locale, which koop never leaves. */
static bool parse_slowly(struct str s, double *number)
{
	char local[LOCAL_MAX];
	struct arena arena = {0};
	const char *text = local;
	if (s.n < sizeof local) {
		memcpy(local, s.p, s.n);
		local[s.n] = '\0';
	} else {
		text = arena_str(&arena, s).p;
	}
	*number = strtod(text, NULL);
	arena_release(&arena);
	return isfinite(*number);
}

enum { WORD = 8 };

static const uint64_t EVERY_BYTE = 0x0101010101010101;

/* The bytes of a text of 1 to 8, the first one lowest. */
static uint64_t load_word(const char *p, size_t n)
{
	uint64_t v = 0;
	uint32_t head, tail;
	if (n >= sizeof head) {
		memcpy(&head, p, sizeof head);
		memcpy(&tail, p + n - sizeof tail, sizeof tail);
		return le32toh(head) | (uint64_t)le32toh(tail) << 8 * (n - sizeof tail);
	}
	for (size_t i = n; i-- > 0;)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

/* What 8 digits say, the first one in the lowest byte: neighbours are put together, then these. */
static uint32_t join_digits(uint64_t v)
{
	const uint64_t quarters = 0x000000ff000000ff;
	v = v * 10 + (v >> 8);
	v = (v & quarters) * (100 + (1000000ull << 32)) +
	    (v >> 16 & quarters) * (1 + (10000ull << 32));
	return (uint32_t)(v >> 32);
}

/* Up to 8 bytes, all at once: those before a point move over it, so that digits end the word. */
static bool parse_word(const char *p, size_t n, bool minus, double *number)
{
	uint64_t v = (load_word(p, n) ^ '0' * EVERY_BYTE) << (64 - 8 * n);
	uint64_t other = v ^ ('.' ^ '0') * EVERY_BYTE;
	uint64_t points = (other - EVERY_BYTE) & ~other & 0x80 * EVERY_BYTE;
	size_t places = 0;
	if (points) { /* the lowest is one */
		int at = __builtin_ctzll(points) - 7;
		uint64_t before = ((uint64_t)1 << at) - 1;
		v = (v & before) << 8 | (v & ~before << 8);
		places = (size_t)(56 - at) / 8;
	}
	if (n == (points != 0) || ((v + (0x7f - 9) * EVERY_BYTE) | v) & 0x80 * EVERY_BYTE)
		return false;
	double size = join_digits(v) / POWERS[places];
	*number = minus ? -size : size;
	return true;
}

/*
 * Digits with at most one point, as most numbers are: at most 15 digits, which a double holds
 * exactly, so one division rounds once. False where the general case must look.
 */
static bool parse_plain(struct str s, double *number)
{
	uint64_t digits = 0;
	size_t minus = s.n && s.p[0] == '-', point = s.n;
	if (s.n > EXACT_DIGITS + 1 + minus)
		return false;
	for (size_t i = minus; i < s.n; i++) {
		unsigned digit = (unsigned)(unsigned char)s.p[i] - '0';
		if (digit <= 9)
			digits = digits * 10 + digit;
		else if (s.p[i] == '.' && point == s.n)
			point = i;
		else
			return false;
	}
	size_t ndigits = s.n - minus - (point < s.n);
	if (ndigits == 0 || ndigits > EXACT_DIGITS)
		return false;
	double v = (double)(int64_t)digits;
	if (point + 1 < s.n)
		v /= POWERS[s.n - point - 1];
	*number = minus ? -v : v;
	return true;
}

/* Out of line, so that the rest is short. */
static __attribute__((noinline)) bool parse_long(struct str s, double *number)
{
	struct decimal d;
	if (parse_plain(s, number))
		return true;
	if (!decimal_parse(s, &d))
		return false;
	long power = d.exponent - d.places;
	if (d.count > EXACT_DIGITS || power < -EXACT_POWER || power > EXACT_POWER)
		return parse_slowly(s, number);
	/* Both are exact doubles, so one division or multiplication rounds once (Clinger 1990). */
	double v = (double)d.digits;
	v = power < 0 ? v / POWERS[-power] : v * POWERS[power];
	*number = d.minus ? -v : v;
	return true;
}

bool number_parse(struct str s, double *number)
{
	size_t minus = s.n && s.p[0] == '-', n = s.n - minus;
	if (n - 1 < WORD && parse_word(s.p + minus, n, minus, number))
		return true;
	return parse_long(s, number);
}

/* The digits of v without zeros behind; their number. */
static int put_digits(uint64_t v, char *digits)
{
	char reversed[24];
	int n = 0;
	while (v && v % 10 == 0)
		v /= 10;
	for (; v; v /= 10)
		reversed[n++] = (char)('0' + v % 10);
	for (int i = 0; i < n; i++)
		digits[i] = reversed[n - 1 - i];
	return n;
}

#if LDBL_MANT_DIG >= 64
/*
 * The shortest form by one multiplication, for most numbers; 0 where it cannot be sure. The number
 * is scaled to 17 digits before the point, off by at most 2^-64 of itself because powers of ten up
 * to 10^27 are exact. What reads back is what lies within half a step of the doubles; anything too
 * near to call is left to the caller.
 */
static int shortest_scaled(double number, char digits[static NUMBER_MAX], int *exponent)
{
	static const long double E17 = 1e17L, E16 = 1e16L, UNSURE = 0.02L;
	int binary;
	double mantissa = frexp(number, &binary);
	int power = 16 - (int)floor((binary - 1) * 0.30102999566398119521);
	if (power < -26 || power > 27 ||
		mantissa == 0.5) /* below a power of two the steps are smaller */
		return 0;
	long double ten = LONG_POWERS[power < 0 ? -power : power],
		    half = ldexpl(1, binary - DBL_MANT_DIG - 1);
	long double scaled = power < 0 ? number / ten : number * ten;
	half = power < 0 ? half / ten : half * ten;
	if (scaled >= E17) {
		power--;
		ten = LONG_POWERS[power < 0 ? -power : power];
		scaled = power < 0 ? number / ten : number * ten;
		half /= 10;
	}
	if (scaled < E16 || scaled >= E17)
		return 0;
	for (uint64_t unit = 100; unit; unit /= 10) {
		uint64_t whole = (uint64_t)scaled, base = whole - whole % unit;
		long double over = scaled - (long double)base,
			    off = fminl(over, (long double)unit - over);
		if (fabsl(over - (long double)unit / 2) < UNSURE || fabsl(off - half) < UNSURE)
			return 0;
		uint64_t nearest = over * 2 < (long double)unit ? base : base + unit;
		if (off >= half)
			continue;
		*exponent = 17 - power + (nearest == (uint64_t)E17);
		return put_digits(nearest, digits);
	}
	return 0;
}
#endif

/* Digits and decimal exponent of the shortest form: 0.DIGITS * 10^exponent. */
static int shortest(double number, char digits[static NUMBER_MAX], int *exponent)
{
#if LDBL_MANT_DIG >= 64
	int fast = shortest_scaled(number, digits, exponent);
	if (fast)
		return fast;
#endif
	char text[NUMBER_MAX];
	/*
	 * Below 15 digits every normal double's nearest decimal reads back; subnormals have fewer.
	 */
	int precision = fabs(number) < DBL_MIN ? 1 : EXACT_DIGITS;
	for (;; precision++) {
		snprintf(text, sizeof text, "%.*e", precision - 1, number);
		if (precision == 17 || strtod(text, NULL) == number)
			break;
	}
	int n = 0;
	const char *p = text;
	for (; *p && *p != 'e'; p++)
		if (is_digit(*p))
			digits[n++] = *p;
	*exponent = (int)strtol(p + 1, NULL, 10) + 1;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	return n;
}

static size_t put_plain(char *out, const char *digits, int n, int exponent)
{
	char *p = out;
	if (exponent <= 0) {
		*p++ = '0';
		*p++ = '.';
		for (int i = exponent; i < 0; i++)
			*p++ = '0';
	}
	for (int i = 0; i < n; i++) {
		if (i == exponent && i > 0)
			*p++ = '.';
		*p++ = digits[i];
	}
	for (int i = n; i < exponent; i++)
		*p++ = '0';
	return (size_t)(p - out);
}

static size_t put_scientific(char *out, const char *digits, int n, int exponent)
{
	char *p = out;
	*p++ = digits[0];
	if (n > 1)
		*p++ = '.';
	for (int i = 1; i < n; i++)
		*p++ = digits[i];
	return (size_t)(p - out) + (size_t)snprintf(p, 8, "e%d", exponent - 1);
}

static size_t format_integer(uint64_t v, char *out)
{
	char reversed[24];
	size_t n = 0;
	do
		reversed[n++] = (char)('0' + v % 10);
	while (v /= 10);
	for (size_t i = 0; i < n; i++)
		out[i] = reversed[n - 1 - i];
	return n;
}

size_t number_format(double number, char out[static NUMBER_MAX])
{
	char digits[NUMBER_MAX];
	int exponent;
	size_t sign = number < 0;
	if (sign)
		out[0] = '-';
	double size = fabs(number);
	/* Below 2^53 a whole number is its own digits. */
	if (size < 9007199254740992.0 && size == (double)(uint64_t)size)
		return sign + format_integer((uint64_t)size, out + sign);
	int n = shortest(size, digits, &exponent);
	if (exponent > -5 && exponent <= 21)
		return sign + put_plain(out + sign, digits, n, exponent);
	return sign + put_scientific(out + sign, digits, n, exponent);
}
