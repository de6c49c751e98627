#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "output/graphformat.h"
#include "record/number.h"

#define UNUSED __attribute__((unused))

const char *const GRAPH_FORMAT_NAMES[] = {"dot", "graphml", "json", NULL};

/* A column of the node table as it will be written. */
struct column {
	struct str name;
	bool number; /* every value is one */
	size_t at;   /* in the table */
};

/* What every format is made of. */
struct file {
	struct out *out;
	const struct graph *g;
	const struct node_table *table;
	struct column *columns;
	size_t ncolumns;
	struct arena arena;
};

/* "07" is a text: as a number it would not come back as it was. */
static bool is_number(struct str text)
{
	double number;
	size_t sign = text.n && text.p[0] == '-';
	bool zero_first = text.n > sign + 1 && text.p[sign] == '0' && text.p[sign + 1] >= '0' &&
	                  text.p[sign + 1] <= '9';
	return !zero_first && number_parse(text, &number);
}

static struct str value_of(const struct file *f, size_t node, const struct column *column)
{
	return node_table_value(f->table, f->g->number[node], column->at);
}

static bool all_numbers(const struct file *f, const struct column *column)
{
	bool any = false;
	for (size_t i = 0; i < f->g->nodes; i++) {
		struct str value = value_of(f, i, column);
		if (value.n && !is_number(value))
			return false;
		any = any || value.n;
	}
	return any;
}

static void file_init(
	struct file *f, struct out *out, const struct graph *g, const struct node_table *table)
{
	*f = (struct file){.out = out, .g = g, .table = table, .ncolumns = table->kept};
	f->columns = arena_zero(&f->arena, f->ncolumns + 1, sizeof *f->columns);
	for (size_t i = 0; i < f->ncolumns; i++) {
		struct column *column = &f->columns[i];
		column->at = i;
		column->name = table->names[i];
		column->number = all_numbers(f, column);
	}
}

static bool has_column(const struct file *f, struct str name)
{
	for (size_t i = 0; i < f->ncolumns; i++)
		if (str_eq(f->columns[i].name, name))
			return true;
	return false;
}

/* Gives a column another name, one that no column has yet. */
static void rename_column(struct file *f, struct column *column, struct str name)
{
	struct str free_name = name;
	column->name = (struct str){0};
	for (int k = 2; has_column(f, free_name); k++)
		free_name = arena_fmt(&f->arena, STR_FMT "_%d", STR_ARG(name), k);
	column->name = arena_str(&f->arena, free_name);
}

static void put_number(struct out *out, double number)
{
	char text[NUMBER_MAX];
	out_add(out, text, number_format(number, text));
}

typedef void put_edge(const struct file *f, struct edge ends, double weight, bool first);

/* Every edge, then every self loop, in order. */
static void each_edge(const struct file *f, put_edge *put)
{
	const struct graph *g = f->g;
	bool first = true;
	for (size_t e = 0; e < g->edges; e++, first = false)
		put(f, g->ends[e], graph_weight(g, e), first);
	for (uint32_t i = 0; g->loops && i < g->nodes; i++) {
		if (!g->loop_rows[i])
			continue;
		put(f, (struct edge){i, i}, g->loop_weight[i], first);
		first = false;
	}
}

/* Attributes of nodes that Graphviz would take as its own, some of which open files. */
static bool means_something_to_dot(struct str name)
{
	static const char *const names[] = {"image", "shapefile", "URL", "href", "target",
		"fontname", "shape", "pos", "width", "height", "style", "rects", "vertices",
		"xlabel"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

/*
 * A quoted id. Inside, \" is a quote, a pair of backslashes stays a pair, and a backslash before a
 * line feed joins lines; any other backslash is itself. So one that stands alone before a quote, a
 * line feed or the end cannot be written: it is doubled, and said.
 */
static void dot_id(struct out *out, struct str id)
{
	out_putc(out, '"');
	for (size_t i = 0, run = 0; i <= id.n; i++) {
		char c = i < id.n ? id.p[i] : '"';
		if (run % 2 && (c == '"' || c == '\n')) {
			warn_at(&(struct pos){0},
				"a backslash of '" STR_FMT "' is doubled: DOT cannot hold it",
				STR_ARG(id));
			out_putc(out, '\\');
		}
		run = c == '\\' ? run + 1 : 0;
		if (i == id.n)
			break;
		if (c == '"')
			out_putc(out, '\\');
		out_putc(out, c);
	}
	out_putc(out, '"');
}

/* Does an entity of HTML (&amp; &#233;) begin here? Graphviz would show the character it names. */
static bool is_entity(struct str text)
{
	size_t i = 1;
	while (i < text.n && (text.p[i] == '#' || (text.p[i] >= '0' && text.p[i] <= '9') ||
				     ((text.p[i] | 32) >= 'a' && (text.p[i] | 32) <= 'z')))
		i++;
	return i > 1 && i < text.n && text.p[i] == ';';
}

/* A label is an escString: backslashes are doubled, line feeds are \n. */
static void dot_label(struct out *out, struct str text)
{
	out_putc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '"' || c == '\\')
			out_putc(out, '\\');
		if (c == '\n')
			out_puts(out, "\\n");
		else if (c == '&' && is_entity(str_from(text, i)))
			out_puts(out, "&amp;");
		else
			out_putc(out, c);
	}
	out_putc(out, '"');
}

static void dot_node(const struct file *f, size_t node)
{
	bool label_column = has_column(f, STR("label")), first = true;
	out_puts(f->out, "  ");
	dot_id(f->out, f->g->ids[node]);
	for (size_t k = 0; k < f->ncolumns; k++) {
		const struct column *column = &f->columns[k];
		struct str value = value_of(f, node, column);
		if (!value.n)
			continue;
		if (str_eq(column->name, STR("name")) && !label_column) {
			out_puts(f->out, first ? " [label=" : ", label=");
			dot_label(f->out, value);
			first = false;
		}
		out_puts(f->out, first ? " [" : ", ");
		first = false;
		dot_id(f->out, column->name);
		out_putc(f->out, '=');
		if (str_eq(column->name, STR("label")))
			dot_label(f->out, value);
		else
			dot_id(f->out, value);
	}
	out_puts(f->out, first ? ";\n" : "];\n");
}

static void dot_edge(const struct file *f, struct edge ends, double weight, UNUSED bool first)
{
	out_puts(f->out, "  ");
	dot_id(f->out, f->g->ids[ends.a]);
	out_puts(f->out, f->g->directed ? " -> " : " -- ");
	dot_id(f->out, f->g->ids[ends.b]);
	if (f->g->weight) {
		out_puts(f->out, " [weight=");
		put_number(f->out, weight);
		out_putc(f->out, ']');
	}
	out_puts(f->out, ";\n");
}

static void write_dot(struct file *f)
{
	for (size_t k = 0; k < f->ncolumns; k++)
		if (means_something_to_dot(f->columns[k].name))
			rename_column(f, &f->columns[k],
				arena_fmt(&f->arena, "_" STR_FMT, STR_ARG(f->columns[k].name)));
	out_fmt(f->out, "%s {\n  charset=\"UTF-8\";\n", f->g->directed ? "digraph" : "graph");
	for (size_t i = 0; i < f->g->nodes; i++)
		dot_node(f, i);
	each_edge(f, dot_edge);
	out_puts(f->out, "}\n");
}

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

static void xml_text(struct out *out, struct str text)
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
static struct str xml_name(struct file *f, struct str name)
{
	struct str clean = arena_str(&f->arena, name);
	char *p = (char *)clean.p;
	for (size_t i = 0; i < clean.n; i++) {
		bool letter = (p[i] | 32) >= 'a' && (p[i] | 32) <= 'z',
		     digit = p[i] >= '0' && p[i] <= '9';
		if (!letter && !digit && !(p[i] & 0x80) && p[i] != '_' && p[i] != '-' &&
			p[i] != '.')
			p[i] = '_';
	}
	return clean;
}

/* The key "name" is taken by the id: a column of that name becomes the label where there is none.
 */
static void name_keys(struct file *f)
{
	for (size_t k = 0; k < f->ncolumns; k++) {
		struct column *column = &f->columns[k];
		if (str_eq(column->name, STR("name")))
			rename_column(f, column,
				has_column(f, STR("label")) ? STR("name_2") : STR("label"));
		else
			rename_column(f, column, xml_name(f, column->name));
	}
}

static void xml_key(
	const struct file *f, const char *id, const char *of, struct str name, bool number)
{
	out_fmt(f->out, "  <key id=\"%s\" for=\"%s\" attr.name=\"", id, of);
	xml_text(f->out, name);
	out_fmt(f->out, "\" attr.type=\"%s\"/>\n", number ? "double" : "string");
}

static void xml_node(const struct file *f, size_t node)
{
	out_fmt(f->out, "    <node id=\"n%zu\"><data key=\"id\">", node);
	xml_text(f->out, f->g->ids[node]);
	out_puts(f->out, "</data>");
	for (size_t k = 0; k < f->ncolumns; k++) {
		struct str value = value_of(f, node, &f->columns[k]);
		if (!value.n)
			continue;
		out_fmt(f->out, "<data key=\"c%zu\">", k);
		xml_text(f->out, value);
		out_puts(f->out, "</data>");
	}
	out_puts(f->out, "</node>\n");
}

static void xml_edge(const struct file *f, struct edge ends, double weight, UNUSED bool first)
{
	out_fmt(f->out, "    <edge source=\"n%u\" target=\"n%u\">", ends.a, ends.b);
	if (f->g->weight) {
		out_puts(f->out, "<data key=\"weight\">");
		put_number(f->out, weight);
		out_puts(f->out, "</data>");
	}
	out_puts(f->out, "</edge>\n");
}

static void write_graphml(struct file *f)
{
	char id[32];
	name_keys(f);
	out_puts(f->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
			 " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
			 " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
			 " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
	xml_key(f, "id", "node", STR("name"), false);
	for (size_t k = 0; k < f->ncolumns; k++) {
		snprintf(id, sizeof id, "c%zu", k);
		xml_key(f, id, "node", f->columns[k].name, f->columns[k].number);
	}
	if (f->g->weight)
		xml_key(f, "weight", "edge", STR("weight"), true);
	out_fmt(f->out, "  <graph id=\"G\" edgedefault=\"%sdirected\">\n",
		f->g->directed ? "" : "un");
	for (size_t i = 0; i < f->g->nodes; i++)
		xml_node(f, i);
	each_edge(f, xml_edge);
	out_puts(f->out, "  </graph>\n</graphml>\n");
}

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

static void json_node(const struct file *f, size_t node)
{
	out_puts(f->out, "{\"id\": ");
	json_text(f->out, f->g->ids[node]);
	for (size_t k = 0; k < f->ncolumns; k++) {
		struct str value = value_of(f, node, &f->columns[k]);
		double number;
		if (!value.n)
			continue;
		out_puts(f->out, ", ");
		json_text(f->out, f->columns[k].name);
		out_puts(f->out, ": ");
		if (f->columns[k].number && number_parse(value, &number))
			put_number(f->out, number);
		else
			json_text(f->out, value);
	}
	out_putc(f->out, '}');
}

static void json_edge(const struct file *f, struct edge ends, double weight, bool first)
{
	out_puts(f->out, first ? "\n{\"source\": " : ",\n{\"source\": ");
	json_text(f->out, f->g->ids[ends.a]);
	out_puts(f->out, ", \"target\": ");
	json_text(f->out, f->g->ids[ends.b]);
	if (f->g->weight) {
		out_puts(f->out, ", \"weight\": ");
		put_number(f->out, weight);
	}
	out_putc(f->out, '}');
}

static void write_json(struct file *f)
{
	for (size_t k = 0; k < f->ncolumns; k++)
		if (str_eq(f->columns[k].name, STR("id")))
			rename_column(f, &f->columns[k], STR("id_2"));
	out_fmt(f->out, "{\"directed\": %s, \"multigraph\": false, \"graph\": {}, \"nodes\": [",
		f->g->directed ? "true" : "false");
	for (size_t i = 0; i < f->g->nodes; i++) {
		out_puts(f->out, i ? ",\n" : "\n");
		json_node(f, i);
	}
	out_puts(f->out, "], \"links\": [");
	each_edge(f, json_edge);
	out_puts(f->out, "]}\n");
}

void graph_format_write(struct out *out, enum graph_format format, const struct graph *g,
	const struct node_table *table)
{
	static void (*const write[])(struct file * f) = {write_dot, write_graphml, write_json};
	struct file f;
	file_init(&f, out, g, table);
	write[format](&f);
	arena_release(&f.arena);
}
