#include <stdlib.h>

#include "base/mem.h"
#include "date/dateread.h"
#include "input/normalise.h"
#include "input/quantity.h"
#include "record/list.h"
#include "term/field.h"
#include "text/text.h"

#define NOTHING ((struct str){NULL, 0})

enum { SEEN_MAX = 1 << 15, SEEN_BYTES = 128 };

void normaliser_init(struct normaliser *n, struct str column, enum kind kind, struct str lang)
{
	*n = (struct normaliser){.column = column, .kind = kind, .lang = lang};
}

static struct normal remarked(struct normal answer, struct remark remark, struct arena *arena)
{
	struct remark *copy = arena_alloc(arena, 1, sizeof *copy);
	*copy = remark;
	answer.remark = copy;
	return answer;
}

/* `value` stays; `subject` is the part of it that is not known. */
static struct normal unknown(
	struct str value, struct str subject, struct str near, struct arena *arena)
{
	struct normal answer = {.text = value, .outcome = OUTCOME_UNKNOWN};
	return remarked(answer, (struct remark){.subject = subject, .near = near}, arena);
}

static struct normal known(struct str value, struct str text)
{
	bool same = (value.p == text.p && value.n == text.n) || str_eq(value, text);
	return (struct normal){
		.text = same ? value : text, .outcome = same ? OUTCOME_SAME : OUTCOME_CHANGED};
}

static struct normal no_value(void)
{
	return (struct normal){.outcome = OUTCOME_NO_VALUE};
}

static struct normal country(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct country found;
	struct str clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	if (!country_find(clean, n->lang, &found))
		return unknown(value, clean, country_near(clean), arena);
	struct normal answer = known(value, found.code);
	answer.how = found.how;
	answer.ambiguous = found.ambiguous;
	bool doubtful = found.ambiguous && !str_eq(clean, found.code);
	if (!doubtful && !found.region.n)
		return answer;
	struct remark remark = {.region = found.region, .subject = clean, .doubtful = doubtful};
	return remarked(answer, remark, arena);
}

static struct normal fields(struct str value, struct arena *arena)
{
	struct buf codes = {0};
	struct str first, clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	size_t strange = field_read(clean, &codes, &first, arena);
	struct normal answer = known(value, arena_str(arena, buf_str(&codes)));
	buf_release(&codes);
	if (strange == 0)
		return answer;
	struct normal partly = unknown(value, first, field_near(first), arena);
	partly.text = answer.text; /* the parts that are known are codes all the same */
	return partly;
}

static struct normal date(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct str edtf, clean = text_clean(value, arena);
	switch (date_read(clean, n->lang, arena, &edtf)) {
	case DATEREAD_OK: return known(value, edtf);
	case DATEREAD_NONE: return no_value();
	default: return unknown(value, clean, NOTHING, arena);
	}
}

static struct normal number(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct str text, clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	enum quantity q = quantity_read(clean, n->lang, arena, &text);
	if (q == QUANTITY_OK)
		return known(value, text);
	struct normal answer = unknown(value, clean, NOTHING, arena);
	if (q == QUANTITY_AMBIGUOUS)
		answer.outcome = OUTCOME_AMBIGUOUS;
	return answer;
}

/* Items stand on lines of their own, or between bars, or between semicolons; commas belong to
 * names. */
static char list_separator(struct str value)
{
	static const char marks[] = {'\n', '\r', '|'};
	for (size_t i = 0; i < sizeof marks; i++)
		if (str_index(value, marks[i]) < value.n)
			return marks[i];
	return ';';
}

static bool replace_semicolons(struct str item, char *to)
{
	bool found = false;
	for (size_t i = 0; i < item.n; i++) {
		to[i] = item.p[i] == ';' ? ',' : item.p[i];
		found |= item.p[i] == ';';
	}
	return found;
}

static struct normal list(struct str value, struct arena *arena)
{
	struct buf strict = {0}, joined = {0};
	struct list items = {0};
	struct str rest = value, item;
	char separator = list_separator(value);
	bool replaced = false;
	while (value.n && str_split(&rest, separator, &item)) {
		item = text_clean(item, arena);
		char *plain = arena_alloc(arena, item.n + 1, 1);
		replaced |= replace_semicolons(item, plain);
		buf_add(&joined, plain, item.n);
		buf_putc(&joined, ';');
	}
	list_split(&items, buf_str(&joined));
	list_join(&strict, &items);
	struct normal answer = known(value, arena_str(arena, buf_str(&strict)));
	if (replaced)
		answer.outcome = OUTCOME_ITEMS;
	list_release(&items);
	buf_release(&strict);
	buf_release(&joined);
	return answer;
}

/* A copy whose bytes from..to are ASCII lower case. */
static struct str lower_part(struct str s, size_t from, size_t to, struct arena *arena)
{
	struct str copy = arena_str(arena, s);
	char *p = (char *)copy.p;
	for (size_t i = from; i < to; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] + ('a' - 'A'));
	return copy;
}

static struct normal email(struct str value, struct arena *arena)
{
	struct str clean = text_clean(value, arena);
	if (str_eq_ascii_case(str_head(clean, 7), STR("mailto:")))
		clean = str_from(clean, 7);
	if (clean.n > 2 && clean.p[0] == '<' && clean.p[clean.n - 1] == '>')
		clean = (struct str){clean.p + 1, clean.n - 2};
	size_t at = str_index(clean, '@');
	struct str domain = at < clean.n ? str_from(clean, at + 1) : NOTHING;
	size_t dot = str_index(domain, '.');
	if (at == 0 || dot == 0 || dot + 1 >= domain.n || str_index(domain, '@') < domain.n ||
		str_index(clean, ' ') < clean.n || str_index(clean, ',') < clean.n ||
		str_index(clean, ';') < clean.n)
		return unknown(value, clean, NOTHING, arena);
	return known(value, lower_part(clean, at, clean.n, arena));
}

/* Scheme and host are lower case; a host alone gets no scheme, since which one is not known. */
static struct normal url(struct str value, struct arena *arena)
{
	struct str clean = text_clean(value, arena);
	size_t scheme = str_find(clean, STR("://"));
	size_t host = scheme < clean.n ? scheme + 3 : 0;
	struct str behind = str_from(clean, host);
	size_t end = host;
	while (end < clean.n && !strchr("/?#", clean.p[end]))
		end++;
	struct str name = str_head(behind, end - host);
	size_t dot = str_index(name, '.');
	if (dot == 0 || dot + 1 >= name.n || str_index(clean, ' ') < clean.n ||
		str_index(name, '@') < name.n)
		return unknown(value, clean, NOTHING, arena);
	return known(value, lower_part(clean, 0, end, arena));
}

static struct normal look_up(const struct normaliser *n, struct str value, struct arena *arena)
{
	switch (n->kind) {
	case KIND_COUNTRY: return country(n, value, arena);
	case KIND_FIELDS: return fields(value, arena);
	case KIND_DATE: return date(n, value, arena);
	case KIND_NUMBER: return number(n, value, arena);
	case KIND_LIST: return list(value, arena);
	case KIND_EMAIL: return email(value, arena);
	case KIND_URL: return url(value, arena);
	default: return known(value, text_clean(value, arena));
	}
}

static bool is_remembered(enum kind kind)
{
	return kind == KIND_COUNTRY || kind == KIND_FIELDS || kind == KIND_DATE;
}

/* The answer is kept with all that it points to. */
static struct normal remember(struct normaliser *n, uint32_t number)
{
	struct normal answer = look_up(n, intern_text(&n->seen, number), &n->kept);
	n->answers = mem_grow(n->answers, number, &n->cap, sizeof *n->answers);
	n->answers[number] = answer;
	return answer;
}

static struct normal answer_of(struct normaliser *n, struct str value, struct arena *arena)
{
	if (!is_remembered(n->kind) || value.n > SEEN_BYTES)
		return look_up(n, value, arena);
	size_t before = n->seen.n;
	uint32_t number =
		before < SEEN_MAX ? intern_add(&n->seen, value) : intern_find(&n->seen, value);
	if (number == INTERN_NONE)
		return look_up(n, value, arena);
	return number < before ? n->answers[number] : remember(n, number);
}

struct normal normalise(struct normaliser *n, struct str value, struct arena *arena)
{
	struct normal answer = answer_of(n, value, arena);
	n->counts[answer.outcome]++;
	return answer;
}

/* One format for each kind of trouble, so that each is counted on its own. */
static void report_unknown(const struct normaliser *n, struct str what, const struct pos *pos)
{
	switch (n->kind) {
	case KIND_COUNTRY: warn_at(pos, "unknown country '" STR_FMT "'", STR_ARG(what)); break;
	case KIND_FIELDS:
		warn_at(pos, "unknown field of culture '" STR_FMT "'", STR_ARG(what));
		break;
	case KIND_DATE:
		warn_at(pos, "not a date: '" STR_FMT "', in column '" STR_FMT "'", STR_ARG(what),
			STR_ARG(n->column));
		break;
	case KIND_NUMBER:
		warn_at(pos, "not a number: '" STR_FMT "', in column '" STR_FMT "'", STR_ARG(what),
			STR_ARG(n->column));
		break;
	case KIND_EMAIL: warn_at(pos, "not an e-mail address: '" STR_FMT "'", STR_ARG(what)); break;
	default: warn_at(pos, "not a web address: '" STR_FMT "'", STR_ARG(what)); break;
	}
}

static void report_near(const struct normaliser *n, const struct remark *r, const struct pos *pos)
{
	if (n->kind == KIND_COUNTRY)
		warn_at(pos, "unknown country '" STR_FMT "' (did you mean '" STR_FMT "'?)",
			STR_ARG(r->subject), STR_ARG(r->near));
	else
		warn_at(pos, "unknown field of culture '" STR_FMT "' (did you mean '" STR_FMT "'?)",
			STR_ARG(r->subject), STR_ARG(r->near));
}

static void report_remark(const struct normaliser *n, const struct normal *a, const struct pos *pos)
{
	const struct remark *r = a->remark;
	if (r->doubtful)
		warn_at(pos, "ambiguous country '" STR_FMT "', taken as " STR_FMT,
			STR_ARG(r->subject), STR_ARG(a->text));
	if (a->outcome == OUTCOME_AMBIGUOUS)
		warn_at(pos,
			"ambiguous number '" STR_FMT "', in column '" STR_FMT
			"' (say the language with -l)",
			STR_ARG(r->subject), STR_ARG(n->column));
	else if (a->outcome == OUTCOME_UNKNOWN && r->near.n)
		report_near(n, r, pos);
	else if (a->outcome == OUTCOME_UNKNOWN)
		report_unknown(n, r->subject, pos);
}

void normalise_report(const struct normaliser *n, const struct normal *a, const struct pos *pos)
{
	if (a->remark)
		report_remark(n, a, pos);
	if (a->outcome == OUTCOME_ITEMS)
		warn_at(pos, "semicolon inside an item of the list '" STR_FMT "', now a comma",
			STR_ARG(n->column));
}

void normaliser_release(struct normaliser *n)
{
	intern_release(&n->seen);
	free(n->answers);
	arena_release(&n->kept);
	*n = (struct normaliser){0};
}
