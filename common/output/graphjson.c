#include "output/graphfile.h"
#include "record/number.h"

static void json_text(struct out *out, struct str text)
{
	out_putc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c == '"' || c == '\\')
			out_fmt(out, "\\%c", c);
		else if (c == '\n')
			out_puts(out, "\\n");
		else if (c < 0x20 || c == 0x7f)
			out_fmt(out, "\\u%04x", c);
		else
			out_putc(out, (char)c);
	}
	out_putc(out, '"');
}

static void json_pair(
	const struct graph_file *f, const struct graph_column *column, struct str value)
{
	double number;
	if (!value.n)
		return;
	out_puts(f->out, ", ");
	json_text(f->out, column->name);
	out_puts(f->out, ": ");
	if (column->number && number_parse(value, &number))
		put_number(f->out, number);
	else
		json_text(f->out, value);
}

static void json_attributes(const struct graph_file *f, size_t node)
{
	for (size_t k = 0; k < f->nodes.n; k++)
		json_pair(f, &f->nodes.list[k], node_text(f, node, &f->nodes.list[k]));
	out_putc(f->out, '}');
}

/* From the two ends on; what is before them differs. */
static void json_ends(const struct graph_file *f, const struct tie *tie, const char *source,
	const char *target, const char *weight)
{
	out_fmt(f->out, "\"%s\": ", source);
	json_text(f->out, f->g->ids[tie->ends.a]);
	out_fmt(f->out, ", \"%s\": ", target);
	json_text(f->out, f->g->ids[tie->ends.b]);
	if (f->g->weight) {
		out_fmt(f->out, ", \"%s\": ", weight);
		put_number(f->out, tie->weight);
	}
	for (size_t k = 0; k < f->edges.n; k++)
		json_pair(f, &f->edges.list[k], tie_text(f, tie, &f->edges.list[k]));
	out_putc(f->out, '}');
}

static void json_edge(const struct graph_file *f, const struct tie *tie)
{
	out_puts(f->out, tie->first ? "\n{" : ",\n{");
	json_ends(f, tie, "source", "target", "weight");
}

/* Names that the format gives a meaning are taken. */
static void json_names(
	struct graph_file *f, const struct graph_columns *columns, const char *const *taken)
{
	for (size_t k = 0; k < columns->n; k++)
		rename_column(f, columns, &columns->list[k], columns->list[k].name, taken);
}

static const char *const ID[] = {"id", NULL};

void write_json(struct graph_file *f)
{
	json_names(f, &f->nodes, ID);
	out_fmt(f->out, "{\"directed\": %s, \"multigraph\": %s, \"graph\": {}, \"nodes\": [",
		f->g->directed ? "true" : "false", f->multiplex ? "true" : "false");
	for (size_t i = 0; i < f->g->nodes; i++) {
		out_puts(f->out, i ? ",\n{\"id\": " : "\n{\"id\": ");
		json_text(f->out, f->g->ids[i]);
		json_attributes(f, i);
	}
	out_puts(f->out, "], \"links\": [");
	each_tie(f, json_edge);
	out_puts(f->out, "]}\n");
}

/* A run of e's that no id of a node begins with: with a number behind it, the id of an edge. */
static struct str edge_prefix(struct graph_file *f)
{
	size_t longest = 0;
	for (size_t i = 0; i < f->g->nodes; i++) {
		struct str id = f->g->ids[i];
		size_t run = 0;
		while (run < id.n && id.p[run] == 'e')
			run++;
		if (run > longest)
			longest = run;
	}
	char *p = arena_alloc(&f->arena, longest + 1, 1);
	memset(p, 'e', longest + 1);
	return (struct str){p, longest + 1};
}

static void cytoscape_edge(const struct graph_file *f, const struct tie *tie)
{
	out_puts(f->out, tie->first ? "\n{\"data\": {\"id\": \"" : ",\n{\"data\": {\"id\": \"");
	out_str(f->out, f->prefix);
	out_fmt(f->out, "%zu\", ", tie->at);
	json_ends(f, tie, "source", "target", "weight");
	out_putc(f->out, '}');
}

void write_cytoscape(struct graph_file *f)
{
	static const char *const taken[] = {"id", "parent", NULL};
	json_names(f, &f->nodes, taken);
	f->prefix = edge_prefix(f);
	out_puts(f->out, "{\"elements\": {\"nodes\": [");
	for (size_t i = 0; i < f->g->nodes; i++) {
		out_puts(f->out, i ? ",\n{\"data\": {\"id\": " : "\n{\"data\": {\"id\": ");
		json_text(f->out, f->g->ids[i]);
		json_attributes(f, i);
		out_putc(f->out, '}');
	}
	out_puts(f->out, "], \"edges\": [");
	each_tie(f, cytoscape_edge);
	out_puts(f->out, "]}}\n");
}

static void kumu_connection(const struct graph_file *f, const struct tie *tie)
{
	out_fmt(f->out, "%s\n{\"direction\": \"%s\", ", tie->first ? "" : ",",
		f->g->directed ? "directed" : "undirected");
	json_ends(f, tie, "from", "to", "strength");
}

/* Every element has a label, which is not written twice. */
static void kumu_element(const struct graph_file *f, size_t node)
{
	out_puts(f->out, node ? ",\n{\"id\": " : "\n{\"id\": ");
	json_text(f->out, f->g->ids[node]);
	out_puts(f->out, ", \"label\": ");
	json_text(f->out, node_label(f, node));
	for (size_t k = 0; k < f->nodes.n; k++)
		if (!str_eq(f->nodes.list[k].name, STR("label")))
			json_pair(f, &f->nodes.list[k], node_text(f, node, &f->nodes.list[k]));
	out_putc(f->out, '}');
}

void write_kumu_json(struct graph_file *f)
{
	static const char *const of_edges[] = {"direction", "from", "to", "strength", "id", NULL};
	for (size_t k = 0; k < f->edges.n; k++)
		if (str_eq(f->edges.list[k].name, STR("relation")))
			rename_column(f, &f->edges, &f->edges.list[k], STR("type"), NULL);
	json_names(f, &f->nodes, ID);
	json_names(f, &f->edges, of_edges);
	out_puts(f->out, "{\"elements\": [");
	for (size_t i = 0; i < f->g->nodes; i++)
		kumu_element(f, i);
	out_puts(f->out, "], \"connections\": [");
	each_tie(f, kumu_connection);
	out_puts(f->out, "]}\n");
}
