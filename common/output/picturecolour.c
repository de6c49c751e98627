#include <math.h>
#include <stdlib.h>

#include "base/near.h"
#include "output/chart.h"
#include "output/labels.h"
#include "output/picture.h"
#include "record/header.h"
#include "record/number.h"

/* In the order of chart_colours, without the grey, which means other. */
static const size_t COLOURS[PICTURE_COLOURS] = {0, 1, 2, 3, 4, 5, 7};
enum { GREY = 6 };

#define DASH "\xe2\x80\x93"

static const char NO_VALUE[] = "#ffffff";

/* The colour of nodes where none are asked for. */
static const struct class PLAIN = {.colour = "#0072b2"};

static void column_values(struct picture *p, size_t column)
{
	for (size_t i = 0; i < p->g->nodes; i++)
		p->values[i] = node_table_value(p->table, p->g->number[i], column);
}

static bool measure_values(struct picture *p, const char *name)
{
	double *numbers = picture_measure(p, name);
	for (size_t i = 0; numbers && i < p->g->nodes; i++)
		if (isfinite(numbers[i]))
			p->values[i] = shown_number(&p->arena, numbers[i]);
	return numbers;
}

/* The numbers of groups, which are no amounts. */
static bool is_group(struct str name)
{
	static const char *const names[] = {"community", "component", "wcc", "scc"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

/* Fills p->part, and says whether all values are numbers. */
static bool read_scale(struct picture *p)
{
	bool any = false;
	p->part = arena_alloc(&p->arena, p->g->nodes + 1, sizeof *p->part);
	p->low = INFINITY;
	p->high = -INFINITY;
	for (size_t i = 0; i < p->g->nodes; i++) {
		p->part[i] = NAN;
		if (!p->values[i].n)
			continue;
		if (!number_parse(p->values[i], &p->part[i]))
			return false;
		p->low = fmin(p->low, p->part[i]);
		p->high = fmax(p->high, p->part[i]);
		any = true;
	}
	for (size_t i = 0; i < p->g->nodes; i++)
		p->part[i] = p->high > p->low
		                     ? (p->part[i] / 2 - p->low / 2) / (p->high / 2 - p->low / 2)
		                     : p->part[i] - p->low;
	return any;
}

static int by_frequency(const void *a, const void *b)
{
	const struct class *x = a, *y = b;
	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	double a_number, b_number;
	if (number_parse(x->name, &a_number) && number_parse(y->name, &b_number) &&
		a_number != b_number)
		return a_number < b_number ? -1 : 1;
	return str_cmp(x->name, y->name);
}

/* The values and how often each is, the most frequent first; the nodes without one. */
static size_t count_values(struct picture *p, const struct intern *values, const uint32_t *of)
{
	size_t missing = 0;
	p->classes = arena_zero(&p->arena, values->n + 2, sizeof *p->classes);
	for (size_t k = 0; k < values->n; k++)
		p->classes[k].name = arena_str(&p->arena, intern_text(values, (uint32_t)k));
	for (size_t i = 0; i < p->g->nodes; i++) {
		if (of[i] == INTERN_NONE)
			missing++;
		else
			p->classes[of[i]].n++;
	}
	qsort(p->classes, values->n, sizeof *p->classes, by_frequency);
	return missing;
}

/* Which class each value is, the rare ones that of all others. */
static void assign(struct picture *p, const struct intern *values, const uint32_t *of, size_t named)
{
	uint32_t *class_of = arena_alloc(&p->arena, values->n + 1, sizeof *class_of);
	uint32_t missing = (uint32_t)(values->n > named ? named + 1 : named);
	for (size_t k = 0; k < values->n; k++)
		class_of[intern_find(values, p->classes[k].name)] =
			(uint32_t)(k < named ? k : named);
	for (size_t i = 0; i < p->g->nodes; i++)
		p->class[i] = of[i] == INTERN_NONE ? missing : class_of[of[i]];
}

static void name_classes(struct picture *p, size_t distinct, size_t missing)
{
	size_t named = distinct < CLASSES_MOST ? distinct : CLASSES_MOST;
	for (size_t k = 0; k < named; k++) {
		p->classes[k].colour = chart_colours[COLOURS[k % PICTURE_COLOURS]];
		p->classes[k].square = k >= PICTURE_COLOURS;
	}
	p->nclasses = named;
	if (distinct > named) {
		size_t rest = 0;
		for (size_t k = named; k < distinct; k++)
			rest += p->classes[k].n;
		p->classes[p->nclasses++] = (struct class){
			.name = arena_fmt(&p->arena, STR_FMT " (%zu)",
				STR_ARG(labels_word("other", p->look->lang)), distinct - named),
			.n = rest,
			.colour = chart_colours[GREY]};
	}
	if (missing)
		p->classes[p->nclasses++] =
			(struct class){.name = labels_word("none", p->look->lang),
				.n = missing,
				.colour = NO_VALUE};
}

static void label_classes(struct picture *p, size_t named)
{
	struct column column = {.name = p->colour_name, .title = p->colour_name};
	struct table t = {.columns = &column, .ncolumns = 1, .nrows = named};
	t.cells = arena_zero(&p->arena, named + 1, sizeof *t.cells);
	for (size_t k = 0; k < named; k++)
		t.cells[k] = p->classes[k].name;
	labels_apply(&t, p->look->lang);
	for (size_t k = 0; k < named; k++)
		p->classes[k].name = arena_str(&p->arena, t.cells[k]);
	arena_release(&t.arena);
}

static void make_classes(struct picture *p)
{
	struct intern values = {0};
	uint32_t *of = arena_alloc(&p->arena, p->g->nodes + 1, sizeof *of);
	for (size_t i = 0; i < p->g->nodes; i++)
		of[i] = p->values[i].n ? intern_add(&values, p->values[i]) : INTERN_NONE;
	p->scale = values.n > CLASSES_MOST && !is_group(p->colour_name) && read_scale(p);
	if (!p->scale) {
		size_t missing = count_values(p, &values, of);
		assign(p, &values, of, values.n < CLASSES_MOST ? values.n : CLASSES_MOST);
		name_classes(p, values.n, missing);
		if (p->look->labelled)
			label_classes(p, values.n < CLASSES_MOST ? values.n : CLASSES_MOST);
	}
	if (p->look->labelled)
		p->colour_name = labels_column(p->colour_name, p->look->lang);
	intern_release(&values);
}

static bool unknown_column(struct picture *p, const char *name)
{
	buf_clear(p->why);
	buf_fmt(p->why, "there is no column or measure '%s' to colour by", name);
	near_suggest(str_of(name), p->table->names, p->table->ncolumns, p->why);
	return false;
}

bool picture_colour(struct picture *p)
{
	const char *name = p->look->colour ? p->look->colour : "community";
	long column = node_table_find(p->table, name);
	p->class = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->class);
	p->values = arena_zero(&p->arena, p->g->nodes + 1, sizeof *p->values);
	if (column == COLUMN_NONE && str_eq(str_of(name), STR("none"))) {
		p->classes = arena_zero(&p->arena, 1, sizeof *p->classes);
		p->classes[0] = PLAIN;
		p->classes[0].n = p->g->nodes;
		p->nclasses = 1;
		return true;
	}
	if (column != COLUMN_NONE)
		column_values(p, (size_t)column);
	else if (!measure_values(p, name))
		return unknown_column(p, name);
	p->colour_name = str_of(name);
	make_classes(p);
	return true;
}

void scale_colour(double part, char colour[static 8])
{
	struct buf text = {0};
	if (isnan(part))
		buf_puts(&text, NO_VALUE);
	else
		chart_shade(&text, 0.15 + 0.85 * part);
	memcpy(colour, buf_cstr(&text), 8);
	buf_release(&text);
}

struct str picture_value(const struct picture *p, size_t node)
{
	if (!p->values[node].n)
		return STR(DASH);
	bool named = !p->scale && p->class[node] < CLASSES_MOST;
	return named ? p->classes[p->class[node]].name : p->values[node];
}

struct str picture_amount(const struct picture *p, size_t node, struct arena *arena)
{
	return isnan(p->size[node]) ? STR(DASH) : shown_number(arena, p->size[node]);
}
