/*
 * list: the items of a list column, joined by semicolons.
 *
 * Readers are generous: items are trimmed, empty ones passed over. Writers write the strict form:
 * no blanks around items, none empty, none twice. An item never holds a semicolon.
 */
#ifndef KOOP_RECORD_LIST_H
#define KOOP_RECORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * The next item of *rest, trimmed; false when there is none left. Begin with *rest the whole value.
 * Repeated items are given as often as they stand there.
 */
bool list_next(struct str *rest, struct str *item);

/*
 * The distinct items in their order: a growable array that is used again and again. Zeroed is
 * empty.
 */
struct list {
	struct str *items;
	size_t n, cap;
};

/* Fills the list; O(n) for short lists, O(n log n) for long ones. */
void list_split(struct list *list, struct str value);

/* Adds the items joined in the strict form. */
void list_join(struct buf *out, const struct list *list);

void list_release(struct list *list);

#endif
