/*
 * similar: how much two texts look alike, from 0 to 1.
 *
 * Both are folded first (text_fold: script, case and diacritics do not count). The similarity is
 * 1 - d / n, where d is the number of edits between them (insert, delete, replace, swap of
 * neighbours: optimal string alignment) and n the length of the longer in code points; two empty
 * texts are 1. Of longer texts the first SIMILAR_MAX code points count. O(n * m).
 */
#ifndef KOOP_TEXT_SIMILAR_H
#define KOOP_TEXT_SIMILAR_H

#include "base/arena.h"
#include "base/str.h"

enum { SIMILAR_MAX = 256 };

double text_similar(struct str a, struct str b, struct arena *arena);

#endif
