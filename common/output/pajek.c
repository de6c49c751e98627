/*
 * Pajek's .net: vertices are numbered from 1 and named in quotes; a quote is &#34;, and a name is
 * one line. A name and a weight is all that the format holds; a relation is the label of its line,
 * because most readers stumble over a section for each.
 */
#include "base/diag.h"
#include "output/graphfile.h"

static void pajek_name(struct out *out, struct str name)
{
	bool folded = false;
	out_putc(out, '"');
	for (size_t i = 0; i < name.n; i++) {
		bool breaks = name.p[i] == '\n' || name.p[i] == '\r';
		folded = folded || breaks;
		if (name.p[i] == '"')
			out_puts(out, "&#34;");
		else
			out_putc(out, breaks ? ' ' : name.p[i]);
	}
	out_putc(out, '"');
	if (folded)
		warn_at(&(struct pos){0},
			"a line feed of '" STR_FMT "' becomes a blank: Pajek cannot hold it",
			STR_ARG(name));
}

static void pajek_edge(const struct graph_file *f, const struct tie *tie)
{
	out_fmt(f->out, "%u %u", tie->ends.a + 1, tie->ends.b + 1);
	if (f->g->weight) {
		out_putc(f->out, ' ');
		put_number(f->out, tie->weight);
	}
	if (tie->relation.n) {
		out_puts(f->out, f->g->weight ? " l " : " 1 l ");
		pajek_name(f->out, tie->relation);
	}
	out_putc(f->out, '\n');
}

void write_pajek(struct graph_file *f)
{
	out_fmt(f->out, "*Vertices %zu\n", f->g->nodes);
	for (size_t i = 0; i < f->g->nodes; i++) {
		out_fmt(f->out, "%zu ", i + 1);
		pajek_name(f->out, f->g->ids[i]);
		out_putc(f->out, '\n');
	}
	out_puts(f->out, f->g->directed ? "*Arcs\n" : "*Edges\n");
	each_tie(f, pajek_edge);
}
