/*
 * Any text compiles or is refused with a place inside it; what compiles gives the same value each
 * time, and of a condition: certain is never more than possible, "not (e)" is its opposite, "(e) or
 * not (e)" is never certainly not so, "(e) and (e)" is e, and so is e with more brackets.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "expr/expr.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { COLUMNS = 6 };

static struct header header;
static struct record record;
static char line[] = "Dom kulture \xC5\xA0\t2005-06/2007\t7\tmusic; film;\t\tx\\ty\n";
static uint32_t ends[COLUMNS];

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void make_record(void)
{
	static const char *const names[COLUMNS] = {
		"name", "founded", "n", "fields", "empty", "date"};
	size_t n = 0;
	diag_set_quiet(true);
	for (size_t i = 0; i < COLUMNS; i++)
		header_add(&header, str_of(names[i]));
	for (size_t i = 0; line[i]; i++)
		if (line[i] == '\t' || line[i] == '\n')
			ends[n++] = (uint32_t)i;
	record = (struct record){
		.line = {line,     sizeof line - 2},
		.block = line,
		.end = ends,
		.n = COLUMNS,
		.escaped = true,
		.pos = {"record", 1              }
        };
}

static struct expr *compile(struct str text, bool condition, struct arena *arena)
{
	static const struct expr_options options = {0};
	struct expr_error error;
	struct expr *e = condition ? expr_compile_condition(text, &header, &options, arena, &error)
	                           : expr_compile(text, &header, &options, arena, &error);
	if (!e)
		require(error.text[0] && error.line && error.column && error.column <= text.n + 1);
	return e;
}

/* The truth of the text put in place of every "e" of a form; false when it does not compile. */
static bool truth_of(const char *form, struct str text, struct answer *answer)
{
	struct arena arena = {0};
	struct buf all = {0};
	for (; *form; form++) {
		if (*form == '@')
			buf_addstr(&all, text);
		else
			buf_putc(&all, *form);
	}
	struct expr *e = compile(buf_str(&all), true, &arena);
	bool ok = e != NULL;
	if (ok)
		*answer = expr_truth(e, &record);
	expr_release(e);
	buf_release(&all);
	arena_release(&arena);
	return ok;
}

static bool same(struct answer a, struct answer b)
{
	return a.certain == b.certain && a.possible == b.possible;
}

static void check_condition(struct str text)
{
	struct answer plain, other;
	if (!truth_of("@", text, &plain)) /* a remark may end it: hence the line feeds below */
		return;
	require(plain.certain <= plain.possible);
	if (truth_of("not (@\n)", text, &other))
		require(same(other, (struct answer){(uint8_t)(KLEENE_YES - plain.possible),
					    (uint8_t)(KLEENE_YES - plain.certain)}));
	if (truth_of("(@\n) or not (@\n)", text, &other))
		require(other.possible != KLEENE_NO);
	if (truth_of("(@\n) and (@\n)", text, &other))
		require(same(plain, other));
	if (truth_of("((@\n))", text, &other))
		require(same(plain, other));
}

static void check_value(struct str text)
{
	struct arena arena = {0};
	struct str first, second;
	struct expr *a = compile(text, false, &arena), *b = compile(text, false, &arena);
	require((a == NULL) == (b == NULL));
	if (a) {
		bool there = expr_value(a, &record, &first);
		require(expr_value(b, &record, &second) == there);
		require(!there || str_eq(first, second));
		double x, y;
		bool number = expr_number(a, &record, &x);
		require(expr_number(b, &record, &y) == number && (!number || x == y));
	}
	expr_release(a);
	expr_release(b);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	if (header.n == 0)
		make_record();
	check_value(text);
	check_condition(text);
	return 0;
}
