/* Dates: comparisons by their bounds, and their parts. */
#include "expr/ops.h"

static bool digits(const char *p, size_t n, int *number)
{
	*number = 0;
	for (size_t i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		*number = *number * 10 + (p[i] - '0');
	}
	return true;
}

/* Days from 1970-01-01 to the first of a year from 1 on (proleptic Gregorian). */
static int32_t year_start(int year)
{
	unsigned before = (unsigned)year - 1;
	return (int32_t)(365 * before + before / 4 - before / 100 + before / 400) - 719162;
}

/* The three plain forms, which nearly all dates have: YYYY, YYYY-MM, YYYY-MM-DD. */
static bool parse_plain(struct str s, int32_t *first, int32_t *last)
{
	int year, month, day = 1;
	if ((s.n != 4 && s.n != 7 && s.n != 10) || !digits(s.p, 4, &year) || year == 0)
		return false;
	if (s.n == 4) {
		*first = year_start(year);
		*last = year_start(year + 1) - 1;
		return true;
	}
	if (s.p[4] != '-' || !digits(s.p + 5, 2, &month) || month < 1 || month > 12)
		return false;
	int days = days_in_month(year, month);
	if (s.n == 10 && (s.p[7] != '-' || !digits(s.p + 8, 2, &day) || day < 1 || day > days))
		return false;
	*first = *last = day_of(year, month, day);
	if (s.n == 7)
		*last = *first + days - 1;
	return true;
}

bool value_to_date(struct value *v, enum date_kind kind)
{
	int32_t first, last;
	if (parse_plain(v->text, &first, &last)) {
		v->date = (struct edtf){.first = first, .last = last, .kind = kind};
		v->date.first_latest = kind == DATE_PERIOD ? first : last;
		v->date.last_earliest = kind == DATE_PERIOD ? last : first;
		return true;
	}
	if (!edtf_parse(v->text, &v->date))
		return false;
	v->date = edtf_as(v->date, kind);
	return true;
}

static struct answer answer_from(enum truth truth)
{
	return (struct answer){truth == TRUTH_YES ? KLEENE_YES : KLEENE_NO,
		truth == TRUTH_NO ? KLEENE_NO : KLEENE_YES};
}

struct answer date_answer(const struct value *a, const struct op *op, const struct value *b)
{
	enum date_order order = DATE_SAME;
	switch ((enum op_id)(op - OPS)) {
	case OP_lt_date: order = DATE_BEFORE; break;
	case OP_le_date: order = DATE_NOT_AFTER; break;
	case OP_ge_date: order = DATE_NOT_BEFORE; break;
	case OP_gt_date: order = DATE_AFTER; break;
	default: break;
	}
	struct answer answer = answer_from(edtf_compare(&a->date, order, &b->date));
	return op == &OPS[OP_ne_date] ? answer_not(answer) : answer;
}

#define COMPARE(id)                                                                                \
	void op_##id(struct value *a, size_t n, struct run *run)                                   \
	{                                                                                          \
		(void)n, (void)run;                                                                \
		a[0] = (struct value){.truth = date_answer(&a[0], &OPS[OP_##id], &a[1])};          \
	}
COMPARE(eq_date)
COMPARE(ne_date)
COMPARE(lt_date)
COMPARE(le_date)
COMPARE(gt_date)
COMPARE(ge_date)
#undef COMPARE

void op_in_date(struct value *a, size_t n, struct run *run)
{
	struct answer found = answer_of(false);
	(void)run;
	for (size_t i = 1; i < n; i++) {
		struct answer same = a[0].missing || a[i].missing
		                             ? answer_unknown()
		                             : date_answer(&a[0], &OPS[OP_eq_date], &a[i]);
		found = answer_or(found, same);
	}
	a[0] = (struct value){.truth = found};
}

void op_date(struct value *a, size_t n, struct run *run)
{
	(void)a, (void)n, (void)run;
}

/* An empty end is still open; an empty beginning is some day, nobody knows which. */
void op_covers(struct value *a, size_t n, struct run *run)
{
	struct answer begun = {KLEENE_NO, KLEENE_YES}, going = answer_of(true);
	(void)n, (void)run;
	if (a[0].doubtful || a[1].doubtful || a[2].missing) {
		a[0] = (struct value){.truth = answer_unknown()};
		return;
	}
	struct value day = a[2];
	day.date = edtf_as(day.date, DATE_MOMENT); /* for every day of it, or for some */
	if (!a[0].missing)
		begun = date_answer(&a[0], &OPS[OP_le_date], &day);
	if (!a[1].missing)
		going = date_answer(&a[1], &OPS[OP_ge_date], &day);
	a[0] = (struct value){.truth = answer_and(begun, going)};
}

/* The year that all days of the date have in common. */
void op_year(struct value *a, size_t n, struct run *run)
{
	int first, last, month, day;
	(void)n, (void)run;
	day_split(a[0].date.first, &first, &month, &day);
	day_split(a[0].date.last, &last, &month, &day);
	a[0] = (struct value){.number = first, .missing = first != last};
}

void op_month(struct value *a, size_t n, struct run *run)
{
	int year[2], month[2], day;
	(void)n, (void)run;
	day_split(a[0].date.first, &year[0], &month[0], &day);
	day_split(a[0].date.last, &year[1], &month[1], &day);
	a[0] = (struct value){
		.number = month[0], .missing = year[0] != year[1] || month[0] != month[1]};
}
