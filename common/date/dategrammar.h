/*
 * dategrammar: the tokens of a date (datetokens.h) to EDTF.
 *
 * Every shape of a date that is read is a row of a table; an interval is two of them. Each token is
 * looked at a few times for each place where an interval may be cut, and there are at most
 * DATE_TOKENS of them. Nothing recurses.
 */
#ifndef KOOP_DATE_DATEGRAMMAR_H
#define KOOP_DATE_DATEGRAMMAR_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "date/datetokens.h"

/*
 * Adds the EDTF of the tokens to *out; false, and nothing added, when they are no date. What is
 * added need not exist in the calendar (31.2.2015): edtf_parse tells.
 */
bool date_grammar(const struct tokens *tokens, struct str lang, struct buf *out);

#endif
