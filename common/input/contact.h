/*
 * contact: e-mail addresses, web addresses and telephone numbers, checked and written one way.
 *
 * A cell may hold several, between semicolons, commas, bars, line ends, blanks (of addresses) or
 * words for "and"; they become a list. One that is none makes the whole cell none: it is to stay as
 * it came.
 */
#ifndef KOOP_INPUT_CONTACT_H
#define KOOP_INPUT_CONTACT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "term/telephone.h"

/*
 * `text` is clean (text_clean); the result is in the arena, or empty when it is none. An e-mail
 * address loses "mailto:" and gets "@" for "(at)"; its domain, and scheme and host of a web
 * address, are in lower case. A host alone gets no scheme, since which one is not known.
 */
struct str contact_email(struct str text, struct arena *arena);
struct str contact_url(struct str text, struct arena *arena);

/* Is it one e-mail address that contact_email would leave as it is? False where that takes longer
 * to tell. */
bool contact_is_plain_email(struct str text);

/* `country` is that of the record, or empty; see term/telephone.h. */
enum telephone contact_phone(
	struct str text, struct str country, struct arena *arena, struct str *numbers);

#endif
