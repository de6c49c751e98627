#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { WORD = 64, SLACK = 16 };

static void prepare(struct scan *s, size_t n)
{
	s->nsep = s->nline = 0;
	s->odd = 0;
	if (n <= s->cap && s->sep)
		return;
	s->sep = mem_resize(s->sep, n + SLACK, sizeof *s->sep);
	s->line = mem_resize(s->line, n + SLACK, sizeof *s->line);
	s->cap = n;
}

static void add_byte(struct scan *s, char c, size_t at)
{
	switch (c) {
	case '\t': s->sep[s->nsep++] = (uint32_t)at; break;
	case '\n':
		s->sep[s->nsep++] = (uint32_t)at;
		s->line[s->nline++] = (uint32_t)s->nsep;
		break;
	case '\\': s->odd |= SCAN_BACKSLASH; break;
	case '\r': s->odd |= SCAN_CR; break;
	case '\0': s->odd |= SCAN_NUL; break;
	default: break;
	}
}

static void scan_plain_from(struct scan *s, const char *p, size_t from, size_t n)
{
	for (size_t i = from; i < n; i++)
		add_byte(s, p[i], i);
}

#if defined(__x86_64__)

/* Writes the offsets of the set bits; four at a time, so the branch is seldom wrong. */
static void add_bits(struct scan *s, uint64_t bits, uint32_t base)
{
	uint32_t *out = s->sep + s->nsep;
	s->nsep += (size_t)__builtin_popcountll(bits);
	while (bits) {
		for (int i = 0; i < 4; i++) {
			/*
			 * past the last bit this writes into the slack, which the next word
			 * overwrites
			 */
			*out++ = base + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
			bits &= bits - 1;
		}
	}
}

__attribute__((target("avx2,bmi,bmi2,popcnt"))) static void add_word(
	struct scan *s, uint64_t tabs, uint64_t feeds, uint32_t base)
{
	uint64_t both = tabs | feeds;
	for (uint64_t f = feeds; f; f &= f - 1) {
		uint64_t upto = f ^ (f - 1); /* the lowest line feed and all bits below it */
		s->line[s->nline++] =
			(uint32_t)(s->nsep + (size_t)__builtin_popcountll(both & upto));
	}
	add_bits(s, both, base);
}

#define MASK(v, c) ((uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8((v), _mm256_set1_epi8(c))))
#define MASK64(c)  ((uint64_t)MASK(a, c) | (uint64_t)MASK(b, c) << 32)

__attribute__((target("avx2,bmi,bmi2,popcnt"))) static void scan_avx2(
	struct scan *s, const char *p, size_t n)
{
	__m256i slashes = _mm256_setzero_si256(), returns = slashes, nuls = slashes;
	size_t i = 0;
	for (; i + WORD <= n; i += WORD) {
		__m256i a = _mm256_loadu_si256((const __m256i *)(p + i));
		__m256i b = _mm256_loadu_si256((const __m256i *)(p + i + 32));
		const __m256i slash = _mm256_set1_epi8('\\'), cr = _mm256_set1_epi8('\r');
		slashes = _mm256_or_si256(slashes,
			_mm256_or_si256(_mm256_cmpeq_epi8(a, slash), _mm256_cmpeq_epi8(b, slash)));
		returns = _mm256_or_si256(returns,
			_mm256_or_si256(_mm256_cmpeq_epi8(a, cr), _mm256_cmpeq_epi8(b, cr)));
		nuls = _mm256_or_si256(
			nuls, _mm256_cmpeq_epi8(_mm256_min_epu8(a, b), _mm256_setzero_si256()));
		add_word(s, MASK64('\t'), MASK64('\n'), (uint32_t)i);
	}
	s->odd |= _mm256_movemask_epi8(slashes) ? SCAN_BACKSLASH : 0;
	s->odd |= _mm256_movemask_epi8(returns) ? SCAN_CR : 0;
	s->odd |= _mm256_movemask_epi8(nuls) ? SCAN_NUL : 0;
	scan_plain_from(s, p, i, n);
}

/* 0 to 63. */
#define EIGHT(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
static const unsigned char OFFSETS[WORD] = {
	EIGHT(0), EIGHT(8), EIGHT(16), EIGHT(24), EIGHT(32), EIGHT(40), EIGHT(48), EIGHT(56)};

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt")))

/* The lines that end in a word; `both` are its separators. */
AVX512 static void add_lines(struct scan *s, uint64_t feeds, uint64_t both)
{
	for (; feeds; feeds &= feeds - 1)
		s->line[s->nline++] = (uint32_t)(s->nsep + (size_t)__builtin_popcountll(
								   both & (feeds ^ (feeds - 1))));
}

/* The offsets of a word's separators, taken out of all 64 offsets by one instruction. */
AVX512 static void add_offsets(struct scan *s, uint64_t both, uint32_t base, __m512i all)
{
	uint32_t *out = s->sep + s->nsep;
	size_t count = (size_t)__builtin_popcountll(both);
	__m512i offsets = _mm512_maskz_compress_epi8(both, all),
		first = _mm512_set1_epi32((int)base);
	__m512i low = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(offsets));
	_mm512_storeu_si512(
		out, _mm512_add_epi32(low, first)); /* what is too much goes into the slack */
	s->nsep += count;
	if (__builtin_expect(count > 16, 0))
		for (size_t i = 0; i < count; i++, both &= both - 1)
			out[i] = base + (uint32_t)__builtin_ctzll(both);
}

AVX512 static void scan_avx512(struct scan *s, const char *p, size_t n)
{
	const __m512i tab = _mm512_set1_epi8('\t'), feed = _mm512_set1_epi8('\n');
	const __m512i slash = _mm512_set1_epi8('\\'), cr = _mm512_set1_epi8('\r');
	const __m512i all = _mm512_loadu_si512(OFFSETS);
	__mmask64 slashes = 0, returns = 0, nuls = 0;
	size_t i = 0;
	for (; i + WORD <= n; i += WORD) {
		__m512i v = _mm512_loadu_si512(p + i);
		uint64_t feeds = _mm512_cmpeq_epi8_mask(v, feed);
		uint64_t both = feeds | _mm512_cmpeq_epi8_mask(v, tab);
		slashes |= _mm512_cmpeq_epi8_mask(v, slash);
		returns |= _mm512_cmpeq_epi8_mask(v, cr);
		nuls |= _mm512_testn_epi8_mask(v, v);
		add_lines(s, feeds, both);
		add_offsets(s, both, (uint32_t)i, all);
	}
	s->odd |= slashes ? SCAN_BACKSLASH : 0;
	s->odd |= returns ? SCAN_CR : 0;
	s->odd |= nuls ? SCAN_NUL : 0;
	scan_plain_from(s, p, i, n);
}

#endif

static bool has_form(enum scan_form form)
{
#if defined(__x86_64__)
	if (form == SCAN_AVX512)
		return __builtin_cpu_supports("avx512vbmi2") &&
		       __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2");
	if (form == SCAN_AVX2)
		return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
#endif
	return form == SCAN_PLAIN;
}

bool scan_block_by(enum scan_form form, struct scan *s, const char *p, size_t n)
{
	if (!has_form(form))
		return false;
	prepare(s, n);
	switch (form) {
#if defined(__x86_64__)
	case SCAN_AVX512: scan_avx512(s, p, n); break;
	case SCAN_AVX2: scan_avx2(s, p, n); break;
#endif
	default: scan_plain_from(s, p, 0, n); break;
	}
	return true;
}

void scan_block(struct scan *s, const char *p, size_t n)
{
	if (!scan_block_by(SCAN_AVX512, s, p, n) && !scan_block_by(SCAN_AVX2, s, p, n))
		scan_block_by(SCAN_PLAIN, s, p, n);
}

void scan_release(struct scan *s)
{
	free(s->sep);
	free(s->line);
	*s = (struct scan){0};
}
