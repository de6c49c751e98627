#include <limits.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/value.h"
#include "stats/axis.h"
#include "stats/capital.h"

enum { TEXT_COST = 64 }; /* bytes of a text kept, beside its own and those of its codes */

_Static_assert(AXIS_QUICK == 256, "the slot is the top byte of the hash");

const struct axis_mark AXIS_WHOLE = {
	true, true, {1, 0}
};

static bool is_marked(const struct axis *a)
{
	return a->kind == AXIS_PERIOD &&
	       (a->rule.imprecise == IMPRECISE_SPREAD || a->rule.imprecise == IMPRECISE_BOTH);
}

void axis_init(struct axis *a, struct str name, enum axis_kind kind, size_t column)
{
	*a = (struct axis){.name = name, .kind = kind, .column = column};
	a->codes = &a->one;
	a->ncodes = 1;
	a->first = INT_MAX;
	a->last = INT_MIN;
	a->quick = mem_zero(AXIS_QUICK, sizeof *a->quick);
	for (size_t i = 0; i < AXIS_QUICK; i++)
		a->quick[i].n = UINT32_MAX; /* no text has this length */
}

static uint32_t value_code(struct axis *a, struct str field)
{
	struct str value = value_decode(field, &a->arena);
	uint32_t code = intern_add(&a->values, value);
	arena_reset(&a->arena);
	return code;
}

static void take_value(struct axis *a, struct str field)
{
	a->one = value_code(a, field);
	if (field.n > AXIS_SHORT)
		return;
	struct axis_quick key = axis_quick_key(field);
	key.code = a->one;
	*axis_quick_slot(a, &key) = key;
}

static void pool_add_marked(
	struct axis *a, struct axis_text *text, uint32_t code, const struct axis_mark *mark)
{
	a->pool = mem_grow(a->pool, a->npool, &a->cap_pool, sizeof *a->pool);
	a->pool[a->npool] = code;
	if (is_marked(a)) {
		a->mark_pool =
			mem_grow(a->mark_pool, a->npool, &a->cap_marks, sizeof *a->mark_pool);
		a->mark_pool[a->npool] = *mark;
	}
	a->npool++;
	text->n++;
}

static void pool_add(struct axis *a, struct axis_text *text, uint32_t code)
{
	pool_add_marked(a, text, code, &AXIS_WHOLE);
}

static void read_list(struct axis *a, struct axis_text *text, struct str field)
{
	list_split(&a->list, value_decode(field, &a->arena));
	for (size_t i = 0; i < a->list.n; i++)
		if (!a->coded || !coded_is_missing(a->coded, a->list.items[i]))
			pool_add(a, text, intern_add(&a->values, a->list.items[i]));
	if (text->n == 0 && a->list.n) /* a list of nothing but missing answers is one of them */
		pool_add(a, text, intern_add(&a->values, a->list.items[0]));
	arena_reset(&a->arena);
}

/* A town and its country with a tab between them. */
static void read_town(struct axis *a, struct axis_text *text, struct str both)
{
	static const struct str words[] = {[CAPITAL_UNKNOWN] = STR_CONST(""),
		[CAPITAL_YES] = STR_CONST("capital"),
		[CAPITAL_NO] = STR_CONST("elsewhere")};
	size_t tab = str_index(both, '\t');
	struct str town = value_decode(str_head(both, tab), &a->arena);
	struct str country = value_decode(str_from(both, tab + 1), &a->arena);
	pool_add(a, text, intern_add(&a->values, words[capital_of(town, country)]));
	arena_reset(&a->arena);
}

static struct str town_and_country(struct axis *a, const struct record *rec, struct str town)
{
	buf_clear(&a->text);
	buf_addstr(&a->text, town);
	buf_putc(&a->text, '\t');
	if (a->country != COLUMN_NONE)
		buf_addstr(&a->text, record_field(rec, (size_t)a->country));
	return buf_str(&a->text);
}

static uint32_t period_code(struct axis *a, int first, int last)
{
	struct buf label = {0};
	period_format(&label, a->rule.unit, first);
	if (last > first) {
		buf_putc(&label, '/');
		period_format(&label, a->rule.unit, last);
	}
	uint32_t code = intern_add(&a->values, buf_str(&label));
	buf_release(&label);
	return code;
}

static void widen(struct axis *a, int first, int last)
{
	a->first = first < a->first ? first : a->first;
	a->last = last > a->last ? last : a->last;
}

static void add_periods(struct axis *a, struct axis_text *text, const struct edtf *date)
{
	int first = 0, last = 0;
	enum periods answer = periods_of(date, &a->rule, &first, &last);
	text->many = answer == PERIODS_MANY;
	if (answer == PERIODS_RANGE)
		pool_add(a, text, period_code(a, first, last));
	if (answer != PERIODS_EACH)
		return;
	widen(a, first, last);
	for (int p = first; p <= last; p++) {
		struct axis_mark mark = AXIS_WHOLE;
		if (a->rule.imprecise == IMPRECISE_SPREAD)
			mark.share = period_share(date, &a->rule, p);
		pool_add_marked(a, text, period_code(a, p, p), &mark);
	}
}

/* The periods that are possible, and which of them are certain; where none is, no period is
 * certain. */
static void add_both(struct axis *a, struct axis_text *text, const struct edtf *date)
{
	struct period_rule rule = a->rule;
	int first, last, sure_first, sure_last;
	rule.imprecise = IMPRECISE_POSSIBLE;
	enum periods answer = periods_of(date, &rule, &first, &last);
	text->many = answer == PERIODS_MANY;
	if (answer != PERIODS_EACH)
		return;
	rule.imprecise = IMPRECISE_CERTAIN;
	bool sure = periods_of(date, &rule, &sure_first, &sure_last) == PERIODS_EACH;
	struct axis_mark undated = {.certain = true};
	if (!sure)
		pool_add_marked(a, text, intern_add(&a->values, STR("")), &undated);
	widen(a, first, last);
	for (int p = first; p <= last; p++) {
		struct axis_mark mark = AXIS_WHOLE;
		mark.certain = sure && p >= sure_first && p <= sure_last;
		pool_add_marked(a, text, period_code(a, p, p), &mark);
	}
}

static void read_date(struct axis *a, struct axis_text *text, struct str field)
{
	struct edtf date;
	text->bad = field.n && !edtf_parse(field, &date);
	if (field.n == 0 || text->bad)
		return;
	if (a->rule.imprecise == IMPRECISE_BOTH)
		add_both(a, text, &date);
	else
		add_periods(a, text, &date);
}

void axis_state(struct axis *a, struct state *s)
{
	state_texts(s, "values", &a->values);
	if (a->kind != AXIS_PERIOD)
		return;
	struct state_table *t = state_single(s, "periods");
	state_value(t, &STATE_LEAST, &a->first);
	state_value(t, &STATE_MOST, &a->last);
}

void axis_fill_periods(struct axis *a)
{
	if (a->kind != AXIS_PERIOD || a->first > a->last || a->last - a->first >= PERIODS_MAX)
		return;
	for (int p = a->first; p <= a->last; p++)
		period_code(a, p, p);
}

/* What a text means is found out once, while it is among the texts kept. */
static const struct axis_text *text_of(struct axis *a, struct str field)
{
	if (a->kept >= AXIS_KEPT) {
		intern_release(&a->texts);
		a->npool = a->kept = 0;
	}
	size_t before = a->texts.n;
	uint32_t number = intern_add(&a->texts, field);
	if (a->texts.n == before)
		return &a->known[number];
	a->known = mem_grow(a->known, number, &a->cap_known, sizeof *a->known);
	struct axis_text *text = &a->known[number];
	*text = (struct axis_text){.from = (uint32_t)a->npool};
	if (a->kind == AXIS_LIST)
		read_list(a, text, field);
	else if (a->kind == AXIS_CAPITAL)
		read_town(a, text, field);
	else
		read_date(a, text, field);
	if (text->n == 0)
		pool_add(a, text, intern_add(&a->values, STR("")));
	a->kept += TEXT_COST + field.n + text->n * sizeof *a->pool;
	return text;
}

void axis_take_slowly(struct axis *a, const struct record *rec, struct str field)
{
	if (a->kind == AXIS_VALUE) {
		take_value(a, field);
		return;
	}
	if (a->kind == AXIS_CAPITAL)
		field = town_and_country(a, rec, field);
	const struct axis_text *text = text_of(a, field);
	if (text->bad)
		warn_at(&rec->pos, "'" STR_FMT "' is not a date, in column '" STR_FMT "'",
			STR_ARG(field), STR_ARG(a->source));
	else if (text->many)
		warn_at(&rec->pos,
			"date '" STR_FMT "' lies in more than %d periods; it counts as none",
			STR_ARG(field), PERIODS_MAX);
	a->codes = a->pool + text->from;
	a->marks = a->mark_pool ? a->mark_pool + text->from : NULL;
	a->ncodes = text->n;
}

void axis_release(struct axis *a)
{
	intern_release(&a->values);
	intern_release(&a->texts);
	list_release(&a->list);
	buf_release(&a->text);
	arena_release(&a->arena);
	free(a->quick);
	free(a->known);
	free(a->pool);
	free(a->mark_pool);
	*a = (struct axis){0};
}
