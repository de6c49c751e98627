#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/version.h"
#include "record/value.h"
#include "stats/statefile.h"

enum { FORMAT = 1, VALUE_MAX = 64 };

static const char MAGIC[] = "koop-state";

/* What is declared. */

static struct declared *declare(struct declaration *d, const char *name)
{
	d->items = mem_grow(d->items, d->n, &d->cap, sizeof *d->items);
	d->items[d->n] = (struct declared){.name = name};
	return &d->items[d->n++];
}

void declaration_option(struct declaration *d, const char *name, const char *value)
{
	struct declared *item = declare(d, name);
	item->value = value ? arena_str(&d->arena, str_of(value)) : (struct str){NULL, 0};
}

static uint64_t hash_more(uint64_t hash, struct str bytes)
{
	hash = (hash ^ hash_bytes(bytes)) * 0x9e3779b97f4a7c15ull + 1;
	return hash ^ hash >> 29;
}

bool declaration_file(struct declaration *d, const char *name, const char *path)
{
	char block[4096];
	uint64_t hash = 0;
	size_t n;
	FILE *in = fopen(path, "re");
	if (!in)
		return false;
	while ((n = fread(block, 1, sizeof block, in)) > 0)
		hash = hash_more(hash, (struct str){block, n});
	bool good = !ferror(in);
	fclose(in);
	struct declared *item = declare(d, name);
	item->value = arena_fmt(&d->arena, "%016" PRIx64, hash);
	item->file = true;
	return good;
}

static int compare_declared(const void *a, const void *b, void *items)
{
	const struct declared *x = (struct declared *)items + *(const size_t *)a;
	const struct declared *y = (struct declared *)items + *(const size_t *)b;
	int d = x->file - y->file;
	d = d ? d : strcmp(x->name, y->name);
	return d ? d : (x > y) - (x < y); /* in the order they were given */
}

static void sort_declaration(struct declaration *d)
{
	size_t *order = mem_zero(d->n, sizeof *order);
	struct declared *sorted = mem_zero(d->n, sizeof *sorted);
	for (size_t i = 0; i < d->n; i++)
		order[i] = i;
	qsort_r(order, d->n, sizeof *order, compare_declared, d->items);
	for (size_t i = 0; i < d->n; i++)
		sorted[i] = d->items[order[i]];
	free(order);
	free(d->items);
	d->items = sorted;
	d->cap = d->n;
}

void declaration_release(struct declaration *d)
{
	free(d->items);
	arena_release(&d->arena);
	*d = (struct declaration){0};
}

/* Writing. */

struct sink {
	struct out *out;
	struct buf line;
	size_t lines;
	uint64_t hash;
};

static void put_line(struct sink *k)
{
	k->hash = hash_more(k->hash, buf_str(&k->line));
	k->lines++;
	out_str(k->out, buf_str(&k->line));
	out_putc(k->out, '\n');
	buf_clear(&k->line);
}

static void write_declaration(struct sink *k, const struct declaration *d, const struct header *h)
{
	buf_fmt(&k->line, "%s\t%d\t%s\t%s", MAGIC, FORMAT, d->program, KOOP_VERSION);
	put_line(k);
	for (size_t i = 0; i < d->n; i++) {
		const struct declared *item = &d->items[i];
		buf_fmt(&k->line, "%s\t%s", item->file ? "file" : "option", item->name);
		if (item->value.p) {
			buf_putc(&k->line, '\t');
			value_encode(&k->line, item->value);
		}
		put_line(k);
	}
	buf_puts(&k->line, "columns");
	for (size_t i = 0; i < h->n; i++) {
		buf_putc(&k->line, '\t');
		value_encode(&k->line, h->names[i]);
	}
	put_line(k);
}

static bool is_zero(const struct state_table *t, size_t row)
{
	static const char zero[VALUE_MAX];
	for (size_t i = 0; i < t->ncolumns; i++) {
		const struct state_column *c = &t->columns[i];
		for (size_t k = 0; k < c->times && c->type; k++)
			if (memcmp(state_cell(c, row) + k * c->type->size, zero, c->type->size) !=
				0)
				return false;
	}
	return true;
}

static void next_field(struct buf *line)
{
	if (line->n)
		buf_putc(line, '\t');
}

static void write_columns(struct sink *k, const struct state_table *t, size_t row)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		const struct state_column *c = &t->columns[i];
		const char *cell = state_cell(c, row);
		if (!c->type) {
			next_field(&k->line);
			buf_fmt(&k->line, "%" PRIu32, *(const uint32_t *)(const void *)cell);
			continue;
		}
		for (size_t n = 0; n < c->times; n++) {
			buf_putc(&k->line, '\t');
			c->type->write(&k->line, cell + n * c->type->size);
		}
	}
}

static void write_row(struct sink *k, const struct state_table *t, size_t row)
{
	uint32_t number = (uint32_t)row;
	if (t->keys == KEYS_TEXTS)
		value_encode(&k->line, intern_text(t->texts, number));
	else if (t->keys == KEYS_PAIRS)
		buf_fmt(&k->line, "%" PRIu32 "\t%" PRIu32, pair_first(t->pairs, number),
			pair_second(t->pairs, number));
	else
		buf_fmt(&k->line, "%zu", row);
	write_columns(k, t, row);
	put_line(k);
}

static void count_line(void *to, struct str text)
{
	(void)text;
	(*(size_t *)to)++;
}

static void put_many(void *to, struct str text)
{
	struct sink *k = to;
	buf_addstr(&k->line, text);
	put_line(k);
}

static void write_table(struct sink *k, const struct state *s, const struct state_table *t)
{
	size_t n = state_rows(s, t), rows = 0;
	bool sparse = t->keys == KEYS_ALONG || t->keys == KEYS_SINGLE;
	if (t->room)
		t->room(t->owner, n);
	for (size_t i = 0; i < n && !t->many; i++)
		rows += !sparse || !is_zero(t, i);
	if (t->many)
		t->many->write(t->owner, count_line, &rows);
	buf_fmt(&k->line, "table\t%s\t%zu", t->name, rows);
	put_line(k);
	if (t->many)
		t->many->write(t->owner, put_many, k);
	for (size_t i = 0; i < n && !t->many; i++)
		if (!sparse || !is_zero(t, i))
			write_row(k, t, i);
}

void statefile_write(
	struct out *out, struct declaration *d, const struct header *h, struct state *s)
{
	struct sink k = {.out = out};
	sort_declaration(d);
	state_sort(s);
	write_declaration(&k, d, h);
	for (size_t i = 0; i < s->n; i++)
		write_table(&k, s, &s->tables[i]);
	out_fmt(out, "end\t%zu\t%016" PRIx64 "\n", k.lines, k.hash);
	buf_release(&k.line);
}

/* Reading. */

void statefile_open(struct statefile *f, FILE *in, const char *name, struct declaration *d)
{
	*f = (struct statefile){
		.in = in, .pos = {name, 0}
        };
	sort_declaration(d);
}

void statefile_release(struct statefile *f)
{
	buf_release(&f->why);
	free(f->line);
	*f = (struct statefile){0};
}

__attribute__((format(printf, 2, 3))) static bool wrong(struct statefile *f, const char *fmt, ...)
{
	char text[512];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	buf_clear(&f->why);
	buf_puts(&f->why, text);
	return false;
}

static bool malformed(struct statefile *f)
{
	return wrong(f, "the state is damaged: a line that was not written so");
}

/* The next line, in f->fields; false at the end of the file. */
static bool next_line(struct statefile *f)
{
	ssize_t n = getline(&f->line, &f->cap, f->in);
	if (n < 0)
		return ferror(f->in) ? wrong(f, "cannot read it: %s", strerror(errno))
		                     : wrong(f, "the state is cut short");
	f->pos.line++;
	if (f->line[n - 1] != '\n')
		return wrong(f, "the state is cut short");
	f->fields = (struct str){f->line, (size_t)n - 1};
	return true;
}

/* A line that the hash is of. */
static bool next_hashed(struct statefile *f)
{
	if (!next_line(f))
		return false;
	f->hash = hash_more(f->hash, f->fields);
	f->lines++;
	return true;
}

static bool next_word(struct statefile *f, const char *word)
{
	struct str field;
	return str_split(&f->fields, '\t', &field) && str_eq(field, str_of(word));
}

static struct str shown(const struct declared *item, struct arena *arena)
{
	if (item->file)
		return arena_fmt(arena, "--%s", item->name);
	return item->value.p ? arena_fmt(arena, "--%s=" STR_FMT, item->name, STR_ARG(item->value))
	                     : arena_fmt(arena, "--%s", item->name);
}

/* How the state was made and how this run was started are not the same. */
static bool differ(struct statefile *f, const struct declared *there, const struct declared *here)
{
	struct arena arena = {0};
	bool both = there && here && there->file == here->file;
	int order = both ? strcmp(there->name, here->name) : 0;
	if (!both)
		order = !here || (there && !there->file) ? -1 : 1;
	if (order < 0)
		wrong(f, "the state was made with '" STR_FMT "', which is not given here",
			STR_ARG(shown(there, &arena)));
	else if (order > 0)
		wrong(f, "the state was made without '" STR_FMT "', which is given here",
			STR_ARG(shown(here, &arena)));
	else if (here->file)
		wrong(f, "the state was made with another content of the file of '--%s'",
			here->name);
	else
		wrong(f, "the state was made with '" STR_FMT "', here it is '" STR_FMT "'",
			STR_ARG(shown(there, &arena)), STR_ARG(shown(here, &arena)));
	arena_release(&arena);
	return false;
}

static bool same_declared(const struct declared *a, const struct declared *b)
{
	return a->file == b->file && strcmp(a->name, b->name) == 0 && str_eq(a->value, b->value) &&
	       !a->value.p == !b->value.p;
}

/* An option or a file out of a line; its texts go to the arena. */
static bool read_declared(struct statefile *f, struct declared *item, struct arena *arena)
{
	struct str name, value = {NULL, 0};
	item->file = str_starts(f->fields, STR("file\t"));
	if (!next_word(f, item->file ? "file" : "option") || !str_split(&f->fields, '\t', &name) ||
		(f->fields.p && !value_escapes_valid(f->fields)))
		return malformed(f);
	if (f->fields.p)
		value = arena_str(arena, value_decode(f->fields, arena));
	item->name = arena_str(arena, name).p;
	item->value = value;
	return true;
}

/* All options and files, with the line behind them read. */
static bool check_declared(struct statefile *f, const struct declaration *d)
{
	struct arena arena = {0};
	bool good = true;
	size_t n = 0;
	while ((good = next_hashed(f)) && !str_starts(f->fields, STR("columns"))) {
		struct declared item = {0};
		const struct declared *here = n < d->n ? &d->items[n++] : NULL;
		if (!read_declared(f, &item, &arena) ||
			((!here || !same_declared(&item, here)) && !differ(f, &item, here))) {
			good = false;
			break;
		}
	}
	if (good && n < d->n)
		good = differ(f, NULL, &d->items[n]);
	arena_release(&arena);
	return good;
}

static bool check_columns(struct statefile *f, struct header *h)
{
	struct header other = {0};
	struct buf why = {0};
	if (!next_word(f, "columns") || !f->fields.p || !header_parse(&other, f->fields, &why)) {
		header_release(&other);
		buf_release(&why);
		return malformed(f);
	}
	buf_release(&why);
	if (h->n == 0) {
		*h = other;
		return true;
	}
	bool good = true;
	for (size_t i = 0; good && (i < h->n || i < other.n); i++) {
		struct str here = i < h->n ? h->names[i] : STR("(none)");
		struct str there = i < other.n ? other.names[i] : STR("(none)");
		if (!str_eq(here, there))
			good = wrong(f,
				"the state is of records whose column %zu is '" STR_FMT
				"', of others it is '" STR_FMT "'",
				i + 1, STR_ARG(there), STR_ARG(here));
	}
	header_release(&other);
	return good;
}

/* The version of the format, the program and its version. */
static bool check_made_by(struct statefile *f, const struct declaration *d)
{
	struct str format, program, version = {NULL, 0};
	char wanted[16];
	snprintf(wanted, sizeof wanted, "%d", FORMAT);
	if (!next_word(f, MAGIC) || !str_split(&f->fields, '\t', &format))
		return wrong(f, "not a state that --partial wrote");
	if (!str_eq(format, str_of(wanted)))
		return wrong(f, "the state is of version '" STR_FMT "', not %s", STR_ARG(format),
			wanted);
	if (!str_split(&f->fields, '\t', &program) || !str_split(&f->fields, '\t', &version) ||
		f->fields.p)
		return malformed(f);
	if (!str_eq(program, str_of(d->program)) || !str_eq(version, STR(KOOP_VERSION)))
		return wrong(f, "the state was made by " STR_FMT " " STR_FMT ", this is %s %s",
			STR_ARG(program), STR_ARG(version), d->program, KOOP_VERSION);
	return true;
}

enum statefile_head statefile_head(
	struct statefile *f, const struct declaration *d, struct header *h)
{
	int c = getc(f->in);
	if (c == EOF && !ferror(f->in) && f->pos.line > 0)
		return STATEFILE_END;
	if (c != EOF)
		ungetc(c, f->in);
	f->hash = f->lines = 0;
	if (!next_hashed(f))
		return STATEFILE_BAD;
	bool good = check_made_by(f, d) && check_declared(f, d) && check_columns(f, h);
	return good ? STATEFILE_STATE : STATEFILE_BAD;
}

/* Rows. */

struct loading {
	struct statefile *f;
	struct state *s;
	uint32_t **maps; /* by table: the number here of a row of the file */
	size_t *n, *cap;
};

static bool take_count(struct statefile *f, uint64_t *n)
{
	struct str field;
	return str_split(&f->fields, '\t', &field) && STATE_COUNT.read(field, n);
}

/* A row of a table above, as numbered here. */
static bool take_number(struct loading *l, size_t table, uint64_t *row, uint32_t *number)
{
	if (!take_count(l->f, row) || *row >= (table == STATE_ZERO ? 1 : l->n[table]))
		return false;
	*number = table == STATE_ZERO ? 0 : l->maps[table][*row];
	return true;
}

static void add_map(struct loading *l, size_t table, uint32_t number)
{
	l->maps[table] =
		mem_grow(l->maps[table], l->n[table], &l->cap[table], sizeof *l->maps[table]);
	l->maps[table][l->n[table]++] = number;
}

/* What a row is sorted by; rows of a table ascend. */
struct row_key {
	struct str text;
	uint64_t pair;
};

static bool take_text(struct loading *l, const struct state_table *t, struct str *last,
	struct arena *arena, uint32_t *number)
{
	struct str field;
	if (!str_split(&l->f->fields, '\t', &field) || !utf8_valid(field) ||
		!value_escapes_valid(field) || str_index(field, '\r') < field.n ||
		str_index(field, '\0') < field.n)
		return false;
	struct str text = value_decode(field, arena);
	*number = intern_add(t->texts, text);
	bool ascends = !last->p || str_cmp(*last, intern_text(t->texts, *number)) < 0;
	*last = intern_text(t->texts, *number);
	if (!last->p)
		*last = STR("");
	return ascends;
}

static bool take_key(struct loading *l, size_t table, struct row_key *last, struct arena *arena,
	uint32_t *number)
{
	const struct state_table *t = &l->s->tables[table];
	uint64_t a, b = 0;
	uint32_t first, second;
	if (t->keys == KEYS_TEXTS)
		return take_text(l, t, &last->text, arena, number);
	if (!take_number(l, t->first, &a, &first))
		return false;
	*number = first;
	if (t->keys == KEYS_PAIRS) {
		if (!take_number(l, t->second, &b, &second))
			return false;
		*number = pairs_number(t->pairs, first, second);
	}
	uint64_t key = pair_key((uint32_t)a, (uint32_t)b) + 1;
	bool ascends = key > last->pair;
	last->pair = key;
	return ascends;
}

static bool take_reference(
	struct loading *l, const struct state_table *t, const struct state_column *c, uint32_t row)
{
	uint64_t there;
	uint32_t number, *here = (uint32_t *)(void *)state_cell(c, row);
	if (!take_number(l, c->refers, &there, &number))
		return false;
	if (*here == UINT32_MAX)
		*here = number;
	else if (*here != number)
		c->clash(t->owner, row, *here, number);
	return true;
}

static bool take_columns(struct loading *l, const struct state_table *t, uint32_t row)
{
	if (t->room)
		t->room(t->owner, row + (size_t)1);
	for (size_t i = 0; i < t->ncolumns; i++) {
		const struct state_column *c = &t->columns[i];
		if (!c->type && !take_reference(l, t, c, row))
			return false;
		for (size_t k = 0; k < c->times && c->type; k++) {
			_Alignas(16) char value[VALUE_MAX] = {0};
			struct str field;
			if (!str_split(&l->f->fields, '\t', &field) || !c->type->read(field, value))
				return false;
			c->type->merge(state_cell(c, row) + k * c->type->size, value);
		}
	}
	return !l->f->fields.p;
}

static bool load_row(struct loading *l, size_t table, struct row_key *last, struct arena *arena)
{
	const struct state_table *t = &l->s->tables[table];
	uint32_t number;
	uint64_t row;
	if (t->many)
		return take_number(l, t->first, &row, &number) && l->f->fields.p &&
		       t->many->read(t->owner, number, l->f->fields);
	if (!take_key(l, table, last, arena, &number))
		return false;
	if (t->keys == KEYS_TEXTS || t->keys == KEYS_PAIRS)
		add_map(l, table, number);
	return take_columns(l, t, number);
}

static bool load_table(struct loading *l, size_t table)
{
	const struct state_table *t = &l->s->tables[table];
	struct statefile *f = l->f;
	struct arena arena = {0};
	struct row_key last = {0};
	uint64_t rows;
	if (!next_hashed(f))
		return false;
	if (!next_word(f, "table") || !next_word(f, t->name) || !take_count(f, &rows) ||
		f->fields.p)
		return malformed(f);
	for (uint64_t i = 0; i < rows; i++) {
		bool there = next_hashed(f);
		if (!there || !load_row(l, table, &last, &arena)) {
			arena_release(&arena);
			return there && malformed(f);
		}
		arena_reset(&arena);
	}
	arena_release(&arena);
	return true;
}

static bool check_end(struct statefile *f, size_t lines)
{
	uint64_t hash = f->hash, n;
	char text[24];
	snprintf(text, sizeof text, "%016" PRIx64, hash);
	if (!next_line(f))
		return false;
	if (!next_word(f, "end") || !take_count(f, &n))
		return malformed(f);
	if (n != lines || !str_eq(f->fields, str_of(text)))
		return wrong(
			f, "the state is damaged: its lines do not add up to the hash at the end");
	return true;
}

bool statefile_load(struct statefile *f, struct state *s)
{
	struct loading l = {f, s, mem_zero(s->n + 1, sizeof(uint32_t *)),
		mem_zero(s->n + 1, sizeof *l.n), mem_zero(s->n + 1, sizeof *l.cap)};
	bool good = true;
	for (size_t i = 0; good && i < s->n; i++)
		good = load_table(&l, i);
	f->complete = good;
	good = good && check_end(f, f->lines);
	for (size_t i = 0; i < s->n; i++) {
		const struct state_table *t = &s->tables[i];
		if (t->room)
			t->room(t->owner, state_rows(s, t));
		free(l.maps[i]);
	}
	free(l.maps);
	free(l.n);
	free(l.cap);
	return good;
}
