/*
 * lang: the language of words that are read already (name_lang in text/key.h is for everybody
 * else).
 */
#ifndef KOOP_TEXT_LANG_H
#define KOOP_TEXT_LANG_H

#include "base/str.h"
#include "text/words.h"

struct str lang_of_words(struct str name, const struct words *words);

/*
 * The same in parts: the languages, as bits, that have all the letters of a text, and that have a
 * plain word of such letters (enum letter_flags), all of them where that tells nothing; and the
 * language that they leave, each being what parts or words said, and-ed, or empty.
 */
unsigned lang_of_letters(struct str text);
unsigned lang_of_word(struct str word, unsigned flags);
struct str lang_decide(unsigned by_letters, unsigned by_words, unsigned flags);

#endif
