/*
 * normalise: values of a column to their form in the record stream.
 *
 * A value that cannot be mapped stays as it came and is reported with its place; a word that means
 * "no value" becomes empty, but not in columns of text, names and lists. Answers of the
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

/* What is wrong where a value is in doubt. */
enum trouble {
	TROUBLE_UNKNOWN,  /* it is none of its kind */
	TROUBLE_NEGATIVE, /* an amount below nothing */
	TROUBLE_ROUGH,    /* not one exact amount */
	TROUBLE_CURRENCY, /* an amount in another currency than the record's; subject is which */
	TROUBLE_LOCAL,    /* a telephone number of no known country */
	TROUBLE_CHECK,    /* the check digit of an identifier */
	TROUBLE_SHAPE,    /* a tax number that has not the digits of those of the country */
	TROUBLE_PERSONAL, /* an identifier of a person; the value is empty, and subject, too */
};

/* What is known beside the value; rare. */
struct remark {
	enum trouble trouble;
	struct str region;         /* that a country's name told, or empty */
	struct str subject;        /* what is unknown: the value, or a part of it */
	struct str near;           /* a known form near to it, or empty */
	const struct remark *next; /* another part that is unknown, or NULL */
	bool doubtful;             /* a country's short form that may mean another one */
};

struct normal {
	struct str text;
	struct str currency;         /* of an amount: its code, or empty */
	const struct remark *remark; /* or NULL */
	enum outcome outcome : 8;
	/* of a country that is known */
	enum country_how how : 8;
	bool ambiguous; /* the source may mean another one, too */
};

/* An answer with no more to it. Field by field: an answer that is built elsewhere and copied costs
 * more than most look-ups. */
static inline void normal_set(struct normal *answer, struct str text, enum outcome outcome)
{
	answer->text = text;
	answer->currency = (struct str){NULL, 0};
	answer->remark = NULL;
	answer->outcome = outcome;
	answer->how = COUNTRY_FORM;
	answer->ambiguous = false;
}

struct normaliser {
	struct str column;
	enum kind kind;
	struct str lang;
	struct str country; /* of the row, set by the caller; telephone numbers and identifiers go
	                       by it */
	char mark; /* before decimals, as the language has it, or the values that were seen */
	size_t points, commas; /* values that have it before decimals */
	size_t counts[OUTCOMES];

	struct intern seen;
	struct normal *answers; /* of the texts of `seen` */
	struct quick *quick;    /* where short texts that came lately are in it */
	size_t cap;
	struct arena kept;
};

/* The views must live as long as the normaliser. */
void normaliser_init(struct normaliser *n, struct str column, enum kind kind, struct str lang);

/*
 * Before any value is normalised: shows one, by which ambiguous numbers of the column are read
 * ("1.234" beside "12,5"). Columns that are not of numbers learn nothing.
 */
void normaliser_learn(struct normaliser *n, struct str value);

/* True where there is anything to learn; what was learnt is forgotten. */
bool normaliser_forget(struct normaliser *n);

/* A column learns what another of the same kind has learnt. */
void normaliser_learn_from(struct normaliser *n, const struct normaliser *other);

/* An amount in a currency that is not the record's: the value as it came, with a remark. */
struct normal normalise_contradicted(struct str value, struct str currency, struct arena *arena);

/* For a column of some kind and a value that is not empty. The answer lives as long as the arena,
 * or as the value where it is the same. */
void normalise(struct normaliser *n, struct str value, struct arena *arena, struct normal *answer);

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
