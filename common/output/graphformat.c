#include "output/graphformat.h"
#include "output/graphfile.h"
#include "record/number.h"

/* Mermaid refuses more edges unless told otherwise; records have at most 4096 columns. */
enum { MERMAID_EDGES = 500, MATRIX_NODES = 4095 };

struct format {
	void (*write)(struct graph_file *f);
	size_t most_nodes, most_edges; /* 0: any */
};

/* clang-format off */
#define FORMATS(FORMAT) \
	FORMAT(dot, 0, 0) \
	FORMAT(graphml, 0, 0) \
	FORMAT(gexf, 0, 0) \
	FORMAT(gexf12, 0, 0) \
	FORMAT(gml, 0, 0) \
	FORMAT(pajek, 0, 0) \
	FORMAT(json, 0, 0) \
	FORMAT(cytoscape, 0, 0) \
	FORMAT(kumu, 0, 0) \
	FORMAT(kumu_elements, 0, 0) \
	FORMAT(kumu_json, 0, 0) \
	FORMAT(mermaid, 0, MERMAID_EDGES) \
	FORMAT(matrix, MATRIX_NODES, 0)
#define NAME(name, nodes, edges) #name,
#define ROW(name, nodes, edges) {write_##name, nodes, edges},
/* clang-format on */

const char *const GRAPH_FORMAT_NAMES[] = {FORMATS(NAME) NULL};
static const struct format TABLE[] = {FORMATS(ROW)};

/* "07" is a text: as a number it would not come back as it was. */
static bool is_number(struct str text)
{
	double number;
	size_t sign = text.n && text.p[0] == '-';
	bool zero_first = text.n > sign + 1 && text.p[sign] == '0' && text.p[sign + 1] >= '0' &&
	                  text.p[sign + 1] <= '9';
	return !zero_first && number_parse(text, &number);
}

static bool all_numbers_of_nodes(const struct graph_file *f, const struct graph_column *column)
{
	bool any = false;
	for (size_t i = 0; i < f->g->nodes; i++) {
		struct str text = node_text(f, i, column);
		if (text.n && !is_number(text))
			return false;
		any = any || text.n;
	}
	return any;
}

static bool all_numbers_of_ties(const struct graph_file *f, const struct graph_column *column)
{
	bool any = false;
	size_t ties = f->multiplex ? f->multiplex->n : f->g->edges + f->g->nodes;
	for (size_t i = 0; i < ties; i++) {
		struct str text = edge_table_value(f->edge_table, i, column->at);
		if (text.n && !is_number(text))
			return false;
		any = any || text.n;
	}
	return any;
}

static struct graph_columns columns_named(const struct str *names, size_t n, struct arena *arena)
{
	struct graph_columns columns = {arena_zero(arena, n + 2, sizeof *columns.list), n};
	for (size_t i = 0; i < n; i++) {
		columns.list[i].at = i;
		columns.list[i].name = names[i];
	}
	return columns;
}

/* Where edges have no table, the relation is all that is known of them. */
static struct graph_columns relation_column(struct graph_file *f)
{
	struct graph_columns columns = {arena_zero(&f->arena, 1, sizeof *columns.list), 1};
	*columns.list = (struct graph_column){.name = STR("relation"), .at = COLUMN_RELATION};
	return columns;
}

static void file_init(struct graph_file *f)
{
	static const char *const taken[] = {"source", "target", "weight", "id", NULL};
	const struct edge_table *edges = f->edge_table;
	f->nodes = columns_named(f->table->names, f->table->kept, &f->arena);
	if (f->items != UINT32_MAX) {
		struct graph_column *mode = &f->nodes.list[f->nodes.n++];
		mode->at = COLUMN_MODE;
		rename_column(f, &f->nodes, mode, STR("mode"), NULL);
	}
	for (size_t i = 0; i < f->nodes.n; i++)
		f->nodes.list[i].number = all_numbers_of_nodes(f, &f->nodes.list[i]);
	if (edges)
		f->edges = columns_named(edges->names, edges->ncolumns, &f->arena);
	else if (f->multiplex)
		f->edges = relation_column(f);
	for (size_t i = 0; i < f->edges.n; i++) {
		struct graph_column *column = &f->edges.list[i];
		column->number = edges && all_numbers_of_ties(f, column);
		rename_column(f, &f->edges, column, column->name, taken);
	}
}

bool graph_format_write(struct out *out, size_t format, const struct graph *g,
	const struct graph_extra *extra, struct buf *why)
{
	const struct format *row = &TABLE[format];
	const char *name = GRAPH_FORMAT_NAMES[format];
	size_t edges = extra->multiplex ? extra->multiplex->n : g->edges;
	if (row->most_nodes && g->nodes > row->most_nodes)
		buf_fmt(why, "%zu nodes are too many for %s, which takes %zu", g->nodes, name,
			row->most_nodes);
	else if (row->most_edges && edges > row->most_edges)
		buf_fmt(why, "%zu edges are too many for %s, which takes %zu", edges, name,
			row->most_edges);
	else if (extra->multiplex && row->write == write_matrix)
		buf_puts(why, "a matrix holds one relation: filter the records of it, or leave out "
			      "--relation");
	if (why->n)
		return false;
	struct graph_file f = {.out = out,
		.g = g,
		.table = extra->table,
		.edge_table = extra->edges,
		.spells = extra->spells,
		.multiplex = extra->multiplex,
		.groups = extra->groups,
		.viz = extra->viz,
		.utf8 = extra->utf8,
		.items = extra->items,
		.joint = "_"};
	file_init(&f);
	row->write(&f);
	arena_release(&f.arena);
	return true;
}
