#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "input/biff.h"
#include "input/rows.h"
#include "input/sheet.h"
#include "input/workbook.h"

/*
 * Workbooks of Excel 5 to 2003. The records at the beginning of the stream say what sheets, texts
 * and styles there are; those of the sheet are its cells, row by row. A formula comes with its
 * result.
 */
enum { XLS_SHEETS = 1024, XLS_VISIBLE = 0, XLS_CELLS = 0, XLS_LAST = 65536 };

struct xls_sheet {
	struct sheet_name name;
	uint32_t at; /* in the stream */
};

struct xls {
	struct rows *rows;
	struct biff biff;
	struct arena arena;
	struct buf text, cell;

	struct xls_sheet *sheets;
	size_t nsheets, cap_sheets, chosen;
	struct buf strings; /* shared ones */
	size_t *ends;
	size_t nstrings, cap_ends;
	struct workbook_format *formats;
	size_t nformats, cap_formats;
	unsigned char *kinds; /* of the styles */
	size_t nstyles, cap_kinds;
	bool since_1904;

	struct sheet sheet;
	bool row_begun, pending, ended; /* pending: the record at hand is of the next row */
	bool waiting;                   /* for the text that a formula has given */
	size_t column, next_column;
};

static void read_sheet(struct xls *x)
{
	struct biff *b = &x->biff;
	uint32_t at = biff_32(b), kind = biff_16(b);
	buf_clear(&x->text);
	biff_text(b, 1, &x->text);
	if (kind >> 8 != XLS_CELLS || x->nsheets == XLS_SHEETS)
		return;
	x->sheets = mem_grow(x->sheets, x->nsheets, &x->cap_sheets, sizeof *x->sheets);
	x->sheets[x->nsheets++] = (struct xls_sheet){
		{arena_str(&x->arena, buf_str(&x->text)), (kind & 3) != XLS_VISIBLE},
                at
        };
}

static void read_strings(struct xls *x)
{
	struct biff *b = &x->biff;
	biff_32(b);
	uint32_t n = biff_32(b);
	for (uint32_t i = 0; i < n && !b->cut; i++) {
		biff_text(b, 2, &x->strings);
		x->ends = mem_grow(x->ends, x->nstrings, &x->cap_ends, sizeof *x->ends);
		x->ends[x->nstrings++] = x->strings.n;
	}
}

static void read_format(struct xls *x)
{
	unsigned long id = biff_16(&x->biff);
	buf_clear(&x->text);
	biff_text(&x->biff, x->biff.short_text ? 1 : 2, &x->text);
	if (x->nformats == WORKBOOK_FORMATS)
		return;
	x->formats = mem_grow(x->formats, x->nformats, &x->cap_formats, sizeof *x->formats);
	x->formats[x->nformats++] =
		(struct workbook_format){id, workbook_format_kind(buf_cstr(&x->text))};
}

static void read_style(struct xls *x)
{
	biff_16(&x->biff);
	unsigned long id = biff_16(&x->biff);
	if (x->nstyles == WORKBOOK_STYLES)
		return;
	x->kinds = mem_grow(x->kinds, x->nstyles, &x->cap_kinds, sizeof *x->kinds);
	x->kinds[x->nstyles++] = (unsigned char)workbook_kind_of(x->formats, x->nformats, id);
}

/* The encoding of texts before Excel 97; what the user says goes before. */
static void read_code_page(struct xls *x)
{
	unsigned page = biff_16(&x->biff);
	char name[32];
	const char *said = x->rows->source->encoding;
	if (page == 10000 || page == 32768)
		snprintf(name, sizeof name, "MACINTOSH");
	else
		snprintf(name, sizeof name, "CP%u", page == 32769 ? 1252 : page);
	if (x->biff.short_text && !x->rows->source->charset && !(said && charset_is_utf8(said)))
		x->rows->source->charset = charset_open(said ? said : name);
	x->biff.charset = x->rows->source->charset;
}

static void read_global(struct xls *x, struct buf *why)
{
	switch (x->biff.type) {
	case BIFF_PASSWORD: buf_puts(why, "protected by a password; save it without one"); break;
	case BIFF_1904: x->since_1904 = biff_16(&x->biff) == 1; break;
	case BIFF_CODE_PAGE: read_code_page(x); break;
	case BIFF_SHEET: read_sheet(x); break;
	case BIFF_STRINGS: read_strings(x); break;
	case BIFF_FORMAT: read_format(x); break;
	case BIFF_STYLE: read_style(x); break;
	default: break;
	}
}

/* What stands before the sheets. */
static bool read_globals(struct xls *x, struct buf *why)
{
	struct biff *b = &x->biff;
	if (!biff_next(b) || b->type != BIFF_BEGIN) {
		buf_puts(why, "no workbook of Excel 5 to 2003");
		return false;
	}
	uint32_t version = biff_16(b);
	b->short_text = version < BIFF_8;
	while (why->n == 0 && biff_next(b) && b->type != BIFF_EOF)
		read_global(x, why);
	if (why->n == 0 && (b->type != BIFF_EOF || b->cut))
		buf_puts(why, "the workbook is cut or damaged");
	return why->n == 0;
}

static bool choose_sheet(struct xls *x, struct buf *why)
{
	struct sheet_name *names = mem_zero(x->nsheets + 1, sizeof *names);
	for (size_t i = 0; i < x->nsheets; i++)
		names[i] = x->sheets[i].name;
	bool ok = sheet_choose(x->rows, names, x->nsheets, &x->chosen, why);
	free(names);
	if (!ok)
		return false;
	x->biff.at = x->sheets[x->chosen].at;
	if (biff_next(&x->biff) && x->biff.type == BIFF_BEGIN)
		return true;
	buf_puts(why, "the workbook is cut or damaged");
	return false;
}

static bool begin(struct xls *x, struct buf *why)
{
	int fd = source_seekable(x->rows->source, why);
	struct compound *c = fd < 0 ? NULL : compound_open(fd, why);
	if (!c)
		return false;
	x->biff.file = c;
	if (compound_has(c, "EncryptedPackage"))
		buf_puts(why, "protected by a password; save it without one");
	else if (!compound_choose(c, "Workbook") && !compound_choose(c, "Book"))
		buf_puts(why, compound_has(c, "Workbook") || compound_has(c, "Book")
				      ? "the workbook is cut or damaged"
				      : "no workbook in it, as a document of Word has none");
	x->rows->source->is_utf8 = true; /* or decoded */
	return why->n == 0 && read_globals(x, why) && choose_sheet(x, why);
}

static void xls_close(void *state)
{
	struct xls *x = state;
	compound_close(x->biff.file);
	sheet_release(&x->sheet);
	arena_release(&x->arena);
	buf_release(&x->text);
	buf_release(&x->cell);
	buf_release(&x->strings);
	free(x->sheets);
	free(x->ends);
	free(x->formats);
	free(x->kinds);
	free(x);
}

static void *xls_open(struct rows *r)
{
	struct xls *x = mem_zero(1, sizeof *x);
	x->rows = r;
	if (begin(x, &r->why))
		return x;
	xls_close(x);
	return NULL;
}

static struct pos place(const struct xls *x)
{
	return (struct pos){x->rows->source->name, x->sheet.number};
}

static const char *cell_name(struct xls *x)
{
	return sheet_cell_name(
		&x->cell, x->sheets[x->chosen].name.text, x->column, x->sheet.number);
}

static void add_number(struct xls *x, size_t style, double number)
{
	char out[NUMBER_MAX];
	struct pos pos = place(x);
	enum workbook_kind kind =
		style < x->nstyles ? (enum workbook_kind)x->kinds[style] : WORKBOOK_NUMBER;
	if (!isfinite(number))
		return;
	if (workbook_write(kind, number, x->since_1904, out)) {
		sheet_add(&x->sheet, x->column, str_of(out), false);
		return;
	}
	struct str text = {out, number_format(number, out)};
	if (kind != WORKBOOK_NUMBER && !x->rows->glance)
		warn_at(&pos, "'" STR_FMT "' in cell %s is no date, left as a number",
			STR_ARG(text), cell_name(x));
	sheet_add(&x->sheet, x->column, text, true);
}

static void add_truth(struct xls *x, unsigned value, bool error)
{
	static const struct {
		unsigned code;
		const char *name;
	} errors[] = {
		{0x00, "#NULL!" },
		{0x07, "#DIV/0!"},
		{0x0F, "#VALUE!"},
		{0x17, "#REF!"  },
		{0x1D, "#NAME?" },
		{0x24, "#NUM!"  },
		{0x2A, "#N/A"   },
	};
	struct pos pos = place(x);
	const char *name = "?";
	if (!error) {
		sheet_add(&x->sheet, x->column, value ? STR("TRUE") : STR("FALSE"), false);
		return;
	}
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].code == value)
			name = errors[i].name;
	if (!x->rows->glance)
		warn_at(&pos, "error '%s' in cell %s, taken as empty", name, cell_name(x));
}

/* The text that was promised has not come. */
static void end_waiting(struct xls *x)
{
	struct pos pos = place(x);
	if (x->waiting && !x->rows->glance)
		warn_at(&pos, "formula without a value in cell %s, taken as empty", cell_name(x));
	x->waiting = false;
}

/* The result is a number, or says that it is none. */
static void add_formula(struct xls *x, size_t style)
{
	enum { RESULT_TEXT, RESULT_TRUTH, RESULT_ERROR };
	unsigned char result[8];
	double number;
	biff_bytes(&x->biff, result, sizeof result);
	memcpy(&number, result, sizeof number); /* both are little-endian */
	if (result[6] != 0xFF || result[7] != 0xFF)
		add_number(x, style, number);
	else if (result[0] == RESULT_TRUTH || result[0] == RESULT_ERROR)
		add_truth(x, result[2], result[0] == RESULT_ERROR);
	else
		x->waiting = result[0] == RESULT_TEXT;
}

static void add_shared(struct xls *x, size_t number)
{
	if (number >= x->nstrings) {
		x->biff.cut = true;
		return;
	}
	size_t from = number ? x->ends[number - 1] : 0;
	struct str text = {x->strings.p + from, x->ends[number] - from};
	sheet_add(&x->sheet, x->column, text, false);
}

static void add_numbers(struct xls *x)
{
	struct biff *b = &x->biff;
	while (b->n - b->read >= 8) { /* a style and a number; behind the last the last column */
		size_t style = biff_16(b);
		add_number(x, style, biff_short_number(b));
		x->next_column = ++x->column;
	}
}

static void add_text(struct xls *x)
{
	buf_clear(&x->text);
	biff_text(&x->biff, 2, &x->text);
	sheet_add(&x->sheet, x->column, buf_str(&x->text), false);
}

static bool is_cell(unsigned type)
{
	static const unsigned types[] = {BIFF_FORMULA, BIFF_NUMBERS, BIFF_RICH_TEXT, BIFF_SHARED,
		BIFF_NUMBER, BIFF_TEXT, BIFF_TRUTH, BIFF_SHORT_NUMBER};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (types[i] == type)
			return true;
	return false;
}

static void add_cell(struct xls *x)
{
	struct biff *b = &x->biff;
	size_t style = b->type == BIFF_NUMBERS ? 0 : biff_16(b);
	switch (b->type) {
	case BIFF_FORMULA: add_formula(x, style); break;
	case BIFF_NUMBERS: add_numbers(x); break;
	case BIFF_SHARED: add_shared(x, biff_32(b)); break;
	case BIFF_NUMBER: add_number(x, style, biff_double(b)); break;
	case BIFF_SHORT_NUMBER: add_number(x, style, biff_short_number(b)); break;
	case BIFF_TRUTH: {
		unsigned both = biff_16(b);
		add_truth(x, both & 0xFF, both >> 8);
		break;
	}
	default: add_text(x); break;
	}
}

/* Takes a cell into the row; false when it is one of the next row, or stands where it may not. */
static bool take_cell(struct xls *x, struct buf *why)
{
	size_t number = biff_16(&x->biff) + 1, column = biff_16(&x->biff);
	end_waiting(x);
	if (x->row_begun && number > x->sheet.number) {
		x->biff.read = 0;
		x->pending = true;
		return false;
	}
	if (!x->row_begun && number > x->sheet.number) {
		sheet_begin(&x->sheet, number);
		x->row_begun = true;
		x->next_column = 0;
	}
	if (number < x->sheet.number || column < x->next_column) {
		buf_puts(why, "a cell out of its order");
		return false;
	}
	x->column = column;
	x->next_column = column + 1;
	add_cell(x);
	if (x->biff.cut)
		buf_puts(why, "the sheet is cut or damaged");
	return why->n == 0;
}

static void skip_embedded(struct xls *x)
{
	for (size_t depth = 1; depth && biff_next(&x->biff);) /* a chart among the cells */
		depth = x->biff.type == BIFF_BEGIN ? depth + 1
		        : x->biff.type == BIFF_EOF ? depth - 1
		                                   : depth;
}

/* Reads on up to the end of a row, which may be blank; false when there is trouble. */
static bool read_row(struct xls *x, struct buf *why)
{
	struct biff *b = &x->biff;
	x->row_begun = false;
	while (x->pending || biff_next(b)) {
		x->pending = false;
		if (is_cell(b->type)) {
			if (!take_cell(x, why))
				return why->n == 0;
		} else if (b->type == BIFF_RESULT && x->waiting) {
			add_text(x);
			x->waiting = false;
		} else if (b->type == BIFF_BEGIN) {
			skip_embedded(x);
		} else if (b->type == BIFF_EOF) {
			end_waiting(x);
			x->ended = true;
			return true;
		}
	}
	buf_puts(why, "the sheet is cut or damaged");
	return false;
}

static enum rows_status xls_next(struct rows *r, struct row *row)
{
	struct xls *x = r->state;
	if (x->row_begun && sheet_gap(&x->sheet, r, row))
		return ROWS_ROW;
	while (!x->row_begun || sheet_is_blank(&x->sheet) || x->sheet.given == x->sheet.number) {
		if (x->ended)
			return ROWS_END;
		if (!read_row(x, &r->why)) {
			row->pos = place(x);
			return ROWS_FAILED;
		}
	}
	if (sheet_gap(&x->sheet, r, row))
		return ROWS_ROW;
	return sheet_give(&x->sheet, r, row);
}

const struct rows_format ROWS_XLS = {
	.name = "xls", .open = xls_open, .next = xls_next, .close = xls_close, .form = SOURCE_OLE};
