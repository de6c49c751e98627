#include <stdint.h>

#include "regex/literal.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Does the character stand for itself, in a pattern and when it is looked for? */
static bool is_plain(char c, bool caseless)
{
	if ((c >= '0' && c <= '9') || c == ' ' || c == '_')
		return true;
	if (!is_letter(c))
		return (c & 0x80) && !caseless;
	/* KELVIN SIGN and LONG S are k and s where case does not count */
	return !caseless || ((c | 0x20) != 'k' && (c | 0x20) != 's');
}

static void drop_character(struct literal *run)
{
	while (run->n && (run->bytes[run->n - 1] & 0xC0) == 0x80)
		run->n--;
	run->n -= run->n > 0;
}

static void add_byte(struct literal *run, char c)
{
	if (run->n < LITERAL_MAX)
		run->bytes[run->n++] =
			(unsigned char)(run->caseless && is_letter(c) ? c | 0x20 : c);
}

static void keep_longer(struct literal *best, struct literal *run)
{
	if (run->n > best->n)
		*best = *run;
	run->n = 0;
}

/* Behind a class in brackets that opens at `at`, or the end of the pattern when it is not a simple
 * one. */
static size_t skip_class(struct str pattern, size_t at)
{
	for (size_t i = at + 1; i < pattern.n; i++) {
		if (pattern.p[i] == '[' || pattern.p[i] == '\\')
			return pattern.n;
		if (pattern.p[i] == ']' && i > at + 1 && pattern.p[i - 1] != '^')
			return i + 1;
	}
	return pattern.n;
}

static bool is_punctuation(char c)
{
	return c > 0x20 && c < 0x7F && !is_letter(c) && !(c >= '0' && c <= '9');
}

/* Is `at` a backslash, and behind it what stands for a character, a class or a place? */
static bool is_simple_escape(struct str pattern, size_t at)
{
	return at + 1 < pattern.n &&
	       (is_punctuation(pattern.p[at + 1]) || memchr("dDsSwWbB", pattern.p[at + 1], 8));
}

/* Behind a group that opens at `at`, or the end of the pattern when it is not a simple one: without
 * options, conditions, comments or verbs, which might say something of what is outside. */
static size_t skip_group(struct str pattern, size_t at)
{
	size_t depth = 0;
	for (size_t i = at; i < pattern.n; i++) {
		char c = pattern.p[i];
		struct str rest = str_from(pattern, i);
		if (c == '[')
			i = skip_class(pattern, i) - 1;
		else if (c == '\\' && is_simple_escape(pattern, i))
			i++;
		else if (c == '\\' || str_starts(rest, STR("(*")) ||
			 (str_starts(rest, STR("(?")) && !str_starts(rest, STR("(?:"))))
			return pattern.n;
		depth += c == '(';
		depth -= c == ')';
		if (depth == 0)
			return i + 1;
	}
	return pattern.n;
}

/* Behind what stands at `at` and is no plain character; the end of the pattern when it is not
 * simple. */
static size_t skip_other(struct str pattern, size_t at)
{
	switch (pattern.p[at]) {
	case '[': return skip_class(pattern, at);
	case '(': return skip_group(pattern, at);
	case '\\': return is_simple_escape(pattern, at) ? at + 2 : pattern.n;
	case '.':
	case '^':
	case '$':
	case '?':
	case '*':
	case '+': return at + 1;
	default: return is_plain(pattern.p[at], false) ? at + 1 : pattern.n;
	}
}

struct literal literal_of(struct str pattern, bool caseless)
{
	if (str_starts(pattern, STR("(?i)"))) {
		pattern = str_from(pattern, 4);
		caseless = true;
	}
	struct literal best = {.caseless = caseless}, run = best, none = best;
	for (size_t i = 0, next; i < pattern.n; i = next) {
		char c = pattern.p[i];
		bool escaped = c == '\\' && i + 1 < pattern.n && is_punctuation(pattern.p[i + 1]);
		next = i + 1 + escaped;
		if (escaped || is_plain(c, caseless)) {
			add_byte(&run, pattern.p[next - 1]);
			continue;
		}
		if (c == '?' || c == '*' || c == '{')
			drop_character(&run); /* it need not be there */
		keep_longer(&best, &run);
		next = skip_other(pattern, i);
		if (next == pattern.n && str_index(str_from(pattern, i), '|') < pattern.n - i)
			return none; /* it may stand between alternatives */
	}
	keep_longer(&best, &run);
	return best;
}

#if defined(__x86_64__)

#define AVX512 __attribute__((target("avx512f,avx512bw,bmi2")))

/* The bytes of v that are c, or its capital. */
AVX512 static uint64_t where(__m512i v, unsigned char c, bool caseless)
{
	uint64_t at = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)c));
	if (caseless && is_letter((char)c))
		at |= _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)(c ^ 0x20)));
	return at;
}

/* At least `n` bytes, nothing behind them is read. */
AVX512 static __m512i load(const char *p, size_t n)
{
	return _mm512_maskz_loadu_epi8(n >= 64 ? ~0ull : _bzhi_u64(~0ull, (unsigned)n), p);
}

/* The first place where the first, a middle and the last byte of the literal stand as they should.
 */
AVX512 static size_t find_avx512(const struct literal *l, struct str text)
{
	size_t last = l->n - 1, middle = l->n / 2;
	for (size_t at = 0; at + last < text.n; at += 64) {
		size_t left = text.n - at;
		uint64_t found = where(load(text.p + at, left), l->bytes[0], l->caseless);
		found &= where(load(text.p + at + last, left - last), l->bytes[last], l->caseless);
		if (found)
			found &= where(load(text.p + at + middle, left - middle), l->bytes[middle],
				l->caseless);
		if (found)
			return at + (size_t)__builtin_ctzll(found);
	}
	return text.n;
}

#endif

bool literal_usable(void)
{
#if defined(__x86_64__)
	return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2");
#else
	return false;
#endif
}

size_t literal_find(const struct literal *literal, struct str text)
{
#if defined(__x86_64__)
	return find_avx512(literal, text);
#else
	(void)literal, (void)text;
	return 0;
#endif
}
