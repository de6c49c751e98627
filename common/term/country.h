/*
 * country: country names, inflected forms, abbreviations and tags to ISO 3166-1 codes.
 *
 * The forms are rows of common/vocab/countries.tsv, compared folded (text_fold). Resolution goes,
 * in this order: exact form, bracket content, last part after a comma or slash, town (term/town.h),
 * ending of an Internet name, telephone prefix; a form that is not known is tried by its stem,
 * where only one country has it. XK is Kosovo, with or without a star or "UNSCR 1244"; a form that
 * names a part of a country (Republika Srpska, Vojvodina) gives the country and sets region. YU and
 * CS stay what they are.
 *
 * The indexes are made on first use, in any thread; every thread remembers its last answers, so
 * that a column of few values costs a hash of each.
 */
#ifndef KOOP_TERM_COUNTRY_H
#define KOOP_TERM_COUNTRY_H

#include <stdbool.h>

#include "base/str.h"

enum country_how {
	COUNTRY_FORM,
	COUNTRY_BRACKET,
	COUNTRY_PART,
	COUNTRY_STEM,
	COUNTRY_TOWN,
	COUNTRY_DOMAIN,
	COUNTRY_PHONE,
	COUNTRY_HOWS
};

struct country {
	struct str code;   /* two letters; views into the vocabulary */
	struct str region; /* empty unless the form names a part */
	enum country_how how;
	bool ambiguous; /* RS, CG, RM, BH …: the code is the likeliest reading */
};

/*
 * False when no country is meant by the text, and when its parts name several ("Srbija /
 * Hrvatska"). `lang` may be empty; it decides between the readings of one form where it can.
 */
bool country_find(struct str text, struct str lang, struct country *found);

/* Is it one of the region, whose towns, telephone prefix and Internet endings are known? */
bool country_is_of_region(struct str code);

/* Can the text be read as this country, be it not the likeliest? "RS" as BA, and SI. */
bool country_read_as(struct str text, struct str code, struct country *found);

/*
 * The country of an e-mail or web address by its ending, not where that is sold everywhere (.com,
 * .tv) or of a provider of mail for all; ambiguous for .me.
 */
bool country_of_address(struct str address, struct country *found);

/* The same for endings of the region's countries alone, whoever owns the name before them. */
bool country_of_domain(struct str address, struct country *found);

/* The country of the region that a telephone number begins with: "+381 11 …", "00381…". */
bool country_of_phone(struct str phone, struct country *found);

/* A known form close to the text, for "did you mean", or an empty view. */
struct str country_near(struct str text);

/*
 * The name of a code, or of a region's code, in a language (BCP 47: en sr-Latn sr hr bs mk sl sq …;
 * sr alone is Cyrillic), English where there is none, empty for no code.
 */
struct str country_name(struct str code, struct str lang);

#endif
