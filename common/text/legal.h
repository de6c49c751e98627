/*
 * legal: which words of a name are its legal form.
 *
 * The rows of legal_forms.tsv, as words of keys (text/key.h). The longest phrase counts first; a
 * phrase whose action is canon is a part of the name and protects its words. A row holds in the
 * countries it names, for names in its language, and everywhere where it says `*` or where neither
 * country nor language is known; a phrase of whole words that may stand anywhere is taken for what
 * it is in every country. `start`: as the first word left, or before a preposition. `edge-upper`:
 * first or last, in capitals. A form that ends in a dot wants dots: "a.d." is a legal form, "ad" is
 * not.
 */
#ifndef KOOP_TEXT_LEGAL_H
#define KOOP_TEXT_LEGAL_H

#include <stdbool.h>

#include "base/str.h"
#include "text/words.h"

enum { LEGAL_NONE = UINT32_MAX };

/* What a word, as keys spell it, may begin: for key_word.first. */
uint32_t legal_first(struct str word);

struct key_word {
	struct str s;
	uint32_t first; /* legal_first of it, LEGAL_NONE for none */
	uint16_t flags; /* enum letter_flags */
	bool dropped;   /* set by legal_mark */
};

/*
 * Marks the words that the legal form takes; never all of them. Returns the class of the first form
 * that tells one, or that of a company's abbreviation; empty where there is none: where rows of two
 * classes hold equally, and where it depends on the country and neither it nor the language is
 * known.
 */
struct str legal_mark(struct key_word *words, size_t n, struct str lang, struct str country);

#endif
