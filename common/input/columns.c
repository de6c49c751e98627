#include "input/columns.h"
#include "base/diag.h"
#include "term/heading.h"

static struct str *keep_cells(struct columns *c, const struct row *row)
{
	struct str *cells = arena_alloc(&c->arena, row->n + 1, sizeof *cells);
	for (size_t i = 0; i < row->n; i++)
		cells[i] = arena_str(&c->arena, str_trim(row->fields[i]));
	return cells;
}

static void keep_header(struct columns *c, const struct row *header)
{
	c->n = header->n;
	c->cells = keep_cells(c, header);
	c->fields = arena_alloc(&c->arena, c->n + 1, sizeof *c->fields);
	c->numbers = arena_zero(&c->arena, c->n + 1, sizeof *c->numbers);
	c->dropped = arena_zero(&c->arena, c->n + 1, sizeof *c->dropped);
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

/* The standard column, or what is written where there is none. */
static struct str meaning_of(struct str heading, struct str type)
{
	struct str column = heading_find(heading, type);
	return column.n ? column : heading;
}

static bool is_alone(const struct row *lower, size_t i, struct str type)
{
	struct str own = meaning_of(str_trim(lower->fields[i]), type);
	for (size_t j = 0; j < lower->n; j++)
		if (j != i && str_eq(meaning_of(str_trim(lower->fields[j]), type), own))
			return false;
	return true;
}

static struct str join_names(
	struct columns *c, struct str group, const struct row *lower, size_t i, struct str type)
{
	struct str bottom = str_trim(lower->fields[i]);
	if (str_eq(group, bottom))
		return bottom;
	struct str both = arena_fmt(&c->arena, STR_FMT "%s" STR_FMT, STR_ARG(group),
		group.n && bottom.n ? " " : "", STR_ARG(bottom));
	bool sure = type.n && heading_find(both, type).n == 0 && heading_find(bottom, type).n;
	return sure && is_alone(lower, i, type) ? bottom : both;
}

bool columns_join(struct columns *c, struct row *upper, const struct row *lower, struct str type)
{
	struct str group = {NULL, 0}, *joined;
	size_t n = 0;
	if (lower->n != c->n)
		return false;
	joined = arena_alloc(&c->arena, c->n + 1, sizeof *joined);
	c->lower = keep_cells(c, lower);
	for (size_t i = 0; i < c->n; i++) {
		group = c->cells[i].n ? c->cells[i] : group;
		if (!c->dropped[i])
			joined[n++] = join_names(c, group, lower, i, type);
	}
	upper->fields = joined;
	return true;
}

/* Does the row repeat a line of the header, with `least` filled cells? */
static bool repeats(
	const struct columns *c, const struct str *cells, size_t least, const struct row *row)
{
	size_t filled = 0;
	for (size_t i = 0; i < c->n; i++) {
		if (!str_eq(str_trim(row->fields[i]), cells[i]))
			return false;
		filled += cells[i].n > 0;
	}
	return filled >= least;
}

bool columns_repeat(const struct columns *c, const struct row *row)
{
	return row->n == c->n && (repeats(c, c->cells, c->lower ? 1 : 2, row) ||
					 (c->lower && repeats(c, c->lower, 2, row)));
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
