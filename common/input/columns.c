#include "input/columns.h"
#include "base/diag.h"

static void keep_header(struct columns *c, const struct row *header)
{
	c->n = header->n;
	c->cells = arena_alloc(&c->arena, c->n + 1, sizeof *c->cells);
	c->fields = arena_alloc(&c->arena, c->n + 1, sizeof *c->fields);
	c->numbers = arena_zero(&c->arena, c->n + 1, sizeof *c->numbers);
	c->dropped = arena_zero(&c->arena, c->n + 1, sizeof *c->dropped);
	for (size_t i = 0; i < c->n; i++)
		c->cells[i] = arena_str(&c->arena, str_trim(header->fields[i]));
}

static bool is_filled(const struct dialect_start *start, size_t column)
{
	return start->filled[column / 8] >> column % 8 & 1;
}

static void note_dropped(const struct columns *c, const char *file)
{
	struct buf list = {0};
	for (size_t i = 0; i < c->n; i++)
		if (c->dropped[i])
			buf_fmt(&list, "%s%zu", list.n ? ", " : "", i + 1);
	diag_note("%s: columns without a heading and a value left out: %s", file, buf_cstr(&list));
	buf_release(&list);
}

void columns_begin(struct columns *c, struct row *header, const struct dialect_start *start)
{
	struct buf none = {0};
	keep_header(c, header);
	for (size_t i = 0; i < c->n; i++) {
		c->dropped[i] = c->cells[i].n == 0 && !is_filled(start, i);
		c->ndropped += c->dropped[i];
	}
	if (c->ndropped == 0)
		return;
	note_dropped(c, header->pos.file);
	columns_take(c, header, &none);
	for (size_t i = 0, at = 0; i < c->n; at += !c->dropped[i++])
		if (!c->dropped[i] && c->cells[i].n == 0) /* named by its place in the file */
			header->fields[at] = arena_fmt(&c->arena, "c%zu", i + 1);
}

bool columns_join(struct columns *c, struct row *upper, const struct row *lower)
{
	struct str group = {NULL, 0}, *joined;
	if (upper->n != lower->n)
		return false;
	joined = arena_alloc(&c->arena, upper->n + 1, sizeof *joined);
	for (size_t i = 0; i < upper->n; i++) {
		struct str top = str_trim(c->cells[i]), bottom = str_trim(lower->fields[i]);
		group = top.n ? top : group;
		joined[i] = arena_fmt(&c->arena, STR_FMT "%s" STR_FMT, STR_ARG(group),
			group.n && bottom.n ? " " : "", STR_ARG(bottom));
	}
	upper->fields = joined;
	return true;
}

bool columns_repeat(const struct columns *c, const struct row *row)
{
	size_t filled = 0;
	if (row->n != c->n)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		if (!str_eq(str_trim(row->fields[i]), c->cells[i]))
			return false;
		filled += c->cells[i].n > 0;
	}
	return filled > 1;
}

bool columns_take(struct columns *c, struct row *row, struct buf *why)
{
	size_t n = 0;
	if (c->ndropped == 0 || row->n != c->n)
		return true;
	for (size_t i = 0; i < c->n; i++) {
		if (c->dropped[i] && str_trim(row->fields[i]).n) {
			buf_fmt(why, "a value in column %zu, which has no heading", i + 1);
			return false;
		}
		c->fields[n] = row->fields[i];
		c->numbers[n] = row->numbers && row->numbers[i];
		n += !c->dropped[i];
	}
	row->fields = c->fields;
	row->numbers = row->numbers ? c->numbers : NULL;
	row->n = n;
	return true;
}

void columns_release(struct columns *c)
{
	arena_release(&c->arena);
	*c = (struct columns){0};
}
