/*
 * What is written reads back: any bytes as a value, as the items of a list, as a column name, as a
 * number. And the vector form of the scan finds what the plain one finds.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "record/header.h"
#include "record/list.h"
#include "record/number.h"
#include "record/scan.h"
#include "record/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_value(struct str s, struct arena *arena)
{
	struct buf field = {0};
	value_encode(&field, s);
	require(value_escapes_valid(buf_str(&field)));
	require(str_index(buf_str(&field), '\t') == field.n &&
		str_index(buf_str(&field), '\n') == field.n);
	require(str_eq(value_decode(buf_str(&field), arena), s));
	if (value_escapes_valid(s)) {
		buf_clear(&field);
		value_encode(&field, value_decode(s, arena));
		bool plain = str_index(s, '\t') == s.n && str_index(s, '\n') == s.n &&
		             str_index(s, '\r') == s.n;
		require(!plain || str_eq(buf_str(&field), s));
	}
	buf_release(&field);
}

/* The strict form is its own strict form, and has the same items. */
static void check_list(struct str s)
{
	struct list list = {0}, again = {0};
	struct buf strict = {0}, twice = {0};
	list_split(&list, s);
	list_join(&strict, &list);
	list_split(&again, buf_str(&strict));
	list_join(&twice, &again);
	require(list.n == again.n && str_eq(buf_str(&strict), buf_str(&twice)));
	for (size_t i = 0; i < list.n; i++)
		require(list.items[i].n && str_eq(list.items[i], again.items[i]));
	list_release(&list);
	list_release(&again);
	buf_release(&strict);
	buf_release(&twice);
}

static void check_number(struct str s)
{
	char text[NUMBER_MAX];
	double number, again;
	if (!number_parse(s, &number))
		return;
	struct str shortest = {text, number_format(number, text)};
	require(number_parse(shortest, &again) && again == number);
}

static void check_scan(struct str s)
{
	struct scan fast = {0}, plain = {0};
	scan_block(&fast, s.p, s.n);
	scan_block_by(SCAN_PLAIN, &plain, s.p, s.n);
	require(fast.odd == plain.odd && fast.nsep == plain.nsep && fast.nline == plain.nline);
	require(!fast.nsep || memcmp(fast.sep, plain.sep, fast.nsep * sizeof *fast.sep) == 0);
	require(!fast.nline || memcmp(fast.line, plain.line, fast.nline * sizeof *fast.line) == 0);
	scan_release(&fast);
	scan_release(&plain);
}

/*
 * A good header line, written again from its names, is the line; each name is found where it
 * stands.
 */
static void check_header(struct str s)
{
	struct header h = {0};
	struct buf why = {0}, line = {0};
	if (header_parse(&h, s, &why)) {
		for (size_t i = 0; i < h.n; i++) {
			require(header_find(&h, h.names[i]) == (long)i);
			if (i)
				buf_putc(&line, '\t');
			value_encode(&line, h.names[i]);
		}
		bool one_line = str_index(s, '\n') == s.n;
		require(!one_line || str_eq(buf_str(&line), s));
	}
	header_release(&h);
	buf_release(&why);
	buf_release(&line);
}

static void check_names(struct str s, struct arena *arena)
{
	size_t n;
	struct str *names = names_parse(s, &n, arena);
	for (size_t i = 0; names && i < n; i++)
		require(names[i].n > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = {(const char *)data, size};
	struct arena arena = {0};
	check_value(s, &arena);
	check_list(s);
	check_number(s);
	check_scan(s);
	check_header(s);
	check_names(s, &arena);
	arena_release(&arena);
	return 0;
}
