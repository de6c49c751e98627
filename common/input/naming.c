#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "input/naming.h"
#include "record/reader.h"
#include "term/citizen.h"
#include "term/heading.h"
#include "text/text.h"

void naming_read_map(struct naming *n, const char *path)
{
	char *files[] = {(char *)path};
	struct reader *reader = reader_open(files, 1, NULL);
	size_t from = header_need(reader_header(reader), STR("from"));
	size_t to = header_need(reader_header(reader), STR("to"));
	struct record rec;
	while (reader_next(reader, &rec)) {
		n->map = mem_grow(n->map, n->nmap, &n->cap, sizeof *n->map);
		n->map[n->nmap++] = (struct naming_pair){
			arena_str(&n->arena, record_value(&rec, from, &n->arena)),
			arena_str(&n->arena, record_value(&rec, to, &n->arena)),
			false,
		};
	}
	reader_close(reader);
}

static struct str name_of(struct naming *n, struct str cell, size_t number)
{
	for (size_t i = 0; i < n->nmap; i++)
		if (str_eq(n->map[i].from, cell)) {
			n->map[i].used = true;
			return n->map[i].to;
		}
	struct str heading = n->type.n ? heading_find(cell, n->type) : (struct str){NULL, 0};
	if (heading.n)
		return heading;
	return cell.n ? cell : arena_fmt(&n->arena, "c%zu", number);
}

bool naming_knows(const struct naming *n, const struct row *row)
{
	struct arena arena = {0};
	bool known = false;
	for (size_t i = 0; i < row->n && !known; i++) {
		struct str cell = text_clean(row->fields[i], &arena);
		known = heading_find(cell, n->type.n ? n->type : STR("member")).n > 0;
		for (size_t j = 0; j < n->nmap; j++)
			known |= str_eq(n->map[j].from, cell);
	}
	arena_release(&arena);
	return known;
}

static bool explain(const struct header *h, const struct row *row, struct str name, size_t number,
	struct arena *arena, struct buf *why)
{
	long other = header_find(h, name);
	if (other == COLUMN_NONE) {
		buf_fmt(why, "more than %d columns", LIMIT_COLUMNS);
		return false;
	}
	struct str first = citizen_mask(text_clean(row->fields[other], arena), arena),
		   second = citizen_mask(text_clean(row->fields[number], arena), arena);
	name = citizen_mask(name, arena);
	if (str_eq(first, second))
		buf_fmt(why,
			"column '" STR_FMT
			"' twice, as columns %ld and %zu (rename one with --map)",
			STR_ARG(name), other + 1, number + 1);
	else
		buf_fmt(why,
			"columns %ld '" STR_FMT "' and %zu '" STR_FMT "' are both '" STR_FMT
			"' (rename one with --map)",
			other + 1, STR_ARG(first), number + 1, STR_ARG(second), STR_ARG(name));
	return false;
}

bool naming_header(struct naming *n, const struct row *row, struct header *h, struct buf *why)
{
	for (size_t i = 0; i < row->n; i++) {
		struct str cell = text_clean(row->fields[i], &n->arena);
		struct str name = name_of(n, cell, i + 1);
		if (!header_add(h, name))
			return explain(h, row, name, i, &n->arena, why);
	}
	return true;
}

void naming_numbers(const struct row *row, struct header *h)
{
	struct arena arena = {0};
	for (size_t i = 0; i < row->n; i++)
		header_add(h, arena_fmt(&arena, "c%zu", i + 1));
	arena_release(&arena);
}

static void names_of_file(const char *path, struct header *h)
{
	char *files[] = {(char *)path};
	struct reader *reader = reader_open(files, 1, NULL);
	for (size_t i = 0; i < reader_header(reader)->n; i++)
		header_add(h, reader_header(reader)->names[i]);
	reader_close(reader);
}

void naming_given(const char *option, struct header *h)
{
	struct arena arena = {0};
	size_t n;
	if (option[0] == '@') {
		names_of_file(option + 1, h);
		return;
	}
	struct str *names = names_parse(str_of(option), &n, &arena);
	if (!names)
		diex("malformed list of columns '%s'", option);
	for (size_t i = 0; i < n; i++)
		if (!header_add(h, names[i]))
			diex("column '" STR_FMT "' twice, or too many columns, in '%s'",
				STR_ARG(names[i]), option);
	arena_release(&arena);
}

void naming_release(struct naming *n)
{
	free(n->map);
	arena_release(&n->arena);
	*n = (struct naming){0};
}
