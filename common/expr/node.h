/*
 * node: an expression as a tree, between parsing and code (inside common/expr only).
 *
 * The parser makes nodes without types; the checker finds columns and operators, puts conversions
 * between them, and folds what is constant. All nodes live in the expression's arena; no tree is
 * deeper than EXPR_MAX_DEPTH.
 */
#ifndef KOOP_EXPR_NODE_H
#define KOOP_EXPR_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "expr/expr.h"
#include "expr/ops.h"

enum node_kind {
	NODE_CONST,
	NODE_COLUMN,
	NODE_CALL, /* a function or an operator */
	NODE_IF,
	NODE_CONVERT, /* args[0] as `type` */
};

struct node {
	enum node_kind kind;
	enum type type;
	size_t at;         /* where it begins in the text */
	struct str source; /* as it was written, for messages */
	struct str name;   /* of a column, function or operator */
	const struct op *op;
	struct node **args;
	size_t n;
	size_t column;
	size_t depth;
	struct value value;       /* of a constant */
	bool year;                /* a bare number of four digits: a year beside a date */
	bool date;                /* a standard date column */
	enum date_kind date_kind; /* how a column reads an interval */
};

/* What the stages of compiling share. */
struct compiler {
	struct str text;
	const struct header *header;
	const struct expr_options *options;
	struct arena *arena;
	struct expr_error *error;
	struct run *run; /* for folding */
};

/* Sets the error at a byte of the text; returns false. Later errors do not replace the first. */
bool compile_error(struct compiler *c, size_t at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* A tree without types, or NULL. An empty text gives the constant "yes". */
struct node *parse(struct compiler *c);

/* Finds columns, operators and types in the whole tree; false on an error. */
bool check(struct compiler *c, struct node *node);

/* Puts a conversion to `type` in the place of *node where one is needed; false when there is none.
 */
bool convert(struct compiler *c, struct node **node, enum type type);

#endif
