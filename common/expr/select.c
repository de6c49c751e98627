#include "expr/select.h"

static bool take_without(
	struct select *s, const struct header *header, const char *list, struct buf *why)
{
	size_t nout, *out = header_need_list(header, list, &nout, &s->arena);
	s->n = 0;
	for (size_t i = 0; i < header->n; i++) {
		bool excluded = false;
		for (size_t j = 0; j < nout; j++)
			excluded |= out[j] == i;
		if (!excluded)
			s->columns[s->n++] = i;
	}
	if (s->n == 0)
		buf_puts(why, "no column is left");
	return s->n > 0;
}

bool select_init(struct select *s, const struct header *header, const char *only,
	const char *without, struct buf *why)
{
	*s = (struct select){.n = header->n, .all = !only && !without};
	s->columns = arena_alloc(&s->arena, header->n, sizeof *s->columns);
	s->renamed = arena_alloc(&s->arena, header->n, sizeof *s->renamed);
	for (size_t i = 0; i < header->n; i++) {
		s->columns[i] = i;
		s->renamed[i] = header->names[i];
	}
	if (only)
		s->columns = header_need_list(header, only, &s->n, &s->arena);
	return !without || take_without(s, header, without, why);
}

void select_rename(struct select *s, const struct header *header, const struct assignment *a)
{
	s->renamed[header_need(header, a->name)] = a->value;
}

bool select_finish(struct select *s, struct buf *why)
{
	for (size_t i = 0; i < s->n; i++) {
		struct str name = s->renamed[s->columns[i]];
		if (header_add(&s->names, name))
			continue;
		if (name.n)
			buf_fmt(why, "two columns of the output would be named '" STR_FMT "'",
				STR_ARG(name));
		else
			buf_puts(why, "a column cannot be renamed to nothing");
		return false;
	}
	return true;
}

void select_write(const struct select *s, struct writer *w, const struct record *rec)
{
	if (s->all) {
		writer_pass(w, rec);
		return;
	}
	for (size_t i = 0; i < s->n; i++)
		writer_field(w, record_field(rec, s->columns[i]));
	writer_end(w);
}

void select_add(const struct select *s, struct buf *out, const struct record *rec)
{
	for (size_t i = 0; i < s->n; i++) {
		if (i)
			buf_putc(out, '\t');
		buf_addstr(out, record_field(rec, s->columns[i]));
	}
	buf_putc(out, '\n');
}

void select_release(struct select *s)
{
	header_release(&s->names);
	arena_release(&s->arena);
}
