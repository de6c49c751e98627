/*
 * normalise: values of a column to their form in the record stream.
 *
 * A value that cannot be mapped stays as it came and is reported with its place; a word that means
 * "no value" becomes empty in columns of countries, fields, dates and numbers. Answers of the
 * look-ups are kept for the values that were seen first, so that columns with few distinct values
 * cost little; memory is bounded.
 */
#ifndef KOOP_INPUT_NORMALISE_H
#define KOOP_INPUT_NORMALISE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/str.h"
#include "input/schema.h"
#include "term/country.h"

enum outcome {
	OUTCOME_SAME,
	OUTCOME_CHANGED,
	OUTCOME_NO_VALUE, /* a word that means so: now empty */
	OUTCOME_UNKNOWN,  /* cannot be mapped: as it came */
	OUTCOME_AMBIGUOUS,
	OUTCOME_ITEMS, /* changed; semicolons inside items became commas */
	OUTCOMES,
};

/* What is known beside the value; rare. */
struct remark {
	struct str region;  /* that a country's name told, or empty */
	struct str subject; /* what is unknown: the value, or a part of it */
	struct str near;    /* a known form near to it, or empty */
	bool doubtful;      /* a country's short form that may mean another one */
};

struct normal {
	struct str text;
	const struct remark *remark; /* or NULL */
	enum outcome outcome;
	/* of a country that is known */
	enum country_how how;
	bool ambiguous; /* the source may mean another one, too */
};

struct normaliser {
	struct str column;
	enum kind kind;
	struct str lang;
	size_t counts[OUTCOMES];

	struct intern seen;
	struct normal *answers; /* of the texts of `seen` */
	size_t cap;
	struct arena kept;
};

/* The views must live as long as the normaliser. */
void normaliser_init(struct normaliser *n, struct str column, enum kind kind, struct str lang);

/* For a column of some kind and a value that is not empty. The result lives as long as the arena,
 * or as the value where it is the same. */
struct normal normalise(struct normaliser *n, struct str value, struct arena *arena);

/* An answer that was counted as one outcome is another. */
static inline void normalise_count(struct normaliser *n, enum outcome was, enum outcome is)
{
	n->counts[was]--;
	n->counts[is]++;
}

/* Says what is wrong with a value; nothing where nothing is. */
void normalise_report(
	const struct normaliser *n, const struct normal *answer, const struct pos *pos);

void normaliser_release(struct normaliser *n);

#endif
