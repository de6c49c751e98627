/*
 * dataset: what a file of a statistical program says about its variables, and how values are
 * written.
 *
 * Texts are views into the arena, in UTF-8 once dataset_decode has been called.
 */
#ifndef KOOP_INPUT_DATASET_H
#define KOOP_INPUT_DATASET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "input/codebook.h"
#include "input/guess.h"
#include "input/sheet.h"
#include "input/statdate.h"
#include "record/header.h"

/* Codes that mean "missing": a text, or numbers from low to high (which may be infinite). */
struct dataset_missing {
	struct str text;
	double low, high;
};

struct dataset_variable {
	struct str name, label, labels; /* the set of its value labels */
	enum statdate date;
	bool is_text, single; /* single: of 32 bits, so fewer digits tell numbers apart */
	struct dataset_missing *missing;
	size_t nmissing;
};

/* A value and its label; code is the value of text, and of what is tagged (.a). */
struct dataset_label {
	struct str set, code, label;
	double number;
	bool is_number;
};

/* A zeroed struct is empty. */
struct dataset {
	struct dataset_variable *variables;
	size_t n, cap;
	struct dataset_label *labels;
	size_t nlabels, cap_labels;
	struct arena arena;
};

struct dataset_variable *dataset_add(struct dataset *d);
void dataset_add_missing(
	struct dataset *d, struct dataset_variable *v, struct dataset_missing missing);
void dataset_add_label(struct dataset *d, struct dataset_label label);

/* Adds all texts to the census. */
void dataset_count(const struct dataset *d, struct census *census);

/* Makes all texts UTF-8 out of this encoding; false when that is not known. */
bool dataset_decode(struct dataset *d, const char *encoding);

/* Writes the labels and missing codes; the variables have the names of the header. */
void dataset_describe(const struct dataset *d, const char *file, const struct header *header,
	struct codebook *codebook);

/* Writes a number as a value of the variable: a date, or the fewest digits. False: it is a date
 * that is none, and is written as a number. */
bool dataset_write(const struct dataset_variable *v, double number, char out[static NUMBER_MAX]);

/*
 * Adds a number to the row of a sheet; not a number is a missing one. A date that is none, and an
 * infinite number, are reported.
 */
void dataset_give(const struct dataset_variable *v, struct sheet *sheet, size_t column,
	double number, const char *file);

void dataset_release(struct dataset *d);

#endif
