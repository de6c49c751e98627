#include <stdlib.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/near.h"
#include "base/utf8.h"
#include "record/header.h"
#include "record/value.h"

bool header_add(struct header *h, struct str name)
{
	if (name.n == 0 || h->n == LIMIT_COLUMNS || intern_find(&h->index, name) != INTERN_NONE)
		return false;
	uint32_t number = intern_add(&h->index, name);
	h->names = mem_grow(h->names, h->n, &h->cap, sizeof *h->names);
	h->names[h->n++] = intern_text(&h->index, number);
	return true;
}

/* What is wrong with the line as a whole, or NULL. */
static const char *line_trouble(struct str line)
{
	if (str_starts(line, STR("\xEF\xBB\xBF")))
		return "a byte order mark before the header (koop-import takes it away)";
	if (line.n && line.p[line.n - 1] == '\r')
		return "the header ends with a carriage return (koop-import reads such files)";
	if (str_index(line, '\0') < line.n || str_index(line, '\r') < line.n)
		return "a NUL or carriage return in the header";
	if (!utf8_valid(line))
		return "the header is not UTF-8 (koop-import reads other encodings)";
	return value_escapes_valid(line) ? NULL : "an unknown escape in the header";
}

static bool add_or_say(struct header *h, struct str name, size_t column, struct buf *why)
{
	if (header_add(h, name))
		return true;
	long other = header_find(h, name);
	if (name.n == 0)
		buf_fmt(why, "column %zu has no name", column);
	else if (other != COLUMN_NONE)
		buf_fmt(why, "column '" STR_FMT "' twice, as columns %ld and %zu", STR_ARG(name),
			other + 1, column);
	else
		buf_fmt(why, "more than %d columns", LIMIT_COLUMNS);
	return false;
}

bool header_parse(struct header *h, struct str line, struct buf *why)
{
	struct arena arena = {0};
	const char *trouble = line_trouble(line);
	struct str rest = line.p ? line : STR(""), field;
	bool ok = !trouble;
	if (trouble)
		buf_puts(why, trouble);
	for (size_t column = 1; ok && str_split(&rest, '\t', &field); column++)
		ok = add_or_say(h, value_decode(field, &arena), column, why);
	arena_release(&arena);
	return ok;
}

long header_find(const struct header *h, struct str name)
{
	uint32_t number = intern_find(&h->index, name);
	return number == INTERN_NONE ? COLUMN_NONE : (long)number;
}

struct str header_near(const struct header *h, struct str name)
{
	size_t at = near_find(name, h->names, h->n);
	return at < h->n ? h->names[at] : (struct str){NULL, 0};
}

size_t header_need(const struct header *h, struct str name)
{
	long column = header_find(h, name);
	if (column != COLUMN_NONE)
		return (size_t)column;
	struct str near = header_near(h, name);
	if (near.n)
		diex("unknown column '" STR_FMT "' (did you mean '" STR_FMT "'?)", STR_ARG(name),
			STR_ARG(near));
	diex("unknown column '" STR_FMT "'", STR_ARG(name));
}

/* Takes one name off the front of *rest; false when it is malformed. */
static bool take_name(struct str *rest, struct str *name)
{
	if (!str_starts(*rest, STR("`"))) {
		str_split(rest, ',', name);
		*name = str_trim(*name);
		return name->n > 0;
	}
	*name = str_from(*rest, 1);
	size_t end = str_index(*name, '`');
	if (end == name->n || end == 0)
		return false;
	*rest = str_from(*name, end + 1);
	*name = str_head(*name, end);
	if (rest->n == 0)
		*rest = (struct str){NULL, 0};
	else if (rest->p[0] == ',')
		*rest = (struct str){rest->p + 1, rest->n - 1};
	else
		return false;
	return true;
}

struct str *names_parse(struct str list, size_t *n, struct arena *arena)
{
	size_t most = 1;
	for (size_t i = 0; i < list.n; i++)
		most += list.p[i] == ',';
	struct str *names = arena_zero(arena, most, sizeof *names);
	struct str rest = list.p ? list : STR("");
	for (*n = 0; rest.p; ++*n)
		if (!take_name(&rest, &names[*n]))
			return NULL;
	return names;
}

size_t *header_need_list(const struct header *h, const char *list, size_t *n, struct arena *arena)
{
	struct str *names = names_parse(str_of(list), n, arena);
	if (!names)
		diex("malformed list of columns '%s'", list);
	size_t *columns = arena_alloc(arena, *n, sizeof *columns);
	for (size_t i = 0; i < *n; i++) {
		columns[i] = header_need(h, names[i]);
		for (size_t j = 0; j < i; j++)
			if (columns[j] == columns[i])
				diex("column '" STR_FMT "' is named twice in '%s'",
					STR_ARG(names[i]), list);
	}
	return columns;
}

void header_release(struct header *h)
{
	free(h->names);
	intern_release(&h->index);
	*h = (struct header){0};
}
