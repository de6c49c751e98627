/*
 * key: the strict key of a name (koop-record(5), "three layers").
 *
 * Equal for the same name in another script, case, diacritics, quotes, dashes, legal form or word
 * order, with homoglyphs mended; different as soon as a word differs in a letter. Never empty for a
 * text that is not: where nothing would be left, the key is the lower-cased text itself.
 */
#ifndef KOOP_TEXT_KEY_H
#define KOOP_TEXT_KEY_H

#include "base/arena.h"
#include "base/str.h"

/* `name` is clean (text_clean); `lang` and `country` may be empty and only help with legal forms.
 */
struct str name_key(struct str name, struct str lang, struct str country, struct arena *arena);

/* The language that a name's letters and words speak for (BCP 47), or empty when nothing speaks. */
struct str name_lang(struct str name);

#endif
