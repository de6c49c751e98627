/*
 * The adjacency matrix as records: the id, then the weight of the edge to every node in order, 0
 * where there is none. A self loop stands on the diagonal.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "output/graphfile.h"
#include "record/writer.h"

/* The column of ids has a name that no node has. */
static void matrix_header(struct graph_file *f, struct writer *w)
{
	const struct graph *g = f->g;
	struct header names = {0};
	struct str id = STR("id");
	for (size_t i = 0; i < g->nodes; i++) /* what comes before "id" comes before "id_" too */
		if (str_eq(g->ids[i], id))
			id = arena_fmt(&f->arena, STR_FMT "_", STR_ARG(id));
	header_add(&names, id);
	for (size_t i = 0; i < g->nodes; i++)
		header_add(&names, g->ids[i]);
	writer_header(w, &names, false);
	header_release(&names);
}

void write_matrix(struct graph_file *f)
{
	const struct graph *g = f->g;
	struct writer w;
	double *row = mem_zero(g->nodes + 1, sizeof *row);
	writer_init(&w, f->out);
	matrix_header(f, &w);
	for (size_t i = 0; i < g->nodes; i++) {
		writer_value(&w, g->ids[i]);
		for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
			row[g->to[k]] = graph_weight(g, g->via[k]);
		if (g->loops && g->loop_rows[i])
			row[i] = g->loop_weight[i];
		for (size_t j = 0; j < g->nodes; j++)
			writer_number(&w, row[j]);
		writer_end(&w);
		for (size_t k = g->start[i]; k < g->start[i + 1]; k++)
			row[g->to[k]] = 0;
		row[i] = 0;
	}
	free(row);
	writer_release(&w);
}
