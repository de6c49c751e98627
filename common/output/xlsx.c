/*
 * xlsx: a workbook with one sheet (ECMA-376), its header line bold and held in place.
 *
 * Text is always text: nothing becomes a formula, a link or a date. The time of making is fixed, so
 * that the same table gives the same bytes. The only file that knows the library; it writes to a
 * file, which here is one in memory.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "output/format.h"
#include "output/width.h"
#include "record/number.h"

enum {
	SHEET_ROWS = 1048576, /* with the header line */
	SHEET_COLUMNS = 16384,
	SHEET_CELL = 32767, /* characters */
	WIDEST = 60,
	MADE = 1, /* seconds since 1970; 0 would be now */
};

bool xlsx_check(const struct table *t, const struct look *look, struct buf *why)
{
	(void)look;
	if (t->nrows >= SHEET_ROWS || t->ncolumns > SHEET_COLUMNS) {
		buf_fmt(why, "%zu rows and %zu columns are more than a sheet holds (%d and %d)",
			t->nrows, t->ncolumns, SHEET_ROWS - 1, SHEET_COLUMNS);
		return false;
	}
	for (size_t i = 0; i < t->nrows * t->ncolumns; i++)
		if (t->cells[i].n > SHEET_CELL && utf8_length(t->cells[i]) > SHEET_CELL) {
			buf_fmt(why,
				"a value in row %zu is longer than a cell of a sheet (%d "
				"characters)",
				i / t->ncolumns + 1, SHEET_CELL);
			return false;
		}
	return true;
}

/* _x0041_ would be read as an A: the way in which the format writes control characters. */
static bool looks_escaped(struct str s)
{
	if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
		return false;
	for (size_t i = 2; i < 6; i++)
		if (!memchr("0123456789abcdefABCDEF", s.p[i], 22))
			return false;
	return true;
}

/* NUL-ended, as the format wants it: without the characters that XML forbids and the library lets
 * through. */
static const char *cell_text(struct arena *arena, struct str s)
{
	struct buf text = {0};
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_from(s, i);
		if (looks_escaped(rest))
			buf_puts(&text, "_x005F");
		if (str_starts(rest, STR("\xef\xbf\xbe")) ||
			str_starts(rest, STR("\xef\xbf\xbf"))) {
			buf_puts(&text, "\xef\xbf\xbd");
			i += 2;
		} else
			buf_putc(&text, s.p[i]);
	}
	const char *copy = arena_str(arena, buf_str(&text)).p;
	buf_release(&text);
	return copy;
}

static void put_header(lxw_workbook *book, lxw_worksheet *sheet, struct page *page)
{
	const struct table *t = page->table;
	lxw_format *bold = workbook_add_format(book);
	format_set_bold(bold);
	for (size_t i = 0; i < t->ncolumns; i++) {
		size_t width = text_width(t->columns[i].title) + 2;
		for (size_t row = 0; row < t->nrows && width < WIDEST; row++) {
			size_t w = text_width(table_cell(t, row, i)) + 1;
			width = w > width ? w : width;
		}
		worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i,
			width < WIDEST ? (double)width : WIDEST, NULL);
		worksheet_write_string(
			sheet, 0, (lxw_col_t)i, cell_text(&page->arena, t->columns[i].title), bold);
	}
	worksheet_freeze_panes(sheet, 1, 0);
}

static void put_cells(lxw_worksheet *sheet, struct page *page)
{
	const struct table *t = page->table;
	double number;
	for (size_t row = 0; row < t->nrows; row++)
		for (size_t i = 0; i < t->ncolumns; i++) {
			struct str cell = table_cell(t, row, i);
			lxw_row_t r = (lxw_row_t)row + 1;
			if (t->columns[i].number && number_parse(cell, &number))
				worksheet_write_number(sheet, r, (lxw_col_t)i, number, NULL);
			else if (cell.n)
				worksheet_write_string(sheet, r, (lxw_col_t)i,
					cell_text(&page->arena, cell), NULL);
		}
}

static const char *write_book(struct page *page, const char *path)
{
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = book ? workbook_add_worksheet(book, NULL) : NULL;
	if (!sheet)
		return "no memory";
	lxw_doc_properties properties = {
		.title = (char *)cell_text(&page->arena, page->look->title), .created = MADE};
	workbook_set_properties(book, &properties);
	put_header(book, sheet, page);
	put_cells(sheet, page);
	lxw_error error = workbook_close(book);
	return error ? lxw_strerror(error) : NULL;
}

static const char *read_back(int fd, struct buf *out)
{
	ssize_t n = 1;
	if (lseek(fd, 0, SEEK_SET) < 0)
		return strerror(errno);
	while (n > 0 || (n < 0 && errno == EINTR)) {
		buf_reserve(out, BLOCK_SIZE);
		n = read(fd, out->p + out->n, BLOCK_SIZE);
		out->n += n > 0 ? (size_t)n : 0;
	}
	return n < 0 ? strerror(errno) : NULL;
}

void xlsx_begin(struct page *page)
{
	char path[64];
	int fd = memfd_create("koop", MFD_CLOEXEC);
	const char *error = fd < 0 ? strerror(errno) : NULL;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	if (!error)
		error = write_book(page, path);
	if (!error)
		error = read_back(fd, page->out);
	if (fd >= 0)
		close(fd);
	if (error)
		buf_fmt(page->why, "cannot make the workbook: %s", error);
}
