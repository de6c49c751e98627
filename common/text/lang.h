/*
 * lang: the language of words that are read already (name_lang in text/key.h is for everybody
 * else).
 */
#ifndef KOOP_TEXT_LANG_H
#define KOOP_TEXT_LANG_H

#include "base/str.h"
#include "text/words.h"

struct str lang_of_words(struct str name, const struct words *words);

#endif
