/*
 * near: "did you mean".
 */
#ifndef KOOP_BASE_NEAR_H
#define KOOP_BASE_NEAR_H

#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Edits (insert, delete, replace, swap of neighbours: optimal string alignment) from a to b in code
 * points, or limit + 1 when there are more than `limit`. O(length a * length b); texts of more than
 * 64 code points are never near.
 */
size_t near_distance(struct str a, struct str b, size_t limit);

/*
 * The index of the word nearest to `word` within two edits (one where it has fewer than five
 * letters), case of ASCII letters not counted; ties go to the earlier; n when none is near.
 */
size_t near_find(struct str word, const struct str *words, size_t n);

/* Adds " (did you mean 'x'?)" to what is said of a word that is none of these, where one is near.
 */
void near_suggest(struct str word, const struct str *words, size_t n, struct buf *why);

#endif
