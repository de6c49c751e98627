#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/near.h"
#include "base/utf8.h"
#include "vocab/override.h"
#include "vocab/vocab.h"

/* A user's table while it grows: the bytes and cells of struct vocab. Never freed: it lives for the
 * run. */
struct growing {
	struct buf text;
	uint32_t *cells;
	size_t ncells, cap;
};

static void add_cell(struct growing *g, struct str cell, char end)
{
	if (g->text.n + cell.n >= UINT32_MAX)
		diex("a vocabulary is larger than 4 GiB");
	g->cells = mem_grow(g->cells, g->ncells, &g->cap, sizeof *g->cells);
	g->cells[g->ncells++] = (uint32_t)g->text.n;
	buf_addstr(&g->text, cell);
	buf_putc(&g->text, end);
}

/* Where the bytes end; not a cell. */
static void add_end(struct growing *g)
{
	g->cells = mem_grow(g->cells, g->ncells, &g->cap, sizeof *g->cells);
	g->cells[g->ncells] = (uint32_t)g->text.n;
}

static void add_line(struct growing *g, struct str line)
{
	struct str rest = line, cell;
	while (str_split(&rest, '\t', &cell))
		add_cell(g, cell, rest.p ? '\t' : '\n');
}

/* Whether a column, by its number, is named in the key. */
static bool is_key(const struct vocab *v, size_t column)
{
	struct str rest = str_of(v->key), word;
	while (str_split(&rest, ' ', &word))
		if (str_eq(word, vocab_header(v, column)))
			return true;
	return false;
}

/* The key cells of a row, TAB after each: comparable bytes, because no cell holds a TAB. */
static struct str row_key(const struct vocab *v, size_t row, struct buf *scratch)
{
	buf_clear(scratch);
	for (size_t c = 0; c < v->ncols; c++)
		if (is_key(v, c)) {
			buf_addstr(scratch, vocab_cell(v, row, c));
			buf_putc(scratch, '\t');
		}
	return buf_str(scratch);
}

static struct str header_line(const struct vocab *v)
{
	return (struct str){v->text, v->cells[v->ncols] - 1};
}

static void check_line(const struct vocab *v, struct str line, const struct pos *pos)
{
	struct str rest = line, cell;
	size_t n = 0;
	if (!utf8_valid(line))
		die_at(pos, "the line is not valid UTF-8");
	if (memchr(line.p, '\0', line.n) || memchr(line.p, '\r', line.n))
		die_at(pos, "a NUL or carriage return in the line");
	for (; str_split(&rest, '\t', &cell); n++)
		if (n < v->ncols && cell.n == 0 && is_key(v, n))
			die_at(pos, "empty '" STR_FMT "', which is part of the key",
				STR_ARG(vocab_header(v, n)));
	if (n != v->ncols)
		die_at(pos, "%zu cells where the header has %zu", n, v->ncols);
}

static void check_header(const struct vocab *v, struct str line, const struct pos *pos)
{
	struct str want = header_line(v);
	if (!str_eq(line, want))
		die_at(pos, "the header is '" STR_FMT "', not '" STR_FMT "'", STR_ARG(line),
			STR_ARG(want));
}

static void add_user_lines(
	struct growing *g, const struct vocab *v, struct str bytes, const char *path)
{
	struct pos pos = {path, 0};
	struct str rest = bytes, line;
	if (bytes.n == 0)
		die_at(&pos, "the file is empty");
	if (bytes.p[bytes.n - 1] == '\n')
		rest.n--;
	while (str_split(&rest, '\n', &line)) {
		if (pos.line++ == 0)
			check_header(v, line, &pos);
		else
			check_line(v, line, &pos);
		add_line(g, line);
	}
}

/* The user's rows first, then the compiled ones whose key the user does not have. */
static void merge(struct vocab *v, struct str bytes, const char *path)
{
	struct growing g = {0};
	struct intern keys = {0};
	struct buf scratch = {0};
	add_user_lines(&g, v, bytes, path);
	add_end(&g);
	struct vocab user = *v;
	user.text = g.text.p;
	user.cells = g.cells;
	user.nrows = g.ncells / v->ncols - 1;
	for (size_t row = 0; row < user.nrows; row++)
		intern_add(&keys, row_key(&user, row, &scratch));
	for (size_t row = 0; row < v->nrows; row++) {
		if (intern_find(&keys, row_key(v, row, &scratch)) != INTERN_NONE)
			continue;
		for (size_t c = 0; c < v->ncols; c++)
			add_cell(&g, vocab_cell(v, row, c), c + 1 < v->ncols ? '\t' : '\n');
	}
	add_end(&g);
	v->text = g.text.p;
	v->cells = g.cells;
	v->nrows = g.ncells / v->ncols - 1;
	intern_release(&keys);
	buf_release(&scratch);
}

static void read_file(struct buf *b, const char *path)
{
	FILE *f = fopen(path, "re");
	if (!f)
		die("cannot open '%s'", path);
	size_t n;
	do {
		buf_reserve(b, 64 * 1024);
		n = fread(b->p + b->n, 1, b->cap - b->n, f);
		b->n += n;
		if (b->n > VOCAB_FILE_LIMIT)
			diex("'%s' is larger than %d bytes", path, VOCAB_FILE_LIMIT);
	} while (n);
	if (ferror(f))
		die("cannot read '%s'", path);
	fclose(f);
}

/* Which table a file name means; a name that means none is a slip that must not pass in silence. */
static size_t table_of(const struct vocab *tables, size_t n, const char *folder, struct str name)
{
	struct str names[VOCAB_COUNT], stem = str_head(name, name.n - 4);
	for (size_t i = 0; i < n; i++) {
		names[i] = str_of(tables[i].name);
		if (str_eq(names[i], stem))
			return i;
	}
	size_t near = near_find(stem, names, n);
	if (near < n)
		diex("%s: unknown vocabulary '" STR_FMT "' (did you mean '%s.tsv'?)", folder,
			STR_ARG(name), tables[near].name);
	diex("%s: unknown vocabulary '" STR_FMT "'", folder, STR_ARG(name));
}

void vocab_override(struct vocab *tables, size_t n, const char *folder)
{
	struct arena arena = {0}; /* holds the file names, which messages may still need */
	struct dirent *entry;
	DIR *dir = opendir(folder);
	if (!dir)
		die("cannot open the vocabulary folder '%s'", folder);
	for (errno = 0; (entry = readdir(dir)); errno = 0) {
		struct str name = str_of(entry->d_name);
		if (name.p[0] == '.' || !str_ends(name, STR(".tsv")))
			continue;
		struct vocab *v = &tables[table_of(tables, n, folder, name)];
		struct str path = arena_fmt(&arena, "%s/%s", folder, entry->d_name);
		struct buf bytes = {0};
		read_file(&bytes, path.p);
		merge(v, buf_str(&bytes), path.p);
		buf_release(&bytes);
	}
	if (errno)
		die("cannot read the vocabulary folder '%s'", folder);
	closedir(dir);
	arena_release(&arena);
}
