#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/near.h"
#include "input/sheet.h"

enum { DAY = 86400 }; /* seconds */

void sheet_begin(struct sheet *s, size_t number)
{
	s->number = number;
	s->n = s->filled = 0;
	buf_clear(&s->values);
}

/* What is over the limits is not kept; that it is over them stays to be seen. */
static void add(struct sheet *s, struct str value, bool number)
{
	if (s->n > LIMIT_COLUMNS)
		return;
	if (s->values.n <= LIMIT_RECORD)
		buf_addstr(&s->values, str_head(value, LIMIT_FIELD + 1));
	s->ends = mem_grow(s->ends, s->n, &s->cap, sizeof *s->ends);
	s->numbers = mem_grow(s->numbers, s->n, &s->cap_numbers, sizeof *s->numbers);
	s->numbers[s->n] = number;
	s->ends[s->n++] = s->values.n;
	buf_putc(&s->values, '\t');
}

void sheet_add(struct sheet *s, size_t column, struct str value, bool number)
{
	if (value.n == 0)
		return;
	while (s->n < column && s->n <= LIMIT_COLUMNS)
		add(s, STR(""), false);
	add(s, value, number);
	s->filled = s->n;
}

/* Does the text stand for its number already? Most do. */
static bool is_short_integer(struct str text)
{
	if (text.n == 0 || text.n > 15 || (text.p[0] == '0' && text.n > 1))
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	return true;
}

void sheet_add_number(struct sheet *s, size_t column, struct str text)
{
	char out[NUMBER_MAX];
	double number;
	if (text.n == 0)
		return;
	if (is_short_integer(text)) {
		sheet_add(s, column, text, true);
	} else if (number_parse(text, &number)) {
		struct str written = {out, number_format(number, out)};
		sheet_add(s, column, written, true);
	} else {
		sheet_add(s, column, text, false);
	}
}

bool sheet_is_blank(const struct sheet *s)
{
	return s->filled == 0;
}

bool sheet_gap(struct sheet *s, struct rows *r, struct row *row)
{
	if (s->given + 1 >= s->number)
		return false;
	*row = (struct row){
		.pos = {r->source->name, ++s->given},
                  .plain = true
        };
	return true;
}

enum rows_status sheet_give(struct sheet *s, struct rows *r, struct row *row)
{
	size_t from = 0;
	while (s->n < r->width)
		add(s, STR(""), false);
	while (s->cap_fields < s->n)
		s->fields = mem_grow(s->fields, s->cap_fields, &s->cap_fields, sizeof *s->fields);
	for (size_t i = 0; i < s->n; from = s->ends[i++] + 1)
		s->fields[i] = (struct str){s->values.p + from, s->ends[i] - from};
	s->given = s->number;
	*row = (struct row){
		.fields = s->fields,
		.n = s->n,
		.numbers = s->numbers,
		.raw = {s->values.p,     s->values.n - 1},
		.pos = {r->source->name, s->number      }
        };
	return rows_refuse(r, row) ? ROWS_REFUSED : ROWS_ROW;
}

void sheet_release(struct sheet *s)
{
	buf_release(&s->values);
	free(s->ends);
	free(s->fields);
	free(s->numbers);
	*s = (struct sheet){0};
}

static bool choose_by_number(const char *wanted, size_t n, size_t *chosen)
{
	char *end;
	unsigned long number = *wanted >= '0' && *wanted <= '9' ? strtoul(wanted, &end, 10) : 0;
	if (number == 0 || *end || number > n)
		return false;
	*chosen = number - 1;
	return true;
}

static void list_sheets(const struct sheet_name *names, size_t n, struct buf *to)
{
	for (size_t i = 0; i < n && i < 20; i++)
		buf_fmt(to, "%s'" STR_FMT "'%s", i ? ", " : "", STR_ARG(names[i].text),
			names[i].hidden ? " (hidden)" : "");
	if (n > 20)
		buf_fmt(to, " and %zu more", n - 20);
}

static void note_others(
	const struct rows *r, const struct sheet_name *names, size_t n, size_t chosen)
{
	struct buf list = {0};
	list_sheets(names, n, &list);
	diag_note("%s: sheet '" STR_FMT "' of %s", r->source->name, STR_ARG(names[chosen].text),
		buf_cstr(&list));
	buf_release(&list);
}

static bool choose_visible(const struct sheet_name *names, size_t n, size_t *chosen)
{
	for (size_t i = 0; i < n; i++)
		if (!names[i].hidden) {
			*chosen = i;
			return true;
		}
	return false;
}

bool sheet_find(const char *wanted, const struct sheet_name *names, size_t n, size_t *chosen)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i].text, str_of(wanted))) {
			*chosen = i;
			return true;
		}
	return choose_by_number(wanted, n, chosen);
}

static void explain(const struct rows *r, const struct sheet_name *names, size_t n, struct buf *why)
{
	struct str *texts = mem_zero(n + 1, sizeof *texts);
	for (size_t i = 0; i < n; i++)
		texts[i] = names[i].text;
	size_t near = r->sheet ? near_find(str_of(r->sheet), texts, n) : n;
	free(texts);
	if (n == 0) {
		buf_puts(why, "a workbook without a sheet");
		return;
	}
	if (r->sheet)
		buf_fmt(why, "no sheet '%s'", r->sheet);
	else
		buf_puts(why, "all sheets are hidden; say with --sheet which");
	if (near < n)
		buf_fmt(why, " (did you mean '" STR_FMT "'?)", STR_ARG(names[near].text));
	buf_puts(why, "; there are ");
	list_sheets(names, n, why);
}

bool sheet_choose(const struct rows *r, const struct sheet_name *names, size_t n, size_t *chosen,
	struct buf *why)
{
	bool found = r->sheet ? sheet_find(r->sheet, names, n, chosen)
	                      : choose_visible(names, n, chosen);
	if (!found)
		explain(r, names, n, why);
	else if (n > 1 && !r->glance)
		note_others(r, names, n, *chosen);
	return found;
}

const char *sheet_cell_name(struct buf *name, struct str sheet, size_t column, size_t number)
{
	char letters[8];
	size_t n = sizeof letters;
	for (size_t left = column + 1; left && n; left = (left - 1) / 26)
		letters[--n] = (char)('A' + (left - 1) % 26);
	buf_clear(name);
	buf_addstr(name, sheet);
	buf_putc(name, '!');
	buf_add(name, letters + n, sizeof letters - n);
	buf_fmt(name, "%zu", number);
	return buf_cstr(name);
}

bool sheet_cell_parse(const char *name, size_t *column, size_t *row)
{
	size_t letters = 0, digits = 0;
	for (; *name >= 'A' && *name <= 'Z' && letters <= SHEET_COLUMNS; name++)
		letters = letters * 26 + (size_t)(*name - 'A') + 1;
	for (; *name >= '0' && *name <= '9' && digits <= SHEET_ROWS; name++)
		digits = digits * 10 + (size_t)(*name - '0');
	*column = letters - 1;
	*row = digits - 1;
	return *name == '\0' && letters && letters <= SHEET_COLUMNS && digits &&
	       digits <= SHEET_ROWS;
}

struct str sheet_moment(struct str text)
{
	static const char form[] = "0000-00-00T00:00:00";
	struct str head = str_head(text, sizeof form - 1),
		   time = str_from(head, str_index(head, 'T'));
	if (str_eq(time, STR("T00:00:00")) || str_eq(time, STR("T00:00")))
		return str_head(text, head.n - time.n);
	return text.n > head.n && text.p[head.n] == '.' ? head : text;
}

/* Years are counted from March on, so that the leap day is the last. */
void sheet_day(long days, char out[static NUMBER_MAX])
{
	long since = days + 719468, era = since / 146097, of_era = since % 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	long day = of_year - (153 * month + 2) / 5 + 1;
	month = month < 10 ? month + 3 : month - 9;
	year += era * 400 + (month <= 2);
	snprintf(out, NUMBER_MAX, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
		(unsigned)day % 100);
}

bool sheet_length(double days, char out[static NUMBER_MAX])
{
	double whole = floor(fabs(days) * DAY + 0.5);
	if (!(whole < 1e14))
		return false;
	long seconds = (long)whole;
	snprintf(out, NUMBER_MAX, "%s%02ld:%02ld:%02ld", days < 0 && seconds ? "-" : "",
		seconds / 3600, seconds / 60 % 60, seconds % 60);
	return true;
}

bool sheet_date(double serial, bool since_1904, char out[static NUMBER_MAX])
{
	enum { LAST = 2958465, DAYS_1904 = 1462, DAY_1970 = 25569, NO_DAY = 60 };
	if (!(serial >= 0 && serial < LAST + 1.0))
		return false;
	long seconds = (long)floor(serial * DAY + 0.5), day = seconds / DAY;
	if (day == 0 && !since_1904)
		return sheet_length(serial, out);
	if (since_1904)
		day += DAYS_1904;
	else if (day < NO_DAY)
		day++;
	else if (day == NO_DAY)
		return false;
	if (day > LAST)
		return false;
	sheet_day(day - DAY_1970, out);
	if (seconds % DAY) {
		size_t n = strlen(out);
		snprintf(out + n, NUMBER_MAX - n, "T%02ld:%02ld:%02ld", seconds / 3600 % 24,
			seconds / 60 % 60, seconds % 60);
	}
	return true;
}
