/*
 * code: an expression as a short program for a stack of values (inside common/expr only).
 *
 * An instruction leaves one value more on the stack, or replaces its arguments by its result. "and"
 * and "or" jump over what cannot matter. The commonest conditions, a column beside a constant, are
 * single instructions that look at the field as it came.
 */
#ifndef KOOP_EXPR_CODE_H
#define KOOP_EXPR_CODE_H

#include "expr/node.h"

enum code {
	CODE_CONST,
	CODE_FIELD,
	CODE_CALL,
	CODE_TO_NUMBER,
	CODE_TRUTH_TO_NUMBER,
	CODE_TO_DATE,
	CODE_TO_TEXT, /* from the type in `n` */
	CODE_SKIP_NO, /* jump when the top is certainly not so */
	CODE_SKIP_YES,
	CODE_IF, /* takes the condition; to `target` when not, to `end` with a missing value when
	            unknown */
	CODE_JUMP,
	/* A column and a constant in one step. */
	CODE_EQ_TEXT,
	CODE_NE_TEXT,
	CODE_IN_TEXT,
	CODE_NUMBER_CMP,
	CODE_DATE_CMP,
	CODE_MATCH,
	CODE_NO_MATCH,
};

struct instr {
	enum code code;
	uint32_t column;
	uint32_t n;      /* arguments */
	enum type type;  /* of the argument of a conversion, of the result of an if */
	uint32_t target; /* the index of an instruction */
	uint32_t end;
	enum date_kind date_kind;
	const struct op *op;
	enum op_id id; /* of a test of a column */
	const struct value *value;
	const struct node *node; /* of an in: its arguments from the second on are constants */
	struct str source;       /* what is said to be no number or date */
};

struct expr {
	struct run run;
	struct instr *code;
	size_t n, cap;
	struct value *stack;
	size_t top, deepest; /* while it is compiled */
	enum type type;
};

/* Compiles a checked tree. */
void emit(struct expr *e, const struct node *node);

/* Runs the program; the result is good until the next run. */
const struct value *expr_run(struct expr *e, const struct record *rec);

#endif
