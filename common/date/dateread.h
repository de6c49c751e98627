/*
 * dateread: dates as people write them, in the region's languages, to EDTF.
 *
 * "4 Maj 2013", "u martu 2011. godine", "Sredinom 2014", "од 2005", "30.10.2015 – 30.9.2019", Excel
 * serial numbers. Month names and words are rows of common/vocab/months.tsv and date_words.tsv.
 * Never invents a month or a day: what is not said stays unsaid, what cannot be (31.02.) is
 * refused.
 */
#ifndef KOOP_DATE_DATEREAD_H
#define KOOP_DATE_DATEREAD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum dateread {
	DATEREAD_OK,
	DATEREAD_NONE, /* a word that means "no value" (n/a, -, nema): *edtf is empty */
	DATEREAD_BAD,  /* not a date, or no such day: keep it as it came and report it */
};

/* `lang` (BCP 47, may be empty) decides where words differ: leto is a year in Slovene, summer in
 * Serbian. */
enum dateread date_read(struct str text, struct str lang, struct arena *arena, struct str *edtf);

/*
 * What date_read gives for the ways in which most days are written, and years: 2014-05-03,
 * 3.5.2014, 03.05.2014., 2014. The text itself, or ten bytes in the arena; empty for all others,
 * which tells nothing about them. For columns of millions, where a look-up of days seen before
 * costs more than reading them.
 */
struct str date_read_day(struct str text, struct arena *arena);

/* The words that mean "no value" in typed columns (dates, countries, fields, numbers). */
bool is_no_value(struct str text);

#endif
