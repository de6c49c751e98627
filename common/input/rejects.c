#include "base/limits.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "input/rejects.h"
#include "term/citizen.h"

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

void rejects_add(struct rejects *r, const struct row *row, struct str reason, bool converted)
{
	struct arena arena = {0};
	struct str rest = cut(row->raw);
	buf_clear(&r->row);
	buf_clear(&r->bytes);
	while (rest.n)
		rest = str_from(rest, add_next(r, rest, converted));
	writer_value(&r->writer, str_of(row->pos.file));
	writer_integer(&r->writer, (long long)row->pos.line);
	writer_value(&r->writer, reason);
	writer_value(&r->writer,
		r->masks_persons ? citizen_mask(buf_str(&r->row), &arena) : buf_str(&r->row));
	writer_value(&r->writer, buf_str(&r->bytes));
	writer_end(&r->writer);
	arena_release(&arena);
}

void rejects_close(struct rejects *r)
{
	out_close(&r->out);
	writer_release(&r->writer);
	buf_release(&r->row);
	buf_release(&r->bytes);
}
