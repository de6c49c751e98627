#include <stdlib.h>

#include "base/mem.h"
#include "graph/change.h"

/* What number each node of `before` has now; UINT32_MAX: none. How many have one goes to *kept. */
static uint32_t *numbers_now(const struct graph *before, const struct graph *now, size_t *kept)
{
	uint32_t *of = mem_resize(NULL, before->nodes + 1, sizeof *of);
	size_t k = 0;
	*kept = 0;
	for (size_t i = 0; i < before->nodes; i++) {
		while (k < now->nodes && str_cmp(now->ids[k], before->ids[i]) < 0)
			k++;
		bool same = k < now->nodes && str_eq(now->ids[k], before->ids[i]);
		of[i] = same ? (uint32_t)k : UINT32_MAX;
		*kept += same;
	}
	return of;
}

void change_find(struct change *change, const struct graph *before, const struct graph *now)
{
	*change = (struct change){.nodes_before = before->nodes, .edges_before = before->edges};
	uint32_t *of = numbers_now(before, now, &change->nodes_kept);
	for (size_t e = 0; e < before->edges; e++) {
		uint32_t a = of[before->ends[e].a], b = of[before->ends[e].b];
		change->edges_kept +=
			a != UINT32_MAX && b != UINT32_MAX && graph_edge(now, a, b) != SIZE_MAX;
	}
	free(of);
}
