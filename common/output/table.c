#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "output/table.h"
#include "record/header.h"
#include "record/number.h"
#include "record/value.h"

enum { DIGITS_WHOLE = 15, DIGITS_FRACTION = 17, DECIMALS_MAX = 15 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool number_is_plain(struct str s)
{
	double number;
	size_t i = s.n && s.p[0] == '-', digits = 0;
	bool whole = str_index(s, '.') == s.n;
	if (i >= s.n || !is_digit(s.p[i]) || (s.p[i] == '0' && i + 1 < s.n && is_digit(s.p[i + 1])))
		return false;
	for (; i < s.n && s.p[i] != 'e' && s.p[i] != 'E'; i++) {
		digits += is_digit(s.p[i]) &&
		          (digits || s.p[i] != '0'); /* zeros in front do not count */
		if (s.p[i] == '.' && (i + 1 == s.n || !is_digit(s.p[i + 1])))
			return false;
	}
	return digits <= (whole ? DIGITS_WHOLE : DIGITS_FRACTION) && number_parse(s, &number);
}

static void set_columns(struct table *t, const struct header *h)
{
	t->ncolumns = h->n;
	t->columns = mem_zero(h->n, sizeof *t->columns);
	for (size_t i = 0; i < h->n; i++) {
		t->columns[i].name = arena_str(&t->arena, h->names[i]);
		t->columns[i].title = t->columns[i].name;
	}
}

/* The cells of a new last row, not set. */
static struct str *add_row(struct table *t)
{
	if (t->nrows == t->cap) {
		size_t rows = t->cap ? t->cap : 64;
		t->cap = rows > SIZE_MAX / 2 / t->ncolumns ? SIZE_MAX / t->ncolumns : rows * 2;
		t->cells = mem_resize(t->cells, t->cap * t->ncolumns, sizeof *t->cells);
	}
	return t->cells + t->nrows++ * t->ncolumns;
}

static bool holds_numbers(const struct table *t, size_t column)
{
	bool any = false;
	for (size_t row = 0; row < t->nrows; row++) {
		struct str cell = table_cell(t, row, column);
		if (cell.n && !number_is_plain(cell))
			return false;
		any |= cell.n > 0;
	}
	return any;
}

static void find_kinds(struct table *t)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		t->columns[i].number = holds_numbers(t, i);
		t->columns[i].align = t->columns[i].number ? ALIGN_RIGHT : ALIGN_LEFT;
	}
}

void table_read(struct table *t, struct reader *r)
{
	struct record rec;
	set_columns(t, reader_header(r));
	while (reader_next(r, &rec)) {
		struct str *cells = add_row(t);
		char *copy = arena_alloc(&t->arena, rec.line.n + 1, 1);
		memcpy(copy, rec.line.p, rec.line.n);
		for (size_t i = 0; i < rec.n; i++) {
			struct str field = record_field(&rec, i);
			struct str kept = {copy + (field.p - rec.line.p), field.n};
			cells[i] = rec.escaped ? value_decode(kept, &t->arena) : kept;
		}
	}
	find_kinds(t);
}

static bool add_line(struct table *t, struct str line, size_t number, struct buf *why)
{
	struct str rest = line, field;
	struct str *cells = add_row(t);
	size_t n = 0;
	while (str_split(&rest, '\t', &field)) {
		if (n < t->ncolumns)
			cells[n] = value_decode(field, &t->arena);
		n++;
	}
	if (n == t->ncolumns)
		return true;
	buf_fmt(why, "line %zu: %zu fields where the header has %zu", number, n, t->ncolumns);
	return false;
}

/* What is wrong with a line whatever the header says, or NULL. */
static const char *line_fault(struct str line)
{
	if (str_index(line, '\0') < line.n)
		return "a NUL byte";
	if (str_index(line, '\r') < line.n)
		return "a carriage return";
	if (!utf8_valid(line))
		return "bad UTF-8";
	if (!value_escapes_valid(line))
		return "an unknown escape";
	return NULL;
}

static bool parse_header(struct table *t, struct str line, struct buf *why)
{
	struct header h = {0};
	bool good = header_parse(&h, line, why);
	if (good)
		set_columns(t, &h);
	header_release(&h);
	return good;
}

bool table_parse(struct table *t, struct str text, struct buf *why)
{
	struct str line, kept = arena_str(&t->arena, text);
	if (!text.n) {
		buf_puts(why, "no header line");
		return false;
	}
	if (kept.p[kept.n - 1] == '\n')
		kept.n--;
	for (size_t number = 1; str_split(&kept, '\n', &line); number++) {
		const char *fault = line_fault(line);
		if (fault) {
			buf_fmt(why, "line %zu: %s", number, fault);
			return false;
		}
		if (!(number == 1 ? parse_header(t, line, why) : add_line(t, line, number, why)))
			return false;
	}
	find_kinds(t);
	return true;
}

long table_find(const struct table *t, struct str name)
{
	for (size_t i = 0; i < t->ncolumns; i++)
		if (str_eq(t->columns[i].name, name))
			return (long)i;
	return -1;
}

/* Is the column among those that the flags of a spread row name, as in "music:freq;*:secondary"? */
static bool is_flagged(struct str flags, struct str column)
{
	struct str item;
	while (str_split(&flags, ';', &item)) {
		size_t end = item.n;
		while (end > 0 && item.p[end - 1] != ':')
			end--;
		bool same = end == column.n + 1;
		for (size_t i = 0; same && i < column.n; i++)
			same = item.p[i] == (column.p[i] == ';' ? ',' : column.p[i]);
		if (same)
			return true;
	}
	return false;
}

/* What a table has that is neither long nor spread. */
static bool is_measure(struct str name)
{
	static const char *const words[] = {"n", "share", "difference", "percent"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(name, str_of(words[i])))
			return true;
	return false;
}

/* In the long form numbers stand from the estimate on; where that is there, none is hidden. */
static bool is_hidden(const struct table *t, size_t row, size_t column)
{
	long flag = table_find(t, STR("flag")), estimate = table_find(t, STR("estimate"));
	struct str name = t->columns[column].name;
	if (flag < 0 || (size_t)flag == column || !table_cell(t, row, (size_t)flag).n)
		return false;
	struct str flags = table_cell(t, row, (size_t)flag);
	if (estimate >= 0)
		return column >= (size_t)estimate && !table_cell(t, row, (size_t)estimate).n;
	return str_index(flags, ':') < flags.n ? is_flagged(flags, name) : is_measure(name);
}

struct str table_shown(const struct table *t, size_t row, size_t column)
{
	struct str cell =
		t->shown ? t->shown[row * t->ncolumns + column] : table_cell(t, row, column);
	return cell.n == 0 && is_hidden(t, row, column) ? STR("\xe2\x80\xa6") : cell;
}

static struct str with_comma(struct str number, struct arena *arena)
{
	size_t point = str_index(number, '.');
	if (point == number.n)
		return number;
	struct str shown = arena_str(arena, number);
	((char *)shown.p)[point] = ',';
	return shown;
}

void table_comma(struct table *t)
{
	size_t cells = t->nrows * t->ncolumns;
	t->shown = mem_resize(t->shown, cells + 1, sizeof *t->shown);
	for (size_t i = 0; i < cells; i++)
		t->shown[i] = t->columns[i % t->ncolumns].number
		                      ? with_comma(t->cells[i], &t->arena)
		                      : t->cells[i];
}

struct str table_number(const struct table *t, struct str number, struct arena *arena)
{
	return t->shown ? with_comma(number, arena) : number;
}

bool table_align(struct table *t, const char *letters)
{
	size_t n = strlen(letters);
	if (n > t->ncolumns)
		return false;
	for (size_t i = 0; i < n; i++) {
		switch (letters[i]) {
		case 'l': t->columns[i].align = ALIGN_LEFT; break;
		case 'r': t->columns[i].align = ALIGN_RIGHT; break;
		case 'c': t->columns[i].align = ALIGN_CENTRE; break;
		case '-': break;
		default: return false;
		}
	}
	return true;
}

static bool has_fraction(const struct table *t, size_t column)
{
	for (size_t row = 0; row < t->nrows; row++) {
		struct str cell = table_cell(t, row, column);
		for (size_t i = 0; i < cell.n; i++)
			if (cell.p[i] == '.' || cell.p[i] == 'e' || cell.p[i] == 'E')
				return true;
	}
	return false;
}

/* A number that rounds to nothing loses its sign. */
static struct str rounded(struct arena *arena, struct str cell, int digits)
{
	double number;
	if (!number_parse(cell, &number))
		return cell;
	struct str text =
		arena_fmt(arena, "%.*f", digits < DECIMALS_MAX ? digits : DECIMALS_MAX, number);
	bool zero = true;
	for (size_t i = 0; i < text.n; i++)
		zero &= !is_digit(text.p[i]) || text.p[i] == '0';
	return zero && text.p[0] == '-' ? str_from(text, 1) : text;
}

void table_round(struct table *t, int digits)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		if (!t->columns[i].number || !has_fraction(t, i))
			continue;
		for (size_t row = 0; row < t->nrows; row++) {
			struct str *cell = &t->cells[row * t->ncolumns + i];
			*cell = rounded(&t->arena, *cell, digits);
		}
	}
}

void table_release(struct table *t)
{
	free(t->columns);
	free(t->cells);
	free(t->shown);
	arena_release(&t->arena);
	*t = (struct table){0};
}
