/*
 * tiles: a square for each record, the darker the larger its number.
 *
 * Where at least two labels are countries of country_tiles.tsv, these stand where that has them,
 * which is about where they lie on a map, and are marked with their codes; all other squares follow
 * in lines, in the order of the records. The whole label is in the title of a square. A missing
 * number is a square without colour, with a dash.
 */
#include "output/chart.h"
#include "output/markup.h"
#include "record/number.h"
#include "term/country.h"
#include "vocab/vocab.h"

enum { TILE_MAX = 96, TILE_HEIGHT = 72, IN_A_LINE = 5, GAP = 4, MAP_SIDE = 32 };

struct place {
	long column, row; /* on the map; column -1 is none */
	struct str code;
};

struct tiles {
	const struct chart_data *d;
	struct buf *out;
	struct place *places;          /* by row of the table */
	double low, high;              /* of the numbers */
	long left, right, top, bottom; /* of the map */
	size_t placed;
	double width, height; /* of a tile */
};

static long number_in(const struct vocab *v, size_t row, const char *column)
{
	double value = 0;
	number_parse(vocab_cell(v, row, vocab_column(v, column)), &value);
	return value >= 0 && value < MAP_SIDE ? (long)value : 0;
}

/* A place that another record has already is none. */
static bool is_taken(const struct tiles *t, size_t row, const struct place *place)
{
	for (size_t i = 0; i < row; i++)
		if (t->places[i].column == place->column && t->places[i].row == place->row)
			return true;
	return false;
}

static struct place place_of(const struct tiles *t, size_t row)
{
	const struct vocab *v = vocab_table(VOCAB_country_tiles);
	struct place place = {.column = -1};
	struct country found;
	struct str label = table_cell(t->d->table, row, t->d->label);
	if (!label.n || !country_find(label, (struct str){NULL, 0}, &found))
		return place;
	for (size_t i = 0; i < v->nrows; i++)
		if (str_eq(vocab_cell(v, i, vocab_column(v, "code")), found.code))
			place = (struct place){
				number_in(v, i, "column"), number_in(v, i, "row"), found.code};
	if (place.column >= 0 && is_taken(t, row, &place))
		place.column = -1;
	return place;
}

static void take_in(struct tiles *t, const struct place *place)
{
	bool first = t->placed++ == 0;
	t->left = first || place->column < t->left ? place->column : t->left;
	t->right = first || place->column > t->right ? place->column : t->right;
	t->top = first || place->row < t->top ? place->row : t->top;
	t->bottom = first || place->row > t->bottom ? place->row : t->bottom;
}

static void find_places(struct tiles *t)
{
	size_t n = t->d->table->nrows;
	t->places = arena_zero(&t->d->page->arena, n + 1, sizeof *t->places);
	for (size_t row = 0; row < n; row++) {
		t->places[row] = place_of(t, row);
		if (t->places[row].column >= 0)
			take_in(t, &t->places[row]);
	}
	if (t->placed >= 2)
		return;
	t->placed = 0;
	for (size_t row = 0; row < n; row++)
		t->places[row].column = -1;
}

static bool value_of(const struct tiles *t, size_t row, double *value)
{
	return t->d->nvalues && chart_value(t->d, row, 0, value);
}

static bool is_coloured(const struct tiles *t, size_t row)
{
	return t->placed == 0 || t->places[row].column >= 0;
}

static void find_range(struct tiles *t)
{
	double value;
	for (size_t row = 0; row < t->d->table->nrows; row++)
		if (is_coloured(t, row) && value_of(t, row, &value)) {
			t->low = value < t->low ? value : t->low;
			t->high = value > t->high ? value : t->high;
		}
}

static void put_line(struct tiles *t, double x, double y, const char *size, struct str text)
{
	buf_fmt(t->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\"%s>",
		x + t->width / 2 - GAP / 2.0, y, size);
	chart_text(t->out, text, t->width - 2 * GAP);
	buf_puts(t->out, "</text>");
}

static void put_tile(struct tiles *t, size_t row, double x, double y)
{
	const struct table *table = t->d->table;
	struct str label = table_cell(table, row, t->d->label), number = STR("\xe2\x80\x93");
	double value, part = 0;
	bool known = value_of(t, row, &value), coloured = known && is_coloured(t, row);
	if (coloured)
		part = t->high > t->low ? (value - t->low) / (t->high - t->low) : 0;
	if (known)
		number = chart_number(t->d, table_cell(table, row, t->d->values[0]));
	buf_fmt(t->out, "<g fill=\"%s\"><title>",
		!coloured    ? "currentColor"
		: part > 0.7 ? "#ffffff"
			     : "#000000");
	markup_text(t->out, label);
	buf_puts(t->out, ": ");
	markup_text(t->out, known ? table_cell(table, row, t->d->values[0]) : number);
	buf_fmt(t->out,
		"</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"", x, y,
		t->width - GAP, t->height - GAP);
	if (coloured)
		chart_shade(t->out, part);
	buf_puts(t->out, coloured ? "\"/>" : "none\" stroke=\"#999999\"/>");
	put_line(t, x, y + t->height / 2 - 4, " font-weight=\"bold\"",
		t->places[row].column >= 0 ? t->places[row].code : label);
	put_line(t, x, y + t->height / 2 + 14, "", number);
	buf_puts(t->out, "</g>\n");
}

/* On a map squares as large as it lets them be; else there is room for words. */
static void find_size(struct tiles *t)
{
	double across = (double)(t->right - t->left + 1), room = CHART_WIDTH - 2 * CHART_EDGE;
	t->width = room / (t->placed ? across : IN_A_LINE);
	if (t->placed && t->width > TILE_MAX)
		t->width = TILE_MAX;
	t->height = t->placed ? t->width : TILE_HEIGHT;
}

static double map_height(const struct tiles *t)
{
	return t->placed ? t->height * (double)(t->bottom - t->top + 1) + CHART_EDGE : 0;
}

void tiles_draw(const struct chart_data *d)
{
	struct tiles t = {.d = d, .out = d->page->out};
	find_places(&t);
	find_range(&t);
	find_size(&t);
	size_t in_a_line = (size_t)((CHART_WIDTH - 2 * CHART_EDGE) / t.width + 0.01), other = 0;
	size_t lines = (d->table->nrows - t.placed + in_a_line - 1) / in_a_line;
	double y = chart_open(
		d, chart_head(d) + map_height(&t) + t.height * (double)lines + CHART_EDGE);
	for (size_t row = 0; row < d->table->nrows; row++) {
		const struct place *p = &t.places[row];
		if (p->column >= 0) {
			put_tile(&t, row, CHART_EDGE + t.width * (double)(p->column - t.left),
				y + t.height * (double)(p->row - t.top));
			continue;
		}
		put_tile(&t, row, CHART_EDGE + t.width * (double)(other % in_a_line),
			y + map_height(&t) + t.height * (double)(other / in_a_line));
		other++;
	}
	chart_close(d);
}
