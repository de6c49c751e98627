/*
 * codebook: what the codes of a survey mean: labels in some languages, and which stand for a
 * missing answer.
 *
 * The file has the columns variable, code, and any of missing (1 or yes: the code stands for none)
 * and label_en, label_mk …; a row with an empty code labels the variable itself (koop-record(5)). A
 * code that is a number stands for all ways to write it, 99 for 99.0; FIRST..LAST for all numbers
 * from one to the other. Where there is no label in the language asked for, that in English or in
 * the first language that has one is taken.
 */
#ifndef KOOP_STATS_CODEBOOK_H
#define KOOP_STATS_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/hash.h"
#include "record/header.h"

enum { MISSING_MAX = 256 };

/* As on a command line. */
struct codebook_request {
	const char *missing[MISSING_MAX]; /* COLUMNS=CODES */
	size_t nmissing;
	const char *file; /* or NULL */
	const char *lang; /* labels are shown in this language; NULL: codes are */
};

/* A code of a missing answer: a text, and where it is a number, all from first to last. */
struct missing_code {
	struct str text;
	double first, last; /* NaN: no number */
};

/* A variable. */
struct coded {
	struct str label;
	struct intern codes;
	struct str *labels; /* by code */
	size_t cap_labels;
	struct missing_code *missing;
	size_t nmissing, cap_missing;
};

struct codebook {
	struct intern variables;
	struct coded *of; /* by variable */
	size_t cap;
	bool labelled;
	struct arena arena;
};

/* Ends the process with status 2 when the request or the file makes no sense. */
void codebook_need(
	struct codebook *b, const struct header *h, const struct codebook_request *request);

/* NULL: nothing is known of the variable. Good until the codebook is released. */
const struct coded *codebook_find(const struct codebook *b, struct str variable);

bool coded_is_missing(const struct coded *c, struct str value);

/* What is shown for a variable, and for a value of it: the label asked for, or else what it is. */
struct str codebook_variable(const struct codebook *b, struct str variable);
struct str codebook_value(const struct codebook *b, struct str variable, struct str value);

void codebook_release(struct codebook *b);

#endif
