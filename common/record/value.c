#include "record/value.h"

static char escape_meaning(char c)
{
	switch (c) {
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	case '\\': return '\\';
	default: return '\0';
	}
}

static char escape_letter(char c)
{
	switch (c) {
	case '\t': return 't';
	case '\n': return 'n';
	case '\r': return 'r';
	case '\\': return '\\';
	default: return '\0';
	}
}

bool value_escapes_valid(struct str field)
{
	for (size_t at; (at = str_index(field, '\\')) < field.n; field = str_from(field, at + 2))
		if (at + 1 == field.n || !escape_meaning(field.p[at + 1]))
			return false;
	return true;
}

struct str value_decode(struct str field, struct arena *arena)
{
	size_t first = str_index(field, '\\');
	if (first == field.n)
		return field;
	char *p = arena_alloc(arena, field.n, 1);
	size_t n = first;
	memcpy(p, field.p, first);
	for (size_t i = first; i < field.n; i++) {
		char c = field.p[i];
		if (c == '\\' && i + 1 < field.n)
			c = escape_meaning(field.p[++i]);
		p[n++] = c;
	}
	return (struct str){p, n};
}

void value_encode(struct buf *out, struct str value)
{
	size_t plain = 0;
	for (size_t i = 0; i < value.n; i++) {
		char letter = escape_letter(value.p[i]);
		if (!letter)
			continue;
		buf_add(out, value.p + plain, i - plain);
		buf_putc(out, '\\');
		buf_putc(out, letter);
		plain = i + 1;
	}
	if (plain < value.n)
		buf_add(out, value.p + plain, value.n - plain);
}
