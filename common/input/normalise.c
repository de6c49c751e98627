#include <stdlib.h>

#include "base/mem.h"
#include "date/dateread.h"
#include "input/contact.h"
#include "input/money.h"
#include "input/normalise.h"
#include "input/quantity.h"
#include "record/list.h"
#include "term/currency.h"
#include "term/field.h"
#include "term/identifier.h"
#include "text/text.h"

#define NOTHING ((struct str){NULL, 0})

enum { SEEN_MAX = 1 << 15, SEEN_BYTES = 128, QUICK_SLOTS = 256, QUICK_BYTES = 16 };

/* A text of 1 to QUICK_BYTES bytes, told by them and its length; n 0 is an empty slot. */
struct quick {
	uint64_t head, tail;
	uint32_t n, number;
};

void normaliser_init(struct normaliser *n, struct str column, enum kind kind, struct str lang)
{
	*n = (struct normaliser){
		.column = column,
		.kind = kind,
		.lang = lang,
		.mark = quantity_mark_of_language(lang),
	};
}

/* What the column shows goes before what its language would have; where it shows both marks,
 * nothing does. */
static void choose_mark(struct normaliser *n)
{
	if (n->points || n->commas)
		n->mark = n->points && n->commas ? '\0' : n->points ? '.' : ',';
}

void normaliser_learn(struct normaliser *n, struct str value)
{
	struct arena arena = {0};
	struct str digits = {NULL, 0};
	if (n->kind == KIND_NUMBER)
		digits = text_clean(value, &arena);
	if (n->kind == KIND_MONEY)
		digits = money_digits(text_clean(value, &arena));
	char mark = digits.n ? quantity_mark_shown(digits) : '\0';
	n->points += mark == '.';
	n->commas += mark == ',';
	choose_mark(n);
	arena_release(&arena);
}

bool normaliser_forget(struct normaliser *n)
{
	n->points = n->commas = 0;
	n->mark = quantity_mark_of_language(n->lang);
	return n->kind == KIND_NUMBER || n->kind == KIND_MONEY;
}

void normaliser_learn_from(struct normaliser *n, const struct normaliser *other)
{
	n->mark = other->mark;
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

static void set_known(struct normal *answer, struct str value, struct str text)
{
	bool same = (value.p == text.p && value.n == text.n) || str_eq(value, text);
	normal_set(answer, same ? value : text, same ? OUTCOME_SAME : OUTCOME_CHANGED);
}

static struct normal known(struct str value, struct str text)
{
	struct normal answer;
	set_known(&answer, value, text);
	return answer;
}

static struct normal no_value(void)
{
	return (struct normal){.outcome = OUTCOME_NO_VALUE};
}

/* Clean, but for the ends of its lines, which part what stands in them. */
static struct str clean_lines(struct str value, struct arena *arena)
{
	struct buf joined = {0};
	struct str line;
	if (str_index(value, '\n') == value.n)
		return text_clean(value, arena);
	while (str_split(&value, '\n', &line)) {
		line = text_clean(line, arena);
		if (line.n && joined.n)
			buf_putc(&joined, '\n');
		buf_addstr(&joined, line);
	}
	struct str clean = arena_str(arena, buf_str(&joined));
	buf_release(&joined);
	return clean;
}

static struct normal country(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct country found;
	struct str clean = clean_lines(value, arena);
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

/* The parts of a list that are unknown, but for the first one, which its remark has. */
static const struct remark *other_parts(struct str list, struct str first, struct arena *arena)
{
	struct remark *head = NULL, **last = &head;
	struct str item;
	while (list_next(&list, &item)) {
		if (str_eq(item, first) || field_find(item).n)
			continue;
		struct remark *remark = arena_zero(arena, 1, sizeof *remark);
		remark->subject = item;
		remark->near = field_near(item);
		*last = remark;
		last = (struct remark **)&remark->next;
	}
	return head;
}

static struct normal fields(struct str value, struct arena *arena)
{
	struct buf codes = {0};
	struct str first, clean = clean_lines(value, arena);
	if (is_no_value(clean))
		return no_value();
	size_t strange = field_read(clean, &codes, &first, arena);
	struct normal answer = known(value, arena_str(arena, buf_str(&codes)));
	buf_release(&codes);
	if (strange == 0)
		return answer;
	/* the parts that are known are codes all the same */
	struct normal partly = {.text = answer.text, .outcome = OUTCOME_UNKNOWN};
	struct remark remark = {.subject = first, .near = field_near(first)};
	if (strange > 1)
		remark.next = other_parts(answer.text, first, arena);
	return remarked(partly, remark, arena);
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
	enum quantity q = quantity_read(clean, n->mark, arena, &text);
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

/* Addresses: empty when it is none. */
static struct normal address(
	struct str value, struct str clean, struct str read, struct arena *arena)
{
	return read.n ? known(value, read) : unknown(value, clean, NOTHING, arena);
}

static struct normal email(struct str value, struct arena *arena)
{
	struct str clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	return address(value, clean, contact_email(clean, arena), arena);
}

static struct normal url(struct str value, struct arena *arena)
{
	struct str clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	return address(value, clean, contact_url(clean, arena), arena);
}

static struct normal in_doubt(
	struct str value, struct str subject, enum trouble trouble, struct arena *arena)
{
	struct normal answer = {.text = value, .outcome = OUTCOME_UNKNOWN};
	return remarked(answer, (struct remark){.trouble = trouble, .subject = subject}, arena);
}

static struct normal phone(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct str numbers, clean = clean_lines(value, arena);
	if (is_no_value(clean))
		return no_value();
	switch (contact_phone(clean, n->country, arena, &numbers)) {
	case TELEPHONE_OK: return known(value, numbers);
	case TELEPHONE_LOCAL: return in_doubt(value, clean, TROUBLE_LOCAL, arena);
	default: return unknown(value, clean, NOTHING, arena);
	}
}

/* A person's number must not go on: not in the value, nor in what is said about it. */
static struct normal identifier(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct normal gone = {.outcome = OUTCOME_CHANGED};
	struct str clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	bool tax = str_eq(n->column, STR("tax_number"));
	switch (identifier_check(clean, n->country, tax)) {
	case IDENTIFIER_OK: return known(value, clean);
	case IDENTIFIER_WRONG: return in_doubt(value, clean, TROUBLE_CHECK, arena);
	case IDENTIFIER_SHAPE: return in_doubt(value, clean, TROUBLE_SHAPE, arena);
	default: return remarked(gone, (struct remark){.trouble = TROUBLE_PERSONAL}, arena);
	}
}

static struct normal money(const struct normaliser *n, struct str value, struct arena *arena)
{
	struct str number, currency, clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	struct normal answer;
	switch (money_read(clean, n->mark, arena, &number, &currency)) {
	case MONEY_OK:
		answer = known(value, number);
		answer.currency = currency;
		return answer;
	case MONEY_AMBIGUOUS:
		answer = unknown(value, clean, NOTHING, arena);
		answer.outcome = OUTCOME_AMBIGUOUS;
		return answer;
	case MONEY_NEGATIVE: return in_doubt(value, clean, TROUBLE_NEGATIVE, arena);
	case MONEY_ROUGH: return in_doubt(value, clean, TROUBLE_ROUGH, arena);
	default: return unknown(value, clean, NOTHING, arena);
	}
}

struct normal normalise_contradicted(struct str value, struct str currency, struct arena *arena)
{
	return in_doubt(value, currency, TROUBLE_CURRENCY, arena);
}

static struct normal currency(struct str value, struct arena *arena)
{
	struct str clean = text_clean(value, arena);
	if (is_no_value(clean))
		return no_value();
	struct str code = currency_find(clean);
	return code.n ? known(value, code) : unknown(value, clean, NOTHING, arena);
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
	case KIND_MONEY: return money(n, value, arena);
	case KIND_CURRENCY: return currency(value, arena);
	case KIND_PHONE: return phone(n, value, arena);
	case KIND_IDENTIFIER: return identifier(n, value, arena);
	default: return known(value, text_clean(value, arena));
	}
}

static bool is_remembered(enum kind kind)
{
	return kind == KIND_COUNTRY || kind == KIND_FIELDS || kind == KIND_DATE ||
	       kind == KIND_CURRENCY;
}

/* The answer is kept with all that it points to. */
static void remember(struct normaliser *n, uint32_t number)
{
	struct normal answer = look_up(n, intern_text(&n->seen, number), &n->kept);
	n->answers = mem_grow(n->answers, number, &n->cap, sizeof *n->answers);
	n->answers[number] = answer;
}

/* The first bytes of a text and its last, or the same bytes twice. */
static struct quick quick_key(struct str s)
{
	struct quick key = {.n = (uint32_t)s.n};
	uint32_t half[2];
	if (s.n >= 8) {
		memcpy(&key.head, s.p, 8);
		memcpy(&key.tail, s.p + s.n - 8, 8);
	} else if (s.n >= 4) {
		memcpy(half, s.p, 4);
		memcpy(half + 1, s.p + s.n - 4, 4);
		key.head = half[0] | (uint64_t)half[1] << 32;
	} else {
		for (size_t i = 0; i < s.n; i++)
			key.head = key.head << 8 | (unsigned char)s.p[i];
	}
	return key;
}

static struct quick *quick_slot(const struct normaliser *n, const struct quick *key)
{
	uint64_t h = (key->head ^ (key->tail << 23 | key->tail >> 41)) * 0x9e3779b97f4a7c15u;
	return &n->quick[h >> 56];
}

/* The number of a text among those that were seen, INTERN_NONE when it is not one of them. */
static uint32_t number_seen(struct normaliser *n, struct str value)
{
	size_t before = n->seen.n;
	uint32_t number = intern_add_some(&n->seen, value, SEEN_MAX);
	if (number != INTERN_NONE && number >= before)
		remember(n, number);
	return number;
}

/* The answer that is kept for a value, or NULL. */
static const struct normal *remembered(struct normaliser *n, struct str value)
{
	struct quick key = {0}, *slot = NULL;
	if (!n->quick)
		n->quick = mem_zero(QUICK_SLOTS, sizeof *n->quick);
	if (value.n <= QUICK_BYTES) {
		key = quick_key(value);
		slot = quick_slot(n, &key);
		if (slot->head == key.head && slot->tail == key.tail && slot->n == key.n)
			return &n->answers[slot->number];
	}
	key.number = number_seen(n, value);
	if (key.number == INTERN_NONE)
		return NULL;
	if (slot)
		*slot = key;
	return &n->answers[key.number];
}

/* Values that need no looking at: most of those in columns where hardly one is there twice. */
static bool is_plain(enum kind kind, struct str value)
{
	switch (kind) {
	case KIND_EMAIL: return contact_is_plain_email(value);
	case KIND_NUMBER:
	case KIND_MONEY: return quantity_is_plain(value);
	default: return false;
	}
}

void normalise(struct normaliser *n, struct str value, struct arena *arena, struct normal *answer)
{
	struct str day;
	const struct normal *kept;
	if (n->kind <= KIND_NAME)
		set_known(answer, value, text_clean(value, arena));
	else if (is_plain(n->kind, value))
		normal_set(answer, value, OUTCOME_SAME);
	else if (n->kind == KIND_DATE && (day = date_read_day(value, arena)).n)
		set_known(answer, value, day);
	else if (is_remembered(n->kind) && value.n <= SEEN_BYTES && (kept = remembered(n, value)))
		*answer = *kept;
	else
		*answer = look_up(n, value, arena);
	n->counts[answer->outcome]++;
}

void normaliser_release(struct normaliser *n)
{
	intern_release(&n->seen);
	free(n->answers);
	free(n->quick);
	arena_release(&n->kept);
	*n = (struct normaliser){0};
}
