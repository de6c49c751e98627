/*
 * GML (Himsolt 1997) is ASCII: what is above, and the marks that delimit, are entities. A key
 * begins with a letter and goes on with letters and digits; whole numbers have 32 bits. Some read
 * UTF-8 and no entities of numbers, so that may be asked for.
 */
#include <math.h>

#include "base/utf8.h"
#include "output/graphfile.h"
#include "record/number.h"

static void gml_text(const struct graph_file *f, struct str text)
{
	struct out *out = f->out;
	out_putc(out, '"');
	for (size_t i = 0, len; i < text.n; i += len) {
		uint32_t cp = utf8_decode(str_from(text, i), &len);
		if (cp == '"')
			out_puts(out, "&quot;");
		else if (cp == '&')
			out_puts(out, "&amp;");
		else if ((cp < 0x20 || cp >= 0x7f) && !f->utf8)
			out_fmt(out, "&#%u;", cp);
		else
			out_add(out, text.p + i, len);
	}
	out_putc(out, '"');
}

/* A number with an exponent, or of more than 32 bits, is a real one and needs a point. */
static void gml_number(struct out *out, double number)
{
	char text[NUMBER_MAX];
	struct str all = {text, number_format(number, text)};
	size_t e = str_index(all, 'e');
	bool point = str_index(all, '.') < all.n;
	out_str(out, str_head(all, e));
	if (!point && (e < all.n || fabs(number) > INT32_MAX))
		out_puts(out, ".0");
	out_str(out, str_from(all, e));
}

static void gml_pair(
	const struct graph_file *f, const struct graph_column *column, struct str value)
{
	double number;
	if (!value.n)
		return;
	out_fmt(f->out, " " STR_FMT " ", STR_ARG(column->name));
	if (column->number && number_parse(value, &number))
		gml_number(f->out, number);
	else
		gml_text(f, value);
}

static void gml_edge(const struct graph_file *f, const struct tie *tie)
{
	out_fmt(f->out, "  edge [ source %u target %u", tie->ends.a, tie->ends.b);
	if (f->g->weight) {
		out_puts(f->out, " weight ");
		gml_number(f->out, tie->weight);
	}
	for (size_t k = 0; k < f->edges.n; k++)
		gml_pair(f, &f->edges.list[k], tie_text(f, tie, &f->edges.list[k]));
	out_puts(f->out, " ]\n");
}

static void gml_node(const struct graph_file *f, size_t node)
{
	out_fmt(f->out, "  node [ id %zu name ", node);
	gml_text(f, f->g->ids[node]);
	out_puts(f->out, " label ");
	gml_text(f, node_label(f, node));
	for (size_t k = 0; k < f->nodes.n; k++)
		if (!str_eq(f->nodes.list[k].name, STR("label")))
			gml_pair(f, &f->nodes.list[k], node_text(f, node, &f->nodes.list[k]));
	out_puts(f->out, " ]\n");
}

static struct str gml_name(struct graph_file *f, struct str name)
{
	char *p = arena_alloc(&f->arena, name.n + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < name.n; i++) {
		if (n == 0 && !((name.p[i] | 32) >= 'a' && (name.p[i] | 32) <= 'z'))
			p[n++] = 'x';
		if (is_ascii_alnum(name.p[i]))
			p[n++] = name.p[i];
	}
	return (struct str){p, n};
}

static void gml_names(struct graph_file *f)
{
	static const char *const of_nodes[] = {"id", "name", NULL};
	static const char *const of_edges[] = {"source", "target", "weight", "id", NULL};
	f->joint = "";
	name_to_label(f);
	for (size_t k = 0; k < f->nodes.n; k++) {
		struct graph_column *column = &f->nodes.list[k];
		rename_column(f, &f->nodes, column, gml_name(f, column->name), of_nodes);
	}
	for (size_t k = 0; k < f->edges.n; k++) {
		struct graph_column *column = &f->edges.list[k];
		rename_column(f, &f->edges, column, gml_name(f, column->name), of_edges);
	}
}

void write_gml(struct graph_file *f)
{
	gml_names(f);
	out_fmt(f->out, "graph [\n  directed %d\n", f->g->directed);
	if (f->multiplex)
		out_puts(f->out, "  multigraph 1\n");
	for (size_t i = 0; i < f->g->nodes; i++)
		gml_node(f, i);
	each_tie(f, gml_edge);
	out_puts(f->out, "]\n");
}
