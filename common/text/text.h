/*
 * text: cleaning and casing of text in the region's languages.
 *
 * Input is valid UTF-8. A result is the input itself where nothing changes, else a copy in the arena.
 * O(n); text that is already in NFC and has no odd spaces is recognised at memory speed.
 */
#ifndef KOOP_TEXT_TEXT_H
#define KOOP_TEXT_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/*
 * As it is stored and shown: NFC; no-break and other spaces made plain, runs of white space one blank,
 * none at the ends; soft hyphens, zero-width and byte-order marks gone. Case and spelling stay.
 */
struct str text_clean(struct str s, struct arena *arena);

/* NFC alone. */
struct str text_nfc(struct str s, struct arena *arena);

/* Lower and upper case by the simple mappings of Unicode, the same in every locale. */
struct str text_lower(struct str s, struct arena *arena);
struct str text_upper(struct str s, struct arena *arena);

/*
 * The fold for look-up and keys: Latin (text/translit.h), lower case, no diacritics, the spellings of one
 * sound made one ("Đorđe", "Djordje", "Ђорђе" are equal). Lossy, for comparing only.
 */
struct str text_fold(struct str s, struct arena *arena);

#endif
