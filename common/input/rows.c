#include "base/limits.h"
#include "base/utf8.h"
#include "input/rows.h"

bool rows_open(
	struct rows *r, struct source *source, const struct rows_format *format, char delimiter)
{
	r->source = source;
	r->format = format;
	r->delimiter = delimiter;
	if (source->form != format->form)
		buf_fmt(&r->why, "%s, and not %s", source_form_name(source->form), format->name);
	else
		r->state = format->open(r);
	return r->state != NULL;
}

enum rows_status rows_next(struct rows *r, struct row *row)
{
	buf_clear(&r->why);
	return r->format->next(r, row);
}

void rows_close(struct rows *r)
{
	if (r->state)
		r->format->close(r->state);
	r->state = NULL;
	buf_release(&r->why);
}

/* The bytes that the value takes in the stream. */
static size_t written_size(struct str value)
{
	size_t n = value.n;
	for (size_t i = 0; i < value.n; i++)
		n += value.p[i] == '\t' || value.p[i] == '\n' || value.p[i] == '\r' ||
		     value.p[i] == '\\';
	return n;
}

/* Limits count what is written, so that what import gives, every tool takes. */
static bool over_limits(struct rows *r, const struct row *row)
{
	size_t total = row->n ? row->n - 1 : 0, longest = 0;
	for (size_t i = 0; i < row->n; i++) {
		size_t n = written_size(row->fields[i]);
		total += n;
		longest = n > longest ? n : longest;
	}
	if (longest > LIMIT_FIELD)
		buf_fmt(&r->why, "a field longer than %d bytes", LIMIT_FIELD);
	else if (total > LIMIT_RECORD)
		buf_fmt(&r->why, "longer than %d bytes", LIMIT_RECORD);
	return longest > LIMIT_FIELD || total > LIMIT_RECORD;
}

bool rows_refuse(struct rows *r, const struct row *row)
{
	if (str_index(row->raw, '\0') < row->raw.n)
		buf_puts(&r->why, "NUL byte");
	else if (!utf8_valid(row->raw) && r->source->charset)
		buf_fmt(&r->why, "bytes that are not in the encoding, from character %zu on",
			utf8_length(str_head(row->raw, utf8_valid_prefix(row->raw))) + 1);
	else if (!utf8_valid(row->raw))
		buf_fmt(&r->why, "not UTF-8, from byte %zu on", utf8_valid_prefix(row->raw) + 1);
	else if (row->n > LIMIT_COLUMNS)
		buf_fmt(&r->why, "more than %d fields", LIMIT_COLUMNS);
	else
		return row->raw.n > LIMIT_FIELD / 2 && over_limits(r, row);
	return true;
}
