/*
 * flow: who joined and who left in each period, and how many there are at its end, by group.
 *
 * A spell (stats/spells.h) begins in one period and ends in one; it is there at the end of each
 * period from the first to the one before its last. So, going down the periods of a group,
 * joined - left = net, and there at the end = there at the end of the period before + net: always,
 * for spells and for bodies. A body is there when one of its spells is; one that leaves and comes
 * back within a period has stayed.
 *
 * With imprecise dates one of these is counted:
 *   certain   from the last period in which it may begin to the first in which it may end: those
 *             that are members for certain
 *   possible  from the first in which it may begin to the last in which it may end
 *   first     from the first in which it may begin to the first in which it may end
 * A spell for which there are no such periods is undated: the undated have a row of their own, and
 * are in no other. O(groups * periods + spells log spells).
 */
#ifndef KOOP_STATS_FLOW_H
#define KOOP_STATS_FLOW_H

#include "record/writer.h"
#include "stats/tabulation.h"

/* Writes the table of a tabulation that keeps spells. */
void flow_write(struct tabulation *t, struct writer *w, bool bare);

#endif
