#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "input/rows.h"
#include "input/sheet.h"
#include "input/workbook.h"

/*
 * The sheet is parsed up to the end of a row, the row is given, and parsing is taken up again. A
 * cell has a type, a style, and a value, which is the number of a shared string, or stands inline.
 */
enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOLEAN, CELL_ERROR, CELL_DAY };

struct xlsx {
	struct rows *rows;
	struct container *container;
	struct workbook book;
	const struct workbook_sheet *which;
	struct xml *xml;
	struct sheet sheet;
	size_t next_row, next_column; /* where a row and a cell without a name stand */
	bool held, ended;             /* a row is parsed and not given; the sheet has ended */

	size_t column;
	enum cell_type type;
	size_t style;
	bool formula, takes_text;
	unsigned phonetic;
	struct buf text, decoded, name;
};

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

static enum cell_type cell_type(const char *type)
{
	if (!type || is(type, "n"))
		return CELL_NUMBER;
	if (is(type, "s"))
		return CELL_SHARED;
	if (is(type, "b"))
		return CELL_BOOLEAN;
	if (is(type, "e"))
		return CELL_ERROR;
	return is(type, "d") ? CELL_DAY : CELL_TEXT;
}

static void begin_row(struct xlsx *x, const char **attributes)
{
	const char *number = xml_attribute(attributes, "r");
	unsigned long row = number ? strtoul(number, NULL, 10) : x->next_row;
	if (row < x->next_row || row > SHEET_ROWS) {
		xml_fail(x->xml, "a row out of its order");
		return;
	}
	x->next_row = row + 1;
	x->next_column = 0;
	sheet_begin(&x->sheet, row);
}

static void begin_cell(struct xlsx *x, const char **attributes)
{
	const char *name = xml_attribute(attributes, "r"), *style = xml_attribute(attributes, "s");
	size_t column = x->next_column, row;
	if (name && !sheet_cell_parse(name, &column, &row))
		xml_fail(x->xml, "a cell without a proper name");
	else if (column < x->next_column || column >= SHEET_COLUMNS)
		xml_fail(x->xml, "a cell out of its order");
	x->column = column;
	x->next_column = column + 1;
	x->type = cell_type(xml_attribute(attributes, "t"));
	x->style = style ? strtoul(style, NULL, 10) : 0;
	x->formula = false;
	buf_clear(&x->text);
}

static void on_start(void *state, const char *name, const char **attributes)
{
	struct xlsx *x = state;
	if (is(name, "c"))
		begin_cell(x, attributes);
	else if (is(name, "v") || (is(name, "t") && !x->phonetic))
		x->takes_text = true;
	else if (is(name, "f"))
		x->formula = true;
	else if (is(name, "row"))
		begin_row(x, attributes);
	else if (is(name, "rPh"))
		x->phonetic++;
}

static void on_text(void *state, struct str text)
{
	struct xlsx *x = state;
	if (x->takes_text && x->text.n <= LIMIT_FIELD)
		buf_addstr(&x->text, text);
}

static const char *cell_name(struct xlsx *x)
{
	return sheet_cell_name(&x->name, x->which->name.text, x->column, x->sheet.number);
}

static struct pos place(const struct xlsx *x)
{
	return (struct pos){x->rows->source->name, x->sheet.number};
}

/* The decoded text; most has nothing to decode. */
static struct str plain_text(struct xlsx *x, struct str text)
{
	if (str_find(text, STR("_x")) == text.n)
		return text;
	buf_clear(&x->decoded);
	workbook_decode(&x->decoded, text);
	return buf_str(&x->decoded);
}

static void add_number(struct xlsx *x, struct str text)
{
	char day[NUMBER_MAX];
	double number;
	enum workbook_kind kind = workbook_kind(&x->book, x->style);
	bool date = kind != WORKBOOK_NUMBER && number_parse(text, &number);
	struct pos pos = place(x);
	if (date && workbook_write(kind, number, x->book.since_1904, day)) {
		sheet_add(&x->sheet, x->column, str_of(day), false);
		return;
	}
	if (date && !x->rows->glance)
		warn_at(&pos, "'" STR_FMT "' in cell %s is no date, left as a number",
			STR_ARG(text), cell_name(x));
	sheet_add_number(&x->sheet, x->column, text);
}

static void add_shared(struct xlsx *x, struct str text)
{
	struct str shared = STR("?");
	double number;
	bool known = number_parse(text, &number) && number >= 0 && number < WORKBOOK_STRINGS &&
	             (x->rows->glance || workbook_string(&x->book, (size_t)number, &shared));
	if (known)
		sheet_add(&x->sheet, x->column, plain_text(x, shared), false);
	else
		xml_fail(x->xml, "a cell with a text that is not there");
}

static void end_cell(struct xlsx *x)
{
	struct str text = buf_str(&x->text);
	struct pos pos = place(x);
	x->takes_text = false;
	if (text.n == 0 && x->formula && x->type == CELL_NUMBER && !x->rows->glance)
		warn_at(&pos, "formula without a value in cell %s, taken as empty", cell_name(x));
	if (text.n == 0)
		return;
	switch (x->type) {
	case CELL_NUMBER: add_number(x, text); break;
	case CELL_SHARED: add_shared(x, text); break;
	case CELL_TEXT: sheet_add(&x->sheet, x->column, plain_text(x, text), false); break;
	case CELL_DAY: sheet_add(&x->sheet, x->column, sheet_moment(text), false); break;
	case CELL_BOOLEAN:
		sheet_add(
			&x->sheet, x->column, text.p[0] == '1' ? STR("TRUE") : STR("FALSE"), false);
		break;
	case CELL_ERROR:
		if (!x->rows->glance)
			warn_at(&pos, "error '" STR_FMT "' in cell %s, taken as empty",
				STR_ARG(text), cell_name(x));
		break;
	}
}

static void on_end(void *state, const char *name)
{
	struct xlsx *x = state;
	if (is(name, "c")) {
		end_cell(x);
	} else if (is(name, "v") || is(name, "t")) {
		x->takes_text = false;
	} else if (is(name, "rPh")) {
		x->phonetic -= x->phonetic > 0;
	} else if (is(name, "row") && !sheet_is_blank(&x->sheet)) {
		x->held = true;
		xml_stop(x->xml);
	}
}

static void xlsx_close(void *state)
{
	struct xlsx *x = state;
	xml_close(x->xml);
	workbook_release(&x->book);
	container_close(x->container);
	sheet_release(&x->sheet);
	buf_release(&x->text);
	buf_release(&x->decoded);
	buf_release(&x->name);
	free(x);
}

/* The sheet that is asked for, by its name or number; the first one that has cells. */
static bool choose_sheet(struct xlsx *x, struct buf *why)
{
	struct sheet_name *names = mem_zero(x->book.nsheets + 1, sizeof *names);
	size_t n = 0, chosen;
	for (size_t i = 0; i < x->book.nsheets; i++)
		if (x->book.sheets[i].part) {
			x->book.sheets[n] = x->book.sheets[i];
			names[n++] = x->book.sheets[i].name;
		}
	bool ok = sheet_choose(x->rows, names, n, &chosen, why);
	free(names);
	if (ok)
		x->which = &x->book.sheets[chosen];
	return ok;
}

static bool begin(struct xlsx *x, struct buf *why)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	int fd = source_seekable(x->rows->source, why);
	x->container = fd < 0 ? NULL : container_open(fd, why);
	if (!x->container || !workbook_open(&x->book, x->container, why) || !choose_sheet(x, why))
		return false;
	if (!x->rows->glance && !workbook_read_strings(&x->book, why))
		return false;
	struct part *part = part_open(x->container, x->which->part, why);
	if (!part)
		return false;
	x->xml = xml_open(part, &handlers, x);
	return true;
}

static void *xlsx_open(struct rows *r)
{
	struct xlsx *x = mem_zero(1, sizeof *x);
	x->rows = r;
	x->next_row = 1;
	if (begin(x, &r->why))
		return x;
	xlsx_close(x);
	return NULL;
}

static enum rows_status xlsx_next(struct rows *r, struct row *row)
{
	struct xlsx *x = r->state;
	if (!x->held && !x->ended) {
		enum xml_status status = xml_run(x->xml, &r->why);
		x->ended = status == XML_END;
		if (status == XML_BAD) {
			row->pos = place(x);
			return ROWS_FAILED;
		}
	}
	if (!x->held)
		return ROWS_END;
	if (sheet_gap(&x->sheet, r, row))
		return ROWS_ROW;
	x->held = false;
	return sheet_give(&x->sheet, r, row);
}

const struct rows_format ROWS_XLSX = {.name = "xlsx",
	.open = xlsx_open,
	.next = xlsx_next,
	.close = xlsx_close,
	.form = SOURCE_ZIP};
