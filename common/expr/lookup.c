#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/near.h"
#include "expr/lookup.h"

/* The values of the key columns as written, with TABs between; false when all are empty. */
static bool make_key(struct lookup *l, const struct record *rec, const size_t *columns)
{
	bool any = false;
	buf_clear(&l->text);
	for (size_t i = 0; i < l->nkey; i++) {
		struct str field = record_field(rec, columns[i]);
		any |= field.n > 0;
		buf_putc(&l->text, '\t');
		buf_addstr(&l->text, field);
	}
	return any;
}

static void add_row(struct lookup *l, const struct record *rec)
{
	if (!make_key(l, rec, l->theirs))
		return;
	size_t n = l->keys.n;
	if (intern_add(&l->keys, buf_str(&l->text)) < n) {
		struct str key = str_from(buf_str(&l->text), 1);
		warn_at(&rec->pos, "key stands twice, the first row counts: '" STR_FMT "'",
			STR_ARG(key));
		return;
	}
	buf_clear(&l->text);
	for (size_t i = 0; i < l->nadd; i++) {
		buf_putc(&l->text, '\t');
		buf_addstr(&l->text, record_field(rec, l->add[i]));
	}
	l->added = mem_grow(l->added, n, &l->cap, sizeof *l->added);
	l->added[n] = arena_str(&l->arena, buf_str(&l->text));
}

static bool find_column(
	const struct header *h, struct str name, const char *where, size_t *column, struct buf *why)
{
	long found = header_find(h, name);
	if (found == COLUMN_NONE) {
		buf_fmt(why, "unknown column '" STR_FMT "' in %s", STR_ARG(name), where);
		near_suggest(name, h->names, h->n, why);
		return false;
	}
	*column = (size_t)found;
	return true;
}

static bool find_keys(struct lookup *l, const char *path, const char *on,
	const struct header *input, const struct header *file, struct buf *why)
{
	struct str *names = names_parse(str_of(on), &l->nkey, &l->arena);
	if (!names) {
		buf_fmt(why, "malformed list of columns '%s'", on);
		return false;
	}
	l->key = arena_alloc(&l->arena, l->nkey, sizeof *l->key);
	l->theirs = arena_alloc(&l->arena, l->nkey, sizeof *l->theirs);
	for (size_t i = 0; i < l->nkey; i++) {
		size_t cut = str_index(names[i], '=');
		struct str ours = str_trim(str_head(names[i], cut));
		struct str theirs = cut < names[i].n ? str_trim(str_from(names[i], cut + 1)) : ours;
		if (!find_column(input, ours, "the input", &l->key[i], why) ||
			!find_column(file, theirs, path, &l->theirs[i], why))
			return false;
	}
	return true;
}

static bool is_key(const struct lookup *l, size_t column)
{
	for (size_t i = 0; i < l->nkey; i++)
		if (l->theirs[i] == column)
			return true;
	return false;
}

static bool find_added(struct lookup *l, const char *path, const char *add,
	const struct header *file, struct buf *why)
{
	size_t n = 0;
	struct str *names = add ? names_parse(str_of(add), &n, &l->arena) : NULL;
	l->add = arena_alloc(&l->arena, n + file->n, sizeof *l->add);
	if (add && !names) {
		buf_fmt(why, "malformed list of columns '%s'", add);
		return false;
	}
	for (size_t i = 0; !add && i < file->n; i++)
		if (!is_key(l, i))
			l->add[l->nadd++] = i;
	for (size_t i = 0; i < n; i++)
		if (!find_column(file, names[i], path, &l->add[l->nadd++], why))
			return false;
	return true;
}

static bool make_header(
	struct lookup *l, const struct header *input, const struct header *file, struct buf *why)
{
	char *tabs = arena_alloc(&l->arena, l->nadd + 1, 1);
	for (size_t i = 0; i < input->n; i++)
		header_add(&l->header, input->names[i]);
	for (size_t i = 0; i < l->nadd; i++)
		if (!header_add(&l->header, file->names[l->add[i]])) {
			buf_fmt(why,
				"column '" STR_FMT
				"' would stand twice (choose columns with --add)",
				STR_ARG(file->names[l->add[i]]));
			return false;
		}
	memset(tabs, '\t', l->nadd);
	l->none = (struct str){tabs, l->nadd};
	l->end = mem_zero(l->header.n, sizeof *l->end);
	return true;
}

bool lookup_init(struct lookup *l, const char *path, const char *on, const char *add,
	const struct header *input, struct buf *why)
{
	char *files[] = {(char *)path};
	struct record rec;
	*l = (struct lookup){0};
	struct reader *r = reader_open(files, 1, NULL);
	const struct header *file = reader_header(r);
	bool ok = find_keys(l, path, on, input, file, why) && find_added(l, path, add, file, why) &&
	          make_header(l, input, file, why);
	while (ok && reader_next(r, &rec))
		add_row(l, &rec);
	reader_close(r);
	return ok;
}

/* The record with `added` behind it. */
static struct record extend(struct lookup *l, const struct record *rec, struct str added)
{
	size_t start = (size_t)(rec->line.p - rec->block), n = rec->n;
	buf_clear(&l->line);
	buf_addstr(&l->line, rec->line);
	buf_addstr(&l->line, added);
	buf_putc(&l->line, '\n');
	struct record joined = *rec;
	joined.block = l->line.p;
	joined.line = (struct str){l->line.p, l->line.n - 1};
	joined.end = l->end;
	for (size_t i = 0; i < rec->n; i++)
		l->end[i] = (uint32_t)(rec->end[i] - start);
	for (size_t i = rec->line.n + 1; i < l->line.n; i++) {
		if (l->line.p[i] == '\t' || l->line.p[i] == '\n')
			l->end[n++] = (uint32_t)i;
		joined.escaped |= l->line.p[i] == '\\';
	}
	joined.n = l->header.n;
	return joined;
}

bool lookup_run(struct lookup *l, const struct record *rec, struct record *joined)
{
	uint32_t row =
		make_key(l, rec, l->key) ? intern_find(&l->keys, buf_str(&l->text)) : INTERN_NONE;
	struct str added = row == INTERN_NONE ? l->none : l->added[row];
	if (rec->line.n + added.n > LIMIT_RECORD) {
		warn_at(&rec->pos, "record would be longer than %d bytes; nothing is added",
			LIMIT_RECORD);
		added = l->none;
	}
	*joined = extend(l, rec, added);
	return row != INTERN_NONE;
}

void lookup_release(struct lookup *l)
{
	free(l->added);
	free(l->end);
	buf_release(&l->text);
	buf_release(&l->line);
	intern_release(&l->keys);
	header_release(&l->header);
	arena_release(&l->arena);
}
