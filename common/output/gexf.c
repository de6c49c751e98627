#include <math.h>

#include "output/graphfile.h"

/* What a reader of the format goes by. */
struct version {
	const char *number, *namespace, *viz;
};

static const struct version V12 = {
	"1.2", "http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz"};
static const struct version V13 = {"1.3", "http://gexf.net/1.3", "http://gexf.net/1.3/viz"};

static void put_day(const struct graph_file *f, const char *name, int32_t day)
{
	struct buf text = {0};
	span_day(&text, day);
	if (text.n) {
		out_fmt(f->out, " %s=\"", name);
		put_xml(f->out, buf_str(&text));
		out_putc(f->out, '"');
	}
	buf_release(&text);
}

/* The spells of an edge: how many there are. */
static size_t spells_of(const struct graph_file *f, const struct tie *tie, const struct days **days)
{
	const struct spells *spells = f->spells;
	if (!spells || !spells->days)
		return 0;
	*days = spells->days + spells->start[tie->at];
	return spells->end[tie->at] - spells->start[tie->at];
}

static void gexf_attributes(
	const struct graph_file *f, const char *of, const struct graph_columns *columns)
{
	if (columns->n == 0)
		return;
	out_fmt(f->out, "    <attributes class=\"%s\">\n", of);
	for (size_t k = 0; k < columns->n; k++) {
		out_fmt(f->out, "      <attribute id=\"%zu\" title=\"", k);
		put_xml(f->out, columns->list[k].name);
		out_fmt(f->out, "\" type=\"%s\"/>\n",
			columns->list[k].number ? "double" : "string");
	}
	out_puts(f->out, "    </attributes>\n");
}

static void gexf_value(const struct graph_file *f, size_t k, struct str value)
{
	if (!value.n)
		return;
	out_fmt(f->out, "<attvalue for=\"%zu\" value=\"", k);
	put_xml(f->out, value);
	out_puts(f->out, "\"/>");
}

/* Colours that people who cannot tell red from green can tell (Okabe and Ito 2008). */
static void gexf_look(const struct graph_file *f, size_t node)
{
	static const unsigned char colours[][3] = {
		{0,   114, 178},
                {230, 159, 0  },
                {0,   158, 115},
                {204, 121, 167},
                {86,  180, 233},
		{213, 94,  0  },
                {240, 228, 66 },
                {0,   0,   0  }
        };
	static const unsigned char grey[] = {153, 153, 153};
	size_t n = sizeof colours / sizeof *colours;
	uint32_t group = f->groups && f->groups->of ? f->groups->of[node] : INTERN_NONE;
	const unsigned char *rgb = group < n ? colours[group] : grey;
	out_fmt(f->out, "<viz:color r=\"%d\" g=\"%d\" b=\"%d\"/><viz:size value=\"", rgb[0], rgb[1],
		rgb[2]);
	put_number(f->out, round(40 + 20 * sqrt((double)graph_degree(f->g, node))) / 10);
	out_puts(f->out, "\"/>");
}

static void gexf_node(const struct graph_file *f, size_t node)
{
	out_puts(f->out, "      <node id=\"");
	put_xml(f->out, f->g->ids[node]);
	out_puts(f->out, "\" label=\"");
	put_xml(f->out, node_label(f, node));
	if (!f->nodes.n && !f->viz) {
		out_puts(f->out, "\"/>\n");
		return;
	}
	out_puts(f->out, "\">");
	if (f->nodes.n)
		out_puts(f->out, "<attvalues>");
	for (size_t k = 0; k < f->nodes.n; k++)
		gexf_value(f, k, node_text(f, node, &f->nodes.list[k]));
	if (f->nodes.n)
		out_puts(f->out, "</attvalues>");
	if (f->viz)
		gexf_look(f, node);
	out_puts(f->out, "</node>\n");
}

static void gexf_spells(const struct graph_file *f, const struct days *days, size_t n)
{
	out_puts(f->out, "<spells>");
	for (size_t i = 0; i < n; i++) {
		out_puts(f->out, "<spell");
		put_day(f, "start", days[i].first);
		put_day(f, "end", days[i].last);
		out_puts(f->out, "/>");
	}
	out_puts(f->out, "</spells>");
}

static void gexf_edge(const struct graph_file *f, const struct tie *tie)
{
	const struct days *days = NULL;
	size_t spells = spells_of(f, tie, &days);
	out_fmt(f->out, "      <edge id=\"%zu\" source=\"", tie->at);
	put_xml(f->out, f->g->ids[tie->ends.a]);
	out_puts(f->out, "\" target=\"");
	put_xml(f->out, f->g->ids[tie->ends.b]);
	out_putc(f->out, '"');
	if (f->kinds && tie->relation.n) {
		out_puts(f->out, " kind=\"");
		put_xml(f->out, tie->relation);
		out_putc(f->out, '"');
	}
	if (f->g->weight) {
		out_puts(f->out, " weight=\"");
		put_number(f->out, tie->weight);
		out_putc(f->out, '"');
	}
	if (spells == 1) {
		put_day(f, "start", days->first);
		put_day(f, "end", days->last);
	}
	if (!f->edges.n && spells < 2) {
		out_puts(f->out, "/>\n");
		return;
	}
	out_puts(f->out, ">");
	if (f->edges.n)
		out_puts(f->out, "<attvalues>");
	for (size_t k = 0; k < f->edges.n; k++)
		gexf_value(f, k, tie_text(f, tie, &f->edges.list[k]));
	if (f->edges.n)
		out_puts(f->out, "</attvalues>");
	if (spells > 1)
		gexf_spells(f, days, spells);
	out_puts(f->out, "</edge>\n");
}

static void write_version(struct graph_file *f, const struct version *v)
{
	bool dynamic = f->spells && f->spells->days;
	out_fmt(f->out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<gexf xmlns=\"%s\" version=\"%s\"",
		v->namespace, v->number);
	if (f->viz)
		out_fmt(f->out, " xmlns:viz=\"%s\"", v->viz);
	out_fmt(f->out, ">\n  <graph mode=\"%s\" defaultedgetype=\"%sdirected\"%s>\n",
		dynamic ? "dynamic" : "static", f->g->directed ? "" : "un",
		dynamic ? " timeformat=\"date\"" : "");
	gexf_attributes(f, "node", &f->nodes);
	gexf_attributes(f, "edge", &f->edges);
	out_puts(f->out, "    <nodes>\n");
	for (size_t i = 0; i < f->g->nodes; i++)
		gexf_node(f, i);
	out_puts(f->out, "    </nodes>\n    <edges>\n");
	each_tie(f, gexf_edge);
	out_puts(f->out, "    </edges>\n  </graph>\n</gexf>\n");
}

/* Of two edges between the same nodes Gephi keeps both where their kinds differ. */
void write_gexf(struct graph_file *f)
{
	f->kinds = true;
	write_version(f, &V13);
}

void write_gexf12(struct graph_file *f)
{
	write_version(f, &V12);
}
