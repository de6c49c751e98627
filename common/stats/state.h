/*
 * state: what a run has counted, as tables that can be merged, put in order, written and read.
 *
 * Whatever keeps sums says once what it keeps, in a function x_state(x, state); adding, sorting and
 * the file format (stats/statefile.h) all work on that. A table is a numbering and, by number, a
 * few columns:
 *
 *   state_texts   numbers given to texts (an intern)
 *   state_pairs   numbers given to pairs of numbers of tables above (a pairs)
 *   state_along   no numbers of its own: more columns for those of a table above
 *   state_single  one row
 *
 * A table above is named by the address of its intern or pairs; NULL stands for the number 0, where
 * there is nothing to number. To keep something new: call one of these for the numbering,
 * state_room with a function that makes rows (below n, new ones zero), and state_column for each
 * array, with a type below or one of your own. Nothing else is to be done; tables are declared
 * above those that refer to them, and the same request must declare the same tables.
 *
 * state_sort gives every number anew, in the order of texts and then of pairs. What is computed
 * after it in the order of numbers therefore depends neither on the order of the records nor on how
 * they were parted. It and state_merge are O(n log n) and O(n).
 */
#ifndef KOOP_STATS_STATE_H
#define KOOP_STATS_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/hash.h"
#include "stats/pairs.h"

/* How the values of a column merge, and how they are written. A zeroed value is that of nothing. */
struct state_type {
	size_t size;
	void (*merge)(void *into, void *from); /* `from` is used up */
	void (*write)(struct buf *out, const void *value);
	bool (*read)(struct str text, void *value); /* into a zeroed one; false: malformed */
};

extern const struct state_type STATE_COUNT; /* uint64_t, added */
extern const struct state_type STATE_SUM;   /* struct exactsum, added */
extern const struct state_type STATE_RANGE; /* struct range (stats/accumulate.h) */
extern const struct state_type STATE_FLAG;  /* bool, or */
extern const struct state_type STATE_LEAST; /* int, the smaller */
extern const struct state_type STATE_MOST;  /* int, the larger */

/* `a` and `b` of a clash are numbers of the table referred to. */
typedef void state_clash(void *owner, uint32_t row, uint32_t a, uint32_t b);

struct state_column {
	const struct state_type *type; /* NULL: numbers of a table above, which must agree */
	void *array;                   /* the address of the pointer to row 0, or row 0 itself */
	bool fixed;                    /* it is row 0 itself */
	size_t stride, offset, times;  /* as many values, one behind the other */
	size_t refers;
	state_clash *clash;
};

/*
 * Rows that are no plain columns, with as many as there are of each number: they do all themselves.
 * `map` gives the new number of an old one. write adds lines, each with the number first; read
 * takes such a line with the number mapped and cut off.
 */
struct state_many {
	void (*merge)(void *into, void *from, const uint32_t *map);
	void (*sort)(void *owner, const uint32_t *map, size_t n);
	void (*write)(void *owner, void (*line)(void *to, struct str text), void *to);
	bool (*read)(void *owner, uint32_t number, struct str rest);
};

enum state_keys { KEYS_TEXTS, KEYS_PAIRS, KEYS_ALONG, KEYS_SINGLE };

enum { STATE_COLUMNS = 8 };

struct state_table {
	const char *name;
	enum state_keys keys;
	struct intern *texts;
	struct pairs *pairs;
	size_t first, second; /* the tables that keys refer to, or STATE_ZERO */
	void *owner;
	void (*room)(void *owner, size_t n);
	struct state_column columns[STATE_COLUMNS];
	size_t ncolumns;
	const struct state_many *many; /* or NULL */
};

#define STATE_ZERO SIZE_MAX

struct state {
	struct state_table *tables;
	size_t n, cap;
};

/* The table returned is good until the next is declared. */
struct state_table *state_texts(struct state *s, const char *name, struct intern *texts);
struct state_table *state_pairs(struct state *s, const char *name, struct pairs *pairs,
	const void *first, const void *second);
struct state_table *state_along(struct state *s, const char *name, const void *keys);
struct state_table *state_single(struct state *s, const char *name);

/* room makes the rows below n, new ones zero. */
void state_room(struct state_table *t, void *owner, void (*room)(void *owner, size_t n));

/* `times` values at `offset` in each of the rows, `stride` apart, of the array whose pointer is at
 * `array`. */
void state_column(struct state_table *t, const struct state_type *type, void *array, size_t stride,
	size_t offset, size_t times);

/* A value of a table of one row. */
void state_value(struct state_table *t, const struct state_type *type, void *value);

/* An array of numbers of the table of `keys`, UINT32_MAX where not set; clash ends the process when
 * merging finds two. */
void state_reference(struct state *s, uint32_t **array, const void *keys, state_clash *clash);

void state_many(struct state_table *t, void *owner, const struct state_many *many);

/* How many rows a table has. */
size_t state_rows(const struct state *s, const struct state_table *t);

/* A row by its number, with room made. */
char *state_cell(const struct state_column *c, size_t row);

/* Adds all of `from`, which is used up: declared for the same request. */
void state_merge(struct state *into, struct state *from);

void state_sort(struct state *s);

void state_release(struct state *s);

#endif
