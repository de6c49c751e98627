#include "base/utf8.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static bool is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/*
 * How many bytes the well-formed sequence at p takes, of n > 0; 0 if there is none (RFC 3629,
 * section 4).
 */
static size_t sequence(const unsigned char *p, size_t n)
{
	unsigned char c = p[0];
	if (c < 0x80)
		return 1;
	if (c < 0xC2 || c > 0xF4)
		return 0;
	size_t need = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (n < need || !is_tail(p[1]))
		return 0;
	if ((c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] > 0x9F) ||
		(c == 0xF0 && p[1] < 0x90) || (c == 0xF4 && p[1] > 0x8F))
		return 0;
	for (size_t i = 2; i < need; i++)
		if (!is_tail(p[i]))
			return 0;
	return need;
}

size_t utf8_valid_prefix(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;
	while (i < s.n) {
		size_t len = sequence(p + i, s.n - i);
		if (!len)
			return i;
		i += len;
	}
	return i;
}

enum { STRETCH = 128 }; /* bytes that vector code looks at together */

#if defined(__x86_64__)

/* The classes of error that a pair of bytes can make, one bit each. */
enum {
	TOO_SHORT = 1 << 0,
	TOO_LONG = 1 << 1,
	OVERLONG_3 = 1 << 2,
	SURROGATE = 1 << 4,
	OVERLONG_2 = 1 << 5,
	TWO_TAILS = 1 << 7,
	TOO_LARGE = 1 << 3,
	TOO_LARGE_1000 = 1 << 6,
	OVERLONG_4 = 1 << 6,
	CARRY = TOO_SHORT | TOO_LONG | TWO_TAILS,
};

#define BIG ((char)(CARRY | TOO_LARGE | TOO_LARGE_1000))

/* What each half of a byte says of a pair of bytes; a bit that all three agree on is an error. */
static const char FIRST_HIGH[16] = {TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
	TOO_LONG, TOO_LONG, (char)TWO_TAILS, (char)TWO_TAILS, (char)TWO_TAILS, (char)TWO_TAILS,
	TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
	TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4};

static const char FIRST_LOW[16] = {(char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4),
	(char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), BIG, BIG,
	BIG, BIG, BIG, BIG, BIG, BIG, (char)(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE), BIG,
	BIG};

static const char SECOND_HIGH[16] = {TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
	TOO_SHORT, TOO_SHORT, TOO_SHORT,
	(char)(TOO_LONG | OVERLONG_2 | TWO_TAILS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
	(char)(TOO_LONG | OVERLONG_2 | TWO_TAILS | OVERLONG_3 | TOO_LARGE),
	(char)(TOO_LONG | OVERLONG_2 | TWO_TAILS | SURROGATE | TOO_LARGE),
	(char)(TOO_LONG | OVERLONG_2 | TWO_TAILS | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT,
	TOO_SHORT, TOO_SHORT};

/* The bytes from `at` on, which the blocks before have not seen whole, in plain C. */
static bool rest_valid(struct str s, size_t at)
{
	size_t back = at ? at - 1 : 0; /* the start of the last character that they saw */
	while (back > 0 && at - back < UTF8_MAX_BYTES && is_tail((unsigned char)s.p[back]))
		back--;
	struct str rest = str_from(s, back);
	return utf8_valid_prefix(rest) == rest.n;
}

#define INLINE __attribute__((always_inline)) static inline

#define AVX2      __attribute__((target("avx2")))
#define TABLE2(t) _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(t)))

/* The n bytes before each byte of `now`, the first ones from `before`. */
#define BYTES_BEFORE2(now, before, n)                                                              \
	_mm256_alignr_epi8((now), _mm256_permute2x128_si256((before), (now), 0x21), 16 - (n))

AVX2 INLINE __m256i errors_avx2(__m256i now, __m256i before)
{
	const __m256i nibble = _mm256_set1_epi8(0x0F), top = _mm256_set1_epi8((char)0x80);
	__m256i prev1 = BYTES_BEFORE2(now, before, 1), high = _mm256_srli_epi16(prev1, 4);
	__m256i third =
		_mm256_subs_epu8(BYTES_BEFORE2(now, before, 2), _mm256_set1_epi8(0xE0 - 0x80));
	__m256i fourth =
		_mm256_subs_epu8(BYTES_BEFORE2(now, before, 3), _mm256_set1_epi8(0xF0 - 0x80));
	__m256i must_be_tail = _mm256_and_si256(_mm256_or_si256(third, fourth), top);
	__m256i a = _mm256_shuffle_epi8(TABLE2(FIRST_HIGH), _mm256_and_si256(high, nibble));
	__m256i b = _mm256_shuffle_epi8(TABLE2(FIRST_LOW), _mm256_and_si256(prev1, nibble));
	__m256i c = _mm256_shuffle_epi8(
		TABLE2(SECOND_HIGH), _mm256_and_si256(_mm256_srli_epi16(now, 4), nibble));
	return _mm256_xor_si256(_mm256_and_si256(_mm256_and_si256(a, b), c), must_be_tail);
}

/*
 * A stretch of 128 bytes is nearly always ASCII or nearly always not, so the branch is seldom
 * wrong; with 32 it often is.
 */
AVX2 static bool valid_avx2(struct str s)
{
	__m256i errors = _mm256_setzero_si256(), before = _mm256_setzero_si256();
	size_t i = 0;
	for (; i + STRETCH <= s.n; i += STRETCH) {
		const __m256i *p = (const __m256i *)(s.p + i);
		__m256i a = _mm256_loadu_si256(p), b = _mm256_loadu_si256(p + 1);
		__m256i c = _mm256_loadu_si256(p + 2), d = _mm256_loadu_si256(p + 3);
		__m256i any = _mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(c, d));
		if (_mm256_movemask_epi8(_mm256_or_si256(any, before))) {
			__m256i ab = _mm256_or_si256(errors_avx2(a, before), errors_avx2(b, a));
			__m256i cd = _mm256_or_si256(errors_avx2(c, b), errors_avx2(d, c));
			errors = _mm256_or_si256(errors, _mm256_or_si256(ab, cd));
		}
		before = d;
	}
	return _mm256_testz_si256(errors, errors) && rest_valid(s, i);
}

#define AVX512    __attribute__((target("avx512f,avx512bw")))
#define TABLE5(t) _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(t)))
#define BYTES_BEFORE5(now, before, n)                                                              \
	_mm512_alignr_epi8((now), _mm512_alignr_epi64((now), (before), 6), 16 - (n))

AVX512 INLINE __m512i errors_avx512(__m512i now, __m512i before)
{
	const __m512i nibble = _mm512_set1_epi8(0x0F), top = _mm512_set1_epi8((char)0x80);
	__m512i prev1 = BYTES_BEFORE5(now, before, 1), high = _mm512_srli_epi16(prev1, 4);
	__m512i third =
		_mm512_subs_epu8(BYTES_BEFORE5(now, before, 2), _mm512_set1_epi8(0xE0 - 0x80));
	__m512i fourth =
		_mm512_subs_epu8(BYTES_BEFORE5(now, before, 3), _mm512_set1_epi8(0xF0 - 0x80));
	__m512i must_be_tail = _mm512_and_si512(_mm512_or_si512(third, fourth), top);
	__m512i a = _mm512_shuffle_epi8(TABLE5(FIRST_HIGH), _mm512_and_si512(high, nibble));
	__m512i b = _mm512_shuffle_epi8(TABLE5(FIRST_LOW), _mm512_and_si512(prev1, nibble));
	__m512i c = _mm512_shuffle_epi8(
		TABLE5(SECOND_HIGH), _mm512_and_si512(_mm512_srli_epi16(now, 4), nibble));
	return _mm512_xor_si512(_mm512_and_si512(_mm512_and_si512(a, b), c), must_be_tail);
}

AVX512 static bool valid_avx512(struct str s)
{
	__m512i errors = _mm512_setzero_si512(), before = _mm512_setzero_si512();
	size_t i = 0;
	for (; i + STRETCH <= s.n; i += STRETCH) {
		__m512i a = _mm512_loadu_si512(s.p + i), b = _mm512_loadu_si512(s.p + i + 64);
		if (_mm512_movepi8_mask(_mm512_or_si512(_mm512_or_si512(a, b), before)))
			errors = _mm512_or_si512(errors,
				_mm512_or_si512(errors_avx512(a, before), errors_avx512(b, a)));
		before = b;
	}
	return _mm512_test_epi8_mask(errors, errors) == 0 && rest_valid(s, i);
}

#endif

static bool has_form(enum utf8_form form)
{
#if defined(__x86_64__)
	if (form == UTF8_AVX512)
		return __builtin_cpu_supports("avx512bw");
	if (form == UTF8_AVX2)
		return __builtin_cpu_supports("avx2");
#endif
	return form == UTF8_PLAIN;
}

bool utf8_valid_by(enum utf8_form form, struct str s, bool *valid)
{
	if (!has_form(form))
		return false;
	switch (form) {
#if defined(__x86_64__)
	case UTF8_AVX512: *valid = valid_avx512(s); break;
	case UTF8_AVX2: *valid = valid_avx2(s); break;
#endif
	default: *valid = utf8_valid_prefix(s) == s.n; break;
	}
	return true;
}

bool utf8_valid(struct str s)
{
	bool valid;
	if (s.n >= STRETCH &&
		(utf8_valid_by(UTF8_AVX512, s, &valid) || utf8_valid_by(UTF8_AVX2, s, &valid)))
		return valid;
	return utf8_valid_prefix(s) == s.n;
}

uint32_t utf8_decode(struct str s, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p;
	*len = sequence(p, s.n);
	switch (*len) {
	case 1: return p[0];
	case 2: return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	case 3: return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
		       (p[3] & 0x3Fu);
	default: *len = 1; return 0xFFFD;
	}
}

size_t utf8_encode(uint32_t cp, char out[static UTF8_MAX_BYTES])
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(lead[n] | cp);
	return n;
}

void utf8_make_printable(char *p, size_t n)
{
	for (size_t i = 0, len; i < n; i += len) {
		len = sequence((const unsigned char *)p + i, n - i);
		unsigned char c = (unsigned char)p[i];
		bool c1 = len == 2 && c == 0xC2 && (unsigned char)p[i + 1] < 0xA0;
		if (len == 0 || c1 || c < 0x20 || c == 0x7F) {
			len = c1 ? 2 : 1;
			memset(p + i, '?', len);
		}
	}
}

size_t utf8_length(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += !is_tail((unsigned char)s.p[i]);
	return n;
}
