/*
 * axis: one thing that records are grouped by: a column, a list column, the periods of a date
 * column, or whether a column of towns has the capital.
 *
 * Every distinct value gets a number (a code) in order of first appearance. A record has one code
 * on a plain column, one for each distinct item on a list column, one for each period on a date
 * column; where there is no value it has the code of the empty text, so every record has at least
 * one. Short values are found again in a small direct-mapped cache of 16-byte keys; the codes of a
 * whole list or date are kept by its text, about AXIS_KEPT bytes of them at a time.
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
#include "stats/codebook.h"
#include "stats/period.h"
#include "stats/state.h"

enum axis_kind { AXIS_VALUE, AXIS_LIST, AXIS_PERIOD, AXIS_CAPITAL };

enum { AXIS_QUICK = 256, AXIS_KEPT = 32 * 1024 * 1024 };

/* The codes of a whole list or date: code[from .. from + n). */
struct axis_text {
	uint32_t from, n;
	bool bad, many; /* not a date; a date in too many periods */
};

/* How a record lies in a period: whether for certain, perhaps, and with what part of it. */
struct axis_mark {
	bool certain, possible;
	struct period_share share;
};

extern const struct axis_mark AXIS_WHOLE;

struct axis_quick {
	uint64_t head, tail; /* the first and the last 8 bytes; all of a shorter text */
	uint32_t n, code;
};

struct axis {
	struct str name; /* of the output column */
	enum axis_kind kind;
	size_t column;
	struct period_rule rule; /* of periods, and the column they come from */
	struct str source;
	long country;              /* the column beside that of towns, or COLUMN_NONE */
	struct buf text;           /* a town and its country */
	int first, last;           /* the periods seen, INT_MAX and INT_MIN when none */
	struct intern values;      /* decoded texts by code */
	const struct coded *coded; /* what they mean, or NULL */

	const uint32_t *codes;         /* of the record taken last */
	const struct axis_mark *marks; /* of each code; NULL: AXIS_WHOLE */
	size_t ncodes;
	uint32_t one;

	struct axis_quick *quick;
	struct intern texts; /* lists and dates as written */
	struct axis_text *known;
	uint32_t *pool;
	struct axis_mark *mark_pool; /* beside `pool`, when the rule is spread or both */
	size_t cap_known, npool, cap_pool, cap_marks;
	size_t kept; /* bytes, about */
	struct list list;
	struct arena arena;
};

/* Codes of the empty text, and of those that stand for a missing answer, are no values. */
static inline bool axis_is_value(const struct axis *a, uint32_t code)
{
	struct str text = intern_text(&a->values, code);
	return text.n > 0 && !(a->coded && coded_is_missing(a->coded, text));
}

void axis_init(struct axis *a, struct str name, enum axis_kind kind, size_t column);

/* What axis_take does when the value is not among the short ones seen lately. */
void axis_take_slowly(struct axis *a, const struct record *rec, struct str field);

enum { AXIS_SHORT = 16 };

/* The first 8 bytes of a text and its last 8, or all of it twice; up to READER_SLACK bytes behind
 * it are read. */
static inline struct axis_quick axis_quick_key(struct str field)
{
	static const uint64_t mask[9] = {0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff,
		0xffffffffffff, 0xffffffffffffff, 0xffffffffffffffff};
	struct axis_quick key = {0, 0, (uint32_t)field.n, 0};
	memcpy(&key.head, field.p, 8);
	memcpy(&key.tail, field.p + (field.n > 8 ? field.n - 8 : 0), 8);
	key.head &= mask[field.n > 8 ? 8 : field.n];
	key.tail &= mask[field.n > 8 ? 8 : field.n];
	return key;
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

/* What is kept: values, and the periods seen. */
void axis_state(struct axis *a, struct state *s);

/* Gives every period between the first and the last seen a code. */
void axis_fill_periods(struct axis *a);

void axis_release(struct axis *a);

#endif
