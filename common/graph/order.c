#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/order.h"

enum { FEW = 32, DIGITS = 256 };

/* A text's position with the eight bytes that are being sorted by, the first byte highest. */
struct keyed {
	uint64_t key;
	uint32_t at;
};

/* Texts from..to - 1 agree in their first `depth` bytes and are still to be sorted. */
struct range {
	size_t from, to, depth;
};

struct sorting {
	const struct str *texts;
	struct keyed *items, *spare;
	struct range *ranges;
	size_t nranges, cap;
};

static uint64_t key_at(struct str text, size_t depth)
{
	uint64_t key = 0;
	size_t n = text.n > depth ? text.n - depth : 0;
	if (n >= 8) {
		memcpy(&key, text.p + depth, 8);
		return __builtin_bswap64(key);
	}
	for (size_t i = 0; i < n; i++)
		key |= (uint64_t)(unsigned char)text.p[depth + i] << (56 - 8 * i);
	return key;
}

static size_t common_length(struct str a, struct str b, size_t from, size_t limit)
{
	size_t i = from;
	while (i < limit && i < b.n && a.p[i] == b.p[i])
		i++;
	return i;
}

/* How many first bytes all texts of the range share. */
static size_t common_prefix(const struct sorting *s, const struct range *r)
{
	struct str first = s->texts[s->items[r->from].at];
	size_t limit = first.n;
	for (size_t i = r->from + 1; i < r->to && limit > r->depth; i++)
		limit = common_length(first, s->texts[s->items[i].at], r->depth, limit);
	return limit;
}

static void sort_few(const struct sorting *s, const struct range *r)
{
	for (size_t i = r->from + 1; i < r->to; i++) {
		struct keyed moving = s->items[i];
		size_t j = i;
		for (; j > r->from &&
			str_cmp(s->texts[s->items[j - 1].at], s->texts[moving.at]) > 0;
			j--)
			s->items[j] = s->items[j - 1];
		s->items[j] = moving;
	}
}

/* One stable pass by the byte of the key at `shift`; false when all have the same byte. */
static bool sort_digit(struct keyed *from, struct keyed *to, size_t n, int shift)
{
	size_t count[DIGITS] = {0}, sum = 0;
	for (size_t i = 0; i < n; i++)
		count[from[i].key >> shift & 0xff]++;
	if (count[from[0].key >> shift & 0xff] == n)
		return false;
	for (size_t i = 0; i < DIGITS; i++) {
		size_t here = count[i];
		count[i] = sum;
		sum += here;
	}
	for (size_t i = 0; i < n; i++)
		to[count[from[i].key >> shift & 0xff]++] = from[i];
	return true;
}

static void sort_keys(struct keyed *items, struct keyed *spare, size_t n)
{
	struct keyed *from = items, *to = spare;
	for (int shift = 0; shift < 64; shift += 8) {
		if (!sort_digit(from, to, n, shift))
			continue;
		struct keyed *swap = from;
		from = to;
		to = swap;
	}
	if (from != items)
		memcpy(items, from, n * sizeof *items);
}

static void push(struct sorting *s, size_t from, size_t to, size_t depth)
{
	s->ranges = mem_grow(s->ranges, s->nranges, &s->cap, sizeof *s->ranges);
	s->ranges[s->nranges++] = (struct range){from, to, depth};
}

/* Does any text of the range go on behind `depth`? Where none does, all are equal. */
static bool goes_on(const struct sorting *s, size_t from, size_t to, size_t depth)
{
	for (size_t i = from; i < to; i++)
		if (s->texts[s->items[i].at].n > depth)
			return true;
	return false;
}

/* Sorts a range by its next eight bytes, and leaves what is still equal for later. */
static void sort_range(struct sorting *s, struct range r)
{
	if (r.to - r.from <= FEW) {
		sort_few(s, &r);
		return;
	}
	size_t depth = common_prefix(s, &r);
	for (size_t i = r.from; i < r.to; i++)
		s->items[i].key = key_at(s->texts[s->items[i].at], depth);
	sort_keys(s->items + r.from, s->spare, r.to - r.from);
	for (size_t i = r.from, j; i < r.to; i = j) {
		for (j = i + 1; j < r.to && s->items[j].key == s->items[i].key; j++)
			;
		if (j - i > 1 && goes_on(s, i, j, depth + 8))
			push(s, i, j, depth + 8);
	}
}

uint32_t *order_texts(const struct str *texts, size_t n)
{
	struct sorting s = {.texts = texts};
	s.items = mem_resize(NULL, n + 1, sizeof *s.items);
	s.spare = mem_resize(NULL, n + 1, sizeof *s.spare);
	for (size_t i = 0; i < n; i++)
		s.items[i].at = (uint32_t)i;
	push(&s, 0, n, 0);
	while (s.nranges)
		sort_range(&s, s.ranges[--s.nranges]);
	uint32_t *order = mem_resize(NULL, n + 1, sizeof *order);
	for (size_t i = 0; i < n; i++)
		order[i] = s.items[i].at;
	free(s.items);
	free(s.spare);
	free(s.ranges);
	return order;
}

static void sort_few_numbers(uint32_t *numbers, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint32_t moving = numbers[i];
		size_t j = i;
		for (; j > 0 && numbers[j - 1] > moving; j--)
			numbers[j] = numbers[j - 1];
		numbers[j] = moving;
	}
}

void order_numbers(uint32_t *numbers, uint32_t *spare, size_t n)
{
	if (n <= FEW) {
		sort_few_numbers(numbers, n);
		return;
	}
	for (int shift = 0; shift < 32; shift += 8) {
		size_t count[DIGITS] = {0}, sum = 0;
		for (size_t i = 0; i < n; i++)
			count[numbers[i] >> shift & 0xff]++;
		if (count[numbers[0] >> shift & 0xff] == n)
			continue;
		for (size_t i = 0; i < DIGITS; i++) {
			size_t here = count[i];
			count[i] = sum;
			sum += here;
		}
		for (size_t i = 0; i < n; i++)
			spare[count[numbers[i] >> shift & 0xff]++] = numbers[i];
		memcpy(numbers, spare, n * sizeof *numbers);
	}
}

struct valued {
	double value;
	uint32_t at;
};

static int by_value(const void *x, const void *y)
{
	const struct valued *a = x, *b = y;
	if (isnan(a->value) != isnan(b->value))
		return isnan(a->value) ? 1 : -1;
	if (a->value != b->value && !isnan(a->value))
		return a->value < b->value ? 1 : -1;
	return (a->at > b->at) - (a->at < b->at);
}

uint32_t *order_largest(const double *values, size_t n, size_t *top)
{
	struct valued *all = mem_resize(NULL, n + 1, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct valued){values[i], (uint32_t)i};
	qsort(all, n, sizeof *all, by_value);
	if (*top > n)
		*top = n;
	uint32_t *order = mem_resize(NULL, *top + 1, sizeof *order);
	for (size_t i = 0; i < *top; i++)
		order[i] = all[i].at;
	free(all);
	return order;
}
