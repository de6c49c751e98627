#include "base/diag.h"
#include "output/graphfile.h"

/* Attributes of nodes that Graphviz would take as its own, some of which open files. */
static bool means_something_to_dot(struct str name)
{
	static const char *const names[] = {"image", "shapefile", "URL", "href", "target",
		"edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref", "tailURL",
		"tailhref", "fontname", "shape", "pos", "width", "height", "style", "rects",
		"vertices", "xlabel"};
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

static void dot_pair(struct out *out, bool first, struct str name, struct str value)
{
	out_puts(out, first ? " [" : ", ");
	dot_id(out, name);
	out_putc(out, '=');
	if (str_eq(name, STR("label")))
		dot_label(out, value);
	else
		dot_id(out, value);
}

static void dot_node(const struct graph_file *f, size_t node)
{
	bool label_column = has_column(&f->nodes, STR("label")), first = true;
	out_puts(f->out, "  ");
	dot_id(f->out, f->g->ids[node]);
	for (size_t k = 0; k < f->nodes.n; k++) {
		const struct graph_column *column = &f->nodes.list[k];
		struct str value = node_text(f, node, column);
		if (!value.n)
			continue;
		if (str_eq(column->name, STR("name")) && !label_column) {
			out_puts(f->out, first ? " [label=" : ", label=");
			dot_label(f->out, value);
			first = false;
		}
		dot_pair(f->out, first, column->name, value);
		first = false;
	}
	out_puts(f->out, first ? ";\n" : "];\n");
}

static void dot_edge(const struct graph_file *f, const struct tie *tie)
{
	bool first = true;
	out_puts(f->out, "  ");
	dot_id(f->out, f->g->ids[tie->ends.a]);
	out_puts(f->out, f->g->directed ? " -> " : " -- ");
	dot_id(f->out, f->g->ids[tie->ends.b]);
	if (f->g->weight) {
		out_puts(f->out, " [weight=");
		put_number(f->out, tie->weight);
		first = false;
	}
	for (size_t k = 0; k < f->edges.n; k++) {
		struct str value = tie_text(f, tie, &f->edges.list[k]);
		if (!value.n)
			continue;
		dot_pair(f->out, first, f->edges.list[k].name, value);
		first = false;
	}
	out_puts(f->out, first ? ";\n" : "];\n");
}

/* Columns that Graphviz would understand get another name. */
static void dot_names(struct graph_file *f, const struct graph_columns *columns)
{
	for (size_t k = 0; k < columns->n; k++)
		if (means_something_to_dot(columns->list[k].name))
			rename_column(f, columns, &columns->list[k],
				arena_fmt(&f->arena, "_" STR_FMT, STR_ARG(columns->list[k].name)),
				NULL);
}

void write_dot(struct graph_file *f)
{
	dot_names(f, &f->nodes);
	dot_names(f, &f->edges);
	out_fmt(f->out, "%s {\n  charset=\"UTF-8\";\n", f->g->directed ? "digraph" : "graph");
	for (size_t i = 0; i < f->g->nodes; i++)
		dot_node(f, i);
	each_tie(f, dot_edge);
	out_puts(f->out, "}\n");
}
