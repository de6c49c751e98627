#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "input/rows.h"
#include "input/sheet.h"
#include "input/xml.h"

/*
 * Sheets of OpenDocument (ISO/IEC 26300). All of them stand in one part, so their names are only
 * known behind a pass over it, which is made where they are asked for. Cells and rows may say that
 * they are repeated.
 */
enum { SHEET_DEPTH = 4, ODS_SHEETS = 1024 };

struct ods {
	struct rows *rows;
	struct container *container;
	struct xml *xml;
	struct arena arena;
	struct sheet_name *names;
	size_t nnames, cap_names;
	bool encrypted;

	struct intern hidden; /* styles of sheets that are not shown */
	struct str style;     /* that is being read */
	bool seen_sheet;
	bool any;            /* the first sheet that is shown is read */
	size_t chosen, seen; /* sheets */
	struct str name;     /* of the sheet that is read */
	struct sheet sheet;
	size_t next_row, next_column;
	size_t held; /* how often the row is still to be given */
	bool reading, ended;

	size_t depth, cell_depth, skip_depth; /* 0: not in such an element */
	size_t repeated, repeated_rows;
	bool covered, error, in_paragraph, after_space;
	const char *type; /* a literal, or NULL */
	struct buf value; /* what the cell says that it is */
	struct buf text;  /* what it shows */
	struct buf cell_name;
};

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

static size_t repeats(const char **attributes, const char *name, size_t most)
{
	const char *text = xml_attribute(attributes, name);
	unsigned long n = text ? strtoul(text, NULL, 10) : 1;
	return n < 1 ? 1 : n > most ? most : n;
}

/* Styles stand before the sheets: whether one is shown is said by its style. */
static void see_style(struct ods *o, const char *name, const char **attributes)
{
	const char *style = xml_attribute(attributes, "style:name");
	const char *display = xml_attribute(attributes, "table:display");
	if (is(name, "style") && style)
		o->style = arena_str(&o->arena, str_of(style));
	else if (is(name, "table-properties") && display && is(display, "false"))
		intern_add(&o->hidden, o->style);
}

static bool is_hidden(const struct ods *o, const char **attributes)
{
	const char *style = xml_attribute(attributes, "table:style-name");
	return style && intern_find(&o->hidden, str_of(style)) != INTERN_NONE;
}

static void begin_table(struct ods *o, const char **attributes)
{
	const char *name = xml_attribute(attributes, "table:name");
	o->reading = o->any ? !is_hidden(o, attributes) : o->seen++ == o->chosen;
	o->any &= !o->reading;
	if (o->reading)
		o->name = arena_str(&o->arena, str_of(name));
}

static void begin_row(struct ods *o, const char **attributes)
{
	o->repeated_rows = repeats(attributes, "table:number-rows-repeated", 16 * SHEET_ROWS);
	sheet_begin(&o->sheet, o->next_row);
	o->next_row += o->repeated_rows;
	o->next_column = 0;
}

/* What holds the value of a cell of this type: an attribute, or its text. */
static const char *value_attribute(const char *type)
{
	static const char *const attributes[][2] = {
		{"float",      "office:value"        },
		{"percentage", "office:value"        },
		{"currency",   "office:value"        },
		{"date",       "office:date-value"   },
		{"time",       "office:time-value"   },
		{"boolean",    "office:boolean-value"},
	};
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (is(attributes[i][0], type))
			return attributes[i][1];
	return NULL;
}

static void begin_cell(struct ods *o, const char *name, const char **attributes)
{
	const char *type = xml_attribute(attributes, "office:value-type");
	const char *checked = xml_attribute(attributes, "calcext:value-type");
	const char *value;
	o->cell_depth = o->depth;
	o->covered = is(name, "covered-table-cell");
	o->error = checked && is(checked, "error");
	o->type = type ? value_attribute(type) : NULL;
	o->repeated = repeats(attributes, "table:number-columns-repeated", 16 * SHEET_COLUMNS);
	buf_clear(&o->text);
	buf_clear(&o->value);
	value = xml_attribute(attributes, o->type ? o->type : "office:string-value");
	if (o->type && !value) /* as some programs write truth values */
		value = xml_attribute(attributes, "office:value");
	if (value)
		buf_add(&o->value, value, strnlen(value, LIMIT_FIELD + 1));
}

/* Elements inside a paragraph; blanks are written as s, since others stand for one at most. */
static void add_element(struct ods *o, const char *name, const char **attributes)
{
	static const char *const beside[] = {"annotation", "note", "ruby-text", "frame"};
	if (o->text.n > LIMIT_FIELD)
		return;
	if (is(name, "s"))
		for (size_t n = repeats(attributes, "text:c", LIMIT_FIELD); n; n--)
			buf_putc(&o->text, ' ');
	else if (is(name, "tab"))
		buf_putc(&o->text, '\t');
	else if (is(name, "line-break"))
		buf_putc(&o->text, '\n');
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		if (is(name, beside[i]))
			o->skip_depth = o->depth;
}

static void on_start(void *state, const char *name, const char **attributes)
{
	struct ods *o = state;
	o->depth++;
	if (o->depth == SHEET_DEPTH && is(name, "table")) {
		o->seen_sheet = true;
		begin_table(o, attributes);
	}
	if (!o->seen_sheet)
		see_style(o, name, attributes);
	if (!o->reading || o->skip_depth)
		return;
	if (o->in_paragraph) {
		add_element(o, name, attributes);
	} else if (o->cell_depth && o->depth == o->cell_depth + 1 && is(name, "p")) {
		if (o->text.n)
			buf_putc(&o->text, '\n');
		o->in_paragraph = o->after_space = true;
	} else if (o->cell_depth) {
		o->skip_depth = o->depth;
	} else if (is(name, "table-cell") || is(name, "covered-table-cell")) {
		begin_cell(o, name, attributes);
	} else if (is(name, "table-row")) {
		begin_row(o, attributes);
	}
}

static void on_text(void *state, struct str text)
{
	struct ods *o = state;
	if (!o->in_paragraph || o->skip_depth)
		return;
	for (size_t i = 0; i < text.n && o->text.n <= LIMIT_FIELD; i++) {
		bool space = memchr(" \t\r\n", text.p[i], 4) != NULL;
		if (!space || !o->after_space)
			buf_putc(&o->text, space ? ' ' : text.p[i]);
		o->after_space = space;
	}
}

static struct pos place(const struct ods *o)
{
	return (struct pos){o->rows->source->name, o->sheet.number};
}

/* The days of a unit such as H in PT10H30M; 0 for what is none. */
static double unit_of_time(char unit, bool in_day)
{
	switch (unit) {
	case 'D': return in_day ? 0 : 1;
	case 'H': return in_day ? 1.0 / 24 : 0;
	case 'M': return in_day ? 1.0 / 1440 : 0;
	case 'S': return in_day ? 1.0 / 86400 : 0;
	default: return 0;
	}
}

/* PT10H30M00S is 10:30:00, and PT36H is 36:00:00; months and what is no length stay as they are. */
static struct str length_of_time(struct str text, char out[static NUMBER_MAX])
{
	struct str left = str_from(text, str_starts(text, STR("-")));
	bool in_day = false;
	double days = 0;
	if (!str_starts(left, STR("P")))
		return text;
	for (left = str_from(left, 1); left.n; left = str_from(left, 1)) {
		size_t n = 0;
		double number;
		if (!in_day && *left.p == 'T') {
			in_day = true;
			continue;
		}
		while (n < left.n && strchr("0123456789.", left.p[n]))
			n++;
		if (!number_parse(str_head(left, n), &number) || n == left.n ||
			unit_of_time(left.p[n], in_day) == 0)
			return text;
		days += number * unit_of_time(left.p[n], in_day);
		left = str_from(left, n);
	}
	return sheet_length(*text.p == '-' ? -days : days, out) ? str_of(out) : text;
}

static void add_value(struct ods *o, size_t column)
{
	char out[NUMBER_MAX];
	struct str value = buf_str(&o->value);
	if (!o->type)
		sheet_add(&o->sheet, column, value.n ? value : buf_str(&o->text), false);
	else if (is(o->type, "office:value"))
		sheet_add_number(&o->sheet, column, value);
	else if (is(o->type, "office:boolean-value"))
		sheet_add(&o->sheet, column,
			str_eq_ascii_case(value, STR("true")) ? STR("TRUE") : STR("FALSE"), false);
	else if (is(o->type, "office:time-value"))
		sheet_add(&o->sheet, column, length_of_time(value, out), false);
	else
		sheet_add(&o->sheet, column, sheet_moment(value), false);
}

static void end_cell(struct ods *o)
{
	struct pos pos = place(o);
	size_t column = o->next_column;
	bool empty = o->covered || o->error || (o->value.n == 0 && o->text.n == 0);
	o->cell_depth = 0;
	o->next_column += o->repeated;
	if (o->error && !o->rows->glance)
		warn_at(&pos, "error '" STR_FMT "' in cell %s, taken as empty",
			STR_ARG(buf_str(&o->text)),
			sheet_cell_name(&o->cell_name, o->name, column, o->sheet.number));
	for (; !empty && column < o->next_column && column <= LIMIT_COLUMNS; column++)
		add_value(o, column);
}

static void end_row(struct ods *o)
{
	if (sheet_is_blank(&o->sheet))
		return;
	o->held = o->repeated_rows;
	if (o->sheet.number + o->held > SHEET_ROWS + 1)
		xml_fail(o->xml, "more rows than a sheet has");
	else
		xml_stop(o->xml);
}

static void on_end(void *state, const char *name)
{
	struct ods *o = state;
	if (o->reading && o->depth == SHEET_DEPTH) {
		o->ended = true;
		o->reading = false;
		xml_stop(o->xml);
	} else if (o->skip_depth) {
		if (o->skip_depth == o->depth)
			o->skip_depth = 0;
	} else if (o->reading && o->depth == o->cell_depth) {
		end_cell(o);
	} else if (o->in_paragraph) {
		o->in_paragraph = o->depth != o->cell_depth + 1;
	} else if (o->reading && is(name, "table-row")) {
		end_row(o);
	}
	o->depth--;
}

static void ods_close(void *state)
{
	struct ods *o = state;
	xml_close(o->xml);
	container_close(o->container);
	sheet_release(&o->sheet);
	arena_release(&o->arena);
	buf_release(&o->value);
	buf_release(&o->text);
	buf_release(&o->cell_name);
	intern_release(&o->hidden);
	free(o->names);
	free(o);
}

static void see_name(void *state, const char *name, const char **attributes)
{
	struct ods *o = state;
	o->depth++;
	see_style(o, name, attributes);
	if (o->depth != SHEET_DEPTH || !is(name, "table") || o->nnames == ODS_SHEETS)
		return;
	o->names = mem_grow(o->names, o->nnames, &o->cap_names, sizeof *o->names);
	o->names[o->nnames++] = (struct sheet_name){
		arena_str(&o->arena, str_of(xml_attribute(attributes, "table:name"))),
		is_hidden(o, attributes),
	};
}

static void see_end(void *state, const char *name)
{
	struct ods *o = state;
	(void)name;
	o->depth--;
}

static bool choose_sheet(struct ods *o, struct buf *why)
{
	static const struct xml_handlers handlers = {see_name, see_end, NULL};
	o->any = !o->rows->sheet && !diag_is_verbose();
	if (o->any)
		return true;
	return xml_read(o->container, "content.xml", &handlers, o, &o->xml, why) &&
	       sheet_choose(o->rows, o->names, o->nnames, &o->chosen, why);
}

static void see_encryption(void *state, const char *name, const char **attributes)
{
	struct ods *o = state;
	(void)attributes;
	o->encrypted |= is(name, "encryption-data");
}

static bool is_readable(struct ods *o, struct buf *why)
{
	static const char manifest[] = "META-INF/manifest.xml";
	static const struct xml_handlers handlers = {see_encryption, NULL, NULL};
	if (container_has(o->container, manifest) &&
		!xml_read(o->container, manifest, &handlers, o, &o->xml, why))
		return false;
	if (o->encrypted)
		buf_puts(why, "protected by a password; save it without one");
	else if (!container_has(o->container, "content.xml"))
		container_explain(o->container, "ods", why);
	return why->n == 0;
}

static bool begin(struct ods *o, struct buf *why)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	int fd = source_seekable(o->rows->source, why);
	o->container = fd < 0 ? NULL : container_open(fd, why);
	if (!o->container || !is_readable(o, why) || !choose_sheet(o, why))
		return false;
	struct part *part = part_open(o->container, "content.xml", why);
	if (!part)
		return false;
	o->xml = xml_open(part, &handlers, o);
	return true;
}

static void *ods_open(struct rows *r)
{
	struct ods *o = mem_zero(1, sizeof *o);
	o->rows = r;
	o->next_row = 1;
	if (begin(o, &r->why))
		return o;
	ods_close(o);
	return NULL;
}

static enum rows_status ods_next(struct rows *r, struct row *row)
{
	struct ods *o = r->state;
	if (!o->held && !o->ended) {
		enum xml_status status = xml_run(o->xml, &r->why);
		o->ended |= status == XML_END;
		if (status == XML_BAD) {
			row->pos = place(o);
			return ROWS_FAILED;
		}
	}
	if (!o->held && o->any && o->seen_sheet) {
		buf_puts(&r->why, "all sheets are hidden; say with --sheet which");
		row->pos = place(o);
		return ROWS_FAILED;
	}
	if (!o->held)
		return ROWS_END;
	if (sheet_gap(&o->sheet, r, row))
		return ROWS_ROW;
	enum rows_status status = sheet_give(&o->sheet, r, row);
	o->held--;
	o->sheet.number++;
	return status;
}

const struct rows_format ROWS_ODS = {
	.name = "ods", .open = ods_open, .next = ods_next, .close = ods_close, .form = SOURCE_ZIP};
