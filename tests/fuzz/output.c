/*
 * Whatever the table, no value gets out of its place: markup holds only the tags and entities that
 * the formats write themselves, text holds no control bytes, csv reads back as the same cells, json
 * is JSON.
 */
#include <stdint.h>
#include <stdlib.h>

#include "output/format.h"
#include "output/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool good)
{
	if (!good)
		abort();
}

static bool take(struct str *s, const char *word)
{
	if (!str_starts(*s, str_of(word)))
		return false;
	*s = str_from(*s, strlen(word));
	return true;
}

static bool take_one_of(struct str *s, const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		if (take(s, words[i]))
			return true;
	return false;
}

static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#13;", NULL};

/* Every < begins one of the tags, every & is one of the entities. */
/* The cell that says that there are no rows. */
static bool take_wide(struct str *s)
{
	if (!take(s, "<td colspan=\""))
		return false;
	while (s->n && s->p[0] >= '0' && s->p[0] <= '9')
		*s = str_from(*s, 1);
	return take(s, "\">");
}

static void check_html(struct str s)
{
	static const char *const tags[] = {"<figure>", "</figure>", "<table>", "</table>",
		"<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>", "</th>", "</td>",
		"<br>", "<caption>", "</caption>", NULL};
	static const char *const cells[] = {"<td", "<th scope=\"col\"", "<th scope=\"row\"", NULL};
	static const char *const ends[] = {">", " class=\"r\">", " class=\"c\">", " dir=\"auto\">",
		" class=\"r\" dir=\"auto\">", NULL};
	while (s.n) {
		if (s.p[0] == '<')
			need(take_one_of(&s, tags) || take_wide(&s) ||
				(take_one_of(&s, cells) && take_one_of(&s, ends)));
		else if (s.p[0] == '&')
			need(take_one_of(&s, entities));
		else
			s = str_from(s, 1);
	}
}

/* Elements are nested as they should be, and are ours. */
static void check_svg(struct str s)
{
	static const char *const names[] = {"svg", "title", "desc", "text", "rect", "line", "path",
		"circle", "g", "figure", "figcaption", NULL};
	struct str open[16] = {
		{NULL, 0}
        };
	size_t depth = 0;
	while (s.n) {
		if (s.p[0] == '&')
			need(take_one_of(&s, entities));
		if (!s.n || s.p[0] != '<') {
			s = str_from(s, s.n > 0);
			continue;
		}
		bool closes = take(&s, "</");
		if (!closes)
			take(&s, "<");
		struct str name = s;
		need(take_one_of(&s, names));
		name = str_head(name, name.n - s.n);
		struct str rest = str_head(s, str_index(s, '>'));
		need(rest.n < s.n && str_index(rest, '<') == rest.n);
		s = str_from(s, rest.n + 1);
		if (closes)
			need(depth && str_eq(open[--depth], name) && !rest.n);
		else if (!str_ends(rest, STR("/"))) {
			need(depth < 16);
			open[depth++] = name;
		}
	}
	need(depth == 0);
}

static void check_text(struct str s, size_t lines)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		lines -= c == '\n';
		need((c >= 0x20 || c == '\n') && c != 0x7f);
		need(!(c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0));
	}
	need(lines == 0);
}

/* The cells' borders of one line; a < that is not escaped begins a line break. */
static size_t count_bars(struct str line)
{
	size_t bars = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\')
			i++;
		else if (line.p[i] == '|')
			bars++;
		else if (line.p[i] == '<')
			need(str_starts(str_from(line, i), STR("<br>")));
	}
	return bars;
}

static void check_markdown(struct str s, const struct table *t, size_t lines)
{
	struct str line;
	check_text(s, lines);
	while (str_split(&s, '\n', &line) && s.p)
		need(count_bars(line) == t->ncolumns + 1);
}

/* The next character of a quoted field; false at its closing quote. */
static bool next_quoted(struct str *s, char *c)
{
	need(s->n > 0);
	if (!take(s, "\"\"")) {
		*c = s->p[0];
		*s = str_from(*s, 1);
		return *c != '"';
	}
	*c = '"';
	return true;
}

/* The next field of csv; true when it is the last of its row. */
static bool next_field(struct str *s, struct buf *field)
{
	char c;
	buf_clear(field);
	if (take(s, "\""))
		while (next_quoted(s, &c))
			buf_putc(field, c);
	else
		for (; s->n && s->p[0] != ',' && s->p[0] != '\n'; *s = str_from(*s, 1))
			buf_putc(field, s->p[0]);
	bool last = take(s, "\n");
	need(last || take(s, ","));
	return last;
}

static void check_csv(struct str s, const struct table *t)
{
	struct buf field = {0};
	for (size_t row = 0; row <= t->nrows; row++)
		for (size_t i = 0; i < t->ncolumns; i++) {
			need(next_field(&s, &field) == (i + 1 == t->ncolumns));
			need(str_eq(buf_str(&field),
				row ? table_cell(t, row - 1, i) : t->columns[i].name));
		}
	need(s.n == 0);
	buf_release(&field);
}

/* A string of JSON, with the escapes that it may hold. */
static void skip_string(struct str *s)
{
	need(take(s, "\""));
	while (s->n && s->p[0] != '"') {
		need((unsigned char)s->p[0] >= 0x20);
		if (take(s, "\\u")) {
			need(s->n > 4);
			*s = str_from(*s, 4);
		} else if (take(s, "\\")) {
			need(s->n && memchr("\"\\/bfnrt", s->p[0], 8));
			*s = str_from(*s, 1);
		} else
			*s = str_from(*s, 1);
	}
	need(take(s, "\""));
}

static void skip_value(struct str *s, struct str cell, bool number)
{
	if (!cell.n)
		need(take(s, "null"));
	else if (number) {
		need(str_starts(*s, cell) && number_is_plain(cell));
		*s = str_from(*s, cell.n);
	} else
		skip_string(s);
}

static void check_json(struct str s, const struct table *t)
{
	need(take(&s, "["));
	for (size_t row = 0; row < t->nrows; row++) {
		need(take(&s, row ? ",\n{" : "\n{"));
		for (size_t i = 0; i < t->ncolumns; i++) {
			need(!i || take(&s, ", "));
			skip_string(&s);
			need(take(&s, ": "));
			skip_value(&s, table_cell(t, row, i), t->columns[i].number);
		}
		need(take(&s, "}"));
	}
	need(take(&s, "\n]\n") && !s.n);
}

/* Two for the header; a part of a page without rows says so in one. */
static size_t lines_of(const struct table *t, const struct look *look)
{
	return 2 + (t->nrows == 0 && look->part ? 1 : t->nrows);
}

static void check_format(const char *name, const struct table *t, const struct look *look)
{
	struct buf out = {0}, why = {0};
	struct str s;
	bool good = format_render(format_find(name), t, look, &out, &why);
	need(good || why.n);
	s = buf_str(&out);
	if (!good)
		need(strcmp(name, "svg") == 0 && !s.n);
	else if (strcmp(name, "html") == 0)
		check_html(s);
	else if (strcmp(name, "svg") == 0)
		check_svg(s);
	else if (strcmp(name, "markdown") == 0)
		check_markdown(s, t, lines_of(t, look));
	else if (strcmp(name, "csv") == 0)
		check_csv(s, t);
	else if (strcmp(name, "json") == 0)
		check_json(s, t);
	else if (strcmp(name, "text") == 0)
		check_text(s, lines_of(t, look));
	buf_release(&out);
	buf_release(&why);
}

/* The first byte chooses the chart and the width; the rest is a record stream. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct table t = {0};
	struct buf why = {0};
	if (size && table_parse(&t, (struct str){(const char *)data + 1, size - 1}, &why)) {
		struct look look = {.part = true,
			.width = data[0] / 8,
			.chart = data[0] % 8 <= CHART_TILES ? data[0] % 8 : CHART_NONE};
		for (size_t i = 0; format_names[i]; i++)
			if (strcmp(format_names[i], "xlsx") !=
					0 && /* a zip file, and slow to make */
				strcmp(format_names[i], "eml") != 0) /* never of one table */
				check_format(format_names[i], &t, &look);
		look.part = false;
		check_format("svg", &t, &look);
	}
	table_release(&t);
	buf_release(&why);
	return 0;
}
