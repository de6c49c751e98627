#include <string.h>

#include "check.h"
#include "stats/suppression.h"

/*
 * Tables of random numbers with margins; a reader who knows what is shown, and the bounds of what
 * is not, tries every table there could be.
 */
enum { SIDE_MAX = 3, CELLS_MAX = (SIDE_MAX + 1) * (SIDE_MAX + 1) };

struct table {
	size_t nrows, ncols; /* a row and a column of totals come behind them */
	int64_t value[CELLS_MAX];
	struct suppression_cell cells[CELLS_MAX];
	int64_t low[CELLS_MAX], high[CELLS_MAX]; /* what the reader finds */
	int64_t trial[CELLS_MAX];
};

static uint64_t state = 88172645463325252u;

static int64_t next_random(int64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (int64_t)(state % (uint64_t)below);
}

static size_t at(const struct table *t, size_t row, size_t col)
{
	return row * (t->ncols + 1) + col;
}

static size_t size_of(const struct table *t)
{
	return (t->nrows + 1) * (t->ncols + 1);
}

/* Rows and the row of totals are nodes 0 to nrows, columns those behind. */
static void set_nodes(struct table *t, size_t row, size_t col)
{
	uint32_t r = (uint32_t)row, c = (uint32_t)(t->nrows + 1 + col);
	bool swapped = (row == t->nrows) != (col == t->ncols);
	struct suppression_cell *cell = &t->cells[at(t, row, col)];
	cell->node[swapped] = r;
	cell->node[!swapped] = c;
}

/* The sums of rows, of columns, and of all, from the cells inside. */
static void add_up(const struct table *t, int64_t *value)
{
	for (size_t i = 0; i <= t->nrows; i++)
		value[at(t, i, t->ncols)] = 0;
	for (size_t k = 0; k <= t->ncols; k++)
		value[at(t, t->nrows, k)] = 0;
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t k = 0; k < t->ncols; k++) {
			int64_t v = value[at(t, i, k)];
			value[at(t, i, t->ncols)] += v;
			value[at(t, t->nrows, k)] += v;
			value[at(t, t->nrows, t->ncols)] += v;
		}
}

static void make_table(struct table *t)
{
	*t = (struct table){.nrows = 1 + (size_t)next_random(SIDE_MAX),
		.ncols = 1 + (size_t)next_random(SIDE_MAX)};
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t k = 0; k < t->ncols; k++)
			t->value[at(t, i, k)] = next_random(6);
	add_up(t, t->value);
	for (size_t i = 0; i <= t->nrows; i++)
		for (size_t k = 0; k <= t->ncols; k++) {
			struct suppression_cell *c = &t->cells[at(t, i, k)];
			int64_t v = t->value[at(t, i, k)];
			set_nodes(t, i, k);
			c->room[WAY_FALL] = next_random(4) ? (v < 3 ? v : 3) : 0;
			c->room[WAY_RISE] = next_random(4);
			c->cost = 1 + v;
			c->locked = next_random(6) == 0;
			c->hidden = next_random(3) == 0;
		}
}

static bool is_possible(const struct table *t, size_t cell)
{
	const struct suppression_cell *c = &t->cells[cell];
	int64_t by = t->trial[cell] - t->value[cell];
	return c->hidden ? by >= -c->room[WAY_FALL] && by <= c->room[WAY_RISE] : by == 0;
}

static void take_trial(struct table *t)
{
	add_up(t, t->trial);
	for (size_t i = 0; i < size_of(t); i++)
		if (!is_possible(t, i))
			return;
	for (size_t i = 0; i < size_of(t); i++) {
		t->low[i] = t->trial[i] < t->low[i] ? t->trial[i] : t->low[i];
		t->high[i] = t->trial[i] > t->high[i] ? t->trial[i] : t->high[i];
	}
}

/* The next table to try: as a number whose digits are the hidden cells inside. */
static bool next_trial(struct table *t)
{
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t k = 0; k < t->ncols; k++) {
			size_t cell = at(t, i, k);
			t->trial[cell]++;
			if (is_possible(t, cell))
				return true;
			t->trial[cell] = t->value[cell];
			if (t->cells[cell].hidden)
				t->trial[cell] -= t->cells[cell].room[WAY_FALL];
		}
	return false;
}

static void try_all(struct table *t)
{
	memcpy(t->low, t->value, sizeof t->low);
	memcpy(t->high, t->value, sizeof t->high);
	memcpy(t->trial, t->value, sizeof t->trial);
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t k = 0; k < t->ncols; k++)
			if (t->cells[at(t, i, k)].hidden)
				t->trial[at(t, i, k)] -= t->cells[at(t, i, k)].room[WAY_FALL];
	do
		take_trial(t);
	while (next_trial(t));
}

static void check_reach(struct table *t, struct suppression *s)
{
	try_all(t);
	for (uint32_t i = 0; i < size_of(t); i++) {
		if (!t->cells[i].hidden)
			continue;
		CHECK(suppression_reach(s, i, WAY_FALL, SUPPRESSION_FREE) ==
			t->value[i] - t->low[i]);
		CHECK(suppression_reach(s, i, WAY_RISE, SUPPRESSION_FREE) ==
			t->high[i] - t->value[i]);
		CHECK(suppression_reach(s, i, WAY_RISE, 1) == (t->high[i] > t->value[i]));
	}
}

/* Same labels: with the one known the other is. (Where both can move at all.) */
static void check_labels(struct table *t, struct suppression *s)
{
	uint64_t labels[CELLS_MAX];
	for (size_t i = 0; i < size_of(t); i++) /* so that no bound is in the way */
		for (int way = 0; way < 2; way++)
			t->cells[i].room[way] = t->cells[i].hidden ? SUPPRESSION_FREE : 0;
	suppression_labels(s, labels);
	for (uint32_t a = 0; a < size_of(t); a++)
		for (uint32_t b = 0; b < size_of(t); b++) {
			struct suppression_cell was = t->cells[a];
			if (a == b || !t->cells[a].hidden || !t->cells[b].hidden)
				continue;
			bool moves = suppression_reach(s, a, WAY_RISE, 1);
			CHECK(moves == (labels[a] != 0));
			t->cells[a].room[WAY_FALL] = t->cells[a].room[WAY_RISE] = 0;
			bool known = suppression_reach(s, b, WAY_RISE, 1) == 0;
			t->cells[a] = was;
			CHECK(known == (labels[b] == 0 || labels[a] == labels[b]));
		}
}

static int64_t found(const struct table *t, uint32_t cell, enum way way)
{
	return way == WAY_FALL ? t->value[cell] - t->low[cell] : t->high[cell] - t->value[cell];
}

/* What is protected cannot be found; what cannot be protected could not, with all hidden. */
static void check_protect(struct table *t, struct suppression *s)
{
	uint32_t cell = (uint32_t)next_random((int64_t)size_of(t));
	enum way way = (enum way)next_random(2);
	int64_t need = 1 + next_random(3);
	bool done = suppression_protect(s, cell, way, need);
	if (!done)
		for (uint32_t i = 0; i < size_of(t); i++)
			if (!t->cells[i].locked)
				suppression_hide(s, i);
	try_all(t);
	CHECK(t->cells[cell].hidden && done == (found(t, cell, way) >= need));
}

static void test_random(void)
{
	for (int i = 0; i < 3000; i++) {
		struct table t;
		struct suppression s;
		make_table(&t);
		suppression_init(&s, t.cells, size_of(&t), t.nrows + t.ncols + 2);
		check_reach(&t, &s);
		check_protect(&t, &s);
		check_labels(&t, &s);
		suppression_release(&s);
	}
}

/* A cell in no sum is what it likes; one in a row with another without an end, too. */
static void test_free(void)
{
	const int64_t all = SUPPRESSION_FREE;
	struct suppression_cell cells[] = {
		{.node = {0, 0},  .room = {3, all}, .cost = 1,     .hidden = true},
		{.node = {0, 1},               .room = {3, all},                  .cost = 1, .hidden = true},
		{.node = {0, 1}, .room = {5, all},                 .cost = 1,                 .hidden = true},
		{.node = {1, 0},      .room = {9, all},.cost = 1},
	};
	struct suppression s;
	suppression_init(&s, cells, 4, 2);
	CHECK(suppression_reach(&s, 0, WAY_RISE, all) == all);
	CHECK(suppression_reach(&s, 1, WAY_RISE, all) == 5);
	CHECK(suppression_reach(&s, 1, WAY_FALL, all) == 3);
	CHECK(suppression_protect(&s, 1, WAY_RISE, 6) && cells[3].hidden);
	CHECK(suppression_reach(&s, 1, WAY_RISE, all) == all);
	suppression_release(&s);
}

/* With all cells of a table hidden and all its margins shown the bounds are those of Frechet: at
 * most the smaller margin, at least what both margins have more than there is. */
static void test_frechet(void)
{
	enum { SIDE = 40 };
	static struct suppression_cell cells[SIDE * SIDE];
	int64_t row[SIDE] = {0}, col[SIDE] = {0}, all = 0;
	struct suppression s;
	for (size_t i = 0; i < SIDE * SIDE; i++) {
		int64_t v = next_random(2) ? next_random(5) : next_random(2000) / 1900 * 5000;
		row[i / SIDE] += v;
		col[i % SIDE] += v;
		all += v;
		cells[i] = (struct suppression_cell){
			.room = {v,                    SUPPRESSION_FREE           },
			.node = {(uint32_t)(i / SIDE), (uint32_t)(SIDE + i % SIDE)},
			.cost = 1,
			.hidden = true
                };
	}
	suppression_init(&s, cells, SIDE * SIDE, 2 * SIDE);
	for (uint32_t i = 0; i < SIDE * SIDE; i++) {
		int64_t v = cells[i].room[WAY_FALL], r = row[i / SIDE], c = col[i % SIDE];
		int64_t low = r + c > all ? r + c - all : 0, high = r < c ? r : c;
		CHECK(suppression_reach(&s, i, WAY_RISE, SUPPRESSION_FREE) == high - v);
		CHECK(suppression_reach(&s, i, WAY_FALL, SUPPRESSION_FREE) == v - low);
	}
	suppression_release(&s);
}

/* Counts of which those of 1 and 2 are hidden, in columns so long that not all their cells are
 * looked at: what is protected is so, and what is not cannot be, were all hidden. */
static void test_long(void)
{
	enum { ROWS = 4000, COLS = 3, CELLS = ROWS * COLS };
	static struct suppression_cell cells[CELLS];
	static int64_t need[CELLS][2];
	static bool done[CELLS][2];
	struct suppression s;
	for (uint32_t i = 0; i < CELLS; i++) {
		int64_t v = next_random(30) ? 3 + next_random(9) : 1 + next_random(2);
		bool few = v < 3;
		cells[i] = (struct suppression_cell){
			.node = {i / COLS,            ROWS + i % COLS  },
			.room = {few ? v - 1 : v - 3, few ? 2 - v : 100},
			.cost = 1 + v,
			.hidden = few,
			.locked = next_random(4) == 0
                };
		need[i][WAY_FALL] = few ? v - 1 : 0;
		need[i][WAY_RISE] = few ? 2 - v : 0;
	}
	suppression_init(&s, cells, CELLS, ROWS + COLS);
	for (uint32_t i = 0; i < CELLS; i++)
		for (int way = 0; way < 2; way++)
			if (need[i][way])
				done[i][way] =
					suppression_protect(&s, i, (enum way)way, need[i][way]);
	for (uint32_t i = 0; i < CELLS; i++)
		for (int way = 0; way < 2; way++)
			CHECK(!done[i][way] || suppression_reach(&s, i, (enum way)way,
						       need[i][way]) == need[i][way]);
	CHECK(s.hasty);
	for (uint32_t i = 0; i < CELLS; i++)
		if (!cells[i].locked)
			suppression_hide(&s, i);
	for (uint32_t i = 0; i < CELLS; i++)
		for (int way = 0; way < 2; way++)
			CHECK(done[i][way] || !need[i][way] ||
				suppression_reach(&s, i, (enum way)way, need[i][way]) <
					need[i][way]);
	suppression_release(&s);
}

int main(void)
{
	test_random();
	test_free();
	test_frechet();
	test_long();
	return check_summary("suppression");
}
