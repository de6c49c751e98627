/* The groups of an attribute by each other: a table of numbers, drawn as a chart of the kind heat.
 */
#include <stdlib.h>

#include "output/chart.h"
#include "output/draw.h"
#include "output/drawpng.h"
#include "output/labels.h"

/* The groups that have edges, those without the attribute last; their number. */
static size_t find_used(const struct mixing_cell *cells, size_t n, size_t groups, size_t *place)
{
	size_t used = 0;
	for (size_t g = 0; g <= groups; g++)
		place[g] = SIZE_MAX;
	for (size_t i = 0; i < n; i++)
		place[cells[i].a] = place[cells[i].b] = 0;
	for (size_t g = 0; g <= groups; g++)
		if (place[g] != SIZE_MAX)
			place[g] = used++;
	return used;
}

static void name_columns(
	struct table *t, const struct grouping *groups, const char *attr, const size_t *place)
{
	t->columns[0] = (struct column){.name = str_of(attr), .title = str_of(attr)};
	for (uint32_t g = 0; g <= groups->n; g++) {
		if (place[g] == SIZE_MAX)
			continue;
		struct str name = grouping_name(groups, g);
		t->columns[place[g] + 1] =
			(struct column){.name = name, .title = name, .number = true};
		t->cells[place[g] * t->ncolumns] = name;
	}
}

/* Every pair of groups, both ways where edges have no direction. */
static void fill_cells(struct table *t, const size_t *place, const struct mixing_cell *cells,
	size_t n, bool directed)
{
	for (size_t row = 0; row < t->nrows; row++)
		for (size_t k = 1; k < t->ncolumns; k++)
			t->cells[row * t->ncolumns + k] = STR("0");
	for (size_t i = 0; i < n; i++) {
		struct str edges = arena_fmt(&t->arena, "%zu", cells[i].edges);
		size_t a = place[cells[i].a], b = place[cells[i].b];
		t->cells[a * t->ncolumns + b + 1] = edges;
		if (!directed)
			t->cells[b * t->ncolumns + a + 1] = edges;
	}
}

static void make_table(
	struct table *t, const struct network *net, const char *attr, const struct drawing *look)
{
	const struct grouping *groups = &net->groups;
	size_t n, *place = arena_alloc(&t->arena, groups->n + 1, sizeof *place);
	struct mixing_cell *cells = mixing_table(&net->graph, groups, &n);
	t->nrows = find_used(cells, n, groups->n, place);
	t->ncolumns = t->nrows + 1;
	t->columns = arena_zero(&t->arena, t->ncolumns, sizeof *t->columns);
	t->cells = arena_zero(&t->arena, t->nrows * t->ncolumns + 1, sizeof *t->cells);
	name_columns(t, groups, attr, place);
	fill_cells(t, place, cells, n, net->graph.directed);
	if (look->labelled)
		labels_apply(t, look->lang);
	free(cells);
}

bool draw_mixing(struct out *out, enum draw_format format, const struct drawing *look,
	const struct network *net, const char *attr, struct buf *why)
{
	struct table t = {0};
	bool png = format == DRAW_PNG;
	struct buf text = {0}, image = {0};
	struct look chart = {.title = str_of(look->title), .chart = CHART_HEAT};
	make_table(&t, net, attr, look);
	bool good = format_render(format_find("svg"), &t, &chart, &text, why) &&
	            (!png || png_make(&image, &text, why));
	if (good)
		out_str(out, buf_str(png ? &image : &text));
	buf_release(&text);
	buf_release(&image);
	arena_release(&t.arena);
	return good;
}
