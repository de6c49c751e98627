/*
 * tag: language tags (BCP 47), as far as koop needs them: language and script.
 *
 * The vocabularies write an underscore where tags have a hyphen; both are taken. O(length).
 */
#ifndef KOOP_TEXT_TAG_H
#define KOOP_TEXT_TAG_H

#include <stdbool.h>

#include "base/str.h"

/* The language: "sr" of "sr-Latn-RS". */
struct str tag_language(struct str tag);

/*
 * Is it written in Latin letters, where the language is written in two scripts? By its script, else
 * by the custom of the tag: sr is Cyrillic (as in CLDR), bs, cnr and sh are Latin. True for other
 * languages.
 */
bool tag_is_latin(struct str tag);

/* Do two tags name one language, or two of Serbian, Croatian, Bosnian and Montenegrin? Not for
 * empty tags. */
bool tag_shares_words(struct str a, struct str b);

#endif
