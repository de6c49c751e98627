/*
 * axis: one thing that records are grouped by: a column, a list column, or the periods of a date
 * column.
 *
 * Every distinct value gets a number (a code) in order of first appearance. A record has one code
 * on a plain column, one for each distinct item on a list column, one for each period on a date
 * column; where there is no value it has the code of the empty text, so every record has at least
 * one. Short values are found again in a small direct-mapped cache of 16-byte keys; the codes of a
 * whole list or date are kept by its text, for at most AXIS_KEPT texts at a time.
 */
#ifndef KOOP_STATS_AXIS_H
#define KOOP_STATS_AXIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/str.h"
#include "record/list.h"
#include "record/reader.h"
#include "stats/period.h"

enum axis_kind { AXIS_VALUE, AXIS_LIST, AXIS_PERIOD };

enum { AXIS_QUICK = 256, AXIS_KEPT = 65536 };

/* The codes of a whole list or date: code[from .. from + n). */
struct axis_text {
	uint32_t from, n;
	bool bad, many; /* not a date; a date in too many periods */
};

struct axis_quick {
	uint64_t head, tail; /* the first 8 bytes, and the last 8 of more than 8 */
	uint32_t n, code;
};

struct axis {
	struct str name; /* of the output column */
	enum axis_kind kind;
	size_t column;
	struct period_rule rule; /* of periods, and the column they come from */
	struct str source;
	int first, last;      /* the periods seen, first > last when none */
	struct intern values; /* decoded texts by code */

	const uint32_t *codes; /* of the record taken last */
	size_t ncodes;
	uint32_t one;

	struct axis_quick *quick;
	struct intern texts; /* lists and dates as written */
	struct axis_text *known;
	uint32_t *pool;
	size_t cap_known, npool, cap_pool;
	struct list list;
	struct arena arena;
};

void axis_init(struct axis *a, struct str name, enum axis_kind kind, size_t column);

/* What axis_take does when the value is not among the short ones seen lately. */
void axis_take_slowly(struct axis *a, const struct record *rec, struct str field);

enum { AXIS_SHORT = 16 };

static inline uint64_t axis_load(const char *p, size_t n)
{
	uint64_t v = 0;
	if (n >= 8)
		memcpy(&v, p, 8);
	else if (n >=
		 4) { /* two loads that overlap: no byte twice in the same place, none left out */
		uint32_t a, b;
		memcpy(&a, p, 4);
		memcpy(&b, p + n - 4, 4);
		v = (uint64_t)b << 32 | a;
	} else if (n) {
		v = (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 |
		    (uint64_t)(unsigned char)p[n - 1] << 16;
	}
	return v;
}

static inline struct axis_quick axis_quick_key(struct str field)
{
	uint64_t head = axis_load(field.p, field.n);
	uint64_t tail = field.n > 8 ? axis_load(field.p + field.n - 8, 8) : 0;
	return (struct axis_quick){head, tail, (uint32_t)field.n, 0};
}

static inline struct axis_quick *axis_quick_slot(const struct axis *a, const struct axis_quick *key)
{
	uint64_t h =
		(key->head ^ (key->tail << 23 | key->tail >> 41) ^ key->n) * 0x9e3779b97f4a7c15ull;
	return &a->quick[h >> 56];
}

/* Finds the codes of a record. A text that is no date is said, and counts as no value. */
static inline void axis_take(struct axis *a, const struct record *rec)
{
	struct str field = record_field(rec, a->column);
	if (a->kind == AXIS_VALUE && field.n <= AXIS_SHORT) {
		struct axis_quick key = axis_quick_key(field), *slot = axis_quick_slot(a, &key);
		if (slot->head == key.head && slot->tail == key.tail && slot->n == key.n) {
			a->one = slot->code;
			return;
		}
	}
	axis_take_slowly(a, rec, field);
}

/* The periods that another axis has seen are as if seen here. */
void axis_widen(struct axis *a, const struct axis *other);

/* Gives every period between the first and the last seen a code. */
void axis_fill_periods(struct axis *a);

void axis_release(struct axis *a);

#endif
