#include "base/diag.h"
#include "base/utf8.h"
#include "output/graphfile.h"

/* The references of XML, and of TAB, LF and CR, which a reader would fold; NULL: the byte is
 * itself. */
static const char *xml_reference(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	default: return NULL;
	}
}

void put_xml(struct out *out, struct str text)
{
	for (size_t i = 0, len; i < text.n; i += len) {
		uint32_t cp = utf8_decode(str_from(text, i), &len);
		const char *reference = len == 1 ? xml_reference(text.p[i]) : NULL;
		if (reference)
			out_puts(out, reference);
		else if (cp >= 0x20 && cp != 0xfffe && cp != 0xffff)
			out_add(out, text.p + i, len);
		else
			warn_at(&(struct pos){0},
				"a control character of '" STR_FMT
				"' is dropped: XML cannot hold it",
				STR_ARG(text));
	}
}

/* The schema wants names of attributes without blanks and marks. */
static struct str xml_name(struct graph_file *f, struct str name)
{
	struct str clean = arena_str(&f->arena, name);
	char *p = (char *)clean.p;
	for (size_t i = 0; i < clean.n; i++) {
		if (!is_ascii_alnum(p[i]) && !(p[i] & 0x80) && p[i] != '_' && p[i] != '-' &&
			p[i] != '.')
			p[i] = '_';
	}
	return clean;
}

/* The key "name" is taken by the id. */
static void graphml_names(struct graph_file *f)
{
	static const char *const taken[] = {"name", NULL};
	name_to_label(f);
	for (size_t k = 0; k < f->nodes.n; k++) {
		struct graph_column *column = &f->nodes.list[k];
		rename_column(f, &f->nodes, column, xml_name(f, column->name), taken);
	}
	for (size_t k = 0; k < f->edges.n; k++) {
		struct graph_column *column = &f->edges.list[k];
		rename_column(f, &f->edges, column, xml_name(f, column->name), NULL);
	}
}

static void graphml_key(
	const struct graph_file *f, const char *id, const char *of, struct str name, bool number)
{
	out_fmt(f->out, "  <key id=\"%s\" for=\"%s\" attr.name=\"", id, of);
	put_xml(f->out, name);
	out_fmt(f->out, "\" attr.type=\"%s\"/>\n", number ? "double" : "string");
}

static void graphml_keys(const struct graph_file *f, const char *of, char letter,
	const struct graph_columns *columns)
{
	char id[32];
	for (size_t k = 0; k < columns->n; k++) {
		snprintf(id, sizeof id, "%c%zu", letter, k);
		graphml_key(f, id, of, columns->list[k].name, columns->list[k].number);
	}
}

static void graphml_data(const struct graph_file *f, char letter, size_t k, struct str value)
{
	if (!value.n)
		return;
	out_fmt(f->out, "<data key=\"%c%zu\">", letter, k);
	put_xml(f->out, value);
	out_puts(f->out, "</data>");
}

static void graphml_node(const struct graph_file *f, size_t node)
{
	out_fmt(f->out, "    <node id=\"n%zu\"><data key=\"id\">", node);
	put_xml(f->out, f->g->ids[node]);
	out_puts(f->out, "</data>");
	for (size_t k = 0; k < f->nodes.n; k++)
		graphml_data(f, 'c', k, node_text(f, node, &f->nodes.list[k]));
	out_puts(f->out, "</node>\n");
}

static void graphml_edge(const struct graph_file *f, const struct tie *tie)
{
	out_fmt(f->out, "    <edge source=\"n%u\" target=\"n%u\">", tie->ends.a, tie->ends.b);
	if (f->g->weight) {
		out_puts(f->out, "<data key=\"weight\">");
		put_number(f->out, tie->weight);
		out_puts(f->out, "</data>");
	}
	for (size_t k = 0; k < f->edges.n; k++)
		graphml_data(f, 'e', k, tie_text(f, tie, &f->edges.list[k]));
	out_puts(f->out, "</edge>\n");
}

void write_graphml(struct graph_file *f)
{
	graphml_names(f);
	out_puts(f->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
			 " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
			 " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
			 " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
	graphml_key(f, "id", "node", STR("name"), false);
	graphml_keys(f, "node", 'c', &f->nodes);
	if (f->g->weight)
		graphml_key(f, "weight", "edge", STR("weight"), true);
	graphml_keys(f, "edge", 'e', &f->edges);
	out_fmt(f->out, "  <graph id=\"G\" edgedefault=\"%sdirected\">\n",
		f->g->directed ? "" : "un");
	for (size_t i = 0; i < f->g->nodes; i++)
		graphml_node(f, i);
	each_tie(f, graphml_edge);
	out_puts(f->out, "  </graph>\n</graphml>\n");
}
