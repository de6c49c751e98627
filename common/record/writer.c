#include <math.h>

#include "base/limits.h"
#include "record/number.h"
#include "record/value.h"
#include "record/writer.h"

void writer_init(struct writer *w, struct out *out)
{
	*w = (struct writer){.out = out};
}

void writer_names(struct writer *w, const struct str *names, size_t n, bool bare)
{
	if (bare)
		return;
	for (size_t i = 0; i < n; i++)
		writer_value(w, names[i]);
	writer_end(w);
}

void writer_header(struct writer *w, const struct header *h, bool bare)
{
	writer_names(w, h->names, h->n, bare);
}

static void separate(struct writer *w)
{
	if (w->row_started)
		buf_putc(&w->row, '\t');
	w->row_started = true;
}

void writer_value(struct writer *w, struct str value)
{
	separate(w);
	value_encode(&w->row, value);
}

void writer_field(struct writer *w, struct str field)
{
	separate(w);
	buf_addstr(&w->row, field);
}

/* Most fields are short: two overlapping moves instead of a call. */
static inline char *copy_short(char *to, struct str s)
{
	if (s.n >= 8 && s.n <= 16) {
		memcpy(to, s.p, 8);
		memcpy(to + s.n - 8, s.p + s.n - 8, 8);
	} else if (s.n >= 4 && s.n < 8) {
		memcpy(to, s.p, 4);
		memcpy(to + s.n - 4, s.p + s.n - 4, 4);
	} else if (s.n < 4) {
		for (size_t i = 0; i < s.n; i++)
			to[i] = s.p[i];
	} else {
		memcpy(to, s.p, s.n);
	}
	return to + s.n;
}

static size_t length_of(const struct str *fields, size_t n)
{
	size_t length = n;
	for (size_t i = 0; i < n; i++)
		length += fields[i].n;
	return length;
}

void writer_fields(struct writer *w, const struct str *fields, size_t n)
{
	buf_reserve(&w->row, length_of(fields, n));
	char *to = w->row.p + w->row.n;
	for (size_t i = 0; i < n; i++) {
		if (w->row_started)
			*to++ = '\t';
		w->row_started = true;
		to = copy_short(to, fields[i]);
	}
	w->row.n = (size_t)(to - w->row.p);
}

void writer_record(struct writer *w, const struct str *fields, size_t n)
{
	size_t length = length_of(fields, n) + 1;
	if (length > BLOCK_SIZE) {
		writer_fields(w, fields, n);
		writer_end(w);
		return;
	}
	char *start = out_room(w->out, length), *to = start;
	for (size_t i = 0; i < n; i++) {
		to = copy_short(to, fields[i]);
		*to++ = i + 1 < n ? '\t' : '\n';
	}
	if (n == 0)
		*to++ = '\n';
	out_take(w->out, (size_t)(to - start));
}

void writer_number(struct writer *w, double number)
{
	char text[NUMBER_MAX];
	separate(w);
	if (!isnan(number))
		buf_add(&w->row, text, number_format(number, text));
}

void writer_integer(struct writer *w, long long number)
{
	separate(w);
	buf_fmt(&w->row, "%lld", number);
}

void writer_end(struct writer *w)
{
	buf_putc(&w->row, '\n');
	out_str(w->out, buf_str(&w->row));
	buf_clear(&w->row);
	w->row_started = false;
}

void writer_drop(struct writer *w)
{
	buf_clear(&w->row);
	w->row_started = false;
}

void writer_release(struct writer *w)
{
	buf_release(&w->row);
}
