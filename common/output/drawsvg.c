#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "output/drawlegend.h"
#include "output/drawsvg.h"
#include "output/labels.h"
#include "output/markup.h"

#define DASH  "\xe2\x80\x93"
#define ARROW "\xe2\x86\x92"

/* Of edges: between classes they are grey. A heavier one is wider, up to this. */
static const char GREY[] = "#777777";
static const double WIDTH_LEAST = 0.5, WIDTH_MOST = 7, ARROW_LENGTH = 7;

/* How far an edge that has its like the other way leaves the straight line. */
static const double BEND = 0.12;

enum { LARGEST_NAMED = 10 };

struct svg {
	const struct picture *p;
	struct buf *out;
	bool part;
	double typical; /* weight of an edge */
};

static void put_point(struct svg *s, const char *before, double x, double y)
{
	buf_puts(s->out, before);
	coordinate_put(s->out, x);
	buf_putc(s->out, ' ');
	coordinate_put(s->out, y);
}

static void put_attribute(struct svg *s, const char *name, double value)
{
	buf_fmt(s->out, " %s=\"", name);
	coordinate_put(s->out, value);
	buf_putc(s->out, '"');
}

static void put_number_shown(struct svg *s, double number)
{
	struct arena arena = {0};
	buf_addstr(s->out, shown_number(&arena, number));
	arena_release(&arena);
}

static int by_weight(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median_weight(const struct graph *g)
{
	if (!g->weight || !g->edges)
		return 1;
	double *weights = mem_resize(NULL, g->edges, sizeof *weights);
	memcpy(weights, g->weight, g->edges * sizeof *weights);
	qsort(weights, g->edges, sizeof *weights, by_weight);
	double median = weights[g->edges / 2];
	free(weights);
	return median;
}

static double edge_width(const struct svg *s, double weight)
{
	return fmax(WIDTH_LEAST, fmin(WIDTH_MOST, sqrt(weight / s->typical)));
}

/* The more edges there are, the less each may hide. */
static double edge_opacity(const struct graph *g)
{
	return fmax(0.15, fmin(0.6, 9 / sqrt((double)g->edges + 1)));
}

/* The colour of an edge: that of both its ends, or NULL. */
static const char *edge_colour(const struct svg *s, struct edge ends)
{
	const struct picture *p = s->p;
	if (p->scale || !p->colour_name.n || p->class[ends.a] != p->class[ends.b])
		return NULL;
	const struct class *class = &p->classes[p->class[ends.a]];
	return strcmp(class->colour, "#ffffff") ? class->colour : NULL;
}

static void put_title(struct svg *s, struct edge ends, double weight)
{
	const struct picture *p = s->p;
	buf_puts(s->out, "><title>");
	markup_text(s->out, p->names[ends.a]);
	buf_puts(s->out, p->g->directed ? " " ARROW " " : " " DASH " ");
	markup_text(s->out, p->names[ends.b]);
	if (p->g->weight) {
		buf_puts(s->out, ": ");
		put_number_shown(s, weight);
	}
	buf_puts(s->out, "</title></path>\n");
}

static void put_ends(struct svg *s, struct edge ends)
{
	if (s->part)
		buf_fmt(s->out, " data-ends=\"%u %u\"", ends.a, ends.b);
}

/* From rim to rim where there is an arrow, else from centre to centre. */
static void put_line(struct svg *s, struct edge ends, bool bent)
{
	const struct picture *p = s->p;
	double x = p->x[ends.a], y = p->y[ends.a], dx = p->x[ends.b] - x, dy = p->y[ends.b] - y;
	double far = sqrt(dx * dx + dy * dy), stop = 1;
	if (p->g->directed && far > 1e-9)
		stop = fmax(0.1, 1 - (p->radius[ends.b] + 1) / far);
	put_point(s, "<path d=\"M", x, y);
	if (bent)
		put_point(s, "Q", x + dx / 2 - BEND * dy, y + dy / 2 + BEND * dx);
	put_point(s, bent ? " " : "L", x + stop * dx, y + stop * dy);
	buf_putc(s->out, '"');
}

static void put_edge(struct svg *s, size_t e)
{
	const struct graph *g = s->p->g;
	struct edge ends = g->ends[e];
	double weight = graph_weight(g, e);
	put_line(s, ends, g->directed && graph_edge(g, ends.b, ends.a) != SIZE_MAX);
	if (g->weight)
		put_attribute(s, "stroke-width", edge_width(s, weight));
	put_ends(s, ends);
	put_title(s, ends, weight);
}

static void put_loop(struct svg *s, uint32_t node)
{
	const struct picture *p = s->p;
	double r = p->radius[node];
	put_point(s, "<path d=\"M", p->x[node] - r / 2, p->y[node] - r * 0.8);
	put_point(s, "c", -r, -2.4 * r);
	put_point(s, " ", 2 * r, -2.4 * r);
	put_point(s, " ", r, 0);
	buf_putc(s->out, '"');
	if (p->g->weight)
		put_attribute(s, "stroke-width", edge_width(s, p->g->loop_weight[node]));
	put_ends(s, (struct edge){node, node});
	put_title(s, (struct edge){node, node}, p->g->loop_weight[node]);
}

/* Edges of one colour; those without come first, under the others. */
static void put_edges_of(struct svg *s, const char *colour, size_t number)
{
	const struct graph *g = s->p->g;
	bool open = false;
	for (size_t e = 0; e < g->edges; e++) {
		if (edge_colour(s, g->ends[e]) != colour)
			continue;
		if (!open)
			buf_fmt(s->out, "<g stroke=\"%s\"", colour ? colour : GREY);
		if (!open && g->directed)
			buf_fmt(s->out, " marker-end=\"url(#arrow%zu)\"", number);
		buf_puts(s->out, open ? "" : ">\n");
		open = true;
		put_edge(s, e);
	}
	if (open)
		buf_puts(s->out, "</g>\n");
}

static void put_arrow(struct svg *s, const char *colour, size_t number)
{
	buf_fmt(s->out,
		"<marker id=\"arrow%zu\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" "
		"markerWidth=\"%g\" markerHeight=\"%g\" markerUnits=\"userSpaceOnUse\" "
		"orient=\"auto\">"
		"<path d=\"M0 0L8 4L0 8Z\" stroke=\"none\" fill=\"%s\"/></marker>\n",
		number, ARROW_LENGTH, ARROW_LENGTH, colour);
}

/* Is this the first class of its colour? */
static bool is_first(const struct picture *p, size_t class)
{
	for (size_t k = 0; k < class; k++)
		if (p->classes[k].colour == p->classes[class].colour)
			return false;
	return true;
}

static void put_arrows(struct svg *s)
{
	if (!s->p->g->directed)
		return;
	buf_puts(s->out, "<defs>\n");
	put_arrow(s, GREY, 0);
	for (size_t k = 0; k < s->p->nclasses; k++)
		if (is_first(s->p, k))
			put_arrow(s, s->p->classes[k].colour, k + 1);
	buf_puts(s->out, "</defs>\n");
}

static void put_edges(struct svg *s)
{
	const struct picture *p = s->p;
	put_arrows(s);
	buf_fmt(s->out, "<g class=\"edges\" fill=\"none\" stroke-opacity=\"%.2f\">\n",
		edge_opacity(p->g));
	put_edges_of(s, NULL, 0);
	for (size_t k = 0; k < p->nclasses; k++)
		if (is_first(p, k))
			put_edges_of(s, p->classes[k].colour, k + 1);
	if (p->g->loops)
		buf_fmt(s->out, "<g stroke=\"%s\">\n", GREY);
	for (uint32_t i = 0; p->g->loops && i < p->g->nodes; i++)
		if (p->g->loop_rows[i])
			put_loop(s, i);
	buf_puts(s->out, p->g->loops ? "</g>\n</g>\n" : "</g>\n");
}

static void put_node_title(struct svg *s, size_t i)
{
	const struct picture *p = s->p;
	buf_puts(s->out, "><title>");
	markup_text(s->out, p->names[i]);
	if (p->colour_name.n) {
		buf_putc(s->out, '\n');
		markup_text(s->out, p->colour_name);
		buf_puts(s->out, ": ");
		markup_text(s->out, picture_value(p, i));
	}
	if (p->size_name.n && !str_eq(p->size_name, p->colour_name)) {
		struct arena arena = {0};
		buf_putc(s->out, '\n');
		markup_text(s->out, p->size_name);
		buf_puts(s->out, ": ");
		buf_addstr(s->out, picture_amount(p, i, &arena));
		arena_release(&arena);
	}
	buf_puts(s->out, "</title>");
}

static void put_node(struct svg *s, size_t i, const struct class *class)
{
	const struct picture *p = s->p;
	bool square = class && class->square;
	char colour[8];
	mark_put(s->out, square, p->x[i], p->y[i], p->radius[i]);
	if (!class) {
		scale_colour(p->part[i], colour);
		buf_fmt(s->out, " fill=\"%s\"", colour);
	}
	if (s->part)
		buf_fmt(s->out, " id=\"n%zu\"", i);
	put_node_title(s, i);
	buf_puts(s->out, square ? "</rect>\n" : "</circle>\n");
}

static void put_nodes(struct svg *s)
{
	const struct picture *p = s->p;
	buf_fmt(s->out, "<g class=\"nodes\" stroke=\"#333333\" stroke-width=\"%s\">\n",
		p->g->nodes < 500 ? ".8" : ".4");
	for (size_t k = 0; !p->scale && k < p->nclasses; k++) {
		if (!p->classes[k].n)
			continue;
		buf_fmt(s->out, "<g fill=\"%s\">\n", p->classes[k].colour);
		for (size_t i = 0; i < p->g->nodes; i++)
			if (p->class[i] == k)
				put_node(s, i, &p->classes[k]);
		buf_puts(s->out, "</g>\n");
	}
	for (size_t i = 0; p->scale && i < p->g->nodes; i++)
		put_node(s, i, NULL);
	buf_puts(s->out, "</g>\n");
}

static void put_labels(struct svg *s)
{
	const struct picture *p = s->p;
	buf_puts(s->out, "<g class=\"names\" pointer-events=\"none\" stroke=\"#ffffff\" "
			 "stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n");
	for (size_t i = 0; i < p->g->nodes; i++) {
		const struct label *label = &p->labels[i];
		if (!label->shown)
			continue;
		buf_puts(s->out, "<text");
		put_attribute(s, "x", label->x);
		put_attribute(s, "y", label->y);
		put_attribute(s, "font-size", label->size);
		if (s->part)
			buf_fmt(s->out, " data-node=\"%zu\"", i);
		buf_putc(s->out, '>');
		text_put(s->out, p->names[i], label->size, label->width + 0.01);
		buf_puts(s->out, "</text>\n");
	}
	buf_puts(s->out, "</g>\n");
}

/* What there is to see, for those who cannot. */
static void describe(struct svg *s)
{
	const struct picture *p = s->p;
	size_t n = p->g->nodes < LARGEST_NAMED ? p->g->nodes : LARGEST_NAMED;
	markup_text(s->out, labels_word("nodes", p->look->lang));
	buf_fmt(s->out, ": %zu, ", p->g->nodes);
	markup_text(s->out, labels_word("edges", p->look->lang));
	buf_fmt(s->out, ": %zu", p->g->edges);
	for (size_t k = 0; k < n && p->size_name.n; k++) {
		uint32_t node = p->order[k];
		if (isnan(p->size[node]))
			break;
		if (k == 0) {
			buf_puts(s->out, "; ");
			markup_text(s->out, p->size_name);
		}
		buf_puts(s->out, k ? ", " : ": ");
		markup_text(s->out, p->names[node]);
		buf_putc(s->out, ' ');
		put_number_shown(s, p->size[node]);
	}
}

static void put_open(struct svg *s)
{
	const struct picture *p = s->p;
	struct str title = str_of(p->look->title);
	buf_puts(s->out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	if (!s->part) {
		put_attribute(s, "width", p->width);
		put_attribute(s, "height", p->height);
	}
	put_point(s, " viewBox=\"0 0 ", p->width, p->height);
	buf_fmt(s->out,
		"\" role=\"%s\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" "
		"font-size=\"%d\" fill=\"%s\">\n<title>",
		s->part ? "group" : "img", PICTURE_FONT, s->part ? "currentColor" : "#222222");
	if (title.n)
		markup_text(s->out, title);
	else
		markup_text(s->out, labels_word("network", p->look->lang));
	buf_puts(s->out, "</title>\n<desc>");
	describe(s);
	buf_puts(s->out, "</desc>\n");
	if (!s->part)
		buf_puts(s->out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

/* What is moved and enlarged goes under the legend. */
static void put_legend_over(struct svg *s)
{
	buf_puts(s->out, "</g>\n<g class=\"legend\"><rect class=\"back\" width=\"100%\"");
	put_attribute(s, "height", s->p->top - PICTURE_EDGE / 2.0);
	buf_puts(s->out, " fill=\"#ffffff\"/>\n");
	legend_put(s->p, s->out);
	buf_puts(s->out, "</g>\n");
}

void svg_put(const struct picture *p, struct buf *out, bool part)
{
	struct svg s = {.p = p, .out = out, .part = part, .typical = median_weight(p->g)};
	put_open(&s);
	if (!part)
		legend_put(p, out);
	buf_puts(out, part ? "<g class=\"view\">\n" : "");
	put_edges(&s);
	put_nodes(&s);
	put_labels(&s);
	if (part)
		put_legend_over(&s);
	buf_puts(out, "</svg>\n");
}
