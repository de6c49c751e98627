#include <stdint.h>

#include "term/checkdigit.h"
#include "term/citizen.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { DIGITS = 13, YEAR_FIRST = 1850, YEAR_LAST = 2060 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_day(int day, int month, int year)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

/* The year has its last three digits. */
static bool is_number(const int *d)
{
	int year = 100 * d[4] + 10 * d[5] + d[6];
	year += year >= YEAR_FIRST % 1000 ? 1000 : 2000;
	return year <= YEAR_LAST && is_day(10 * d[0] + d[1], 10 * d[2] + d[3], year) &&
	       checkdigit_modulo_11(d, DIGITS, 7) % 10 == d[DIGITS - 1];
}

/* The digits from a place on, up to 13, with single signs between them; returns the bytes. */
static size_t take_digits(struct str s, int *d, size_t *n)
{
	size_t i = 0, end = 0;
	*n = 0;
	while (i < s.n && *n < DIGITS) {
		if (is_digit(s.p[i])) {
			d[(*n)++] = s.p[i++] - '0';
			end = i;
		} else if (i == end && s.p[i] && strchr(" .-/", s.p[i])) {
			i++;
		} else {
			break;
		}
	}
	return end;
}

size_t citizen_find(struct str text, size_t *n)
{
	int d[DIGITS];
	size_t taken;
	for (size_t i = 0; i < text.n; i++) {
		if (!is_digit(text.p[i]) || (i && is_digit(text.p[i - 1])))
			continue;
		*n = take_digits(str_from(text, i), d, &taken);
		bool ends = i + *n == text.n || !is_digit(text.p[i + *n]);
		if (ends && taken == DIGITS && is_number(d))
			return i;
	}
	*n = 0;
	return text.n;
}

static bool is_joint(char c)
{
	return c == '-' || c == '.' || c == '/';
}

static bool goes_on(struct str s, size_t begin, size_t end)
{
	return (begin > 1 && is_joint(s.p[begin - 1]) && is_digit(s.p[begin - 2])) ||
	       (end + 1 < s.n && is_joint(s.p[end]) && is_digit(s.p[end + 1]));
}

/* Is it a number, all digits from `begin` to `end`? */
static bool is_run(struct str s, size_t begin, size_t end)
{
	int d[DIGITS];
	if (end - begin != DIGITS)
		return false;
	for (size_t i = 0; i < DIGITS; i++)
		d[i] = s.p[begin + i] - '0';
	return is_number(d);
}

static bool search_runs(struct str text, bool alone)
{
	for (size_t i = DIGITS - 1; i < text.n; i += DIGITS) {
		if (!is_digit(text.p[i]))
			continue;
		size_t begin = i;
		while (begin && is_digit(text.p[begin - 1]))
			begin--;
		while (i < text.n && is_digit(text.p[i]))
			i++;
		if (is_run(text, begin, i) && !(alone && goes_on(text, begin, i)))
			return true;
	}
	return false;
}

#ifdef __SSE2__

enum { VECTOR = 16 };

/* A bit for each of 16 bytes that is a digit. */
static uint32_t digits_of(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i_u *)p);
	__m128i low = _mm_sub_epi8(v, _mm_set1_epi8((char)('0' + 128)));
	return (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(low, _mm_set1_epi8(10 - 128)));
}

static bool has_thirteen(uint32_t bits)
{
	bits &= bits >> 1;
	bits &= bits >> 2;
	bits &= bits >> 4;
	return bits & bits >> 5;
}

/* Dates and codes make single digits common; rows of thirteen are rare. */
static bool may_have_run(struct str s)
{
	uint32_t before = 0, here;
	size_t i = 0;
	for (; i + VECTOR <= s.n; i += VECTOR) {
		here = digits_of(s.p + i);
		if (has_thirteen(before | here << VECTOR))
			return true;
		before = here;
	}
	if (i == s.n || s.n < VECTOR)
		return s.n < VECTOR;
	here = digits_of(s.p + s.n - VECTOR) >> (VECTOR - (s.n - i));
	return has_thirteen(before | here << VECTOR);
}

#else

static bool may_have_run(struct str s)
{
	return s.n >= DIGITS;
}

#endif

static bool find_run(struct str text, bool alone)
{
	return text.n >= DIGITS && may_have_run(text) && search_runs(text, alone);
}

bool citizen_is_in(struct str text)
{
	return find_run(text, true);
}

bool citizen_may_be_in(struct str row)
{
	return find_run(row, false);
}

struct str citizen_mask(struct str text, struct arena *arena)
{
	size_t from = 0, at, n;
	struct str masked = text;
	while ((at = citizen_find(str_from(text, from), &n)) < text.n - from) {
		if (masked.p == text.p)
			masked = arena_str(arena, text);
		for (size_t i = from + at; i < from + at + n; i++)
			if (is_digit(text.p[i]))
				((char *)masked.p)[i] = '*';
		from += at + n;
	}
	return masked;
}
