#include <stdlib.h>

#include "base/mem.h"
#include "graph/broker.h"

static enum broker_role role(uint32_t a, uint32_t b, uint32_t c)
{
	if (a == c)
		return a == b ? COORDINATOR : ITINERANT;
	if (b == c)
		return GATEKEEPER;
	return a == b ? REPRESENTATIVE : LIAISON;
}

/* Everybody who brokers for node a; seen[c] is a + 1 where there is an arc to c. */
static void from(struct brokers *brokers, const struct graph *g, const uint32_t *group,
	uint32_t *seen, uint32_t a)
{
	for (size_t k = g->start[a]; k < g->start[a + 1]; k++)
		seen[g->to[k]] = a + 1;
	for (size_t k = g->start[a]; k < g->start[a + 1]; k++) {
		uint32_t b = g->to[k];
		if (group[b] == INTERN_NONE)
			continue;
		for (size_t i = g->start[b]; i < g->start[b + 1]; i++) {
			uint32_t c = g->to[i];
			if (c != a && seen[c] != a + 1 && group[c] != INTERN_NONE)
				brokers->of[role(group[a], group[b], group[c])][b]++;
		}
	}
}

void brokers_find(struct brokers *b, const struct graph *g, const uint32_t *group)
{
	uint32_t *seen = mem_zero(g->nodes + 1, sizeof *seen);
	for (int k = 0; k < BROKER_ROLES; k++)
		b->of[k] = mem_zero(g->nodes + 1, sizeof *b->of[k]);
	for (uint32_t a = 0; a < g->nodes; a++)
		if (group[a] != INTERN_NONE)
			from(b, g, group, seen, a);
	free(seen);
}

void brokers_release(struct brokers *b)
{
	for (int k = 0; k < BROKER_ROLES; k++)
		free(b->of[k]);
	*b = (struct brokers){0};
}
