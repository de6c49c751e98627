/*
 * text: cleaning and casing of text in the region's languages.
 *
 * Input is valid UTF-8. A result is the input itself where nothing changes, else a copy in the
 * arena. O(n); text that is already in NFC and has no odd spaces is recognised at memory speed.
 */
#ifndef KOOP_TEXT_TEXT_H
#define KOOP_TEXT_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/*
 * As it is stored and shown: NFC; no-break and other spaces made plain, runs of white space one
 * blank, none at the ends; soft hyphens, zero-width and byte-order marks gone. Case and spelling
 * stay.
 */
struct str text_clean(struct str s, struct arena *arena);

/* NFC alone. */
struct str text_nfc(struct str s, struct arena *arena);

/* Lower and upper case by the simple mappings of Unicode, the same in every locale. */
struct str text_lower(struct str s, struct arena *arena);
struct str text_upper(struct str s, struct arena *arena);

/*
 * The fold for look-up in vocabularies: words (text/words.h) in Latin letters, lower case, without
 * diacritics, one blank between them and no other sign, in which the spellings of one sound are
 * one: dj đ d, gj ǵ g, kj ḱ k, sh š s, zh ž z, ch č ć c, dzh dž dz; ph f, x ks, q k, w v, y i;
 * doubled letters single. "Đorđe", "Djordje", "Ђорђе" are equal, and so are "d.o.o.", "д. о. о."
 * and "doo". Words of up to three letters, which may be codes, and Roman numerals (i, v, x alone)
 * keep their letters. Lossy, for comparing only, and its own fold. A text without letters and
 * digits gives itself, cleaned and in lower case.
 */
struct str text_fold(struct str s, struct arena *arena);

#endif
