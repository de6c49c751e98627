/*
 * expr: the expression language of koop-filter, koop-stats --where and others (koop-expr(7)).
 *
 * An expression is compiled once against a header, with constants folded, literal dates and
 * patterns parsed, and run for each record as a short program. Running never fails: a value that is
 * not a number or a date where one is asked for is warned about, with its place, and counts as
 * missing.
 *
 * Truth has two sides, each in three values: is it certain, and is it possible? A comparison with
 * an imprecise date may be possible without being certain; a comparison with a missing value is
 * unknown on both sides. "and", "or", "not" follow Kleene's logic on each side.
 *
 * Not for several threads at once: each thread compiles its own.
 */
#ifndef KOOP_EXPR_EXPR_H
#define KOOP_EXPR_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "record/header.h"
#include "record/reader.h"

enum {
	EXPR_MAX_BYTES = 64 * 1024, /* of the text of an expression */
	EXPR_MAX_DEPTH = 200,       /* of brackets, functions and operators in each other */
};

enum kleene { KLEENE_NO, KLEENE_UNKNOWN, KLEENE_YES };

struct answer {
	uint8_t certain, possible; /* enum kleene; certain <= possible */
};

struct expr_options {
	bool possible;   /* what may hold counts as holding */
	struct str lang; /* the language of names, for latn() and key(); may be empty */
};

/* What is wrong with an expression, and where: line and character, both from 1. */
struct expr_error {
	size_t line, column;
	char text[320];
};

struct expr;

/*
 * Compiles the text; an empty one (blanks and comments only) holds for every record. NULL with
 * *error set when it is malformed. text, header and arena must outlive the expression.
 */
struct expr *expr_compile(struct str text, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error);

/* The same, for an expression that must be a condition. */
struct expr *expr_compile_condition(struct str text, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error);

/*
 * The condition "the time from valid_from to valid_to (or joined to left) covers DATE": an empty
 * end is still open, an empty beginning unknown but possible.
 */
struct expr *expr_compile_as_of(struct str date, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error);

/* The text of an expression out of a file; false with errno set when that cannot be read. */
bool expr_read_file(const char *path, struct arena *arena, struct str *text);

/* Does it hold for the record? By the options, what is possible counts or not. */
bool expr_holds(struct expr *e, const struct record *rec);

/* The same on both sides, to be combined with another answer; of an expression that is no
 * condition, unknown. */
struct answer expr_truth(struct expr *e, const struct record *rec);
struct answer answer_and(struct answer a, struct answer b);

/* Do both hold? By the options of the first; the second may be NULL. */
bool expr_both_hold(struct expr *e, struct expr *other, const struct record *rec);

/*
 * The next record, but that some may be passed over for which it surely does not hold: those whose
 * bytes lack what its pattern spells out. Of an expression that is NULL, simply the next.
 */
bool expr_next(const struct expr *e, struct reader *r, struct record *rec);

/*
 * The value as text, decoded; false when it is missing. Of a condition, 1 or 0. The view is good
 * until the expression runs again or the record is gone.
 */
bool expr_value(struct expr *e, const struct record *rec, struct str *value);

/* The value as a number; false when it is missing or none. */
bool expr_number(struct expr *e, const struct record *rec, double *number);

void expr_release(struct expr *e);

#endif
