/*
 * inwords: days and periods as people write them in a language ("oktobar 2015.", "4. četrtletje
 * 2015"), by the patterns of the vocabulary `words`.
 */
#ifndef KOOP_REPORT_INWORDS_H
#define KOOP_REPORT_INWORDS_H

#include <stddef.h>

#include "base/buf.h"
#include "report/period.h"

/* `lang` is a number in label_langs (output/labels.h). */
void day_in_words(struct buf *out, struct day day, size_t lang);

/* A whole year, quarter or month by its name, else the first day and the last. */
void period_in_words(struct buf *out, const struct period *p, size_t lang);

#endif
