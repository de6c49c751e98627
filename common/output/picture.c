#include <math.h>
#include <stdlib.h>

#include "graph/layout.h"
#include "output/drawlegend.h"
#include "output/labels.h"
#include "output/picture.h"
#include "output/width.h"
#include "record/header.h"
#include "record/number.h"

/* Radii are these shares of the room that a node has, within limits; and discs keep so far apart.
 */
static const double RADIUS_LEAST = 0.07, RADIUS_MOST = 0.24, GAP = 2;

/* What is left for the picture however long the legend is. */
static const double HEIGHT_LEAST = 200;

struct str shown_number(struct arena *arena, double number)
{
	char text[NUMBER_MAX];
	if (number != floor(number) && number_parse(arena_fmt(arena, "%.5g", number), &number))
		return arena_str(arena, (struct str){text, number_format(number, text)});
	return arena_str(arena, (struct str){text, number_format(number, text)});
}

static double *column_numbers(struct picture *p, size_t column)
{
	double *numbers = arena_alloc(&p->arena, p->g->nodes + 1, sizeof *numbers);
	for (size_t i = 0; i < p->g->nodes; i++)
		if (!number_parse(node_table_value(p->table, p->g->number[i], column), &numbers[i]))
			numbers[i] = NAN;
	return numbers;
}

double *picture_measure(struct picture *p, const char *name)
{
	size_t n;
	bool left_out;
	unsigned needs = 0;
	const struct node_measure **found =
		node_measures_find(p->m, name, p->length, &n, &left_out, &p->arena, p->why);
	if (!found)
		return NULL;
	for (size_t k = 0; k < n; k++)
		needs |= found[k]->needs;
	measures_prepare(p->m, needs);
	double *numbers = arena_zero(&p->arena, p->g->nodes + 1, sizeof *numbers);
	for (size_t i = 0; i < p->g->nodes; i++)
		for (size_t k = 0; k < n; k++)
			numbers[i] += found[k]->value(p->m, found[k]->variant, i);
	return numbers;
}

static void find_range(struct picture *p)
{
	p->smallest = INFINITY;
	p->largest = -INFINITY;
	for (size_t i = 0; i < p->g->nodes; i++) {
		if (!isfinite(p->size[i]))
			p->size[i] = NAN;
		p->smallest = fmin(p->smallest, p->size[i]);
		p->largest = fmax(p->largest, p->size[i]);
	}
}

bool picture_size(struct picture *p)
{
	const char *name = p->look->size ? p->look->size : "degree";
	long column = p->look->size ? node_table_find(p->table, name) : COLUMN_NONE;
	bool none = column == COLUMN_NONE && str_eq(str_of(name), STR("none"));
	p->size = column != COLUMN_NONE ? column_numbers(p, (size_t)column)
	                                : picture_measure(p, none ? "degree" : name);
	if (!p->size)
		return false;
	find_range(p);
	if (column != COLUMN_NONE && !(p->smallest <= p->largest) && p->g->nodes) {
		buf_fmt(p->why, "column '%s' holds no numbers to draw sizes by", name);
		return false;
	}
	p->size_name = none ? (struct str){0} : str_of(name);
	if (!none && p->look->labelled)
		p->size_name = labels_column(p->size_name, p->look->lang);
	return true;
}

/* A name on one line, with what would turn its direction made visible. */
static struct str one_line(struct picture *p, struct str s)
{
	char *bytes = arena_alloc(&p->arena, s.n + 1, 1);
	for (size_t i = 0; i < s.n; i++)
		bytes[i] = s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == '\t' ? ' ' : s.p[i];
	return text_shown((struct str){bytes, s.n}, &p->arena);
}

void picture_names(struct picture *p)
{
	static const char *const columns[] = {"label", "name"};
	p->names = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->names);
	for (size_t i = 0; i < p->g->nodes; i++) {
		struct str name = {0};
		for (size_t k = 0; k < 2 && !name.n; k++) {
			long column = node_table_find(p->table, columns[k]);
			if (column != COLUMN_NONE)
				name = node_table_value(p->table, p->g->number[i], (size_t)column);
		}
		p->names[i] = one_line(p, name.n ? name : p->g->ids[i]);
	}
}

/* The area of a disc tells the size; what is undefined is smallest. */
static void find_radii(struct picture *p, double width, double height)
{
	double room = sqrt(width * height / (double)(p->g->nodes + 1));
	double least = fmax(1.5, fmin(5, RADIUS_LEAST * room)),
	       most = fmax(2.5, fmin(24, RADIUS_MOST * room)), low = fmin(p->smallest, 0),
	       span = p->largest > p->smallest ? p->largest - low : 0;
	p->radius = arena_alloc(&p->arena, p->g->nodes + 1, sizeof *p->radius);
	for (size_t i = 0; i < p->g->nodes; i++) {
		double part = isnan(p->size[i]) ? 0 : span > 0 ? (p->size[i] - low) / span : 0.25;
		if (!p->size_name.n)
			part = 0.15;
		p->radius[i] = sqrt(least * least + part * (most * most - least * least));
	}
}

void picture_place(struct picture *p)
{
	p->width = (double)p->look->width;
	p->height = (double)p->look->height;
	p->top = legend_put(p, NULL);
	p->height = fmax(p->height, p->top + HEIGHT_LEAST);
	struct layout_page page = {.width = p->width - 2 * PICTURE_EDGE,
		.height = p->height - p->top - PICTURE_EDGE,
		.gap = GAP,
		.name_width = 130,
		.name_height = 1.5 * PICTURE_FONT,
		.group = p->class,
		.seed = p->m->search.seed};
	find_radii(p, page.width, page.height);
	page.radius = p->radius;
	p->x = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->x);
	p->y = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->y);
	p->isolates_named = layout_find(p->x, p->y, p->m->flat, &page);
	for (size_t i = 0; i < p->g->nodes; i++) {
		p->x[i] += PICTURE_EDGE;
		p->y[i] += p->top;
	}
}
