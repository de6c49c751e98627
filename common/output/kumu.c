/*
 * Kumu reads two sheets: elements by their Label, and connections From one label To another. What
 * another program calls a list is joined by bars there.
 */
#include "output/graphfile.h"

/* A field of RFC 4180. */
static void csv_text(struct out *out, struct str text, bool list)
{
	bool quoted = false;
	for (size_t i = 0; i < text.n; i++)
		quoted = quoted || strchr(",\"\n\r", text.p[i]);
	quoted = quoted || (text.n && (text.p[0] == ' ' || text.p[text.n - 1] == ' '));
	if (quoted)
		out_putc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			out_putc(out, '"');
		out_putc(out, list && text.p[i] == ';' ? '|' : text.p[i]);
	}
	if (quoted)
		out_putc(out, '"');
}

static bool is_list(struct str name)
{
	static const struct str lists[] = {STR_CONST("fields"), STR_CONST("organisers"),
		STR_CONST("partners"), STR_CONST("funders"), STR_CONST("networks"),
		STR_CONST("cluster")};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (str_eq(name, lists[i]))
			return true;
	return false;
}

static void connection(const struct graph_file *f, const struct tie *tie)
{
	csv_text(f->out, f->g->ids[tie->ends.a], false);
	out_putc(f->out, ',');
	csv_text(f->out, f->g->ids[tie->ends.b], false);
	out_fmt(f->out, ",%s,", f->g->directed ? "directed" : "undirected");
	put_number(f->out, tie->weight);
	for (size_t k = 0; k < f->edges.n; k++) {
		out_putc(f->out, ',');
		csv_text(f->out, tie_text(f, tie, &f->edges.list[k]), true);
	}
	out_putc(f->out, '\n');
}

static void put_names(struct graph_file *f, const char *first, struct graph_columns *columns,
	const char *const *taken)
{
	out_puts(f->out, first);
	for (size_t k = 0; k < columns->n; k++) {
		struct graph_column *column = &columns->list[k];
		if (str_eq(column->name, STR("relation")))
			rename_column(f, columns, column, STR("Type"), taken);
		rename_column(f, columns, column, column->name, taken);
		out_putc(f->out, ',');
		csv_text(f->out, column->name, false);
	}
	out_putc(f->out, '\n');
}

void write_kumu(struct graph_file *f)
{
	static const char *const taken[] = {"From", "To", "Direction", "Strength", NULL};
	put_names(f, "From,To,Direction,Strength", &f->edges, taken);
	each_tie(f, connection);
}

void write_kumu_elements(struct graph_file *f)
{
	static const char *const taken[] = {"Label", "label", NULL};
	bool list[COLUMN_MODE + 1];
	for (size_t k = 0; k < f->nodes.n; k++)
		list[k] = is_list(f->nodes.list[k].name);
	put_names(f, "Label", &f->nodes, taken);
	for (size_t i = 0; i < f->g->nodes; i++) {
		csv_text(f->out, f->g->ids[i], false);
		for (size_t k = 0; k < f->nodes.n; k++) {
			out_putc(f->out, ',');
			csv_text(f->out, node_text(f, i, &f->nodes.list[k]), list[k]);
		}
		out_putc(f->out, '\n');
	}
}
