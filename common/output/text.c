/*
 * text: columns for a terminal or a mail.
 *
 * Two blanks between columns, a line of dashes under the header, no blanks at line ends. Where the
 * look has a width, the widest columns of text give way until the line fits, and what does not fit
 * in them is cut at a character with an ellipsis; numbers are never cut.
 */
#include "output/format.h"
#include "output/labels.h"
#include "output/width.h"

enum { GAP = 2, NARROWEST = 5 };

#define ELLIPSIS "\xe2\x80\xa6"

struct text_state {
	size_t *widths;
	struct arena row; /* what is shown in one row */
};

static size_t wider(size_t a, size_t b)
{
	return a > b ? a : b;
}

static void measure(struct page *page, struct text_state *s)
{
	const struct table *t = page->table;
	for (size_t i = 0; i < t->ncolumns; i++)
		s->widths[i] = wider(1, text_width(text_shown(t->columns[i].title, &page->arena)));
	for (size_t row = 0; row < t->nrows; row++) {
		for (size_t i = 0; i < t->ncolumns; i++) {
			struct str shown = text_shown(table_shown(t, row, i), &s->row);
			s->widths[i] = wider(s->widths[i], text_width(shown));
		}
		arena_reset(&s->row);
	}
}

/* How many columns of text would be narrower than `limit` gives, in all. */
static size_t total_at(const struct table *t, const size_t *widths, size_t limit)
{
	size_t sum = 0;
	for (size_t i = 0; i < t->ncolumns; i++) {
		bool gives_way = !t->columns[i].number && widths[i] > limit;
		sum += (i ? GAP : 0) + (gives_way ? limit : widths[i]);
	}
	return sum;
}

/* The widest columns give way first: all to one limit, the largest at which the line fits. */
static void narrow(const struct table *t, size_t *widths, size_t room)
{
	size_t low = NARROWEST, high = room;
	if (total_at(t, widths, room) <= room)
		low = room;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (total_at(t, widths, middle) <= room)
			low = middle;
		else
			high = middle;
	}
	for (size_t i = 0; i < t->ncolumns; i++)
		if (!t->columns[i].number && widths[i] > low)
			widths[i] = low;
}

static void pad(struct buf *out, size_t n, char c)
{
	while (n--)
		buf_putc(out, c);
}

/* The text in its column; blanks behind it only where another column follows. */
static void put_cell(struct buf *out, struct str shown, size_t width, enum align align, bool last)
{
	size_t taken = text_width(shown);
	bool cut = taken > width;
	if (cut)
		shown = text_fit(shown, width - 1, &taken);
	size_t room = width - taken - cut;
	size_t before = align == ALIGN_RIGHT ? room : align == ALIGN_CENTRE ? room / 2 : 0;
	pad(out, before, ' ');
	buf_addstr(out, shown);
	if (cut)
		buf_puts(out, ELLIPSIS);
	if (!last)
		pad(out, room - before + GAP, ' ');
}

static void end_line(struct buf *out, size_t start)
{
	while (out->n > start && out->p[out->n - 1] == ' ')
		out->n--;
	buf_putc(out, '\n');
}

static void put_header(struct page *page, struct text_state *s)
{
	const struct table *t = page->table;
	size_t start = page->out->n;
	for (size_t i = 0; i < t->ncolumns; i++)
		put_cell(page->out, text_shown(t->columns[i].title, &page->arena), s->widths[i],
			t->columns[i].align, i + 1 == t->ncolumns);
	end_line(page->out, start);
	for (size_t i = 0; i < t->ncolumns; i++) {
		pad(page->out, i ? GAP : 0, ' ');
		pad(page->out, s->widths[i], '-');
	}
	buf_putc(page->out, '\n');
}

static void put_title(struct page *page)
{
	const char *bold = page->look->colour ? "\033[1m" : "",
		   *plain = page->look->colour ? "\033[0m" : "";
	if (!page->look->title.n)
		return;
	buf_puts(page->out, bold);
	buf_addstr(page->out, text_shown(page->look->title, &page->arena));
	buf_puts(page->out, plain);
	buf_puts(page->out, "\n\n");
}

void text_begin(struct page *page)
{
	struct text_state *s = page->state = arena_zero(&page->arena, 1, sizeof *s);
	s->widths = arena_zero(&page->arena, page->table->ncolumns, sizeof *s->widths);
	measure(page, s);
	if (page->look->width)
		narrow(page->table, s->widths, page->look->width);
	put_title(page);
	if (page->look->bare)
		return;
	if (page->look->colour)
		buf_puts(page->out, "\033[1m");
	put_header(page, s);
	if (page->look->colour)
		buf_puts(page->out, "\033[0m");
}

void text_row(struct page *page, size_t row)
{
	struct text_state *s = page->state;
	const struct table *t = page->table;
	size_t start = page->out->n;
	for (size_t i = 0; i < t->ncolumns; i++)
		put_cell(page->out, text_shown(table_shown(t, row, i), &s->row), s->widths[i],
			t->columns[i].align, i + 1 == t->ncolumns);
	end_line(page->out, start);
	arena_reset(&s->row);
}

void text_end(struct page *page)
{
	const struct look *look = page->look;
	if (look->part && !page->table->nrows) {
		buf_addstr(page->out, labels_word("nothing", labels_lang(look->lang)));
		buf_putc(page->out, '\n');
	}
	arena_release(&((struct text_state *)page->state)->row);
}
