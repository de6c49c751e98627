/* The table, conversions, truth, comparisons and numbers. */
#include <math.h>

#include "expr/ops.h"
#include "record/number.h"

const struct op OPS[OP_COUNT] = {
#define OP(id, name, level, result, takes, strictness)                                             \
	{STR_CONST(name), LEVEL_##level, TYPE_##result, takes, strictness, op_##id},
#include "expr/ops.def"
#undef OP
};

static bool any_missing(const struct value *a, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i].missing)
			return true;
	return false;
}

void op_apply(const struct op *op, struct value *a, size_t n, struct run *run)
{
	if (op->strictness == LOOSE || !any_missing(a, n))
		op->fn(a, n, run);
	else
		a[0] = (struct value){.missing = true};
	if (op->result == TYPE_NUMBER && !a[0].missing && !isfinite(a[0].number))
		a[0].missing = true;
	if (op->result == TYPE_TRUTH && a[0].missing)
		a[0] = (struct value){.truth = answer_unknown()};
	if ((op->result == TYPE_TEXT || op->result == TYPE_LIST) && a[0].text.n == 0)
		a[0].missing = true;
}

bool value_to_number(struct value *v)
{
	return number_parse(v->text, &v->number);
}

bool truth_decided(struct answer truth, bool possible, double *number)
{
	bool yes = truth.certain == KLEENE_YES || (possible && truth.possible == KLEENE_YES);
	*number = yes;
	return yes || truth.possible == KLEENE_NO;
}

void value_to_text(struct value *v, enum type from, struct run *run)
{
	char text[NUMBER_MAX];
	if (from == TYPE_TRUTH)
		v->missing = !truth_decided(v->truth, run->possible, &v->number);
	if (from == TYPE_DATE || v->missing)
		return;
	v->text = arena_str(&run->arena, (struct str){text, number_format(v->number, text)});
}

static void set_truth(struct value *a, struct answer truth)
{
	a->truth = truth;
	a->missing = false;
}

static void set_yes(struct value *a, bool yes)
{
	set_truth(a, answer_of(yes));
}

struct answer answer_and(struct answer a, struct answer b)
{
	return (struct answer){a.certain < b.certain ? a.certain : b.certain,
		a.possible < b.possible ? a.possible : b.possible};
}

void op_and(struct value *a, size_t n, struct run *run)
{
	(void)run;
	for (size_t i = 1; i < n; i++)
		a[0].truth = answer_and(a[0].truth, a[i].truth);
}

void op_or(struct value *a, size_t n, struct run *run)
{
	(void)run;
	for (size_t i = 1; i < n; i++)
		a[0].truth = answer_or(a[0].truth, a[i].truth);
}

void op_not(struct value *a, size_t n, struct run *run)
{
	(void)n, (void)run;
	a[0].truth = answer_not(a[0].truth);
}

void op_missing(struct value *a, size_t n, struct run *run)
{
	(void)n, (void)run;
	set_yes(a, a[0].missing);
}

/* The six comparisons of texts, by bytes, and of numbers. */
#define COMPARE(id, sign)                                                                          \
	void op_##id##_text(struct value *a, size_t n, struct run *run)                            \
	{                                                                                          \
		(void)n, (void)run;                                                                \
		set_yes(a, str_cmp(a[0].text, a[1].text) sign 0);                                  \
	}                                                                                          \
	void op_##id##_number(struct value *a, size_t n, struct run *run)                          \
	{                                                                                          \
		(void)n, (void)run;                                                                \
		set_yes(a, a[0].number sign a[1].number);                                          \
	}
COMPARE(eq, ==)
COMPARE(ne, !=)
COMPARE(lt, <)
COMPARE(le, <=)
COMPARE(gt, >)
COMPARE(ge, >=)
#undef COMPARE

void op_in_text(struct value *a, size_t n, struct run *run)
{
	bool found = false;
	(void)run;
	for (size_t i = 1; i < n; i++)
		found |= str_eq(a[0].text, a[i].text);
	set_yes(a, found);
}

void op_in_number(struct value *a, size_t n, struct run *run)
{
	struct answer found = answer_of(false);
	(void)run;
	for (size_t i = 1; i < n; i++)
		found = answer_or(found, a[0].missing || a[i].missing
						 ? answer_unknown()
						 : answer_of(a[0].number == a[i].number));
	set_truth(a, found);
}

#define ARITHMETIC(id, result)                                                                     \
	void op_##id(struct value *a, size_t n, struct run *run)                                   \
	{                                                                                          \
		(void)n, (void)run;                                                                \
		a[0].number = (result);                                                            \
	}
ARITHMETIC(add, a[0].number + a[1].number)
ARITHMETIC(subtract, a[0].number - a[1].number)
ARITHMETIC(multiply, a[0].number *a[1].number)
ARITHMETIC(divide, a[0].number / a[1].number)
ARITHMETIC(remainder, fmod(a[0].number, a[1].number))
ARITHMETIC(negate, -a[0].number)
ARITHMETIC(number, a[0].number)
ARITHMETIC(abs, fabs(a[0].number))
#undef ARITHMETIC

/* The smallest or largest of those that are not missing. */
static void extreme(struct value *a, size_t n, bool largest)
{
	size_t best = 0;
	for (size_t i = 1; i < n; i++) {
		bool better = largest ? a[i].number > a[best].number : a[i].number < a[best].number;
		if (!a[i].missing && (a[best].missing || better))
			best = i;
	}
	a[0] = a[best];
}

void op_min(struct value *a, size_t n, struct run *run)
{
	(void)run;
	extreme(a, n, false);
}

void op_max(struct value *a, size_t n, struct run *run)
{
	(void)run;
	extreme(a, n, true);
}

/*
 * Half away from zero, at a number of decimal places. The decimal that is written decides, not the
 * double beneath it: round(2.675, 2) is 2.68.
 */
void op_round(struct value *a, size_t n, struct run *run)
{
	double places = n > 1 ? trunc(a[1].number) : 0;
	double size = pow(10, fabs(places));
	(void)run;
	if (fabs(places) > 15) {
		a[0].number = places > 0 ? a[0].number : 0;
		return;
	}
	double scaled = places < 0 ? a[0].number / size : a[0].number * size;
	double rounded = round(scaled);
	/* 267.49999999999997 stands for 267.5 where the next double is 267.5 */
	if (places > 0 && nextafter(scaled, 2 * scaled) == trunc(scaled) + copysign(0.5, scaled))
		rounded = trunc(scaled) + copysign(1, scaled);
	a[0].number = places < 0 ? rounded * size : rounded / size;
}
