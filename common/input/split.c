#include <stdlib.h>

#include "base/mem.h"
#include "input/split.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { WORD = 64, SLACK = 16 };

/* What is carried from one word of 64 bytes to the next. */
struct carry {
	uint64_t quoted; /* all ones between quotes */
	bool after_cr;
	uint32_t quotes; /* of the row that is not ended */
	bool odd;
};

static void prepare(struct split *s, size_t n)
{
	s->nsep = s->nrow = 0;
	s->cr = s->lone_cr = s->nul = false;
	if (n <= s->cap && s->sep)
		return;
	s->sep = mem_resize(s->sep, n + SLACK, sizeof *s->sep);
	s->row = mem_resize(s->row, n + SLACK, sizeof *s->row);
	s->quotes = mem_resize(s->quotes, n + SLACK, sizeof *s->quotes);
	s->odd = mem_resize(s->odd, n + SLACK, sizeof *s->odd);
	s->cap = n;
}

static void end_row(struct split *s, struct carry *c, size_t nsep)
{
	s->quotes[s->nrow] = c->quotes;
	s->odd[s->nrow] = c->odd;
	s->row[s->nrow++] = (uint32_t)nsep;
	c->quotes = 0;
	c->odd = false;
}

static void scan_byte(struct split *s, struct carry *c, char byte, size_t at, char delimiter)
{
	s->lone_cr |= c->after_cr && byte != '\n';
	c->after_cr = byte == '\r';
	s->cr |= byte == '\r';
	s->nul |= byte == '\0';
	if (byte == '"') {
		c->quoted = ~c->quoted;
		c->quotes++;
	} else if (!c->quoted && byte == delimiter) {
		s->sep[s->nsep++] = (uint32_t)at;
	} else if (!c->quoted && byte == '\n') {
		s->sep[s->nsep++] = (uint32_t)at;
		end_row(s, c, s->nsep);
	} else if (byte == '\n' || byte == '\t' || byte == '\\') {
		c->odd = true;
	}
}

static void scan_plain_from(
	struct split *s, struct carry *c, const char *p, size_t from, size_t n, char delimiter)
{
	for (size_t i = from; i < n; i++)
		scan_byte(s, c, p[i], i, delimiter);
}

#if defined(__x86_64__)

#define TARGET     __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))
#define MASK(v, c) ((uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8((v), _mm256_set1_epi8(c))))
#define MASK64(c)  ((uint64_t)MASK(a, c) | (uint64_t)MASK(b, c) << 32)

/* The bytes of interest among 64, a bit each. */
struct word {
	uint64_t quote, delimiter, feed, odd, cr;
	bool nul;
};

TARGET static struct word word_load(const char *p, char delimiter)
{
	__m256i a = _mm256_loadu_si256((const __m256i *)p);
	__m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
	__m256i nuls = _mm256_cmpeq_epi8(_mm256_min_epu8(a, b), _mm256_setzero_si256());
	return (struct word){MASK64('"'), MASK64(delimiter), MASK64('\n'),
		MASK64('\t') | MASK64('\\'), MASK64('\r'), !_mm256_testz_si256(nuls, nuls)};
}

/* Bit i of the result is the parity of bits 0 to i: ones between an odd and the next even quote. */
TARGET static uint64_t parity(uint64_t bits)
{
	__m128i product = _mm_clmulepi64_si128(
		_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
	return (uint64_t)_mm_cvtsi128_si64(product);
}

TARGET static void add_separators(struct split *s, uint64_t bits, uint32_t base)
{
	uint32_t *out = s->sep + s->nsep;
	s->nsep += (size_t)__builtin_popcountll(bits);
	while (bits) {
		for (int i = 0; i < 4; i++) { /* past the last bit this writes into the slack */
			*out++ = base + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
			bits &= bits - 1;
		}
	}
}

TARGET static void add_to_row(struct carry *c, uint64_t quotes, uint64_t odd)
{
	c->quotes += (uint32_t)__builtin_popcountll(quotes);
	c->odd |= odd != 0;
}

TARGET static void add_rows(struct split *s, struct carry *c, uint64_t rows, uint64_t seps,
	uint64_t quotes, uint64_t odd)
{
	for (; rows; rows &= rows - 1) {
		uint64_t upto = rows ^ (rows - 1); /* the line feed and all bits below it */
		add_to_row(c, quotes & upto, odd & upto);
		end_row(s, c, s->nsep + (size_t)__builtin_popcountll(seps & upto));
		quotes &= ~upto;
		odd &= ~upto;
	}
	add_to_row(c, quotes, odd);
}

/* Returns where the separators of the word are. */
TARGET static inline uint64_t scan_word(
	struct split *s, struct carry *c, struct word w, char delimiter)
{
	uint64_t quoted = parity(w.quote) ^ c->quoted;
	uint64_t rows = w.feed & ~quoted, seps = rows | (w.delimiter & ~quoted);
	uint64_t odd = (delimiter == '\t' ? w.odd & ~seps : w.odd) | (w.feed & quoted);
	c->quoted = 0 - (quoted >> 63);
	s->lone_cr |= (c->after_cr && !(w.feed & 1)) || (w.cr & ~(w.feed >> 1) & ~(1ull << 63));
	c->after_cr = w.cr >> 63;
	s->cr |= w.cr != 0;
	s->nul |= w.nul;
	add_rows(s, c, rows, seps, w.quote, odd);
	return seps;
}

TARGET static void scan_avx2(struct split *s, const char *p, size_t n, char delimiter)
{
	struct carry c = {0};
	size_t i = 0;
	for (; i + WORD <= n; i += WORD) {
		uint64_t seps = scan_word(s, &c, word_load(p + i, delimiter), delimiter);
		add_separators(s, seps, (uint32_t)i);
	}
	scan_plain_from(s, &c, p, i, n, delimiter);
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,avx2,bmi,bmi2,popcnt,pclmul")))

AVX512 static struct word word_load_512(const char *p, char delimiter)
{
	__m512i v = _mm512_loadu_si512(p);
	return (struct word){
		.quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')),
		.delimiter = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(delimiter)),
		.feed = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')),
		.odd = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\t')) |
	               _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\')),
		.cr = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r')),
		.nul = _mm512_testn_epi8_mask(v, v) != 0,
	};
}

/* Up to 16 at once: their places in the word are put side by side. */
AVX512 static void add_separators_512(struct split *s, uint64_t bits, uint32_t base, __m512i places)
{
	size_t n = (size_t)__builtin_popcountll(bits);
	__m128i few = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(bits, places));
	if (__builtin_expect(n > SLACK, 0)) {
		add_separators(s, bits, base);
		return;
	}
	_mm512_storeu_si512(s->sep + s->nsep,
		_mm512_add_epi32(_mm512_cvtepu8_epi32(few), _mm512_set1_epi32((int)base)));
	s->nsep += n;
}

AVX512 static void scan_avx512(struct split *s, const char *p, size_t n, char delimiter)
{
	unsigned char place[WORD];
	struct carry c = {0};
	size_t i = 0;
	for (int k = 0; k < WORD; k++)
		place[k] = (unsigned char)k;
	const __m512i places = _mm512_loadu_si512(place);
	for (; i + WORD <= n; i += WORD) {
		uint64_t seps = scan_word(s, &c, word_load_512(p + i, delimiter), delimiter);
		add_separators_512(s, seps, (uint32_t)i, places);
	}
	scan_plain_from(s, &c, p, i, n, delimiter);
}

#endif

static bool has_form(enum split_form form)
{
#if defined(__x86_64__)
	bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
	            __builtin_cpu_supports("pclmul");
	if (form == SPLIT_AVX512)
		return avx2 && __builtin_cpu_supports("avx512bw") &&
		       __builtin_cpu_supports("avx512vbmi2");
	if (form == SPLIT_AVX2)
		return avx2;
#endif
	return form == SPLIT_PLAIN;
}

bool split_scan_by(enum split_form form, struct split *s, const char *p, size_t n, char delimiter)
{
	struct carry c = {0};
	if (!has_form(form))
		return false;
	prepare(s, n);
	switch (form) {
#if defined(__x86_64__)
	case SPLIT_AVX512: scan_avx512(s, p, n, delimiter); break;
	case SPLIT_AVX2: scan_avx2(s, p, n, delimiter); break;
#endif
	default: scan_plain_from(s, &c, p, 0, n, delimiter); break;
	}
	return true;
}

void split_scan(struct split *s, const char *p, size_t n, char delimiter)
{
	if (!split_scan_by(SPLIT_AVX512, s, p, n, delimiter) &&
		!split_scan_by(SPLIT_AVX2, s, p, n, delimiter))
		split_scan_by(SPLIT_PLAIN, s, p, n, delimiter);
}

/* Without the second of two quotes; false when one stands alone. */
static bool undouble(struct str inner, struct buf *values)
{
	for (size_t at; (at = str_index(inner, '"')) < inner.n; inner = str_from(inner, at + 2)) {
		if (at + 1 == inner.n || inner.p[at + 1] != '"')
			return false;
		buf_add(values, inner.p, at + 1);
	}
	buf_addstr(values, inner);
	return true;
}

/* The value of one field; false when its quotes are not regular. */
static bool unquote_field(struct str *field, struct buf *values)
{
	if (field->n == 0 || field->p[0] != '"')
		return str_index(*field, '"') == field->n;
	if (field->n < 2 || field->p[field->n - 1] != '"')
		return false;
	struct str inner = {field->p + 1, field->n - 2};
	size_t from = values->n;
	if (!undouble(inner, values))
		return false;
	*field = (struct str){values->p + from, values->n - from};
	return true;
}

static size_t total_length(const struct str *fields, size_t n)
{
	size_t total = 0;
	for (size_t i = 0; i < n; i++)
		total += fields[i].n;
	return total;
}

size_t split_strip(struct str *fields, size_t n)
{
	size_t quotes = 0;
	for (size_t i = 0; i < n; i++) {
		struct str f = fields[i];
		if (f.n < 2 || f.p[0] != '"' || f.p[f.n - 1] != '"')
			continue;
		fields[i] = (struct str){f.p + 1, f.n - 2};
		quotes += 2;
	}
	return quotes;
}

bool split_unquote(struct str *fields, size_t n, struct buf *values)
{
	buf_clear(values);
	buf_reserve(values, total_length(fields, n)); /* views of it stay good */
	for (size_t i = 0; i < n; i++)
		if (!unquote_field(&fields[i], values))
			return false;
	return true;
}

void split_release(struct split *s)
{
	free(s->sep);
	free(s->row);
	free(s->quotes);
	free(s->odd);
	*s = (struct split){0};
}
