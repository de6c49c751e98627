/*
 * town: towns of the region, and capitals, to the countries they are in.
 *
 * The rows are those of common/vocab/towns.tsv: a town, its country, whether it is the capital, and
 * the other forms of its name, with bars between. Forms are compared folded (text_fold), so that
 * Cyrillic and plain ASCII need no rows; a name that is not known is tried with the endings of the
 * region's cases ("Beogradu", "Novog Sada", "u Zadru"). Postcodes and words such as "grad" or
 * "općina" before the name are passed over.
 *
 * Where towns of one name are in several countries, none of them is guessed: the answer says so,
 * and a country that is known otherwise decides. The index is made on first use, in any thread.
 * A look-up is O(length), and O(towns) for a name that is not known.
 */
#ifndef KOOP_TERM_TOWN_H
#define KOOP_TERM_TOWN_H

#include <stdbool.h>

#include "base/str.h"

struct town {
	struct str name, country; /* views into the vocabulary */
	bool capital;
	bool ambiguous; /* there are towns of this name in other countries, too */
};

/*
 * The town that a text names, of those in `country`, or of all where that is empty. Of a text of
 * several parts ("Beograd, Srbija", "Prishtinë / Priština") each that is known must be in one
 * country. False when no town is known in it, and when its parts disagree.
 */
bool town_find(struct str text, struct str country, struct town *found);

/*
 * The town that a text names beyond doubt: a name as it stands in the table, without endings, and
 * of one country alone; so must be all parts that are known. O(length).
 */
bool town_find_plain(struct str text, struct town *found);

#endif
