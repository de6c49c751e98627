/*
 * country: country names, inflected forms, abbreviations and tags to ISO 3166-1 codes.
 *
 * The forms are rows of common/vocab/countries.tsv, compared folded (text_fold). Resolution goes, in this
 * order: exact form, bracket content, last part after a comma or slash. XK is Kosovo; a form that names
 * a part of a country (Republika Srpska, Vojvodina) gives the country and sets region.
 */
#ifndef KOOP_TERM_COUNTRY_H
#define KOOP_TERM_COUNTRY_H

#include <stdbool.h>

#include "base/str.h"

enum country_how { COUNTRY_FORM, COUNTRY_BRACKET, COUNTRY_PART };

struct country {
	struct str code;   /* two letters; views into the vocabulary */
	struct str region; /* empty unless the form names a part */
	enum country_how how;
	bool ambiguous;    /* RS, CG, RM, BH …: the code is the likeliest reading */
};

/* False when no country is meant by the text; `lang` may be empty. */
bool country_find(struct str text, struct str lang, struct country *found);

/* A known form close to the text, for "did you mean", or an empty view. */
struct str country_near(struct str text);

/* The name of a code in a language (en sr_Latn sr_Cyrl hr bs cnr sl mk sq …), English where there is none, empty for no code. */
struct str country_name(struct str code, struct str lang);

#endif
