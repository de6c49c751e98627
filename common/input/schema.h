/*
 * schema: which columns a type of record has, and how each is normalised (koop-record(5)).
 *
 * A standard column means the same in every type. Columns that a type does not know pass untouched.
 */
#ifndef KOOP_INPUT_SCHEMA_H
#define KOOP_INPUT_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum kind {
	KIND_NONE, /* untouched */
	KIND_TEXT, /* cleaned (text/text.h) */
	KIND_NAME,
	KIND_COUNTRY,
	KIND_FIELDS,
	KIND_DATE,
	KIND_NUMBER,
	KIND_LIST,
	KIND_EMAIL,
	KIND_URL,
	KIND_PHONE, /* by the country of the record, as an identifier */
	KIND_IDENTIFIER,
	KIND_CURRENCY,
	KIND_MONEY, /* an amount; what it says of its currency goes into `currency` */
};

struct schema {
	const char *type;
	unsigned bit;
	bool headings; /* known headings become standard names */
	bool layers;   /* name_latn, name_key, lang and script are added behind name */
};

/* The names of all types, NULL-ended, for opts_word; schema_at takes the index. */
extern const char *const SCHEMA_TYPES[];
const struct schema *schema_at(size_t index);

/* How the type normalises a column. */
enum kind schema_kind(const struct schema *schema, struct str column);

/* The column of the type that a name was perhaps meant to be; empty when there is none, or when the
 * name is a standard one itself. */
struct str schema_near(const struct schema *schema, struct str column);

/* The names of the kinds from KIND_TEXT on, NULL-ended; index 0 is KIND_TEXT. */
extern const char *const SCHEMA_KINDS[];

#endif
