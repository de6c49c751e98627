/*
 * mojibake: text that was read in a wrong encoding, put right.
 *
 * UTF-8 that was read as a code page is encoded back, a byte that the page leaves undefined being
 * the control code of its number, and taken if that is UTF-8 with a sequence in every 40 characters
 * at least and looks better (text/plausible.h) than before, now or after a second time; of the
 * whole text, or else word by word. Where the control codes were dropped, the letter that stands
 * for the rest is put in, if there is only one. A code page read as another one, and YUSCII read as
 * ASCII, leave letters and signs that are not where words have them: of all pairs of pages the
 * reading that looks best is taken, if next to nothing speaks against it. Letters that are right in
 * some language stay, unless those beside them are not that language's: Liège, Ærøskøbing, Dąbrowa.
 *
 * O(n); text without a doubtful letter is only looked through. Text of more than 64 KiB is no name,
 * and stays.
 */
#ifndef KOOP_TEXT_MOJIBAKE_H
#define KOOP_TEXT_MOJIBAKE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* What happened to the text last: its encoding and what it was read as; NULL: nothing did. */
struct mojibake {
	const char *encoding, *read_as;
};

/* Valid UTF-8 to valid UTF-8; the text itself where nothing changes. Mended text does not change.
 */
struct str mojibake_mend(struct str s, struct mojibake *what, struct arena *arena);

/* False where a look at the letters and their neighbours shows that mojibake_mend does nothing. */
bool mojibake_is_suspect(struct str s);

#endif
