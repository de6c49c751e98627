#include <stdlib.h>

#include "base/mem.h"
#include "input/preview.h"

static struct str moved(struct str part, struct str from, struct str to, struct arena *arena)
{
	size_t at = (size_t)(part.p - from.p);
	bool inside = part.p >= from.p && at <= from.n && part.n <= from.n - at;
	return inside ? (struct str){to.p + at, part.n} : arena_str(arena, part);
}

/* Most fields are views of the raw text: one copy moves them all. */
struct row row_copy(const struct row *row, struct arena *arena)
{
	struct row copy = *row;
	copy.raw = arena_str(arena, row->raw);
	copy.fields = arena_alloc(arena, row->n, sizeof *copy.fields);
	for (size_t i = 0; i < row->n; i++)
		copy.fields[i] = moved(row->fields[i], row->raw, copy.raw, arena);
	if (row->numbers) {
		bool *numbers = arena_alloc(arena, row->n, sizeof *numbers);
		memcpy(numbers, row->numbers, row->n * sizeof *numbers);
		copy.numbers = numbers;
	}
	return copy;
}

void preview_add(struct preview *p, const struct row *row, struct str why)
{
	p->rows = mem_grow(p->rows, p->n, &p->cap, sizeof *p->rows);
	p->rows[p->n++] = (struct preview_row){row_copy(row, &p->arena), arena_str(&p->arena, why)};
	p->bytes += row->raw.n + row->n * sizeof *row->fields;
}

void preview_clear(struct preview *p)
{
	p->n = p->bytes = 0;
	p->open = false;
	arena_reset(&p->arena);
}

void preview_release(struct preview *p)
{
	free(p->rows);
	arena_release(&p->arena);
	*p = (struct preview){0};
}
