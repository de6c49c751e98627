#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "stats/spells.h"

bool spell_columns(const struct header *h, struct spell_source *source)
{
	static const struct str pairs[][2] = {
		{STR_CONST("valid_from"), STR_CONST("valid_to")},
		{STR_CONST("joined"),     STR_CONST("left")    },
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		source->from = header_find(h, source->from_name = pairs[i][0]);
		source->to = header_find(h, source->to_name = pairs[i][1]);
		if (source->from != COLUMN_NONE || source->to != COLUMN_NONE)
			return true;
	}
	return false;
}

/* Reading. */

static void forget(struct spell *s)
{
	s->from[0] = s->to[0] = DAY_MIN;
	s->from[1] = s->to[1] = DAY_MAX;
}

/* False when the text is no date. */
static bool read_day(int32_t day[static 2], struct str text)
{
	struct edtf date;
	if (!edtf_parse(text, &date))
		return false;
	date = edtf_as(date, DATE_MOMENT);
	day[0] = date.first;
	day[1] = date.last;
	return true;
}

/* Both dates with a tab between them, as written; neither can hold one. */
static struct spell read_spell(struct str text)
{
	struct spell s = {0};
	size_t tab = str_index(text, '\t');
	struct str from = str_head(text, tab), to = str_from(text, tab + 1);
	forget(&s);
	s.bad_from = from.n && !read_day(s.from, from);
	s.bad_to = to.n && !read_day(s.to, to);
	if (to.n == 0)
		s.to[0] = DAY_MAX;
	s.reversed = s.to[1] < s.from[0];
	if (s.reversed)
		forget(&s);
	return s;
}

static const struct spell *spell_of(struct spell_source *source, uint32_t code)
{
	while (source->nspells <= code) {
		size_t n = source->nspells++;
		source->spells = mem_grow(source->spells, n, &source->cap, sizeof *source->spells);
		source->spells[n] = read_spell(intern_text(&source->texts, (uint32_t)n));
	}
	return &source->spells[code];
}

/* The field of a column; empty where there is none. */
static struct str field_of(const struct record *rec, long column)
{
	return column == COLUMN_NONE ? STR("") : record_field(rec, (size_t)column);
}

static void say_bad(const struct record *rec, struct str field, struct str column)
{
	warn_at(&rec->pos,
		"'" STR_FMT "' is not a date, in column '" STR_FMT "'; when it was is unknown",
		STR_ARG(field), STR_ARG(column));
}

void spell_take(struct spell_source *source, const struct record *rec)
{
	struct str from = field_of(rec, source->from), to = field_of(rec, source->to);
	buf_clear(&source->text);
	buf_addstr(&source->text, from);
	buf_putc(&source->text, '\t');
	buf_addstr(&source->text, to);
	source->code = intern_add(&source->texts, buf_str(&source->text));
	const struct spell *s = spell_of(source, source->code);
	if (s->bad_from)
		say_bad(rec, from, source->from_name);
	if (s->bad_to)
		say_bad(rec, to, source->to_name);
	if (s->reversed)
		warn_at(&rec->pos,
			"'" STR_FMT "' in column '" STR_FMT "' is before '" STR_FMT
			"' in column '" STR_FMT "'; when it was is unknown",
			STR_ARG(to), STR_ARG(source->to_name), STR_ARG(from),
			STR_ARG(source->from_name));
}

bool spell_is_open(const struct spell *s)
{
	return s->to[0] == DAY_MAX;
}

/* Codes may have been given anew since the texts were read. */
void spell_source_settle(struct spell_source *source)
{
	source->nspells = 0;
	if (source->texts.n)
		spell_of(source, (uint32_t)source->texts.n - 1);
}

void spell_source_state(struct spell_source *source, struct state *s)
{
	state_texts(s, "spells", &source->texts);
}

void spell_source_release(struct spell_source *source)
{
	intern_release(&source->texts);
	buf_release(&source->text);
	free(source->spells);
	source->spells = NULL;
}

/* Counting. */

static void room_for_entries(void *owner, size_t n)
{
	struct spell_list *l = owner;
	if (n <= l->counted)
		return;
	while (l->cap < n)
		l->n = mem_grow(l->n, l->cap, &l->cap, sizeof *l->n);
	memset(l->n + l->counted, 0, (n - l->counted) * sizeof *l->n);
	l->counted = n;
}

void spell_list_add(struct spell_list *l, uint32_t cell)
{
	const struct spell_source *source = l->source;
	uint32_t owner = source->body ? pairs_number(&l->owners, cell, source->body->one) : cell;
	uint32_t entry = pairs_number(&l->entries, owner, source->code);
	room_for_entries(l, entry + (size_t)1);
	l->n[entry]++;
}

void spell_list_state(struct spell_list *l, struct state *s, const void *cells)
{
	const struct spell_source *source = l->source;
	if (source->body)
		state_pairs(s, "owners", &l->owners, cells, &source->body->values);
	struct state_table *table = state_pairs(s, "spell counts", &l->entries,
		source->body ? (const void *)&l->owners : cells, &source->texts);
	state_room(table, l, room_for_entries);
	state_column(table, &STATE_COUNT, &l->n, sizeof *l->n, 0, 1);
}

/* Settled. */

static uint32_t cell_of(const struct spell_list *l, uint32_t entry)
{
	uint32_t owner = pair_first(&l->entries, entry);
	return l->source->body ? pair_first(&l->owners, owner) : owner;
}

static int compare_entries(const void *a, const void *b, void *list)
{
	const struct spell_list *l = list;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	uint32_t here = cell_of(l, x), there = cell_of(l, y);
	if (here != there)
		return here < there ? -1 : 1;
	uint64_t one = l->entries.keys[x], other = l->entries.keys[y];
	return (one > other) - (one < other);
}

void spell_list_settle(struct spell_list *l, size_t ncells)
{
	size_t n = l->entries.n;
	free(l->listed);
	free(l->start);
	l->listed = mem_zero(n, sizeof *l->listed);
	l->start = mem_zero(ncells + 1, sizeof *l->start);
	for (size_t i = 0; i < n; i++) {
		l->listed[i] = (uint32_t)i;
		l->start[cell_of(l, (uint32_t)i) + 1]++;
	}
	qsort_r(l->listed, n, sizeof *l->listed, compare_entries, l);
	for (size_t c = 0; c < ncells; c++)
		l->start[c + 1] += l->start[c];
}

size_t spell_list_of(const struct spell_list *l, uint32_t cell)
{
	return l->start[cell + (size_t)1] - l->start[cell];
}

struct spell_entry spell_list_entry(const struct spell_list *l, uint32_t cell, size_t i)
{
	uint32_t entry = l->listed[l->start[cell] + i];
	uint32_t owner = pair_first(&l->entries, entry);
	return (struct spell_entry){
		.body = l->source->body ? pair_second(&l->owners, owner) : 0,
		.spell = &l->source->spells[pair_second(&l->entries, entry)],
		.n = l->n[entry],
	};
}

void spell_list_release(struct spell_list *l)
{
	pairs_release(&l->owners);
	pairs_release(&l->entries);
	free(l->n);
	free(l->listed);
	free(l->start);
	*l = (struct spell_list){0};
}
