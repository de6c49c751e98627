/*
 * translit: from Cyrillic and Greek letters to Latin ones, and from Serbian Latin to Cyrillic.
 *
 * The systems are rows of common/vocab/translit.tsv (NAMES: sr-Latn mk-UN mk-ICAO … as in its first
 * column); the rules that are not single letters (capital digraphs, word beginnings and ends) are
 * code. Letters that a system does not know pass through. Output is NFC.
 */
#ifndef KOOP_TEXT_TRANSLIT_H
#define KOOP_TEXT_TRANSLIT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct translit_system;

/* A system by its name in the vocabulary, or NULL. */
const struct translit_system *translit_find(struct str name);

/*
 * The system for a language (BCP 47 tag: sr, cnr, mk, bg, el, ru, uk …; an empty tag guesses from
 * the letters: ѓ ќ ѕ mean mk, ђ ћ sr, щ ъ bg …); `mk_style` is the value of --translit for
 * Macedonian (un icao ascii iso9 serbian), or empty for un.
 */
const struct translit_system *translit_for(struct str lang, struct str mk_style, struct str text);

/* As translit; *foreign: Greek or Cyrillic letters are left, which the system does not have. */
struct str translit_some(
	const struct translit_system *system, struct str text, bool *foreign, struct arena *arena);

struct str translit(const struct translit_system *system, struct str text, struct arena *arena);

/* To Latin letters by the rules of the language; Latin text comes back as it is. */
struct str translit_latin(struct str text, struct str lang, struct arena *arena);

/* The same with the value of --translit for Macedonian, or empty. */
struct str translit_latin_style(
	struct str text, struct str lang, struct str mk_style, struct arena *arena);

/* Serbian Latin to Cyrillic; words with q w x y stay as they are. */
struct str translit_cyrillic(struct str text, struct arena *arena);

#endif
