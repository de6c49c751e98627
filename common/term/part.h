/*
 * part: a cell that holds several names, cut into them.
 *
 * Names are parted by , / ; | brackets, line ends, and dashes with blanks.
 */
#ifndef KOOP_TERM_PART_H
#define KOOP_TERM_PART_H

#include <stdbool.h>

#include "base/str.h"

/* Cuts the next part off *rest; it may be empty. False when nothing is left. */
bool part_next(struct str *rest, struct str *part);

#endif
