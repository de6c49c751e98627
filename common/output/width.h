/*
 * width: how many columns of a terminal a text takes, and where it may be cut.
 *
 * Text is taken apart into what a reader sees as one character (extended grapheme clusters, Unicode
 * Annex 29). East Asian wide characters and emoji take two columns, combining marks none.
 */
#ifndef KOOP_OUTPUT_WIDTH_H
#define KOOP_OUTPUT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* The next character of *rest, which must not be empty, and its columns. */
struct str cluster_next(struct str *rest, size_t *columns);

size_t text_width(struct str s);

/* The longest beginning of s, in whole characters, that takes at most `columns`; what it takes in
 * *taken. */
struct str text_fit(struct str s, size_t columns, size_t *taken);

/*
 * The text as a terminal may be given it: line ends and tabs as \n \r \t, other control characters
 * and those that turn the direction of writing as \u{1b}. The text itself where there is nothing of
 * the kind.
 */
struct str text_shown(struct str s, struct arena *arena);

/* Letters of a script that is written from right to left? */
bool text_is_rtl(struct str s);

#endif
