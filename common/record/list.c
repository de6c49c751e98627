#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "record/list.h"

enum { SHORT_LIST = 16 };

bool list_next(struct str *rest, struct str *item)
{
	while (rest->n && str_split(rest, ';', item)) {
		*item = str_trim(*item);
		if (item->n)
			return true;
	}
	return false;
}

static bool holds(const struct list *list, struct str item)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->items[i], item))
			return true;
	return false;
}

void list_split(struct list *list, struct str value)
{
	struct intern seen = {0};
	struct str rest = value, item;
	list->n = 0;
	while (list_next(&rest, &item)) {
		if (list->n < SHORT_LIST && holds(list, item))
			continue;
		if (list->n == SHORT_LIST && seen.n == 0)
			for (size_t i = 0; i < list->n; i++)
				intern_add(&seen, list->items[i]);
		if (list->n >= SHORT_LIST && intern_add(&seen, item) < list->n)
			continue;
		list->items = mem_grow(list->items, list->n, &list->cap, sizeof *list->items);
		list->items[list->n++] = item;
	}
	intern_release(&seen);
}

void list_join(struct buf *out, const struct list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			buf_putc(out, ';');
		buf_addstr(out, list->items[i]);
	}
}

void list_release(struct list *list)
{
	free(list->items);
	*list = (struct list){0};
}
