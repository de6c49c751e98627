/*
 * Tables of a few records, with some groups hidden: whoever tries every table that there could be,
 * given all that is written, finds the bounds that the audit finds, and every count from 1 to N - 1
 * in each group that is hidden because it has fewer than N; but for those that the flags alone rule
 * out. The first byte is the form of the table, of the others each is a record.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/out.h"
#include "record/number.h"
#include "stats/crosstab.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	ROWS = 3,
	COLS = 2,
	RECORDS_MAX = 16,
	WINDOW = 4, /* how much more than there is is tried */
	FORM_ROWS = 1,
	FORM_COLS = 2,
	FORM_TOTAL = 4,
	FORM_INNER = 8, /* not the margins alone */
	FORM_LEAST = 4, /* bits above: N less 2 */
};

/* What is written of a count. Those in the last row and column are margins. */
struct known {
	bool written;
	long low, high; /* that it can be as far as this is known */
	bool freq;
	bool found[8]; /* the counts that it can be, from 1 */
	long min, max; /* the least and the most of them */
};

struct puzzle {
	struct known cells[ROWS + 1][COLS + 1];
	long trial[ROWS + 1][COLS + 1];
	long least, most; /* N, and a count that no cell inside needs to have */
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Records that the bytes say, "r0 <TAB> c1"; the largest count that a cell inside has, or may have
 * in the mind of one who knows the margins only. */
static long add_records(struct tabulation *t, const uint8_t *data, size_t size, unsigned form)
{
	char text[16 + READER_SLACK] = {0};
	uint32_t end[2] = {2, 5};
	struct record r = {
		.line = {text, 5},
                  .block = text, .end = end, .n = 2
        };
	long count[ROWS * COLS] = {0}, most = 0;
	for (size_t i = 0; i < size && i < RECORDS_MAX; i++) {
		size_t cell = form & FORM_INNER ? data[i] % (ROWS * COLS) : 0;
		memcpy(text, "r0\tc0", 5);
		text[1] = (char)('0' + data[i] % ROWS);
		text[4] = (char)('0' + data[i] / ROWS % COLS);
		require(tabulation_add(t, &r));
		most = ++count[cell] > most ? count[cell] : most;
	}
	return most;
}

static struct buf written(struct tabulation *t)
{
	struct out out;
	struct writer w;
	out_open_memory(&out);
	writer_init(&w, &out);
	crosstab_write(t, &w, true);
	writer_release(&w);
	return out.block;
}

/* Where a value is among those of its column: its digit, or behind them for the margin. */
static size_t place(struct str value, size_t margin)
{
	return str_eq(value, STR("*")) ? margin : (size_t)(value.p[1] - '0');
}

/* One line: the groups asked for, n and flag. */
static void read_line(struct puzzle *p, struct str line, unsigned form)
{
	struct str field, n, flag;
	size_t row = ROWS, col = COLS;
	double number = 0;
	if (form & (FORM_ROWS | FORM_INNER)) {
		require(str_split(&line, '\t', &field));
		row = place(field, ROWS);
	}
	if (form & (FORM_COLS | FORM_INNER)) {
		require(str_split(&line, '\t', &field));
		col = place(field, COLS);
	}
	require(str_split(&line, '\t', &n));
	require(str_split(&line, '\t', &flag));
	struct known *k = &p->cells[row][col];
	k->written = true;
	k->freq = str_find(flag, STR("freq")) < flag.n;
	if (n.n) {
		require(flag.n == 0 && number_parse(n, &number));
		k->low = k->high = (long)number;
		return;
	}
	require(flag.n > 0);
	k->low = k->freq ? 1 : p->least;
	k->high = k->freq && p->least > 2 ? p->least - 1 : 1000;
}

static void note_found(struct puzzle *p)
{
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++) {
			struct known *c = &p->cells[i][k];
			long n = p->trial[i][k];
			if (n >= 1 && n <= 8)
				c->found[n - 1] = true;
			c->min = n < c->min ? n : c->min;
			c->max = n > c->max ? n : c->max;
		}
}

static bool fits(const struct puzzle *p, size_t row, size_t col)
{
	const struct known *k = &p->cells[row][col];
	return p->trial[row][col] >= k->low && p->trial[row][col] <= k->high;
}

static bool margins_fit(const struct puzzle *p)
{
	for (size_t k = 0; k <= COLS; k++)
		if (!fits(p, ROWS, k))
			return false;
	return true;
}

/* Tries every count of the cell and of those behind it. */
static void try_cells(struct puzzle *p, size_t cell)
{
	size_t row = cell / COLS, col = cell % COLS;
	if (row == ROWS) {
		if (margins_fit(p))
			note_found(p);
		return;
	}
	const struct known *k = &p->cells[row][col];
	for (long n = k->low; n <= k->high && n <= p->most; n++) {
		long *t[] = {&p->trial[row][col], &p->trial[row][COLS], &p->trial[ROWS][col],
			&p->trial[ROWS][COLS]};
		for (int i = 0; i < 4; i++)
			*t[i] += n;
		if ((col + 1 < COLS || fits(p, row, COLS)) && *t[2] <= p->cells[ROWS][col].high &&
			*t[3] <= p->cells[ROWS][COLS].high)
			try_cells(p, cell + 1);
		for (int i = 0; i < 4; i++)
			*t[i] -= n;
	}
}

/* A table of one way is one of two whose other column has one value. What is not written is not
 * there, or its table is not; or it is a part of what has few records. */
static void settle_unwritten(struct puzzle *p, size_t row, size_t col, unsigned form)
{
	struct known *k = &p->cells[row][col];
	bool inner = row < ROWS && col < COLS;
	bool told = inner        ? form & FORM_INNER
	            : row < ROWS ? form & FORM_ROWS
	            : col < COLS ? form & FORM_COLS
	                         : form & FORM_TOTAL;
	bool none = inner && ((!(form & (FORM_COLS | FORM_INNER)) && col > 0) ||
				     (!(form & (FORM_ROWS | FORM_INNER)) && row > 0));
	bool part = p->cells[ROWS][COLS].freq ||
	            (inner && (p->cells[row][COLS].freq || p->cells[ROWS][col].freq));
	if (!k->written && (none || (told && !part)))
		k->high = 0;
}

static void solve(struct puzzle *p, struct str table, unsigned form)
{
	struct str line;
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++)
			p->cells[i][k] = (struct known){.high = 1000, .min = 1000};
	while (table.n && str_split(&table, '\n', &line))
		if (line.n)
			read_line(p, line, form);
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++)
			settle_unwritten(p, i, k, form);
	try_cells(p, 0);
}

/* The same, with nothing to go by but the flags. */
static void solve_without_numbers(struct puzzle *p)
{
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++) {
			struct known *c = &p->cells[i][k];
			memset(c->found, 0, sizeof c->found);
			if (c->written && c->low == c->high) {
				c->low = p->least;
				c->high = 1000;
			}
		}
	try_cells(p, 0);
}

/* Numbers tell no more than flags do. */
static void check_found(struct puzzle *p)
{
	struct puzzle flags = *p;
	long most = p->least > 2 ? p->least - 1 : 2;
	bool all = true;
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++)
			for (long n = 1; p->cells[i][k].freq && n <= most; n++)
				all &= p->cells[i][k].found[n - 1];
	if (all)
		return;
	solve_without_numbers(&flags);
	for (size_t i = 0; i <= ROWS; i++)
		for (size_t k = 0; k <= COLS; k++)
			for (long n = 1; p->cells[i][k].freq && n <= most; n++)
				require(p->cells[i][k].found[n - 1] ||
					!flags.cells[i][k].found[n - 1]);
}

/* The bounds that the audit says are those that were found, as far as they lie within what was
 * tried: a cell that moves so far moves none farther. */
static void check_audit(const struct puzzle *p, struct str audit, unsigned form)
{
	struct str line, field[12];
	while (audit.n && str_split(&audit, '\n', &line)) {
		size_t n = 0, groups;
		double number[3] = {0, 0, 1000};
		while (n < 12 && str_split(&line, '\t', &field[n]))
			n++;
		if (n < 10)
			continue;
		groups = n - 10; /* stat variable level flag estimate low high */
		bool rows = form & (FORM_ROWS | FORM_INNER);
		size_t row = rows ? place(field[0], ROWS) : ROWS;
		size_t col = groups > rows ? place(field[rows], COLS) : COLS;
		for (size_t i = 0; i < 3; i++)
			number_parse(field[groups + 4 + i], &number[i]);
		const struct known *c = &p->cells[row][col];
		require(number[0] - number[1] > WINDOW || c->min == (long)number[1]);
		require(number[2] - number[0] > WINDOW || c->max == (long)number[2]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct measure n = {.stat = STAT_N};
	static const char *groupings[3];
	struct request r = {.groupings = groupings, .measures = &n, .nmeasures = 1};
	struct header h = {0};
	struct buf why = {0};
	if (size < 2)
		return 0;
	unsigned form = data[0];
	diag_set_quiet(true);
	header_parse(&h, STR("a\tb"), &why);
	if (form & FORM_INNER)
		groupings[r.ngroupings++] = "a,b";
	if (form & FORM_ROWS)
		groupings[r.ngroupings++] = "a";
	if (form & FORM_COLS)
		groupings[r.ngroupings++] = "b";
	r.total = form & FORM_TOTAL;
	r.disclosure = (struct disclosure){
		.suppress = 2 + (form >> FORM_LEAST) % 3, .complementary = true};
	struct puzzle p = {.least = (long)r.disclosure.suppress};
	struct tabulation *t = tabulation_need(&h, &r);
	p.most = WINDOW + add_records(t, data + 1, size - 1, form);
	struct buf table = written(t);
	solve(&p, buf_str(&table), form);
	check_found(&p);
	r.disclosure.audit = true;
	struct buf audit = written(t);
	check_audit(&p, buf_str(&audit), form);
	buf_release(&audit);
	tabulation_free(t);
	buf_release(&table);
	buf_release(&why);
	header_release(&h);
	return 0;
}
