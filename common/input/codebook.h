/*
 * codebook: the labels and missing codes of a survey, as records (koop-record(5)).
 *
 * A row with an empty code labels the variable itself. `missing` is 1 for codes that the file
 * declares missing, else 0; a range of them is two codes with `..` between, of which one may lack.
 * Of several files the first that says something about a code is kept; another label for it later
 * is reported.
 */
#ifndef KOOP_INPUT_CODEBOOK_H
#define KOOP_INPUT_CODEBOOK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/out.h"
#include "base/str.h"
#include "record/writer.h"

struct codebook {
	struct out out;
	struct writer writer;
	struct intern codes; /* of variables */
	struct str *labels;  /* of each */
	size_t cap;
	struct arena arena;
	struct buf key;
};

/* The column of the labels is label_LANG; `und` (not determined) where the language is empty. */
void codebook_open(struct codebook *c, const char *path, struct str lang);

void codebook_add(struct codebook *c, const char *file, struct str variable, struct str code,
	bool missing, struct str label);

void codebook_close(struct codebook *c);

/* The run failed: the file stays as it was. */
void codebook_abandon(struct codebook *c);

#endif
