#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/pattern.h"
#include "input/rows.h"

enum { NO_COLUMN = LIMIT_COLUMNS };

struct pattern {
	struct regex *regex;
	size_t ngroups;
	uint16_t *columns; /* of each group; NO_COLUMN where it has no name */
	struct str *names;
	size_t n, cap;
};

static uint16_t find_name(const struct pattern *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->names[i], name))
			return (uint16_t)i;
	return NO_COLUMN;
}

static void name_columns(struct pattern *p)
{
	p->ngroups = regex_groups(p->regex);
	p->columns = mem_zero(p->ngroups, sizeof *p->columns);
	for (size_t i = 0; i < p->ngroups; i++) {
		struct str name = regex_group_name(p->regex, i);
		p->columns[i] = name.n ? find_name(p, name) : NO_COLUMN;
		if (name.n == 0 || p->columns[i] != NO_COLUMN)
			continue;
		p->names = mem_grow(p->names, p->n, &p->cap, sizeof *p->names);
		p->columns[i] = (uint16_t)(p->n < NO_COLUMN ? p->n : NO_COLUMN);
		p->names[p->n++] = name;
	}
}

struct pattern *pattern_compile(struct str text, struct regex_error *error)
{
	struct regex *regex = regex_compile(text, REGEX_PAGE, error);
	if (!regex)
		return NULL;
	struct pattern *p = mem_zero(1, sizeof *p);
	p->regex = regex;
	name_columns(p);
	if (p->n && p->n <= LIMIT_COLUMNS)
		return p;
	error->at = REGEX_NOWHERE;
	snprintf(error->text, sizeof error->text, "%s",
		p->n ? "a pattern with more named groups than a record has columns"
		     : "a pattern without a named group, such as (?<name>...), has no columns");
	pattern_free(p);
	return NULL;
}

void pattern_free(struct pattern *p)
{
	if (!p)
		return;
	regex_free(p->regex);
	free(p->columns);
	free(p->names);
	free(p);
}

/* The next line that holds bytes which are not in the encoding. */
struct bad_line {
	size_t start, end;
	bool given; /* it is refused already */
	bool none;
};

/* A text that is being matched; offsets count from its beginning. */
struct matching {
	const struct pattern *pattern;
	struct str *groups, *fields;
	bool header_given;
	bool held;  /* a match is found and not given yet */
	bool empty; /* the last match is of nothing */
	bool ended;
	size_t from; /* where the last match ends */
	struct bad_line bad;
	size_t counted, line; /* so many lines end before `counted` */
	size_t matches, outside;
};

static void text_close(void *state)
{
	struct matching *m = state;
	free(m->groups);
	free(m->fields);
	free(m);
}

static void *text_open(struct rows *r)
{
	struct source *s = r->source;
	while (source_window(s).n <= PATTERN_TEXT && source_more(s))
		;
	if (source_window(s).n > PATTERN_TEXT) {
		buf_fmt(&r->why, "a text of more than %d bytes; cut it into pieces", PATTERN_TEXT);
		return NULL;
	}
	struct matching *m = mem_zero(1, sizeof *m);
	m->pattern = r->pattern;
	m->groups = mem_zero(m->pattern->ngroups, sizeof *m->groups);
	m->fields = mem_zero(m->pattern->n, sizeof *m->fields);
	m->bad.none = utf8_valid(source_window(s));
	m->bad.given = true; /* there is none before the beginning */
	return m;
}

/* The number of the line in which a byte stands; not before the one asked for last. */
static size_t line_of(struct matching *m, struct str text, size_t at)
{
	for (; m->counted < at; m->counted++) {
		char byte = text.p[m->counted];
		bool crlf =
			byte == '\r' && m->counted + 1 < text.n && text.p[m->counted + 1] == '\n';
		m->line += byte == '\n' || (byte == '\r' && !crlf);
	}
	return m->line + 1;
}

static bool has_value(const struct matching *m)
{
	for (size_t i = 0; i < m->pattern->ngroups; i++)
		if (m->pattern->columns[i] != NO_COLUMN && m->groups[i].n)
			return true;
	return false;
}

/* Looks for the next match that is a row; false when a limit is hit. */
static bool find_match(struct matching *m, struct str text)
{
	enum regex_result result;
	do {
		struct regex *regex = m->pattern->regex;
		result = (m->empty ? regex_find_on : regex_find)(
			regex, text, m->from, m->groups, m->pattern->ngroups);
		if (result != REGEX_YES)
			break;
		size_t start = (size_t)(m->groups[0].p - text.p);
		m->outside += utf8_length((struct str){text.p + m->from, start - m->from});
		m->from = start + m->groups[0].n;
		m->empty = m->groups[0].n == 0;
	} while (m->empty && !has_value(m));
	m->ended = result != REGEX_YES;
	m->held = !m->ended;
	return result != REGEX_LIMIT;
}

static bool is_line_end(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* The line of the next byte from `at` on that is not in the encoding. */
static void find_bad_line(struct matching *m, struct str text, size_t at)
{
	at += utf8_valid_prefix(str_from(text, at));
	m->bad = (struct bad_line){at, at, at == text.n, at == text.n};
	while (!m->bad.none && m->bad.start > 0 && !is_line_end(text.p[m->bad.start - 1]))
		m->bad.start--;
	while (m->bad.end < text.n && !is_line_end(text.p[m->bad.end]))
		m->bad.end++;
}

/* The lines of bad bytes before `start` are passed over; true when one is to be refused. */
static bool bad_line_before(struct matching *m, struct str text, size_t start)
{
	while (!m->bad.none && m->bad.end <= start && m->bad.given)
		find_bad_line(m, text, m->bad.end);
	return !m->bad.none && m->bad.end <= start;
}

static enum rows_status refuse_text(
	struct rows *r, struct row *row, struct str text, size_t start, size_t end)
{
	struct matching *m = r->state;
	m->bad.given = true;
	*row = (struct row){
		.raw = {text.p + start, end - start},
		.pos = { r->source->name, line_of(m,               text, start)}
        };
	rows_refuse(r, row);
	return ROWS_REFUSED;
}

/* The text from the first to the last byte of the groups, some of which may be outside of the
 * match. */
static struct str whole_of(const struct matching *m)
{
	const char *start = m->groups[0].p, *end = start + m->groups[0].n;
	for (size_t i = 1; i < m->pattern->ngroups; i++) {
		struct str group = m->groups[i];
		if (group.p && group.p < start)
			start = group.p;
		if (group.p && group.p + group.n > end)
			end = group.p + group.n;
	}
	return (struct str){start, (size_t)(end - start)};
}

static enum rows_status give_match(
	struct rows *r, struct row *row, struct str text, size_t start, size_t end)
{
	struct matching *m = r->state;
	const struct pattern *p = m->pattern;
	m->held = false;
	m->matches++;
	/* beside a bad byte a match may end where the text does not */
	if (!m->bad.none && (end > m->bad.start || start >= m->bad.start))
		return refuse_text(r, row, text, start < m->bad.start ? start : m->bad.start,
			end > m->bad.end ? end : m->bad.end);
	for (size_t i = 0; i < p->n; i++)
		m->fields[i] = (struct str){NULL, 0};
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->columns[i] != NO_COLUMN && !m->fields[p->columns[i]].p)
			m->fields[p->columns[i]] = m->groups[i];
	*row = (struct row){
		.fields = m->fields,
		.n = p->n,
		.raw = whole_of(m),
		.pos = {r->source->name, line_of(m, text, start)},
	};
	return rows_refuse(r, row) ? ROWS_REFUSED : ROWS_ROW;
}

/* Said when the last match is behind us. */
static void sum_up(const struct matching *m, const char *file, struct str text)
{
	struct pos pos = {file, 0};
	size_t outside = m->outside + utf8_length(str_from(text, m->from));
	diag_note("%s: matches: %zu; characters outside of them: %zu of %zu", file, m->matches,
		outside, utf8_length(text));
	if (m->matches == 0)
		warn_at(&pos, "the pattern matches nothing");
}

static enum rows_status text_next(struct rows *r, struct row *row)
{
	struct matching *m = r->state;
	struct str text = source_window(r->source);
	if (!m->header_given) {
		m->header_given = true;
		*row = (struct row){.fields = m->pattern->names, .n = m->pattern->n};
		row->pos = (struct pos){r->source->name, 1};
		return ROWS_ROW;
	}
	if (!m->held && !m->ended) {
		if (!find_match(m, text)) {
			buf_puts(&r->why,
				"the pattern backtracks without end in the text from here on");
			row->pos = (struct pos){r->source->name, line_of(m, text, m->from)};
			return ROWS_FAILED;
		}
		if (m->ended)
			sum_up(m, r->source->name, text);
	}
	size_t start = m->held ? (size_t)(m->groups[0].p - text.p) : text.n;
	if (bad_line_before(m, text, start))
		return refuse_text(r, row, text, m->bad.start, m->bad.end);
	return m->held ? give_match(r, row, text, start, m->from) : ROWS_END;
}

const struct rows_format ROWS_TEXT = {.name = "text",
	.open = text_open,
	.next = text_next,
	.close = text_close,
	.named = "the pattern"};
