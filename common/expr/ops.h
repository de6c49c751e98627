/*
 * ops: the values of expressions and the table of operators and functions (inside common/expr
 * only).
 *
 * ops.def is the table: adding an operator is one OP() line there, one function op_NAME, and one
 * row in tests/unit/expr.c.
 */
#ifndef KOOP_EXPR_OPS_H
#define KOOP_EXPR_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "date/edtf.h"
#include "expr/expr.h"
#include "record/list.h"
#include "record/reader.h"
#include "regex/regex.h"

enum type { TYPE_TEXT, TYPE_NUMBER, TYPE_DATE, TYPE_TRUTH, TYPE_LIST, TYPE_REGEX, TYPE_ANY };

struct value {
	struct str text; /* of a text or list, decoded; of a date, as written */
	union {
		double number;
		struct answer truth;
		struct edtf date;
		struct regex *regex;
	};
	bool missing;  /* never of a truth, which has its own unknown */
	bool doubtful; /* missing because it is no date */
};

/* What a running expression has. */
struct run {
	const struct record *rec; /* NULL while constants are folded */
	struct arena arena;       /* for one record */
	struct buf buf;
	struct list list;
	bool possible;
	struct str lang;
	struct regex **patterns; /* all that were compiled */
	size_t npatterns, cap_patterns;
	const char *trouble; /* set while folding, when a constant cannot be what it should be */
};

/* How tightly an operator binds; of functions nothing. */
enum level {
	LEVEL_FUNCTION,
	LEVEL_OR,
	LEVEL_AND,
	LEVEL_NOT,
	LEVEL_COMPARE,
	LEVEL_SUM,
	LEVEL_PRODUCT,
	LEVEL_SIGN
};

/* STRICT: a missing argument makes the result missing (or unknown), and the function is not called.
 */
enum strictness { STRICT, LOOSE };

/* Takes its n arguments from a[0] on and leaves its result in a[0]. */
typedef void op_fn(struct value *a, size_t n, struct run *run);

struct op {
	struct str name;
	enum level level;
	enum type result;
	const char *takes; /* a letter of "tndblra" each; '?' before optional ones; '*': the last
	                      any number of times */
	enum strictness strictness;
	op_fn *fn;
};

enum op_id {
#define OP(id, name, level, result, takes, strictness) OP_##id,
#include "expr/ops.def"
#undef OP
	OP_COUNT
};

extern const struct op OPS[OP_COUNT];

#define OP(id, name, level, result, takes, strictness) op_fn op_##id;
#include "expr/ops.def"
#undef OP

/* Calls the operator, or makes the result missing by its strictness. */
void op_apply(const struct op *op, struct value *a, size_t n, struct run *run);

/* Conversions in place; false when the text is no number or date. */
bool value_to_number(struct value *v);
bool value_to_date(struct value *v, enum date_kind kind);
void value_to_text(struct value *v, enum type from, struct run *run);

/* Does the pattern match? Unknown, and said, when it is too costly. */
struct answer match_answer(const struct value *pattern, struct str text, struct run *run);

/* 1 or 0 in *number; false when the truth is neither. */
bool truth_decided(struct answer truth, bool possible, double *number);

/* Two dates by a row of the table that compares dates. */
struct answer date_answer(const struct value *a, const struct op *op, const struct value *b);

static inline struct answer answer_of(bool yes)
{
	uint8_t k = yes ? KLEENE_YES : KLEENE_NO;
	return (struct answer){k, k};
}

static inline struct answer answer_not(struct answer a)
{
	return (struct answer){
		(uint8_t)(KLEENE_YES - a.possible), (uint8_t)(KLEENE_YES - a.certain)};
}

static inline struct answer answer_or(struct answer a, struct answer b)
{
	return (struct answer){a.certain > b.certain ? a.certain : b.certain,
		a.possible > b.possible ? a.possible : b.possible};
}

static inline struct answer answer_unknown(void)
{
	return (struct answer){KLEENE_UNKNOWN, KLEENE_UNKNOWN};
}

#endif
