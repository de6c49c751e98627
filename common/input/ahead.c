#include "input/ahead.h"
#include "input/preview.h"

static void read_one(struct ahead *a, struct rows *r)
{
	struct row row = {0};
	struct ahead_row *next = &a->rows[a->n];
	bool over = a->n > a->at && (a->rows[a->n - 1].status == ROWS_END ||
					    a->rows[a->n - 1].status == ROWS_FAILED);
	next->status = over ? ROWS_END : rows_next(r, &row);
	bool has_row = next->status == ROWS_ROW || next->status == ROWS_REFUSED;
	next->row = has_row ? row_copy(&row, &a->arena) : row;
	next->why = arena_str(&a->arena, buf_str(&r->why));
	a->n++;
}

enum rows_status ahead_look(struct ahead *a, struct rows *r, size_t i, struct row *row)
{
	if (a->at == a->n)
		a->at = a->n = 0;
	while (a->n - a->at <= i)
		read_one(a, r);
	*row = a->rows[a->at + i].row;
	return a->rows[a->at + i].status;
}

enum rows_status ahead_next(struct ahead *a, struct rows *r, struct row *row)
{
	if (a->at == a->n)
		return rows_next(r, row);
	const struct ahead_row *next = &a->rows[a->at++];
	*row = next->row;
	buf_clear(&r->why);
	buf_addstr(&r->why, next->why);
	return next->status;
}

void ahead_release(struct ahead *a)
{
	arena_release(&a->arena);
	*a = (struct ahead){0};
}
