/*
 * Mermaid's flow charts: nodes are n0, n1 … because many words mean something there. In labels all
 * marks are entities, for Markdown and HTML would read some of them.
 */
#include "output/graphfile.h"

static void mermaid_marks(struct out *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c == '\n')
			out_puts(out, "<br/>");
		else if (is_ascii_alnum(text.p[i]) || c == ' ' || c == ',' || c >= 0x80)
			out_putc(out, text.p[i]);
		else
			out_fmt(out, "#%u;", c);
	}
}

static void mermaid_text(struct out *out, struct str text)
{
	out_putc(out, '"');
	mermaid_marks(out, text);
	out_putc(out, '"');
}

static void mermaid_edge(const struct graph_file *f, const struct tie *tie)
{
	out_fmt(f->out, "  n%u %s", tie->ends.a, f->g->directed ? "-->" : "---");
	if (tie->relation.n || f->g->weight) {
		out_puts(f->out, "|\"");
		mermaid_marks(f->out, tie->relation);
		if (tie->relation.n && f->g->weight)
			out_puts(f->out, ", ");
		if (f->g->weight)
			put_number(f->out, tie->weight);
		out_puts(f->out, "\"|");
	}
	out_fmt(f->out, " n%u\n", tie->ends.b);
}

void write_mermaid(struct graph_file *f)
{
	out_puts(f->out, "graph LR\n");
	for (size_t i = 0; i < f->g->nodes; i++) {
		out_fmt(f->out, "  n%zu[", i);
		mermaid_text(f->out, node_label(f, i));
		out_puts(f->out, "]\n");
	}
	each_tie(f, mermaid_edge);
}
