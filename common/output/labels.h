/*
 * labels: codes shown as people read them.
 *
 * In the column `country` a code becomes the name of the country with the code beside it: "Srbija
 * (RS)"; in `field` and `fields` each code its label: "muzika (music); film (film)". The same goes
 * for columns with a word before (source_country), for `level` where `variable` names such a
 * column, and for headings that are codes, as a table spread by country or field has them. In
 * `stat`, `variable` and `measure` what is a column name of the tools gets the words for it.
 * Headings that are column names of the tools get words for them (common/vocab/columns.tsv), as
 * does the star that stands for a margin. What is not known stays as it is.
 */
#ifndef KOOP_OUTPUT_LABELS_H
#define KOOP_OUTPUT_LABELS_H

#include "base/str.h"
#include "output/table.h"

/* The languages as the user names them (BCP 47), NULL-ended: sr-Latn, sr, hr … */
extern const char *const label_langs[];

/* `lang` is a number in label_langs. */
void labels_apply(struct table *t, size_t lang);

/* What is put over a column of this name: the name itself where nothing is known. */
struct str labels_column(struct str name, size_t lang);

/* The language of a page (BCP 47: sr, sr-Latn-RS): its number in label_langs, that of en where none
 * fits. */
size_t labels_lang(struct str tag);

/* The same, or -1 where none fits. */
long labels_find(struct str tag);

/* Do people who write that language write a comma in fractions? All but en, and what is unknown. */
bool labels_comma(struct str tag);

/* A word of the vocabulary `words`, which is there. */
struct str labels_word(const char *word, size_t lang);

#endif
