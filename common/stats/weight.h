/*
 * weight: what a record of a sample counts for.
 */
#ifndef KOOP_STATS_WEIGHT_H
#define KOOP_STATS_WEIGHT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* Squares of larger weights, times what they weight, are no numbers. */
#define WEIGHT_MAX 1e150

/* A number from 0 to WEIGHT_MAX. */
bool weight_parse(struct str field, double *weight);

/* Ends the process with status 2, saying what is wrong with a weight: no total could be right. */
_Noreturn void weight_refuse_need(const struct pos *pos, struct str field, struct str column);

#endif
