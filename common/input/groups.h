/*
 * groups: a line of groups above the line of headings.
 *
 *	        |         | Contact |       | Founded |
 *	Name    | Town    | E-mail  | Phone | Year    | Country
 *
 * Such a line is told from a header with gaps, and the headings from a first record, by words
 * alone: most cells of the lower line are known headings (term/heading.h), and those of the row
 * below it are not. A single cell, or one of letters and digits, is rather a title. It is better
 * not to see such a line than to take a record for headings.
 */
#ifndef KOOP_INPUT_GROUPS_H
#define KOOP_INPUT_GROUPS_H

#include <stdbool.h>

#include "base/str.h"
#include "input/rows.h"

/* Is the upper row a line of groups and the lower one that of headings, with `next` a record? */
bool groups_stand_above(
	const struct row *upper, const struct row *lower, const struct row *next, struct str type);

#endif
