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

void scan_block_plain(struct scan *s, const char *p, size_t n)
{
	prepare(s, n);
	scan_plain_from(s, p, 0, n);
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

#endif

void scan_block(struct scan *s, const char *p, size_t n)
{
	prepare(s, n);
#if defined(__x86_64__)
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
		scan_avx2(s, p, n);
		return;
	}
#endif
	scan_plain_from(s, p, 0, n);
}

void scan_release(struct scan *s)
{
	free(s->sep);
	free(s->line);
	*s = (struct scan){0};
}
