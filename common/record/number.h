/*
 * number: decimals as the stream writes them.
 *
 * A number is an optional minus, digits with at most one point, and an optional exponent: 1234.5
 * -0.25 1e-9. No plus sign, no thousands marks, no comma, no hexadecimal, no NaN, no infinity. The
 * locale is never asked.
 */
#ifndef KOOP_RECORD_NUMBER_H
#define KOOP_RECORD_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { NUMBER_MAX = 32 };

/* Parses all of s, correctly rounded; false when it is no number or too large for a double. */
bool number_parse(struct str s, double *number);

/*
 * Writes the fewest digits that read back to the same double, plain from 1e-5 up to 1e21 and with
 * an exponent outside; -0 is written 0. Returns the length. The number must be finite.
 */
size_t number_format(double number, char out[static NUMBER_MAX]);

#endif
