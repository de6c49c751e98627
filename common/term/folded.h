/*
 * folded: an index from folded forms (text_fold) to rows of a vocabulary.
 *
 * One form may stand in several rows; they come in the order in which they were added. Words with
 * other endings are found by their stems, which the owner asks for when the form itself is not
 * known. Look-up is O(length). Built once, then only read. A zeroed struct is empty.
 */
#ifndef KOOP_TERM_FOLDED_H
#define KOOP_TERM_FOLDED_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"

enum { FOLDED_NONE = UINT32_MAX };

struct folded_entry {
	uint32_t row;
	uint32_t next; /* of the same form, or FOLDED_NONE */
};

struct folded {
	struct intern forms;
	uint32_t *first, *last; /* entries, by number of the form */
	size_t cap;
	struct folded_entry *entries;
	size_t n, cap_entries;
};

/* Empty forms, and a row that its form has already, are passed over. */
void folded_add(struct folded *f, struct str form, uint32_t row);

/* The first entry of a form, or FOLDED_NONE. */
uint32_t folded_find(const struct folded *f, struct str form);

/* The same after text_fold; temporary memory comes from the arena. */
uint32_t folded_find_text(const struct folded *f, struct str text, struct arena *arena);

/*
 * The stem of a folded text: each word of four letters or more without its last vowel, or without
 * the -om, -em, -oj of the Slavic cases. A stem of less than four letters is empty: too little to
 * tell by.
 */
struct str folded_stem(struct str folded, struct arena *arena);

/* The number of the form nearest to a folded text (base/near.h), of those with four letters or
 * more. */
uint32_t folded_near(const struct folded *f, struct str folded);

#endif
