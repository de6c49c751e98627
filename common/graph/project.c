#include <stdlib.h>

#include "base/mem.h"
#include "graph/order.h"
#include "graph/project.h"

const char *const PROJECTION_NAMES[] = {
	"count", "newman", "jaccard", "overlap", "pairs", "inverse_size", NULL};

void twomode_add(struct twomode *two, uint32_t event, uint32_t item, const struct pos *pos)
{
	if (two->n >= UINT32_MAX - 1)
		diex("too many participations (%zu)", two->n);
	if (event == two->nevents) {
		two->first =
			mem_grow(two->first, two->nevents++, &two->cap_first, sizeof *two->first);
		two->first[event] = *pos;
	}
	two->part = mem_grow(two->part, two->n, &two->cap, sizeof *two->part);
	two->part[two->n++] = (struct edge){event, item};
}

/* Numbers items bytewise. */
static void rank_items(struct twomode *two)
{
	size_t n = two->nitems = two->ids.n;
	uint32_t *rank = mem_resize(NULL, n + 1, sizeof *rank);
	two->number = order_texts(two->ids.texts, n);
	two->texts = mem_resize(NULL, n + 1, sizeof *two->texts);
	for (size_t i = 0; i < n; i++) {
		two->texts[i] = two->ids.texts[two->number[i]];
		rank[two->number[i]] = (uint32_t)i;
	}
	for (size_t i = 0; i < two->n; i++)
		two->part[i].b = rank[two->part[i].b];
	free(rank);
}

/* Counting sort of the participations by item, so that the items of each event come in order. */
static void sort_by_item(struct twomode *two)
{
	size_t *start = mem_zero(two->nitems + 2, sizeof *start);
	struct edge *sorted = mem_resize(NULL, two->n + 1, sizeof *sorted);
	for (size_t i = 0; i < two->n; i++)
		start[two->part[i].b + 1]++;
	for (size_t i = 0; i < two->nitems; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < two->n; i++)
		sorted[start[two->part[i].b]++] = two->part[i];
	free(start);
	free(two->part);
	two->part = sorted;
	two->cap = two->n + 1;
}

/* The items of every event, repeats dropped: length[e] of them from event_start[e] on. */
static uint32_t *fill_events(struct twomode *two)
{
	size_t *start = mem_zero(two->nevents + 2, sizeof *start);
	uint32_t *length = mem_zero(two->nevents + 1, sizeof *length);
	two->event_items = mem_resize(NULL, two->n + 1, sizeof *two->event_items);
	for (size_t i = 0; i < two->n; i++)
		start[two->part[i].a + 1]++;
	for (size_t i = 0; i < two->nevents; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < two->n; i++) {
		struct edge part = two->part[i];
		uint32_t *items = two->event_items + start[part.a], n = length[part.a];
		if (n && items[n - 1] == part.b)
			continue;
		items[n] = part.b;
		length[part.a]++;
	}
	two->event_start = start;
	return length;
}

/* Refuses events that are too large: their length becomes 0. Returns how many participations stay.
 */
static size_t refuse_large(struct twomode *two, uint32_t *length, size_t max_items, size_t *largest)
{
	size_t stay = 0;
	*largest = 0;
	for (size_t e = 0; e < two->nevents; e++) {
		size_t k = length[e];
		if (k > max_items) {
			warn_at(&two->first[e],
				"'" STR_FMT
				"' has %zu items, which would make %zu edges; the limit is %zu "
				"(--two-mode needs none of them, --max-partners allows more)",
				STR_ARG(intern_text(&two->events, (uint32_t)e)), k, k * (k - 1) / 2,
				max_items);
			length[e] = 0;
		}
		stay += length[e];
		if (length[e] > *largest)
			*largest = length[e];
	}
	return stay;
}

/* The events with any items, by size; their number in *n. */
static uint32_t *events_by_size(
	const struct twomode *two, const uint32_t *length, size_t largest, size_t *n)
{
	size_t *start = mem_zero(largest + 2, sizeof *start);
	uint32_t *order = mem_resize(NULL, two->nevents + 1, sizeof *order);
	*n = 0;
	for (size_t e = 0; e < two->nevents; e++)
		start[length[e] ? length[e] + 1 : 0]++;
	start[0] = 0;
	for (size_t k = 0; k <= largest; k++)
		start[k + 1] += start[k];
	for (size_t e = 0; e < two->nevents; e++)
		if (length[e]) {
			order[start[length[e]]++] = (uint32_t)e;
			(*n)++;
		}
	free(start);
	return order;
}

/* Puts the events in order of size and makes their items contiguous. */
static void order_events(struct twomode *two, size_t max_items)
{
	uint32_t *length = fill_events(two);
	size_t largest, n, stay = refuse_large(two, length, max_items, &largest);
	uint32_t *order = events_by_size(two, length, largest, &n);
	size_t *start = mem_zero(n + 2, sizeof *start);
	uint32_t *items = mem_resize(NULL, stay + 1, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		size_t k = length[order[i]];
		memcpy(items + start[i], two->event_items + two->event_start[order[i]],
			k * sizeof *items);
		start[i + 1] = start[i] + k;
	}
	free(two->event_start);
	free(two->event_items);
	free(length);
	two->event_number = order;
	two->event_start = start;
	two->event_items = items;
	two->nevents = n;
}

static void list_events_of_items(struct twomode *two)
{
	size_t total = two->event_start[two->nevents];
	size_t *start = mem_zero(two->nitems + 2, sizeof *start), *next = start + 1;
	two->item_events = mem_resize(NULL, total + 1, sizeof *two->item_events);
	for (size_t i = 0; i < total; i++)
		next[two->event_items[i] + 1]++;
	for (size_t i = 0; i < two->nitems; i++)
		start[i + 1] += start[i];
	for (size_t e = 0; e < two->nevents; e++)
		for (size_t i = two->event_start[e]; i < two->event_start[e + 1]; i++)
			two->item_events[next[two->event_items[i]]++] = (uint32_t)e;
	two->item_start = start;
}

void twomode_arrange(struct twomode *two, size_t max_items)
{
	rank_items(two);
	sort_by_item(two);
	order_events(two, max_items);
	free(two->part);
	two->part = NULL;
	two->n = two->cap = 0;
	list_events_of_items(two);
}

void twomode_release(struct twomode *two)
{
	intern_release(&two->events);
	intern_release(&two->ids);
	free(two->part);
	free(two->first);
	free(two->event_start);
	free(two->event_items);
	free(two->event_number);
	free(two->item_start);
	free(two->item_events);
	free(two->texts);
	free(two->number);
	*two = (struct twomode){0};
}

/* What one item shares with each other: numbers by item, set only where touched. */
struct shared {
	uint32_t *count;
	double *newman, *pairs, *inverse; /* NULL when not wanted */
	uint32_t *touched, *spare;
	size_t ntouched;
	size_t *next; /* in each event, the item after the one at hand */
};

static void add_event(const struct twomode *two, struct shared *s, size_t event)
{
	size_t end = two->event_start[event + 1];
	double k = (double)(end - two->event_start[event]);
	for (size_t i = ++s->next[event]; i < end; i++) {
		uint32_t other = two->event_items[i];
		if (s->count[other]++ == 0)
			s->touched[s->ntouched++] = other;
		if (s->newman)
			s->newman[other] += 1 / (k - 1);
		if (s->pairs)
			s->pairs[other] += 2 / (k * (k - 1));
		if (s->inverse)
			s->inverse[other] += 1 / k;
	}
}

static double take_out(double *weights, uint32_t item)
{
	double weight = weights ? weights[item] : 0;
	if (weights)
		weights[item] = 0;
	return weight;
}

static void hand_out(const struct twomode *two, struct shared *s, uint32_t a,
	void (*take)(void *sink, const struct projected *edge), void *sink)
{
	const size_t *start = two->item_start;
	double d_a = (double)(start[a + 1] - start[a]);
	order_numbers(s->touched, s->spare, s->ntouched);
	for (size_t i = 0; i < s->ntouched; i++) {
		uint32_t b = s->touched[i];
		double count = s->count[b], d_b = (double)(start[b + 1] - start[b]);
		struct projected edge = {
			a, b,
			{count, take_out(s->newman, b), count / (d_a + d_b - count),
                             count / (d_a < d_b ? d_a : d_b), take_out(s->pairs, b),
                             take_out(s->inverse, b)}
                };
		take(sink, &edge);
		s->count[b] = 0;
	}
	s->ntouched = 0;
}

static double *weights_if(unsigned wanted, enum projection weight, size_t n)
{
	return wanted & 1u << weight ? mem_zero(n + 1, sizeof(double)) : NULL;
}

void twomode_project(const struct twomode *two, unsigned wanted,
	void (*take)(void *sink, const struct projected *edge), void *sink)
{
	size_t n = two->nitems;
	struct shared s = {0};
	s.count = mem_zero(n + 1, sizeof *s.count);
	s.newman = weights_if(wanted, PROJECT_NEWMAN, n);
	s.pairs = weights_if(wanted, PROJECT_PAIRS, n);
	s.inverse = weights_if(wanted, PROJECT_INVERSE_SIZE, n);
	s.touched = mem_resize(NULL, n + 1, sizeof *s.touched);
	s.spare = mem_resize(NULL, n + 1, sizeof *s.spare);
	s.next = mem_resize(NULL, two->nevents + 1, sizeof *s.next);
	memcpy(s.next, two->event_start, two->nevents * sizeof *s.next);
	for (size_t a = 0; a < n; a++) {
		for (size_t i = two->item_start[a]; i < two->item_start[a + 1]; i++)
			add_event(two, &s, two->item_events[i]);
		hand_out(two, &s, (uint32_t)a, take, sink);
	}
	free(s.count);
	free(s.newman);
	free(s.pairs);
	free(s.inverse);
	free(s.touched);
	free(s.spare);
	free(s.next);
}

static void take_edge(void *sink, const struct projected *edge)
{
	edgelist_add(sink, edge->a, edge->b, edge->weight[PROJECT_COUNT]);
}

void twomode_graph(const struct twomode *two, struct graph *g)
{
	struct edgelist list = {.weighted = true};
	twomode_project(two, 0, take_edge, &list);
	graph_from_sorted(g, &list, two->texts, two->number, two->nitems);
}
