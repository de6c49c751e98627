/*
 * datefuse: tokens of a date that mean one thing together.
 *
 * "III kvartal", "Q3", "druga polovina" become one token of a part of a year, told as seasons are:
 * 33 to 36 are quarters and 40 and 41 halves, the numbers of ISO 8601-2. "XX vek" becomes a
 * century, "vitet '90" a decade. A word of doubt at the start ("verovatno") becomes the doubt of
 * the whole.
 */
#ifndef KOOP_DATE_DATEFUSE_H
#define KOOP_DATE_DATEFUSE_H

#include <stdbool.h>

#include "date/datetokens.h"

void date_fuse(struct tokens *tokens);

/* The first and last month of a quarter or half; false for months and seasons. */
bool date_part_months(int part, int *first, int *last);

#endif
