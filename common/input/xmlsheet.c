#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "input/rows.h"
#include "input/sheet.h"
#include "input/xml.h"

/*
 * Workbooks in XML, which Excel 2002 and 2003 wrote and portals still give out (Microsoft, "XML
 * Spreadsheet Reference"). A cell holds its value and the type of it. All is one text that passes
 * by once, so the sheets behind the one that is read are not known.
 */
struct xmlsheet {
	struct rows *rows;
	struct xml *xml;
	struct arena arena;
	struct sheet_name *names;
	size_t nnames, cap_names;
	struct sheet sheet;
	size_t next_row, next_column; /* where a row and a cell without a number stand */
	size_t spanned;               /* by the cell, beside its own column */
	bool reading, held, ended;
	bool in_data;
	size_t comment; /* how deep in comments */
	char type;      /* N S D B E: the first letter of its name */
	struct buf text, cell_name;
};

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

/* A number from `least` to `most`, which is what stands in its attribute or comes by itself. */
static size_t place_of(struct xmlsheet *x, const char **attributes, size_t least, size_t most)
{
	const char *text = xml_prefixed(attributes, "Index");
	unsigned long number = text ? strtoul(text, NULL, 10) : least;
	if (number < least || number > most) {
		xml_fail(x->xml,
			most == SHEET_ROWS ? "a row out of its order" : "a cell out of its order");
		return least;
	}
	return number;
}

static void begin_sheet(struct xmlsheet *x, const char **attributes)
{
	enum { SHEETS = 1024 };
	struct str name = str_of(xml_prefixed(attributes, "Name"));
	size_t chosen = 0;
	if (x->nnames == SHEETS) {
		xml_fail(x->xml, "too many sheets");
		return;
	}
	x->names = mem_grow(x->names, x->nnames, &x->cap_names, sizeof *x->names);
	x->names[x->nnames++] = (struct sheet_name){arena_str(&x->arena, name), false};
	x->reading = !x->rows->sheet || (sheet_find(x->rows->sheet, x->names, x->nnames, &chosen) &&
						chosen + 1 == x->nnames);
}

static void begin_row(struct xmlsheet *x, const char **attributes)
{
	size_t row = place_of(x, attributes, x->next_row, SHEET_ROWS);
	x->next_row = row + 1;
	x->next_column = 1;
	sheet_begin(&x->sheet, row);
}

static void begin_cell(struct xmlsheet *x, const char **attributes)
{
	const char *across = xml_prefixed(attributes, "MergeAcross");
	unsigned long spanned = across ? strtoul(across, NULL, 10) : 0;
	x->next_column = place_of(x, attributes, x->next_column, SHEET_COLUMNS);
	x->spanned = spanned < SHEET_COLUMNS ? spanned : SHEET_COLUMNS;
	x->type = '\0';
	buf_clear(&x->text);
}

static void begin_data(struct xmlsheet *x, const char **attributes)
{
	const char *type = xml_prefixed(attributes, "Type");
	x->type = type ? *type : 'S';
	x->in_data = true;
}

static void on_start(void *state, const char *name, const char **attributes)
{
	struct xmlsheet *x = state;
	x->comment += x->comment || is(name, "Comment");
	if (is(name, "Worksheet"))
		begin_sheet(x, attributes);
	if (!x->reading || x->comment)
		return;
	if (is(name, "Row"))
		begin_row(x, attributes);
	else if (is(name, "Cell"))
		begin_cell(x, attributes);
	else if (is(name, "Data"))
		begin_data(x, attributes);
}

static void on_text(void *state, struct str text)
{
	struct xmlsheet *x = state;
	if (x->in_data && !x->comment && x->text.n <= LIMIT_FIELD)
		buf_addstr(&x->text, text);
}

/* Times of a day have the day before the calendar begins. */
static struct str moment(struct str text)
{
	static const struct str before = STR_CONST("1899-12-31T");
	text = sheet_moment(text);
	return str_starts(text, before) ? str_from(text, before.n) : text;
}

static void end_cell(struct xmlsheet *x)
{
	struct str text = buf_str(&x->text);
	struct pos pos = {x->rows->source->name, x->sheet.number};
	size_t column = x->next_column - 1;
	x->next_column += 1 + x->spanned;
	if (x->type == 'E' && !x->rows->glance)
		warn_at(&pos, "error '" STR_FMT "' in cell %s, taken as empty", STR_ARG(text),
			sheet_cell_name(&x->cell_name, x->names[x->nnames - 1].text, column,
				x->sheet.number));
	switch (x->type) {
	case 'N': sheet_add_number(&x->sheet, column, text); break;
	case 'D': sheet_add(&x->sheet, column, moment(text), false); break;
	case 'B':
		text = str_eq(text, STR("1")) ? STR("TRUE") : STR("FALSE");
		sheet_add(&x->sheet, column, text, false);
		break;
	case 'S': sheet_add(&x->sheet, column, text, false); break;
	default: break;
	}
}

static void on_end(void *state, const char *name)
{
	struct xmlsheet *x = state;
	if (x->comment) {
		x->comment--;
		return;
	}
	if (!x->reading)
		return;
	if (is(name, "Data")) {
		x->in_data = false;
	} else if (is(name, "Cell")) {
		end_cell(x);
	} else if (is(name, "Row") && !sheet_is_blank(&x->sheet)) {
		x->held = true;
		xml_stop(x->xml);
	} else if (is(name, "Worksheet")) {
		x->ended = true;
		xml_stop(x->xml);
	}
}

static void xmlsheet_close(void *state)
{
	struct xmlsheet *x = state;
	xml_close(x->xml);
	arena_release(&x->arena);
	sheet_release(&x->sheet);
	buf_release(&x->text);
	buf_release(&x->cell_name);
	free(x->names);
	free(x);
}

static void *xmlsheet_open(struct rows *r)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	struct xmlsheet *x = mem_zero(1, sizeof *x);
	x->rows = r;
	x->next_row = 1;
	x->xml = xml_open_text(r->source, &handlers, x);
	return x;
}

/* Reads on to the next row that has a value. */
static enum rows_status read_row(struct xmlsheet *x, struct buf *why)
{
	size_t chosen;
	enum xml_status status = xml_run(x->xml, why);
	if (status == XML_BAD)
		return ROWS_FAILED;
	if (status == XML_END && !x->reading && !x->rows->glance) {
		sheet_choose(x->rows, x->names, x->nnames, &chosen, why);
		return ROWS_FAILED;
	}
	x->ended |= status == XML_END;
	return x->ended ? ROWS_END : ROWS_ROW;
}

static enum rows_status xmlsheet_next(struct rows *r, struct row *row)
{
	struct xmlsheet *x = r->state;
	enum rows_status status = x->held ? ROWS_ROW : x->ended ? ROWS_END : read_row(x, &r->why);
	row->pos = (struct pos){r->source->name, x->sheet.number};
	if (status != ROWS_ROW)
		return status;
	if (sheet_gap(&x->sheet, r, row))
		return ROWS_ROW;
	x->held = false;
	return sheet_give(&x->sheet, r, row);
}

const struct rows_format ROWS_XML = {
	.name = "xml", .open = xmlsheet_open, .next = xmlsheet_next, .close = xmlsheet_close};
