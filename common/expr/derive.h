/*
 * derive: columns computed from others, one after the other.
 *
 * Each step adds a column at the end of the record, or replaces one in its place; later steps see
 * what earlier ones made. Memory is O(record) for each step.
 */
#ifndef KOOP_EXPR_DERIVE_H
#define KOOP_EXPR_DERIVE_H

#include "expr/expr.h"

struct derive_step;

struct derive {
	struct header header; /* with all steps done */
	struct derive_step *steps;
	size_t n, cap;
	struct arena arena;
};

/* "NAME=VALUE", cut at the first "="; a name with odd characters in backquotes. */
struct assignment {
	struct str name, value;
};

/* False when there is no name or no "=". The value may be empty. */
bool assignment_parse(struct str text, struct assignment *a);

/* Begins with the columns of the input and no steps. */
void derive_init(struct derive *d, const struct header *input);

/* Adds a step; false with *error set when the expression is malformed. The texts must live on. */
bool derive_add(struct derive *d, struct str column, struct str text,
	const struct expr_options *options, struct expr_error *error);

/* The record with all columns; a view that is good until the next call. */
struct record derive_run(struct derive *d, const struct record *input);

void derive_release(struct derive *d);

#endif
