/*
 * broker: who stands between groups (Gould and Fernandez 1989).
 *
 * A node b is a broker of a and c when there are arcs from a to b and from b to c but none from a
 * to c. By the groups of the three it is
 *
 *   coordinator     all of one group
 *   itinerant       a and c of one group, b of another (a consultant)
 *   gatekeeper      b and c of one group, a of another: it lets in
 *   representative  a and b of one group, c of another: it speaks for
 *   liaison         three groups
 *
 * An edge without direction is an arc both ways, so that every pair counts twice and a gatekeeper
 * is a representative as often. Nodes without a group are left out. O(sum over nodes of in-degree
 * times out-degree).
 */
#ifndef KOOP_GRAPH_BROKER_H
#define KOOP_GRAPH_BROKER_H

#include <stdint.h>

#include "graph/graph.h"

enum broker_role { COORDINATOR, ITINERANT, GATEKEEPER, REPRESENTATIVE, LIAISON, BROKER_ROLES };

struct brokers {
	uint64_t *of[BROKER_ROLES]; /* times, of each node */
};

/* `group` of each node, INTERN_NONE where there is none. */
void brokers_find(struct brokers *b, const struct graph *g, const uint32_t *group);
void brokers_release(struct brokers *b);

#endif
