/*
 * order: records gathered and sorted in memory.
 *
 * The sort is stable; texts compare by bytes, or by an alphabet (text/collate.h), numbers by size,
 * dates by their earliest and then their latest day. Missing values, and values that are no number
 * or date where one is asked for (which is warned about), come last whether reversed or not. Memory
 * is O(all records); time O(n log n).
 */
#ifndef KOOP_EXPR_ORDER_H
#define KOOP_EXPR_ORDER_H

#include "base/buf.h"
#include "record/header.h"
#include "record/reader.h"
#include "text/collate.h"

struct order_key;
struct order_row;

struct order {
	struct order_key *keys;
	size_t nkeys;
	struct order_row *rows;
	size_t n, cap;
	const struct collation *collation; /* of texts; NULL: by bytes */
	struct arena arena;
	uint32_t *end; /* of the record that is handed out */
	size_t ncolumns;
};

/*
 * Reads a list "COL,COL:n,COL:dr": :n number, :d date, :r reverse; columns with odd names in
 * backquotes. `lang`: the language whose alphabet texts are sorted by; empty: by bytes. False with
 * the reason in *why.
 */
bool order_init(struct order *o, struct str list, struct str lang, const struct header *header,
	struct buf *why);

/* Keeps a copy of the record. */
void order_add(struct order *o, const struct record *rec);

/* Call when all are added. */
void order_sort(struct order *o);

/* Record i of the sorted ones; good until the next call. */
struct record order_get(struct order *o, size_t i);

void order_release(struct order *o);

#endif
