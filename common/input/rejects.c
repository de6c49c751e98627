#include "base/limits.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "input/rejects.h"
#include "term/identifier.h"

#define REPLACEMENT STR("\xEF\xBF\xBD")

void rejects_open(struct rejects *r, const char *path, bool masks_persons)
{
	const struct str names[] = {
		STR("file"), STR("line"), STR("reason"), STR("row"), STR("bytes")};
	*r = (struct rejects){.masks_persons = masks_persons};
	out_open(&r->out, path);
	writer_init(&r->writer, &r->out);
	writer_names(&r->writer, names, sizeof names / sizeof *names, false);
}

static void add_hidden(struct rejects *r, const char *bytes, size_t n)
{
	buf_addstr(&r->row, REPLACEMENT);
	if (r->bytes.n)
		buf_putc(&r->bytes, ' ');
	for (size_t i = 0; i < n; i++)
		buf_fmt(&r->bytes, "%02x", (unsigned char)bytes[i]);
}

static bool is_mark(struct str s)
{
	return s.n >= CHARSET_MARK_BYTES && (unsigned char)s.p[0] == CHARSET_MARK;
}

/* The next character of the row, or a byte that cannot be shown; returns how many bytes it takes.
 */
static size_t add_next(struct rejects *r, struct str rest, bool converted)
{
	size_t len;
	utf8_decode(rest, &len);
	struct str character = str_head(rest, len);
	if (converted && is_mark(rest)) {
		char byte = (char)((rest.p[1] & 0x0F) << 4 | (rest.p[2] & 0x0F));
		add_hidden(r, &byte, 1);
		return CHARSET_MARK_BYTES;
	}
	if (!utf8_valid(character) || character.p[0] == '\0' || str_eq(character, REPLACEMENT))
		add_hidden(r, character.p, len);
	else
		buf_addstr(&r->row, character);
	return len;
}

/* A byte may take three in the stream, where fields have a limit too. */
static struct str cut(struct str row)
{
	enum { LONGEST = LIMIT_FIELD / 3 };
	if (row.n <= LONGEST)
		return row;
	size_t n = LONGEST;
	while (n > LONGEST - UTF8_MAX_BYTES && ((unsigned char)row.p[n] & 0xC0) == 0x80)
		n--;
	return str_head(row, n);
}

/* Stars for the digits of persons' numbers. */
static void mask_persons(struct buf *row)
{
	size_t from = 0, at, n;
	while ((at = identifier_find_personal(str_from(buf_str(row), from), &n)) < row->n - from) {
		for (size_t i = from + at; i < from + at + n; i++)
			if (row->p[i] >= '0' && row->p[i] <= '9')
				row->p[i] = '*';
		from += at + n;
	}
}

void rejects_add(struct rejects *r, const struct row *row, struct str reason, bool converted)
{
	struct str rest = cut(row->raw);
	buf_clear(&r->row);
	buf_clear(&r->bytes);
	while (rest.n)
		rest = str_from(rest, add_next(r, rest, converted));
	if (r->masks_persons)
		mask_persons(&r->row);
	writer_value(&r->writer, str_of(row->pos.file));
	writer_integer(&r->writer, (long long)row->pos.line);
	writer_value(&r->writer, reason);
	writer_value(&r->writer, buf_str(&r->row));
	writer_value(&r->writer, buf_str(&r->bytes));
	writer_end(&r->writer);
}

void rejects_close(struct rejects *r)
{
	out_close(&r->out);
	writer_release(&r->writer);
	buf_release(&r->row);
	buf_release(&r->bytes);
}
