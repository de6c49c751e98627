/*
 * capital: is a town the capital of its country? By common/vocab/towns.tsv (term/town.h).
 */
#ifndef KOOP_STATS_CAPITAL_H
#define KOOP_STATS_CAPITAL_H

#include "base/str.h"

enum capital { CAPITAL_UNKNOWN, CAPITAL_YES, CAPITAL_NO };

/*
 * Both as in a register, decoded; the country is a code or a name, and may be empty: then any
 * capital counts. A town that is not known is no capital, as long as that of its country is known.
 * Unknown where there is no town, or nothing is known of its country. O(towns) at worst.
 */
enum capital capital_of(struct str town, struct str country);

#endif
