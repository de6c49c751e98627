/*
 * key: the strict key of a name (koop-record(5), "three layers").
 *
 * Equal for the same name in another script, case, diacritics, quotes, dashes, legal form or word
 * order, with homoglyphs mended; different as soon as a word differs in a letter. Never empty for a
 * text that is not: where nothing would be left, the key is the lower-cased text itself.
 *
 * The key is the name's words (text/words.h: Latin, lower case, no diacritics) without the legal
 * form (text/legal.h), in byte order, each once, with one blank between. Of what text_fold makes
 * one, a key makes one only what is the same letter written otherwise: đ ђ dj (not where d and j
 * are two letters: djelo, odjek), ǵ ѓ gj, ḱ ќ kj, џ ѕ dž dz; and for names known to be Macedonian,
 * by `lang` or by `country`, the sh zh ch dzh of plain ASCII. Doubled letters, y and i, w and v, x
 * and ks, q and k stay different: Asocijacija and Asociacija, Anna and Ana are two names here;
 * looser comparison is koop-match's.
 */
#ifndef KOOP_TEXT_KEY_H
#define KOOP_TEXT_KEY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/script.h"

/*
 * `name` is clean (text_clean); `lang` (BCP 47) and `country` (ISO 3166-1) may be empty. They help
 * with legal forms, and with which romanisation Cyrillic letters have when the letters do not tell.
 */
struct str name_key(struct str name, struct str lang, struct str country, struct arena *arena);

/* The class of the legal form in a name (llc, assoc, found, public-inst, …: legal_forms.tsv), or
 * empty. */
struct str name_legal_form(struct str name, struct str lang, struct str country);

struct name_facts {
	struct str latin, key, lang; /* name_latn, name_key, lang of koop-record(5) */
	struct str legal_form;       /* its class, or empty */
	enum script script;
};

struct token_row;

/*
 * All of it from one reading, for less than the functions one by one; for less still with the
 * name as a row of tokens (text/token.h), which may be NULL and changes nothing of the answer.
 * `lang` and `mk_style`
 * (--translit) may be empty; where `lang` is, the language is what name_lang says, and the key goes
 * by the country and the letters alone, so that a guess never parts two keys. The class of the
 * legal form goes by that language where no country is known.
 */
void name_describe(struct str name, struct str lang, struct str country, struct str mk_style,
	const struct token_row *row, struct name_facts *facts, struct arena *arena);

/* One word of text/words.h as keys spell it: the word itself, or a copy. */
struct str key_spell(struct str word, bool macedonian, struct arena *arena);

/* The language that a name's letters and words speak for (BCP 47), or empty when nothing speaks. */
struct str name_lang(struct str name);

#endif
