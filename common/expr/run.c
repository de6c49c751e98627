#include "base/diag.h"
#include "expr/code.h"
#include "record/number.h"

/* Sets only what is read: a value is large. */
static inline void load_field(struct value *v, struct run *run, size_t column)
{
	v->text = record_value(run->rec, column, &run->arena);
	v->missing = v->text.n == 0;
	v->doubtful = false;
}

static void set_missing(struct value *v, enum type type)
{
	v->missing = type != TYPE_TRUTH;
	if (type == TYPE_TRUTH)
		v->truth = answer_unknown();
}

static void to_number(struct value *v, const struct instr *in, struct run *run)
{
	if (v->missing || value_to_number(v))
		return;
	warn_at(&run->rec->pos, "not a number: '" STR_FMT "' in '" STR_FMT "'", STR_ARG(v->text),
		STR_ARG(in->source));
	v->missing = true;
}

static void to_date(struct value *v, const struct instr *in, struct run *run)
{
	if (v->missing || value_to_date(v, in->date_kind))
		return;
	warn_at(&run->rec->pos, "not a date: '" STR_FMT "' in '" STR_FMT "'", STR_ARG(v->text),
		STR_ARG(in->source));
	v->missing = v->doubtful = true;
}

/* A field and a constant, neither empty: most differ in length or at once. */
static inline bool same_text(struct str a, struct str b)
{
	return a.n == b.n && a.p[0] == b.p[0] && memcmp(a.p, b.p, a.n) == 0;
}

/* "column = constant", where the constant is written in a field as it is. */
static struct answer text_test(const struct instr *in, struct run *run)
{
	struct str field = record_field(run->rec, in->column);
	if (field.n == 0)
		return answer_unknown();
	bool equal = same_text(field, in->value->text);
	return answer_of(equal == (in->code == CODE_EQ_TEXT));
}

static struct answer in_test(const struct instr *in, struct run *run)
{
	struct str field = record_field(run->rec, in->column);
	bool found = false;
	if (field.n == 0)
		return answer_unknown();
	for (size_t i = 1; i < in->node->n && !found; i++)
		found = same_text(field, in->node->args[i]->value.text);
	return answer_of(found);
}

static bool number_holds(enum op_id id, double a, double b)
{
	switch (id) {
	case OP_eq_number: return a == b;
	case OP_ne_number: return a != b;
	case OP_lt_number: return a < b;
	case OP_le_number: return a <= b;
	case OP_gt_number: return a > b;
	default: return a >= b;
	}
}

static struct answer number_test(const struct instr *in, struct run *run)
{
	struct value v;
	load_field(&v, run, in->column);
	to_number(&v, in, run);
	if (v.missing)
		return answer_unknown();
	return answer_of(number_holds(in->id, v.number, in->value->number));
}

static struct answer date_test(const struct instr *in, struct run *run)
{
	struct value v;
	load_field(&v, run, in->column);
	to_date(&v, in, run);
	if (v.missing)
		return answer_unknown();
	return date_answer(&v, in->op, in->value);
}

static struct answer match_test(const struct instr *in, struct run *run)
{
	struct str text = record_value(run->rec, in->column, &run->arena);
	if (text.n == 0)
		return answer_unknown();
	struct answer answer = match_answer(in->value, text, run);
	return in->code == CODE_MATCH ? answer : answer_not(answer);
}

/* Where to go on after "if": the condition is yes, no, or unknown. */
static size_t branch(const struct instr *in, size_t at, struct value *v, struct run *run)
{
	double yes;
	if (truth_decided(v->truth, run->possible, &yes))
		return yes != 0 ? at : in->target;
	*v = (struct value){.missing = false};
	set_missing(v, in->type);
	return in->end;
}

/* The value of a field test, to be put on the stack. */
static struct answer field_test(const struct instr *in, struct run *run)
{
	switch (in->code) {
	case CODE_NUMBER_CMP: return number_test(in, run);
	case CODE_DATE_CMP: return date_test(in, run);
	case CODE_IN_TEXT: return in_test(in, run);
	case CODE_MATCH:
	case CODE_NO_MATCH: return match_test(in, run);
	default: return text_test(in, run);
	}
}

const struct value *expr_run(struct expr *e, const struct record *rec)
{
	struct run *run = &e->run;
	struct value *top = e->stack; /* the first that is free */
	run->rec = rec;
	if (run->arena.used)
		arena_reset(&run->arena);
	for (size_t at = 0; at < e->n;) {
		const struct instr *in = &e->code[at++];
		switch (in->code) {
		case CODE_CONST: *top++ = *in->value; break;
		case CODE_FIELD: load_field(top++, run, in->column); break;
		case CODE_CALL:
			top -= in->n;
			op_apply(in->op, top++, in->n, run);
			break;
		case CODE_TO_NUMBER: to_number(top - 1, in, run); break;
		case CODE_TRUTH_TO_NUMBER:
			top[-1].missing =
				!truth_decided(top[-1].truth, run->possible, &top[-1].number);
			break;
		case CODE_TO_DATE: to_date(top - 1, in, run); break;
		case CODE_TO_TEXT: value_to_text(top - 1, in->type, run); break;
		case CODE_SKIP_NO:
			if (top[-1].truth.possible == KLEENE_NO)
				at = in->target;
			break;
		case CODE_SKIP_YES:
			if (top[-1].truth.certain == KLEENE_YES)
				at = in->target;
			break;
		case CODE_IF:
			top--;
			at = branch(in, at, top, run);
			top += at == in->end && at != in->target;
			break;
		case CODE_JUMP: at = in->target; break;
		default:
			top->missing = false;
			top++->truth = field_test(in, run);
			break;
		}
	}
	return e->stack;
}
