/*
 * plan: which columns are written, and what of a row goes into each.
 *
 * The columns of the input in their order; behind a value that is normalised its form in the
 * source, when that is asked for; behind `name` of a member the layers that the input lacks
 * (name_latn name_key lang script legal_form) and the country, where the input has none but columns
 * that may tell it; behind `country` the `region` that its name may tell; behind an amount its
 * currency; last the origin. The
 * columns depend on the options and the header alone, never on the data.
 */
#ifndef KOOP_INPUT_PLAN_H
#define KOOP_INPUT_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "input/contradiction.h"
#include "input/evidence.h"
#include "input/normalise.h"
#include "input/rows.h"
#include "input/schema.h"
#include "record/header.h"
#include "record/writer.h"
#include "text/key.h"
#include "text/token.h"

/* A kind for a column that the type does not know. */
struct plan_kind {
	struct str column;
	enum kind kind;
	bool used;
};

struct plan {
	/* set by the caller */
	const struct schema *schema;
	struct str lang, translit; /* -l and --translit, or empty */
	struct plan_kind *kinds;
	size_t nkinds, cap_kinds;
	bool verbatim, origin;
	bool repair; /* damaged names are stored mended */

	/* its own */
	struct normaliser *columns;
	struct normal *values; /* of the row */
	size_t *persons;       /* for each column, how many rows hold a person's number in it */
	size_t n;
	struct str *verbatim_values; /* of the row: what a value was, where it is another now */
	const struct str **sources;  /* sources[i]: what is written of the row in output column i */
	size_t cap_sources;
	struct str *outputs;    /* of the row */
	struct str whole;       /* the row's name, mended … */
	struct token_row words; /* … its words, where it is no more than them */
	bool worded;
	struct name_facts facts; /* about it */
	struct str script, region_told;
	size_t mended; /* names stored so */
	bool touches;  /* some column is normalised */
	struct evidence evidence;
	struct contradiction against;
	struct normal where; /* the row's country */
	bool stated;         /* by its column */
	bool decides;        /* the country is normalised */
	struct str unit;     /* the currency that the heading of the amount names */
	struct str paid_in;  /* the currency of the row's amount, where the input has no column */
	long money, currency;
	bool add_currency;
	long name, country, region, lang_column, origin_column;
	bool add_latn, add_key, add_lang, add_script, add_legal, add_country, add_region;
	struct header output;
	struct arena arena;   /* for a row */
	struct tokens tokens; /* of the names */
	struct hometowns towns;
	struct str place; /* of the row: file and line */
};

/* Makes the plan for these columns; false with the reason in *why. */
bool plan_make(struct plan *p, const struct header *input, struct buf *why);

/* Makes a plan that does the same as one that was made, for another thread. */
void plan_copy(struct plan *p, const struct plan *like, const struct header *input);

/* What the headings say of their columns: the currency of an amount. `row` is the header's; before
 * plan_make. */
void plan_read_units(struct plan *p, const struct header *input, const struct row *row);

/* True where there is anything to learn of the rows; what was learnt is forgotten. */
bool plan_forget(struct plan *p);

/* Shows a row, before any is written: how the columns write their numbers. */
void plan_learn(struct plan *p, const struct row *row);

/* A plan learns what another for the same columns has learnt. */
void plan_learn_from(struct plan *p, const struct plan *other);

/* Adds what was counted by a copy, and releases it. */
void plan_join(struct plan *p, struct plan *copy);

/*
 * Normalises a row with as many fields as the header has, reports what is in doubt, and writes it.
 * False, and nothing is written, when it has become longer than a record may be; the reason is in
 * *why.
 */
bool plan_write(struct plan *p, const struct row *row, struct writer *w, struct buf *why);

/* Would plan_write change nothing in any row? */
static inline bool plan_passes_on(const struct plan *p)
{
	return !p->touches && !p->decides && !p->origin;
}

/* With -v: what was changed, column by column. */
void plan_note(const struct plan *p);

void plan_release(struct plan *p);

#endif
