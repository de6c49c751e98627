#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "expr/derive.h"
#include "record/value.h"

struct derive_step {
	struct expr *expr;
	size_t column;
	struct str name;
	struct buf value; /* as written */
	struct buf line;
	uint32_t *end;
};

bool assignment_parse(struct str text, struct assignment *a)
{
	bool quoted = str_starts(text, STR("`"));
	struct str inner = str_from(text, quoted);
	size_t end = str_index(inner, quoted ? '`' : '='), equals = end + 2 * (size_t)quoted;
	a->name = quoted ? str_head(inner, end) : str_trim(str_head(inner, end));
	if (equals >= text.n || text.p[equals] != '=' || a->name.n == 0)
		return false;
	a->value = str_from(text, equals + 1);
	return true;
}

void derive_init(struct derive *d, const struct header *input)
{
	*d = (struct derive){0};
	for (size_t i = 0; i < input->n; i++)
		header_add(&d->header, input->names[i]);
}

bool derive_add(struct derive *d, struct str column, struct str text,
	const struct expr_options *options, struct expr_error *error)
{
	struct expr *expr = expr_compile(text, &d->header, options, &d->arena, error);
	if (!expr)
		return false;
	if (header_find(&d->header, column) == COLUMN_NONE && !header_add(&d->header, column)) {
		*error = (struct expr_error){1, 1, "no such column can be added"};
		expr_release(expr);
		return false;
	}
	d->steps = mem_grow(d->steps, d->n, &d->cap, sizeof *d->steps);
	d->steps[d->n++] = (struct derive_step){.expr = expr,
		.column = (size_t)header_find(&d->header, column),
		.name = arena_str(&d->arena, column),
		.end = mem_zero(d->header.n, sizeof(uint32_t))};
	return true;
}

/* The new value as it is written; nothing where it is missing or too long to be read again. */
static void make_value(struct derive_step *step, const struct record *rec)
{
	struct str value;
	buf_clear(&step->value);
	if (!expr_value(step->expr, rec, &value))
		return;
	value_encode(&step->value, value);
	if (step->value.n > LIMIT_FIELD || step->value.n + rec->line.n >= LIMIT_RECORD) {
		warn_at(&rec->pos, "derived value too long: '" STR_FMT "' is left empty",
			STR_ARG(step->name));
		buf_clear(&step->value);
	}
}

/* The record with the value put in its column, or added at the end. */
static struct record put_value(struct derive_step *step, const struct record *rec)
{
	bool added = step->column == rec->n;
	size_t start = (size_t)(rec->line.p - rec->block), length = step->value.n;
	struct str old = added ? (struct str){rec->line.p + rec->line.n, 0}
	                       : record_field(rec, step->column);
	struct buf *line = &step->line;
	size_t before = (size_t)(old.p - rec->line.p);
	buf_clear(line);
	buf_add(line, rec->line.p, before);
	if (added)
		buf_putc(line, '\t');
	buf_addstr(line, buf_str(&step->value));
	buf_add(line, old.p + old.n, rec->line.n - before - old.n);
	buf_putc(line, '\n');
	for (size_t i = 0; i < rec->n; i++) {
		size_t end = rec->end[i] - start;
		step->end[i] = (uint32_t)(i < step->column ? end : end - old.n + length);
	}
	struct record made = *rec;
	made.line = (struct str){line->p, line->n - 1};
	made.block = line->p;
	made.end = step->end;
	made.n += added;
	if (added)
		step->end[rec->n] = (uint32_t)made.line.n;
	made.escaped |= str_index(buf_str(&step->value), '\\') < length;
	return made;
}

struct record derive_run(struct derive *d, const struct record *input)
{
	struct record rec = *input;
	for (size_t i = 0; i < d->n; i++) {
		make_value(&d->steps[i], &rec);
		rec = put_value(&d->steps[i], &rec);
	}
	return rec;
}

void derive_release(struct derive *d)
{
	for (size_t i = 0; i < d->n; i++) {
		expr_release(d->steps[i].expr);
		buf_release(&d->steps[i].value);
		buf_release(&d->steps[i].line);
		free(d->steps[i].end);
	}
	free(d->steps);
	header_release(&d->header);
	arena_release(&d->arena);
	*d = (struct derive){0};
}
