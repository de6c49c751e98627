#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/populations.h"

/* The values of the columns, as the record has them; no field holds a TAB. */
static struct str key_of(struct populations *p, const struct record *rec, const size_t *columns)
{
	buf_clear(&p->key);
	for (size_t i = 0; i < p->ncolumns; i++) {
		if (i)
			buf_putc(&p->key, '\t');
		buf_addstr(&p->key, record_field(rec, columns[i]));
	}
	return buf_str(&p->key);
}

static struct str shown(struct populations *p, struct str key)
{
	struct str text = arena_str(&p->arena, key);
	char *to = arena_alloc(&p->arena, text.n + 1, 1);
	for (size_t i = 0; i < text.n; i++)
		to[i] = text.p[i] == '\t' ? ',' : text.p[i];
	return (struct str){to, text.n};
}

struct str populations_cell(struct populations *p, uint32_t cell)
{
	return shown(p, intern_text(&p->cells, cell));
}

/* The one column of the file that the sample is not matched by. */
static size_t population_column(
	const struct populations *p, const struct header *h, const size_t *columns)
{
	bool *used = mem_zero(h->n, sizeof *used);
	size_t other = 0, n = 0;
	for (size_t i = 0; i < p->ncolumns; i++)
		used[columns[i]] = true;
	for (size_t i = 0; i < h->n; i++)
		if (!used[i]) {
			other = i;
			n++;
		}
	free(used);
	if (n != 1)
		diex("%s: one column of populations is needed beside those of the cells, not %zu",
			p->file, n);
	return other;
}

static void room_for_cells(void *owner, size_t n)
{
	struct populations *p = owner;
	while (p->cap < n)
		p->of = mem_grow(p->of, p->cap, &p->cap, sizeof *p->of);
	for (; p->n < n; p->n++)
		p->of[p->n] = 0;
}

static void read_populations(struct populations *p, const char *list)
{
	char *const files[] = {(char *)(uintptr_t)p->file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *h = reader_header(reader);
	size_t n, *columns = header_need_list(h, list, &n, &p->arena);
	size_t population = population_column(p, h, columns);
	struct record rec;
	while (reader_next(reader, &rec)) {
		struct str field = record_field(&rec, population), key = key_of(p, &rec, columns);
		size_t before = p->cells.n;
		uint32_t cell = intern_add(&p->cells, key);
		if (p->cells.n == before)
			die_at(&rec.pos, "a second population of '" STR_FMT "'",
				STR_ARG(shown(p, key)));
		room_for_cells(p, cell + (size_t)1);
		if (!number_parse(field, &p->of[cell]) || p->of[cell] <= 0)
			die_at(&rec.pos, "'" STR_FMT "' is no population", STR_ARG(field));
	}
	if (reader_refused(reader))
		diex("%s: a population that cannot be read", p->file);
	reader_close(reader);
}

void populations_need(
	struct populations *p, const struct header *h, const char *name, const char *spec)
{
	struct str all = str_of(spec);
	size_t at = str_index(all, '=');
	*p = (struct populations){0};
	if (at == 0 || at + 1 >= all.n)
		diex("'%s' for option '--%s' is not COLUMNS=FILE", spec, name);
	const char *list = arena_str(&p->arena, str_head(all, at)).p;
	p->file = arena_str(&p->arena, str_from(all, at + 1)).p;
	p->columns = header_need_list(h, list, &p->ncolumns, &p->arena);
	read_populations(p, list);
}

uint32_t populations_take(struct populations *p, const struct record *rec)
{
	struct str key = key_of(p, rec, p->columns);
	uint32_t cell = intern_find(&p->cells, key);
	if (cell == INTERN_NONE)
		die_at(&rec->pos, "no population of '" STR_FMT "' in %s", STR_ARG(shown(p, key)),
			p->file);
	return cell;
}

/* All parts of a sample are read beside the same populations. */
static void merge_population(void *into, void *from)
{
	double *here = into, there = *(double *)from;
	if (*here == 0)
		*here = there;
	else if (*here != there)
		diex("the parts of the sample were not read with the same populations");
}

static void write_population(struct buf *out, const void *value)
{
	char text[NUMBER_MAX];
	buf_add(out, text, number_format(*(const double *)value, text));
}

static bool parse_population(struct str text, void *value)
{
	return number_parse(text, value) && *(double *)value > 0;
}

static const struct state_type POPULATION = {
	sizeof(double), merge_population, write_population, parse_population};

void populations_state(struct populations *p, struct state *s)
{
	struct state_table *t = state_texts(s, "populations", &p->cells);
	state_room(t, p, room_for_cells);
	state_column(t, &POPULATION, &p->of, sizeof *p->of, 0, 1);
}

void populations_release(struct populations *p)
{
	intern_release(&p->cells);
	free(p->of);
	buf_release(&p->key);
	arena_release(&p->arena);
}
