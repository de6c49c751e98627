#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/accumulate.h"
#include "stats/state.h"

static size_t table_of(const struct state *s, const void *keys)
{
	for (size_t i = s->n; keys && i-- > 0;)
		if (s->tables[i].texts == keys || s->tables[i].pairs == keys)
			return i;
	return STATE_ZERO;
}

static struct state_table *add_table(struct state *s, const char *name, enum state_keys keys)
{
	s->tables = mem_grow(s->tables, s->n, &s->cap, sizeof *s->tables);
	struct state_table *t = &s->tables[s->n++];
	*t = (struct state_table){
		.name = name, .keys = keys, .first = STATE_ZERO, .second = STATE_ZERO};
	return t;
}

struct state_table *state_texts(struct state *s, const char *name, struct intern *texts)
{
	struct state_table *t = add_table(s, name, KEYS_TEXTS);
	t->texts = texts;
	return t;
}

struct state_table *state_pairs(struct state *s, const char *name, struct pairs *pairs,
	const void *first, const void *second)
{
	size_t a = table_of(s, first), b = table_of(s, second);
	struct state_table *t = add_table(s, name, KEYS_PAIRS);
	t->pairs = pairs;
	t->first = a;
	t->second = b;
	return t;
}

struct state_table *state_along(struct state *s, const char *name, const void *keys)
{
	size_t a = table_of(s, keys);
	struct state_table *t = add_table(s, name, a == STATE_ZERO ? KEYS_SINGLE : KEYS_ALONG);
	t->first = a;
	return t;
}

struct state_table *state_single(struct state *s, const char *name)
{
	return add_table(s, name, KEYS_SINGLE);
}

void state_room(struct state_table *t, void *owner, void (*room)(void *owner, size_t n))
{
	t->owner = owner;
	t->room = room;
}

static struct state_column *add_column(struct state_table *t)
{
	if (t->ncolumns == STATE_COLUMNS)
		diex("table '%s' of the state has too many columns", t->name);
	return &t->columns[t->ncolumns++];
}

void state_column(struct state_table *t, const struct state_type *type, void *array, size_t stride,
	size_t offset, size_t times)
{
	if (times)
		*add_column(t) = (struct state_column){.type = type,
			.array = array,
			.stride = stride,
			.offset = offset,
			.times = times};
}

void state_value(struct state_table *t, const struct state_type *type, void *value)
{
	*add_column(t) = (struct state_column){
		.type = type, .array = value, .fixed = true, .stride = type->size, .times = 1};
}

void state_reference(struct state *s, uint32_t **array, const void *keys, state_clash *clash)
{
	*add_column(&s->tables[s->n - 1]) = (struct state_column){.array = array,
		.stride = sizeof **array,
		.times = 1,
		.refers = table_of(s, keys),
		.clash = clash};
}

void state_many(struct state_table *t, void *owner, const struct state_many *many)
{
	t->owner = owner;
	t->many = many;
}

size_t state_rows(const struct state *s, const struct state_table *t)
{
	switch (t->keys) {
	case KEYS_TEXTS: return t->texts->n;
	case KEYS_PAIRS: return t->pairs->n;
	case KEYS_ALONG: return state_rows(s, &s->tables[t->first]);
	default: return 1;
	}
}

char *state_cell(const struct state_column *c, size_t row)
{
	char *array = c->array;
	if (!c->fixed)
		memcpy(&array, c->array, sizeof array);
	return array + row * c->stride + c->offset;
}

static void make_room(const struct state_table *t, size_t n)
{
	if (t->room)
		t->room(t->owner, n);
}

/* Merging. */

static uint32_t mapped(uint32_t *const *maps, size_t table, uint32_t number)
{
	return table == STATE_ZERO ? number : maps[table][number];
}

static uint32_t add_key(const struct state_table *into, const struct state_table *from,
	uint32_t row, uint32_t *const *maps)
{
	switch (from->keys) {
	case KEYS_TEXTS: return intern_add(into->texts, intern_text(from->texts, row));
	case KEYS_PAIRS:
		return pairs_number(into->pairs,
			mapped(maps, from->first, pair_first(from->pairs, row)),
			mapped(maps, from->second, pair_second(from->pairs, row)));
	default: return mapped(maps, from->first, row);
	}
}

static void merge_reference(
	const struct state_table *t, const struct state_column *c, uint32_t row, uint32_t other)
{
	uint32_t *here = (uint32_t *)(void *)state_cell(c, row);
	if (*here == UINT32_MAX)
		*here = other;
	else if (other != UINT32_MAX && *here != other)
		c->clash(t->owner, row, *here, other);
}

static void merge_row(const struct state_table *into, uint32_t here, const struct state_table *from,
	uint32_t row, uint32_t *const *maps)
{
	for (size_t i = 0; i < into->ncolumns; i++) {
		const struct state_column *a = &into->columns[i], *b = &from->columns[i];
		char *to = state_cell(a, here), *what = state_cell(b, row);
		if (!a->type) {
			uint32_t number = *(uint32_t *)(void *)what;
			merge_reference(into, a, here,
				number == UINT32_MAX ? number : mapped(maps, b->refers, number));
			continue;
		}
		for (size_t k = 0; k < a->times; k++)
			a->type->merge(to + k * a->type->size, what + k * a->type->size);
	}
}

static uint32_t *merge_table(const struct state_table *into, const struct state_table *from,
	size_t n, uint32_t *const *maps)
{
	uint32_t *map = mem_zero(n, sizeof *map);
	make_room(from, n);
	for (uint32_t row = 0; row < n; row++) {
		map[row] = add_key(into, from, row, maps);
		if (into->ncolumns) {
			make_room(into, map[row] + (size_t)1);
			merge_row(into, map[row], from, row, maps);
		}
	}
	if (into->many)
		into->many->merge(into->owner, from->owner, map);
	return map;
}

static void free_maps(uint32_t **maps, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(maps[i]);
	free(maps);
}

void state_merge(struct state *into, struct state *from)
{
	uint32_t **maps = mem_zero(into->n + 1, sizeof(uint32_t *));
	for (size_t i = 0; i < into->n; i++)
		maps[i] = merge_table(&into->tables[i], &from->tables[i],
			state_rows(from, &from->tables[i]), maps);
	free_maps(maps, into->n);
}

/* Sorting. */

struct place {
	uint64_t key;
	uint32_t row;
};

static int compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	return (x->key > y->key) - (x->key < y->key);
}

static int compare_texts(const void *a, const void *b, void *texts)
{
	return str_cmp(intern_text(texts, ((const struct place *)a)->row),
		intern_text(texts, ((const struct place *)b)->row));
}

/* The rows in their new order, or NULL where nothing moves. */
static struct place *sorted_keys(const struct state_table *t, size_t n, uint32_t *const *maps)
{
	struct place *order = mem_zero(n, sizeof *order);
	bool sorted = true;
	for (uint32_t i = 0; i < n; i++) {
		order[i].row = i;
		if (t->keys == KEYS_PAIRS)
			order[i].key = pair_key(mapped(maps, t->first, pair_first(t->pairs, i)),
				mapped(maps, t->second, pair_second(t->pairs, i)));
		else
			order[i].key = mapped(maps, t->first, i);
		if (i && t->keys == KEYS_TEXTS)
			sorted &= compare_texts(&order[i - 1], &order[i], t->texts) < 0;
		else if (i)
			sorted &= order[i - 1].key < order[i].key;
	}
	if (!sorted && t->keys == KEYS_TEXTS)
		qsort_r(order, n, sizeof *order, compare_texts, t->texts);
	else if (!sorted)
		qsort(order, n, sizeof *order, compare_places);
	return order;
}

static void sort_column(
	const struct state_column *c, const struct place *order, size_t n, uint32_t *const *maps)
{
	uint32_t *numbers = (uint32_t *)(void *)state_cell(c, 0);
	for (size_t i = 0; !c->type && i < n; i++)
		if (numbers[i] != UINT32_MAX)
			numbers[i] = mapped(maps, c->refers, numbers[i]);
	size_t size = c->type ? c->type->size * c->times : sizeof *numbers;
	char *sorted = mem_zero(n, size);
	for (size_t i = 0; i < n; i++)
		memcpy(sorted + i * size, state_cell(c, order[i].row), size);
	for (size_t i = 0; i < n; i++)
		memcpy(state_cell(c, i), sorted + i * size, size);
	free(sorted);
}

static uint32_t *sort_table(const struct state_table *t, size_t n, uint32_t *const *maps)
{
	uint32_t *map = mem_zero(n, sizeof *map);
	if (t->keys == KEYS_SINGLE)
		return map;
	struct place *order = sorted_keys(t, n, maps);
	for (uint32_t i = 0; i < n; i++)
		map[order[i].row] = i;
	make_room(t, n);
	for (size_t i = 0; i < t->ncolumns; i++)
		sort_column(&t->columns[i], order, n, maps);
	if (t->keys == KEYS_TEXTS) {
		intern_renumber(t->texts, map);
	} else if (t->keys == KEYS_PAIRS) {
		uint64_t *keys = mem_zero(n, sizeof *keys);
		for (size_t i = 0; i < n; i++)
			keys[i] = order[i].key;
		pairs_assign(t->pairs, keys, n);
		free(keys);
	}
	free(order);
	return map;
}

void state_sort(struct state *s)
{
	uint32_t **maps = mem_zero(s->n + 1, sizeof(uint32_t *));
	for (size_t i = 0; i < s->n; i++) {
		const struct state_table *t = &s->tables[i];
		size_t n = state_rows(s, t);
		maps[i] = sort_table(t, n, maps);
		if (t->many)
			t->many->sort(t->owner, maps[i], n);
	}
	free_maps(maps, s->n);
}

void state_release(struct state *s)
{
	free(s->tables);
	*s = (struct state){0};
}

/* The types. */

static void merge_count(void *into, void *from)
{
	*(uint64_t *)into += *(uint64_t *)from;
}

static void write_count(struct buf *out, const void *value)
{
	char text[24];
	int n = snprintf(text, sizeof text, "%llu", (unsigned long long)*(const uint64_t *)value);
	buf_add(out, text, (size_t)n);
}

static bool read_count(struct str text, void *value)
{
	uint64_t n = 0;
	if (text.n == 0 || (text.n > 1 && text.p[0] == '0'))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9' || __builtin_mul_overflow(n, 10, &n) ||
			__builtin_add_overflow(n, (uint64_t)(text.p[i] - '0'), &n))
			return false;
	}
	*(uint64_t *)value = n;
	return true;
}

const struct state_type STATE_COUNT = {sizeof(uint64_t), merge_count, write_count, read_count};

static void merge_sum(void *into, void *from)
{
	exactsum_merge(into, from);
	exactsum_release(from);
}

static void write_sum(struct buf *out, const void *value)
{
	exactsum_write(out, value);
}

static bool read_sum(struct str text, void *value)
{
	return exactsum_read(text, value);
}

const struct state_type STATE_SUM = {sizeof(struct exactsum), merge_sum, write_sum, read_sum};

static void merge_flag(void *into, void *from)
{
	*(bool *)into |= *(bool *)from;
}

static void write_flag(struct buf *out, const void *value)
{
	buf_putc(out, *(const bool *)value ? '1' : '0');
}

static bool read_flag(struct str text, void *value)
{
	*(bool *)value = text.n == 1 && text.p[0] == '1';
	return text.n == 1 && (text.p[0] == '0' || text.p[0] == '1');
}

const struct state_type STATE_FLAG = {sizeof(bool), merge_flag, write_flag, read_flag};

static void merge_least(void *into, void *from)
{
	int *a = into, *b = from;
	*a = *b < *a ? *b : *a;
}

static void merge_most(void *into, void *from)
{
	int *a = into, *b = from;
	*a = *b > *a ? *b : *a;
}

static void write_int(struct buf *out, const void *value)
{
	buf_fmt(out, "%d", *(const int *)value);
}

static bool read_int(struct str text, void *value)
{
	uint64_t n = 0;
	bool minus = str_starts(text, STR("-"));
	if (!read_count(str_from(text, minus), &n) || n > (uint64_t)INT32_MAX + minus)
		return false;
	*(int *)value = (int)(minus ? -(int64_t)n : (int64_t)n);
	return !(minus && n == 0);
}

const struct state_type STATE_LEAST = {sizeof(int), merge_least, write_int, read_int};
const struct state_type STATE_MOST = {sizeof(int), merge_most, write_int, read_int};

static void merge_range(void *into, void *from)
{
	range_merge(into, from);
}

/* How many, and the smallest and the largest with how many of each: 5 2*1.5 1*7 */
static void write_range(struct buf *out, const void *value)
{
	const struct range *r = value;
	char text[NUMBER_MAX];
	write_count(out, &r->n);
	for (int i = 0; r->n && i < 2; i++) {
		buf_putc(out, ' ');
		write_count(out, i ? &r->nmax : &r->nmin);
		buf_putc(out, '*');
		buf_add(out, text, number_format(i ? r->max : r->min, text));
	}
}

static bool read_end(struct str text, uint64_t *n, double *value)
{
	struct str rest = text, count;
	return str_split(&rest, '*', &count) && rest.p && read_count(count, n) && *n > 0 &&
	       number_parse(rest, value);
}

static bool read_range(struct str text, void *value)
{
	struct range *r = value;
	struct str rest = text, n, min;
	if (!str_split(&rest, ' ', &n) || !read_count(n, &r->n))
		return false;
	if (r->n == 0)
		return !rest.p;
	return str_split(&rest, ' ', &min) && rest.p && read_end(min, &r->nmin, &r->min) &&
	       read_end(rest, &r->nmax, &r->max) && r->min <= r->max && r->nmin <= r->n &&
	       r->nmax <= r->n;
}

const struct state_type STATE_RANGE = {sizeof(struct range), merge_range, write_range, read_range};
